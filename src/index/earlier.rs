//! The index of the build before, and what is made again of it when some pages have changed.

use std::collections::HashMap;

use rayon::prelude::*;
use samverka_search::Page;
use samverka_search::build::Kept;
use samverka_search::format::cards_in_file;
use serde::{Deserialize, Serialize};

use super::IndexError;
use super::files::{ENDING, Files, analysed, packed, packer};
use super::pages::Pages;
use super::read::read;
use crate::memory::Hash;
use crate::model::Site;
use crate::model::routes::{Page as RoutePage, Route};
use crate::render::Sum;
use crate::schema::Kind;

/// Where more than one page of so many has changed, the whole index is made.
const FEW: usize = 10;

/// What an index is known by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexMemory {
    /// As in [`Sources`].
    around: Hash,
    /// From the site's root, as [`Files::folder`].
    folder: String,
    /// Names in the folder, without what they end with, and the hashes of their content.
    files: Vec<(String, Hash)>,
    /// By number.
    pages: Vec<KnownPage>,
}

/// What a page is known by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct KnownPage {
    url: String,
    /// Of all that it was made from, beside what is around.
    print: Hash,
    choices: Hash,
}

/// The index of the build before.
pub struct Earlier<'a> {
    pub memory: &'a IndexMemory,
    /// What the index itself has kept.
    pub kept: &'a [u8],
}

/// What pages are made from.
pub struct Sources<'a> {
    /// The hash of every content file that is neither an example nor the ledger of addresses, which no page of search follows from,
    /// and of the program.
    pub around: Hash,
    /// The hash of a content file.
    pub file: &'a (dyn Fn(&str) -> Option<Hash> + Sync),
}

/// An index, and what the next build is to know of it.
pub struct Made {
    pub files: Files,
    pub memory: IndexMemory,
    pub kept: Vec<u8>,
}

impl IndexMemory {
    /// Where the index was, below the site's root: `_s/3fa20c91ab`.
    pub fn folder(&self) -> &str {
        self.folder.trim_matches('/')
    }
}

impl Sources<'_> {
    /// What an example's page is made from. Of other pages it is not known, but they are few and soon made.
    fn print(&self, site: &Site, route: &Route) -> Option<Hash> {
        match route.page {
            RoutePage::Document(index) if site.documents[index].kind == Kind::Example => {
                (self.file)(&site.documents[index].file)
            }
            _ => None,
        }
    }
}

/// Makes the index of a site's pages, so that the next build has less to do.
///
/// # Errors
/// [`IndexError`].
pub fn made(site: &Site, sources: &Sources<'_>) -> Result<Made, IndexError> {
    let (index, kept, pages) = analysed(site, read(site)).index_and_kept()?;
    let made = Pages::new(site);
    let known = |page: &Page| {
        let route = site.route(&page.url);
        let print = route.and_then(|route| sources.print(site, route));
        // Of a page that could not be made once more, the next build takes it that it has changed.
        let whole = || made.of(route?).as_ref().map(print_of);
        KnownPage { url: page.url.clone(), print: print.or_else(whole).unwrap_or_default(), choices: choices_of(page) }
    };
    let pages = pages.par_iter().map(known).collect();
    Ok(Made::new(Files::of(index), sources.around, pages, kept))
}

/// What has become of a page.
enum Now {
    Same,
    Changed(usize, Box<Page>, Hash),
    /// It is not where it was among all, or was not there.
    Elsewhere,
}

