//! Where everything else is.

use super::FormatError;
use super::coder::{Coder, Decoder, Encoder, Number, Strings};
use super::envelope::{begin, seal, unseal};
use crate::prelude::*;

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

/// The layout: pages; count of files of terms and their bounds; count of files of backward keys and their bounds.
fn code(coder: &mut impl Coder, root: &mut Root) -> Result<(), FormatError> {
    let mut number = Number::default();
    root.pages = number.code(coder, root.pages);
    if root.pages > MOST_PAGES {
        return Err(FormatError::Damaged);
    }
    for bounds in [&mut root.terms, &mut root.backwards] {
        let mut strings = Strings::default();
        let count = number.code(coder, bounds.len() as u32) as usize;
        for at in 0..count {
            if at == bounds.len() {
                bounds.push(String::new());
            }
            bounds[at] = strings.code(coder, &bounds[at])?;
            if coder.is_exhausted() {
                return Err(FormatError::Damaged);
            }
        }
    }
    Ok(())
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
        let (end, _) = super::backwards::backward(end);
        let first = file_of(&self.backwards, &end);
        let beyond = |bound: &&String| bound.as_str() <= end.as_str() || bound.starts_with(&end);
        let last = self.backwards.iter().take_while(beyond).count();
        first..last.max(first).min(self.backwards.len())
    }

    /// The file.
    pub fn encode(mut self) -> Vec<u8> {
        let mut encoder = Encoder::new(begin(KIND));
        let coded = code(&mut encoder, &mut self);
        debug_assert_eq!(coded, Ok(()), "what is encoded is in order");
        seal(encoder.finish())
    }

    /// Reads the file.
    ///
    /// # Errors
    /// The file is of another kind or version, or damaged.
    pub fn decode(bytes: &[u8]) -> Result<Root, FormatError> {
        let mut root = Root::default();
        code(&mut Decoder::new(unseal(KIND, bytes)?), &mut root)?;
        let in_order = |bounds: &[String]| bounds.windows(2).all(|pair| pair[0] < pair[1]);
        if in_order(&root.terms) && in_order(&root.backwards) { Ok(root) } else { Err(FormatError::Damaged) }
    }
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
    }
}
