//! The audit trail for the operator, and every organization's own history.

use actix_web::{http::StatusCode, web::Query};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::{
    Kind, Thing, Verification, actions,
    store::{self, Filter, Record},
    trail::{self, Entry},
};
use crate::{
    access::{May, Member, proofs::Review},
    db::{Cursor, Db, Keyset, Pg, Timestamp},
    organizations,
    problem::Problem,
    services::{self, Service},
    values::Refusal,
    web::{
        Answer, csv,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        query::{address, day},
        see_other,
    },
};

/// A trail up to this long is looked through each time its page is shown; a longer one when asked to, and by night.
const SHORT: i64 = 20_000;

/// The filters of the trail, as they stand in its address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct AuditQuery {
    kind: String,
    thing: String,
    organization: String,
    person: String,
    from: String,
    to: String,
    subject: String,
    page: String,
    done: String,
}

/// The filters of the view that is to be exported.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ExportForm {
    kind: String,
    thing: String,
    organization: String,
    person: String,
    from: String,
    to: String,
    subject: String,
}

impl From<ExportForm> for AuditQuery {
    fn from(form: ExportForm) -> Self {
        let ExportForm { kind, thing, organization, person, from, to, subject } = form;
        Self { kind, thing, organization, person, from, to, subject, ..Self::default() }
    }
}

/// What was asked for, as far as it can be said without looking anything up.
struct Asked {
    filter: Filter,
    /// A receipt's reference or a partner ID.
    reference: Option<String>,
    organization: Option<String>,
    person: Option<String>,
}

/// A moment that was typed as a day, or why it is none.
fn date(wrong: &mut Wrong, page: &Page, field: &'static str, text: &str) -> Option<Timestamp> {
    match (text.trim().is_empty(), day(text, page.zone())) {
        (true, _) => None,
        (false, Some(at)) => Some(at),
        (false, None) => {
            wrong.note(field, Refusal::Date);
            None
        }
    }
}

