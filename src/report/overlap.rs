//! The same lines in two files of which neither begins as the other: a log that was copied while it was rotated, two backups.
//!
//! Lines are put together in groups whose ends are told by the lines themselves (a line whose hash begins with zeros), so that
//! the same lines fall into the same groups wherever a file begins. A group that an earlier file had is not counted again.
//! What is kept is one number for a group of about 32 lines. At each end of an overlap one group is not whole in one
//! of the files: so many lines are counted twice at most.

use std::hash::Hasher;

use rustc_hash::{FxHashSet, FxHasher};

/// About so many lines are a group: two to this.
const LENGTH: u32 = 5;
/// About so many lines at each end of an overlap may be counted twice: one group's.
pub const TWICE: usize = 1 << LENGTH;
/// A shorter group may be the same by chance; it is known only by the company it keeps.
const SHORT: usize = 8;

/// The groups of every file so far, as hashes.
pub type Groups = FxHashSet<u64>;

/// Lines that stand together.
struct Group<'a> {
    bytes: &'a [u8],
    lines: usize,
    hash: u64,
}

/// Whether a group ends after a line (without its end).
fn is_end(line: &[u8]) -> bool {
    let mut hasher = FxHasher::default();
    hasher.write(line);
    // Multiplied once more, because the last step of the hash is only a rotation.
    hasher.finish().wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - LENGTH) == 0
}

/// How much of a block of whole lines ends with a group; all of it when no group does in its latter half.
pub fn whole_groups(block: &[u8]) -> usize {
    let mut end = block.len();
    while end > block.len() / 2 {
        let start = memchr::memrchr(b'\n', &block[..end - 1]).map_or(0, |at| at + 1);
        if is_end(&block[start..end - 1]) {
            return end;
        }
        end = start;
    }
    block.len()
}

fn groups(block: &[u8]) -> Vec<Group<'_>> {
    let mut groups = Vec::new();
    let (mut start, mut lines) = (0, 0);
    let mut at = 0;
    while at < block.len() {
        let end = memchr::memchr(b'\n', &block[at..]).map_or(block.len(), |end| at + end);
        let next = (end + 1).min(block.len());
        lines += 1;
        if is_end(&block[at..end]) || next == block.len() {
            let bytes = &block[start..next];
            let [a, b, c, d, e, f, g, h, ..] = *blake3::hash(bytes).as_bytes();
            groups.push(Group { bytes, lines, hash: u64::from_le_bytes([a, b, c, d, e, f, g, h]) });
            (start, lines) = (next, 0);
        }
        at = next;
    }
    groups
}

/// The parts of a block that are to be counted, and those that an earlier file had, with the number of their lines.
pub struct Parts<'a> {
    pub parts: Vec<(&'a [u8], bool)>,
    pub repeated: u64,
    /// The hashes of the block's groups, for the files after this one.
    pub own: Vec<u64>,
}

/// Tells what of a block an earlier file had.
pub fn parts<'a>(block: &'a [u8], earlier: &Groups) -> Parts<'a> {
    let groups = groups(block);
    let is_known: Vec<bool> = groups.iter().map(|group| earlier.contains(&group.hash)).collect();
    let is_sure = |at: usize| is_known[at] && groups[at].lines >= SHORT;
    let mut found = Parts { parts: Vec::new(), repeated: 0, own: groups.iter().map(|group| group.hash).collect() };
    let mut start = 0;
    for (at, group) in groups.iter().enumerate() {
        // A short one between two that are new is another line that looks the same.
        let before = groups[..at].iter().rposition(|group| group.lines >= SHORT);
        let after = groups[at + 1..].iter().position(|group| group.lines >= SHORT).map(|next| at + 1 + next);
        let is_repeated = is_sure(at) || is_known[at] && (before.is_some_and(is_sure) || after.is_some_and(is_sure));
        found.repeated += if is_repeated { group.lines as u64 } else { 0 };
        let end = start + group.bytes.len();
        match found.parts.last_mut().filter(|(_, was_repeated)| *was_repeated == is_repeated) {
            Some((part, _)) => *part = &block[end - group.bytes.len() - part.len()..end],
            None => found.parts.push((group.bytes, is_repeated)),
        }
        start = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(numbers: std::ops::Range<u32>) -> Vec<u8> {
        numbers.flat_map(|n| format!("192.0.2.1 line {n} of a log\n").into_bytes()).collect()
    }

    fn known(block: &[u8]) -> Groups {
        parts(block, &Groups::default()).own.into_iter().collect()
    }

    #[test]
    fn lines_of_an_earlier_file_are_found_wherever_a_file_begins() {
        let earlier = known(&lines(0..5000));
        for start in [1, 17, 3000] {
            let block = lines(start..8000);
            let found = parts(&block, &earlier);
            let overlap = u64::from(5000 - start);
            assert!(found.repeated <= overlap && found.repeated + 400 > overlap, "{} of {overlap}", found.repeated);
            let all: Vec<u8> = found.parts.iter().flat_map(|(part, _)| part.to_vec()).collect();
            assert_eq!(all, block, "every line is in one part, in order");
            let counted = found.parts.iter().filter(|(_, repeated)| *repeated).flat_map(|(part, _)| *part);
            assert_eq!(counted.filter(|byte| **byte == b'\n').count() as u64, found.repeated);
        }
        assert_eq!(parts(&lines(5000..9000), &earlier).repeated, 0);
    }

    #[test]
    fn groups_are_about_as_long_as_they_should_be() {
        let block = lines(0..32_000);
        let groups = groups(&block).len();
        assert!((700..1400).contains(&groups), "{groups}");
        let cut = whole_groups(&block[..block.len() - 100_000]);
        assert!(cut <= block.len() - 100_000 && block[cut - 1] == b'\n' && cut > block.len() / 2);
    }

    #[test]
    fn a_line_that_only_looks_the_same_is_counted() {
        let same = b"-\n".repeat(3);
        let earlier = known(&[lines(0..200), same.clone(), lines(300..400)].concat());
        let block = [lines(1000..1200), same, lines(2000..2200)].concat();
        assert_eq!(parts(&block, &earlier).repeated, 0);
        assert_eq!(parts(b"", &earlier).repeated, 0);
    }
}
