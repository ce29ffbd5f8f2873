//! Everything there is, for the operator: lists by key, and what belongs to one of their rows.

use diesel::{
    PgTextExpressionMethods,
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, OptionalExtension, QueryDsl, Queryable},
};
use diesel_async::RunQueryDsl;

use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp,
        alive::living_delegation,
        like, paged,
        schema::{acceptances, delegations, invitation_services, invitations, organizations, relationships},
    },
    ids::{Acceptance, Delegation, Id, Invitation, Organization, Relationship},
    reports::{DelegationLine, InvitationLine, Party, RelationshipLine},
    services::Purpose,
};

diesel::alias!(organizations as customers: Customers, organizations as owners: Owners, organizations as holders: Holders);

/// Where a page of a list by time starts.
pub(in crate::reports) type Place = Cursor<Timestamp>;

/// The columns of a [`Party`]; of an outer join, nullable.
macro_rules! party {
    ($alias:expr) => {
        ($alias.field(organizations::id), $alias.field(organizations::name), $alias.field(organizations::partner_id))
    };
}

type PartyRow = (Id<Organization>, String, Option<String>);

fn party((id, name, partner_id): PartyRow) -> Party {
    Party { id, name, partner_id }
}

/// The organizations somebody may mean: by a part of the name, by partner ID, by domain. The trigram index answers.
macro_rules! meant {
    ($text:expr) => {
        organizations::table
            .filter(
                organizations::name
                    .ilike(like::containing($text))
                    .or(organizations::partner_id.eq($text.to_owned()))
                    .or(organizations::domain.eq($text.to_lowercase())),
            )
            .select(organizations::id)
    };
}

type RelationshipRow = (Id<Relationship>, PartyRow, PartyRow, String, Timestamp, Option<Timestamp>);

fn relationship((id, customer, owner, state, since, ended_at): RelationshipRow) -> RelationshipLine {
    RelationshipLine { id, customer: party(customer), owner: party(owner), state, since, ended_at }
}

macro_rules! relationship_columns {
    () => {
        (relationships::id, party!(customers), party!(owners), relationships::state, relationships::since, relationships::ended_at)
    };
}

/// Which relationships.
#[derive(Debug, Default)]
pub(in crate::reports) struct RelationshipFilter {
    pub text: String,
    pub state: String,
    /// With a living delegation in this service.
    pub service: String,
    pub from: Option<Timestamp>,
    pub before: Option<Timestamp>,
}

pub(in crate::reports) async fn list_relationships(
    mut pg: &Pg,
    filter: &RelationshipFilter,
    cursor: Option<&Place>,
    now: Timestamp,
) -> Result<Keyset<RelationshipLine>> {
    let mut query = relationships::table
        .inner_join(customers.on(customers.field(organizations::id).eq(relationships::customer_id)))
        .inner_join(owners.on(owners.field(organizations::id).eq(relationships::owner_id)))
        .select(relationship_columns!())
        .into_boxed();
    if !filter.text.is_empty() {
        query =
            query.filter(relationships::customer_id.eq_any(meant!(&filter.text)).or(relationships::owner_id.eq_any(meant!(&filter.text))));
    }
    if !filter.state.is_empty() {
        query = query.filter(relationships::state.eq(&filter.state));
    }
    if !filter.service.is_empty() {
        let with = delegations::table
            .filter(delegations::service.eq(&filter.service))
            .filter(living_delegation!(now))
            .select(delegations::relationship_id);
        query = query.filter(relationships::id.eq_any(with));
    }
    if let Some(from) = filter.from {
        query = query.filter(relationships::since.ge(from));
    }
    if let Some(before) = filter.before {
        query = query.filter(relationships::since.lt(before));
    }
    let query = paged!(query, cursor, desc(relationships::since, relationships::id));
    let rows = query.load::<RelationshipRow>(&mut pg).await?;
    let lines = rows.into_iter().map(relationship).collect();
    Ok(Keyset::new(lines, cursor, |line: &RelationshipLine| (line.since, line.id.uuid())))
}

