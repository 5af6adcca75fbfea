//! The words of the program, in Swedish and English.
//!
//! Code names a message by its [Fluent](https://projectfluent.org) id; the words are chosen when it is shown.
//! The texts stand in `locales/<language>/*.ftl` and are built into the program.
//!
//! ```text
//! Message::new("diagnostik-antal-filer").with("filer", "2")   Sv: "2 filer"   En: "2 files"
//! ```
//!
//! An argument that is written as a whole number (`2`, `-7`, but not `0180`) is passed as a number, so that
//! `{ $filer -> [one] … *[other] … }` follows the plural rules of the language. It is shown as it was written.

use std::{error::Error, fmt, str::FromStr, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

/// A language that the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Swedish, the language of the content and the editors.
    #[default]
    Sv,
    /// English.
    En,
}

impl Language {
    /// Every language, the fallback language first.
    pub const ALL: [Self; 2] = [Self::Sv, Self::En];

    /// The BCP 47 tag: `sv` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.tag())
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|language| language.tag() == tag).ok_or_else(|| UnknownLanguage(tag.to_owned()))
    }
}

/// The tag names no [`Language`]; it holds what was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLanguage(pub String);

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}: sv | en", self.0)
    }
}

impl Error for UnknownLanguage {}

/// A message by its Fluent id and arguments; the words are chosen when it is shown.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Message {
    /// The id in `locales/`.
    pub id: &'static str,
    /// Name (without `$`) and value of each argument.
    pub args: Vec<(&'static str, String)>,
}

impl Message {
    /// A message without arguments.
    pub fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    fn arguments(&self) -> Option<FluentArgs<'_>> {
        arguments(self.args.iter().map(|(name, value)| (*name, value.as_str())))
    }
}

/// The words of a message.
///
/// A message that the language lacks is shown in Swedish; one that Swedish lacks too as its id in `⟪…⟫`.
pub fn text(language: Language, message: &Message) -> String {
    let arguments = message.arguments();
    with_fallback(language, |language| format(language, message.id, None, arguments.as_ref()))
        .unwrap_or_else(|| format!("⟪{}⟫", message.id))
}

/// The words of an attribute of a message, such as `help` for `.help`.
///
/// Falls back to Swedish only when the language lacks the whole message: an attribute may be left out on purpose.
pub fn attribute(language: Language, message: &Message, attribute: &str) -> Option<String> {
    let language = if bundle(language).has_message(message.id) { language } else { Language::default() };
    // A selector without words for its case, such as no guesses, leaves the space that follows it.
    format(language, message.id, Some(attribute), message.arguments().as_ref()).map(|text| text.trim().to_owned())
}

/// The words of an id that a template names, `id` or `id.attribute`; `None` when no language has it.
pub fn lookup(language: Language, id: &str, args: &[(&str, &str)]) -> Option<String> {
    let (id, attribute) = id.split_once('.').map_or((id, None), |(id, attribute)| (id, Some(attribute)));
    let arguments = arguments(args.iter().copied());
    with_fallback(language, |language| format(language, id, attribute, arguments.as_ref()))
}

/// Every message id of a language, in the order of the files; for tests over the registries of messages.
pub fn ids(language: Language) -> Vec<&'static str> {
    sources(language).iter().flat_map(|(_, source)| ids_in(source)).collect()
}

/// In FTL only a message begins with a letter in the first column: what continues one is indented.
fn ids_in(source: &'static str) -> impl Iterator<Item = &'static str> {
    source
        .lines()
        .filter(|line| line.starts_with(|letter: char| letter.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('=').map(|(id, _)| id.trim_end()))
}

fn with_fallback<T>(language: Language, find: impl Fn(Language) -> Option<T>) -> Option<T> {
    find(language).or_else(|| (language != Language::default()).then(|| find(Language::default())).flatten())
}

fn format(language: Language, id: &str, attribute: Option<&str>, args: Option<&FluentArgs<'_>>) -> Option<String> {
    let bundle = bundle(language);
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    // A missing argument is shown as `{$name}`; the list of such faults has no reader.
    let mut faults = Vec::new();
    Some(bundle.format_pattern(pattern, args, &mut faults).into_owned())
}

fn arguments<'a>(pairs: impl ExactSizeIterator<Item = (&'a str, &'a str)>) -> Option<FluentArgs<'a>> {
    (pairs.len() > 0).then(|| pairs.map(|(name, value)| (name, argument(value))).collect())
}

/// A number only when it would be shown exactly as it was written: `0180` is a code.
fn argument(value: &str) -> FluentValue<'_> {
    // 2^53 has sixteen digits: fifteen always fit the f64 that Fluent counts with.
    let digits = value.strip_prefix('-').unwrap_or(value);
    let canonical = (1..=15).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (!digits.starts_with('0') || value == "0");
    match value.parse::<i64>() {
        Ok(number) if canonical => FluentValue::from(number),
        _ => FluentValue::from(value),
    }
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(language: Language) -> &'static Bundle {
    static SV: LazyLock<Bundle> = LazyLock::new(|| build(Language::Sv).0);
    static EN: LazyLock<Bundle> = LazyLock::new(|| build(Language::En).0);
    match language {
        Language::Sv => &SV,
        Language::En => &EN,
    }
}

/// The bundle of a language, and what is wrong with its files (a test sees to it that nothing is).
fn build(language: Language) -> (Bundle, Vec<String>) {
    let mut faults = Vec::new();
    let identifier = language.tag().parse::<LanguageIdentifier>().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![identifier]);
    // The marks that isolate right-to-left text would end up in files and terminals that show them as boxes.
    bundle.set_use_isolating(false);
    let sources = sources(language).iter();
    #[cfg(test)]
    let sources = sources.chain(tests::EXAMPLES.iter().filter(|(tag, _)| *tag == language.tag()));
    for (file, source) in sources {
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, errors)| {
            faults.extend(errors.iter().map(|error| format!("{language}/{file}: {error}")));
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            faults.extend(errors.iter().map(|error| format!("{language}/{file}: {error}")));
        }
    }
    (bundle, faults)
}

