//! W3C extended, as IIS writes it: columns that a line `#Fields:` names, times in UTC, `+` for a space in a text.

use std::borrow::Cow;
use std::fmt;

use super::{Clock, Malformed, Record, or_nothing, status};

/// The names of the columns, in lower case.
#[derive(Clone, PartialEq, Eq)]
pub struct Fields(Vec<String>);

/// A log may say anything of its columns.
impl fmt::Debug for Fields {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Fields({})", self.0.len())
    }
}

impl Fields {
    /// Of a line `#Fields: date time …`.
    pub fn of(line: &[u8]) -> Option<Fields> {
        let rest = line.strip_prefix(b"#Fields:")?;
        let names = String::from_utf8_lossy(rest).to_ascii_lowercase();
        Some(Fields(names.split_ascii_whitespace().map(str::to_owned).collect()))
    }

    /// A line by these fields. `address` names the field that holds the visitor's address, where it is not the usual one.
    ///
    /// # Errors
    /// The line has other fields than these, or one that cannot be read.
    pub fn read<'a>(&self, line: &'a [u8], address: Option<&str>, clock: &mut Clock) -> Result<Record<'a>, Malformed> {
        let mut record = Record::default();
        let (mut date, mut time, mut query, mut forwarded) = (None, None, None, None);
        let address = address.map(str::to_ascii_lowercase);
        let mut columns = line.split(|byte| *byte == b' ');
        for name in &self.0 {
            let value = columns.next().ok_or(Malformed)?;
            let text = || or_nothing(spaced(value));
            match name.as_str() {
                "date" => date = Some(value),
                "time" => time = Some(value),
                "c-ip" => record.address = Cow::Borrowed(value),
                "cs-method" => record.method = Cow::Borrowed(value),
                "cs-uri-stem" => record.target = Cow::Borrowed(value),
                "cs-uri-query" => query = Some(value).filter(|query| *query != b"-"),
                "sc-status" => record.status = status(value)?,
                "cs(user-agent)" => record.agent = text(),
                "cs(referer)" => record.referrer = text(),
                _ => {}
            }
            // Advanced logging names a header's column after the header, in whatever case.
            if address.as_deref().is_some_and(|address| name == address || *name == format!("cs({address})")) {
                forwarded = Some(text()).filter(|text| !text.is_empty());
            }
        }
        if columns.next().is_some() || record.method.is_empty() || record.target.is_empty() || record.status == 0 {
            return Err(Malformed);
        }
        record.time = clock.utc(date.ok_or(Malformed)?, time.ok_or(Malformed)?)?;
        if let Some(query) = query {
            record.target = Cow::Owned([&record.target, b"?".as_slice(), query].concat());
        }
        record.address = forwarded.unwrap_or(record.address);
        Ok(record)
    }
}

fn spaced(text: &[u8]) -> Cow<'_, [u8]> {
    match memchr::memchr(b'+', text) {
        None => Cow::Borrowed(text),
        Some(_) => Cow::Owned(text.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect()),
    }
}
