//! `samverka build`: check, render, publish.

use std::path::Path;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;

use super::{Console, Failure, Outcome, publish_message, read_and_check};
use crate::cli::Build;
use crate::compress::variants;
use crate::i18n::{self, Message};
use crate::model::routes::{Page, Route};
use crate::model::{Site, address};
use crate::publish::{Options, Staging};
use crate::render::{Base, PageEntry, Renderer, Theme, manifest};

/// Work that takes longer than this shows that it goes on.
const PATIENCE: Duration = Duration::from_secs(1);

pub fn run(typed: &Build, console: &Console) -> Result<Outcome, Failure> {
    let started = Instant::now();
    let checked = read_and_check(&typed.input)?;
    if !checked.diagnostics.is_empty() {
        console.diagnostics(&checked, &mut std::io::stderr());
    }
    if checked.errors() > 0 {
        console.warn(&Message::new("inget-publicerat"));
        return Ok(Outcome::Faults);
    }
    let warnings = checked.warnings();
    let ledger = checked.corpus.text("adresser.txt").cloned();
    let site = &checked.into_site();
    let theme = theme(typed.theme.as_deref())?;
    let written = typed.base_url.as_deref().unwrap_or(&site.settings.address);
    let base = Base::parse(written).map_err(|error| error.message(written))?;
    let renderer = Renderer::new(&theme, site, base.clone()).map_err(render_fault)?;

    let protect: Vec<_> = [Some(typed.input.content.clone()), typed.theme.clone()].into_iter().flatten().collect();
    let options = Options { allow_gap: typed.allow_gap, sync: typed.sync };
    let staging = Staging::open(&typed.out, &protect, options)?;
    let progress = Progress::new(console, site.routes.len(), started);
    let writer = Writer { staging: &staging, compress: typed.compress };
    let pages = write_pages(site, &renderer, &writer, &progress)?;
    let files = renderer.files();
    let written: Vec<Vec<String>> =
        files.par_iter().map(|(path, bytes)| writer.write(path, bytes)).collect::<Result<_, _>>()?;
    let mut assets: Vec<String> = written.into_iter().flatten().filter(|path| path.starts_with("_a/")).collect();
    assets.sort();
    let generations = staging.generations(assets);
    writer.write("manifest.json", &manifest(site, &base, &pages, &generations))?;
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
    if typed.record_addresses {
        record_addresses(site, ledger.as_deref(), &typed.input.content, console)?;
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
    site: &'a Site,
    renderer: &Renderer<'_>,
    writer: &Writer<'_>,
    progress: &Progress,
) -> Result<Vec<PageEntry<'a>>, Failure> {
    let write = |html: &mut Vec<u8>, route: &'a Route| {
        html.clear();
        renderer.write_page(route, html).map_err(render_fault)?;
        writer.write(&address::file(&route.address), html)?;
        progress.step();
        Ok(PageEntry { route, hash: blake3::hash(html).to_hex().to_string() })
    };
    site.routes.par_iter().map_init(Vec::new, write).collect()
}

/// Adds the addresses of pages that documents and lists have to the ledger, so that they are never lost.
fn record_addresses(site: &Site, ledger: Option<&str>, content: &Path, console: &Console) -> Result<(), Failure> {
    let path = content.join("adresser.txt");
    let known: std::collections::HashSet<&str> = site.ledger.iter().map(|line| line.address.as_str()).collect();
    let is_lasting = |route: &&Route| {
        let is_first = route.page.number() == 1;
        is_first && !matches!(route.page, Page::NotFound | Page::Removed(_)) && !known.contains(route.address.as_str())
    };
    let new: Vec<&str> = site.routes.iter().filter(is_lasting).map(|route| route.address.as_str()).collect();
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
        let fault =
            |error: std::io::Error| Message::new("skriva-fel").with("fil", &shown).with("orsak", error.to_string());
        std::fs::write(&beside, text).map_err(fault)?;
        std::fs::rename(&beside, &path).map_err(fault)?;
    }
    console.say(&Message::new("adresser-tillagda").with("antal", new.len().to_string()).with("fil", shown));
    Ok(())
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
