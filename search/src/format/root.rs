//! Where everything else is.

use super::FormatError;
use super::envelope::{FORMAT_VERSION, begin, check_version, seal, unseal};
use crate::numbers::{number_of, push_number};
use crate::prelude::*;
use crate::text::{pieces, text_of};

const KIND: u8 = b'S';
/// More pages than any site has: a damaged number must not ask for all of memory.
const MOST_PAGES: u32 = 1 << 18;

/// What a search begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Root {
    /// The number of pages.
    pub pages: u32,
    /// Per file of terms a string that is greater than every key of the files before it, and at most its own first.
    pub terms: Vec<String>,
    /// The same for the keys in order from their ends, reversed.
    pub backwards: Vec<String>,
}

/// The file whose keys lie where `key` would, by the bounds of all files.
fn file_of(bounds: &[String], key: &str) -> usize {
    bounds.partition_point(|bound| bound.as_str() <= key).saturating_sub(1)
}

impl Root {
    /// The file of terms that has a key, if any has.
    pub fn terms_with(&self, key: &str) -> usize {
        file_of(&self.terms, key)
    }

    /// The files of backward keys with those that end in `end`, from the first to the last. Dots and rings do not count.
    pub fn backwards_with(&self, end: &str) -> core::ops::Range<usize> {
        let end = super::backwards::plain_reversed(end);
        let first = file_of(&self.backwards, &end);
        let beyond = |bound: &&String| bound.as_str() <= end.as_str() || bound.starts_with(&end);
        let last = self.backwards.iter().take_while(beyond).count();
        first..last.max(first).min(self.backwards.len())
    }

    /// What the page of search carries: a text, since a page's packing makes less of it than our own coder, and a script can read
    /// it before the reader is there.
    ///
    /// ```text
    /// FORMAT_VERSION ; pages ; (, bound of a file of terms)* ; (, bound of a file of backward keys)*
    /// ```
    /// without the spaces. Keys have neither sign.
    pub fn text(&self) -> String {
        let mut out = String::new();
        push_number(&mut out, usize::from(FORMAT_VERSION));
        out.push(';');
        push_number(&mut out, self.pages as usize);
        for bounds in [&self.terms, &self.backwards] {
            out.push(';');
            for bound in bounds {
                out.push(',');
                out.push_str(bound);
            }
        }
        out
    }

    /// Reads the text.
    ///
    /// # Errors
    /// It is of another kind or version, or damaged.
    pub fn read(text: &str) -> Result<Root, FormatError> {
        let fields = pieces(text, b';');
        let version = number_of(fields[0]).ok_or(FormatError::Foreign)?.min(255) as u8;
        check_version(version)?;
        let [_, pages, terms, backwards] = fields[..] else { return Err(FormatError::Damaged) };
        let pages = number_of(pages).ok_or(FormatError::Damaged)? as u32;
        let root = Root { pages, terms: bounds(terms), backwards: bounds(backwards) };
        let in_order = |bounds: &[String]| bounds.windows(2).all(|pair| pair[0] < pair[1]);
        if pages <= MOST_PAGES && in_order(&root.terms) && in_order(&root.backwards) {
            Ok(root)
        } else {
            Err(FormatError::Damaged)
        }
    }

    /// The file.
    pub fn encode(self) -> Vec<u8> {
        seal([begin(KIND), self.text().into_bytes()].concat())
    }

    /// Reads the file.
    ///
    /// # Errors
    /// The file is of another kind or version, or damaged.
    pub fn decode(bytes: &[u8]) -> Result<Root, FormatError> {
        Root::read(&text_of(unseal(KIND, bytes)?).ok_or(FormatError::Damaged)?)
    }
}

fn bounds(text: &str) -> Vec<String> {
    let mut bounds = Vec::new();
    for bound in pieces(text, b',').into_iter().skip(1) {
        bounds.push(bound.to_owned());
    }
    bounds
}

/// The shortest string that is greater than `before` and at most `first`.
pub fn bound_between(before: &str, first: &str) -> String {
    let shared = first.chars().zip(before.chars()).take_while(|(a, b)| a == b).count();
    first.chars().take(shared + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_bound_lies_between() {
        assert_eq!(bound_between("arbete", "arbetsliv"), "arbets");
        assert_eq!(bound_between("avtal", "avtalet"), "avtale");
    }

    #[test]
    fn keys_lead_to_their_files() {
        let strings = |all: &[&str]| all.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let root = Root { pages: 3, terms: strings(&["a", "f", "m"]), backwards: strings(&["a", "gn", "gnin", "n"]) };
        assert_eq!(root.terms_with("kommun"), 1);
        assert_eq!(root.terms_with("2025:400"), 0);
        assert_eq!(root.terms_with("öppen"), 2);
        assert_eq!(root.backwards_with("ng"), 1..3);
        assert_eq!(root.backwards_with("n"), 3..4);
        assert_eq!(Root::default().terms_with("a"), 0);
    }

    #[test]
    fn texts_of_another_version_or_kind_are_refused_by_name() {
        assert_eq!(Root::read("1;3;,,f;").map(|root| root.terms.len()), Ok(2));
        assert_eq!(Root::read("2;new"), Err(FormatError::Newer { version: 2 }));
        assert_eq!(Root::read("0;"), Err(FormatError::Older { version: 0 }));
        assert_eq!(Root::read("UwEFOf"), Err(FormatError::Foreign));
        for damaged in ["1", "1;3;,,f", "1;3;,f,a;", "1;x;,;", "1;999999999;,;", "1;3;,;,;"] {
            assert_eq!(Root::read(damaged), Err(FormatError::Damaged), "{damaged}");
        }
    }

    proptest! {
        #[test]
        fn what_is_encoded_comes_back(
            pages in 0_u32..99_999,
            terms in prop::collection::btree_set("[a-zåäö]{1,9}", 0..40),
            backwards in prop::collection::btree_set("[a-zåäö]{1,9}", 0..40),
        ) {
            let root = Root { pages, terms: terms.into_iter().collect(), backwards: backwards.into_iter().collect() };
            prop_assert_eq!(Root::decode(&root.clone().encode()), Ok(root));
        }

        #[test]
        fn any_bytes_end_in_a_value_or_an_error(content in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = Root::decode(&seal([begin(KIND), content].concat()));
        }

        #[test]
        fn any_text_ends_in_a_value_or_an_error(text in "(1;[0-9]{0,9};)?[a-c,;]{0,20}") {
            if let Ok(root) = Root::read(&text) {
                prop_assert_eq!(Root::read(&root.text()), Ok(root));
            }
        }
    }
}
