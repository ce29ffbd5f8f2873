//! Rows of `issuing_policies`, one for each partnership that has one, and what they depend on.

use diesel::{
    OptionalExtension,
    prelude::{ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl},
};
use diesel_async::RunQueryDsl;

use super::{providers, resellers};
use crate::{
    access::roles::{Admin, Agent},
    db::{
        Pg, Result, Timestamp, Tx,
        schema::{invitation_requests, issuing_policies, memberships, organizations, partnerships, users},
    },
    ids::{Id, Organization, Partnership, Policy as PolicyId, Provider, Reseller, User},
    organizations::{Kind, State},
    requests::{Author, Limits, Policy, from_column, to_column},
    values::Days,
};

type LimitsRow = (Vec<String>, bool, i32, i32, Timestamp, Option<Timestamp>, bool);
type Row = (Id<PolicyId>, Id<Partnership>, LimitsRow, Id<User>, Timestamp);

fn policy((id, partnership, limits, set_by, set_at): Row, author: Option<String>) -> Policy {
    let (asks, standing, days, per_month, from, until, active) = limits;
    let days = Days::new(days).unwrap_or(Days::LONGEST);
    let limits = Limits { asks: from_column(&asks), standing, days, per_month, from, until, active };
    Policy { id, partnership, limits, set_by, author, set_at }
}

macro_rules! columns {
    () => {
        (
            issuing_policies::id,
            issuing_policies::partnership_id,
            (
                issuing_policies::asks,
                issuing_policies::standing,
                issuing_policies::days,
                issuing_policies::per_month,
                issuing_policies::from_at,
                issuing_policies::until_at,
                issuing_policies::active,
            ),
            issuing_policies::set_by,
            issuing_policies::set_at,
        )
    };
}

/// The policy of a partnership, with its author's name as far as whoever is asking may know it.
pub(in crate::requests) async fn find_policy(mut pg: &Pg, partnership: Id<Partnership>) -> Result<Option<Policy>> {
    let row: Option<(Row, Option<String>)> = issuing_policies::table
        .left_join(users::table.on(users::id.eq(issuing_policies::set_by)))
        .filter(issuing_policies::partnership_id.eq(partnership.uuid()))
        .select((columns!(), users::name.nullable()))
        .first(&mut pg)
        .await
        .optional()?;
    Ok(row.map(|(row, author)| policy(row, author)))
}

/// The policy for the requests of a reseller, while its partnership is active; both rows are locked, so that requests at its limit
/// are decided one after the other, and none while the partnership ends.
pub(in crate::requests) async fn lock_policy(tx: &Tx, provider: Id<Provider>, reseller: Id<Reseller>) -> Result<Option<Policy>> {
    let row: Option<Row> = issuing_policies::table
        .inner_join(partnerships::table.on(partnerships::id.eq(issuing_policies::partnership_id)))
        .filter(partnerships::provider_id.eq(provider.uuid()))
        .filter(partnerships::reseller_id.eq(reseller.uuid()))
        .filter(partnerships::state.eq("active"))
        .select(columns!())
        .for_update()
        .first(&mut tx.pg())
        .await
        .optional()?;
    Ok(row.map(|row| policy(row, None)))
}

/// How many were issued under a policy since a moment.
pub(in crate::requests) async fn count_issued(mut pg: &Pg, policy: Id<PolicyId>, since: Timestamp) -> Result<i64> {
    Ok(invitation_requests::table
        .filter(invitation_requests::policy_id.eq(policy.uuid()))
        .filter(invitation_requests::answered_at.ge(since))
        .count()
        .get_result(&mut pg)
        .await?)
}

/// What somebody may do at a provider today; nothing, if they are not there any more.
pub(in crate::requests) async fn find_author(mut pg: &Pg, person: Id<User>, provider: Id<Provider>) -> Result<Option<Author>> {
    let row: Option<(Kind, State, Agent, Admin)> = memberships::table
        .inner_join(organizations::table.on(organizations::id.eq(memberships::org_id)))
        .inner_join(users::table.on(users::id.eq(memberships::user_id)))
        .filter(memberships::user_id.eq(person))
        .filter(memberships::org_id.eq(provider.uuid()))
        .filter(users::disabled_at.is_null())
        .select((organizations::kind, organizations::state, memberships::agent, memberships::admin))
        .first(&mut pg)
        .await
        .optional()?;
    Ok(row.map(|(kind, state, agent, admin)| Author { kind, state, agent, admin }))
}

/// A partnership with both its sides.
#[derive(Debug, Clone, diesel::prelude::Queryable)]
pub struct Pair {
    /// The partnership.
    pub id: Id<Partnership>,
    /// The provider.
    pub provider: Id<Organization>,
    /// Its name.
    pub provider_name: String,
    /// The reseller.
    pub reseller: Id<Organization>,
    /// Its name.
    pub reseller_name: String,
    state: String,
}

impl Pair {
    /// Whether both work together now.
    pub fn is_active(&self) -> bool {
        self.state == "active"
    }
}

/// A partnership that a reseller has answered and that whoever is asking may see.
pub(in crate::requests) async fn find_pair(mut pg: &Pg, id: Id<Partnership>) -> Result<Option<Pair>> {
    Ok(partnerships::table
        .inner_join(providers.on(providers.field(organizations::id).eq(partnerships::provider_id)))
        .inner_join(resellers.on(resellers.field(organizations::id).nullable().eq(partnerships::reseller_id)))
        .filter(partnerships::id.eq(id))
        .select((
            partnerships::id,
            partnerships::provider_id,
            providers.field(organizations::name),
            resellers.field(organizations::id),
            resellers.field(organizations::name),
            partnerships::state,
        ))
        .first(&mut pg)
        .await
        .optional()?)
}

/// Sets the policy of a partnership, for the first time or anew.
pub(in crate::requests) async fn save_policy(tx: &Tx, pair: &Pair, limits: &Limits, by: Id<User>) -> Result<()> {
    let values = (
        issuing_policies::asks.eq(to_column(&limits.asks)),
        issuing_policies::standing.eq(limits.standing),
        issuing_policies::days.eq(limits.days.get()),
        issuing_policies::per_month.eq(limits.per_month),
        issuing_policies::from_at.eq(limits.from),
        issuing_policies::until_at.eq(limits.until),
        issuing_policies::active.eq(limits.active),
        issuing_policies::set_by.eq(by),
        issuing_policies::set_at.eq(tx.now()),
    );
    diesel::insert_into(issuing_policies::table)
        .values((
            issuing_policies::id.eq(Id::<PolicyId>::new()),
            issuing_policies::partnership_id.eq(pair.id.uuid()),
            issuing_policies::provider_id.eq(pair.provider),
            issuing_policies::reseller_id.eq(pair.reseller),
            values.clone(),
        ))
        .on_conflict(issuing_policies::partnership_id)
        .do_update()
        .set(values)
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}
