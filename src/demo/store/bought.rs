//! The demo's subscriptions.

use chrono::NaiveDate;
use diesel::prelude::ExpressionMethods;
use diesel_async::RunQueryDsl;

use crate::{
    db::{Result, Timestamp, Tx, schema::subscriptions},
    demo::{cast, id},
    ids::{Id, Organization},
    subscriptions::{Channel, State},
};

/// A subscription as it is.
pub(in crate::demo) struct NewSubscription<'a> {
    pub external_id: &'a str,
    pub customer: &'a str,
    pub service: &'a str,
    pub channel: Channel,
    pub seller: Option<&'a str>,
    pub record: Option<&'a str>,
    pub contact: Option<&'a str>,
    pub seats: Option<i32>,
    pub start: NaiveDate,
    pub end: Option<NaiveDate>,
    pub state: State,
    pub imported_at: Timestamp,
}

pub(in crate::demo) async fn add_subscription(tx: &Tx, new: &NewSubscription<'_>) -> Result<()> {
    let org = |key: &str| id::<Organization>("organization", key);
    diesel::insert_into(subscriptions::table)
        .values((
            subscriptions::external_id.eq(new.external_id),
            subscriptions::customer_id.eq(org(new.customer)),
            subscriptions::service.eq(new.service),
            subscriptions::channel.eq(new.channel),
            subscriptions::seller_id.eq(new.seller.map(org).map(Id::uuid)),
            subscriptions::seller_kind.eq(new.seller.map(|key| cast::org(key).kind.key())),
            subscriptions::partner_of_record_id.eq(new.record.map(org).map(Id::uuid)),
            (
                subscriptions::support_contact_id.eq(new.contact.map(org).map(Id::uuid)),
                subscriptions::seats.eq(new.seats),
                subscriptions::term_start.eq(new.start),
                subscriptions::term_end.eq(new.end),
                subscriptions::state.eq(new.state),
                subscriptions::imported_at.eq(new.imported_at),
            ),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}
