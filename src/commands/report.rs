//! `samverka report`: access logs → how the knowledge was spread.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rustc_hash::FxHashMap;
use samverka_search::query::Request;
use walkdir::WalkDir;

use super::progress::Progress;
use super::{Console, Failure, Outcome};
use crate::check::check_alone;
use crate::cli::{self, AccountTemplate};
use crate::diagnostic::Severity;
use crate::i18n::{self, Message};
use crate::index::Built;
use crate::model::activity::Activity;
use crate::model::address;
use crate::render::{RenderError, Theme, account_pages, report_page};
use crate::report::channel::Hosts;
use crate::report::compare::compare;
use crate::report::data::{self, Assignment};
use crate::report::day;
use crate::report::demo::{Demo, DemoLog};
use crate::report::figures::{REACHED, ROUNDING, SHOWN};
use crate::report::networks::Networks;
use crate::report::read::{Open, Source};
use crate::report::tally::Counter;
use crate::report::visitor::Keys;
use crate::report::{Pages, ReadError, Report, Tally, Terms, files, hide_panics, open, read};
use crate::schema::Kind;
use crate::schema::value::whole_date;
use crate::source;

/// What people take with them from the site.
const TAKEN: [&str; 9] = ["csv", "docx", "ics", "json", "odt", "pdf", "pptx", "xlsx", "zip"];
/// The demonstration's year, and its visits on a working day.
const DEMO: (Date, usize, u64) = (Date::constant(2025, 11, 1), 365, 60);
/// Where the content lies unless it is said.
const CONTENT: &str = "content";
/// What its log is called.
const DEMO_LOG: &str = "demonstration.log";

/// Reads the logs and writes the report.
///
/// # Errors
/// There is no site, a log or the list of networks cannot be read, or the report cannot be written.
pub fn run(typed: &cli::Report, console: &Console) -> Result<Outcome, Failure> {
    if typed.explain_privacy {
        let numbers = [
            ("avrundning", ROUNDING),
            ("besok", REACHED.0),
            ("dagar", REACHED.1 as u64),
            ("besokare", SHOWN.0 as u64),
            ("dagsbesokare", SHOWN.1 as u64),
        ];
        let explained = Message::new("rapport-integritet");
        console.say(&numbers.iter().fold(explained, |said, (name, number)| said.with(name, number.to_string())));
        return Ok(Outcome::Done);
    }
    let language = console.language;
    hide_panics(move |place| i18n::text(language, &Message::new("rapport-panik").with("plats", place.to_owned())));
    take_small_pages();
    let path = typed.manifest.clone().unwrap_or_else(|| typed.site.join("manifest.json"));
    let fault = |orsak: String| {
        Message::new("rapport-ingen-webbplats").with("fil", path.display().to_string()).with("orsak", orsak)
    };
    let manifest = fs::read(&path).map_err(|error| fault(error.to_string()))?;
    let pages = Pages::new(&manifest).map_err(|error| fault(error.to_string()))?;
    let folder = path.parent().unwrap_or(Path::new("."));
    refuse_other(&typed.out)?;

    let municipalities = municipalities(&pages);
    let networks_list = networks_list(typed.networks.as_deref())?;
    let networks = networks(typed.networks.as_deref(), networks_list.as_deref(), &municipalities)?;
    let background = background(typed.content.as_deref())?;
    let compared = typed.compare.as_deref().map(earlier).transpose()?;
    let now = period(typed.from.as_deref(), typed.to.as_deref())?;
    let before = match &typed.compare_from {
        Some(from) => Some(period(Some(from), typed.compare_to.as_deref())?),
        None => None,
    };
    let reading = Reading {
        typed,
        console,
        folder,
        downloads: downloads(folder),
        hosts: Hosts::new(&pages.host, municipalities),
        pages,
        networks,
        networks_list,
        background,
    };
    let mut counted = reading.read(&[Some(now), before].into_iter().flatten().collect::<Vec<Period>>())?;
    let mut report = reading.report(&mut counted, now);
    let before = compared.or_else(|| before.map(|before| reading.report(&mut counted, before)));
    // The page takes memory of its own.
    drop(counted);
    report.comparison = before.map(|before| compare(&before, &report));
    let places = write(&report, typed, reading.networks_list.as_deref(), &manifest, console)?;
    let counts = report.leading();
    console.say(
        &Message::new("rapport-klar")
            .with("mapp", typed.out.display().to_string())
            .with("visningar", counts.page_views.to_string())
            .with("besok", counts.visits.to_string())
            .with("felaktiga", report.quality.lined.malformed.to_string()),
    );
    if let Some(places) = places {
        let file = typed.out.join(ACCOUNT).display().to_string();
        console.say(&Message::new("rapport-redovisning-klar").with("fil", file).with("stallen", places.to_string()));
    }
    Ok(Outcome::Done)
}

