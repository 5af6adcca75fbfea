//! `/redigera/regler/`: what `check` looks for, and a help page for each rule. The words are the rules' own, in Swedish.

use tera::Value;

use super::context::{Context, Frame, View, map};
use super::{Html, RenderError, Renderer, Speech};
use crate::check::{RULES, Rule};
use crate::diagnostic::Severity;
use crate::markdown::{self, Href, Label, Picture};
use crate::model::address;
use crate::model::routes::Route;
use crate::words::swedish_key;

impl Renderer<'_> {
    pub(super) fn rules(&self, speech: &Speech, route: &Route) -> Result<View, RenderError> {
        let words = &speech.wording;
        let frame = Frame::new(route, words.get("rules")).describe(words.get("rules-description")).hide();
        let mut context = self.frame(speech, self.below_guide(frame));
        let groups = [
            (Severity::Error, "rules-errors", "fel"),
            (Severity::Warning, "rules-warnings", "varningar"),
            (Severity::Advice, "rules-advice", "rad"),
        ];
        let sections = groups.map(|(severity, title, id)| {
            let mut rules: Vec<&Rule> = RULES.iter().copied().filter(|rule| rule.severity == severity).collect();
            rules.sort_by_cached_key(|rule| swedish_key(rule.title()));
            map! { id: id, title: words.get(title), html: Html::element("ul", &[], Html::join(rules.iter().map(|rule| self.rule_entry(rule)))) }
        });
        text(&mut context, words.get("rules-description"), sections.to_vec());
        Ok(View { template: "page.html", context })
    }

    fn rule_entry(&self, rule: &Rule) -> Html {
        let href = self.base.page(&address::rule(rule.id));
        let link = Html::element("a", &[("href", &href)], Html::text(rule.title()));
        let id = Html::element("code", &[], Html::text(rule.id));
        Html::element("li", &[], Html::join([link, Html::text(" "), id]))
    }

    pub(super) fn rule(&self, speech: &Speech, route: &Route, index: usize) -> Result<View, RenderError> {
        let words = &speech.wording;
        let rule = RULES[index];
        let lead = match rule.severity {
            Severity::Error => words.with("rule-error", &[("rule", rule.id)]),
            Severity::Warning => words.with("rule-warning", &[("rule", rule.id)]),
            Severity::Advice => words.with("rule-advice", &[("rule", rule.id)]),
        };
        let frame = Frame::new(route, rule.title()).describe(lead.as_str()).hide();
        let frame = self.below_guide(frame).below(words.get("rules"), address::RULES);
        let mut context = self.frame(speech, frame);
        let rendered = markdown::render(&rule.markdown(), &Help);
        let sections = rendered.sections.iter().map(|section| {
            map! { id: section.id.as_str(), title: section.title.as_str(), html: Html::of_section(section) }
        });
        text(&mut context, &lead, sections.collect());
        Ok(View { template: "page.html", context })
    }
}

/// What the template of any other page asks for.
fn text(context: &mut Context, lead: &str, sections: Vec<Value>) {
    context.insert_value("summary", lead.into());
    context.insert_value("sections", sections.into());
    for nothing in ["contents", "law", "date", "print"] {
        context.insert_value(nothing, Value::none());
    }
    for nothing in ["facts", "children"] {
        context.insert_value(nothing, Vec::<Value>::new().into());
    }
}

/// A help text has neither links, pictures nor sources; a test over the rules says so.
struct Help;

impl markdown::Page for Help {
    fn link(&self, _: &str) -> Option<Href> {
        None
    }

    fn image(&self, _: &str) -> Option<Picture> {
        None
    }

    fn citation(&self, _: u32) -> Option<String> {
        None
    }

    fn label(&self, _: Label) -> &str {
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::page;
    use crate::check::RULES;
    use crate::model::address;

    #[test]
    fn every_rule_has_a_help_page_that_the_list_leads_to() {
        let list = page(address::RULES);
        for rule in RULES {
            let address = address::rule(rule.id);
            assert!(list.contains(&format!("<a href=\"{address}\">{}</a>", rule.title())), "{}", rule.id);
            let html = page(&address);
            assert!(html.contains(&format!("<h1>{}</h1>", rule.title())) && html.contains(rule.id), "{html}");
            assert!(html.contains("Rätt: ") && html.contains("noindex"), "{html}");
        }
    }

    #[test]
    fn what_is_wrong_is_shown_as_it_is_written() {
        let html = page(&address::rule("ra-html"));
        assert!(html.contains("Fel: <code>&lt;b&gt;viktigt&lt;/b&gt;</code>"), "{html}");
    }
}
