//! Keys in order, each with its forms and the pages it stands on.

use super::FormatError;
use super::coder::{Bit, Coder, Decoder, Encoder, Number, Strings, Tree, code_bit, code_plain};
use super::envelope::{begin, seal, unseal};
use crate::prelude::*;
use crate::text::{joined, pieces};

const KIND: u8 = b't';

/// How a page comes to a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// A form of the key stands on the page.
    Word,
    /// Only as a part of a compound, by a synonym, or as parts that stand near each other.
    Derived,
}

/// A page that has a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The page's number, from 0.
    pub page: u32,
    /// By what the page has the key.
    pub class: Class,
    /// How much the page is about the key, 0 to [`LEVELS`] − 1: see [`value_of`].
    pub level: u8,
}

/// A key of the index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The stem, or a reference as it is.
    pub key: String,
    /// Endings with which the key stands on pages, the most usual first: `""`, `"en"`.
    pub endings: Vec<String>,
    /// An abbreviation: it is taken for no other word, and no word that begins with it is found by it.
    pub whole: bool,
    /// By page.
    pub postings: Vec<Posting>,
}

impl Entry {
    /// The word as it stands most often.
    pub fn display(&self) -> String {
        joined(&self.key, self.endings.first().map_or("", String::as_str))
    }

    /// Whether it is a word that others may be taken for: no reference, and no abbreviation, unless other words have it for
    /// their stem (*unga* of *ung*).
    pub fn is_word(&self) -> bool {
        is_word(self.whole, self.endings.iter().map(String::len))
    }

    /// The forms that stand on pages.
    pub fn forms(&self) -> impl Iterator<Item = String> + '_ {
        self.endings.iter().map(|ending| joined(&self.key, ending))
    }

    /// Whether it has this form, of those that are kept.
    pub fn has_form(&self, form: &str) -> bool {
        form.strip_prefix(&*self.key).is_some_and(|rest| self.has_ending(rest))
    }

    /// Whether the key stands on pages with this ending.
    pub fn has_ending(&self, ending: &str) -> bool {
        self.endings.iter().any(|known| known == ending)
    }
}

/// As [`Entry::is_word`], from the lengths of its endings.
pub fn is_word(whole: bool, mut endings: impl Iterator<Item = usize>) -> bool {
    endings.any(|ending| !whole || ending > 0)
}

/// The most endings that are kept of a key.
pub const MOST_ENDINGS: usize = 12;

/// How many levels there are of a key's weight on a page.
pub const LEVELS: usize = 16;

/// The weight that a level stands for: an occurrence in a text of usual length weighs 1.
pub fn value_of(level: u8) -> f32 {
    VALUES[usize::from(level) & (LEVELS - 1)]
}

/// The level nearest to a weight, in proportion.
pub fn level_of(value: f32) -> u8 {
    // Between two levels, their geometric mean decides.
    VALUES.windows(2).take_while(|pair| value * value > pair[0] * pair[1]).count() as u8
}

/// From a part of a word once in a long text to many times in a title: 0.15 · 300^(level / 15).
const VALUES: [f32; LEVELS] =
    [0.15, 0.2194, 0.3209, 0.4694, 0.6865, 1.004, 1.469, 2.148, 3.1423, 4.596, 6.722, 9.832, 14.38, 21.03, 30.77, 45.0];

/// A file of keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// By key.
    pub entries: Vec<Entry>,
}

/// The endings that most words have, with a space between, the first of them none; others are spelled out.
const ENDINGS: &str = " a ad ade ande ar are arna as at e en ens er erna et ets het heten heter ig iga igt lig liga ligt ligen n na \
    or orna s t ts aren arens arnas ernas ornas es ern erns ast aste andet anden andes els else elsen elser hets \
    d da dde tt ta de des ades arne ets igare";
const SPELLED: usize = 63;

/// What is learned while a file is coded.
#[derive(Default)]
struct Models {
    usual: Vec<&'static str>,
    count: Number,
    keys: Strings,
    endings: Number,
    ending: Tree<64>,
    spelled: Strings,
    whole: Bit,
    pages: Number,
    gaps: Gaps,
    class: [Bit; 2],
    level: [Tree<LEVELS>; 2],
}

/// By Rice's parameter, and by how many ones came before.
type Gaps = [[Bit; 24]; 24];

impl Models {
    fn new() -> Models {
        Models { usual: pieces(ENDINGS, b' '), ..Models::default() }
    }

    /// The layout: count of entries; then each one.
    fn code(&mut self, coder: &mut impl Coder, terms: &mut Terms, pages: u32) -> Result<(), FormatError> {
        let count = self.count.code(coder, terms.entries.len() as u32) as usize;
        for at in 0..count {
            if at == terms.entries.len() {
                terms.entries.push(Entry::default());
            }
            self.code_entry(coder, &mut terms.entries[at], pages)?;
            if coder.is_exhausted() {
                return Err(FormatError::Damaged);
            }
        }
        Ok(())
    }

