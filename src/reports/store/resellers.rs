//! What a provider's resellers made of its invitations: grouped counts, and the lists behind them.

use chrono::TimeDelta;
use diesel::{
    dsl::{count_star, exists, not},
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension, QueryDsl},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp,
        alive::{accepted_again, open_invitation, sent_again, unanswered_opening},
        paged,
        schema::{
            acceptances, declines, delegations, forwards, handouts, invitations, openings, organizations, partnerships, relationships,
        },
    },
    ids::{Id, Invitation, Organization, Partnership},
    reports::resellers::{Numbers, PATIENCE, ResellerLine, Span, Tally, Trace},
};

diesel::alias!(
    organizations as customers: Customers,
    organizations as providers: Providers,
    organizations as resellers: Resellers,
    partnerships as again: Again
);

macro_rules! in_hand {
    ($inviter:expr, $span:expr) => {
        handouts::table
            .inner_join(invitations::table.on(invitations::id.eq(handouts::invitation_id)))
            .filter(handouts::inviter_id.eq($inviter))
            .filter(handouts::withdrawn_at.is_null())
            .filter(invitations::state.eq_any(["open", "paused"]))
            .filter(invitations::expires_at.is_null().or(invitations::expires_at.assume_not_null().gt($span.now)))
    };
}

macro_rules! forwarded {
    ($inviter:expr, $span:expr) => {
        forwards::table
            .inner_join(invitations::table.on(invitations::id.eq(forwards::invitation_id)))
            .filter(forwards::inviter_id.eq($inviter))
            .filter(forwards::forwarded_at.ge($span.since))
    };
}

/// Mails that came back, of recipients to whom nothing was sent since.
macro_rules! undeliverable {
    ($inviter:expr, $span:expr) => {
        forwarded!($inviter, $span)
            .filter(forwards::bounced_at.is_not_null())
            .filter(not(sent_again!()))
            .filter(open_invitation!($span.now))
    };
}

/// Links that work and by which nobody came; one that was replaced since is not the recipient's to answer for.
macro_rules! unopened {
    ($inviter:expr, $span:expr) => {
        forwarded!($inviter, $span)
            .filter(forwards::bounced_at.is_null())
            .filter(forwards::generation.eq(invitations::generation))
            .filter(not(sent_again!()))
            .filter(forwards::forwarded_at.le($span.now - TimeDelta::days(PATIENCE)))
            .filter(open_invitation!($span.now))
            .filter(not(exists(openings::table.filter(openings::forward_id.eq(forwards::id.nullable())))))
    };
}

macro_rules! opened {
    ($inviter:expr, $span:expr) => {
        openings::table
            .inner_join(invitations::table.on(invitations::id.eq(openings::invitation_id)))
            .left_join(customers.on(customers.field(organizations::id).eq(openings::customer_id)))
            .left_join(forwards::table.on(forwards::id.nullable().eq(openings::forward_id)))
            .filter(openings::inviter_id.eq($inviter))
            .filter(openings::opened_at.ge($span.since))
    };
}

macro_rules! unanswered {
    ($inviter:expr, $span:expr) => {
        opened!($inviter, $span)
            .filter(openings::opened_at.le($span.now - TimeDelta::days(PATIENCE)))
            .filter(open_invitation!($span.now))
            .filter(unanswered_opening!())
    };
}

/// Customers that accepted: whoever said yes several times is one of them, by its latest yes.
macro_rules! accepted {
    ($inviter:expr, $span:expr) => {
        acceptances::table
            .inner_join(invitations::table.on(invitations::id.eq(acceptances::invitation_id)))
            .inner_join(relationships::table.on(relationships::id.eq(acceptances::relationship_id)))
            .filter(acceptances::inviter_id.eq($inviter))
            .filter(acceptances::accepted_at.ge($span.since))
            .filter(not(accepted_again!()))
    };
}

macro_rules! declined {
    ($inviter:expr, $span:expr) => {
        declines::table
            .inner_join(forwards::table.on(forwards::id.nullable().eq(declines::forward_id)))
            .inner_join(invitations::table.on(invitations::id.eq(declines::invitation_id)))
            .filter(declines::inviter_id.eq($inviter))
            .filter(declines::declined_at.ge($span.since))
    };
}

macro_rules! awaiting {
    ($inviter:expr, $span:expr) => {
        delegations::table
            .inner_join(acceptances::table.on(acceptances::id.nullable().eq(delegations::acceptance_id)))
            .inner_join(invitations::table.on(invitations::id.eq(acceptances::invitation_id)))
            .left_join(customers.on(customers.field(organizations::id).eq(delegations::customer_id)))
            .filter(acceptances::inviter_id.eq($inviter))
            .filter(delegations::state.eq("awaiting-partner"))
            .filter(delegations::ends_at.gt($span.now))
            .filter(delegations::granted_at.ge($span.since))
    };
}

