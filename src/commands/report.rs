//! `samverka report`: access logs → how the knowledge was spread.

use std::collections::BTreeMap;
use std::fs;
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use indicatif::{HumanBytes, ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::civil::Date;
use samverka_search::query::Request;
use walkdir::WalkDir;

use super::{Console, Failure, Outcome};
use crate::cli;
use crate::i18n::{self, Message};
use crate::index::Built;
use crate::model::address;
use crate::render::{Theme, report_page};
use crate::report::channel::Hosts;
use crate::report::day;
use crate::report::demo::{Demo, DemoLog};
use crate::report::networks::Networks;
use crate::report::read::Open;
use crate::report::tally::Counter;
use crate::report::visitor::Keys;
use crate::report::{Pages, ReadError, Report, Terms, files, open, read};
use crate::schema::value::whole_date;

/// Work that takes longer than this shows that it goes on.
const PATIENCE: Duration = Duration::from_secs(1);
/// What people take with them from the site.
const TAKEN: [&str; 9] = ["csv", "docx", "ics", "json", "odt", "pdf", "pptx", "xlsx", "zip"];
/// The demonstration's year, and its visits on a working day.
const DEMO: (Date, usize, u64) = (Date::constant(2025, 11, 1), 365, 60);
/// What its log is called.
const DEMO_LOG: &str = "demonstration.log";

/// Reads the logs and writes the report.
///
/// # Errors
/// There is no site, a log or the list of networks cannot be read, or the report cannot be written.
pub fn run(typed: &cli::Report, console: &Console) -> Result<Outcome, Failure> {
    if typed.explain_privacy {
        console.say(&Message::new("rapport-integritet"));
        return Ok(Outcome::Done);
    }
    let path = typed.manifest.clone().unwrap_or_else(|| typed.site.join("manifest.json"));
    let fault = |orsak: String| {
        Message::new("rapport-ingen-webbplats").with("fil", path.display().to_string()).with("orsak", orsak)
    };
    let manifest = fs::read(&path).map_err(|error| fault(error.to_string()))?;
    let pages = Pages::new(&manifest).map_err(|error| fault(error.to_string()))?;
    let folder = path.parent().unwrap_or(Path::new("."));
    refuse_other(&typed.out)?;

    let municipalities = municipalities(&pages);
    let networks = networks(typed.networks.as_deref(), &municipalities)?;
    let date = |text: &Option<String>| {
        let text = text.as_deref();
        text.map(|text| whole_date(text).map_err(|_| Failure::from(Message::new("dagens-datum").with("datum", text))))
            .transpose()
    };
    let (from, to) = (date(&typed.from)?, date(&typed.to)?);
    let downloads = downloads(folder);
    let numbers = downloads.iter().cloned().zip(0..).collect::<BTreeMap<String, u32>>();
    let (first, days, visits) = DEMO;
    let made_up = |_: &Path| -> std::io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(DemoLog::new(Demo::new(&pages, first, visits, 1), days)))
    };
    let (logs, open): (_, Open<'_>) = match typed.demo {
        true => (vec![PathBuf::from(DEMO_LOG)], &made_up),
        false => (typed.logs.clone(), &|path| open(path)),
    };
    let keys = Keys::default();
    let counter = Counter {
        pages: &pages,
        hosts: &Hosts::new(&pages.host, municipalities),
        networks: &networks,
        downloads: &numbers,
        keys: &keys,
        days: from.map_or(i32::MIN, day::number)..=to.map_or(i32::MAX, day::number),
    };
    let mut progress = Progress::new(console);
    let (tally, sources) =
        read(&logs, open, typed.address_field.as_deref(), &counter, &mut |file, bytes| progress.at(file, bytes))
            .map_err(read_fault)?;
    // Nothing that could tell a visitor is there from here on.
    drop(keys);
    progress.finish();

    let mut built = Built::open(folder).ok();
    let mut finds = |query: &str| {
        let request = Request { text: query.to_owned(), limit: 1, ..Request::default() };
        built.as_mut().and_then(|built| built.search(&request).ok()).is_none_or(|answer| answer.total > 0)
    };
    let has_index = folder.join(crate::index::FOLDER.trim_matches('/')).is_dir();
    let terms = Terms {
        pages: &pages,
        networks: &networks,
        downloads: &downloads,
        from,
        to,
        without_headers: typed.without_headers,
        is_demonstration: typed.demo,
        finds: has_index.then_some(&mut finds),
    };
    let report = Report::new(tally, sources, terms);
    write(&report, &typed.out, console)?;
    let counts = report.leading();
    console.say(
        &Message::new("rapport-klar")
            .with("mapp", typed.out.display().to_string())
            .with("visningar", counts.page_views.to_string())
            .with("besok", counts.visits.to_string())
            .with("felaktiga", report.quality.lined.malformed.to_string()),
    );
    Ok(Outcome::Done)
}

