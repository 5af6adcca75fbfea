//! Examples that are like one, each with what they have in common.
//!
//! Facts of one kind are said in one line. What all of those shown share is said once, above them; each then says what it
//! shares besides, and of that rather what few of the others share, so that a reader can tell them apart.

use tera::Value;

use super::Renderer;
use super::context::map;
use super::wording::Wording;
use crate::i18n::Language;
use crate::model::document::Document;
use crate::model::related::{Fact, Related};

/// How many reasons of its own a related example is shown with.
const REASONS: usize = 2;

impl Renderer<'_> {
    /// Examples that share facts with this one, `{common, items}`, but not those that are `linked` already; none where
    /// there are none.
    pub(super) fn related(&self, words: &Wording, document: &Document, linked: &[usize]) -> Value {
        let related = self.index_of(document).map(|index| self.relations.of(index, linked)).unwrap_or_default();
        if related.is_empty() {
            return Value::none();
        }
        let (common, own) = told_apart(&related);
        let common = self.said_of(&self.reasons(words).all, &common);
        let items = related.iter().zip(own).map(|(related, own)| {
            let other = &self.site.documents[related.document];
            map! {
                id: other.id.as_str(),
                title: other.title.as_str(),
                href: self.base.page(&other.address),
                place: self.places(words, other),
                reasons: self.reasons_of(words, &own),
            }
        });
        map! { common: common, items: items.collect::<Vec<Value>>() }
    }

    /// Facts as reasons, one for each kind.
    pub(super) fn reasons_of(&self, words: &Wording, facts: &[usize]) -> Vec<Value> {
        self.said_of(&self.reasons(words).one, facts)
    }

    fn reasons(&self, words: &Wording) -> &Reasons {
        &self.reasons[usize::from(words.language == Language::En)]
    }

    fn said_of(&self, patterns: &[String; 4], facts: &[usize]) -> Vec<Value> {
        let known = self.relations.facts();
        let mut kinds: Vec<(usize, String)> = Vec::new();
        for &fact in facts {
            let (kind, name) = (kind_of(&known[fact]), self.fact_name(&known[fact]));
            match kinds.iter_mut().find(|(other, _)| *other == kind) {
                Some((_, names)) => names.extend([", ", name]),
                None => kinds.push((kind, name.to_owned())),
            }
        }
        kinds.into_iter().map(|(kind, names)| patterns[kind].replace(NAMES, &names).into()).collect()
    }

    fn fact_name<'s>(&'s self, fact: &'s Fact) -> &'s str {
        let geography = &self.site.geography;
        match fact {
            Fact::Term(vocabulary, id) => self.site.vocabularies.name(vocabulary, id),
            Fact::County(index) => &geography.counties[*index].name,
            Fact::Group(code) => geography.group_name(code).unwrap_or(code),
        }
    }
}

/// How facts of each [kind](kind_of) are said in one language, with [`NAMES`] where their names go: of one example and of
/// several. Looked up once, because every example's page needs them.
#[derive(Default)]
pub(super) struct Reasons {
    one: [String; 4],
    all: [String; 4],
}

/// Stands for names in a pattern: a character that no text has.
const NAMES: char = '\u{1}';

impl Reasons {
    pub fn new(words: &Wording) -> Reasons {
        let pattern = |id| words.with(id, &[("name", NAMES.encode_utf8(&mut [0; 4]))]);
        Reasons {
            one: ["same-form", "same-target-group", "same-county-as", "same-group-as"].map(pattern),
            all: ["all-same-form", "all-same-target-group", "all-same-county", "all-same-group"].map(pattern),
        }
    }
}

/// A way of working, a target group, a county or an SKR group.
fn kind_of(fact: &Fact) -> usize {
    match fact {
        Fact::Term("former", _) => 0,
        Fact::Term(..) => 1,
        Fact::County(_) => 2,
        Fact::Group(_) => 3,
    }
}

/// The facts that every one of several shares, and for each of them [`REASONS`] of its others: those that the fewest of the
/// others have, the weightiest first.
fn told_apart(related: &[Related]) -> (Vec<usize>, Vec<Vec<usize>>) {
    let having = |fact: usize| related.iter().filter(|one| one.shared.contains(&fact)).count();
    let is_common = |fact: usize| related.len() > 1 && having(fact) == related.len();
    let common = related.first().map_or(&[][..], |first| &first.shared);
    let common = common.iter().copied().filter(|&fact| is_common(fact)).collect();
    let own = related.iter().map(|one| {
        let mut own: Vec<(usize, usize)> =
            one.shared.iter().copied().filter(|&fact| !is_common(fact)).enumerate().collect();
        own.sort_by_key(|&(_, fact)| having(fact));
        own.truncate(REASONS);
        own.sort();
        own.into_iter().map(|(_, fact)| fact).collect()
    });
    (common, own.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sharing(shared: &[usize]) -> Related {
        Related { document: 0, shared: shared.to_vec() }
    }

    #[test]
    fn what_all_share_is_said_once() {
        let (common, own) = told_apart(&[sharing(&[4, 1]), sharing(&[1]), sharing(&[1, 2])]);
        assert_eq!(common, [1]);
        assert_eq!(own, [vec![4], vec![], vec![2]]);
    }

    #[test]
    fn one_alone_says_what_it_shares() {
        assert_eq!(told_apart(&[sharing(&[3, 1, 2])]), (vec![], vec![vec![3, 1]]));
        assert_eq!(told_apart(&[]), (vec![], vec![]));
    }

    #[test]
    fn of_many_reasons_those_that_few_have_are_given_the_weightiest_first() {
        let (common, own) = told_apart(&[sharing(&[9, 8, 7, 6]), sharing(&[9, 8]), sharing(&[8, 6, 5])]);
        assert_eq!(common, [8]);
        assert_eq!(own, [vec![9, 7], vec![9], vec![6, 5]]);
    }
}
