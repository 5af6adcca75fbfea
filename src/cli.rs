//! What was typed: clap's types only. What it means is the commands' business.
//!
//! `words` puts the help into a language; it stands in `locales/*/cli.ftl`, under `hjalp-COMMAND` and
//! `hjalp-COMMAND-ARGUMENT`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::i18n::Language;

mod words;

pub use words::explain;
use words::localized;

/// A whole command line.
#[derive(Debug, Parser)]
#[command(name = "samverka", version, disable_help_subcommand = true, arg_required_else_help = true)]
pub struct Typed {
    #[arg(long, global = true, default_value = "sv", value_name = "sv|en", value_parser = language)]
    pub lang: Language,
    #[arg(
        long,
        global = true,
        default_value = "auto",
        value_enum,
        value_name = "auto|always|never",
        hide_possible_values = true
    )]
    pub color: Color,
    #[command(subcommand)]
    pub command: Typable,
}

/// When messages are coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Typable {
    Build(Build),
    Check(Check),
    Diff(Diff),
    Due(Due),
    Withdraw(Withdraw),
    Explain(Explain),
    Schema(Schema),
    Serve(Serve),
    Search(Search),
    Report(Report),
    Pack(Pack),
    New(New),
    Init(Init),
    Export(Export),
}

/// Where the content is, and which day it is.
#[derive(Clone, Debug, Args)]
pub struct Input {
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub content: PathBuf,
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

/// `samverka build`.
#[derive(Debug, Args)]
pub struct Build {
    #[command(flatten)]
    pub input: Input,
    #[arg(long, value_name = "DIR")]
    pub theme: Option<PathBuf>,
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub out: PathBuf,
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    #[arg(long)]
    pub allow_gap: bool,
    #[arg(long)]
    pub sync: bool,
    #[arg(long, conflicts_with = "sync")]
    pub incremental: bool,
    #[arg(long)]
    pub record_addresses: bool,
    #[arg(long)]
    pub compress: bool,
    #[arg(long, value_name = "NAME", conflicts_with = "record_addresses")]
    pub preview: Option<String>,
}

/// `samverka check`.
#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub input: Input,
    #[arg(
        long,
        default_value = "text",
        value_enum,
        value_name = "text|json|sarif|github|markdown",
        hide_possible_values = true
    )]
    pub format: Format,
    #[arg(long)]
    pub fix: bool,
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
    #[arg(long, value_enum, value_name = "none|some|all", hide_possible_values = true)]
    pub advice: Option<Advice>,
}

/// How much advice is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Advice {
    None,
    Some,
    All,
}

/// How faults are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
    Sarif,
    Github,
    Markdown,
}

/// `samverka explain`.
#[derive(Debug, Args)]
pub struct Explain {
    #[arg(value_name = "RULE")]
    pub rule: Option<String>,
}

/// `samverka schema`.
#[derive(Debug, Args)]
pub struct Schema {
    #[arg(value_enum, value_name = "KIND", hide_possible_values = true)]
    pub kind: Option<SchemaKind>,
    #[command(flatten)]
    pub input: Input,
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// What has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaKind {
    Exempel,
    Fia,
    Erfarenhet,
    Sida,
    Nyhet,
    Aktivitet,
    Vokabular,
    Webbplats,
    Synonymer,
    Ordlista,
    Media,
}

/// `samverka diff`.
#[derive(Debug, Args)]
pub struct Diff {
    #[arg(value_name = "BASE")]
    pub base: String,
    #[command(flatten)]
    pub input: Input,
    #[arg(
        long,
        default_value = "text",
        value_enum,
        value_name = "text|markdown|html",
        hide_possible_values = true,
        requires_if("html", "out")
    )]
    pub format: DiffFormat,
    #[arg(long, value_name = "TARGET")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub theme: Option<PathBuf>,
}

/// How a difference is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    Text,
    Markdown,
    Html,
}

/// `samverka due`.
#[derive(Debug, Args)]
pub struct Due {
    #[arg(long, value_name = "TIME", default_value = "90d")]
    pub within: String,
    #[command(flatten)]
    pub input: Input,
    #[arg(long, default_value = "text", value_enum, value_name = "text|csv|ics|markdown", hide_possible_values = true)]
    pub format: DueFormat,
    #[arg(long, conflicts_with = "within")]
    pub confirmations: bool,
}

