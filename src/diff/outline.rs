//! The difference in words: headings, paragraphs and lists that every format writes in its own way.

use super::{DataChange, Diff, FactChange, Fault, PageChange, Piece, Row, SectionChange, What};
use crate::diagnostic::Severity;
use crate::i18n::{self, Language, Message};
use crate::readability::Reading;
use crate::schema::Kind;

/// No list is longer in any format; how many more there are is said.
const MOST: usize = 50;

/// What belongs together: a format that has to leave something out leaves out whole parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    pub blocks: Vec<Block>,
    /// The page of [`Diff::pages`] that the part is about.
    pub page: Option<usize>,
}

/// A block of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Level 2 to 4.
    Heading(u8, String),
    Paragraph(Vec<Span>),
    List(Vec<Vec<Span>>),
    /// What is shown when it is asked for.
    Folded {
        summary: String,
        blocks: Vec<Block>,
    },
}

/// A run of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    Text(String),
    Strong(String),
    /// An address or the name of a file.
    Code(String),
    Removed(String),
    Added(String),
}

/// The report, part by part. The first says what it comes to.
pub fn parts(diff: &Diff, language: Language) -> Vec<Part> {
    let outline = Outline { language };
    let mut parts = vec![outline.summary(diff)];
    parts.extend(outline.addresses(diff));
    parts.extend(outline.faults(diff));
    let mut latest = None;
    for (index, page) in diff.pages.iter().enumerate() {
        let mut part = outline.page(page);
        part.page = Some(index);
        if latest.replace(page.what) != Some(page.what) {
            part.blocks.insert(0, Block::Heading(3, outline.word(heading(page.what))));
        }
        parts.push(part);
    }
    for (index, file) in diff.data.iter().enumerate() {
        let mut part = outline.data(file);
        if index == 0 {
            part.blocks.insert(0, Block::Heading(3, outline.word("andring-filer")));
        }
        parts.push(part);
    }
    parts
}

fn heading(what: What) -> &'static str {
    match what {
        What::New => "andring-nya",
        What::Changed => "andring-andrade",
        What::Moved => "andring-flyttade",
        What::Withdrawn => "andring-avpublicerade",
        What::Removed => "andring-borttagna",
        What::Draft => "andring-utkast",
    }
}

struct Outline {
    language: Language,
}

impl Outline {
    fn say(&self, message: &Message) -> String {
        i18n::text(self.language, message)
    }

    fn word(&self, id: &'static str) -> String {
        self.say(&Message::new(id))
    }

    fn count(&self, id: &'static str, count: usize) -> String {
        self.say(&Message::new(id).with("antal", count.to_string()))
    }

    fn summary(&self, diff: &Diff) -> Part {
        let mut blocks = vec![Block::Heading(2, self.word("andring-rubrik"))];
        if diff.is_empty() {
            blocks.push(Block::Paragraph(vec![Span::Text(self.word("andring-ingenting"))]));
            return Part { blocks, page: None };
        }
        let all = [What::New, What::Changed, What::Moved, What::Withdrawn, What::Removed, What::Draft];
        let counts = all.into_iter().map(|what| (what, diff.count(what))).filter(|(_, count)| *count > 0);
        let counts = counts.map(|(what, count)| {
            let id = match what {
                What::New => "andring-antal-nya",
                What::Changed => "andring-antal-andrade",
                What::Moved => "andring-antal-flyttade",
                What::Withdrawn => "andring-antal-avpublicerade",
                What::Removed => "andring-antal-borttagna",
                What::Draft => "andring-antal-utkast",
            };
            self.count(id, count)
        });
        let files = Some(diff.data.len()).filter(|count| *count > 0).map(|n| self.count("andring-antal-filer", n));
        let counts: Vec<String> = counts.chain(files).collect();
        if !counts.is_empty() {
            blocks.push(Block::Paragraph(vec![Span::Text(format!("{}.", counts.join(", ")))]));
        }
        let errors = diff.faults.introduced.iter().filter(|fault| fault.severity == Severity::Error).count();
        let warnings = diff.faults.introduced.len() - errors;
        let mut verdict = Vec::new();
        if !diff.addresses.vanished.is_empty() {
            verdict.push(self.count("andring-hinder-adresser", diff.addresses.vanished.len()));
        }
        if !diff.addresses.erased.is_empty() {
            verdict.push(self.count("andring-hinder-rader", diff.addresses.erased.len()));
        }
        if errors > 0 {
            verdict.push(self.count("andring-hinder-fel", errors));
        }
        let verdict = match verdict.is_empty() {
            true if warnings > 0 => self.count("andring-godkand-varningar", warnings),
            true => self.word("andring-godkand"),
            false => self.say(&Message::new("andring-hinder").with("hinder", verdict.join(", "))),
        };
        blocks.push(Block::Paragraph(vec![Span::Strong(verdict)]));
        Part { blocks, page: None }
    }

