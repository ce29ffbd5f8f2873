//! Everything that came of one invitation, page by page: who has it, who passed it on to whom, who answered it, what was granted.

use diesel::prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp,
        alive::with_agreed,
        paged,
        schema::{acceptances, declines, forwards, handouts, organizations, outbox, relationships},
    },
    ids::{Acceptance, Id, Invitation, Organization, Relationship},
    reports::{AnswerLine, ForwardLine, HandoutLine, Party, Through},
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

/// A page of the acceptances of an invitation, and of what was agreed on from it by counter-offers (D16).
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
        .filter(acceptances::invitation_id.eq_any(diesel::select(with_agreed(id.uuid()))))
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

/// A page of the resellers that have an invitation or had it, the last handed first.
pub(in crate::reports) async fn list_handouts(
    mut pg: &Pg,
    id: Id<Invitation>,
    cursor: Option<&Cursor<Timestamp>>,
) -> Result<Keyset<HandoutLine>> {
    let query = handouts::table
        .inner_join(forwarders.on(forwarders.field(organizations::id).eq(handouts::reseller_id)))
        .filter(handouts::invitation_id.eq(id))
        .select((party!(forwarders), handouts::handed_at, handouts::withdrawn_at))
        .into_boxed();
    let rows: Vec<(PartyRow, Timestamp, Option<Timestamp>)> =
        paged!(query, cursor, desc(handouts::handed_at, handouts::reseller_id)).load(&mut pg).await?;
    let lines = rows.into_iter().map(|(reseller, at, withdrawn_at)| HandoutLine { reseller: party(reseller), at, withdrawn_at });
    Ok(Keyset::new(lines.collect(), cursor, |line: &HandoutLine| (line.at, line.reseller.id.uuid())))
}

/// A page of the answers to an invitation, the last first.
pub(in crate::reports) async fn list_answers(
    pg: &Pg,
    id: Id<Invitation>,
    cursor: Option<&Cursor<Timestamp>>,
) -> Result<Keyset<(Uuid, AnswerLine)>> {
    // Both halves are cut at the same place, so what is newest in both is what is newest.
    let (accepted, declined) = futures_util::try_join!(list_acceptances(pg, id, cursor), list_declines(pg, id, cursor))?;
    let mut all = [accepted, declined].concat();
    all.sort_by_key(|(id, line)| (line.at, *id));
    if !cursor.is_some_and(|cursor| cursor.before) {
        all.reverse();
    }
    Ok(Keyset::new(all, cursor, |(id, line): &(Uuid, AnswerLine)| (line.at, *id)))
}

async fn list_acceptances(mut pg: &Pg, id: Id<Invitation>, cursor: Option<&Cursor<Timestamp>>) -> Result<Vec<(Uuid, AnswerLine)>> {
    type Row = (Uuid, PartyRow, String, Id<Relationship>, String, Timestamp);
    let query = acceptances::table
        .inner_join(customers.on(customers.field(organizations::id).eq(acceptances::customer_id)))
        .filter(acceptances::invitation_id.eq(id))
        .select((
            acceptances::id,
            party!(customers),
            acceptances::reference,
            acceptances::relationship_id,
            acceptances::accepted_by_name,
            acceptances::accepted_at,
        ))
        .into_boxed();
    let rows: Vec<Row> = paged!(query, cursor, desc(acceptances::accepted_at, acceptances::id)).load(&mut pg).await?;
    let answer = |(id, customer, reference, relationship, by, at): Row| {
        let (reference, relationship, by) = (Some(reference), Some(relationship), Some(by));
        (id, AnswerLine { customer: party(customer), reference, relationship, by, at, reason: None })
    };
    Ok(rows.into_iter().map(answer).collect())
}

async fn list_declines(mut pg: &Pg, id: Id<Invitation>, cursor: Option<&Cursor<Timestamp>>) -> Result<Vec<(Uuid, AnswerLine)>> {
    let query = declines::table
        .inner_join(customers.on(customers.field(organizations::id).eq(declines::customer_id)))
        .filter(declines::invitation_id.eq(id))
        .select((declines::id, party!(customers), declines::declined_at, declines::reason))
        .into_boxed();
    let rows: Vec<(Uuid, PartyRow, Timestamp, Option<String>)> =
        paged!(query, cursor, desc(declines::declined_at, declines::id)).load(&mut pg).await?;
    let answer = |(id, customer, at, reason)| {
        (id, AnswerLine { customer: party(customer), reference: None, relationship: None, by: None, at, reason })
    };
    Ok(rows.into_iter().map(answer).collect())
}
