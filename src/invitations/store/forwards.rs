//! Rows of `forwards`: the ledger of who passed an invitation on.

use diesel::{
    BoolExpressionMethods, NullableExpressionMethods, OptionalExtension,
    prelude::{ExpressionMethods, JoinOnDsl, QueryDsl, Queryable},
};
use diesel_async::RunQueryDsl;

use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, Tx,
        alive::sent_again,
        paged,
        schema::{forwards, organizations, outbox, users},
    },
    ids::{Forward, Id, Invitation as InvitationId, Letter, Organization, Provider, User},
    invitations::{Addressee, Bounce, Invitation, OwnNote, Passed, Way},
    notices::{Hindrance, Trouble},
};

#[derive(Queryable)]
struct Row {
    what: (Id<Forward>, Id<Organization>, String, Option<String>, Way),
    to: (Option<String>, Option<String>, Option<String>),
    at: Timestamp,
    mail: (Option<String>, Option<String>, Option<Timestamp>, bool),
}

impl From<Row> for Passed {
    fn from(row: Row) -> Self {
        let (id, forwarder, forwarder_name, person, way) = row.what;
        let (email, name, note) = row.to;
        let (mail, trouble, bounced_at, sent_again) = row.mail;
        let trouble = trouble.map_or_else(|| Hindrance::Refused.into(), |text| Trouble::from_text(&text));
        let bounce = bounced_at.map(|_| Bounce { trouble, stands: !sent_again });
        Self { id, forwarder, forwarder_name, person, way, email, name, note, at: row.at, mail, bounce }
    }
}

/// Forwards with who and what became of the mail, in the columns of [`Row`].
macro_rules! ledger {
    () => {
        forwards::table
            .inner_join(organizations::table.on(organizations::id.eq(forwards::forwarder_id)))
            .left_join(users::table.on(users::id.eq(forwards::forwarded_by)))
            .left_join(outbox::table.on(outbox::id.nullable().eq(forwards::outbox_id)))
            .select((
                (forwards::id, forwards::forwarder_id, organizations::name, users::name.nullable(), forwards::way),
                (forwards::recipient_email, forwards::recipient_name, forwards::note),
                forwards::forwarded_at,
                (outbox::state.nullable(), outbox::last_error.nullable(), forwards::bounced_at, sent_again!().assume_not_null()),
            ))
    };
}

/// A page of the ledger of an invitation, the latest first; of one forwarder only, if it is given.
pub(in crate::invitations) async fn list_forwards(
    mut pg: &Pg,
    id: Id<InvitationId>,
    forwarder: Option<Id<Organization>>,
    cursor: Option<&Cursor<Timestamp>>,
) -> Result<Keyset<Passed>> {
    let mut query = ledger!().filter(forwards::invitation_id.eq(id)).into_boxed();
    if let Some(forwarder) = forwarder {
        query = query.filter(forwards::forwarder_id.eq(forwarder));
    }
    let rows: Vec<Row> = paged!(query, cursor, desc(forwards::forwarded_at, forwards::id)).load(&mut pg).await?;
    let rows = rows.into_iter().map(Passed::from).collect();
    Ok(Keyset::new(rows, cursor, |row: &Passed| (row.at, row.id.uuid())))
}

/// One forward of an invitation.
pub(in crate::invitations) async fn find_forward(mut pg: &Pg, invitation: Id<InvitationId>, id: Id<Forward>) -> Result<Option<Passed>> {
    let row = ledger!().filter(forwards::id.eq(id)).filter(forwards::invitation_id.eq(invitation));
    Ok(row.first::<Row>(&mut pg).await.optional()?.map(Into::into))
}

/// Which revision a forward passed on, as far as its forwarder has said so.
pub(in crate::invitations) async fn find_revision_passed(mut pg: &Pg, id: Id<Forward>) -> Result<Option<i32>> {
    Ok(forwards::table.find(id.uuid()).select(forwards::revision).first::<Option<i32>>(&mut pg).await.optional()?.flatten())
}

/// Whether anybody passed the invitation on before.
pub(in crate::invitations) async fn was_forwarded(mut pg: &Pg, id: Id<InvitationId>) -> Result<bool> {
    let any = forwards::table.filter(forwards::invitation_id.eq(id));
    Ok(diesel::select(diesel::dsl::exists(any)).get_result(&mut pg).await?)
}