fn date(text: Option<&str>) -> Result<Option<Date>, Failure> {
    let read = |text: &str| whole_date(text).map_err(|_| Message::new("dagens-datum").with("datum", text).into());
    text.map(read).transpose()
}

/// Takes memory a little at a time. With pages of two megabytes, which a build is quicker by, a report of a year would take half as
/// much again.
fn take_small_pages() {
    // Where the system does not know of it there is nothing to mend.
    #[cfg(target_os = "linux")]
    let _ = rustix::thread::disable_transparent_huge_pages(true);
}

/// The first and the last day, where they are given.
type Period = (Option<Date>, Option<Date>);

fn period(from: Option<&str>, to: Option<&str>) -> Result<Period, Failure> {
    match (date(from)?, date(to)?) {
        (Some(from), Some(to)) if from > to => {
            Err(Message::new("rapport-period-fel").with("fran", from.to_string()).with("till", to.to_string()).into())
        }
        period => Ok(period),
    }
}

/// What every period is read with.
struct Reading<'a> {
    typed: &'a cli::Report,
    console: &'a Console,
    /// Of the site.
    folder: &'a Path,
    pages: Pages,
    hosts: Hosts,
    networks: Networks,
    networks_list: Option<Vec<u8>>,
    downloads: Vec<String>,
    background: Background,
}

impl Reading<'_> {
    /// Reads the logs once, for every period.
    fn read(&self, periods: &[Period]) -> Result<(Tally, Vec<Source>), Failure> {
        let Reading { typed, pages, .. } = self;
        let numbers = self.downloads.iter().cloned().zip(0..).collect::<FxHashMap<String, u32>>();
        let (first, days, visits) = DEMO;
        let made_up = |_: &Path| -> std::io::Result<Box<dyn Read + '_>> {
            let demo = Demo::new(pages, first, visits, 1).with_files(&self.downloads);
            Ok(Box::new(DemoLog::new(demo, days)))
        };
        let (logs, open): (_, Open<'_>) = match typed.demo {
            true => (vec![PathBuf::from(DEMO_LOG)], &made_up),
            false => (typed.logs.clone(), &|path| open(path)),
        };
        // Nothing that could tell a visitor is there when the lines have been read.
        let keys = Keys::default();
        let counter = Counter {
            pages,
            hosts: &self.hosts,
            networks: &self.networks,
            downloads: &numbers,
            keys: &keys,
            periods: &periods.iter().map(|(from, to)| day::period(*from, *to)).collect::<Vec<_>>(),
        };
        let progress = Progress::reading(self.console, "rapport-laser");
        let read =
            read(&logs, open, typed.address_field.as_deref(), &counter, &mut |file, bytes| progress.at(file, bytes))
                .map_err(read_fault)?;
        progress.finish();
        Ok(read)
    }

    /// Counts a period.
    fn report(&self, (tally, sources): &mut (Tally, Vec<Source>), (from, to): Period) -> Report {
        let Reading { typed, pages, .. } = self;
        let mut built = Built::open(self.folder).ok();
        let mut finds = |query: &str| {
            let request = Request { text: query.to_owned(), limit: 1, ..Request::default() };
            built.as_mut().and_then(|built| built.search(&request).ok()).is_none_or(|answer| answer.total > 0)
        };
        let has_index = self.folder.join(crate::index::FOLDER.trim_matches('/')).is_dir();
        let terms = Terms {
            pages,
            networks: &self.networks,
            networks_list: self.networks_list.as_deref(),
            downloads: &self.downloads,
            from,
            to,
            without_headers: typed.without_headers,
            is_demonstration: typed.demo,
            activities: &self.background.activities,
            assignment: self.background.assignment.clone(),
            finds: has_index.then_some(&mut finds),
        };
        Report::new(tally, sources.clone(), terms)
    }
}

/// What the content tells beside the logs.
#[derive(Default)]
struct Background {
    activities: Vec<Activity>,
    assignment: Option<Assignment>,
}

