//! FIA: guidance, and experiences of using it.

use super::{Field, Need, Table, Type, shared};

pub(super) static GUIDANCE: Table = Table {
    fields: &[
        shared::ID,
        shared::TITLE,
        shared::SUMMARY,
        shared::ORDER,
        Field {
            key: "livsomraden",
            ty: Type::List(&Type::Term { vocabulary: "livsomraden", unknown: false }),
            need: Need::Optional,
            label: "Livsområden",
            help: "Livsområden som sidan handlar om.",
        },
        shared::PRINTED,
        shared::SOURCES,
        shared::STATE,
        shared::WITHDRAWAL,
        shared::REVIEWED,
        shared::CONTACT_POINT,
        shared::FORMER,
        shared::WRITTEN_IN,
    ],
    sections: &[],
};

pub(super) static EXPERIENCE: Table = Table {
    fields: &[
        shared::ID,
        shared::TITLE,
        shared::SUMMARY,
        shared::MUNICIPALITIES,
        shared::TIME,
        shared::SOURCES,
        shared::STATE,
        shared::WITHDRAWAL,
        shared::REVIEWED,
        shared::CONTACT_POINT,
        shared::FORMER,
        shared::WRITTEN_IN,
    ],
    sections: &[],
};
