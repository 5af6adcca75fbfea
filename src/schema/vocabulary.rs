//! One closed vocabulary.

use super::{Field, Need, Table, Type};

pub(super) static TABLE: Table = Table {
    fields: &[
        Field {
            key: "namn",
            ty: Type::Text { max: Some(80) },
            need: Need::Always,
            label: "Namn",
            help: "Vokabulärens namn.",
            sample: None,
        },
        Field {
            key: "beskrivning",
            ty: Type::Text { max: Some(600) },
            need: Need::Optional,
            label: "Beskrivning",
            help: "Vad vokabulären skiljer på.",
            sample: None,
        },
        Field {
            key: "varden",
            ty: Type::List(&Type::Record(&TERM)),
            need: Need::Always,
            label: "Värden",
            help: "De tillåtna värdena.",
            sample: None,
        },
    ],
    sections: &[],
};

static TERM: Table = Table {
    fields: &[
        Field {
            key: "id",
            ty: Type::Id,
            need: Need::Always,
            label: "Id",
            help: "Små bokstäver utan å, ä och ö. Ändras aldrig.",
            sample: None,
        },
        Field {
            key: "namn",
            ty: Type::Text { max: Some(100) },
            need: Need::Always,
            label: "Namn",
            help: "Namnet på webbplatsen.",
            sample: None,
        },
        Field {
            key: "beskrivning",
            ty: Type::Text { max: Some(600) },
            need: Need::Optional,
            label: "Beskrivning",
            help: "Vad värdet betyder.",
            sample: None,
        },
        Field {
            key: "synonymer",
            ty: Type::List(&Type::Text { max: Some(80) }),
            need: Need::Optional,
            label: "Synonymer",
            help: "Andra ord för samma sak.",
            sample: None,
        },
        Field {
            key: "anmarkning",
            ty: Type::Text { max: Some(600) },
            need: Need::Optional,
            label: "Anmärkning",
            help: "Något som läsaren bör veta om värdet.",
            sample: None,
        },
    ],
    sections: &[],
};
