//! The words of a command line: its help in a language, and what was wrong with it.

use clap::Command;
use clap::builder::styling::Styles;
use clap::error::{ContextKind, ErrorKind};

use crate::i18n::{self, Language, Message, lookup};

/// What was wrong with the command line, in words of the language; none for a request for help or the version, which
/// clap shows by itself.
pub fn explain(error: &clap::Error, language: Language) -> Option<String> {
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => Message::new("rad-kommando")
            .with("ord", context(ContextKind::InvalidSubcommand))
            .with("antal", usize::from(error.get(ContextKind::SuggestedSubcommand).is_some()).to_string())
            .with("forslag", context(ContextKind::SuggestedSubcommand)),
        ErrorKind::UnknownArgument => Message::new("rad-okant")
            .with("ord", context(ContextKind::InvalidArg))
            .with("antal", usize::from(error.get(ContextKind::SuggestedArg).is_some()).to_string())
            .with("forslag", context(ContextKind::SuggestedArg))
            // clap has seen that it may have been meant as a value.
            .with("bindestreck", usize::from(context(ContextKind::Suggested).contains("-- ")).to_string()),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if context(ContextKind::InvalidValue).is_empty() => {
            Message::new("rad-tomt").with("ord", context(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Message::new("rad-varde")
            .with("ord", context(ContextKind::InvalidArg))
            .with("varde", context(ContextKind::InvalidValue)),
        ErrorKind::MissingRequiredArgument => Message::new("rad-saknas").with("ord", context(ContextKind::InvalidArg)),
        ErrorKind::ArgumentConflict => Message::new("rad-krock")
            .with("ord", context(ContextKind::InvalidArg))
            .with("annat", context(ContextKind::PriorArg)),
        _ => return None,
    };
    let word = i18n::text(language, &Message::new("fel"));
    let help = i18n::attribute(language, &message, "help").unwrap_or_default();
    Some(format!("{word}: {}\n  {help}\n", i18n::text(language, &message)))
}

/// The help of an argument, and what holds when it is left out: clap's own words for that are English.
fn with_default(argument: &clap::Arg, help: String, language: Language) -> String {
    match argument.get_default_values() {
        [default] if argument.get_action().takes_values() => {
            let default = default.to_string_lossy();
            lookup(language, "hjalp-annars", &[("hjalp", &help), ("varde", &default)]).unwrap_or(help)
        }
        _ => help,
    }
}

/// `samverka new [VAL] <…> <TITEL>`, where clap would say `[OPTIONS]`.
fn usage(command: &Command, name: &str, options: &str, subcommand: &str) -> String {
    let mut usage = if name == "samverka" { name.to_owned() } else { format!("samverka {name}") };
    usage.push_str(&format!(" [{options}]"));
    for argument in command.get_positionals() {
        let value = argument.get_value_names().and_then(|names| names.first());
        usage.push_str(&format!(" <{}>", value.map_or_else(|| argument.get_id().as_str(), |name| name.as_str())));
    }
    if command.has_subcommands() {
        usage.push_str(&format!(" <{subcommand}>"));
    }
    usage
}

/// Puts the words of a language into every command and argument.
pub(super) fn localized(command: Command, language: Language) -> Command {
    let text = move |id: &str| lookup(language, id, &[]).unwrap_or_default();
    let words = move |command: Command, name: &str| {
        let prefix = format!("hjalp-{name}");
        let template =
            format!("{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", text("hjalp-anvandning"));
        let arguments: Vec<_> = command.get_arguments().map(|a| a.get_id().to_string()).collect();
        let mut command = command
            .about(text(&prefix))
            .after_help(text(&format!("{prefix}-exempel")))
            .help_template(template)
            .styles(Styles::plain())
            .disable_help_flag(true)
            .arg(
                clap::Arg::new("help").short('h').long("help").action(clap::ArgAction::Help).help(text("hjalp-hjalp")),
            );
        for id in arguments {
            let own = lookup(language, &format!("{prefix}-{}", id.replace('_', "-")), &[]);
            let help = own.or_else(|| lookup(language, &format!("hjalp-{}", id.replace('_', "-")), &[]));
            command = command.mut_arg(id, |arg| {
                let help = with_default(&arg, help.unwrap_or_default(), language);
                let heading = if arg.is_positional() { "hjalp-rubrik-argument" } else { "hjalp-rubrik-val" };
                let value = arg.get_value_names().and_then(|names| names.first()).map(|name| name.to_lowercase());
                let value = value.and_then(|name| lookup(language, &format!("hjalp-varde-{name}"), &[]));
                let takes_value = arg.get_action().takes_values();
                let arg = arg.help(help).help_heading(text(heading));
                let arg = if takes_value { arg.hide_default_value(true) } else { arg };
                match value {
                    Some(value) if takes_value => arg.value_name(value),
                    _ => arg,
                }
            });
        }
        let usage = usage(&command, name, &text("hjalp-val"), &text("hjalp-kommando"));
        command = command.override_usage(usage);
        command.mut_arg("help", |arg| arg.help_heading(text("hjalp-rubrik-val")))
    };
    let mut command = words(command, "samverka")
        .subcommand_help_heading(text("hjalp-rubrik-kommandon"))
        .subcommand_value_name(text("hjalp-kommando"))
        .disable_version_flag(true)
        .arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .action(clap::ArgAction::Version)
                .help(text("hjalp-version"))
                .help_heading(text("hjalp-rubrik-val")),
        );
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in &names {
        command = command.mut_subcommand(name, |sub| words(sub, name));
    }
    command
}
