//! A dated notice.

use super::{Field, Need, Table, Type, shared};

pub(super) static TABLE: Table = Table {
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
            key: "datum",
            ty: Type::Date,
            need: Need::Always,
            label: "Datum",
            help: "Dagen då nyheten publiceras.",
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
