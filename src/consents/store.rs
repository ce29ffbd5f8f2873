//! Rows of `openings` and `declines`, and what lies before a customer.

mod accepted;
mod claims;
mod counter;
mod handover;

pub(super) use accepted::{NewAcceptance, Receipt, find_acceptance, find_attempt, find_receipt, save_acceptance};
pub(super) use claims::find_claims;
pub(super) use counter::{
    close_counter, find_counter, find_counter_of, find_holder, find_maker, find_parties, find_reseller, insert_counter, is_agreed_with,
    lock_counter, lock_counter_of, open_agreed,
};
pub(super) use handover::{find_admin, find_asked, insert_handover, list_handovers, lock_opening, search_admins};

use diesel::{
    OptionalExtension, PgExpressionMethods,
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, PgTextExpressionMethods, QueryDsl},
};
use diesel_async::RunQueryDsl;
use futures_util::try_join;
use uuid::Uuid;

use super::{Accepted, Agreement, Candidate, Declined, Passed, Request, Sender, obstacle};
use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, Tx, like, paged,
        schema::{acceptances, agreements, declines, forwards, invitations, openings, organizations, partnerships, relationships},
    },
    delegations,
    i18n::Lang,
    ids::{Customer, Forward, Id, Invitation as InvitationId, Organization, User},
    invitations::{Invitation, Kind as InvitationKind, State as InvitationState, find},
    organizations::{Kind, Party, PartyColumns, State, party},
    services,
};

#[diesel::declare_sql_function]
extern "SQL" {
    fn count_attempt(subject: diesel::sql_types::Text, seconds: diesel::sql_types::Integer) -> diesel::sql_types::Integer;
}

diesel::alias!(organizations as inviters: Inviters, organizations as forwarders: Forwarders, acceptances as later: Later);

/// Resellers of the inviter that a page offers without being asked; more are found by name.
const OFFERED: i64 = 25;

type SenderRow = (PartyColumns, Option<String>, Option<String>);
type PassedRow = (PartyColumns, Timestamp, Option<i32>);

fn sender((inviter, contact, registered_id): SenderRow, passed: Option<PassedRow>) -> Sender {
    let passed = passed.map(|(by, at, revision)| Passed { by: by.into(), at, revision });
    Sender { inviter: inviter.into(), contact, registered_id, passed }
}

macro_rules! sender_columns {
    () => {
        (inviters.fields(party!()), inviters.field(organizations::contact_email), inviters.field(organizations::registered_id))
    };
}

/// Whose an invitation is, and who passed it on when the link says so.
pub(super) async fn find_sender(pg: &Pg, invitation: Id<InvitationId>, via: Option<Uuid>) -> Result<Option<Sender>> {
    let (row, passed) = try_join!(find_inviter(pg, invitation), find_passed(pg, invitation, via))?;
    Ok(row.map(|row| sender(row, passed.map(|(_, passed)| passed))))
}

async fn find_inviter(mut pg: &Pg, invitation: Id<InvitationId>) -> Result<Option<SenderRow>> {
    Ok(invitations::table
        .inner_join(inviters.on(inviters.field(organizations::id).eq(invitations::inviter_id)))
        .filter(invitations::id.eq(invitation))
        .select(sender_columns!())
        .first(&mut pg)
        .await
        .optional()?)
}

/// The forward of a link, if it is one of this invitation.
pub(super) async fn find_passed(mut pg: &Pg, invitation: Id<InvitationId>, via: Option<Uuid>) -> Result<Option<(Id<Forward>, PassedRow)>> {
    let Some(via) = via else { return Ok(None) };
    Ok(forwards::table
        .inner_join(forwarders.on(forwarders.field(organizations::id).eq(forwards::forwarder_id)))
        .filter(forwards::id.eq(via))
        .filter(forwards::invitation_id.eq(invitation))
        .select((forwards::id, (forwarders.fields(party!()), forwards::forwarded_at, forwards::revision)))
        .first(&mut pg)
        .await
        .optional()?)
}

