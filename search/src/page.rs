//! What the index is made from.

use crate::prelude::*;

/// One page of the site, as readers find it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Stable; `exempel/skelleftea-arbetsmarknadstorget`.
    pub id: String,
    /// The site's own address, without the base path: `/exempel/skelleftea-arbetsmarknadstorget/`.
    pub url: String,
    /// Plain text, as the page's heading says it.
    pub title: String,
    /// Plain text; empty where the page has none. Shown with a hit when no passage of the text fits the query.
    pub summary: String,
    /// The text in reading order. The part before the first heading has an empty heading.
    pub sections: Vec<Section>,
    /// Names that describe the page without standing in its text (places, forms, target groups), searchable.
    pub keywords: Vec<String>,
    /// The line under a hit's title, in reading order: kind of page, municipality, form.
    pub facts: Vec<String>,
    /// The day of the last review, `2026-11-22`; empty where unknown.
    pub reviewed: String,
    /// The filters' values that the page has; the same filter several times for several values.
    pub choices: Vec<Choice>,
}

/// A heading and the text under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Plain text; empty for the text before the first heading.
    pub heading: String,
    /// The heading's anchor on the page, without `#`; empty where there is none.
    pub anchor: String,
    /// Plain text; blocks end with `\n`.
    pub text: String,
}

/// One value of one filter: `form=gemensamt-team`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Choice {
    /// Id of the filter, ASCII: `form`.
    pub filter: String,
    /// Id of the value, ASCII: `gemensamt-team`.
    pub value: String,
}

/// A filter and its values, as they are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// ASCII: `form`.
    pub id: String,
    /// `Arbetssätt och form`
    pub label: String,
    /// Id and label of each value, in the order they are shown.
    pub values: Vec<(String, String)>,
}

/// Words and phrases that find each other's pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synonyms {
    /// Each as an editor writes it; abbreviations that match only as whole words have `true`.
    pub terms: Vec<(String, bool)>,
}
