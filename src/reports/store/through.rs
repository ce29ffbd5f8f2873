//! Everything that came of one invitation, page by page: who passed it on to whom, who accepted it, and what was granted with that.

use diesel::prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, paged,
        schema::{acceptances, forwards, organizations, outbox, relationships},
    },
    ids::{Acceptance, Id, Invitation, Organization, Relationship},
    reports::{ForwardLine, Party, Through},
};

diesel::alias!(organizations as customers: Customers, organizations as forwarders: Forwarders);

type PartyRow = (Id<Organization>, String, Option<String>);

fn party((id, name, partner_id): PartyRow) -> Party {
    Party { id, name, partner_id }
}

macro_rules! party {
    ($alias:expr) => {
        $alias.fields((organizations::id, organizations::name, organizations::partner_id))
    };
}

/// A page of the acceptances of an invitation.
pub(in crate::reports) async fn list_accepted(
    mut pg: &Pg,
    id: Id<Invitation>,
    cursor: Option<&Cursor<Timestamp>>,
) -> Result<Keyset<Through>> {
    type Row = (Id<Acceptance>, PartyRow, String, (Id<Relationship>, String), String, Timestamp, Option<PartyRow>);
    let query = acceptances::table
        .inner_join(customers.on(customers.field(organizations::id).eq(acceptances::customer_id)))
        .inner_join(relationships::table.on(relationships::id.eq(acceptances::relationship_id)))
        .left_join(forwarders.on(forwarders.field(organizations::id).nullable().eq(acceptances::forwarder_id)))
        .filter(acceptances::invitation_id.eq(id))
        .select((
            acceptances::id,
            party!(customers),
            acceptances::reference,
            (relationships::id, relationships::state),
            acceptances::accepted_by_name,
            acceptances::accepted_at,
            party!(forwarders).nullable(),
        ))
        .into_boxed();
    let rows: Vec<Row> = paged!(query, cursor, desc(acceptances::accepted_at, acceptances::id)).load(&mut pg).await?;
    let lines = rows
        .into_iter()
        .map(|(id, customer, reference, (relationship, state), by, at, forwarder)| Through {
            id,
            customer: party(customer),
            reference,
            relationship,
            state,
            by,
            at,
            forwarder: forwarder.map(party),
        })
        .collect();
    Ok(Keyset::new(lines, cursor, |line: &Through| (line.at, line.id.uuid())))
}

/// A page of the forwards of an invitation, each with its id, which makes the order total.
pub(in crate::reports) async fn list_forwards(
    mut pg: &Pg,
    id: Id<Invitation>,
    cursor: Option<&Cursor<Timestamp>>,
) -> Result<Keyset<(Uuid, ForwardLine)>> {
    type Row = (Uuid, PartyRow, String, Option<String>, Timestamp, Option<String>);
    let query = forwards::table
        .inner_join(forwarders.on(forwarders.field(organizations::id).eq(forwards::forwarder_id)))
        .left_join(outbox::table.on(outbox::id.nullable().eq(forwards::outbox_id)))
        .filter(forwards::invitation_id.eq(id))
        .select((
            forwards::id,
            party!(forwarders),
            forwards::way,
            forwards::recipient_email,
            forwards::forwarded_at,
            outbox::state.nullable(),
        ))
        .into_boxed();
    let rows: Vec<Row> = paged!(query, cursor, desc(forwards::forwarded_at, forwards::id)).load(&mut pg).await?;
    let lines = rows
        .into_iter()
        .map(|(id, forwarder, way, recipient, at, mail)| (id, ForwardLine { forwarder: party(forwarder), way, recipient, at, mail }))
        .collect();
    Ok(Keyset::new(lines, cursor, |line: &(Uuid, ForwardLine)| (line.1.at, line.0)))
}
