//! Renewals: the partner's form, the customer's answer.

use actix_web::{
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use futures_util::try_join;
use serde::Deserialize;

use super::{Listed, actions};
use crate::{
    access::{CustomerAdmin, May, Member, Right, proofs::AnswerDelegation},
    db::Db,
    delegations::{self, Listed as Delegated, RENEWED_AHEAD, ends_within},
    ids::{Delegation as DelegationId, Id, Renewal as RenewalId},
    problem::Problem,
    services,
    values::{Days, Refusal},
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        see_other,
    },
};

#[derive(Template)]
#[template(path = "renewals/new.html")]
struct New<'a> {
    page: &'a Page,
    listed: &'a Delegated,
    service: String,
    days: &'a str,
    errors: FieldErrors,
}

impl New<'_> {
    fn action(&self) -> String {
        format!("/delegations/{}/renewals/new", self.listed.facts().id)
    }

    fn back(&self) -> String {
        format!("/delegations/{}", self.listed.facts().id)
    }
}

/// `GET /delegations/{id}/renewals/new`: for the holder, and for the owner of the relationship.
///
/// # Errors
/// 404 for others; 409 when the delegation is over, or when it is too early.
pub async fn new_page(page: Page, may: May<AnswerDelegation>, db: Db, id: Path<Id<DelegationId>>) -> Answer {
    show_new(&page, &may, &db, *id, None, None).await
}

async fn show_new(
    page: &Page,
    may: &May<AnswerDelegation>,
    db: &Db,
    id: Id<DelegationId>,
    typed: Option<&str>,
    wrong: Option<Wrong>,
) -> Answer {
    let view = db.view().await?;
    let (listed, catalogue) = try_join!(delegations::find(view.pg(), id, view.now()), services::list(view.pg()))?;
    let partner = |listed: &Delegated| [listed.holder.id, listed.owner.id].contains(&may.organization());
    let listed = listed.filter(partner).ok_or(Problem::NotFound)?;
    if !listed.delegation.is_active() {
        return Err(Problem::Conflict("delegations-over-text"));
    }
    if !ends_within(listed.facts(), RENEWED_AHEAD, view.now()) {
        return Err(Problem::Conflict("renewals-too-early-text"));
    }
    let as_before = listed.facts().days.to_string();
    let service = services::name_of(&catalogue, &listed.facts().scope.service, page.language()).to_owned();
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let errors = wrong.map(|wrong| wrong.told(page)).unwrap_or_default();
    page.answer(status, New { page, listed: &listed, service, days: typed.unwrap_or(&as_before), errors })
}

/// For how long.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DaysForm {
    #[serde(default)]
    days: String,
}

/// `POST /delegations/{id}/renewals/new`
///
/// # Errors
/// As [`actions::prepare`].
pub async fn prepare(page: Page, may: May<AnswerDelegation>, db: Db, id: Path<Id<DelegationId>>, form: Form<DaysForm>) -> Answer {
    let mut wrong = Wrong::default();
    let days = wrong.check("days", Days::parse(&form.days));
    match wrong.into_result(days) {
        Ok(days) => {
            actions::prepare(&db, &may, *id, days).await?;
            Ok(see_other(format!("/delegations/{id}?done=renewal-prepared")))
        }
        Err(wrong) => show_new(&page, &may, &db, *id, Some(&form.days), Some(wrong)).await,
    }
}

#[derive(Template)]
#[template(path = "renewals/detail.html")]
struct Detail<'a> {
    page: &'a Page,
    listed: &'a Listed,
    service: String,
    days: String,
    errors: FieldErrors,
    may_answer: bool,
    /// Whether the markets differ, so that it can only be declined (D9).
    other_market: bool,
    may_withdraw: bool,
    /// Whether it would make the holder the equal of a global administrator, or leave it one (D21).
    everything: bool,
    done: Option<&'static str>,
}

impl Detail<'_> {
    fn at(&self, verb: &str) -> String {
        format!("/renewals/{}/{verb}", self.listed.renewal.terms().id)
    }

    fn delegation(&self) -> String {
        format!("/delegations/{}", self.listed.renewal.terms().delegation)
    }

    fn tone(&self) -> &'static str {
        match self.listed.renewal.state() {
            super::State::Open => "wait",
            super::State::Accepted => "ok",
            _ => "quiet",
        }
    }

    fn purpose(&self) -> &'static str {
        self.page.word("purpose", self.listed.delegated.facts().scope.purpose)
    }
}

