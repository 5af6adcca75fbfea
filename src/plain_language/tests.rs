use super::*;
use crate::model::geography::Geography;
use crate::model::vocabulary::Vocabularies;
use crate::schema::Kind;
use crate::schema::read::Known;

fn parsed(summary: &str, body: &str) -> Parsed {
    let known = Known { vocabularies: &Vocabularies::default(), geography: &Geography::default() };
    let text = format!("---\ntitel: x\nsammanfattning: {summary}\n---\n{body}");
    crate::parse::parse("sidor/x.md".into(), Kind::Page, text.as_str().into(), known)
}

/// What was found: the text at each place.
fn found(summary: &str, body: &str) -> (Vec<usize>, Vec<String>, Vec<String>) {
    let parsed = parsed(summary, body);
    let examined = examine(&parsed);
    let at = |span: &Span| parsed.text[span.clone()].to_owned();
    for (span, name) in &examined.unexplained {
        assert_eq!(at(span), *name);
    }
    (
        examined.long.iter().map(|(_, words)| *words).collect(),
        examined.listed.iter().map(|(span, _)| at(span)).collect(),
        examined.unexplained.iter().map(|(_, name)| name.clone()).collect(),
    )
}

#[test]
fn words_are_found_where_they_stand_and_not_in_quotations_or_code() {
    let body = "Staden *erhåller* stöd\ni enlighet med [planen, avseende unga](/ej/).\n\n> Man skall ej.\n\n`ej` och ”ej” och \"ej\" sade de. Ej mer.\n";
    assert_eq!(found("x", body).1, ["erhåller", "i enlighet med", "avseende", "Ej"]);
}

#[test]
fn a_summary_is_read_too() {
    assert_eq!(found("\"Kommunen ska tillse det.\"", "Text.\n").1, ["tillse"]);
    assert_eq!(found(">\n  Kommunen ska\n  tillse det.", "Text.\n").1.len(), 1);
}

#[test]
fn a_sentence_is_as_long_as_its_words_whatever_stands_between() {
    let body = format!("Kort. Enligt 12 kap. 1 § {}[1, 2].\n\n- {}\n", "ord och ".repeat(15), "ord ".repeat(32));
    assert_eq!(found("x", &body).0, [34]);
    let table = format!("| A | B |\n| - | - |\n| {} | B |\n", "ord ".repeat(50));
    assert!(found("x", &table).0.is_empty());
}

#[test]
fn an_abbreviation_is_explained_where_it_first_stands_or_told_once() {
    let names = |body: &str| found("x", body).2;
    assert_eq!(names("KFX hjälper. KFX (Kommunens fina xylofon) igen.\n"), ["KFX"]);
    for explained in [
        "Kommunens fina xylofon (KFX) hjälper. Sedan kom KFX.",
        "KFX (kommunens fina xylofon) hjälper.",
        "KFX, kommunens fina xylofon, hjälper.",
        "Namnet KFX står för något annat.",
        "I EU, S2014/3701/FST, SOU 2023:7, ”KFX”, `KFX`, <https://KFX.se/>, KFX-AP-SE och ALLDELES.",
        "Föreningen KFX Umeå och [KFX i Umeå](/x/) hjälper.",
    ] {
        assert!(names(explained).is_empty(), "{explained} {:?}", names(explained));
    }
    assert_eq!(names("## Om KFX\n\nKFX-stöd, KFX:s och ÖKX.\n"), ["KFX"]);
}
