//! Files in, answers out.

use alloc::boxed::Box;
use alloc::sync::Arc;

use super::excerpt::Marker;
use super::expand::{Expansion, expand, join, own};
use super::filter::{self, failing};
use super::parse::{LONG_QUESTION, Query};
use super::rank::{Ranked, keep, rank};
use super::read::{Prepared, factor, importance};
use super::store::Store;
use crate::format::{Class, FormatError, Root};
use crate::numbers::{greatest_first, order};
use crate::prelude::*;
use crate::text::{is_space, slice};

/// In which order hits come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best match first.
    #[default]
    Relevance,
    /// The latest first.
    Reviewed,
    /// By title, in Swedish order.
    Title,
}

/// A value of a filter that is chosen.
pub type Chosen = crate::page::Choice;

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// As typed. Without text every page is found, if counts, a choice or an order of pages is asked for; else none.
    pub text: String,
    /// How many hits are wanted.
    pub limit: usize,
    /// How many hits come before those.
    pub offset: usize,
    /// The order of the hits.
    pub sort: Sort,
    /// Whether the last word may be unfinished.
    pub typing: bool,
    /// Whether filters with counts are wanted.
    pub counts: bool,
    /// Values of filters that hits must have: one of those chosen in each filter.
    pub chosen: Vec<Chosen>,
    /// Whether each hit tells what each word brought it.
    #[cfg(not(target_arch = "wasm32"))]
    pub explain: bool,
}

/// What comes of a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Supply these files, and ask again.
    Need(Vec<String>),
    /// What was found.
    Done(Box<Answer>),
}

/// The pages found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The text of the request, as typed.
    pub query: String,
    /// How many pages have every word of the query in one of its variants; where none has, how many have as many as any.
    pub total: usize,
    /// Whether the pages of `total` have every word.
    pub exact: bool,
    /// The query in a better spelling.
    pub suggestion: Option<String>,
    /// The words of the query that were looked for, in order, at most 32.
    pub words: Vec<WordFound>,
    /// How many hits there are to show, those that lack a word included.
    pub available: usize,
    /// Those asked for, in the request's order.
    pub hits: Vec<Hit>,
    /// Every filter, if the request wanted counts; else none.
    pub filters: Vec<FilterCounts>,
}

#[cfg(not(target_arch = "wasm32"))]
impl Answer {
    /// The words of the query that a page does not have.
    pub fn missing(&self, hit: &Hit) -> Vec<&str> {
        let missing = self.words.iter().enumerate().filter(|(number, _)| hit.has >> number & 1 == 0);
        missing.map(|(_, word)| word.word.as_str()).collect()
    }
}

/// A word that was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordFound {
    /// As typed.
    pub word: String,
    /// Whether any page has it in one of its variants.
    pub found: bool,
}

/// A page that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What is shown of the page.
    pub card: Arc<Prepared>,
    /// With marks: see [`MARK`](super::MARK).
    pub title: String,
    /// The passage that fits the query best, with marks; the summary where none fits.
    pub excerpt: String,
    /// Of the section that the excerpt is from; empty at the top of the page.
    pub anchor: String,
    /// The weight that hits are ordered by: the product of `parts`. Comparable within one answer only.
    pub score: f32,
    /// What ranking by the index alone gave, and what reading the page multiplied it by.
    pub parts: (f32, f32),
    /// Which of the answer's words the page has, by bit.
    pub has: u32,
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
    /// ASCII: `form`.
    pub id: String,
    /// As readers see it: `Arbetssätt och form`.
    pub label: String,
    /// In the order they are shown.
    pub values: Vec<ValueCount>,
}

