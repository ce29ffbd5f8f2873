//! A counter-offer of the demo's past.

use diesel::prelude::ExpressionMethods;
use diesel_async::RunQueryDsl;

use super::{act_as, act_as_nobody};
use crate::{
    db::{Result, Timestamp, Tx, schema::counter_offers},
    ids::{CounterOffer, Id, Invitation, Organization, User},
};

/// A counter-offer that waits for its inviter.
pub(in crate::demo) struct NewCounterOffer<'a> {
    pub id: Id<CounterOffer>,
    pub invitation: Id<Invitation>,
    pub inviter: Id<Organization>,
    pub customer: Id<Organization>,
    pub asks: Vec<String>,
    pub days: i32,
    pub note: &'a str,
    pub made: (Id<User>, Timestamp),
}

pub(in crate::demo) async fn add_counter_offer(tx: &Tx, new: &NewCounterOffer<'_>) -> Result<()> {
    act_as(tx, new.customer).await?;
    diesel::insert_into(counter_offers::table)
        .values((
            counter_offers::id.eq(new.id),
            counter_offers::invitation_id.eq(new.invitation),
            counter_offers::customer_id.eq(new.customer),
            counter_offers::inviter_id.eq(new.inviter),
            counter_offers::asks.eq(&new.asks),
            counter_offers::days.eq(new.days),
            counter_offers::note.eq(new.note),
            counter_offers::made_by.eq(new.made.0),
            counter_offers::made_at.eq(new.made.1),
        ))
        .execute(&mut tx.pg())
        .await?;
    act_as_nobody(tx).await
}
