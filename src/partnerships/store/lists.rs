//! Lists of partnerships and of the organizations in them.

use diesel::{
    BoolExpressionMethods, NullableExpressionMethods,
    prelude::{ExpressionMethods, JoinOnDsl, QueryDsl},
};
use diesel_async::RunQueryDsl;

use super::{Partnership, Row, State, organizations, partnerships, providers, resellers, with_parties};
use crate::{
    db::{Cursor, Keyset, Pg, Result, Timestamp, paged},
    ids::{Id, Organization, Provider, Reseller},
};

/// A page of an organization's partnerships, as provider or as reseller, the newest first; of one standing only, if a word for one is given.
pub async fn list(
    mut pg: &Pg,
    org: Id<Organization>,
    transacts: bool,
    now: Timestamp,
    standing: Option<&str>,
    cursor: Option<&Cursor<Timestamp>>,
) -> Result<Keyset<Partnership>> {
    let mut query = with_parties!().into_boxed();
    query =
        if transacts { query.filter(partnerships::provider_id.eq(org)) } else { query.filter(partnerships::reseller_id.eq(org.uuid())) };
    query = match standing {
        Some("expired") => query.filter(partnerships::state.eq(State::Invited)).filter(partnerships::expires_at.le(now)),
        Some("invited") => query.filter(partnerships::state.eq(State::Invited)).filter(partnerships::expires_at.gt(now)),
        Some(word) => match State::parse(word) {
            Some(state) => query.filter(partnerships::state.eq(state)),
            None => query,
        },
        None => query,
    };
    let rows: Vec<Row> = paged!(query, cursor, desc(partnerships::invited_at, partnerships::id)).load(&mut pg).await?;
    let rows = rows.into_iter().map(Partnership::from).collect();
    Ok(Keyset::new(rows, cursor, |row| (row.invited_at, row.id.uuid())))
}

/// A partner in an active partnership, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known<T: 'static> {
    /// The organization.
    pub id: Id<T>,
    /// Its name.
    pub name: String,
    /// Its partner ID.
    pub partner_id: String,
    /// Where it can be asked.
    pub contact_email: Option<String>,
}

type KnownRow = (Id<Organization>, String, Option<String>, Option<String>);

impl<T> From<KnownRow> for Known<T> {
    fn from((id, name, partner_id, contact_email): KnownRow) -> Self {
        Self { id: id.known_as(), name, partner_id: partner_id.unwrap_or_default(), contact_email }
    }
}

/// The other organizations in active partnerships that a filter picks, by name.
macro_rules! known {
    ($other:expr, $filter:expr) => {
        partnerships::table
            .inner_join(organizations::table.on(organizations::id.nullable().eq($other)))
            .filter($filter)
            .filter(partnerships::state.eq(State::Active))
            .order((organizations::name, organizations::id))
            .select((organizations::id, organizations::name, organizations::partner_id, organizations::contact_email))
    };
}

/// The resellers with whom a provider has an active partnership, by name.
///
/// # Errors
/// As every query.
pub async fn list_active_resellers(mut pg: &Pg, provider: Id<Provider>) -> Result<Vec<Known<Reseller>>> {
    let query = known!(partnerships::reseller_id, partnerships::provider_id.eq(provider.uuid()));
    Ok(query.load::<KnownRow>(&mut pg).await?.into_iter().map(Known::from).collect())
}

/// The providers with which a reseller has an active partnership, by name.
///
/// # Errors
/// As every query.
pub async fn list_active_providers(mut pg: &Pg, reseller: Id<Organization>) -> Result<Vec<Known<Provider>>> {
    let query = known!(partnerships::provider_id.nullable(), partnerships::reseller_id.eq(reseller.uuid()));
    Ok(query.load::<KnownRow>(&mut pg).await?.into_iter().map(Known::from).collect())
}

/// Whether both work together now (D2).
///
/// # Errors
/// As every query.
pub async fn is_active(mut pg: &Pg, provider: Id<Provider>, reseller: Id<Organization>) -> Result<bool> {
    let query = partnerships::table
        .filter(partnerships::provider_id.eq(provider.uuid()))
        .filter(partnerships::reseller_id.eq(reseller.uuid()))
        .filter(partnerships::state.eq(State::Active));
    Ok(diesel::select(diesel::dsl::exists(query)).get_result(&mut pg).await?)
}
