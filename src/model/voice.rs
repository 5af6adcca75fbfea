//! What examples say of their own about what helps and what hinders.

use super::address;
use crate::parse::Parsed;
use crate::words::slug;
use crate::yaml::Span;

/// A section of examples that is also shown across them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    Factors,
    Obstacles,
}

/// Such a section of one example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The heading's anchor on the example's page.
    pub anchor: String,
    /// Below the heading, in the file's text.
    pub span: Span,
}

impl Voice {
    pub const ALL: [Voice; 2] = [Voice::Factors, Voice::Obstacles];

    /// The page that collects the sections.
    pub fn address(self) -> &'static str {
        match self {
            Voice::Factors => address::FACTORS,
            Voice::Obstacles => address::OBSTACLES,
        }
    }

    fn section(self) -> &'static str {
        match self {
            Voice::Factors => "framgangsfaktorer",
            Voice::Obstacles => "hinder-och-lardomar",
        }
    }

    /// The section of a document, unless there is nothing to read in it.
    pub(super) fn excerpt(self, parsed: &Parsed) -> Option<Excerpt> {
        let mut sections = parsed.body.sections.iter();
        let section = sections.find(|section| !section.empty && slug(&section.title) == self.section())?;
        Some(Excerpt { anchor: section.id.clone(), span: section.body.clone() })
    }
}
