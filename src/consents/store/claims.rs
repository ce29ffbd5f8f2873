//! Whether an organization's people are those whom an addressed invitation is meant for.

use diesel::prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, PgTextExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;

use crate::{
    consents::Claims,
    db::{
        Pg, Result, like,
        schema::{memberships, users},
    },
    ids::{Id, Organization},
    invitations::Recipient,
};

/// What is known of somebody who comes to an addressed invitation; the caller knows the person, this asks for the colleagues.
pub(in crate::consents) async fn find_claims(mut pg: &Pg, org: Id<Organization>, recipient: &Recipient) -> Result<Claims> {
    let at_domain = format!("%@{}", like::literal(recipient.domain.as_deref().unwrap_or("-")));
    let colleagues = memberships::table
        .inner_join(users::table.on(users::id.eq(memberships::user_id)))
        .filter(memberships::org_id.eq(org))
        .filter(users::email_confirmed_at.is_not_null())
        .filter(users::disabled_at.is_null())
        .filter(users::email.eq(recipient.email.clone()).or(users::email.ilike(at_domain)))
        // Not every column of users can be read.
        .select(users::id);
    let colleague = diesel::select(diesel::dsl::exists(colleagues)).get_result(&mut pg).await?;
    Ok(Claims { colleague, ..Claims::default() })
}
