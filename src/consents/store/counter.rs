//! Rows of `counter_offers`.

use diesel::{
    OptionalExtension,
    prelude::{ExpressionMethods, QueryDsl, Queryable},
};
use diesel_async::RunQueryDsl;
use futures_util::try_join;
use uuid::Uuid;

use crate::{
    consents::counter::{Closed, CounterOffer, Facts, Open, Outcome, Proposal, Stage},
    db::{
        Pg, Result, Timestamp, Tx,
        schema::{counter_offers, openings, organizations, users},
    },
    ids::{CounterOffer as CounterOfferId, Customer, Id, Invitation as InvitationId, Organization, Provider, User},
    invitations::Invitation,
    organizations::{Kind, Party, PartyColumns, State, party},
    services::{Purpose, Scope},
    values::{Days, Note},
};

#[derive(Queryable)]
struct Row {
    ids: (Id<CounterOfferId>, Id<InvitationId>, Id<Provider>, Id<Customer>),
    terms: (Vec<String>, i32, Option<Id<Organization>>, Option<String>),
    made: (Id<User>, Timestamp),
    closed: (Stage, Option<Timestamp>, Option<String>, Option<Id<InvitationId>>),
}

macro_rules! columns {
    () => {
        (
            (counter_offers::id, counter_offers::invitation_id, counter_offers::inviter_id, counter_offers::customer_id),
            (counter_offers::asks, counter_offers::days, counter_offers::holder_id, counter_offers::note),
            (counter_offers::made_by, counter_offers::made_at),
            (counter_offers::state, counter_offers::closed_at, counter_offers::reason, counter_offers::agreed_invitation_id),
        )
    };
}

/// A scope as its row has it: `exchange-online/support`.
fn scope(text: &str) -> Option<Scope> {
    let (service, purpose) = text.rsplit_once('/')?;
    Some(Scope { service: service.to_owned(), purpose: Purpose::parse(purpose)? })
}

impl From<Row> for CounterOffer {
    fn from(row: Row) -> Self {
        let (id, invitation, inviter, customer) = row.ids;
        let (asks, days, holder, note) = row.terms;
        let (made_by, made_at) = row.made;
        let (stage, at, reason, agreed) = row.closed;
        let proposal = Proposal {
            asks: asks.iter().filter_map(|text| scope(text)).collect(),
            // The schema says 1 to 730.
            days: Days::new(days.clamp(1, Days::MAX)).expect("within its bounds"),
            holder,
            note: note.and_then(|note| Note::parse(&note).ok()),
        };
        let facts = Facts { id, invitation, inviter, customer, proposal, made_by, made_at };
        let outcome = match (stage, agreed) {
            (Stage::Open, _) => return Self::Open(Open(facts)),
            (Stage::Agreed, Some(invitation)) => Outcome::Agreed(invitation),
            (Stage::Refused, _) => Outcome::Refused(reason.unwrap_or_default()),
            (Stage::Agreed | Stage::Withdrawn, _) => Outcome::Withdrawn,
        };
        Self::Closed(Closed { at: at.unwrap_or(facts.made_at), facts, outcome })
    }
}

/// The newest counter-offer of a customer to an invitation.
pub(in crate::consents) async fn find_counter_of(
    mut pg: &Pg,
    invitation: Id<InvitationId>,
    customer: Id<Customer>,
) -> Result<Option<CounterOffer>> {
    let row = counter_offers::table
        .filter(counter_offers::invitation_id.eq(invitation))
        .filter(counter_offers::customer_id.eq(customer))
        .order((counter_offers::made_at.desc(), counter_offers::id.desc()))
        .select(columns!())
        .first::<Row>(&mut pg)
        .await
        .optional()?;
    Ok(row.map(Into::into))
}

/// A counter-offer that whoever is asking may see.
pub(in crate::consents) async fn find_counter(mut pg: &Pg, id: Id<CounterOfferId>) -> Result<Option<CounterOffer>> {
    Ok(counter_offers::table.find(id).select(columns!()).first::<Row>(&mut pg).await.optional()?.map(Into::into))
}

/// An open counter-offer, locked until the transaction ends; one that is closed cannot be locked any more.
pub(in crate::consents) async fn lock_counter(tx: &Tx, id: Id<CounterOfferId>) -> Result<Option<Open>> {
    let open = counter_offers::table.find(id).filter(counter_offers::state.eq(Stage::Open));
    let row = open.select(columns!()).for_update().first::<Row>(&mut tx.pg()).await.optional()?;
    Ok(row.and_then(|row| match row.into() {
        CounterOffer::Open(open) => Some(open),
        CounterOffer::Closed(_) => None,
    }))
}

/// The open counter-offer of a customer to an invitation, locked until the transaction ends.
pub(in crate::consents) async fn lock_counter_of(tx: &Tx, invitation: Id<InvitationId>, customer: Id<Customer>) -> Result<Option<Open>> {
    let open: Option<Id<CounterOfferId>> = counter_offers::table
        .filter(counter_offers::invitation_id.eq(invitation))
        .filter(counter_offers::customer_id.eq(customer))
        .filter(counter_offers::state.eq(Stage::Open))
        .select(counter_offers::id)
        .first(&mut tx.pg())
        .await
        .optional()?;
    match open {
        Some(id) => lock_counter(tx, id).await,
        None => Ok(None),
    }
}

