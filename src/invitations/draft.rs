//! Drafts: the answers of the create-invitation pages as they were typed, until they are right and become an invitation.

use serde::{Deserialize, Serialize};

use super::{Invitation, Kind, Recipient, State};
use crate::{
    db::{Timestamp, text_enum},
    i18n::Lang,
    ids::{Forward, Id, Invitation as InvitationId, Organization, Provider, User},
    services::Scope,
    values::{Days, Name, Note},
};

text_enum! {
    /// The pages of the wizard, one question each, in their order.
    Step {
        /// For whom: any customer or one.
        Kind = "kind",
        /// Which services and purposes, for how long, with whom.
        Services = "services",
        /// To whom, or under which label; until when.
        Recipient = "recipient",
        /// Language and the two paragraphs.
        Message = "message",
        /// All answers again, and the mail as it will be.
        Check = "check",
    }
}

impl Step {
    /// The page before this one; the first has none.
    pub fn before(self) -> Option<Self> {
        let at = Self::ALL.iter().position(|step| *step == self)?;
        at.checked_sub(1).and_then(|before| Self::ALL.get(before).copied())
    }

    /// Its number, from 1.
    pub fn number(self) -> i64 {
        Self::ALL.iter().position(|step| *step == self).map_or(1, |at| at as i64 + 1)
    }
}

/// Everything typed so far, page by page; a page that was not answered yet is missing. Kept as typed, right or wrong,
/// so that going back never loses anything (UX-01).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// A word of [`Kind`].
    pub kind: Option<String>,
    /// The second page.
    pub services: Option<ServicesAnswer>,
    /// The third page.
    pub recipient: Option<RecipientAnswer>,
    /// The fourth page.
    pub message: Option<MessageAnswer>,
}

/// What was typed about services, duration and holder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicesAnswer {
    /// Scopes as fields: `exchange-online/support`.
    pub asks: Vec<String>,
    /// Days of a delegation.
    pub days: String,
    /// The suggested holder's id; empty for the inviter.
    pub holder: String,
}

/// What was typed about the recipient, or the label of a standing invitation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecipientAnswer {
    /// Standing: what its people call it.
    pub label: String,
    /// Addressed: the address.
    pub email: String,
    /// Addressed: the name.
    pub name: String,
    /// Addressed: the tenant's domain.
    pub domain: String,
    /// Days until the invitation expires.
    pub open_days: String,
}

/// What was typed of the mail.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageAnswer {
    /// The tag of the recipient's language.
    pub language: String,
    /// The first paragraph (D3).
    pub first: String,
    /// The second paragraph (D3).
    pub second: String,
}

/// A draft. Its id becomes the invitation's, and `forward` the id of its first sending: so the preview has the very
/// link that will be sent (UX-04), which is dead until the invitation exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its id, and the future invitation's.
    pub id: Id<InvitationId>,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// What was typed.
    pub answers: Answers,
}

impl Draft {
    /// The id of the future invitation's first sending: the draft's with another version in it, so that it need not be kept.
    pub fn forward(&self) -> Id<Forward> {
        let mut bytes = *self.id.uuid().as_bytes();
        bytes[15] ^= 1;
        uuid::Uuid::new_v8(bytes).into()
    }

    /// How lists call it: the label or address typed so far.
    pub fn title(&self) -> &str {
        let recipient = self.answers.recipient.as_ref();
        recipient.map(|typed| if typed.label.is_empty() { typed.email.as_str() } else { typed.label.as_str() }).unwrap_or_default()
    }
}

/// Every answer, right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// Whom it is for.
    pub kind: Kind,
    /// The services and purposes asked for; may be none.
    pub asks: Vec<Scope>,
    /// How long delegations last.
    pub days: Days,
    /// The reseller suggested as holder; the inviter itself when there is none.
    pub suggested_holder: Option<Id<Organization>>,
    /// What its people call it.
    pub label: String,
    /// Whom it is addressed to.
    pub recipient: Option<Recipient>,
    /// When it expires.
    pub expires_at: Option<Timestamp>,
    /// The recipient's language.
    pub language: Lang,
    /// The two paragraphs (D3); either may be missing.
    pub paragraphs: [Option<Note<2000>>; 2],
}

impl Terms {
    /// The label of an addressed invitation: the recipient's name, else the address.
    pub fn label_of(name: Option<&Name>, email: &str) -> String {
        name.map_or_else(|| email.chars().take(200).collect(), |name| name.as_str().to_owned())
    }

    /// The invitation as it will be: what the preview shows and what is written.
    pub fn invitation(&self, id: Id<InvitationId>, inviter: Id<Provider>, by: Id<User>, now: Timestamp) -> Invitation {
        Invitation {
            id,
            inviter,
            kind: self.kind,
            label: self.label.clone(),
            language: self.language,
            days: self.days.get(),
            paragraphs: self.paragraphs.clone().map(|paragraph| paragraph.map(|text| text.as_str().to_owned())),
            suggested_holder: self.suggested_holder,
            recipient: self.recipient.clone(),
            state: State::Open,
            generation: 1,
            frozen_at: Some(now),
            expires_at: self.expires_at,
            state_since: now,
            created_by: by,
            created_at: now,
            revision: 1,
            revised: None,
            reminders: true,
            asks: self.asks.clone(),
            stopped: None,
            stopped_at: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_follow_each_other() {
        assert_eq!(Step::Kind.before(), None);
        assert_eq!(Step::Check.before(), Some(Step::Message));
        assert_eq!((Step::Kind.number(), Step::Check.number()), (1, 5));
    }

    #[test]
    fn a_drafts_first_sending_has_an_id_of_its_own_that_stays() {
        let now = chrono::Utc::now();
        let draft = Draft { id: Id::new(), created_at: now, changed_at: now, answers: Answers::default() };
        assert_ne!(draft.forward().uuid(), draft.id.uuid());
        assert_eq!(draft.forward(), draft.clone().forward());
    }

    #[test]
    fn a_page_that_was_not_answered_is_missing_and_an_old_draft_can_be_read() {
        let answers: Answers = serde_json::from_str("{}").unwrap();
        assert_eq!(answers, Answers::default());
        assert!(answers.services.is_none());
    }
}
