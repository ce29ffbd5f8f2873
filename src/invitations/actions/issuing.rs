//! Issuing: an invitation that a reseller asked for, made as its provider's own and handed to that reseller at once (D1, D2).

use chrono::TimeDelta;
use serde_json::json;

use super::store;
use crate::{
    audit::{self, Event},
    db::{Result, Tx},
    i18n::Lang,
    ids::{Id, Invitation as InvitationId, Organization, Provider, Reseller, User},
    invitations::{Invitation, Kind, Recipient, State, usual_paragraphs},
    notices::{self, Letter, To},
    services::Scope,
    values::Days,
};

/// How long an addressed invitation that was asked for stays open.
const OPEN_DAYS: i64 = 30;

/// What is issued, by whom, to whom.
#[derive(Debug)]
pub struct Issue<'a> {
    /// The provider whose offer it is.
    pub inviter: Id<Provider>,
    /// Its name.
    pub provider: &'a str,
    /// The provider's person who decided it, now or by a policy.
    pub by: Id<User>,
    /// The reseller that it is handed to.
    pub reseller: Id<Reseller>,
    /// Its name.
    pub reseller_name: &'a str,
    /// Whom it is addressed to; a standing one has nobody.
    pub recipient: Option<Recipient>,
    /// What its people call it.
    pub label: &'a str,
    /// The recipient's language.
    pub language: Lang,
    /// What is asked for.
    pub asks: Vec<Scope>,
    /// For how long.
    pub days: Days,
    /// Whether the reseller is suggested as holder.
    pub suggests: bool,
    /// The reseller's people, who are told.
    pub people: &'a [To],
}

/// Writes the invitation and its handout within the transaction of the answer. The caller has checked that the person may
/// invite and, if anything is asked for, ask for delegated administration. Hands back the events, to be recorded last.
///
/// # Errors
/// As every query.
pub async fn issue(tx: &Tx, issue: Issue<'_>) -> Result<(Id<InvitationId>, Vec<Event>)> {
    let id = Id::new();
    let addressed = issue.recipient.is_some();
    let invitation = Invitation {
        id,
        inviter: issue.inviter,
        kind: if addressed { Kind::Addressed } else { Kind::Standing },
        label: issue.label.to_owned(),
        language: issue.language,
        days: issue.days.get(),
        paragraphs: usual_paragraphs(issue.language, issue.provider).map(Some),
        suggested_holder: (issue.suggests && !issue.asks.is_empty()).then_some(Id::<Organization>::from(issue.reseller)),
        recipient: issue.recipient,
        state: State::Open,
        generation: 1,
        frozen_at: Some(tx.now()),
        expires_at: addressed.then(|| tx.now() + TimeDelta::days(OPEN_DAYS)),
        state_since: tx.now(),
        created_by: issue.by,
        created_at: tx.now(),
        revision: 1,
        revised: None,
        reminders: true,
        asks: issue.asks,
        stopped: None,
        stopped_at: None,
    };
    store::insert(tx, &invitation).await?;
    store::hand_out(tx, id, issue.inviter, issue.reseller, issue.by).await?;
    let letter = Letter::InvitationHandedOver { invitation: id, label: issue.label.to_owned(), provider: issue.provider.to_owned() };
    for to in issue.people {
        notices::enqueue(tx, Some(issue.reseller.into()), to, &letter).await?;
    }
    let event = |kind| Event::new(kind).by(Some(issue.by), Some(issue.inviter.into())).invitation(id);
    let created = json!({ "label": issue.label, "kind": invitation.kind, "days": invitation.days });
    let handed = json!({ "label": issue.label, "reseller": issue.reseller_name });
    Ok((
        id,
        vec![
            event(audit::Kind::InvitationCreated).with(created),
            event(audit::Kind::InvitationHandedOver).concerning([issue.reseller]).with(handed),
        ],
    ))
}
