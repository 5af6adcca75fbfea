//! Links and images: the elements whose addresses come from the input.
//!
//! An image that is a paragraph of its own becomes a figure with its credit below it. Credits of images within text,
//! lists and tables stand at the end of the block.

use std::fmt::Write;
use std::ops::Range;

use pulldown_cmark::LinkType;

use super::super::escape::{IMAGE_SCHEMES, LINK_SCHEMES, is_safe, push_address, push_text};
use super::super::walk::link_target;
use super::super::{Href, Picture};
use super::Renderer;

/// The outermost image at hand. HTML needs its alternative text before its end.
#[derive(Default)]
pub(super) struct OpenImage {
    /// The file, unless the image was refused.
    picture: Option<Picture>,
    title: String,
    pub(super) alt: String,
}

/// Images whose credits have not been written yet.
#[derive(Default)]
pub(super) struct Credits {
    /// Where the paragraph at hand has its tag, and where its content begins.
    paragraph: Option<Range<usize>>,
    /// Where the latest image stands.
    latest: Range<usize>,
    /// Description and credit.
    open: Vec<(Option<String>, Option<String>)>,
    /// Images so far.
    count: usize,
}

impl Credits {
    pub(super) fn forget(&mut self) {
        self.open.clear();
    }
}

impl Renderer<'_> {
    pub(super) fn start_paragraph(&mut self, shown: bool) {
        let start = self.out.len();
        self.tag(shown, "<p>");
        self.credits.paragraph = shown.then_some(start..self.out.len());
    }

    pub(super) fn end_paragraph(&mut self, shown: bool) {
        let paragraph = self.credits.paragraph.take();
        let is_alone = |tag: &Range<usize>| self.credits.latest == (tag.end..self.out.len());
        match (paragraph.filter(is_alone), &mut self.credits.open[..]) {
            (Some(tag), [(description, credit)]) if description.is_some() || credit.is_some() => {
                let (description, credit) = (description.take(), credit.take());
                self.credits.open.clear();
                self.out.replace_range(tag, "<figure>");
                self.out.push_str("\n<figcaption>");
                for (tag, text) in [("<p>", description), ("<p class=\"note\">", credit)] {
                    if let Some(text) = text {
                        self.out.push_str(tag);
                        push_text(&mut self.out, &text);
                        self.out.push_str("</p>");
                    }
                }
                self.out.push_str("</figcaption>\n</figure>\n");
            }
            _ => {
                self.end_credits();
                self.end_block(shown, "</p>\n");
            }
        }
    }

    /// Writes the credits of images that stand in the block at hand.
    pub(super) fn end_credits(&mut self) {
        for (description, credit) in std::mem::take(&mut self.credits.open) {
            for text in [description, credit].into_iter().flatten() {
                self.out.push_str(" <small class=\"note\">");
                push_text(&mut self.out, &text);
                self.out.push_str("</small>");
            }
        }
    }

    pub(super) fn start_link(&mut self, kind: LinkType, address: &str, title: &str, shown: bool) {
        self.links += 1;
        // HTML knows no links in links, though CommonMark lets an autolink stand there.
        if self.links > 1 {
            return;
        }
        let href = if shown { self.href(&link_target(kind, address)) } else { None };
        self.link_written = href.is_some();
        let Some(href) = href else { return };
        self.out.push_str("<a href=\"");
        push_address(&mut self.out, &href.url);
        self.out.push_str(if href.external { "\" rel=\"external\"" } else { "\"" });
        self.push_title(title);
        self.out.push('>');
    }

    pub(super) fn end_link(&mut self) {
        self.links = self.links.saturating_sub(1);
        if self.links == 0 && self.link_written {
            self.link_written = false;
            self.out.push_str("</a>");
        }
    }

    pub(super) fn start_image(&mut self, address: &str, title: &str, shown: bool) {
        self.images = 1;
        let picture = if shown { self.picture(address) } else { None };
        self.image = OpenImage { picture, title: title.to_owned(), alt: String::new() };
    }

    pub(super) fn end_image(&mut self) {
        self.images = self.images.saturating_sub(1);
        if self.images > 0 {
            return;
        }
        let OpenImage { picture, title, alt } = std::mem::take(&mut self.image);
        let Some(picture) = picture else {
            push_text(&mut self.out, &alt);
            return;
        };
        let start = self.out.len();
        if let Some(webp) = &picture.webp {
            self.out.push_str("<picture><source type=\"image/webp\" srcset=\"");
            push_address(&mut self.out, webp);
            self.out.push_str("\">");
        }
        self.out.push_str("<img src=\"");
        push_address(&mut self.out, &picture.url);
        self.out.push_str("\" alt=\"");
        push_text(&mut self.out, &alt);
        self.out.push('"');
        for (name, size) in [("width", picture.width), ("height", picture.height)] {
            if let Some(pixels) = size {
                let _infallible = write!(self.out, " {name}=\"{pixels}\"");
            }
        }
        self.push_title(&title);
        // The first may be what the reader sees first.
        self.out.push_str(if self.credits.count > 0 { " loading=\"lazy\">" } else { ">" });
        if picture.webp.is_some() {
            self.out.push_str("</picture>");
        }
        self.credits.count += 1;
        self.credits.latest = start..self.out.len();
        self.credits.open.push((picture.description, picture.credit));
    }

    fn push_title(&mut self, title: &str) {
        if !title.is_empty() {
            self.out.push_str(" title=\"");
            push_text(&mut self.out, title);
            self.out.push('"');
        }
    }

    fn href(&self, target: &str) -> Option<Href> {
        let href = is_safe(target, LINK_SCHEMES).then(|| self.page.link(target))??;
        is_safe(&href.url, LINK_SCHEMES).then_some(href)
    }

    fn picture(&self, target: &str) -> Option<Picture> {
        let mut picture = is_safe(target, IMAGE_SCHEMES).then(|| self.page.image(target))??;
        picture.webp = picture.webp.filter(|webp| is_safe(webp, IMAGE_SCHEMES));
        is_safe(&picture.url, IMAGE_SCHEMES).then_some(picture)
    }
}
