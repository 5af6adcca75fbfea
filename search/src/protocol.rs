//! A session as others speak to it: requests as lines, answers as JSON. Browsers and `samverka search` share it.
//!
//! A request has one `key:value` per line:
//!
//! | key | value |
//! | --- | --- |
//! | `q` | what was typed, composed (NFC) and in one line |
//! | `limit`, `offset` | how many hits, and after how many |
//! | `sort` | `relevans`, `granskad` or `titel` |
//! | `typing` | `1`: the last word may be unfinished |
//! | `filters` | `1`: filters with counts are wanted |
//! | `f` | `form=gemensamt-team`; any number of times |

use crate::format::FormatError;
use crate::numbers::{number_of, push_number};
use crate::page::Choice;
use crate::prelude::*;
use crate::query::{Answer, Request, Sort, Step};
use crate::text::{split, split_once};

/// The most hits of one answer.
pub const MOST_HITS: usize = 1_000;

/// Reads a request. What it does not know it leaves out, so that an older reader does what it can.
pub fn request(text: &str) -> Request {
    let mut request = Request { limit: 10, ..Request::default() };
    split(text, b'\n', &mut |line| {
        let Some((key, value)) = split_once(line, b':') else { return };
        match key {
            "q" => request.text = value.to_owned(),
            "limit" => request.limit = number_of(value).unwrap_or(request.limit).min(MOST_HITS),
            "offset" => request.offset = number_of(value).unwrap_or(0),
            "sort" => request.sort = sort(value).unwrap_or_default(),
            "typing" => request.typing = value == "1",
            "filters" => request.counts = value == "1",
            "f" => request.chosen.extend(choice(value)),
            _ => {}
        }
    });
    request
}

/// The order with a name: `relevans`, `granskad`, `titel`.
pub fn sort(name: &str) -> Option<Sort> {
    Some(match name {
        "relevans" => Sort::Relevance,
        "granskad" => Sort::Reviewed,
        "titel" => Sort::Title,
        _ => return None,
    })
}

/// A value of a filter: `form=gemensamt-team`.
pub fn choice(text: &str) -> Option<Choice> {
    let (filter, value) = split_once(text, b'=')?;
    Some(Choice { filter: filter.to_owned(), value: value.to_owned() })
}

/// A step of a search as JSON.
pub fn step(step: &Step) -> String {
    match step {
        Step::Need(files) => {
            let mut json = Json::default();
            json.object(|json| json.key("need").list(files, |json, file| json.string(file)));
            json.out
        }
        Step::Done(found) => answer(found),
    }
}

/// A fault as JSON.
#[cfg(not(target_arch = "wasm32"))]
pub fn error(error: FormatError) -> String {
    fault(error.kind(), &error.to_string())
}

/// A fault as JSON. The page has words of its own for every kind; the message would bring half of the standard library.
#[cfg(target_arch = "wasm32")]
pub fn error(error: FormatError) -> String {
    fault(error.kind(), "")
}

/// A fault that is not the files', as JSON.
pub fn fault(kind: &str, message: &str) -> String {
    let mut json = Json::default();
    json.object(|json| {
        json.key("error").object(|json| {
            json.key("kind").string(kind);
            json.key("message").string(message);
        });
    });
    json.out
}

fn answer(answer: &Answer) -> String {
    let mut json = Json::default();
    json.object(|json| {
        json.key("query").string(&answer.query);
        json.key("total").number(answer.total);
        json.key("available").number(answer.available);
        json.key("exact").bool(answer.exact);
        json.key("suggestion").option(answer.suggestion.as_deref());
        json.key("words").list(&answer.words, |json, word| {
            json.pair(&word.word, word.found);
        });
        json.key("results").list(&answer.hits, |json, hit| {
            json.object(|json| {
                let card = &hit.card.card;
                json.key("id").string(card.id());
                json.key("url").string(&card.url);
                json.key("title").list(&hit.title, |json, (text, marked)| json.pair(text, *marked));
                json.key("excerpt").list(&hit.excerpt, |json, (text, marked)| json.pair(text, *marked));
                json.key("facts").list(&card.facts, |json, fact| json.string(fact));
                json.key("reviewed").string(&card.reviewed);
                json.key("anchor").string(&hit.anchor);
                json.key("missing").list(&hit.missing, |json, word| json.string(word));
                json.key("score").decimal(hit.score);
            });
        });
        json.key("filters").list(&answer.filters, |json, filter| {
            json.object(|json| {
                json.key("id").string(&filter.id);
                json.key("label").string(&filter.label);
                json.key("values").list(&filter.values, |json, value| {
                    json.object(|json| {
                        json.key("id").string(&value.id);
                        json.key("label").string(&value.label);
                        json.key("count").number(value.count);
                        json.key("chosen").bool(value.chosen);
                    });
                });
            });
        });
    });
    json.out
}

