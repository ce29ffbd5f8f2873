//! Rows of `invitation_uses`: how often an invitation was used. The database counts, in slots, so that nobody waits.

use diesel::{
    dsl::sum,
    prelude::{ExpressionMethods, QueryDsl},
};
use diesel_async::RunQueryDsl;

use crate::{
    db::{Pg, Result, schema::invitation_uses},
    ids::{Id, Invitation as InvitationId},
};

/// How many customers used an invitation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Uses {
    /// Those whose people came to it, signed in.
    pub opened: i64,
    /// Those that accepted.
    pub accepted: i64,
    /// Those that declined.
    pub declined: i64,
}

/// How often an invitation was used, as far as its inviter may see it.
pub(in crate::invitations) async fn find_uses(mut pg: &Pg, id: Id<InvitationId>) -> Result<Uses> {
    let counts: Vec<(String, Option<i64>)> = invitation_uses::table
        .filter(invitation_uses::invitation_id.eq(id))
        .group_by(invitation_uses::what)
        .select((invitation_uses::what, sum(invitation_uses::uses)))
        .load(&mut pg)
        .await?;
    let of = |word: &str| counts.iter().find(|(what, _)| what == word).and_then(|(_, uses)| *uses).unwrap_or_default();
    Ok(Uses { opened: of("opened"), accepted: of("accepted"), declined: of("declined") })
}

/// How often the invitation of a list's row was used in one way.
macro_rules! uses {
    ($what:literal) => {
        invitation_uses::table
            .filter(invitation_uses::invitation_id.eq(invitations::id))
            .filter(invitation_uses::what.eq($what))
            .select(diesel::dsl::sum(invitation_uses::uses))
            .single_value()
    };
}
pub(super) use uses;
