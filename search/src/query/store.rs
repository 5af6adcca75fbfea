//! The files at hand, and the names of those that are missed.

use alloc::sync::Arc;
use core::cell::RefCell;

use super::expand::Variant;
use super::read::Prepared;
use crate::format::{Backwards, Card, Entry, Filters, FormatError, Order, Root, Terms};
use crate::numbers::{number_of, push_number};
use crate::prelude::*;

/// Files of one kind by number.
type Files<T> = Vec<Option<T>>;

/// The orders there are.
#[derive(Clone, Copy)]
pub enum OrderName {
    Reviewed,
    Title,
}

const ORDERS: [&str; 2] = ["granskad", "titel"];

/// The files at hand.
pub struct Store {
    pub root: Root,
    terms: Files<Terms>,
    backwards: Files<Backwards>,
    cards: Files<Arc<Prepared>>,
    filters: Option<Filters>,
    orders: [Option<Order>; ORDERS.len()],
    /// Each once. In a cell, so that what is at hand can be held while more is asked for.
    missing: RefCell<Vec<String>>,
}

impl Store {
    pub fn new(root: Root) -> Store {
        Store {
            terms: none(root.terms.len()),
            backwards: none(root.backwards.len()),
            cards: none(root.pages as usize),
            filters: None,
            orders: [const { None }; ORDERS.len()],
            missing: RefCell::default(),
            root,
        }
    }

    /// Takes a file that was asked for.
    ///
    /// # Errors
    /// It is no file that can be asked for, of another version, or damaged.
    pub fn supply(&mut self, name: &str, bytes: &[u8]) -> Result<(), FormatError> {
        let pages = self.root.pages;
        if let Some(order) = ORDERS.iter().position(|order| *order == name) {
            self.orders[order] = Some(Order::decode(bytes, pages)?);
            return Ok(());
        }
        if name == "filter" {
            self.filters = Some(Filters::decode(bytes, pages)?);
            return Ok(());
        }
        let (kind, number) = name.split_at_checked(2).ok_or(FormatError::Foreign)?;
        let number = number_of(number).ok_or(FormatError::Foreign)?;
        match kind {
            "t/" => *place(&mut self.terms, number)? = Some(Terms::decode(bytes, pages)?),
            "r/" => *place(&mut self.backwards, number)? = Some(Backwards::decode(bytes)?),
            "d/" => *place(&mut self.cards, number)? = Some(Arc::new(Prepared::new(Card::decode(bytes)?))),
            _ => return Err(FormatError::Foreign),
        }
        Ok(())
    }

    /// A file of terms that is at hand.
    pub fn terms(&self, file: usize) -> Option<&Terms> {
        self.terms.get(file)?.as_ref()
    }

    /// An entry of a file that is at hand.
    pub fn entry(&self, file: usize, entry: usize) -> Option<&Entry> {
        self.terms(file)?.entries.get(entry)
    }

    /// On how many pages a variant stands.
    pub fn pages_of(&self, variant: &Variant) -> usize {
        self.entry(variant.file, variant.entry).map_or(0, |entry| entry.postings.len())
    }

    /// Whether a file of terms is at hand; asks for it otherwise.
    pub fn want_terms(&self, file: usize) -> bool {
        let is_here = self.terms(file).is_some();
        if !is_here {
            self.miss("t/", Some(file));
        }
        is_here
    }

    /// A file of backward keys; asks for it when it is not at hand.
    pub fn want_backwards(&self, file: usize) -> Option<&Backwards> {
        if self.backwards.get(file)?.is_none() {
            self.miss("r/", Some(file));
        }
        self.backwards[file].as_ref()
    }

    /// Where a key is: none while its file is missing, `Some(None)` when no page has it.
    pub fn find(&self, key: &str) -> Option<Option<(usize, usize)>> {
        let Some(file) = self.root.terms_with(key) else { return Some(None) };
        if !self.want_terms(file) {
            return None;
        }
        let entries = &self.terms(file)?.entries;
        Some(entries.binary_search_by(|entry| entry.key.as_str().cmp(key)).ok().map(|entry| (file, entry)))
    }

    pub fn want_card(&self, page: u32) -> Option<&Arc<Prepared>> {
        let found = self.cards.get(page as usize)?.as_ref();
        if found.is_none() {
            self.miss("d/", Some(page as usize));
        }
        found
    }

    pub fn want_filters(&self) -> Option<&Filters> {
        if self.filters.is_none() {
            self.miss("filter", None);
        }
        self.filters.as_ref()
    }

    pub fn want_order(&self, order: OrderName) -> Option<&Order> {
        let found = self.orders[order as usize].as_ref();
        if found.is_none() {
            self.miss(ORDERS[order as usize], None);
        }
        found
    }

    /// Whether files were missed since [`Store::take_missing`].
    pub fn is_complete(&self) -> bool {
        self.missing.borrow().is_empty()
    }

    /// The names of the files that were missed.
    pub fn take_missing(&self) -> Vec<String> {
        self.missing.take()
    }

    fn miss(&self, kind: &str, number: Option<usize>) {
        let mut name = kind.to_owned();
        if let Some(number) = number {
            push_number(&mut name, number);
        }
        let mut missing = self.missing.borrow_mut();
        if !missing.contains(&name) {
            missing.push(name);
        }
    }
}

fn none<T>(count: usize) -> Files<T> {
    let mut files = Vec::new();
    files.resize_with(count, || None);
    files
}

/// The place of a file that the index has.
fn place<T>(files: &mut Files<T>, number: usize) -> Result<&mut Option<T>, FormatError> {
    files.get_mut(number).ok_or(FormatError::Foreign)
}
