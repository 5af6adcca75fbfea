//! What an earlier build made of examples as data.
//!
//! A file whose examples are all as they were is not made; where one is another, the lines and rows of the others are taken
//! from the earlier files.

use std::collections::HashMap;

use rayon::prelude::*;

use super::Document;
use crate::memory::{DataMemory, DataParts, Hash};
use crate::model::files::SiteFile;
use crate::render::Renderer;

/// What follows the last example in `data/exempel.json`.
const JSON_END: usize = "\n]}\n".len();
/// What stands between two of them.
const JSON_BETWEEN: usize = ",\n".len();

impl Renderer<'_> {
    /// Lets the renderer know what examples were as data. `examples` is the fingerprint of each document, if it is an
    /// example.
    pub fn know_data(&self, before: &[DataMemory], examples: &[Option<Hash>]) {
        let known = before.iter().filter_map(|memory| Some((memory.fingerprint?, memory.parts)));
        let known: HashMap<Hash, DataParts> = known.collect();
        for (parts, fingerprint) in self.data_parts.iter().zip(examples) {
            if let Some(earlier) = fingerprint.as_ref().and_then(|fingerprint| known.get(fingerprint)) {
                // Nobody has made any yet; if somebody had, it would be the same.
                let _ = parts.set(*earlier);
            }
        }
    }

    /// Takes lines and rows from the files of an earlier build, which are as that build wrote them.
    pub fn reuse_data(&self, before: &[DataMemory], examples: &[Option<Hash>], json: &[u8], csv: &[u8]) {
        let Some(earlier) = parts(before, json, csv) else { return };
        for (index, fingerprint) in examples.iter().enumerate() {
            if let Some((line, row)) = fingerprint.as_ref().and_then(|fingerprint| earlier.get(fingerprint)) {
                let _ = self.data_lines[index].set((*line).into());
                let _ = self.data_rows[index].set((*row).into());
            }
        }
    }

    /// What each example is as data, for the next build.
    pub fn data_memory(&self, examples: &[Option<Hash>]) -> Vec<DataMemory> {
        let documents = self.site.published_examples().map(|index| (index, &self.site.documents[index]));
        let memory = documents.map(|(index, document)| {
            let fingerprint = examples.get(index).copied().flatten();
            Some(DataMemory { fingerprint, parts: *self.parts_of(document)? })
        });
        memory.collect::<Option<_>>().unwrap_or_default()
    }

    /// What a file with examples as data is made from, as a hash; nothing for any other file.
    pub fn data_fingerprint(&self, program: &Hash, file: SiteFile) -> Option<Hash> {
        let mut all = blake3::Hasher::new_keyed(program);
        let lines = |documents: &mut dyn Iterator<Item = &Document>| -> Option<Vec<Hash>> {
            documents.map(|document| Some(self.parts_of(document)?.json.0)).collect()
        };
        let examples = match file {
            SiteFile::ExamplesJson => {
                all.update(b"json").update(&self.examples_head());
                lines(&mut self.data_documents())?
            }
            SiteFile::ExamplesCsv => {
                all.update(b"csv");
                self.data_documents().map(|document| Some(self.parts_of(document)?.csv.0)).collect::<Option<_>>()?
            }
            SiteFile::ExamplesPart(part) => {
                all.update(b"part");
                lines(&mut self.data_part(part))?
            }
            _ => return None,
        };
        all.update(examples.as_flattened());
        Some(*all.finalize().as_bytes())
    }

    /// Makes every line and row that is not known, on every core.
    pub fn make_data(&self) {
        let documents: Vec<&Document> = self.data_documents().collect();
        documents.par_iter().for_each(|document| {
            self.parts_of(document);
        });
    }

    fn parts_of(&self, document: &Document) -> Option<&DataParts> {
        let parts = &self.data_parts[self.index_of(document)?];
        let of = |bytes: &[u8]| Some((*blake3::hash(bytes).as_bytes(), u32::try_from(bytes.len()).ok()?));
        if parts.get().is_none() {
            let made = DataParts { json: of(self.example_line(document))?, csv: of(self.example_row(document))? };
            let _ = parts.set(made);
        }
        parts.get()
    }
}

/// The line and the row of each example, by its fingerprint.
type Parts<'f> = HashMap<Hash, (&'f [u8], &'f [u8])>;

fn parts<'f>(before: &[DataMemory], json: &'f [u8], csv: &'f [u8]) -> Option<Parts<'f>> {
    let lines: usize = before.iter().map(|part| part.parts.json.1 as usize + JSON_BETWEEN).sum();
    let rows: usize = before.iter().map(|part| part.parts.csv.1 as usize).sum();
    let mut json = json.get(json.len().checked_sub(lines.checked_sub(JSON_BETWEEN)? + JSON_END)?..)?;
    let mut csv = csv.get(csv.len().checked_sub(rows)?..)?;
    let mut parts = HashMap::with_capacity(before.len());
    for part in before {
        let (line, rest) = json.split_at_checked(part.parts.json.1 as usize)?;
        json = rest.get(JSON_BETWEEN..)?;
        let (row, rest) = csv.split_at_checked(part.parts.csv.1 as usize)?;
        csv = rest;
        if let Some(fingerprint) = part.fingerprint {
            parts.insert(fingerprint, (line, row));
        }
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_example_gets_its_own_part_of_both_files_back() {
        let part = |number: u8, json: u32, csv: u32| DataMemory {
            fingerprint: Some([number; 32]),
            parts: DataParts { json: ([0; 32], json), csv: ([0; 32], csv) },
        };
        let json = b"{\"titel\":\"x\",\n\"exempel\":[\n{\"a\":1},\n{\"bb\":22}\n]}\n";
        let csv = "\u{feff}id\r\na;1\r\nbb;\"2\r\n2\"\r\n".as_bytes();
        let before = [part(1, 7, 5), part(2, 9, 11)];
        let parts = parts(&before, json, csv).unwrap();
        assert_eq!(parts[&[1; 32]], (&b"{\"a\":1}"[..], &b"a;1\r\n"[..]));
        assert_eq!(parts[&[2; 32]], (&b"{\"bb\":22}"[..], &b"bb;\"2\r\n2\"\r\n"[..]));
        assert!(super::parts(&before, &json[..20], csv).is_none() && super::parts(&before, json, b"").is_none());
        assert!(super::parts(&[], json, csv).is_none());
    }
}
