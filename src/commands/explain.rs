//! `samverka explain`: what a rule means, or every rule by its title.

use std::io::Write;

use super::{Console, Failure, Outcome};
use crate::check::{RULES, Rule};
use crate::cli::Explain;
use crate::diagnostic::Severity;
use crate::i18n::{self, Message};

pub fn run(typed: &Explain, console: &Console) -> Result<Outcome, Failure> {
    let text = match &typed.rule {
        Some(id) => explain(id.trim(), console)?,
        None => list(),
    };
    // A reader that has gone away is no fault.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(Outcome::Done)
}

fn explain(id: &str, console: &Console) -> Result<String, Failure> {
    let Some(rule) = Rule::with_id(id) else {
        let nearest = Rule::nearest(id);
        let message = Message::new("regel-okand").with("regel", id).with("antal", nearest.len().to_string());
        return Err(message.with("forslag", nearest.join(", ")).into());
    };
    let severity = match rule.severity {
        Severity::Error => "regel-fel",
        Severity::Warning => "regel-varning",
        Severity::Advice => "regel-rad",
    };
    let severity = i18n::text(console.language, &Message::new(severity));
    Ok(format!("{} [{}]\n{severity}\n\n{}\n", rule.title(), rule.id, rule.markdown()))
}

/// One rule on a line: id and title.
fn list() -> String {
    let width = RULES.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let mut rules: Vec<&Rule> = RULES.to_vec();
    rules.sort_by_key(|rule| rule.id);
    rules.iter().map(|rule| format!("{:width$}  {}\n", rule.id, rule.title())).collect()
}
