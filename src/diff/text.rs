//! The difference for a terminal: `[-bort-]` and `{+nytt+}`, coloured where colour is shown.

use super::outline::{Block, Part, Span};
use crate::diagnostic::visible_line;

/// The report as text; ends with a line break. Nothing from a file reaches the terminal as a control character.
pub fn render(parts: &[Part], color: bool) -> String {
    let mut out = String::new();
    for part in parts {
        blocks(&mut out, &part.blocks, 0, color);
    }
    out
}

fn blocks(out: &mut String, all: &[Block], indent: usize, color: bool) {
    let margin = " ".repeat(indent);
    for block in all {
        match block {
            Block::Heading(level, text) => {
                let line = visible_line(text);
                if !out.is_empty() {
                    out.push('\n');
                }
                out.push_str(&format!("{margin}{line}\n"));
                if let Some(rule) = [(2, '='), (3, '-')].iter().find(|(of, _)| of == level).map(|(_, rule)| rule) {
                    out.push_str(&format!("{margin}{}\n", rule.to_string().repeat(line.chars().count())));
                }
            }
            Block::Paragraph(text) => out.push_str(&format!("{margin}{}\n", spans(text, color))),
            Block::List(items) => {
                items.iter().for_each(|item| out.push_str(&format!("{margin}  * {}\n", spans(item, color))));
            }
            Block::Folded { summary, blocks: inner } => {
                out.push_str(&format!("{margin}{}\n", visible_line(summary)));
                blocks(out, inner, indent + 2, color);
            }
        }
    }
}

fn spans(spans: &[Span], color: bool) -> String {
    let paint = |code: &str, text: String| if color { format!("\x1b[{code}m{text}\x1b[0m") } else { text };
    let shown = spans.iter().map(|span| match span {
        Span::Text(text) => {
            // What leads from one run to the next keeps its spaces.
            let end = &text[text.trim_end().len()..];
            format!("{}{}", visible_line(text), visible_line(&format!("{end}x")).trim_end_matches('x'))
        }
        Span::Code(text) => visible_line(text),
        Span::Strong(text) => paint("1", visible_line(text)),
        Span::Removed(text) => paint("31", format!("[-{}-]", visible_line(text))),
        Span::Added(text) => paint("32", format!("{{+{}+}}", visible_line(text))),
    });
    shown.collect::<String>().trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_is_marked_and_nothing_steers_the_terminal() {
        let item = vec![
            Span::Strong("Titel".into()),
            Span::Text(": ".into()),
            Span::Removed("a\x1b[31m".into()),
            Span::Text(" → ".into()),
            Span::Added("b".into()),
        ];
        let part = Part { blocks: vec![Block::Heading(2, "Å".into()), Block::List(vec![item])], page: None };
        assert_eq!(render(std::slice::from_ref(&part), false), "Å\n=\n  * Titel: [-a␛[31m-] → {+b+}\n");
        assert!(render(&[part], true).contains("\x1b[32m{+b+}\x1b[0m"));
    }
}
