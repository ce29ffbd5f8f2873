//! Alarms: somebody tells the operator that an invitation is not what it should be; the operator stops it, or finds nothing wrong (UX-22).

pub mod actions;
pub mod pages;
mod store;

pub use store::{Alarm, count_open, find, list};

use std::net::{IpAddr, Ipv6Addr};

use uuid::Uuid;

use crate::{
    db::text_enum,
    ids::{Id, Invitation},
    values::{Email, Note},
};

text_enum! {
    /// Why somebody reports an invitation.
    Reason {
        /// They do not know the partner.
        Unknown = "unknown",
        /// They know it, and have agreed on nothing.
        Unexpected = "unexpected",
        /// Somebody pretends to be a partner that they know.
        Pretended = "pretended",
        /// It asks for more than was agreed.
        TooMuch = "too-much",
        /// Something else, in their own words.
        Other = "other",
    }
}

text_enum! {
    /// What the operator made of a report.
    State {
        /// Nobody has decided.
        Open = "open",
        /// The invitation was stopped.
        Stopped = "stopped",
        /// Nothing was wrong with it.
        Unfounded = "unfounded",
    }
}

/// What somebody says who reports an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Why.
    pub reason: Reason,
    /// In their own words.
    pub words: Note<2000>,
    /// Where the operator can ask them.
    pub contact: Option<Email>,
}

/// What is reported, by which form, from where.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// The invitation.
    pub invitation: Id<Invitation>,
    /// The forward by whose link they came.
    pub forward: Option<Uuid>,
    /// The form's idempotency key: the same form sent twice is one report.
    pub attempt: Uuid,
    /// The network address that it comes from.
    pub address: &'a str,
}

/// The network that somebody who is not signed in is known by: an IPv4 address, or the half of an IPv6 address that its owner cannot
/// choose.
fn network(address: &str) -> String {
    match address.parse::<IpAddr>().map(|address| address.to_canonical()) {
        Ok(IpAddr::V6(address)) => Ipv6Addr::from_bits(address.to_bits() >> 64 << 64).to_string(),
        _ => address.to_owned(),
    }
}

impl State {
    /// Whether it waits for a decision.
    pub fn is_open(self) -> bool {
        self == Self::Open
    }

    /// How it is shown.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Open => "wait",
            Self::Stopped => "stop",
            Self::Unfounded => "quiet",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_not_signed_in_is_known_by_what_they_cannot_choose() {
        assert_eq!(network("203.0.113.7"), "203.0.113.7");
        assert_eq!(network("2001:db8:1:2:3:4:5:6"), network("2001:db8:1:2:ffff::1"));
        assert_ne!(network("::ffff:203.0.113.7"), network("::ffff:203.0.113.8"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
    }

    #[test]
    fn a_report_is_decided_once() {
        assert!(State::Open.is_open());
        assert!(!State::Stopped.is_open() && !State::Unfounded.is_open());
    }
}
