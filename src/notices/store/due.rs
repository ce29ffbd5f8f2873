//! Whether what a letter tells of still holds, at the moment of sending and by the database's clock (D8).

use diesel::{
    JoinOnDsl, OptionalExtension,
    prelude::{ExpressionMethods, QueryDsl},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::{
    db::{
        Result, Timestamp, View,
        schema::{account_links, forwards, invitation_services, invitations, organizations, partnerships, reminder_opt_outs},
    },
    i18n::Lang,
    ids::{Id, Organization},
    notices::{Letter, Offer, outbox::Hindrance, unwanted_digest},
    services::{Purpose, Scope},
};

/// What is to be done with a letter now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::notices) enum Due {
    /// Send it.
    Yes,
    /// Keep it for a while: it may hold again.
    Later(Hindrance),
    /// Never send it.
    No(Hindrance),
}

/// Looks at what the letter tells of. Facts that have happened are always told.
pub(in crate::notices) async fn look(view: &View, letter: &Letter) -> Result<Due> {
    match letter {
        Letter::AccountSetUp { link, .. } | Letter::PasswordReset { link, .. } | Letter::EmailConfirmation { link, .. } => {
            account_link(view, link.uuid()).await
        }
        Letter::Invitation(offer) => self::offer(view, offer).await,
        Letter::InvitationReminder { offer, .. } => match self::offer(view, offer).await? {
            Due::Yes => reminder(view, offer).await,
            due => Ok(due),
        },
        Letter::InvitationHandedOver { invitation: id, .. } => invitation(view, id.uuid(), None).await,
        Letter::PartnershipInvitation { partnership, generation, .. } => self::partnership(view, partnership.uuid(), *generation).await,
        _ => Ok(Due::Yes),
    }
}

async fn offer(view: &View, offer: &Offer) -> Result<Due> {
    let due = invitation(view, offer.invitation.uuid(), Some(offer.generation)).await?;
    match offer.forward {
        Some(forward) if due == Due::Yes => forwarder(view, forward.uuid()).await,
        _ => Ok(due),
    }
}

/// An invitation's letter with the terms that are in force, and their language, when they were changed since it was written: its link
/// leads to these, and nobody is to read others (D6). `None` when the letter says what is in force.
pub(in crate::notices) async fn revised(view: &View, letter: &Letter) -> Result<Option<(Letter, Lang)>> {
    let (Letter::Invitation(offer) | Letter::InvitationReminder { offer, .. }) = letter else { return Ok(None) };
    let id = offer.invitation.uuid();
    type Row = (i32, String, i32, Option<String>, Option<String>, Option<Timestamp>);
    let found: Option<Row> = invitations::table
        .find(id)
        .filter(invitations::revision.ne(offer.revision))
        .select((
            invitations::revision,
            invitations::language,
            invitations::days,
            invitations::paragraph_1,
            invitations::paragraph_2,
            invitations::expires_at,
        ))
        .first(&mut view.pg())
        .await
        .optional()?;
    let Some((revision, language, days, first, second, expires_at)) = found else { return Ok(None) };
    let asks: Vec<(String, Purpose)> = invitation_services::table
        .filter(invitation_services::invitation_id.eq(id))
        .order((invitation_services::service, invitation_services::purpose))
        .select((invitation_services::service, invitation_services::purpose))
        .load(&mut view.pg())
        .await?;
    let asks = asks.into_iter().map(|(service, purpose)| Scope { service, purpose }).collect();
    let offer = Box::new(Offer { revision, paragraphs: [first, second], asks, days, expires_at, ..(**offer).clone() });
    let letter = match letter {
        Letter::InvitationReminder { sent_at, .. } => Letter::InvitationReminder { offer, sent_at: *sent_at },
        _ => Letter::Invitation(offer),
    };
    Ok(Some((letter, Lang::parse(&language).unwrap_or_default())))
}

