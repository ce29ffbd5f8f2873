//! Delegations that a reseller has from a provider's customers: they outlive the partnership (D20).

use diesel::{
    AggregateExpressionMethods, BoolExpressionMethods, NullableExpressionMethods,
    dsl::{count, count_star},
    prelude::{ExpressionMethods, JoinOnDsl, QueryDsl, Queryable},
};
use diesel_async::RunQueryDsl;

use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp,
        alive::living_delegation,
        paged,
        schema::{delegations, organizations, partnerships, services},
    },
    i18n::Lang,
    ids::{Delegation, Id, Organization, Partnership},
    partnerships::Concerned,
    services::Purpose,
};

/// A living delegation of a customer of the one side, held by the other.
#[derive(Debug, Clone, Queryable)]
pub struct LeftOver {
    /// The delegation.
    pub id: Id<Delegation>,
    /// The customer's name.
    pub customer: String,
    /// The service's name in English, Chinese and Russian.
    pub service: (String, String, String),
    /// What for.
    pub purpose: Purpose,
    /// Until when.
    pub ends_at: Timestamp,
}

impl LeftOver {
    /// The service's name in a language.
    pub fn service(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.service.0,
            Lang::ZhCn => &self.service.1,
            Lang::Ru => &self.service.2,
        }
    }
}

/// A page of the delegations that a partnership's reseller has from its provider's customers and that have not ended by then, by customer.
pub async fn list_left_over(
    mut pg: &Pg,
    partnership: Id<Partnership>,
    cursor: Option<&Cursor<String>>,
    now: Timestamp,
) -> Result<Keyset<LeftOver>> {
    let between_both =
        partnerships::provider_id.eq(delegations::owner_id).and(partnerships::reseller_id.eq(delegations::holder_id.nullable()));
    let query = delegations::table
        .inner_join(partnerships::table.on(between_both))
        .inner_join(organizations::table.on(organizations::id.eq(delegations::customer_id)))
        .inner_join(services::table.on(services::code.eq(delegations::service)))
        .filter(partnerships::id.eq(partnership))
        .filter(living_delegation!(now))
        .select((
            delegations::id,
            organizations::name,
            (services::name_en, services::name_zh, services::name_ru),
            delegations::purpose,
            delegations::ends_at,
        ))
        .into_boxed();
    let rows: Vec<LeftOver> = paged!(query, cursor, asc(organizations::name, delegations::id)).load(&mut pg).await?;
    Ok(Keyset::new(rows, cursor, |row: &LeftOver| (row.customer.clone(), row.id.uuid())))
}

type ConcernedRow = (Id<Organization>, String, i64);

fn concerned((customer, name, delegations): ConcernedRow) -> Concerned {
    Concerned { customer, name, delegations }
}

/// The delegations that a partnership's reseller has under its provider's relationships, with their customers; a macro because the
/// type cannot be written.
macro_rules! left_over {
    ($partnership:expr, $now:expr) => {
        delegations::table
            .inner_join(partnerships::table.on(
                partnerships::provider_id.eq(delegations::owner_id).and(partnerships::reseller_id.eq(delegations::holder_id.nullable())),
            ))
            .inner_join(organizations::table.on(organizations::id.eq(delegations::customer_id)))
            .filter(partnerships::id.eq($partnership))
            .filter(living_delegation!($now))
    };
}

/// How many customers have how many of those delegations.
pub(in crate::partnerships) async fn count_concerned(mut pg: &Pg, partnership: Id<Partnership>, now: Timestamp) -> Result<(i64, i64)> {
    Ok(left_over!(partnership, now).select((count(organizations::id).aggregate_distinct(), count_star())).first(&mut pg).await?)
}

/// So many of those customers, the first by name; each with how many.
pub(in crate::partnerships) async fn list_first_concerned(
    mut pg: &Pg,
    partnership: Id<Partnership>,
    most: i64,
    now: Timestamp,
) -> Result<Vec<Concerned>> {
    let rows: Vec<ConcernedRow> = left_over!(partnership, now)
        .group_by((organizations::id, organizations::name))
        .order((organizations::name, organizations::id))
        .limit(most)
        .select((organizations::id, organizations::name, count_star()))
        .load(&mut pg)
        .await?;
    Ok(rows.into_iter().map(concerned).collect())
}

/// So many of those customers that come after one, by id: whoever goes through all of them begins with the nil one.
pub(in crate::partnerships) async fn list_concerned_after(
    mut pg: &Pg,
    partnership: Id<Partnership>,
    after: Id<Organization>,
    most: i64,
    now: Timestamp,
) -> Result<Vec<Concerned>> {
    let rows: Vec<ConcernedRow> = left_over!(partnership, now)
        .filter(delegations::customer_id.gt(after.uuid()))
        .group_by((organizations::id, organizations::name))
        .order(organizations::id)
        .limit(most)
        .select((organizations::id, organizations::name, count_star()))
        .load(&mut pg)
        .await?;
    Ok(rows.into_iter().map(concerned).collect())
}
