//! Rows of `invitation_drafts`: each person's own.

use diesel::{
    OptionalExtension,
    prelude::{ExpressionMethods, QueryDsl},
};
use diesel_async::RunQueryDsl;

use crate::{
    db::{Error, Pg, Result, Timestamp, Tx, schema::invitation_drafts},
    ids::{Id, Invitation as InvitationId, Provider, User},
    invitations::{Answers, Draft},
};

type Row = (Id<InvitationId>, Timestamp, Timestamp, serde_json::Value);

fn draft((id, created_at, changed_at, answers): Row) -> Draft {
    // What an older version of the portal wrote and this one cannot read is asked again.
    Draft { id, created_at, changed_at, answers: serde_json::from_value(answers).unwrap_or_default() }
}

macro_rules! columns {
    () => {
        (invitation_drafts::id, invitation_drafts::created_at, invitation_drafts::changed_at, invitation_drafts::answers)
    };
}

/// Begins a draft.
pub(in crate::invitations) async fn insert_draft(tx: &Tx, id: Id<InvitationId>, org: Id<Provider>, by: Id<User>) -> Result<()> {
    diesel::insert_into(invitation_drafts::table)
        .values((
            invitation_drafts::id.eq(id),
            invitation_drafts::org_id.eq(org.uuid()),
            invitation_drafts::user_id.eq(by),
            invitation_drafts::created_at.eq(tx.now()),
            invitation_drafts::changed_at.eq(tx.now()),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// A person's draft, if there is one.
pub(in crate::invitations) async fn find_draft(mut pg: &Pg, id: Id<InvitationId>, by: Id<User>) -> Result<Option<Draft>> {
    let row = invitation_drafts::table.find(id).filter(invitation_drafts::user_id.eq(by)).select(columns!());
    Ok(row.first::<Row>(&mut pg).await.optional()?.map(draft))
}

/// The same, locked until the transaction ends.
pub(in crate::invitations) async fn lock_draft(tx: &Tx, id: Id<InvitationId>, by: Id<User>) -> Result<Option<Draft>> {
    let row = invitation_drafts::table.find(id).filter(invitation_drafts::user_id.eq(by)).select(columns!()).for_update();
    Ok(row.first::<Row>(&mut tx.pg()).await.optional()?.map(draft))
}

/// A person's drafts, the last changed first.
pub(in crate::invitations) async fn list_drafts(mut pg: &Pg, by: Id<User>) -> Result<Vec<Draft>> {
    let rows: Vec<Row> = invitation_drafts::table
        .filter(invitation_drafts::user_id.eq(by))
        .order((invitation_drafts::changed_at.desc(), invitation_drafts::id))
        .limit(20)
        .select(columns!())
        .load(&mut pg)
        .await?;
    Ok(rows.into_iter().map(draft).collect())
}

/// Keeps what was typed.
pub(in crate::invitations) async fn save_draft(tx: &Tx, id: Id<InvitationId>, answers: &Answers) -> Result<()> {
    let answers =
        serde_json::to_value(answers).map_err(|error| Error::Query(diesel::result::Error::SerializationError(Box::new(error))))?;
    diesel::update(invitation_drafts::table.find(id))
        .set((invitation_drafts::answers.eq(answers), invitation_drafts::changed_at.eq(tx.now())))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

/// Removes a person's draft; whether there was one.
pub(in crate::invitations) async fn delete_draft(tx: &Tx, id: Id<InvitationId>, by: Id<User>) -> Result<bool> {
    let mine = invitation_drafts::table.find(id).filter(invitation_drafts::user_id.eq(by));
    Ok(diesel::delete(mine).execute(&mut tx.pg()).await? > 0)
}
