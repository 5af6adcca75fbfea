//! `samverka withdraw`: takes a page away at once, and leaves one in its place that says why.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::{Console, Failure, Outcome, today, write_whole};
use crate::check::{Checked, check};
use crate::cli::Withdraw as Typed;
use crate::diagnostic::Severity;
use crate::diff::{Diff, Fault};
use crate::i18n::Message;
use crate::model::document::Document;
use crate::model::links::Target;
use crate::model::{Corpus, Site, address, ledger};
use crate::parse::{Parsed, Status};
use crate::source::{self, File};
use crate::words::nearest;

/// Where the text is kept. A name that begins with a dot is no content: nothing there is read or published.
const KEPT: &str = ".tillbakadraget";

/// A reason longer than this is no line that anyone reads; as `avpublicerad.skal`.
const LONGEST: usize = 300;

/// Takes the page away.
///
/// # Errors
/// When there is no such page, the reason cannot stand on the page, or a file cannot be written. Other pages that have to be
/// changed before the site can be published are an [`Outcome`].
pub fn run(typed: &Typed, console: &Console) -> Result<Outcome, Failure> {
    let today = today(typed.input.today.as_deref())?;
    let reason = typed.reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if reason.is_empty() || reason.chars().count() > LONGEST {
        return Err(Message::new("dra-tillbaka-skal").with("antal", LONGEST.to_string()).into());
    }
    let content = &typed.input.content;
    let before = check(source::read(content)?, today);
    let document = find(&before.corpus, &typed.id)?;
    let address = address::of_document(document.kind, &document.path);
    if address::INTRODUCED.contains(&address.as_str()) {
        return Err(Message::new("dra-tillbaka-egen").with("adress", address).into());
    }
    if document.status() == Status::Draft {
        return Err(Message::new("dra-tillbaka-utkast").with("fil", &*document.path).into());
    }
    let former = document.record().texts("tidigare-adresser").map(str::to_owned);
    let addresses: Vec<String> = std::iter::once(address.clone()).chain(former).collect();
    let ledger = before.corpus.text(address::LEDGER).map_or(include_str!("../../starter/adresser.txt"), |text| text);
    let ledger = withdrawn(ledger, &addresses, today, &reason);

    // What it would come to, before anything is written.
    let mut files: Vec<File> = before.corpus.files.clone();
    files.retain(|file| file.path != document.path && &*file.path != address::LEDGER);
    files.push(File::of_bytes(address::LEDGER, ledger.clone().into_bytes()));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let after = check(files, today);
    if after.diagnostics.iter().any(|found| found.redact && &*found.place.path == address::LEDGER) {
        return Err(Message::new("dra-tillbaka-personnummer").into());
    }
    let blocking = blocking(&before, &after, console);

    // The ledger first: if the program ends between the two, `check` tells of it, and the same command finishes the work.
    write_whole(&content.join(address::LEDGER), &ledger)?;
    let file = content.join(&*document.path);
    let kept = (!typed.delete).then(|| free_place(content, &document.path));
    let done = match &kept {
        Some(place) => {
            place.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::rename(&file, place))
        }
        None => std::fs::remove_file(&file),
    };
    done.map_err(|error| {
        Message::new("skriva-fel").with("fil", file.display().to_string()).with("orsak", error.to_string())
    })?;

    console.say(&Message::new("dra-tillbaka-klart").with("adress", &address).with("fil", &*document.path));
    if let Some(place) = &kept {
        console.say(&Message::new("dra-tillbaka-sparad").with("fil", place.display().to_string()));
    }
    for fault in &blocking {
        let message = Message::new("dra-tillbaka-hinder").with("plats", &fault.place).with("fel", &fault.message);
        console.say(&message);
    }
    let leading = leading_to(&after.corpus.site, &addresses);
    if !leading.is_empty() {
        console.say(&Message::new("dra-tillbaka-lankar").with("filer", leading.join(", ")));
    }
    let next = Message::new("dra-tillbaka-sedan").with("mapp", content.display().to_string());
    console.say(&next.with("antal", blocking.len().to_string()));
    Ok(if blocking.is_empty() { Outcome::Done } else { Outcome::Faults })
}

