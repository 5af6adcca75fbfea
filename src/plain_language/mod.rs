//! What a text of a page has that plain Swedish has not: long sentences, words of officialese, abbreviations that are not
//! explained, and how hard it is to read as a whole.
//!
//! One pass over the text: [`prose`] hands out blocks, [`readability`] divides them into sentences, and each word is looked
//! up once. Nothing is judged here: the rules that advise say what is too much.

mod abbreviations;
mod words;

use crate::markdown::{Form, Prose, Span, prose};
use crate::parse::Parsed;
use crate::readability::{self, Reading};
use abbreviations::Abbreviations;

pub use words::Entry;

/// Sentences of more words than this are told of.
///
/// A reader keeps the beginning of a sentence in mind until its end; from about here on most have to read it again. It is twice
/// the length that advice on plain Swedish aims at in the mean.
pub const LONG_SENTENCE: usize = 32;

/// What was found in the text of one document, in the order of the text.
#[derive(Debug, Default)]
pub struct Examined {
    /// All but headings; the summary is not part of it.
    pub reading: Reading,
    /// Sentences of more than [`LONG_SENTENCE`] words, with their number.
    pub long: Vec<(Span, usize)>,
    /// Words of the list.
    pub listed: Vec<(Span, &'static Entry)>,
    /// Abbreviations where they first stand, unless the text explains them there.
    pub unexplained: Vec<(Span, String)>,
}

/// Reads the summary and the body of a document.
pub fn examine(parsed: &Parsed) -> Examined {
    let mut found = Examined::default();
    let mut abbreviations = Abbreviations::default();
    if let Some(summary) = parsed.record().get("sammanfattning")
        && let Some(text) = parsed.record().text("sammanfattning")
    {
        // Where the text is written as it reads, every word has its place; else they share that of the whole.
        let written = &parsed.text[summary.span.clone()];
        let source = match written.find(text) {
            Some(at) => summary.span.start + at..summary.span.start + at + text.len(),
            None => summary.span.clone(),
        };
        let is_exact = source.len() == text.len();
        Prose::of_field(text, source, |block| {
            let mut in_summary = Examined::default();
            block_of(block, &mut in_summary, &mut abbreviations);
            if !is_exact {
                let whole = in_summary.listed.iter_mut().map(|(span, _)| span);
                whole
                    .chain(in_summary.long.iter_mut().map(|(span, _)| span))
                    .for_each(|span| *span = summary.span.clone());
            }
            found.listed = in_summary.listed;
            found.long = in_summary.long;
        });
    }
    prose(parsed.markdown(), parsed.body_span.start, &mut |block| block_of(block, &mut found, &mut abbreviations));
    found.unexplained = abbreviations.unexplained();
    found
}

fn block_of(block: &Prose<'_>, found: &mut Examined, abbreviations: &mut Abbreviations) {
    if block.form != Form::Heading {
        readability::sentences(block.text, &mut |sentence| {
            found.reading = found.reading + sentence.reading();
            // A row of a table is no sentence.
            if sentence.words > LONG_SENTENCE && block.form == Form::Text {
                found.long.push((block.place(&sentence.range), sentence.words));
            }
        });
    }
    if matches!(block.form, Form::Quote | Form::Code) {
        return;
    }
    let bytes = block.text.as_bytes();
    // Letters of Swedish and of the languages near it, in UTF-8; no dash or quotation mark begins with these.
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || matches!(byte, 0xc3..0xe0);
    let mut is_quoted = false;
    let mut at = 0;
    while at < bytes.len() {
        if !is_word(bytes[at]) {
            is_quoted ^= bytes[at] == b'"' || block.text[at..].starts_with(['”', '“', '»', '«']);
            at += utf8_length(bytes[at]);
            continue;
        }
        let start = at;
        while at < bytes.len() && is_word(bytes[at]) {
            at += utf8_length(bytes[at]);
        }
        let end = at.min(bytes.len());
        if is_quoted {
            continue;
        }
        if let Some((entry, length)) = words::listed(&block.text[start..], end - start)
            && !block.is_silent(start)
        {
            found.listed.push((block.place(&(start..start + length)), entry));
            at = start + length;
        } else if abbreviations::may_be(&bytes[start..end]) && !block.is_silent(start) {
            abbreviations.see(block, start..end);
        }
    }
}

/// The bytes of the character that a byte begins.
fn utf8_length(first: u8) -> usize {
    match first {
        0xf0.. => 4,
        0xe0.. => 3,
        0xc0.. => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests;
