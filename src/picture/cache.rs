//! What was made of pictures, by their content. The preview makes a new site on every change; pictures seldom change.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use super::{Fault, Format, Published, publish};

type Key = (blake3::Hash, &'static str);
type Made = Option<Arc<Published>>;

static MADE: Mutex<Option<HashMap<Key, Made>>> = Mutex::new(None);

/// Verdicts of [`check`](super::check), forgotten when there are this many.
const VERDICTS: usize = 10_000;
type Verdicts = HashMap<Key, Result<(), Fault>>;

static CHECKED: Mutex<Option<Verdicts>> = Mutex::new(None);

/// [`check`](super::check), once for the same bytes.
///
/// # Errors
/// As there.
pub fn checked(format: Format, bytes: &[u8]) -> Result<(), Fault> {
    let key = (blake3::hash(bytes), format.name());
    let lock = || CHECKED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(verdict) = lock().as_ref().and_then(|verdicts| verdicts.get(&key)) {
        return verdict.clone();
    }
    let verdict = super::check(format, bytes);
    let mut verdicts = lock();
    let verdicts = verdicts.get_or_insert_default();
    if verdicts.len() >= VERDICTS {
        verdicts.clear();
    }
    verdicts.insert(key, verdict.clone());
    verdict
}

/// [`publish`] for one picture, remembered for the site that is made next. Nothing for one with a fault.
pub fn published(format: Format, bytes: &[u8]) -> Option<Arc<Published>> {
    let key = (blake3::hash(bytes), format.name());
    let lock = || MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(made) = lock().as_ref().and_then(|made| made.get(&key)) {
        return made.clone();
    }
    let made = publish(format, bytes).ok().map(Arc::new);
    lock().get_or_insert_default().insert(key, made.clone());
    made
}

/// [`publish`] for every picture of a site, in its order; nothing for what is no picture or has a fault. What was made
/// for the site before is used again, and what this site does not have is forgotten.
pub fn published_all(files: &[(&str, &[u8])]) -> Vec<Option<Arc<Published>>> {
    let known = MADE.lock().unwrap_or_else(PoisonError::into_inner).take().unwrap_or_default();
    let made = files.par_iter().map(|(path, bytes)| {
        let format = Format::of_path(path)?;
        let key = (blake3::hash(bytes), format.name());
        let made = known.get(&key).cloned();
        Some((key, made.unwrap_or_else(|| publish(format, bytes).ok().map(Arc::new))))
    });
    let made: Vec<Option<(Key, Made)>> = made.collect();
    let kept = made.iter().flatten().cloned().collect();
    *MADE.lock().unwrap_or_else(PoisonError::into_inner) = Some(kept);
    made.into_iter().map(|made| made.and_then(|(_, made)| made)).collect()
}
