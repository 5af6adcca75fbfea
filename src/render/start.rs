//! The start page: what the site is, and the ways in.

use std::cmp::Reverse;
use std::collections::HashSet;

use tera::Value;

use super::context::{Frame, View, is_nearby, map};
use super::{RenderError, Renderer, Speech};
use crate::model::address;
use crate::model::geography::KommunKod;
use crate::model::routes::Route;
use crate::schema::Kind;

/// How many of the latest examples and notices are shown.
const LATEST: usize = 4;

/// The vocabularies that a reader may start from, in this order.
const WAYS: [&str; 3] = ["former", "malgrupper", "syften"];

impl Renderer<'_> {
    pub(super) fn start(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let words = &speech.wording;
        let site = self.site;
        let introduction = self.introduction_of(address::START);
        let heading = introduction.map_or_else(|| site.settings.title.clone(), |d| d.title.clone());
        let mut context = self.frame(speech, Frame::new(route, heading).of(introduction));
        self.introduction(speech, &mut context, introduction);

        let mut latest = self.examples.clone();
        // Of the same day those that the assignment asks for come first; else they keep the Swedish order of titles.
        latest.sort_by_key(|&index| {
            let document = &site.documents[index];
            (Reverse(document.reviewed), is_nearby(document))
        });
        latest.truncate(LATEST);
        let items = |indexes: &[usize]| indexes.iter().map(|&i| self.items[i].clone()).collect::<Vec<Value>>();
        let of_kind = |kind: Kind| {
            let documents = site.documents.iter().enumerate().filter(move |(_, d)| super::is_listed(d, kind));
            documents.map(|(index, _)| index).collect::<Vec<usize>>()
        };
        let news = of_kind(Kind::News);
        let places: HashSet<KommunKod> =
            self.examples.iter().flat_map(|&index| &site.documents[index].municipalities).copied().collect();
        let sources: usize = self.examples.iter().map(|&index| site.documents[index].sources.len()).sum();
        let figures = [
            (self.examples.len(), "figure-examples"),
            (places.len(), "figure-municipalities"),
            (sources, "figure-sources"),
        ];
        let figures = figures.map(|(count, id)| map! { count: count, text: words.count(id, count) });
        let tasks = [
            (address::EXAMPLES, words.get("task-examples"), words.get("task-examples-text")),
            (address::MUNICIPALITIES, words.get("task-places"), words.get("task-places-text")),
            (address::FIA, words.get("task-fia"), words.get("task-fia-text")),
            ("/infor-motet/", words.get("task-meeting"), words.get("task-meeting-text")),
        ];
        let tasks = tasks.into_iter().filter_map(|(address, title, text)| {
            self.link_to(address).map(|href| map! { title: title, text: text, href: href })
        });
        let tasks: Vec<Value> = tasks.collect();
        let counties = self.county_values();
        let latest_hits = self.hits(latest.iter().map(|&index| &site.documents[index]), 3)?;
        let mut insert = |key: &'static str, value: Value| context.insert_value(key, value);
        insert("examples_href", self.base.page(address::EXAMPLES).into());
        insert("figures", figures.to_vec().into());
        insert("latest", latest_hits);
        insert("selections", self.selection_links(speech, true));
        insert("alphabet_href", self.base.page(address::ALPHABET).into());
        insert("fia_href", self.base.page(address::FIA).into());
        insert("fia", items(&of_kind(Kind::Fia)).into());
        insert("topics_href", self.base.page(address::TOPICS).into());
        insert("ways", self.facets_of(&WAYS));
        insert("tasks", tasks.into());
        insert("municipalities_href", self.base.page(address::MUNICIPALITIES).into());
        insert("counties_href", self.base.page(address::COUNTIES).into());
        insert("counties", counties);
        insert("news_href", self.base.page(address::NEWS).into());
        insert("news", items(&news[..news.len().min(LATEST)]).into());
        Ok(View { template: "start.html", context })
    }
}
