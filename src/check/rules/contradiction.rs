use crate::check::{Check, Report, rule};
use crate::i18n::Message;
use crate::parse::Parsed;
use crate::schema::Kind;

rule! {
    /// # Två uppgifter säger emot varandra
    ///
    /// Ett exempel är antingen från några kommuner eller från hela landet. Och `relation: socialtjanst-af` betyder att både
    /// kommunen eller dess socialtjänst och Arbetsförmedlingen är med, så båda ska stå bland `parter`.
    ///
    /// Fel: `relation: socialtjanst-af` och `parter: [{part: kommun}, {part: region}]`
    ///
    /// Rätt: `relation: socialtjanst-af` och `parter: [{part: socialtjanst}, {part: arbetsformedlingen}]`
    "motsagelse", Error, [Check::Document(check)]
}

/// The parties that are the municipality, or its social services.
const MUNICIPAL: [&str; 2] = ["kommun", "socialtjanst"];
const EMPLOYMENT_SERVICE: &str = "arbetsformedlingen";

fn check(parsed: &Parsed, report: &mut Report<'_>) {
    if parsed.kind != Kind::Example {
        return;
    }
    let record = parsed.record();
    if record.yes("nationellt")
        && let Some(municipalities) = record.get("kommuner").filter(|_| !record.list("kommuner").is_empty())
    {
        report.at(municipalities.span.clone(), Message::new("motsagelse-nationellt"));
    }
    let parties: Vec<&str> = record.records("parter").filter_map(|(party, _)| party.text("part")).collect();
    let is_read = !parties.is_empty() && parties.len() == record.list("parter").len();
    if record.text("relation") != Some("socialtjanst-af") || !is_read {
        return;
    }
    let id = match (parties.iter().any(|part| MUNICIPAL.contains(part)), parties.contains(&EMPLOYMENT_SERVICE)) {
        (true, true) => return,
        (true, false) => "motsagelse-utan-af",
        (false, true) => "motsagelse-utan-kommun",
        (false, false) => "motsagelse-utan-bada",
    };
    let span = record.get("relation").map_or(0..0, |relation| relation.span.clone());
    report.at(span, Message::new(id));
}