/// Writes JSON (RFC 8259). A few lines, so that no browser has to fetch a library for them.
#[derive(Default)]
struct Json {
    out: String,
}

impl Json {
    fn comma(&mut self) {
        if !matches!(self.out.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.out.push(',');
        }
    }

    fn key(&mut self, key: &str) -> &mut Json {
        self.comma();
        self.quoted(key);
        self.out.push(':');
        self
    }

    fn object(&mut self, inside: impl FnOnce(&mut Json)) {
        self.comma();
        self.out.push('{');
        inside(self);
        self.out.push('}');
    }

    fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Json, &T)) {
        self.comma();
        self.out.push('[');
        items.iter().for_each(|item| each(self, item));
        self.out.push(']');
    }

    fn pair(&mut self, text: &str, is: bool) {
        self.comma();
        self.out.push('[');
        self.string(text);
        self.bool(is);
        self.out.push(']');
    }

    fn string(&mut self, text: &str) {
        self.comma();
        self.quoted(text);
    }

    fn option(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.string(text),
            None => {
                self.comma();
                self.out.push_str("null");
            }
        }
    }

    fn bool(&mut self, is: bool) {
        self.comma();
        self.out.push_str(if is { "true" } else { "false" });
    }

    fn number(&mut self, number: usize) {
        self.comma();
        push_number(&mut self.out, number);
    }

    /// With three decimals.
    fn decimal(&mut self, number: f32) {
        let thousandths = (f64::from(number) * 1000.0 + 0.5) as u64;
        self.number((thousandths / 1000) as usize);
        self.out.push('.');
        let rest = (thousandths % 1000) as usize;
        [rest / 100, rest / 10 % 10, rest % 10].into_iter().for_each(|digit| push_number(&mut self.out, digit));
    }

    fn quoted(&mut self, text: &str) {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        self.out.push('"');
        for letter in text.chars() {
            match letter {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                control if control < ' ' => {
                    let code = control as usize;
                    self.out.push_str("\\u00");
                    self.out.push(char::from(HEX[code >> 4]));
                    self.out.push(char::from(HEX[code & 15]));
                }
                letter => self.out.push(letter),
            }
        }
        self.out.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_read_line_by_line() {
        let read = request(
            "q:avtal: hur?\nlimit:5\nsort:titel\ntyping:1\nf:form=gemensamt-team\nf:lan=skane\nnew:thing\nbroken",
        );
        assert_eq!(
            (read.text.as_str(), read.limit, read.offset, read.sort, read.typing, read.counts),
            ("avtal: hur?", 5, 0, Sort::Title, true, false)
        );
        assert_eq!(read.chosen, [choice("form=gemensamt-team").unwrap(), choice("lan=skane").unwrap()]);
    }

    #[test]
    fn answers_are_json() {
        let answer = Answer { query: "a\"b\\c\n\u{1}å".into(), exact: true, ..Answer::default() };
        assert_eq!(
            step(&Step::Done(Box::new(answer))),
            r#"{"query":"a\"b\\c\n\u0001å","total":0,"available":0,"exact":true,"suggestion":null,"words":[],"results":[],"filters":[]}"#
        );
        assert_eq!(step(&Step::Need(vec!["t/1".into(), "d/2".into()])), r#"{"need":["t/1","d/2"]}"#);
        let mut json = Json::default();
        json.decimal(12.3456);
        assert_eq!(json.out, "12.346");
    }
}