impl AuditQuery {
    fn pairs(&self) -> [(&str, &str); 7] {
        [
            ("kind", &self.kind),
            ("thing", &self.thing),
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

    fn parse(&self, page: &Page) -> Result<Asked, Wrong> {
        let mut wrong = Wrong::default();
        let from = date(&mut wrong, page, "from", &self.from);
        let to = date(&mut wrong, page, "to", &self.to);
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            wrong.note("to", Refusal::Said("audit-dates-wrong"));
        }
        let (kind, thing) = (Kind::parse(&self.kind), Thing::parse(&self.thing));
        if kind.is_none() && !self.kind.is_empty() {
            wrong.note("kind", Refusal::Choice);
        }
        if thing.is_none() && !self.thing.is_empty() {
            wrong.note("thing", Refusal::Choice);
        }
        let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let subject: Option<Uuid> = self.subject.trim().parse().ok();
        let reference = said(&self.subject).filter(|_| subject.is_none());
        if reference.as_deref().is_some_and(|text| !is_reference(text)) {
            wrong.note("subject", Refusal::Said("audit-subject-wrong"));
        }
        let kinds = (kind.is_some() || thing.is_some()).then(|| {
            let fits = |one: &Kind| kind.is_none_or(|kind| kind == *one) && thing.is_none_or(|thing| thing == one.thing());
            Kind::ALL.iter().copied().filter(fits).collect()
        });
        // The day that was typed is still within.
        let before = to.map(|to| to + chrono::TimeDelta::days(1));
        let organizations = self.organization.trim().parse().ok().map(|id: Uuid| vec![id]);
        let organization = said(&self.organization).filter(|_| organizations.is_none());
        let people = self.person.trim().parse().ok().map(|id: Uuid| vec![id]);
        let person = said(&self.person).filter(|_| people.is_none());
        let filter = Filter { kinds, organizations, people, from, before, subject };
        wrong.into_result(Some(Asked { filter, reference, organization, person }))
    }
}

/// Whether it looks like a receipt's reference or a partner ID.
fn is_reference(text: &str) -> bool {
    let partner = text.len() == 7 && text.bytes().all(|digit| digit.is_ascii_digit());
    let receipt = text.len() == 11 && text.is_ascii() && text.to_uppercase().starts_with("M-");
    partner || receipt
}

impl Asked {
    /// The filter, with those looked up who were named, or why not: a trail leaves nothing out because too many are called so. One more
    /// round trip, and only when somebody is named.
    async fn find(self, pg: &Pg) -> Result<Result<Filter, Wrong>, Problem> {
        let Self { mut filter, reference, organization, person } = self;
        let mut wrong = Wrong::default();
        let mut found = |field: &'static str, refusal: &'static str, ids: Vec<Uuid>| {
            if ids.len() > store::AT_ONCE {
                wrong.note(field, Refusal::Said(refusal));
            }
            Some(ids)
        };
        if let Some(name) = organization {
            filter.organizations = found("organization", "audit-organizations-many", store::find_organizations(pg, &name).await?);
        }
        if let Some(name) = person {
            filter.people = found("person", "audit-people-many", store::find_people(pg, &name).await?);
        }
        if let Some(reference) = reference {
            // A reference of nothing is about nothing.
            filter.subject = Some(store::find_reference(pg, &reference).await?.unwrap_or(Uuid::nil()));
        }
        Ok(wrong.into_result(Some(filter)))
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
            linked("audit-id-organization", record.event.org.map(|id| id.uuid()), "/organizations"),
            plain("audit-id-person", record.user),
            plain("audit-id-request", record.request),
        ];
        Self {
            entry: trail::told(page, catalogue, &record.event),
            kind: record.event.kind.clone(),
            place: page.t2("audit-place", "seq", record.seq, "chain", record.chain.to_string()),
            hash: hex(&record.hash),
            details: if record.event.details.as_object().is_none_or(serde_json::Map::is_empty) {
                String::new()
            } else {
                record.event.details.to_string()
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
    things: Vec<(&'static str, &'static str)>,
    lines: Vec<Line>,
    /// How the chains stand: just looked at, or when somebody last did.
    verified: Option<Verification>,
    /// Entries and chains that nobody has looked through yet.
    unverified: Option<(i64, i64)>,
    done: bool,
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

impl<'a> AuditList<'a> {
    fn new(page: &'a Page, query: &'a AuditQuery) -> Self {
        Self {
            page,
            query,
            errors: FieldErrors::default(),
            kinds: Kind::ALL.iter().map(|kind| (kind.key(), page.t(&format!("audit-kind-{kind}")))).collect(),
            things: Thing::ALL.iter().map(|thing| (thing.key(), page.t(&format!("audit-thing-{thing}")))).collect(),
            lines: vec![],
            verified: None,
            unverified: None,
            done: query.done == "verified",
            first: None,
            previous: None,
            next: None,
        }
    }
}

/// `GET /audit`: every event of the portal, with filters, and whether the chains hold (UX-48).
///
/// # Errors
/// 403 for anybody but the operator's people.
pub async fn list(page: Page, _reviewer: May<Review>, db: Db, query: Query<AuditQuery>) -> Answer {
    let mut shown = AuditList::new(&page, &query);
    let asked = match query.parse(&page) {
        Ok(asked) => asked,
        Err(wrong) => {
            shown.errors = wrong.told(&page);
            return page.invalid(shown);
        }
    };
    let view = db.view().await?;
    let pg = view.pg();
    let filter = match asked.find(pg).await? {
        Ok(filter) => filter,
        Err(wrong) => {
            shown.errors = wrong.told(&page);
            return page.invalid(shown);
        }
    };
    let cursor = Cursor::parse(&query.page);
    let (found, status, last, newest, catalogue) = futures_util::try_join!(
        store::list(pg, &filter, cursor.as_ref()),
        store::status(pg, SHORT),
        store::last_verification(pg),
        store::newest_entry(pg),
        services::list(pg),
    )?;
    let Keyset { rows, previous, next } = found;
    let (entries, chains) = (status.entries, status.chains);
    shown.verified = match status.breaks {
        Some(breaks) => Some(Verification { at: view.now(), up_to: newest, entries, chains, breaks }),
        None => last,
    };
    shown.unverified = shown.verified.is_none().then_some((entries, chains));
    shown.lines = rows.iter().map(|record| Line::of(&page, &catalogue, record)).collect();
    shown.first = previous.as_ref().map(|_| query.at(None));
    shown.previous = previous.map(|cursor| query.at(Some(&cursor)));
    shown.next = next.map(|cursor| query.at(Some(&cursor)));
    page.show(shown)
}

/// Nothing is asked but that the form is of this session.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerificationForm {}

/// `POST /audit/verification`: looks through every chain now, however long they are.
///
/// # Errors
/// 403 for anybody but the operator's people.
pub async fn verify(reviewer: May<Review>, db: Db, _: Form<VerificationForm>) -> Answer {
    actions::verify(&db, &reviewer).await?;
    Ok(see_other("/audit?done=verified"))
}

/// `POST /audit/export`: the current view as a file. A POST, because taking it out is itself recorded.
///
/// # Errors
/// 403 for anybody but the operator's people; 422 with the page when a filter says nothing.
pub async fn export(page: Page, reviewer: May<Review>, db: Db, form: Form<ExportForm>) -> Answer {
    let query = AuditQuery::from(form.0);
    let refused = |wrong: Wrong| {
        let errors = wrong.told(&page);
        page.answer(StatusCode::UNPROCESSABLE_ENTITY, AuditList { errors, ..AuditList::new(&page, &query) })
    };
    let asked = match query.parse(&page) {
        Ok(asked) => asked,
        Err(wrong) => return refused(wrong),
    };
    let view = db.view().await?;
    let filter = match asked.find(view.pg()).await? {
        Ok(filter) => filter,
        Err(wrong) => return refused(wrong),
    };
    let catalogue = services::list(view.pg()).await?;
    drop(view);
    let now = actions::begin_export(&db, &reviewer, "audit", query.at(None).strip_prefix("/audit").unwrap_or_default()).await?;
    // What happens while the file is sent is not in it.
    let filter = Filter { before: Some(filter.before.map_or(now, |before| before.min(now))), ..filter };
    let heads = COLUMNS.iter().map(|column| page.t(&format!("audit-column-{column}")));
    let name = format!("{}-{}.csv", page.t("audit-file"), page.now().with_timezone(&page.zone()).format("%Y-%m-%d"));
    let heads = csv::line(heads);
    let rows = std::rc::Rc::new((page, db, filter, catalogue));
    Ok(csv::file(&name, &heads, move |place| {
        let rows = rows.clone();
        async move {
            let (page, db, filter, catalogue) = &*rows;
            // A view of its own for each step: a slow reader keeps no connection, and one who has lost the right gets no more.
            let view = db.view().await?;
            if view.visitor()["org_kind"] != organizations::Kind::Operator.key() {
                return Err(Problem::Forbidden);
            }
            let found = store::list_many(view.pg(), filter, place, csv::STEP).await?;
            let next = found.last().filter(|_| found.len() == csv::STEP).map(|record| (record.event.at, record.event.id));
            Ok((found.iter().map(|record| cells(page, catalogue, record)).collect(), next))
        }
    }))
}

/// The columns of the file.
const COLUMNS: [&str; 17] = [
    "number",
    "utc",
    "time",
    "event",
    "kind",
    "person",
    "organization",
    "details",
    "invitation",
    "relationship",
    "delegation",
    "partnership",
    "person-id",
    "organization-id",
    "request",
    "chain",
    "hash",
];

fn cells(page: &Page, catalogue: &[Service], record: &Record) -> String {
    let row = &record.event;
    let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
    let known = |text: &Option<String>| text.clone().unwrap_or_default();
    csv::line([
        row.id.to_string(),
        page.iso(&row.at),
        page.at(&row.at),
        trail::told(page, catalogue, row).text,
        row.kind.clone(),
        known(&row.user_name),
        known(&row.org_name),
        row.details.to_string(),
        id(record.invitation),
        id(record.relationship),
        id(record.delegation),
        id(record.partnership),
        id(record.user),
        id(row.org.map(|org| org.uuid())),
        id(record.request),
        format!("{}/{}", record.chain, record.seq),
        hex(&record.hash),
    ])
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
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
        entries: found.rows.iter().map(|record| trail::told(&page, &catalogue, &record.event)).collect(),
        first: found.previous.as_ref().map(|_| at("")),
        previous: found.previous.as_deref().map(at),
        next: found.next.as_deref().map(at),
    })
}
