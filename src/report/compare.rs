//! Two reports → what changed from the one to the other, and what the two were not counted alike by.

use std::collections::BTreeMap;

use super::data::{Caution, Compared, Comparison, Report, What};
use crate::schema::value::whole_date;

/// The most pages that are compared.
const PAGES: usize = 50;

/// What changed since an earlier report.
pub fn compare(before: &Report, now: &Report) -> Comparison {
    let mut rows = Vec::new();
    let mut single = |what, count: &dyn Fn(&Report) -> u64| {
        rows.push(Compared { what, name: String::new(), before: count(before), now: count(now) });
    };
    single(What::Visits, &|report| report.leading().visits);
    single(What::PageViews, &|report| report.leading().page_views);
    single(What::VisitorDays, &|report| report.leading().visitor_days);
    single(What::Searches, &|report| report.searches.searches);
    single(What::Municipalities, &|report| report.reach.reached.len() as u64);
    for row in &now.channels {
        let earlier = before.channels.iter().find(|other| other.name == row.name).map_or(0, |other| other.count);
        rows.push(Compared { what: What::Channel, name: row.name.clone(), before: earlier, now: row.count });
    }
    rows.extend(pages(before, now));
    Comparison { from: before.from.clone(), to: before.to.clone(), cautions: cautions(before, now), rows }
}

/// The pages that were most visited in either period, by the greater of the two.
fn pages(before: &Report, now: &Report) -> Vec<Compared> {
    let mut all: BTreeMap<&str, (&str, u64, u64)> = BTreeMap::new();
    for page in &before.pages {
        all.insert(&page.address, (&page.title, page.visits, 0));
    }
    for page in &now.pages {
        let entry = all.entry(&page.address).or_insert((&page.title, 0, 0));
        // A page has the title that it has now.
        (entry.0, entry.2) = (&page.title, page.visits);
    }
    all.retain(|_, (_, before, now)| (*before, *now) != (0, 0));
    let mut rows: Vec<(&str, (&str, u64, u64))> = all.into_iter().collect();
    rows.sort_by(|(a, (_, old_a, new_a)), (b, (_, old_b, new_b))| {
        old_b.max(new_b).cmp(old_a.max(new_a)).then_with(|| a.cmp(b))
    });
    let rows = rows.into_iter().take(PAGES);
    rows.map(|(_, (title, before, now))| Compared { what: What::Page, name: title.to_owned(), before, now }).collect()
}

fn cautions(before: &Report, now: &Report) -> Vec<Caution> {
    let (old, new) = (&before.provenance, &now.provenance);
    let is_doubtful = |report: &Report| {
        let quality = &report.quality;
        quality.is_proxied || quality.is_truncated || !quality.days_missing.is_empty()
    };
    let all = [
        (Caution::Demonstration, before.is_demonstration != now.is_demonstration),
        (Caution::Definitions, old.definitions != new.definitions),
        (Caution::Leading, before.leading != now.leading),
        (Caution::Program, old.program != new.program),
        (Caution::Lists, old.lists != new.lists),
        (Caution::Length, days(before) != days(now)),
        (Caution::Quality, is_doubtful(before) || is_doubtful(now)),
    ];
    all.into_iter().filter_map(|(caution, holds)| holds.then_some(caution)).collect()
}

/// How many days a period has.
fn days(report: &Report) -> Option<i32> {
    let day = |text: &Option<String>| whole_date(text.as_deref()?).ok().map(super::day::number);
    Some(day(&report.to)? - day(&report.from)? + 1)
}
