//! What was agreed on from an invitation by counter-offers (D16), for the operator who stops it or lets it go (UX-22).

use diesel::prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;

use crate::{
    db::{
        Pg, Result, Timestamp, Tx,
        alive::with_agreed,
        schema::{acceptances, invitations, relationships},
    },
    ids::{Id, Invitation as InvitationId, Organization, User},
    invitations::State,
};

/// An invitation's id and what its people call it.
pub(in crate::invitations) type Called = (Id<InvitationId>, String);

/// What makes an invitation one that was agreed on from another, can be answered still, and was not stopped.
macro_rules! open_agreed {
    ($about:expr) => {
        invitations::id
            .eq_any(diesel::select(with_agreed($about.uuid())))
            .and(invitations::id.ne($about))
            .and(invitations::state.eq(State::Open))
            .and(invitations::stopped_reason.is_null())
    };
}

/// Such invitations, by name.
pub(in crate::invitations) async fn list_open_agreed(mut pg: &Pg, about: Id<InvitationId>) -> Result<Vec<Called>> {
    let query = invitations::table.filter(open_agreed!(about)).order((invitations::label, invitations::id));
    Ok(query.select((invitations::id, invitations::label)).load(&mut pg).await?)
}

/// The invitations that were stopped with one, by name.
pub(in crate::invitations) async fn list_stopped_with(mut pg: &Pg, about: Id<InvitationId>) -> Result<Vec<Called>> {
    let query = invitations::table.filter(invitations::stopped_with.eq(about.uuid())).order((invitations::label, invitations::id));
    Ok(query.select((invitations::id, invitations::label)).load(&mut pg).await?)
}

/// Every customer that accepted what was agreed on and works with the inviter still, with its name and the reference of its latest
/// receipt.
pub(in crate::invitations) async fn list_accepting_agreed(
    mut pg: &Pg,
    about: Id<InvitationId>,
) -> Result<Vec<(Id<Organization>, String, String)>> {
    Ok(acceptances::table
        .inner_join(relationships::table.on(relationships::id.eq(acceptances::relationship_id)))
        .filter(acceptances::invitation_id.eq_any(diesel::select(with_agreed(about.uuid()))))
        .filter(acceptances::invitation_id.ne(about))
        .filter(relationships::state.eq("active"))
        .distinct_on(acceptances::customer_id)
        .order((acceptances::customer_id, acceptances::accepted_at.desc()))
        .select((acceptances::customer_id, relationships::customer_name, acceptances::reference))
        .load(&mut pg)
        .await?)
}

/// Stops what was agreed on from a stopped invitation and is open; what that was.
pub(in crate::invitations) async fn stop_agreed(tx: &Tx, about: Id<InvitationId>, reason: &str, by: Id<User>) -> Result<Vec<Called>> {
    Ok(diesel::update(invitations::table.filter(open_agreed!(about)))
        .set((
            invitations::state.eq(State::Revoked),
            invitations::state_since.eq(tx.now()),
            invitations::state_by.eq(by.uuid()),
            invitations::stopped_reason.eq(reason),
            invitations::stopped_at.eq(tx.now()),
            invitations::stopped_from.eq(State::Open),
            invitations::stopped_from_since.eq(invitations::state_since.nullable()),
            invitations::stopped_from_by.eq(invitations::state_by),
            invitations::stopped_with.eq(about.uuid()),
        ))
        .returning((invitations::id, invitations::label))
        .get_results(&mut tx.pg())
        .await?)
}

/// Lets go what was stopped with an invitation; what that was.
pub(in crate::invitations) async fn lift_agreed(tx: &Tx, about: Id<InvitationId>) -> Result<Vec<Called>> {
    Ok(diesel::update(invitations::table.filter(invitations::stopped_with.eq(about.uuid())))
        .set((
            invitations::state.eq(invitations::stopped_from.assume_not_null()),
            invitations::state_since.eq(invitations::stopped_from_since.assume_not_null()),
            invitations::state_by.eq(invitations::stopped_from_by),
            invitations::stopped_reason.eq(None::<String>),
            invitations::stopped_at.eq(None::<Timestamp>),
            invitations::stopped_from.eq(None::<State>),
            invitations::stopped_from_since.eq(None::<Timestamp>),
            invitations::stopped_from_by.eq(None::<uuid::Uuid>),
            invitations::stopped_with.eq(None::<uuid::Uuid>),
        ))
        .returning((invitations::id, invitations::label))
        .get_results(&mut tx.pg())
        .await?)
}