pub(in crate::reports) async fn find_relationship(mut pg: &Pg, id: Id<Relationship>) -> Result<Option<RelationshipLine>> {
    let row = relationships::table
        .inner_join(customers.on(customers.field(organizations::id).eq(relationships::customer_id)))
        .inner_join(owners.on(owners.field(organizations::id).eq(relationships::owner_id)))
        .filter(relationships::id.eq(id))
        .select(relationship_columns!())
        .first::<RelationshipRow>(&mut pg)
        .await
        .optional()?;
    Ok(row.map(relationship))
}

#[derive(Queryable)]
struct DelegationRow {
    what: (Id<Delegation>, Id<Relationship>, Option<Id<Acceptance>>),
    customer: PartyRow,
    owner: PartyRow,
    holder: PartyRow,
    scope: (String, Purpose),
    state: (String, i32, Timestamp, Timestamp),
    end: (Option<Timestamp>, Option<Timestamp>, Option<String>),
}

impl From<DelegationRow> for DelegationLine {
    fn from(row: DelegationRow) -> Self {
        let (id, relationship, acceptance) = row.what;
        let (service, purpose) = row.scope;
        let (state, days, granted_at, ends_at) = row.state;
        let (answered_at, ended_at, end_reason) = row.end;
        Self {
            id,
            relationship,
            acceptance,
            customer: party(row.customer),
            owner: party(row.owner),
            holder: party(row.holder),
            scope: crate::services::Scope { service, purpose },
            state,
            days,
            granted_at,
            ends_at,
            answered_at,
            ended_at,
            end_reason,
        }
    }
}

macro_rules! delegations_with_parties {
    () => {
        delegations::table
            .inner_join(customers.on(customers.field(organizations::id).eq(delegations::customer_id)))
            .inner_join(owners.on(owners.field(organizations::id).eq(delegations::owner_id)))
            .inner_join(holders.on(holders.field(organizations::id).eq(delegations::holder_id)))
            .select((
                (delegations::id, delegations::relationship_id, delegations::acceptance_id),
                party!(customers),
                party!(owners),
                party!(holders),
                (delegations::service, delegations::purpose),
                (delegations::state, delegations::days, delegations::granted_at, delegations::ends_at),
                (delegations::answered_at, delegations::ended_at, delegations::end_reason),
            ))
    };
}

/// Which delegations.
#[derive(Debug, Default)]
pub(in crate::reports) struct DelegationFilter {
    pub text: String,
    /// A state, or the reason of an end.
    pub state: String,
    pub service: String,
    pub purpose: String,
    pub from: Option<Timestamp>,
    pub before: Option<Timestamp>,
}

pub(in crate::reports) async fn list_delegations(
    mut pg: &Pg,
    filter: &DelegationFilter,
    cursor: Option<&Place>,
    now: Timestamp,
) -> Result<Keyset<DelegationLine>> {
    let mut query = delegations_with_parties!().into_boxed();
    if !filter.text.is_empty() {
        query = query.filter(
            (delegations::customer_id.eq_any(meant!(&filter.text)))
                .or(delegations::owner_id.eq_any(meant!(&filter.text)))
                .or(delegations::holder_id.eq_any(meant!(&filter.text))),
        );
    }
    query = match filter.state.as_str() {
        "" => query,
        state @ ("active" | "awaiting-partner") => query.filter(delegations::state.eq(state.to_owned()).and(delegations::ends_at.gt(now))),
        "ended" => query.filter(delegations::state.eq("ended").or(delegations::ends_at.le(now))),
        "expired" => {
            query.filter(delegations::end_reason.eq("expired").or(delegations::end_reason.is_null().and(delegations::ends_at.le(now))))
        }
        reason => query.filter(delegations::end_reason.eq(reason.to_owned())),
    };
    if !filter.service.is_empty() {
        query = query.filter(delegations::service.eq(&filter.service));
    }
    if !filter.purpose.is_empty() {
        query = query.filter(delegations::purpose.eq(&filter.purpose));
    }
    if let Some(from) = filter.from {
        query = query.filter(delegations::granted_at.ge(from));
    }
    if let Some(before) = filter.before {
        query = query.filter(delegations::granted_at.lt(before));
    }
    let query = paged!(query, cursor, desc(delegations::granted_at, delegations::id));
    let rows = query.load::<DelegationRow>(&mut pg).await?;
    let lines = rows.into_iter().map(DelegationLine::from).collect();
    Ok(Keyset::new(lines, cursor, |line: &DelegationLine| (line.granted_at, line.id.uuid())))
}

