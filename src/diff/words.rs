//! What differs between two texts, word by word, as a person would mark it.

use similar::{Algorithm, DiffTag, capture_diff_slices};

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Same(String),
    Removed(String),
    Added(String),
}

/// A line of a list or a block of a text that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    Removed(String),
    Added(String),
    Changed(Vec<Piece>),
}

/// Comparing words takes time that grows with the product of the two lengths: beyond this a block is shown as replaced.
const MOST: usize = 4_000_000;

/// How many words are shown on each side of a change.
const AROUND: usize = 8;

/// The words of two texts, with long runs of what is the same cut.
pub fn words(before: &str, after: &str) -> Vec<Piece> {
    let old: Vec<&str> = before.split_whitespace().collect();
    let new: Vec<&str> = after.split_whitespace().collect();
    if old.len().saturating_mul(new.len()) > MOST {
        return vec![Piece::Removed(old.join(" ")), Piece::Added(new.join(" "))];
    }
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    let mut pieces = Vec::new();
    for (place, op) in ops.iter().enumerate() {
        let (tag, from, to) = op.as_tag_tuple();
        match tag {
            DiffTag::Equal => pieces.push(Piece::Same(cut(&old[from], place > 0, place + 1 < ops.len()))),
            DiffTag::Delete => pieces.push(Piece::Removed(old[from].join(" "))),
            DiffTag::Insert => pieces.push(Piece::Added(new[to].join(" "))),
            DiffTag::Replace => {
                pieces.push(Piece::Removed(old[from].join(" ")));
                pieces.push(Piece::Added(new[to].join(" ")));
            }
        }
    }
    pieces
}

/// A run that is the same: its beginning after a change, its end before one.
fn cut(words: &[&str], is_after: bool, is_before: bool) -> String {
    let shown = if is_after && is_before { 2 * AROUND } else { AROUND };
    if words.len() <= shown + 2 {
        return words.join(" ");
    }
    let start = if is_after { words[..AROUND].join(" ") + " " } else { String::new() };
    let end = if is_before { " ".to_owned() + &words[words.len() - AROUND..].join(" ") } else { String::new() };
    format!("{start}…{end}")
}

/// The rows of a list, or the blocks of a text, that are not as they were. One that only changed is shown as changed.
pub fn rows(before: &[String], after: &[String]) -> Vec<Row> {
    let mut rows = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, before, after) {
        let (tag, from, to) = op.as_tag_tuple();
        let (old, new) = (&before[from], &after[to]);
        match tag {
            DiffTag::Equal => {}
            DiffTag::Delete => rows.extend(old.iter().cloned().map(Row::Removed)),
            DiffTag::Insert => rows.extend(new.iter().cloned().map(Row::Added)),
            DiffTag::Replace => {
                let together = old.len().min(new.len());
                for (one, other) in old.iter().zip(new) {
                    rows.extend(replaced(one, other));
                }
                rows.extend(old[together..].iter().cloned().map(Row::Removed));
                rows.extend(new[together..].iter().cloned().map(Row::Added));
            }
        }
    }
    rows
}

/// One row in place of another: marked word by word where they have something in common.
fn replaced(before: &str, after: &str) -> Vec<Row> {
    let pieces = words(before, after);
    if pieces.iter().any(|piece| matches!(piece, Piece::Same(_))) {
        vec![Row::Changed(pieces)]
    } else {
        vec![Row::Removed(before.to_owned()), Row::Added(after.to_owned())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_changed_are_marked_and_the_rest_is_cut() {
        let before =
            "Ett team mötte unga som varken hade fått fäste på arbetsmarknaden eller börjat studera i kommunen.";
        let after =
            "Ett team mötte vuxna som varken hade fått fäste på arbetsmarknaden eller börjat studera i kommunen.";
        assert_eq!(
            words(before, after),
            [
                Piece::Same("Ett team mötte".into()),
                Piece::Removed("unga".into()),
                Piece::Added("vuxna".into()),
                Piece::Same("som varken hade fått fäste på arbetsmarknaden eller …".into()),
            ]
        );
    }

    #[test]
    fn rows_are_added_removed_or_changed() {
        let list = |rows: &[&str]| rows.iter().map(|row| (*row).to_owned()).collect::<Vec<_>>();
        assert_eq!(rows(&list(&["a", "b"]), &list(&["a", "b", "c"])), [Row::Added("c".into())]);
        assert_eq!(
            rows(&list(&["Umeå", "gemensamt team"]), &list(&["gemensamt torg"])),
            [Row::Removed("Umeå".into()), Row::Added("gemensamt torg".into()), Row::Removed("gemensamt team".into())]
        );
        assert!(rows(&list(&["x"]), &list(&["x"])).is_empty());
    }

    #[test]
    fn very_long_blocks_are_replaced_and_not_compared() {
        let (old, new) = ("a ".repeat(3000), "b ".repeat(3000));
        assert_eq!(words(&old, &new).len(), 2);
    }
}
