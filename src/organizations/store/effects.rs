//! What hangs on whether an organization may act.

use diesel::{
    dsl::now,
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl},
};
use diesel_async::RunQueryDsl;
use futures_util::try_join;

use crate::{
    db::{
        Pg, Result, Timestamp,
        alive::living_delegation,
        schema::{delegations, handouts, invitations, memberships, organizations, relationships, users},
    },
    ids::{Delegation, Id, Invitation, Organization as OrganizationId, Relationship},
    organizations::{Effects, Few, Kind, Organization},
    services::{Purpose, Scope},
};

/// How many of each kind are shown by name.
const SHOWN: i64 = 10;

/// Everything that stops when an organization is suspended, or works again when it is reinstated.
pub(in crate::organizations) async fn effects(pg: &Pg, organization: &Organization) -> Result<Effects> {
    let (id, kind) = (organization.id, organization.kind);
    let ((invitations, handed, delegations), (people, parties), (lapsed_invitations, lapsed_delegations)) = try_join!(
        async { try_join!(offers(pg, id), handed(pg, id, kind), held(pg, id)) },
        async { try_join!(people(pg, id), parties(pg, id, kind)) },
        lapsed(pg, id, organization.suspended_at),
    )?;
    Ok(Effects { invitations, handed, delegations, people, parties, lapsed_invitations, lapsed_delegations })
}

async fn offers(pg: &Pg, id: Id<OrganizationId>) -> Result<Few<(Id<Invitation>, String, Option<Timestamp>)>> {
    let open = || {
        invitations::table
            .filter(invitations::inviter_id.eq(id.uuid()))
            .filter(invitations::state.eq("open"))
            .filter(invitations::expires_at.is_null().or(invitations::expires_at.gt(now)))
    };
    let (count, first) = try_join!(async { open().count().get_result(&mut &*pg).await }, async {
        open()
            .order((invitations::created_at.desc(), invitations::id.desc()))
            .limit(SHOWN)
            .select((invitations::id, invitations::label, invitations::expires_at))
            .load(&mut &*pg)
            .await
    })?;
    Ok(Few { count, first })
}

/// Of a transacting partner, what its resellers have; of a reseller, what it has.
async fn handed(pg: &Pg, id: Id<OrganizationId>, kind: Kind) -> Result<Few<(Id<Invitation>, String, String)>> {
    let alive = || {
        handouts::table
            .inner_join(invitations::table.on(invitations::id.eq(handouts::invitation_id)))
            .filter(handouts::withdrawn_at.is_null())
            .filter(invitations::state.eq("open"))
            .filter(invitations::expires_at.is_null().or(invitations::expires_at.gt(now)))
    };
    let columns = (invitations::id, invitations::label, organizations::name);
    let (count, first) = if kind.transacts() {
        let own = || alive().filter(handouts::inviter_id.eq(id.uuid()));
        let others = own().inner_join(organizations::table.on(organizations::id.eq(handouts::reseller_id)));
        try_join!(async { own().count().get_result(&mut &*pg).await }, async {
            others.order((handouts::handed_at.desc(), handouts::reseller_id)).limit(SHOWN).select(columns).load(&mut &*pg).await
        })?
    } else {
        let own = || alive().filter(handouts::reseller_id.eq(id.uuid()));
        let others = own().inner_join(organizations::table.on(organizations::id.eq(handouts::inviter_id)));
        try_join!(async { own().count().get_result(&mut &*pg).await }, async {
            others.order((handouts::handed_at.desc(), handouts::invitation_id)).limit(SHOWN).select(columns).load(&mut &*pg).await
        })?
    };
    Ok(Few { count, first })
}

async fn held(pg: &Pg, id: Id<OrganizationId>) -> Result<Few<(Id<Delegation>, String, Scope)>> {
    let alive = || delegations::table.filter(delegations::holder_id.eq(id.uuid())).filter(living_delegation!(now));
    type Row = (Id<Delegation>, String, String, Purpose);
    let (count, first): (i64, Vec<Row>) = try_join!(async { alive().count().get_result(&mut &*pg).await }, async {
        alive()
            .inner_join(organizations::table.on(organizations::id.eq(delegations::customer_id)))
            .order((delegations::granted_at.desc(), delegations::id.desc()))
            .limit(SHOWN)
            .select((delegations::id, organizations::name, delegations::service, delegations::purpose))
            .load(&mut &*pg)
            .await
    })?;
    let first = first.into_iter().map(|(id, customer, service, purpose)| (id, customer, Scope { service, purpose })).collect();
    Ok(Few { count, first })
}

async fn people(pg: &Pg, id: Id<OrganizationId>) -> Result<Few<(String, String)>> {
    let members = || memberships::table.filter(memberships::org_id.eq(id.uuid()));
    let (count, first) = try_join!(async { members().count().get_result(&mut &*pg).await }, async {
        members()
            .inner_join(users::table.on(users::id.eq(memberships::user_id)))
            .order((users::name, users::id))
            .limit(SHOWN)
            .select((users::name, users::email))
            .load(&mut &*pg)
            .await
    })?;
    Ok(Few { count, first })
}

/// Of a transacting partner its customers, of a customer the partners whose customer it is; a reseller is in no relationship.
async fn parties(pg: &Pg, id: Id<OrganizationId>, kind: Kind) -> Result<Few<(Id<Relationship>, String)>> {
    let active = || relationships::table.filter(relationships::state.eq("active"));
    let columns = (relationships::id, organizations::name);
    let (count, first) = if kind == Kind::Customer {
        let own = || active().filter(relationships::customer_id.eq(id.uuid()));
        let others = own().inner_join(organizations::table.on(organizations::id.eq(relationships::owner_id)));
        try_join!(async { own().count().get_result(&mut &*pg).await }, async {
            others.order((organizations::name, relationships::id)).limit(SHOWN).select(columns).load(&mut &*pg).await
        })?
    } else {
        let own = || active().filter(relationships::owner_id.eq(id.uuid()));
        let others = own().inner_join(organizations::table.on(organizations::id.eq(relationships::customer_id)));
        try_join!(async { own().count().get_result(&mut &*pg).await }, async {
            others.order((relationships::customer_name, relationships::id)).limit(SHOWN).select(columns).load(&mut &*pg).await
        })?
    };
    Ok(Few { count, first })
}

/// What came to its end while the organization was suspended: invitations that expired, delegations that ended.
async fn lapsed(pg: &Pg, id: Id<OrganizationId>, since: Option<Timestamp>) -> Result<(i64, i64)> {
    let Some(since) = since else { return Ok((0, 0)) };
    let offers = invitations::table
        .filter(invitations::inviter_id.eq(id.uuid()))
        .filter(invitations::state.eq("open"))
        .filter(invitations::expires_at.gt(since).and(invitations::expires_at.le(now)))
        .count();
    let held = delegations::table
        .filter(delegations::holder_id.eq(id.uuid()))
        .filter(
            delegations::ended_at
                .gt(since)
                .or(delegations::ended_at.is_null().and(delegations::ends_at.gt(since)).and(delegations::ends_at.le(now))),
        )
        .count();
    Ok(try_join!(async { offers.get_result(&mut &*pg).await }, async { held.get_result(&mut &*pg).await })?)
}
