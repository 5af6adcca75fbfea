//! Writes a made-up access log of a site on standard output, and what is true of it as JSON on standard error.
//!
//! ```text
//! cargo run --release --example logs -- public/manifest.json 1000 365 > access.log
//! ```
//! The numbers are visits on a working day, and days. A third one is for how many seconds the host lets a browser keep the style
//! sheet, 43200 as our header files have it unless told; `ask` is for a host that has it asked for each time.

use std::io::Write;

use samverka::report::Pages;
use samverka::report::demo::{Demo, Keeping};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let typed: Vec<String> = std::env::args().skip(1).collect();
    let [manifest, visits, days, host @ ..] = typed.as_slice() else {
        return Err("logs MANIFEST VISITS DAYS [SECONDS|ask]".into());
    };
    let pages = Pages::new(&std::fs::read(manifest)?)?;
    let mut demo = Demo::new(&pages, jiff::civil::date(2025, 11, 1), visits.parse()?, 1);
    match host.first().map(String::as_str) {
        Some("ask") => demo = demo.keeping(Keeping::Asked),
        Some(seconds) => demo = demo.keeping(Keeping::For(seconds.parse()?)),
        None => {}
    }
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for _ in 0..days.parse::<usize>()? {
        out.write_all(demo.day().as_bytes())?;
    }
    out.flush()?;
    eprintln!("{}", serde_json::to_string(&demo.truth)?);
    Ok(())
}
