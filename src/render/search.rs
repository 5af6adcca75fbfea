//! `/sok/`: search, and the field that leads there from every page.
//!
//! The page is the same for every reader: what to search for stands in its address (`?q=af&form=gemensamt-team`), and the
//! theme's script looks it up in the index. The page's words and the index's addresses stand in the page.

use tera::Value;

use super::context::{Frame, View, map};
use super::theme::READER;
use super::{RenderError, Renderer, Speech};
use crate::model::address;
use crate::model::routes::Route;

/// The theme's files for this page alone.
const SCRIPT: &str = "sok.js";
const STYLE: &str = "sok.css";

/// What stands between the parts of a page's title.
const BETWEEN: &str = " – ";

/// What the page of search has to know about the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SearchFiles {
    /// The index's root, as text.
    pub root: String,
    /// The folder of the index's other files, from the site's root: `/_s/3fa20c91/`.
    pub files: String,
    /// The reader of the index as WebAssembly, from the site's root.
    pub wasm: String,
    /// The ids of its filters: other parameters of an address are not the search's.
    pub filters: String,
}

/// What the script says, by its name there: words without arguments.
const WORDS: [(&str, &str); 20] = [
    ("none", "search-none"),
    ("none-help", "search-none-help"),
    ("none-filtered", "search-none-filtered"),
    ("partial", "search-partial"),
    ("lacking", "search-lacking"),
    ("waiting", "search-waiting"),
    ("passage", "search-passage"),
    ("reviewed", "reviewed"),
    ("filter", "search-filter"),
    ("clear", "search-clear"),
    ("unavailable", "search-unavailable"),
    ("offline", "search-offline"),
    ("updated", "search-updated"),
    ("damaged", "search-damaged"),
    ("version", "search-version"),
    ("unsupported", "search-unsupported"),
    ("number", "search-number-found"),
    ("retry", "search-retry"),
    ("reload", "search-reload"),
    ("all-examples", "all-examples"),
];

/// The same for words with arguments, which the script fills in: `{count}` stands for itself here.
const FILLED: [(&str, &str, &str); 6] = [
    ("count-one", "search-count-one", "count"),
    ("count-other", "search-count-other", "count"),
    ("chosen", "search-filter-chosen", "count"),
    ("remove", "search-remove", "name"),
    ("suggestion", "search-suggestion", "query"),
    ("unknown-words", "search-unknown-words", "words"),
];