/// What has just been done.
#[derive(Debug, Default, Deserialize)]
pub struct At {
    done: Option<String>,
}

/// `GET /renewals/{renewal}`: the offer, for the customer, the holder and the owner of the relationship.
///
/// # Errors
/// 404 for everybody else.
pub async fn detail(page: Page, member: Member, db: Db, id: Path<Id<RenewalId>>, at: Query<At>) -> Answer {
    let done = at.done.as_deref().filter(|done| *done == "declined").map(|_| "renewals-done-declined");
    show(&page, &member, &db, *id, None, None, done).await
}

async fn show(
    page: &Page,
    member: &Member,
    db: &Db,
    id: Id<RenewalId>,
    typed: Option<&str>,
    wrong: Option<Wrong>,
    done: Option<&'static str>,
) -> Answer {
    let place = member.place();
    if ![Right::SeeConsents, Right::SeeCustomers, Right::Review].iter().any(|right| place.allows(*right)) {
        return Err(Problem::Forbidden);
    }
    let view = db.view().await?;
    let pg = view.pg();
    let (listed, catalogue) = try_join!(actions::find(pg, id, view.now()), services::list(pg))?;
    let listed = listed.ok_or(Problem::NotFound)?;
    let facts = listed.delegated.facts();
    let in_force = delegations::in_force_for(pg, facts.customer, view.now()).await?;
    let held: Vec<_> = in_force.iter().filter(|held| held.facts().holder == facts.holder).map(|held| held.facts().scope.clone()).collect();
    let (terms, open) = (listed.renewal.terms(), listed.renewal.is_open());
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let template = Detail {
        page,
        service: services::name_of(&catalogue, &facts.scope.service, page.language()).to_owned(),
        days: typed.map_or_else(|| terms.days.get().to_string(), ToOwned::to_owned),
        errors: wrong.map(|wrong| wrong.told(page)).unwrap_or_default(),
        may_answer: open && listed.delegated.customer.id == member.org() && page.may(Right::Consent),
        other_market: listed.delegated.crosses_markets(),
        may_withdraw: open && terms.prepared_by == member.org() && page.may(Right::AnswerDelegation),
        everything: services::equals_global_admin(&held, &catalogue),
        listed: &listed,
        done,
    };
    page.answer(status, template)
}

/// `POST /renewals/{renewal}/acceptance`: the customer's fresh consent, for as many days as offered or for fewer.
///
/// # Errors
/// As [`actions::accept`].
pub async fn accept(page: Page, admin: CustomerAdmin, member: Member, db: Db, id: Path<Id<RenewalId>>, form: Form<DaysForm>) -> Answer {
    let offered = {
        let view = db.view().await?;
        actions::find(view.pg(), *id, view.now()).await?
    }
    .ok_or(Problem::NotFound)?;
    let most = offered.renewal.terms().days;
    let mut wrong = Wrong::default();
    let fits = |days: Days| if days <= most { Ok(days) } else { Err(Refusal::Range { min: 1, max: most.get().into() }) };
    let days = wrong.check("days", Days::parse(&form.days).and_then(fits));
    match wrong.into_result(days) {
        Ok(days) => {
            let renewed = actions::accept(&db, &admin, *id, days).await?;
            Ok(see_other(format!("/delegations/{renewed}?done=renewed")))
        }
        Err(wrong) => show(&page, &member, &db, *id, Some(&form.days), Some(wrong), None).await,
    }
}

/// A form without fields of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// `POST /renewals/{renewal}/decline`
///
/// # Errors
/// As [`actions::decline`].
pub async fn decline(admin: CustomerAdmin, db: Db, id: Path<Id<RenewalId>>, _: Form<Nothing>) -> Answer {
    actions::decline(&db, &admin, *id).await?;
    Ok(see_other(format!("/renewals/{id}?done=declined")))
}

/// `POST /renewals/{renewal}/withdrawal`
///
/// # Errors
/// As [`actions::withdraw`].
pub async fn withdraw(may: May<AnswerDelegation>, db: Db, id: Path<Id<RenewalId>>, _: Form<Nothing>) -> Answer {
    let delegation = actions::withdraw(&db, &may, *id).await?;
    Ok(see_other(format!("/delegations/{delegation}?done=renewal-withdrawn")))
}
