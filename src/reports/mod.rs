//! Reports: read-only joins over everything, for start pages and for review. Nothing is written here.

pub mod pages;
mod radar;
pub mod resellers;
mod store;

pub use radar::{Blip, Signal};

use chrono::NaiveDate;

use crate::{
    db::Timestamp,
    ids::{Acceptance, Delegation, Id, Invitation, Organization, Relationship, Request, Subscription},
    services::Scope,
    subscriptions::{Channel, State},
};

/// An organization as far as a report names it. The name is missing when whoever reads may not know it.
#[derive(Debug, Clone)]
pub struct Party {
    /// Its id.
    pub id: Id<Organization>,
    /// Its name.
    pub name: String,
    /// Its partner ID.
    pub partner_id: Option<String>,
}

/// Why something waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// An addressed invitation was sent, and nobody has come to it.
    NobodyCame,
    /// A customer's person came to an invitation, and nobody has answered it.
    NotAnswered,
    /// A customer made a counter-offer, and it is one's own to answer (D16).
    CounterOffered,
    /// One's own organization is asked, and has not answered.
    AskedOfUs,
    /// A chosen holder has not consented (D12).
    HolderSilent,
    /// One's own organization was chosen as holder and has not answered (D12).
    OursToAnswer,
    /// A letter could not be delivered.
    NotDelivered,
    /// It was passed on, and no customer has accepted it by that.
    NotAccepted,
    /// A reseller asks for an invitation, and has no answer.
    ResellerAsks,
}

impl Reason {
    /// The word of it in the catalogue (`reports-reason-…`, `reports-do-…`).
    pub fn key(self) -> &'static str {
        match self {
            Self::NobodyCame => "nobody-came",
            Self::NotAnswered => "not-answered",
            Self::CounterOffered => "counter-offered",
            Self::AskedOfUs => "asked-of-us",
            Self::HolderSilent => "holder-silent",
            Self::OursToAnswer => "ours-to-answer",
            Self::NotDelivered => "not-delivered",
            Self::NotAccepted => "not-accepted",
            Self::ResellerAsks => "reseller-asks",
        }
    }
}

/// Something that waits for somebody, and where it can be pushed on.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// For whom: a customer's name, or an address, as far as it is known.
    pub name: Option<String>,
    /// What it is about: an invitation's label, or service and purpose.
    pub about: About,
    /// Why.
    pub reason: Reason,
    /// Since when.
    pub since: Timestamp,
    /// Which partner is waited for, if a partner is.
    pub partner: Option<String>,
}

/// What something that waits is about.
#[derive(Debug, Clone)]
pub enum About {
    /// An invitation, by what its people call it.
    Invitation(Id<Invitation>, String),
    /// A delegation.
    Delegation(Id<Delegation>, Scope),
    /// A reseller's request, by the customer or the name it asks for.
    Request(Id<Request>, String),
}

/// The longest waits first, so many of them.
fn longest(mut all: Vec<Waiting>, most: usize) -> Vec<Waiting> {
    all.sort_by_key(|waiting| waiting.since);
    all.truncate(most);
    all
}

/// A relationship in the operator's list.
#[derive(Debug, Clone)]
pub struct RelationshipLine {
    /// Its id.
    pub id: Id<Relationship>,
    /// The customer.
    pub customer: Party,
    /// Whose customer it is.
    pub owner: Party,
    /// `active` or `ended`.
    pub state: String,
    /// Since when.
    pub since: Timestamp,
    /// Until when it was.
    pub ended_at: Option<Timestamp>,
}

/// A delegation in a list.
#[derive(Debug, Clone)]
pub struct DelegationLine {
    /// Its id.
    pub id: Id<Delegation>,
    /// The relationship it belongs to.
    pub relationship: Id<Relationship>,
    /// The acceptance it was granted by.
    pub acceptance: Option<Id<Acceptance>>,
    /// Whose services.
    pub customer: Party,
    /// Whose customer it is.
    pub owner: Party,
    /// Who may work.
    pub holder: Party,
    /// In what, and for what.
    pub scope: Scope,
    /// Its state as the database has it.
    pub state: String,
    /// For how long it was granted, in days.
    pub days: i32,
    /// When it was granted.
    pub granted_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// When the holder answered.
    pub answered_at: Option<Timestamp>,
    /// When it ended before its time, and why.
    pub ended_at: Option<Timestamp>,
    /// Why (`delegation-state-…`).
    pub end_reason: Option<String>,
}

impl DelegationLine {
    /// The word (`delegation-state-…`) of what it is at a moment: an end that no job has written yet is an end (D8).
    pub fn state_word(&self, now: Timestamp) -> &str {
        match self.end_reason.as_deref() {
            Some(reason) => reason,
            None if self.ends_at <= now => "expired",
            None => &self.state,
        }
    }
}

