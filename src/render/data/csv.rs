//! The examples as rows for a spreadsheet.
//!
//! Quoted as RFC 4180 says, with lines that end in CR LF. Excel with Swedish settings opens a file by double click only
//! when it begins with a byte order mark and divides its columns by semicolons, so this does.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use rayon::prelude::*;

use super::fields::{DataField, Shape};
use super::value::Data;
use crate::model::document::Document;
use crate::render::Renderer;
use crate::source::BYTE_ORDER_MARK;

/// How many rows one core makes at a time.
const ROWS_AT_ONCE: usize = 128;

/// What stands between the members of a list in a cell, and between those of a list inside it.
const BETWEEN: [&str; 2] = [" | ", " "];

impl Renderer<'_> {
    /// `/data/exempel.csv`
    pub(in crate::render) fn examples_csv(&self) -> Vec<u8> {
        let fields = &self.data_fields;
        let documents: Vec<&Document> = self.data_documents().collect();
        let rows: Vec<&[u8]> =
            documents.par_iter().with_min_len(ROWS_AT_ONCE).map(|document| self.example_row(document)).collect();
        let head = written(columns(fields));
        let mut out =
            Vec::with_capacity(BYTE_ORDER_MARK.len() + head.len() + rows.iter().map(|row| row.len()).sum::<usize>());
        out.extend_from_slice(BYTE_ORDER_MARK.as_bytes());
        out.extend(head);
        rows.iter().for_each(|row| out.extend_from_slice(row));
        out
    }

    /// An example as a row of the file.
    pub(super) fn example_row(&self, document: &Document) -> &[u8] {
        let Some(row) = self.index_of(document).map(|index| &self.data_rows[index]) else { return &[] };
        let made = || written(cells(&self.example_data(document), &self.data_fields, 0));
        row.get_or_init(|| made().into())
    }
}

/// A row as it stands in the file.
fn written(row: Vec<String>) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(Vec::new());
    // Nothing can fail in memory.
    let _infallible = writer.write_record(row.iter().map(|cell| guarded(cell)));
    writer.into_inner().unwrap_or_default()
}

/// The record of a field, or of the members of its list.
fn record(shape: &Shape) -> Option<&[DataField]> {
    match shape {
        Shape::Record(fields) => Some(fields),
        Shape::List(inner) => record(inner),
        _ => None,
    }
}

/// A column for each field; for a record one for each field in it: `period.fran`.
pub fn columns(fields: &[DataField]) -> Vec<String> {
    let columns = fields.iter().flat_map(|field| match record(&field.shape) {
        Some(inner) => columns(inner).into_iter().map(|column| format!("{}.{column}", field.key)).collect(),
        None => vec![field.key.to_owned()],
    });
    columns.collect()
}

/// A row in the order of [`columns`]. The members of a list of records stand in the same order in each column.
fn cells(data: &Data<'_>, fields: &[DataField], depth: usize) -> Vec<String> {
    let Data::Record(values) = data else { return vec![String::new(); columns(fields).len()] };
    let cells = values.iter().zip(fields).flat_map(|((_, value), field)| match (record(&field.shape), value) {
        (Some(inner), Data::List(records)) => {
            let rows: Vec<Vec<String>> = records.iter().map(|record| cells(record, inner, depth + 1)).collect();
            let column = |at: usize| rows.iter().map(|row| row[at].as_str()).collect::<Vec<_>>().join(BETWEEN[0]);
            (0..columns(inner).len()).map(column).collect()
        }
        (Some(inner), value) => cells(value, inner, depth),
        (None, value) => vec![text(value, depth)],
    });
    cells.collect()
}

fn text(data: &Data<'_>, depth: usize) -> String {
    match data {
        Data::Nothing | Data::Record(_) => String::new(),
        Data::YesNo(yes) => if *yes { "ja" } else { "nej" }.to_owned(),
        Data::Number(number) => number.to_string(),
        Data::Text(text) => text.to_string(),
        Data::Term { name, .. } => (*name).to_owned(),
        Data::List(items) => {
            let items: Vec<String> = items.iter().map(|item| text(item, depth + 1)).collect();
            items.join(BETWEEN[depth.min(1)])
        }
    }
}

/// A spreadsheet takes a cell that begins so for a formula, which may do harm; an apostrophe makes it text.
pub(crate) fn guarded(cell: &str) -> String {
    const STARTS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    if cell.starts_with(STARTS) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(guarded("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!((guarded("-2"), guarded("＝1")), ("'-2".to_owned(), "'＝1".to_owned()));
        assert_eq!(guarded("Malmö = bra"), "Malmö = bra");
    }
}
