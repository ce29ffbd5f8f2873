//! Suspending and reinstating: the effects first, then the reason, then the button (D5).

use actix_web::{http::StatusCode, web::Path};
use askama::Template;
use serde::Deserialize;

use crate::{
    access::{May, proofs::Operate},
    db::{Db, Timestamp},
    ids::{Id, Organization as OrganizationId},
    organizations::{Effects, Organization, State, actions, store},
    problem::Problem,
    services::{self, Service},
    values::Note,
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        see_other,
    },
};

/// A line of a list: what, the rest of it, and where it leads.
struct Item {
    name: String,
    about: String,
    href: Option<String>,
}

/// A list of what is concerned: its heading, how much there is, the first of it, how much is not shown, where all of it is.
struct Group {
    title: &'static str,
    count: i64,
    items: Vec<Item>,
    rest: i64,
    all: Option<String>,
}

#[derive(Template)]
#[template(path = "organizations/suspension.html")]
struct Suspension<'a> {
    page: &'a Page,
    organization: &'a Organization,
    groups: Vec<Group>,
    reason: &'a str,
    errors: FieldErrors,
}

#[derive(Template)]
#[template(path = "organizations/reinstatement.html")]
struct Reinstatement<'a> {
    page: &'a Page,
    organization: &'a Organization,
    since: Option<Timestamp>,
    groups: Vec<Group>,
    lapsed_invitations: i64,
    lapsed_delegations: i64,
    reason: &'a str,
    errors: FieldErrors,
}

/// Why.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReasonForm {
    #[serde(default)]
    reason: String,
}

/// `GET /organizations/{id}/suspension`: what it would stop, before it is done (D5).
///
/// # Errors
/// 404 when there is none, 409 when it cannot be suspended.
pub async fn suspension_page(page: Page, _: May<Operate>, db: Db, id: Path<Id<OrganizationId>>) -> Answer {
    show_suspension(&page, &db, *id, "", None).await
}

/// `POST /organizations/{id}/suspension`
///
/// # Errors
/// 404 when there is none, 409 when it cannot be suspended.
pub async fn suspend(page: Page, may: May<Operate>, db: Db, id: Path<Id<OrganizationId>>, form: Form<ReasonForm>) -> Answer {
    let mut wrong = Wrong::default();
    let reason = wrong.check("reason", Note::parse(&form.reason));
    match wrong.into_result(reason) {
        Ok(reason) => {
            actions::suspend(&db, &may, *id, &reason).await?;
            Ok(see_other(format!("/organizations/{id}?done=suspended")))
        }
        Err(wrong) => show_suspension(&page, &db, *id, &form.reason, Some(wrong)).await,
    }
}

/// `GET /organizations/{id}/reinstatement`: what works again, and what has lapsed in the meantime (D5).
///
/// # Errors
/// 404 when there is none, 409 when it is not suspended.
pub async fn reinstatement_page(page: Page, _: May<Operate>, db: Db, id: Path<Id<OrganizationId>>) -> Answer {
    show_reinstatement(&page, &db, *id, "", None).await
}

/// `POST /organizations/{id}/reinstatement`
///
/// # Errors
/// 404 when there is none, 409 when it is not suspended.
pub async fn reinstate(page: Page, may: May<Operate>, db: Db, id: Path<Id<OrganizationId>>, form: Form<ReasonForm>) -> Answer {
    let mut wrong = Wrong::default();
    let reason = wrong.check("reason", Note::parse(&form.reason));
    match wrong.into_result(reason) {
        Ok(reason) => {
            actions::reinstate(&db, &may, *id, &reason).await?;
            Ok(see_other(format!("/organizations/{id}?done=reinstated")))
        }
        Err(wrong) => show_reinstatement(&page, &db, *id, &form.reason, Some(wrong)).await,
    }
}

async fn show_suspension(page: &Page, db: &Db, id: Id<OrganizationId>, reason: &str, wrong: Option<Wrong>) -> Answer {
    let view = db.view().await?;
    let organization = store::find(view.pg(), id).await?.ok_or(Problem::NotFound)?;
    if !organization.can_be_suspended() {
        return Err(Problem::Conflict("organizations-not-suspendable"));
    }
    let (effects, catalogue) = futures_util::try_join!(store::effects(view.pg(), &organization), services::list(view.pg()))?;
    let groups = groups(page, &organization, effects, &catalogue);
    let errors = wrong.as_ref().map(|wrong| wrong.told(page)).unwrap_or_default();
    page.answer(status(&errors), Suspension { page, organization: &organization, groups, reason, errors })
}