/// The name of the inviter of an invitation that an organization passed on; none when it did not.
pub(in crate::invitations) async fn find_inviter_passed(
    mut pg: &Pg,
    id: Id<InvitationId>,
    forwarder: Id<Organization>,
) -> Result<Option<String>> {
    Ok(forwards::table
        .inner_join(organizations::table.on(organizations::id.eq(forwards::inviter_id)))
        .filter(forwards::invitation_id.eq(id))
        .filter(forwards::forwarder_id.eq(forwarder))
        .select(organizations::name)
        .first(&mut pg)
        .await
        .optional()?)
}

/// How an inviter is reached, as it has registered.
pub(in crate::invitations) async fn find_contact(mut pg: &Pg, inviter: Id<Provider>) -> Result<Option<String>> {
    Ok(organizations::table
        .find(inviter.uuid())
        .select(organizations::contact_email)
        .first::<Option<String>>(&mut pg)
        .await
        .optional()?
        .flatten())
}

/// The organizations that passed an invitation on.
pub(in crate::invitations) async fn list_forwarders(mut pg: &Pg, id: Id<InvitationId>) -> Result<Vec<Id<Organization>>> {
    Ok(forwards::table.filter(forwards::invitation_id.eq(id)).select(forwards::forwarder_id).distinct().load(&mut pg).await?)
}

/// A forward that is about to be written into the ledger.
pub(in crate::invitations) struct New<'a> {
    pub id: Id<Forward>,
    pub way: Way,
    pub addressee: Option<&'a Addressee>,
    pub letter: Option<Id<Letter>>,
    /// The sending whose address this one corrects.
    pub corrects: Option<Id<Forward>>,
}

/// Writes forwards of one organization into the ledger, all at once, with the revision that it had `seen`.
pub(in crate::invitations) async fn insert_forwards(
    tx: &Tx,
    invitation: &Invitation,
    seen: Option<i32>,
    forwarder: Id<Organization>,
    by: Id<User>,
    note: Option<&OwnNote>,
    new: &[New<'_>],
) -> Result<()> {
    let rows: Vec<_> = new
        .iter()
        .map(|new| {
            (
                forwards::id.eq(new.id),
                forwards::invitation_id.eq(invitation.id),
                forwards::inviter_id.eq(invitation.inviter.uuid()),
                forwards::forwarder_id.eq(forwarder),
                forwards::forwarded_by.eq(by),
                forwards::way.eq(new.way),
                forwards::recipient_email.eq(new.addressee.map(|to| to.email.as_str())),
                forwards::recipient_name.eq(new.addressee.and_then(|to| to.name.as_ref()).map(|name| name.as_str())),
                forwards::note.eq(note.map(OwnNote::as_str)),
                forwards::outbox_id.eq(new.letter.map(Id::uuid)),
                forwards::generation.eq(invitation.generation),
                forwards::revision.eq(seen),
                forwards::corrects.eq(new.corrects.map(Id::uuid)),
                forwards::forwarded_at.eq(tx.now()),
            )
        })
        .collect();
    diesel::insert_into(forwards::table).values(rows).execute(&mut tx.pg()).await?;
    Ok(())
}

#[diesel::declare_sql_function]
extern "SQL" {
    fn count_attempt(subject: diesel::sql_types::Text, seconds: diesel::sql_types::Integer) -> diesel::sql_types::Integer;
    fn carry_correction(
        old: diesel::sql_types::Uuid,
        corrected: diesel::sql_types::Uuid,
        email: diesel::sql_types::Text,
        called: diesel::sql_types::Nullable<diesel::sql_types::Text>,
        letter: diesel::sql_types::Uuid,
    ) -> diesel::sql_types::Bool;
}

/// Writes the correction of another's forward of an addressed invitation of one's own, as a forward of whoever made the first;
/// `false` when there is nothing to correct.
pub(in crate::invitations) async fn insert_correction(
    tx: &Tx,
    old: Id<Forward>,
    new: Id<Forward>,
    to: &Addressee,
    letter: Id<Letter>,
) -> Result<bool> {
    let name = to.name.as_ref().map(|name| name.as_str());
    Ok(diesel::select(carry_correction(old.uuid(), new.uuid(), to.email.as_str(), name, letter.uuid())).get_result(&mut tx.pg()).await?)
}

/// Counts something that may be done only so often in a window of so many seconds; how often it was, this time included.
pub(in crate::invitations) async fn count(tx: &Tx, subject: &str, seconds: i32) -> Result<i32> {
    Ok(diesel::select(count_attempt(subject, seconds)).get_result(&mut tx.pg()).await?)
}