async fn find_decline(mut pg: &Pg, invitation: Id<InvitationId>, customer: Id<Customer>) -> Result<Option<Declined>> {
    let row: Option<(Timestamp, i32)> = declines::table
        .filter(declines::invitation_id.eq(invitation))
        .filter(declines::customer_id.eq(customer))
        .select((declines::declined_at, declines::revision))
        .order(declines::declined_at.desc())
        .first(&mut pg)
        .await
        .optional()?;
    Ok(row.map(|(at, revision)| Declined { at, revision }))
}

/// Everything that lies before a customer about an invitation that its people have come to, with some partners looked up by id.
pub(super) async fn find_request(
    pg: &Pg,
    id: Id<InvitationId>,
    customer: Id<Customer>,
    lang: Lang,
    wanted: &[Id<Organization>],
    now: Timestamp,
) -> Result<Option<Request>> {
    let (invitation, opening, own, catalogue, agreement, resellers, others, in_force, found, declined) = try_join!(
        find(pg, id),
        find_opening(pg, id, customer),
        find_party(pg, customer.into()),
        services::list(pg),
        find_agreement(pg, None, lang),
        list_resellers(pg, id, customer),
        list_wanted(pg, id, customer, wanted),
        delegations::in_force_for(pg, customer, now),
        find_acceptance(pg, id, customer.into()),
        find_decline(pg, id, customer),
    )?;
    let (Some(invitation), Some((opened_at, opened_revision, sender)), Some(customer), Some(agreement)) =
        (invitation, opening, own, agreement)
    else {
        return Ok(None);
    };
    // The inviter first, then who passed it on, then whom it suggests; only those that work with the inviter are of its list (D11).
    let mut others = others;
    others.sort_by_key(|other| sender.forwarder().is_none_or(|by| by.id != other.party.id));
    let mut candidates = vec![Candidate { party: sender.inviter.clone(), inside: true }];
    for candidate in others.into_iter().chain(resellers.into_iter().map(|party| Candidate { party, inside: true })) {
        if candidates.iter().all(|known| known.party.id != candidate.party.id) {
            candidates.push(candidate);
        }
    }
    let open = obstacle(&invitation, &sender, now).is_none();
    let declined = declined.filter(|declined| found.as_ref().is_none_or(|accepted| accepted.at < declined.at));
    let (accepted, before) = match found {
        Some(yes) if yes.settles(invitation.kind, invitation.revision, open) => (Some(yes), None),
        other => (None, other),
    };
    // Whoever may not act is no choice.
    candidates.retain(|candidate| {
        candidate.party.id == sender.inviter.id
            || (candidate.party.kind == Kind::IndirectReseller && candidate.party.state == State::Active)
    });
    Ok(Some(Request {
        invitation,
        sender,
        opened_at,
        opened_revision,
        customer,
        catalogue,
        agreement,
        candidates,
        in_force,
        accepted,
        before,
        declined,
        now,
    }))
}

type OpeningRow = ((Timestamp, i32), SenderRow, Option<Timestamp>, Option<i32>, Option<PartyColumns>);

async fn find_opening(mut pg: &Pg, invitation: Id<InvitationId>, customer: Id<Customer>) -> Result<Option<(Timestamp, i32, Sender)>> {
    let row: Option<OpeningRow> = openings::table
        .inner_join(inviters.on(inviters.field(organizations::id).eq(openings::inviter_id)))
        .left_join(forwards::table.on(openings::forward_id.eq(forwards::id.nullable())))
        .left_join(forwarders.on(forwards::forwarder_id.nullable().eq(forwarders.field(organizations::id).nullable())))
        .filter(openings::invitation_id.eq(invitation))
        .filter(openings::customer_id.eq(customer))
        .select((
            (openings::opened_at, openings::revision),
            sender_columns!(),
            forwards::forwarded_at.nullable(),
            forwards::revision.nullable(),
            forwarders.fields(party!()).nullable(),
        ))
        .first(&mut pg)
        .await
        .optional()?;
    Ok(row.map(|((opened_at, revision), inviter, at, passed_on, by)| {
        (opened_at, revision, sender(inviter, by.zip(at).map(|(by, at)| (by, at, passed_on))))
    }))
}

