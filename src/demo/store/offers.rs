//! Memberships that were offered.

use diesel::prelude::ExpressionMethods;
use diesel_async::RunQueryDsl;

use crate::{
    access::roles::{Admin, Agent},
    db::{
        Result, Timestamp, Tx,
        schema::{account_links, membership_offers},
    },
    demo::{cast::Org, id},
    ids::{Id, Organization, User},
};

/// A membership that somebody was offered, with the way to set up the account that goes with it.
pub(in crate::demo) async fn add_offer(
    tx: &Tx,
    user: Id<User>,
    (name, email): (&str, &str),
    org: &Org,
    (agent, admin): (Agent, Admin),
    at: Timestamp,
) -> Result<()> {
    let offering = id::<Organization>("organization", org.key);
    diesel::insert_into(membership_offers::table)
        .values((
            membership_offers::user_id.eq(user),
            membership_offers::org_id.eq(offering),
            membership_offers::org_kind.eq(org.kind),
            membership_offers::org_name.eq(org.name),
            membership_offers::name.eq(name),
            membership_offers::email.eq(email),
            membership_offers::agent.eq(agent),
            membership_offers::admin.eq(admin),
            membership_offers::offered_at.eq(at),
        ))
        .execute(&mut tx.pg())
        .await?;
    diesel::insert_into(account_links::table)
        .values((
            account_links::id.eq(id::<User>("set-up", email)),
            account_links::user_id.eq(user),
            account_links::purpose.eq("set-up"),
            account_links::email.eq(email),
            account_links::org_id.eq(offering.uuid()),
            account_links::created_at.eq(at),
            account_links::expires_at.eq(at + chrono::TimeDelta::days(7)),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}
