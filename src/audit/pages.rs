//! The audit trail for the operator, and every organization's own history.

use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::{
    Kind, Status,
    store::{self, Filter, Record},
    trail::{self, Entry},
};
use crate::{
    access::{May, Member, proofs::Review},
    db::{Cursor, Db, Keyset},
    organizations,
    problem::Problem,
    services::{self, Service},
    values::Refusal,
    web::{
        Answer,
        form::{FieldErrors, Wrong},
        page::Page,
        query::{address, day},
        see_other,
    },
};

/// A trail up to this long is looked through each time its page is shown; a longer one when asked to.
const SHORT: i64 = 20_000;

/// The filters of the trail, as they stand in its address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct AuditQuery {
    kind: String,
    organization: String,
    person: String,
    from: String,
    to: String,
    subject: String,
    check: String,
    page: String,
}

impl AuditQuery {
    fn pairs(&self) -> [(&str, &str); 6] {
        [
            ("kind", &self.kind),
            ("organization", &self.organization),
            ("person", &self.person),
            ("from", &self.from),
            ("to", &self.to),
            ("subject", &self.subject),
        ]
    }

    fn at(&self, page: Option<&str>) -> String {
        let mut pairs = self.pairs().to_vec();
        pairs.push(("page", page.unwrap_or_default()));
        address("/audit", &pairs)
    }

    fn is_empty(&self) -> bool {
        self.pairs().iter().all(|(_, value)| value.is_empty())
    }

    /// The filter.
    fn parse(&self, page: &Page) -> Result<Filter, Wrong> {
        let mut wrong = Wrong::default();
        let mut given = |field, text: &str| match (text.trim().is_empty(), day(text, page.zone())) {
            (true, _) => None,
            (false, Some(at)) => Some(at),
            (false, None) => {
                wrong.note(field, Refusal::Date);
                None
            }
        };
        let from = given("from", &self.from);
        let to = given("to", &self.to);
        let kind = Kind::parse(&self.kind);
        if kind.is_none() && !self.kind.is_empty() {
            wrong.note("kind", Refusal::Choice);
        }
        let subject = self.subject.trim().parse().ok();
        if subject.is_none() && !self.subject.trim().is_empty() {
            wrong.note("subject", Refusal::Said("audit-subject-wrong"));
        }
        let person = Some(self.person.trim().to_owned()).filter(|text| !text.is_empty());
        // The day that was typed is still within.
        let before = to.map(|to| to + chrono::TimeDelta::days(1));
        let organization = self.organization.trim();
        let organizations = organization.parse().ok().map(|id: Uuid| vec![id]);
        let named = Some(organization.to_owned()).filter(|text| !text.is_empty() && organizations.is_none());
        wrong.into_result(Some(Filter { kind, organizations, named, person, from, before, subject }))
    }
}

