//! The files at hand, and the names of those that are missed.

use alloc::sync::Arc;
use core::cell::{Cell, RefCell};

use super::read::Prepared;
use super::session::Sort;
use crate::format::{Backwards, Card, Entry, Filters, FormatError, Order, Root, Terms, cards_in_file};
use crate::numbers::{number_of, push_number};
use crate::prelude::*;

/// What files of one kind have, by number.
type Files<T> = Vec<Option<T>>;

/// The files of orders, as [`Sort`] names them after the first.
pub const ORDERS: [&str; 2] = ["granskad", "titel"];

/// The files at hand. What is looked for in a file that is missing is not found, and the file is noted: what came of it counts
/// only when no file was missed ([`Store::is_complete`]).
pub struct Store {
    pub root: Root,
    terms: Files<Terms>,
    backwards: Files<Backwards>,
    cards: Files<Arc<Prepared>>,
    filters: Option<Filters>,
    orders: [Option<Order>; ORDERS.len()],
    /// Each once. In a cell, so that what is at hand can be held while more is asked for.
    missing: RefCell<Vec<String>>,
    lacks: Cell<bool>,
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
            lacks: Cell::new(false),
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
            "d/" => {
                let cards = Card::decode(bytes)?;
                let each = cards_in_file(pages) as usize;
                let places = self.cards.chunks_mut(each).nth(number).ok_or(FormatError::Foreign)?;
                // A page without a card would be asked for again and again.
                if cards.len() != places.len() {
                    return Err(FormatError::Damaged);
                }
                for (place, card) in places.iter_mut().zip(cards) {
                    *place = Some(Arc::new(Prepared::new(card)));
                }
            }
            _ => return Err(FormatError::Foreign),
        }
        Ok(())
    }

    /// The entries of a file of terms; none of one that is missed or that the index has not.
    pub fn entries(&self, file: usize) -> &[Entry] {
        match self.want("t/", &self.terms, file, 1) {
            Some(terms) => &terms.entries,
            None => &[],
        }
    }

    /// The keys of a file of backward keys, likewise.
    pub fn backwards(&self, file: usize) -> &[(String, u8)] {
        match self.want("r/", &self.backwards, file, 1) {
            Some(backwards) => &backwards.keys,
            None => &[],
        }
    }

    /// The entry of a key.
    pub fn find(&self, key: &str) -> Option<&Entry> {
        let entries = self.entries(self.root.terms_with(key));
        entries.binary_search_by(|entry| entry.key.as_str().cmp(key)).ok().map(|entry| &entries[entry])
    }

    pub fn card(&self, page: u32) -> Option<&Arc<Prepared>> {
        self.want("d/", &self.cards, page as usize, cards_in_file(self.root.pages) as usize)
    }

    pub fn filters(&self) -> Option<&Filters> {
        if self.filters.is_none() {
            self.miss("filter", None);
        }
        self.filters.as_ref()
    }

    /// The pages in an order; none by relevance.
    pub fn order(&self, sort: Sort) -> Option<&Order> {
        let order = (sort as usize).checked_sub(1)?;
        if self.orders[order].is_none() {
            self.miss(ORDERS[order], None);
        }
        self.orders[order].as_ref()
    }

    /// Whether no file was missed since [`Store::take_missing`].
    pub fn is_complete(&self) -> bool {
        self.missing.borrow().is_empty()
    }

    /// The names of the files that were missed.
    pub fn take_missing(&self) -> Vec<String> {
        self.missing.take()
    }

    /// From here on, [`Store::lacks`] tells of files.
    pub fn begin(&self) {
        self.lacks.set(false);
    }

    /// Whether a file was missed since [`Store::begin`], by whomever before.
    pub fn lacks(&self) -> bool {
        self.lacks.get()
    }

    /// What has a number, of which `each` are in one file.
    fn want<'a, T>(&self, kind: &str, all: &'a Files<T>, number: usize, each: usize) -> Option<&'a T> {
        let found = all.get(number)?.as_ref();
        if found.is_none() {
            self.miss(kind, Some(number / each));
        }
        found
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn miss(&self, kind: &str, number: Option<usize>) {
        let mut name = kind.to_owned();
        if let Some(number) = number {
            push_number(&mut name, number);
        }
        let mut missing = self.missing.borrow_mut();
        if !missing.contains(&name) {
            missing.push(name);
        }
        self.lacks.set(true);
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
