//! What was shown to whoever accepted, word for word: kept with the acceptance, and hashed (D6, AB-23, UX-35).

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Choice, Request};
use crate::{
    db::Timestamp,
    i18n::{Arg, Lang, text, text_with},
    ids::{Id, Invitation as InvitationId, User},
    invitations::Kind,
    organizations::Named,
    services::{self, Purpose, Scope},
};

/// Everything that the last page before an acceptance said, and to whom. Never changed once accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The invitation.
    pub invitation: Id<InvitationId>,
    /// Which of its revisions (D6). The first is not written out, as receipts from before there were others have it.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub revision: i32,
    /// Its kind.
    pub kind: Kind,
    /// Whose offer it is.
    pub inviter: Named,
    /// Who passed it on, if that was another.
    pub forwarder: Option<Named>,
    /// When it was passed on.
    pub passed_at: Option<Timestamp>,
    /// When the customer's people first came to it, signed in.
    pub opened_at: Timestamp,
    /// The customer.
    pub customer: Named,
    /// The person, as the page named them.
    pub account: Account,
    /// What was asked for.
    pub asks: Vec<Scope>,
    /// For how many days at most.
    pub asked_days: i32,
    /// The inviter's own words.
    pub paragraphs: [Option<String>; 2],
    /// What was chosen; what was asked for and is not here is nobody's.
    pub choices: Vec<Chosen>,
    /// Who is replaced.
    pub replaces: Vec<Replaced>,
    /// The version of the customer agreement.
    pub agreement: String,
    /// The language of the page.
    pub language: Lang,
    /// What will change, sentence by sentence.
    pub will: Vec<String>,
    /// What stays as it is, sentence by sentence (D14).
    pub stays: Vec<String>,
}

fn first() -> i32 {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref)] // as serde asks for it
fn is_first(revision: &i32) -> bool {
    *revision == 1
}

/// The account that accepts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The person.
    pub user: Id<User>,
    /// The person's name.
    pub name: String,
    /// The person's address.
    pub email: String,
}

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// The service and purpose.
    #[serde(flatten)]
    pub scope: Scope,
    /// The service's name, as shown.
    pub service_name: String,
    /// Who may work.
    pub holder: Named,
    /// For how many days.
    pub days: i32,
    /// Whether the holder must consent first (D12).
    pub awaits_holder: bool,
}

/// One replacement (D13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replaced {
    /// The service's code.
    pub service: String,
    /// Its name, as shown.
    pub service_name: String,
    /// Who loses it.
    pub holder: Named,
}

impl Shown {
    /// SHA-256 of the document as JSON with sorted keys, without spaces.
    pub fn hash(&self) -> [u8; 32] {
        let value = serde_json::to_value(self).unwrap_or_default();
        Sha256::digest(value.to_string().as_bytes()).into()
    }

    /// The hash as text.
    pub fn hash_text(&self) -> String {
        hex(&self.hash())
    }
}

/// Bytes as text.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What stays as it is, whatever is chosen (D14).
pub fn stays(lang: Lang) -> Vec<String> {
    [
        "consents-stays-subscriptions",
        "consents-stays-seller",
        "consents-stays-terms",
        "consents-stays-partner-of-record",
        "consents-stays-bill",
    ]
    .iter()
    .map(|key| text(lang, key).to_owned())
    .collect()
}

impl Request {
    /// What the last page says to an account about its choices.
    pub fn shown(&self, account: &Account, choices: &[Choice], lang: Lang) -> Shown {
        let name = |code: &str| services::name_of(&self.catalogue, code, lang).to_owned();
        let replaces: Vec<_> = self
            .replaced_by(choices)
            .into_iter()
            .map(|(service, rival)| Replaced { service: service.to_owned(), service_name: name(service), holder: rival.named() })
            .collect();
        let choices: Vec<_> = choices
            .iter()
            .map(|choice| Chosen {
                scope: choice.scope.clone(),
                service_name: name(&choice.scope.service),
                holder: choice.holder.named(),
                days: choice.days.get(),
                awaits_holder: !choice.consented,
            })
            .collect();
        Shown {
            invitation: self.invitation.id,
            revision: self.invitation.revision,
            kind: self.invitation.kind,
            inviter: self.sender.inviter.named(),
            forwarder: self.sender.forwarder().map(|by| by.named()),
            passed_at: self.sender.passed.as_ref().map(|passed| passed.at),
            opened_at: self.opened_at,
            customer: self.customer.named(),
            account: account.clone(),
            asks: self.invitation.asks.clone(),
            asked_days: self.invitation.days,
            paragraphs: self.invitation.paragraphs.clone(),
            agreement: self.agreement.version.clone(),
            language: lang,
            will: will(&self.sender.inviter.name, &self.customer.name, &choices, &replaces, lang),
            stays: stays(lang),
            choices,
            replaces,
        }
    }
}

/// What will change when `customer` accepts `inviter`'s offer with these choices, sentence by sentence.
pub fn will(inviter: &str, customer: &str, choices: &[Chosen], replaces: &[Replaced], lang: Lang) -> Vec<String> {
    let say = |key: &str, args: &[(&'static str, Arg<'_>)]| text_with(lang, key, args);
    let mut lines = vec![say("consents-will-list", &[("partner", inviter.into()), ("customer", customer.into())])];
    for choice in choices {
        let key = match (choice.scope.purpose, choice.awaits_holder) {
            (Purpose::Provisioning, false) => "consents-will-provision",
            (Purpose::Provisioning, true) => "consents-will-provision-after",
            (Purpose::Support, false) => "consents-will-support",
            (Purpose::Support, true) => "consents-will-support-after",
        };
        let days = ("days", Arg::from(choice.days));
        lines.push(say(key, &[("holder", choice.holder.name.as_str().into()), ("service", choice.service_name.as_str().into()), days]));
    }
    for replaced in replaces {
        let holder = ("holder", replaced.holder.name.as_str().into());
        lines.push(say("consents-will-replace", &[holder, ("service", replaced.service_name.as_str().into())]));
    }
    if choices.is_empty() {
        lines.push(text(lang, "consents-will-nobody").to_owned());
    }
    lines
}
