//! Files in, answers out.

use alloc::boxed::Box;
use alloc::sync::Arc;

use super::excerpt::{Marker, Runs};
use super::expand::{Expansion, expand, join};
use super::parse::{LONG_QUESTION, Query};
use super::rank::{Ranked, rank};
use super::read::{Prepared, factor, importance};
use super::store::{OrderName, Store};
use crate::format::{Class, Filters, FormatError, Root};
use crate::numbers::{greatest_first, order};
use crate::prelude::*;

/// In which order hits come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Relevance,
    /// The latest first.
    Reviewed,
    Title,
}

/// A value of a filter that is chosen.
pub type Chosen = crate::page::Choice;

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    pub text: String,
    pub limit: usize,
    pub offset: usize,
    pub sort: Sort,
    /// Whether the last word may be unfinished.
    pub typing: bool,
    /// Whether filters with counts are wanted.
    pub counts: bool,
    pub chosen: Vec<Chosen>,
    /// Whether each hit tells what each word brought it; browsers leave it out.
    pub explain: bool,
}

/// What comes of a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Supply these files, and ask again.
    Need(Vec<String>),
    Done(Box<Answer>),
}

/// The pages found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    pub query: String,
    /// How many pages have every word of the query in one of its variants; where none has, how many have as many as any.
    pub total: usize,
    /// Whether the pages of `total` have every word.
    pub exact: bool,
    /// The query in a better spelling.
    pub suggestion: Option<String>,
    pub words: Vec<WordFound>,
    /// How many hits there are to show, those that lack a word included.
    pub available: usize,
    pub hits: Vec<Hit>,
    pub filters: Vec<FilterCounts>,
}

/// A word that was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordFound {
    pub word: String,
    pub found: bool,
}

/// A page that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub card: Arc<Prepared>,
    pub title: Runs,
    pub excerpt: Runs,
    /// Of the section that the excerpt is from; empty at the top of the page.
    pub anchor: String,
    pub score: f32,
    /// What ranking by the index alone gave, and what reading the page multiplied it by.
    pub parts: (f32, f32),
    /// Words of the query that the page does not have.
    pub missing: Vec<String>,
    /// What each word brought.
    #[cfg(not(target_arch = "wasm32"))]
    pub words: Vec<super::rank::WordScore>,
}

impl PartialEq for Prepared {
    fn eq(&self, other: &Prepared) -> bool {
        self.card == other.card
    }
}

impl core::fmt::Debug for Prepared {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.card.fmt(f)
    }
}

/// A filter with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterCounts {
    pub id: String,
    pub label: String,
    pub values: Vec<ValueCount>,
}

/// A value, and how many pages would be found with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueCount {
    pub id: String,
    pub label: String,
    pub count: usize,
    pub chosen: bool,
}

/// How many pages are read at a time, to the end.
const READ: usize = 10;
/// How many pages are read for a phrase at most.
const MOST_READ: usize = 60;
/// Hits that weigh less than this share of the first are not shown, when they lack a word.
const LEAST: f32 = 0.2;

/// A search on one index. Never blocks: what it lacks, it asks for.
pub struct Session {
    store: Store,
}

impl Session {
    /// Begins with the root.
    ///
    /// # Errors
    /// It is of another kind or version, or damaged.
    pub fn open(root: &[u8]) -> Result<Session, FormatError> {
        Ok(Session { store: Store::new(Root::decode(root)?) })
    }

    /// The number of pages of the index.
    pub fn pages(&self) -> u32 {
        self.store.root.pages
    }

    /// Takes a file that was asked for; a card unpacked.
    ///
    /// # Errors
    /// It is no file that can be asked for, of another version, or damaged.
    pub fn supply(&mut self, name: &str, bytes: &[u8]) -> Result<(), FormatError> {
        self.store.supply(name, bytes)
    }

