//! Rows of `alarms`: written by anybody who has come to an invitation, read by the operator alone.

use std::collections::HashMap;

use diesel::{
    OptionalExtension,
    prelude::{BoolExpressionMethods, ExpressionMethods, JoinOnDsl, NullableExpressionMethods, QueryDsl, Queryable},
};
use diesel_async::RunQueryDsl;

use super::{About, Reason, Said, State};
use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, Tx, paged,
        schema::{alarms, forwards, invitations, organizations, users},
    },
    ids::{Alarm as AlarmId, Id, Invitation, Organization, User},
    organizations::Kind,
};

#[diesel::declare_sql_function]
extern "SQL" {
    fn count_attempt(subject: diesel::sql_types::Text, seconds: diesel::sql_types::Integer) -> diesel::sql_types::Integer;
}

diesel::alias!(organizations as inviters: Inviters, organizations as reporters: Reporters, organizations as forwarders: Forwarders);

/// A report with what it is about and who made it, for the operator's people.
#[derive(Debug, Clone, Queryable)]
pub struct Alarm {
    /// Its id.
    pub id: Id<AlarmId>,
    /// The invitation.
    pub invitation: Id<Invitation>,
    /// What its people call it.
    pub label: String,
    /// Whose it is.
    pub inviter: Id<Organization>,
    /// Its name.
    pub inviter_name: String,
    /// Why it was reported.
    pub reason: Reason,
    /// In the reporter's own words.
    pub words: String,
    /// Where the reporter can be asked.
    pub contact: Option<String>,
    /// Who reported it, if they were signed in: name and address.
    pub person: Option<(String, String)>,
    /// For which organization.
    pub reporter: Option<String>,
    /// Who had passed the invitation on to them.
    pub forwarder: Option<String>,
    /// When.
    pub at: Timestamp,
    /// What became of it.
    pub state: State,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// Why it was closed as it was.
    pub note: Option<String>,
    /// Whether its invitation is stopped.
    pub stopped: bool,
}

/// Reports with everything around them, in the columns of [`Alarm`].
macro_rules! reports {
    () => {
        alarms::table
            .inner_join(invitations::table.on(invitations::id.eq(alarms::invitation_id)))
            .inner_join(inviters.on(inviters.field(organizations::id).eq(invitations::inviter_id)))
            .left_join(users::table.on(users::id.nullable().eq(alarms::reported_by)))
            .left_join(reporters.on(reporters.field(organizations::id).nullable().eq(alarms::reporter_org_id)))
            .left_join(
                forwards::table
                    .inner_join(forwarders.on(forwarders.field(organizations::id).eq(forwards::forwarder_id)))
                    .on(forwards::id.nullable().eq(alarms::forward_id)),
            )
            .select((
                alarms::id,
                alarms::invitation_id,
                invitations::label,
                invitations::inviter_id,
                inviters.field(organizations::name),
                alarms::reason,
                alarms::words,
                alarms::contact,
                (users::name, users::email).nullable(),
                reporters.field(organizations::name).nullable(),
                forwarders.field(organizations::name).nullable(),
                alarms::reported_at,
                alarms::state,
                alarms::closed_at,
                alarms::note,
                invitations::stopped_reason.is_not_null(),
            ))
    };
}

/// Writes a report by whoever is asking; `false` when this form was sent before.
pub(super) async fn insert(tx: &Tx, id: Id<AlarmId>, about: &About<'_>, said: &Said) -> Result<bool> {
    let visitor = |name: &str| tx.visitor()[name].as_str().and_then(|text| text.parse::<uuid::Uuid>().ok());
    let rows = diesel::insert_into(alarms::table)
        .values((
            alarms::id.eq(id),
            alarms::invitation_id.eq(about.invitation.uuid()),
            alarms::forward_id.eq(about.forward),
            alarms::reason.eq(said.reason),
            alarms::words.eq(said.words.as_str()),
            alarms::contact.eq(said.contact.as_ref().map(|contact| contact.as_str())),
            alarms::reported_by.eq(visitor("user_id")),
            alarms::reporter_org_id.eq(visitor("org_id")),
            alarms::attempt.eq(about.attempt),
            alarms::reported_at.eq(tx.now()),
        ))
        .on_conflict_do_nothing()
        .execute(&mut tx.pg())
        .await?;
    Ok(rows > 0)
}

