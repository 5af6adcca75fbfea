//! FIA: guidance, and experiences of using it.

use super::{Field, Need, Sample, Table, Type, changes, shared};

/// A step of the way through FIA, in the order in which it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    Method,
    Need,
    Interview,
    Plan,
    FollowUp,
}

/// Each step's word in the files, with its meaning, in the order of [`Step::ALL`].
const STEPS: [(&str, &str); 5] = [
    ("metod", "vad metoden är och vem den är till för"),
    ("behov", "vilka livsområden personen kan behöva stöd inom"),
    ("intervju", "hur intervjun går till"),
    ("plan", "från intervju till plan"),
    ("uppfoljning", "hur arbetet följs upp"),
];

impl Step {
    pub const ALL: [Step; 5] = [Step::Method, Step::Need, Step::Interview, Step::Plan, Step::FollowUp];

    /// The step that a word of a file means.
    pub fn from_word(word: &str) -> Option<Step> {
        STEPS.iter().position(|(step, _)| *step == word).map(|index| Step::ALL[index])
    }
}

pub(super) static GUIDANCE: Table = Table {
    fields: &[
        shared::ID,
        shared::TITLE,
        shared::SUMMARY,
        Field {
            key: "steg",
            ty: Type::Choice(&STEPS),
            need: Need::ToPublish,
            label: "Steg",
            help: "Det steg på vägen genom FIA som sidan hör till.",
            sample: Some(Sample::checked("okant-varde", "intervju", "samtal", "Välj ett av stegen i listan.")),
        },
        shared::ORDER,
        Field {
            key: "livsomraden",
            ty: Type::List(&Type::Term { vocabulary: "livsomraden", unknown: false }),
            need: Need::Optional,
            label: "Livsområden",
            help: "Livsområden som sidan handlar om.",
            sample: Some(Sample::judged(
                "[boende, skulder]",
                "[boende, situationen-hemma, socialt-natverk, kroppslig-halsa, psykisk-halsa, funktionsnedsattning]",
                "Välj bara de områden som sidan handlar om.",
            )),
        },
        shared::PRINTED,
        shared::SOURCES,
        shared::STATE,
        shared::WITHDRAWAL,
        shared::REVIEWED,
        changes::CHANGES,
        shared::CONTACT_POINT,
        shared::FORMER,
        shared::WRITTEN_IN,
        shared::ACCEPTED,
    ],
    sections: &[],
};

pub(super) static EXPERIENCE: Table = Table {
    fields: &[
        shared::ID,
        shared::TITLE,
        shared::SUMMARY,
        shared::MUNICIPALITIES,
        shared::TIME,
        shared::SOURCES,
        shared::STATE,
        shared::WITHDRAWAL,
        shared::REVIEWED,
        changes::CHANGES,
        shared::CONTACT_POINT,
        shared::FORMER,
        shared::WRITTEN_IN,
        shared::ACCEPTED,
    ],
    sections: &[],
};
