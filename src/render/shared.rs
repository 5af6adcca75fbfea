//! What is the same on every page, made once: the site's settings and navigation as values, and the links that many
//! pages share.

use tera::Value;

use super::context::{is_web, map};
use super::theme::{ICON, MAP_STYLE, PRINT, SHARE, STYLE, Theme};
use super::url::Base;
use super::{Renderer, Wording};
use crate::model::settings::{Link, Mode};
use crate::model::{FACETS, Site, address};
use crate::schema::Kind;

impl Renderer<'_> {
    /// The links that many pages share.
    pub(super) fn make_links(&mut self) {
        let link = |text: &str, address: &str| {
            let href = self.base.page(address);
            map! { text: text, href: href, note: Value::none() }
        };
        let geography = &self.site.geography;
        let municipalities = geography.municipalities.iter();
        let municipalities = municipalities.map(|m| (m.code, link(&m.name, &address::municipality(&m.slug)))).collect();
        let counties = geography.counties.iter().map(|c| link(&c.name, &address::county(&c.slug))).collect();
        let vocabularies = FACETS.iter().filter_map(|id| self.site.vocabularies.get(id)).map(|vocabulary| {
            let terms = vocabulary.terms.iter();
            let terms = terms.map(|t| (t.id.as_str(), link(&t.name, &address::term(&vocabulary.id, &t.id))));
            (vocabulary.id.as_str(), terms.collect())
        });
        self.term_links = vocabularies.collect();
        self.municipality_links = municipalities;
        self.county_links = counties;
    }

    /// The facets with at least one example: name, address, and each value with its count.
    pub(super) fn facets_of(&self, vocabularies: &[&str]) -> Value {
        let facets = vocabularies.iter().filter_map(|id| self.site.vocabularies.get(id));
        let facets = facets.map(|vocabulary| {
            let terms = vocabulary.terms.iter().filter_map(|term| {
                let count =
                    self.site.with_term(&vocabulary.id, &term.id).iter().filter(|d| d.kind == Kind::Example).count();
                let href = self.base.page(&address::term(&vocabulary.id, &term.id));
                (count > 0).then(|| map! { title: term.name.as_str(), href: href, count: count })
            });
            let terms: Vec<Value> = terms.collect();
            let href = self.base.page(&address::vocabulary(&vocabulary.id));
            (!terms.is_empty()).then(|| map! { title: vocabulary.name.as_str(), href: href, terms: terms })
        });
        facets.flatten().collect::<Vec<_>>().into()
    }
}

pub(super) fn links(base: &Base, links: &[Link]) -> Value {
    let links = links.iter().map(|link| {
        map! { title: link.title.as_str(), href: base.page(&link.address), address: link.address.as_str() }
    });
    links.collect::<Vec<_>>().into()
}

/// The links that the settings give, and one to the statistics where there are any.
fn footer(site: &Site) -> Vec<Link> {
    let mut links = site.settings.footer.clone();
    if !site.reports.is_empty() && links.iter().all(|link| link.address != address::STATISTICS) {
        let words = Wording::new(site.settings.language.parse().unwrap_or_default());
        let title = words.get("statistics").to_owned();
        links.push(Link { title, address: address::STATISTICS.to_owned() });
    }
    links
}

pub(super) fn site_value(site: &Site, base: &Base, theme: &Theme) -> Value {
    let settings = &site.settings;
    let asset = |name| theme.assets.iter().find(|asset| asset.name == name).map(|asset| base.page(&asset.path));
    let contact = settings.contact.as_ref().map(|contact| {
        map! { role: contact.role.as_str(), email: contact.email.as_deref(), telephone: contact.telephone.as_deref() }
    });
    let has_contact_page = site.route("/om/kontakt/").is_some();
    map! {
        title: settings.title.as_str(),
        short_title: settings.short_title.as_str(),
        home: base.page("/"),
        search: base.page(address::SEARCH),
        feed: base.page("/feed.xml"),
        style: asset(STYLE),
        icon: asset(ICON),
        share: theme.path_of(SHARE).map(|path| base.absolute(path)),
        print: asset(PRINT),
        map_style: asset(MAP_STYLE),
        demonstration: settings.mode == Mode::Demonstration,
        senders: settings.senders.join(", "),
        responsible: settings.responsible.as_str(),
        contact: contact,
        contact_page: has_contact_page.then(|| base.page("/om/kontakt/")),
        footer: links(base, &footer(site)),
        licence: settings.licence.as_deref(),
        repository: settings.repository.as_deref().filter(|address| is_web(address)),
    }
}
