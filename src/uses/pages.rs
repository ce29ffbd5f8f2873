//! Administering on behalf of a customer: the reason, the way to the admin centre, and the log that the customer sees (D25).

use actix_web::{
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use futures_util::try_join;
use serde::Deserialize;

use super::{
    Listed, Reason, Which, actions, admin_centre,
    store::{self, list},
};
use crate::{
    access::{May, Member, Right, proofs::AdministerOnBehalf},
    db::{Cursor, Db, Keyset},
    delegations::{self, Listed as Delegated},
    ids::{Delegation as DelegationId, Id, Relationship, Use as UseId},
    problem::Problem,
    services::{self, Service},
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        query::address,
        see_other,
    },
};

#[derive(Template)]
#[template(path = "uses/new.html")]
struct New<'a> {
    page: &'a Page,
    listed: &'a Delegated,
    service: String,
    reason: &'a str,
    errors: FieldErrors,
}

impl New<'_> {
    fn action(&self) -> String {
        format!("/delegations/{}/uses/new", self.listed.facts().id)
    }

    fn back(&self) -> String {
        format!("/customers/{}", self.listed.facts().relationship)
    }

    fn purpose(&self) -> &'static str {
        self.page.word("purpose", self.listed.facts().scope.purpose)
    }
}

/// `GET /delegations/{id}/uses/new`: why somebody wants to work for the customer.
///
/// # Errors
/// 404 for another organization's delegation, 409 when it is not in force.
pub async fn new_page(page: Page, may: May<AdministerOnBehalf>, db: Db, id: Path<Id<DelegationId>>) -> Answer {
    show_new(&page, &may, &db, *id, "", None).await
}

async fn show_new(page: &Page, may: &May<AdministerOnBehalf>, db: &Db, id: Id<DelegationId>, reason: &str, wrong: Option<Wrong>) -> Answer {
    let view = db.view().await?;
    let (listed, catalogue) = try_join!(delegations::find(view.pg(), id, view.now()), services::list(view.pg()))?;
    let listed = listed.filter(|listed| listed.facts().holder == may.organization()).ok_or(Problem::NotFound)?;
    if !listed.delegation.is_active() {
        return Err(Problem::Conflict("uses-not-in-force-text"));
    }
    let service = services::name_of(&catalogue, &listed.facts().scope.service, page.language()).to_owned();
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let errors = wrong.map(|wrong| wrong.told(page)).unwrap_or_default();
    page.answer(status, New { page, listed: &listed, service, reason, errors })
}

/// The reason.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewForm {
    #[serde(default)]
    reason: String,
}

/// `POST /delegations/{id}/uses/new`: records the use.
///
/// The answer leads to a page of the portal and not to the admin centre itself: `form-action 'self'` holds for the redirect
/// after a form in Chromium as well, and a person should see that they leave the portal, and for where (ASVS 3.7.2, 3.7.3).
///
/// # Errors
/// As [`actions::begin`]; 422 without a reason.
pub async fn begin(page: Page, may: May<AdministerOnBehalf>, db: Db, id: Path<Id<DelegationId>>, form: Form<NewForm>) -> Answer {
    let mut wrong = Wrong::default();
    let reason = wrong.check("reason", Reason::parse(&form.reason));
    match wrong.into_result(reason) {
        Ok(reason) => {
            let begun = actions::begin(&db, &may, *id, reason).await?;
            Ok(see_other(format!("/uses/{begun}")))
        }
        Err(wrong) => show_new(&page, &may, &db, *id, &form.reason, Some(wrong)).await,
    }
}

#[derive(Template)]
#[template(path = "uses/begun.html")]
struct Begun<'a> {
    page: &'a Page,
    begun: &'a Listed,
    service: String,
    /// Where the admin centre is; none when the catalogue or the customer does not say.
    target: Option<String>,
    /// The place it leads to, for the person to read.
    host: String,
    /// Whether the delegation is in force still.
    in_force: bool,
}

impl Begun<'_> {
    fn back(&self) -> String {
        format!("/customers/{}", self.begun.relationship)
    }
}

