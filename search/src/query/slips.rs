//! How far two words are from each other.

use crate::analyze::plain_letter;
use crate::prelude::*;

/// How many letters must be put in, taken away, changed or swapped with their neighbour to make one word of the other; none
/// when more than `most`. (Optimal string alignment; Boytsov, "Indexing methods for approximate dictionary searching", 2011.)
pub fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    // What both begin and end with costs nothing.
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - end], &b[..b.len() - end]);
    if a.is_empty() || b.is_empty() {
        return Some(a.len().max(b.len())).filter(|distance| *distance <= most);
    }
    let width = b.len() + 1;
    let mut rows = [vec![0; width], (0..width).collect::<Vec<usize>>(), vec![0; width]];
    for (i, &letter) in a.iter().enumerate() {
        let [before, last, now] = &mut rows;
        now[0] = i + 1;
        let mut least = now[0];
        for (j, &other) in b.iter().enumerate() {
            let mut cost = (last[j] + usize::from(letter != other)).min(last[j + 1] + 1).min(now[j] + 1);
            if i > 0 && j > 0 && letter == b[j - 1] && a[i - 1] == other {
                cost = cost.min(before[j - 1] + 1);
            }
            now[j + 1] = cost;
            least = least.min(cost);
        }
        // A swap may still reach back to the row before.
        if least > most && last.iter().min().is_none_or(|least| *least > most) {
            return None;
        }
        rows.rotate_left(1);
    }
    Some(rows[1][width - 1]).filter(|distance| *distance <= most)
}

/// Whether two words differ in nothing but dots and rings.
pub fn same_but_dots(a: &[char], b: &[char]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(&a, &b)| plain_letter(a) == plain_letter(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn letters(word: &str) -> Vec<char> {
        word.chars().collect()
    }

    #[test]
    fn slips_are_counted() {
        for (a, b, expected) in [
            ("avtal", "avtal", Some(0)),
            ("avtla", "avtal", Some(1)),
            ("avtal", "avtl", Some(1)),
            ("överenskommelse", "överrenskomelse", Some(2)),
            ("avtal", "kommun", None),
        ] {
            assert_eq!(distance(&letters(a), &letters(b), 2), expected, "{a} {b}");
        }
        assert!(same_but_dots(&letters("bistand"), &letters("bistånd")));
        assert!(!same_but_dots(&letters("lan"), &letters("ett")));
    }

    proptest! {
        #[test]
        fn it_is_the_same_both_ways(a in "[abå]{0,7}", b in "[abå]{0,7}") {
            let (a, b) = (letters(&a), letters(&b));
            prop_assert_eq!(distance(&a, &b, 3), distance(&b, &a, 3));
            prop_assert_eq!(distance(&a, &a, 0), Some(0));
        }
    }
}
