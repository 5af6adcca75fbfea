//! Snowball's Swedish stemmer, version 3.1 (<https://snowballstem.org/algorithms/swedish/stemmer.html>, BSD licence).
//!
//! Our own code, because the crates carry an older version, which leaves the definite *-et* of neuter nouns (*avtalet*),
//! and because every byte of it is sent to a browser.

use crate::prelude::*;
use crate::text::{find, joined, letter_at, letter_before, letters, pieces, slice};

/// What the first step takes away, longest first; *-et* and *-s* only where the letters before allow it.
const MAIN: [&str; 38] = [
    "heterna", "hetens", "anden", "heten", "heter", "arnas", "ernas", "ornas", "andes", "arens", "andet", "arna",
    "erna", "orna", "ande", "arne", "aste", "aren", "ades", "erns", "ade", "are", "ern", "ens", "het", "ast", "ad",
    "en", "ar", "er", "or", "as", "es", "at", "et", "a", "e", "s",
];

/// Before these, *-et* belongs to the word: *universitet*, *magnet*.
const NO_NEUTER: &str = "fab h pak rak stak kom iet cit dit alit ilit mit nit pit rit sit tit uit ivit kvit xit";

/// The stem of a folded word; always a beginning of it, but for *löst* → *lös* and *fullt* → *full*, which are that too.
pub fn stem(word: &str) -> &str {
    let Some(region) = region(word) else { return word };
    let word = main_suffix(word, region);
    let word = consonant_pair(word, region);
    other_suffix(word, region)
}

/// Endings that Snowball leaves, with what comes before them in the words that have them.
const ENDINGS: [&str; 14] = ["iet", "et", "an", "ion", "in", "eln", "ern", "orn", "yn", "ån", "ön", "ena", "ot", "t"];

/// A word without its ending, and a genitive's *-s* after that, where Snowball leaves it: *-et* it takes away only after a vowel and one
/// consonant, so that *torget* keeps it, and nothing from *frågan*, *faktorn*, *ekonomin*, *mötena* and *gemensamt*. Whether there is
/// such a word, only those of the pages can tell.
pub fn without_ending(word: &str) -> Option<&str> {
    let (word, _) = first_of(word, 0, &["s"]).unwrap_or((word, ""));
    let (rest, ending) = first_of(word, 0, &ENDINGS)?;
    let kept = match ending.as_bytes() {
        [.., b'n'] => ending.len() - 1,
        b"et" | b"t" => 0,
        _ => 1,
    };
    ends_word(rest).then(|| slice(word, 0, rest.len() + kept))
}

/// Whether there may be an ending after this.
fn ends_word(rest: &str) -> bool {
    letters(rest) >= 3 && letter_before(rest, rest.len()).is_some_and(|last| !is_vowel(last))
}

/// Where a word loses a vowel before its endings, as *regel* in *regler* and *hinder* in *hindren*: the word, of a stem without it.
pub fn with_vowel(stem: &str) -> Option<String> {
    let last = stem.len().checked_sub(1)?;
    let is_lost =
        letters(stem) > 3 && ends_in(stem, "lnr") && letter_before(stem, last).is_some_and(|before| !is_vowel(before));
    is_lost.then(|| joined(&joined(slice(stem, 0, last), "e"), slice(stem, last, stem.len())))
}

/// The same the other way.
pub fn without_vowel(word: &str) -> Option<String> {
    let (rest, vowel) = first_of(word, 0, &["el", "en", "er"])?;
    ends_word(rest).then(|| joined(rest, slice(vowel, 1, 2)))
}

/// A stem without the second of two letters that are one at the end of the word: *programm(et)*. Any other as it is.
pub fn undoubled(stem: &str) -> &str {
    let is_doubled = stem.ends_with("mm") || stem.ends_with("nn");
    if is_doubled { without_last(stem) } else { stem }
}

