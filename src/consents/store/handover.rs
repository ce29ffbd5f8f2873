//! Rows of `request_handovers`: who asked which colleague to decide (UX-28).

use diesel::prelude::{ExpressionMethods, JoinOnDsl, QueryDsl};
use diesel_async::RunQueryDsl;

use crate::{
    access::roles::Admin,
    consents::{Colleague, Handover},
    db::{
        Pg, Result, Tx,
        schema::{memberships, request_handovers, users},
    },
    i18n::Lang,
    ids::{Customer, Id, Invitation as InvitationId, Organization, User},
};

diesel::alias!(users as askers: Askers);

/// The organization's global admins by name: whom a colleague can ask to decide.
pub(in crate::consents) async fn list_admins(mut pg: &Pg, org: Id<Organization>) -> Result<Vec<Colleague>> {
    let rows: Vec<(Id<User>, String, String, String)> = memberships::table
        .inner_join(users::table.on(users::id.eq(memberships::user_id)))
        .filter(memberships::org_id.eq(org))
        .filter(memberships::admin.eq(Admin::GlobalAdmin))
        .filter(users::disabled_at.is_null())
        .order((users::name, users::id))
        .limit(50)
        .select((users::id, users::name, users::email, users::language))
        .load(&mut pg)
        .await?;
    let colleague =
        |(user, name, email, language): (Id<User>, String, String, String)| Colleague { user, name, email, language: lang(&language) };
    Ok(rows.into_iter().map(colleague).collect())
}

fn lang(tag: &str) -> Lang {
    Lang::parse(tag).unwrap_or_default()
}

/// Who handed an invitation to whom in a customer's organization, the first time first.
pub(in crate::consents) async fn list_handovers(
    mut pg: &Pg,
    invitation: Id<InvitationId>,
    customer: Id<Customer>,
) -> Result<Vec<Handover>> {
    let rows = request_handovers::table
        .inner_join(users::table.on(users::id.eq(request_handovers::handed_to)))
        .inner_join(askers.on(askers.field(users::id).eq(request_handovers::handed_by)))
        .filter(request_handovers::invitation_id.eq(invitation))
        .filter(request_handovers::customer_id.eq(customer))
        .order((request_handovers::handed_at, request_handovers::handed_to))
        .limit(50)
        .select((askers.field(users::name), users::name, request_handovers::handed_at))
        .load(&mut pg)
        .await?;
    Ok(rows.into_iter().map(|(by, to, at)| Handover { by, to, at }).collect())
}

/// Notes that somebody asked a colleague; `false` when they had before.
pub(in crate::consents) async fn insert_handover(
    tx: &Tx,
    invitation: Id<InvitationId>,
    customer: Id<Customer>,
    by: Id<User>,
    to: Id<User>,
) -> Result<bool> {
    let new = diesel::insert_into(request_handovers::table)
        .values((
            request_handovers::invitation_id.eq(invitation.uuid()),
            request_handovers::customer_id.eq(customer.uuid()),
            request_handovers::handed_by.eq(by.uuid()),
            request_handovers::handed_to.eq(to.uuid()),
            request_handovers::handed_at.eq(tx.now()),
        ))
        .on_conflict_do_nothing()
        .execute(&mut tx.pg())
        .await?;
    Ok(new > 0)
}
