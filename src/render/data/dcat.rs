//! `/data/dcat.rdf`: the catalogue that data portals harvest, DCAT-AP-SE 3 as RDF/XML.
//!
//! The profile asks for a catalogue (title, description, publisher, licence CC0 for the descriptions themselves), its
//! data set (title, description, publisher) and the files that it can be had in, each with an address and a licence:
//! <https://docs.dataportal.se/dcat/3.0.1/sv/>. Who publishes is said by the settings.

use std::fmt::Write;

use crate::model::address;
use crate::render::Renderer;
use crate::render::html::escape;

const NAMESPACES: [(&str, &str); 6] = [
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
];
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";
/// The profile lets the descriptions of a catalogue have no other licence.
const CC0: &str = "http://creativecommons.org/publicdomain/zero/1.0/";
const SWEDEN: &str = "http://sws.geonames.org/2661886/";

/// RDF/XML in the making.
struct Rdf {
    out: String,
    language: String,
}

impl Rdf {
    fn open(&mut self, class: &str, about: &str) {
        let _infallible = writeln!(self.out, "<{class} rdf:about=\"{}\">", escape(about));
    }

    fn close(&mut self, class: &str) {
        let _infallible = writeln!(self.out, "</{class}>");
    }

    fn words(&mut self, property: &str, text: &str) {
        let language = escape(&self.language);
        let _infallible = writeln!(self.out, "  <{property} xml:lang=\"{language}\">{}</{property}>", escape(text));
    }

    fn plain(&mut self, property: &str, text: &str) {
        let _infallible = writeln!(self.out, "  <{property}>{}</{property}>", escape(text));
    }

    fn date(&mut self, property: &str, date: Option<jiff::civil::Date>) {
        const DATE: &str = "http://www.w3.org/2001/XMLSchema#date";
        if let Some(date) = date {
            let _infallible = writeln!(self.out, "  <{property} rdf:datatype=\"{DATE}\">{date}</{property}>");
        }
    }

    fn link(&mut self, property: &str, to: &str) {
        let _infallible = writeln!(self.out, "  <{property} rdf:resource=\"{}\"/>", escape(to));
    }
}

impl Renderer<'_> {
    pub(in crate::render) fn catalogue(&self) -> Vec<u8> {
        let settings = &self.site.settings;
        let words = &self.speech(&settings.language).wording;
        let file = self.base.absolute(address::DATA_CATALOGUE);
        let node = |name: &str| format!("{file}#{name}");
        let (publisher, contact, dataset) = (node("utgivare"), node("kontakt"), node("datamangd"));
        let language = if settings.language == "en" { "language/ENG" } else { "language/SWE" };
        let language = format!("{AUTHORITY}{language}");
        let updated = self.data_updated();
        let mut rdf = Rdf { out: String::new(), language: settings.language.clone() };
        rdf.out.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rdf:RDF");
        for (prefix, namespace) in NAMESPACES {
            let _infallible = write!(rdf.out, "\n  xmlns:{prefix}=\"{namespace}\"");
        }
        rdf.out.push_str(">\n");

        rdf.open("dcat:Catalog", &node("katalog"));
        rdf.words("dcterms:title", &settings.title);
        rdf.words("dcterms:description", &settings.description);
        rdf.link("dcterms:publisher", &publisher);
        rdf.link("dcterms:license", CC0);
        rdf.link("dcterms:language", &language);
        rdf.date("dcterms:modified", updated);
        rdf.link("dcat:themeTaxonomy", &format!("{AUTHORITY}data-theme"));
        rdf.link("foaf:homepage", &self.base.absolute(address::START));
        rdf.link("dcat:dataset", &dataset);
        rdf.close("dcat:Catalog");

        rdf.open("foaf:Agent", &publisher);
        let sender = if settings.senders.is_empty() { settings.title.clone() } else { settings.senders.join(", ") };
        rdf.plain("foaf:name", &sender);
        rdf.close("foaf:Agent");

        rdf.open("dcat:Dataset", &dataset);
        rdf.words("dcterms:title", words.get("data-title"));
        rdf.words("dcterms:description", words.get("data-description"));
        rdf.link("dcterms:publisher", &publisher);
        if settings.contact.is_some() {
            rdf.link("dcat:contactPoint", &contact);
        }
        for keyword in words.get("data-keywords").split(',') {
            rdf.words("dcat:keyword", keyword.trim());
        }
        rdf.link("dcat:theme", &format!("{AUTHORITY}data-theme/SOCI"));
        rdf.link("dcterms:accessRights", &format!("{AUTHORITY}access-right/PUBLIC"));
        rdf.link("dcterms:accrualPeriodicity", &format!("{AUTHORITY}frequency/IRREG"));
        rdf.link("dcterms:spatial", SWEDEN);
        rdf.link("dcterms:language", &language);
        rdf.date("dcterms:modified", updated);
        rdf.link("dcat:landingPage", &self.base.absolute(address::DATA));
        let files = [
            ("json", address::DATA_JSON, "application/json", "data-file-json", "data-file-json-help"),
            ("csv", address::DATA_CSV, "text/csv", "data-file-csv", "data-file-csv-help"),
        ];
        for (name, ..) in files {
            rdf.link("dcat:distribution", &node(name));
        }
        rdf.close("dcat:Dataset");

        for (name, address, format, title, help) in files {
            rdf.open("dcat:Distribution", &node(name));
            rdf.words("dcterms:title", words.get(title));
            rdf.words("dcterms:description", words.get(help));
            rdf.plain("dcterms:format", format);
            rdf.link("dcat:accessURL", &self.base.absolute(address::DATA));
            rdf.link("dcat:downloadURL", &self.base.absolute(address));
            if let Some(licence) = settings.licence_address() {
                rdf.link("dcterms:license", licence);
            }
            rdf.link("dcterms:language", &language);
            rdf.date("dcterms:modified", updated);
            if name == "json" {
                rdf.link("dcterms:conformsTo", &self.base.absolute(address::DATA_SCHEMA));
            }
            rdf.close("dcat:Distribution");
        }

        rdf.open("dcterms:Standard", &self.base.absolute(address::DATA_SCHEMA));
        rdf.words("dcterms:title", words.get("data-file-schema"));
        rdf.close("dcterms:Standard");
        rdf.open("dcterms:Location", SWEDEN);
        rdf.words("rdfs:label", words.get("data-country"));
        rdf.close("dcterms:Location");
        if let Some(point) = &settings.contact {
            rdf.open("vcard:Organization", &contact);
            rdf.plain("vcard:fn", &point.role);
            if let Some(email) = &point.email {
                rdf.link("vcard:hasEmail", &format!("mailto:{email}"));
            }
            if self.site.route("/om/kontakt/").is_some() {
                rdf.link("vcard:hasURL", &self.base.absolute("/om/kontakt/"));
            }
            rdf.close("vcard:Organization");
        }
        rdf.out.push_str("</rdf:RDF>\n");
        rdf.out.into_bytes()
    }
}
