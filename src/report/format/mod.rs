//! A line of an access log → [`Record`].
//!
//! | format | a line begins with | told by |
//! | --- | --- | --- |
//! | `combined`, `common` (nginx, Apache) | the address | nothing else fits |
//! | JSON (Caddy, nginx with `escape=json`) | `{` | that sign |
//! | W3C extended (IIS), times in UTC | a field that `#Fields:` named | a line `#Fields:` before it |
//!
//! Lines are hostile: any bytes end in a record or in [`Malformed`], in time that grows with the line.

mod clock;
mod common;
mod json;
mod w3c;

use std::borrow::Cow;
use std::fmt;

pub use clock::Clock;
pub use w3c::Fields;

/// Bytes of a line, with escapes resolved where it has any.
type Text<'a> = Cow<'a, [u8]>;

/// A request, as a line tells it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Record<'a> {
    /// Seconds since 1970, UTC.
    pub time: i64,
    /// As it is written; perhaps a list of addresses, as proxies make.
    pub address: Text<'a>,
    /// `GET`, `HEAD` or another, as it was sent.
    pub method: Text<'a>,
    /// Path and query as they were sent.
    pub target: Text<'a>,
    /// What the server answered, as HTTP has it.
    pub status: u16,
    /// Empty where the log has none.
    pub referrer: Text<'a>,
    /// What the visitor says it reads with; empty where the log has none.
    pub agent: Text<'a>,
    /// The browser asked ahead of its user. Only logs with all headers tell.
    pub is_prefetch: bool,
}

/// Only what is nobody's is shown, so that no message of a fault can hold the rest.
impl fmt::Debug for Record<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut record = out.debug_struct("Record");
        record.field("time", &self.time).field("status", &self.status).field("is_prefetch", &self.is_prefetch);
        record.finish_non_exhaustive()
    }
}

/// A line that is no request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// Someone asked for something.
    Request(Record<'a>),
    /// A blank line or a comment.
    Nothing,
}

/// Reads the lines of one log one by one.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    clock: Clock,
    /// Of a W3C log, what its columns are.
    pub fields: Option<Fields>,
    /// Where the address of the visitor stands, when a proxy's own comes first.
    address_field: Option<String>,
}

impl Lines {
    /// `address_field` names the field of the forwarded address: a key of JSON, a column of W3C; in a combined log, any name means
    /// the last text in quotation marks.
    pub fn new(address_field: Option<&str>, fields: Option<Fields>) -> Lines {
        Lines { clock: Clock::default(), fields, address_field: address_field.map(str::to_owned) }
    }

    /// Remembers the columns that lines name which are not read.
    pub fn comments(&mut self, block: &[u8]) {
        for line in block.split(|byte| *byte == b'\n').filter(|line| line.starts_with(b"#")) {
            // A comment is no request, whatever it says.
            let _ = self.read(line);
        }
    }

    /// # Errors
    /// The line is neither a request nor a comment.
    pub fn read<'a>(&mut self, line: &'a [u8]) -> Result<Line<'a>, Malformed> {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let address = self.address_field.as_deref();
        match line.first() {
            None => return Ok(Line::Nothing),
            Some(b'#') => {
                if let Some(fields) = Fields::of(line) {
                    self.fields = Some(fields);
                }
                return Ok(Line::Nothing);
            }
            Some(b'{') => json::read(line, address, &mut self.clock),
            Some(_) => match &self.fields {
                Some(fields) => fields.read(line, address, &mut self.clock),
                None => common::read(line, address.is_some(), &mut self.clock),
            },
        }
        .map(Line::Request)
    }
}

/// `GET /a/?q=b HTTP/1.1` → method and target. HTTP/0.9 had no version, and nothing of today sends it.
fn request(line: Text<'_>) -> Result<(Text<'_>, Text<'_>), Malformed> {
    fn parts(line: &[u8]) -> Option<(usize, usize)> {
        let first = memchr::memchr(b' ', line)?;
        let last = memchr::memrchr(b' ', line)?;
        (last > first && line[last + 1..].starts_with(b"HTTP/")).then_some((first, last))
    }
    let (first, last) = parts(&line).ok_or(Malformed)?;
    Ok(match line {
        Cow::Borrowed(line) => (Cow::Borrowed(&line[..first]), Cow::Borrowed(&line[first + 1..last])),
        Cow::Owned(line) => (Cow::Owned(line[..first].to_vec()), Cow::Owned(line[first + 1..last].to_vec())),
    })
}

fn status(text: &[u8]) -> Result<u16, Malformed> {
    match text {
        [a @ b'1'..=b'9', b @ b'0'..=b'9', c @ b'0'..=b'9'] => {
            Ok(u16::from(a - b'0') * 100 + u16::from(b - b'0') * 10 + u16::from(c - b'0'))
        }
        _ => Err(Malformed),
    }
}

/// `-` is how logs write nothing.
fn or_nothing(text: Cow<'_, [u8]>) -> Cow<'_, [u8]> {
    if *text == *b"-" { Cow::Borrowed(b"") } else { text }
}

#[cfg(test)]
mod tests;
