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
        },
        Field {
            key: "beskrivning",
            ty: Type::Text { max: Some(600) },
            need: Need::Optional,
            label: "Beskrivning",
            help: "Vad vokabulären skiljer på.",
        },
        Field {
            key: "varden",
            ty: Type::List(&Type::Record(&TERM)),
            need: Need::Always,
            label: "Värden",
            help: "De tillåtna värdena.",
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
        },
        Field {
            key: "namn",
            ty: Type::Text { max: Some(100) },
            need: Need::Always,
            label: "Namn",
            help: "Namnet på webbplatsen.",
        },
        Field {
            key: "beskrivning",
            ty: Type::Text { max: Some(600) },
            need: Need::Optional,
            label: "Beskrivning",
            help: "Vad värdet betyder.",
        },
        Field {
            key: "synonymer",
            ty: Type::List(&Type::Text { max: Some(80) }),
            need: Need::Optional,
            label: "Synonymer",
            help: "Andra ord för samma sak.",
        },
        Field {
            key: "anmarkning",
            ty: Type::Text { max: Some(600) },
            need: Need::Optional,
            label: "Anmärkning",
            help: "Något som läsaren bör veta om värdet.",
        },
    ],
    sections: &[],
};
