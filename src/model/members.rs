//! Some of a site's documents, as a list of places has them, or a list of terms.

use super::document::Document;
use crate::schema::Kind;

/// Documents of a site, in the order of lists. Looked at, not copied: the lists of a large site are long, and stand on many pages.
#[derive(Clone, Copy, Debug)]
pub struct Members<'s> {
    documents: &'s [Document],
    indexes: &'s [usize],
}

impl<'s> Members<'s> {
    pub(super) fn new(documents: &'s [Document], indexes: &'s [usize]) -> Members<'s> {
        Members { documents, indexes }
    }

    /// Where they stand among the site's documents.
    pub fn indexes(self) -> &'s [usize] {
        self.indexes
    }

    /// How many there are.
    pub fn len(self) -> usize {
        self.indexes.len()
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.indexes.is_empty()
    }

    /// Whether there are some, and all of one kind.
    pub fn are_all(self, kind: Kind) -> bool {
        // A site's documents stand by kind.
        let is = |index: Option<&usize>| index.is_some_and(|&index| self.documents[index].kind == kind);
        is(self.indexes.first()) && is(self.indexes.last())
    }

    /// One after the other.
    pub fn iter(self) -> impl Iterator<Item = &'s Document> {
        self.indexes.iter().map(move |&index| &self.documents[index])
    }
}
