//! Diagnostics for people: the place, the line with the marked text, the reason and the remedy.
//!
//! ```text
//! fel[okand-nyckel]: Nyckeln "malgruper" finns inte
//!  --> exempel/gemensam-start.md:4:1
//!   |
//! 4 | malgruper: [langvarigt-bistand]
//!   | ^^^^^^^^^ menade du "malgrupper"?
//!   |
//!   = gör så här: Rätta stavningen eller ta bort raden.
//!   = läs mer: https://samverka.example/redigera/regler/okand-nyckel/
//!
//! 1 fel i 1 fil.
//! ```
//!
//! Nothing from a file or a message reaches the terminal as a control character.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DEFAULT_LINE_NUM_STYLE};

use super::{Finding, Report, Severity, snippet::Excerpt, visible};

/// Every diagnostic in the order of the report, and a summary; ends with a line break. Advice comes first, so that what must be
/// mended stands nearest to where one goes on writing.
pub fn render(report: &Report<'_>, color: bool) -> String {
    let renderer = if color { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
    // The excerpt is already cut around the mark.
    let renderer = renderer.term_width(usize::MAX / 4);
    let words = Words {
        error: report.word("diagnostik-fel"),
        warning: report.word("diagnostik-varning"),
        advice: report.word("diagnostik-ett-rad"),
        why: report.word("diagnostik-varfor"),
        help: report.word("diagnostik-atgard"),
        more: report.word("diagnostik-las-mer"),
    };
    let mut out = String::new();
    let is_advice = |(finding, _): &(Finding<'_>, _)| finding.severity == Severity::Advice;
    let (advice, faults): (Vec<_>, Vec<_>) = report.excerpts().partition(is_advice);
    for (finding, excerpt) in advice.into_iter().chain(faults) {
        let place = place(&finding, excerpt.as_ref(), color);
        let drawn = renderer.render(&[group(&finding, excerpt, &words)]);
        let (title, rest) = drawn.split_once('\n').unwrap_or((&drawn, ""));
        for line in [title, &place].into_iter().chain(rest.lines()) {
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out.push('\n');
    }
    out.push_str(&report.summary());
    out.push('\n');
    out
}

/// The words that annotate-snippets would say in English.
struct Words {
    error: String,
    warning: String,
    advice: String,
    why: String,
    help: String,
    more: String,
}

/// The line ` --> path:line:column`, aligned with the line numbers below it.
///
/// annotate-snippets would count the column in the excerpt, where lines are cut and tabs are spaces.
fn place(finding: &Finding<'_>, excerpt: Option<&Excerpt>, color: bool) -> String {
    let margin = excerpt.map_or(0, |excerpt| excerpt.last_line().to_string().len());
    let (on, off) = if color {
        (DEFAULT_LINE_NUM_STYLE.render().to_string(), DEFAULT_LINE_NUM_STYLE.render_reset().to_string())
    } else {
        (String::new(), String::new())
    };
    let mut line = format!("{:margin$}{on}--> {off}{}", "", visible::line(&finding.path));
    if let Some(location) = &finding.location {
        // Writing to a String cannot fail.
        let _ = write!(line, ":{}:{}", location.start.line, location.start.column);
    }
    line
}

/// One diagnostic without its place. Its title is one line.
fn group<'a>(finding: &Finding<'_>, excerpt: Option<Excerpt>, words: &'a Words) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR.with_name(words.error.as_str()),
        Severity::Warning => Level::WARNING.with_name(words.warning.as_str()),
        Severity::Advice => Level::INFO.with_name(words.advice.as_str()),
    };
    let mut group = Group::with_title(level.primary_title(visible::line(&finding.message)).id(finding.rule));
    if let Some(excerpt) = excerpt {
        let mark = AnnotationKind::Primary.span(excerpt.mark).label(finding.mark.as_deref().map(visible::line));
        group = group.element(Snippet::source(excerpt.text).line_start(excerpt.first_line).annotation(mark));
    }
    let note = |level: Level<'a>, name: &'a str, text: &str| level.with_name(name).message(visible::paragraph(text));
    let why = finding.why.as_deref().map(|text| note(Level::NOTE, &words.why, text));
    let help = finding.help.as_deref().map(|text| note(Level::HELP, &words.help, text));
    let more = finding.link.as_deref().map(|text| note(Level::INFO, &words.more, text));
    group.elements(why).elements(help).elements(more)
}
