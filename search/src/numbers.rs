//! What the standard library would bring to a browser as tables and many kilobytes: logarithm and power, a sort, digits.
//!
//! The program uses the same, so that both rank alike.

use core::f32::consts::{LN_2, SQRT_2};

use crate::prelude::*;

/// The natural logarithm of a positive number, within 10⁻⁶ of its size or of 1.
///
/// With x = m·2ᵉ, ln x = e·ln 2 + 2·artanh((m − 1) / (m + 1)), by its series.
pub fn ln(x: f32) -> f32 {
    let bits = x.to_bits();
    let mut exponent = (bits >> 23) as i32 - 127;
    let mut fraction = f32::from_bits(bits & 0x007f_ffff | 127 << 23);
    if fraction > SQRT_2 {
        fraction *= 0.5;
        exponent += 1;
    }
    let s = (fraction - 1.0) / (fraction + 1.0);
    let square = s * s;
    exponent as f32 * LN_2 + 2.0 * s * (1.0 + square * (1.0 / 3.0 + square * (0.2 + square / 7.0)))
}

/// eʸ for y between −80 and 80, within 10⁻⁵ of its size: 2ᵏ times the series of what is left.
fn exp(y: f32) -> f32 {
    let y = y.clamp(-80.0, 80.0);
    let turns = (y / LN_2 + if y < 0.0 { -0.5 } else { 0.5 }) as i32;
    let rest = y - turns as f32 * LN_2;
    let series = [1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0];
    let sum = series.iter().fold(0.0, |sum, term| sum * rest + term);
    sum * f32::from_bits(((turns + 127) as u32) << 23)
}

/// x to the power of p; 0 where x is not positive. As exact as [`ln`] and its inverse.
pub fn power(x: f32, p: f32) -> f32 {
    if x > 0.0 { exp(p * ln(x)) } else { 0.0 }
}

/// A rank for [`order`] by which the greatest comes first, of numbers that are not negative.
pub fn greatest_first(number: f32) -> u32 {
    !number.to_bits()
}

/// The places 0 to `count` in the order of their ranks, the lowest first; equal ones stay as they are. All that is ordered in a
/// browser goes through this one sort, of plain numbers: the standard one comes anew for every type.
pub fn order(count: usize, rank: &dyn Fn(usize) -> u32) -> Vec<usize> {
    let mut keys = Vec::with_capacity(count);
    for place in 0..count {
        keys.push(u64::from(rank(place)) << 32 | place as u64);
    }
    sort(&mut keys);
    let mut places = Vec::with_capacity(count);
    for key in keys {
        places.push(key as u32 as usize);
    }
    places
}

/// Sorts numbers.
#[cfg(not(target_arch = "wasm32"))]
pub fn sort(keys: &mut [u64]) {
    keys.sort_unstable();
}

#[cfg(target_arch = "wasm32")]
pub use heap_sort as sort;

/// Heapsort (Williams, "Algorithm 232", 1964): a tenth of the code of the standard sort.
#[cfg(any(target_arch = "wasm32", test))]
pub fn heap_sort(keys: &mut [u64]) {
    let mut unsorted = keys.len();
    let mut root = unsorted / 2;
    while unsorted > 1 {
        if root > 0 {
            // First, every half is made a heap,
            root -= 1;
        } else {
            // then the greatest goes where it belongs.
            unsorted -= 1;
            keys.swap(0, unsorted);
        }
        let mut parent = root;
        loop {
            let mut child = 2 * parent + 1;
            if child >= unsorted {
                break;
            }
            if child + 1 < unsorted && keys[child] < keys[child + 1] {
                child += 1;
            }
            if keys[parent] >= keys[child] {
                break;
            }
            keys.swap(parent, child);
            parent = child;
        }
    }
}

/// Puts a number's digits behind a text.
pub fn push_number(out: &mut String, number: usize) {
    if number > 9 {
        push_number(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

/// The number that digits and nothing else are.
pub fn number_of(digits: &str) -> Option<usize> {
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    digits.bytes().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + usize::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn logarithms_and_powers_are_those_of_the_standard_library(x in 1e-6_f32..1e7, p in 0.1_f32..2.0) {
            prop_assert!((ln(x) - x.ln()).abs() <= 1e-6 * x.ln().abs().max(1.0), "{} {}", ln(x), x.ln());
            prop_assert!((power(x, p) / x.powf(p) - 1.0).abs() < 1e-5, "{} {}", power(x, p), x.powf(p));
        }

        #[test]
        fn keys_are_sorted(keys in prop::collection::vec(0_u64..99, 0..200)) {
            let (mut ours, mut theirs) = (keys.clone(), keys);
            heap_sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn greater_numbers_come_first(a in 0.0_f32..1e9, b in 0.0_f32..1e9) {
            prop_assert_eq!(a > b, greatest_first(a) < greatest_first(b));
        }

        #[test]
        fn equal_ranks_keep_their_order(ranks in prop::collection::vec(0_u32..9, 0..99)) {
            let mut expected: Vec<usize> = (0..ranks.len()).collect();
            expected.sort_by_key(|&place| ranks[place]);
            prop_assert_eq!(order(ranks.len(), &|place| ranks[place]), expected);
        }

        #[test]
        fn digits_come_back(number in 0_usize..1_000_000_000) {
            let mut digits = String::new();
            push_number(&mut digits, number);
            prop_assert_eq!(&digits, &number.to_string());
            prop_assert_eq!(number_of(&digits), Some(number));
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "-1", "1.5", "1000000000", "å"] {
            assert_eq!(number_of(text), None, "{text}");
        }
        assert_eq!([power(0.0, 0.8), power(1.0, 0.8), ln(1.0)], [0.0, 1.0, 0.0]);
    }
}
