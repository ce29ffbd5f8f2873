//! Counter-offers: a customer's answer that is neither yes nor no (D16). Never wider than what was asked; answered once.

use crate::{
    db::{Timestamp, text_enum},
    i18n::Lang,
    ids::{CounterOffer as CounterOfferId, Customer, Id, Invitation as InvitationId, Organization, Provider, User},
    invitations::{Invitation, Kind, Recipient, Terms},
    services::Scope,
    values::{Days, Name, Note, Refusal},
};

/// How long the invitation of an agreement can be accepted, in days.
pub const OPEN_DAYS: i64 = 30;

text_enum! {
    /// What became of a counter-offer, as rows have it; the catalogue has the words (`counter-state-…`).
    Stage {
        /// The inviter has not answered.
        Open = "open",
        /// The inviter agreed: an invitation with exactly these terms exists.
        Agreed = "agreed",
        /// The inviter refused.
        Refused = "refused",
        /// The customer took it back, or answered the invitation itself.
        Withdrawn = "withdrawn",
    }
}

/// What a customer would accept instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The services and purposes; may be none (the relationship alone).
    pub asks: Vec<Scope>,
    /// For how long at most.
    pub days: Days,
    /// The holder it has in mind; the inviter itself, when there is none.
    pub holder: Option<Id<Organization>>,
    /// Its own words.
    pub note: Option<Note<1000>>,
}

/// What is wrong with a proposal, by the field.
pub type Wrongs = Vec<(&'static str, Refusal)>;

impl Proposal {
    /// What the rules make of it: nothing that was not asked for, no longer than asked, and something must differ.
    ///
    /// # Errors
    /// Every field with what is wrong.
    pub fn check(self, invitation: &Invitation) -> Result<Self, Wrongs> {
        let mut wrong = Wrongs::new();
        if self.asks.iter().any(|scope| !invitation.asks.contains(scope)) {
            wrong.push(("asks", Refusal::Choice));
        }
        if self.days.get() > invitation.days {
            wrong.push(("days", Refusal::Range { min: 1, max: invitation.days.into() }));
        }
        let less = self.asks.len() < invitation.asks.len() || self.days.get() < invitation.days;
        let other = !self.asks.is_empty() && self.holder != invitation.suggested_holder;
        if wrong.is_empty() && !less && !other {
            wrong.push(("asks", Refusal::Said("counters-same")));
        }
        if wrong.is_empty() { Ok(self) } else { Err(wrong) }
    }
}

/// What never changes about a counter-offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Its id.
    pub id: Id<CounterOfferId>,
    /// The invitation it answers.
    pub invitation: Id<InvitationId>,
    /// Whose offer that is.
    pub inviter: Id<Provider>,
    /// Who makes it.
    pub customer: Id<Customer>,
    /// What the customer would accept.
    pub proposal: Proposal,
    /// Who made it.
    pub made_by: Id<User>,
    /// When.
    pub made_at: Timestamp,
}

/// A counter-offer at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CounterOffer {
    /// It waits for the inviter.
    Open(Open),
    /// It was agreed to, refused or withdrawn.
    Closed(Closed),
}

/// A counter-offer that waits for the inviter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open(pub(super) Facts);

/// A counter-offer that is answered or withdrawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    pub(super) facts: Facts,
    pub(super) at: Timestamp,
    pub(super) outcome: Outcome,
}

/// What became of a counter-offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The inviter agreed; the invitation that has these terms.
    Agreed(Id<InvitationId>),
    /// The inviter refused, and why.
    Refused(String),
    /// The customer took it back.
    Withdrawn,
}

impl Open {
    /// The inviter agrees: an invitation of its own has these terms, and nothing is granted by that.
    pub fn agree(self, invitation: Id<InvitationId>, now: Timestamp) -> Closed {
        Closed { facts: self.0, at: now, outcome: Outcome::Agreed(invitation) }
    }

    /// The inviter refuses.
    pub fn refuse(self, reason: &Note<1000>, now: Timestamp) -> Closed {
        Closed { facts: self.0, at: now, outcome: Outcome::Refused(reason.as_str().to_owned()) }
    }

    /// The customer takes it back.
    pub fn withdraw(self, now: Timestamp) -> Closed {
        Closed { facts: self.0, at: now, outcome: Outcome::Withdrawn }
    }
}

impl Closed {
    /// When.
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// What became of it.
    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// The stage that its row has.
    pub fn stage(&self) -> Stage {
        match self.outcome {
            Outcome::Agreed(_) => Stage::Agreed,
            Outcome::Refused(_) => Stage::Refused,
            Outcome::Withdrawn => Stage::Withdrawn,
        }
    }
}

impl CounterOffer {
    /// What never changes about it.
    pub fn facts(&self) -> &Facts {
        match self {
            Self::Open(Open(facts)) | Self::Closed(Closed { facts, .. }) => facts,
        }
    }

    /// The stage that its row has.
    pub fn stage(&self) -> Stage {
        match self {
            Self::Open(_) => Stage::Open,
            Self::Closed(closed) => closed.stage(),
        }
    }

    /// Whether it waits for the inviter.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Open(_))
    }

    /// The invitation that both agreed on.
    pub fn agreed(&self) -> Option<Id<InvitationId>> {
        match self {
            Self::Closed(Closed { outcome: Outcome::Agreed(invitation), .. }) => Some(*invitation),
            _ => None,
        }
    }

    /// Why it was refused.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Closed(Closed { outcome: Outcome::Refused(reason), .. }) => Some(reason),
            _ => None,
        }
    }
}

