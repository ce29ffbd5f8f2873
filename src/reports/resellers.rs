//! What a report over resellers counts: for each, what it has in hand, what it passed on, what came of it, and what stalls.

use crate::{
    db::{Timestamp, text_enum},
    ids::{Id, Invitation, Organization},
};

/// Days after which something that does not go on is said to stall.
pub const PATIENCE: i64 = 7;

/// The days that a report may look back.
pub const PERIODS: [i64; 3] = [30, 90, 365];

/// What a number counts, and what stands in the list behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// From when on.
    pub since: Timestamp,
    /// Until when: now.
    pub now: Timestamp,
}

text_enum! {
    /// What is counted of a reseller.
    Tally {
        /// Invitations that it may forward now.
        InHand = "in-hand",
        /// Its forwards.
        Forwards = "forwards",
        /// Customers' people that came by them, signed in.
        Openings = "openings",
        /// Customers that accepted by them.
        Acceptances = "acceptances",
        /// Customers that declined.
        Declines = "declines",
        /// Stall: the letter could not be delivered.
        Undeliverable = "undeliverable",
        /// Stall: forwarded, and nobody came.
        Unopened = "unopened",
        /// Stall: somebody came, and nobody answered.
        Unanswered = "unanswered",
        /// Stall: accepted, and a chosen holder has not consented.
        AwaitingHolder = "awaiting-holder",
    }
}

impl Tally {
    /// What stalls.
    pub const STALLS: [Self; 4] = [Self::Undeliverable, Self::Unopened, Self::Unanswered, Self::AwaitingHolder];

    /// Whether it is about what does not go on.
    pub fn is_stall(self) -> bool {
        Self::STALLS.contains(&self)
    }
}

/// The numbers of one reseller.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers([i64; Tally::ALL.len()]);

impl Numbers {
    /// One of them.
    pub fn of(&self, tally: Tally) -> i64 {
        self.0[tally as usize]
    }

    /// Notes one of them.
    pub fn note(&mut self, tally: Tally, count: i64) {
        self.0[tally as usize] = count;
    }

    /// What stalls most: where to look first.
    pub fn worst(&self) -> Tally {
        // Of equals the first, so that nothing at all leads to the first list as well.
        Tally::STALLS.into_iter().rev().max_by_key(|tally| self.of(*tally)).unwrap_or(Tally::Unopened)
    }

    /// Everything that stalls.
    pub fn stalls(&self) -> i64 {
        Tally::STALLS.iter().map(|tally| self.of(*tally)).sum()
    }
}

/// One thing that was counted.
#[derive(Debug, Clone)]
pub struct Trace {
    /// What makes the list's order total.
    pub id: uuid::Uuid,
    /// When it happened.
    pub at: Timestamp,
    /// For whom: a customer or an address, as far as whoever looks may know it.
    pub who: Option<String>,
    /// The invitation.
    pub invitation: Id<Invitation>,
    /// What its people call it.
    pub label: String,
}

/// A reseller in the table of all.
#[derive(Debug, Clone)]
pub struct ResellerLine {
    /// The partnership, whose page has the report.
    pub partnership: uuid::Uuid,
    /// The reseller.
    pub reseller: Id<Organization>,
    /// Its name.
    pub name: String,
    /// Its partner ID.
    pub partner_id: Option<String>,
    /// Its numbers.
    pub numbers: Numbers,
}

/// The days of a report: what was asked for, if it is one of [`PERIODS`], else a quarter of a year.
pub fn period(text: &str) -> i64 {
    text.parse().ok().filter(|days| PERIODS.contains(days)).unwrap_or(PERIODS[1])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_its_place_and_stalls_add_up() {
        let mut numbers = Numbers::default();
        for (at, tally) in Tally::ALL.iter().enumerate() {
            numbers.note(*tally, 1 << at);
        }
        assert!(Tally::ALL.iter().enumerate().all(|(at, tally)| numbers.of(*tally) == 1 << at));
        assert_eq!(numbers.stalls(), Tally::ALL.iter().filter(|tally| tally.is_stall()).map(|tally| numbers.of(*tally)).sum::<i64>());
    }

    #[test]
    fn what_stalls_most_is_looked_at_first() {
        let mut numbers = Numbers::default();
        assert_eq!(numbers.worst(), Tally::Undeliverable);
        numbers.note(Tally::Unanswered, 3);
        numbers.note(Tally::Unopened, 2);
        numbers.note(Tally::Forwards, 9);
        assert_eq!(numbers.worst(), Tally::Unanswered);
    }

    #[test]
    fn only_the_periods_that_are_offered_are_taken() {
        assert_eq!(["30", "365", "7", "", "many"].map(period), [30, 365, 90, 90, 90]);
    }
}