impl Renderer<'_> {
    /// Whether the theme has a reader of the index: without it there is no search.
    pub fn has_search(&self) -> bool {
        self.asset(READER).is_some()
    }

    /// Tells the page of search where the index is: its root as text, and the folder of its other files from the site's root;
    /// and the ids of its filters. False when the theme has no reader for it, and so no search.
    pub fn use_index(&self, root: &str, folder: &str, filters: &[&str]) -> bool {
        let Some(reader) = self.asset(READER) else { return false };
        self.set_search(SearchFiles {
            root: root.to_owned(),
            files: folder.to_owned(),
            wasm: reader.path.clone(),
            filters: filters.join(" "),
        });
        true
    }

    /// Until then, the page says that there is no index. The first call counts: pages must not differ from one reader to the
    /// next.
    fn set_search(&self, files: SearchFiles) {
        // A second index for the same site would be the same.
        let _first = self.search.set(files);
    }

    pub(super) fn search(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let words = &speech.wording;
        let introduction = self.introduction_of(address::SEARCH);
        let heading = self.heading(words, address::SEARCH, "search");
        let frame = Frame::new(route, heading.as_str()).describe(words.get("search-description")).of(introduction);
        let mut context = self.frame(speech, frame);
        self.introduction(speech, &mut context, introduction);
        let title = ["{query}", &heading, &self.site.settings.short_title].join(BETWEEN);
        let filled = FILLED.map(|(name, id, argument)| {
            let stand_in = format!("{{{argument}}}");
            (name, words.with(id, &[(argument, &stand_in)]))
        });
        let plain = WORDS.map(|(name, id)| (name, words.get(id).to_owned()));
        let said = plain.into_iter().chain(filled).chain([("title", title)]);
        let said = said.map(|(name, text)| map! { name: name, text: text }).collect::<Vec<_>>();
        let orders = [("relevans", "search-best"), ("granskad", "reviewed"), ("titel", "search-by-title")];
        let orders = orders.map(|(id, word)| map! { id: id, title: words.get(word) });
        let ways = [
            (address::EXAMPLES, "all-examples"),
            (address::TOPICS, "all-topics"),
            (address::MUNICIPALITIES, "all-municipalities"),
            (address::ALPHABET, "alphabet"),
        ];
        let ways = ways.map(|(address, word)| map! { href: self.base.page(address), title: words.get(word) });
        let files = self.search.get().map(|search| {
            map! {
                root: search.root.as_str(),
                files: self.base.page(&search.files),
                wasm: self.base.page(&search.wasm),
                filters: search.filters.as_str(),
            }
        });

        let mut insert = |key: &'static str, value: Value| context.insert_value(key, value);
        insert("style", self.asset_href(STYLE).into());
        insert("script", self.asset_href(SCRIPT).into());
        insert("home", self.base.page(address::START).into());
        insert("examples_href", self.base.page(address::EXAMPLES).into());
        insert("index", files.into());
        insert("orders", orders.to_vec().into());
        insert("ways", ways.to_vec().into());
        insert("words", said.into());
        Ok(View { template: "search.html", context })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{page, site};
    use super::*;
    use crate::model::Audience;
    use crate::render::{Base, Theme};

    const SCRIPT_TEXT: &str = include_str!("../../themes/standard/assets/sok.js");

    #[test]
    fn every_page_has_one_search_field_that_works_without_scripts() {
        for address in ["/", "/exempel/hel/", "/sok/", "/404.html"] {
            let html = page(address);
            assert_eq!(html.matches("role=\"search\"").count(), 1, "{address}");
            assert_eq!(html.matches("name=\"q\"").count(), 1, "{address}");
            assert!(html.contains("action=\"/sok/\" method=\"get\""), "{address}");
        }
    }

    #[test]
    fn the_page_names_the_index_once_there_is_one_and_leads_on_without_it() {
        let html = page("/sok/");
        assert!(!html.contains("data-root") && html.contains("id=\"search_no_script\">Sökningen"));
        for way in ["/exempel/", "/amnen/", "/kommuner/", "/a-o/"] {
            assert!(html.contains(&format!("<li><a href=\"{way}\">")), "{way}");
        }
        let site = site(Audience::Readers);
        let base = Base::parse("https://x.se/a/").unwrap();
        let renderer = Renderer::new(&Theme::embedded().unwrap(), &site, base);
        let files = |root: &str| SearchFiles {
            root: root.into(),
            files: "/_s/1f/".into(),
            wasm: "/_a/s.wasm".into(),
            filters: "typ form".into(),
        };
        renderer.set_search(files("1;3;,,kom;,"));
        renderer.set_search(files("1;4;,,kom;,"));
        let html = renderer.page(site.route("/sok/").unwrap(), None).unwrap();
        let expected = "data-root=\"1;3;,,kom;,\" data-files=\"/a/_s/1f/\" data-wasm=\"/a/_a/s.wasm\" \
                        data-filters=\"typ form\"";
        assert!(html.contains(expected), "{html}");
    }

    #[test]
    fn every_word_that_the_script_asks_for_stands_in_the_page() {
        let html = page("/sok/");
        let known = WORDS.map(|(name, _)| name).into_iter().chain(FILLED.map(|(name, ..)| name)).chain(["title"]);
        let asked = SCRIPT_TEXT.split("word('").skip(1).filter_map(|rest| rest.split('\'').next());
        // A word that the script does not name is not sent to readers.
        for name in known.chain(asked) {
            assert!(SCRIPT_TEXT.contains(&format!("'{name}'")), "{name} is not asked for");
            assert!(html.contains(&format!("data-word=\"{name}\"")), "{name}");
        }
        assert!(!SCRIPT_TEXT.contains("innerHTML") && !SCRIPT_TEXT.contains("insertAdjacentHTML"));
    }

    #[test]
    fn nothing_of_a_search_is_kept_in_the_browser() {
        for store in ["localStorage", "sessionStorage", "indexedDB", "document.cookie", "caches", "sendBeacon"] {
            assert!(!SCRIPT_TEXT.contains(store), "{store}");
        }
    }
}
