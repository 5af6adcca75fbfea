//! What a change does to addresses: the promise is that an address once published answers for ever.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::pages::Pair;
use crate::check::Checked;
use crate::model::routes::Page;
use crate::model::{Site, address};
use crate::parse::Parsed;

/// Addresses that came and went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addresses {
    /// Answered before, or stood in `adresser.txt`, and lead nowhere now.
    pub vanished: Vec<Vanished>,
    /// Lines of `adresser.txt` that were taken away: nothing would notice if the address vanished later.
    pub erased: Vec<String>,
    /// New redirects: from, to.
    pub redirects: Vec<(String, String)>,
    /// Addresses that now say that the page was taken away.
    pub removed: Vec<String>,
    /// New pages that are nobody's document, such as those of a new value of a vocabulary.
    pub generated: Vec<String>,
}

/// An address that would meet its readers with an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vanished {
    pub address: String,
    /// The file that is the page's now, and the address that it has there.
    pub moved: Option<(String, String)>,
    /// What else may have been meant.
    pub nearest: Option<String>,
}

impl Addresses {
    pub(super) fn of(before: &Checked, after: &Checked, pairs: &[Pair<'_>]) -> Addresses {
        let (old, new) = (&before.corpus.site, &after.corpus.site);
        let published: BTreeSet<&str> =
            lasting(old).chain(old.ledger.iter().map(|line| line.address.as_str())).collect();
        let moved: HashMap<String, &Parsed> = pairs
            .iter()
            .filter_map(|pair| Some((pair.before?, pair.after?)))
            .filter(|(before, after)| before.path != after.path)
            .map(|(before, after)| (address_of(before), after))
            .collect();
        let vanished = published.into_iter().filter(|address| new.route(address).is_none()).map(|address| {
            let moved = moved.get(address).map(|after| (after.path.to_string(), address_of(after)));
            // Lists are near any address below them, and are never what was meant.
            let nearest = after
                .corpus
                .nearest_addresses(address)
                .into_iter()
                .find(|near| new.document_at(near).is_some() && !address.starts_with(&**near));
            Vanished { address: address.to_owned(), moved, nearest }
        });
        let kept: HashSet<&str> = new.ledger.iter().map(|line| line.address.as_str()).collect();
        let erased = old.ledger.iter().map(|line| &line.address).filter(|address| !kept.contains(address.as_str()));
        let mut addresses = Addresses {
            vanished: vanished.collect(),
            erased: erased.cloned().collect::<BTreeSet<_>>().into_iter().collect(),
            ..Addresses::default()
        };
        for route in &new.routes {
            let earlier = old.route(&route.address).map(|route| &route.page);
            match &route.page {
                Page::Redirect { to } if earlier != Some(&route.page) => {
                    addresses.redirects.push((route.address.clone(), to.clone()));
                }
                Page::Removed(_) if !matches!(earlier, Some(Page::Removed(_))) => {
                    addresses.removed.push(route.address.clone());
                }
                Page::Redirect { .. } | Page::Removed(_) | Page::Document(_) | Page::Withdrawn(_) => {}
                _ if earlier.is_none() && route.lasts() => addresses.generated.push(route.address.clone()),
                _ => {}
            }
        }
        addresses
    }
}

fn lasting(site: &Site) -> impl Iterator<Item = &str> {
    site.routes.iter().filter(|route| route.lasts()).map(|route| route.address.as_str())
}

/// The address of a document's own page.
pub(super) fn address_of(parsed: &Parsed) -> String {
    address::of_document(parsed.kind, &parsed.path)
}
