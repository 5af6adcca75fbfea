//! `samverka build`: check, render, publish.

use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;

use super::{Console, Failure, Outcome, publish_message, read_and_check};
use crate::check::UNRECORDED;
use crate::cli::Build;
use crate::compress::variants;
use crate::i18n::{self, Message};
use crate::index::{self, IndexError};
use crate::model::routes::{Page, Route};
use crate::model::{Site, address};
use crate::publish::{Options, Staging};
use crate::render::{Base, PageEntry, READER, Renderer, SearchFiles, Theme, manifest};

/// Work that takes longer than this shows that it goes on.
const PATIENCE: Duration = Duration::from_secs(1);

/// Checks, renders and publishes.
///
/// # Errors
/// When the build cannot be made; faults in the content are an [`Outcome`].
pub fn run(typed: &Build, console: &Console) -> Result<Outcome, Failure> {
    let started = Instant::now();
    let mut checked = read_and_check(&typed.input)?;
    if typed.record_addresses {
        checked.diagnostics.retain(|diagnostic| diagnostic.rule != UNRECORDED);
    }
    if !checked.diagnostics.is_empty() {
        console.diagnostics(&checked, &mut std::io::stderr());
    }
    if checked.errors() > 0 {
        console.warn(&Message::new("inget-publicerat"));
        return Ok(Outcome::of(&checked));
    }
    let warnings = checked.warnings();
    let ledger = checked.corpus.text("adresser.txt").cloned();
    let site = &checked.into_site();
    let theme = theme(typed.theme.as_deref())?;
    let written = typed.base_url.as_deref().unwrap_or(&site.settings.address);
    let base = Base::parse(written).map_err(|error| error.message(written))?;
    let renderer = Renderer::new(&theme, site, base.clone());

    let protect: Vec<_> = [Some(typed.input.content.clone()), typed.theme.clone()].into_iter().flatten().collect();
    let options = Options { allow_gap: typed.allow_gap, sync: typed.sync, incremental: typed.incremental };
    let staging = Staging::open(&typed.out, &protect, options)?;
    let progress = Progress::new(console, site.routes.len(), started);
    let writer = Writer { staging: &staging, compress: typed.compress };
    // The index takes one core for a while, and the pages the other; the page of search waits for it.
    let (search, others): (Vec<_>, Vec<_>) = site.routes.iter().partition(|route| route.page == Page::Search);
    let (index, pages) = rayon::join(|| index::files(site), || write_pages(&others, &renderer, &writer, &progress));
    let (index, mut pages) = (index.map_err(index_fault)?, pages?);
    write_index(&index, &renderer, &writer)?;
    pages.extend(write_pages(&search, &renderer, &writer, &progress)?);
    pages.sort_by(|a, b| a.route.address.cmp(&b.route.address));
    let mut assets = Vec::new();
    for (path, bytes) in renderer.assets() {
        assets.extend(writer.write(path, bytes)?);
    }
    let twins: Vec<_> = renderer.twins().collect();
    twins.par_iter().try_for_each(|(path, bytes)| writer.write(path, bytes).map(drop))?;
    site.files.par_iter().try_for_each(|(address, file)| match renderer.file(*file) {
        Some(bytes) => writer.write(&address::file(address), &bytes).map(drop),
        None => Ok(()),
    })?;
    assets.sort();
    let generations = staging.generations(assets);
    writer.write("manifest.json", &manifest(site, &base, &pages, &generations))?;
    // Recorded before visitors can come there: a build that dies between the two leaves an address too many, which the
    // next one publishes, and never one too few. Everything that could be wrong with the site has been found by now.
    let recorded = match typed.record_addresses {
        true => Some(record_addresses(site, ledger.as_deref(), &typed.input.content)?),
        false => None,
    };
    let published = staging.publish()?;
    progress.finish();

    for warning in &published.warnings {
        console.warn(&publish_message(warning));
    }
    console.say(
        &Message::new("byggt")
            .with("sidor", pages.len().to_string())
            .with("mapp", published.out.display().to_string())
            .with("varningar", warnings.to_string())
            .with("tid", format!("{:.2}", started.elapsed().as_secs_f64()).replace('.', ",")),
    );
    if let Some(recorded) = recorded {
        console.say(&recorded);
    }
    Ok(Outcome::Done)
}

