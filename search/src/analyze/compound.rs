//! Swedish compounds, taken apart by the words that all pages have.
//!
//! A word is a compound when two (or more) words of the corpus make it up, with or without the linking *-s-*, or with the
//! vowel back that a first part loses (*skol-* from *skola*). Which words may be parts is learned: those of at least
//! four letters that stand on some page, and shorter ones that stand on several. Among several ways to divide a word, the one whose
//! parts are most usual wins; a division is only believed when its parts are not much rarer than the word itself, so
//! that everyday words stay whole.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{is_stop_word, stem, without_ending};

/// The fewest letters of a part.
const PART_LETTERS: usize = 3;
/// On how many pages a word stands that may be a part: one of three letters, and a longer one.
const SHORT_PAGES: u32 = 5;
const PART_PAGES: u32 = 1;
/// What a division counts for when a part has three letters.
const SHORT: f32 = 0.5;
/// How rare the parts may be, as a share of the whole word's pages.
const BELIEF: f32 = 0.2;
/// What a division counts for when the first part is no word of the corpus as it stands.
const RESTORED: f32 = 0.6;
/// What a first part may have lost, first nothing.
const VOWELS: [&str; 3] = ["", "a", "e"];
/// The place after these, for a part that stands on pages in other forms only: *ungdom(s)* of *ungdomar*.
const AS_STEM: usize = VOWELS.len();
/// The most parts of a word.
const MOST_PARTS: usize = 5;

/// What looks like a part and is an ending, a little word, or what is left of a longer one. In order.
const NO_PARTS: &[&str] = &[
    "ade", "all", "alla", "ande", "ant", "are", "aren", "arens", "arna", "ats", "att", "bar", "bli", "bör", "dem",
    "den", "denna", "det", "din", "där", "efter", "else", "ende", "eng", "ens", "era", "erna", "ert", "ett", "for",
    "från", "får", "för", "ger", "går", "gör", "har", "het", "heten", "hetens", "heter", "heterna", "heternas", "hets",
    "här", "iga", "igen", "ing", "ingar", "ingarna", "ingarnas", "ingen", "ingens", "inget", "inom", "inte", "isk",
    "kan", "kom", "kont", "kul", "lig", "lät", "med", "men", "mer", "met", "min", "mot", "ning", "när", "orna", "rade",
    "ren", "sam", "samm", "sens", "ser", "sig", "sin", "ska", "tag", "tar", "tas", "till", "under", "utan", "van",
    "vid", "vis", "åter", "över",
];

/// The most bytes of one of these.
const NO_PART_BYTES: usize = 8;

/// Words of three letters that are last parts; others are mostly endings. In order.
const SHORT_LAST_PARTS: &[&str] = &[
    "bil", "bok", "dag", "del", "fil", "hem", "hus", "kod", "lag", "led", "lån", "mål", "nät", "ord", "ort", "rad",
    "rum", "råd", "sak", "sal", "tal", "tid", "typ", "väg", "vän",
];

fn is_no_part(word: &str) -> bool {
    word.len() <= NO_PART_BYTES && NO_PARTS.binary_search(&word).is_ok()
}

/// Whether a word may be a part, when it stands on so many pages.
fn may_be_part(word: &str, pages: u32) -> bool {
    let needed = match word.chars().count() {
        0..PART_LETTERS => return false,
        PART_LETTERS => SHORT_PAGES,
        _ => PART_PAGES,
    };
    pages >= needed && !is_stop_word(word) && !is_no_part(word)
}

/// On how many pages words and their stems stand.
#[derive(Clone, Debug, Default)]
pub struct Lexicon<'a> {
    words: FxHashMap<&'a str, u32>,
    /// Those that may be parts, by what is left of them as first parts: as they are, without *-a*, without *-e*, as stems. On how
    /// many pages each of these stands, or 0. Asked for at every place of every word.
    firsts: FxHashMap<&'a str, [u32; AS_STEM + 1]>,
    /// Of them.
    starts: Starts,
    /// Of words that may be parts.
    stems: FxHashMap<&'a str, u32>,
}

