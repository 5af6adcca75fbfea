//! What awaits that a party confirms it, as lists for people and spreadsheets.

use super::{spreadsheet, spreadsheet_row};
use crate::diff::outline::{Block, Part, Span};
use crate::i18n::{self, Language, Message};
use crate::model::Site;
use crate::model::confirmation::{Awaited, awaiting, sheet};
use crate::render::Base;

/// What the text of a comment with the list begins with, unseen.
pub const MARKER: &str = "<!-- samverka-confirmations -->";

fn awaits(awaited: Awaited) -> Message {
    Message::new(match awaited {
        Awaited { municipality: true, arbetsformedlingen: true } => "bekrafta-bada",
        Awaited { municipality: true, .. } => "bekrafta-kommun",
        _ => "bekrafta-af",
    })
}

/// The list for people.
pub fn parts(site: &Site, language: Language) -> Vec<Part> {
    let say = |message: &Message| i18n::text(language, message);
    let heading = Block::Heading(2, say(&Message::new("bekrafta-rubrik")));
    let rows: Vec<Part> = awaiting(site)
        .map(|(document, awaited)| {
            let row = vec![
                Span::Strong(document.title.clone()),
                Span::Text(" ".to_owned()),
                Span::Code(sheet(site, document).unwrap_or_else(|| document.address.clone())),
                Span::Text(format!(" – {}", say(&awaits(awaited)))),
            ];
            Part { blocks: vec![Block::List(vec![row])], page: None }
        })
        .collect();
    if rows.is_empty() {
        let nothing = Block::Paragraph(vec![Span::Text(say(&Message::new("bekrafta-inget")))]);
        return vec![Part { blocks: vec![heading, nothing], page: None }];
    }
    let count = say(&Message::new("bekrafta-antal").with("antal", rows.len().to_string()));
    let mut parts = vec![Part { blocks: vec![heading, Block::Heading(3, count)], page: None }];
    parts.extend(rows);
    if !site.settings.confirmation_sheets {
        let how = Block::Paragraph(vec![Span::Text(say(&Message::new("bekrafta-utan-blanketter")))]);
        parts.push(Part { blocks: vec![how], page: None });
    }
    parts
}

/// The list for spreadsheets.
pub fn csv(site: &Site, base: &Base, language: Language) -> String {
    let say = |message: &Message| i18n::text(language, message);
    let header =
        ["granska-csv-titel", "granska-csv-adress", "granska-csv-fil", "bekrafta-csv-vantar", "bekrafta-csv-blankett"];
    let header = header.map(|id| say(&Message::new(id))).to_vec();
    let rows = awaiting(site).map(|(document, awaited)| {
        spreadsheet_row([
            document.title.clone(),
            base.absolute(&document.address),
            document.file.to_string(),
            say(&awaits(awaited)),
            sheet(site, document).map_or_else(String::new, |sheet| base.absolute(&sheet)),
        ])
    });
    spreadsheet(std::iter::once(header).chain(rows))
}
