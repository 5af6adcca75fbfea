//! Keys → pages by weight.
//!
//! A page's weight for a word is that of the best of the word's variants on it, never their sum (BM25F; Robertson and
//! Zaragoza, "The Probabilistic Relevance Framework", 2009, 3.6):
//!
//! > weight of the variant · idf^[`RARITY`] · x / (x + [`SATURATION`])
//!
//! where *x* is the level of [`crate::format::Posting`], and idf that of all pages which have any of the variants: a slip is not
//! worth more for being rare. The page's weight for the query is the sum over its words, times the share of
//! words it has to the power of [`COVERAGE`].

use super::expand::{Expansion, PARTS, Variant};
use super::store::Store;
use crate::format::{LEVELS, value_of};
use crate::numbers::{ln, power};
use crate::prelude::*;

/// k1 of BM25.
const SATURATION: f32 = 2.5;
/// Below 1, everyday words count for more than their frequency says.
pub const RARITY: f32 = 0.8;
const COVERAGE: f32 = 0.5;

/// A page that has some of a query's words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    pub page: u32,
    pub score: f32,
    /// Which words it has, by bit.
    pub words: u32,
}

/// ln(1 + (N − n + ½) / (n + ½)): how much it says that a page has a key which n of N have.
pub fn idf(pages: u32, with: usize) -> f32 {
    let (pages, with) = (pages as f32, with as f32);
    ln(1.0 + (pages - with + 0.5).max(0.0) / (with + 0.5))
}

/// What a level is worth: more of a word counts, but ever less.
fn saturated(level: u8) -> f32 {
    let x = value_of(level);
    x * (SATURATION + 1.0) / (x + SATURATION)
}

/// Every page that has a word of the query, by page.
pub fn rank(expansions: &[Expansion], store: &Store) -> Vec<Ranked> {
    let pages = store.root.pages as usize;
    let mut total = vec![0.0_f32; pages];
    let mut words = vec![0_u32; pages];
    let mut best = vec![0.0_f32; pages];
    let mut touched: Vec<u32> = Vec::new();
    let saturated: [f32; LEVELS] = core::array::from_fn(|level| saturated(level as u8));
    for (number, expansion) in expansions.iter().enumerate() {
        for variant in &expansion.variants {
            for posting in &variant.entry.postings {
                let score = variant.weight * saturated[usize::from(posting.level)];
                let best = &mut best[posting.page as usize];
                if *best == 0.0 {
                    touched.push(posting.page);
                }
                *best = best.max(score);
            }
        }
        let rarity = power(idf(store.root.pages, touched.len()), RARITY);
        touched.iter().for_each(|&page| best[page as usize] *= rarity);
        for page in together(&expansion.parts, store, &saturated, &mut best, &mut touched) {
            total[page as usize] += core::mem::take(&mut best[page as usize]);
        }
        for &page in &touched {
            let page_number = page as usize;
            total[page_number] += core::mem::take(&mut best[page_number]);
            words[page_number] |= 1 << number;
        }
        touched.clear();
    }
    let count = expansions.len().max(1) as f32;
    let mut ranked = Vec::new();
    for (page, (&words, total)) in words.iter().zip(total).enumerate() {
        if total > 0.0 {
            // A page with nothing but a part of a compound has at least a little.
            let share = words.count_ones().max(1) as f32 / count;
            ranked.push(Ranked { page: page as u32, score: total * power(share, COVERAGE), words });
        }
    }
    ranked
}

/// Pages that have the parts of a compound: the more of them, the better. Those that have all count as having the word, and are
/// added to `touched`; those that have not are returned.
fn together(
    parts: &[Variant],
    store: &Store,
    saturated: &[f32; LEVELS],
    best: &mut [f32],
    touched: &mut Vec<u32>,
) -> Vec<u32> {
    let mut partly = Vec::new();
    if parts.is_empty() {
        return partly;
    }
    let mut sums = vec![(0.0_f32, 0_u32); store.root.pages as usize];
    for part in parts {
        let postings = &part.entry.postings;
        let weight = part.weight * power(idf(store.root.pages, postings.len()), RARITY);
        for posting in postings {
            let (sum, count) = &mut sums[posting.page as usize];
            *sum += weight * saturated[usize::from(posting.level)];
            *count += 1;
        }
    }
    for (page, ((sum, count), best)) in sums.into_iter().zip(best).enumerate() {
        if count == 0 {
            continue;
        }
        let share = count as f32 / parts.len() as f32;
        if *best == 0.0 {
            if count as usize == parts.len() { touched.push(page as u32) } else { partly.push(page as u32) }
        }
        *best = best.max(PARTS * sum / parts.len() as f32 * share);
    }
    partly
}

/// What a word brought a page, and how.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Debug, PartialEq)]
pub struct WordScore {
    pub word: String,
    /// The key that the page has.
    pub key: String,
    /// `own`, `prefix`, `slip` or `part`, with `+` when the page has the key only in a compound or by a synonym.
    pub kind: String,
    pub score: f32,
}

/// What each word brought a page: of its variants the one that weighs most, of its parts each.
#[cfg(not(target_arch = "wasm32"))]
pub fn explain(words: &[super::QueryWord], expansions: &[Expansion], store: &Store, page: u32) -> Vec<WordScore> {
    use super::expand::Kind;
    let mut out = Vec::new();
    for (word, expansion) in words.iter().zip(expansions) {
        let of = |variant: &Variant| {
            let entry = variant.entry;
            let posting = entry.postings.binary_search_by_key(&page, |posting| posting.page).ok()?;
            let posting = entry.postings[posting];
            let kind = match variant.kind {
                Kind::Own => "own",
                Kind::Prefix => "prefix",
                Kind::Slip => "slip",
                Kind::Part => "part",
            };
            let derived = if posting.class == crate::format::Class::Derived { "+" } else { "" };
            let score = variant.weight * saturated(posting.level);
            Some(WordScore { word: word.text.clone(), key: entry.key.clone(), kind: [kind, derived].concat(), score })
        };
        let pages: std::collections::BTreeSet<u32> = expansion
            .variants
            .iter()
            .flat_map(|variant| variant.entry.postings.iter().map(|posting| posting.page))
            .collect();
        let rarity = power(idf(store.root.pages, pages.len()), RARITY);
        let best = expansion.variants.iter().filter_map(of).max_by(|a, b| a.score.total_cmp(&b.score));
        out.extend(best.map(|best| WordScore { score: best.score * rarity, ..best }));
        out.extend(expansion.parts.iter().filter_map(|variant| {
            let part = of(variant)?;
            let rarity = power(idf(store.root.pages, variant.entry.postings.len()), RARITY);
            Some(WordScore { score: part.score * rarity * PARTS / expansion.parts.len() as f32, ..part })
        }));
    }
    out
}
