//! Invitations: the offer by a transacting partner to a customer, and how it is passed on.

pub mod actions;
mod countered;
mod draft;
mod forward;
pub mod jobs;
pub mod pages;
mod reminder;
mod revision;
pub mod told;

mod store;

pub use countered::Countered;
pub use draft::{Answers, Draft, MessageAnswer, RecipientAnswer, ServicesAnswer, Step, Terms};
pub use forward::{Addressee, Bounce, OwnNote, Passed, Passing, Way};
pub use reminder::{Outlook, Reminded, Sending, Step as ReminderStep};
pub use revision::{Difference, NewTerms, Revision};

pub use store::{Accepting, Filter, Handed, Hop, Listed, Missed, Outcome, Reaction, Similar, Uses, find, hold, list_similar, lock};

use crate::{
    db::{Timestamp, text_enum},
    i18n::Lang,
    ids::{Forward, Id, Invitation as InvitationId, Organization, Provider, User},
    keys::Keys,
    links::{self, Link},
    notices::Offer,
    organizations,
    services::Scope,
};

text_enum! {
    /// Whom an invitation is for.
    Kind {
        /// Any number of customers; holds no customer data (D4).
        Standing = "standing",
        /// One customer, once (D4).
        Addressed = "addressed",
    }
}

text_enum! {
    /// What its people made of an invitation. Whether it has expired is for the clock to say (D8).
    State {
        /// It can be answered.
        Open = "open",
        /// A standing one that rests.
        Paused = "paused",
        /// Taken back for good.
        Revoked = "revoked",
        /// An addressed one that was accepted.
        Accepted = "accepted",
        /// An addressed one that was declined.
        Declined = "declined",
    }
}

/// Whom an addressed invitation is meant for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The address.
    pub email: String,
    /// The name, if it is known.
    pub name: Option<String>,
    /// The tenant's domain, if it is known.
    pub domain: Option<String>,
}

/// A partner as it stands on a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// Its name.
    pub name: String,
    /// Its partner ID.
    pub partner_id: String,
    /// Whether it may act (D5).
    pub state: organizations::State,
}

/// An invitation with everything it asks for.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Its id.
    pub id: Id<InvitationId>,
    /// The partner whose offer it is.
    pub inviter: Id<Provider>,
    /// Whom it is for.
    pub kind: Kind,
    /// What its people call it; customers do not see it.
    pub label: String,
    /// The language of its text.
    pub language: Lang,
    /// How long delegations are asked for, in days (D21).
    pub days: i32,
    /// The two editable paragraphs (D3); either may be missing.
    pub paragraphs: [Option<String>; 2],
    /// The partner suggested as holder; the inviter, when there is none.
    pub suggested_holder: Option<Id<Organization>>,
    /// Whom it is addressed to.
    pub recipient: Option<Recipient>,
    /// What its people made of it.
    pub state: State,
    /// Which turn of the link's rotation is alive.
    pub generation: i32,
    /// When it was first sent, copied or handed over; from then on its terms are frozen (D6).
    pub frozen_at: Option<Timestamp>,
    /// When it expires; a standing one may never.
    pub expires_at: Option<Timestamp>,
    /// Since when it is in its state.
    pub state_since: Timestamp,
    /// Who created it.
    pub created_by: Id<User>,
    /// When.
    pub created_at: Timestamp,
    /// The number of the revision in force, from 1 (D6).
    pub revision: i32,
    /// Who made that revision, and when; for the first it is who created the invitation.
    pub revised: Option<(Id<User>, Timestamp)>,
    /// Whether its people want the recipient reminded (UX-42).
    pub reminders: bool,
    /// The services and purposes asked for; may be none (a relationship alone).
    pub asks: Vec<Scope>,
    /// Why the operator stopped it, if it did.
    pub stopped: Option<String>,
    /// Since when it is stopped.
    pub stopped_at: Option<Timestamp>,
}

/// What an invitation's link leads to at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It can be answered.
    Open,
    /// It rests.
    Paused,
    /// It was taken back then.
    Revoked(Timestamp),
    /// It expired then.
    Expired(Timestamp),
    /// It was accepted, which spends an addressed one.
    Accepted(Timestamp),
    /// It was declined.
    Declined(Timestamp),
}

impl Standing {
    /// What an invitation is by this clock.
    pub fn of(state: State, since: Timestamp, expires_at: Option<Timestamp>, now: Timestamp) -> Self {
        match (state, expires_at) {
            (State::Revoked, _) => Self::Revoked(since),
            (State::Accepted, _) => Self::Accepted(since),
            (State::Declined, _) => Self::Declined(since),
            (_, Some(end)) if end <= now => Self::Expired(end),
            (State::Paused, _) => Self::Paused,
            (State::Open, _) => Self::Open,
        }
    }

    /// The word (`invitation-state-…`).
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Paused => "paused",
            Self::Revoked(_) => "revoked",
            Self::Expired(_) => "expired",
            Self::Accepted(_) => "accepted",
            Self::Declined(_) => "declined",
        }
    }
}

impl Invitation {
    /// What the link leads to by this clock, which is the database's when it matters (D8).
    pub fn standing(&self, now: Timestamp) -> Standing {
        Standing::of(self.state, self.state_since, self.expires_at, now)
    }

