//! A counter-offer as the inviter sees it beside its invitation (D16). What becomes of it is decided in `consents`.

use crate::{
    db::Timestamp,
    ids::{CounterOffer, Id, Invitation},
    services::Scope,
};

/// A customer would accept something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Countered {
    /// Its id.
    pub id: Id<CounterOffer>,
    /// The customer's name.
    pub customer: String,
    /// What the customer would accept; may be none (the relationship alone).
    pub asks: Vec<Scope>,
    /// For how many days at most.
    pub days: i32,
    /// The holder it has in mind; the inviter, when there is none.
    pub holder: Option<String>,
    /// The customer's own words.
    pub note: Option<String>,
    /// The word of its state (`counter-state-…`).
    pub state: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it was answered or withdrawn.
    pub closed_at: Option<Timestamp>,
    /// Why it was refused.
    pub reason: Option<String>,
    /// The invitation that both agreed on.
    pub agreed: Option<Id<Invitation>>,
}

impl Countered {
    /// Whether it waits for an answer.
    pub fn is_open(&self) -> bool {
        self.state == "open"
    }
}
