//! What is counted and what waits, for the start pages.

use chrono::TimeDelta;
use diesel::{
    AggregateExpressionMethods,
    dsl::{count_star, exists, not},
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, WindowExpressionMethods},
};
use diesel_async::RunQueryDsl;

use crate::{
    db::{
        Pg, Result, Timestamp,
        alive::{open_invitation, passable_handout, sent_again, unanswered_opening},
        schema::{
            acceptances, counter_offers, delegations, forwards, handouts, invitation_requests, invitations, openings, organizations,
            outbox, relationships,
        },
    },
    ids::{Delegation, Id, Invitation, Organization, Request},
    organizations::Kind,
    reports::{About, Reason, Waiting},
    services::{Purpose, Scope},
};

/// How many of each kind of waiting thing are looked at: more than a start page shows.
const SOME: i64 = 12;

/// How far back and ahead a start page looks.
pub(in crate::reports) const DAYS: i64 = 30;

diesel::alias!(organizations as holders: Holders, organizations as customers: Customers);

/// Whose delegations.
#[derive(Debug, Clone, Copy)]
pub(in crate::reports) enum Side {
    Owner,
    Holder,
    Customer,
}

/// What was found of a kind of waiting thing: how many there are, and the first few.
pub(in crate::reports) type Found = (i64, Vec<Waiting>);

/// Rows that each have the number of all beside them, read as what waits.
fn found<T>(rows: Vec<(i64, T)>, read: impl Fn(T) -> Waiting) -> Found {
    let all = rows.as_slice().first().map_or(0, |(all, _)| *all);
    (all, rows.into_iter().map(|(_, row)| read(row)).collect())
}

pub(in crate::reports) async fn count_open_invitations(mut pg: &Pg, inviter: Id<Organization>, now: Timestamp) -> Result<i64> {
    Ok(invitations::table.filter(invitations::inviter_id.eq(inviter)).filter(open_invitation!(now)).count().get_result(&mut pg).await?)
}

/// Acceptances of the last days, of one's own invitations or by one's own forwards.
pub(in crate::reports) async fn count_acceptances(mut pg: &Pg, org: Id<Organization>, now: Timestamp) -> Result<i64> {
    Ok(acceptances::table
        .filter(acceptances::inviter_id.eq(org).or(acceptances::forwarder_id.eq(org.uuid())))
        .filter(acceptances::accepted_at.gt(now - TimeDelta::days(DAYS)))
        .count()
        .get_result(&mut pg)
        .await?)
}

/// Invitations that a reseller can pass on now (D2, D5).
pub(in crate::reports) async fn count_handed(mut pg: &Pg, reseller: Id<Organization>, now: Timestamp) -> Result<i64> {
    Ok(handouts::table
        .inner_join(invitations::table.on(invitations::id.eq(handouts::invitation_id)))
        .inner_join(organizations::table.on(organizations::id.eq(handouts::inviter_id)))
        .filter(handouts::reseller_id.eq(reseller))
        .filter(passable_handout!(now))
        .count()
        .get_result(&mut pg)
        .await?)
}

pub(in crate::reports) async fn count_forwards(mut pg: &Pg, forwarder: Id<Organization>, now: Timestamp) -> Result<i64> {
    Ok(forwards::table
        .filter(forwards::forwarder_id.eq(forwarder))
        .filter(forwards::forwarded_at.gt(now - TimeDelta::days(DAYS)))
        .count()
        .get_result(&mut pg)
        .await?)
}

/// Delegations of one side: active ones, those that await the holder, and active ones that end within the days.
pub(in crate::reports) async fn count_delegations(pg: &Pg, org: Id<Organization>, side: Side, now: Timestamp) -> Result<(i64, i64, i64)> {
    let count = |state: &'static str, before: Option<Timestamp>| async move {
        let mut pg = pg;
        let mut query = delegations::table.filter(delegations::state.eq(state)).filter(delegations::ends_at.gt(now)).count().into_boxed();
        query = match side {
            Side::Owner => query.filter(delegations::owner_id.eq(org)),
            Side::Holder => query.filter(delegations::holder_id.eq(org)),
            Side::Customer => query.filter(delegations::customer_id.eq(org)),
        };
        if let Some(before) = before {
            query = query.filter(delegations::ends_at.le(before));
        }
        query.get_result::<i64>(&mut pg).await
    };
    let soon = now + TimeDelta::days(DAYS);
    Ok(futures_util::try_join!(count("active", None), count("awaiting-partner", None), count("active", Some(soon)))?)
}

