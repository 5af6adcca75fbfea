//! Fields and records that several kinds of document share.

use super::{Field, Need, Sample, Table, Type};

/// Where a document stands on its way to readers.
pub(super) const STATUS: Type = Type::Choice(&[
    ("utkast", "syns bara i förhandsgranskningen"),
    ("publicerad", "syns på webbplatsen"),
    ("avpublicerad", "borttagen, med en sida som säger varför"),
]);

/// Languages of pages; more may come.
pub(super) const LANGUAGE: Type = Type::Choice(&[("sv", "svenska"), ("en", "engelska")]);

// The fields of several tables. What a table needs at another time than most, it says with `when`.

pub(super) const ID: Field = Field {
    key: "id",
    ty: Type::Id,
    need: Need::Always,
    label: "Id",
    help: "Samma som filens namn, utan `.md`. Ändras aldrig, även om titeln ändras.",
    sample: Some(Sample::checked(
        "felaktigt-id",
        "ovning-torget",
        "Övning Torget",
        "Ett id har bara små bokstäver a–z, siffror och bindestreck.",
    )),
};

pub(super) const TITLE: Field = Field {
    key: "titel",
    ty: Type::Text { max: Some(120) },
    need: Need::Always,
    label: "Titel",
    help: "Sidans rubrik. Adressen kommer från filens namn och inte från titeln.",
    sample: Some(Sample::judged(
        "Torget: en väg in för unga",
        "Samverkan",
        "Titeln ska säga vad just den här sidan handlar om. Tänk på den som ser den i en lista.",
    )),
};

pub(super) const SUMMARY: Field = Field {
    key: "sammanfattning",
    ty: Type::Text { max: Some(300) },
    need: Need::ToPublish,
    label: "Sammanfattning",
    help: "En eller två meningar, högst 300 tecken, utan källhänvisningar.",
    sample: Some(Sample::judged(
        "Kommunen och Arbetsförmedlingen möter unga i samma lokal. Ett team planerar stödet tillsammans med den unga.",
        "Projektet syftar till att genom utökad samverkan skapa synergier mellan berörda aktörer.",
        "Den säger inte vem som gör vad. Orden passar på vilket projekt som helst.",
    )),
};

pub(super) const SOURCES: Field = Field {
    key: "kallor",
    ty: Type::List(&Type::Record(&SOURCE)),
    need: Need::ToPublish,
    label: "Källor",
    help: "Allt som sidans uppgifter bygger på. Hänvisa med numret inom hakparentes, till exempel [1].",
    sample: Some(Sample::checked(
        "saknad-uppgift",
        "[{nr: 1, titel: Så arbetar Torget, utgivare: Kommunen}]",
        "[{nr: 1}]",
        "Läsaren får inte veta vad källan heter.",
    )),
};

pub(super) const MUNICIPALITIES: Field = Field {
    key: "kommuner",
    ty: Type::List(&Type::Municipality),
    need: Need::ToPublish,
    label: "Kommuner",
    help: "Officiella namn eller fyrsiffriga koder.",
    sample: Some(Sample::checked(
        "okand-kommun",
        "[Umeå, Vännäs]",
        "[Umeåregionen]",
        "En region är ingen kommun. Välj varje kommun för sig.",
    )),
};

pub(super) const TIME: Field = Field {
    key: "period",
    ty: Type::Record(&PERIOD),
    need: Need::Optional,
    label: "Period",
    help: "När arbetet pågick, så noga som källorna säger.",
    sample: Some(Sample::checked(
        "slut-fore-start",
        "{fran: 2021-03, till: 2023-12}",
        "{fran: 2023-12, till: 2021-03}",
        "Slutet kommer före starten.",
    )),
};

pub(super) const STATE: Field = Field {
    key: "status",
    ty: STATUS,
    need: Need::Always,
    label: "Status",
    help: "`utkast` syns bara i förhandsgranskningen, `publicerad` på webbplatsen, `avpublicerad` lämnar en sida som säger varför.",
    sample: Some(Sample::checked(
        "okant-varde",
        "utkast",
        "klar",
        "Det finns bara tre ord att välja på. Börja alltid med utkast.",
    )),
};