/// Who at the customer's the invitation of an agreement is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressee {
    /// The address.
    pub email: String,
    /// The name.
    pub name: Option<Name>,
    /// The language that the person reads.
    pub language: Lang,
}

impl Facts {
    /// The invitation that both agree on: for this customer alone, with exactly these terms, frozen from its first moment (D6).
    pub fn invitation(&self, first: &Invitation, to: Addressee, by: Id<User>, now: Timestamp) -> Invitation {
        let text = |paragraph: &Option<String>| paragraph.as_deref().and_then(|text| Note::parse(text).ok());
        let terms = Terms {
            kind: Kind::Addressed,
            asks: self.proposal.asks.clone(),
            days: self.proposal.days,
            suggested_holder: self.proposal.holder,
            label: first.label.clone(),
            recipient: Some(Recipient { email: to.email, name: to.name.map(|name| name.as_str().to_owned()), domain: None }),
            expires_at: Some(now + chrono::TimeDelta::days(OPEN_DAYS)),
            language: to.language,
            paragraphs: [text(&first.paragraphs[0]), text(&first.paragraphs[1])],
        };
        terms.invitation(Id::new(), self.inviter, by, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::Purpose;

    fn scope(service: &str, purpose: Purpose) -> Scope {
        Scope { service: service.to_owned(), purpose }
    }

    fn invitation() -> Invitation {
        let now = chrono::Utc::now();
        let terms = Terms {
            kind: Kind::Standing,
            asks: vec![scope("exchange-online", Purpose::Provisioning), scope("exchange-online", Purpose::Support)],
            days: Days::new(365).unwrap(),
            suggested_holder: None,
            label: "Spring".to_owned(),
            recipient: None,
            expires_at: None,
            language: Lang::En,
            paragraphs: [Note::optional("Good morning").unwrap(), None],
        };
        terms.invitation(Id::new(), Id::new(), Id::new(), now)
    }

    fn proposal(asks: &[Scope], days: i32) -> Proposal {
        Proposal { asks: asks.to_vec(), days: Days::new(days).unwrap(), holder: None, note: None }
    }

    fn open(first: &Invitation, proposal: Proposal) -> Open {
        Open(Facts {
            id: Id::new(),
            invitation: first.id,
            inviter: first.inviter,
            customer: Id::new(),
            proposal,
            made_by: Id::new(),
            made_at: chrono::Utc::now(),
        })
    }

    #[test]
    fn fewer_services_a_shorter_time_or_another_holder_is_a_counter_offer() {
        let first = invitation();
        assert!(proposal(&first.asks[..1], 365).check(&first).is_ok());
        assert!(proposal(&[], 365).check(&first).is_ok(), "the relationship alone");
        assert!(proposal(&first.asks, 364).check(&first).is_ok());
        let other = Proposal { holder: Some(Id::new()), ..proposal(&first.asks, 365) };
        assert!(other.check(&first).is_ok());
    }

    #[test]
    fn the_same_again_is_none_and_nothing_is_ever_widened() {
        let first = invitation();
        assert_eq!(proposal(&first.asks, 365).check(&first), Err(vec![("asks", Refusal::Said("counters-same"))]));
        let more = [first.asks.clone(), vec![scope("azure", Purpose::Support)]].concat();
        assert_eq!(proposal(&more, 30).check(&first), Err(vec![("asks", Refusal::Choice)]));
        assert_eq!(proposal(&first.asks, 366).check(&first), Err(vec![("days", Refusal::Range { min: 1, max: 365 })]));
        // Whom nobody is to be is no other holder.
        let nobody = Proposal { holder: Some(Id::new()), ..proposal(&[], 365) };
        let alone = Invitation { asks: Vec::new(), ..invitation() };
        assert!(nobody.check(&alone).is_err());
    }

    #[test]
    fn what_both_agree_on_is_an_invitation_for_that_customer_with_exactly_those_terms() {
        let (first, now) = (invitation(), chrono::Utc::now());
        let facts = open(&first, proposal(&first.asks[1..], 90)).0;
        let to = Addressee { email: "zhao@fabrikam.cn".to_owned(), name: None, language: Lang::ZhCn };
        let agreed = facts.invitation(&first, to, Id::new(), now);
        assert_eq!((agreed.kind, &agreed.asks, agreed.days), (Kind::Addressed, &facts.proposal.asks, 90));
        assert_eq!(agreed.recipient.map(|to| to.email).as_deref(), Some("zhao@fabrikam.cn"));
        assert_eq!((agreed.language, agreed.frozen_at), (Lang::ZhCn, Some(now)));
        assert_eq!(agreed.expires_at, Some(now + chrono::TimeDelta::days(OPEN_DAYS)));
        assert_eq!(agreed.paragraphs, first.paragraphs);
        assert_ne!(agreed.id, first.id);
    }

    #[test]
    fn it_is_closed_once_and_in_one_way() {
        let (first, now) = (invitation(), chrono::Utc::now());
        let one = || open(&first, proposal(&[], 30));
        let invitation = Id::new();
        assert_eq!(CounterOffer::Closed(one().agree(invitation, now)).agreed(), Some(invitation));
        let refused = CounterOffer::Closed(one().refuse(&Note::parse("Too little").unwrap(), now));
        assert_eq!((refused.stage(), refused.reason(), refused.agreed()), (Stage::Refused, Some("Too little"), None));
        assert_eq!(one().withdraw(now).stage(), Stage::Withdrawn);
        assert!(CounterOffer::Open(one()).is_open() && !refused.is_open());
    }
}
