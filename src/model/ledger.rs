//! `adresser.txt`: every address ever published, one on a line. An address that is no longer a page stands as
//! `/gammal/ borttagen 2026-11-22 Skälet till att sidan togs bort`.

use jiff::civil::Date;

use crate::schema::read::{is_page, is_site_address};
use crate::schema::value::whole_date;
use crate::source::BYTE_ORDER_MARK;
use crate::yaml::Span;

/// A line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub address: String,
    pub removed: Option<Removed>,
    /// Bytes of the line in the file.
    pub span: Span,
}

/// When and why an address ceased to be a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    pub date: Date,
    pub reason: String,
}

/// Reads the ledger; the second part is the lines that could not be read. Empty lines and lines with `#` are passed over.
pub fn read(text: &str) -> (Vec<Line>, Vec<Span>) {
    let mut lines = Vec::new();
    let mut faults = Vec::new();
    let mut at = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end();
        let span = at..at + line.len();
        at += whole.len();
        let line = line.trim_start_matches(BYTE_ORDER_MARK);
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        match read_line(line) {
            Some((address, removed)) => lines.push(Line { address, removed, span }),
            None => faults.push(span),
        }
    }
    (lines, faults)
}

fn read_line(line: &str) -> Option<(String, Option<Removed>)> {
    let mut parts = line.splitn(4, ' ');
    let address = parts.next().filter(|a| is_site_address(a) && is_page(a))?.to_owned();
    let removed = match parts.next() {
        None => None,
        Some("borttagen") => {
            let date = whole_date(parts.next()?).ok()?;
            let reason = parts.next().map(str::trim).filter(|reason| !reason.is_empty())?.to_owned();
            Some(Removed { date, reason })
        }
        Some(_) => return None,
    };
    Some((address, removed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_an_address_perhaps_removed_with_a_reason() {
        let text = "# Alla adresser\n/exempel/a/\n\n/exempel/b/ borttagen 2026-11-22 Kommunen bad om det.\n/c\n/d/ borttagen igår x\n/gammal.html\n";
        let (lines, faults) = read(text);
        assert_eq!(lines.len(), 3);
        assert_eq!(lines[1].removed.as_ref().unwrap().reason, "Kommunen bad om det.");
        assert_eq!(faults.iter().map(|s| &text[s.clone()]).collect::<Vec<_>>(), ["/c", "/d/ borttagen igår x"]);
    }
}
