//! The glossary.

use super::{Field, Need, Table, Type};

pub(super) static TABLE: Table = Table {
    fields: &[
        Field {
            key: "term",
            ty: Type::Text { max: Some(80) },
            need: Need::Always,
            label: "Term",
            help: "Ordet.",
            sample: None,
        },
        Field {
            key: "bojningar",
            ty: Type::List(&Type::Text { max: Some(80) }),
            need: Need::Optional,
            label: "Böjningar",
            help: "Ordets andra former, till exempel `samtycket`. De länkas till ordlistan precis som ordet självt.",
            sample: None,
        },
        Field {
            key: "forklaring",
            ty: Type::Text { max: Some(400) },
            need: Need::Always,
            label: "Förklaring",
            help: "Vad det betyder, på enkel svenska.",
            sample: None,
        },
        Field {
            key: "se-aven",
            ty: Type::List(&Type::Text { max: Some(80) }),
            need: Need::Optional,
            label: "Se även",
            help: "Andra termer i ordlistan.",
            sample: None,
        },
        Field {
            key: "lank",
            ty: Type::SiteAddress,
            need: Need::Optional,
            label: "Länk",
            help: "En sida som berättar mer.",
            sample: None,
        },
        Field {
            key: "kallor",
            ty: Type::List(&Type::Text { max: Some(300) }),
            need: Need::Optional,
            label: "Källor",
            help: "Var förklaringen är hämtad.",
            sample: None,
        },
    ],
    sections: &[],
};