/// The numbers of some resellers of a provider, in the order given.
pub(in crate::reports) async fn count(pg: &Pg, inviter: Id<Organization>, of: &[Id<Organization>], span: Span) -> Result<Vec<Numbers>> {
    let ids: Vec<Uuid> = of.iter().map(|id| id.uuid()).collect();
    let (mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h, mut i) = (pg, pg, pg, pg, pg, pg, pg, pg, pg);
    let counts = futures_util::try_join!(
        in_hand!(inviter, span)
            .filter(handouts::reseller_id.eq_any(ids.clone()))
            .group_by(handouts::reseller_id)
            .select((handouts::reseller_id, count_star()))
            .load::<(Uuid, i64)>(&mut a),
        forwarded!(inviter, span)
            .filter(forwards::forwarder_id.eq_any(ids.clone()))
            .group_by(forwards::forwarder_id)
            .select((forwards::forwarder_id, count_star()))
            .load::<(Uuid, i64)>(&mut b),
        opened!(inviter, span)
            .filter(openings::forwarder_id.eq_any(ids.clone()))
            .group_by(openings::forwarder_id)
            .select((openings::forwarder_id.assume_not_null(), count_star()))
            .load::<(Uuid, i64)>(&mut c),
        accepted!(inviter, span)
            .filter(acceptances::forwarder_id.eq_any(ids.clone()))
            .group_by(acceptances::forwarder_id)
            .select((acceptances::forwarder_id.assume_not_null(), count_star()))
            .load::<(Uuid, i64)>(&mut d),
        declined!(inviter, span)
            .filter(forwards::forwarder_id.eq_any(ids.clone()))
            .group_by(forwards::forwarder_id)
            .select((forwards::forwarder_id, count_star()))
            .load::<(Uuid, i64)>(&mut e),
        undeliverable!(inviter, span)
            .filter(forwards::forwarder_id.eq_any(ids.clone()))
            .group_by(forwards::forwarder_id)
            .select((forwards::forwarder_id, count_star()))
            .load::<(Uuid, i64)>(&mut f),
        unopened!(inviter, span)
            .filter(forwards::forwarder_id.eq_any(ids.clone()))
            .group_by(forwards::forwarder_id)
            .select((forwards::forwarder_id, count_star()))
            .load::<(Uuid, i64)>(&mut g),
        unanswered!(inviter, span)
            .filter(openings::forwarder_id.eq_any(ids.clone()))
            .group_by(openings::forwarder_id)
            .select((openings::forwarder_id.assume_not_null(), count_star()))
            .load::<(Uuid, i64)>(&mut h),
        awaiting!(inviter, span)
            .filter(acceptances::forwarder_id.eq_any(ids.clone()))
            .group_by(acceptances::forwarder_id)
            .select((acceptances::forwarder_id.assume_not_null(), count_star()))
            .load::<(Uuid, i64)>(&mut i),
    )?;
    let counts = [counts.0, counts.1, counts.2, counts.3, counts.4, counts.5, counts.6, counts.7, counts.8];
    let mut all = vec![Numbers::default(); of.len()];
    for (tally, rows) in Tally::ALL.iter().zip(counts) {
        for (id, count) in rows {
            if let Some(at) = ids.iter().position(|known| *known == id) {
                all[at].note(*tally, count);
            }
        }
    }
    Ok(all)
}

type Row = (Uuid, Timestamp, Option<String>, Option<String>, Id<Invitation>, String);

/// A page of a list by time and id, the newest first, as traces: who is the first of the two columns that is known.
macro_rules! traces {
    ($pg:expr, $cursor:expr, $query:expr, $key:expr, $id:expr, $who:expr, $or:expr) => {{
        let query = $query.select(($id, $key, $who, $or, invitations::id, invitations::label)).into_boxed();
        paged!(query, $cursor, desc($key, $id)).load::<Row>(&mut $pg).await?
    }};
}

