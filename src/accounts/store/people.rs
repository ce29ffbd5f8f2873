//! Rows of `memberships`, with the people they are of.

use diesel::{
    OptionalExtension, PgTextExpressionMethods,
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, Queryable},
};
use diesel_async::RunQueryDsl;

use crate::{
    access::roles::{Admin, Agent},
    accounts::{Member, Membership, Settings},
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, Tx, like, paged,
        schema::{memberships, organizations, users},
    },
    i18n::Lang,
    ids::{Id, Organization, User},
    notices::To,
    organizations::Kind,
};

pub(in crate::accounts) async fn list_organizations_of(mut pg: &Pg, user: Id<User>) -> Result<Vec<Id<Organization>>> {
    Ok(memberships::table
        .filter(memberships::user_id.eq(user))
        .order(memberships::created_at)
        .select(memberships::org_id)
        .load(&mut pg)
        .await?)
}

/// A person's organizations by name, for the choice between them.
pub(in crate::accounts) async fn list_memberships(mut pg: &Pg, user: Id<User>) -> Result<Vec<Membership>> {
    let rows: Vec<(Id<Organization>, Kind, String, Agent, Admin)> = memberships::table
        .inner_join(organizations::table.on(organizations::id.eq(memberships::org_id)))
        .filter(memberships::user_id.eq(user))
        .order((organizations::name, organizations::id))
        .select((organizations::id, organizations::kind, organizations::name, memberships::agent, memberships::admin))
        .load(&mut pg)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(org, kind, name, agent, admin)| Membership { org, kind, name, settings: Settings { agent, admin } })
        .collect())
}

/// A live account of an organization, as a letter needs it.
#[derive(Queryable)]
pub(in crate::accounts) struct Addressee {
    email: String,
    name: String,
    language: String,
    pub kind: Kind,
    pub agent: Agent,
    pub admin: Admin,
}

impl From<Addressee> for To {
    fn from(person: Addressee) -> Self {
        Self { email: person.email, name: Some(person.name), language: Lang::parse(&person.language).unwrap_or_default() }
    }
}

pub(in crate::accounts) async fn list_addressees(mut pg: &Pg, org: Id<Organization>) -> Result<Vec<Addressee>> {
    Ok(memberships::table
        .inner_join(users::table.on(users::id.eq(memberships::user_id)))
        .filter(memberships::org_id.eq(org))
        .filter(users::disabled_at.is_null())
        .order((memberships::created_at, users::id))
        .select((users::email, users::name, users::language, memberships::org_kind, memberships::agent, memberships::admin))
        .load(&mut pg)
        .await?)
}

/// The same of many organizations, each person with its organization.
pub(in crate::accounts) async fn list_addressees_of(mut pg: &Pg, orgs: &[Id<Organization>]) -> Result<Vec<(Id<Organization>, Addressee)>> {
    Ok(memberships::table
        .inner_join(users::table.on(users::id.eq(memberships::user_id)))
        .filter(memberships::org_id.eq_any(orgs))
        .filter(users::disabled_at.is_null())
        .order((memberships::org_id, memberships::created_at, users::id))
        .select((
            memberships::org_id,
            (users::email, users::name, users::language, memberships::org_kind, memberships::agent, memberships::admin),
        ))
        .load(&mut pg)
        .await?)
}

#[derive(Queryable)]
struct MemberRow {
    user: Id<User>,
    name: String,
    email: String,
    language: String,
    agent: Agent,
    admin: Admin,
    since: Timestamp,
}

impl From<MemberRow> for Member {
    fn from(row: MemberRow) -> Self {
        let MemberRow { user, name, email, language, agent, admin, since } = row;
        let language = Lang::parse(&language).unwrap_or_default();
        Self { user, name, email, language, settings: Settings { agent, admin }, since }
    }
}

macro_rules! columns {
    () => {
        (users::id, users::name, users::email, users::language, memberships::agent, memberships::admin, memberships::created_at)
    };
}

/// An organization's people by name.
///
/// # Errors
/// As every query.
pub async fn list_members(mut pg: &Pg, org: Id<Organization>, search: &str, cursor: Option<&Cursor<String>>) -> Result<Keyset<Member>> {
    let mut people = memberships::table
        .inner_join(users::table.on(users::id.eq(memberships::user_id)))
        .filter(memberships::org_id.eq(org))
        .select(columns!())
        .into_boxed();
    if !search.is_empty() {
        people = people.filter(users::name.ilike(like::containing(search)).or(users::email.ilike(like::containing(search))));
    }
    let rows: Vec<MemberRow> = paged!(people, cursor, asc(users::name, users::id)).load(&mut pg).await?;
    let members = rows.into_iter().map(Member::from).collect();
    Ok(Keyset::new(members, cursor, |member: &Member| (member.name.clone(), member.user.uuid())))
}

