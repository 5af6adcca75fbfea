//! From events to the facts of a body.

use pulldown_cmark::{BrokenLink, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::anchor::Anchors;
use super::citation::{Part, Run};
use super::missed::{self, Missed};
use super::walk::{Step, link_target, tame, visible, walk_with};
use super::{Body, CitationGroup, Heading, Image, Link, Section, Span};

/// Facts of a body. Every span counts bytes of the file, in which the body begins at byte `offset`.
pub fn read(body: &str, offset: usize) -> Body {
    let source = tame(body);
    let mut reader = Reader::new(&source, offset);
    let mut broken: Vec<Span> = Vec::new();
    let see = |link: &BrokenLink<'_>| {
        // The second brackets of `[text][ref]` come by themselves too.
        let is_seen = broken.last().is_some_and(|last| link.span.start < last.end);
        if !is_seen && missed::is_link(&source, link) {
            broken.push(link.span.clone());
        }
    };
    for step in walk_with(&source, see) {
        reader.step(step);
    }
    let mut body = reader.finish();
    missed::definitions(&source, |kind, span| body.missed.push((kind, shift(span, offset))));
    body.missed.extend(broken.into_iter().map(|span| (Missed::Link, shift(span, offset))));
    body
}

struct Reader<'s> {
    source: &'s str,
    offset: usize,
    body: Body,
    anchors: Anchors,
    /// Text in which citations may stand, not yet looked through.
    run: Run,
    /// A heading is open, and begins a section.
    heading: Option<bool>,
    /// Where the last web address in running text ends.
    address_end: usize,
    code: bool,
    /// How many columns the open table has.
    columns: usize,
    links: usize,
    images: usize,
}

impl<'s> Reader<'s> {
    fn new(source: &'s str, offset: usize) -> Self {
        let preamble = Section {
            title: String::new(),
            id: String::new(),
            heading: offset..offset,
            body: offset..offset + source.len(),
            empty: true,
        };
        Reader {
            source,
            offset,
            body: Body { sections: vec![preamble], ..Body::default() },
            anchors: Anchors::default(),
            run: Run::default(),
            heading: None,
            address_end: 0,
            code: false,
            columns: 0,
            links: 0,
            images: 0,
        }
    }

    fn finish(mut self) -> Body {
        self.flush();
        self.body
    }

