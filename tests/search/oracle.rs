//! Ranking by the index alone against tantivy's own BM25, on the same documents.
//!
//! Documents are one field of words that are keys as they stand: no compound, no synonym, no ending, so that both engines see the
//! same words the same number of times. What is compared is the order that a hit's weight by the index
//! (`Hit::parts.0`) gives, not what reading the page makes of it. The orders are alike and not the same, because ours
//!
//! - keeps an occurrence's weight on 16 levels instead of its exact number (many ties, which count as no agreement here),
//! - saturates later (k1 2.5, tantivy 1.2) and lets the length count for less (b 0.6, tantivy 0.75),
//! - damps rarity (idf to the power of 0.8), which matters for two words.
//!
//! That it is these and nothing else is shown by the formula itself, worked out here once with each engine's numbers: tantivy is
//! the formula but for its 256 steps of length, and ours is the formula with each occurrence put on its level.
//!
//! For two words only pages that have both are compared: a page that lacks a word loses more with us than with BM25, on
//! purpose.

use std::collections::{BTreeMap, BTreeSet};

use samverka_search::analyze::{is_stop_word, stem};
use samverka_search::build::Analysis;
use samverka_search::format::{Class, level_of, value_of};
use samverka_search::query::Request;
use samverka_search::{Page, Section};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Query, TermQuery};
use tantivy::schema::{IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::{TantivyDocument, Term};

use crate::index::{Searcher, request};

const DOCUMENTS: usize = 300;
/// The numbers of a ranking.
struct Formula {
    k1: f32,
    b: f32,
    /// The power of idf.
    rarity: f32,
    /// What is left of an occurrence's weight when it has been stored.
    stored: fn(f32) -> f32,
}

const OURS: Formula = Formula { k1: 2.5, b: 0.6, rarity: 0.8, stored: |weight| value_of(level_of(weight)) };
const TANTIVY: Formula = Formula { k1: 1.2, b: 0.75, rarity: 1.0, stored: |weight| weight };

/// What is asked of two rankings, as the mean of all queries: Kendall's tau, and in what share of the queries the document that is
/// first in one is among the first three of the other.
struct Agreement {
    tau: f64,
    first: f64,
}

/// Numbers that are the same everywhere (an LCG; Knuth's MMIX).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most
    }
}

/// Words that look Swedish, each its own stem, none of them a part of another or within two slips of it.
fn vocabulary() -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut numbers = Numbers(1);
    let mut one_of = |all: &[&'static str]| all[numbers.below(all.len())];
    for _ in 0..4_000 {
        let first = one_of(&["b", "fl", "g", "h", "kv", "l", "m", "sp", "tr", "v"]);
        let middle = one_of(&["d", "g", "mp", "nk", "p", "rv", "sk", "t"]);
        let vowels = [one_of(&["a", "i", "o", "u", "å", "ä", "ö"]), one_of(&["o", "u", "y"])];
        let word = [first, vowels[0], middle, vowels[1], one_of(&["b", "f", "k", "p"])].concat();
        let is_near = |other: &String| strsim::osa_distance(other, &word) < 3;
        if stem(&word) == word && !is_stop_word(&word) && !words.iter().any(is_near) {
            words.push(word);
        }
    }
    words.truncate(60);
    assert_eq!(words.len(), 60);
    words
}

/// Few words are frequent and many rare, and documents have 20 to 120 of them.
fn documents(words: &[String]) -> Vec<String> {
    let mut numbers = Numbers(4);
    let text = |numbers: &mut Numbers| {
        let length = 20 + numbers.below(100);
        let word = |numbers: &mut Numbers| {
            words[numbers.below(words.len()) * numbers.below(words.len()) / words.len()].as_str()
        };
        (0..length).map(|_| word(numbers)).collect::<Vec<_>>().join(" ")
    };
    (0..DOCUMENTS).map(|_| text(&mut numbers)).collect()
}