    /// Searches as far as the files at hand go.
    pub fn search(&mut self, request: &Request) -> Step {
        self.store.missing.clear();
        match self.answer(request) {
            Some(answer) => Step::Done(Box::new(answer)),
            None => Step::Need(core::mem::take(&mut self.store.missing)),
        }
    }

    /// None while files are missing.
    fn answer(&mut self, request: &Request) -> Option<Answer> {
        let query = Query::parse(&request.text, request.typing);
        let wants_filters = request.counts || !request.chosen.is_empty();
        let filters = if wants_filters { self.store.want_filters() } else { None };
        let order = match request.sort {
            Sort::Relevance => None,
            Sort::Reviewed => self.store.want_order(OrderName::Reviewed),
            Sort::Title => self.store.want_order(OrderName::Title),
        };
        let expansions = self.expand_all(&query);
        let without = self.pages_with(&query);
        if !self.store.missing.is_empty() {
            return None;
        }
        let (expansions, without) = (expansions?, without?);
        let mut ranked = if query.is_empty() {
            let lists_all =
                request.text.trim().is_empty() && (!request.chosen.is_empty() || request.counts || order.is_some());
            (0..if lists_all { self.pages() } else { 0 }).map(|page| Ranked { page, score: 0.0, words: 0 }).collect()
        } else {
            rank(&expansions, &self.store)
        };
        ranked.retain(|page| without.get(page.page as usize) != Some(&true));
        ranked = in_order(&ranked, &|page| greatest_first(page.score));
        let mut has_phrases = true;
        if !query.phrases.is_empty() {
            let found = self.with_phrases(&query, &ranked)?;
            // A phrase that stands nowhere is still some words; the answer says that nothing has all.
            has_phrases = !found.is_empty();
            ranked = if has_phrases { found } else { ranked };
        }
        // What counts as found: every word, or else as many as any page has.
        let most = most_words(&ranked);
        let is_match = |page: &Ranked| page.words.count_ones() == most;
        let counts = filters.as_deref().filter(|_| request.counts).map_or_else(Vec::new, |filters| {
            counts(filters, &request.chosen, ranked.iter().filter(|page| is_match(page)))
        });
        if let Some(filters) = &filters {
            let masks = masks(filters, &request.chosen);
            ranked.retain(|page| masks.iter().all(|mask| mask[page.page as usize]));
        }
        // Where the filters leave no such page, the best there is counts among those they leave.
        let most = if ranked.iter().any(is_match) { most } else { most_words(&ranked) };
        let is_match = |page: &Ranked| page.words.count_ones() == most;
        let total = ranked.iter().filter(|page| is_match(page)).count();
        let best = ranked.first().map_or(0.0, |page| page.score);
        ranked.retain(|page| is_match(page) || page.score >= best * LEAST);
        if let Some(order) = order {
            // In another order, only what matches is worth its place.
            ranked.retain(is_match);
            let mut places = vec![0_u32; self.pages() as usize];
            for (place, &page) in order.pages.iter().enumerate() {
                places[page as usize] = place as u32;
            }
            ranked = in_order(&ranked, &|page| places[page.page as usize]);
        }
        let hits = self.hits(request, &query, &expansions, &ranked)?;
        let better = query
            .words
            .iter()
            .zip(&expansions)
            .rev()
            .filter_map(|(word, expansion)| Some((word, expansion.better.as_ref()?)));
        let mut suggestion = None;
        for (word, better) in better {
            let text = suggestion.get_or_insert_with(|| request.text.clone());
            text.replace_range(word.start..word.end, better);
        }
        let words = query.words.iter().zip(&expansions).map(|(word, expansion)| WordFound {
            word: request.text.get(word.start..word.end).unwrap_or(&word.text).to_owned(),
            found: !expansion.is_empty(),
        });
        Some(Answer {
            query: request.text.clone(),
            total,
            exact: has_phrases && most as usize == query.words.len(),
            suggestion,
            words: words.collect(),
            available: ranked.len(),
            hits,
            filters: counts,
        })
    }

