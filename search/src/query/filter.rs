//! The values of filters that are chosen, and the number of pages of every value.

use super::rank::Ranked;
use super::session::{Chosen, FilterCounts, ValueCount};
use crate::format::Filters;
use crate::prelude::*;

/// By page, which filters leave it out, a bit for each (a file has at most 64). Any of a filter's chosen values will do, and so in
/// every filter; a value of another time finds nothing, and what is no filter is passed over.
pub fn failing(filters: &Filters, chosen: &[Chosen], pages: u32) -> Vec<u64> {
    let mut failing = vec![0; pages as usize];
    for (at, filter) in filters.filters.iter().enumerate() {
        let mut is_chosen = false;
        let mut wanted = vec![false; filter.values.len()];
        for choice in chosen {
            if choice.filter == filter.id {
                is_chosen = true;
                for (wanted, (id, _)) in wanted.iter_mut().zip(&filter.values) {
                    *wanted |= choice.value == *id;
                }
            }
        }
        if is_chosen {
            for (failing, values) in failing.iter_mut().zip(&filter.pages) {
                if !values.iter().any(|&value| wanted[usize::from(value)]) {
                    *failing |= 1 << at;
                }
            }
        }
    }
    failing
}

/// Every value with the number of pages that would be found with it: those that all other filters leave.
pub fn counts(
    filters: &Filters,
    failing: &[u64],
    found: &[Ranked],
    is_match: &dyn Fn(&Ranked) -> bool,
) -> Vec<FilterCounts> {
    let mut counts = Vec::new();
    for (at, filter) in filters.filters.iter().enumerate() {
        let mut values = Vec::new();
        for (id, label) in &filter.values {
            values.push(ValueCount { id: id.clone(), label: label.clone(), count: 0 });
        }
        for ranked in found {
            let page = ranked.page as usize;
            if failing[page] & !(1 << at) == 0 && is_match(ranked) {
                for &value in &filter.pages[page] {
                    values[usize::from(value)].count += 1;
                }
            }
        }
        counts.push(FilterCounts { id: filter.id.clone(), label: filter.label.clone(), values });
    }
    counts
}
