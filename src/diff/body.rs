//! What changed in the text of a page, section by section.

use super::words::{Row, rows};
use crate::markdown::{PlainSection, plain};
use crate::parse::Parsed;
use crate::readability::Reading;

/// A section whose text is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionChange {
    /// Empty for what stands before the first heading.
    pub heading: String,
    pub rows: Vec<Row>,
}

/// The sections of a page's text as a reader sees it, marks of sources included, and how hard they are to read.
pub(super) fn sections(parsed: &Parsed, hide: &dyn Fn(&str) -> String) -> (Vec<PlainSection>, Reading) {
    let mut sections = plain(parsed.markdown(), &|_| false);
    let read = plain(parsed.markdown(), &|_| true);
    let reading = read.iter().map(|section| Reading::of(&section.text)).fold(Reading::default(), |a, b| a + b);
    for section in &mut sections {
        section.text = hide(&section.text);
        section.heading = hide(&section.heading);
    }
    (sections, reading)
}

/// The sections that differ, in the order of the new page; those that are gone come last.
pub(super) fn changes(before: &[PlainSection], after: &[PlainSection]) -> Vec<SectionChange> {
    let blocks = |section: &PlainSection| -> Vec<String> {
        section.text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    };
    let mut changes = Vec::new();
    for section in after {
        let old = before.iter().find(|old| old.anchor == section.anchor && old.level.min(1) == section.level.min(1));
        let rows = rows(&old.map(blocks).unwrap_or_default(), &blocks(section));
        let is_renamed = old.is_none() && section.level > 0;
        if !rows.is_empty() || is_renamed {
            changes.push(SectionChange { heading: section.heading.clone(), rows });
        }
    }
    for section in before.iter().filter(|old| !after.iter().any(|new| new.anchor == old.anchor)) {
        let rows = rows(&blocks(section), &[]);
        changes.push(SectionChange { heading: section.heading.clone(), rows });
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_paired_by_their_headings() {
        let read = |text: &str| plain(text, &|_| false);
        let before = read("## Bakgrund\n\nEtt två.\n\n## Resultat\n\nBra.\n");
        let after = read("## Bakgrund\n\nEtt tre.\n\n## Hinder\n\nSvårt [1].\n");
        let found = changes(&before, &after);
        let headings: Vec<&str> = found.iter().map(|section| section.heading.as_str()).collect();
        assert_eq!(headings, ["Bakgrund", "Hinder", "Resultat"]);
        assert_eq!(found[1].rows, [Row::Added("Svårt [1].".into())]);
        assert_eq!(found[2].rows, [Row::Removed("Bra.".into())]);
        assert!(changes(&before, &before).is_empty());
    }
}