pub(super) const WITHDRAWAL: Field = Field {
    key: "avpublicerad",
    ty: Type::Record(&WITHDRAWN),
    need: Need::Optional,
    label: "Avpublicerad",
    help: "Varför och när sidan togs bort. Behövs när status är `avpublicerad`.",
    sample: Some(Sample::checked(
        "saknad-uppgift",
        "{skal: Arbetet beskrevs fel., datum: 2026-11-02}",
        "{datum: 2026-11-02}",
        "Läsaren får inte veta varför sidan är borta.",
    )),
};

pub(super) const REVIEWED: Field = Field {
    key: "granskad",
    ty: Type::Date,
    need: Need::ToPublish,
    label: "Senast granskad",
    help: "Dagen då någon senast kontrollerade att sidan stämmer.",
    sample: Some(Sample::checked(
        "fel-typ",
        "2026-11-02",
        "november 2026",
        "Skriv hela datumet med siffror: år, månad och dag.",
    )),
};

pub(super) const CONTACT_POINT: Field = Field {
    key: "kontakt",
    ty: Type::Record(&CONTACT),
    need: Need::Optional,
    label: "Kontakt",
    help: "En funktion att vända sig till, aldrig en enskild person.",
    sample: Some(Sample::checked(
        "personlig-kontakt",
        "{funktion: Enhetschef, e-post: forsorjningsstod@kommun.example}",
        "{funktion: Enhetschef, e-post: anna.andersson@kommun.example}",
        "Adressen hör till en person. Ange en brevlåda som flera läser.",
    )),
};

pub(super) const FORMER: Field = Field {
    key: "tidigare-adresser",
    ty: Type::List(&Type::SiteAddress),
    need: Need::Optional,
    label: "Tidigare adresser",
    help: "Adresser som sidan har haft. De leder vidare hit.",
    sample: Some(Sample::checked(
        "felaktig-adress",
        "[/exempel/ovning-torget-for-unga/]",
        "[gamla torget]",
        "Skriv adressen från det första snedstrecket till det sista.",
    )),
};

pub(super) const WRITTEN_IN: Field = Field {
    key: "sprak",
    ty: LANGUAGE,
    need: Need::Optional,
    label: "Språk",
    help: "Sidans språk. Svenska om inget anges.",
    sample: Some(Sample::checked("okant-varde", "sv", "svenska", "Välj den korta formen i listan.")),
};

/// The rules that advise, each with what it advises on; a test compares them with the rules. What they say may be accepted.
pub const ADVISING: [(&str, &str); 5] = [
    ("lang-mening", "en mening är lång"),
    ("byrakratiskt-ord", "ett ord är byråkratiskt"),
    ("oforklarad-forkortning", "en förkortning förklaras inte"),
    ("svarlast-text", "texten är svår att läsa"),
    ("intetsagande-rubrik", "en rubrik säger inget"),
];

pub(super) const ACCEPTED: Field = Field {
    key: "godtas",
    ty: Type::List(&Type::Record(&ACCEPTANCE)),
    need: Need::Optional,
    label: "Godtagna råd",
    help: "Råd om språket som inte ska följas på den här sidan, med skäl. Visas inte för läsaren.",
    sample: Some(Sample::checked(
        "saknad-uppgift",
        "[{regel: byrakratiskt-ord, skal: Ordet står i lagens egen text.}]",
        "[{regel: byrakratiskt-ord}]",
        "Den som läser efter dig får inte veta varför rådet inte följs.",
    )),
};

static ACCEPTANCE: Table = Table {
    fields: &[
        Field {
            key: "regel",
            ty: Type::Choice(&ADVISING),
            need: Need::Always,
            label: "Regel",
            help: "Regeln som ger rådet.",
            sample: Some(Sample::checked(
                "okant-varde",
                "byrakratiskt-ord",
                "personnummer",
                "Bara råd om språket kan godtas. De andra reglerna gäller alltid.",
            )),
        },
        Field {
            key: "skal",
            ty: Type::Text { max: Some(300) },
            need: Need::Always,
            label: "Skäl",
            help: "Varför texten är som den är.",
            sample: Some(Sample::judged(
                "Ordet står i lagens egen text.",
                "Det blir bra ändå.",
                "Skälet ska hjälpa den som granskar sidan nästa gång.",
            )),
        },
    ],
    sections: &[],
};

