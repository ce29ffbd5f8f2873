//! The whole register of subscriptions, for the operator.

use diesel::{
    PgTextExpressionMethods,
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, Queryable},
};
use diesel_async::RunQueryDsl;

use crate::{
    db::{
        Cursor, Keyset, Pg, Result, like, paged,
        schema::{organizations, relationships, subscriptions},
    },
    ids::{Id, Organization, Relationship, Subscription},
    reports::{Party, SubscriptionLine},
    subscriptions::{Channel, State},
};

diesel::alias!(organizations as customers: Customers, organizations as sellers: Sellers, organizations as recorded_partners: Recorded);

type PartyRow = (Id<Organization>, String, Option<String>);

fn party((id, name, partner_id): PartyRow) -> Party {
    Party { id, name, partner_id }
}

macro_rules! party {
    ($alias:expr) => {
        $alias.fields((organizations::id, organizations::name, organizations::partner_id))
    };
}

#[derive(Queryable)]
struct Row {
    what: (Id<Subscription>, String, String, Channel, State),
    term: (Option<i32>, chrono::NaiveDate, Option<chrono::NaiveDate>),
    customer: PartyRow,
    seller: Option<PartyRow>,
    recorded: Option<PartyRow>,
    relationship: Option<Id<Relationship>>,
}

impl From<Row> for SubscriptionLine {
    fn from(row: Row) -> Self {
        let (id, external_id, service, channel, state) = row.what;
        let (seats, start, end) = row.term;
        let (customer, seller, partner_of_record) = (party(row.customer), row.seller.map(party), row.recorded.map(party));
        let relationship = row.relationship;
        Self { id, external_id, service, channel, state, seats, start, end, customer, seller, partner_of_record, relationship }
    }
}

/// Which subscriptions.
#[derive(Debug, Default)]
pub(in crate::reports) struct SubscriptionFilter {
    /// A part of the external ID, or whoever is meant: the customer, the seller, the partner of record.
    pub text: String,
    pub service: String,
    pub channel: Option<Channel>,
    pub state: Option<State>,
}

/// The organizations somebody may mean: by a part of the name, by partner ID, by domain.
macro_rules! meant {
    ($text:expr) => {
        organizations::table
            .filter(
                organizations::name
                    .ilike(like::containing($text))
                    .or(organizations::partner_id.eq($text.to_owned()))
                    .or(organizations::domain.eq($text.to_lowercase())),
            )
            .select(organizations::id)
    };
}

/// A page of the register by external ID, which never changes and is nobody else's; each with the relationship it was sold under.
pub(in crate::reports) async fn list_subscriptions(
    mut pg: &Pg,
    filter: &SubscriptionFilter,
    cursor: Option<&Cursor<String>>,
) -> Result<Keyset<SubscriptionLine>> {
    let sold_under = relationships::table
        .filter(relationships::customer_id.eq(subscriptions::customer_id))
        .filter(relationships::owner_id.nullable().eq(subscriptions::seller_id))
        .order((relationships::state, relationships::since.desc()))
        .select(relationships::id)
        .single_value();
    let mut query = subscriptions::table
        .inner_join(customers.on(customers.field(organizations::id).eq(subscriptions::customer_id)))
        .left_join(sellers.on(sellers.field(organizations::id).nullable().eq(subscriptions::seller_id)))
        .left_join(recorded_partners.on(recorded_partners.field(organizations::id).nullable().eq(subscriptions::partner_of_record_id)))
        .select((
            (subscriptions::id, subscriptions::external_id, subscriptions::service, subscriptions::channel, subscriptions::state),
            (subscriptions::seats, subscriptions::term_start, subscriptions::term_end),
            party!(customers),
            party!(sellers).nullable(),
            party!(recorded_partners).nullable(),
            sold_under,
        ))
        .into_boxed();
    if !filter.text.is_empty() {
        let text = &filter.text;
        query = query.filter(
            (subscriptions::external_id.ilike(like::containing(text)))
                .or(subscriptions::customer_id.eq_any(meant!(text)))
                .or(subscriptions::seller_id.eq_any(meant!(text).select(organizations::id.nullable())))
                .or(subscriptions::partner_of_record_id.eq_any(meant!(text).select(organizations::id.nullable()))),
        );
    }
    if !filter.service.is_empty() {
        query = query.filter(subscriptions::service.eq(&filter.service));
    }
    if let Some(channel) = filter.channel {
        query = query.filter(subscriptions::channel.eq(channel));
    }
    if let Some(state) = filter.state {
        query = query.filter(subscriptions::state.eq(state));
    }
    let rows = paged!(query, cursor, asc(subscriptions::external_id, subscriptions::id)).load::<Row>(&mut pg).await?;
    let lines = rows.into_iter().map(SubscriptionLine::from).collect();
    Ok(Keyset::new(lines, cursor, |line: &SubscriptionLine| (line.external_id.clone(), line.id.uuid())))
}
