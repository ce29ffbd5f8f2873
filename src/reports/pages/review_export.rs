//! The review's lists as files: the current view, row by row, recorded before the first of it leaves (UX-47).

use std::rc::Rc;

use actix_web::HttpResponse;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::review::{
    DELEGATION_STATES, DELEGATIONS, INVITATION_STATES, INVITATIONS, RELATIONSHIP_STATES, RELATIONSHIPS, ReviewQuery, scope,
};
use crate::{
    access::{May, proofs::Review},
    audit::actions::begin_export,
    db::{Cursor, Db, Keyset, Timestamp, View},
    organizations::Kind,
    problem::Problem,
    reports::{Party, store::review as store},
    services,
    web::{Answer, csv, form::Form, page::Page, see_other},
};

/// The filters of the view that is to be exported.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ExportForm {
    q: String,
    state: String,
    kind: String,
    service: String,
    purpose: String,
    from: String,
    to: String,
}

impl From<ExportForm> for ReviewQuery {
    fn from(form: ExportForm) -> Self {
        let ExportForm { q, state, kind, service, purpose, from, to } = form;
        Self { q, state, kind, service, purpose, from, to, page: String::new() }
    }
}

/// A view for one step of a file. Whoever has lost the right since gets no more of it.
pub(super) async fn step(db: &Db) -> Result<View, Problem> {
    let view = db.view().await?;
    if view.visitor()["org_kind"] != Kind::Operator.key() { Err(Problem::Forbidden) } else { Ok(view) }
}

/// The lines of a page, and where the next begins.
pub(super) fn lines<T, K: Serialize + DeserializeOwned>(found: Keyset<T>, line: impl Fn(&T) -> String) -> (String, Option<Cursor<K>>) {
    (found.rows.iter().map(line).collect(), found.next.as_deref().and_then(Cursor::parse))
}

/// The file's name and its first line.
pub(super) fn begin(page: &Page, list: &str, columns: &[&str]) -> (String, String) {
    let name = format!("{}-{}.csv", page.t(&format!("audit-list-{list}")), page.now().with_timezone(&page.zone()).format("%Y-%m-%d"));
    (name, csv::line(columns.iter().map(|column| page.t(column))))
}

pub(super) fn of(party: &Party) -> [String; 2] {
    [party.name.clone(), party.partner_id.clone().unwrap_or_default()]
}

fn filters(query: &ReviewQuery) -> String {
    query.at("", None)
}

fn day(page: &Page, at: Option<Timestamp>) -> String {
    at.map(|at| page.iso(&at)).unwrap_or_default()
}

/// `POST /review/relationships/export`
///
/// # Errors
/// 403 for anybody but the operator's people; a filter that says nothing leads back to the list, which says so.
pub async fn relationships(page: Page, reviewer: May<Review>, db: Db, form: Form<ExportForm>) -> Answer {
    let query = ReviewQuery::from(form.0);
    let Ok(asked) = query.parse(&page, &RELATIONSHIP_STATES) else { return Ok(see_other(query.at(RELATIONSHIPS, None))) };
    let filter = asked.relationships(&query);
    begin_export(&db, &reviewer, "relationships", &filters(&query)).await?;
    let columns = [
        "ui-reference",
        "reports-head-customer",
        "reports-head-owner",
        "organizations-partner-id",
        "reports-head-state",
        "reports-head-since",
        "reports-head-until",
    ];
    let (name, heads) = begin(&page, "relationships", &columns);
    let with = Rc::new((page, db, filter));
    Ok(file(&name, &heads, move |place| {
        let with = with.clone();
        async move {
            let (page, db, filter) = &*with;
            let view = step(db).await?;
            let found = store::list_relationships(view.pg(), filter, place.as_ref(), view.now()).await?;
            Ok(lines(found, |line| {
                let [owner, partner_id] = of(&line.owner);
                let state = page.word("relationship-state", &line.state).to_owned();
                let (since, until) = (page.iso(&line.since), day(page, line.ended_at));
                csv::line([line.id.to_string(), line.customer.name.clone(), owner, partner_id, state, since, until])
            }))
        }
    }))
}