/// The verb that a noun's stem may come from: *kartläggning* from *kartlägga*, *händels(e)* from *hända*.
pub fn verb_of(noun: &str) -> Option<String> {
    let (rest, _) = first_of(noun, 0, &["ning", "ing", "els"])?;
    (letters(rest) >= 3).then(|| joined(rest, "a"))
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ä' | 'å' | 'ö')
}

/// Where suffixes may begin: after the first vowel and the consonant that follows, and after at least three letters.
fn region(word: &str) -> Option<usize> {
    let consonant = find(word, find(word, 0, &is_vowel), &|letter| !is_vowel(letter));
    let after = letter_at(word, consonant)?.len_utf8() + consonant;
    let mut third = 0;
    for _ in 0..3 {
        third += letter_at(word, third)?.len_utf8();
    }
    Some(after.max(third))
}

/// Whether the last letter is one of these.
fn ends_in(word: &str, letters: &str) -> bool {
    word.bytes().last().is_some_and(|last| letters.bytes().any(|letter| letter == last))
}

fn without_last(word: &str) -> &str {
    slice(word, 0, word.len() - 1)
}

/// What stands before the suffix, when the word has it within the region.
fn without<'a>(word: &'a str, region: usize, suffix: &str) -> Option<&'a str> {
    // Most suffixes end in another letter.
    let is_possible = word.as_bytes().last() == suffix.as_bytes().last() && word.len() >= region + suffix.len();
    (is_possible && word.ends_with(suffix)).then(|| slice(word, 0, word.len() - suffix.len()))
}

/// The first of some suffixes that the word has within the region, and what stands before.
#[cfg_attr(target_arch = "wasm32", inline(never))]
#[cfg_attr(not(target_arch = "wasm32"), inline(always))]
fn first_of<'a>(word: &'a str, region: usize, suffixes: &[&'static str]) -> Option<(&'a str, &'static str)> {
    suffixes.iter().find_map(|suffix| Some((without(word, region, suffix)?, *suffix)))
}

fn main_suffix(word: &str, region: usize) -> &str {
    match first_of(word, region, &MAIN) {
        None => word,
        Some((_, "et")) => without_neuter(word),
        Some((rest, "s")) => match without_neuter(rest) {
            neuter if neuter != rest => neuter,
            _ if ends_in(rest, "bcdfghjklmnoprtvy") => rest,
            _ => word,
        },
        Some((rest, _)) => rest,
    }
}

/// Without *-et*, where that is the article.
fn without_neuter(word: &str) -> &str {
    match first_of(word, 0, &["et"]) {
        Some((rest, _)) if takes_neuter(rest) => rest,
        _ => word,
    }
}

/// Whether *-et* after this is the article: after a vowel and a consonant that are not the whole word.
fn takes_neuter(rest: &str) -> bool {
    let Some(last) = letter_before(rest, rest.len()).filter(|last| !is_vowel(*last)) else { return false };
    let consonant = rest.len() - last.len_utf8();
    let Some(vowel) = letter_before(rest, consonant).filter(|vowel| is_vowel(*vowel)) else { return false };
    consonant > vowel.len_utf8() && !pieces(NO_NEUTER, b' ').iter().any(|ending| rest.ends_with(ending))
}

fn consonant_pair(word: &str, region: usize) -> &str {
    match first_of(word, region, &["dd", "gd", "nn", "dt", "gt", "kt", "tt"]) {
        Some(_) => without_last(word),
        None => word,
    }
}

fn other_suffix(word: &str, region: usize) -> &str {
    match first_of(word, region, &["fullt", "lig", "els", "öst", "ig"]) {
        None => word,
        Some((_, "fullt")) => without_last(word),
        Some((rest, "öst")) if ends_in(rest, "iklnprtuv") => without_last(word),
        Some((_, "öst")) => word,
        Some((rest, _)) => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    /// Words of the site with the stems that Snowball 3.1.1 gives them.
    #[test]
    fn stems_are_those_of_snowball() {
        for line in include_str!("../../tests/stems.tsv").lines() {
            let (word, expected) = line.split_once('\t').expect("two columns");
            assert_eq!(stem(word), expected, "{word}");
        }
    }
}
