//! Lists of partnerships and of the organizations in them.

use diesel::{
    BoolExpressionMethods, NullableExpressionMethods, PgTextExpressionMethods,
    prelude::{ExpressionMethods, JoinOnDsl, QueryDsl},
};
use diesel_async::RunQueryDsl;

use super::{Partnership, Row, State, organizations, partnerships, providers, resellers, with_parties};
use crate::{
    db::{Cursor, Keyset, Pg, Result, Timestamp, Tx, like, paged, schema::handouts},
    ids::{Id, Invitation, Organization, Partnership as PartnershipId, Provider, Reseller},
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

/// The other organizations in active partnerships that a filter picks.
macro_rules! known {
    ($other:expr, $filter:expr) => {
        partnerships::table
            .inner_join(organizations::table.on(organizations::id.nullable().eq($other)))
            .filter($filter)
            .filter(partnerships::state.eq(State::Active))
            .select((organizations::id, organizations::name, organizations::partner_id, organizations::contact_email))
    };
}

/// How many resellers are offered at once to choose from; others are looked up.
pub const OFFERED: usize = 20;

/// Resellers to choose from.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// The first of them by name, twenty at most.
    pub known: Vec<Known<Reseller>>,
    /// Whether there are more.
    pub more: bool,
}

/// A provider's active resellers by a piece of the name or the whole partner ID, everybody when nothing is looked for; without
/// those who have an invitation in their hands already, if one is given.
///
/// # Errors
/// As every query.
pub async fn search_active_resellers(mut pg: &Pg, provider: Id<Provider>, text: &str, without: Option<Id<Invitation>>) -> Result<Choice> {
    let mut query = known!(partnerships::reseller_id, partnerships::provider_id.eq(provider.uuid())).into_boxed();
    if !text.trim().is_empty() {
        let text = text.trim();
        query = query.filter(organizations::name.ilike(like::containing(text)).or(organizations::partner_id.eq(text.to_owned())));
    }
    if let Some(invitation) = without {
        let holding = handouts::table.filter(handouts::invitation_id.eq(invitation)).filter(handouts::withdrawn_at.is_null());
        query = query.filter(organizations::id.ne_all(holding.select(handouts::reseller_id)));
    }
    let mut rows: Vec<KnownRow> = query.order((organizations::name, organizations::id)).limit(OFFERED as i64 + 1).load(&mut pg).await?;
    let more = rows.len() > OFFERED;
    rows.truncate(OFFERED);
    Ok(Choice { known: rows.into_iter().map(Known::from).collect(), more })
}

/// Those of some resellers with whom a provider has an active partnership.
///
/// # Errors
/// As every query.
pub async fn find_active_resellers(mut pg: &Pg, provider: Id<Provider>, ids: &[Id<Reseller>]) -> Result<Vec<Known<Reseller>>> {
    let ids: Vec<_> = ids.iter().map(|id| id.uuid()).collect();
    let query = known!(partnerships::reseller_id, partnerships::provider_id.eq(provider.uuid())).filter(organizations::id.eq_any(ids));
    Ok(query.load::<KnownRow>(&mut pg).await?.into_iter().map(Known::from).collect())
}

impl Choice {
    /// Keeps the one that is chosen already among them, whatever was looked for.
    ///
    /// # Errors
    /// As every query.
    pub async fn keep(&mut self, pg: &Pg, provider: Id<Provider>, chosen: Option<Id<Reseller>>) -> Result<()> {
        if let Some(chosen) = chosen.filter(|chosen| self.known.iter().all(|known| known.id != *chosen)) {
            self.known.extend(find_active_resellers(pg, provider, &[chosen]).await?);
        }
        Ok(())
    }
}

/// The providers with which a reseller has an active partnership, by name.
///
/// # Errors
/// As every query.
pub async fn list_active_providers(mut pg: &Pg, reseller: Id<Organization>) -> Result<Vec<Known<Provider>>> {
    let query = known!(partnerships::provider_id.nullable(), partnerships::reseller_id.eq(reseller.uuid()));
    let query = query.order((organizations::name, organizations::id));
    Ok(query.load::<KnownRow>(&mut pg).await?.into_iter().map(Known::from).collect())
}

/// Keeps the active partnerships with some resellers from ending until the transaction does: what is handed over now is not
/// left in the hands of one that parts in the same moment (D2).
///
/// # Errors
/// As every query.
pub async fn hold(tx: &Tx, provider: Id<Provider>, ids: &[Id<Reseller>]) -> Result<()> {
    let ids: Vec<_> = ids.iter().map(|id| Some(id.uuid())).collect();
    let query = partnerships::table
        .filter(partnerships::provider_id.eq(provider.uuid()))
        .filter(partnerships::reseller_id.eq_any(ids))
        .filter(partnerships::state.eq(State::Active))
        .order(partnerships::id);
    let _: Vec<Id<PartnershipId>> = query.select(partnerships::id).for_share().load(&mut tx.pg()).await?;
    Ok(())
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
