//! The facts beside a media file.

use super::{Field, Need, Table, Type};

pub(super) static TABLE: Table = Table {
    fields: &[
        Field {
            key: "upphov",
            ty: Type::Text { max: Some(200) },
            need: Need::Always,
            label: "Upphov",
            help: "Den som har gjort bilden eller filen. Visas vid bilden.",
            sample: None,
        },
        Field {
            key: "licens",
            ty: Type::Text { max: Some(100) },
            need: Need::Always,
            label: "Licens",
            help: "Licensen som ger rätt att publicera. Visas vid bilden.",
            sample: None,
        },
        Field {
            key: "alt",
            ty: Type::Text { max: Some(300) },
            need: Need::Always,
            label: "Alternativtext",
            help: "Vad bilden visar, för den som inte ser den.",
            sample: None,
        },
        Field {
            key: "beskrivning",
            ty: Type::Text { max: Some(2000) },
            need: Need::Optional,
            label: "Beskrivning",
            help: "En längre beskrivning. Visas under bilden.",
            sample: None,
        },
    ],
    sections: &[],
};
