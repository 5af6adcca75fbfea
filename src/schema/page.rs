//! Any other page: only the title is needed.

use super::{Field, Need, Sample, Table, Type, changes, shared};

pub(super) static TABLE: Table = Table {
    fields: &[
        shared::TITLE,
        shared::SUMMARY.when(Need::Optional),
        shared::ORDER,
        shared::PRINTED,
        Field {
            key: "lagtext",
            ty: Type::Record(&LAW),
            need: Need::Optional,
            label: "Lagtext",
            help: "För sidor om lag: vilken lydelse, och om den är kontrollerad.",
            sample: Some(Sample::checked(
                "saknad-uppgift",
                "{lydelse: \"Socialtjänstlagen (2025:400)\", hamtad: 2026-11-02, kontrollerad: nej}",
                "{lydelse: Socialtjänstlagen}",
                "Läsaren får inte veta när texten hämtades.",
            )),
        },
        shared::SOURCES.when(Need::Optional),
        shared::STATE.when(Need::Optional),
        shared::WITHDRAWAL,
        shared::REVIEWED.when(Need::Optional),
        changes::CHANGES,
        shared::CONTACT_POINT,
        shared::FORMER,
        shared::WRITTEN_IN,
        shared::ACCEPTED,
    ],
    sections: &[],
};

static LAW: Table = Table {
    fields: &[
        Field {
            key: "lydelse",
            ty: Type::Text { max: Some(300) },
            need: Need::Always,
            label: "Lydelse",
            help: "Vilken lag, och till och med vilken ändring.",
            sample: Some(Sample::judged(
                "Socialtjänstlagen (2025:400), ändrad till och med 2026:1552",
                "Socialtjänstlagen",
                "Lagar ändras. Skriv numret och den senaste ändringen.",
            )),
        },
        Field {
            key: "hamtad",
            ty: Type::Date,
            need: Need::Always,
            label: "Hämtad",
            help: "Dagen då texten hämtades.",
            sample: Some(Sample::checked("fel-typ", "2026-11-02", "hösten 2026", "Skriv hela datumet med siffror.")),
        },
        Field {
            key: "kontrollerad",
            ty: Type::DateOrNo,
            need: Need::Always,
            label: "Kontrollerad mot officiell text",
            help: "Dagen för kontrollen, eller `nej`.",
            sample: Some(Sample::checked("fel-typ", "nej", "ja", "Skriv dagen för kontrollen, eller nej.")),
        },
    ],
    sections: &[],
};