/// The document with an id, a path below the content folder, or an address.
fn find<'a>(corpus: &'a Corpus, written: &str) -> Result<&'a Parsed, Failure> {
    let documents = || corpus.parsed.iter().map(|parsed| &**parsed).filter(|parsed| parsed.kind.has_body());
    let is_named = |parsed: &&Parsed| {
        parsed.stem() == written
            || *parsed.path == *written
            || parsed.path.strip_suffix(".md") == Some(written)
            || address::of_document(parsed.kind, &parsed.path).trim_matches('/') == written.trim_matches('/')
    };
    let found: Vec<&Parsed> = documents().filter(is_named).collect();
    match found.as_slice() {
        [one] => Ok(one),
        [] => {
            let names: Vec<&str> = documents().map(|parsed| parsed.stem()).collect();
            let near = nearest(written, names, 2);
            let message = Message::new("dra-tillbaka-okand").with("id", written);
            Err(message.with("antal", near.len().to_string()).with("forslag", near.join(", ")).into())
        }
        several => {
            let paths: Vec<&str> = several.iter().map(|parsed| &*parsed.path).collect();
            Err(Message::new("dra-tillbaka-flera").with("id", written).with("filer", paths.join(", ")).into())
        }
    }
}

/// The ledger with the addresses as taken away. A line that already says so keeps its day and its reason.
fn withdrawn(text: &str, addresses: &[String], today: Date, reason: &str) -> String {
    let mut text = text.to_owned();
    let line = |address: &str| format!("{address} borttagen {today} {reason}");
    let (lines, _) = ledger::read(&text);
    for known in lines.iter().rev().filter(|known| addresses.contains(&known.address) && known.removed.is_none()) {
        text.replace_range(known.span.clone(), &line(&known.address));
    }
    for address in addresses.iter().filter(|address| !lines.iter().any(|known| known.address == **address)) {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(&line(address));
        text.push('\n');
    }
    text
}

/// What stops the site from being published because the page is gone.
fn blocking(before: &Checked, after: &Checked, console: &Console) -> Vec<Fault> {
    let diff = Diff::between(before, after, console.language);
    diff.faults.introduced.into_iter().filter(|fault| fault.severity == Severity::Error).collect()
}

/// The files by which readers are led to one of the addresses: pages, the menus of the settings, and the glossary.
fn leading_to<'s>(site: &'s Site, addresses: &[String]) -> Vec<&'s str> {
    let is_gone = |page: &str| addresses.iter().any(|address| address == page);
    let leads = |document: &&Document| {
        document.links.iter().any(|link| match site.resolve(&document.file, link) {
            Ok(Target::Inside(target)) => is_gone(target.split(['#', '?']).next().unwrap_or_default()),
            _ => false,
        })
    };
    let in_menus = site.settings.navigation.iter().chain(&site.settings.footer).any(|link| is_gone(&link.address));
    let in_glossary = site.glossary.iter().filter_map(|entry| entry.link.as_deref()).any(is_gone);
    let documents = site.documents.iter().filter(leads).map(|document| &*document.file);
    documents.chain(in_menus.then_some("webbplats.yaml")).chain(in_glossary.then_some("ordlista.yaml")).collect()
}

/// A place for the file where no other lies.
fn free_place(content: &Path, path: &str) -> PathBuf {
    let place = content.join(KEPT).join(path);
    let mut free = place.clone();
    let mut number = 2;
    while free.symlink_metadata().is_ok() {
        free = place.with_extension(format!("{number}.md"));
        number += 1;
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ledger_says_why_and_keeps_every_other_line() {
        let text = "# Alla\n/a/\r\n/b/ borttagen 2020-01-01 Förr.\n/c/";
        let addresses = ["/a/", "/b/", "/d/"].map(str::to_owned);
        let out = withdrawn(text, &addresses, Date::constant(2026, 11, 22), "Fel uppgifter.");
        assert_eq!(
            out,
            "# Alla\n/a/ borttagen 2026-11-22 Fel uppgifter.\r\n/b/ borttagen 2020-01-01 Förr.\n/c/\n/d/ borttagen 2026-11-22 Fel uppgifter.\n"
        );
        assert!(ledger::read(&out).1.is_empty());
    }
}
