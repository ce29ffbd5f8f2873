//! Rows of `organizations`, and what they have elsewhere.

mod effects;

pub(super) use effects::effects;

use diesel::{
    OptionalExtension,
    dsl::now,
    prelude::{
        BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, PgTextExpressionMethods, QueryDsl, Queryable,
    },
};
use diesel_async::RunQueryDsl;
use futures_util::try_join;

use super::{Holdings, Kind, Organization, PartnerId, Profile, Registration, Search, State, TenantDomain};
use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, Tx,
        alive::{living_delegation, open_invitation, passable_handout},
        like, paged,
        schema::{delegations, handouts, invitations, organizations, relationships},
    },
    ids::{Id, Organization as OrganizationId},
};

diesel::alias!(organizations as rivals: Rivals);

/// By what two of them are told that both cannot have a domain.
pub(super) const CONFIRMED_DOMAIN: &str = "organizations_by_confirmed_domain";

macro_rules! columns {
    () => {
        (
            (organizations::id, organizations::kind, organizations::name),
            (
                organizations::partner_id,
                organizations::registered_id,
                (organizations::domain, organizations::domain_confirmed_at),
                organizations::country,
                organizations::contact_email,
                organizations::tenant_id,
            ),
            (organizations::state, organizations::suspended_at, organizations::suspended_reason),
            organizations::created_at,
        )
    };
}

#[derive(Queryable)]
struct Row {
    what: (Id<OrganizationId>, Kind, String),
    known: (Option<String>, Option<String>, (Option<String>, Option<Timestamp>), String, Option<String>, Option<uuid::Uuid>),
    state: (State, Option<Timestamp>, Option<String>),
    since: Timestamp,
}

impl From<Row> for Organization {
    fn from(row: Row) -> Self {
        let (id, kind, name) = row.what;
        let (partner_id, registered_id, (domain, confirmed_at), country, contact, tenant) = row.known;
        let domain = TenantDomain::of(domain, confirmed_at);
        let (state, suspended_at, suspended_reason) = row.state;
        let since = row.since;
        Self { id, kind, name, partner_id, registered_id, domain, country, contact, tenant, state, suspended_at, suspended_reason, since }
    }
}

