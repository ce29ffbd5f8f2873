//! The outbox as people look through it.

use diesel::{
    OptionalExtension, PgTextExpressionMethods,
    prelude::{BoolExpressionMethods, ExpressionMethods, QueryDsl},
};
use diesel_async::RunQueryDsl;
use serde_json::Value;

use crate::{
    db::{Cursor, Keyset, Pg, Result, Timestamp, like, paged, schema::outbox},
    i18n::Lang,
    ids::{Id, Letter as LetterId},
    notices::{
        Letter, To,
        outbox::{State, Trouble},
    },
};

/// A letter in the outbox, and what became of it.
pub(in crate::notices) struct Row {
    pub id: Id<LetterId>,
    pub to: To,
    /// Its sort, as its tag says.
    pub kind: String,
    /// The letter, if this version of the portal can read it.
    pub letter: Option<Letter>,
    pub state: State,
    pub attempts: i32,
    pub created_at: Timestamp,
    pub next_attempt_at: Timestamp,
    pub sent_at: Option<Timestamp>,
    pub trouble: Option<Trouble>,
}

/// Which letters are looked for.
#[derive(Debug, Default)]
pub(in crate::notices) struct Wanted {
    /// Those in this state; all of them, if none is named.
    pub state: Option<State>,
    /// Those whose address has this in it.
    pub address: String,
    /// Where the page begins.
    pub cursor: Option<Cursor<Timestamp>>,
}

type Columns =
    ((Id<LetterId>, String, Option<String>, String, Value), (State, i32, Timestamp, Timestamp, Option<Timestamp>, Option<String>));

macro_rules! columns {
    () => {
        (
            (outbox::id, outbox::recipient, outbox::recipient_name, outbox::language, outbox::letter),
            (outbox::state, outbox::attempts, outbox::created_at, outbox::next_attempt_at, outbox::sent_at, outbox::last_error),
        )
    };
}

/// One page of letters, newest first.
pub(in crate::notices) async fn list(mut pg: &Pg, wanted: &Wanted) -> Result<Keyset<Row>> {
    let mut query = outbox::table.select(columns!()).into_boxed();
    if let Some(state) = wanted.state {
        query = query.filter(outbox::state.eq(state));
    }
    if !wanted.address.is_empty() {
        query = query.filter(outbox::recipient.ilike(like::containing(&wanted.address)));
    }
    let rows: Vec<Columns> = paged!(query, wanted.cursor.as_ref(), desc(outbox::created_at, outbox::id)).load(&mut pg).await?;
    let rows = rows.into_iter().map(Row::from).collect();
    Ok(Keyset::new(rows, wanted.cursor.as_ref(), |row: &Row| (row.created_at, row.id.uuid())))
}

/// One letter.
pub(in crate::notices) async fn find(mut pg: &Pg, id: Id<LetterId>) -> Result<Option<Row>> {
    Ok(outbox::table.find(id.uuid()).select(columns!()).first::<Columns>(&mut pg).await.optional()?.map(Row::from))
}

impl From<Columns> for Row {
    fn from(columns: Columns) -> Self {
        let ((id, email, name, language, letter), (state, attempts, created_at, next_attempt_at, sent_at, last_error)) = columns;
        Self {
            id,
            to: To { email, name, language: Lang::parse(&language).unwrap_or_default() },
            kind: letter["letter"].as_str().unwrap_or_default().to_owned(),
            letter: serde_json::from_value(letter).ok(),
            state,
            attempts,
            created_at,
            next_attempt_at,
            sent_at,
            trouble: last_error.as_deref().map(Trouble::from_text),
        }
    }
}
