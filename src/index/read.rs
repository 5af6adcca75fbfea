//! Pages → their words, and the files of what is shown of them.
//!
//! The text of a page is read as soon as it has been made, and let go of: the texts of all pages together are never there.

use std::cmp::Ordering;

use flate2::Compress;
use rayon::prelude::*;
use samverka_search::build::{PAGES_AT_ONCE, Piece, card_file};
use samverka_search::format::cards_in_file;
use samverka_search::{Choice, Page};

use super::files::{packed, packer};
use super::pages::{Head, Pages};
use crate::model::Site;

/// Pages that have been read, in the order that the index numbers them.
pub struct ReadPages {
    /// Without what they say: only addresses, titles, days and choices.
    pub(super) pages: Vec<Page>,
    /// Their words.
    pub(super) pieces: Vec<Piece>,
    /// The files of what is shown of them.
    pub(super) cards: Vec<(String, Vec<u8>)>,
}

/// Reads the pages of a site. The files of what is shown of them are as they are published.
pub fn read(site: &Site) -> ReadPages {
    let pages = Pages::new(site);
    let mut heads: Vec<Head<'_>> = Pages::routes(site).filter_map(|route| pages.head(route)).collect();
    heads.sort_unstable_by(|a, b| order((&a.choices, &a.route.address), (&b.choices, &b.route.address)));
    ReadPages::of(heads, |head| pages.page(head), packed)
}

impl ReadPages {
    /// Of pages, the files of what is shown of them as a reader takes them.
    pub(super) fn plain(mut pages: Vec<Page>) -> ReadPages {
        pages.sort_unstable_by(|a, b| order((&a.choices, &a.url), (&b.choices, &b.url)));
        ReadPages::of(pages, |page| page, |_, _, bytes| bytes)
    }

    /// The pages of items that are in order. `publish` makes of a file, by its name, what is kept of it.
    fn of<T: Send>(
        items: Vec<T>,
        page: impl Fn(T) -> Page + Sync,
        publish: impl Fn(&mut Compress, &str, Vec<u8>) -> Vec<u8> + Sync,
    ) -> ReadPages {
        let count = items.len();
        let together = cards_in_file(count as u32) as usize;
        // Of few pages every core takes some.
        let few = count.div_ceil(4 * rayon::current_num_threads());
        let at_once = few.clamp(1, PAGES_AT_ONCE).next_multiple_of(together);
        let pieces = items.into_par_iter().chunks(at_once).enumerate().map_init(packer, |packer, (number, items)| {
            let (mut piece, mut cards, mut pages) = (Piece::default(), Vec::new(), Vec::new());
            let mut rest = items.into_iter().map(&page).peekable();
            while rest.peek().is_some() {
                let some: Vec<Page> = rest.by_ref().take(together).collect();
                some.iter().for_each(|page| piece.add(page));
                let (name, bytes) = card_file(&some, number * at_once + pages.len(), count);
                let bytes = publish(packer, &name, bytes);
                cards.push((name, bytes));
                pages.extend(some.into_iter().map(bare));
            }
            (piece, cards, pages)
        });
        let mut all = ReadPages { pages: Vec::with_capacity(count), pieces: Vec::new(), cards: Vec::new() };
        for (piece, cards, pages) in pieces.collect::<Vec<_>>() {
            all.pieces.push(piece);
            all.cards.extend(cards);
            all.pages.extend(pages);
        }
        all
    }
}

/// Pages with the same choices come beside each other: their filters then take few bytes.
fn order(a: (&[Choice], &str), b: (&[Choice], &str)) -> Ordering {
    a.cmp(&b)
}

/// What is kept of a page.
fn bare(Page { id, url, title, reviewed, choices, .. }: Page) -> Page {
    Page { id, url, title, reviewed, choices, ..Page::default() }
}