fn pages(texts: &[String]) -> Vec<Page> {
    let page = |(number, text): (usize, &String)| Page {
        id: format!("{number}"),
        url: format!("/{number:03}/"),
        // The same of every page, so that the first paragraph is not taken for the summary.
        summary: "Om".into(),
        sections: vec![Section { text: format!("{text}\n"), ..Section::default() }],
        ..Page::default()
    };
    texts.iter().enumerate().map(page).collect()
}

/// Weights by document.
type Weights = BTreeMap<String, f32>;

/// tantivy with its own tokenizer and its own weights.
struct Oracle {
    searcher: tantivy::Searcher,
    body: tantivy::schema::Field,
    id: tantivy::schema::Field,
}

impl Oracle {
    fn new(texts: &[String]) -> Oracle {
        let mut schema = Schema::builder();
        let indexing =
            TextFieldIndexing::default().set_tokenizer("whitespace").set_index_option(IndexRecordOption::WithFreqs);
        let body = schema.add_text_field("body", TextOptions::default().set_indexing_options(indexing));
        let id = schema.add_text_field("id", STRING | STORED);
        let index = tantivy::Index::create_in_ram(schema.build());
        let mut writer = index.writer_with_num_threads(1, 50_000_000).unwrap();
        for (number, text) in texts.iter().enumerate() {
            let mut document = TantivyDocument::default();
            document.add_text(body, text);
            document.add_text(id, format!("{number:03}"));
            writer.add_document(document).unwrap();
        }
        writer.commit().unwrap();
        Oracle { searcher: index.reader().unwrap().searcher(), body, id }
    }

    /// Weight by document, of those that have all words.
    fn search(&self, words: &[&str]) -> Weights {
        let term = |word: &&str| -> Box<dyn Query> {
            Box::new(TermQuery::new(Term::from_field_text(self.body, word), IndexRecordOption::WithFreqs))
        };
        let query = BooleanQuery::intersection(words.iter().map(term).collect());
        let found = self.searcher.search(&query, &TopDocs::with_limit(DOCUMENTS).order_by_score()).unwrap();
        let named = found.into_iter().map(|(score, address)| {
            let document: TantivyDocument = self.searcher.doc(address).unwrap();
            let id = document.get_first(self.id).and_then(|id| id.as_str().map(str::to_owned)).unwrap();
            (id, score)
        });
        named.collect()
    }
}

/// BM25 by the book, of those that have all words.
fn formula(texts: &[String], words: &[&str], by: &Formula) -> Weights {
    let lengths: Vec<f32> = texts.iter().map(|text| text.split(' ').count() as f32).collect();
    let average = lengths.iter().sum::<f32>() / lengths.len() as f32;
    let mut weights: Weights = (0..texts.len()).map(|number| (format!("{number:03}"), 0.0)).collect();
    for word in words {
        let counts: Vec<f32> =
            texts.iter().map(|text| text.split(' ').filter(|own| own == word).count() as f32).collect();
        let with = counts.iter().filter(|count| **count > 0.0).count() as f32;
        let idf = (1.0 + (texts.len() as f32 - with + 0.5) / (with + 0.5)).ln().powf(by.rarity);
        for (number, (count, length)) in counts.iter().zip(&lengths).enumerate() {
            let id = format!("{number:03}");
            match weights.get_mut(&id) {
                Some(weight) if *count > 0.0 => {
                    let weight_of = (by.stored)(count / (1.0 - by.b + by.b * length / average));
                    *weight += idf * weight_of * (by.k1 + 1.0) / (weight_of + by.k1);
                }
                _ => drop(weights.remove(&id)),
            }
        }
    }
    weights
}

/// Our weights, of the documents that have all words.
fn own_weights(index: &mut Searcher, words: &[&str]) -> Weights {
    let answer = index.search(&Request { limit: DOCUMENTS, ..request(&words.join(" ")) });
    let full = answer.hits.iter().filter(|hit| answer.missing(hit).is_empty());
    full.map(|hit| (hit.card.card.url.trim_matches('/').to_owned(), hit.parts.0)).collect()
}

/// The weights of each document beside each other; both have the same documents.
fn beside(a: &Weights, b: &Weights) -> Vec<(f32, f32)> {
    assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>());
    a.values().copied().zip(b.values().copied()).collect()
}