/// A value, and how many pages would be found with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueCount {
    /// ASCII: `gemensamt-team`.
    pub id: String,
    /// As readers see it: `Gemensamt team`.
    pub label: String,
    /// Pages; what is chosen in the same filter is not counted in.
    pub count: usize,
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
        Ok(Session::new(Root::decode(root)?))
    }

    /// Begins with a root that has been read.
    pub fn new(root: Root) -> Session {
        Session { store: Store::new(root) }
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
    pub fn search(&self, request: &Request) -> Step {
        let answer = self.answer(request);
        // Taken in either case: nothing that a search makes stays in the session.
        let missing = self.store.take_missing();
        match answer {
            Some(answer) => Step::Done(Box::new(answer)),
            None => Step::Need(missing),
        }
    }

    /// None while files are missing.
    fn answer(&self, request: &Request) -> Option<Answer> {
        let query = Query::parse(&request.text, request.typing);
        let wants_filters = request.counts || !request.chosen.is_empty();
        let filters = if wants_filters { self.store.filters() } else { None };
        let order = self.store.order(request.sort);
        let expansions = self.expand_all(&query);
        let without = self.pages_with(&query);
        if !self.store.is_complete() {
            return None;
        }
        let mut ranked = if query.is_empty() {
            let lists_all =
                request.text.chars().all(is_space) && (!request.chosen.is_empty() || request.counts || order.is_some());
            (0..if lists_all { self.pages() } else { 0 }).map(|page| Ranked { page, score: 0.0, words: 0 }).collect()
        } else {
            rank(&expansions, &self.store)
        };
        keep(&mut ranked, &|page| !without[page.page as usize]);
        ranked = in_order(&ranked, &|page| greatest_first(page.score));
        let mut has_phrases = true;
        if !query.phrases.is_empty() {
            let found = self.with_phrases(&query, &ranked)?;
            // A phrase that stands nowhere is still some words; the answer says that nothing has all.
            has_phrases = !found.is_empty();
            if has_phrases {
                ranked = found;
            }
        }
        // What counts as found: every word, or else as many as any page has.
        let most = most_words(&ranked);
        let is_match = |page: &Ranked| page.words.count_ones() == most;
        let mut counts = Vec::new();
        if let Some(filters) = filters {
            let failing = failing(filters, &request.chosen, self.pages());
            if request.counts {
                counts = filter::counts(filters, &failing, &ranked, &is_match);
            }
            keep(&mut ranked, &|page| failing[page.page as usize] == 0);
        }
        // Where the filters leave no such page, the best there is counts among those they leave.
        let most = if ranked.iter().any(is_match) { most } else { most_words(&ranked) };
        let is_match = |page: &Ranked| page.words.count_ones() == most;
        let total = ranked.iter().filter(|page| is_match(page)).count();
        let best = ranked.first().map_or(0.0, |page| page.score);
        keep(&mut ranked, &|page| is_match(page) || page.score >= best * LEAST);
        if let Some(order) = order {
            // In another order, only what matches is worth its place.
            keep(&mut ranked, &is_match);
            let mut places = vec![0_u32; self.pages() as usize];
            for (place, &page) in order.pages.iter().enumerate() {
                places[page as usize] = place as u32;
            }
            ranked = in_order(&ranked, &|page| places[page.page as usize]);
        }
        let hits = self.hits(request, &query, &expansions, &ranked)?;
        let mut words = Vec::new();
        let mut suggestion = None;
        let mut end = 0;
        for (word, expansion) in query.words.iter().zip(&expansions) {
            words.push(WordFound { word: word.typed(&request.text), found: !expansion.is_empty() });
            if let Some(better) = &expansion.better {
                let text = suggestion.get_or_insert_with(String::new);
                text.push_str(slice(&request.text, end, word.start));
                text.push_str(better);
                end = word.end;
            }
        }
        if let Some(text) = &mut suggestion {
            text.push_str(slice(&request.text, end, request.text.len()));
        }
        Some(Answer {
            query: request.text.clone(),
            total,
            exact: has_phrases && most as usize == query.words.len(),
            suggestion,
            words,
            available: ranked.len(),
            hits,
            filters: counts,
        })
    }

    /// What each word may mean, as far as files are at hand. All words ask at once.
    fn expand_all(&self, query: &Query) -> Vec<Expansion<'_>> {
        let is_long = query.words.len() >= LONG_QUESTION;
        let mut expansions = Vec::new();
        for word in &query.words {
            expansions.push(expand(word, is_long, &self.store));
        }
        join(&query.words, &mut expansions, &self.store);
        expansions
    }

    /// By page, whether it has a word which is to be left out, as far as files are at hand.
    fn pages_with(&self, query: &Query) -> Vec<bool> {
        let mut pages = vec![false; self.pages() as usize];
        for word in &query.without {
            for entry in own(word, &self.store) {
                for posting in &entry.postings {
                    if posting.class == Class::Word {
                        pages[posting.page as usize] = true;
                    }
                }
            }
        }
        pages
    }

    /// The pages on which every phrase stands. At most [`MOST_READ`] are read: the first that have all words.
    fn with_phrases(&self, query: &Query, ranked: &[Ranked]) -> Option<Vec<Ranked>> {
        let mut needed = 0_u32;
        for (number, word) in query.words.iter().enumerate() {
            if query.phrases.iter().flatten().any(|phrase| *phrase == word.text || word.parts.contains(phrase)) {
                needed |= 1 << number;
            }
        }
        let mut found = Vec::new();
        for page in ranked {
            if page.words & needed == needed && found.len() < MOST_READ {
                found.push(*page);
            }
        }
        let cards = self.cards(&found)?;
        let mut with_all = Vec::new();
        // In a sentence, a word in quotation marks may have any form.
        let fewest = 1 + usize::from(query.words.len() >= LONG_QUESTION);
        for (page, card) in found.iter().zip(cards) {
            if query.phrases.iter().all(|phrase| phrase.len() < fewest || card.has_phrase(phrase)) {
                with_all.push(*page);
            }
        }
        Some(with_all)
    }

    /// The cards of pages; none while any is missing. All are asked for at once.
    fn cards(&self, pages: &[Ranked]) -> Option<Vec<&Arc<Prepared>>> {
        let mut cards = Vec::new();
        for page in pages {
            cards.extend(self.store.card(page.page));
        }
        (cards.len() == pages.len()).then_some(cards)
    }

    fn hits(&self, request: &Request, query: &Query, expansions: &[Expansion], ranked: &[Ranked]) -> Option<Vec<Hit>> {
        let end = request.offset.saturating_add(request.limit).min(ranked.len());
        let start = request.offset.min(end);
        let is_by_relevance = request.sort == Sort::Relevance && !query.is_empty();
        // Pages are read ten by ten, whatever part of them is asked for, so that the order does not hang on it.
        let (from, to) = if is_by_relevance { (start / READ * READ, end.div_ceil(READ) * READ) } else { (start, end) };
        let read = &ranked[from..to.min(ranked.len())];
        let cards = self.cards(read)?;
        let importance = importance(expansions, &self.store);
        let mut factors = vec![1.0; read.len()];
        if !query.is_empty() {
            for (factor, card) in factors.iter_mut().zip(&cards) {
                *factor = self::factor(query, expansions, &importance, card);
            }
        }
        let score = |place: usize| read[place].score * factors[place];
        let mut places = Vec::new();
        // Tens stay behind each other; within each, weight decides.
        for ten in (0..read.len()).step_by(READ) {
            let rank = |place: usize| if is_by_relevance { greatest_first(score(ten + place)) } else { 0 };
            for place in order(READ.min(read.len() - ten), &rank) {
                places.push(ten + place);
            }
        }
        let marker = Marker::new(query, expansions, &importance);
        let mut hits = Vec::new();
        for &place in &places[start - from..end - from] {
            let (page, card) = (&read[place], &cards[place]);
            let (excerpt, anchor) = marker.passage(&card.card);
            hits.push(Hit {
                title: marker.mark(&card.card.title),
                excerpt,
                anchor,
                score: score(place),
                parts: (page.score, factors[place]),
                has: page.words,
                card: Arc::clone(card),
                #[cfg(not(target_arch = "wasm32"))]
                words: match request.explain {
                    true => super::rank::explain(&query.words, expansions, &self.store, page.page),
                    false => Vec::new(),
                },
            });
        }
        Some(hits)
    }
}

fn in_order(ranked: &[Ranked], rank: &dyn Fn(&Ranked) -> u32) -> Vec<Ranked> {
    let mut ordered = Vec::with_capacity(ranked.len());
    for place in order(ranked.len(), &|place| rank(&ranked[place])) {
        ordered.push(ranked[place]);
    }
    ordered
}

fn most_words(ranked: &[Ranked]) -> u32 {
    ranked.iter().map(|page| page.words.count_ones()).max().unwrap_or(0)
}
