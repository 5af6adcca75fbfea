//! `combined` and `common`, as nginx and Apache write them.
//!
//! ```text
//! 192.0.2.7 - - [22/Nov/2026:13:55:36 +0100] "GET /exempel/ HTTP/1.1" 200 5120 "https://www.google.com/" "Mozilla/5.0 …"
//! ```
//! `common` ends after the size. What stands behind the user agent is other fields of the operator's; the last in quotation marks
//! may be the forwarded address.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

use super::{Clock, Malformed, Record, or_nothing, request, status};

pub fn read<'a>(line: &'a [u8], is_forwarded: bool, clock: &mut Clock) -> Result<Record<'a>, Malformed> {
    let address = &line[..memchr(b' ', line).ok_or(Malformed)?];
    // The user's name may have spaces; the time is in the first brackets with digits in front of a stroke.
    let mut open = memchr(b'[', line).ok_or(Malformed)?;
    let time = loop {
        let rest = &line[open + 1..];
        if let Some(time) = rest.get(..26).filter(|_| rest.get(26) == Some(&b']'))
            && let Ok(time) = clock.common(time)
        {
            break time;
        }
        open += 1 + memchr(b'[', rest).ok_or(Malformed)?;
    };
    let rest = line[open + 28..].strip_prefix(b" \"").ok_or(Malformed)?;
    let (asked, rest) = quoted(rest)?;
    let (method, target) = request(asked)?;
    let mut numbers = rest.strip_prefix(b" ").ok_or(Malformed)?.splitn(3, |byte| *byte == b' ');
    let status = status(numbers.next().unwrap_or_default())?;
    let size = numbers.next().unwrap_or_default();
    if size != b"-" && (size.is_empty() || !size.iter().all(u8::is_ascii_digit)) {
        return Err(Malformed);
    }
    let mut record = Record { time, address: Cow::Borrowed(address), method, target, status, ..Record::default() };
    let Some(rest) = numbers.next() else { return Ok(record) };
    let (referrer, rest) = quoted(rest.strip_prefix(b"\"").ok_or(Malformed)?)?;
    let (agent, mut rest) = quoted(rest.strip_prefix(b" \"").ok_or(Malformed)?)?;
    (record.referrer, record.agent) = (or_nothing(referrer), or_nothing(agent));
    if is_forwarded {
        let mut last = None;
        while let Some(start) = memchr(b'"', rest) {
            let (text, after) = quoted(&rest[start + 1..])?;
            (last, rest) = (Some(text), after);
        }
        record.address = last.map(or_nothing).filter(|text| !text.is_empty()).unwrap_or(record.address);
    }
    Ok(record)
}

/// Text up to the closing quotation mark, and what is behind it. Signs behind a backslash are nginx's `\x22` or Apache's `\"`.
fn quoted(text: &[u8]) -> Result<(Cow<'_, [u8]>, &[u8]), Malformed> {
    let end = memchr2(b'"', b'\\', text).ok_or(Malformed)?;
    if text[end] == b'"' {
        return Ok((Cow::Borrowed(&text[..end]), &text[end + 1..]));
    }
    let mut plain = text[..end].to_vec();
    let mut at = end;
    loop {
        match *text.get(at).ok_or(Malformed)? {
            b'"' => return Ok((Cow::Owned(plain), &text[at + 1..])),
            b'\\' => {
                let hex = |at: usize| text.get(at).and_then(|byte| char::from(*byte).to_digit(16));
                match (text.get(at + 1), hex(at + 2), hex(at + 3)) {
                    (Some(b'x'), Some(high), Some(low)) => {
                        plain.push((high * 16 + low) as u8);
                        at += 4;
                    }
                    (Some(sign), _, _) => {
                        plain.push(match sign {
                            b'n' => b'\n',
                            b't' => b'\t',
                            b'r' => b'\r',
                            sign => *sign,
                        });
                        at += 2;
                    }
                    (None, _, _) => return Err(Malformed),
                }
            }
            byte => {
                plain.push(byte);
                at += 1;
            }
        }
    }
}
