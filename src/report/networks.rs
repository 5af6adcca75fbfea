//! Whose networks visits come from, as far as the operator has listed them.
//!
//! ```text
//! part,natverk,kalla,kontrollerad,delas-med
//! Ale,192.0.2.0/24,https://…,2026-11-01,
//! Arbetsförmedlingen,2001:db8::/32,https://…,2026-11-01,
//! Malmö,198.51.100.0/24,https://…,2026-11-01,Lund
//! ```
//! `part` is a municipality of the site or Arbetsförmedlingen. A network that is shared counts for nobody.

use std::net::IpAddr;

use rustc_hash::FxHashMap;

use crate::words::slug;

/// Whose a network is: an index of [`Networks::parties`].
pub type Party = u16;

/// Arbetsförmedlingen as a party.
pub const AGENCY: &str = "arbetsformedlingen";

const COLUMNS: [&str; 5] = ["part", "natverk", "kalla", "kontrollerad", "delas-med"];

/// A row that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NetworkError {
    /// The first row does not name the columns that are read.
    #[error("the columns are not {COLUMNS:?}")]
    Columns,
    /// A row is wrong.
    #[error("line {line}: {what}")]
    Row {
        /// From 1.
        line: u64,
        /// What is wrong with it, as the editor reads it.
        what: String,
    },
}

/// Networks and whose they are.
#[derive(Clone, Debug, Default)]
pub struct Networks {
    /// Municipalities as the site's addresses have them (`malmo`), or [`AGENCY`]; each once.
    pub parties: Vec<String>,
    /// By length of prefix, the longest first: the first bits of an address, and whose they are. None: shared.
    prefixes: Vec<(u32, FxHashMap<u128, Option<Party>>)>,
}

impl Networks {
    /// `municipalities` are those that the site knows, as its addresses have them.
    ///
    /// # Errors
    /// The first row that is wrong.
    pub fn read(csv: &[u8], municipalities: &[String]) -> Result<Networks, NetworkError> {
        let mut networks = Networks::default();
        let mut rows = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(csv);
        if !rows.headers().is_ok_and(|headers| headers.iter().eq(COLUMNS)) {
            return Err(NetworkError::Columns);
        }
        for row in rows.records() {
            let row = row.map_err(|error| NetworkError::Row {
                line: error.position().map_or(0, csv::Position::line),
                what: error.to_string(),
            })?;
            let line = row.position().map_or(0, csv::Position::line);
            let wrong = |what: &str| NetworkError::Row { line, what: what.to_owned() };
            let field = |column: usize| row.get(column).unwrap_or_default();
            let (party, source, checked, shared) = (field(0), field(2), field(3), field(4));
            let name = slug(party);
            if name != AGENCY && !municipalities.contains(&name) {
                return Err(wrong(party));
            }
            if source.is_empty() {
                return Err(wrong("kalla"));
            }
            if checked.parse::<jiff::civil::Date>().is_err() {
                return Err(wrong(checked));
            }
            let (bits, length) = prefix(field(1)).ok_or_else(|| wrong(field(1)))?;
            let number = networks.party(&name);
            networks.add(bits, length, Some(number).filter(|_| shared.is_empty()));
        }
        networks.prefixes.sort_by_key(|(length, _)| std::cmp::Reverse(*length));
        Ok(networks)
    }

    fn party(&mut self, name: &str) -> Party {
        match self.parties.iter().position(|known| known == name) {
            Some(known) => known as Party,
            None => {
                self.parties.push(name.to_owned());
                (self.parties.len() - 1) as Party
            }
        }
    }

    fn add(&mut self, bits: u128, length: u32, party: Option<Party>) {
        let at = self.prefixes.iter().position(|(known, _)| *known == length).unwrap_or_else(|| {
            self.prefixes.push((length, FxHashMap::default()));
            self.prefixes.len() - 1
        });
        // Listed for two, it is shared, whether or not that was said.
        let entry = self.prefixes[at].1.entry(bits >> (128 - length)).or_insert(party);
        if *entry != party {
            *entry = None;
        }
    }

    /// Whose network an address is of: the smallest listed one that holds it.
    pub fn find(&self, address: IpAddr) -> Option<Party> {
        let bits = bits(address);
        self.prefixes.iter().find_map(|(length, own)| own.get(&(bits >> (128 - length)))).copied().flatten()
    }
}

fn bits(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => address.to_ipv6_mapped().to_bits(),
        IpAddr::V6(address) => address.to_bits(),
    }
}

/// `192.0.2.0/24` → bits and length, of IPv6. Nothing may stand behind the prefix.
fn prefix(text: &str) -> Option<(u128, u32)> {
    let (address, length) = text.split_once('/')?;
    let address: IpAddr = address.parse().ok()?;
    let length: u32 = length.parse().ok()?;
    let (most, before) = if address.is_ipv4() { (32, 96) } else { (128, 0) };
    // Whole countries are no municipality's.
    let is_length = (8..=most).contains(&length);
    let (bits, length) = (bits(address), length + before);
    (is_length && (length == 128 || bits << length == 0)).then_some((bits, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "part,natverk,kalla,kontrollerad,delas-med\n";

    fn names() -> Vec<String> {
        ["ale", "lund", "malmo"].map(str::to_owned).to_vec()
    }

    #[test]
    fn the_smallest_network_says_whose_it_is() {
        let text = "Ale,192.0.2.0/24,RIPE,2026-11-01,\nMalmö,192.0.2.128/25,RIPE,2026-11-01,\n\
                    Lund,198.51.100.0/24,RIPE,2026-11-01,Ale\nArbetsförmedlingen,2001:db8::/32,RIPE,2026-11-01,\n\
                    Ale,203.0.113.0/24,RIPE,2026-11-01,\nMalmö,203.0.113.0/24,RIPE,2026-11-01,\n";
        let networks = Networks::read(format!("{HEAD}{text}").as_bytes(), &names()).unwrap();
        let find = |text: &str| {
            networks.find(text.parse().unwrap()).map(|party| networks.parties[usize::from(party)].as_str())
        };
        assert_eq!(find("192.0.2.1"), Some("ale"));
        assert_eq!(find("::ffff:192.0.2.1"), Some("ale"));
        assert_eq!(find("192.0.2.200"), Some("malmo"));
        assert_eq!(find("198.51.100.1"), None);
        assert_eq!(find("203.0.113.1"), None);
        assert_eq!(find("2001:db8:1::1"), Some(AGENCY));
        assert_eq!(find("2001:db9::1"), None);
    }

    #[test]
    fn wrong_rows_are_named() {
        let read = |row: &str| Networks::read(format!("{HEAD}{row}\n").as_bytes(), &names()).map(|_| ());
        for row in [
            "Ankeborg,192.0.2.0/24,RIPE,2026-11-01,",
            "Ale,192.0.2.1/24,RIPE,2026-11-01,",
            "Ale,192.0.2.0/7,RIPE,2026-11-01,",
            "Ale,192.0.2.0/33,RIPE,2026-11-01,",
            "Ale,192.0.2.0,RIPE,2026-11-01,",
            "Ale,192.0.2.0/24,,2026-11-01,",
            "Ale,192.0.2.0/24,RIPE,2026-13-01,",
            "Ale,192.0.2.0/24,RIPE",
        ] {
            assert!(matches!(read(row), Err(NetworkError::Row { line: 2, .. })), "{row}: {:?}", read(row));
        }
        assert_eq!(Networks::read(b"kommun,natverk\n", &[]).map(|_| ()), Err(NetworkError::Columns));
    }
}