/// Addressed invitations that were sent and to which nobody has come.
pub(in crate::reports) async fn list_unvisited(mut pg: &Pg, inviter: Id<Organization>, now: Timestamp) -> Result<Found> {
    type Row = (Id<Invitation>, String, Option<String>, Option<String>, Option<Timestamp>);
    let rows: Vec<(i64, Row)> = invitations::table
        .filter(invitations::inviter_id.eq(inviter))
        .filter(invitations::kind.eq("addressed").and(invitations::state.eq("open")))
        .filter(invitations::frozen_at.is_not_null().and(invitations::expires_at.gt(now)))
        .filter(not(exists(openings::table.filter(openings::invitation_id.eq(invitations::id)))))
        .order(invitations::frozen_at)
        .limit(SOME)
        .select((
            count_star().over(),
            (invitations::id, invitations::label, invitations::recipient_name, invitations::recipient_email, invitations::frozen_at),
        ))
        .load(&mut pg)
        .await?;
    Ok(found(rows, |(id, label, name, email, since)| Waiting {
        name: name.or(email),
        about: About::Invitation(id, label),
        reason: Reason::NobodyCame,
        since: since.unwrap_or(now),
        partner: None,
    }))
}

/// Invitations to which a customer's people came and that nobody there has answered; for the inviter, or for the customer.
pub(in crate::reports) async fn list_unanswered(mut pg: &Pg, org: Id<Organization>, side: Side, now: Timestamp) -> Result<Found> {
    let unanswered = openings::table
        .inner_join(invitations::table.on(invitations::id.eq(openings::invitation_id)))
        .left_join(customers.on(customers.field(organizations::id).eq(openings::customer_id)))
        .left_join(organizations::table.on(organizations::id.eq(openings::inviter_id)))
        .left_join(forwards::table.on(forwards::id.nullable().eq(openings::forward_id)))
        .filter(open_invitation!(now))
        .filter(unanswered_opening!())
        // A counter-offer that waits is the inviter's to answer (D16).
        .filter(not(exists(
            counter_offers::table
                .filter(counter_offers::invitation_id.eq(openings::invitation_id))
                .filter(counter_offers::customer_id.eq(openings::customer_id))
                .filter(counter_offers::state.eq("open")),
        )))
        .order(openings::opened_at)
        .limit(SOME)
        .select((
            count_star().over(),
            (
                invitations::id,
                invitations::label,
                openings::opened_at,
                customers.field(organizations::name).nullable(),
                organizations::name.nullable(),
                forwards::recipient_name.nullable(),
                forwards::recipient_email.nullable(),
            ),
        ));
    type Row = (Id<Invitation>, String, Timestamp, Option<String>, Option<String>, Option<String>, Option<String>);
    let rows: Vec<(i64, Row)> = match side {
        Side::Customer => unanswered.filter(openings::customer_id.eq(org)).load(&mut pg).await?,
        Side::Owner | Side::Holder => unanswered.filter(openings::inviter_id.eq(org)).load(&mut pg).await?,
    };
    let ours = matches!(side, Side::Customer);
    Ok(found(rows, |(id, label, since, customer, inviter, recipient, email)| Waiting {
        // A customer is a stranger to the inviter until it accepts: then whom it was sent to is all that is known.
        name: if ours { inviter.clone() } else { customer.or(recipient).or(email) },
        // The label is the inviter's own word.
        about: About::Invitation(id, if ours { String::new() } else { label }),
        reason: if ours { Reason::AskedOfUs } else { Reason::NotAnswered },
        since,
        partner: inviter,
    }))
}

/// Counter-offers of customers that the inviter has not answered (D16).
pub(in crate::reports) async fn list_countered(mut pg: &Pg, inviter: Id<Organization>, now: Timestamp) -> Result<Found> {
    let rows: Vec<(i64, (Id<Invitation>, String, Timestamp, Option<String>))> = counter_offers::table
        .inner_join(invitations::table.on(invitations::id.eq(counter_offers::invitation_id)))
        .left_join(customers.on(customers.field(organizations::id).eq(counter_offers::customer_id)))
        .filter(counter_offers::inviter_id.eq(inviter).and(counter_offers::state.eq("open")))
        .filter(invitations::state.eq_any(["open", "paused"]))
        .filter(invitations::expires_at.is_null().or(invitations::expires_at.gt(now)))
        .order(counter_offers::made_at)
        .limit(SOME)
        .select((
            count_star().over(),
            (invitations::id, invitations::label, counter_offers::made_at, customers.field(organizations::name).nullable()),
        ))
        .load(&mut pg)
        .await?;
    Ok(found(rows, |(id, label, since, name)| Waiting {
        name,
        about: About::Invitation(id, label),
        reason: Reason::CounterOffered,
        since,
        partner: None,
    }))
}

