//! What claims cite, for the three rules about sources.

use std::collections::BTreeMap;

use crate::parse::Parsed;
use crate::schema::Record;
use crate::yaml::Span;

/// The sources that together support one claim, and where the claim cites them.
pub(super) struct Support {
    pub numbers: Vec<(u32, Span)>,
    pub span: Span,
}

/// Every claim that cites, in the text and in the rows of `ansvar` and `resultat`.
pub(super) fn supports(parsed: &Parsed) -> Vec<Support> {
    let in_text =
        parsed.body.citations.iter().map(|group| Support { numbers: group.numbers.clone(), span: group.span.clone() });
    let rows =
        parsed.records.iter().flat_map(|record| ["ansvar", "resultat"].into_iter().flat_map(|key| record.records(key)));
    let in_rows = rows.filter_map(|(row, _)| {
        let span = row.get("kalla")?.span.clone();
        let numbers = row.numbers("kalla").iter().map(|n| (n.value, n.span.clone())).collect();
        Some(Support { numbers, span })
    });
    in_text.chain(in_rows).collect()
}

/// The sources of a document by number, each with its place.
pub(super) fn sources(parsed: &Parsed) -> BTreeMap<u32, (&Record, &Span)> {
    let sources = parsed.records.iter().flat_map(|record| record.records("kallor"));
    sources.filter_map(|(source, span)| Some((u32::try_from(source.integer("nr")?).ok()?, (source, span)))).collect()
}