pub(in crate::accounts) async fn find_member(mut pg: &Pg, org: Id<Organization>, user: Id<User>) -> Result<Option<Member>> {
    let row: Option<MemberRow> = memberships::table
        .inner_join(users::table.on(users::id.eq(memberships::user_id)))
        .filter(memberships::org_id.eq(org))
        .filter(memberships::user_id.eq(user))
        .select(columns!())
        .first(&mut pg)
        .await
        .optional()?;
    Ok(row.map(Into::into))
}

/// Lets changes of an organization's people happen one after the other, so that of two last admins one stays.
pub(in crate::accounts) async fn lock_people(tx: &Tx, org: Id<Organization>) -> Result<()> {
    organizations::table.find(org.uuid()).select(organizations::id).for_update().first::<Id<Organization>>(&mut tx.pg()).await?;
    Ok(())
}

/// How many people besides one answer for the whole organization, with live accounts.
pub(in crate::accounts) async fn count_other_tops(mut pg: &Pg, org: Id<Organization>, but: Id<User>) -> Result<i64> {
    Ok(memberships::table
        .inner_join(users::table.on(users::id.eq(memberships::user_id)))
        .filter(memberships::org_id.eq(org))
        .filter(memberships::user_id.ne(but))
        .filter(memberships::admin.eq_any([Admin::GlobalAdmin, Admin::OperatorAdmin]))
        .filter(users::disabled_at.is_null())
        .count()
        .get_result(&mut pg)
        .await?)
}

/// Makes somebody a member; `false` when they were one already.
pub(in crate::accounts) async fn insert_membership(
    tx: &Tx,
    user: Id<User>,
    org: Id<Organization>,
    kind: Kind,
    settings: Settings,
) -> Result<bool> {
    let inserted = diesel::insert_into(memberships::table)
        .values((
            memberships::user_id.eq(user.uuid()),
            memberships::org_id.eq(org.uuid()),
            memberships::org_kind.eq(kind),
            memberships::agent.eq(settings.agent),
            memberships::admin.eq(settings.admin),
        ))
        .on_conflict_do_nothing()
        .execute(&mut tx.pg())
        .await?;
    Ok(inserted > 0)
}

pub(in crate::accounts) async fn set_settings(tx: &Tx, user: Id<User>, org: Id<Organization>, settings: Settings) -> Result<()> {
    diesel::update(memberships::table.find((user.uuid(), org.uuid())))
        .set((memberships::agent.eq(settings.agent), memberships::admin.eq(settings.admin)))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Ends a membership; sessions of the person that acted for the organization act for none.
pub(in crate::accounts) async fn delete_membership(tx: &Tx, user: Id<User>, org: Id<Organization>) -> Result<()> {
    diesel::delete(memberships::table.find((user.uuid(), org.uuid()))).execute(&mut tx.pg()).await?;
    Ok(())
}

/// The first organization of a person, by their membership.
pub(in crate::accounts) async fn find_first_organization(mut pg: &Pg, user: Id<User>) -> Result<Option<(Id<Organization>, String)>> {
    Ok(memberships::table
        .inner_join(organizations::table.on(organizations::id.eq(memberships::org_id)))
        .filter(memberships::user_id.eq(user))
        .order(memberships::created_at)
        .select((organizations::id, organizations::name))
        .first(&mut pg)
        .await
        .optional()?)
}

/// The operator's organization and whether somebody runs it.
pub(in crate::accounts) async fn find_operator(mut pg: &Pg) -> Result<Option<(Id<Organization>, i64)>> {
    let operator: Option<Id<Organization>> =
        organizations::table.filter(organizations::kind.eq(Kind::Operator)).select(organizations::id).first(&mut pg).await.optional()?;
    let Some(operator) = operator else { return Ok(None) };
    let admins = memberships::table
        .filter(memberships::org_id.eq(operator))
        .filter(memberships::admin.eq(Admin::OperatorAdmin))
        .count()
        .get_result(&mut pg)
        .await?;
    Ok(Some((operator, admins)))
}
