//! Markdown bodies: what they say, and what they look like as HTML.
//!
//! Pure functions. [`read()`] collects the facts that checks need (sections, links, citations, raw HTML), each with
//! its place in the file. [`render()`] writes HTML through a small renderer of our own, in which no byte of the input
//! reaches the output unescaped: raw HTML becomes visible text, and a link to a scheme outside the allowed few keeps
//! its text and loses its address.
//!
//! The dialect is CommonMark with GitHub tables, and with citations: `… möts varannan vecka [1][3].`
//!
//! ```text
//! walk      body -> events, each with its nesting; flattens what lies deeper than DEPTH_LIMIT
//! citation  runs of text -> text and citations
//! terms     runs of text -> words of the glossary
//! anchor    heading text -> unique id
//! missed    text that was surely meant as markup
//! read      events -> Body
//! render    events -> Rendered
//! plain     events -> text by section
//! prose     events -> blocks of text that know their places
//! escape    the only way from input to output, and the rule for safe addresses
//! ```
//!
//! Body text cannot make any of them panic, overflow the stack or take more than roughly linear time.

mod anchor;
mod citation;
mod escape;
mod missed;
mod plain;
mod prose;
mod read;
mod render;
mod terms;
mod walk;

#[cfg(test)]
mod tests;

pub(crate) use missed::Missed;
pub use plain::{PlainSection, plain};
pub(crate) use prose::{Form, Prose, prose};
pub(crate) use read::read;
pub(crate) use render::render;
pub(crate) use terms::Terms;

/// Bytes of the file, from the first up to but not including the last. Always on character boundaries.
pub type Span = std::ops::Range<usize>;

/// Number of open elements, blocks and inline ones together, below which text is rendered flat.
pub const DEPTH_LIMIT: usize = 64;

/// The facts of a body, in document order.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Body {
    /// The text before the first h2 (always there, possibly empty), then one section per h2.
    pub sections: Vec<Section>,
    /// Every heading of every level, also those inside quotes and lists.
    pub headings: Vec<Heading>,
    /// Every link, with the address as written (entities resolved), however unsafe.
    pub links: Vec<Link>,
    /// Every image. Those inside the alternative text of another image are part of that text only.
    pub images: Vec<Image>,
    /// Every group of citation marks.
    pub citations: Vec<CitationGroup>,
    /// HTML written in the body: whole blocks, and single inline tags.
    pub raw_html: Vec<Span>,
    /// What was surely meant as markup and became text.
    pub missed: Vec<(Missed, Span)>,
    /// The beginning of the first element that lies deeper than [`DEPTH_LIMIT`].
    pub too_deep: Option<Span>,
}

/// A part of the body that begins with an h2 at the top level. An h2 inside a quote or list begins no section.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Section {
    /// The heading as plain text. Empty for the text before the first h2.
    pub title: String,
    /// The heading's id. Empty for the text before the first h2.
    pub id: String,
    /// The heading's source; an empty span at the start of the body for the text before the first h2.
    pub heading: Span,
    /// The source between this heading and the next h2.
    pub body: Span,
    /// Whether there is nothing to read: at most white space, sub-headings and rules.
    pub empty: bool,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Heading {
    /// 1 to 6, as written.
    pub level: u8,
    /// Plain text.
    pub text: String,
    /// Anchor, unique in the document: `Vem gör vad?` gives `vem-gor-vad`, a second one `vem-gor-vad-2`.
    pub id: String,
    /// The heading's source without its line end.
    pub span: Span,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Link {
    /// Address with entities and escapes resolved; `mailto:` added to a bare e-mail address.
    pub target: String,
    /// Visible text, alternative texts of images included.
    pub text: String,
    /// From the opening to the closing bracket or parenthesis.
    pub span: Span,
    /// Written as `<https://…>` or `<name@example.se>`.
    pub autolink: bool,
}

/// An image.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Image {
    /// Address with entities and escapes resolved.
    pub target: String,
    /// Alternative text.
    pub alt: String,
    /// From the exclamation mark to the closing bracket or parenthesis.
    pub span: Span,
}

/// Citation marks that support the same claim: `[1]`, `[1, 3]`, or `[1][3]` with nothing but space between.
///
/// Escaped marks (`\[1]`) and those in code, links and alternative texts are text, not citations.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct CitationGroup {
    /// Each cited number with the place of its digits.
    pub numbers: Vec<(u32, Span)>,
    /// From the first opening to the last closing bracket.
    pub span: Span,
}

/// What the renderer has to know about the page and the site around the body.
pub trait Page {
    /// Where a link leads; `None` leaves its text only.
    ///
    /// Asked only about addresses that are safe: http, https, mailto and tel, and those without a scheme. The answer is held
    /// to the same rule.
    fn link(&self, target: &str) -> Option<Href>;

    /// The file behind an image; `None` leaves its alternative text only. Asked only about http, https and addresses
    /// without a scheme, and the answer is held to the same rule.
    fn image(&self, target: &str) -> Option<Picture>;

    /// Title of the source with this number, for the accessible name of the citation. `None` leaves the mark as text.
    fn citation(&self, number: u32) -> Option<String>;

    /// A word in the language of the page.
    fn label(&self, key: Label) -> &str;

    /// The terms that are linked where they first stand in running text: not in headings, links or code.
    fn terms(&self) -> Option<&Terms> {
        None
    }

    /// Where a term is explained, by its place among [`terms`](Page::terms); `None` leaves the word as text.
    fn term(&self, _index: usize) -> Option<&str> {
        None
    }

    /// The page that the body is taken from, when it is shown on another page.
    fn excerpt(&self) -> Option<Excerpt<'_>> {
        None
    }

    /// Levels to add to every heading below the section's own; the result never exceeds h6.
    fn heading_shift(&self) -> u8 {
        0
    }
}

/// Where an excerpt is from. Its citations lead there, and its headings have no ids, which belong to the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Excerpt<'p> {
    /// Address of the whole, not yet escaped.
    pub url: &'p str,
    /// Tells its tables from those of other excerpts.
    pub title: &'p str,
}

/// Words that the renderer itself puts into the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// Before the number of a source: "Källa".
    Source,
    /// The kind of thing a table is: "Tabell".
    Table,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Href {
    /// Address, not yet escaped.
    pub url: String,
    /// Leads away from the site: marked `rel="external"`.
    pub external: bool,
}

/// The file behind an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Address, not yet escaped.
    pub url: String,
    /// Width in pixels.
    pub width: Option<u32>,
    /// Height in pixels.
    pub height: Option<u32>,
    /// Address of the same picture as WebP, for browsers that can show it.
    pub webp: Option<String>,
    /// Who made it and under which licence, in words.
    pub credit: Option<String>,
    /// What it shows, at greater length than its alternative text.
    pub description: Option<String>,
}

/// A body as HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The same sections, in the same order and with the same ids, as [`Body::sections`].
    pub sections: Vec<RenderedSection>,
}

/// A section as HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RenderedSection {
    /// The heading as plain text, not escaped. Empty for the text before the first h2.
    pub title: String,
    /// The heading's id. Empty for the text before the first h2.
    pub id: String,
    /// Balanced HTML of everything below the heading, without the heading.
    pub html: String,
}
