//! Records that several kinds of document share.

use super::{Field, Need, Table, Type};

/// Where a document stands on its way to readers.
pub(super) const STATUS: Type = Type::Choice(&[
    ("utkast", "syns bara i förhandsgranskningen"),
    ("publicerad", "syns på webbplatsen"),
    ("avpublicerad", "borttagen, med en sida som säger varför"),
]);

/// Languages of pages; more may come.
pub(super) const LANGUAGE: Type = Type::Choice(&[("sv", "svenska"), ("en", "engelska")]);

pub(super) static SOURCE: Table = Table {
    fields: &[
        Field {
            key: "nr",
            ty: Type::Integer { min: 1, max: 999 },
            need: Need::Always,
            label: "Nummer",
            help: "Numret som texten hänvisar till.",
        },
        Field {
            key: "titel",
            ty: Type::Text { max: Some(300) },
            need: Need::Always,
            label: "Titel",
            help: "Källans titel.",
        },
        Field {
            key: "utgivare",
            ty: Type::Text { max: Some(200) },
            need: Need::Optional,
            label: "Utgivare",
            help: "Den som står för källan.",
        },
        Field {
            key: "ar",
            ty: Type::Integer { min: 1800, max: 2200 },
            need: Need::Optional,
            label: "År",
            help: "Utgivningsår. Utelämnas om det är okänt.",
        },
        Field {
            key: "adress",
            ty: Type::WebAddress,
            need: Need::Optional,
            label: "Adress",
            help: "Källans egen adress på webben.",
        },
        Field {
            key: "last-kopia",
            ty: Type::WebAddress,
            need: Need::Optional,
            label: "Läst kopia",
            help: "Adressen till en kopia som lästes i stället för originalet. Visas aldrig som källans adress.",
        },
        Field {
            key: "typ",
            ty: Type::Term { vocabulary: "kalltyper", unknown: false },
            need: Need::Optional,
            label: "Typ av källa",
            help: "Vad för slags källa det är.",
        },
        Field {
            key: "last-omfattning",
            ty: Type::Text { max: Some(200) },
            need: Need::Optional,
            label: "Läst omfattning",
            help: "Hur mycket av källan som är läst, till exempel `inledningen` eller `hela`.",
        },
        Field {
            key: "last", ty: Type::PartialDate, need: Need::Optional, label: "Läst", help: "När källan lästes."
        },
    ],
    sections: &[],
};

pub(super) static PERIOD: Table = Table {
    fields: &[
        Field {
            key: "fran",
            ty: Type::PartialDate,
            need: Need::Optional,
            label: "Från",
            help: "Start: år, månad eller dag.",
        },
        Field {
            key: "till",
            ty: Type::PartialDate,
            need: Need::Optional,
            label: "Till",
            help: "Slut: år, månad eller dag.",
        },
        Field {
            key: "text",
            ty: Type::Text { max: Some(300) },
            need: Need::Optional,
            label: "Beskrivning",
            help: "Perioden i ord, när årtal inte räcker.",
        },
    ],
    sections: &[],
};

pub(super) static CONTACT: Table = Table {
    fields: &[
        Field {
            key: "funktion",
            ty: Type::Text { max: Some(120) },
            need: Need::Always,
            label: "Funktion",
            help: "En roll eller enhet, till exempel `Enhetschef, försörjningsstöd`.",
        },
        Field {
            key: "e-post",
            ty: Type::Email,
            need: Need::Optional,
            label: "E-post",
            help: "En funktionsbrevlåda, aldrig en persons egen adress.",
        },
        Field {
            key: "telefon",
            ty: Type::Text { max: Some(40) },
            need: Need::Optional,
            label: "Telefon",
            help: "Ett nummer till växel eller funktion, aldrig en persons eget.",
        },
    ],
    sections: &[],
};

pub(super) static WITHDRAWN: Table = Table {
    fields: &[
        Field {
            key: "skal",
            ty: Type::Text { max: Some(300) },
            need: Need::Always,
            label: "Skäl",
            help: "Varför sidan togs bort, så att en läsare förstår.",
        },
        Field { key: "datum", ty: Type::Date, need: Need::Always, label: "Datum", help: "Dagen då sidan togs bort." },
    ],
    sections: &[],
};
