//! The account as Markdown, for those who write on in a text editor or paste it into a document.

use std::fmt::Write;

use super::account::{Account, Block, Said};
use super::sections::Table;
use crate::render::Wording;

/// The whole account. Places for the editor's own words stand as quotations that begin with the same words as in the list.
pub(super) fn of(account: &Account, words: &Wording, is_demonstration: bool) -> String {
    let mut out = String::new();
    // Nothing that is written to memory fails.
    let _ = write(&mut out, account, words, is_demonstration);
    out
}

fn write(out: &mut String, account: &Account, words: &Wording, is_demonstration: bool) -> std::fmt::Result {
    let demonstration = |out: &mut String| match is_demonstration {
        true => writeln!(out, "> **{}**\n", escaped(words.get("report-demonstration"))),
        false => Ok(()),
    };
    demonstration(out)?;
    writeln!(out, "# {}\n", escaped(&account.title))?;
    let place = |number: usize| {
        let number_text = number.to_string();
        let mark = words.with("account-place", &[("number", &number_text)]);
        format!("**{}** {}", escaped(&mark), escaped(&account.places[number - 1]))
    };
    if !account.places.is_empty() {
        writeln!(out, "> **{}**\n>", escaped(&words.count("account-left", account.places.len())))?;
        for number in 1..=account.places.len() {
            writeln!(out, "> - {}", place(number))?;
        }
        writeln!(out)?;
    }
    for (label, said) in &account.facts {
        match said {
            Said::Text(text) => writeln!(out, "- **{}:** {}", escaped(label), escaped(text))?,
            Said::Place(number) => writeln!(out, "- **{}:** {}", escaped(label), place(*number))?,
        }
    }
    for section in &account.sections {
        writeln!(out, "\n## {}\n", escaped(&section.heading))?;
        for (at, block) in section.blocks.iter().enumerate() {
            if at > 0 {
                writeln!(out)?;
            }
            match block {
                Block::Text(text) => writeln!(out, "{}", escaped(text))?,
                Block::List(items) => items.iter().try_for_each(|item| writeln!(out, "- {}", escaped(item)))?,
                Block::Table(table) => write_table(out, table)?,
                Block::Place(number) => writeln!(out, "> {}", place(*number))?,
            }
        }
    }
    writeln!(out)?;
    demonstration(out)
}

fn write_table(out: &mut String, table: &Table) -> std::fmt::Result {
    let row = |cells: &[String]| cells.iter().map(|cell| escaped(cell)).collect::<Vec<_>>().join(" | ");
    writeln!(out, "| {} |", row(&table.head))?;
    let lines = (0..table.head.len()).map(|column| if column < table.words { "---" } else { "---:" });
    writeln!(out, "| {} |", lines.collect::<Vec<_>>().join(" | "))?;
    table.rows.iter().try_for_each(|cells| writeln!(out, "| {} |", row(cells)))
}

/// Text that means nothing in Markdown or HTML, on one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, sign) in text.trim().chars().enumerate() {
        match sign {
            '\n' | '\r' | '\t' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' | '>' => out.extend(['\\', sign]),
            // A list, only at the beginning.
            '+' | '-' if at == 0 => out.extend(['\\', sign]),
            _ => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Tag, TagEnd};

    use super::*;

    #[test]
    fn nothing_of_a_text_is_markup() {
        let text = "# a | <b> [x](javascript:1) `c` *d*\n- e & ![f](g)";
        let mut read = String::new();
        for event in pulldown_cmark::Parser::new(&escaped(text)) {
            match event {
                Event::Text(text) => read.push_str(&text),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(read, text.replace('\n', " "));
    }
}