pub(in crate::reports) async fn find_delegation(mut pg: &Pg, id: Id<Delegation>) -> Result<Option<DelegationLine>> {
    let row = delegations_with_parties!().filter(delegations::id.eq(id)).first::<DelegationRow>(&mut pg).await.optional()?;
    Ok(row.map(DelegationLine::from))
}

/// A page of the delegations of a relationship, the newest first.
pub(in crate::reports) async fn list_delegations_of(
    mut pg: &Pg,
    id: Id<Relationship>,
    cursor: Option<&Place>,
) -> Result<Keyset<DelegationLine>> {
    let query = delegations_with_parties!().filter(delegations::relationship_id.eq(id)).into_boxed();
    let rows = paged!(query, cursor, desc(delegations::granted_at, delegations::id)).load::<DelegationRow>(&mut pg).await?;
    let lines = rows.into_iter().map(DelegationLine::from).collect();
    Ok(Keyset::new(lines, cursor, |line: &DelegationLine| (line.granted_at, line.id.uuid())))
}

/// Every delegation that was granted with some acceptances, newest first.
pub(in crate::reports) async fn list_delegations_by(mut pg: &Pg, ids: &[Id<Acceptance>]) -> Result<Vec<DelegationLine>> {
    let ids: Vec<_> = ids.iter().map(|id| id.uuid()).collect();
    let rows = delegations_with_parties!()
        .filter(delegations::acceptance_id.eq_any(ids))
        .order((delegations::granted_at.desc(), delegations::id.desc()))
        .load::<DelegationRow>(&mut pg)
        .await?;
    Ok(rows.into_iter().map(DelegationLine::from).collect())
}

type InvitationRow = (Id<Invitation>, PartyRow, String, String, String, Option<String>, Option<Timestamp>, Timestamp);

fn invitation((id, inviter, label, kind, state, recipient, expires_at, created_at): InvitationRow) -> InvitationLine {
    InvitationLine { id, inviter: party(inviter), label, kind, state, recipient, expires_at, created_at }
}

macro_rules! invitations_with_inviter {
    () => {
        invitations::table.inner_join(owners.on(owners.field(organizations::id).eq(invitations::inviter_id))).select((
            invitations::id,
            party!(owners),
            invitations::label,
            invitations::kind,
            invitations::state,
            invitations::recipient_email,
            invitations::expires_at,
            invitations::created_at,
        ))
    };
}

/// Which invitations.
#[derive(Debug, Default)]
pub(in crate::reports) struct InvitationFilter {
    pub text: String,
    pub kind: String,
    pub state: String,
    pub service: String,
    pub from: Option<Timestamp>,
    pub before: Option<Timestamp>,
}