    /// What the operator's stop makes of its state: an answer that was given stays, everything else is over, as long as the stop lasts.
    pub fn state_when_stopped(&self) -> State {
        match self.state {
            State::Accepted | State::Declined => self.state,
            State::Open | State::Paused | State::Revoked => State::Revoked,
        }
    }

    /// The word (`invitation-state-…`) of what it is at a moment.
    pub fn state_word(&self, now: Timestamp) -> &'static str {
        self.standing(now).key()
    }

    /// Its link as the inviter has it, or as a forward passes it on.
    pub fn link(&self, forward: Option<Id<Forward>>) -> Link {
        let link = Link::new(links::Kind::Invitation, self.id.uuid(), self.generation);
        forward.map_or(link, |forward| link.via(forward.uuid()))
    }

    /// The letter that passes it on: by a forward, of a reseller with its own words, or as the inviter has it.
    pub fn offer(&self, provider: &Sender, forward: Option<Id<Forward>>, forwarder: Option<&Sender>, note: Option<&OwnNote>) -> Offer {
        Offer {
            invitation: self.id,
            revision: self.revision,
            generation: self.generation,
            forward,
            provider: provider.name.clone(),
            provider_id: provider.partner_id.clone(),
            forwarder: forwarder.map(|sender| sender.name.clone()),
            paragraphs: self.paragraphs.clone(),
            note: note.map(|note| note.as_str().to_owned()),
            asks: self.asks.clone(),
            days: self.days,
            expires_at: self.expires_at,
        }
    }

    /// The path of its own page, or of one below it.
    pub fn path(&self, below: &str) -> String {
        if below.is_empty() { format!("/invitations/{}", self.id) } else { format!("/invitations/{}/{below}", self.id) }
    }

    /// The whole URL of [`Self::link`]: rendered by the portal, never editable.
    pub fn url(&self, forward: Option<Id<Forward>>, keys: &Keys, public_url: &str) -> String {
        self.link(forward).url(keys, public_url)
    }

    /// Whether a link that was read is of the living generation.
    pub fn is_reached_by(&self, link: &Link) -> bool {
        self.was_reached_by(link) && i32::from(link.generation) == self.generation
    }

    /// Whether a link that was read is of the living generation or of one before: replaced since, but this portal gave it out. (The
    /// links of previews are of a generation that never was.)
    pub fn was_reached_by(&self, link: &Link) -> bool {
        link.kind == links::Kind::Invitation && link.id == self.id.uuid() && (1..=self.generation).contains(&link.generation.into())
    }
}

/// The two paragraphs that a new invitation begins with, in the recipient's language; its people may change or delete them (D3).
pub fn usual_paragraphs(lang: Lang, provider: &str) -> [String; 2] {
    let text = |key| crate::i18n::text_with(lang, key, &[("provider", provider.into())]);
    [text("invitations-paragraph-1"), text("invitations-paragraph-2")]
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    fn invitation(kind: Kind, state: State, expires_at: Option<Timestamp>) -> Invitation {
        let now = chrono::Utc::now();
        Invitation {
            id: Id::new(),
            inviter: Id::new(),
            kind,
            label: "Spring".to_owned(),
            language: Lang::En,
            days: 365,
            paragraphs: [None, None],
            suggested_holder: None,
            recipient: None,
            state,
            generation: 2,
            frozen_at: None,
            expires_at,
            state_since: now,
            created_by: Id::new(),
            created_at: now,
            revision: 1,
            revised: None,
            reminders: true,
            asks: Vec::new(),
            stopped: None,
            stopped_at: None,
        }
    }

    #[test]
    fn expiry_is_a_matter_of_the_clock() {
        let now = chrono::Utc::now();
        let lapsed = invitation(Kind::Addressed, State::Open, Some(now - TimeDelta::seconds(1)));
        assert!(matches!(lapsed.standing(now), Standing::Expired(_)));
        assert_eq!(lapsed.standing(now - TimeDelta::seconds(2)), Standing::Open);
    }

    #[test]
    fn what_was_answered_or_taken_back_stays_so_after_its_end() {
        let now = chrono::Utc::now();
        let past = Some(now - TimeDelta::days(1));
        assert!(matches!(invitation(Kind::Addressed, State::Accepted, past).standing(now), Standing::Accepted(_)));
        assert!(matches!(invitation(Kind::Addressed, State::Revoked, past).standing(now), Standing::Revoked(_)));
    }

    #[test]
    fn a_stop_ends_what_can_be_answered_and_keeps_what_was() {
        for (before, after) in [(State::Open, State::Revoked), (State::Paused, State::Revoked), (State::Accepted, State::Accepted)] {
            assert_eq!(invitation(Kind::Addressed, before, None).state_when_stopped(), after);
        }
    }

    #[test]
    fn a_rotated_link_is_dead() {
        let invitation = invitation(Kind::Standing, State::Open, None);
        let alive = invitation.link(None);
        assert!(invitation.is_reached_by(&alive));
        assert!(!invitation.is_reached_by(&Link { generation: 1, ..alive }));
        assert!(!invitation.is_reached_by(&Link { kind: links::Kind::Partnership, ..alive }));
    }
}