/// Kendall's tau-b: 1 is the same order, 0 none, −1 the reverse. None where one of the two has no order.
fn tau(weights: &[(f32, f32)]) -> Option<f64> {
    let sign = |a: f32, b: f32| if (a - b).abs() < 1e-6 { 0.0 } else { f64::from((a - b).signum()) };
    let (mut agree, mut ours, mut theirs) = (0.0, 0.0, 0.0);
    for (at, first) in weights.iter().enumerate() {
        for second in &weights[at + 1..] {
            let (a, b) = (sign(first.0, second.0), sign(first.1, second.1));
            agree += a * b;
            ours += a.abs();
            theirs += b.abs();
        }
    }
    (ours > 0.0 && theirs > 0.0).then(|| agree / f64::sqrt(ours * theirs))
}

/// Whether a document that is first in the second is among the first three of the first.
fn has_first(weights: &[(f32, f32)]) -> bool {
    let best = weights.iter().map(|own| own.1).fold(f32::MIN, f32::max);
    let before = |own: &(f32, f32)| weights.iter().filter(|other| other.0 > own.0 + 1e-6).count();
    weights.iter().any(|own| own.1 > best - 1e-6 && before(own) < 3)
}

/// The mean agreement of all queries.
fn agreement(all: &[Vec<(f32, f32)>]) -> Agreement {
    let taus: Vec<f64> = all.iter().filter_map(|weights| tau(weights)).collect();
    let first = all.iter().filter(|weights| has_first(weights)).count();
    Agreement { tau: taus.iter().sum::<f64>() / taus.len() as f64, first: first as f64 / all.len() as f64 }
}

#[test]
fn ranking_by_the_index_agrees_with_bm25() {
    let words = vocabulary();
    let texts = documents(&words);
    let pages = pages(&texts);
    // What the test rests on: both see the same words.
    let analysis = Analysis::new(&pages, &[]);
    for (page, text) in texts.iter().enumerate() {
        let found = analysis.keys(page, &mut analysis.tally());
        assert!(found.iter().all(|found| found.class == Class::Word), "{found:?}");
        let seen: BTreeSet<&str> =
            found.iter().map(|found| analysis.text(found.key)).filter(|key| *key != "om").collect();
        assert_eq!(seen, text.split_whitespace().collect());
    }
    let mut ours = Searcher::of(pages, &[]);
    let oracle = Oracle::new(&texts);
    let single: Vec<Vec<&str>> = words.iter().map(|word| vec![word.as_str()]).collect();
    let mut numbers = Numbers(7);
    let two = |numbers: &mut Numbers| {
        let first = numbers.below(words.len());
        let second = (first + 1 + numbers.below(words.len() - 1)) % words.len();
        vec![words[first].as_str(), words[second].as_str()]
    };
    let double: Vec<Vec<&str>> = (0..100).map(|_| two(&mut numbers)).collect();
    let one = [(0.85, 0.95), (0.999, 0.999), (0.97, 0.95)];
    let two = [(0.75, 0.9), (0.999, 0.999), (0.95, 0.95)];
    for (queries, least) in [(single, one), (double, two)] {
        let mut pairs = [const { Vec::new() }; 3];
        for query in &queries {
            let (own, theirs) = (own_weights(&mut ours, query), oracle.search(query));
            if theirs.len() < 5 {
                continue;
            }
            pairs[0].push(beside(&own, &theirs));
            pairs[1].push(beside(&own, &formula(&texts, query, &OURS)));
            pairs[2].push(beside(&theirs, &formula(&texts, query, &TANTIVY)));
        }
        assert!(pairs[0].len() * 4 >= queries.len() * 3, "{} queries find enough", pairs[0].len());
        let names = ["ours and tantivy", "ours and the formula", "tantivy and the formula"];
        for ((pairs, name), (tau, first)) in pairs.iter().zip(names).zip(least) {
            let found = agreement(pairs);
            let told = format!("{} word(s), {name}: tau {:.3}, first {:.3}", queries[0].len(), found.tau, found.first);
            println!("{told}");
            assert!(found.tau >= tau && found.first >= first, "{told}");
        }
    }
}
