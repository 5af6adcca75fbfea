//! `samverka search`: what a visitor would find.

use std::io::{BufRead, BufReader, Read, Write};

use rayon::prelude::*;
use samverka_search::page::Choice;
use samverka_search::protocol;
use samverka_search::query::{Answer, FilterCounts, Hit, MARK, Request, Sort, runs};
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

use super::{Console, Failure, Outcome};
use crate::cli::{Search, SearchSort};
use crate::i18n::{self, Message};
use crate::index::{Built, BuiltError};
use crate::words::nearest;

/// Lines of standard input that are searched at a time, on every core.
const BATCH: usize = 512;
/// Bytes of standard input that are read at a time.
const READ: usize = 1 << 16;

/// Searches the index of a built site.
///
/// # Errors
/// There is no index, it cannot be read, a filter is not written `name=value`, or the site has no such filter or value.
pub fn run(typed: &Search, console: &Console) -> Result<Outcome, Failure> {
    let chosen = typed.filter.iter().map(|text| {
        protocol::choice(text).ok_or_else(|| Failure::from(Message::new("sok-filter-fel").with("filter", text)))
    });
    let chosen: Vec<Choice> = chosen.collect::<Result<_, _>>()?;
    let request = |text: &str| Request {
        text: text.nfc().collect(),
        limit: typed.limit.min(protocol::MOST_HITS),
        offset: 0,
        sort: match typed.sort {
            SearchSort::Relevans => Sort::Relevance,
            SearchSort::Granskad => Sort::Reviewed,
            SearchSort::Titel => Sort::Title,
        },
        typing: false,
        // Only as text are they shown.
        counts: typed.query.is_empty() && !typed.stdin && !typed.json,
        chosen: chosen.clone(),
        explain: typed.explain,
    };
    let mut built = Built::open(&typed.site).map_err(failure)?;
    if !chosen.is_empty() {
        let all = built.search(&Request { counts: true, ..Request::default() }).map_err(failure)?.filters;
        are_filters(&chosen, &all)?;
    }
    if typed.stdin {
        return lines(typed, &request);
    }
    let answer = built.search(&request(&typed.query.join(" "))).map_err(failure)?;
    let mut out = std::io::stdout().lock();
    let text = match typed.json {
        true => format!("{}\n", as_json(&answer)),
        false => as_text(&answer, typed.explain, console),
    };
    let _ = out.write_all(text.as_bytes());
    Ok(Outcome::Done)
}

/// Whether the site has the filters and values.
fn are_filters(chosen: &[Choice], all: &[FilterCounts]) -> Result<(), Failure> {
    for Choice { filter, value } in chosen {
        let Some(known) = all.iter().find(|known| known.id == *filter) else {
            let names: Vec<&str> = all.iter().map(|known| known.id.as_str()).collect();
            let message = Message::new("sok-filter-okant").with("filter", filter);
            return Err(message.with("finns", names.join(", ")).into());
        };
        if known.values.iter().all(|known| known.id != *value) {
            let values = || known.values.iter().map(|known| known.id.as_str());
            let message = match nearest(value, values(), 1).first() {
                Some(near) => Message::new("sok-filter-varde").with("likt", *near),
                None => Message::new("sok-filter-varde-okant").with("finns", values().collect::<Vec<_>>().join(", ")),
            };
            return Err(message.with("filter", filter).with("varde", value).into());
        }
    }
    Ok(())
}

/// One query per line in, one answer per line out, in the same order.
fn lines(typed: &Search, request: &(dyn Fn(&str) -> Request + Sync)) -> Result<Outcome, Failure> {
    // Each thread has its own reader: what it has read once it keeps.
    let readers = (0..rayon::current_num_threads()).map(|_| Built::open(&typed.site).map_err(failure));
    let mut readers: Vec<Built> = readers.collect::<Result<_, _>>()?;
    let mut input = BufReader::with_capacity(READ, std::io::stdin().lock());
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    loop {
        let batch = batch(&mut input);
        let batch = batch.map_err(|error| Message::new("sok-indata-fel").with("orsak", error.to_string()))?;
        if batch.is_empty() {
            return Ok(Outcome::Done);
        }
        let share = batch.len().div_ceil(readers.len());
        let answers: Result<Vec<Vec<String>>, BuiltError> = readers
            .par_iter_mut()
            .zip(batch.par_chunks(share))
            .map(|(reader, lines)| {
                lines
                    .iter()
                    .map(|line| reader.search(&request(line)).map(|answer| as_json(&answer).to_string()))
                    .collect()
            })
            .collect();
        for answer in answers.map_err(failure)?.into_iter().flatten() {
            // Whoever reads may have had enough.
            if writeln!(out, "{answer}").is_err() {
                return Ok(Outcome::Done);
            }
        }
        if out.flush().is_err() {
            return Ok(Outcome::Done);
        }
    }
}