impl<'a> Lexicon<'a> {
    /// From every distinct folded word and the number of pages it stands on.
    pub fn new(words: impl IntoIterator<Item = (&'a str, u32)>) -> Lexicon<'a> {
        let words = words.into_iter();
        let mut lexicon = Lexicon::default();
        // Growing tables by and by would take longer than filling them.
        let most = words.size_hint().1.unwrap_or(0);
        lexicon.words.reserve(most);
        lexicon.firsts.reserve(most);
        lexicon.stems.reserve(most / 2);
        for (word, pages) in words {
            if word.len() < PART_LETTERS || !word.chars().all(char::is_alphabetic) {
                continue;
            }
            lexicon.words.insert(word, pages);
            if may_be_part(word, pages) {
                for (number, vowel) in VOWELS.into_iter().enumerate() {
                    if let Some(first) = word.strip_suffix(vowel)
                        && (vowel.is_empty() || !is_no_part(first))
                    {
                        lexicon.firsts.entry(first).or_default()[number] = pages;
                    }
                }
                let own = stem(word);
                *lexicon.stems.entry(own).or_default() += pages;
                // A stem that has another stem would get a key that no word has.
                let may_begin = own.chars().count() > PART_LETTERS && stem(own) == own;
                if may_begin && !is_no_part(own) {
                    lexicon.firsts.entry(own).or_default()[AS_STEM] += pages;
                }
            }
        }
        lexicon.starts = Starts::of(lexicon.firsts.keys().copied());
        lexicon
    }

    /// The first letters of a word that may be asked for, as many as a part has at least; nothing of other words. Where a word has
    /// changed, only words that have these letters somewhere can be divided otherwise, or have another key, than before
    /// ([`may_ask`](Lexicon::may_ask)): a part begins as the word does that it was learned from, also one that has lost a vowel, and
    /// so do words with the same stem.
    pub fn start(word: &str) -> Option<&str> {
        let (end, _) = word.char_indices().chain([(word.len(), ' ')]).nth(PART_LETTERS)?;
        word.chars().all(char::is_alphabetic).then(|| &word[..end])
    }

    /// Whether a word has any of these starts anywhere in it.
    pub fn may_ask(word: &str, starts: &FxHashSet<&str>) -> bool {
        let ends = word.char_indices().map(|(at, _)| at).chain([word.len()]).skip(PART_LETTERS);
        word.char_indices().zip(ends).any(|((start, _), end)| starts.contains(&word[start..end]))
    }

    /// Whether some page has the word as it is.
    pub fn has(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// Whether some page has the word with one of these endings; `""` is none.
    pub fn has_form(&self, word: &str, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.has(&[word, ending].concat()))
    }

    fn pages(&self, word: &str) -> u32 {
        self.words.get(word).copied().unwrap_or(0)
    }

    /// The two halves of a compound, and all of its parts.
    pub fn division(&self, word: &str) -> Option<Division> {
        if word.chars().all(char::is_alphabetic) { self.divide(word, MOST_PARTS) } else { None }
    }

    fn divide(&self, word: &str, most: usize) -> Option<Division> {
        let Cut { first, last, .. } = self.cut(word, most)?;
        let first = [first.0, first.1].concat();
        let mut found = vec![first.clone()];
        match self.known(last) {
            Some(_) => found.push(last.to_owned()),
            None => found.extend(self.divide(last, most - 1)?.parts),
        }
        // A part that is itself a compound falls apart further.
        let mut parts = Vec::with_capacity(found.len());
        for part in found {
            match self.divide(&part, most - 1) {
                Some(inner) => parts.extend(inner.parts),
                None => parts.push(part),
            }
        }
        Some(Division { halves: [first, last.to_owned()], parts })
    }

    /// Where a word is best divided, if at all.
    fn cut<'w>(&self, word: &'w str, most: usize) -> Option<Cut<'w>> {
        // Of most words the bytes say already that they are too short.
        if most < 2 || word.len() < 2 * PART_LETTERS {
            return None;
        }
        let letters = word.chars().count();
        let mut best: Option<Cut<'_>> = None;
        let mut start = Start::default();
        // The first part that ended a letter ago: what follows may be a linking *-s-*.
        let mut before = None;
        for (cut, (at, letter)) in word.char_indices().enumerate() {
            if letters - cut < PART_LETTERS {
                break;
            }
            let (first, last) = word.split_at(at);
            let own =
                if cut >= PART_LETTERS && self.starts.has(start, Starts::WHOLE) { self.first(first) } else { None };
            let linked = before.filter(|_| first.ends_with('s'));
            before = own;
            start = start.followed_by(letter);
            let found = [own, linked].into_iter().flatten().max_by(|(_, a), (_, b)| a.total_cmp(b));
            if let Some((first, first_pages)) = found
                && let Some(last_pages) = self.last(last, letters - cut, most - 1)
            {
                let is_short = cut == PART_LETTERS || letters - cut == PART_LETTERS;
                let pages = (first_pages * last_pages).sqrt() * if is_short { SHORT } else { 1.0 };
                if best.as_ref().is_none_or(|known| pages > known.pages) {
                    best = Some(Cut { pages, first, last });
                }
            }
            if own.is_none() && !self.starts.has(start, Starts::BEGUN) {
                break;
            }
        }
        best.filter(|best| best.pages >= self.pages(word) as f32 * BELIEF)
    }

