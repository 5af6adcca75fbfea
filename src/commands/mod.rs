//! One file per subcommand: from what was typed to what is done.

pub mod build;
mod check;
mod diff;
mod due;
mod explain;
mod export;
mod fix;
mod init;
mod new;
mod pack;
mod progress;
mod report;
mod schema;
mod search;
mod serve;
mod withdraw;

use std::io::{IsTerminal, Write};
use std::path::{Component, Path, PathBuf};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::check::{Checked, check};
use crate::cli::{Color, Input, Typable};
use crate::diagnostic::{Report, text};
use crate::i18n::{self, Language, Message};
use crate::model::{Site, address};
use crate::publish::PublishError;
use crate::render::{Base, Html, RenderError, Renderer, Theme, preview_bar};
use crate::schema::value::whole_date;
use crate::source;

/// What a command came to.
pub enum Outcome {
    Done,
    /// The content has errors.
    Faults,
    /// Some of the content could not be read; what could has been checked, and every fault has been told.
    Unread,
}

/// A command could not run.
#[derive(Debug)]
pub enum Failure {
    Message(Message),
    Publish(PublishError),
}

impl From<Message> for Failure {
    fn from(message: Message) -> Self {
        Failure::Message(message)
    }
}

impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Self {
        Failure::Publish(error)
    }
}

impl From<source::ReadError> for Failure {
    fn from(error: source::ReadError) -> Self {
        let file = error.path.display().to_string();
        if error.source.kind() == std::io::ErrorKind::NotFound {
            return Message::new("mapp-saknas").with("mapp", file).into();
        }
        Message::new("kan-inte-lasa").with("fil", file).with("orsak", error.source.to_string()).into()
    }
}

/// Runs what was typed.
///
/// # Errors
/// When the command could not do its work at all; faults in the content are an [`Outcome`].
pub fn run(command: Typable, console: &Console) -> Result<Outcome, Failure> {
    match command {
        Typable::Build(typed) => build::run(&typed, console),
        Typable::Check(typed) => check::run(&typed, console),
        Typable::Diff(typed) => diff::run(&typed, console),
        Typable::Due(typed) => due::run(&typed, console),
        Typable::Withdraw(typed) => withdraw::run(&typed, console),
        Typable::Explain(typed) => explain::run(&typed, console),
        Typable::Schema(typed) => schema::run(&typed, console),
        Typable::Serve(typed) => serve::run(&typed, console),
        Typable::Search(typed) => search::run(&typed, console),
        Typable::Report(typed) => report::run(&typed, console),
        Typable::Pack(typed) => pack::run(&typed, console),
        Typable::New(typed) => new::run(&typed, console),
        Typable::Init(typed) => init::run(&typed, console),
        Typable::Export(typed) => export::run(&typed, console),
    }
}

impl Outcome {
    /// What a check came to.
    fn of(checked: &Checked) -> Outcome {
        match checked.errors() {
            _ if checked.is_partial() => Outcome::Unread,
            0 => Outcome::Done,
            _ => Outcome::Faults,
        }
    }
}

/// Where words go, and in which language.
#[derive(Clone, Copy, Debug)]
pub struct Console {
    pub language: Language,
    color: Color,
}

impl Console {
    /// A console that speaks a language.
    pub fn new(language: Language, color: Color) -> Console {
        Console { language, color }
    }

    /// What was done, on standard output. A reader that has gone away is no fault.
    pub fn say(&self, message: &Message) {
        let _ = writeln!(std::io::stdout(), "{}", i18n::text(self.language, message));
    }

    /// Something to know, on standard error.
    pub fn warn(&self, message: &Message) {
        let _ = writeln!(std::io::stderr(), "{}", i18n::text(self.language, message));
    }

    /// Why a command could not run, and the remedy.
    pub fn failure(&self, failure: &Failure) {
        let message = match failure {
            Failure::Message(message) => message.clone(),
            Failure::Publish(error) => publish_message(error),
        };
        let word = i18n::text(self.language, &Message::new("fel"));
        let mut out = format!("{word}: {}\n", i18n::text(self.language, &message));
        if let Some(help) = i18n::attribute(self.language, &message, "help") {
            out.push_str(&format!("  {help}\n"));
        }
        let _ = std::io::stderr().write_all(out.as_bytes());
    }

    /// The diagnostics of a check as text.
    pub fn diagnostics(&self, checked: &Checked, stream: &mut (impl Write + IsTerminal)) {
        let report = report(checked, self.language);
        let _ = stream.write_all(text::render(&report, self.is_coloured(stream)).as_bytes());
    }

    /// Colour on a terminal unless `NO_COLOR` is set, or as was asked for.
    fn is_coloured(&self, stream: &impl IsTerminal) -> bool {
        match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => stream.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()),
        }
    }
}

/// What a check found, with links to the site's own help where its address is known.
fn report(checked: &Checked, language: Language) -> Report<'_> {
    let base = Base::parse(&checked.corpus.site.settings.address).ok();
    let pages = base.map(|base| base.absolute(address::RULES));
    Report::new(&checked.diagnostics, checked, checked.corpus.files.len(), language)
        .with_help_pages(pages)
        .with_more_advice(checked.has_more_advice)
}

/// A fault or warning of publishing, for the reader.
pub fn publish_message(error: &PublishError) -> Message {
    error.args().into_iter().fold(Message::new(error.message_id()), |message, (name, value)| message.with(name, value))
}

