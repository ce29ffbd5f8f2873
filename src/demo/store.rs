//! The demo's rows, written directly (R4's exception): they tell of a past, which the owners' verbs cannot write.

mod asking;
mod bought;
mod changes;
mod counter;
mod lives;
mod offers;

pub(super) use asking::{Asking, Reported, add_alarm, add_policy, add_request};
pub(super) use bought::{NewSubscription, add_subscription};
pub(super) use changes::{NewReminder, NewRevision, add_reminder, add_revision};
pub(super) use counter::{NewCounterOffer, add_counter_offer};
pub(super) use offers::add_offer;

use diesel::{
    dsl::exists,
    prelude::{ExpressionMethods, QueryDsl},
    select,
    sql_types::{Bool, Text},
};
use diesel_async::RunQueryDsl;

pub(super) use lives::{NewUse, add_renewal, add_use, let_extend};

use super::{cast::Org, id};
use crate::{
    access::roles::{Admin, Agent},
    consents::Shown,
    db::{
        Error, Result, Timestamp, Tx,
        schema::{
            acceptances, declines, delegations, forwards, handouts, invitation_services, invitations, memberships, openings, organizations,
            outbox, partnerships, relationships, users,
        },
    },
    i18n::Lang,
    ids::{Acceptance, Delegation, Forward, Id, Invitation, Letter as LetterId, Organization, Partnership, Relationship, User},
    invitations::{Kind, State},
    notices::Letter,
    services::Scope,
};

#[diesel::declare_sql_function]
extern "SQL" {
    fn set_config(name: Text, value: Text, local: Bool) -> Text;
}

fn json(value: &impl serde::Serialize) -> Result<serde_json::Value> {
    serde_json::to_value(value).map_err(|error| Error::Query(diesel::result::Error::SerializationError(Box::new(error))))
}

pub(super) async fn is_empty(tx: &Tx) -> Result<bool> {
    let (organizations, users): (bool, bool) =
        select((exists(organizations::table.select(organizations::id)), exists(users::table.select(users::id))))
            .get_result(&mut tx.pg())
            .await?;
    Ok(!organizations && !users)
}