    fn addresses(&self, diff: &Diff) -> Option<Part> {
        let addresses = &diff.addresses;
        let mut blocks = Vec::new();
        let code = |address: &str| Span::Code(address.to_owned());
        let vanished = addresses.vanished.iter().map(|vanished| {
            let remedy = match (&vanished.moved, &vanished.nearest) {
                (Some((file, to)), _) => Message::new("andring-adress-flyttad")
                    .with("adress", &vanished.address)
                    .with("fil", file)
                    .with("till", to),
                (None, Some(near)) => {
                    Message::new("andring-adress-narmast").with("adress", &vanished.address).with("nara", near)
                }
                (None, None) => Message::new("andring-adress-borta").with("adress", &vanished.address),
            };
            vec![code(&vanished.address), Span::Text(format!(" – {}", self.say(&remedy)))]
        });
        self.list(&mut blocks, "andring-adresser-borta", vanished);
        let erased = addresses.erased.iter().map(|address| vec![code(address)]);
        self.list(&mut blocks, "andring-adresser-strukna", erased);
        let redirects =
            addresses.redirects.iter().map(|(from, to)| vec![code(from), Span::Text(" → ".into()), code(to)]);
        self.list(&mut blocks, "andring-adresser-vidare", redirects);
        let removed = addresses.removed.iter().map(|address| vec![code(address)]);
        self.list(&mut blocks, "andring-adresser-tagna", removed);
        let generated = addresses.generated.iter().map(|address| vec![code(address)]);
        self.list(&mut blocks, "andring-adresser-nya", generated);
        if blocks.is_empty() {
            return None;
        }
        blocks.insert(0, Block::Heading(3, self.word("andring-adresser")));
        Some(Part { blocks, page: None })
    }

    fn faults(&self, diff: &Diff) -> Option<Part> {
        let faults = &diff.faults;
        let mut blocks = Vec::new();
        self.list(&mut blocks, "andring-fel-nya", faults.introduced.iter().map(|fault| self.fault(fault)));
        let mut mended = Vec::new();
        self.list(&mut mended, "andring-fel-rattade", faults.mended.iter().map(|fault| self.fault(fault)));
        if !mended.is_empty() {
            let summary = self.count("andring-fel-rattade-antal", faults.mended.len());
            blocks.push(Block::Folded { summary, blocks: mended.split_off(1) });
        }
        if blocks.is_empty() {
            return None;
        }
        blocks.insert(0, Block::Heading(3, self.word("andring-fel")));
        Some(Part { blocks, page: None })
    }

    fn fault(&self, fault: &Fault) -> Vec<Span> {
        let word = match fault.severity {
            Severity::Error => "diagnostik-fel",
            Severity::Warning => "diagnostik-varning",
            Severity::Advice => "diagnostik-ett-rad",
        };
        let mut spans = vec![
            Span::Strong(self.word(word)),
            Span::Text(" ".into()),
            Span::Code(fault.place.clone()),
            Span::Text(format!(" {} ", fault.message)),
        ];
        if let Some(help) = &fault.help {
            spans.push(Span::Text(format!("{help} ")));
        }
        spans.push(Span::Code(fault.rule.to_owned()));
        spans
    }

    /// A line and the list that it leads to, cut where it is longer than anyone reads.
    fn list(&self, blocks: &mut Vec<Block>, lead: &'static str, items: impl ExactSizeIterator<Item = Vec<Span>>) {
        let count = items.len();
        if count == 0 {
            return;
        }
        blocks.push(Block::Paragraph(vec![Span::Text(self.word(lead))]));
        let mut items: Vec<Vec<Span>> = items.take(MOST).collect();
        if count > MOST {
            items.push(vec![Span::Text(self.count("andring-fler", count - MOST))]);
        }
        blocks.push(Block::List(items));
    }

