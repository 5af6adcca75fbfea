//! Any other page: only the title is needed.

use super::{Field, Need, Table, Type, shared};

pub(super) static TABLE: Table = Table {
    fields: &[
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
            need: Need::Optional,
            label: "Sammanfattning",
            help: "En eller två meningar, högst 300 tecken, utan källhänvisningar.",
        },
        Field {
            key: "ordning",
            ty: Type::Integer { min: 0, max: 100_000 },
            need: Need::Optional,
            label: "Ordning",
            help: "Ett tal: sidor med lägre tal kommer först i listor.",
        },
        Field {
            key: "utskrift",
            ty: Type::YesNo,
            need: Need::Optional,
            label: "Gjord för utskrift",
            help: "`ja` för en sida som är tänkt att skrivas ut.",
        },
        Field {
            key: "lagtext",
            ty: Type::Record(&LAW),
            need: Need::Optional,
            label: "Lagtext",
            help: "För sidor om lag: vilken lydelse, och om den är kontrollerad.",
        },
        Field {
            key: "kallor",
            ty: Type::List(&Type::Record(&shared::SOURCE)),
            need: Need::Optional,
            label: "Källor",
            help: "Allt som sidans uppgifter bygger på. Hänvisa med numret inom hakparentes, till exempel [1].",
        },
        Field {
            key: "status",
            ty: shared::STATUS,
            need: Need::Optional,
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
            need: Need::Optional,
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

static LAW: Table = Table {
    fields: &[
        Field {
            key: "lydelse",
            ty: Type::Text { max: Some(300) },
            need: Need::Always,
            label: "Lydelse",
            help: "Vilken lag, och till och med vilken ändring.",
        },
        Field {
            key: "hamtad", ty: Type::Date, need: Need::Always, label: "Hämtad", help: "Dagen då texten hämtades."
        },
        Field {
            key: "kontrollerad",
            ty: Type::DateOrNo,
            need: Need::Always,
            label: "Kontrollerad mot officiell text",
            help: "Dagen för kontrollen, eller `nej`.",
        },
    ],
    sections: &[],
};
