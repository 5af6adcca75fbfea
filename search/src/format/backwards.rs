//! Keys ordered from their ends: where a slip stands in the first half of a word, its end is still right.

use super::FormatError;
use super::coder::{Coder, Decoder, Encoder, Number, Strings, Tree};
use super::envelope::{begin, seal, unseal};
use crate::prelude::*;

const KIND: u8 = b'r';

/// Keys by their letters from the last to the first, without dots and rings ([`backward`]): who types may lack them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backwards {
    /// The key (not reversed), and on how many pages it stands, as a power of two.
    pub keys: Vec<(String, u8)>,
}

/// What keys are ordered by: their letters from the last to the first, å and ä as a, ö as o; then as they are.
pub fn backward(key: &str) -> (String, String) {
    (plain_reversed(key), key.to_owned())
}

/// A key's letters from the last to the first, without dots and rings.
pub fn plain_reversed(key: &str) -> String {
    key.chars().rev().map(crate::analyze::plain_letter).collect()
}

/// A key's letters from the last to the first.
pub fn reversed(key: &str) -> String {
    key.chars().rev().collect()
}

#[derive(Default)]
struct Models {
    count: Number,
    keys: Strings,
    size: Tree<32>,
}

impl Models {
    /// The layout: count of keys; then each reversed key and its size.
    fn code<C: Coder>(&mut self, coder: &mut C, file: &mut Backwards) -> Result<(), FormatError> {
        let count = self.count.code(coder, file.keys.len() as u32) as usize;
        for at in 0..count {
            if at == file.keys.len() {
                file.keys.push(Default::default());
            }
            let (key, size) = &mut file.keys[at];
            let known = if C::IS_READING { String::new() } else { reversed(key) };
            *key = reversed(&self.keys.code(coder, &known)?);
            *size = self.size.code(coder, usize::from(*size)) as u8;
            if coder.is_exhausted() {
                return Err(FormatError::Damaged);
            }
        }
        Ok(())
    }
}

impl Backwards {
    /// The file. Keys are in the order of [`backward`], sizes below 32.
    pub fn encode(mut self) -> Vec<u8> {
        let mut encoder = Encoder::new(begin(KIND));
        let coded = Models::default().code(&mut encoder, &mut self);
        debug_assert_eq!(coded, Ok(()), "what is encoded is in order");
        seal(encoder.finish())
    }

    /// Reads a file.
    ///
    /// # Errors
    /// The file is of another kind or version, or damaged.
    pub fn decode(bytes: &[u8]) -> Result<Backwards, FormatError> {
        let content = unseal(KIND, bytes)?;
        let mut file = Backwards::default();
        Models::default().code(&mut Decoder::new(content), &mut file)?;
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_encoded_comes_back(keys in prop::collection::btree_map("[a-zåäö]{1,12}", 0_u8..32, 0..60)) {
            let mut keys: Vec<(String, u8)> = keys.into_iter().collect();
            keys.sort_by_cached_key(|(key, _)| backward(key));
            let file = Backwards { keys };
            prop_assert_eq!(Backwards::decode(&file.clone().encode()), Ok(file));
        }

        #[test]
        fn any_bytes_end_in_a_value_or_an_error(content in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = Backwards::decode(&seal([begin(KIND), content].concat()));
        }
    }
}
