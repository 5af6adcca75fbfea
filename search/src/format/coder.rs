//! The entropy coder beneath every file: a binary arithmetic coder with adaptive probabilities.
//!
//! Encoding and decoding are one piece of code: what describes a layout is written once, over [`Coder`], and gives every
//! bit a model. The encoder is told the bit and writes it; the decoder is told nothing that counts, and answers with the bit
//! it read. So the two cannot disagree.
//!
//! The coder is carryless (two 32-bit bounds, a byte goes out when the upper ones agree), as in Mahoney's *lpaq*
//! (<http://mattmahoney.net/dc/>, "Data Compression Explained", 3.2). Only whole numbers are used: the same bytes everywhere.

use super::FormatError;
use crate::prelude::*;
use crate::text::text_of;

/// Writes or reads bits.
pub trait Coder {
    /// Whether what is to be coded is known only afterwards: nothing need be made ready for it.
    const IS_READING: bool;

    /// Codes a bit that is 1 with a probability of `one` / 65,536, and returns it.
    fn code(&mut self, bit: bool, one: u16) -> bool;

    /// Whether more was asked for than there is. What is read from then on means nothing.
    fn is_exhausted(&self) -> bool;
}

fn divide(low: u32, high: u32, one: u16) -> u32 {
    let range = u64::from(high - low);
    // Both halves hold something, whatever the probability.
    low + ((range * u64::from(one)) >> 16) as u32
}

/// Writes bits.
pub struct Encoder {
    low: u32,
    high: u32,
    out: Vec<u8>,
}

impl Encoder {
    /// Goes on after what is there.
    pub fn new(out: Vec<u8>) -> Encoder {
        Encoder { low: 0, high: u32::MAX, out }
    }

    /// Everything written.
    pub fn finish(mut self) -> Vec<u8> {
        // The fewest bytes that lie within the bounds whatever follows: what the decoder reads past the end is zeros.
        for bytes in 1..=4 {
            let shift = 32 - 8 * bytes;
            let value = (((u64::from(self.low) + (1_u64 << shift) - 1) >> shift) << shift).min(u64::from(u32::MAX));
            if value <= u64::from(self.high) && value >= u64::from(self.low) {
                let value = value as u32;
                self.out.extend_from_slice(&value.to_be_bytes()[..bytes]);
                break;
            }
        }
        self.out
    }
}

impl Coder for Encoder {
    const IS_READING: bool = false;

    fn code(&mut self, bit: bool, one: u16) -> bool {
        let middle = divide(self.low, self.high, one);
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.out.push((self.high >> 24) as u8);
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
        }
        bit
    }

    fn is_exhausted(&self) -> bool {
        false
    }
}

/// Reads bits.
pub struct Decoder<'a> {
    low: u32,
    high: u32,
    value: u32,
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Decoder<'a> {
    /// Reads what an [`Encoder`] wrote. After the last byte come zeros: that a file is whole, its checksum tells.
    pub fn new(bytes: &'a [u8]) -> Decoder<'a> {
        let mut decoder = Decoder { low: 0, high: u32::MAX, value: 0, bytes, at: 0 };
        for _ in 0..4 {
            decoder.shift();
        }
        decoder
    }

    fn shift(&mut self) {
        let byte = self.bytes.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        self.value = self.value << 8 | u32::from(byte);
    }
}

impl Coder for Decoder<'_> {
    const IS_READING: bool = true;

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn code(&mut self, _: bool, one: u16) -> bool {
        let middle = divide(self.low, self.high, one);
        let bit = self.value <= middle;
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
            self.shift();
        }
        bit
    }

    fn is_exhausted(&self) -> bool {
        // The encoder leaves out at most four zeros.
        self.at > self.bytes.len() + 8
    }
}

/// The probability of a bit, learned while coding: in the upper half that of 1 in 65,536, less one half; in the lower how many
/// bits it has seen, up to sixty. A new one is 0, and a plain number, so that thousands are made by filling memory.
pub type Bit = u32;

/// As likely as not.
const EVEN: u16 = 1 << 15;

/// After how many bits a model goes on learning at the same pace.
const STEADY: u32 = 60;

/// The step of a model that has seen so many bits, in 1/65,536: 1 / (seen + 1.6).
const fn step(seen: u32) -> u32 {
    655_360 / (10 * seen + 16)
}

/// The same for who codes millions of bits.
#[cfg(not(target_arch = "wasm32"))]
const STEP: [u32; STEADY as usize + 1] = {
    let mut steps = [0; STEADY as usize + 1];
    let mut seen = 0;
    while seen <= STEADY {
        steps[seen as usize] = step(seen);
        seen += 1;
    }
    steps
};

/// Codes a bit by its model, which learns it.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn code_bit(model: &mut Bit, coder: &mut impl Coder, bit: bool) -> bool {
    let mut one = u32::from(EVEN.wrapping_add((*model >> 16) as u16));
    let seen = *model & 0xffff;
    let bit = coder.code(bit, one as u16);
    #[cfg(not(target_arch = "wasm32"))]
    let step = STEP[seen as usize];
    #[cfg(target_arch = "wasm32")]
    let step = step(seen);
    if bit {
        one += ((65_535 - one) * step) >> 16;
    } else {
        one -= (one * step) >> 16;
    }
    let lean = (one.clamp(48, 65_535 - 48) as u16).wrapping_sub(EVEN);
    *model = u32::from(lean) << 16 | (seen + 1).min(STEADY);
    bit
}

