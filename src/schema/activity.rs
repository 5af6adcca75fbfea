//! What was done beside the site to spread the knowledge, for the report to the government.

use super::{Field, Need, Table, Type, shared};

pub(super) static TABLE: Table = Table {
    fields: &[
        shared::ID,
        shared::TITLE,
        Field {
            key: "typ",
            ty: Type::Choice(&[
                ("spridning", "spridning: konferens, brev, webbseminarium"),
                ("dialog", "dialog: SKR, utredningar, andra aktörer"),
            ]),
            need: Need::Always,
            label: "Typ",
            help: "`spridning` eller `dialog`.",
            sample: None,
        },
        Field {
            key: "datum",
            ty: Type::PartialDate,
            need: Need::Always,
            label: "Datum",
            help: "När det skedde, eller började.",
            sample: None,
        },
        Field {
            key: "slutdatum",
            ty: Type::PartialDate,
            need: Need::Optional,
            label: "Slutdatum",
            help: "När det slutade.",
            sample: None,
        },
        Field {
            key: "beskrivning",
            ty: Type::Text { max: Some(2000) },
            need: Need::Always,
            label: "Beskrivning",
            help: "Vad som gjordes.",
            sample: None,
        },
        Field {
            key: "malgrupp",
            ty: Type::Text { max: Some(300) },
            need: Need::Optional,
            label: "Målgrupp",
            help: "Vilka det riktade sig till.",
            sample: None,
        },
        Field {
            key: "antal",
            ty: Type::Integer { min: 0, max: 10_000_000 },
            need: Need::Optional,
            label: "Antal",
            help: "Hur många det nådde, om det är räknat.",
            sample: None,
        },
        shared::SOURCES.when(Need::Optional),
    ],
    sections: &[],
};
