//! What is shown of a page that was found.

use super::FormatError;
use super::envelope::{begin, seal, unseal};
use crate::prelude::*;
use crate::text::{find, pieces, slice, text_of};

const KIND: u8 = b'd';

/// What is shown of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Without the base path.
    pub url: String,
    /// Plain text, as the page's heading says it.
    pub title: String,
    /// The line under the title.
    pub facts: Vec<String>,
    /// `2026-11-22`, or empty.
    pub reviewed: String,
    /// Plain text: the page's own summary, or empty.
    pub summary: String,
    /// The text that excerpts are cut from: all of a short page, of a long one the passages that say the most.
    pub parts: Vec<Part>,
}

/// A section of a page's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Plain text; empty for the text before the first heading.
    pub heading: String,
    /// The heading's anchor on the page, without `#`; empty where there is none.
    pub anchor: String,
    /// Plain text; blocks end with `\n`.
    pub text: String,
}

/// How many pages' cards are in one file. Each alone is the least to fetch; in a large index two share one, which leaves files
/// for terms, of which a search then needs fewer bytes than the second card adds.
pub fn cards_in_file(pages: u32) -> u32 {
    if pages > MANY_PAGES { 2 } else { 1 }
}

/// In tests so few that a small index has both.
const MANY_PAGES: u32 = if cfg!(test) { 8 } else { 20_000 };

/// Begins a section, or the card of another page.
const PART: char = '\u{1d}';
/// Stands between the fields of a line.
const FIELD: char = '\u{1f}';

impl Card {
    /// The page's id: its address without the outer strokes.
    pub fn id(&self) -> &str {
        id_of(&self.url)
    }

    /// The file of some cards, to be packed by `deflate-raw`: lines with `PART` between, for each card
    ///
    /// ```text
    /// url FIELD title FIELD reviewed FIELD summary (FIELD fact)*   then for each section
    /// heading FIELD anchor FIELD text
    /// ```
    /// An anchor that follows from the heading is left out. The signs between are `U+001F` and `U+001D`, which texts lose.
    pub fn encode(cards: &[Card]) -> Vec<u8> {
        let lines: Vec<String> = cards.iter().flat_map(Card::lines).collect();
        seal([begin(KIND), lines.join("\u{1d}").into_bytes()].concat())
    }

    fn lines(&self) -> Vec<String> {
        let clean = |text: &str| text.replace([PART, FIELD], " ");
        let mut head = vec![clean(&self.url), clean(&self.title), clean(&self.reviewed), clean(&self.summary)];
        head.extend(self.facts.iter().map(|fact| clean(fact)));
        let mut lines = vec![head.join("\u{1f}")];
        lines.extend(self.parts.iter().map(|part| {
            let anchor = if part.anchor == slug(&part.heading) { "" } else { &part.anchor };
            [clean(&part.heading), clean(anchor), clean(&part.text)].join("\u{1f}")
        }));
        lines
    }

    /// Reads an unpacked file.
    ///
    /// # Errors
    /// The file is of another kind or version, or damaged.
    pub fn decode(bytes: &[u8]) -> Result<Vec<Card>, FormatError> {
        let content = text_of(unseal(KIND, bytes)?).ok_or(FormatError::Damaged)?;
        let mut cards: Vec<Card> = Vec::new();
        for line in pieces(&content, PART as u8) {
            let fields = pieces(line, FIELD as u8);
            let field = |at: usize| fields[at].to_owned();
            match fields.len() {
                4.. => {
                    let mut card = Card { summary: field(3), ..Card::default() };
                    card.url = field(0);
                    card.title = field(1);
                    card.reviewed = field(2);
                    for fact in 4..fields.len() {
                        card.facts.push(field(fact));
                    }
                    cards.push(card);
                }
                3.. if !cards.is_empty() => {
                    let heading = field(0);
                    let anchor = if fields[1].is_empty() { slug(&heading) } else { field(1) };
                    let last = cards.len() - 1;
                    cards[last].parts.push(Part { heading, anchor, text: field(2) });
                }
                _ => return Err(FormatError::Damaged),
            }
        }
        Ok(cards)
    }
}

/// An address without the outer strokes; the start page's is `index`.
pub fn id_of(url: &str) -> &str {
    let start = find(url, 0, &|sign| sign != '/');
    let mut end = url.len();
    while end > start && url.as_bytes()[end - 1] == b'/' {
        end -= 1;
    }
    if start < end { slice(url, start, end) } else { "index" }
}

/// The anchor that headings usually have, and the id of labels: `Vem gör vad?` has `vem-gor-vad`.
pub fn slug(heading: &str) -> String {
    let mut out = String::new();
    for letter in heading.chars() {
        crate::analyze::fold_char(letter, |letter| match crate::analyze::plain_letter(letter) {
            plain if plain.is_ascii_alphanumeric() => out.push(plain),
            _ if out.ends_with('-') || out.is_empty() => {}
            _ => out.push('-'),
        });
    }
    if out.ends_with('-') {
        out.pop();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    prop_compose! {
        fn card()(
            head in prop::collection::vec("\\PC{0,20}", 4),
            facts in prop::collection::vec("\\PC{0,9}", 0..4),
            parts in prop::collection::vec(("\\PC{0,20}", "[a-z-]{1,9}", "\\PC{0,99}"), 0..4),
        ) -> Card {
            let [url, title, reviewed, summary] = <[String; 4]>::try_from(head).unwrap();
            let parts = parts.into_iter().map(|(heading, anchor, text)| Part { heading, anchor, text }).collect();
            Card { url, title, facts, reviewed, summary, parts }
        }
    }

    proptest! {
        #[test]
        fn what_is_encoded_comes_back(cards in prop::collection::vec(card(), 1..4)) {
            prop_assert_eq!(Card::decode(&Card::encode(&cards)), Ok(cards));
        }

        #[test]
        fn any_bytes_end_in_a_value_or_an_error(content in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = Card::decode(&seal([begin(KIND), content].concat()));
        }
    }

    #[test]
    fn usual_anchors_follow_from_headings() {
        assert_eq!(slug("Vem gör vad?"), "vem-gor-vad");
        assert_eq!(slug("Arbetssätt"), "arbetssatt");
    }
}
