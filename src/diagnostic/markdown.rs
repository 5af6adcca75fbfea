//! Diagnostics as a comment on a pull request: the summary, and a table for each file.
//!
//! The first line is a mark that nobody sees, by which a later run finds its comment and writes it anew. Nothing from a
//! file can become markup, mention somebody or link to anything.

use std::fmt::Write as _;

use super::{Finding, Report, Severity, visible};

/// The line by which a program finds the comment that it wrote before.
pub const MARK: &str = "<!-- samverka check -->";

/// In characters; GitHub takes 65,536 in a comment.
const LONGEST: usize = 60_000;

/// Stands after a sign that would begin a mention or a link: takes no room, and divides it from what follows.
const DIVIDER: char = '\u{200B}';

/// The comment; ends with a line break. Advice is folded below the faults.
pub fn render(report: &Report<'_>) -> String {
    let out = format!("{MARK}\n### {}\n\n{}\n", report.word("diagnostik-rubrik"), escaped(&report.summary()));
    let is_advice = |finding: &Finding<'_>| finding.severity == Severity::Advice;
    let (advice, faults): (Vec<_>, Vec<_>) = report.findings().partition(is_advice);
    let mut tables = Tables::new(report, out);
    let mut left = faults.len() - tables.write(&faults);
    if let Some(counted) = report.advice_counted().filter(|_| left == 0) {
        tables.push(&format!("\n<details>\n<summary>{}</summary>\n", escaped_html(&counted)));
        left = advice.len() - tables.write(&advice);
        tables.push("\n</details>\n");
    } else {
        left += advice.len();
    }
    let mut out = tables.out;
    if left > 0 {
        let _ = writeln!(out, "\n{}", escaped(&report.counted("diagnostik-fler", left)));
    }
    out
}

/// A table for each file, as far as there is room.
struct Tables<'a> {
    report: &'a Report<'a>,
    out: String,
    /// In characters.
    length: usize,
    head: String,
    words: [String; 3],
}

impl<'a> Tables<'a> {
    fn new(report: &'a Report<'a>, out: String) -> Tables<'a> {
        let head = format!(
            "| {} | {} | {} |\n| ---: | --- | --- |\n",
            report.word("diagnostik-rad"),
            report.word("diagnostik-vad"),
            report.word("diagnostik-rad-atgard")
        );
        let words = ["diagnostik-fel", "diagnostik-varning", "diagnostik-ett-rad"].map(|id| report.word(id));
        Tables { report, length: out.chars().count(), out, head, words }
    }

    fn push(&mut self, text: &str) {
        self.length += text.chars().count();
        self.out.push_str(text);
    }

    /// How many findings there was room for.
    fn write(&mut self, findings: &[Finding<'_>]) -> usize {
        let mut shown = 0;
        for file in findings.chunk_by(|one, other| one.path == other.path) {
            let mut heading = format!("\n#### {}\n\n{}", code(&self.report.path_below_root(&file[0])), self.head);
            for finding in file {
                let row = row(finding, &self.words);
                if self.length + heading.chars().count() + row.chars().count() > LONGEST {
                    return shown;
                }
                self.push(&std::mem::take(&mut heading));
                self.push(&row);
                shown += 1;
            }
        }
        shown
    }
}

/// Our own words inside an HTML element, where Markdown is not read.
fn escaped_html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn row(finding: &Finding<'_>, words: &[String; 3]) -> String {
    let line = finding.location.as_ref().map_or_else(String::new, |location| location.start.line.to_string());
    let word = match finding.severity {
        Severity::Error => &words[0],
        Severity::Warning => &words[1],
        Severity::Advice => &words[2],
    };
    let rule = match &finding.link {
        Some(link) => format!("[{}](<{}>)", escaped(finding.rule), address(link)),
        None => code(finding.rule),
    };
    let why = finding.why.as_deref().map(|why| format!(" {}", escaped(why))).unwrap_or_default();
    let help = finding.help.as_deref().map(escaped).unwrap_or_default();
    format!("| {line} | **{}** {}{why} ({rule}) | {help} |\n", escaped(word), escaped(&finding.message))
}

