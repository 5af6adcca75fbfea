//! A dated notice.

use super::{Field, Need, Sample, Table, Type, shared};

pub(super) static TABLE: Table = Table {
    fields: &[
        shared::ID,
        shared::TITLE,
        shared::SUMMARY,
        Field {
            key: "datum",
            ty: Type::Date,
            need: Need::Always,
            label: "Datum",
            help: "Dagen då nyheten publiceras.",
            sample: Some(Sample::checked("fel-typ", "2026-11-02", "2 november", "Skriv hela datumet med siffror.")),
        },
        shared::SOURCES.when(Need::Optional),
        shared::STATE,
        shared::WITHDRAWAL,
        shared::FORMER,
        shared::WRITTEN_IN,
        shared::ACCEPTED,
    ],
    sections: &[],
};
