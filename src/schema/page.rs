//! Any other page: only the title is needed.

use super::{Field, Need, Table, Type, shared};

pub(super) static TABLE: Table = Table {
    fields: &[
        shared::TITLE,
        shared::SUMMARY.when(Need::Optional),
        shared::ORDER,
        shared::PRINTED,
        Field {
            key: "lagtext",
            ty: Type::Record(&LAW),
            need: Need::Optional,
            label: "Lagtext",
            help: "För sidor om lag: vilken lydelse, och om den är kontrollerad.",
        },
        shared::SOURCES.when(Need::Optional),
        shared::STATE.when(Need::Optional),
        shared::WITHDRAWAL,
        shared::REVIEWED.when(Need::Optional),
        shared::CONTACT_POINT,
        shared::FORMER,
        shared::WRITTEN_IN,
        shared::ACCEPTED,
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
