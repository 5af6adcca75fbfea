//! What the preview shows above a page: the bar that says what it is, and the diagnostics.

use crate::check::Checked;
use crate::diagnostic::{Finding, Report, Severity};
use crate::i18n::{self, Language, Message};
use crate::model::address;
use crate::render::{Base, Html, PREVIEW_STYLE, Preview, RELOAD_SCRIPT, RenderError, preview_bar};

/// Faults of other files are counted, and no more than these are spelled out on every page.
const MOST: usize = 20;

/// What is to be told about one page.
pub struct About<'a> {
    pub checked: &'a Checked,
    /// Where the site stands: a fault links to its rule's help page.
    pub base: &'a Base,
    /// The file that the page is written in.
    pub file: Option<&'a str>,
    pub is_draft: bool,
    /// Why content or theme could not be read again, when what is shown is older.
    pub waiting: Option<&'a Message>,
    pub generation: u64,
    pub language: Language,
}

/// The bar on every page; the faults of the page's own file in full, and how many there are elsewhere.
pub fn preview(about: &About<'_>) -> Preview {
    let language = about.language;
    let text = |message: &Message| i18n::text(language, message);
    let paragraph = |text: &str| Html::element("p", &[], Html::element("strong", &[], Html::text(text)));
    let checked = about.checked;
    let report = Report::new(&checked.diagnostics, checked, checked.corpus.files.len(), language)
        .with_help_pages(Some(about.base.page(address::RULES)));
    let (own, others): (Vec<_>, Vec<_>) =
        report.findings().partition(|finding| Some(finding.path.as_ref()) == about.file);
    let errors_elsewhere: Vec<_> = others.into_iter().filter(|f| f.severity == Severity::Error).collect();
    let mut faults = Vec::new();
    let mut told = Vec::new();
    if let Some(waiting) = about.waiting {
        let reason = text(waiting);
        told.push(reason.clone());
        faults.push(Html::element("p", &[], Html::text(&reason)));
    }
    if !own.is_empty() {
        let is_faulty = own.iter().any(|f| f.severity == Severity::Error);
        faults.push(paragraph(&text(&Message::new(if is_faulty { "serve-fel-har" } else { "serve-varning-har" }))));
        faults.push(list(&own, language));
        told.push(text(&Message::new("serve-antal-har").with("antal", own.len().to_string())));
    }
    if !errors_elsewhere.is_empty() {
        let count = text(&Message::new("serve-fel-annat").with("antal", errors_elsewhere.len().to_string()));
        let summary = Html::element("summary", &[], Html::text(&count));
        let shown = &errors_elsewhere[..errors_elsewhere.len().min(MOST)];
        faults.push(Html::element("details", &[], Html::join([summary, list(shown, language)])));
        told.push(count);
    }
    let faults = match faults.is_empty() {
        true => Html::default(),
        false => Html::element("div", &[("lang", language.tag())], Html::join(faults)),
    };
    Preview { bar: bar(about, &told), faults, generation: about.generation }
}

/// Says that this is a preview, whether the page is a draft, and what is wrong, with a way there. The last part is a
/// status: a screen reader tells when it changes.
fn bar(about: &About<'_>, told: &[String]) -> Html {
    let text = |id: &'static str| i18n::text(about.language, &Message::new(id));
    let name = text("serve-forhandsgranskning");
    let mut what = vec![Html::element("strong", &[], Html::text(&name))];
    if about.is_draft {
        what.push(Html::text(" "));
        what.push(Html::element("span", &[("class", "preview-draft")], Html::text(&text("serve-utkast"))));
    }
    let status = match told {
        [] => Html::text(&text("serve-inga-fel")),
        told => Html::element("a", &[("href", "#preview_faults")], Html::text(&told.join(" · "))),
    };
    let parts = [Html::element("p", &[], Html::join(what)), Html::element("p", &[("role", "status")], status)];
    preview_bar(about.language, &name, parts)
}

fn list(findings: &[Finding], language: Language) -> Html {
    let more = i18n::text(language, &Message::new("serve-regel"));
    let items = findings.iter().map(|finding| {
        let place = match &finding.location {
            Some(location) => format!("{}:{}:{}", finding.path, location.start.line, location.start.column),
            None => finding.path.to_string(),
        };
        let mut parts = vec![
            Html::element("code", &[], Html::text(&place)),
            Html::text(" "),
            Html::element("strong", &[], Html::text(&finding.message)),
        ];
        for more in [&finding.why, &finding.help].into_iter().flatten() {
            parts.push(Html::element("p", &[], Html::text(more)));
        }
        if let Some(link) = &finding.link {
            let link = Html::element("a", &[("href", link)], Html::text(&format!("{more} {}", finding.rule)));
            parts.push(Html::element("p", &[], link));
        }
        Html::element("li", &[], Html::join(parts))
    });
    Html::element("ul", &[], Html::join(items))
}

/// A page of its own for one that no template could make. It is kept up to date as all others, so that it goes away when
/// the template has been mended.
pub fn failed(error: &RenderError, base: &Base, generation: u64, language: Language) -> String {
    let text = |message: Message| i18n::text(language, &message);
    let title = text(Message::new("serve-mall-rubrik"));
    let (file, line) = error.place();
    let what = Message::new("serve-mall-fel").with("mall", file).with("adress", &error.address);
    let what = what.with("rad", line.map_or_else(String::new, |line| line.to_string()));
    let content = Html::join([
        Html::element("h1", &[], Html::text(&title)),
        Html::element("p", &[("role", "status")], Html::text(&text(what))),
        Html::element("pre", &[("lang", "en"), ("tabindex", "0")], Html::text(&error.message)),
        Html::element("p", &[], Html::text(&text(Message::new("serve-mall-rad")))),
    ]);
    let main = Html::element("main", &[("class", "preview-fault")], content);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <script src=\"{}\" data-generation=\"{generation}\" defer></script>\n<link rel=\"stylesheet\" href=\"{}\">\n\
         </head>\n<body>\n{}\n</body>\n</html>\n",
        language.tag(),
        Html::text(&title).as_str(),
        base.page(RELOAD_SCRIPT),
        base.page(PREVIEW_STYLE),
        main.as_str(),
    )
}
