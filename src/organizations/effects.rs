//! What a suspension stops, and a reinstatement lets work again: shown before either is done.

use crate::{
    db::Timestamp,
    ids::{Delegation, Id, Invitation, Relationship},
    services::Scope,
};

/// The first few of many, and how many there are.
#[derive(Debug, Clone)]
pub struct Few<T> {
    /// How many there are.
    pub count: i64,
    /// The first of them.
    pub first: Vec<T>,
}

impl<T> Few<T> {
    /// How many are not shown.
    pub fn rest(&self) -> i64 {
        self.count - i64::try_from(self.first.len()).unwrap_or(i64::MAX)
    }
}

/// An open invitation: its id, what its people call it, when it expires.
pub type Offer = (Id<Invitation>, String, Option<Timestamp>);
/// An invitation in a reseller's hands: its id, what it is called, the partner at the other end.
pub type Handed = (Id<Invitation>, String, String);
/// A delegation: its id, the customer, what in and what for.
pub type Held = (Id<Delegation>, String, Scope);

/// Everything that hangs on whether an organization may act (D5).
#[derive(Debug, Clone)]
pub struct Effects {
    /// Its own invitations whose links accept only while it may act.
    pub invitations: Few<Offer>,
    /// Invitations that resellers have of it, or that it has as a reseller: forwarded only while it may act.
    pub handed: Few<Handed>,
    /// Delegations that it holds and uses only while it may act.
    pub delegations: Few<Held>,
    /// Its people: names and addresses.
    pub people: Few<(String, String)>,
    /// Those at the other end of its relationships.
    pub parties: Few<(Id<Relationship>, String)>,
    /// Invitations of its own that expired while it was suspended.
    pub lapsed_invitations: i64,
    /// Delegations it held that ended while it was suspended.
    pub lapsed_delegations: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_shown_is_counted() {
        assert_eq!(Few { count: 12, first: vec![1, 2, 3] }.rest(), 9);
        assert_eq!(Few { count: 2, first: vec![1, 2] }.rest(), 0);
    }
}
