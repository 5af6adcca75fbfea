//! The records inside an example: parties, agreement, who does what, results, confirmation.

use crate::schema::{Field, Need, Sample, Table, Type, shared};

pub(super) static PARTY: Table = Table {
    fields: &[
        Field {
            key: "part",
            ty: Type::Term { vocabulary: "parter", unknown: false },
            need: Need::Always,
            label: "Part",
            help: "Vilken sorts part det är.",
            sample: Some(Sample::checked(
                "okant-varde",
                "arbetsmarknadsenhet",
                "Jobbtorget",
                "Välj vilken sorts part det är. Namnet hör hemma i nästa fält.",
            )),
        },
        Field {
            key: "lokalt-namn",
            ty: Type::Text { max: Some(200) },
            need: Need::Optional,
            label: "Lokalt namn",
            help: "Vad parten heter på orten.",
            sample: Some(Sample::judged("Jobbtorget", "JT", "Få utanför kommunen förstår en förkortning.")),
        },
    ],
    sections: &[],
};

pub(super) static AGREEMENT: Table = Table {
    fields: &[
        Field {
            key: "skriftlig",
            ty: Type::YesNoUnknown,
            need: Need::Always,
            label: "Skriftlig överenskommelse",
            help: "`ja`, `nej` eller `okänt`.",
            sample: Some(Sample::checked(
                "fel-typ",
                "ja",
                "muntligt",
                "Svara ja, nej eller okänt. En muntlig överenskommelse är inte skriftlig.",
            )),
        },
        Field {
            key: "parter",
            ty: Type::List(&Type::Term { vocabulary: "parter", unknown: false }),
            need: Need::Optional,
            label: "Avtalsparter",
            help: "Vilka som har skrivit under.",
            sample: Some(Sample::checked(
                "okant-varde",
                "[kommun, arbetsformedlingen]",
                "[båda]",
                "Välj varje part för sig.",
            )),
        },
        Field {
            key: "dokument",
            ty: Type::Address,
            need: Need::Optional,
            label: "Dokument",
            help: "Adressen till överenskommelsen.",
            sample: Some(Sample::checked(
                "felaktig-adress",
                "https://kommun.example/avtal.pdf",
                "avtal.pdf",
                "En fil på din dator kan ingen annan öppna. Skriv adressen på webben.",
            )),
        },
        Field {
            key: "diarienummer",
            ty: Type::Text { max: Some(60) },
            need: Need::Optional,
            label: "Diarienummer",
            help: "Överenskommelsens diarienummer.",
            sample: Some(Sample::judged(
                "KS 2021/14",
                "Se diariet",
                "Skriv numret, så att andra kan begära ut avtalet.",
            )),
        },
    ],
    sections: &[],
};

pub(super) static RESPONSIBILITY: Table = Table {
    fields: &[
        Field {
            key: "part",
            ty: Type::Term { vocabulary: "parter", unknown: false },
            need: Need::Always,
            label: "Part",
            help: "Vem som har uppgiften.",
            sample: Some(Sample::checked(
                "okant-varde",
                "kommun",
                "Chefen",
                "Välj vilken part som har uppgiften. Skriv aldrig vem.",
            )),
        },
        Field {
            key: "gor",
            ty: Type::Text { max: Some(600) },
            need: Need::Always,
            label: "Gör",
            help: "Vad parten gör.",
            sample: Some(Sample::judged(
                "Kallar till mötet och skriver planen.",
                "Ansvarar för processen.",
                "Skriv vad parten gör, så att en annan kommun kan göra likadant.",
            )),
        },
        shared::CITED,
    ],
    sections: &[],
};

pub(super) static RESULT: Table = Table {
    fields: &[
        Field {
            key: "pastaende",
            ty: Type::Text { max: Some(600) },
            need: Need::Always,
            label: "Påstående",
            help: "Vad som sägs ha hänt.",
            sample: Some(Sample::judged(
                "Hälften av deltagarna fick arbete eller studerade.",
                "Fler fick jobb tack vare Torget.",
                "Källan visar vad som hände, men inte varför. Skriv inte mer än den.",
            )),
        },
        Field {
            key: "matning",
            ty: Type::Text { max: Some(600) },
            need: Need::ToPublish,
            label: "Hur det mättes",
            help: "Hur uppgiften kom till, och om det finns en jämförelse.",
            sample: Some(Sample::judged(
                "Kommunens egen uppföljning. Ingen jämförelse.",
                "Uppföljning",
                "Skriv vem som räknade och vad det jämfördes med.",
            )),
        },
        Field {
            key: "underlag",
            ty: Type::Term { vocabulary: "underlag", unknown: false },
            need: Need::Optional,
            label: "Underlag",
            help: "Typen av underlag.",
            sample: Some(Sample::judged("egen-uppgift", "forskning", "En egen uppföljning är inte forskning.")),
        },
        shared::CITED,
    ],
    sections: &[],
};

pub(super) static CONFIRMED: Table = Table {
    fields: &[
        Field {
            key: "kommun",
            ty: Type::DateOrNo,
            need: Need::Always,
            label: "Kommunen",
            help: "Dagen då kommunen bekräftade, eller `nej`.",
            sample: Some(Sample::checked("fel-typ", "2026-10-12", "ja", "Skriv dagen, eller nej.")),
        },
        Field {
            key: "af",
            ty: Type::DateOrNo,
            need: Need::Always,
            label: "Arbetsförmedlingen",
            help: "Dagen då Arbetsförmedlingen bekräftade, eller `nej`.",
            sample: Some(Sample::checked("fel-typ", "nej", "inte än", "Skriv dagen, eller nej.")),
        },
    ],
    sections: &[],
};
