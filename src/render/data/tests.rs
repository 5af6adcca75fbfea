//! The data of the small site of the renderer's tests.

use serde_json::Value;

use super::csv::columns;
use super::fields::{DataField, fields};
use crate::model::files::SiteFile;
use crate::model::{Audience, Site};
use crate::render::tests::{assert_well_formed, page, site};
use crate::render::{Base, Renderer, Theme};
use crate::schema::Kind;

fn text(site: &Site, address: &str) -> String {
    let base = Base::parse("https://x.se/a/").unwrap();
    let renderer = Renderer::new(&Theme::embedded().unwrap(), site, base);
    String::from_utf8(renderer.file(site.files[address]).unwrap().into_owned()).unwrap()
}

fn json(site: &Site, address: &str) -> Value {
    serde_json::from_str(&text(site, address)).unwrap()
}

/// The keys of a record are those of its fields, in their order; so are those of records in it.
fn assert_fields(written: &str, value: &Value, fields: &[DataField]) {
    let record = value.as_object().unwrap();
    assert_eq!(record.len(), fields.len(), "{record:?}");
    let mut at = 0;
    for field in fields {
        let key = format!("\"{}\":", field.key);
        assert!(record.contains_key(field.key), "{key} of {record:?}");
        at += written[at..].find(&key).unwrap_or_else(|| panic!("{key} is not in its place")) + key.len();
    }
}

#[test]
fn every_published_example_is_there_with_every_field_in_order() {
    let site = site(Audience::Editors);
    let written = text(&site, "/data/exempel.json");
    let all: Value = serde_json::from_str(&written).unwrap();
    let examples = all["exempel"].as_array().unwrap();
    assert_eq!(
        examples.iter().map(|example| &example["id"]).collect::<Vec<_>>(),
        ["hel"],
        "no draft, nothing withdrawn"
    );
    assert_fields(&written[written.find("\"exempel\":").unwrap()..], &examples[0], &fields());
    assert_eq!(json(&site, "/data/exempel/1.json"), all["exempel"]);
    assert_eq!(site.files.values().filter(|file| matches!(file, SiteFile::ExamplesPart(_))).count(), 1);
    assert_eq!((&all["uppdaterad"], &all["avsandare"][0]), (&"2020-01-01".into(), &"Avsändare".into()));
}

#[test]
fn values_are_what_the_example_says() {
    let example = &json(&site(Audience::Readers), "/data/exempel/1.json")[0];
    assert_eq!(example["adress"], "https://x.se/a/exempel/hel/");
    assert_eq!(
        example["kommuner"][0],
        serde_json::json!({"kod": "1280", "namn": "Malmö", "lanskod": "12", "lan": "Skåne län"})
    );
    assert_eq!(example["niva"]["id"], "okant");
    assert_eq!(example["former"][0]["namn"], "Gemensamt <team>");
    assert_eq!(example["overenskommelse"]["dokument"], "https://x.se/avtal");
    assert_eq!(example["ansvar"][1]["kalla"], serde_json::json!([1, 2]));
    assert_eq!((&example["period"]["fran"], &example["period"]["text"]), (&"2014-03".into(), &Value::Null));
    assert_eq!((&example["bekraftad"]["kommun"], &example["bekraftad"]["af"]), (&"2025-01-02".into(), &Value::Null));
    let copy = &example["kallor"][1];
    assert_eq!((&copy["adress"], &copy["last-i-kopia"]), (&Value::Null, &true.into()));
    assert!(!example.to_string().contains("kopia.example"), "a copy's address is nobody's source");
    assert_eq!(
        example["avsnitt"],
        serde_json::json!([
            "arbetssatt",
            "resultat",
            "hinder-och-lardomar",
            "kommunens-erfarenheter",
            "arbetsformedlingens-erfarenheter"
        ])
    );
    assert_eq!(example["uppgift-saknas"], serde_json::json!(["rutiner", "kontakt"]));
}

