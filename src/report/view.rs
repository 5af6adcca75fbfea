//! What is kept of a page view: sixteen bytes, because a year has many of them.

use super::channel::Channel;
use super::networks::Party;
use super::visitor::Visitor;

/// A page view within a day. In order: by visitor, then by time.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct View {
    pub visitor: Visitor,
    /// From the highest bit: second of the day, page, channel, party.
    rest: u64,
}

/// How many bits each takes: a day is shorter than 2¹⁷ seconds, and no manifest has 2²⁷ pages.
const CHANNEL: u32 = 3;
const PARTY: u32 = 17;
const PAGE: u32 = 27;

impl View {
    /// `second` is of the day, `party` says from whose network the view was.
    pub fn new(visitor: Visitor, second: u32, page: u32, channel: Channel, party: Option<Party>) -> View {
        let party = party.map_or(0, |party| u64::from(party) + 1);
        let rest = u64::from(second) << PAGE | u64::from(page);
        View { visitor, rest: (rest << CHANNEL | channel as u64) << PARTY | party }
    }

    pub fn second(self) -> u32 {
        (self.rest >> (PAGE + CHANNEL + PARTY)) as u32
    }

    /// A number of [`Pages`](super::Pages).
    pub fn page(self) -> usize {
        (self.rest >> (CHANNEL + PARTY) & ((1 << PAGE) - 1)) as usize
    }

    pub fn channel(self) -> Channel {
        Channel::ALL[(self.rest >> PARTY & ((1 << CHANNEL) - 1)) as usize]
    }

    pub fn party(self) -> Option<Party> {
        let party = (self.rest & ((1 << PARTY) - 1)) as u32;
        party.checked_sub(1).map(|party| party as Party)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_what_was_put_into_it() {
        assert_eq!(size_of::<View>(), 16);
        for (at, channel) in Channel::ALL.into_iter().enumerate() {
            assert_eq!(channel as usize, at);
            for (second, page, party) in [(0, 0, None), (93_600, (1 << PAGE) - 1, Some(Party::MAX)), (1, 7, Some(0))] {
                let view = View::new(u64::MAX, second, page, channel, party);
                let back = (view.visitor, view.second(), view.page(), view.channel(), view.party());
                assert_eq!(back, (u64::MAX, second, page as usize, channel, party));
            }
        }
        let at = |second| View::new(1, second, 9, Channel::Inside, Some(3));
        assert!(at(1) < at(2) && at(2) < View::new(2, 0, 0, Channel::Direct, None));
    }
}
