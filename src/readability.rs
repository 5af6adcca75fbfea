//! How hard a text is to read: words, sentences, long words and LIX. The one place where they are counted.
//!
//! LIX (läsbarhetsindex) is Björnsson's (C. H. Björnsson, *Läsbarhet*, Liber 1968):
//!
//! ```text
//! LIX = words / sentences + 100 × long words / words        long: more than six letters
//! ```
//!
//! Below 30 is very easy (books for children), 30–40 easy, 40–50 medium (newspapers), 50–60 hard (what authorities write),
//! above 60 very hard.

use std::ops::{Add, Range};

/// A long word has more letters than this.
pub const LONG_WORD: usize = 6;

/// What was counted in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Runs of letters and digits.
    pub words: usize,
    /// Parts of the text that end with a full stop, a question mark or the like.
    pub sentences: usize,
    /// Words of more than [`LONG_WORD`] letters.
    pub long_words: usize,
}

impl Reading {
    /// Counts the words and sentences of a text in which every block (paragraph, item of a list, row of a table) is a line,
    /// as [`markdown::plain`](crate::markdown::plain) makes it when it leaves out the marks of sources. A block ends a sentence.
    pub fn of(text: &str) -> Reading {
        text.lines().map(block).fold(Reading::default(), Add::add)
    }

    /// LIX, rounded; none for a text without words.
    pub fn lix(self) -> Option<u32> {
        if self.words == 0 {
            return None;
        }
        let (words, sentences, long) = (self.words as f64, self.sentences.max(1) as f64, self.long_words as f64);
        Some((words / sentences + 100.0 * long / words).round() as u32)
    }
}

impl Add for Reading {
    type Output = Reading;

    fn add(self, other: Reading) -> Reading {
        Reading {
            words: self.words + other.words,
            sentences: self.sentences + other.sentences,
            long_words: self.long_words + other.long_words,
        }
    }
}

fn block(line: &str) -> Reading {
    let mut reading = Reading::default();
    sentences(line, &mut |sentence| reading = reading + sentence.reading());
    reading
}

/// A sentence of a block, and what was counted in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Bytes of the block, from the first word to the mark that ends the sentence.
    pub range: Range<usize>,
    /// Runs of letters and digits.
    pub words: usize,
    /// Words of more than [`LONG_WORD`] letters.
    pub long_words: usize,
}

impl Sentence {
    /// What it adds to the reading of its text.
    pub fn reading(&self) -> Reading {
        Reading { words: self.words, sentences: 1, long_words: self.long_words }
    }
}

/// Divides a block (a paragraph, an item of a list) into its sentences, and hands each that has a word to `see`.
///
/// A sentence goes on after an abbreviation (`t.ex.`, `12 kap. 1 §`) and after an initial, and where the next word begins in
/// lower case. The marks of sources, `[1, 3]`, are no words.
pub fn sentences(block: &str, see: &mut dyn FnMut(Sentence)) {
    let place = |part: &str| part.as_ptr() as usize - block.as_ptr() as usize;
    let mut open = Sentence { range: 0..0, words: 0, long_words: 0 };
    let mut parts = block.split_whitespace().peekable();
    while let Some(part) = parts.next() {
        let (is_word, is_long) = measured(part);
        if is_word {
            if open.words == 0 {
                open.range.start = place(part);
            }
            open.words += 1;
            open.long_words += usize::from(is_long);
        }
        open.range.end = place(part) + part.len();
        let bare = part.trim_end_matches(['”', '"', ')', ']', '’', '»']);
        let is_end = bare.ends_with(['.', '!', '?', '…']) && !is_abbreviation(bare);
        let mut goes_on = || {
            let next = parts.peek().and_then(|next| next.chars().find(|c| c.is_alphanumeric()));
            next.is_some_and(char::is_lowercase)
        };
        if open.words > 0 && is_end && !goes_on() {
            see(std::mem::replace(&mut open, Sentence { range: 0..0, words: 0, long_words: 0 }));
        }
    }
    if open.words > 0 {
        see(open);
    }
}