pub(super) const CITED: Field = Field {
    key: "kalla",
    ty: Type::Sources,
    need: Need::ToPublish,
    label: "Källa",
    help: "Nummer på den källa som säger det.",
    sample: Some(Sample::checked("kalla-saknas", "1", "7", "Numret 7 finns inte bland sidans källor.")),
};

pub(super) const ORDER: Field = Field {
    key: "ordning",
    ty: Type::Integer { min: 0, max: 100_000 },
    need: Need::Optional,
    label: "Ordning",
    help: "Ett tal: sidor med lägre tal kommer först i listor.",
    sample: Some(Sample::checked("fel-typ", "10", "först", "Skriv ett tal. Lämna plats mellan talen: 10, 20, 30.")),
};

pub(super) const PRINTED: Field = Field {
    key: "utskrift",
    ty: Type::YesNo,
    need: Need::Optional,
    label: "Gjord för utskrift",
    help: "`ja` för en sida som är tänkt att skrivas ut.",
    sample: Some(Sample::checked("fel-typ", "ja", "A4", "Svara bara ja eller nej.")),
};

pub(super) static SOURCE: Table = Table {
    fields: &[
        Field {
            key: "nr",
            ty: Type::Integer { min: 1, max: 999 },
            need: Need::Always,
            label: "Nummer",
            help: "Numret som texten hänvisar till.",
            sample: Some(Sample::checked("fel-typ", "1", "[1]", "Skriv bara siffran. Klamrarna hör hemma i texten.")),
        },
        Field {
            key: "titel",
            ty: Type::Text { max: Some(300) },
            need: Need::Always,
            label: "Titel",
            help: "Källans titel.",
            sample: Some(Sample::judged(
                "Så arbetar Torget. Slutrapport",
                "Rapporten",
                "Läsaren ska kunna hitta källan. Skriv titeln som den står på den.",
            )),
        },
        Field {
            key: "utgivare",
            ty: Type::Text { max: Some(200) },
            need: Need::Optional,
            label: "Utgivare",
            help: "Den som står för källan.",
            sample: Some(Sample::judged(
                "Kommunens arbetsmarknadsenhet",
                "Internt",
                "Skriv vem som står för uppgiften.",
            )),
        },
        Field {
            key: "ar",
            ty: Type::Integer { min: 1800, max: 2200 },
            need: Need::Optional,
            label: "År",
            help: "Utgivningsår. Utelämnas om det är okänt.",
            sample: Some(Sample::checked("fel-typ", "2023", "2022–2023", "Skriv ett år: det då källan gavs ut.")),
        },
        Field {
            key: "adress",
            ty: Type::WebAddress,
            need: Need::Optional,
            label: "Adress",
            help: "Källans egen adress på webben.",
            sample: Some(Sample::checked(
                "felaktig-adress",
                "https://kommun.example/rapport.pdf",
                "kommunens webbplats",
                "Kopiera hela adressen ur webbläsaren, med https.",
            )),
        },
        Field {
            key: "last-kopia",
            ty: Type::WebAddress,
            need: Need::Optional,
            label: "Läst kopia",
            help: "Adressen till en kopia som lästes i stället för originalet. Visas aldrig som källans adress.",
            sample: Some(Sample::checked(
                "felaktig-adress",
                "https://arkiv.example/kopia.pdf",
                "finns i arkivet",
                "Kopiera hela adressen till kopian.",
            )),
        },
        Field {
            key: "typ",
            ty: Type::Term { vocabulary: "kalltyper", unknown: false },
            need: Need::Optional,
            label: "Typ av källa",
            help: "Vad för slags källa det är.",
            sample: Some(Sample::judged(
                "rapport",
                "forskning",
                "En kommuns egen rapport är inte forskning. Välj det som källan är, inte det den liknar.",
            )),
        },
        Field {
            key: "last-omfattning",
            ty: Type::Text { max: Some(200) },
            need: Need::Optional,
            label: "Läst omfattning",
            help: "Hur mycket av källan som är läst, till exempel `inledningen` eller `hela`.",
            sample: Some(Sample::judged(
                "sidorna 1–12",
                "lite",
                "Skriv vad du har läst, så att andra kan läsa samma sak.",
            )),
        },
        Field {
            key: "last",
            ty: Type::PartialDate,
            need: Need::Optional,
            label: "Läst",
            help: "När källan lästes.",
            sample: Some(Sample::checked("fel-typ", "2026-11", "i november", "Skriv år och månad med siffror.")),
        },
    ],
    sections: &[],
};