#[test]
fn every_field_of_the_table_is_published_or_left_out_on_purpose() {
    let published: Vec<&str> = fields().iter().map(|field| field.key).collect();
    let left_out = ["status", "avpublicerad", "kontakt", "tidigare-adresser", "godtas"];
    for field in Kind::Example.table().fields {
        assert_ne!(published.contains(&field.key), left_out.contains(&field.key), "{}", field.key);
    }
}

#[test]
fn the_schema_names_each_field_and_each_value_of_its_vocabulary() {
    let schema = json(&site(Audience::Readers), "/data/exempel.schema.json");
    assert_eq!(schema["$id"], "https://x.se/a/data/exempel.schema.json");
    let example = &schema["$defs"]["exempel"];
    let required: Vec<&str> = example["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(required, fields().iter().map(|field| field.key).collect::<Vec<_>>());
    assert_eq!(example["properties"]["titel"]["maxLength"], 120);
    assert_eq!(example["properties"]["malgrupp-text"]["anyOf"][1]["type"], "null");
    assert_eq!(schema["$defs"]["vokabular-former"]["properties"]["id"]["enum"], serde_json::json!(["gemensamt-team"]));
}

#[test]
fn the_table_opens_in_a_spreadsheet_and_no_cell_is_a_formula() {
    let mut site = site(Audience::Readers);
    let index = site.published_examples().next().unwrap();
    site.documents[index].title = "=HYPERLINK(\"https://ond.example\";\"Klicka\")".into();
    let table = text(&site, "/data/exempel.csv");
    assert!(table.starts_with("\u{feff}id;adress;titel;") && table.ends_with("\r\n"));
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    assert_eq!(reader.headers().unwrap(), &csv::StringRecord::from(columns(&fields())));
    let rows: Vec<_> = reader.deserialize::<std::collections::HashMap<String, String>>().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 1);
    let cell = |column: &str| rows[0][column].as_str();
    assert_eq!(cell("titel"), "'=HYPERLINK(\"https://ond.example\";\"Klicka\")");
    assert_eq!((cell("kommuner.namn"), cell("kommuner.kod")), ("Malmö | Stockholm", "1280 | 0180"));
    assert_eq!((cell("parter.part"), cell("parter.lokalt-namn")), ("Kommunen | AF", "<b>Enheten</b> | "));
    assert_eq!((cell("ansvar.kalla"), cell("kommuner-ofullstandig")), ("1 | 1 2", "ja"));
    assert_eq!((cell("period.fran"), cell("bekraftad.af")), ("2014-03", ""));
}

#[test]
fn the_catalogue_says_who_publishes_what_and_where() {
    let rdf = text(&site(Audience::Readers), "/data/dcat.rdf");
    assert_well_formed(&rdf);
    for part in [
        "<dcat:Catalog rdf:about=\"https://x.se/a/data/dcat.rdf#katalog\">",
        "<foaf:name xml:lang=\"sv\">Avsändare</foaf:name>",
        "<dcterms:license rdf:resource=\"http://creativecommons.org/publicdomain/zero/1.0/\"/>",
        "<dcat:downloadURL rdf:resource=\"https://x.se/a/data/exempel.csv\"/>",
        "<dcat:downloadURL rdf:resource=\"https://x.se/a/data/exempel.json\"/>",
        "<dcterms:LicenseDocument rdf:about=\"http://creativecommons.org/publicdomain/zero/1.0/\"/>",
    ] {
        assert!(rdf.contains(part), "{part}");
    }
    // To the profile, a contact without an electronic address is none.
    assert!(!rdf.contains("Socialstyrelsen") && !rdf.contains("<vcard:Organization"));
}

#[test]
fn the_page_explains_each_field_that_is_published() {
    let html = page("/data/");
    for field in fields() {
        assert!(html.contains(&format!("<code>{}</code>", field.key)), "{}", field.key);
    }
    assert!(html.contains("<code>kallor.last-i-kopia</code>") && html.contains("href=\"#vokabular_former\""));
    assert!(html.contains("href=\"/data/exempel/1.json\"") && html.contains("<code>gemensamt-team</code>"));
}