    fn step(&mut self, step: Step<'_>) {
        if let Some(text) = visible(&step.event) {
            self.text(text, &step);
            return;
        }
        self.flush();
        match step.event {
            Event::Start(tag) => {
                if !step.shown && self.body.too_deep.is_none() {
                    self.body.too_deep = Some(self.first_line(&step.range));
                }
                self.start(tag, step.range, step.depth);
            }
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Span, depth: usize) {
        match tag {
            Tag::Heading { level, .. } => {
                let begins_section = level == HeadingLevel::H2 && depth == 0;
                let span = self.trimmed(&range);
                self.body.headings.push(Heading {
                    level: level as u8,
                    text: String::new(),
                    id: String::new(),
                    span: span.clone(),
                });
                if begins_section {
                    self.begin_section(span, range);
                }
                self.heading = Some(begins_section);
            }
            Tag::CodeBlock(_) => self.code = true,
            Tag::Table(alignments) => self.columns = alignments.len(),
            Tag::TableRow => {
                let Reader { source, body, offset, columns, .. } = self;
                missed::in_row(&source[range.clone()], *columns, |kind, span| {
                    body.missed.push((kind, shift(span, range.start + *offset)));
                });
            }
            Tag::Paragraph => {
                let Reader { source, body, offset, .. } = self;
                missed::in_paragraph(&source[range.clone()], |kind, span| {
                    body.missed.push((kind, shift(span, range.start + *offset)));
                });
            }
            Tag::HtmlBlock => {
                let span = self.trimmed(&range);
                self.body.raw_html.push(span);
            }
            // A link in an alternative text is part of the text only.
            Tag::Link { link_type, dest_url, .. } if self.images == 0 => {
                self.links += 1;
                if self.links == 1 {
                    let span = self.place(range);
                    self.body.links.push(Link {
                        target: link_target(link_type, &dest_url).into_owned(),
                        text: String::new(),
                        span,
                        autolink: matches!(link_type, LinkType::Autolink | LinkType::Email),
                    });
                }
            }
            Tag::Image { dest_url, .. } => {
                self.images += 1;
                if self.images == 1 {
                    let span = self.place(range);
                    self.body.images.push(Image { target: dest_url.into_string(), alt: String::new(), span });
                    self.fill_section();
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::CodeBlock => self.code = false,
            TagEnd::Link if self.images == 0 => self.links = self.links.saturating_sub(1),
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            _ => {}
        }
    }

    fn begin_section(&mut self, heading: Span, range: Span) {
        let place = self.place(range);
        if let Some(last) = self.body.sections.last_mut() {
            last.body.end = place.start;
        }
        self.body.sections.push(Section {
            title: String::new(),
            id: String::new(),
            heading,
            body: place.end..self.offset + self.source.len(),
            empty: true,
        });
    }

    fn end_heading(&mut self) {
        let begins_section = self.heading.take() == Some(true);
        let Some(heading) = self.body.headings.last_mut() else { return };
        heading.text.truncate(heading.text.trim_end().len());
        heading.id = self.anchors.assign(&heading.text);
        if begins_section && let Some(section) = self.body.sections.last_mut() {
            section.title.clone_from(&heading.text);
            section.id.clone_from(&heading.id);
        }
    }

    /// Text goes to everything that is open, and to the run where it may hold citations.
    fn text(&mut self, text: &str, step: &Step<'_>) {
        if let Event::InlineHtml(_) = step.event {
            let span = self.place(step.range.clone());
            self.body.raw_html.push(span);
        }
        if self.heading.is_some()
            && let Some(heading) = self.body.headings.last_mut()
        {
            heading.text.push_str(text);
        }
        if self.links > 0
            && let Some(link) = self.body.links.last_mut()
        {
            link.text.push_str(text);
        }
        if self.images > 0 {
            if let Some(image) = self.body.images.last_mut() {
                image.alt.push_str(text);
            }
            return;
        }
        if !text.trim().is_empty() {
            self.fill_section();
        }
        match step.event {
            Event::Text(_) if !self.code && self.links == 0 => {
                let Reader { source, body, offset, address_end, .. } = self;
                missed::addresses(source, step.range.clone(), address_end, |span| {
                    body.missed.push((Missed::Address, shift(span, *offset)));
                });
                self.run.push(text, step.range.clone(), self.source);
            }
            Event::SoftBreak if self.links == 0 => self.run.push_break(step.range.start),
            _ => self.flush(),
        }
    }

    /// What is read inside a heading does not fill the section below it.
    fn fill_section(&mut self) {
        if self.heading.is_none()
            && let Some(section) = self.body.sections.last_mut()
        {
            section.empty = false;
        }
    }

    fn flush(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let Reader { run, body, offset, .. } = self;
        let mut adjacent = false;
        run.parts(|part| match part {
            Part::Text(text) => adjacent &= text.trim().is_empty(),
            Part::Mark(mark) => {
                if !adjacent {
                    body.citations
                        .push(CitationGroup { numbers: Vec::with_capacity(1), span: shift(mark.source(), *offset) });
                    adjacent = true;
                }
                if let Some(group) = body.citations.last_mut() {
                    group.span.end = mark.source().end + *offset;
                    mark.tokens(|_, number| {
                        if let Some((number, place)) = number {
                            group.numbers.push((number, shift(place, *offset)));
                        }
                    });
                }
            }
        });
        run.clear();
    }

    fn place(&self, range: Span) -> Span {
        shift(range, self.offset)
    }

    /// The place of a block without the line end that the parser counts to it.
    fn trimmed(&self, range: &Span) -> Span {
        let end = range.start + self.source[range.clone()].trim_end().len();
        self.place(range.start..end)
    }

    fn first_line(&self, range: &Span) -> Span {
        let text = &self.source[range.clone()];
        let end = text.find(['\n', '\r']).unwrap_or(text.len());
        self.place(range.start..range.start + end)
    }
}

fn shift(range: Span, offset: usize) -> Span {
    range.start + offset..range.end + offset
}
