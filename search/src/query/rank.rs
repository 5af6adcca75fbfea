//! Keys → pages by weight.
//!
//! A page's weight for a word is that of the best of the word's variants on it, never their sum (BM25F; Robertson and
//! Zaragoza, "The Probabilistic Relevance Framework", 2009, 3.6):
//!
//! > weight of the variant · idf^[`RARITY`] · x / (x + [`SATURATION`])
//!
//! where *x* is the level of [`crate::format::Posting`], and idf that of all pages which have any of the variants: a slip is not
//! worth more for being rare. The page's weight for the query is the sum over its words, times the share of the query it has to the
//! power of [`COVERAGE`]. What a word is of that share follows from its idf too: a page that lacks an everyday word has most of
//! the query.

use super::expand::{Expansion, PARTS};
use super::store::Store;
use crate::format::{LEVELS, value_of};
use crate::numbers::{ln, power};
use crate::prelude::*;

/// k1 of BM25.
const SATURATION: f32 = 2.5;
/// Below 1, everyday words count for more than their frequency says.
const RARITY: f32 = 0.8;
/// Of one word or two each is wanted, and in a sentence some are not.
const COVERAGE: [f32; 2] = [0.8, 0.5];
/// What a word that a page does not have counts for: the page may have some of its parts.
const MISSED: f32 = 0.05;

/// A page that has some of a query's words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    pub page: u32,
    pub score: f32,
    /// Which words it has, by bit.
    pub words: u32,
}

/// ln(1 + (N − n + ½) / (n + ½)): how much it says that a page has a key which n of N have.
fn idf(pages: u32, with: usize) -> f32 {
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
    let mut ranked = Vec::with_capacity(pages);
    for page in 0..store.root.pages {
        ranked.push(Ranked { page, score: 0.0, words: 0 });
    }
    let saturated: [f32; LEVELS] = core::array::from_fn(|level| saturated(level as u8));
    let mut rarities = Vec::new();
    for (number, expansion) in expansions.iter().enumerate() {
        let mut best = vec![0.0_f32; pages];
        for variant in &expansion.variants {
            for posting in &variant.entry.postings {
                let best = &mut best[posting.page as usize];
                *best = best.max(variant.weight * saturated[usize::from(posting.level)]);
            }
        }
        let rarity = rarity(store, best.iter().filter(|best| **best > 0.0).count());
        // Pages that have the parts of a compound: the more of them, the better.
        let parts = expansion.parts.len();
        let mut sums = vec![0.0_f32; pages];
        let mut counts = vec![0_u32; pages];
        for part in &expansion.parts {
            let weight = part.weight * self::rarity(store, part.entry.postings.len());
            for posting in &part.entry.postings {
                sums[posting.page as usize] += weight * saturated[usize::from(posting.level)];
                counts[posting.page as usize] += 1;
            }
        }
        let mut with = 0;
        for (((ranked, best), sum), count) in ranked.iter_mut().zip(best).zip(sums).zip(counts) {
            let share = count as f32 / parts.max(1) as f32;
            ranked.score += (best * rarity).max(PARTS * sum / parts.max(1) as f32 * share);
            // Those that have all parts have the word.
            if best > 0.0 || count > 0 && count as usize == parts {
                ranked.words |= 1 << number;
                with += 1;
            }
        }
        // What no page has tells none from another.
        rarities.push(if with > 0 { self::rarity(store, with) } else { 0.0 });
    }
    keep(&mut ranked, &|page| page.score > 0.0);
    let all: f32 = rarities.iter().sum();
    let coverage = COVERAGE[usize::from(rarities.len() > 2)];
    for page in &mut ranked {
        let mut has = 0.0;
        for (number, rarity) in rarities.iter().enumerate() {
            has += rarity * if page.words >> number & 1 == 1 { 1.0 } else { MISSED };
        }
        // Where no page has a word, all have as much of the query.
        if all > 0.0 {
            page.score *= power(has / all, coverage);
        }
    }
    ranked
}

/// `retain`, but once for all conditions.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn keep(ranked: &mut Vec<Ranked>, fits: &dyn Fn(&Ranked) -> bool) {
    let mut kept = 0;
    for at in 0..ranked.len() {
        if fits(&ranked[at]) {
            ranked[kept] = ranked[at];
            kept += 1;
        }
    }
    ranked.truncate(kept);
}

/// How much it says that a page has a key which so many have.
pub fn rarity(store: &Store, with: usize) -> f32 {
    power(idf(store.root.pages, with), RARITY)
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
    use super::expand::{Kind, Variant};
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
        let rarity = rarity(store, pages.len());
        let best = expansion.variants.iter().filter_map(of).max_by(|a, b| a.score.total_cmp(&b.score));
        out.extend(best.map(|best| WordScore { score: best.score * rarity, ..best }));
        out.extend(expansion.parts.iter().filter_map(|variant| {
            let part = of(variant)?;
            let rarity = self::rarity(store, variant.entry.postings.len());
            Some(WordScore { score: part.score * rarity * PARTS / expansion.parts.len() as f32, ..part })
        }));
    }
    out
}
