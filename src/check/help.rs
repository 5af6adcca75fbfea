//! What a rule says of itself: its documentation comment, as editors read it on the site, in the terminal and in reports.
//!
//! The comments are Swedish Markdown, for those who write content read them. There is no other copy of the words.

use super::{RULES, Rule};
use crate::diagnostic::RuleText;
use crate::words::nearest;

impl Rule {
    /// What is wrong, in a few words: the first line, without its sign.
    pub fn title(&self) -> &'static str {
        self.help.first().map_or("", |line| line.trim_start().trim_start_matches('#').trim())
    }

    /// The rest of the help page, in Markdown.
    pub fn markdown(&self) -> String {
        // A comment's lines begin with the space after its slashes.
        let lines = self.help.iter().skip(1).map(|line| line.strip_prefix(' ').unwrap_or(line));
        lines.collect::<Vec<_>>().join("\n").trim().to_owned()
    }

    /// The rule with an id.
    pub fn with_id(id: &str) -> Option<&'static Rule> {
        RULES.iter().copied().find(|rule| rule.id == id)
    }

    /// The ids that look most like what was written.
    pub fn nearest(written: &str) -> Vec<&'static str> {
        nearest(written, RULES.iter().map(|rule| rule.id), 3)
    }
}

/// Every rule with its help, in the order of [`RULES`].
pub fn rule_texts() -> Vec<RuleText> {
    let text = |rule: &&'static Rule| RuleText {
        id: rule.id,
        severity: rule.severity,
        title: rule.title(),
        markdown: rule.markdown(),
    };
    RULES.iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown;

    #[test]
    fn every_rule_says_what_is_wrong_why_and_what_is_right() {
        for rule in RULES {
            let (title, text) = (rule.title(), rule.markdown());
            assert!(!title.is_empty() && !title.ends_with('.') && title.chars().count() <= 60, "{}: {title}", rule.id);
            assert!(text.contains("Rätt: "), "{} does not say what is right", rule.id);
            assert!(text.chars().count() >= 120, "{} says too little", rule.id);
            assert!(!text.starts_with('#'), "{}", rule.id);
        }
    }

    /// The words are shown as they are meant: no sign of Markdown is left as text, and no tag is written outside code.
    #[test]
    fn every_help_is_sound_markdown() {
        for rule in RULES {
            let body = markdown::read(&rule.markdown(), 0);
            assert_eq!((body.raw_html, body.missed), (Vec::new(), Vec::new()), "{}", rule.id);
            assert!(body.links.is_empty() && body.images.is_empty() && body.citations.is_empty(), "{}", rule.id);
        }
    }

    #[test]
    fn the_nearest_rules_are_found_by_what_was_written() {
        assert_eq!(Rule::nearest("okand-nykel").first(), Some(&"okand-nyckel"));
        assert!(Rule::with_id("okand-nyckel").is_some() && Rule::with_id("okand").is_none());
    }
}
