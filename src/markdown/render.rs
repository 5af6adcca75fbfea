//! From events to HTML.
//!
//! Tags are written from literals of this folder; everything else passes through [`super::escape`].

mod media;

use std::fmt::Write;

use pulldown_cmark::{Alignment, Event, HeadingLevel, Tag, TagEnd};

use super::anchor::{Anchors, SOURCE};
use super::citation::{Mark, Part, Run};
use super::escape::push_text;
use super::walk::{Step, tame, visible, walk};
use super::{Label, Page, Rendered, RenderedSection, Span};
use media::{Credits, OpenImage};

/// Body as HTML, section by section. Nothing of the input is emitted unescaped; raw HTML becomes visible text.
///
/// Emitted are the elements p, h1 to h6, ul, ol, li, blockquote, pre, code, em, strong, small, a, figure, figcaption, picture,
/// source, img, br, hr, section, table, thead, tbody, tr, th and td, with the attributes id, href, rel, class, title,
/// aria-label, src, srcset, type, alt, width, height, loading, start, scope and tabindex.
pub fn render(body: &str, page: &dyn Page) -> Rendered {
    let source = tame(body);
    let mut renderer = Renderer::new(&source, page);
    for step in walk(&source) {
        renderer.step(step);
    }
    renderer.finish()
}

struct Renderer<'s> {
    source: &'s str,
    page: &'s dyn Page,
    /// HTML of the section at hand.
    out: String,
    /// The sections before it, and the one at hand with its title.
    done: Vec<RenderedSection>,
    anchors: Anchors,
    /// Text in which citations may stand, not yet written.
    run: Run,
    heading: Option<OpenHeading>,
    /// Text of the nearest heading, open or above.
    heading_text: String,
    code: bool,
    links: usize,
    /// The outermost link was written, so its end has to be.
    link_written: bool,
    images: usize,
    image: OpenImage,
    credits: Credits,
    table: Table,
    /// For each term, whether it has been linked.
    linked: Vec<bool>,
}

struct OpenHeading {
    level: u8,
    /// Where its content begins in the output.
    start: usize,
    begins_section: bool,
    shown: bool,
}

/// The table at hand.
#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_body: bool,
    /// Tables so far.
    count: usize,
}

impl<'s> Renderer<'s> {
    fn new(source: &'s str, page: &'s dyn Page) -> Self {
        let preamble = RenderedSection { title: String::new(), id: String::new(), html: String::new() };
        Renderer {
            source,
            page,
            out: String::with_capacity(source.len() + source.len() / 2),
            done: vec![preamble],
            anchors: Anchors::default(),
            run: Run::default(),
            heading: None,
            heading_text: String::new(),
            code: false,
            links: 0,
            link_written: false,
            images: 0,
            image: OpenImage::default(),
            credits: Credits::default(),
            table: Table::default(),
            linked: Vec::new(),
        }
    }

    fn finish(mut self) -> Rendered {
        self.flush();
        self.end_section();
        Rendered { sections: self.done }
    }

    fn step(&mut self, step: Step<'_>) {
        if let Some(text) = visible(&step.event) {
            if self.heading.is_some() {
                self.heading_text.push_str(text);
            }
            if self.images > 0 {
                self.image.alt.push_str(text);
            }
        }
        if self.images > 0 {
            // Of an image's content only the text is rendered, as its alternative text.
            match step.event {
                Event::Start(Tag::Image { .. }) => self.images += 1,
                Event::End(TagEnd::Image) => self.end_image(),
                _ => {}
            }
            return;
        }
        match step.event {
            Event::Text(text) if !self.code && self.links == 0 => self.run.push(&text, step.range, self.source),
            Event::SoftBreak if self.links == 0 => self.run.push_break(step.range.start),
            event => {
                self.flush();
                self.event(event, step.depth, step.shown);
            }
        }
    }

