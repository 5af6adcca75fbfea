//! The examples as open data.
//!
//! ```text
//! fields    what is published about an example: the field table, with a few fields that only the data has
//! value     Document → Data, by those fields
//! schema    the fields as JSON Schema (2020-12)
//! csv       Data → rows for a spreadsheet
//! page      the fields for people: /data/
//! dcat      the catalogue for data portals
//! earlier   what an earlier build made of the same examples
//! ```
//!
//! Names, types and meanings stand once, in the field table ([`crate::schema`]): what is published, the schema and the
//! documentation are all made from it.

mod csv;
mod dcat;
mod earlier;
mod fields;
mod page;
mod schema;
#[cfg(test)]
mod tests;
mod value;

pub(crate) use csv::guarded;

use rayon::prelude::*;
use serde::Serialize;

use super::Renderer;
use crate::model::address;
use crate::model::document::Document;
use crate::model::files::{EXAMPLES_TOGETHER, examples_part, examples_parts};
pub(super) use fields::{DataField, fields};
use value::Data;

/// The facts of the data set, before its examples.
#[derive(Serialize)]
struct Head<'a> {
    titel: &'a str,
    avsandare: &'a [String],
    licens: Option<&'a str>,
    #[serde(rename = "licens-adress")]
    licence_address: Option<&'static str>,
    uppdaterad: Option<String>,
    dokumentation: String,
    #[serde(rename = "$schema")]
    schema: String,
}

impl Renderer<'_> {
    /// The examples that readers see, in the order of lists.
    pub(super) fn data_documents(&self) -> impl Iterator<Item = &Document> {
        self.site.published_examples().map(|index| &self.site.documents[index])
    }

    /// When the data last changed, as the content says.
    fn data_updated(&self) -> Option<jiff::civil::Date> {
        self.data_documents().filter_map(|document| document.reviewed).max()
    }

    /// `/data/exempel.json`: one example on each line.
    pub(super) fn examples_json(&self) -> Vec<u8> {
        let mut out = self.examples_head();
        self.write_examples(&mut out, &self.data_documents().collect::<Vec<_>>());
        out.extend_from_slice(b"}\n");
        out
    }

    /// What stands before the examples.
    fn examples_head(&self) -> Vec<u8> {
        let settings = &self.site.settings;
        let head = Head {
            titel: self.data_title(),
            avsandare: &settings.senders,
            licens: settings.licence.as_deref(),
            licence_address: settings.licence_address(),
            uppdaterad: self.data_updated().map(|date| date.to_string()),
            dokumentation: self.base.absolute(address::DATA),
            schema: self.base.absolute(address::DATA_SCHEMA),
        };
        let mut out = serde_json::to_vec(&head).unwrap_or_default();
        out.pop();
        out.extend_from_slice(b",\n\"exempel\":");
        out
    }

    /// `/data/exempel/<n>.json`: an array of the examples whose [part](examples_part) it is.
    pub(super) fn examples_part(&self, part: usize) -> Vec<u8> {
        let mut out = Vec::new();
        self.write_examples(&mut out, &self.data_part(part).collect::<Vec<_>>());
        out.push(b'\n');
        out
    }

    fn data_part(&self, part: usize) -> impl Iterator<Item = &Document> {
        let members = self.data_members.get_or_init(|| {
            let mut members = vec![Vec::new(); examples_parts(self.data_documents().count())];
            for index in self.site.published_examples() {
                let part = examples_part(&self.site.documents[index].id, members.len());
                members[part].push(index);
            }
            members
        });
        members.get(part).into_iter().flatten().map(|&index| &self.site.documents[index])
    }

    /// `/data/exempel/lista.json`: id, title and place of each example, one on each line, in the order of lists.
    pub(super) fn examples_list(&self) -> Vec<u8> {
        let words = &self.speech(&self.site.settings.language).wording;
        let mut out = b"[".to_vec();
        for (number, document) in self.data_documents().enumerate() {
            out.extend_from_slice(if number == 0 { b"\n" } else { b",\n" });
            let entry = (&document.id, &document.title, self.places(words, document).unwrap_or_default());
            // Texts always can be written.
            out.extend(serde_json::to_vec(&entry).unwrap_or_default());
        }
        out.extend_from_slice(b"\n]\n");
        out
    }

    /// An array with an example on each line.
    fn write_examples(&self, out: &mut Vec<u8>, documents: &[&Document]) {
        let lines = documents.par_iter().with_min_len(EXAMPLES_TOGETHER);
        let lines: Vec<&[u8]> = lines.map(|document| self.example_line(document)).collect();
        out.reserve(lines.iter().map(|line| line.len() + 2).sum::<usize>() + 8);
        out.push(b'[');
        for (number, line) in lines.iter().enumerate() {
            out.extend_from_slice(if number == 0 { b"\n" } else { b",\n" });
            out.extend_from_slice(line);
        }
        out.extend_from_slice(b"\n]");
    }

    /// An example as JSON, made once for all files that it stands in.
    fn example_line(&self, document: &Document) -> &[u8] {
        let Some(line) = self.index_of(document).map(|index| &self.data_lines[index]) else { return &[] };
        // Numbers, texts and lists of them always can be written.
        line.get_or_init(|| serde_json::to_vec(&self.example_data(document)).unwrap_or_default().into())
    }

    fn example_data<'d>(&'d self, document: &'d Document) -> Data<'d> {
        value::example(self, document, &self.data_fields)
    }

    fn data_title(&self) -> &str {
        self.speech(&self.site.settings.language).wording.get("data-title")
    }
}
