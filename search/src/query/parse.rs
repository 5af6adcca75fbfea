//! What was typed.

use core::cell::Cell;

use crate::analyze::{is_alphabetic, is_alphanumeric, is_everyday_word, is_stop_word, plain_words, stem, words};
use crate::prelude::*;
use crate::text::{find, is_space, letter_at, letter_before, slice};

/// The most words that are looked for; what comes after is left out.
const MOST_WORDS: usize = 32;
/// A question is long that has so many words with a subject.
pub const LONG_QUESTION: usize = 3;
/// The longest query, in letters.
const LONGEST: usize = 1_000;

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
    pub key: String,
    /// What it is put together of: `2025:400` of `2025` and `400`.
    pub parts: Vec<String>,
    /// Whether more letters may follow.
    pub unfinished: bool,
    /// Where it stands in the query as typed, in bytes.
    pub start: usize,
    pub end: usize,
}

impl QueryWord {
    /// As it stands in the query.
    pub fn typed(&self, query: &str) -> String {
        query.get(self.start..self.end).unwrap_or(&self.text).to_owned()
    }
}

impl Query {
    /// Takes a query apart. `typing`: the last word may be unfinished.
    pub fn parse(text: &str, typing: bool) -> Query {
        let left = Cell::new(LONGEST);
        let end = find(text, 0, &|_| left.replace(left.get().wrapping_sub(1)) == 0);
        let text = slice(text, 0, end);
        let mut query = Query::default();
        let mut found: Vec<QueryWord> = Vec::new();
        for piece in pieces(text) {
            let mut own = query_words(text, piece.start, piece.end);
            match piece.kind {
                PieceKind::Without => query.without.append(&mut own),
                PieceKind::Phrase => {
                    let phrase = plain_words(slice(text, piece.start, piece.end));
                    if !phrase.is_empty() {
                        query.all.extend_from_slice(&phrase);
                        query.phrases.push(phrase);
                    }
                    found.append(&mut own);
                }
                PieceKind::Words => {
                    query.all.append(&mut plain_words(slice(text, piece.start, piece.end)));
                    found.append(&mut own);
                }
            }
        }
        if typing && let Some(last) = found.last_mut().filter(|last| last.end == text.len()) {
            last.unfinished = true;
        }
        let has_content = found.iter().any(|word| !is_stop_word(&word.text));
        let is_subject = |word: &QueryWord| !is_stop_word(&word.text) && !is_everyday_word(&word.text);
        let is_long = found.iter().filter(|word| is_subject(word)).count() >= LONG_QUESTION;
        for word in found {
            let is_wanted = if is_long { is_subject(&word) } else { !has_content || !is_stop_word(&word.text) };
            if is_wanted && query.words.len() < MOST_WORDS && query.words.iter().all(|known| known.key != word.key) {
                query.words.push(word);
            }
        }
        query
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

enum PieceKind {
    Words,
    Phrase,
    Without,
}

struct Piece {
    kind: PieceKind,
    start: usize,
    end: usize,
}

/// Runs of plain words, phrases in quotation marks, and words after a hyphen that follows a space.
fn pieces(text: &str) -> Vec<Piece> {
    let is_quote = |letter| matches!(letter, '"' | '”' | '“' | '„' | '«' | '»');
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut put = |kind, start: usize, end: usize| {
        if find(slice(text, start, end), 0, &|letter| is_alphanumeric(letter) || letter == '§') < end - start {
            pieces.push(Piece { kind, start, end });
        }
    };
    while let Some(letter) = letter_at(text, at) {
        let next = at + letter.len_utf8();
        if is_quote(letter) {
            let end = find(text, next, &is_quote);
            if let Some(closing) = letter_at(text, end) {
                put(PieceKind::Words, start, at);
                put(PieceKind::Phrase, next, end);
                at = end + closing.len_utf8();
                start = at;
                continue;
            }
        } else if matches!(letter, '-' | '−' | '–') {
            let is_first = letter_before(text, at).is_none_or(is_space);
            let is_word = letter_at(text, next).is_some_and(is_alphabetic);
            // `-ord` leaves out; `a - b`, `16-29` and `-15` do not.
            if is_first && is_word && pieces_before(text, at) {
                put(PieceKind::Words, start, at);
                at = find(text, next, &is_space);
                put(PieceKind::Without, next, at);
                start = at;
                continue;
            }
        }
        at = next;
    }
    put(PieceKind::Words, start, text.len());
    pieces
}

/// A query of nothing but exclusions would find nothing: the first word is always one to look for.
fn pieces_before(text: &str, at: usize) -> bool {
    let next = find(text, find(text, at, &is_space), &|sign| !is_space(sign));
    find(text, 0, &is_alphanumeric) < at || next < text.len()
}

/// The words of a piece: a whole word stands for its parts.
fn query_words(text: &str, start: usize, end: usize) -> Vec<QueryWord> {
    let mut out: Vec<QueryWord> = Vec::new();
    for word in words(slice(text, start, end)) {
        let (from, to) = (start + word.start, start + word.end);
        if let Some(whole) = out.last_mut().filter(|whole| to <= whole.end && !word.whole) {
            whole.parts.push(word.text);
            continue;
        }
        let key = if word.whole { word.text.clone() } else { stem(&word.text).to_owned() };
        out.push(QueryWord { text: word.text, key, parts: Vec::new(), unfinished: false, start: from, end: to });
    }
    out
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
