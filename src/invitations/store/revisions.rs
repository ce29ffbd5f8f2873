//! Rows of `invitation_revisions`, and the change that leaves one behind. The database itself keeps what was superseded.

use diesel::{
    OptionalExtension,
    prelude::{BoolExpressionMethods, ExpressionMethods, QueryDsl, Queryable},
};
use diesel_async::RunQueryDsl;

use super::{freeze, insert_asks};
use crate::{
    db::{
        Cursor, Keyset, Pg, Result, Timestamp, Tx, paged,
        schema::{invitation_revisions, invitation_services, invitations},
    },
    i18n::Lang,
    ids::{Id, Invitation as InvitationId, Organization, User},
    invitations::{Invitation, Recipient, Revision},
    services::{Purpose, Scope},
};

#[derive(Queryable)]
struct Row {
    number: i32,
    text: (String, Option<String>, Option<String>),
    terms: (i32, Option<Id<Organization>>, Option<Timestamp>, Vec<String>),
    made: (Id<User>, Timestamp),
}

impl From<Row> for Revision {
    fn from(row: Row) -> Self {
        let (language, first, second) = row.text;
        let (days, suggested_holder, expires_at, asks) = row.terms;
        let (made_by, made_at) = row.made;
        let scope = |ask: &String| {
            let (service, purpose) = ask.rsplit_once('/')?;
            Some(Scope { service: service.to_owned(), purpose: Purpose::parse(purpose)? })
        };
        Self {
            number: row.number,
            asks: asks.iter().filter_map(scope).collect(),
            days,
            suggested_holder,
            language: Lang::parse(&language).unwrap_or_default(),
            paragraphs: [first, second],
            expires_at,
            made_by,
            made_at,
        }
    }
}

macro_rules! columns {
    () => {
        (
            invitation_revisions::revision,
            (invitation_revisions::language, invitation_revisions::paragraph_1, invitation_revisions::paragraph_2),
            (
                invitation_revisions::days,
                invitation_revisions::suggested_holder_id,
                invitation_revisions::expires_at,
                invitation_revisions::asks,
            ),
            (invitation_revisions::made_by, invitation_revisions::made_at),
        )
    };
}

/// A revision that is in force no more, if whoever is asking may see it.
pub(in crate::invitations) async fn find_revision(mut pg: &Pg, id: Id<InvitationId>, number: i32) -> Result<Option<Revision>> {
    let row = invitation_revisions::table.find((id, number)).select(columns!()).first::<Row>(&mut pg).await.optional()?;
    Ok(row.map(Into::into))
}

/// A page of those that are in force no more, the latest first.
pub(in crate::invitations) async fn list_revisions(
    mut pg: &Pg,
    id: Id<InvitationId>,
    cursor: Option<&Cursor<i32>>,
) -> Result<Keyset<Revision>> {
    let query = invitation_revisions::table.filter(invitation_revisions::invitation_id.eq(id)).select(columns!()).into_boxed();
    let rows =
        paged!(query, cursor, desc(invitation_revisions::revision, invitation_revisions::invitation_id)).load::<Row>(&mut pg).await?;
    let rows = rows.into_iter().map(Into::into).collect();
    Ok(Keyset::new(rows, cursor, |row: &Revision| (row.number, id.uuid())))
}

/// Puts a new revision in force. The row thaws with its new number, what is asked for is replaced, and it freezes again: in
/// between, the transaction is the only one that sees it.
pub(in crate::invitations) async fn revise(tx: &Tx, new: &Invitation, by: Id<User>) -> Result<()> {
    diesel::update(invitations::table.find(new.id))
        .set((
            invitations::revision.eq(new.revision),
            invitations::revised_by.eq(by.uuid()),
            invitations::revised_at.eq(tx.now()),
            invitations::language.eq(new.language.tag()),
            invitations::days.eq(new.days),
            invitations::paragraph_1.eq(&new.paragraphs[0]),
            invitations::paragraph_2.eq(&new.paragraphs[1]),
            invitations::suggested_holder_id.eq(new.suggested_holder.map(Id::uuid)),
            invitations::expires_at.eq(new.expires_at),
            invitations::frozen_at.eq(None::<Timestamp>),
            invitations::remind_at.eq(tx.now()),
        ))
        .execute(&mut tx.pg())
        .await?;
    let asked = invitation_services::table.filter(invitation_services::invitation_id.eq(new.id));
    diesel::delete(asked).execute(&mut tx.pg()).await?;
    insert_asks(tx, new).await?;
    freeze(tx, new.id, new.frozen_at.unwrap_or(tx.now())).await
}

/// Gives an addressed invitation another recipient, and a new link with it.
pub(in crate::invitations) async fn correct_recipient(tx: &Tx, id: Id<InvitationId>, to: &Recipient, label: &str) -> Result<()> {
    diesel::update(invitations::table.find(id))
        .set((
            invitations::recipient_email.eq(&to.email),
            invitations::recipient_name.eq(&to.name),
            invitations::recipient_domain.eq(&to.domain),
            invitations::label.eq(label),
            invitations::generation.eq(invitations::generation + 1),
            invitations::remind_at.eq(tx.now()),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}
