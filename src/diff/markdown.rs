//! The difference as one comment of a pull request, in GitHub's Markdown.

use super::outline::{Block, Part, Span};
use crate::i18n::{self, Language, Message};

/// What a comment on a difference begins with, unseen: a workflow finds the comment by it and writes in its place.
pub const MARKER: &str = "<!-- samverka-diff -->";

/// GitHub takes 65,536 characters. Counted in bytes, so that it holds whatever is counted.
pub const MOST: usize = 65_536;

/// Room that is kept for saying what was left out.
const RESERVE: usize = 600;

/// The report as a comment that begins with a marker. Parts that do not fit are shown without what is folded, and then left out; the end says so.
pub fn render(parts: &[Part], marker: &str, language: Language) -> String {
    let mut out = format!("{marker}\n");
    let (mut short, mut left_out) = (0_usize, 0_usize);
    for part in parts {
        let whole = blocks(&part.blocks);
        let fits = |text: &str| out.len() + text.len() + RESERVE <= MOST;
        if left_out == 0 && fits(&whole) {
            out.push_str(&whole);
            continue;
        }
        let unfolded: Vec<Block> =
            part.blocks.iter().filter(|block| !matches!(block, Block::Folded { .. })).cloned().collect();
        let whole = blocks(&unfolded);
        if left_out == 0 && fits(&whole) {
            out.push_str(&whole);
            short += 1;
        } else {
            left_out += 1;
        }
    }
    if short + left_out > 0 {
        let message =
            Message::new("andring-avkortad").with("korta", short.to_string()).with("utelamnade", left_out.to_string());
        out.push_str(&format!("\n**{}**\n", escape(&i18n::text(language, &message))));
    }
    out
}

fn blocks(all: &[Block]) -> String {
    let mut out = String::new();
    for block in all {
        match block {
            Block::Heading(level, text) => {
                out.push_str(&format!("\n{} {}\n", "#".repeat(usize::from(*level)), escape(text)));
            }
            Block::Paragraph(text) => out.push_str(&format!("\n{}\n", spans(text))),
            Block::List(items) => {
                out.push('\n');
                items.iter().for_each(|item| out.push_str(&format!("- {}\n", spans(item))));
            }
            Block::Folded { summary, blocks: inner } => {
                // Markdown is read again after an empty line inside the element.
                out.push_str(&format!("\n<details><summary>{}</summary>\n", html(summary)));
                out.push_str(&blocks(inner));
                out.push_str("\n</details>\n");
            }
        }
    }
    out
}

fn spans(spans: &[Span]) -> String {
    let written = spans.iter().map(|span| match span {
        Span::Text(text) => escape(text),
        Span::Strong(text) => format!("<strong>{}</strong>", escape(text)),
        Span::Code(text) => format!("<code>{}</code>", escape(text)),
        Span::Removed(text) => format!("<del>{}</del>", escape(text)),
        Span::Added(text) => format!("<ins>{}</ins>", escape(text)),
    });
    written.collect()
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Text as text: neither Markdown, HTML, a link, an image, a mention of somebody nor a reference to an issue.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut is_start = true;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // GitHub looks for names and numbers in the finished text: a comment between keeps them apart.
            '@' => out.push_str("@<!-- -->"),
            '#' => out.push_str("\\#<!-- -->"),
            // So that an address is no link: what it leads to was written by anybody.
            ':' if letters.peek() == Some(&'/') => out.push_str(":<!-- -->"),
            '.' if out.ends_with("www") => out.push_str("\\."),
            '\\' | '`' | '*' | '_' | '[' | ']' | '~' | '|' | '!' | '$' => {
                out.push('\\');
                out.push(letter);
            }
            '-' | '+' | '=' | '.' | ')' if is_start => {
                out.push('\\');
                out.push(letter);
            }
            '\n' | '\r' | '\t' => out.push(' '),
            letter if letter.is_control() => out.push('\u{fffd}'),
            letter => out.push(letter),
        }
        // `1.` and `1)` begin a list, too.
        is_start = is_start && (letter.is_ascii_digit() || letter == ' ');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown;

    fn part(title: &str, text: &str) -> Part {
        let blocks = vec![
            Block::Heading(4, title.into()),
            Block::Folded {
                summary: "Text <b>".into(),
                blocks: vec![Block::List(vec![vec![Span::Removed("a".into()), Span::Added(text.into())]])],
            },
        ];
        Part { blocks, page: None }
    }

    #[test]
    fn nothing_written_is_markdown_html_a_link_or_a_mention() {
        let text = "- [x](javascript:alert(1)) <script> @mona #12 www.x.se https://x.se `a` **b** ![i](u)\n# h";
        let out = render(&[part("1. <img src=x onerror=y> *a*", text)], MARKER, Language::Sv);
        assert!(out.starts_with(MARKER));
        for bad in ["<script", "<img", "@mona", "#12", "https://", "www.x", "\n# h"] {
            assert!(!out.contains(bad), "{bad} in {out}");
        }
        // As CommonMark the folded text has neither links, images nor emphasis.
        let inner = out.split("</summary>").nth(1).unwrap();
        let read = markdown::read(inner, 0);
        assert!(read.links.is_empty() && read.images.is_empty());
        assert!(out.contains("<details><summary>Text &lt;b&gt;</summary>\n\n- <del>a</del><ins>"));
    }

    #[test]
    fn a_comment_is_never_longer_than_github_takes_and_says_what_it_leaves_out() {
        let long = "ä* ".repeat(4000);
        let parts: Vec<Part> = (0..2000).map(|number| part(&format!("Sida {number}"), &long)).collect();
        let out = render(&parts, MARKER, Language::Sv);
        assert!(out.len() <= MOST, "{}", out.len());
        assert!(
            out.contains("Sida 0") && out.contains("utan detaljer") && out.contains("ryms inte"),
            "{}",
            &out[out.len() - 400..]
        );
        assert!(!render(&parts[..1], MARKER, Language::Sv).contains("ryms inte"));
    }
}