/// Writes a counter-offer.
///
/// # Errors
/// [`crate::db::Error::Constraint`] `counter_offers_one_open` when there is an open one.
pub(in crate::consents) async fn insert_counter(tx: &Tx, offer: &Facts) -> Result<()> {
    let asks: Vec<String> = offer.proposal.asks.iter().map(Scope::to_field).collect();
    diesel::insert_into(counter_offers::table)
        .values((
            counter_offers::id.eq(offer.id.uuid()),
            counter_offers::invitation_id.eq(offer.invitation.uuid()),
            counter_offers::customer_id.eq(offer.customer.uuid()),
            counter_offers::inviter_id.eq(offer.inviter.uuid()),
            counter_offers::asks.eq(asks),
            counter_offers::days.eq(offer.proposal.days.get()),
            counter_offers::holder_id.eq(offer.proposal.holder.map(Id::uuid)),
            counter_offers::note.eq(offer.proposal.note.as_ref().map(Note::as_str)),
            counter_offers::made_by.eq(offer.made_by.uuid()),
            counter_offers::made_at.eq(offer.made_at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Writes what became of a counter-offer.
pub(in crate::consents) async fn close_counter(tx: &Tx, closed: &Closed, by: Id<User>) -> Result<()> {
    let (reason, agreed) = match closed.outcome() {
        Outcome::Refused(reason) => (Some(reason.as_str()), None),
        Outcome::Agreed(invitation) => (None, Some(invitation.uuid())),
        Outcome::Withdrawn => (None, None),
    };
    diesel::update(counter_offers::table.find(closed.facts.id))
        .set((
            counter_offers::state.eq(closed.stage()),
            counter_offers::closed_by.eq(by.uuid()),
            counter_offers::closed_at.eq(closed.at()),
            counter_offers::reason.eq(reason),
            counter_offers::agreed_invitation_id.eq(agreed),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Whether an invitation is what this very customer agreed on with the inviter.
pub(in crate::consents) async fn is_agreed_with(mut pg: &Pg, invitation: Id<InvitationId>, customer: Id<Customer>) -> Result<bool> {
    let agreed = counter_offers::table
        .filter(counter_offers::agreed_invitation_id.eq(invitation.uuid()))
        .filter(counter_offers::customer_id.eq(customer));
    Ok(diesel::select(diesel::dsl::exists(agreed)).get_result(&mut pg).await?)
}

/// The markets and states that an agreement depends on: the customer's and the inviter's. Once there is nothing left to answer,
/// of the customer only the copied name.
pub(in crate::consents) async fn find_parties(pg: &Pg, offer: &Facts) -> Result<Vec<Party>> {
    let ids = [offer.customer.uuid(), offer.inviter.uuid()];
    let (rows, name): (Vec<PartyColumns>, String) =
        try_join!(async { organizations::table.filter(organizations::id.eq_any(ids)).select(party!()).load(&mut &*pg).await }, async {
            counter_offers::table.find(offer.id).select(counter_offers::customer_name).first(&mut &*pg).await
        },)?;
    let mut parties: Vec<Party> = rows.into_iter().map(Into::into).collect();
    if parties.iter().all(|party| party.id != Id::from(offer.customer)) {
        parties.push(Party::once_called(offer.customer, name));
    }
    Ok(parties)
}

#[diesel::declare_sql_function]
extern "SQL" {
    fn carry_forward(
        forward: diesel::sql_types::Uuid,
        agreed: diesel::sql_types::Uuid,
    ) -> diesel::sql_types::Nullable<diesel::sql_types::Uuid>;
}

/// Puts the invitation of an agreement into the customer's list, as its people came to the first one: by whom, when, and by
/// which forward, so that who passed it on is told of the answer as well (D15).
pub(in crate::consents) async fn open_agreed(tx: &Tx, offer: &Facts, agreed: &Invitation) -> Result<()> {
    let (forward, by, at): (Option<Uuid>, Id<User>, Timestamp) = openings::table
        .find((offer.invitation, offer.customer))
        .select((openings::forward_id, openings::opened_by, openings::opened_at))
        .first(&mut tx.pg())
        .await?;
    let forward: Option<Uuid> = match forward {
        Some(forward) => diesel::select(carry_forward(forward, agreed.id.uuid())).get_result(&mut tx.pg()).await?,
        None => None,
    };
    diesel::insert_into(openings::table)
        .values((
            openings::invitation_id.eq(agreed.id.uuid()),
            openings::customer_id.eq(offer.customer.uuid()),
            openings::inviter_id.eq(offer.inviter.uuid()),
            openings::forward_id.eq(forward),
            openings::opened_by.eq(by.uuid()),
            openings::opened_at.eq(at),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// An active reseller by its partner ID: partners are a public directory (D11).
pub(in crate::consents) async fn find_reseller(mut pg: &Pg, partner_id: &str) -> Result<Option<Party>> {
    let found = organizations::table
        .filter(organizations::partner_id.eq(partner_id))
        .filter(organizations::kind.eq(Kind::IndirectReseller))
        .filter(organizations::state.eq(State::Active));
    Ok(found.select(party!()).first::<PartyColumns>(&mut pg).await.optional()?.map(Into::into))
}

/// The address of whoever made a counter-offer, while the account lives.
pub(in crate::consents) async fn find_maker(mut pg: &Pg, offer: &Facts) -> Result<Option<String>> {
    let maker = users::table.find(offer.made_by).filter(users::disabled_at.is_null());
    Ok(maker.select(users::email).first(&mut pg).await.optional()?)
}

/// A partner's name.
pub(in crate::consents) async fn find_holder(mut pg: &Pg, holder: Id<Organization>) -> Result<Option<Party>> {
    Ok(organizations::table.find(holder).select(party!()).first::<PartyColumns>(&mut pg).await.optional()?.map(Into::into))
}
