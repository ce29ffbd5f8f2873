//! The list: a provider's own invitations, a reseller's handed ones.

use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use crate::{
    access::{May, Right, proofs::SeeCustomers},
    db::{Cursor, Db, Keyset, Timestamp},
    ids::Provider,
    invitations::{Draft, Filter, Kind, Listed, store},
    organizations,
    partnerships::{self, Known},
    web::{Answer, page::Page},
};

/// What the list may be narrowed to, as words of `Standing::key`.
const STATES: [&str; 6] = ["open", "paused", "accepted", "declined", "expired", "revoked"];

/// The query of the list.
#[derive(Debug, Default, Deserialize)]
pub struct ListQuery {
    #[serde(default)]
    state: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    done: String,
    page: Option<String>,
}

/// What both lists show.
struct Rows<'a> {
    state: &'a str,
    kind: &'a str,
    states: Vec<(&'static str, &'static str)>,
    kinds: Vec<(&'static str, &'static str)>,
    rows: Vec<Listed>,
    now: Timestamp,
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

impl Rows<'_> {
    /// Whether the list is narrowed, so that being empty means nothing was found.
    fn narrowed(&self) -> bool {
        !self.state.is_empty() || !self.kind.is_empty() || self.first.is_some()
    }
}

#[derive(Template)]
#[template(path = "invitations/list.html")]
struct Made<'a> {
    page: &'a Page,
    list: Rows<'a>,
    drafts: &'a [Draft],
    done: Option<&'static str>,
    may_invite: bool,
}

#[derive(Template)]
#[template(path = "invitations/handed_list.html")]
struct HandedList<'a> {
    page: &'a Page,
    list: Rows<'a>,
    providers: &'a [Known<Provider>],
}

/// `GET /invitations`: on the same URL, what a provider made and what a reseller was handed.
///
/// # Errors
/// 403 for whoever is no partner's.
pub async fn list(page: Page, proof: May<SeeCustomers>, db: Db, query: Query<ListQuery>) -> Answer {
    let view = db.view().await?;
    let filter = Filter { state: STATES.into_iter().find(|word| *word == query.state), kind: Kind::parse(&query.kind) };
    let cursor = query.page.as_deref().and_then(Cursor::parse);
    if proof.place().kind == organizations::Kind::IndirectReseller {
        let (rows, providers) = futures_util::try_join!(
            store::list_handed(view.pg(), proof.organization(), view.now(), filter, cursor.as_ref()),
            partnerships::list_active_providers(view.pg(), proof.organization())
        )?;
        let list = rows_of(&page, filter, cursor.is_some(), rows, view.now());
        return page.show(HandedList { page: &page, list, providers: &providers });
    }
    let inviter = proof.organization().known_as::<Provider>();
    let (rows, drafts) = futures_util::try_join!(
        store::list_made(view.pg(), inviter, view.now(), filter, cursor.as_ref()),
        store::list_drafts(view.pg(), proof.user())
    )?;
    let list = rows_of(&page, filter, cursor.is_some(), rows, view.now());
    let done = (query.done == "removed").then(|| page.t("invitations-done-removed"));
    page.show(Made { page: &page, list, drafts: &drafts, done, may_invite: page.may(Right::Invite) })
}

fn rows_of(page: &Page, filter: Filter, later: bool, list: Keyset<Listed>, now: Timestamp) -> Rows<'static> {
    let state = filter.state.unwrap_or_default();
    let kind = filter.kind.map(Kind::key).unwrap_or_default();
    let href = |cursor: String| format!("/invitations?state={state}&kind={kind}&page={cursor}");
    Rows {
        state,
        kind,
        states: STATES.map(|word| (word, page.word("invitation-state", word))).to_vec(),
        kinds: Kind::ALL.iter().map(|kind| (kind.key(), page.word("invitation-kind", kind))).collect(),
        rows: list.rows,
        now,
        first: later.then(|| format!("/invitations?state={state}&kind={kind}")),
        previous: list.previous.map(href),
        next: list.next.map(href),
    }
}
