//! What an earlier build wrote of examples as data: the lines and rows of those that have not changed are taken from its
//! files instead of made.

use std::collections::HashMap;

use crate::memory::{DataMemory, Hash};
use crate::render::Renderer;

/// What follows the last example in `data/exempel.json`.
const JSON_END: usize = "\n]}\n".len();
/// What stands between two of them.
const JSON_BETWEEN: usize = ",\n".len();

impl Renderer<'_> {
    /// Takes lines and rows from the files of an earlier build. `before` says what each example took up in them, and
    /// `examples` is the fingerprint of each document, if it is an example; both files are as that build wrote them.
    pub fn reuse_data(&self, before: &[DataMemory], examples: &[Option<Hash>], json: &[u8], csv: &[u8]) {
        let Some(earlier) = parts(before, json, csv) else { return };
        for (index, fingerprint) in examples.iter().enumerate() {
            if let Some((line, row)) = fingerprint.as_ref().and_then(|fingerprint| earlier.get(fingerprint)) {
                // Nobody has made any yet; if somebody had, they would be the same.
                let _ = self.data_lines[index].set((*line).into());
                let _ = self.data_rows[index].set((*row).into());
            }
        }
    }

    /// What each example takes up in the files of data, for the next build. The files have been made.
    pub fn data_memory(&self, examples: &[Option<Hash>]) -> Vec<DataMemory> {
        let memory = self.site.published_examples().map(|index| {
            let length = |bytes: &[u8]| u32::try_from(bytes.len()).ok();
            Some(DataMemory {
                fingerprint: examples.get(index).copied().flatten(),
                json: length(self.data_lines[index].get()?)?,
                csv: length(self.data_rows[index].get()?)?,
            })
        });
        memory.collect::<Option<_>>().unwrap_or_default()
    }
}

/// The line and the row of each example, by its fingerprint.
fn parts<'f>(before: &[DataMemory], json: &'f [u8], csv: &'f [u8]) -> Option<HashMap<Hash, (&'f [u8], &'f [u8])>> {
    let lines: usize = before.iter().map(|part| part.json as usize + JSON_BETWEEN).sum();
    let rows: usize = before.iter().map(|part| part.csv as usize).sum();
    let mut json = json.get(json.len().checked_sub(lines.checked_sub(JSON_BETWEEN)? + JSON_END)?..)?;
    let mut csv = csv.get(csv.len().checked_sub(rows)?..)?;
    let mut parts = HashMap::with_capacity(before.len());
    for part in before {
        let (line, rest) = json.split_at_checked(part.json as usize)?;
        json = rest.get(JSON_BETWEEN..)?;
        let (row, rest) = csv.split_at_checked(part.csv as usize)?;
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
        let part = |number: u8, json: u32, csv: u32| DataMemory { fingerprint: Some([number; 32]), json, csv };
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
