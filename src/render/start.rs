//! The start page: what the site is, and the ways in.

use tera::Value;

use super::context::{Frame, View, map};
use super::{RenderError, Renderer, Speech};
use crate::model::routes::Route;
use crate::model::{FACETS, address};
use crate::schema::Kind;

/// How many of the latest examples and notices are shown.
const LATEST: usize = 5;

impl Renderer<'_> {
    pub(super) fn start(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let words = &speech.wording;
        let site = self.site;
        let introduction = self.introduction_of(address::START);
        let heading = introduction.map_or_else(|| site.settings.title.clone(), |d| d.title.clone());
        let mut context = self.frame(speech, Frame::new(route, heading).of(introduction));
        self.introduction(speech, &mut context, introduction);

        let mut latest = self.examples.clone();
        // Lists are in Swedish order of title already, and the sort keeps it within a day.
        latest.sort_by_key(|&index| std::cmp::Reverse(site.documents[index].reviewed));
        latest.truncate(LATEST);
        let items = |indexes: &[usize]| indexes.iter().map(|&i| self.items[i].clone()).collect::<Vec<Value>>();
        let of_kind = |kind: Kind| {
            let documents = site.documents.iter().enumerate().filter(move |(_, d)| super::is_listed(d, kind));
            documents.map(|(index, _)| index).collect::<Vec<usize>>()
        };
        let news = of_kind(Kind::News);
        let topics = FACETS.iter().filter_map(|id| site.vocabularies.get(id)).map(|vocabulary| {
            map! {
                title: vocabulary.name.as_str(),
                href: self.base.page(&address::vocabulary(&vocabulary.id)),
                summary: vocabulary.description.as_str(),
            }
        });
        let counties = self.county_values();
        let mut insert = |key: &'static str, value: Value| context.insert_value(key, value);
        insert("examples_href", self.base.page(address::EXAMPLES).into());
        insert("examples_count", words.count("count-examples", self.examples.len()).into());
        insert("latest", items(&latest).into());
        insert("fia_href", self.base.page(address::FIA).into());
        insert("fia", items(&of_kind(Kind::Fia)).into());
        insert("topics_href", self.base.page(address::TOPICS).into());
        insert("topics", topics.collect::<Vec<_>>().into());
        insert("municipalities_href", self.base.page(address::MUNICIPALITIES).into());
        insert("counties_href", self.base.page(address::COUNTIES).into());
        insert("counties", counties);
        insert("news_href", self.base.page(address::NEWS).into());
        insert("news", items(&news[..news.len().min(LATEST)]).into());
        Ok(View { template: "start.html", context })
    }
}