/// The lines that are there, at least one until the end. Bytes that are no UTF-8 become `U+FFFD`: a query has an answer, and the
/// answer shows it.
fn batch(input: &mut BufReader<impl Read>) -> std::io::Result<Vec<String>> {
    let mut batch = Vec::new();
    let mut line = Vec::new();
    while batch.len() < BATCH && input.read_until(b'\n', &mut line)? > 0 {
        let text = line.strip_suffix(b"\n").unwrap_or(&line);
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        batch.push(String::from_utf8_lossy(text).into_owned());
        line.clear();
        // Who waits for an answer before the next question gets it.
        if !input.buffer().contains(&b'\n') {
            break;
        }
    }
    Ok(batch)
}

fn failure(error: BuiltError) -> Failure {
    match error {
        BuiltError::None(site) => Message::new("sok-saknas").with("mapp", site.display().to_string()).into(),
        BuiltError::Io { file, source } => Message::new("kan-inte-lasa")
            .with("fil", file.display().to_string())
            .with("orsak", source.to_string())
            .into(),
        BuiltError::Format { file, source } => {
            let message = Message::new("sok-index-fel").with("fil", file.display().to_string());
            message.with("slag", source.kind()).into()
        }
    }
}

fn plain(marked: &str) -> String {
    marked.replace(MARK, "")
}

fn as_json(answer: &Answer) -> Value {
    let results = answer.hits.iter().map(|hit| {
        let card = &hit.card.card;
        json!({
            "id": card.id(),
            "url": card.url,
            "title": card.title,
            "excerpt": plain(&hit.excerpt),
            "missing": answer.missing(hit),
            "score": (f64::from(hit.score) * 1000.0).round() / 1000.0,
        })
    });
    json!({
        "query": answer.query,
        "total": answer.total,
        "exact": answer.exact,
        "suggestion": answer.suggestion,
        "results": results.collect::<Vec<_>>(),
    })
}

fn as_text(answer: &Answer, explains: bool, console: &Console) -> String {
    let say = |message: Message| i18n::text(console.language, &message);
    let is_coloured = console.is_coloured(&std::io::stdout());
    let marked = |text: &str| -> String {
        let runs = runs(text).into_iter().map(|(text, marked)| match marked && is_coloured {
            true => format!("\u{1b}[1m{text}\u{1b}[0m"),
            false => text,
        });
        runs.collect()
    };
    let id = if answer.exact { "sok-antal" } else { "sok-antal-delvis" };
    let mut out = say(Message::new(id).with("antal", answer.total.to_string())) + "\n";
    if let Some(suggestion) = &answer.suggestion {
        out += &(say(Message::new("sok-menade").with("fraga", suggestion)) + "\n");
    }
    for (number, hit) in answer.hits.iter().enumerate() {
        let card = &hit.card.card;
        out += &format!("\n{}. {}\n   {}\n", number + 1, marked(&hit.title), card.url);
        for line in [card.facts.join(" · "), marked(&hit.excerpt)].into_iter().filter(|line| !line.is_empty()) {
            out += &format!("   {line}\n");
        }
        let missing = answer.missing(hit);
        if !missing.is_empty() {
            out += &format!("   {}\n", say(Message::new("sok-utan").with("ord", missing.join(", "))));
        }
        if explains {
            explain(hit, &mut out, &say);
        }
    }
    for filter in &answer.filters {
        let values = filter.values.iter().filter(|value| value.count > 0);
        let values: Vec<String> = values.map(|value| format!("{}={} ({})", filter.id, value.id, value.count)).collect();
        if !values.is_empty() {
            out += &format!("\n{}: {}\n", filter.label, values.join(", "));
        }
    }
    out
}

/// How a hit's weight came about.
fn explain(hit: &Hit, out: &mut String, say: &dyn Fn(Message) -> String) {
    let decimals = |number: f32| format!("{number:.3}");
    let message = Message::new("sok-vikt").with("vikt", decimals(hit.score)).with("index", decimals(hit.parts.0));
    *out += &format!("   {}\n", say(message.with("lasning", decimals(hit.parts.1))));
    for word in &hit.words {
        let message = Message::new("sok-vikt-ord").with("ord", &word.word).with("nyckel", &word.key);
        let message = message.with("slag", &word.kind).with("vikt", decimals(word.score));
        *out += &format!("     {}\n", say(message));
    }
}
