//! Which document is which: pairs of what was and what is.

use std::collections::{HashMap, HashSet};

use super::addresses::address_of;
use crate::model::Corpus;
use crate::parse::Parsed;

/// A document before and after; one of the two may be missing.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub before: Option<&'a Parsed>,
    pub after: Option<&'a Parsed>,
}

/// Pairs the parsed files of two corpora: by path, and for documents that have another path by the former addresses of the
/// new one, by the same text, or by the same title. In the order of the new files; those that are gone come last.
pub(super) fn pairs<'a>(before: &'a Corpus, after: &'a Corpus) -> Vec<Pair<'a>> {
    let is_new = |parsed: &&Parsed| before.parsed(&parsed.path).is_none() && parsed.kind.has_body();
    let mut gone: Vec<&Parsed> = before.parsed.iter().map(|parsed| &**parsed).collect();
    gone.retain(|parsed| after.parsed(&parsed.path).is_none());
    let new: Vec<&Parsed> = after.parsed.iter().map(|parsed| &**parsed).filter(is_new).collect();
    let mut moved: HashMap<&str, &Parsed> = HashMap::new();
    let mut taken: HashSet<&str> = HashSet::new();
    // By what is the same in both, the surest first. A page may have several former addresses.
    type Keys = fn(&Parsed) -> Vec<String>;
    let ways: [(Keys, Keys); 3] = [
        (|old| vec![address_of(old)], |new| new.record().texts("tidigare-adresser").map(str::to_owned).collect()),
        (text, text),
        (title, title),
    ];
    for (of_old, of_new) in ways {
        let mut known: HashMap<String, Vec<&Parsed>> = HashMap::new();
        for old in gone.iter().rev().filter(|old| old.kind.has_body() && !taken.contains(&*old.path)) {
            of_old(old).into_iter().for_each(|key| known.entry(key).or_default().push(old));
        }
        for new in &new {
            if moved.contains_key(&*new.path) {
                continue;
            }
            let old = of_new(new).iter().find_map(|key| known.get_mut(key)?.pop());
            if let Some(old) = old {
                taken.insert(&old.path);
                moved.insert(&new.path, old);
            }
        }
    }
    let kept = after.parsed.iter().map(|parsed| {
        let earlier = before.parsed(&parsed.path).or_else(|| moved.get(&*parsed.path).copied());
        Pair { before: earlier, after: Some(parsed) }
    });
    let mut pairs: Vec<Pair<'a>> = kept.collect();
    let gone = gone.into_iter().filter(|parsed| !taken.contains(&*parsed.path));
    pairs.extend(gone.map(|parsed| Pair { before: Some(parsed), after: None }));
    pairs
}

/// The text, of a kind of document; nothing where there is none.
fn text(parsed: &Parsed) -> Vec<String> {
    let text = parsed.markdown().trim();
    if text.is_empty() { Vec::new() } else { vec![format!("{:?} {text}", parsed.kind)] }
}

fn title(parsed: &Parsed) -> Vec<String> {
    parsed.record().text("titel").map(|title| format!("{:?} {title}", parsed.kind)).into_iter().collect()
}
