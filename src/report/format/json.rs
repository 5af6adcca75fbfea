//! One object per line: Caddy's, or nginx's with the names of its variables.
//!
//! ```text
//! {"ts":1795352136.5,"request":{"client_ip":"192.0.2.7","method":"GET","uri":"/exempel/","headers":{"User-Agent":["…"]}},"status":200}
//! {"time_iso8601":"2026-11-22T13:55:36+01:00","remote_addr":"192.0.2.7","request":"GET /exempel/ HTTP/1.1","status":200}
//! ```

use std::borrow::Cow;

use serde_json::Value;

use super::{Clock, Malformed, Record, or_nothing, request, status};

pub fn read<'a>(line: &'a [u8], address: Option<&str>, clock: &mut Clock) -> Result<Record<'a>, Malformed> {
    let all: Value = serde_json::from_slice(line).map_err(|_| Malformed)?;
    // Caddy keeps what the browser sent one level down.
    let inner = all.get("request").filter(|request| request.is_object());
    let field =
        |names: &[&str]| names.iter().find_map(|name| inner.and_then(|inner| inner.get(name)).or(all.get(name)));
    let text = |names: &[&str]| field(names).and_then(Value::as_str);
    let header = |name: &str| {
        let headers = inner?.get("headers")?.as_object()?;
        let (_, values) = headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?;
        values.get(0).unwrap_or(values).as_str()
    };

    let (method, target) = match (text(&["method", "request_method"]), text(&["uri", "request_uri"])) {
        (Some(method), Some(target)) => (bytes(method), bytes(target)),
        _ => request(bytes(text(&["request"]).ok_or(Malformed)?))?,
    };
    let forwarded = address.and_then(|name| header(name).or_else(|| text(&[name])));
    let own = || text(&["client_ip", "remote_ip", "remote_addr"]).or_else(|| header("remote_addr"));
    let status = match field(&["status"]).ok_or(Malformed)? {
        Value::Number(number) => {
            number.as_u64().and_then(|n| u16::try_from(n).ok()).filter(|n| (100..1000).contains(n))
        }
        Value::String(text) => status(text.as_bytes()).ok(),
        _ => None,
    };
    let shown = |names: &[&str], of: &str| or_nothing(bytes(text(names).or_else(|| header(of)).unwrap_or_default()));
    Ok(Record {
        time: time(field(&["ts", "msec", "time_iso8601", "time_local", "time"]).ok_or(Malformed)?, clock)?,
        address: bytes(forwarded.filter(|text| !text.is_empty() && *text != "-").or_else(own).ok_or(Malformed)?),
        method,
        target,
        status: status.ok_or(Malformed)?,
        referrer: shown(&["http_referer", "http_referrer", "referer", "referrer"], "Referer"),
        agent: shown(&["http_user_agent", "user_agent", "agent"], "User-Agent"),
        is_prefetch: ["Sec-Purpose", "Purpose"].iter().any(|name| header(name).is_some_and(|v| v.contains("prefetch"))),
    })
}

fn bytes<'a>(text: &str) -> Cow<'a, [u8]> {
    Cow::Owned(text.as_bytes().to_vec())
}

/// Seconds since 1970 as a number or as a text, or a time in words.
fn time(value: &Value, clock: &mut Clock) -> Result<i64, Malformed> {
    let seconds = |number: f64| {
        // Up to the year 2286, as all dates of a log are.
        (0.0..1e10).contains(&number).then_some(number as i64).ok_or(Malformed)
    };
    match value {
        Value::Number(number) => seconds(number.as_f64().ok_or(Malformed)?),
        Value::String(text) => match text.parse::<f64>() {
            Ok(number) => seconds(number),
            Err(_) => clock.iso(text.as_bytes()).or_else(|_| clock.common(text.as_bytes())),
        },
        _ => Err(Malformed),
    }
}
