//! From events to the text that a reader sees, without its form: what search looks through.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::anchor::Anchors;
use super::citation::{Part, Run};
use super::walk::{Step, tame, visible, walk};

/// What stands between the cells of a table's row.
const BETWEEN_CELLS: &str = " · ";

/// A heading of any level and the text up to the next.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlainSection {
    /// 1 to 6; 0 for the text before the first heading.
    pub level: u8,
    /// As [`super::Heading::text`].
    pub heading: String,
    /// As [`super::Heading::id`].
    pub anchor: String,
    /// Every block ends with `\n`: paragraphs, items of lists, rows of tables.
    pub text: String,
}

/// Body as plain text. The first section, possibly empty, is what stands before the first heading. Citations of the numbers
/// for which `is_source` holds are left out.
pub fn plain(body: &str, is_source: &dyn Fn(u32) -> bool) -> Vec<PlainSection> {
    let source = tame(body);
    let mut writer = Writer {
        source: &source,
        is_source,
        sections: vec![PlainSection { text: String::with_capacity(source.len().min(1024)), ..PlainSection::default() }],
        anchors: Anchors::default(),
        run: Run::default(),
        heading: None,
        code: false,
        links: 0,
        images: 0,
    };
    for step in walk(&source) {
        writer.step(step);
    }
    writer.flush();
    writer.end_line();
    writer.sections
}

struct Writer<'s> {
    source: &'s str,
    is_source: &'s dyn Fn(u32) -> bool,
    sections: Vec<PlainSection>,
    anchors: Anchors,
    /// Text in which citations may stand, not yet written.
    run: Run,
    /// Text of the open heading.
    heading: Option<String>,
    code: bool,
    links: usize,
    images: usize,
}

impl Writer<'_> {
    fn step(&mut self, step: Step<'_>) {
        if let Some(text) = visible(&step.event) {
            let may_cite = !self.code && self.links == 0 && self.images == 0;
            match (&mut self.heading, &step.event) {
                (Some(heading), _) => heading.push_str(text),
                (None, Event::Text(_)) if may_cite => self.run.push(text, step.range, self.source),
                (None, Event::SoftBreak) if may_cite => self.run.push_break(step.range.start),
                _ => {
                    self.flush();
                    push(self.text(), text);
                }
            }
            return;
        }
        self.flush();
        match step.event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag, step.shown),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { .. } => {
                self.end_line();
                self.heading = Some(String::new());
            }
            Tag::Link { .. } => self.links += 1,
            Tag::Image { .. } => self.images += 1,
            Tag::TableCell => {
                let text = self.text();
                if !text.is_empty() && !text.ends_with('\n') && !text.ends_with(BETWEEN_CELLS) {
                    text.push_str(BETWEEN_CELLS);
                }
            }
            Tag::CodeBlock(_) => {
                self.end_line();
                self.code = true;
            }
            Tag::Emphasis | Tag::Strong => {}
            _ => self.end_line(),
        }
    }

    fn end(&mut self, tag: TagEnd, shown: bool) {
        match tag {
            TagEnd::Heading(level) => self.end_heading(level as u8, shown),
            TagEnd::Link => self.links = self.links.saturating_sub(1),
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::TableHead | TagEnd::TableRow => {
                let text = self.text();
                let end = text.strip_suffix(BETWEEN_CELLS).map_or(text.len(), str::len);
                text.truncate(end);
                self.end_line();
            }
            TagEnd::CodeBlock => {
                self.code = false;
                self.end_line();
            }
            TagEnd::TableCell | TagEnd::Emphasis | TagEnd::Strong => {}
            _ => self.end_line(),
        }
    }

    fn end_heading(&mut self, level: u8, shown: bool) {
        let Some(mut heading) = self.heading.take() else { return };
        heading.truncate(heading.trim_end().len());
        let anchor = self.anchors.assign(&heading);
        if shown {
            self.sections.push(PlainSection { level, heading, anchor, text: String::new() });
        } else {
            push(self.text(), &heading);
            self.end_line();
        }
    }

    fn flush(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let Writer { run, sections, is_source, .. } = self;
        let Some(PlainSection { text: out, .. }) = sections.last_mut() else { return };
        run.parts(|part| match part {
            Part::Text(text) => push(out, text),
            Part::Mark(mark) => {
                let mut cites = false;
                mark.tokens(|_, number| cites |= number.is_some_and(|(number, _)| is_source(number)));
                if cites {
                    out.truncate(out.trim_end_matches(' ').len());
                } else {
                    push(out, mark.text());
                }
            }
        });
        run.clear();
    }

    /// The text at hand. There is always a section: the one before the first heading.
    fn text(&mut self) -> &mut String {
        let last = self.sections.len() - 1;
        &mut self.sections[last].text
    }

    fn end_line(&mut self) {
        let text = self.text();
        text.truncate(text.trim_end_matches(' ').len());
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
    }
}

