//! What is to be reviewed again, as lists for people, spreadsheets and calendars; and what awaits [confirmation](confirmations).

mod calendar;
pub mod confirmations;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

pub use calendar::ics;

use crate::diff::outline::{Block, Part, Span};
use crate::i18n::{self, Language, Message};
use crate::model::Site;
use crate::model::document::Document;
use crate::parse::Status;
use crate::render::{Base, guarded_cell};
use crate::source::BYTE_ORDER_MARK;

/// What the text of an issue with the list begins with, unseen, so that a workflow can find it again.
pub const MARKER: &str = "<!-- samverka-due -->";

/// A page whose review is due.
#[derive(Clone, Copy, Debug)]
pub struct Review<'a> {
    pub document: &'a Document,
    pub due: Date,
    /// The function that answers for the page: its own contact, else the site's.
    pub by: &'a str,
}

/// The published pages to be reviewed on `until` or before, the most urgent first.
pub fn due(site: &Site, until: Date) -> Vec<Review<'_>> {
    let published = site.documents.iter().filter(|document| document.status == Status::Published);
    let reviews = published.filter_map(|document| {
        let due = site.review_due(document).filter(|due| *due <= until)?;
        let own = document.contact.as_ref().map(|contact| contact.role.as_str()).filter(|role| !role.is_empty());
        Some(Review { document, due, by: own.unwrap_or(&site.settings.responsible) })
    });
    let mut reviews: Vec<Review<'_>> = reviews.collect();
    reviews.sort_by(|a, b| (a.due, &a.document.address).cmp(&(b.due, &b.document.address)));
    reviews
}

/// The list for people: what is late first.
pub fn parts(reviews: &[Review<'_>], today: Date, until: Date, language: Language) -> Vec<Part> {
    let say = |message: Message| i18n::text(language, &message);
    let heading = Block::Heading(2, say(Message::new("granska-rubrik")));
    if reviews.is_empty() {
        let nothing = say(Message::new("granska-inget").with("datum", until.to_string()));
        return vec![Part { blocks: vec![heading, Block::Paragraph(vec![Span::Text(nothing)])], page: None }];
    }
    let (late, coming): (Vec<Review<'_>>, Vec<Review<'_>>) = reviews.iter().partition(|review| review.due < today);
    let mut parts = vec![Part { blocks: vec![heading], page: None }];
    for (id, reviews) in [("granska-forsenade", late), ("granska-kommande", coming)] {
        if reviews.is_empty() {
            continue;
        }
        let count = Message::new(id).with("antal", reviews.len().to_string()).with("datum", until.to_string());
        parts.push(Part { blocks: vec![Block::Heading(3, say(count))], page: None });
        // A part each, so that a list that is too long for its place loses whole rows.
        parts.extend(reviews.iter().map(|review| {
            let row = vec![
                Span::Text(format!("{} ", review.due)),
                Span::Strong(review.document.title.clone()),
                Span::Text(" ".to_owned()),
                Span::Code(review.document.address.clone()),
                Span::Text(format!(" – {}", review.by)),
            ];
            Part { blocks: vec![Block::List(vec![row])], page: None }
        }));
    }
    parts
}

/// The list for spreadsheets.
pub fn csv(reviews: &[Review<'_>], today: Date, base: &Base, language: Language) -> String {
    let say = |id: &'static str| i18n::text(language, &Message::new(id));
    let header =
        ["granska-csv-datum", "granska-csv-dagar", "granska-csv-titel", "granska-csv-adress", "granska-csv-fil"];
    let header = header.into_iter().chain(["granska-csv-ansvarig", "granska-csv-senast"]).map(say);
    let rows = reviews.iter().map(|review| {
        let document = review.document;
        let days = today.until(review.due).map(|span| span.get_days()).unwrap_or_default();
        spreadsheet_row([
            review.due.to_string(),
            days.to_string(),
            document.title.clone(),
            base.absolute(&document.address),
            document.file.to_string(),
            review.by.to_owned(),
            document.reviewed.map(|date| date.to_string()).unwrap_or_default(),
        ])
    });
    spreadsheet(std::iter::once(header.collect()).chain(rows))
}

/// Cells of which none is a formula; what is a number stays one.
fn spreadsheet_row<const N: usize>(cells: [String; N]) -> Vec<String> {
    cells.into_iter().map(|cell| if cell.parse::<i64>().is_ok() { cell } else { guarded_cell(&cell) }).collect()
}

/// A byte order mark, semicolons and CRLF, as Excel in Swedish expects.
fn spreadsheet(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail.
        let _infallible = writer.write_record(&row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("{BYTE_ORDER_MARK}{}", String::from_utf8_lossy(&bytes))
}