/// Whether a part between spaces is a word, and a long one. A dash is no word; `och/eller` is two words to a reader, and
/// `socialtjänst-AF` one.
fn measured(part: &str) -> (bool, bool) {
    let (mut is_word, mut is_mark, mut letters, mut longest) = (false, false, 0, 0);
    let mut see = |is_letter: bool, is_digit: bool, is_slash: bool, is_bracket: bool| {
        is_word |= is_letter || is_digit;
        is_mark |= is_bracket;
        letters = if is_slash { 0 } else { letters + usize::from(is_letter) };
        longest = longest.max(letters);
    };
    if part.is_ascii() {
        for byte in part.bytes() {
            see(byte.is_ascii_alphabetic(), byte.is_ascii_digit(), byte == b'/', matches!(byte, b'[' | b']'));
        }
    } else {
        for letter in part.chars() {
            let is_letter = letter.is_alphabetic();
            see(is_letter, !is_letter && letter.is_alphanumeric(), letter == '/', matches!(letter, '[' | ']'));
        }
    }
    let is_source = longest == 0 && is_mark;
    (is_word && !is_source, longest > LONG_WORD)
}

/// Abbreviations that stand inside a sentence, without their last point. Those that may also end one (`m.m.`, `osv.`) are told
/// by the next word.
const INSIDE: [&str; 36] = [
    "ang", "art", "avd", "bet", "bl.a", "ca", "d.v.s", "dnr", "dvs", "enl", "ev", "exkl", "f.d", "f.n", "fr.o.m",
    "inkl", "jfr", "kap", "kl", "m.a.o", "mom", "nr", "p.g.a", "prop", "resp", "s", "s.k", "sid", "sk", "st", "t.ex",
    "t.o.m", "tel", "tex", "tf", "tfn",
];

/// Whether a part that ends in a point is an abbreviation or an initial.
fn is_abbreviation(part: &str) -> bool {
    let Some(word) = part.strip_suffix('.') else { return false };
    let word = word.trim_start_matches(['(', '”', '"', '[']);
    let mut letters = word.chars();
    if let (Some(only), None) = (letters.next(), letters.next())
        && only.is_uppercase()
    {
        return true;
    }
    // The longest has six letters.
    word.len() <= 6
        && INSIDE.binary_search_by(|known| known.bytes().cmp(word.bytes().map(|b| b.to_ascii_lowercase()))).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_sentences_and_long_words_are_counted() {
        // 10 words, 2 sentences, 2 long words: 10/2 + 200/10 = 25.
        let reading = Reading::of("Kommunen tog emot. Arbetsförmedlingen kom dit en gång i veckan.");
        assert_eq!(reading, Reading { words: 10, sentences: 2, long_words: 2 });
        assert_eq!(reading.lix(), Some(25));
    }

    #[test]
    fn an_abbreviation_ends_no_sentence_and_a_block_does() {
        let reading = Reading::of("Stöd gavs t.ex. av kommunen . Det var – bra .");
        assert_eq!((reading.words, reading.sentences), (8, 2));
        assert_eq!(Reading::of("en rad utan punkt\nen till\n\n").sentences, 2);
    }

    fn split(text: &str) -> Vec<(&str, usize)> {
        let mut found = Vec::new();
        sentences(text, &mut |sentence| found.push((&text[sentence.range], sentence.words)));
        found
    }

    #[test]
    fn swedish_abbreviations_numbers_and_initials_end_no_sentence() {
        let text =
            "Enligt 12 kap. 4 a § får t.ex. Malmö, dvs. Staden, ge stöd. År 2016 kom 1.5 miljoner. Det sa A. Ek.";
        assert_eq!(
            split(text),
            [
                ("Enligt 12 kap. 4 a § får t.ex. Malmö, dvs. Staden, ge stöd.", 12),
                ("År 2016 kom 1.5 miljoner.", 5),
                ("Det sa A. Ek.", 4)
            ]
        );
        assert_eq!(split("Det gäller stöd m.m. Nästa steg kom 2016. 25 deltog osv. där.").len(), 3);
        assert_eq!(split("(Se bl.a. Umeå.) ”Ja.” Nej!").len(), 3);
        assert!(INSIDE.is_sorted());
    }

    #[test]
    fn marks_of_sources_are_no_words() {
        assert_eq!(split("Team möts [1, 3]. Ofta [2][4] här."), [("Team möts [1, 3].", 2), ("Ofta [2][4] här.", 2)]);
    }

    #[test]
    fn a_text_without_words_has_no_lix() {
        assert_eq!(Reading::of("").lix(), None);
        assert_eq!(Reading::of("– … !\n.").lix(), None);
    }
}
