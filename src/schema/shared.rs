//! Fields and records that several kinds of document share.

use super::{Field, Need, Table, Type};

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
};

pub(super) const TITLE: Field = Field {
    key: "titel",
    ty: Type::Text { max: Some(120) },
    need: Need::Always,
    label: "Titel",
    help: "Sidans rubrik. Adressen kommer från filens namn och inte från titeln.",
};

pub(super) const SUMMARY: Field = Field {
    key: "sammanfattning",
    ty: Type::Text { max: Some(300) },
    need: Need::ToPublish,
    label: "Sammanfattning",
    help: "En eller två meningar, högst 300 tecken, utan källhänvisningar.",
};

pub(super) const SOURCES: Field = Field {
    key: "kallor",
    ty: Type::List(&Type::Record(&SOURCE)),
    need: Need::ToPublish,
    label: "Källor",
    help: "Allt som sidans uppgifter bygger på. Hänvisa med numret inom hakparentes, till exempel [1].",
};

pub(super) const MUNICIPALITIES: Field = Field {
    key: "kommuner",
    ty: Type::List(&Type::Municipality),
    need: Need::ToPublish,
    label: "Kommuner",
    help: "Officiella namn eller fyrsiffriga koder.",
};

pub(super) const TIME: Field = Field {
    key: "period",
    ty: Type::Record(&PERIOD),
    need: Need::Optional,
    label: "Period",
    help: "När arbetet pågick, så noga som källorna säger.",
};

pub(super) const STATE: Field = Field {
    key: "status",
    ty: STATUS,
    need: Need::Always,
    label: "Status",
    help: "`utkast` syns bara i förhandsgranskningen, `publicerad` på webbplatsen, `avpublicerad` lämnar en sida som säger varför.",
};

pub(super) const WITHDRAWAL: Field = Field {
    key: "avpublicerad",
    ty: Type::Record(&WITHDRAWN),
    need: Need::Optional,
    label: "Avpublicerad",
    help: "Varför och när sidan togs bort. Behövs när status är `avpublicerad`.",
};

pub(super) const REVIEWED: Field = Field {
    key: "granskad",
    ty: Type::Date,
    need: Need::ToPublish,
    label: "Senast granskad",
    help: "Dagen då någon senast kontrollerade att sidan stämmer.",
};

pub(super) const CONTACT_POINT: Field = Field {
    key: "kontakt",
    ty: Type::Record(&CONTACT),
    need: Need::Optional,
    label: "Kontakt",
    help: "En funktion att vända sig till, aldrig en enskild person.",
};

pub(super) const FORMER: Field = Field {
    key: "tidigare-adresser",
    ty: Type::List(&Type::SiteAddress),
    need: Need::Optional,
    label: "Tidigare adresser",
    help: "Adresser som sidan har haft. De leder vidare hit.",
};

pub(super) const WRITTEN_IN: Field = Field {
    key: "sprak",
    ty: LANGUAGE,
    need: Need::Optional,
    label: "Språk",
    help: "Sidans språk. Svenska om inget anges.",
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
};

static ACCEPTANCE: Table = Table {
    fields: &[
        Field {
            key: "regel",
            ty: Type::Choice(&ADVISING),
            need: Need::Always,
            label: "Regel",
            help: "Regeln som ger rådet.",
        },
        Field {
            key: "skal",
            ty: Type::Text { max: Some(300) },
            need: Need::Always,
            label: "Skäl",
            help: "Varför texten är som den är.",
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
};

pub(super) const ORDER: Field = Field {
    key: "ordning",
    ty: Type::Integer { min: 0, max: 100_000 },
    need: Need::Optional,
    label: "Ordning",
    help: "Ett tal: sidor med lägre tal kommer först i listor.",
};

pub(super) const PRINTED: Field = Field {
    key: "utskrift",
    ty: Type::YesNo,
    need: Need::Optional,
    label: "Gjord för utskrift",
    help: "`ja` för en sida som är tänkt att skrivas ut.",
};

pub(super) static SOURCE: Table = Table {
    fields: &[
        Field {
            key: "nr",
            ty: Type::Integer { min: 1, max: 999 },
            need: Need::Always,
            label: "Nummer",
            help: "Numret som texten hänvisar till.",
        },
        Field {
            key: "titel",
            ty: Type::Text { max: Some(300) },
            need: Need::Always,
            label: "Titel",
            help: "Källans titel.",
        },
        Field {
            key: "utgivare",
            ty: Type::Text { max: Some(200) },
            need: Need::Optional,
            label: "Utgivare",
            help: "Den som står för källan.",
        },
        Field {
            key: "ar",
            ty: Type::Integer { min: 1800, max: 2200 },
            need: Need::Optional,
            label: "År",
            help: "Utgivningsår. Utelämnas om det är okänt.",
        },
        Field {
            key: "adress",
            ty: Type::WebAddress,
            need: Need::Optional,
            label: "Adress",
            help: "Källans egen adress på webben.",
        },
        Field {
            key: "last-kopia",
            ty: Type::WebAddress,
            need: Need::Optional,
            label: "Läst kopia",
            help: "Adressen till en kopia som lästes i stället för originalet. Visas aldrig som källans adress.",
        },
        Field {
            key: "typ",
            ty: Type::Term { vocabulary: "kalltyper", unknown: false },
            need: Need::Optional,
            label: "Typ av källa",
            help: "Vad för slags källa det är.",
        },
        Field {
            key: "last-omfattning",
            ty: Type::Text { max: Some(200) },
            need: Need::Optional,
            label: "Läst omfattning",
            help: "Hur mycket av källan som är läst, till exempel `inledningen` eller `hela`.",
        },
        Field {
            key: "last", ty: Type::PartialDate, need: Need::Optional, label: "Läst", help: "När källan lästes."
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
        },
        Field {
            key: "till",
            ty: Type::PartialDate,
            need: Need::Optional,
            label: "Till",
            help: "Slut: år, månad eller dag.",
        },
        Field {
            key: "text",
            ty: Type::Text { max: Some(300) },
            need: Need::Optional,
            label: "Beskrivning",
            help: "Perioden i ord, när årtal inte räcker.",
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
        },
        Field {
            key: "e-post",
            ty: Type::Email,
            need: Need::Optional,
            label: "E-post",
            help: "En funktionsbrevlåda, aldrig en persons egen adress.",
        },
        Field {
            key: "telefon",
            ty: Type::Text { max: Some(40) },
            need: Need::Optional,
            label: "Telefon",
            help: "Ett nummer till växel eller funktion, aldrig en persons eget.",
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
        },
        Field { key: "datum", ty: Type::Date, need: Need::Always, label: "Datum", help: "Dagen då sidan togs bort." },
    ],
    sections: &[],
};