pub(super) async fn find_party(mut pg: &Pg, org: Id<Organization>) -> Result<Option<Party>> {
    Ok(organizations::table.find(org).select(party!()).first::<PartyColumns>(&mut pg).await.optional()?.map(Into::into))
}

/// A version of the agreement in a language; without a version, the one in force: the newest whose day has come, by the
/// database's clock. In English where it lacks the language.
pub(super) async fn find_agreement(mut pg: &Pg, version: Option<&str>, lang: Lang) -> Result<Option<Agreement>> {
    let mut query = agreements::table
        .filter(agreements::language.eq_any([lang.tag(), Lang::En.tag()]))
        .filter(agreements::published_at.le(diesel::dsl::now))
        .order((agreements::published_at.desc(), agreements::version.desc()))
        .limit(2)
        .select((agreements::version, agreements::language, agreements::title, agreements::body))
        .into_boxed();
    if let Some(version) = version {
        query = query.filter(agreements::version.eq(version.to_owned()));
    }
    let mut rows: Vec<(String, String, String, String)> = query.load(&mut pg).await?;
    // The first is of the version; if the second is as well, they are its two languages.
    let newest = rows.as_slice().first().map(|(version, ..)| version.clone());
    rows.retain(|(version, ..)| Some(version) == newest.as_ref());
    let best = rows.iter().position(|(_, language, ..)| language == lang.tag()).unwrap_or_default();
    let row = (!rows.is_empty()).then(|| rows.swap_remove(best));
    Ok(row.map(|(version, language, title, body)| Agreement { version, language: Lang::parse(&language).unwrap_or_default(), title, body }))
}

