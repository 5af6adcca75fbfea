//! The words of a page in its language, looked up once.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use tera::{Kwargs, State, Tera, Value};

use crate::i18n::{Language, ids, lookup};
use crate::schema::PartialDate;

/// What the ids of the site's words begin with.
const PREFIX: &str = "site-";

/// The site's words in one language.
#[derive(Clone)]
pub(crate) struct Wording {
    pub language: Language,
    words: HashMap<&'static str, String>,
}

impl Wording {
    pub fn new(language: Language) -> Wording {
        let ids = ids(Language::default()).into_iter().filter_map(|id| Some((id.strip_prefix(PREFIX)?, id)));
        let words = ids.map(|(short, id)| (short, lookup(language, id, &[]).unwrap_or_default()));
        Wording { language, words: words.collect() }
    }

    /// Words without arguments, by the id without its `site-`.
    pub fn get(&self, id: &'static str) -> &str {
        self.words.get(id).map_or(id, String::as_str)
    }

    /// What a field or section of an example is called.
    pub fn field(&self, key: &str) -> Option<&str> {
        self.words.get(format!("field-{key}").as_str()).map(String::as_str)
    }

    /// Words with arguments.
    pub fn with(&self, id: &str, args: &[(&str, &str)]) -> String {
        lookup(self.language, &format!("{PREFIX}{id}"), args).unwrap_or_else(|| id.to_owned())
    }

    /// Words that depend on a number.
    pub fn count(&self, id: &str, count: usize) -> String {
        self.with(id, &[("count", &count.to_string())])
    }

    /// `22 november 2026`
    pub fn date(&self, date: Date) -> String {
        format!("{} {} {}", date.day(), self.month(date.month()), date.year())
    }

    /// A date as exactly as it is known: `2026`, `november 2026` or `22 november 2026`.
    pub fn partial_date(&self, date: PartialDate) -> String {
        match (date.month, date.day) {
            (Some(_), Some(_)) => self.date(date.first()),
            (Some(month), None) => format!("{} {}", self.month(month), date.year),
            _ => date.year.to_string(),
        }
    }

    /// `november 2026`
    pub fn month_of(&self, date: Date) -> String {
        format!("{} {}", self.month(date.month()), date.year())
    }

    fn month(&self, month: i8) -> &str {
        const MONTHS: [&str; 12] = [
            "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9",
            "month-10", "month-11", "month-12",
        ];
        let index = usize::try_from(month).unwrap_or(1).clamp(1, 12) - 1;
        self.get(MONTHS[index])
    }

    /// All words without arguments for the templates, with `_` for `-`: `{{ w.skip_link }}`.
    pub fn value(&self) -> Value {
        let words = self.words.iter().map(|(id, words)| (id.replace('-', "_"), Value::from(words.as_str())));
        Value::from(words.collect::<BTreeMap<String, Value>>())
    }

    /// Gives the templates `t(k="list-count", count=3)`, for words with arguments.
    pub fn register(&self, tera: &mut Tera) {
        let language = self.language;
        tera.register_function("t", move |args: Kwargs, _: &State| -> tera::TeraResult<String> {
            let id = format!("{PREFIX}{}", args.must_get::<&str>("k")?);
            let pairs: Vec<(String, String)> = args
                .iter()
                .map(|(name, value)| (name.as_str().unwrap_or_default().to_owned(), value.to_string()))
                .collect();
            let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            lookup(language, &id, &pairs).ok_or_else(|| tera::Error::message(format!("no words with the id {id}")))
        });
    }
}