/// How a list of reviews is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DueFormat {
    Text,
    Csv,
    Ics,
    Markdown,
}

/// `samverka withdraw`.
#[derive(Debug, Args)]
pub struct Withdraw {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    #[arg(long)]
    pub delete: bool,
    #[command(flatten)]
    pub input: Input,
}

/// `samverka serve`.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    pub input: Input,
    #[arg(long, value_name = "DIR")]
    pub theme: Option<PathBuf>,
    #[arg(long, value_name = "N", default_value_t = 8180)]
    pub port: u16,
    #[arg(long, value_name = "ADDRESS")]
    pub listen: Option<String>,
    #[arg(long)]
    pub open: bool,
    #[arg(long, value_name = "DIR", conflicts_with_all = ["content", "theme", "today"])]
    pub site: Option<PathBuf>,
}

/// `samverka search`.
#[derive(Debug, Args)]
pub struct Search {
    #[arg(value_name = "QUERY")]
    pub query: Vec<String>,
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub site: PathBuf,
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub limit: usize,
    #[arg(long, value_name = "FILTER")]
    pub filter: Vec<String>,
    #[arg(
        long,
        value_enum,
        default_value = "relevans",
        value_name = "relevans|granskad|titel",
        hide_possible_values = true
    )]
    pub sort: SearchSort,
    #[arg(long)]
    pub json: bool,
    #[arg(long, conflicts_with_all = ["json", "stdin"])]
    pub explain: bool,
    #[arg(long, conflicts_with = "query")]
    pub stdin: bool,
}

/// In which order hits come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SearchSort {
    Relevans,
    Granskad,
    Titel,
}

/// `samverka report`.
#[derive(Debug, Args)]
pub struct Report {
    #[arg(value_name = "LOG", required_unless_present_any = ["demo", "explain_privacy"])]
    pub logs: Vec<PathBuf>,
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub site: PathBuf,
    #[arg(long, value_name = "FILE", conflicts_with = "site")]
    pub manifest: Option<PathBuf>,
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub networks: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub address_field: Option<String>,
    #[arg(long)]
    pub without_headers: bool,
    #[arg(long, value_name = "DIR", default_value = "rapport")]
    pub out: PathBuf,
    #[arg(long, value_enum, value_name = "uppfoljande-redovisning", hide_possible_values = true)]
    pub mall: Option<AccountTemplate>,
    #[arg(long, value_name = "DIR")]
    pub content: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["compare_from", "compare_to"])]
    pub compare: Option<PathBuf>,
    #[arg(long, value_name = "DATE", requires = "compare_to")]
    pub compare_from: Option<String>,
    #[arg(long, value_name = "DATE", requires = "compare_from")]
    pub compare_to: Option<String>,
    #[arg(long, conflicts_with_all = ["logs", "from", "to"])]
    pub demo: bool,
    #[arg(long, conflicts_with_all = ["logs", "demo"])]
    pub explain_privacy: bool,
}

/// In which form the government is accounted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AccountTemplate {
    /// Of the assignment to map and spread forms of collaboration.
    UppfoljandeRedovisning,
}

/// `samverka pack`.
#[derive(Debug, Args)]
pub struct Pack {
    #[arg(long, value_name = "DIR", default_value = "public")]
    pub site: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[arg(long, value_name = "FILE", conflicts_with_all = ["site", "out"])]
    pub verify: Option<PathBuf>,
}

/// `samverka new`.
#[derive(Debug, Args)]
pub struct New {
    #[arg(value_enum, value_name = "exempel|fia|erfarenhet|sida|nyhet", hide_possible_values = true)]
    pub kind: NewKind,
    #[arg(value_name = "TITLE")]
    pub title: String,
    #[command(flatten)]
    pub input: Input,
}

/// What can be made from a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum NewKind {
    Exempel,
    Fia,
    Erfarenhet,
    Sida,
    Nyhet,
}

/// `samverka init`.
#[derive(Debug, Args)]
pub struct Init {
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
}