    /// A first part, with the vowel that a word of the corpus lost there, if any, and what it counts for.
    fn first<'w>(&self, first: &'w str) -> Option<((&'w str, &'static str), f32)> {
        let [own, with_a, with_e, as_stem] = *self.firsts.get(first)?;
        let (vowel, pages) = match with_a.max(with_e) {
            _ if own > 0 => return Some(((first, ""), own as f32)),
            0 => ("", as_stem),
            pages if pages == with_a => (VOWELS[1], pages),
            pages => (VOWELS[2], pages),
        };
        Some(((first, vowel), pages as f32 * RESTORED))
    }

    /// Whether a word may be a part as it is.
    fn is_part(&self, word: &str) -> bool {
        self.firsts.get(word).is_some_and(|pages| pages[0] > 0)
    }

    /// On how many pages a form of a last part stands; also of a noun whose article the stem has kept. Nothing of what is no word of
    /// the corpus.
    fn known(&self, last: &str) -> Option<u32> {
        let stems = self.stems.get(stem(last)).copied();
        if stems.is_some() || self.is_part(last) {
            return Some(self.pages(last).max(stems.unwrap_or(0)));
        }
        let noun = without_ending(last).filter(|noun| self.is_part(noun))?;
        Some(self.pages(noun))
    }

    /// What a last part of so many letters counts for: a form of a word of the corpus, or again a compound.
    fn last(&self, last: &str, letters: usize, most: usize) -> Option<f32> {
        if is_no_part(last) || letters <= PART_LETTERS && SHORT_LAST_PARTS.binary_search(&last).is_err() {
            return None;
        }
        match self.known(last) {
            Some(pages) => Some(pages as f32),
            None => Some(self.cut(last, most)?.pages),
        }
    }
}

/// What some words begin with, and which of these beginnings are words: a Bloom filter of one hash. Of most places in a word it tells
/// that no first part ends there; now and then it is wrong in saying that one may.
#[derive(Clone, Debug, Default)]
struct Starts {
    /// By hash, [`BEGUN`](Starts::BEGUN) and [`WHOLE`](Starts::WHOLE), 32 to a number.
    slots: Vec<u64>,
}

impl Starts {
    /// Whether a word begins so.
    const BEGUN: u64 = 1;
    /// Whether that is all of a word.
    const WHOLE: u64 = 2;
    /// How many slots there are for each word.
    const PER_WORD: usize = 8;