/// The first of the inviter's active resellers by name.
async fn list_resellers(mut pg: &Pg, invitation: Id<InvitationId>, customer: Id<Customer>) -> Result<Vec<Party>> {
    let rows: Vec<PartyColumns> = openings::table
        .inner_join(partnerships::table.on(partnerships::provider_id.eq(openings::inviter_id)))
        .inner_join(organizations::table.on(partnerships::reseller_id.eq(organizations::id.nullable())))
        .filter(openings::invitation_id.eq(invitation))
        .filter(openings::customer_id.eq(customer))
        .filter(partnerships::state.eq("active"))
        .filter(organizations::state.eq(State::Active))
        .order((organizations::name, organizations::id))
        .limit(OFFERED)
        .select(party!())
        .load(&mut pg)
        .await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Whether the organization of the row is an active reseller of the invitation's inviter.
macro_rules! works_with_inviter {
    ($invitation:expr, $customer:expr) => {
        diesel::dsl::exists(
            partnerships::table
                .inner_join(openings::table.on(openings::inviter_id.eq(partnerships::provider_id)))
                .filter(partnerships::reseller_id.eq(organizations::id.nullable()))
                .filter(partnerships::state.eq("active"))
                .filter(openings::invitation_id.eq($invitation))
                .filter(openings::customer_id.eq($customer)),
        )
    };
}

/// Partners by id, whom the invitation suggests, and who passed it on to this customer; each with whether it works with the inviter.
async fn list_wanted(
    mut pg: &Pg,
    invitation: Id<InvitationId>,
    customer: Id<Customer>,
    wanted: &[Id<Organization>],
) -> Result<Vec<Candidate>> {
    let suggested = invitations::table.filter(invitations::id.eq(invitation)).select(invitations::suggested_holder_id);
    let passed = openings::table
        .inner_join(forwards::table.on(openings::forward_id.eq(forwards::id.nullable())))
        .filter(openings::invitation_id.eq(invitation))
        .filter(openings::customer_id.eq(customer))
        .select(forwards::forwarder_id);
    let ids: Vec<Uuid> = wanted.iter().map(|id| id.uuid()).collect();
    let rows: Vec<(PartyColumns, bool)> = organizations::table
        .filter(organizations::id.nullable().eq_any(suggested).or(organizations::id.eq_any(ids)).or(organizations::id.eq_any(passed)))
        .filter(organizations::kind.eq(Kind::IndirectReseller))
        .order((organizations::name, organizations::id))
        .select((party!(), works_with_inviter!(invitation, customer)))
        .load(&mut pg)
        .await?;
    Ok(rows.into_iter().map(|(party, inside)| Candidate { party: party.into(), inside }).collect())
}

/// Active resellers by a piece of the name or the whole partner ID, ten at most (D11). Partners are a public directory.
pub(super) async fn search_resellers(
    mut pg: &Pg,
    invitation: Id<InvitationId>,
    customer: Id<Customer>,
    text: &str,
) -> Result<Vec<Candidate>> {
    let rows: Vec<(PartyColumns, bool)> = organizations::table
        .filter(organizations::kind.eq(Kind::IndirectReseller))
        .filter(organizations::state.eq(State::Active))
        .filter(organizations::name.ilike(like::containing(text)).or(organizations::partner_id.eq(text.to_owned())))
        .order((organizations::name, organizations::id))
        .limit(10)
        .select((party!(), works_with_inviter!(invitation, customer)))
        .load(&mut pg)
        .await?;
    Ok(rows.into_iter().map(|(party, inside)| Candidate { party: party.into(), inside }).collect())
}

/// Notes that a customer's people came; `true` if it is the first time. The link by which they came last is the one that they answer by:
/// whoever passed on an earlier one may be suspended by now, or work with the inviter no longer, and has no part in what comes of this one
/// (D2, D15).
pub(super) async fn save_opening(
    tx: &Tx,
    opened: &Invitation,
    customer: Id<Customer>,
    forward: Option<Id<Forward>>,
    by: Id<User>,
) -> Result<bool> {
    let new = diesel::insert_into(openings::table)
        .values((
            openings::invitation_id.eq(opened.id.uuid()),
            openings::revision.eq(opened.revision),
            openings::inviter_id.eq(opened.inviter.uuid()),
            openings::customer_id.eq(customer.uuid()),
            openings::forward_id.eq(forward.map(Id::uuid)),
            openings::opened_by.eq(by.uuid()),
            openings::opened_at.eq(tx.now()),
        ))
        .on_conflict_do_nothing()
        .execute(&mut tx.pg())
        .await?;
    if new == 0 {
        let forward = forward.map(Id::uuid);
        let by_another = openings::table.find((opened.id, customer)).filter(openings::forward_id.is_distinct_from(forward));
        diesel::update(by_another).set(openings::forward_id.eq(forward)).execute(&mut tx.pg()).await?;
    }
    Ok(new > 0)
}

/// Locks the customer's row: its acceptances happen one after the other, those of different customers side by side.
pub(super) async fn lock_customer(tx: &Tx, customer: Id<Customer>) -> Result<()> {
    organizations::table.find(customer).select(organizations::id).for_no_key_update().first::<Uuid>(&mut tx.pg()).await?;
    Ok(())
}

/// The forward by which a customer's people came.
pub(super) async fn find_forward(mut pg: &Pg, invitation: Id<InvitationId>, customer: Id<Customer>) -> Result<Option<Uuid>> {
    Ok(openings::table.find((invitation, customer)).select(openings::forward_id).first(&mut pg).await.optional()?.flatten())
}

pub(super) async fn save_decline(tx: &Tx, request: &Request, forward: Option<Uuid>, by: Id<User>, reason: Option<&str>) -> Result<()> {
    diesel::insert_into(declines::table)
        .values((
            declines::id.eq(Uuid::now_v7()),
            declines::invitation_id.eq(request.invitation.id.uuid()),
            declines::forward_id.eq(forward),
            declines::inviter_id.eq(request.invitation.inviter.uuid()),
            declines::customer_id.eq(request.customer.id.uuid()),
            declines::declined_by.eq(by.uuid()),
            declines::declined_at.eq(tx.now()),
            declines::reason.eq(reason),
            declines::revision.eq(request.invitation.revision),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// An invitation that a customer's people came to, in their list.
pub(super) struct Received {
    pub id: Id<InvitationId>,
    pub inviter: Party,
    pub kind: InvitationKind,
    pub state: InvitationState,
    pub expires_at: Option<Timestamp>,
    /// The revision in force.
    pub revision: i32,
    pub opened_at: Timestamp,
    /// The latest yes.
    pub accepted: Option<Accepted>,
    pub declined_at: Option<Timestamp>,
}

type ReceivedRow = (
    (Id<InvitationId>, InvitationKind, InvitationState, Option<Timestamp>, i32),
    PartyColumns,
    Timestamp,
    Option<(String, Timestamp, i32)>,
    Option<Timestamp>,
    Option<Timestamp>,
);

/// A page of the invitations that a customer's people came to, the newest first.
pub(super) async fn list_received(mut pg: &Pg, customer: Id<Customer>, cursor: Option<&Cursor<Timestamp>>) -> Result<Keyset<Received>> {
    let declined = declines::table
        .filter(declines::invitation_id.eq(openings::invitation_id))
        .filter(declines::customer_id.eq(openings::customer_id))
        .select(diesel::dsl::max(declines::declined_at))
        .single_value();
    let overtaken = later
        .filter(later.field(acceptances::invitation_id).eq(acceptances::invitation_id))
        .filter(later.field(acceptances::customer_id).eq(acceptances::customer_id))
        .filter(later.field(acceptances::accepted_at).gt(acceptances::accepted_at));
    let query = openings::table
        .inner_join(invitations::table.on(invitations::id.eq(openings::invitation_id)))
        .inner_join(inviters.on(inviters.field(organizations::id).eq(openings::inviter_id)))
        .left_join(
            acceptances::table
                .on(acceptances::invitation_id.eq(openings::invitation_id).and(acceptances::customer_id.eq(openings::customer_id))),
        )
        .left_join(relationships::table.on(relationships::id.nullable().eq(acceptances::relationship_id.nullable())))
        .filter(openings::customer_id.eq(customer))
        .filter(diesel::dsl::not(diesel::dsl::exists(overtaken)))
        .select((
            (invitations::id, invitations::kind, invitations::state, invitations::expires_at, invitations::revision),
            inviters.fields(party!()),
            openings::opened_at,
            (acceptances::reference, acceptances::accepted_at, acceptances::revision).nullable(),
            relationships::ended_at.nullable(),
            declined,
        ))
        .into_boxed();
    let rows = paged!(query, cursor, desc(openings::opened_at, openings::invitation_id)).load::<ReceivedRow>(&mut pg).await?;
    let rows = rows
        .into_iter()
        .map(|((id, kind, state, expires_at, revision), inviter, opened_at, accepted, ended_at, declined_at)| Received {
            id,
            revision,
            inviter: inviter.into(),
            kind,
            state,
            expires_at,
            opened_at,
            accepted: accepted.map(|(reference, at, revision)| Accepted { reference, at, revision, ended_at }),
            declined_at,
        })
        .collect();
    Ok(Keyset::new(rows, cursor, |row: &Received| (row.opened_at, row.id.uuid())))
}

/// Counts an attempt in a window of so many seconds; the number of attempts in it.
pub(super) async fn count(tx: &Tx, subject: &str, seconds: i32) -> Result<i32> {
    Ok(diesel::select(count_attempt(subject, seconds)).get_result(&mut tx.pg()).await?)
}