/// The files of a language: name and text.
fn sources(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::Sv => &[
            ("cli.ftl", include_str!("../locales/sv/cli.ftl")),
            ("diagnostics.ftl", include_str!("../locales/sv/diagnostics.ftl")),
            ("site.ftl", include_str!("../locales/sv/site.ftl")),
            ("publish.ftl", include_str!("../locales/sv/publish.ftl")),
            ("report.ftl", include_str!("../locales/sv/report.ftl")),
        ],
        Language::En => &[
            ("cli.ftl", include_str!("../locales/en/cli.ftl")),
            ("diagnostics.ftl", include_str!("../locales/en/diagnostics.ftl")),
            ("site.ftl", include_str!("../locales/en/site.ftl")),
            ("publish.ftl", include_str!("../locales/en/publish.ftl")),
            ("report.ftl", include_str!("../locales/en/report.ftl")),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Messages for the tests of this module and of the diagnostics; not among the [`ids`].
    pub const EXAMPLES: &[(&str, &str)] = &[
        (
            "sv",
            "prov-nyckel = Nyckeln ”{ $nyckel }” finns inte
    .mark = menade du ”{ $menade }”?
    .why = En okänd nyckel läses aldrig.
    .help = Rätta stavningen
        eller ta bort raden.
prov-bara = Något är fel: { $text }
prov-svensk = bara svenska
    .help = gör så",
        ),
        (
            "en",
            "prov-nyckel = The key “{ $nyckel }” does not exist
    .mark = did you mean “{ $menade }”?
    .why = An unknown key is never read.
    .help = Correct the spelling
        or remove the line.
prov-bara = Something is wrong: { $text }",
        ),
    ];

    #[test]
    fn every_file_is_correct_and_no_id_stands_twice() {
        for language in Language::ALL {
            assert_eq!(build(language).1, Vec::<String>::new());
        }
    }

    #[test]
    fn the_ids_are_those_that_the_bundle_has() {
        for language in Language::ALL {
            let ids = ids(language);
            assert!(ids.contains(&"diagnostik-fel"));
            assert!(ids.iter().all(|id| bundle(language).has_message(id)), "{ids:?}");
        }
    }

    #[test]
    fn both_languages_have_the_same_messages_and_attributes() {
        let all = |language: Language| {
            let mut all: Vec<String> = Vec::new();
            for id in ids(language) {
                let message = bundle(language).get_message(id).unwrap();
                all.push(id.to_owned());
                all.extend(message.attributes().map(|attribute| format!("{id}.{}", attribute.id())));
            }
            all.sort();
            all
        };
        assert_eq!(all(Language::Sv), all(Language::En));
    }

    #[test]
    fn numbers_choose_the_plural() {
        let files =
            |language, number: &str| text(language, &Message::new("diagnostik-antal-filer").with("filer", number));
        assert_eq!(files(Language::Sv, "1"), "1 fil");
        assert_eq!(files(Language::Sv, "0"), "0 filer");
        assert_eq!(files(Language::En, "2"), "2 files");
        assert_eq!(files(Language::Sv, "1234567"), "1234567 filer");
    }

    #[test]
    fn what_is_not_a_plain_whole_number_is_shown_as_written() {
        for written in ["0180", "-0", "1.0", "12345678901234567890", "", "-", "1e3", "+1", "½", "9999999999999999"] {
            assert_eq!(
                lookup(Language::Sv, "diagnostik-antal-fel", &[("fel", written)]).unwrap(),
                format!("{written} fel")
            );
        }
    }

    #[test]
    fn arguments_get_no_isolation_marks() {
        assert_eq!(lookup(Language::Sv, "diagnostik-antal-fel", &[("fel", "å")]).as_deref(), Some("å fel"));
    }

    #[test]
    fn a_message_nobody_has_is_shown_as_its_id() {
        assert_eq!(text(Language::En, &Message::new("finns-inte")), "⟪finns-inte⟫");
        assert_eq!(lookup(Language::En, "finns-inte", &[]), None);
        assert_eq!(lookup(Language::Sv, "diagnostik-fel.help", &[]), None);
        assert_eq!(attribute(Language::En, &Message::new("diagnostik-fel"), "help"), None);
    }

    #[test]
    fn what_english_lacks_is_said_in_swedish() {
        let message = Message::new("prov-svensk");
        assert_eq!(text(Language::En, &message), "bara svenska");
        assert_eq!(attribute(Language::En, &message, "help").as_deref(), Some("gör så"));
        assert_eq!(lookup(Language::En, "prov-svensk.help", &[]).as_deref(), Some("gör så"));
    }

    #[test]
    fn a_language_is_written_as_its_tag() {
        for language in Language::ALL {
            assert_eq!(language.to_string().parse(), Ok(language));
        }
        assert_eq!("sv-SE".parse::<Language>(), Err(UnknownLanguage("sv-SE".into())));
        assert_eq!(UnknownLanguage("fi".into()).to_string(), "\"fi\": sv | en");
    }
}
