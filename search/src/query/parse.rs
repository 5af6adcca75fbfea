//! What was typed.

use crate::analyze::{each_word, is_alphabetic, is_alphanumeric, is_everyday_word, is_stop_word, stem};
use crate::prelude::*;
use crate::text::{find, is_space, letter_at, letter_before, slice};

/// The most words that are looked for; what comes after is left out.
const MOST_WORDS: usize = 32;
/// A question is long that has so many words with a subject.
pub const LONG_QUESTION: usize = 3;
/// The longest query, in bytes.
const LONGEST: usize = 2_000;

/// A query taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What pages are looked for by, each key once: words with a subject, or all words where none has.
    pub words: Vec<QueryWord>,
    /// All words in order, stop words included, folded.
    pub all: Vec<String>,
    /// Words that must stand beside each other, folded.
    pub phrases: Vec<Vec<String>>,
    /// Words that pages must not have.
    pub without: Vec<QueryWord>,
}

/// A word to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryWord {
    /// Folded.
    pub text: String,
    /// What it is looked up by: its stem, or a reference as it is.
    pub key: String,
    /// What it is put together of: `2025:400` of `2025` and `400`.
    pub parts: Vec<String>,
    /// Whether more letters may follow.
    pub unfinished: bool,
    /// Where it stands in the query as typed, in bytes.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

impl QueryWord {
    /// As it stands in the query.
    pub fn typed(&self, query: &str) -> String {
        query.get(self.start..self.end).unwrap_or(&self.text).to_owned()
    }
}

impl Query {
    /// Takes a query apart: runs of plain words, phrases in quotation marks, and words after a hyphen that follows a space.
    /// `typing`: the last word may be unfinished.
    pub fn parse(text: &str, typing: bool) -> Query {
        let mut end = text.len().min(LONGEST);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let text = slice(text, 0, end);
        let mut query = Query::default();
        let mut found: Vec<QueryWord> = Vec::new();
        let mut take = |kind, start, end| query.take(text, kind, start, end, &mut found);
        let is_quote = |letter| matches!(letter, '"' | '”' | '“' | '„' | '«' | '»');
        let mut start = 0;
        let mut at = 0;
        while let Some(letter) = letter_at(text, at) {
            let next = at + letter.len_utf8();
            if is_quote(letter) {
                let end = find(text, next, &is_quote);
                if let Some(closing) = letter_at(text, end) {
                    take(Kind::Words, start, at);
                    take(Kind::Phrase, next, end);
                    at = end + closing.len_utf8();
                    start = at;
                    continue;
                }
            } else if matches!(letter, '-' | '−' | '–') {
                let is_first = letter_before(text, at).is_none_or(is_space);
                let is_word = letter_at(text, next).is_some_and(is_alphabetic);
                // `-ord` leaves out; `a - b`, `16-29` and `-15` do not.
                if is_first && is_word && has_others(text, at) {
                    take(Kind::Words, start, at);
                    at = find(text, next, &is_space);
                    take(Kind::Without, next, at);
                    start = at;
                    continue;
                }
            }
            at = next;
        }
        take(Kind::Words, start, text.len());
        if typing && let Some(last) = found.last_mut().filter(|last| last.end == text.len()) {
            last.unfinished = true;
        }
        query.choose(found);
        query
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Takes the words of a piece: a whole word stands for its parts.
    fn take(&mut self, text: &str, kind: Kind, start: usize, end: usize, found: &mut Vec<QueryWord>) {
        let list = if matches!(kind, Kind::Without) { &mut self.without } else { found };
        let mut plain = Vec::new();
        each_word(slice(text, start, end), |word, from, to, _, whole| {
            let (start, end) = (start + from, start + to);
            let text = word.to_owned();
            if !whole {
                plain.push(text.clone());
                if let Some(known) = list.last_mut().filter(|known| end <= known.end) {
                    known.parts.push(text);
                    return;
                }
            }
            let key = if whole { word } else { stem(word) }.to_owned();
            list.push(QueryWord { text, key, parts: Vec::new(), unfinished: false, start, end });
        });
        if matches!(kind, Kind::Phrase) && !plain.is_empty() {
            self.phrases.push(plain.clone());
        }
        if !matches!(kind, Kind::Without) {
            self.all.append(&mut plain);
        }
    }

    /// Chooses the words to look for.
    fn choose(&mut self, found: Vec<QueryWord>) {
        let has_content = found.iter().any(|word| !is_stop_word(&word.text));
        let is_subject = |word: &QueryWord| !is_stop_word(&word.text) && !is_everyday_word(&word.text);
        let is_long = found.iter().filter(|word| is_subject(word)).count() >= LONG_QUESTION;
        for word in found {
            let is_wanted = if is_long { is_subject(&word) } else { !has_content || !is_stop_word(&word.text) };
            if is_wanted && self.words.len() < MOST_WORDS && self.words.iter().all(|known| known.key != word.key) {
                self.words.push(word);
            }
        }
    }
}

/// What the words of a piece are for.
enum Kind {
    Words,
    Phrase,
    Without,
}

/// A query of nothing but exclusions would find nothing: the first word is always one to look for.
fn has_others(text: &str, at: usize) -> bool {
    let next = find(text, find(text, at, &is_space), &|sign| !is_space(sign));
    find(text, 0, &is_alphanumeric) < at || next < text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        Query::parse(text, false).words.into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn stop_words_are_left_out_where_others_remain() {
        assert_eq!(keys("hur gör man med avtal"), ["gör", "avtal"]);
        assert_eq!(keys("om att"), ["om", "att"]);
    }

    #[test]
    fn a_hyphen_before_a_word_leaves_it_out() {
        let query = Query::parse("samverkan -Malmö SE-metoden 16-29 a - b", false);
        assert_eq!(query.without.iter().map(|word| &*word.text).collect::<Vec<_>>(), ["malmö"]);
        let words: Vec<_> = query.words.iter().map(|word| (&*word.text, word.parts.len())).collect();
        assert_eq!(words, [("samverkan", 0), ("semetoden", 2), ("16-29", 2), ("a", 0), ("b", 0)]);
        assert!(Query::parse("-malmö", false).without.is_empty(), "nothing else is asked for");
    }

    #[test]
    fn quotation_marks_make_phrases() {
        let query = Query::parse("hur \"gemensam kartläggning av\" går ”till så”", false);
        assert_eq!(query.phrases, [vec!["gemensam", "kartläggning", "av"], vec!["till", "så"]]);
        let open = Query::parse("\"gemensam kart", true);
        assert!(open.phrases.is_empty() && open.words.len() == 2 && open.words[1].unfinished);
    }

    #[test]
    fn references_are_one_word() {
        let query = Query::parse("12 kap. 4 § SoL", false);
        assert_eq!(query.words[0].key, "12kap4§");
        assert_eq!(query.words[0].parts, ["12", "kap", "4", "§"]);
        assert_eq!(query.words.len(), 2);
    }
}
