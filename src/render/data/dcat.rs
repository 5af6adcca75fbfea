//! `/data/dcat.rdf`: the catalogue that data portals harvest, DCAT-AP-SE 3 as RDF/XML.
//!
//! The profile asks for a catalogue (title, description, publisher, licence CC0 for the descriptions themselves), its
//! data set (title, description, publisher) and the files that it can be had in, each with an address and a licence:
//! <https://docs.dataportal.se/dcat/3.0.1/sv/>. Who publishes is said by the settings; so is what they are, which the profile
//! demands and a demonstration cannot say. A contact without an electronic address is none to the profile, and is left out.
//! Addresses of others' vocabularies have their class written out, as the European profile checks it. All of it stands as
//! shapes in `tests/browser/dcat/`.

use std::fmt::Write;

use crate::model::address;
use crate::render::Renderer;
use crate::render::html::escape;

const NAMESPACES: [(&str, &str); 7] = [
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
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

    /// What something is that is described elsewhere.
    fn class(&mut self, class: &str, about: &str) {
        let _infallible = writeln!(self.out, "<{class} rdf:about=\"{}\"/>", escape(about));
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
        let of_authority = |path: &str| format!("{AUTHORITY}{path}");
        let (themes, theme) = (of_authority("data-theme"), of_authority("data-theme/SOCI"));
        let (public, frequency) = (of_authority("access-right/PUBLIC"), of_authority("frequency/IRREG"));
        let (home, landing) = (self.base.absolute(address::START), self.base.absolute(address::DATA));
        let reached = settings.contact.as_ref().and_then(|point| Some((point, point.email.as_deref()?)));
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
        rdf.link("dcterms:spatial", SWEDEN);
        rdf.link("dcat:themeTaxonomy", &themes);
        rdf.link("foaf:homepage", &home);
        rdf.link("dcat:dataset", &dataset);
        rdf.close("dcat:Catalog");

        rdf.open("foaf:Agent", &publisher);
        let sender = if settings.senders.is_empty() { settings.title.clone() } else { settings.senders.join(", ") };
        rdf.words("foaf:name", &sender);
        if let Some(kind) = settings.sender_type {
            rdf.link("dcterms:type", kind);
        }
        rdf.close("foaf:Agent");

        rdf.open("dcat:Dataset", &dataset);
        rdf.words("dcterms:title", words.get("data-title"));
        rdf.words("dcterms:description", words.get("data-description"));
        rdf.link("dcterms:publisher", &publisher);
        if reached.is_some() {
            rdf.link("dcat:contactPoint", &contact);
        }
        for keyword in words.get("data-keywords").split(',') {
            rdf.words("dcat:keyword", keyword.trim());
        }
        rdf.link("dcat:theme", &theme);
        rdf.link("dcterms:accessRights", &public);
        rdf.link("dcterms:accrualPeriodicity", &frequency);
        rdf.link("dcterms:spatial", SWEDEN);
        rdf.link("dcterms:language", &language);
        rdf.date("dcterms:modified", updated);
        rdf.link("dcat:landingPage", &landing);
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
            rdf.link("dcat:accessURL", &landing);
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
        let licences = [Some(CC0), settings.licence_address().filter(|address| *address != CC0)];
        let classes = [
            ("dcterms:LinguisticSystem", language.as_str()),
            ("skos:ConceptScheme", &themes),
            ("skos:Concept", &theme),
            ("dcterms:RightsStatement", &public),
            ("dcterms:Frequency", &frequency),
            ("foaf:Document", &home),
            ("foaf:Document", &landing),
        ];
        let licences = licences.into_iter().flatten().map(|licence| ("dcterms:LicenseDocument", licence));
        let kind = settings.sender_type.map(|kind| ("skos:Concept", kind));
        for (class, about) in classes.into_iter().chain(licences).chain(kind) {
            rdf.class(class, about);
        }
        if let Some((point, email)) = reached {
            rdf.open("vcard:Organization", &contact);
            rdf.plain("vcard:fn", &point.role);
            rdf.link("vcard:hasEmail", &format!("mailto:{email}"));
            if self.site.route("/om/kontakt/").is_some() {
                rdf.link("vcard:hasURL", &self.base.absolute("/om/kontakt/"));
            }
            rdf.close("vcard:Organization");
        }
        rdf.out.push_str("</rdf:RDF>\n");
        rdf.out.into_bytes()
    }
}