/// The list behind a number of one reseller.
pub(in crate::reports) async fn list(
    mut pg: &Pg,
    inviter: Id<Organization>,
    reseller: Id<Organization>,
    tally: Tally,
    span: Span,
    cursor: Option<&Cursor<Timestamp>>,
) -> Result<Keyset<Trace>> {
    let name = || customers.field(organizations::name).nullable();
    let by = reseller.uuid();
    let rows = match tally {
        Tally::InHand => {
            let query = in_hand!(inviter, span).filter(handouts::reseller_id.eq(by));
            let (who, or) = (invitations::recipient_name, invitations::recipient_email);
            traces!(pg, cursor, query, handouts::handed_at, handouts::invitation_id, who, or)
        }
        Tally::Forwards => {
            let query = forwarded!(inviter, span).filter(forwards::forwarder_id.eq(by));
            traces!(pg, cursor, query, forwards::forwarded_at, forwards::id, forwards::recipient_name, forwards::recipient_email)
        }
        Tally::Undeliverable => {
            let query = undeliverable!(inviter, span).filter(forwards::forwarder_id.eq(by));
            traces!(pg, cursor, query, forwards::forwarded_at, forwards::id, forwards::recipient_name, forwards::recipient_email)
        }
        Tally::Unopened => {
            let query = unopened!(inviter, span).filter(forwards::forwarder_id.eq(by));
            traces!(pg, cursor, query, forwards::forwarded_at, forwards::id, forwards::recipient_name, forwards::recipient_email)
        }
        Tally::Openings => {
            let query = opened!(inviter, span).filter(openings::forwarder_id.eq(by));
            // One customer comes to an invitation once.
            traces!(pg, cursor, query, openings::opened_at, openings::customer_id, name(), forwards::recipient_email.nullable())
        }
        Tally::Unanswered => {
            let query = unanswered!(inviter, span).filter(openings::forwarder_id.eq(by));
            traces!(pg, cursor, query, openings::opened_at, openings::customer_id, name(), forwards::recipient_email.nullable())
        }
        Tally::Acceptances => {
            let query = accepted!(inviter, span).filter(acceptances::forwarder_id.eq(by));
            // The copied name outlives the relationship (D22).
            let who = relationships::customer_name.nullable();
            traces!(pg, cursor, query, acceptances::accepted_at, acceptances::id, who, invitations::recipient_email)
        }
        Tally::Declines => {
            let query = declined!(inviter, span).filter(forwards::forwarder_id.eq(by));
            let who = declines::customer_name.nullable();
            traces!(pg, cursor, query, declines::declined_at, declines::id, who, forwards::recipient_email)
        }
        Tally::AwaitingHolder => {
            let query = awaiting!(inviter, span).filter(acceptances::forwarder_id.eq(by));
            traces!(pg, cursor, query, delegations::granted_at, delegations::id, name(), invitations::recipient_email)
        }
    };
    let rows = rows.into_iter().map(|(id, at, who, or, invitation, label)| Trace { id, at, who: who.or(or), invitation, label }).collect();
    Ok(Keyset::new(rows, cursor, |row: &Trace| (row.at, row.id)))
}

/// Both sides of a partnership: who it is, by name.
pub(in crate::reports) struct Sides {
    pub provider: (Id<Organization>, String),
    pub reseller: (Id<Organization>, String),
}

/// Both sides of a partnership that whoever is asking may see, once the reseller has answered it.
pub(in crate::reports) async fn find_sides(mut pg: &Pg, id: Id<Partnership>) -> Result<Option<Sides>> {
    type Row = ((Id<Organization>, String), (Id<Organization>, String));
    let row: Option<Row> = partnerships::table
        .inner_join(providers.on(providers.field(organizations::id).eq(partnerships::provider_id)))
        .inner_join(resellers.on(resellers.field(organizations::id).nullable().eq(partnerships::reseller_id)))
        .filter(partnerships::id.eq(id))
        .select((providers.fields((organizations::id, organizations::name)), resellers.fields((organizations::id, organizations::name))))
        .first(&mut pg)
        .await
        .optional()?;
    Ok(row.map(|(provider, reseller)| Sides { provider, reseller }))
}

/// A page of a provider's resellers, by name, with their numbers: those in an active partnership, and those of one that has ended in the
/// span, whose numbers are of that time.
pub(in crate::reports) async fn list_resellers(
    mut pg: &Pg,
    provider: Id<Organization>,
    span: Span,
    cursor: Option<&Cursor<String>>,
) -> Result<Keyset<ResellerLine>> {
    let query = partnerships::table
        .inner_join(resellers.on(resellers.field(organizations::id).nullable().eq(partnerships::reseller_id)))
        .filter(partnerships::provider_id.eq(provider))
        .filter(
            partnerships::state.eq("active").or(partnerships::state.eq("ended").and(partnerships::ended_at.ge(span.since)).and(not(
                exists(
                    again
                        .filter(again.field(partnerships::provider_id).eq(partnerships::provider_id))
                        .filter(again.field(partnerships::reseller_id).eq(partnerships::reseller_id))
                        .filter(again.field(partnerships::invited_at).gt(partnerships::invited_at))
                        .filter(again.field(partnerships::state).eq_any(["active", "ended"])),
                ),
            ))),
        )
        .select((
            partnerships::id,
            resellers.field(organizations::id),
            resellers.field(organizations::name),
            resellers.field(organizations::partner_id),
        ))
        .into_boxed();
    let (name, id) = (resellers.field(organizations::name), partnerships::id);
    let rows: Vec<(Uuid, Id<Organization>, String, Option<String>)> = paged!(query, cursor, asc(name, id)).load(&mut pg).await?;
    let of: Vec<_> = rows.iter().map(|row| row.1).collect();
    let numbers = count(pg, provider, &of, span).await?;
    let lines = rows
        .into_iter()
        .zip(numbers)
        .map(|((partnership, reseller, name, partner_id), numbers)| ResellerLine { partnership, reseller, name, partner_id, numbers })
        .collect();
    Ok(Keyset::new(lines, cursor, |line: &ResellerLine| (line.name.clone(), line.partnership)))
}