    /// What each word may mean; none while files are missing. All words ask at once.
    fn expand_all(&mut self, query: &Query) -> Option<Vec<Expansion>> {
        let is_long = query.words.len() >= LONG_QUESTION;
        let expansions: Vec<Option<Expansion>> =
            query.words.iter().map(|word| expand(word, is_long, &mut self.store)).collect();
        let mut expansions: Vec<Expansion> = expansions.into_iter().collect::<Option<_>>()?;
        join(&query.words, &mut expansions, &mut self.store)?;
        Some(expansions)
    }

    /// By page, whether it has a word which is to be left out.
    fn pages_with(&mut self, query: &Query) -> Option<Vec<bool>> {
        let mut pages = vec![false; self.pages() as usize];
        let found: Vec<_> = query.without.iter().map(|word| self.store.find(&word.key)).collect();
        for found in found {
            let Some((file, entry)) = found? else { continue };
            let entry = self.store.entry(file, entry).into_iter().flat_map(|entry| &entry.postings);
            for posting in entry.filter(|posting| posting.class == Class::Word) {
                pages[posting.page as usize] = true;
            }
        }
        Some(pages)
    }

    /// The pages on which every phrase stands. At most [`MOST_READ`] are read: the first that have all words.
    fn with_phrases(&mut self, query: &Query, ranked: &[Ranked]) -> Option<Vec<Ranked>> {
        let mut needed = 0_u32;
        for (number, word) in query.words.iter().enumerate() {
            if query.phrases.iter().flatten().any(|phrase| *phrase == word.text || word.parts.contains(phrase)) {
                needed |= 1 << number;
            }
        }
        let candidates = ranked.iter().copied().filter(|page| page.words & needed == needed).take(MOST_READ);
        let read: Vec<(Ranked, Option<Arc<Prepared>>)> =
            candidates.map(|page| (page, self.store.want_card(page.page))).collect();
        let mut found = Vec::new();
        for (page, card) in read {
            let card = card?;
            if query.phrases.iter().all(|phrase| card.has_phrase(phrase)) {
                found.push(page);
            }
        }
        Some(found)
    }

    fn hits(
        &mut self,
        request: &Request,
        query: &Query,
        expansions: &[Expansion],
        ranked: &[Ranked],
    ) -> Option<Vec<Hit>> {
        let end = request.offset.saturating_add(request.limit).min(ranked.len());
        let start = request.offset.min(end);
        let is_by_relevance = request.sort == Sort::Relevance && !query.is_empty();
        // Pages are read ten by ten, whatever part of them is asked for, so that the order does not hang on it.
        let (from, to) = if is_by_relevance { (start / READ * READ, end.div_ceil(READ) * READ) } else { (start, end) };
        let read = &ranked[from..to.min(ranked.len())];
        let cards: Vec<Option<Arc<Prepared>>> = read.iter().map(|page| self.store.want_card(page.page)).collect();
        let cards: Vec<Arc<Prepared>> = cards.into_iter().collect::<Option<_>>()?;
        let importance = importance(expansions, &self.store);
        let scored: Vec<(f32, f32, Ranked, Arc<Prepared>)> = read
            .iter()
            .zip(cards)
            .map(|(&page, card)| {
                let factor =
                    if query.is_empty() { 1.0 } else { factor(query, expansions, &importance, &card, &self.store) };
                (page.score * factor, factor, page, card)
            })
            .collect();
        let mut places = Vec::new();
        if is_by_relevance {
            for first in (0..scored.len()).step_by(READ) {
                let ten = &scored[first..(first + READ).min(scored.len())];
                places.extend(order(ten.len(), &|place| greatest_first(ten[place].0)).into_iter().map(|at| first + at));
            }
        } else {
            places.extend(0..scored.len());
        }
        let marker = Marker::new(query, expansions, &importance, &self.store);
        let wanted = places[start - from..end - from].iter().map(|&place| &scored[place]);
        let hits = wanted.map(|&(score, factor, page, ref card)| {
            let (excerpt, anchor) = marker.passage(&card.card);
            let lacks = query.words.iter().enumerate().filter(|(number, _)| page.words >> number & 1 == 0);
            let missing =
                lacks.map(|(_, word)| request.text.get(word.start..word.end).unwrap_or(&word.text).to_owned());
            Hit {
                title: marker.mark(&card.card.title),
                excerpt,
                anchor,
                score,
                parts: (page.score, factor),
                missing: missing.collect(),
                #[cfg(not(target_arch = "wasm32"))]
                words: if request.explain {
                    super::rank::explain(&query.words, expansions, &self.store, page.page)
                } else {
                    Vec::new()
                },
                card: card.clone(),
            }
        });
        Some(hits.collect())
    }
}

