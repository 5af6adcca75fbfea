//! Any bytes to the parser of lines, in every format.

#![no_main]

use libfuzzer_sys::fuzz_target;
use samverka::report::format::{Fields, Line, Lines};

fuzz_target!(|data: &[u8]| {
    let columns = b"#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status cs(User-Agent) cs(Referer)";
    for address_field in [None, Some("X-Forwarded-For")] {
        for fields in [None, Fields::of(columns)] {
            let mut lines = Lines::new(address_field, fields);
            for line in data.split(|byte| *byte == b'\n') {
                if let Ok(Line::Request(record)) = lines.read(line) {
                    assert!((100..1000).contains(&record.status));
                    assert!(record.method.len() + record.target.len() <= line.len());
                }
            }
        }
    }
});