/// An entry with what is behind it.
struct Line {
    entry: Entry,
    kind: String,
    place: String,
    hash: String,
    details: String,
    ids: Vec<(&'static str, String, Option<String>)>,
}

impl Line {
    fn of(page: &Page, catalogue: &[Service], record: &Record) -> Self {
        let plain = |key, id: Option<Uuid>| id.map(|id| (key, id.to_string(), None));
        let linked = |key, id: Option<Uuid>, path: &str| id.map(|id| (key, id.to_string(), Some(format!("{path}/{id}"))));
        let ids = [
            linked("audit-id-invitation", record.invitation, "/review/invitations"),
            linked("audit-id-relationship", record.relationship, "/review/relationships"),
            linked("audit-id-delegation", record.delegation, "/review/delegations"),
            plain("audit-id-partnership", record.partnership),
            linked("audit-id-organization", record.row.org.map(|id| id.uuid()), "/organizations"),
            plain("audit-id-person", record.user),
            plain("audit-id-request", record.request),
        ];
        Self {
            entry: trail::told(page, catalogue, &record.row),
            kind: record.row.kind.clone(),
            place: page.t2("audit-place", "seq", record.seq, "chain", record.chain.to_string()),
            hash: record.hash.iter().map(|byte| format!("{byte:02x}")).collect(),
            details: if record.row.details.as_object().is_none_or(serde_json::Map::is_empty) {
                String::new()
            } else {
                record.row.details.to_string()
            },
            ids: ids.into_iter().flatten().collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "audit/list.html")]
struct AuditList<'a> {
    page: &'a Page,
    query: &'a AuditQuery,
    errors: FieldErrors,
    kinds: Vec<(&'static str, &'static str)>,
    lines: Vec<Line>,
    status: Option<Status>,
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

/// `GET /audit`: every event of the portal, with filters, and whether the chains hold (UX-48).
///
/// # Errors
/// 403 for anybody but the operator's people.
pub async fn list(page: Page, _reviewer: May<Review>, db: Db, query: Query<AuditQuery>) -> Answer {
    let kinds = Kind::ALL.iter().map(|kind| (kind.key(), page.t(&format!("audit-kind-{kind}")))).collect();
    let filter = match query.parse(&page) {
        Ok(filter) => filter,
        Err(wrong) => {
            let errors = wrong.told(&page);
            let nothing = AuditList {
                page: &page,
                query: &query,
                errors,
                kinds,
                lines: vec![],
                status: None,
                first: None,
                previous: None,
                next: None,
            };
            return page.invalid(nothing);
        }
    };
    let view = db.view().await?;
    let pg = view.pg();
    let cursor = Cursor::parse(&query.page);
    let most = if query.check.is_empty() { SHORT } else { i64::MAX };
    let (found, status, catalogue) =
        futures_util::try_join!(store::list(pg, &filter, cursor.as_ref()), store::status(pg, most), services::list(pg))?;
    let Keyset { rows, previous, next } = found;
    page.show(AuditList {
        page: &page,
        query: &query,
        errors: FieldErrors::default(),
        kinds,
        lines: rows.iter().map(|record| Line::of(&page, &catalogue, record)).collect(),
        status: Some(status),
        first: previous.as_ref().map(|_| query.at(None)),
        previous: previous.map(|cursor| query.at(Some(&cursor))),
        next: next.map(|cursor| query.at(Some(&cursor))),
    })
}

/// The history's place in its address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct HistoryQuery {
    /// The id of one thing that events are about.
    subject: String,
    page: String,
}

#[derive(Template)]
#[template(path = "audit/history.html")]
struct History<'a> {
    page: &'a Page,
    entries: Vec<Entry>,
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

/// `GET /history`: what an organization's people did, and what others did that concerns it. The operator has the whole trail.
///
/// # Errors
/// 404 for a subject that is no id.
pub async fn history(page: Page, member: Member, db: Db, query: Query<HistoryQuery>) -> Answer {
    if member.place().kind == organizations::Kind::Operator {
        return Ok(see_other(address("/audit", &[("subject", &query.subject)])));
    }
    let subject: Option<Uuid> = match query.subject.as_str() {
        "" => None,
        id => Some(id.parse().map_err(|_| Problem::NotFound)?),
    };
    let view = db.view().await?;
    // What is told of one thing is told here as on its own page: all that the organization may see.
    let organizations = subject.is_none().then(|| vec![member.org().uuid()]);
    let filter = Filter { organizations, subject, ..Filter::default() };
    let cursor = Cursor::parse(&query.page);
    let (found, catalogue) =
        futures_util::try_join!(store::list(view.pg(), &filter, cursor.as_ref()), services::list(view.pg())).map_err(Problem::from)?;
    let at = |cursor: &str| address("/history", &[("subject", &query.subject), ("page", cursor)]);
    page.show(History {
        page: &page,
        entries: found.rows.iter().map(|record| trail::told(&page, &catalogue, &record.row)).collect(),
        first: found.previous.as_ref().map(|_| at("")),
        previous: found.previous.as_deref().map(at),
        next: found.next.as_deref().map(at),
    })
}