/// Text that stays text in a cell of a table: what Markdown or HTML would read is escaped, what steers a terminal is made
/// visible, and names after `@` and `#` are divided from their sign, for GitHub looks for those after the Markdown is read.
fn escaped(text: &str) -> String {
    let line = visible::line(&text.replace('\n', " "));
    let mut out = String::with_capacity(line.len());
    let mut letters = line.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '^' | '!' | '$' | '{' | '}' | '#' | '@' | ':' => {
                out.push('\\');
                out.push(letter);
            }
            letter => out.push(letter),
        }
        let divides = match letter {
            '@' | '#' | ':' => letters.peek().is_some_and(|(_, next)| !next.is_whitespace()),
            '.' => line[..at].to_ascii_lowercase().ends_with("www"),
            _ => false,
        };
        if divides {
            out.push(DIVIDER);
        }
    }
    out
}

/// A name between backticks, as many as it takes.
fn code(text: &str) -> String {
    let line = visible::line(text);
    let longest = line.split(|letter| letter != '`').map(str::len).max().unwrap_or(0);
    let ticks = "`".repeat(longest + 1);
    let space = if longest > 0 { " " } else { "" };
    format!("{ticks}{space}{line}{space}{ticks}")
}

/// An address of the site for `<…>`.
fn address(link: &str) -> String {
    link.chars().filter(|letter| !matches!(letter, '<' | '>' | '|' | '\\') && !letter.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    /// The text of a cell, or what it became beside text.
    fn read(cell: &str) -> Result<String, String> {
        let markdown = format!("| a | b |\n| --- | --- |\n| {cell} | x |\n");
        let mut text = String::new();
        let mut cells = 0;
        for event in Parser::new_ext(&markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Start(Tag::TableCell) => cells += 1,
                Event::Text(part) if cells == 3 => text.push_str(&part),
                Event::Text(_) | Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow) => {}
                Event::End(TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell) => {}
                other => return Err(format!("{other:?}")),
            }
        }
        if cells == 4 { Ok(text) } else { Err(format!("{cells} cells")) }
    }

    fn plain(text: &str) -> String {
        visible::line(&text.replace('\n', " ")).trim().to_owned()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_stays_text(text in prop_oneof![
            any::<String>(),
            "[ a-c|`*_~<>\\[\\]()#@:!&;$\\\\\"'=+.-]{0,40}",
        ]) {
            let read = read(&escaped(&text)).map(|read| read.replace(DIVIDER, "").trim().to_owned());
            prop_assert_eq!(read, Ok(plain(&text)));
        }
    }

    #[test]
    fn nobody_is_mentioned_and_nothing_linked() {
        let text = escaped("@redaktion #12 https://x.example www.x.example a@b.example <b>|`x`");
        for sign in ["@redaktion", "#12", "://", "www.x", "@b", "<b>"] {
            assert!(!text.contains(sign), "{sign} in {text}");
        }
    }

    #[test]
    fn advice_is_folded_below_the_faults_and_closed() {
        use crate::diagnostic::{Diagnostic, Place, Sources};
        use crate::i18n::{Language, Message};
        struct Nothing;
        impl Sources for Nothing {
            fn text(&self, _: &str) -> Option<&str> {
                None
            }
        }
        let of = |severity, file: &str| {
            Diagnostic::new("prov", severity, Place::file(file), Message::new("intetsagande-lank-tom"))
        };
        let mut diagnostics = vec![of(Severity::Advice, "a.md"), of(Severity::Error, "b.md")];
        let rendered = |diagnostics: &[Diagnostic]| render(&Report::new(diagnostics, &Nothing, 2, Language::Sv));
        let text = rendered(&diagnostics);
        let places =
            ["b.md", "<details>\n<summary>Ett råd", "a.md", "**råd**", "</details>"].map(|part| text.find(part));
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{text}");
        // What does not fit is left out inside the fold.
        diagnostics.extend((0..2000).map(|number| of(Severity::Advice, &format!("c{number}.md"))));
        let text = rendered(&diagnostics);
        assert!(text.chars().count() < 65_000 && text.contains("</details>\n\n"), "{}", text.len());
    }

    #[test]
    fn a_name_with_backticks_stays_one_name() {
        assert_eq!(code("a``b"), "``` a``b ```");
        assert_eq!(code("a.md"), "`a.md`");
    }
}