    fn page(&self, page: &PageChange) -> Part {
        let mut blocks = vec![Block::Heading(4, page.title.clone())];
        let mut about = match &page.from {
            Some(from) => vec![Span::Code(from.clone()), Span::Text(" → ".into()), Span::Code(page.address.clone())],
            None => vec![Span::Code(page.address.clone())],
        };
        let kind = self.word(match page.kind {
            Kind::Example => "andring-exempel",
            Kind::Fia => "andring-fia",
            Kind::Experience => "andring-erfarenhet",
            Kind::News => "andring-nyhet",
            _ => "andring-sida",
        });
        about.push(Span::Text(format!(" ({kind}, {})", page.file)));
        blocks.push(Block::Paragraph(about));
        if page.what != What::Removed
            && let Some(reading) = self.reading(page.before, page.after)
        {
            blocks.push(Block::Paragraph(vec![Span::Text(reading)]));
        }
        let facts: Vec<Vec<Span>> = page.facts.iter().flat_map(|fact| self.fact(fact)).collect();
        if !facts.is_empty() && page.before.is_none() {
            let summary = self.count("andring-uppgifter-antal", page.facts.len());
            blocks.push(Block::Folded { summary, blocks: vec![Block::List(facts)] });
        } else if !facts.is_empty() {
            blocks.push(Block::List(facts));
        }
        let links: Vec<Vec<Span>> = page.links.iter().map(|row| self.row(row)).collect();
        let mut text: Vec<Block> = page.text.iter().flat_map(|section| self.section(section)).collect();
        if !links.is_empty() {
            text.push(Block::Paragraph(vec![Span::Strong(self.word("andring-lankar"))]));
            text.push(Block::List(links));
        }
        if !text.is_empty() {
            blocks.push(Block::Folded { summary: self.count("andring-text-antal", page.text.len()), blocks: text });
        } else if matches!(page.what, What::Changed | What::Draft)
            && page.facts.is_empty()
            && page.before.is_some()
            && page.after.is_some()
            && page.from.is_none()
        {
            blocks.push(Block::Paragraph(vec![Span::Text(self.word("andring-form"))]));
        }
        Part { blocks, page: None }
    }

    fn data(&self, file: &DataChange) -> Part {
        let what = self.word(match file.what {
            What::New => "andring-fil-ny",
            What::Removed => "andring-fil-borttagen",
            _ => "andring-fil-andrad",
        });
        let about = vec![Span::Code(file.file.to_string()), Span::Text(format!(" – {what}"))];
        let facts: Vec<Vec<Span>> = file.facts.iter().flat_map(|fact| self.fact(fact)).collect();
        let mut blocks = vec![Block::Paragraph(about)];
        if !facts.is_empty() {
            let summary = self.count("andring-uppgifter-antal", facts.len());
            blocks.push(Block::Folded { summary, blocks: vec![Block::List(facts)] });
        }
        Part { blocks, page: None }
    }

    /// `Längd: 210 → 260 ord. Läsbarhet (LIX): 47 → 45.`
    fn reading(&self, before: Option<Reading>, after: Option<Reading>) -> Option<String> {
        let pair = |value: &dyn Fn(Reading) -> Option<String>| {
            let (old, new) = (before.and_then(value), after.and_then(value));
            match (old, new) {
                (Some(old), Some(new)) if old != new => Some(format!("{old} → {new}")),
                (_, Some(new)) => Some(new),
                (Some(old), None) => Some(old),
                (None, None) => None,
            }
        };
        let words = pair(&|reading| Some(reading.words.to_string()))?;
        let length = self.say(&Message::new("andring-langd").with("ord", words));
        let lix = pair(&|reading| reading.lix().map(|lix| lix.to_string()));
        let lix = lix.map(|lix| self.say(&Message::new("andring-lix").with("lix", lix)));
        Some([Some(length), lix].into_iter().flatten().collect::<Vec<_>>().join(" "))
    }

    fn fact(&self, fact: &FactChange) -> Vec<Vec<Span>> {
        let begin = || match fact.label.is_empty() {
            true => Vec::new(),
            false => vec![Span::Strong(fact.label.clone()), Span::Text(": ".into())],
        };
        if let [Row::Removed(old), Row::Added(new)] = fact.rows.as_slice() {
            let change = [Span::Removed(old.clone()), Span::Text(" → ".into()), Span::Added(new.clone())];
            return vec![begin().into_iter().chain(change).collect()];
        }
        fact.rows.iter().map(|row| begin().into_iter().chain(self.row(row)).collect()).collect()
    }

    fn section(&self, section: &SectionChange) -> Vec<Block> {
        let heading = match section.heading.is_empty() {
            true => self.word("andring-inledning"),
            false => section.heading.clone(),
        };
        let rows: Vec<Vec<Span>> = section.rows.iter().map(|row| self.row(row)).collect();
        let mut blocks = vec![Block::Paragraph(vec![Span::Strong(heading)])];
        if !rows.is_empty() {
            blocks.push(Block::List(rows));
        }
        blocks
    }

    /// Said in words too: colours and lines do not reach everybody.
    fn row(&self, row: &Row) -> Vec<Span> {
        match row {
            Row::Removed(text) => {
                vec![Span::Text(format!("{} ", self.word("andring-borttaget"))), Span::Removed(text.clone())]
            }
            Row::Added(text) => {
                vec![Span::Text(format!("{} ", self.word("andring-tillagt"))), Span::Added(text.clone())]
            }
            Row::Changed(pieces) => {
                let mut spans = Vec::new();
                for piece in pieces {
                    if !spans.is_empty() {
                        spans.push(Span::Text(" ".into()));
                    }
                    spans.push(match piece {
                        Piece::Same(text) => Span::Text(text.clone()),
                        Piece::Removed(text) => Span::Removed(text.clone()),
                        Piece::Added(text) => Span::Added(text.clone()),
                    });
                }
                spans
            }
        }
    }
}
