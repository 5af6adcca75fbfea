//! Which examples await that a party vouches for them.
//!
//! An example is confirmed when both parties, the municipality's social services and Arbetsförmedlingen, have said that the work
//! goes well and is described rightly (`bekraftad`). Where the file says that nothing is known of it, nobody has.

use super::document::Document;
use super::{Site, address};
use crate::parse::Status;
use crate::schema::Kind;

/// The parties that have not confirmed an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awaited {
    pub municipality: bool,
    pub arbetsformedlingen: bool,
}

/// Who is awaited, if anybody is. Only what readers see is to be confirmed.
pub fn awaited(document: &Document) -> Option<Awaited> {
    if document.kind != Kind::Example || document.status != Status::Published {
        return None;
    }
    let confirmed = document.example.as_deref().and_then(|example| example.confirmed);
    let awaited = Awaited {
        municipality: confirmed.is_none_or(|confirmed| confirmed.municipality.is_none()),
        arbetsformedlingen: confirmed.is_none_or(|confirmed| confirmed.arbetsformedlingen.is_none()),
    };
    (awaited.municipality || awaited.arbetsformedlingen).then_some(awaited)
}

/// The address of the sheet on which the parties of an example answer: where the settings ask for sheets, and somebody is awaited.
/// A sheet for every example would double the files of a site that has been confirmed, and ask again for what has been answered.
pub fn sheet(site: &Site, document: &Document) -> Option<String> {
    (site.settings.confirmation_sheets && awaited(document).is_some()).then(|| address::confirm(&document.id))
}

/// Every example that awaits somebody, in the order of lists.
pub fn awaiting(site: &Site) -> impl Iterator<Item = (&Document, Awaited)> {
    site.documents.iter().filter_map(|document| Some((document, awaited(document)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Audience;
    use crate::source::{Content, File};

    #[test]
    fn an_example_awaits_each_party_that_has_not_confirmed_it() {
        let example = |id: &str, more: &str| {
            let text = format!("---\nid: {id}\ntitel: {id}\n{more}\n---\n## Arbetssätt\n\nText.\n");
            File { path: format!("exempel/{id}.md").into(), content: Content::Text(text.into()) }
        };
        let files = [
            example("a", "status: publicerad\nbekraftad: {kommun: 2025-01-02, af: nej}"),
            example("b", "status: publicerad\nbekraftad: {kommun: 2025-01-02, af: 2025-02-03}"),
            example("c", "status: publicerad\nuppgift-saknas: [bekraftad]"),
            example("d", "status: utkast\nbekraftad: {kommun: nej, af: nej}"),
        ];
        let site = crate::check::read_site(&files, jiff::civil::date(2026, 11, 22), Audience::Editors);
        let found: Vec<_> = awaiting(&site)
            .map(|(d, awaited)| (d.id.as_str(), awaited.municipality, awaited.arbetsformedlingen))
            .collect();
        assert_eq!(found, [("a", false, true), ("c", true, true)]);
    }
}
