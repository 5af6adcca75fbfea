//! FIA: guidance, and experiences of using it.

use super::{Field, Need, Table, Type, shared};

/// A step of the way through FIA, in the order in which it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    Method,
    Need,
    Interview,
    Plan,
    FollowUp,
}

/// Each step's word in the files, with its meaning, in the order of [`Step::ALL`].
const STEPS: [(&str, &str); 5] = [
    ("metod", "vad metoden är och vem den är till för"),
    ("behov", "vilka livsområden personen kan behöva stöd inom"),
    ("intervju", "hur intervjun går till"),
    ("plan", "från intervju till plan"),
    ("uppfoljning", "hur arbetet följs upp"),
];

impl Step {
    pub const ALL: [Step; 5] = [Step::Method, Step::Need, Step::Interview, Step::Plan, Step::FollowUp];

    /// The step that a word of a file means.
    pub fn from_word(word: &str) -> Option<Step> {
        STEPS.iter().position(|(step, _)| *step == word).map(|index| Step::ALL[index])
    }
}

pub(super) static GUIDANCE: Table = Table {
    fields: &[
        Field {
            key: "id",
            ty: Type::Id,
            need: Need::Always,
            label: "Id",
            help: "Samma som filens namn, utan `.md`. Ändras aldrig, även om titeln ändras.",
        },
        Field {
            key: "titel",
            ty: Type::Text { max: Some(120) },
            need: Need::Always,
            label: "Titel",
            help: "Sidans rubrik. Adressen kommer från filens namn och inte från titeln.",
        },
        Field {
            key: "sammanfattning",
            ty: Type::Text { max: Some(300) },
            need: Need::ToPublish,
            label: "Sammanfattning",
            help: "En eller två meningar, högst 300 tecken, utan källhänvisningar.",
        },
        Field {
            key: "steg",
            ty: Type::Choice(&STEPS),
            need: Need::ToPublish,
            label: "Steg",
            help: "Det steg på vägen genom FIA som sidan hör till.",
        },
        Field {
            key: "ordning",
            ty: Type::Integer { min: 0, max: 100_000 },
            need: Need::Optional,
            label: "Ordning",
            help: "Ett tal: av sidorna i samma steg kommer de med lägre tal först.",
        },
        Field {
            key: "livsomraden",
            ty: Type::List(&Type::Term { vocabulary: "livsomraden", unknown: false }),
            need: Need::Optional,
            label: "Livsområden",
            help: "Livsområden som sidan handlar om.",
        },
        Field {
            key: "utskrift",
            ty: Type::YesNo,
            need: Need::Optional,
            label: "Gjord för utskrift",
            help: "`ja` för en sida som är tänkt att skrivas ut.",
        },
        Field {
            key: "kallor",
            ty: Type::List(&Type::Record(&shared::SOURCE)),
            need: Need::ToPublish,
            label: "Källor",
            help: "Allt som sidans uppgifter bygger på. Hänvisa med numret inom hakparentes, till exempel [1].",
        },
        Field {
            key: "status",
            ty: shared::STATUS,
            need: Need::Always,
            label: "Status",
            help: "`utkast` syns bara i förhandsgranskningen, `publicerad` på webbplatsen, `avpublicerad` lämnar en sida som säger varför.",
        },
        Field {
            key: "avpublicerad",
            ty: Type::Record(&shared::WITHDRAWN),
            need: Need::Optional,
            label: "Avpublicerad",
            help: "Varför och när sidan togs bort. Behövs när status är `avpublicerad`.",
        },
        Field {
            key: "granskad",
            ty: Type::Date,
            need: Need::ToPublish,
            label: "Senast granskad",
            help: "Dagen då någon senast kontrollerade att sidan stämmer.",
        },
        Field {
            key: "kontakt",
            ty: Type::Record(&shared::CONTACT),
            need: Need::Optional,
            label: "Kontakt",
            help: "En funktion att vända sig till, aldrig en enskild person.",
        },
        Field {
            key: "tidigare-adresser",
            ty: Type::List(&Type::SiteAddress),
            need: Need::Optional,
            label: "Tidigare adresser",
            help: "Adresser som sidan har haft. De leder vidare hit.",
        },
        Field {
            key: "sprak",
            ty: shared::LANGUAGE,
            need: Need::Optional,
            label: "Språk",
            help: "Sidans språk. Svenska om inget anges.",
        },
    ],
    sections: &[],
};

pub(super) static EXPERIENCE: Table = Table {
    fields: &[
        Field {
            key: "id",
            ty: Type::Id,
            need: Need::Always,
            label: "Id",
            help: "Samma som filens namn, utan `.md`. Ändras aldrig, även om titeln ändras.",
        },
        Field {
            key: "titel",
            ty: Type::Text { max: Some(120) },
            need: Need::Always,
            label: "Titel",
            help: "Sidans rubrik. Adressen kommer från filens namn och inte från titeln.",
        },
        Field {
            key: "sammanfattning",
            ty: Type::Text { max: Some(300) },
            need: Need::ToPublish,
            label: "Sammanfattning",
            help: "En eller två meningar, högst 300 tecken, utan källhänvisningar.",
        },
        Field {
            key: "kommuner",
            ty: Type::List(&Type::Municipality),
            need: Need::ToPublish,
            label: "Kommuner",
            help: "Officiella namn eller fyrsiffriga koder.",
        },
        Field {
            key: "period",
            ty: Type::Record(&shared::PERIOD),
            need: Need::Optional,
            label: "Period",
            help: "När arbetet pågick, så noga som källorna säger.",
        },
        Field {
            key: "kallor",
            ty: Type::List(&Type::Record(&shared::SOURCE)),
            need: Need::ToPublish,
            label: "Källor",
            help: "Allt som sidans uppgifter bygger på. Hänvisa med numret inom hakparentes, till exempel [1].",
        },
        Field {
            key: "status",
            ty: shared::STATUS,
            need: Need::Always,
            label: "Status",
            help: "`utkast` syns bara i förhandsgranskningen, `publicerad` på webbplatsen, `avpublicerad` lämnar en sida som säger varför.",
        },
        Field {
            key: "avpublicerad",
            ty: Type::Record(&shared::WITHDRAWN),
            need: Need::Optional,
            label: "Avpublicerad",
            help: "Varför och när sidan togs bort. Behövs när status är `avpublicerad`.",
        },
        Field {
            key: "granskad",
            ty: Type::Date,
            need: Need::ToPublish,
            label: "Senast granskad",
            help: "Dagen då någon senast kontrollerade att sidan stämmer.",
        },
        Field {
            key: "kontakt",
            ty: Type::Record(&shared::CONTACT),
            need: Need::Optional,
            label: "Kontakt",
            help: "En funktion att vända sig till, aldrig en enskild person.",
        },
        Field {
            key: "tidigare-adresser",
            ty: Type::List(&Type::SiteAddress),
            need: Need::Optional,
            label: "Tidigare adresser",
            help: "Adresser som sidan har haft. De leder vidare hit.",
        },
        Field {
            key: "sprak",
            ty: shared::LANGUAGE,
            need: Need::Optional,
            label: "Språk",
            help: "Sidans språk. Svenska om inget anges.",
        },
    ],
    sections: &[],
};
