//! Words of the glossary in running text.
//!
//! One automaton finds every form of every term in one pass, so that the cost does not grow with the glossary. A word is
//! a term only when it stands whole, as it is written in the glossary or with a capital at the beginning of a sentence:
//! neither *SIP* in *SIP-möte* nor *sol* for *SoL*, and no name such as *Arbetsmarknadstorget i Skellefteå*.

use std::borrow::Cow;
use std::cmp::Reverse;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::Span;

/// The terms of a glossary, ready to be found.
#[derive(Debug)]
pub struct Terms {
    automaton: AhoCorasick,
    /// The term of each pattern, and whether the pattern begins with a capital that only a sentence gives it.
    terms: Vec<(usize, bool)>,
}

impl Terms {
    /// The terms, each with its forms, by their place in the order given; none where there is nothing to look for.
    pub fn new<'f, F: IntoIterator<Item = &'f str>>(terms: impl IntoIterator<Item = F>) -> Option<Terms> {
        let mut patterns: Vec<String> = Vec::new();
        let mut of = Vec::new();
        for (index, forms) in terms.into_iter().enumerate() {
            for form in forms {
                for (pattern, is_capital) in written(form) {
                    patterns.push(pattern);
                    of.push((index, is_capital));
                }
            }
        }
        if patterns.is_empty() {
            return None;
        }
        // Quick to make, since the preview makes it anew at each change; failing is for gigabytes of patterns.
        let automaton = AhoCorasick::builder().kind(Some(AhoCorasickKind::ContiguousNFA)).build(&patterns).ok()?;
        Some(Terms { automaton, terms: of })
    }

    /// The terms in a text that stands between two others: where each is, from left to right, and which it is. Of terms
    /// that overlap the first stands, and of those that begin together the longest.
    pub(super) fn find(&self, text: &str, before: &str, after: &str) -> Vec<(Span, usize)> {
        // A term of two words may stand on two lines.
        let line = if text.contains('\n') { Cow::Owned(text.replace('\n', " ")) } else { Cow::Borrowed(text) };
        let found = self.automaton.find_overlapping_iter(line.as_bytes()).map(|found| {
            let (term, is_capital) = self.terms[found.pattern().as_usize()];
            (found.range(), term, is_capital)
        });
        let whole = |(range, term, is_capital): (Span, usize, bool)| {
            let left = &text[..range.start];
            let right = &text[range.end..];
            let last = left.chars().next_back().or_else(|| before.chars().next_back());
            let is_whole = !last.is_some_and(is_inside) && ends(if right.is_empty() { after } else { right });
            (is_whole && (!is_capital || begins_sentence(left, before))).then_some((range, term))
        };
        let mut found: Vec<(Span, usize)> = found.filter_map(whole).collect();
        found.sort_by_key(|(range, term)| (range.start, Reverse(range.end), *term));
        let mut end = 0;
        found.retain(|(range, _)| {
            let is_free = range.start >= end;
            if is_free {
                end = range.end;
            }
            is_free
        });
        found
    }
}

/// How a form may be written: as it is, with a capital, and an abbreviation in the genitive.
fn written(form: &str) -> Vec<(String, bool)> {
    let form = form.trim();
    let mut chars = form.chars();
    let Some(first) = chars.next() else { return Vec::new() };
    let mut all = vec![(form.to_owned(), false)];
    if first.is_lowercase() {
        all.push((first.to_uppercase().chain(chars).collect(), true));
    }
    if form.ends_with(char::is_uppercase) {
        all.push((format!("{form}:s"), false));
    }
    all
}

/// Whether a word begins a sentence, a paragraph, an item or a cell, by what stands before it in its text and, in the
/// source, before the text.
fn begins_sentence(left: &str, before: &str) -> bool {
    let opening = ['”', '"', '(', '*', '_', ' ', '\u{a0}'];
    let own = left.trim_end_matches(opening).trim_end();
    let end = if own.is_empty() { before.trim_end_matches(opening) } else { own };
    match end.chars().next_back() {
        None => true,
        Some('\n' | '\r' | '|') => own.is_empty(),
        Some(c) if own.is_empty() && matches!(c, '-' | '+' | '>') => true,
        Some(c) => matches!(c, '.' | '!' | '?' | ':'),
    }
}

/// Whether a word goes on over the character; addresses are one word.
fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '\u{2010}' | '\u{2011}' | '\u{ad}' | '/' | '@' | '&')
}

/// Whether a word ends before the text; `FIA.pdf` and `AF:are` go on.
fn ends(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        Some('.' | ':') => !chars.next().is_some_and(char::is_alphanumeric),
        first => !first.is_some_and(is_inside),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let glossary: [&[&str]; 6] = [
            &["samtycke", "samtycket", "samtycken"],
            &["SIP"],
            &["individuell plan", "individuella planer"],
            &["SoL"],
            &["övrigt", "övrigas"],
            &["individuell"],
        ];
        let terms = Terms::new(glossary.iter().map(|forms| forms.iter().copied())).unwrap();
        terms.find(text, "", "").into_iter().map(|(range, _)| &text[range]).collect()
    }

    #[test]
    fn whole_words_in_their_listed_forms_are_found() {
        assert_eq!(found("Samtycke ges. Samtycket, (samtycken)!"), ["Samtycke", "Samtycket", "samtycken"]);
        assert_eq!(found("Ges det? ”Samtycke” ges.\nSamtycken"), ["Samtycke", "Samtycken"]);
        assert!(found("samtyckesblankett, osamtycke, SAMTYCKE, samtycka").is_empty());
        assert_eq!(found("SIP: SIP:s SIP."), ["SIP", "SIP:s", "SIP"]);
        assert!(found("SIP-möte AF-SIP sip Sip SIP/x SIP.pdf SIP:en a@SIP").is_empty());
        assert_eq!(found("SoL men inte sol eller Sol"), ["SoL"]);
        assert_eq!(found("Övrigt åÖvrigt öövrigt – övrigas"), ["Övrigt", "övrigas"]);
        assert!(found("Det heter Samtycke och\nSamtycke").is_empty(), "a name");
    }

    #[test]
    fn the_longest_stands_and_a_line_end_is_a_space() {
        assert_eq!(found("en individuell\nplan"), ["individuell\nplan"]);
        assert_eq!(found("individuell planering"), ["individuell"]);
    }

    #[test]
    fn what_stands_around_a_text_counts() {
        let terms = Terms::new([["SIP"]]).unwrap();
        assert!(terms.find("SIP", "å", "").is_empty() && terms.find("SIP", "", "en").is_empty());
        assert_eq!(terms.find("SIP", " ", ". Ny").len(), 1);
        let terms = Terms::new([["plan"]]).unwrap();
        for before in ["", "Ord.\n\n", "Ord. **", "- ", "1. ", "| a | ", "> "] {
            assert_eq!(terms.find("Plan", before, "").len(), 1, "{before}");
        }
        assert!(terms.find("Plan", "Ord **", "").is_empty() && terms.find("\nPlan", "**ord**", "").is_empty());
        assert!(Terms::new(Vec::<Vec<&str>>::new()).is_none());
    }
}
