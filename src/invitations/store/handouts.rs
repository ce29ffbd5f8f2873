//! Rows of `handouts`: to which resellers the inviter handed an invitation (D2).

use diesel::{
    OptionalExtension,
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl, Queryable},
};
use diesel_async::RunQueryDsl;

use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, Tx, paged,
        schema::{handouts, invitations, organizations, partnerships},
    },
    ids::{Id, Invitation as InvitationId, Organization, Provider, Reseller, User},
    partnerships::State,
};

/// A reseller that has an invitation in its hands.
#[derive(Debug, Clone, Queryable)]
pub struct Handed {
    /// The reseller.
    pub reseller: Id<Organization>,
    /// Its name.
    pub name: String,
    /// Since when.
    pub at: Timestamp,
}

/// The hands in which an invitation is, with the names of the resellers. A reseller sees itself alone.
macro_rules! hands {
    ($id:expr) => {
        handouts::table
            .inner_join(organizations::table.on(organizations::id.eq(handouts::reseller_id)))
            .filter(handouts::invitation_id.eq($id))
            .filter(handouts::withdrawn_at.is_null())
            .select((handouts::reseller_id, organizations::name, handouts::handed_at))
    };
}

/// A page of those who have an invitation, by name.
pub(in crate::invitations) async fn list_hands(
    mut pg: &Pg,
    id: Id<InvitationId>,
    cursor: Option<&Cursor<String>>,
) -> Result<Keyset<Handed>> {
    let query = hands!(id).into_boxed();
    let rows: Vec<Handed> = paged!(query, cursor, asc(organizations::name, handouts::reseller_id)).load(&mut pg).await?;
    Ok(Keyset::new(rows, cursor, |row: &Handed| (row.name.clone(), row.reseller.uuid())))
}

/// How many have it.
pub(in crate::invitations) async fn count_hands(mut pg: &Pg, id: Id<InvitationId>) -> Result<i64> {
    let held = handouts::table.filter(handouts::invitation_id.eq(id)).filter(handouts::withdrawn_at.is_null());
    Ok(held.count().get_result(&mut pg).await?)
}

/// What a reseller has of it, if it has it.
pub(in crate::invitations) async fn find_hand(mut pg: &Pg, id: Id<InvitationId>, reseller: Id<Organization>) -> Result<Option<Handed>> {
    Ok(hands!(id).filter(handouts::reseller_id.eq(reseller)).first(&mut pg).await.optional()?)
}

/// Everybody who has it, by id: to tell them all, or to tell whether some of them have it.
pub(in crate::invitations) async fn list_holding(mut pg: &Pg, id: Id<InvitationId>) -> Result<Vec<Id<Organization>>> {
    let held = handouts::table.filter(handouts::invitation_id.eq(id)).filter(handouts::withdrawn_at.is_null());
    Ok(held.select(handouts::reseller_id).load(&mut pg).await?)
}

/// Whether a reseller has the invitation in its hands.
pub(in crate::invitations) async fn is_handed(mut pg: &Pg, id: Id<InvitationId>, reseller: Id<Organization>) -> Result<bool> {
    let handed = handouts::table.find((id, reseller)).filter(handouts::withdrawn_at.is_null());
    Ok(diesel::select(diesel::dsl::exists(handed)).get_result(&mut pg).await?)
}

/// Whether a reseller works with the inviter of an invitation now.
pub(in crate::invitations) async fn is_partner_of_inviter(mut pg: &Pg, id: Id<InvitationId>, reseller: Id<Organization>) -> Result<bool> {
    let active = partnerships::table
        .inner_join(invitations::table.on(invitations::inviter_id.eq(partnerships::provider_id)))
        .filter(invitations::id.eq(id))
        .filter(partnerships::reseller_id.eq(reseller.uuid()))
        .filter(partnerships::state.eq(State::Active));
    Ok(diesel::select(diesel::dsl::exists(active)).get_result(&mut pg).await?)
}

/// Hands an invitation to a reseller, for the first time or again.
pub(in crate::invitations) async fn hand_out(
    tx: &Tx,
    id: Id<InvitationId>,
    inviter: Id<Provider>,
    reseller: Id<Reseller>,
    by: Id<User>,
) -> Result<()> {
    diesel::insert_into(handouts::table)
        .values((
            handouts::invitation_id.eq(id),
            handouts::inviter_id.eq(inviter.uuid()),
            handouts::reseller_id.eq(reseller.uuid()),
            handouts::handed_by.eq(by),
            handouts::handed_at.eq(tx.now()),
        ))
        .on_conflict((handouts::invitation_id, handouts::reseller_id))
        .do_update()
        .set((handouts::handed_by.eq(by), handouts::handed_at.eq(tx.now()), handouts::withdrawn_at.eq(None::<Timestamp>)))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Takes it back; whether the reseller had it.
pub(in crate::invitations) async fn take_back(tx: &Tx, id: Id<InvitationId>, reseller: Id<Organization>) -> Result<bool> {
    let held = handouts::table.find((id, reseller)).filter(handouts::withdrawn_at.is_null());
    Ok(diesel::update(held).set(handouts::withdrawn_at.eq(tx.now())).execute(&mut tx.pg()).await? > 0)
}