    fn event(&mut self, event: Event<'_>, depth: usize, shown: bool) {
        match event {
            Event::Start(tag) => self.start(tag, depth, shown),
            Event::End(tag) => self.end(tag, shown),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => push_text(&mut self.out, &text),
            Event::Code(text) => {
                self.out.push_str("<code>");
                push_text(&mut self.out, &text);
                self.out.push_str("</code>");
            }
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, depth: usize, shown: bool) {
        match tag {
            Tag::Heading { level, .. } => {
                let begins_section = level == HeadingLevel::H2 && depth == 0;
                if begins_section {
                    self.end_section();
                }
                self.heading_text.clear();
                self.heading = Some(OpenHeading { level: level as u8, start: self.out.len(), begins_section, shown });
            }
            Tag::CodeBlock(_) => {
                self.code = true;
                self.tag(shown, "<pre tabindex=\"0\"><code>");
            }
            Tag::Link { link_type, dest_url, title, .. } => self.start_link(link_type, &dest_url, &title, shown),
            Tag::Image { dest_url, title, .. } => self.start_image(&dest_url, &title, shown),
            Tag::Table(alignments) => self.start_table(alignments, shown),
            Tag::TableHead => {
                self.table.column = 0;
                self.table.in_head = true;
                self.tag(shown, "<thead>\n<tr>");
            }
            Tag::TableRow => {
                self.table.column = 0;
                if shown && !self.table.has_body {
                    self.table.has_body = true;
                    self.out.push_str("<tbody>\n");
                }
                self.tag(shown, "<tr>");
            }
            Tag::TableCell => self.start_cell(shown),
            Tag::Paragraph | Tag::HtmlBlock => self.start_paragraph(shown),
            Tag::BlockQuote(_) => self.tag(shown, "<blockquote>\n"),
            Tag::List(None) => self.tag(shown, "<ul>\n"),
            Tag::List(Some(1)) => self.tag(shown, "<ol>\n"),
            Tag::List(Some(start)) if shown => {
                let _infallible = writeln!(self.out, "<ol start=\"{start}\">");
            }
            Tag::Item => self.tag(shown, "<li>"),
            Tag::Emphasis => self.tag(shown, "<em>"),
            Tag::Strong => self.tag(shown, "<strong>"),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, shown: bool) {
        match tag {
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::CodeBlock => {
                self.code = false;
                self.end_block(shown, "</code></pre>\n");
            }
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            TagEnd::Table => {
                let end = if self.table.has_body { "</tbody>\n</table></section>\n" } else { "</table></section>\n" };
                self.end_block(shown, end);
            }
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.end_block(shown, "</tr>\n</thead>\n");
            }
            TagEnd::TableRow => self.end_block(shown, "</tr>\n"),
            TagEnd::TableCell => {
                self.end_credits();
                self.end_block(shown, if self.table.in_head { "</th>" } else { "</td>" });
            }
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.end_paragraph(shown),
            TagEnd::BlockQuote(_) => self.end_block(shown, "</blockquote>\n"),
            TagEnd::List(true) => self.end_block(shown, "</ol>\n"),
            TagEnd::List(false) => self.end_block(shown, "</ul>\n"),
            TagEnd::Item => {
                self.end_credits();
                self.end_block(shown, "</li>\n");
            }
            TagEnd::Emphasis => self.tag(shown, "</em>"),
            TagEnd::Strong => self.tag(shown, "</strong>"),
            _ => {}
        }
    }

    fn tag(&mut self, shown: bool, tag: &str) {
        if shown {
            self.out.push_str(tag);
        }
    }

    /// Ends a block; one that is not shown leaves a line end, so that its text stays apart from the next.
    fn end_block(&mut self, shown: bool, tag: &str) {
        if shown {
            self.out.push_str(tag);
        } else if !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    fn end_section(&mut self) {
        if let Some(section) = self.done.last_mut() {
            section.html.push_str(&self.out);
        }
        self.out.clear();
    }

    fn end_heading(&mut self) {
        let Some(heading) = self.heading.take() else { return };
        self.heading_text.truncate(self.heading_text.trim_end().len());
        let id = self.anchors.assign(&self.heading_text);
        if heading.begins_section {
            // Its images are not shown.
            self.credits.forget();
            self.out.truncate(heading.start);
            self.done.push(RenderedSection { title: self.heading_text.clone(), id, html: String::new() });
            return;
        }
        if !heading.shown {
            self.end_block(false, "");
            return;
        }
        let level = heading.level.saturating_add(self.page.heading_shift()).min(6);
        self.end_credits();
        let start = match self.page.excerpt() {
            Some(_) => format!("<h{level}>"),
            None => format!("<h{level} id=\"{id}\">"),
        };
        self.out.insert_str(heading.start, &start);
        let _infallible = writeln!(self.out, "</h{level}>");
    }

    fn start_table(&mut self, alignments: Vec<Alignment>, shown: bool) {
        self.table = Table { alignments, count: self.table.count + 1, ..Table::default() };
        if !shown {
            return;
        }
        self.out.push_str("<section class=\"tabell\" tabindex=\"0\" aria-label=\"");
        push_text(&mut self.out, self.page.label(Label::Table));
        // Regions need names of their own, also when two tables share a heading.
        if self.table.count > 1 {
            let _infallible = write!(self.out, " {}", self.table.count);
        }
        if let Some(whole) = self.page.excerpt() {
            self.out.push_str(": ");
            push_text(&mut self.out, whole.title);
        }
        if !self.heading_text.is_empty() {
            self.out.push_str(": ");
            push_text(&mut self.out, &self.heading_text);
        }
        self.out.push_str("\">\n<table>\n");
    }

    fn start_cell(&mut self, shown: bool) {
        let alignment = self.table.alignments.get(self.table.column).copied();
        self.table.column += 1;
        self.tag(shown, if self.table.in_head { "<th scope=\"col\"" } else { "<td" });
        self.tag(
            shown,
            match alignment {
                Some(Alignment::Left) => " class=\"text-left\">",
                Some(Alignment::Center) => " class=\"text-center\">",
                Some(Alignment::Right) => " class=\"text-right\">",
                _ => ">",
            },
        );
    }

    fn flush(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let Renderer { run, out, page, linked, .. } = self;
        // A heading is no running text, and says what it says without a way out of it.
        let terms = page.terms().filter(|_| self.heading.is_none() && !self.table.in_head);
        let (before, after) = if terms.is_some() { run.around(self.source) } else { ("", "") };
        let mut at = 0;
        run.parts(|part| match part {
            Part::Text(text) => {
                let is_last = at + text.len() == run.len();
                // A mark stands before and after any other part.
                let edges = (if at == 0 { before } else { "]" }, if is_last { after } else { "" });
                at += text.len();
                match terms {
                    Some(terms) => push_with_terms(out, *page, text, terms.find(text, edges.0, edges.1), linked),
                    None => push_text(out, text),
                }
            }
            Part::Mark(mark) => {
                at += mark.text().len();
                push_mark(out, *page, &mark);
            }
        });
        run.clear();
    }
}

/// Writes text with links at the first use of its terms.
fn push_with_terms(out: &mut String, page: &dyn Page, text: &str, found: Vec<(Span, usize)>, linked: &mut Vec<bool>) {
    let mut done = 0;
    for (range, term) in found {
        if linked.len() <= term {
            linked.resize(term + 1, false);
        }
        let Some(href) = page.term(term).filter(|_| !linked[term]) else { continue };
        linked[term] = true;
        push_text(out, &text[done..range.start]);
        out.push_str("<a class=\"term\" href=\"");
        push_text(out, href);
        out.push_str("\">");
        push_text(out, &text[range.clone()]);
        out.push_str("</a>");
        done = range.end;
    }
    push_text(out, &text[done..]);
}

/// Writes a citation: one number with its brackets as one link, several as one link each.
fn push_mark(out: &mut String, page: &dyn Page, mark: &Mark<'_>) {
    if let Some(number) = mark.single() {
        push_citation(out, page, number, mark.text());
        return;
    }
    mark.tokens(|text, number| match number {
        Some((number, _)) => push_citation(out, page, number, text),
        None => push_text(out, text),
    });
}

fn push_citation(out: &mut String, page: &dyn Page, number: u32, text: &str) {
    let Some(title) = page.citation(number) else {
        push_text(out, text);
        return;
    };
    out.push_str("<a class=\"kalla\" href=\"");
    push_text(out, page.excerpt().map_or("", |whole| whole.url));
    let _infallible = write!(out, "#{SOURCE}-{number}\" aria-label=\"");
    push_text(out, page.label(Label::Source));
    let _infallible = write!(out, " {number}: ");
    push_text(out, &title);
    out.push_str("\">");
    push_text(out, text);
    out.push_str("</a>");
}
