//! The list of requests, on the same URL for both sides, and one of them.

use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::asked;
use crate::{
    access::{May, Right, proofs::SeeCustomers},
    db::{Cursor, Db},
    ids::{Id, Request as RequestId},
    problem::Problem,
    requests::{
        State,
        store::{self, Request},
    },
    services::{self, equals_global_admin},
    web::{Answer, page::Page, query::address},
};

/// The query of the list, and of one request.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    state: String,
    done: String,
    page: String,
}

#[derive(Template)]
#[template(path = "requests/list.html")]
struct List<'a> {
    page: &'a Page,
    /// Whether the organization is asked; else it asks.
    is_asked: bool,
    state: &'a str,
    states: Vec<(&'static str, &'static str)>,
    rows: Vec<Request>,
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

impl List<'_> {
    fn other(&self) -> &'static str {
        self.page.t(if self.is_asked { "requests-reseller" } else { "requests-provider" })
    }
}

/// `GET /requests`: those that a provider is asked, those that a reseller made.
///
/// # Errors
/// 403 for whoever is no partner's.
pub async fn list(page: Page, proof: May<SeeCustomers>, db: Db, query: Query<ListQuery>) -> Answer {
    let view = db.view().await?;
    let (state, cursor) = (State::parse(&query.state), Cursor::parse(&query.page));
    let is_asked = proof.place().kind.transacts();
    let found = store::list(view.pg(), proof.organization(), is_asked, state, cursor.as_ref()).await?;
    let word = state.map_or("", State::key);
    let href = |cursor: String| address("/requests", &[("state", word), ("page", &cursor)]);
    page.show(List {
        page: &page,
        is_asked,
        state: word,
        states: State::ALL.iter().map(|state| (state.key(), page.word("request-state", state))).collect(),
        rows: found.rows,
        first: cursor.is_some().then(|| address("/requests", &[("state", word)])),
        previous: found.previous.map(href),
        next: found.next.map(href),
    })
}

#[derive(Template)]
#[template(path = "requests/detail.html")]
struct Detail<'a> {
    page: &'a Page,
    request: &'a Request,
    is_asked: bool,
    asks: Vec<String>,
    everything: bool,
    done: Option<&'static str>,
}

impl Detail<'_> {
    fn may_answer(&self) -> bool {
        self.is_asked && self.request.state == State::Waiting && self.page.may(Right::Invite)
    }

    /// Whether the person may issue it only as the relationship alone.
    fn lacks_right(&self) -> bool {
        self.may_answer() && !self.request.asks.is_empty() && !self.page.may(Right::AskForAdministration)
    }

    fn may_withdraw(&self) -> bool {
        !self.is_asked && self.request.state == State::Waiting && self.page.may(Right::Forward)
    }
}

/// `GET /requests/{id}`
///
/// # Errors
/// 404 when the organization is neither asked nor asks.
pub async fn detail(page: Page, proof: May<SeeCustomers>, db: Db, id: Path<Id<RequestId>>, query: Query<ListQuery>) -> Answer {
    let view = db.view().await?;
    let (found, catalogue) = futures_util::try_join!(store::find(view.pg(), *id), services::list(view.pg()))?;
    let request = found.filter(|found| found.is_of(proof.organization())).ok_or(Problem::NotFound)?;
    let done = match query.done.as_str() {
        "asked" => Some(page.t("requests-done-asked")),
        "issued" => Some(page.t("requests-done-issued")),
        "answered" => Some(page.t("requests-done-answered")),
        "refused" => Some(page.t("requests-done-refused")),
        "withdrawn" => Some(page.t("requests-done-withdrawn")),
        _ => None,
    };
    page.show(Detail {
        page: &page,
        is_asked: request.provider == proof.organization(),
        asks: asked(&page, &request.asks, &catalogue),
        everything: equals_global_admin(&request.asks, &catalogue),
        done,
        request: &request,
    })
}
