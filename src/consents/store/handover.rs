//! Rows of `request_handovers`: who asked which colleague to decide (UX-28).

use diesel::{
    OptionalExtension, PgTextExpressionMethods,
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, QueryDsl},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::{
    access::roles::Admin,
    consents::{Colleague, Colleagues, Handover},
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, Tx, like, paged,
        schema::{memberships, openings, request_handovers, users},
    },
    i18n::Lang,
    ids::{Customer, Id, Invitation as InvitationId, Organization, User},
};

diesel::alias!(users as askers: Askers);

type ColleagueRow = (Id<User>, String, String, String);

fn colleague((user, name, email, language): ColleagueRow) -> Colleague {
    Colleague { user, name, email, language: lang(&language) }
}

/// An organization's global admins.
macro_rules! admins {
    ($org:expr) => {
        memberships::table
            .inner_join(users::table.on(users::id.eq(memberships::user_id)))
            .filter(memberships::org_id.eq($org))
            .filter(memberships::admin.eq(Admin::GlobalAdmin))
            .filter(users::disabled_at.is_null())
            .select((users::id, users::name, users::email, users::language))
    };
}

/// How many colleagues are offered at once to choose from; others are looked up.
const OFFERED: usize = 20;

/// The organization's global admins, whom a colleague can ask to decide, by a piece of the name or of the address; the first by name
/// when nobody is looked for.
pub(in crate::consents) async fn search_admins(mut pg: &Pg, org: Id<Organization>, text: &str) -> Result<Colleagues> {
    let mut query = admins!(org).into_boxed();
    if !text.is_empty() {
        query = query.filter(users::name.ilike(like::containing(text)).or(users::email.ilike(like::containing(text))));
    }
    let mut rows: Vec<ColleagueRow> = query.order((users::name, users::id)).limit(OFFERED as i64 + 1).load(&mut pg).await?;
    let more = rows.len() > OFFERED;
    rows.truncate(OFFERED);
    Ok(Colleagues { known: rows.into_iter().map(colleague).collect(), more })
}

/// One of them.
pub(in crate::consents) async fn find_admin(mut pg: &Pg, org: Id<Organization>, user: Id<User>) -> Result<Option<Colleague>> {
    let row: Option<ColleagueRow> = admins!(org).filter(users::id.eq(user)).first(&mut pg).await.optional()?;
    Ok(row.map(colleague))
}

fn lang(tag: &str) -> Lang {
    Lang::parse(tag).unwrap_or_default()
}

/// A page of who handed an invitation to whom in a customer's organization, the last time first.
pub(in crate::consents) async fn list_handovers(
    mut pg: &Pg,
    invitation: Id<InvitationId>,
    customer: Id<Customer>,
    cursor: Option<&Cursor<Timestamp>>,
) -> Result<Keyset<Handover>> {
    let query = request_handovers::table
        .inner_join(users::table.on(users::id.eq(request_handovers::handed_to)))
        .inner_join(askers.on(askers.field(users::id).eq(request_handovers::handed_by)))
        .filter(request_handovers::invitation_id.eq(invitation))
        .filter(request_handovers::customer_id.eq(customer))
        .select((request_handovers::id, askers.field(users::name), users::name, request_handovers::handed_at))
        .into_boxed();
    let rows: Vec<(Uuid, String, String, Timestamp)> =
        paged!(query, cursor, desc(request_handovers::handed_at, request_handovers::id)).load(&mut pg).await?;
    let rows = rows.into_iter().map(|(id, by, to, at)| Handover { id, by, to, at }).collect();
    Ok(Keyset::new(rows, cursor, |row: &Handover| (row.at, row.id)))
}

/// Whom somebody asked, by name, and when they did last.
pub(in crate::consents) async fn find_asked(
    mut pg: &Pg,
    invitation: Id<InvitationId>,
    customer: Id<Customer>,
    by: Id<User>,
    to: Id<User>,
) -> Result<Option<(String, Timestamp)>> {
    Ok(request_handovers::table
        .inner_join(users::table.on(users::id.eq(request_handovers::handed_to)))
        .filter(request_handovers::invitation_id.eq(invitation))
        .filter(request_handovers::customer_id.eq(customer))
        .filter(request_handovers::handed_by.eq(by))
        .filter(request_handovers::handed_to.eq(to))
        .order(request_handovers::handed_at.desc())
        .select((users::name, request_handovers::handed_at))
        .first(&mut pg)
        .await
        .optional()?)
}

/// Locks a customer's part in an invitation: its people's askings happen one after the other, so that two clicks ask once.
pub(in crate::consents) async fn lock_opening(tx: &Tx, invitation: Id<InvitationId>, customer: Id<Customer>) -> Result<()> {
    let opening = openings::table.find((invitation, customer)).select(openings::customer_id).for_no_key_update();
    opening.first::<Uuid>(&mut tx.pg()).await.optional()?;
    Ok(())
}

/// Notes that somebody asked a colleague.
pub(in crate::consents) async fn insert_handover(
    tx: &Tx,
    invitation: Id<InvitationId>,
    customer: Id<Customer>,
    by: Id<User>,
    to: Id<User>,
) -> Result<()> {
    diesel::insert_into(request_handovers::table)
        .values((
            request_handovers::invitation_id.eq(invitation.uuid()),
            request_handovers::customer_id.eq(customer.uuid()),
            request_handovers::handed_by.eq(by.uuid()),
            request_handovers::handed_to.eq(to.uuid()),
            request_handovers::handed_at.eq(tx.now()),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}