fn theme(folder: Option<&Path>) -> Result<Theme, Failure> {
    let theme = match folder {
        Some(folder) => Theme::load(folder),
        None => Theme::embedded(),
    };
    theme.map_err(|error| error.message().into())
}

fn render_fault(error: crate::render::RenderError) -> Failure {
    Message::new("sida-fel").with("adress", &error.address).with("orsak", &error.message).into()
}

/// Writes files into the new site, from any number of threads.
struct Writer<'a> {
    staging: &'a Staging,
    /// Whether packed forms lie beside each file.
    compress: bool,
}

impl Writer<'_> {
    /// The paths of the file and its packed forms.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<Vec<String>, Failure> {
        self.staging.write(path, bytes)?;
        let mut paths = vec![path.to_owned()];
        if self.compress {
            for (path, bytes) in variants(path, bytes) {
                self.staging.write(&path, &bytes)?;
                paths.push(path);
            }
        }
        Ok(paths)
    }
}

/// Every page, on every core: nothing but its hash is kept.
fn write_pages<'a>(
    routes: &[&'a Route],
    renderer: &Renderer<'_>,
    writer: &Writer<'_>,
    progress: &Progress,
) -> Result<Vec<PageEntry<'a>>, Failure> {
    let write = |html: &mut Vec<u8>, route: &'a Route| {
        html.clear();
        renderer.write_page(route, html).map_err(render_fault)?;
        writer.write(&address::file(&route.address), html)?;
        progress.step();
        Ok(PageEntry::new(route, html))
    };
    routes.par_iter().map_init(Vec::new, |html, route| write(html, route)).collect()
}

fn index_fault(error: IndexError) -> Failure {
    Message::new("sok-index-gor-fel").with("orsak", error.to_string()).into()
}

/// The index's files, and the word of them to the page of search. A theme without the reader has no search.
fn write_index(index: &index::Files, renderer: &Renderer<'_>, writer: &Writer<'_>) -> Result<(), Failure> {
    let Some(wasm) = renderer.asset_address(READER) else { return Ok(()) };
    renderer.set_search(SearchFiles { root: index.root.clone(), files: index.folder.clone(), wasm });
    index.files.par_iter().try_for_each(|(path, bytes)| writer.staging.write(path, bytes).map_err(Failure::from))
}

/// Adds the addresses of pages that documents and lists have to the ledger, so that they are never lost.
fn record_addresses(site: &Site, ledger: Option<&str>, content: &Path) -> Result<Message, Failure> {
    let path = content.join("adresser.txt");
    let new: Vec<&str> = site.unrecorded().map(|route| route.address.as_str()).collect();
    let mut text = ledger.unwrap_or(include_str!("../../starter/adresser.txt")).to_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    new.iter().for_each(|address| {
        text.push_str(address);
        text.push('\n');
    });
    let shown = path.display().to_string();
    if !new.is_empty() {
        // Written beside and moved, so that a full disk never loses what was recorded.
        let beside = content.join(".adresser.txt.ny");
        let written = std::fs::File::create(&beside).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            std::fs::rename(&beside, &path)
        });
        written.map_err(|error| Message::new("skriva-fel").with("fil", &shown).with("orsak", error.to_string()))?;
    }
    Ok(Message::new("adresser-tillagda").with("antal", new.len().to_string()).with("fil", shown))
}

/// A bar on a terminal, once the work has taken a while.
struct Progress {
    bar: ProgressBar,
    started: Instant,
}

impl Progress {
    fn new(console: &Console, pages: usize, started: Instant) -> Progress {
        let bar = ProgressBar::with_draw_target(Some(pages as u64), ProgressDrawTarget::hidden());
        let word = i18n::text(console.language, &Message::new("bygger"));
        let style = ProgressStyle::with_template("{prefix} {wide_bar} {pos}/{len}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_prefix(word);
        Progress { bar, started }
    }

    fn step(&self) {
        self.bar.inc(1);
        // The target itself stays hidden where standard error is no terminal.
        if self.bar.is_hidden() && self.bar.position().is_multiple_of(64) && self.started.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
        }
    }

    fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