/// Whether a reminder is still wanted, by those who send it and by whoever would read it.
async fn reminder(view: &View, offer: &Offer) -> Result<Due> {
    let Some(forward) = offer.forward else { return Ok(Due::No(Hindrance::Unwanted)) };
    type Sent = (Id<Organization>, Option<String>, bool);
    let sent: Option<Sent> = forwards::table
        .inner_join(invitations::table.on(invitations::id.eq(forwards::invitation_id)))
        .filter(forwards::id.eq(forward.uuid()))
        .select((forwards::forwarder_id, forwards::recipient_email, invitations::reminders))
        .first(&mut view.pg())
        .await
        .optional()?;
    let Some((sender, Some(email), true)) = sent else { return Ok(Due::No(Hindrance::Unwanted)) };
    let refused = reminder_opt_outs::table.find((sender, unwanted_digest(sender, &email).to_vec()));
    let refused: bool = diesel::select(diesel::dsl::exists(refused)).get_result(&mut view.pg()).await?;
    Ok(if refused { Due::No(Hindrance::Unwanted) } else { Due::Yes })
}

async fn account_link(view: &View, id: Uuid) -> Result<Due> {
    let link: Option<(Timestamp, Option<Timestamp>)> =
        account_links::table.find(id).select((account_links::expires_at, account_links::used_at)).first(&mut view.pg()).await.optional()?;
    Ok(match link {
        None => Due::No(Hindrance::Withdrawn),
        Some((_, Some(_))) => Due::No(Hindrance::Used),
        Some((end, _)) if end <= view.now() => Due::No(Hindrance::Expired),
        Some(_) => Due::Yes,
    })
}

async fn invitation(view: &View, id: Uuid, generation: Option<i32>) -> Result<Due> {
    type Row = (String, Option<String>, i32, Option<Timestamp>, String);
    let found: Option<Row> = invitations::table
        .inner_join(organizations::table.on(organizations::id.eq(invitations::inviter_id)))
        .filter(invitations::id.eq(id))
        .select((invitations::state, invitations::stopped_from, invitations::generation, invitations::expires_at, organizations::state))
        .first(&mut view.pg())
        .await
        .optional()?;
    let Some((state, stopped, alive, expires_at, inviter)) = found else { return Ok(Due::No(Hindrance::Withdrawn)) };
    // What the operator stopped is again what it was once the stop is lifted: until then its letters rest.
    let state = stopped.as_ref().unwrap_or(&state);
    Ok(match state.as_str() {
        "revoked" => Due::No(Hindrance::Withdrawn),
        "accepted" | "declined" => Due::No(Hindrance::Answered),
        _ if expires_at.is_some_and(|end| end <= view.now()) => Due::No(Hindrance::Expired),
        _ if generation.is_some_and(|ours| ours != alive) => Due::No(Hindrance::Renewed),
        _ if stopped.is_some() => Due::Later(Hindrance::Resting),
        "paused" => Due::Later(Hindrance::Resting),
        _ if inviter == "suspended" => Due::Later(Hindrance::Resting),
        _ => Due::Yes,
    })
}

/// A suspended partner forwards nothing (D5), not even what it had forwarded a second before.
async fn forwarder(view: &View, forward: Uuid) -> Result<Due> {
    let state: Option<String> = forwards::table
        .inner_join(organizations::table.on(organizations::id.eq(forwards::forwarder_id)))
        .filter(forwards::id.eq(forward))
        .select(organizations::state)
        .first(&mut view.pg())
        .await
        .optional()?;
    Ok(match state.as_deref() {
        None => Due::No(Hindrance::Withdrawn),
        Some("suspended") => Due::Later(Hindrance::Resting),
        Some(_) => Due::Yes,
    })
}

async fn partnership(view: &View, id: Uuid, generation: i32) -> Result<Due> {
    let found: Option<(String, i32, Timestamp, String)> = partnerships::table
        .inner_join(organizations::table.on(organizations::id.eq(partnerships::provider_id)))
        .filter(partnerships::id.eq(id))
        .select((partnerships::state, partnerships::generation, partnerships::expires_at, organizations::state))
        .first(&mut view.pg())
        .await
        .optional()?;
    Ok(match found {
        None => Due::No(Hindrance::Withdrawn),
        Some((state, ..)) if state == "withdrawn" => Due::No(Hindrance::Withdrawn),
        Some((state, ..)) if state != "invited" => Due::No(Hindrance::Answered),
        Some((_, _, end, _)) if end <= view.now() => Due::No(Hindrance::Expired),
        Some((_, alive, ..)) if alive != generation => Due::No(Hindrance::Renewed),
        Some((.., provider)) if provider == "suspended" => Due::Later(Hindrance::Resting),
        Some(_) => Due::Yes,
    })
}
