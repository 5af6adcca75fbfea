//! How far two words are from each other.

use crate::analyze::plain_letter;

/// How many letters must be put in, taken away, changed or swapped with their neighbour to make one word of the other; none
/// when more than `most`. (Optimal string alignment; Boytsov, "Indexing methods for approximate dictionary searching", 2011.)
///
/// Where the words part, each way to go on is tried: for two slips that is quicker, and shorter, than a table.
pub fn distance(mut a: &[char], mut b: &[char], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    // What both begin with costs nothing.
    while let ([one, first @ ..], [other, second @ ..]) = (a, b)
        && one == other
    {
        (a, b) = (first, second);
    }
    let most = match (a, b) {
        ([], rest) | (rest, []) => return Some(rest.len()),
        _ => most.checked_sub(1)?,
    };
    let is_swap = a.len() > 1 && b.len() > 1 && a[0] == b[1] && a[1] == b[0];
    let ways = [(1, 1), (1, 0), (0, 1), (2, 2)];
    let mut best = None;
    for &(from_a, from_b) in &ways[..3 + usize::from(is_swap)] {
        let rest = distance(&a[from_a..], &b[from_b..], most).map(|rest| rest + 1);
        best = match (best, rest) {
            (Some(best), Some(rest)) if best <= rest => Some(best),
            _ => rest.or(best),
        };
    }
    best
}

/// Whether a word lacks nothing of another but dots and rings.
pub fn lacks_dots(typed: &[char], meant: &[char]) -> bool {
    typed.len() == meant.len() && typed.iter().zip(meant).all(|(&a, &b)| a == b || a == plain_letter(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same by a table, as it is taught.
    fn by_rows(a: &[char], b: &[char], most: usize) -> Option<usize> {
        if a.len().abs_diff(b.len()) > most {
            return None;
        }
        // What both begin and end with costs nothing.
        let mut start = 0;
        while start < a.len().min(b.len()) && a[start] == b[start] {
            start += 1;
        }
        let (mut a, mut b) = (&a[start..], &b[start..]);
        while let ([left @ .., one], [right @ .., other]) = (a, b)
            && one == other
        {
            (a, b) = (left, right);
        }
        let width = b.len() + 1;
        let mut before = vec![0; width];
        let mut last = vec![0; width];
        let mut now: Vec<usize> = (0..width).collect();
        for (i, &letter) in a.iter().enumerate() {
            // Three rows take turns.
            std::mem::swap(&mut before, &mut last);
            std::mem::swap(&mut last, &mut now);
            now[0] = i + 1;
            let mut least = now[0].min(last[0]);
            for (j, &other) in b.iter().enumerate() {
                let mut cost = (last[j] + usize::from(letter != other)).min(last[j + 1] + 1).min(now[j] + 1);
                if i > 0 && j > 0 && letter == b[j - 1] && a[i - 1] == other {
                    cost = cost.min(before[j - 1] + 1);
                }
                now[j + 1] = cost;
                // A swap may still reach back to the row before.
                least = least.min(cost).min(last[j + 1]);
            }
            if least > most {
                return None;
            }
        }
        (now[width - 1] <= most).then_some(now[width - 1])
    }

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
        assert!(lacks_dots(&letters("bistand"), &letters("bistånd")));
        assert!(!lacks_dots(&letters("lan"), &letters("ett")));
        assert!(!lacks_dots(&letters("lånen"), &letters("länen")), "å and ä are letters of their own");
    }

    proptest! {
        #[test]
        fn it_is_the_same_both_ways(a in "[abå]{0,7}", b in "[abå]{0,7}") {
            let (a, b) = (letters(&a), letters(&b));
            prop_assert_eq!(distance(&a, &b, 3), distance(&b, &a, 3));
            prop_assert_eq!(distance(&a, &a, 0), Some(0));
            for most in 0..4 {
                prop_assert_eq!(distance(&a, &b, most), by_rows(&a, &b, most));
            }
        }
    }
}
