//! Filters with their values, and which pages have them.

use super::FormatError;
use super::card::slug;
use super::coder::{Bit, Coder, Decoder, Encoder, Number, Strings, Tree, code_bit};
use super::envelope::{begin, seal, unseal};
use crate::prelude::*;

const KIND: u8 = b'f';

/// The most values of a filter.
pub const MOST_VALUES: usize = 1 << 10;

/// The most filters.
const MOST_FILTERS: usize = 64;

/// Every filter, in the order they are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// At most 64.
    pub filters: Vec<Column>,
}

/// A filter, its values, and the values that each page has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// ASCII.
    pub id: String,
    /// As readers see it: `Arbetssätt och form`.
    pub label: String,
    /// Id and label, in the order they are shown.
    pub values: Vec<(String, String)>,
    /// Per page the indexes of its values, in order.
    pub pages: Vec<Vec<u16>>,
}

#[derive(Default)]
struct Models {
    number: Number,
    texts: Strings,
    labels: Strings,
}

/// Filters of at most so many values are coded value by value, as one bit each: several values of a page in any order take
/// fewer bytes so.
const FEW_VALUES: u16 = 32;

/// Which values a page has, given those of the page before.
#[derive(Default)]
struct Chosen {
    same: [Bit; 2],
    count: Number,
    value: Tree<MOST_VALUES>,
    /// Of each of few values, whether the page has it: by whether the page before has it, and by how many others come first
    /// (none, one, more).
    has: [[[Bit; FEW_VALUES as usize]; 3]; 2],
}

impl Models {
    /// A label, and the id if it does not follow from the label (`gemensamt-team` from *Gemensamt team*).
    fn name(&mut self, coder: &mut impl Coder, id: &mut String, label: &mut String) -> Result<(), FormatError> {
        *label = self.labels.code(coder, label)?;
        let usual = slug(label);
        let read = self.texts.code(coder, if *id == usual { "" } else { id })?;
        *id = if read.is_empty() { usual } else { read };
        Ok(())
    }

    /// The layout: count of filters; for each its id, label, values and, where the values follow from those of another filter
    /// (the county from the municipality), that filter and how. Then, page by page, the values of all other filters.
    fn code<C: Coder>(&mut self, coder: &mut C, file: &mut Filters, pages: u32) -> Result<(), FormatError> {
        // One more than the number of the filter that a filter follows from, 0 for none; and how.
        let mut rules = if C::IS_READING { Vec::new() } else { rules(file) };
        let count = self.number.code(coder, file.filters.len() as u32) as usize;
        if count > MOST_FILTERS {
            return Err(FormatError::Damaged);
        }
        file.filters.resize_with(count, Column::default);
        rules.resize_with(count, Default::default);
        for (filter, (from, _)) in file.filters.iter_mut().zip(&mut rules) {
            self.name(coder, &mut filter.id, &mut filter.label)?;
            let values = self.number.code(coder, filter.values.len() as u32) as usize;
            if values > MOST_VALUES || coder.is_exhausted() {
                return Err(FormatError::Damaged);
            }
            filter.values.resize_with(values, Default::default);
            for (id, label) in &mut filter.values {
                self.name(coder, id, label)?;
            }
            *from = self.number.code(coder, *from);
            filter.pages.resize_with(pages as usize, Vec::new);
        }
        for (filter, (from, map)) in file.filters.iter().zip(&mut rules) {
            if *from > 0 {
                let values = file.filters.get(*from as usize - 1).ok_or(FormatError::Damaged)?.values.len();
                map.resize(values, 0);
                for to in map {
                    *to = self.number.code(coder, u32::from(*to)) as u16;
                    if usize::from(*to) > filter.values.len() {
                        return Err(FormatError::Damaged);
                    }
                }
            }
        }
        let mut chosen = Vec::new();
        chosen.resize_with(count, Chosen::default);
        for page in 0..pages as usize {
            for ((filter, (from, _)), chosen) in file.filters.iter_mut().zip(&rules).zip(&mut chosen) {
                if *from > 0 {
                    continue;
                }
                let (before, now) = filter.pages.split_at_mut(page);
                let values = filter.values.len() as u16;
                chosen.code(coder, values, before.last().map_or(&[], Vec::as_slice), &mut now[0]);
                let is_value = |value: &u16| usize::from(*value) < filter.values.len();
                if coder.is_exhausted() || !now[0].iter().all(is_value) {
                    return Err(FormatError::Damaged);
                }
            }
        }
        for (at, (from, map)) in rules.iter().enumerate() {
            if *from > 0 {
                let from = *from as usize - 1;
                if rules[from].0 > 0 {
                    return Err(FormatError::Damaged);
                }
                file.filters[at].pages = file.filters[from].pages.iter().map(|values| image(values, map)).collect();
            }
        }
        Ok(())
    }
}

