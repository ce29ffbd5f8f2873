//! What letters tell that is more than a word: whom, an end, an invitation as it is sent; and who wants none.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    db::Timestamp,
    i18n::Lang,
    ids::{Forward, Id, Invitation, Organization},
    services::Scope,
};

/// Whom a letter goes to.
#[derive(Debug, Clone)]
pub struct To {
    /// The address.
    pub email: String,
    /// The name, if it is known.
    pub name: Option<String>,
    /// The language it is written in.
    pub language: Lang,
}

/// An end as a letter tells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// The customer.
    pub customer: String,
    /// The holder.
    pub holder: String,
    /// What the delegation is for.
    pub scope: Scope,
    /// When it ends, or ended.
    pub at: Timestamp,
    /// Whether it extends itself before that.
    pub extends: bool,
    /// Whether it is over.
    pub over: bool,
}

/// An invitation as it is sent: everything its mail says, as frozen (D3, D6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The invitation.
    pub invitation: Id<Invitation>,
    /// Which revision its words are of; zero in a letter that was written before that was noted.
    #[serde(default)]
    pub revision: i32,
    /// The link's turn.
    pub generation: i32,
    /// The forward that passes it on.
    pub forward: Option<Id<Forward>>,
    /// The partner whose offer it is.
    pub provider: String,
    /// Its partner ID.
    pub provider_id: String,
    /// The reseller that passes it on, unless the provider itself does.
    pub forwarder: Option<String>,
    /// The two editable paragraphs (D3).
    pub paragraphs: [Option<String>; 2],
    /// The forwarder's own note, plain text.
    pub note: Option<String>,
    /// What is asked for.
    pub asks: Vec<Scope>,
    /// For how many days.
    pub days: i32,
    /// When it expires.
    pub expires_at: Option<Timestamp>,
}

/// The digest under which it is kept that the reader of an address wants no reminders from a partner: the address itself is not
/// stored for it, and digests of two partners cannot be compared.
pub fn unwanted_digest(sender: Id<Organization>, email: &str) -> [u8; 32] {
    Sha256::digest(format!("{sender} {}", email.to_lowercase()).as_bytes()).into()
}
