//! The difference as pages of their own, with the old and the new page side by side.
//!
//! ```text
//! index.html        the report, with a link for each page
//! sida/1.html …     what changed on one page, and the page before and after in a frame each
//! stil.css
//! fore/ efter/      both sites, whole, with links that work from a folder (see `relative`)
//! ```
//!
//! There is no script, and every frame has a name and a link to the page itself.

use super::outline::{Block, Part, Span};
use super::{Diff, PageChange};
use crate::i18n::{self, Language, Message};
use crate::model::{Site, address};
use crate::render::Html;

/// The folder of the site before the change.
pub const BEFORE: &str = "fore";
/// The folder of the site after it.
pub const AFTER: &str = "efter";

/// How many pages that only look different are listed.
const MOST: usize = 200;

/// What the report is about.
pub struct About<'a> {
    pub before: &'a Site,
    pub after: &'a Site,
    /// Pages of both sites whose bytes differ, in order of address.
    pub affected: &'a [String],
    pub language: Language,
}

/// Every page of the report: path and HTML.
pub fn pages(diff: &Diff, parts: &[Part], about: &About<'_>) -> Vec<(String, String)> {
    let mut pages = vec![("index.html".to_owned(), about.index(diff, parts))];
    for (part, index) in parts.iter().filter_map(|part| Some((part, part.page?))) {
        if let Some(page) = diff.pages.get(index) {
            pages.push((format!("sida/{}.html", index + 1), about.page(part, page)));
        }
    }
    pages.push(("stil.css".to_owned(), include_str!("diff.css").to_owned()));
    pages
}

impl About<'_> {
    fn word(&self, id: &'static str) -> String {
        i18n::text(self.language, &Message::new(id))
    }

    fn index(&self, diff: &Diff, parts: &[Part]) -> String {
        let mut content = Vec::new();
        for (number, part) in parts.iter().enumerate() {
            content.extend(blocks(&part.blocks, false));
            if number == 0 {
                let link =
                    |folder: &str, id| Html::element("li", &[], link(&format!("{folder}/index.html"), &self.word(id)));
                let list = Html::join([link(BEFORE, "andring-hela-fore"), link(AFTER, "andring-hela-efter")]);
                content.push(Html::element("ul", &[], list));
            }
            if let Some(index) = part.page {
                let title = diff.pages.get(index).map_or("", |page| page.title.as_str());
                let text = i18n::text(self.language, &Message::new("andring-visa").with("titel", title));
                content.push(Html::element("p", &[], link(&format!("sida/{}.html", index + 1), &text)));
            }
        }
        let changed = |address: &String| diff.pages.iter().any(|page| page.address == *address);
        let others: Vec<&String> = self.affected.iter().filter(|address| !changed(address)).collect();
        if !others.is_empty() {
            content.push(Html::element("h3", &[], Html::text(&self.word("andring-paverkade"))));
            let rows = others.iter().take(MOST).map(|address| {
                let file = address::file(address);
                let side = |folder: &str, id| {
                    let name = format!("{}: {address}", self.word(id));
                    Html::join([Html::text(" "), named(&format!("{folder}/{file}"), &self.word(id), &name)])
                };
                let code = Html::element("code", &[], Html::text(address));
                Html::element("li", &[], Html::join([code, side(BEFORE, "andring-fore"), side(AFTER, "andring-efter")]))
            });
            content.push(Html::element("ul", &[], Html::join(rows)));
            if others.len() > MOST {
                let more = Message::new("andring-fler").with("antal", (others.len() - MOST).to_string());
                content.push(Html::element("p", &[], Html::text(&i18n::text(self.language, &more))));
            }
        }
        self.document("", &self.word("andring-rubrik"), Html::join(content))
    }

    fn page(&self, part: &Part, page: &PageChange) -> String {
        let back = Html::element("p", &[], link("../index.html", &self.word("andring-tillbaka")));
        // The headings of the list: the page's own title is this page's heading.
        let own = part.blocks.iter().filter(|block| !matches!(block, Block::Heading(..)));
        let own: Vec<Block> = own.cloned().collect();
        let old = page.from.as_deref().unwrap_or(&page.address);
        let sides = Html::join([
            self.side(BEFORE, "andring-fore", self.before, old, &page.title),
            self.side(AFTER, "andring-efter", self.after, &page.address, &page.title),
        ]);
        let content = [
            back,
            Html::element("h1", &[], Html::text(&page.title)),
            Html::join(blocks(&own, true)),
            Html::element("div", &[("class", "sidor")], sides),
        ];
        self.document("../", &page.title, Html::join(content))
    }

    fn side(&self, folder: &str, id: &'static str, site: &Site, address: &str, title: &str) -> Html {
        let word = self.word(id);
        let heading = Html::element("h2", &[], Html::text(&word));
        if site.route(address).is_none() {
            let nothing = Html::element("p", &[], Html::text(&self.word("andring-ingen-sida")));
            return Html::element("section", &[], Html::join([heading, nothing]));
        }
        let name = format!("{word}: {title}");
        let src = format!("../{folder}/{}", address::file(address));
        let open = Html::element("p", &[], named(&src, &self.word("andring-oppna"), &name));
        let frame = Html::element("iframe", &[("src", &src), ("title", &name)], Html::default());
        Html::element("section", &[], Html::join([heading, open, frame]))
    }

    fn document(&self, up: &str, title: &str, content: Html) -> String {
        let main = Html::element("main", &[], content);
        format!(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"robots\" content=\"noindex\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
             <link rel=\"stylesheet\" href=\"{up}stil.css\">\n</head>\n<body>\n{}\n</body>\n</html>\n",
            self.language.tag(),
            Html::text(title).as_str(),
            // As HTML writes what is open or is not; in a text the brackets would be escaped.
            main.as_str().replace("<details open=\"\">", "<details open>"),
        )
    }
}

fn link(href: &str, text: &str) -> Html {
    Html::element("a", &[("href", href)], Html::text(text))
}

/// A link whose words need their surroundings to be understood.
fn named(href: &str, text: &str, name: &str) -> Html {
    Html::element("a", &[("href", href), ("aria-label", &format!("{text} – {name}"))], Html::text(text))
}

fn blocks(all: &[Block], is_open: bool) -> Vec<Html> {
    let made = all.iter().map(|block| match block {
        Block::Heading(2, text) => Html::element("h1", &[], Html::text(text)),
        Block::Heading(3, text) => Html::element("h2", &[], Html::text(text)),
        Block::Heading(_, text) => Html::element("h3", &[], Html::text(text)),
        Block::Paragraph(text) => Html::element("p", &[], spans(text)),
        Block::List(items) => {
            let items = items.iter().map(|item| Html::element("li", &[], spans(item)));
            Html::element("ul", &[], Html::join(items))
        }
        Block::Folded { summary, blocks: inner } => {
            let summary = Html::element("summary", &[], Html::text(summary));
            let open: &[(&str, &str)] = if is_open { &[("open", "")] } else { &[] };
            Html::element("details", open, Html::join(std::iter::once(summary).chain(blocks(inner, is_open))))
        }
    });
    made.collect()
}

fn spans(spans: &[Span]) -> Html {
    Html::join(spans.iter().map(|span| match span {
        Span::Text(text) => Html::text(text),
        Span::Strong(text) => Html::element("strong", &[], Html::text(text)),
        Span::Code(text) => Html::element("code", &[], Html::text(text)),
        Span::Removed(text) => Html::element("del", &[], Html::text(text)),
        Span::Added(text) => Html::element("ins", &[], Html::text(text)),
    }))
}
