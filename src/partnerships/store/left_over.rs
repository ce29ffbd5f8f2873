//! Delegations that a reseller has from a provider's customers: they outlive the partnership (D20).

use diesel::{
    BoolExpressionMethods, NullableExpressionMethods,
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

/// The customers with delegations that a partnership's reseller has under its provider's relationships, by name; each with how many.
pub(in crate::partnerships) async fn list_concerned(mut pg: &Pg, partnership: Id<Partnership>, now: Timestamp) -> Result<Vec<Concerned>> {
    let between_both =
        partnerships::provider_id.eq(delegations::owner_id).and(partnerships::reseller_id.eq(delegations::holder_id.nullable()));
    let rows: Vec<(Id<Organization>, String, i64)> = delegations::table
        .inner_join(partnerships::table.on(between_both))
        .inner_join(organizations::table.on(organizations::id.eq(delegations::customer_id)))
        .filter(partnerships::id.eq(partnership))
        .filter(living_delegation!(now))
        .group_by((organizations::id, organizations::name))
        .order((organizations::name, organizations::id))
        .select((organizations::id, organizations::name, diesel::dsl::count_star()))
        .load(&mut pg)
        .await?;
    Ok(rows.into_iter().map(|(customer, name, delegations)| Concerned { customer, name, delegations }).collect())
}