impl Earlier<'_> {
    /// Makes the index of a site that differs in a few pages; nothing where there is more to it.
    pub fn again(&self, site: &Site, sources: &Sources<'_>) -> Option<Made> {
        let IndexMemory { around, files, pages: before, .. } = self.memory;
        if *around != sources.around {
            return None;
        }
        let numbers: HashMap<&str, usize> =
            before.iter().enumerate().map(|(number, page)| (page.url.as_str(), number)).collect();
        let pages = Pages::new(site);
        let now = |route: &Route| {
            let number = numbers.get(route.address.as_str()).copied();
            let print = sources.print(site, route);
            let is_known = number.is_some_and(|number| Some(before[number].print) == print);
            if is_known {
                return Some(Now::Same);
            }
            let page = pages.of(route)?;
            let Some(number) = number else { return Some(Now::Elsewhere) };
            let print = print.unwrap_or_else(|| print_of(&page));
            Some(match &before[number] {
                known if known.print == print => Now::Same,
                known if known.choices == choices_of(&page) => Now::Changed(number, Box::new(page), print),
                _ => Now::Elsewhere,
            })
        };
        let all: Vec<Now> = Pages::routes(site).filter_map(now).collect();
        if all.len() != before.len() {
            return None;
        }
        let mut changed: Vec<(usize, Page)> = Vec::new();
        let mut after = before.clone();
        for page in all {
            match page {
                Now::Same => {}
                Now::Changed(number, page, print) => {
                    after[number].print = print;
                    changed.push((number, *page));
                }
                Now::Elsewhere => return None,
            }
        }
        if changed.len() > before.len() / FEW {
            return None;
        }
        self.add_neighbours(site, &pages, &mut changed)?;
        changed.sort_unstable_by_key(|(number, _)| *number);
        let changed: Vec<(usize, &Page)> = changed.iter().map(|(number, page)| (*number, page)).collect();
        let kept = Kept::from_bytes(self.kept).filter(|kept| kept.pages() == before.len())?;
        let again = kept.again(&changed, &site.synonyms)?;
        let hashes: HashMap<&str, &Hash> = files.iter().map(|(name, hash)| (name.as_str(), hash)).collect();
        let packer = &mut packer();
        let files = again.files.into_iter().map(|(name, bytes)| {
            let bytes = bytes.map(|bytes| packed(packer, &name, bytes));
            let hash = match &bytes {
                Some(bytes) => *blake3::hash(bytes).as_bytes(),
                None => **hashes.get(name.as_str())?,
            };
            Some((name, hash, bytes))
        });
        let files = Files::named(again.root, files.collect::<Option<_>>()?);
        Some(Made::new(files, sources.around, after, again.kept))
    }

    /// Adds the pages that share a file with those that have changed.
    fn add_neighbours(&self, site: &Site, pages: &Pages<'_>, changed: &mut Vec<(usize, Page)>) -> Option<()> {
        let before = &self.memory.pages;
        let together = cards_in_file(before.len() as u32) as usize;
        if together == 1 {
            return Some(());
        }
        let known: Vec<usize> = changed.iter().map(|(number, _)| *number).collect();
        let mut files: Vec<usize> = known.iter().map(|number| number / together).collect();
        files.sort_unstable();
        files.dedup();
        let neighbours = files.into_iter().flat_map(|file| file * together..before.len().min((file + 1) * together));
        for number in neighbours.filter(|number| !known.contains(number)) {
            changed.push((number, pages.of(site.route(&before[number].url)?)?));
        }
        Some(())
    }
}

impl Made {
    fn new(files: Files, around: Hash, pages: Vec<KnownPage>, kept: Vec<u8>) -> Made {
        let prefix = files.folder.len() - 1;
        let name = |path: &str| path.get(prefix..).and_then(|name| name.strip_suffix(ENDING)).map(str::to_owned);
        let known = files.files.iter().filter_map(|file| Some((name(&file.path)?, file.hash)));
        let memory = IndexMemory { around, folder: files.folder.clone(), files: known.collect(), pages };
        Made { files, memory, kept }
    }
}

/// The hash of everything that there is of a page.
fn print_of(page: &Page) -> Hash {
    let Page { id, url, title, summary, sections, keywords, facts, reviewed, choices: _ } = page;
    let mut sum = Sum::new("page of search", &choices_of(page));
    texts(&mut sum, [id, url, title, summary, reviewed].into_iter());
    texts(&mut sum, sections.iter().flat_map(|section| [&section.heading, &section.anchor, &section.text]));
    texts(&mut sum, keywords.iter());
    texts(&mut sum, facts.iter());
    sum.end()
}

/// The hash of the values of a page.
fn choices_of(page: &Page) -> Hash {
    let mut sum = Sum::new("choices", &[0; 32]);
    texts(&mut sum, page.choices.iter().flat_map(|choice| [&choice.filter, &choice.value]));
    sum.end()
}

fn texts<'a>(sum: &mut Sum, texts: impl Iterator<Item = &'a String> + Clone) {
    sum.number(texts.clone().count() as u64);
    texts.for_each(|text| {
        sum.text(text);
    });
}
