//! Which examples belong together, by facts that they share.
//!
//! Two examples are related when they have a way of working, a target group, a county or an SKR group in common. What
//! few examples share says more than what most share, so every fact weighs by its kind and by how rare it is.
//! Everything is whole numbers and ties keep the order of lists: the same site gives the same relations everywhere.

use std::collections::HashMap;

use super::{Site, document::Document};

/// How many related examples a page shows.
const SHOWN: usize = 4;

/// How many scores are compared in one step.
const AT_ONCE: usize = 64;

/// A fact that two examples may share.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Fact {
    /// A term of a vocabulary: (vocabulary, id).
    Term(&'static str, String),
    /// Index of a county.
    County(usize),
    /// Code of an SKR group.
    Group(String),
}

impl Fact {
    fn weight(&self) -> u32 {
        match self {
            Fact::Term("former", _) => 4,
            Fact::Term(..) => 3,
            Fact::Group(_) => 2,
            Fact::County(_) => 1,
        }
    }
}

/// An example that belongs with another, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Index among the site's documents.
    pub document: usize,
    /// The [facts](Relations::facts) that both have, as indexes, the weightiest first.
    pub shared: Vec<usize>,
}

/// The facts of every example, and who has each.
#[derive(Debug, Default)]
pub struct Relations {
    facts: Vec<Fact>,
    /// For each fact, the examples that have it, ascending.
    members: Vec<Vec<u32>>,
    /// For each example, its facts.
    of: Vec<Vec<u32>>,
    /// Index of each example among the site's documents.
    documents: Vec<usize>,
    /// Where an example stands in `documents`.
    position: HashMap<usize, usize>,
}

impl Relations {
    /// `examples` are indexes of the site's documents, in the order of lists.
    pub fn new(site: &Site, examples: &[usize]) -> Relations {
        Relations::of_facts(examples.iter().map(|&index| (index, facts(site, &site.documents[index]))))
    }

    /// Of examples given as their place among the site's documents and their facts.
    fn of_facts(examples: impl Iterator<Item = (usize, Vec<Fact>)>) -> Relations {
        let mut relations = Relations::default();
        let mut known: HashMap<Fact, u32> = HashMap::new();
        for (position, (index, facts)) in (0u32..).zip(examples) {
            let mut own = Vec::new();
            for fact in facts {
                let id = *known.entry(fact).or_insert_with_key(|fact| {
                    relations.facts.push(fact.clone());
                    relations.members.push(Vec::new());
                    u32::try_from(relations.facts.len() - 1).unwrap_or(u32::MAX)
                });
                if !own.contains(&id) {
                    own.push(id);
                    relations.members[id as usize].push(position);
                }
            }
            relations.of.push(own);
            relations.position.insert(index, relations.documents.len());
            relations.documents.push(index);
        }
        relations
    }

    /// Every fact that some example has.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// The examples that share most with one, the closest first; `but` are left out, besides itself. A county or a group
    /// alone makes no relation.
    pub fn of(&self, document: usize, but: &[usize]) -> Vec<Related> {
        let Some(&own) = self.position.get(&document) else { return Vec::new() };
        let mut scores = vec![0u32; self.documents.len()];
        let (work, places): (Vec<u32>, Vec<u32>) =
            self.of[own].iter().partition(|&&fact| matches!(self.facts[fact as usize], Fact::Term(..)));
        for &fact in &work {
            let weight = self.weight(fact);
            self.members[fact as usize].iter().for_each(|&other| scores[other as usize] += weight);
        }
        for &fact in &places {
            let weight = self.weight(fact);
            for &other in &self.members[fact as usize] {
                let score = &mut scores[other as usize];
                *score += if *score > 0 { weight } else { 0 };
            }
        }
        scores[own] = 0;
        for position in but.iter().filter_map(|index| self.position.get(index)) {
            scores[*position] = 0;
        }
        // Few are shown of many: the best are picked out without sorting the rest.
        let mut best: Vec<usize> = Vec::with_capacity(SHOWN + 1);
        let mut least = 0;
        for (number, some) in scores.chunks(AT_ONCE).enumerate() {
            // Most are not among the best: several are looked at in one step.
            if some.iter().fold(0, |most, &score| most.max(score)) <= least {
                continue;
            }
            for (position, &score) in (number * AT_ONCE..).zip(some) {
                if score > least {
                    let at = best.partition_point(|&other| scores[other] >= score);
                    best.insert(at, position);
                    best.truncate(SHOWN);
                    least = if best.len() == SHOWN { scores[best[SHOWN - 1]] } else { 0 };
                }
            }
        }
        best.into_iter().map(|position| self.related(own, position)).collect()
    }

