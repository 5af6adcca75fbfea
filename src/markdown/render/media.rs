//! Links and images: the elements whose addresses come from the input.

use std::fmt::Write;

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

impl Renderer<'_> {
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
        self.out.push('>');
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
        let picture = is_safe(target, IMAGE_SCHEMES).then(|| self.page.image(target))??;
        is_safe(&picture.url, IMAGE_SCHEMES).then_some(picture)
    }
}