/// Reads and checks the content.
fn read_and_check(input: &Input) -> Result<Checked, Failure> {
    let today = today(input.today.as_deref())?;
    Ok(check(source::read(&input.content)?, today))
}

/// `--today`, else `SOURCE_DATE_EPOCH`, else the date in Stockholm.
pub fn today(typed: Option<&str>) -> Result<Date, Failure> {
    let fault = |text: &str| Failure::from(Message::new("dagens-datum").with("datum", text));
    if let Some(text) = typed {
        return whole_date(text).map_err(|_| fault(text));
    }
    let stockholm = TimeZone::get("Europe/Stockholm").unwrap_or(TimeZone::UTC);
    let now = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(epoch) if !epoch.trim().is_empty() => {
            let seconds = epoch.trim().parse().map_err(|_| fault(&epoch))?;
            // The environment's day must not depend on the machine's own time zone.
            return Ok(Timestamp::from_second(seconds).map_err(|_| fault(&epoch))?.to_zoned(TimeZone::UTC).date());
        }
        _ => Zoned::now(),
    };
    Ok(now.with_time_zone(stockholm).date())
}

/// Writes a file whole or not at all ([`replace`]).
fn write_whole(path: &Path, text: &str) -> Result<(), Failure> {
    replace(path, text.as_bytes()).map_err(|error| {
        let shown = path.display().to_string();
        Message::new("skriva-fel").with("fil", shown).with("orsak", error.to_string()).into()
    })
}

/// The theme in a folder, or the program's own.
fn theme(folder: Option<&Path>) -> Result<Theme, Failure> {
    let theme = match folder {
        Some(folder) => Theme::load(folder),
        None => Theme::embedded(),
    };
    theme.map_err(|error| error.message().into())
}

/// A template that failed.
fn render_fault(error: RenderError) -> Failure {
    Message::new("sida-fel").with("adress", &error.address).with("orsak", &error.message).into()
}

/// Says on every page that it is of a preview, in words of the site's language.
fn mark_preview(renderer: &mut Renderer<'_>, site: &Site, name: &str) {
    let language = site.settings.language.parse().unwrap_or_default();
    let text = |id: &'static str| i18n::text(language, &Message::new(id));
    let label = text("serve-forhandsgranskning");
    let shown = match name.trim() {
        "" => label.clone(),
        name => format!("{label}: {name}"),
    };
    let what = Html::element("p", &[], Html::element("strong", &[], Html::text(&shown)));
    let more = Html::element("p", &[], Html::text(&text("forhandsgranskning-inte-publicerad")));
    renderer.mark_preview(preview_bar(language, &label, [what, more]));
}

/// Writes a file anew: beside the old one, and then in its place, so that neither a full disk nor a killed program ever
/// loses what was there.
fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.ny"));
    let mut file = std::fs::File::create(&beside)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all()).and_then(|()| {
        if let Ok(old) = path.metadata() {
            std::fs::set_permissions(&beside, old.permissions())?;
        }
        std::fs::rename(&beside, path)
    });
    if written.is_err() {
        // What was begun is of no use to anyone.
        let _ = std::fs::remove_file(&beside);
    }
    written
}

/// Writes a new file, never over another.
fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let fault = |id: &'static str, error: &std::io::Error| {
        Failure::from(Message::new(id).with("fil", path.display().to_string()).with("orsak", error.to_string()))
    };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| fault("skriva-fel", &error))?;
    }
    let mut file = match std::fs::OpenOptions::new().write(true).create_new(true).open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => return Err(fault("finns-redan", &error)),
        Err(error) => return Err(fault("skriva-fel", &error)),
    };
    file.write_all(text.as_bytes()).map_err(|error| fault("skriva-fel", &error))
}

/// A folder as seen from the root of the repository: a host of code shows a fault at its line only if it is told so. The root is what GitHub says, else the folder in which the program was started.
fn below_root(content: &Path) -> String {
    let started = std::env::current_dir().unwrap_or_default();
    let root = std::env::var_os("GITHUB_WORKSPACE").map_or_else(|| started.clone(), Into::into);
    below(&root, &started, content)
}

fn below(root: &Path, started: &Path, content: &Path) -> String {
    // Without asking the disk: a link in the path is what the repository holds.
    let mut whole: Vec<Component<'_>> = Vec::new();
    let joined = started.join(content);
    for part in joined.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(whole.pop()),
            part => whole.push(part),
        }
    }
    let whole: PathBuf = whole.iter().collect();
    let inside = whole.strip_prefix(root).unwrap_or(&whole);
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/").replacen("//", "/", 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_named_from_the_root_of_the_repository() {
        let of =
            |root: &str, started: &str, content: &str| below(Path::new(root), Path::new(started), Path::new(content));
        assert_eq!(of("/w", "/w", "content"), "content");
        assert_eq!(of("/w", "/w", "./content/"), "content");
        assert_eq!(of("/w", "/w/a", "../content"), "content");
        assert_eq!(of("/w", "/w/a", "b"), "a/b");
        assert_eq!(of("/w", "/w", "."), "");
        assert_eq!(of("/w", "/w", "/w/x/y"), "x/y");
        assert_eq!(of("/w", "/w", "/elsewhere/y"), "/elsewhere/y");
    }
}
