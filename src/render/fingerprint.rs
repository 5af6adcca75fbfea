//! What a page is made from, as a hash, without making the page: a page whose fingerprint is that of an earlier build is the
//! page of that build.
//!
//! - **Any page** is a template filled with values, so the values are hashed, with the templates and everything else that
//!   is the same for all of them. What a list shows of a document is much work and stands on many pages: there the value
//!   is the hash of what it would be made from. No page has to say what it depends on.
//! - **An example** has a page of its own, and there are many. Its values are not made: what they follow from is its file,
//!   everything in the content folder that is no example, and the few things that are asked about other examples (what
//!   is related, what is a part of what, where links lead), whose answers are hashed.
//!
//! Where a fingerprint cannot be told, there is none, and the page is made.

use rayon::prelude::*;
use tera::Value;
use tera::value::ValueKind;

use super::Renderer;
use super::context::Context;
use crate::memory::Hash;
use crate::model::address;
use crate::model::document::Document;
use crate::model::routes::Page;
use crate::schema::Kind;

/// What a document's parts are made from.
pub(super) struct Named {
    /// As an item of a list.
    item: Hash,
    /// Everything that is made of an example by itself; nothing for other documents.
    own: Option<Hash>,
}

/// The fingerprints of a site.
pub struct Fingerprints {
    /// Of each page, in the order of the routes.
    pub pages: Vec<Option<Hash>>,
    /// Of what is made of each document by itself, in their order; only of examples.
    pub examples: Vec<Option<Hash>>,
}

impl Renderer<'_> {
    /// The fingerprint of every page.
    ///
    /// `program` is the hash of the program, `around` that of every content file that is neither an example nor
    /// `adresser.txt`, and `file` tells that of a content file. Nothing can be rendered meanwhile: lists are filled with
    /// fingerprints instead of what they show.
    pub fn fingerprints(
        &mut self,
        program: &Hash,
        around: &Hash,
        file: impl Fn(&str) -> Option<Hash> + Sync,
    ) -> Fingerprints {
        let shared = self.shared(program, around);
        let site = self.site;
        let named = site.documents.par_iter().enumerate().map(|(index, document)| {
            let mut item = Sum::new("item", &shared);
            item.value(&self.items[index]);
            let file = file(&document.file).filter(|_| document.kind == Kind::Example);
            Named { item: item.end(), own: file.map(|hash| self.own(&shared, document, &hash)) }
        });
        let named: Vec<Named> = named.collect();
        let examples = named.iter().map(|named| named.own).collect();
        self.named = Some(named);
        let pages = site.routes.par_iter().map(|route| match route.page {
            Page::Document(index) if site.documents[index].kind == Kind::Example => self.example_sum(&shared, index),
            Page::Confirm(index) => self.sheet_sum(&shared, index),
            _ => {
                let view = self.view(route).ok()?;
                let mut sum = Sum::new("page", &shared);
                sum.text(self.language(route)).text(view.template).context(&view.context);
                Some(sum.end())
            }
        });
        let pages = pages.collect();
        self.named = None;
        Fingerprints { pages, examples }
    }

    /// What every page has in common.
    fn shared(&self, program: &Hash, around: &Hash) -> Hash {
        let mut sum = Sum::new("shared", program);
        sum.bytes(around).bytes(&self.theme).bytes(&self.globals).text(&self.base.absolute("/")).text(self.base.path());
        for (href, page) in &self.term_hrefs {
            sum.text(href).maybe(page.as_deref());
        }
        // Asked for on the page of every example; an address may also be one of `adresser.txt`.
        sum.maybe(self.link_to("/bidra/").as_deref());
        sum.end()
    }

    /// What an example comes to by itself: its file, and where its links lead.
    fn own(&self, shared: &Hash, document: &Document, file: &Hash) -> Hash {
        let mut sum = Sum::new("own", shared);
        sum.text(&document.file).text(&document.address).bytes(file);
        for target in &document.links {
            match self.href(document, target) {
                Some(href) => sum.text(&href.url).bytes(&[u8::from(href.external)]),
                None => sum.bytes(b"-"),
            };
        }
        sum.end()
    }

    /// What the page of an example is made from.
    fn example_sum(&self, shared: &Hash, index: usize) -> Option<Hash> {
        let document = &self.site.documents[index];
        let own = self.named.as_ref()?[index].own?;
        let words = &self.speech(&document.language).wording;
        let (whole, parts, linked) = self.whole_and_parts(document);
        let mut sum = Sum::new("example", shared);
        sum.bytes(&own).text(&self.heading(words, address::EXAMPLES, "examples"));
        sum.value(&whole).value(&parts.into()).value(&self.related(words, document, &linked));
        // All that the day makes of it.
        let due = self.site.review_due(document).filter(|due| *due < self.site.today);
        sum.maybe(due.map(|due| due.to_string()).as_deref());
        Some(sum.end())
    }

    /// What the sheet by which an example is confirmed is made from: the example, and what the guide above it is called.
    fn sheet_sum(&self, shared: &Hash, index: usize) -> Option<Hash> {
        let own = self.named.as_ref()?[index].own?;
        let guide = self.introduction_of(address::EDITORS).map(|guide| guide.title.as_str());
        Some(Sum::new("sheet", shared).bytes(&own).maybe(guide).end())
    }

    /// In place of a document as a hit of a list, while fingerprints are made.
    pub(super) fn named_hit(&self, index: usize, level: usize) -> Option<Value> {
        let named = self.named.as_ref()?;
        Some(Sum::new("hit", &named[index].item).number(level as u64).value_of())
    }

    /// In place of what an example says of its own, while fingerprints are made; nothing where it has to be made.
    pub(super) fn named_voice(&self, index: usize, voice: usize) -> Option<Value> {
        let Named { item, own } = &self.named.as_ref()?[index];
        Some(Sum::new("voice", item).bytes(&(*own)?).number(voice as u64).value_of())
    }
}

