//! Abbreviations in capitals, and whether the text says what they stand for where they first stand.

use crate::markdown::{Prose, Span};

/// The longest abbreviation that is looked for, in letters. What is longer is a word in capitals.
const LONGEST: usize = 6;

/// How many words beside an abbreviation may say what it stands for.
const NEAR: usize = 10;

/// Abbreviations that nearly every reader knows, Roman numbers, and names of formats, protocols, programs and licences, which
/// say no more when they are written out.
const KNOWN: [&str; 45] = [
    "AA", "AAA", "AB", "API", "CSN", "CSS", "CSV", "CV", "EES", "EU", "FN", "GPS", "HTML", "HTTP", "HTTPS", "ID", "II",
    "III", "IIS", "IP", "IT", "IV", "IX", "JSON", "MIT", "OECD", "OK", "PDF", "QR", "RSS", "SIM", "SMS", "SVT", "TV",
    "URL", "USA", "UTC", "VAB", "VD", "VI", "VII", "VIII", "XI", "XLSX", "XML",
];

/// Whether a word may be an abbreviation: two capitals at least, and the first of its letters. Cheap, for every word is asked.
pub(super) fn may_be(word: &[u8]) -> bool {
    word.len() >= 2 && word[0].is_ascii_uppercase() && (word[1].is_ascii_uppercase() || word[1] == 0xc3)
}

/// The abbreviations of a document so far.
#[derive(Default)]
pub(super) struct Abbreviations {
    /// Each with its first place, unless it is explained there.
    seen: Vec<(String, Option<Span>)>,
}

impl Abbreviations {
    pub(super) fn see(&mut self, block: &Prose<'_>, word: Span) {
        // `SSBTEK-frågor` is about SSBTEK.
        let text = &block.text[word.clone()];
        let (name, rest) = text.split_once('-').unwrap_or((text, ""));
        let length = name.chars().count();
        if !(2..=LONGEST).contains(&length)
            || !name.chars().all(char::is_uppercase)
            || KNOWN.binary_search(&name).is_ok()
            || self.seen.iter().any(|(seen, _)| seen == name)
        {
            return;
        }
        let (before, after) = (&block.text[..word.start], &block.text[word.start + name.len()..]);
        // A registration number, an address or a designation (`S2014/3701/FST`, `SOU 2023:7`) is no word.
        let is_part = before.ends_with(['/', '.', '@', '_', ':', '&'])
            || after.starts_with(['/', '@', '_', '&', '='])
            || after.strip_prefix(' ').is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
        // `DCAT-AP-SE` and `MIA Vidare` are names; what a link is about stands where the link leads.
        let is_name = rest.starts_with(char::is_uppercase)
            || after.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_uppercase));
        if is_part || is_name || block.is_linked(word.start) {
            return;
        }
        let span = block.place(&(word.start..word.start + name.len()));
        let explained = is_explained(name, before, after);
        self.seen.push((name.to_owned(), (!explained).then_some(span)));
    }

    pub(super) fn unexplained(self) -> Vec<(Span, String)> {
        self.seen.into_iter().filter_map(|(name, span)| Some((span?, name))).collect()
    }
}

/// `Sveriges Kommuner och Regioner (SKR)`, `SKR (Sveriges Kommuner och Regioner)`, `SKR, Sveriges Kommuner och Regioner, …` and
/// `SKR står för …`.
fn is_explained(name: &str, before: &str, after: &str) -> bool {
    let in_brackets = before.ends_with('(') && after.starts_with([')', ',', ';']) && before.contains(' ');
    let bracket_follows = after.strip_prefix(" (").and_then(|rest| rest.split(')').next());
    in_brackets
        || bracket_follows.is_some_and(|words| words.split_whitespace().count() >= 2)
        || [" står för ", " är en förkortning ", " betyder "].iter().any(|says| after.starts_with(says))
        || spells(name.chars(), after.split_whitespace().take(NEAR))
        || spells(name.chars().rev(), before.split_whitespace().rev().take(NEAR))
}

/// Words that may stand between those that an abbreviation is made from, without a letter of their own in it.
const SMALL: [&str; 12] = ["av", "den", "det", "för", "i", "inom", "med", "och", "om", "på", "till", "vid"];

/// Whether the words next to a name, each in turn, begin with its letters (*Mobilisering inför arbete*: MIA).
fn spells<'w>(letters: impl Iterator<Item = char>, words: impl Iterator<Item = &'w str>) -> bool {
    let mut letters = letters.flat_map(char::to_lowercase).peekable();
    for word in words {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let first = word.chars().next().and_then(|c| c.to_lowercase().next());
        if first.is_some() && first == letters.peek().copied() {
            letters.next();
            if letters.peek().is_none() {
                return true;
            }
        } else if first.is_some() && SMALL.binary_search(&word).is_err() {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_knows_and_small_words_are_in_order() {
        assert!(KNOWN.is_sorted() && SMALL.is_sorted());
    }

    #[test]
    fn letters_are_spelled_by_the_words_next_to_them() {
        let words = |text: &'static str| text.split_whitespace();
        assert!(spells("MIA".chars(), words(", mobilisering inför arbete,")));
        assert!(spells("SKR".chars(), words("– sveriges kommuner och regioner,")));
        assert!(spells("SKR".chars().rev(), words("I Sveriges kommuner och regioner,").rev()));
        assert!(!spells("SKR".chars(), words("sade att kommunen redan svarade")));
    }
}
