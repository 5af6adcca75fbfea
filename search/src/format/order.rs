//! The pages in another order than that of their numbers.

use super::FormatError;
use super::coder::{Coder, Decoder, Encoder, code_plain};
use super::envelope::{begin, seal, unseal};
use crate::prelude::*;

const KIND: u8 = b'o';

/// The pages in an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// Each page once; of a file made by others only this is sure, that each is a page.
    pub pages: Vec<u32>,
}

/// Each page's number in as many bits as the largest needs.
fn code(coder: &mut impl Coder, page: u32, pages: u32) -> u32 {
    let bits = u32::BITS - pages.saturating_sub(1).leading_zeros();
    code_plain(coder, page, bits)
}

impl Order {
    /// The file.
    pub fn encode(&self) -> Vec<u8> {
        let mut encoder = Encoder::new(begin(KIND));
        for &page in &self.pages {
            code(&mut encoder, page, self.pages.len() as u32);
        }
        seal(encoder.finish())
    }

    /// Reads a file.
    ///
    /// # Errors
    /// The file is of another kind or version, or damaged.
    pub fn decode(bytes: &[u8], pages: u32) -> Result<Order, FormatError> {
        let mut decoder = Decoder::new(unseal(KIND, bytes)?);
        let order: Vec<u32> = (0..pages).map(|_| code(&mut decoder, 0, pages)).collect();
        let is_page = |page: &u32| *page < pages;
        if order.iter().all(is_page) { Ok(Order { pages: order }) } else { Err(FormatError::Damaged) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_encoded_comes_back(pages in Just((0..77).collect::<Vec<u32>>()).prop_shuffle()) {
            let order = Order { pages };
            prop_assert_eq!(Order::decode(&order.encode(), 77), Ok(order));
        }

        #[test]
        fn any_bytes_end_in_a_value_or_an_error(content in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = Order::decode(&seal([begin(KIND), content].concat()), 9);
        }
    }
}