    fn of<'a>(words: impl ExactSizeIterator<Item = &'a str>) -> Starts {
        let slots = (words.len() * Starts::PER_WORD / 32 + 1).next_power_of_two();
        let mut starts = Starts { slots: vec![0; slots] };
        for word in words {
            let mut start = Start::default();
            for letter in word.chars() {
                start = start.followed_by(letter);
                starts.set(start, Starts::BEGUN);
            }
            starts.set(start, Starts::WHOLE);
        }
        starts
    }

    fn place(&self, Start(hash): Start) -> (usize, u64) {
        ((hash >> 32) as usize & self.slots.len().wrapping_sub(1), hash >> 59 << 1)
    }

    fn set(&mut self, start: Start, flag: u64) {
        let (slot, shift) = self.place(start);
        self.slots[slot] |= flag << shift;
    }

    fn has(&self, start: Start, flag: u64) -> bool {
        let (slot, shift) = self.place(start);
        self.slots.get(slot).is_some_and(|flags| flags >> shift & flag != 0)
    }
}

/// The hash of some letters.
#[derive(Clone, Copy, Default)]
struct Start(u64);

impl Start {
    fn followed_by(self, letter: char) -> Start {
        Start((self.0.rotate_left(5) ^ u64::from(letter)).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }
}

/// A place where a word may be divided.
struct Cut<'w> {
    /// The geometric mean of the parts' pages, less where the first is no word as it stands.
    pages: f32,
    /// What stands before it without a linking *-s-*, and the vowel that is put back, if any.
    first: (&'w str, &'static str),
    last: &'w str,
}

/// How a word may be divided.
pub struct Division {
    /// *arbetsmarknad* and *åtgärder*.
    pub halves: [String; 2],
    /// *arbete*, *marknad* and *åtgärder*.
    pub parts: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(word: &str) -> Vec<String> {
        let known = [
            "samverkan",
            "avtal",
            "arbete",
            "arbetet",
            "marknad",
            "åtgärder",
            "skola",
            "plan",
            "kommun",
            "möte",
            "ungdomar",
            "torg",
        ];
        let lexicon = Lexicon::new(known.into_iter().map(|word| (word, 5)));
        lexicon.division(word).map_or_else(Vec::new, |division| division.parts)
    }

    #[test]
    fn compounds_fall_into_words_of_the_corpus() {
        assert_eq!(parts("samverkansavtal"), ["samverkan", "avtal"]);
        assert_eq!(parts("arbetsmarknadsåtgärder"), ["arbete", "marknad", "åtgärder"]);
        assert_eq!(parts("skolplan"), ["skola", "plan"]);
        assert_eq!(parts("kommunmötet"), ["kommun", "mötet"]);
        assert_eq!(parts("ungdomstorget"), ["ungdom", "torget"]);
    }

    #[test]
    fn endings_and_what_is_left_of_words_are_no_parts() {
        let known = ["verksamma", "heten", "heter", "nära", "livet", "kontor", "summa", "arbetsförmedla", "ingens"];
        let lexicon = Lexicon::new(known.into_iter().map(|word| (word, 5)));
        for word in ["verksamheten", "verksamheter", "närlivet", "kontsumma", "arbetsförmedlingens"] {
            assert!(lexicon.division(word).is_none(), "{word}");
        }
    }

    #[test]
    fn of_two_words_that_lost_a_vowel_the_more_usual_is_meant() {
        let lexicon = Lexicon::new([("arbeta", 1), ("arbete", 9), ("plats", 9)]);
        assert_eq!(
            lexicon.division("arbetsplats").map(|division| division.parts),
            Some(vec!["arbete".into(), "plats".into()])
        );
    }

    #[test]
    fn the_lists_are_in_order() {
        assert!(NO_PARTS.is_sorted() && SHORT_LAST_PARTS.is_sorted(), "binary search needs it");
        assert_eq!(NO_PARTS.iter().map(|part| part.len()).max(), Some(NO_PART_BYTES));
        let restored = SHORT_LAST_PARTS.iter().find(|part| part.ends_with(['a', 'e']));
        assert_eq!(restored, None, "a last part of three letters must stand in the word itself, see `start`");
    }

    #[test]
    fn words_of_no_known_parts_stay_whole() {
        assert!(parts("samverkan").is_empty());
        assert!(parts("kommunikation").is_empty());
        assert!(parts("ö").is_empty());
    }
}
