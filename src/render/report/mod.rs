//! The report on how the knowledge was spread, as pages: one that stands alone, with only its style sheets beside it, and the
//! published ones below `/statistik/`, in the site.
//!
//! ```text
//! sections   Report -> headings, texts, tables and charts
//! searches   what was searched for, and what of it the site has no answer to
//! spread     the tables of single pages: all of them, by month, by way
//! comparison two periods side by side
//! account    Report -> the account to the government, with marked places for the editor's own words
//! markdown   the account as Markdown
//! ```

mod account;
mod comparison;
mod markdown;
mod searches;
mod sections;
mod spread;

use tera::{Context, Value};

use super::context::map;
use super::theme::{MAP_STYLE, STYLE, Theme};
use super::{RenderError, Wording};
use crate::i18n::Language;
use crate::report::Report;
use sections::Words;

const TEMPLATE: &str = "report.html";
const ACCOUNT: &str = "account.html";
/// What only these pages ask for.
pub(super) const REPORT_STYLE: &str = "rapport.css";

/// A page and what it asks for.
pub struct ReportPage {
    /// The whole page, in UTF-8.
    pub html: Vec<u8>,
    /// Name and content.
    pub assets: Vec<(String, Vec<u8>)>,
}

/// The account to the government in its two forms.
pub struct AccountPages {
    /// The account as a page, in UTF-8.
    pub html: Vec<u8>,
    /// The same as Markdown, for those who go on in a text editor.
    pub markdown: Vec<u8>,
    /// How many places are left for the editor's own words.
    pub places: usize,
}

/// Makes the page that stands alone.
///
/// # Errors
/// The theme has no template for it, or the template fails.
pub fn report_page(theme: &Theme, report: &Report, language: Language) -> Result<ReportPage, RenderError> {
    let words = Wording::new(language);
    let mut context = Context::new();
    context.insert("lang", language.tag());
    context.insert_value("w", words.value());
    context.insert("demonstration", &report.is_demonstration);
    context.insert_value("report", value(&words, report, true));
    let html = render(theme, &words, TEMPLATE, &context)?;
    let style = |name: &str| {
        let asset = theme.assets.iter().find(|asset| asset.name == name);
        (name.to_owned(), asset.map(|asset| asset.bytes.clone()).unwrap_or_default())
    };
    Ok(ReportPage { html, assets: [STYLE, MAP_STYLE, REPORT_STYLE].map(style).to_vec() })
}

/// Makes the account to the government.
///
/// # Errors
/// The theme has no template for it, or the template fails.
pub fn account_pages(theme: &Theme, report: &Report, language: Language) -> Result<AccountPages, RenderError> {
    let words = Wording::new(language);
    let account = account::Account::new(&Words { words: &words }, report);
    let mut context = Context::new();
    context.insert("lang", language.tag());
    context.insert_value("w", words.value());
    context.insert("demonstration", &report.is_demonstration);
    context.insert_value("account", account.value(&words));
    Ok(AccountPages {
        html: render(theme, &words, ACCOUNT, &context)?,
        markdown: markdown::of(&account, &words, report.is_demonstration).into_bytes(),
        places: account.places.len(),
    })
}

fn render(theme: &Theme, words: &Wording, template: &'static str, context: &Context) -> Result<Vec<u8>, RenderError> {
    let mut tera = theme.tera.clone();
    words.register(&mut tera);
    let html = tera.render(template, context).map_err(|error| RenderError {
        address: "rapport".to_owned(),
        template,
        message: error.to_string(),
    })?;
    Ok(html.into_bytes())
}

/// What a list of reports says of each: its title and its figures in a sentence.
pub(super) fn listed(words: &Wording, report: &Report) -> (String, String) {
    let page = Words { words };
    let title = match (&report.from, &report.to) {
        (Some(from), Some(to)) => words.with("statistics-title", &[("from", &page.date(from)), ("to", &page.date(to))]),
        _ => words.get("statistics").to_owned(),
    };
    let counts = report.leading();
    let numbers = [("visits", &*page.number(counts.visits)), ("views", &page.number(counts.page_views))];
    (title, words.with("statistics-summary", &numbers))
}

/// What the component `report_body` shows. With `has_tables` the CSV files lie beside the page.
pub(super) fn value(words: &Wording, report: &Report, has_tables: bool) -> Value {
    let page = Words { words };
    let sections = page.sections(report);
    map! {
        demonstration: report.is_demonstration,
        period: page.period(report),
        figures: page.figures(report),
        notices: page.notices(report).into_iter().map(Value::from).collect::<Vec<_>>(),
        sections: sections.iter().map(|section| page.section(section, has_tables)).collect::<Vec<_>>(),
    }
}