/// The folder's that was named, else of `content` where there is one.
fn background(typed: Option<&Path>) -> Result<Background, Failure> {
    let usual = Path::new(CONTENT);
    let Some(folder) = typed.or_else(|| usual.is_dir().then_some(usual)) else { return Ok(Background::default()) };
    // Nothing else of the content is asked for here, so that it is neither read nor checked.
    let is_read = |path: &str| matches!(Kind::of_path(path), Some(Kind::Activity | Kind::Settings));
    let files = source::read_some(folder, is_read)?;
    let has_settings = files.iter().any(|file| Kind::of_path(&file.path) == Some(Kind::Settings));
    let (site, found) = check_alone(&files, super::today(None)?);
    // Another folder that cannot be opened has nothing to do with it.
    let concerns = |path: &str| is_read(path) || is_read(&format!("{path}/x.yaml"));
    if !has_settings || found.iter().any(|fault| fault.severity == Severity::Error && concerns(&fault.place.path)) {
        return Err(Message::new("rapport-innehall-fel").with("mapp", folder.display().to_string()).into());
    }
    // The account answers to a decision with a number.
    let mut assignments = site.settings.assignments.into_iter();
    let assignment = assignments.find(|assignment| assignment.diary_number.is_some()).map(|assignment| Assignment {
        title: assignment.title,
        diary_number: assignment.diary_number,
        date: assignment.date.map(|date| date.to_string()),
        recipients: assignment.recipients,
    });
    Ok(Background { activities: site.activities, assignment })
}

/// An earlier report to compare with.
fn earlier(file: &Path) -> Result<Report, Failure> {
    let fault = |orsak: String| {
        Failure::from(Message::new("rapport-jamfor-fel").with("fil", file.display().to_string()).with("orsak", orsak))
    };
    let json = fs::read(file).map_err(|error| fault(error.to_string()))?;
    Report::read(&json).map_err(|error| fault(error.to_string()))
}

/// The municipalities that the site has pages for, as addresses have them.
fn municipalities(pages: &Pages) -> Vec<String> {
    let all = pages.all.iter().filter(|page| page.kind == "municipality");
    all.filter_map(|page| page.address.strip_prefix(address::MUNICIPALITIES)?.strip_suffix('/'))
        .map(str::to_owned)
        .collect()
}

fn networks_fault(file: &Path, orsak: String) -> Failure {
    Message::new("rapport-nat-fel").with("fil", file.display().to_string()).with("orsak", orsak).into()
}

/// The list as it was written.
fn networks_list(file: Option<&Path>) -> Result<Option<Vec<u8>>, Failure> {
    let read = |file: &Path| fs::read(file).map_err(|error| networks_fault(file, error.to_string()));
    file.map(read).transpose()
}

fn networks(file: Option<&Path>, list: Option<&[u8]>, municipalities: &[String]) -> Result<Networks, Failure> {
    let (Some(file), Some(list)) = (file, list) else { return Ok(Networks::default()) };
    Networks::read(list, municipalities).map_err(|error| networks_fault(file, error.to_string()))
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
const SCHEMA: &str = "rapport.schema.json";
const ACCOUNT: &str = "redovisning.html";
const ACCOUNT_MARKDOWN: &str = "redovisning.md";

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

/// Writes every file beside its place and moves it there, the page last. Gives the number of places that are left to write in
/// the account, if there is one.
fn write(
    report: &Report,
    typed: &cli::Report,
    networks: Option<&[u8]>,
    manifest: &[u8],
    console: &Console,
) -> Result<Option<usize>, Failure> {
    let out = &typed.out;
    let theme = Theme::embedded().map_err(|error| error.message())?;
    let fault = |error: RenderError| Message::new("tema").with("orsak", error.to_string());
    let page = report_page(&theme, report, console.language).map_err(fault)?;
    let account =
        typed.mall.map(|AccountTemplate::UppfoljandeRedovisning| account_pages(&theme, report, console.language));
    let account = account.transpose().map_err(fault)?;
    let places = account.as_ref().map(|account| account.places);

    let mut all: Vec<(String, Vec<u8>)> = page.assets;
    all.extend(files::tables(report).into_iter().map(|(name, bytes)| (name.to_owned(), bytes)));
    let lists = files::lists(networks).into_iter().map(|list| (list.name, list.bytes));
    let lists = lists.chain([("manifest.json", manifest.to_vec())]);
    all.extend(lists.map(|(name, bytes)| (format!("{}/{name}", files::LISTS), bytes)));
    if let Some(account) = account {
        all.extend([(ACCOUNT.to_owned(), account.html), (ACCOUNT_MARKDOWN.to_owned(), account.markdown)]);
    }
    all.push((SCHEMA.to_owned(), data::SCHEMA.as_bytes().to_vec()));
    all.extend([(JSON.to_owned(), files::json(report)), (PAGE.to_owned(), page.html)]);
    fs::create_dir_all(out.join(files::LISTS)).map_err(|error| write_fault(out, &error))?;
    for (name, bytes) in all {
        let place = out.join(&name);
        super::replace(&place, &bytes).map_err(|error| write_fault(&place, &error))?;
    }
    Ok(places)
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