    fn related(&self, own: usize, other: usize) -> Related {
        let mut shared: Vec<u32> = self.of[own].iter().copied().filter(|fact| self.of[other].contains(fact)).collect();
        shared.sort_by_key(|&fact| std::cmp::Reverse(self.weight(fact)));
        let shared = shared.into_iter().map(|fact| fact as usize).collect();
        Related { document: self.documents[other], shared }
    }

    /// The weight of its kind, once more for every halving of the share of examples that have it.
    fn weight(&self, fact: u32) -> u32 {
        let holders = self.members[fact as usize].len().max(1);
        let halvings = (self.documents.len() / holders).max(1).ilog2();
        self.facts[fact as usize].weight() * (1 + halvings)
    }
}

fn facts(site: &Site, document: &Document) -> Vec<Fact> {
    let mut facts = Vec::new();
    let Some(example) = document.example.as_deref() else { return facts };
    // Two that are both something else have nothing in common.
    let forms = example.forms.iter().filter(|id| *id != "annan-form");
    facts.extend(forms.map(|id| Fact::Term("former", id.clone())));
    facts.extend(example.target_groups.iter().map(|id| Fact::Term("malgrupper", id.clone())));
    for municipality in document.municipalities.iter().filter_map(|code| site.geography.get(*code)) {
        facts.push(Fact::County(municipality.county));
        facts.extend(municipality.group.iter().map(|group| Fact::Group(group.clone())));
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relations of examples that are given as their facts.
    fn relations(examples: &[&[Fact]]) -> Relations {
        Relations::of_facts(examples.iter().map(|facts| facts.to_vec()).enumerate())
    }

    fn names<'r>(relations: &'r Relations, related: &Related) -> Vec<&'r Fact> {
        related.shared.iter().map(|&fact| &relations.facts()[fact]).collect()
    }

    fn form(id: &str) -> Fact {
        Fact::Term("former", id.into())
    }

    #[test]
    fn what_few_share_weighs_more_than_what_most_share() {
        let (team, place) = (form("team"), form("lokal"));
        let teams = std::slice::from_ref(&team);
        let both = [team.clone(), place.clone()];
        let relations = relations(&[&both, teams, std::slice::from_ref(&place), teams, teams]);
        let related = relations.of(0, &[]);
        let order: Vec<usize> = related.iter().map(|related| related.document).collect();
        assert_eq!(order, [2, 1, 3, 4]);
        assert_eq!(names(&relations, &related[0]), [&place]);
    }

    #[test]
    fn a_county_alone_makes_no_relation() {
        let relations =
            relations(&[&[Fact::County(1), form("team")], &[Fact::County(1)], &[form("team"), Fact::County(1)]]);
        let related = relations.of(0, &[]);
        assert_eq!(related.len(), 1);
        assert_eq!(related[0].document, 2);
        assert_eq!(names(&relations, &related[0]), [&form("team"), &Fact::County(1)]);
    }

    #[test]
    fn what_is_linked_already_is_left_out() {
        let relations = relations(&[&[form("a")], &[form("a")], &[form("a")]]);
        let related = relations.of(0, &[1]);
        assert_eq!(related.iter().map(|related| related.document).collect::<Vec<_>>(), [2]);
        assert_eq!(relations.of(7, &[]), []);
    }
}