/// Writes text in one line, with single spaces.
fn push(out: &mut String, text: &str) {
    let begins_line = out.is_empty() || out.ends_with([' ', '\n']);
    let bytes = text.as_bytes();
    // Nearly all text is written so already.
    let is_plain = !bytes.iter().any(|byte| *byte < b' ') && !bytes.windows(2).any(|pair| pair == b"  ");
    if is_plain {
        out.push_str(if begins_line { text.strip_prefix(' ').unwrap_or(text) } else { text });
        return;
    }
    for c in text.chars() {
        if !c.is_ascii_whitespace() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with([' ', '\n']) {
            out.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(body: &str) -> Vec<(String, String, String)> {
        let sections = plain(body, &|number| number < 9).into_iter();
        sections.map(|section| (section.heading, section.anchor, section.text)).collect()
    }

    fn text(body: &str) -> String {
        texts(body).remove(0).2
    }

    #[test]
    fn blocks_are_lines_and_headings_of_every_level_begin_sections() {
        let body =
            "Först\nhär.\n\n## Vem gör vad?\n\n- Ett\n- Två\n  - Två a\n\n### Vem gör vad?\n\n> Citat\n\n    kod\n";
        let expected = [
            ("", "", "Först här.\n"),
            ("Vem gör vad?", "vem-gor-vad", "Ett\nTvå\nTvå a\n"),
            ("Vem gör vad?", "vem-gor-vad-2", "Citat\nkod\n"),
        ];
        let expected = expected.map(|(heading, anchor, text)| (heading.to_owned(), anchor.to_owned(), text.to_owned()));
        assert_eq!(texts(body), expected);
    }

    #[test]
    fn citations_are_left_out_with_the_space_before_them() {
        assert_eq!(text("Team möts [1, 3]. Ofta [2][4]: ja [9] och \\[1].\n"), "Team möts. Ofta: ja [9] och [1].\n");
        assert_eq!(text("Se [1](https://x.se/) och `[1]`.\n"), "Se 1 och [1].\n");
    }

    #[test]
    fn tables_links_and_pictures_are_text() {
        assert_eq!(
            text("| A | B | C |\n| --- | --- | --- |\n| *1* |  | [2](/x/) |\n| 3 | | |\n"),
            "A · B · C\n1 · 2\n3\n"
        );
        assert_eq!(
            text("Text ![Ett **hus**](x.svg) <b>rå</b> &amp; **fet**text\\\nny\n"),
            "Text Ett hus <b>rå</b> & fettext ny\n"
        );
    }

    #[test]
    fn headings_have_the_anchors_of_the_page() {
        let body = "# A\n\n## A [1]\n\n> ## Källa 1\n\n- ## Å *ä* `ö`\n\n## ![bild](x.svg)\n\ntext\n===\n";
        let read: Vec<(String, String)> =
            super::super::read(body, 0).headings.into_iter().map(|heading| (heading.text, heading.id)).collect();
        let plain: Vec<(String, String)> = texts(body).into_iter().skip(1).map(|(text, id, _)| (text, id)).collect();
        assert_eq!(plain, read);
    }
}
