//! Search synonyms.

use super::{Field, Need, Table, Type};

pub(super) static TABLE: Table = Table {
    fields: &[
        Field {
            key: "ord",
            ty: Type::Text { max: Some(80) },
            need: Need::Always,
            label: "Ord",
            help: "Det ord som webbplatsen använder.",
            sample: None,
        },
        Field {
            key: "synonymer",
            ty: Type::List(&Type::Text { max: Some(80) }),
            need: Need::Always,
            label: "Synonymer",
            help: "Andra ord som leder till det.",
            sample: None,
        },
        Field {
            key: "helt-ord",
            ty: Type::List(&Type::Text { max: Some(80) }),
            need: Need::Optional,
            label: "Bara som helt ord",
            help: "Förkortningar som bara gäller som hela ord.",
            sample: None,
        },
        Field {
            key: "kalla",
            ty: Type::Text { max: Some(300) },
            need: Need::Optional,
            label: "Källa",
            help: "Var orden är hämtade.",
            sample: None,
        },
        Field {
            key: "anmarkning",
            ty: Type::Text { max: Some(300) },
            need: Need::Optional,
            label: "Anmärkning",
            help: "Något att veta om orden.",
            sample: None,
        },
    ],
    sections: &[],
};
