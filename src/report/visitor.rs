//! Who it was, for one day.

use std::hash::{BuildHasher, RandomState};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::RwLock;

use rustc_hash::FxHashMap;

use super::day::Day;

/// A keyed hash of address and user agent. With another day's key it is another number, so that nobody can be followed from
/// one day to the next.
pub type Visitor = u64;

type Key = [u8; blake3::KEY_LEN];

/// The keys of the days, and one for all: random, in memory, and gone with this value. It has no `Debug`.
#[derive(Default)]
pub struct Keys {
    days: RwLock<FxHashMap<Day, Key>>,
    all: RandomState,
}

impl Keys {
    /// The visitor of a day. `recent` remembers the last key asked for.
    ///
    /// # Errors
    /// The system has no random numbers to give.
    pub fn visitor(
        &self,
        day: Day,
        address: &Address,
        agent: Agent,
        recent: &mut Option<(Day, Key)>,
    ) -> Result<Visitor, getrandom::Error> {
        let key = match recent {
            Some((of, key)) if *of == day => *key,
            _ => {
                let key = self.of(day)?;
                *recent = Some((day, key));
                key
            }
        };
        let mut both = [0; 32];
        both[..16].copy_from_slice(&address.0);
        both[16..].copy_from_slice(&agent.0);
        let [a, b, c, d, e, f, g, h, ..] = *blake3::keyed_hash(&key, &both).as_bytes();
        Ok(u64::from_le_bytes([a, b, c, d, e, f, g, h]))
    }

    /// An address by itself, on every day the same: only to tell whether there are few.
    pub fn address(&self, address: IpAddr) -> u64 {
        self.all.hash_one(address)
    }

    fn of(&self, day: Day) -> Result<Key, getrandom::Error> {
        if let Some(key) = self.days.read().unwrap_or_else(std::sync::PoisonError::into_inner).get(&day) {
            return Ok(*key);
        }
        let mut fresh = Key::default();
        getrandom::fill(&mut fresh)?;
        let mut keys = self.days.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        Ok(*keys.entry(day).or_insert(fresh))
    }
}

/// A user agent, as the beginning of its hash: that of each is only made once, and there are few of them.
#[derive(Clone, Copy)]
pub struct Agent([u8; 16]);

impl Agent {
    /// Of the header `User-Agent`, as the log has it.
    pub fn new(agent: &[u8]) -> Agent {
        let mut digest = [0; 16];
        digest.copy_from_slice(&blake3::hash(agent).as_bytes()[..16]);
        Agent(digest)
    }
}

/// What of an address tells visitors apart: all of IPv4, and of IPv6 the first 64 bits, because devices change the others by
/// themselves. IPv4 stands as the IPv6 address that stands for it.
pub struct Address([u8; 16]);

impl Address {
    /// Of an address as it was read from the log.
    pub fn new(address: IpAddr) -> Address {
        let mapped = match address {
            IpAddr::V4(address) => address.to_ipv6_mapped(),
            IpAddr::V6(address) => match address.to_ipv4_mapped() {
                Some(address) => address.to_ipv6_mapped(),
                None => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64),
            },
        };
        Address(mapped.octets())
    }
}

/// The address in a field: alone, or the first of a list as proxies write it, perhaps with a port.
pub fn address(text: &[u8]) -> Option<IpAddr> {
    let first = text.split(|byte| *byte == b',').next().unwrap_or_default();
    let text = std::str::from_utf8(first).ok()?.trim();
    if let Ok(address) = text.parse() {
        return Some(address);
    }
    if let Some((address, _)) = text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        return address.parse().ok();
    }
    // A link-local address with its interface, or IPv4 with a port.
    let cut = text.split_once('%').or_else(|| text.split_once(':')).map(|(address, _)| address)?;
    cut.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_logs_write_them() {
        let read = |text: &str| address(text.as_bytes()).map(|address| address.to_string());
        for (text, expected) in [
            ("192.0.2.7", "192.0.2.7"),
            ("192.0.2.7:443", "192.0.2.7"),
            ("198.51.100.1, 192.0.2.7", "198.51.100.1"),
            ("[2001:db8::1]:443", "2001:db8::1"),
            ("fe80::1%eth0", "fe80::1"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "-", "unknown", "192.0.2", "host.example", "\u{fffd}"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_visitor_is_one_for_a_day() {
        let keys = Keys::default();
        let mut recent = None;
        let mut visitor = |day, text: &str, agent: &str| {
            let address = Address::new(text.parse().unwrap());
            keys.visitor(day, &address, Agent::new(agent.as_bytes()), &mut recent).unwrap()
        };
        let first = visitor(1, "2001:db8::1", "a");
        assert_eq!(first, visitor(1, "2001:db8::ffff:1", "a"));
        assert_ne!(first, visitor(1, "2001:db8:0:1::1", "a"));
        assert_ne!(first, visitor(1, "2001:db8::1", "b"));
        assert_ne!(first, visitor(2, "2001:db8::1", "a"));
        assert_eq!(visitor(1, "192.0.2.7", "a"), visitor(1, "::ffff:192.0.2.7", "a"));
        assert_ne!(visitor(1, "192.0.2.7", "a"), visitor(1, "192.0.2.8", "a"));
    }

    #[test]
    fn keys_differ_from_run_to_run() {
        let one = |keys: &Keys| keys.of(1).unwrap();
        assert_ne!(one(&Keys::default()), one(&Keys::default()));
    }
}