/// The municipalities that the site has pages for, as addresses have them.
fn municipalities(pages: &Pages) -> Vec<String> {
    let all = pages.all.iter().filter(|page| page.kind == "municipality");
    all.filter_map(|page| page.address.strip_prefix(address::MUNICIPALITIES)?.strip_suffix('/'))
        .map(str::to_owned)
        .collect()
}

fn networks(file: Option<&Path>, municipalities: &[String]) -> Result<Networks, Failure> {
    let Some(file) = file else { return Ok(Networks::default()) };
    let fault = |orsak: String| {
        Failure::from(Message::new("rapport-nat-fel").with("fil", file.display().to_string()).with("orsak", orsak))
    };
    let csv = fs::read(file).map_err(|error| fault(error.to_string()))?;
    Networks::read(&csv, municipalities).map_err(|error| fault(error.to_string()))
}

/// The files of the site that people take with them, in order of their addresses.
fn downloads(site: &Path) -> Vec<String> {
    let entries =
        WalkDir::new(site).into_iter().filter_entry(|entry| !entry.file_name().to_string_lossy().starts_with('_'));
    let files = entries.flatten().filter(|entry| entry.file_type().is_file());
    let mut all: Vec<String> = files
        .filter(|entry| entry.path().extension().is_some_and(|ending| TAKEN.iter().any(|taken| ending == *taken)))
        .filter_map(|entry| Some(format!("/{}", entry.path().strip_prefix(site).ok()?.to_str()?.replace('\\', "/"))))
        // The pages' own scripts ask for these.
        .filter(|address| address != "/manifest.json" && !address.starts_with("/data/exempel/"))
        .collect();
    all.sort_unstable();
    all
}

/// What this command writes, so that it writes over nothing else.
const PAGE: &str = "index.html";
const JSON: &str = "rapport.json";

/// Refuses a folder with files, unless they are an earlier report.
fn refuse_other(out: &Path) -> Result<(), Failure> {
    let mut entries = match fs::read_dir(out) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(write_fault(out, &error)),
    };
    if entries.next().is_some() && !out.join(JSON).is_file() {
        return Err(Message::new("rapport-upptagen").with("mapp", out.display().to_string()).into());
    }
    Ok(())
}

/// Writes every file beside its place and moves it there, the page last.
fn write(report: &Report, out: &Path, console: &Console) -> Result<(), Failure> {
    let theme = Theme::embedded().map_err(|error| error.message())?;
    let page = report_page(&theme, report, console.language)
        .map_err(|error| Message::new("tema").with("orsak", error.to_string()))?;
    fs::create_dir_all(out).map_err(|error| write_fault(out, &error))?;
    let tables = files::tables(report).into_iter().map(|(name, bytes)| (name.to_owned(), bytes));
    let assets = page.assets.into_iter();
    for (name, bytes) in
        tables.chain(assets).chain([(JSON.to_owned(), files::json(report)), (PAGE.to_owned(), page.html)])
    {
        let place = out.join(&name);
        super::replace(&place, &bytes).map_err(|error| write_fault(&place, &error))?;
    }
    Ok(())
}

fn write_fault(path: &Path, error: &std::io::Error) -> Failure {
    Message::new("skriva-fel").with("fil", path.display().to_string()).with("orsak", error.to_string()).into()
}

fn read_fault(error: ReadError) -> Failure {
    match error {
        ReadError::Io { file, source } => Message::new("rapport-logg-fel")
            .with("fil", file.display().to_string())
            .with("orsak", source.to_string())
            .into(),
        ReadError::Random(error) => Message::new("rapport-slump-fel").with("orsak", error.to_string()).into(),
    }
}

/// How much of which log has been read, on a terminal, once it has taken a while.
struct Progress {
    bar: ProgressBar,
    started: Instant,
}

impl Progress {
    fn new(console: &Console) -> Progress {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        bar.set_style(
            ProgressStyle::with_template("{prefix} {msg}").unwrap_or_else(|_| ProgressStyle::default_spinner()),
        );
        bar.set_prefix(i18n::text(console.language, &Message::new("rapport-laser")));
        Progress { bar, started: Instant::now() }
    }

    fn at(&mut self, file: &Path, bytes: u64) {
        if self.started.elapsed() < PATIENCE || !std::io::stderr().is_terminal() {
            return;
        }
        if self.bar.is_hidden() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
        }
        let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
        self.bar.set_message(format!("{name} {}", HumanBytes(bytes)));
    }

    fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