pub(super) async fn add_organization(tx: &Tx, org: &Org, at: Timestamp) -> Result<()> {
    let domain = format!("{}.example", org.key);
    diesel::insert_into(organizations::table)
        .values((
            organizations::id.eq(id::<Organization>("organization", org.key)),
            organizations::kind.eq(org.kind),
            organizations::name.eq(org.name),
            organizations::partner_id.eq(org.partner_id),
            organizations::registered_id.eq(format!("DEMO-{}", org.key.to_uppercase())),
            organizations::contact_email.eq(format!("contact@{domain}")),
            organizations::domain.eq(domain),
            organizations::domain_confirmed_at.eq(at),
            organizations::country.eq(org.country),
            organizations::created_at.eq(at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

pub(super) async fn suspend(tx: &Tx, org: Id<Organization>, reason: &str, at: Timestamp) -> Result<()> {
    diesel::update(organizations::table.find(org))
        .set((organizations::state.eq("suspended"), organizations::suspended_at.eq(at), organizations::suspended_reason.eq(reason)))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

pub(super) async fn add_user(
    tx: &Tx,
    user: Id<User>,
    name: &str,
    email: &str,
    lang: Lang,
    hash: Option<&str>,
    at: Timestamp,
) -> Result<()> {
    let zone = if lang == Lang::Ru { "Europe/Moscow" } else { "Asia/Shanghai" };
    diesel::insert_into(users::table)
        .values((
            users::id.eq(user),
            users::email.eq(email),
            users::name.eq(name),
            users::password_hash.eq(hash),
            users::email_confirmed_at.eq(hash.map(|_| at)),
            users::language.eq(lang.tag()),
            users::time_zone.eq(zone),
            users::created_at.eq(at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

pub(super) async fn add_membership(tx: &Tx, user: Id<User>, org: &Org, agent: Agent, admin: Admin, at: Timestamp) -> Result<()> {
    diesel::insert_into(memberships::table)
        .values((
            memberships::user_id.eq(user),
            memberships::org_id.eq(id::<Organization>("organization", org.key)),
            memberships::org_kind.eq(org.kind),
            memberships::agent.eq(agent),
            memberships::admin.eq(admin),
            memberships::created_at.eq(at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// A partnership as it is.
pub(super) struct NewPartnership<'a> {
    pub id: Id<Partnership>,
    pub provider: Id<Organization>,
    pub reseller: Option<Id<Organization>>,
    pub state: &'a str,
    pub recipient: (&'a str, Option<&'a str>),
    pub lang: Lang,
    pub invited: (Id<User>, Timestamp),
    pub answered: Option<(Id<User>, Timestamp)>,
    pub ended: Option<(Id<User>, Timestamp)>,
}

pub(super) async fn add_partnership(tx: &Tx, new: &NewPartnership<'_>) -> Result<()> {
    diesel::insert_into(partnerships::table)
        .values((
            partnerships::id.eq(new.id),
            partnerships::provider_id.eq(new.provider),
            partnerships::reseller_id.eq(new.reseller),
            partnerships::state.eq(new.state),
            partnerships::recipient_email.eq(new.recipient.0),
            partnerships::recipient_name.eq(new.recipient.1),
            partnerships::language.eq(new.lang.tag()),
            partnerships::invited_by.eq(new.invited.0),
            partnerships::invited_at.eq(new.invited.1),
            partnerships::expires_at.eq(new.invited.1 + chrono::TimeDelta::days(30)),
            partnerships::answered_by.eq(new.answered.map(|(by, _)| by)),
            partnerships::answered_at.eq(new.answered.map(|(_, at)| at)),
            partnerships::ended_by.eq(new.ended.map(|(by, _)| by)),
            partnerships::ended_at.eq(new.ended.map(|(_, at)| at)),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// An invitation as it is.
pub(super) struct NewInvitation<'a> {
    pub id: Id<Invitation>,
    pub inviter: Id<Organization>,
    pub kind: Kind,
    pub label: &'a str,
    pub lang: Lang,
    pub days: i32,
    pub paragraphs: [Option<&'a str>; 2],
    pub suggested: Option<Id<Organization>>,
    pub recipient: Option<(&'a str, Option<&'a str>)>,
    pub state: State,
    pub state_since: (Id<User>, Timestamp),
    pub frozen_at: Option<Timestamp>,
    pub expires_at: Option<Timestamp>,
    pub created: (Id<User>, Timestamp),
    pub asks: &'a [Scope],
}

pub(super) async fn add_invitation(tx: &Tx, new: &NewInvitation<'_>) -> Result<()> {
    diesel::insert_into(invitations::table)
        .values((
            (
                invitations::id.eq(new.id),
                invitations::inviter_id.eq(new.inviter),
                invitations::kind.eq(new.kind),
                invitations::label.eq(new.label),
                invitations::language.eq(new.lang.tag()),
                invitations::days.eq(new.days),
                invitations::paragraph_1.eq(new.paragraphs[0]),
                invitations::paragraph_2.eq(new.paragraphs[1]),
                invitations::suggested_holder_id.eq(new.suggested),
            ),
            (
                invitations::recipient_email.eq(new.recipient.map(|(email, _)| email)),
                invitations::recipient_name.eq(new.recipient.and_then(|(_, name)| name)),
                invitations::state.eq(new.state),
                invitations::state_since.eq(new.state_since.1),
                invitations::state_by.eq(new.state_since.0),
                invitations::frozen_at.eq(new.frozen_at),
                invitations::expires_at.eq(new.expires_at),
                invitations::created_by.eq(new.created.0),
                invitations::created_at.eq(new.created.1),
            ),
        ))
        .execute(&mut tx.pg())
        .await?;
    add_asks(tx, new.id, new.asks).await
}

async fn add_asks(tx: &Tx, invitation: Id<Invitation>, asks: &[Scope]) -> Result<()> {
    let asks: Vec<_> = asks
        .iter()
        .map(|scope| {
            (
                invitation_services::invitation_id.eq(invitation),
                invitation_services::service.eq(&scope.service),
                invitation_services::purpose.eq(scope.purpose),
            )
        })
        .collect();
    diesel::insert_into(invitation_services::table).values(asks).execute(&mut tx.pg()).await?;
    Ok(())
}

pub(super) async fn add_handout(
    tx: &Tx,
    invitation: Id<Invitation>,
    inviter: Id<Organization>,
    reseller: Id<Organization>,
    by: Id<User>,
    at: Timestamp,
    withdrawn_at: Option<Timestamp>,
) -> Result<()> {
    diesel::insert_into(handouts::table)
        .values((
            handouts::invitation_id.eq(invitation),
            handouts::inviter_id.eq(inviter),
            handouts::reseller_id.eq(reseller),
            handouts::handed_by.eq(by),
            handouts::handed_at.eq(at),
            handouts::withdrawn_at.eq(withdrawn_at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// A letter that was sent long ago (or never could be).
pub(super) async fn add_letter(
    tx: &Tx,
    letter: (Id<LetterId>, &Letter),
    about: Id<Organization>,
    to: (&str, Option<&str>, Lang),
    at: Timestamp,
    failure: Option<&str>,
) -> Result<()> {
    let text = json(letter.1)?;
    diesel::insert_into(outbox::table)
        .values((
            outbox::id.eq(letter.0),
            outbox::org_id.eq(about),
            outbox::recipient.eq(to.0),
            outbox::recipient_name.eq(to.1),
            outbox::language.eq(to.2.tag()),
            outbox::letter.eq(text),
            outbox::state.eq(if failure.is_some() { "dead" } else { "sent" }),
            outbox::attempts.eq(if failure.is_some() { 8 } else { 1 }),
            outbox::created_at.eq(at),
            outbox::next_attempt_at.eq(at),
            outbox::sent_at.eq(failure.is_none().then_some(at)),
            outbox::last_error.eq(failure),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// A forward as it was.
pub(super) struct NewForward<'a> {
    pub id: Id<Forward>,
    pub invitation: Id<Invitation>,
    pub inviter: Id<Organization>,
    pub forwarder: Id<Organization>,
    pub by: Id<User>,
    pub way: &'a str,
    pub recipient: Option<(&'a str, Option<&'a str>)>,
    pub note: Option<&'a str>,
    pub letter: Option<Id<LetterId>>,
    pub bounced: bool,
    pub at: Timestamp,
}

pub(super) async fn add_forward(tx: &Tx, new: &NewForward<'_>) -> Result<()> {
    diesel::insert_into(forwards::table)
        .values((
            forwards::id.eq(new.id),
            forwards::invitation_id.eq(new.invitation),
            forwards::inviter_id.eq(new.inviter),
            forwards::forwarder_id.eq(new.forwarder),
            forwards::forwarded_by.eq(new.by),
            forwards::way.eq(new.way),
            forwards::recipient_email.eq(new.recipient.map(|(email, _)| email)),
            forwards::recipient_name.eq(new.recipient.and_then(|(_, name)| name)),
            forwards::note.eq(new.note),
            forwards::outbox_id.eq(new.letter),
            forwards::bounced_at.eq(new.bounced.then_some(new.at)),
            forwards::forwarded_at.eq(new.at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// By whom, for which customer, to which invitation of whom, and by which forward.
#[derive(Clone, Copy)]
pub(super) struct Answer {
    pub invitation: Id<Invitation>,
    pub inviter: Id<Organization>,
    pub customer: Id<Organization>,
    pub forward: Option<Id<Forward>>,
    pub by: Id<User>,
    pub at: Timestamp,
}

pub(super) async fn add_opening(tx: &Tx, answer: &Answer) -> Result<()> {
    diesel::insert_into(openings::table)
        .values((
            openings::invitation_id.eq(answer.invitation),
            openings::customer_id.eq(answer.customer),
            openings::inviter_id.eq(answer.inviter),
            openings::forward_id.eq(answer.forward),
            openings::opened_by.eq(answer.by),
            openings::opened_at.eq(answer.at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Only a customer itself may answer, and only an inviter revise, even here: the security of the rows is not loosened for
/// invented ones.
async fn act_as(tx: &Tx, org: Id<Organization>) -> Result<()> {
    select(set_config("mandate.org", org.to_string(), true)).get_result::<String>(&mut tx.pg()).await?;
    Ok(())
}

async fn act_as_nobody(tx: &Tx) -> Result<()> {
    select(set_config("mandate.org", "", true)).get_result::<String>(&mut tx.pg()).await?;
    Ok(())
}

pub(super) async fn add_decline(tx: &Tx, answer: &Answer, reason: &str) -> Result<()> {
    act_as(tx, answer.customer).await?;
    diesel::insert_into(declines::table)
        .values((
            declines::invitation_id.eq(answer.invitation),
            declines::forward_id.eq(answer.forward),
            declines::inviter_id.eq(answer.inviter),
            declines::customer_id.eq(answer.customer),
            declines::declined_by.eq(answer.by),
            declines::declined_at.eq(answer.at),
            declines::reason.eq(reason),
        ))
        .execute(&mut tx.pg())
        .await?;
    act_as_nobody(tx).await
}

pub(super) async fn add_relationship(
    tx: &Tx,
    relationship: Id<Relationship>,
    owner: Id<Organization>,
    customer: (Id<Organization>, &str),
    since: Timestamp,
    ended: Option<(Id<User>, Timestamp)>,
) -> Result<()> {
    diesel::insert_into(relationships::table)
        .values((
            relationships::id.eq(relationship),
            relationships::owner_id.eq(owner),
            relationships::customer_id.eq(customer.0),
            relationships::customer_name.eq(customer.1),
            relationships::state.eq(if ended.is_some() { "ended" } else { "active" }),
            relationships::since.eq(since),
            relationships::ended_at.eq(ended.map(|(_, at)| at)),
            relationships::ended_by.eq(ended.map(|(by, _)| by)),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// What an acceptance says beside who answered what.
pub(super) struct NewAcceptance<'a> {
    pub id: Id<Acceptance>,
    pub reference: &'a str,
    pub relationship: Id<Relationship>,
    pub forwarder: Option<Id<Organization>>,
    pub shown: Shown,
}

pub(super) async fn add_acceptance(tx: &Tx, answer: &Answer, new: &NewAcceptance<'_>) -> Result<()> {
    let shown = json(&new.shown)?;
    act_as(tx, answer.customer).await?;
    diesel::insert_into(acceptances::table)
        .values((
            acceptances::id.eq(new.id),
            acceptances::reference.eq(new.reference),
            acceptances::invitation_id.eq(answer.invitation),
            acceptances::forward_id.eq(answer.forward),
            acceptances::forwarder_id.eq(new.forwarder),
            acceptances::relationship_id.eq(new.relationship),
            acceptances::inviter_id.eq(answer.inviter),
            acceptances::customer_id.eq(answer.customer),
            acceptances::accepted_by.eq(answer.by),
            acceptances::accepted_by_name.eq(&new.shown.account.name),
            acceptances::accepted_at.eq(answer.at),
            acceptances::language.eq(new.shown.language.tag()),
            acceptances::agreement_version.eq(&new.shown.agreement),
            acceptances::shown_hash.eq(new.shown.hash().to_vec()),
            acceptances::shown.eq(shown),
            acceptances::attempt.eq(id::<Acceptance>("attempt", new.reference)),
        ))
        .execute(&mut tx.pg())
        .await?;
    act_as_nobody(tx).await
}

/// A delegation as it is.
pub(super) struct NewDelegation<'a> {
    pub id: Id<Delegation>,
    pub relationship: Id<Relationship>,
    pub acceptance: Id<Acceptance>,
    pub customer: Id<Organization>,
    pub owner: Id<Organization>,
    pub holder: &'a Org,
    pub scope: &'a Scope,
    pub state: &'a str,
    pub days: i32,
    pub granted: (Id<User>, Timestamp),
    pub answered: Option<(Id<User>, Timestamp)>,
    pub ended: Option<(Option<Id<User>>, Timestamp, &'a str)>,
}

pub(super) async fn add_delegation(tx: &Tx, new: &NewDelegation<'_>) -> Result<()> {
    diesel::insert_into(delegations::table)
        .values((
            (
                delegations::id.eq(new.id),
                delegations::relationship_id.eq(new.relationship),
                delegations::acceptance_id.eq(new.acceptance),
                delegations::customer_id.eq(new.customer),
                delegations::owner_id.eq(new.owner),
                delegations::holder_id.eq(id::<Organization>("organization", new.holder.key)),
                delegations::holder_kind.eq(new.holder.kind),
                delegations::service.eq(&new.scope.service),
                delegations::purpose.eq(new.scope.purpose),
                delegations::state.eq(new.state),
            ),
            (
                delegations::days.eq(new.days),
                delegations::granted_by.eq(new.granted.0),
                delegations::granted_at.eq(new.granted.1),
                delegations::starts_at.eq(new.granted.1),
                delegations::ends_at.eq(new.granted.1 + chrono::TimeDelta::days(new.days.into())),
                delegations::answered_by.eq(new.answered.map(|(by, _)| by)),
                delegations::answered_at.eq(new.answered.map(|(_, at)| at)),
                delegations::ended_by.eq(new.ended.and_then(|(by, ..)| by)),
                delegations::ended_at.eq(new.ended.map(|(_, at, _)| at)),
                delegations::end_reason.eq(new.ended.map(|(.., reason)| reason)),
            ),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}