pub(in crate::reports) async fn list_invitations(
    mut pg: &Pg,
    filter: &InvitationFilter,
    cursor: Option<&Place>,
    now: Timestamp,
) -> Result<Keyset<InvitationLine>> {
    let mut query = invitations_with_inviter!().into_boxed();
    if !filter.text.is_empty() {
        query = query.filter(
            (invitations::label.ilike(like::containing(&filter.text)))
                .or(invitations::recipient_email.ilike(like::containing(&filter.text)))
                .or(invitations::recipient_domain.eq(filter.text.to_lowercase()))
                .or(invitations::inviter_id.eq_any(meant!(&filter.text))),
        );
    }
    if !filter.kind.is_empty() {
        query = query.filter(invitations::kind.eq(&filter.kind));
    }
    query = match filter.state.as_str() {
        "" => query,
        "expired" => query.filter(invitations::expires_at.le(now).and(invitations::state.eq_any(["open", "paused"]))),
        state @ ("open" | "paused") => query
            .filter(invitations::state.eq(state.to_owned()))
            .filter(invitations::expires_at.is_null().or(invitations::expires_at.gt(now))),
        state => query.filter(invitations::state.eq(state.to_owned())),
    };
    if !filter.service.is_empty() {
        let asking =
            invitation_services::table.filter(invitation_services::service.eq(&filter.service)).select(invitation_services::invitation_id);
        query = query.filter(invitations::id.eq_any(asking));
    }
    if let Some(from) = filter.from {
        query = query.filter(invitations::created_at.ge(from));
    }
    if let Some(before) = filter.before {
        query = query.filter(invitations::created_at.lt(before));
    }
    let query = paged!(query, cursor, desc(invitations::created_at, invitations::id));
    let rows = query.load::<InvitationRow>(&mut pg).await?;
    let lines = rows.into_iter().map(invitation).collect();
    Ok(Keyset::new(lines, cursor, |line: &InvitationLine| (line.created_at, line.id.uuid())))
}

/// An organization by its id: the suggested holder, say.
pub(in crate::reports) async fn find_inviter_and_holder(mut pg: &Pg, id: Id<Invitation>) -> Result<Option<(Party, Option<Party>)>> {
    type Row = (PartyRow, Option<PartyRow>);
    let row: Option<Row> = invitations::table
        .inner_join(owners.on(owners.field(organizations::id).eq(invitations::inviter_id)))
        .left_join(holders.on(holders.field(organizations::id).nullable().eq(invitations::suggested_holder_id)))
        .filter(invitations::id.eq(id))
        .select((party!(owners), party!(holders).nullable()))
        .first(&mut pg)
        .await
        .optional()?;
    Ok(row.map(|(inviter, holder)| (party(inviter), holder.map(party))))
}

/// An acceptance of a relationship: by which invitation, passed on by whom.
#[derive(Debug)]
pub(in crate::reports) struct Origin {
    pub id: Id<Acceptance>,
    pub reference: String,
    pub invitation: Id<Invitation>,
    pub label: String,
    pub forwarder: Option<Party>,
    pub by: String,
    pub at: Timestamp,
}

/// A page of the acceptances of a relationship, the newest first.
pub(in crate::reports) async fn list_origins(mut pg: &Pg, id: Id<Relationship>, cursor: Option<&Place>) -> Result<Keyset<Origin>> {
    type Row = (Id<Acceptance>, String, Id<Invitation>, String, Option<PartyRow>, String, Timestamp);
    let query = acceptances::table
        .inner_join(invitations::table.on(invitations::id.eq(acceptances::invitation_id)))
        .left_join(holders.on(holders.field(organizations::id).nullable().eq(acceptances::forwarder_id)))
        .filter(acceptances::relationship_id.eq(id))
        .select((
            acceptances::id,
            acceptances::reference,
            acceptances::invitation_id,
            invitations::label,
            party!(holders).nullable(),
            acceptances::accepted_by_name,
            acceptances::accepted_at,
        ))
        .into_boxed();
    let rows: Vec<Row> = paged!(query, cursor, desc(acceptances::accepted_at, acceptances::id)).load(&mut pg).await?;
    let origins = rows.into_iter().map(|(id, reference, invitation, label, forwarder, by, at)| Origin {
        id,
        reference,
        invitation,
        label,
        forwarder: forwarder.map(party),
        by,
        at,
    });
    Ok(Keyset::new(origins.collect(), cursor, |origin: &Origin| (origin.at, origin.id.uuid())))
}
