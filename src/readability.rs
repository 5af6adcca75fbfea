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

use std::ops::Add;

/// A long word has more letters than this.
pub const LONG_WORD: usize = 6;

/// What was counted in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub words: usize,
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
    // Whether words have come since the last sentence ended.
    let mut is_open = false;
    let mut parts = line.split_whitespace().peekable();
    while let Some(part) = parts.next() {
        // A dash is no word.
        let letters = part.chars().filter(|c| c.is_alphanumeric()).count();
        if letters > 0 {
            reading.words += 1;
            is_open = true;
            // `och/eller` is two words to a reader, and `socialtjänst-AF` one.
            let longest = part.split('/').map(|word| word.chars().filter(|c| c.is_alphabetic()).count()).max();
            reading.long_words += usize::from(longest.is_some_and(|letters| letters > LONG_WORD));
        }
        let is_end = part.trim_end_matches(['”', '"', ')', ']', '’', '»']).ends_with(['.', '!', '?', '…']);
        // After an abbreviation (t.ex.) the sentence goes on in lower case.
        let goes_on =
            parts.peek().and_then(|next| next.chars().find(|c| c.is_alphanumeric())).is_some_and(|c| c.is_lowercase());
        if is_open && is_end && !goes_on {
            reading.sentences += 1;
            is_open = false;
        }
    }
    reading.sentences += usize::from(is_open);
    reading
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

    #[test]
    fn a_text_without_words_has_no_lix() {
        assert_eq!(Reading::of("").lix(), None);
        assert_eq!(Reading::of("– … !\n.").lix(), None);
    }
}