/// `GET /uses/{id}`: the way to the admin centre, for the person who gave the reason and as long as the delegation is in force.
///
/// # Errors
/// 404 for everybody else.
pub async fn begun(page: Page, may: May<AdministerOnBehalf>, db: Db, id: Path<Id<UseId>>) -> Answer {
    let view = db.view().await?;
    let pg = view.pg();
    let (begun, catalogue) = try_join!(store::find_own(pg, *id, may.user().uuid()), services::list(pg))?;
    let begun = begun.ok_or(Problem::NotFound)?;
    let listed = delegations::find(pg, begun.delegation, view.now()).await?;
    let listed = listed.filter(|listed| listed.facts().holder == may.organization()).ok_or(Problem::NotFound)?;
    let in_force = listed.delegation.is_active();
    let target = if in_force {
        let (template, tenant, domain) = store::find_target(pg, &begun.scope.service, listed.customer.id).await?;
        admin_centre(template.as_deref(), tenant, domain.as_deref())
    } else {
        None
    };
    let host = target.as_deref().and_then(|url| url.strip_prefix("https://")?.split(['/', '?', '#']).next()).unwrap_or_default().to_owned();
    let service = services::name_of(&catalogue, &begun.scope.service, page.language()).to_owned();
    page.show(Begun { page: &page, begun: &begun, service, target, host, in_force })
}

#[derive(Template)]
#[template(path = "uses/list.html")]
struct Log<'a> {
    page: &'a Page,
    rows: &'a Keyset<Listed>,
    catalogue: &'a [Service],
    relationship: Option<Id<Relationship>>,
    /// Whether the customer is looking; a partner looks at its own.
    customer: bool,
}

impl Log<'_> {
    fn service(&self, code: &str) -> String {
        services::name_of(self.catalogue, code, self.page.language()).to_owned()
    }

    fn at(&self, cursor: Option<&String>) -> Option<String> {
        let relationship = self.relationship.map(|id| id.to_string()).unwrap_or_default();
        cursor.map(|cursor| address("/uses", &[("relationship", &relationship), ("page", cursor)]))
    }

    /// The heads of the columns; a customer need not be told whose services these are.
    fn heads(&self) -> Vec<&'static str> {
        let all = ["uses-when", "uses-who", "kind-customer", "ui-service", "uses-reason"];
        all.into_iter().filter(|key| !self.customer || *key != "kind-customer").map(|key| self.page.t(key)).collect()
    }

    /// Where the list is read from: the address, and its name.
    fn back(&self) -> (String, &'static str) {
        let (path, key) = match self.relationship {
            _ if self.customer => ("/relationships".to_owned(), "relationships-title"),
            _ if self.page.may(Right::Review) => ("/review/delegations".to_owned(), "reports-delegations-title"),
            Some(id) => (format!("/customers/{id}"), "consents-to-customer-page"),
            None => ("/customers".to_owned(), "relationships-customers"),
        };
        (path, self.page.t(key))
    }
}

/// Where the log is read from, and under which relationship.
#[derive(Deserialize)]
pub struct At {
    page: Option<String>,
    #[serde(default)]
    relationship: String,
}

/// `GET /uses`: what was done on behalf of this customer, or by this partner on behalf of others, the newest first (D25).
///
/// # Errors
/// 403 for people who may see neither customers nor partners.
pub async fn log(page: Page, member: Member, db: Db, at: Query<At>) -> Answer {
    let place = member.place();
    if ![Right::SeeConsents, Right::SeeCustomers, Right::Review].iter().any(|right| place.allows(*right)) {
        return Err(Problem::Forbidden);
    }
    let view = db.view().await?;
    let cursor = at.page.as_deref().and_then(Cursor::parse);
    let relationship = at.relationship.parse().ok();
    let which = relationship.map_or(Which::All, Which::Under);
    let (rows, catalogue) = try_join!(list(view.pg(), which, cursor.as_ref()), services::list(view.pg()))?;
    page.show(Log { page: &page, rows: &rows, catalogue: &catalogue, relationship, customer: place.allows(Right::SeeConsents) })
}
