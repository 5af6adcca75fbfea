//! One file per subcommand: from what was typed to what is done.

pub mod build;
mod check;
mod export;
mod init;
mod new;
mod pack;
mod search;
mod serve;

use std::io::{IsTerminal, Write};
use std::path::Path;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::check::{Checked, check};
use crate::cli::{Color, Input, Typable};
use crate::diagnostic::{Report, text};
use crate::i18n::{self, Language, Message};
use crate::publish::PublishError;
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
        Typable::Serve(typed) => serve::run(&typed, console),
        Typable::Search(typed) => search::run(&typed, console),
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
        let report = Report::new(&checked.diagnostics, checked, checked.corpus.files.len(), self.language);
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