/// Delegations that a customer granted and the holder has not answered.
pub(in crate::reports) async fn list_awaiting(mut pg: &Pg, org: Id<Organization>, side: Side, now: Timestamp) -> Result<Found> {
    let awaiting = delegations::table
        .left_join(customers.on(customers.field(organizations::id).eq(delegations::customer_id)))
        .left_join(holders.on(holders.field(organizations::id).eq(delegations::holder_id)))
        .filter(delegations::state.eq("awaiting-partner").and(delegations::ends_at.gt(now)))
        .order(delegations::granted_at)
        .limit(SOME)
        .select((
            count_star().over(),
            (
                delegations::id,
                delegations::service,
                delegations::purpose,
                delegations::granted_at,
                customers.field(organizations::name).nullable(),
                holders.field(organizations::name).nullable(),
            ),
        ));
    type Row = (Id<Delegation>, String, Purpose, Timestamp, Option<String>, Option<String>);
    let rows: Vec<(i64, Row)> = match side {
        Side::Owner => awaiting.filter(delegations::owner_id.eq(org)).load(&mut pg).await?,
        Side::Holder => awaiting.filter(delegations::holder_id.eq(org)).load(&mut pg).await?,
        Side::Customer => awaiting.filter(delegations::customer_id.eq(org)).load(&mut pg).await?,
    };
    let ours = matches!(side, Side::Holder);
    Ok(found(rows, |(id, service, purpose, since, customer, holder)| Waiting {
        // A customer knows itself: for it the name is whom it chose.
        name: if matches!(side, Side::Customer) { holder.clone() } else { customer },
        about: About::Delegation(id, Scope { service, purpose }),
        reason: if ours { Reason::OursToAnswer } else { Reason::HolderSilent },
        since,
        partner: holder,
    }))
}

/// Invitations passed on by an organization whose mail came back, to recipients to whom nothing was sent since.
pub(in crate::reports) async fn list_undelivered(mut pg: &Pg, forwarder: Id<Organization>, now: Timestamp) -> Result<Found> {
    let rows: Vec<(i64, (Id<Invitation>, String, Option<String>, Timestamp))> = forwards::table
        .inner_join(invitations::table.on(invitations::id.eq(forwards::invitation_id)))
        .filter(forwards::forwarder_id.eq(forwarder))
        .filter(forwards::bounced_at.is_not_null())
        .filter(not(sent_again!()))
        .filter(open_invitation!(now))
        .order(forwards::forwarded_at)
        .limit(SOME)
        .select((count_star().over(), (invitations::id, invitations::label, forwards::recipient_email, forwards::forwarded_at)))
        .load(&mut pg)
        .await?;
    Ok(found(rows, |(id, label, email, since)| Waiting {
        name: email,
        about: About::Invitation(id, label),
        reason: Reason::NotDelivered,
        since,
        partner: None,
    }))
}

/// What a reseller passed on and no customer has accepted by it. (Why not is between customer and inviter.)
pub(in crate::reports) async fn list_unaccepted(mut pg: &Pg, forwarder: Id<Organization>, now: Timestamp) -> Result<Found> {
    let rows: Vec<(i64, (Id<Invitation>, String, Option<String>, Option<String>, Timestamp))> = forwards::table
        .inner_join(invitations::table.on(invitations::id.eq(forwards::invitation_id)))
        .filter(forwards::forwarder_id.eq(forwarder))
        .filter(forwards::recipient_email.is_not_null())
        .filter(forwards::bounced_at.is_null())
        .filter(forwards::generation.eq(invitations::generation))
        .filter(not(sent_again!()))
        .filter(open_invitation!(now))
        .filter(not(exists(acceptances::table.filter(acceptances::forward_id.eq(forwards::id.nullable())))))
        .order(forwards::forwarded_at)
        .limit(SOME)
        .select((
            count_star().over(),
            (invitations::id, invitations::label, forwards::recipient_name, forwards::recipient_email, forwards::forwarded_at),
        ))
        .load(&mut pg)
        .await?;
    Ok(found(rows, |(id, label, name, email, since)| Waiting {
        name: name.or(email),
        about: About::Invitation(id, label),
        reason: Reason::NotAccepted,
        since,
        partner: None,
    }))
}

