//! A drawing, put together again of what is allowed.
//!
//! SVG is a language for documents: it can run programs and ask other sites for things. Nothing of the input is copied as
//! it is; elements and attributes of a list are written anew, everything else stays behind. What an editor
//! program adds for itself (`metadata`, its own namespaces, comments, names of files) goes in silence; what a reader would
//! have seen or what would have done something is named, so that a rule can refuse it.
//!
//! The lists stand in [`allowed`].

mod allowed;
mod cost;
mod css;
mod sheet;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeSet;

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{NsReader, XmlVersion, escape};

use super::{Fault, Size, embedded};
use crate::source::BYTE_ORDER_MARK;
use allowed::{ATTRIBUTES, ELEMENTS, MOVING, PROPERTIES, UNSEEN};
use cost::Element;
pub use cost::MAX_SHOWN;
use css::asks_nobody;

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Deepest nesting that is read.
const DEPTH: usize = 256;

/// What browsers take for the size of a drawing that has none.
const DEFAULT: Size = Size { width: 300, height: 150 };

/// A drawing as it is published.
#[derive(Debug)]
pub(super) struct Clean {
    pub text: String,
    pub size: Size,
    /// What was left out although it would have been seen or done something: `<script>`, `onclick`.
    pub removed: BTreeSet<String>,
    /// What was left out because it moves: `<animate>`, `@keyframes`.
    pub moving: BTreeSet<String>,
}

