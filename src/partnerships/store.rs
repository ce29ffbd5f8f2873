//! Rows of `partnerships`.

mod left_over;
mod lists;

pub use left_over::{LeftOver, list_left_over};
pub(super) use left_over::{count_concerned, list_concerned_after, list_first_concerned};
pub use lists::{Choice, Known, find_active_resellers, hold, is_active, list, list_active_providers, search_active_resellers};

use diesel::{
    BoolExpressionMethods, NullableExpressionMethods, OptionalExtension,
    prelude::{ExpressionMethods, JoinOnDsl, QueryDsl, Queryable},
};
use diesel_async::RunQueryDsl;

use super::{Partnership, Party, State};
use crate::{
    db::{
        Pg, Result, Timestamp, Tx,
        schema::{handouts, organizations, partnerships, users},
    },
    i18n::Lang,
    ids::{Id, Organization, Partnership as PartnershipId, Provider, Reseller, User},
    organizations::{State as OrganizationState, TenantDomain},
    values::{Email, Name},
};

diesel::alias!(organizations as providers: Providers, organizations as resellers: Resellers);

type PartyRow =
    (Id<Organization>, String, Option<String>, Option<String>, Option<String>, Option<Timestamp>, Option<String>, OrganizationState);

#[derive(Queryable)]
struct Row {
    what: (Id<PartnershipId>, State, i32),
    recipient: (String, Option<String>, String),
    times: (Id<User>, Timestamp, Timestamp, Option<Timestamp>, Option<Timestamp>),
    provider: PartyRow,
    reseller: Option<PartyRow>,
}

fn party((id, name, partner_id, registered_id, domain, confirmed_at, contact_email, state): PartyRow) -> Party {
    let domain = TenantDomain::of(domain, confirmed_at);
    Party { id, name, partner_id: partner_id.unwrap_or_default(), registered_id, domain, contact_email, state }
}

impl From<Row> for Partnership {
    fn from(row: Row) -> Self {
        let (id, state, generation) = row.what;
        let (recipient_email, recipient_name, language) = row.recipient;
        let (invited_by, invited_at, expires_at, answered_at, ended_at) = row.times;
        Self {
            id,
            provider: party(row.provider),
            reseller: row.reseller.map(party),
            state,
            recipient_email,
            recipient_name,
            language: Lang::parse(&language).unwrap_or_default(),
            generation,
            invited_by,
            invited_at,
            expires_at,
            answered_at,
            ended_at,
        }
    }
}

/// Partnerships with both sides, in the columns of [`Row`].
macro_rules! with_parties {
    () => {
        partnerships::table
            .inner_join(providers.on(providers.field(organizations::id).eq(partnerships::provider_id)))
            .left_join(resellers.on(resellers.field(organizations::id).nullable().eq(partnerships::reseller_id)))
            .select((
                (partnerships::id, partnerships::state, partnerships::generation),
                (partnerships::recipient_email, partnerships::recipient_name, partnerships::language),
                (
                    partnerships::invited_by,
                    partnerships::invited_at,
                    partnerships::expires_at,
                    partnerships::answered_at,
                    partnerships::ended_at,
                ),
                providers.fields((
                    organizations::id,
                    organizations::name,
                    organizations::partner_id,
                    organizations::registered_id,
                    organizations::domain,
                    organizations::domain_confirmed_at,
                    organizations::contact_email,
                    organizations::state,
                )),
                resellers
                    .fields((
                        organizations::id,
                        organizations::name,
                        organizations::partner_id,
                        organizations::registered_id,
                        organizations::domain,
                        organizations::domain_confirmed_at,
                        organizations::contact_email,
                        organizations::state,
                    ))
                    .nullable(),
            ))
    };
}
use with_parties;

/// A partnership, if there is one that whoever is asking may see.
pub(super) async fn find(mut pg: &Pg, id: Id<PartnershipId>) -> Result<Option<Partnership>> {
    let row = with_parties!().filter(partnerships::id.eq(id)).first::<Row>(&mut pg).await.optional()?;
    Ok(row.map(Into::into))
}

/// The same, its row locked until the transaction ends: whoever answers or ends it next waits.
pub(super) async fn lock(tx: &Tx, id: Id<PartnershipId>) -> Result<Option<Partnership>> {
    let locked: Option<Id<PartnershipId>> =
        partnerships::table.find(id).select(partnerships::id).for_update().first(&mut tx.pg()).await.optional()?;
    match locked {
        Some(id) => find(tx.pg(), id).await,
        None => Ok(None),
    }
}

/// A partnership that is about to be offered.
pub(super) struct New<'a> {
    pub id: Id<PartnershipId>,
    pub provider: Id<Provider>,
    pub email: &'a Email,
    pub name: Option<&'a Name>,
    pub language: Lang,
    pub by: Id<User>,
    pub expires_at: Timestamp,
}

pub(super) async fn insert(tx: &Tx, new: &New<'_>) -> Result<()> {
    diesel::insert_into(partnerships::table)
        .values((
            partnerships::id.eq(new.id),
            partnerships::provider_id.eq(new.provider.uuid()),
            partnerships::recipient_email.eq(new.email.as_str()),
            partnerships::recipient_name.eq(new.name.map(Name::as_str)),
            partnerships::language.eq(new.language.tag()),
            partnerships::invited_by.eq(new.by),
            partnerships::invited_at.eq(tx.now()),
            partnerships::expires_at.eq(new.expires_at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// The reseller's answer.
pub(super) async fn answer(tx: &Tx, id: Id<PartnershipId>, reseller: Id<Reseller>, by: Id<User>, authorized: bool) -> Result<()> {
    let state = if authorized { State::Active } else { State::Refused };
    diesel::update(partnerships::table.find(id))
        .set((
            partnerships::state.eq(state),
            partnerships::reseller_id.eq(reseller.uuid()),
            partnerships::answered_by.eq(by.uuid()),
            partnerships::answered_at.eq(tx.now()),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// The address of a person.
pub(super) async fn find_email(mut pg: &Pg, user: Id<User>) -> Result<Option<String>> {
    Ok(users::table.find(user).select(users::email).first(&mut pg).await.optional()?)
}

/// How many invitations of its provider a partnership's reseller has in hands.
pub(super) async fn count_in_hands(mut pg: &Pg, id: Id<PartnershipId>) -> Result<i64> {
    let between_both =
        partnerships::provider_id.eq(handouts::inviter_id).and(partnerships::reseller_id.eq(handouts::reseller_id.nullable()));
    Ok(handouts::table
        .inner_join(partnerships::table.on(between_both))
        .filter(partnerships::id.eq(id))
        .filter(handouts::withdrawn_at.is_null())
        .count()
        .get_result(&mut pg)
        .await?)
}

/// Withdrawn before its answer, or ended after it. With an end the database takes back what was handed over (D2).
pub(super) async fn end(tx: &Tx, id: Id<PartnershipId>, state: State, by: Id<User>) -> Result<()> {
    diesel::update(partnerships::table.find(id))
        .set((partnerships::state.eq(state), partnerships::ended_by.eq(by.uuid()), partnerships::ended_at.eq(tx.now())))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

#[diesel::declare_sql_function]
extern "SQL" {
    fn count_attempt(subject: diesel::sql_types::Text, seconds: diesel::sql_types::Integer) -> diesel::sql_types::Integer;
}

/// Counts something that may be done only so often in a window of so many seconds; how often it was, this time included.
pub(super) async fn count(tx: &Tx, subject: &str, seconds: i32) -> Result<i32> {
    Ok(diesel::select(count_attempt(subject, seconds)).get_result(&mut tx.pg()).await?)
}
