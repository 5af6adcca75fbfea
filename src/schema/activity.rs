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
            key: "form",
            ty: Type::Choice(&FORMS),
            need: Need::Always,
            label: "Form",
            help: "Vad det var, till exempel `konferens` eller `brev`.",
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
            need: Need::Always,
            label: "För vem",
            help: "Vilka det riktade sig till, eller vem dialogen fördes med.",
            sample: None,
        },
        Field {
            key: "antal",
            ty: Type::Record(&COUNT),
            need: Need::Optional,
            label: "Antal",
            help: "Hur många som deltog eller tog emot, bara om det är räknat. En uppskattning utelämnas.",
            sample: None,
        },
        shared::SOURCES.when(Need::Always),
    ],
    sections: &[],
};

/// What can be done beside the site; each has words in the report (`site-activity-…`).
pub const FORMS: [(&str, &str); 9] = [
    ("konferens", "konferens, seminarium eller mässa"),
    ("webbseminarium", "webbseminarium"),
    ("utbildning", "utbildning eller kurs"),
    ("brev", "brev eller e-post till namngivna mottagare"),
    ("nyhetsbrev", "nyhetsbrev"),
    ("publikation", "tryckt eller digital skrift"),
    ("webbplats", "text på en annan webbplats"),
    ("mote", "möte, till exempel med SKR eller en utredning"),
    ("annat", "annat, som beskrivningen berättar om"),
];

static COUNT: Table = Table {
    fields: &[
        Field {
            key: "tal",
            ty: Type::Integer { min: 0, max: 10_000_000 },
            need: Need::Always,
            label: "Tal",
            help: "Hur många.",
            sample: None,
        },
        Field {
            key: "raknat",
            ty: Type::Text { max: Some(200) },
            need: Need::Always,
            label: "Hur det är räknat",
            help: "Vad som räknades och hur, till exempel `deltagare enligt anmälningslistan`.",
            sample: None,
        },
    ],
    sections: &[],
};