/// `POST /review/delegations/export`
///
/// # Errors
/// As [`relationships`].
pub async fn delegations(page: Page, reviewer: May<Review>, db: Db, form: Form<ExportForm>) -> Answer {
    let query = ReviewQuery::from(form.0);
    let Ok(asked) = query.parse(&page, &DELEGATION_STATES) else { return Ok(see_other(query.at(DELEGATIONS, None))) };
    let filter = asked.delegations(&query);
    let now = begin_export(&db, &reviewer, "delegations", &filters(&query)).await?;
    let catalogue = services::list(db.view().await?.pg()).await?;
    let columns = [
        "ui-reference",
        "reports-head-customer",
        "reports-head-holder",
        "organizations-partner-id",
        "reports-head-owner",
        "reports-head-scope",
        "reports-head-state",
        "reports-head-granted",
        "reports-head-until",
    ];
    let (name, heads) = begin(&page, "delegations", &columns);
    let with = Rc::new((page, db, filter, catalogue));
    Ok(file(&name, &heads, move |place| {
        let with = with.clone();
        async move {
            let (page, db, filter, catalogue) = &*with;
            let view = step(db).await?;
            let found = store::list_delegations(view.pg(), filter, place.as_ref(), now).await?;
            Ok(lines(found, |line| {
                let [holder, partner_id] = of(&line.holder);
                let state = page.word("delegation-state", line.state_word(now)).to_owned();
                csv::line([
                    line.id.to_string(),
                    line.customer.name.clone(),
                    holder,
                    partner_id,
                    line.owner.name.clone(),
                    scope(page, catalogue, &line.scope),
                    state,
                    page.iso(&line.granted_at),
                    page.iso(&line.ended_at.unwrap_or(line.ends_at)),
                ])
            }))
        }
    }))
}

/// `POST /review/invitations/export`. The links are not in it (AB-13).
///
/// # Errors
/// As [`relationships`].
pub async fn invitations(page: Page, reviewer: May<Review>, db: Db, form: Form<ExportForm>) -> Answer {
    let query = ReviewQuery::from(form.0);
    let Ok(asked) = query.parse(&page, &INVITATION_STATES) else { return Ok(see_other(query.at(INVITATIONS, None))) };
    let filter = asked.invitations(&query);
    let now = begin_export(&db, &reviewer, "invitations", &filters(&query)).await?;
    let columns = [
        "ui-reference",
        "reports-head-invitation",
        "reports-head-inviter",
        "organizations-partner-id",
        "reports-head-kind",
        "reports-head-state",
        "reports-head-recipient",
        "reports-head-created",
        "reports-head-expires",
    ];
    let (name, heads) = begin(&page, "invitations", &columns);
    let with = Rc::new((page, db, filter));
    Ok(file(&name, &heads, move |place| {
        let with = with.clone();
        async move {
            let (page, db, filter) = &*with;
            let view = step(db).await?;
            let found = store::list_invitations(view.pg(), filter, place.as_ref(), now).await?;
            Ok(lines(found, |line| {
                let [inviter, partner_id] = of(&line.inviter);
                csv::line([
                    line.id.to_string(),
                    line.label.clone(),
                    inviter,
                    partner_id,
                    page.word("invitation-kind", &line.kind).to_owned(),
                    page.word("invitation-state", line.state_word(now)).to_owned(),
                    line.recipient.clone().unwrap_or_default(),
                    page.iso(&line.created_at),
                    day(page, line.expires_at),
                ])
            }))
        }
    }))
}

fn file<R>(name: &str, heads: &str, read: impl FnMut(Option<Cursor<Timestamp>>) -> R + 'static) -> HttpResponse
where
    R: Future<Output = Result<(String, Option<Cursor<Timestamp>>), Problem>> + 'static,
{
    csv::file(name, heads, read)
}