/// An invitation in the operator's list.
#[derive(Debug, Clone)]
pub struct InvitationLine {
    /// Its id.
    pub id: Id<Invitation>,
    /// Whose offer it is.
    pub inviter: Party,
    /// What its people call it.
    pub label: String,
    /// `standing` or `addressed`.
    pub kind: String,
    /// Its state as the database has it.
    pub state: String,
    /// Whom it is addressed to.
    pub recipient: Option<String>,
    /// When it expires.
    pub expires_at: Option<Timestamp>,
    /// When it was created.
    pub created_at: Timestamp,
}

impl InvitationLine {
    /// The word (`invitation-state-…`) of what it is at a moment (D8).
    pub fn state_word(&self, now: Timestamp) -> &str {
        let open = matches!(self.state.as_str(), "open" | "paused");
        if open && self.expires_at.is_some_and(|end| end <= now) { "expired" } else { &self.state }
    }
}

/// A subscription in the operator's list.
#[derive(Debug, Clone)]
pub struct SubscriptionLine {
    /// Its id.
    pub id: Id<Subscription>,
    /// What it is called outside.
    pub external_id: String,
    /// The service's code.
    pub service: String,
    /// Where it was bought.
    pub channel: Channel,
    /// Its state.
    pub state: State,
    /// How many seats; none where use is paid for.
    pub seats: Option<i32>,
    /// The first day.
    pub start: NaiveDate,
    /// The last day, if it has one.
    pub end: Option<NaiveDate>,
    /// Whose it is.
    pub customer: Party,
    /// Through which partner; none when it was bought directly.
    pub seller: Option<Party>,
    /// The partner of record.
    pub partner_of_record: Option<Party>,
    /// The relationship of customer and seller: the one in force, else the last.
    pub relationship: Option<Id<Relationship>>,
}

/// One act of passing on, with what came of it.
#[derive(Debug, Clone)]
pub struct ForwardLine {
    /// Who passed it on.
    pub forwarder: Party,
    /// How (`forward-way-…`).
    pub way: String,
    /// To whom.
    pub recipient: Option<String>,
    /// When.
    pub at: Timestamp,
    /// What became of the letter (`mail-state-…`), if there was one.
    pub mail: Option<String>,
}

/// One customer's answer.
#[derive(Debug, Clone)]
pub struct AnswerLine {
    /// The customer.
    pub customer: Party,
    /// The receipt's reference; none for a decline.
    pub reference: Option<String>,
    /// The relationship that it began or renewed.
    pub relationship: Option<Id<Relationship>>,
    /// Who answered, as far as it is recorded.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
    /// Why it was declined.
    pub reason: Option<String>,
}

/// An acceptance of an invitation, with the relationship that it began or renewed.
#[derive(Debug, Clone)]
pub struct Through {
    /// Its id.
    pub id: Id<Acceptance>,
    /// The customer.
    pub customer: Party,
    /// The receipt's reference.
    pub reference: String,
    /// The relationship.
    pub relationship: Id<Relationship>,
    /// `active` or `ended`.
    pub state: String,
    /// Who accepted.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Who had passed the invitation on.
    pub forwarder: Option<Party>,
}

/// A reseller that has an invitation, or had it.
#[derive(Debug, Clone)]
pub struct HandoutLine {
    /// The reseller.
    pub reseller: Party,
    /// Since when.
    pub at: Timestamp,
    /// Until when.
    pub withdrawn_at: Option<Timestamp>,
}

#[cfg(test)]
mod tests {
    use chrono::{TimeDelta, Utc};

    use super::*;
    use crate::services::Purpose;

    fn party(name: &str) -> Party {
        Party { id: Id::new(), name: name.to_owned(), partner_id: None }
    }

    #[test]
    fn a_delegation_whose_time_is_over_is_expired_whatever_the_row_says() {
        let now = Utc::now();
        let mut line = DelegationLine {
            id: Id::new(),
            relationship: Id::new(),
            acceptance: None,
            customer: party("Fabrikam"),
            owner: party("Northwind"),
            holder: party("Contoso"),
            scope: Scope { service: "azure".to_owned(), purpose: Purpose::Support },
            state: "active".to_owned(),
            days: 30,
            granted_at: now - TimeDelta::days(31),
            ends_at: now - TimeDelta::days(1),
            answered_at: None,
            ended_at: None,
            end_reason: None,
        };
        assert_eq!(line.state_word(now), "expired");
        assert_eq!(line.state_word(now - TimeDelta::days(2)), "active");
        line.end_reason = Some("removed".to_owned());
        assert_eq!(line.state_word(now), "removed");
    }

    #[test]
    fn what_waits_longest_comes_first() {
        let now = Utc::now();
        let waiting = |days| Waiting {
            name: None,
            about: About::Invitation(Id::new(), "Spring".to_owned()),
            reason: Reason::NobodyCame,
            since: now - TimeDelta::days(days),
            partner: None,
        };
        let found = longest(vec![waiting(1), waiting(9), waiting(4)], 2);
        assert_eq!(found.iter().map(|one| (now - one.since).num_days()).collect::<Vec<_>>(), [9, 4]);
    }
}