async fn show_reinstatement(page: &Page, db: &Db, id: Id<OrganizationId>, reason: &str, wrong: Option<Wrong>) -> Answer {
    let view = db.view().await?;
    let organization = store::find(view.pg(), id).await?.ok_or(Problem::NotFound)?;
    if organization.state != State::Suspended {
        return Err(Problem::Conflict("organizations-not-suspended"));
    }
    let (effects, catalogue) = futures_util::try_join!(store::effects(view.pg(), &organization), services::list(view.pg()))?;
    let errors = wrong.as_ref().map(|wrong| wrong.told(page)).unwrap_or_default();
    let (lapsed_invitations, lapsed_delegations) = (effects.lapsed_invitations, effects.lapsed_delegations);
    let groups = groups(page, &organization, effects, &catalogue);
    let since = organization.suspended_at;
    page.answer(
        status(&errors),
        Reinstatement { page, organization: &organization, since, groups, lapsed_invitations, lapsed_delegations, reason, errors },
    )
}

fn status(errors: &FieldErrors) -> StatusCode {
    if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// What is concerned, in the reader's words; what an organization of this kind cannot have is left out.
fn groups(page: &Page, organization: &Organization, effects: Effects, catalogue: &[Service]) -> Vec<Group> {
    let kind = organization.kind;
    let org = organization.id.to_string();
    let list = |path: &str, pairs: &[(&str, &str)]| Some(crate::web::query::address(path, pairs));
    let mut groups = Vec::new();
    if kind.transacts() {
        let rest = effects.invitations.rest();
        let expires = |end: Option<Timestamp>| match end {
            Some(end) => page.t1("effects-until", "date", page.on(&end)),
            None => page.t("effects-no-end").to_owned(),
        };
        let item = |(id, name, end)| Item { name, about: expires(end), href: Some(format!("/review/invitations/{id}")) };
        groups.push(Group {
            title: page.t("effects-invitations"),
            count: effects.invitations.count,
            items: effects.invitations.first.into_iter().map(item).collect(),
            rest,
            all: list("/review/invitations", &[("q", organization.partner_id.as_deref().unwrap_or(&org)), ("state", "open")]),
        });
    }
    if kind.is_partner() && kind != crate::organizations::Kind::DirectPartner {
        let rest = effects.handed.rest();
        let about = if kind.transacts() { "effects-handed-to" } else { "effects-handed-by" };
        let item = |(id, name, partner): (_, String, String)| Item {
            about: page.t1(about, "partner", partner),
            name,
            href: Some(format!("/review/invitations/{id}")),
        };
        groups.push(Group {
            title: page.t(if kind.transacts() { "effects-handed-out" } else { "effects-handed-in" }),
            count: effects.handed.count,
            items: effects.handed.first.into_iter().map(item).collect(),
            rest,
            all: None,
        });
    }
    if kind.is_partner() {
        let rest = effects.delegations.rest();
        let item = |(id, customer, scope): (_, String, services::Scope)| Item {
            name: customer,
            about: page.t2(
                "effects-scope",
                "service",
                services::name_of(catalogue, &scope.service, page.language()),
                "purpose",
                page.word("purpose", scope.purpose),
            ),
            href: Some(format!("/review/delegations/{id}")),
        };
        groups.push(Group {
            title: page.t("effects-delegations"),
            count: effects.delegations.count,
            items: effects.delegations.first.into_iter().map(item).collect(),
            rest,
            all: list("/review/delegations", &[("q", organization.partner_id.as_deref().unwrap_or(&org)), ("state", "active")]),
        });
    }
    if kind != crate::organizations::Kind::IndirectReseller {
        let rest = effects.parties.rest();
        let item = |(id, name)| Item { name, about: String::new(), href: Some(format!("/review/relationships/{id}")) };
        groups.push(Group {
            title: page.t(if kind.transacts() { "effects-customers" } else { "effects-partners" }),
            count: effects.parties.count,
            items: effects.parties.first.into_iter().map(item).collect(),
            rest,
            all: list(
                "/review/relationships",
                &[("q", organization.partner_id.as_deref().unwrap_or(&organization.name)), ("state", "active")],
            ),
        });
    }
    let rest = effects.people.rest();
    groups.push(Group {
        title: page.t("effects-people"),
        count: effects.people.count,
        items: effects.people.first.into_iter().map(|(name, email)| Item { name, about: email, href: None }).collect(),
        rest,
        all: list(&format!("/organizations/{org}"), &[]),
    });
    groups
}