pub(super) static PERIOD: Table = Table {
    fields: &[
        Field {
            key: "fran",
            ty: Type::PartialDate,
            need: Need::Optional,
            label: "Från",
            help: "Start: år, månad eller dag.",
            sample: Some(Sample::checked(
                "fel-typ",
                "2021-03",
                "mars 2021",
                "Skriv med siffror. Vet du bara året räcker det.",
            )),
        },
        Field {
            key: "till",
            ty: Type::PartialDate,
            need: Need::Optional,
            label: "Till",
            help: "Slut: år, månad eller dag.",
            sample: Some(Sample::checked(
                "fel-typ",
                "2023-12",
                "pågår",
                "Lämna tomt om arbetet pågår. Välj i stället läge i fältet Verksamhetsläge.",
            )),
        },
        Field {
            key: "text",
            ty: Type::Text { max: Some(300) },
            need: Need::Optional,
            label: "Beskrivning",
            help: "Perioden i ord, när årtal inte räcker.",
            sample: Some(Sample::judged(
                "Började som projekt. Källan säger inte när det blev fast.",
                "Sedan länge",
                "Skriv vad källan säger om tiden, eller lämna tomt.",
            )),
        },
    ],
    sections: &[],
};

pub(super) static CONTACT: Table = Table {
    fields: &[
        Field {
            key: "funktion",
            ty: Type::Text { max: Some(120) },
            need: Need::Always,
            label: "Funktion",
            help: "En roll eller enhet, till exempel `Enhetschef, försörjningsstöd`.",
            sample: Some(Sample::judged(
                "Enhetschef, försörjningsstöd",
                "Anna på försörjningsstöd",
                "En person kan byta arbete. Skriv aldrig en persons namn.",
            )),
        },
        Field {
            key: "e-post",
            ty: Type::Email,
            need: Need::Optional,
            label: "E-post",
            help: "En funktionsbrevlåda, aldrig en persons egen adress.",
            sample: Some(Sample::checked(
                "personlig-kontakt",
                "forsorjningsstod@kommun.example",
                "anna.andersson@kommun.example",
                "Adressen hör till en person.",
            )),
        },
        Field {
            key: "telefon",
            ty: Type::Text { max: Some(40) },
            need: Need::Optional,
            label: "Telefon",
            help: "Ett nummer till växel eller funktion, aldrig en persons eget.",
            sample: Some(Sample::checked(
                "personlig-kontakt",
                "090-16 10 00",
                "070-174 06 05",
                "Ett mobilnummer hör oftast till en person. Ange växeln.",
            )),
        },
    ],
    sections: &[],
};

pub(super) static WITHDRAWN: Table = Table {
    fields: &[
        Field {
            key: "skal",
            ty: Type::Text { max: Some(300) },
            need: Need::Always,
            label: "Skäl",
            help: "Varför sidan togs bort, så att en läsare förstår.",
            sample: Some(Sample::judged(
                "Kommunen har slutat med arbetssättet.",
                "Enligt beslut",
                "Läsaren ska förstå varför sidan är borta.",
            )),
        },
        Field {
            key: "datum",
            ty: Type::Date,
            need: Need::Always,
            label: "Datum",
            help: "Dagen då sidan togs bort.",
            sample: Some(Sample::checked("fel-typ", "2026-11-02", "igår", "Skriv hela datumet med siffror.")),
        },
    ],
    sections: &[],
};