/// A drawing of allowed elements and attributes only.
///
/// # Errors
/// [`Fault::Broken`] when it is not well-formed XML in UTF-8 whose outermost element is `svg`, [`Fault::Circle`] and
/// [`Fault::TooMuch`] when a browser would not come to its end, [`Fault::TooLong`].
pub(super) fn clean(bytes: &[u8]) -> Result<Clean, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|_| Fault::Broken)?;
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let mut writer = Writer::default();
    let mut reader = NsReader::from_str(text);
    reader.config_mut().check_end_names = true;
    loop {
        let event = reader.read_event().map_err(|_| Fault::Broken)?;
        match event {
            Event::Start(tag) => writer.start(&reader, &tag, false)?,
            Event::Empty(tag) => writer.start(&reader, &tag, true)?,
            Event::End(_) => writer.end(),
            Event::Text(text) => writer.text(&text),
            Event::CData(text) => writer.text(&text),
            Event::GeneralRef(reference) => {
                let letter = match reference.resolve_char_ref() {
                    Ok(Some(letter)) => Some(letter.to_string()),
                    _ => escape::resolve_predefined_entity(&reference).map(str::to_owned),
                };
                writer.text(&letter.unwrap_or_default());
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    writer.finish()
}

/// What is done with an element, until its end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// Written as this.
    Written(&'static str),
    Nothing,
}

#[derive(Default)]
struct Writer {
    out: String,
    open: Vec<Kept>,
    /// The text of a style sheet, until it ends.
    style: Option<String>,
    /// All that have been.
    styles: Vec<String>,
    root: Option<Root>,
    removed: BTreeSet<String>,
    moving: BTreeSet<String>,
    /// What is written, and which of it is open.
    elements: Vec<Element>,
    within: Vec<usize>,
}

/// The attributes of the outermost element that give the size.
#[derive(Default)]
struct Root {
    width: Option<f64>,
    height: Option<f64>,
    view: Option<(f64, f64)>,
}

impl Writer {
    fn start(&mut self, reader: &NsReader<&[u8]>, tag: &BytesStart<'_>, is_empty: bool) -> Result<(), Fault> {
        if self.open.len() >= DEPTH {
            return Err(Fault::Broken);
        }
        let is_left_out = self.open.last() == Some(&Kept::Nothing);
        let kept = if is_left_out { Kept::Nothing } else { self.kept(reader, tag) };
        if self.open.is_empty() {
            // One drawing, and nothing beside it.
            if self.root.is_some() || kept != Kept::Written("svg") {
                return Err(Fault::Broken);
            }
            self.root = Some(Root::default());
        }
        if let Kept::Written(name) = kept {
            let is_root = self.open.is_empty();
            self.out.push('<');
            self.out.push_str(name);
            if is_root {
                self.out.push_str(" xmlns=\"");
                self.out.push_str(SVG);
                self.out.push('"');
            }
            self.elements.push(Element::new(name, self.within.last().copied()));
            self.attributes(reader, tag, is_root)?;
            if is_empty {
                self.out.push_str("/>");
                return Ok(());
            }
            self.out.push('>');
            self.within.push(self.elements.len() - 1);
            if name == "style" {
                self.style = Some(String::new());
            }
        }
        self.open.push(kept);
        if is_empty {
            self.end();
        }
        Ok(())
    }

    fn kept(&mut self, reader: &NsReader<&[u8]>, tag: &BytesStart<'_>) -> Kept {
        let (namespace, local) = reader.resolver().resolve_element(tag.name());
        let local = local.into_inner();
        if self.open.last() == Some(&Kept::Written("style")) {
            // A style sheet is text. A browser passes over an element in it, and so joins the text before and after.
            self.removed.insert(format!("<{}>", shown(local)));
            return Kept::Nothing;
        }
        match namespace {
            // A drawing without its namespace is not shown; here it gets one.
            ResolveResult::Bound(Namespace(SVG)) | ResolveResult::Unbound => {}
            // Of an editor program, for itself.
            ResolveResult::Bound(_) => return Kept::Nothing,
            ResolveResult::Unknown(_) => {
                self.removed.insert(format!("<{}>", shown(local)));
                return Kept::Nothing;
            }
        }
        if let Some(name) = ELEMENTS.iter().find(|name| **name == local) {
            return Kept::Written(name);
        }
        if MOVING.contains(&local) {
            self.moving.insert(format!("<{local}>"));
        } else if !UNSEEN.contains(&local) {
            self.removed.insert(format!("<{}>", shown(local)));
        }
        Kept::Nothing
    }

    fn attributes(&mut self, reader: &NsReader<&[u8]>, tag: &BytesStart<'_>, is_root: bool) -> Result<(), Fault> {
        let mut written = BTreeSet::new();
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(|_| Fault::Broken)?;
            if attribute.key.as_namespace_binding().is_some() {
                continue;
            }
            let (namespace, local) = reader.resolver().resolve_attribute(attribute.key);
            let local = local.into_inner();
            let name = match namespace {
                ResolveResult::Unbound => local,
                // Browsers know the address without its old prefix.
                ResolveResult::Bound(Namespace(XLINK)) if local == "href" => "href",
                ResolveResult::Bound(Namespace(XML)) if local == "lang" => "lang",
                _ => continue,
            };
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| Fault::Broken)?;
            let is_known = ATTRIBUTES.contains(&name) || PROPERTIES.contains(&name);
            if name == "style"
                && let Some(motion) = css::motion(&value)
            {
                self.moving.insert(motion.to_owned());
                continue;
            }
            if name == "href" && self.elements.last().is_some_and(Element::is_link) {
                // A drawing in a page leads nowhere.
                continue;
            }
            let is_picture = self.elements.last().is_some_and(Element::is_picture);
            let value = if name == "href" && is_picture {
                embedded::published(&value).map(Cow::Owned)
            } else if name == "href" {
                Some(value).filter(|value| value.trim_start().starts_with('#'))
            } else {
                Some(value).filter(|value| asks_nobody(value))
            };
            if let Some(value) = value.filter(|_| is_known) {
                if !written.insert(name.to_owned()) {
                    continue;
                }
                self.out.push(' ');
                self.out.push_str(name);
                self.out.push_str("=\"");
                self.push(&value);
                self.out.push('"');
                if is_root && let Some(root) = &mut self.root {
                    root.read(name, &value);
                }
                if let Some(element) = self.elements.last_mut() {
                    element.read(name, &value)?;
                }
            } else if is_known || is_event(name) {
                self.removed.insert(shown(name));
            }
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        match (self.open.last(), &mut self.style) {
            (None | Some(Kept::Nothing), _) => {}
            (_, Some(style)) => style.push_str(text),
            _ => self.push(text),
        }
    }

    /// Text that XML may hold, escaped.
    fn push(&mut self, text: &str) {
        let is_allowed =
            |letter: char| letter >= ' ' && !matches!(letter, '\u{fffe}' | '\u{ffff}') || "\t\n\r".contains(letter);
        let allowed: String = text.chars().filter(|letter| is_allowed(*letter)).collect();
        self.out.push_str(&escape::escape(allowed));
    }

    fn end(&mut self) {
        let Some(Kept::Written(name)) = self.open.pop() else { return };
        self.within.pop();
        if name == "style"
            && let Some(style) = self.style.take()
        {
            if let Some(motion) = css::motion(&style) {
                self.moving.insert(motion.to_owned());
            } else if asks_nobody(&style) {
                self.push(&style);
                self.styles.push(style);
            } else {
                self.removed.insert("<style>".to_owned());
            }
        }
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    fn finish(self) -> Result<Clean, Fault> {
        let Some(root) = self.root.filter(|_| self.open.is_empty()) else { return Err(Fault::Broken) };
        cost::check(&self.elements, &self.styles)?;
        let size = root.size();
        size.check_shape()?;
        Ok(Clean { text: self.out, size, removed: self.removed, moving: self.moving })
    }
}

impl Root {
    fn read(&mut self, name: &str, value: &str) {
        match name {
            "width" => self.width = length(value),
            "height" => self.height = length(value),
            "viewBox" => {
                let numbers: Vec<f64> =
                    value.split([' ', ',', '\t', '\n']).filter_map(|number| number.trim().parse().ok()).collect();
                if let [_, _, width, height] = numbers[..]
                    && width > 0.0
                    && height > 0.0
                {
                    self.view = Some((width, height));
                }
            }
            _ => {}
        }
    }

    /// What is not given follows from the proportions.
    fn size(&self) -> Size {
        let (width, height) = match (self.width, self.height, self.view) {
            (Some(width), Some(height), _) => (width, height),
            (Some(width), None, Some((w, h))) => (width, width * h / w),
            (None, Some(height), Some((w, h))) => (height * w / h, height),
            (None, None, Some(view)) => view,
            _ => return DEFAULT,
        };
        let whole = |length: f64| length.round().clamp(1.0, 100_000.0) as u32;
        Size { width: whole(width), height: whole(height) }
    }
}

/// A length in pixels. Nothing for one that depends on something else.
fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    let end = text.find(|letter: char| letter.is_ascii_alphabetic() || letter == '%').unwrap_or(text.len());
    let pixels = match &text[end..] {
        "" | "px" => 1.0,
        "pt" => 4.0 / 3.0,
        "pc" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        _ => return None,
    };
    let number: f64 = text[..end].trim().parse().ok()?;
    (number.is_finite() && number > 0.0).then_some(number * pixels)
}

fn is_event(name: &str) -> bool {
    name.len() > 2 && name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on"))
}

/// So much of a name as a message has room for.
fn shown(name: &str) -> String {
    name.chars().take(40).collect()
}