impl Chosen {
    /// Whether they are those of the page before; if not, of few values each one's bit, of many how many and each one.
    fn code(&mut self, coder: &mut impl Coder, values: u16, before: &[u16], now: &mut Vec<u16>) {
        if code_bit(&mut self.same[usize::from(before.is_empty())], coder, before == now.as_slice()) {
            now.clear();
            now.extend_from_slice(before);
            return;
        }
        if values <= FEW_VALUES {
            let own = core::mem::take(now);
            for value in 0..values {
                let bits = &mut self.has[usize::from(before.contains(&value))][now.len().min(2)];
                if code_bit(&mut bits[usize::from(value)], coder, own.contains(&value)) {
                    now.push(value);
                }
            }
            return;
        }
        let count = self.count.code(coder, now.len() as u32) as usize;
        now.resize(count.min(MOST_VALUES), 0);
        for value in now {
            *value = self.value.code(coder, usize::from(*value)) as u16;
        }
    }
}

/// The values that others lead to: one more than the value's index, 0 for none.
fn image(values: &[u16], map: &[u16]) -> Vec<u16> {
    let mut out = Vec::new();
    for to in values.iter().filter_map(|&value| map[usize::from(value)].checked_sub(1)) {
        // A page has few values: a sort would be more code than this.
        if let Err(place) = out.binary_search(&to) {
            out.insert(place, to);
        }
    }
    out
}

/// For each filter one more than the number of another from which its values follow, and how; 0 where there is none.
fn rules(file: &Filters) -> Vec<(u32, Vec<u16>)> {
    let filters = &file.filters;
    let leads = |from: usize, to: usize| -> Option<Vec<u16>> {
        let mut map = vec![0_u16; filters[from].values.len()];
        for (values, images) in filters[from].pages.iter().zip(&filters[to].pages) {
            if let ([value], [image]) = (values.as_slice(), images.as_slice()) {
                map[usize::from(*value)] = image + 1;
            }
        }
        let mut pairs = filters[from].pages.iter().zip(&filters[to].pages);
        pairs.all(|(values, images)| image(values, &map) == *images).then_some(map)
    };
    let mut out: Vec<(u32, Vec<u16>)> = vec![(0, Vec::new()); filters.len()];
    for to in 0..filters.len() {
        let more = |from: &usize| filters[*from].values.len() > filters[to].values.len() && out[*from].0 == 0;
        let found = (0..filters.len()).filter(more).find_map(|from| Some((from as u32 + 1, leads(from, to)?)));
        out[to] = found.unwrap_or_default();
    }
    out
}

impl Filters {
    /// The file.
    pub fn encode(mut self, pages: u32) -> Vec<u8> {
        let mut encoder = Encoder::new(begin(KIND));
        let coded = Models::default().code(&mut encoder, &mut self, pages);
        debug_assert_eq!(coded, Ok(()), "what is encoded is in order");
        seal(encoder.finish())
    }

    /// Reads a file.
    ///
    /// # Errors
    /// The file is of another kind or version, or damaged.
    pub fn decode(bytes: &[u8], pages: u32) -> Result<Filters, FormatError> {
        let content = unseal(KIND, bytes)?;
        let mut file = Filters::default();
        Models::default().code(&mut Decoder::new(content), &mut file, pages)?;
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn filters() -> impl Strategy<Value = Filters> {
        prop::collection::vec(prop::collection::vec(prop::collection::btree_set(0_u16..9, 0..3), 40), 0..4).prop_map(
            |columns| {
                let mut filters: Vec<Column> = Vec::new();
                for (at, pages) in columns.into_iter().enumerate() {
                    // Few values are coded in another way than many.
                    let count = if at == 1 { FEW_VALUES + 8 } else { 9 };
                    let values = (0..count).map(|value| (format!("v{value}"), format!("Värde {value}"))).collect();
                    let pages = pages.into_iter().map(|values| values.into_iter().collect()).collect();
                    filters.push(Column { id: format!("filter-{at}"), label: format!("Filter {at}"), values, pages });
                }
                if let Some(first) = filters.first().cloned() {
                    // One that follows from the first, as a county does from a municipality.
                    let third = |values: &Vec<u16>| image(values, &[1, 1, 1, 2, 2, 2, 3, 3, 0]);
                    let values = (0..3).map(|value| (format!("v{value}"), String::new())).collect();
                    let pages = first.pages.iter().map(third).collect();
                    filters.insert(0, Column { id: "follows".into(), label: "Följer".into(), values, pages });
                }
                Filters { filters }
            },
        )
    }

    proptest! {
        #[test]
        fn what_is_encoded_comes_back(filters in filters()) {
            prop_assert_eq!(Filters::decode(&filters.clone().encode(40), 40), Ok(filters));
        }

        #[test]
        fn any_bytes_end_in_a_value_or_an_error(content in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = Filters::decode(&seal([begin(KIND), content].concat()), 40);
        }
    }
}