fn in_order(ranked: &[Ranked], rank: &dyn Fn(&Ranked) -> u32) -> Vec<Ranked> {
    order(ranked.len(), &|place| rank(&ranked[place])).into_iter().map(|place| ranked[place]).collect()
}

fn most_words(ranked: &[Ranked]) -> u32 {
    ranked.iter().map(|page| page.words.count_ones()).max().unwrap_or(0)
}

/// Per filter with a choice, which pages have one of the values chosen.
fn masks(filters: &Filters, chosen: &[Chosen]) -> Vec<Vec<bool>> {
    let mut masks = Vec::new();
    for filter in &filters.filters {
        if let Some(mask) = mask(filter, chosen) {
            masks.push(mask);
        }
    }
    // What is not there cannot be had: a filter or value of another time finds nothing.
    let unknown = chosen.iter().any(|choice| filters.filters.iter().all(|filter| filter.id != choice.filter));
    if unknown {
        masks.push(vec![false; filters.filters.first().map_or(0, |filter| filter.pages.len())]);
    }
    masks
}

fn mask(filter: &crate::format::Column, chosen: &[Chosen]) -> Option<Vec<bool>> {
    let mut own = chosen.iter().filter(|choice| choice.filter == filter.id).peekable();
    own.peek()?;
    let values: Vec<u16> = own
        .filter_map(|choice| filter.values.iter().position(|(id, _)| *id == choice.value))
        .map(|value| value as u16)
        .collect();
    Some(filter.pages.iter().map(|page| page.iter().any(|value| values.contains(value))).collect())
}

/// Every value with the number of pages that would be found with it: those that all other filters leave.
fn counts<'a>(
    filters: &Filters,
    chosen: &[Chosen],
    found: impl Iterator<Item = &'a Ranked> + Clone,
) -> Vec<FilterCounts> {
    let own: Vec<Option<Vec<bool>>> = filters.filters.iter().map(|filter| mask(filter, chosen)).collect();
    let mut numbers: Vec<Vec<usize>> = filters.filters.iter().map(|filter| vec![0; filter.values.len()]).collect();
    for page in found {
        let page = page.page as usize;
        let mut failing =
            own.iter().enumerate().filter(|(_, mask)| mask.as_ref().is_some_and(|mask| !mask[page])).map(|(at, _)| at);
        let (first, second) = (failing.next(), failing.next());
        if second.is_some() {
            continue;
        }
        for (at, filter) in filters.filters.iter().enumerate() {
            // Its own choice is ignored; that of another must hold.
            if first.is_none_or(|failing| failing == at) {
                filter.pages[page].iter().for_each(|&value| numbers[at][usize::from(value)] += 1);
            }
        }
    }
    let named = filters.filters.iter().zip(numbers).map(|(filter, numbers)| FilterCounts {
        id: filter.id.clone(),
        label: filter.label.clone(),
        values: filter
            .values
            .iter()
            .zip(numbers)
            .map(|((id, label), count)| ValueCount {
                id: id.clone(),
                label: label.clone(),
                count,
                chosen: chosen.iter().any(|choice| choice.filter == filter.id && choice.value == *id),
            })
            .collect(),
    });
    named.collect()
}