/// `samverka export`.
#[derive(Debug, Args)]
pub struct Export {
    #[command(flatten)]
    pub input: Input,
    #[arg(long, value_enum, value_name = "cms", hide_possible_values = true)]
    pub format: ExportFormat,
    #[arg(long, value_name = "DIR", default_value = "admin")]
    pub out: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub modules: Option<PathBuf>,
    #[arg(long, value_name = "REPO")]
    pub repo: Option<String>,
    #[arg(long, value_name = "NAME", default_value = "main")]
    pub branch: String,
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub folder: String,
    #[arg(long, value_name = "URL")]
    pub local: Option<String>,
}

/// What can be exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// Decap CMS.
    Cms,
}

/// Reads the command line. The language is looked for first, because the help is in it.
///
/// # Errors
/// Clap's own, which also carries a request for help or the version.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Typed, clap::Error> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let command = localized(Typed::command(), language_of(&arguments));
    Typed::from_arg_matches(&command.try_get_matches_from(arguments)?)
}

fn language(text: &str) -> Result<Language, String> {
    text.parse().map_err(|_| "sv, en".to_owned())
}

/// The language that was asked for, wherever it stands; also when the rest cannot be read.
pub fn language_of(arguments: &[OsString]) -> Language {
    let texts: Vec<_> = arguments.iter().map(|a| a.to_string_lossy()).collect();
    let after = texts.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1].to_string());
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang=").map(str::to_owned));
    after.or(joined).and_then(|text| text.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(line: &str) -> Result<Typed, clap::Error> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn the_commands_fit_together() {
        for language in [Language::Sv, Language::En] {
            localized(Typed::command(), language).debug_assert();
        }
    }

    #[test]
    fn every_command_and_argument_has_help_in_both_languages() {
        for language in [Language::Sv, Language::En] {
            let command = localized(Typed::command(), language);
            for command in std::iter::once(&command).chain(command.get_subcommands()) {
                assert!(command.get_about().is_some_and(|a| !a.to_string().is_empty()), "{}", command.get_name());
                for argument in command.get_arguments() {
                    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty(), "{} {} in {language}", command.get_name(), argument.get_id());
                }
            }
        }
    }

    #[test]
    fn the_help_is_in_one_language() {
        let help = |line: &str| typed(line).unwrap_err().to_string();
        for command in [
            "",
            "build ",
            "check ",
            "explain ",
            "schema ",
            "diff ",
            "due ",
            "withdraw ",
            "report ",
            "serve ",
            "new ",
            "init ",
        ] {
            let swedish = help(&format!("samverka {command}--help"));
            for english in ["OPTIONS", "default", "<DIR>", "<DATE>", "<URL>", "TITLE", "COMMAND", "Usage", "possible"] {
                assert!(!swedish.contains(english), "{english} in {swedish}");
            }
        }
        assert!(help("samverka build --help").contains("Användning: samverka build [VAL]\n"));
        assert!(help("samverka new --help").contains("new [VAL] <exempel|fia|erfarenhet|sida|nyhet> <TITEL>\n"));
        assert!(help("samverka build --help").contains("Annars public"), "{}", help("samverka build --help"));
        assert!(help("samverka build --help --lang en").contains("Usage: samverka build [OPTIONS]\n"));
    }

    #[test]
    fn a_wrong_command_line_is_explained_with_the_nearest_word() {
        let explained = |line: &str| explain(&typed(line).unwrap_err(), Language::Sv).unwrap();
        assert!(explained("samverka bild").contains("Menade du build?"), "{}", explained("samverka bild"));
        assert!(explained("samverka check --contnt x").contains("Menade du --content"));
        for line in
            ["samverka check --format xml", "samverka new exempel", "samverka serve --port många", "samverka xyz"]
        {
            let text = explained(line);
            assert!(text.starts_with("fel: ") && text.contains("--help") && !text.contains('⟪'), "{text}");
        }
        assert!(explain(&typed("samverka --help").unwrap_err(), Language::Sv).is_none());
    }

    #[test]
    fn the_language_may_stand_anywhere() {
        assert_eq!(typed("samverka check --lang en").unwrap().lang, Language::En);
        assert_eq!(typed("samverka --lang=en check").unwrap().lang, Language::En);
        assert_eq!(typed("samverka check").unwrap().lang, Language::Sv);
        assert!(typed("samverka check --lang de").is_err());
    }
}