    /// Key, endings, whole or not, number of pages, pages.
    fn code_entry<C: Coder>(&mut self, coder: &mut C, entry: &mut Entry, pages: u32) -> Result<(), FormatError> {
        entry.key = self.keys.code(coder, &entry.key)?;
        let endings = self.endings.code(coder, entry.endings.len() as u32) as usize;
        for at in 0..endings.min(64) {
            if at == entry.endings.len() {
                entry.endings.push(String::new());
            }
            let ending = &mut entry.endings[at];
            let known = if C::IS_READING { None } else { self.usual.iter().position(|known| known == ending) };
            let known = self.ending.code(coder, known.unwrap_or(SPELLED));
            *ending = match self.usual.get(known) {
                Some(ending) => (*ending).to_owned(),
                None => self.spelled.code(coder, ending)?,
            };
        }
        entry.whole = code_bit(&mut self.whole, coder, entry.whole);
        let count = self.pages.code(coder, entry.postings.len() as u32);
        if count > pages {
            return Err(FormatError::Damaged);
        }
        // Golomb's parameter for gaps that are as good as random, as a power of two (Rice).
        let rice = ((f64::from(pages) * 0.69 / f64::from(count.max(1))) as u32).max(1).ilog2().min(23);
        let mut next = 0;
        let mut before = Class::Word;
        for at in 0..count as usize {
            if at == entry.postings.len() {
                entry.postings.push(Posting { page: 0, class: Class::Word, level: 0 });
            }
            let posting = &mut entry.postings[at];
            let gap = self.code_gap(coder, posting.page.wrapping_sub(next), rice);
            posting.page = next.saturating_add(gap);
            if posting.page >= pages || coder.is_exhausted() {
                return Err(FormatError::Damaged);
            }
            next = posting.page + 1;
            let derived = code_bit(&mut self.class[before as usize], coder, posting.class == Class::Derived);
            posting.class = if derived { Class::Derived } else { Class::Word };
            before = posting.class;
            posting.level = self.level[posting.class as usize].code(coder, usize::from(posting.level)) as u8;
        }
        Ok(())
    }

    fn code_gap(&mut self, coder: &mut impl Coder, gap: u32, rice: u32) -> u32 {
        let high = gap >> rice;
        let models = &mut self.gaps[rice as usize];
        let mut read = 0;
        // Sixteen million ones in a row are no gap of any index.
        while read < 1 << 24
            && code_bit(&mut models[(read as usize).min(23)], coder, high > read)
            && !coder.is_exhausted()
        {
            read += 1;
        }
        let low = code_plain(coder, gap, rice);
        read.saturating_mul(1 << rice) | low
    }
}

impl Terms {
    /// The file. `pages` is the number of pages of the whole index.
    pub fn encode(mut self, pages: u32) -> Vec<u8> {
        let mut encoder = Encoder::new(begin(KIND));
        let coded = Models::new().code(&mut encoder, &mut self, pages);
        debug_assert_eq!(coded, Ok(()), "what is encoded is in order");
        seal(encoder.finish())
    }

    /// Reads a file.
    ///
    /// # Errors
    /// The file is of another kind or version, or damaged.
    pub fn decode(bytes: &[u8], pages: u32) -> Result<Terms, FormatError> {
        let content = unseal(KIND, bytes)?;
        let mut terms = Terms::default();
        Models::new().code(&mut Decoder::new(content), &mut terms, pages)?;
        if !terms.entries.windows(2).all(|pair| pair[0].key < pair[1].key) {
            return Err(FormatError::Damaged);
        }
        Ok(terms)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry() -> impl Strategy<Value = Entry> {
        let posting = (0_u32..500, any::<bool>(), 0..LEVELS as u8);
        let postings = prop::collection::btree_map(0_u32..500, posting, 1..200);
        let endings = prop::collection::vec(prop::sample::select(vec!["", "en", "arna", "ovanlig"]), 0..4);
        ("[a-zåäö0-9:§]{1,12}", endings, any::<bool>(), postings).prop_map(|(key, endings, whole, postings)| Entry {
            key,
            endings: endings.into_iter().map(str::to_owned).collect(),
            whole,
            postings: postings
                .into_iter()
                .map(|(page, (_, derived, level))| Posting {
                    page,
                    class: if derived { Class::Derived } else { Class::Word },
                    level,
                })
                .collect(),
        })
    }

    proptest! {
        #[test]
        fn what_is_encoded_comes_back(entries in prop::collection::vec(entry(), 0..30)) {
            let mut entries = entries;
            entries.sort_by(|a, b| a.key.cmp(&b.key));
            entries.dedup_by(|a, b| a.key == b.key);
            let terms = Terms { entries };
            let bytes = terms.clone().encode(500);
            prop_assert_eq!(Terms::decode(&bytes, 500), Ok(terms));
        }

        /// With a right checksum, so that the decoder itself is tried.
        #[test]
        fn any_bytes_end_in_a_value_or_an_error(content in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = Terms::decode(&seal([begin(KIND), content].concat()), 500);
        }
    }

    #[test]
    fn levels_are_nearest_in_proportion() {
        for level in 0..LEVELS as u8 {
            assert_eq!(level_of(value_of(level)), level);
            assert_eq!(level_of(value_of(level) * 1.1), level);
            assert_eq!(level_of(value_of(level) * 0.9), level);
        }
        assert_eq!(level_of(0.0), 0);
        assert_eq!(level_of(1e9), LEVELS as u8 - 1);
    }
}
