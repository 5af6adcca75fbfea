//! A session as browsers speak to it, in lines.
//!
//! A request has these lines:
//!
//! | line | |
//! | --- | --- |
//! | 1 | what was typed, composed (NFC) and in one line |
//! | 2 | `relevans`, `granskad` or `titel` |
//! | 3 | how many hits |
//! | 4 | anything where the last word may be unfinished, else empty |
//! | 5 | anything where filters with counts are wanted, else empty |
//! | each further | a value that is chosen: `form=gemensamt-team` |
//!
//! An answer has one thing per line: its kind, then its fields, with `U+001F` between them.
//!
//! | kind | fields |
//! | --- | --- |
//! | `error` | its kind: [`FormatError::kind`], or `request` |
//! | `need` | the names of the files to supply before the request is repeated |
//! | `found` | total, `1` if that many pages have every word, the query in a better spelling, how many hits there are to show |
//! | `word` | a word of the query, `1` if something was found for it |
//! | `hit` | address, title, excerpt, day of the last review, anchor of the excerpt's section, facts |
//! | `filter` | id, label; its values follow |
//! | `value` | id, count, label |
//!
//! In titles and excerpts [`MARK`](crate::query::MARK) stands before and after what is marked.

use crate::format::FormatError;
use crate::numbers::{number_of, push_number};
use crate::page::Choice;
use crate::prelude::*;
use crate::query::{Answer, ORDERS, Request, Sort, Step};
use crate::text::{pieces, push_line, split_once};

/// The most hits of one answer.
pub const MOST_HITS: usize = 1_000;

/// Stands between fields.
const FIELD: char = '\u{1f}';

/// Reads a request. What it lacks is as usual.
pub fn request(text: &str) -> Request {
    let lines = pieces(text, b'\n');
    let line = |at: usize| lines.get(at).copied().unwrap_or("");
    let mut chosen = Vec::new();
    for line in lines.iter().skip(5) {
        chosen.extend(choice(line));
    }
    Request {
        text: line(0).to_owned(),
        sort: sort(line(1)),
        limit: number_of(line(2)).unwrap_or(10).min(MOST_HITS),
        typing: !line(3).is_empty(),
        counts: !line(4).is_empty(),
        chosen,
        ..Request::default()
    }
}

fn sort(name: &str) -> Sort {
    if name == ORDERS[0] {
        Sort::Reviewed
    } else if name == ORDERS[1] {
        Sort::Title
    } else {
        Sort::Relevance
    }
}

/// A value of a filter: `form=gemensamt-team`.
pub fn choice(text: &str) -> Option<Choice> {
    let (filter, value) = split_once(text, b'=')?;
    Some(Choice { filter: filter.to_owned(), value: value.to_owned() })
}

/// A step of a search.
pub fn step(step: &Step) -> String {
    let mut lines = Lines::default();
    match step {
        Step::Need(files) => {
            lines.begin("need");
            files.iter().for_each(|file| lines.field(file));
        }
        Step::Done(found) => answer(found, &mut lines),
    }
    lines.out
}

/// A file that cannot be used.
pub fn error(error: FormatError) -> String {
    fault(error.kind())
}

/// Any fault.
pub fn fault(kind: &str) -> String {
    let mut lines = Lines::default();
    lines.begin("error");
    lines.field(kind);
    lines.out
}

fn answer(answer: &Answer, lines: &mut Lines) {
    lines.begin("found");
    lines.number(answer.total);
    lines.number(usize::from(answer.exact));
    lines.field(answer.suggestion.as_deref().unwrap_or(""));
    lines.number(answer.available);
    for word in &answer.words {
        lines.begin("word");
        lines.field(&word.word);
        lines.number(usize::from(word.found));
    }
    for hit in &answer.hits {
        let card = &hit.card.card;
        lines.begin("hit");
        lines.field(&card.url);
        lines.marked(&hit.title);
        lines.marked(&hit.excerpt);
        lines.field(&card.reviewed);
        lines.field(&hit.anchor);
        card.facts.iter().for_each(|fact| lines.field(fact));
    }
    for filter in &answer.filters {
        lines.begin("filter");
        lines.field(&filter.id);
        lines.field(&filter.label);
        for value in &filter.values {
            lines.begin("value");
            lines.field(&value.id);
            lines.number(value.count);
            lines.field(&value.label);
        }
    }
}

#[derive(Default)]
struct Lines {
    out: String,
}

impl Lines {
    fn begin(&mut self, kind: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out.push_str(kind);
    }

    fn field(&mut self, text: &str) {
        self.out.push(FIELD);
        push_line(&mut self.out, text);
    }

    /// What is in one line already, and has marks.
    fn marked(&mut self, text: &str) {
        self.out.push(FIELD);
        self.out.push_str(text);
    }

    fn number(&mut self, number: usize) {
        self.out.push(FIELD);
        push_number(&mut self.out, number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::{FilterCounts, ValueCount, WordFound};

    #[test]
    fn a_request_is_read_line_by_line() {
        let read = request("avtal: hur?\ntitel\n5\n1\n\nform=gemensamt-team\nlan=skane\nbroken");
        assert_eq!(
            (read.text.as_str(), read.limit, read.sort, read.typing, read.counts),
            ("avtal: hur?", 5, Sort::Title, true, false)
        );
        assert_eq!(read.chosen, [choice("form=gemensamt-team").unwrap(), choice("lan=skane").unwrap()]);
        assert_eq!(request("avtal"), Request { text: "avtal".into(), limit: 10, ..Request::default() });
        assert_eq!(request("\ngranskad\n9999").limit, MOST_HITS);
    }

    #[test]
    fn an_answer_has_one_thing_per_line() {
        let answer = Answer {
            total: 12,
            available: 40,
            exact: true,
            suggestion: Some("å\nä".into()),
            words: vec![WordFound { word: "å".into(), found: false }],
            filters: vec![FilterCounts {
                id: "lan".into(),
                label: "Län".into(),
                values: vec![ValueCount { id: "skane".into(), label: "Skåne".into(), count: 3 }],
            }],
            ..Answer::default()
        };
        assert_eq!(
            step(&Step::Done(Box::new(answer))).replace(FIELD, "|"),
            "found|12|1|å ä|40\nword|å|0\nfilter|lan|Län\nvalue|skane|3|Skåne"
        );
        assert_eq!(step(&Step::Need(vec!["t/1".into(), "d/2".into()])).replace(FIELD, "|"), "need|t/1|d/2");
        assert_eq!(error(FormatError::Newer { version: 2 }).replace(FIELD, "|"), "error|newer");
    }
}