/// A number of `BITS` bits, each bit by those above it. `SIZE` is 2 to the power of `BITS`.
#[derive(Clone, Debug)]
pub struct Tree<const SIZE: usize>([Bit; SIZE]);

impl<const SIZE: usize> Default for Tree<SIZE> {
    fn default() -> Tree<SIZE> {
        Tree([0; SIZE])
    }
}

impl<const SIZE: usize> Tree<SIZE> {
    /// Writes `value`, below `SIZE`, or reads one; the value in either case.
    pub fn code(&mut self, coder: &mut impl Coder, value: usize) -> usize {
        code_tree(&mut self.0, coder, value)
    }
}

/// One for trees of all sizes.
#[cfg_attr(target_arch = "wasm32", inline(never))]
fn code_tree(models: &mut [Bit], coder: &mut impl Coder, value: usize) -> usize {
    let bits = models.len().trailing_zeros();
    let mut node = 1;
    for place in (0..bits).rev() {
        let bit = code_bit(&mut models[node], coder, value >> place & 1 == 1);
        node = node << 1 | usize::from(bit);
    }
    node - models.len()
}

/// `bits` bits that are as good as random.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub fn code_plain(coder: &mut impl Coder, value: u32, bits: u32) -> u32 {
    (0..bits).rev().fold(0, |read, place| read << 1 | u32::from(coder.code(value >> place & 1 == 1, EVEN)))
}

/// Any number below 2³⁰, small ones in few bits: its length in ones, then its bits (Elias gamma, with models).
#[derive(Clone, Debug, Default)]
pub struct Number {
    length: [Bit; 32],
    top: [[Bit; 4]; 32],
}

impl Number {
    /// Writes `value`, or reads one; the value in either case.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn code(&mut self, coder: &mut impl Coder, value: u32) -> u32 {
        let value = value + 1;
        let wanted = value.ilog2() as usize;
        let mut length = 0;
        while length < 30 && code_bit(&mut self.length[length], coder, wanted > length) {
            length += 1;
        }
        let mut read = 1_u32;
        for place in (0..length).rev() {
            let bit = value >> place & 1 == 1;
            // The upper two bits have models; those below are as good as random.
            let bit = match length - place {
                1 => code_bit(&mut self.top[length][1], coder, bit),
                2 => code_bit(&mut self.top[length][2 + (read & 1) as usize], coder, bit),
                _ => coder.code(bit, EVEN),
            };
            read = read << 1 | u32::from(bit);
        }
        read - 1
    }
}

/// Strings in order, each by what it shares with the one before. Letters are coded by the letter before them.
#[derive(Clone)]
pub struct Strings {
    shared: Number,
    /// A tree of [`LETTER`] models for each letter that may come before.
    letters: Vec<Bit>,
    last: Vec<u8>,
}

impl Default for Strings {
    fn default() -> Strings {
        Strings { shared: Number::default(), letters: vec![0; 32 * LETTER], last: Vec::new() }
    }
}

const LETTER: usize = 256;

/// The most bytes of a string.
pub const LONGEST_STRING: usize = 240;

impl Strings {
    /// Codes the next string, and returns it.
    ///
    /// # Errors
    /// What is read is no UTF-8.
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn code(&mut self, coder: &mut impl Coder, text: &str) -> Result<String, FormatError> {
        let text = text.as_bytes();
        let shared = text.iter().zip(&self.last).take_while(|(a, b)| a == b).count();
        let shared = (self.shared.code(coder, shared as u32) as usize).min(self.last.len());
        self.last.truncate(shared);
        let mut rest = text.get(shared..).unwrap_or_default().iter();
        loop {
            let before = usize::from(self.last.last().map_or(0, |byte| byte & 31)) * LETTER;
            let models = &mut self.letters[before..before + LETTER];
            let byte = code_tree(models, coder, usize::from(rest.next().copied().unwrap_or(0))) as u8;
            if byte == 0 || self.last.len() >= LONGEST_STRING {
                return text_of(&self.last).ok_or(FormatError::Damaged);
            }
            self.last.push(byte);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_come_back(values in prop::collection::vec(0_u32..1 << 29, 0..200)) {
            let mut encoder = Encoder::new(Vec::new());
            let mut model = Number::default();
            for &value in &values {
                model.code(&mut encoder, value);
            }
            let bytes = encoder.finish();
            let mut decoder = Decoder::new(&bytes);
            let mut model = Number::default();
            for &value in &values {
                prop_assert_eq!(model.code(&mut decoder, 0), value);
            }
            prop_assert!(!decoder.is_exhausted());
        }

        #[test]
        fn strings_come_back(values in prop::collection::vec("[a-zåäö]{0,12}", 0..60)) {
            let mut encoder = Encoder::new(Vec::new());
            let mut model = Strings::default();
            for value in &values {
                prop_assert_eq!(model.code(&mut encoder, value), Ok(value.clone()));
            }
            let bytes = encoder.finish();
            let mut decoder = Decoder::new(&bytes);
            let mut model = Strings::default();
            for value in &values {
                prop_assert_eq!(model.code(&mut decoder, ""), Ok(value.clone()));
            }
        }
    }
}
