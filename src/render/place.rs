//! Municipalities and counties.

use std::collections::{BTreeMap, HashSet};

use tera::Value;

use super::context::{Frame, View, map};
use super::list::count_of;
use super::wording::Wording;
use super::{RenderError, Renderer, Speech};
use crate::model::address;
use crate::model::geography::Municipality;
use crate::model::routes::Route;
use crate::schema::Kind;

/// How many examples from similar municipalities are shown for each reason.
const NEAREST: usize = 10;

impl Renderer<'_> {
    pub(super) fn municipalities(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let introduction = self.introduction_of(address::MUNICIPALITIES);
        let heading = self.heading(&speech.wording, address::MUNICIPALITIES, "municipalities");
        let mut context = self.frame(speech, Frame::new(route, heading).of(introduction));
        self.introduction(speech, &mut context, introduction);
        let counties = self.site.geography.counties.iter().enumerate().map(|(index, county)| {
            map! {
                title: county.name.as_str(),
                id: county.slug.as_str(),
                href: self.base.page(&address::county(&county.slug)),
                municipalities: self.members(index),
            }
        });
        context.insert_value("counties", counties.collect::<Vec<_>>().into());
        context.insert_value("counties_href", self.base.page(address::COUNTIES).into());
        Ok(View { template: "municipalities.html", context })
    }

    /// The municipalities of a county with the number of their examples.
    fn members(&self, county: usize) -> Vec<Value> {
        let municipalities = self.site.geography.municipalities.iter().filter(|m| m.county == county);
        let municipalities = municipalities.map(|municipality| {
            let href = self.base.page(&address::municipality(&municipality.slug));
            let count = self.site.in_municipality(municipality.code).len();
            map! { title: municipality.name.as_str(), href: href, count: count }
        });
        municipalities.collect()
    }

    pub(super) fn municipality(
        &self,
        speech: &Speech,
        route: &Route,
        index: usize,
        number: usize,
    ) -> Result<View, RenderError> {
        let words = &speech.wording;
        let municipality = &self.site.geography.municipalities[index];
        let county = &self.site.geography.counties[municipality.county];
        let frame = Frame::new(route, municipality.name.as_str())
            .below(self.heading(words, address::MUNICIPALITIES, "municipalities"), address::MUNICIPALITIES)
            .describe(words.with("municipality-description", &[("municipality", &municipality.name)]));
        let mut context = self.frame(speech, frame);
        let first = address::municipality(&municipality.slug);
        let members = self.site.in_municipality(municipality.code);
        self.list(words, &mut context, (&first, number), members.indexes())?;
        let has_example = members.iter().any(|document| document.kind == Kind::Example);
        let group = municipality.group.as_deref().and_then(|code| self.site.geography.group_name(code));
        let mut insert = |key: &'static str, value: Value| context.insert_value(key, value);
        insert("count", count_of(words, members).into());
        let none = words.with("no-example", &[("place", &municipality.name)]);
        insert("no_example", (!has_example).then_some(none).into());
        insert("county", map! { title: county.name.as_str(), href: self.base.page(&address::county(&county.slug)) });
        insert("group", group.into());
        insert("contribute", self.base.page(address::SUGGEST).into());
        insert("examples_href", self.base.page(address::EXAMPLES).into());
        let own = members.iter().map(|document| document.id.as_str());
        let nearest = if number > 1 { Vec::new() } else { self.nearest(words, municipality, group, own)? };
        insert("nearest", nearest.into());
        Ok(View { template: "municipality.html", context })
    }

    /// Examples from similar municipalities, with the reason they are shown. Those of the municipality itself stand
    /// above them already.
    fn nearest<'m>(
        &'m self,
        words: &Wording,
        municipality: &Municipality,
        group: Option<&str>,
        own: impl Iterator<Item = &'m str>,
    ) -> Result<Vec<Value>, RenderError> {
        let nearest = self.site.nearest(municipality);
        let county = &self.site.geography.counties[municipality.county];
        let same_county = words.with("same-county", &[("county", &county.name)]);
        let same_group = group.map(|group| words.with("same-group", &[("group", group)]));
        let reasons = [(Some(same_county), nearest.same_county), (same_group, nearest.same_group)];
        self.with_reasons(own, reasons.into_iter().filter_map(|(reason, places)| Some((reason?, places))))
    }

    /// Examples from other counties' municipalities of the SKR groups that a county has most of.
    fn nearest_to_county(&self, words: &Wording, index: usize) -> Result<Vec<Value>, RenderError> {
        let geography = &self.site.geography;
        let own = geography.municipalities.iter().filter(|m| m.county == index).filter_map(|m| m.group.as_deref());
        let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
        own.for_each(|group| *groups.entry(group).or_default() += 1);
        let mut groups: Vec<_> = groups.into_iter().collect();
        groups.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        self.with_reasons(
            std::iter::empty(),
            groups.into_iter().filter_map(|(code, _)| {
                let reason = words.with("same-group", &[("group", geography.group_name(code)?)]);
                Some((reason, geography.municipalities.iter().filter(|m| m.group.as_deref() == Some(code)).collect()))
            }),
        )
    }

    /// Examples from places, each once, under the reason that its place is shown. Those whose ids are `known` are not
    /// shown again.
    fn with_reasons<'m>(
        &'m self,
        known: impl Iterator<Item = &'m str>,
        reasons: impl Iterator<Item = (String, Vec<&'m Municipality>)>,
    ) -> Result<Vec<Value>, RenderError> {
        let mut shown: HashSet<&str> = known.collect();
        let mut values = Vec::new();
        for (reason, places) in reasons {
            let documents = places.iter().flat_map(|place| self.site.in_municipality(place.code).iter());
            let documents = documents.filter(|d| d.kind == Kind::Example && shown.insert(d.id.as_str()));
            let documents: Vec<_> = documents.take(NEAREST).collect();
            if !documents.is_empty() {
                values.push(map! { reason: reason, items: self.hits(documents.into_iter(), 3)? });
            }
        }
        Ok(values)
    }

    pub(super) fn counties(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let introduction = self.introduction_of(address::COUNTIES);
        let heading = self.heading(&speech.wording, address::COUNTIES, "counties");
        let mut context = self.frame(speech, Frame::new(route, heading).of(introduction));
        self.introduction(speech, &mut context, introduction);
        context.insert_value("map", self.county_map(&speech.wording));
        context.insert_value("counties", self.county_rows());
        context.insert_value("municipalities_href", self.base.page(address::MUNICIPALITIES).into());
        Ok(View { template: "counties.html", context })
    }

    /// Counties that have pages, with their number.
    pub(super) fn county_values(&self) -> Value {
        let counties = self.site.geography.counties.iter().enumerate().filter_map(|(index, county)| {
            let count = self.site.in_county(index).len();
            let href = self.base.page(&address::county(&county.slug));
            (count > 0).then(|| map! { title: county.name.as_str(), href: href, count: count })
        });
        counties.collect::<Vec<_>>().into()
    }

    pub(super) fn county(
        &self,
        speech: &Speech,
        route: &Route,
        index: usize,
        number: usize,
    ) -> Result<View, RenderError> {
        let words = &speech.wording;
        let county = &self.site.geography.counties[index];
        let frame = Frame::new(route, county.name.as_str())
            .below(self.heading(words, address::COUNTIES, "counties"), address::COUNTIES)
            .describe(words.with("county-description", &[("county", &county.name)]))
            .followed_by(self.feed_of_county(index));
        let mut context = self.frame(speech, frame);
        let members = self.site.in_county(index);
        self.list(words, &mut context, (&address::county(&county.slug), number), members.indexes())?;
        let none = words.with("no-example", &[("place", &county.name)]);
        let has_example = members.iter().any(|document| document.kind == Kind::Example);
        let nearest = if has_example { Vec::new() } else { self.nearest_to_county(words, index)? };
        context.insert_value("no_example", (!has_example).then_some(none).into());
        context.insert_value("nearest", nearest.into());
        context.insert_value("examples_href", self.base.page(address::EXAMPLES).into());
        context.insert_value("count", count_of(words, members).into());
        context.insert_value("municipalities", self.members(index).into());
        let locator = if number > 1 { Value::none() } else { self.locator(words, index) };
        context.insert_value("locator", locator);
        context.insert_value("contribute", self.base.page(address::SUGGEST).into());
        Ok(View { template: "county.html", context })
    }
}