/// Registers an organization within the transaction of whatever needs it; a partner without a partner ID is given one.
/// `None` when the partner ID is taken.
///
/// # Errors
/// As every query.
pub async fn register(tx: &Tx, registration: &Registration) -> Result<Option<Id<OrganizationId>>> {
    if !registration.kind.is_partner() || registration.partner_id.is_some() {
        return insert(tx, registration, registration.partner_id.as_ref()).await;
    }
    // Of nine million few are taken.
    for _ in 0..20 {
        if let Some(id) = insert(tx, registration, Some(&PartnerId::random())).await? {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

async fn insert(tx: &Tx, registration: &Registration, partner_id: Option<&PartnerId>) -> Result<Option<Id<OrganizationId>>> {
    let row = diesel::insert_into(organizations::table)
        .values((
            organizations::kind.eq(registration.kind),
            organizations::name.eq(registration.name.as_str()),
            organizations::partner_id.eq(partner_id.map(PartnerId::as_str)),
            organizations::registered_id.eq(registration.registered_id.as_ref().map(|id| id.as_str())),
            organizations::domain.eq(registration.domain.as_ref().map(|domain| domain.as_str())),
            organizations::domain_confirmed_at.eq(registration.domain.as_ref().filter(|_| registration.domain_confirmed).map(|_| tx.now())),
            organizations::country.eq(&registration.country),
            organizations::contact_email.eq(registration.contact.as_ref().map(|email| email.as_str())),
        ))
        .on_conflict(organizations::partner_id)
        .do_nothing()
        .returning(organizations::id)
        .get_result(&mut tx.pg())
        .await
        .optional()?;
    Ok(row)
}

pub(super) async fn find(mut pg: &Pg, id: Id<OrganizationId>) -> Result<Option<Organization>> {
    let row = organizations::table.find(id.uuid()).select(columns!()).first::<Row>(&mut pg).await.optional()?;
    Ok(row.map(Into::into))
}

pub(super) async fn lock(tx: &Tx, id: Id<OrganizationId>) -> Result<Option<Organization>> {
    let row = organizations::table.find(id.uuid()).select(columns!()).for_update().first::<Row>(&mut tx.pg()).await.optional()?;
    Ok(row.map(Into::into))
}

/// Suspends with a reason, reinstates without one.
pub(super) async fn set_state(tx: &Tx, id: Id<OrganizationId>, suspended: Option<&str>) -> Result<()> {
    let state = if suspended.is_some() { State::Suspended } else { State::Active };
    diesel::update(organizations::table.find(id.uuid()))
        .set((
            organizations::state.eq(state),
            organizations::suspended_at.eq(suspended.map(|_| tx.now())),
            organizations::suspended_reason.eq(suspended),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Changes what can be changed of an organization, and since when the operator stands for its domain.
pub(super) async fn save_profile(tx: &Tx, id: Id<OrganizationId>, profile: &Profile, confirmed_at: Option<Timestamp>) -> Result<()> {
    diesel::update(organizations::table.find(id.uuid()))
        .set((
            organizations::name.eq(profile.name.as_str()),
            organizations::registered_id.eq(profile.registered_id.as_ref().map(|id| id.as_str())),
            organizations::domain.eq(profile.domain.as_ref().map(|domain| domain.as_str())),
            organizations::domain_confirmed_at.eq(confirmed_at),
            organizations::country.eq(&profile.country),
            organizations::contact_email.eq(profile.contact.as_ref().map(|email| email.as_str())),
            organizations::tenant_id.eq(profile.tenant),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// The operator stands for a domain from now on.
pub(super) async fn confirm_domain(tx: &Tx, id: Id<OrganizationId>) -> Result<()> {
    diesel::update(organizations::table.find(id.uuid())).set(organizations::domain_confirmed_at.eq(tx.now())).execute(&mut tx.pg()).await?;
    Ok(())
}

/// Whose an organization's domain is confirmed to be, if that is another.
pub(super) async fn find_rival(mut pg: &Pg, id: Id<OrganizationId>) -> Result<Option<(Id<OrganizationId>, String)>> {
    let rival = rivals
        .inner_join(organizations::table.on(organizations::domain.eq(rivals.field(organizations::domain))))
        .filter(organizations::id.eq(id.uuid()))
        .filter(rivals.field(organizations::id).ne(id.uuid()))
        .filter(rivals.field(organizations::domain_confirmed_at).is_not_null())
        .select((rivals.field(organizations::id), rivals.field(organizations::name)));
    Ok(rival.first(&mut pg).await.optional()?)
}

/// Whether a customer has a relationship that has not ended.
pub(super) async fn has_relationship(mut pg: &Pg, customer: Id<OrganizationId>) -> Result<bool> {
    let active = relationships::table.filter(relationships::customer_id.eq(customer.uuid())).filter(relationships::state.eq("active"));
    Ok(diesel::select(diesel::dsl::exists(active)).get_result(&mut pg).await?)
}

/// The organizations that fit, by name.
pub(super) async fn list(mut pg: &Pg, search: &Search, cursor: Option<&Cursor<String>>) -> Result<Keyset<Organization>> {
    let mut found = organizations::table.select(columns!()).into_boxed();
    if let Some(kind) = search.kind {
        found = found.filter(organizations::kind.eq(kind));
    }
    if let Some(state) = search.state {
        found = found.filter(organizations::state.eq(state));
    }
    if let Some(text) = &search.text {
        found = match PartnerId::parse(text) {
            Ok(id) => found.filter(organizations::partner_id.eq(id.as_str().to_owned())),
            Err(_) => found.filter(organizations::name.ilike(like::containing(text))),
        };
    }
    let rows: Vec<Row> = paged!(found, cursor, asc(organizations::name, organizations::id)).load(&mut pg).await?;
    let organizations = rows.into_iter().map(Organization::from).collect();
    Ok(Keyset::new(organizations, cursor, |organization: &Organization| (organization.name.clone(), organization.id.uuid())))
}

/// What an organization has in the portal now.
pub(super) async fn holdings(pg: &Pg, id: Id<OrganizationId>) -> Result<Holdings> {
    let id = id.uuid();
    let open = invitations::table.filter(invitations::inviter_id.eq(id)).filter(open_invitation!(now)).count();
    let handed = handouts::table
        .inner_join(invitations::table.on(invitations::id.eq(handouts::invitation_id)))
        .inner_join(organizations::table.on(organizations::id.eq(handouts::inviter_id)))
        .filter(handouts::reseller_id.eq(id))
        .filter(passable_handout!(now))
        .count();
    let related = relationships::table
        .filter(relationships::owner_id.eq(id).or(relationships::customer_id.eq(id)))
        .filter(relationships::state.eq("active"))
        .count();
    let alive = || delegations::table.filter(living_delegation!(now));
    let held = alive().filter(delegations::holder_id.eq(id)).count();
    let granted = alive().filter(delegations::customer_id.eq(id)).count();
    let (open_invitations, handed_invitations, relationships, delegations_held, delegations_granted) = try_join!(
        async { open.get_result(&mut &*pg).await },
        async { handed.get_result(&mut &*pg).await },
        async { related.get_result(&mut &*pg).await },
        async { held.get_result(&mut &*pg).await },
        async { granted.get_result(&mut &*pg).await },
    )?;
    Ok(Holdings { open_invitations, handed_invitations, relationships, delegations_held, delegations_granted })
}