/// Requests of resellers that wait for a provider's answer.
pub(in crate::reports) async fn list_requests(mut pg: &Pg, provider: Id<Organization>) -> Result<Found> {
    let rows: Vec<(i64, (Id<Request>, String, String, Timestamp))> = invitation_requests::table
        .inner_join(organizations::table.on(organizations::id.eq(invitation_requests::reseller_id)))
        .filter(invitation_requests::provider_id.eq(provider))
        .filter(invitation_requests::state.eq("waiting"))
        .order(invitation_requests::asked_at)
        .limit(SOME)
        .select((
            count_star().over(),
            (invitation_requests::id, invitation_requests::title, organizations::name, invitation_requests::asked_at),
        ))
        .load(&mut pg)
        .await?;
    Ok(found(rows, |(id, title, reseller, since)| Waiting {
        name: Some(reseller.clone()),
        about: About::Request(id, title),
        reason: Reason::ResellerAsks,
        since,
        partner: Some(reseller),
    }))
}

/// How many rows there are of each state.
pub(in crate::reports) struct Counts {
    pub organizations: Vec<(Kind, i64)>,
    pub suspended: i64,
    pub relationships: Vec<(String, i64)>,
    pub invitations: Vec<(String, i64)>,
    pub delegations: Vec<(String, i64)>,
    pub dead_letters: i64,
}

/// The operator's counts. They cover everything; a table of millions is counted in its index.
pub(in crate::reports) async fn count_everything(mut pg: &Pg, now: Timestamp) -> Result<Counts> {
    let mut pg2 = pg;
    let mut pg3 = pg;
    let mut pg4 = pg;
    let mut pg5 = pg;
    let mut pg6 = pg;
    let (organizations, suspended, relationships, invitations, delegations, dead_letters) = futures_util::try_join!(
        organizations::table.group_by(organizations::kind).select((organizations::kind, count_star())).load(&mut pg),
        organizations::table.filter(organizations::state.eq("suspended")).count().get_result(&mut pg2),
        relationships::table.group_by(relationships::state).select((relationships::state, count_star())).load(&mut pg3),
        invitations::table
            .filter(invitations::expires_at.is_null().or(invitations::expires_at.gt(now)))
            .group_by(invitations::state)
            .select((invitations::state, count_star()))
            .load(&mut pg4),
        delegations::table
            .filter(delegations::ends_at.gt(now))
            .group_by(delegations::state)
            .select((delegations::state, count_star()))
            .load(&mut pg5),
        outbox::table.filter(outbox::state.eq("dead")).count().get_result(&mut pg6),
    )?;
    Ok(Counts { organizations, suspended, relationships, invitations, delegations, dead_letters })
}

/// How many partners may work in a customer's services now.
pub(in crate::reports) async fn count_holders(mut pg: &Pg, customer: Id<Organization>, now: Timestamp) -> Result<i64> {
    Ok(delegations::table
        .filter(delegations::customer_id.eq(customer))
        .filter(delegations::state.eq("active").and(delegations::ends_at.gt(now)))
        .select(diesel::dsl::count(delegations::holder_id).aggregate_distinct())
        .get_result(&mut pg)
        .await?)
}

/// The first of them by name: with the number of their delegations, and the first end of them.
pub(in crate::reports) async fn list_holders(
    mut pg: &Pg,
    customer: Id<Organization>,
    now: Timestamp,
) -> Result<Vec<(String, i64, Option<Timestamp>)>> {
    use diesel::dsl::min;
    Ok(delegations::table
        .inner_join(organizations::table.on(organizations::id.eq(delegations::holder_id)))
        .filter(delegations::customer_id.eq(customer))
        .filter(delegations::state.eq("active").and(delegations::ends_at.gt(now)))
        .group_by((organizations::id, organizations::name))
        .order((organizations::name, organizations::id))
        .limit(SOME)
        .select((organizations::name, count_star(), min(delegations::ends_at)))
        .load(&mut pg)
        .await?)
}