/// A report.
///
/// # Errors
/// As every query.
pub async fn find(mut pg: &Pg, id: Id<AlarmId>) -> Result<Option<Alarm>> {
    Ok(reports!().filter(alarms::id.eq(id)).first::<Alarm>(&mut pg).await.optional()?)
}

/// Locks a report until the transaction ends.
pub(super) async fn lock(tx: &Tx, id: Id<AlarmId>) -> Result<()> {
    alarms::table.find(id).select(alarms::id).for_update().first::<uuid::Uuid>(&mut tx.pg()).await.optional()?;
    Ok(())
}

/// A page of the reports, the newest first; of one state or of one invitation only, if they are given.
///
/// # Errors
/// As every query.
pub async fn list(
    mut pg: &Pg,
    state: Option<State>,
    invitation: Option<Id<Invitation>>,
    cursor: Option<&Cursor<Timestamp>>,
) -> Result<Keyset<Alarm>> {
    let mut query = reports!().into_boxed();
    if let Some(state) = state {
        query = query.filter(alarms::state.eq(state));
    }
    if let Some(invitation) = invitation {
        query = query.filter(alarms::invitation_id.eq(invitation.uuid()));
    }
    let rows: Vec<Alarm> = paged!(query, cursor, desc(alarms::reported_at, alarms::id)).load(&mut pg).await?;
    Ok(Keyset::new(rows, cursor, |row| (row.at, row.id.uuid())))
}

/// How many reports wait for a decision.
///
/// # Errors
/// As every query.
pub async fn count_open(mut pg: &Pg) -> Result<i64> {
    Ok(alarms::table.filter(alarms::state.eq(State::Open)).count().get_result(&mut pg).await?)
}

/// Closes a report as unfounded.
pub(super) async fn close(tx: &Tx, id: Id<AlarmId>, note: &str, by: Id<User>) -> Result<()> {
    diesel::update(alarms::table.find(id))
        .set((alarms::state.eq(State::Unfounded), alarms::note.eq(note), alarms::closed_by.eq(by.uuid()), alarms::closed_at.eq(tx.now())))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Opens a report that was decided.
pub(super) async fn reopen(tx: &Tx, id: Id<AlarmId>) -> Result<()> {
    diesel::update(alarms::table.find(id))
        .set((
            alarms::state.eq(State::Open),
            alarms::note.eq(None::<String>),
            alarms::closed_by.eq(None::<uuid::Uuid>),
            alarms::closed_at.eq(None::<Timestamp>),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Closes every open report of an invitation that was stopped.
pub(super) async fn close_all_of(tx: &Tx, invitation: Id<Invitation>, note: &str, by: Id<User>) -> Result<()> {
    diesel::update(alarms::table.filter(alarms::invitation_id.eq(invitation.uuid())).filter(alarms::state.eq(State::Open)))
        .set((alarms::state.eq(State::Stopped), alarms::note.eq(note), alarms::closed_by.eq(by.uuid()), alarms::closed_at.eq(tx.now())))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// The organization that runs the portal.
pub(super) async fn find_operator(mut pg: &Pg) -> Result<Option<Id<Organization>>> {
    let operator = organizations::table.filter(organizations::kind.eq(Kind::Operator)).select(organizations::id);
    Ok(operator.first(&mut pg).await.optional()?)
}

/// A partner's name.
pub(super) async fn find_name(mut pg: &Pg, org: Id<Organization>) -> Result<Option<String>> {
    Ok(organizations::table.find(org).select(organizations::name).first(&mut pg).await.optional()?)
}

/// The names of partners.
pub(super) async fn list_names(mut pg: &Pg, orgs: &[Id<Organization>]) -> Result<HashMap<Id<Organization>, String>> {
    let named = organizations::table.filter(organizations::id.eq_any(orgs.iter().map(|org| org.uuid())));
    let rows: Vec<(Id<Organization>, String)> = named.select((organizations::id, organizations::name)).load(&mut pg).await?;
    Ok(rows.into_iter().collect())
}

/// Counts an attempt in a window of so many seconds; the number of attempts in it.
pub(super) async fn count(tx: &Tx, subject: &str, seconds: i32) -> Result<i32> {
    Ok(diesel::select(count_attempt(subject, seconds)).get_result(&mut tx.pg()).await?)
}