/// The hash of values that are shown on every page.
pub(super) fn of_values(values: &[&Value]) -> Hash {
    let mut sum = Sum::new("values", &[0; 32]);
    values.iter().for_each(|value| {
        sum.value(value);
    });
    sum.end()
}

/// Bytes to be hashed: everything has its kind and length before it, so that no two things look the same.
pub(crate) struct Sum(Vec<u8>);

impl Sum {
    /// Of something that has a name and a hash of what it follows from.
    pub(crate) fn new(name: &'static str, from: &Hash) -> Sum {
        let mut sum = Sum(Vec::with_capacity(1024));
        sum.text(name).bytes(from);
        sum
    }

    pub(crate) fn end(&self) -> Hash {
        *blake3::hash(&self.0).as_bytes()
    }

    fn value_of(&self) -> Value {
        Value::bytes(self.end().to_vec())
    }

    pub(crate) fn number(&mut self, number: u64) -> &mut Sum {
        self.0.extend_from_slice(&number.to_le_bytes());
        self
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> &mut Sum {
        self.number(bytes.len() as u64);
        self.0.extend_from_slice(bytes);
        self
    }

    pub(crate) fn text(&mut self, text: &str) -> &mut Sum {
        self.bytes(text.as_bytes())
    }

    fn maybe(&mut self, text: Option<&str>) -> &mut Sum {
        match text {
            Some(text) => self.number(1).text(text),
            None => self.number(0),
        }
    }

    fn context(&mut self, context: &Context) -> &mut Sum {
        self.number(context.len() as u64);
        for (key, value) in context.iter() {
            self.text(key).value(value);
        }
        self
    }

    fn value(&mut self, value: &Value) -> &mut Sum {
        let kind = value.kind();
        self.0.push(kind as u8);
        match kind {
            ValueKind::Undefined | ValueKind::None => {}
            ValueKind::Bool => self.0.push(u8::from(value.is_truthy())),
            ValueKind::String => {
                self.0.push(u8::from(value.is_safe()));
                self.text(value.as_str().unwrap_or_default());
            }
            ValueKind::Array => {
                let items = value.as_array().unwrap_or_default();
                self.number(items.len() as u64);
                items.iter().for_each(|item| {
                    self.value(item);
                });
            }
            ValueKind::Map => {
                let mut entries: Vec<_> = value.as_map().into_iter().flatten().collect();
                entries.sort_by_key(|(key, _)| *key);
                self.number(entries.len() as u64);
                for (key, value) in entries {
                    match key.as_str() {
                        Some(key) => self.text(key),
                        None => self.value(&key.as_value()),
                    };
                    self.value(value);
                }
            }
            ValueKind::Bytes => {
                self.bytes(value.as_bytes().unwrap_or_default());
            }
            ValueKind::F64 => {
                self.number(value.as_f64().unwrap_or_default().to_bits());
            }
            // Whole numbers of any size.
            _ => {
                self.text(&value.to_string());
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::super::context::map;
    use super::*;

    fn hash(value: impl Into<Value>) -> Hash {
        of_values(&[&value.into()])
    }

    #[test]
    fn values_that_look_alike_have_hashes_of_their_own() {
        let values: Vec<Value> = vec![
            Value::none(),
            false.into(),
            true.into(),
            0.into(),
            1.into(),
            (-1).into(),
            1.5.into(),
            "".into(),
            "1".into(),
            "true".into(),
            Value::safe_string("1"),
            Value::bytes(b"1".to_vec()),
            Vec::<Value>::new().into(),
            vec![Value::from("ab"), Value::from("c")].into(),
            vec![Value::from("a"), Value::from("bc")].into(),
            vec![Value::from(vec![Value::from("a")]), Value::from("bc")].into(),
            map! { a: "b", c: "d" },
            map! { a: "b", c: Value::none() },
            map! { a: "b" },
        ];
        let hashes: std::collections::HashSet<Hash> = values.iter().map(|value| of_values(&[value])).collect();
        assert_eq!(hashes.len(), values.len());
    }

    #[test]
    fn the_same_value_has_the_same_hash_whatever_the_order_of_its_map() {
        // Maps of templates have another order each time.
        let made = || map! { a: 1, b: "två", c: vec![Value::from(3)], d: map! { e: 5, f: 6, g: 7 } };
        for _ in 0..20 {
            assert_eq!(hash(made()), hash(made()));
        }
    }
}
