//! The values of filters that are chosen, and the number of pages of every value.

use super::rank::Ranked;
use super::session::{Chosen, FilterCounts, ValueCount};
use crate::format::{Column, Filters};
use crate::prelude::*;

/// What is chosen: any of a filter's values, and so in every filter.
pub struct Choices<'a> {
    filters: &'a [Column],
    /// Per filter the values chosen, and whether any are: a value of another time is none, and finds nothing.
    chosen: Vec<(bool, Vec<u16>)>,
    /// Whether a filter is chosen that there is not.
    is_unknown: bool,
}

impl<'a> Choices<'a> {
    pub fn new(filters: &'a Filters, all: &[Chosen]) -> Choices<'a> {
        let mut known = 0;
        let mut chosen = Vec::new();
        for filter in &filters.filters {
            let mut own = (false, Vec::new());
            for choice in all {
                if choice.filter == filter.id {
                    known += 1;
                    own.0 = true;
                    if let Some(value) = filter.values.iter().position(|(id, _)| *id == choice.value) {
                        own.1.push(value as u16);
                    }
                }
            }
            chosen.push(own);
        }
        Choices { filters: &filters.filters, chosen, is_unknown: known < all.len() }
    }

    /// How many filters leave a page out, and the last that does.
    fn failing(&self, page: usize) -> (usize, usize) {
        let mut failing = (0, 0);
        for (at, (is_chosen, values)) in self.chosen.iter().enumerate() {
            if *is_chosen && !self.filters[at].pages[page].iter().any(|value| values.contains(value)) {
                failing = (failing.0 + 1, at);
            }
        }
        failing
    }

    /// Whether a page is left.
    pub fn leave(&self, page: &Ranked) -> bool {
        !self.is_unknown && self.failing(page.page as usize).0 == 0
    }

    /// Every value with the number of pages that would be found with it: those that all other filters leave.
    pub fn counts(&self, found: &[Ranked], is_match: &dyn Fn(&Ranked) -> bool) -> Vec<FilterCounts> {
        let mut counts = Vec::new();
        for (filter, (_, chosen)) in self.filters.iter().zip(&self.chosen) {
            let mut values = Vec::new();
            for (at, (id, label)) in filter.values.iter().enumerate() {
                let chosen = chosen.contains(&(at as u16));
                values.push(ValueCount { id: id.clone(), label: label.clone(), count: 0, chosen });
            }
            counts.push(FilterCounts { id: filter.id.clone(), label: filter.label.clone(), values });
        }
        for ranked in found {
            if !is_match(ranked) {
                continue;
            }
            let page = ranked.page as usize;
            let (failing, last) = self.failing(page);
            for (at, filter) in self.filters.iter().enumerate() {
                // Its own choice is ignored; that of another must hold.
                if failing == 0 || (failing == 1 && last == at) {
                    for &value in &filter.pages[page] {
                        counts[at].values[usize::from(value)].count += 1;
                    }
                }
            }
        }
        counts
    }
}
