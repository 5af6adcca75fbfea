//! What became another in a document since it was published.

use super::{Field, Need, Sample, Table, Type};

pub(super) const CHANGES: Field = Field {
    key: "andringar",
    ty: Type::List(&Type::Record(&CHANGE)),
    need: Need::Optional,
    label: "Ändringar",
    help: "Vad som har blivit annorlunda i sak sedan sidan publicerades, och när. Det senaste visas på sidan, alla på sidan Ändringar.",
    sample: Some(Sample::checked(
        "saknad-uppgift",
        "[{datum: 2026-11-20, text: Kommunen har lagt till hur många som fick arbete.}]",
        "[{datum: 2026-11-20}]",
        "Läsaren får inte veta vad som är annorlunda.",
    )),
};

static CHANGE: Table = Table {
    fields: &[
        Field {
            key: "datum",
            ty: Type::Date,
            need: Need::Always,
            label: "Datum",
            help: "Dagen då sidan ändrades.",
            sample: Some(Sample::checked("fel-typ", "2026-11-20", "i höstas", "Skriv hela datumet med siffror.")),
        },
        Field {
            key: "text",
            ty: Type::Text { max: Some(300) },
            need: Need::Always,
            label: "Vad som ändrades",
            help: "En mening till läsaren. Rättade stavfel behöver inte stå här.",
            sample: Some(Sample::judged(
                "Kommunen har lagt till hur många som fick arbete.",
                "Uppdaterad",
                "Skriv vad som är nytt eller rättat, så att den som har läst förut vet om hen behöver läsa igen.",
            )),
        },
    ],
    sections: &[],
};
