//! The policy of a partnership: what the reseller gets at once. Both sides read it, the provider sets it.

use actix_web::web::{Path, Query};
use askama::Template;
use chrono::TimeDelta;
use serde::Deserialize;

use super::{GridRow, asked, grid, scopes};
use crate::{
    access::{
        May, Right,
        proofs::{Invite, SeeCustomers},
    },
    db::Db,
    ids::{Id, Partnership},
    problem::Problem,
    requests::{
        Limits, Policy, actions, month_of,
        store::{self, Pair},
        to_column,
    },
    services::{self, Service},
    values::{Days, Refusal},
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        query::day,
        see_other,
    },
};

/// What is typed to set a policy.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyForm {
    #[serde(default)]
    active: String,
    #[serde(default)]
    asks: Vec<String>,
    #[serde(default)]
    standing: String,
    #[serde(default)]
    days: String,
    #[serde(default)]
    per_month: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    until: String,
}

/// Whether it has just been set.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

#[derive(Template)]
#[template(path = "requests/policy.html")]
struct PolicyPage<'a> {
    page: &'a Page,
    pair: &'a Pair,
    policy: Option<&'a Policy>,
    /// What it allows, in words.
    asks: Vec<String>,
    /// How many were issued under it this month.
    issued: i64,
    /// Whether whoever set it may still do so; else nothing is issued.
    author_may: bool,
    provides: bool,
    may_set: bool,
    /// Whether the person may allow delegated administration.
    may_ask: bool,
    form: &'a PolicyForm,
    rows: Vec<GridRow>,
    errors: FieldErrors,
    done: bool,
}

impl PolicyPage<'_> {
    /// How it is shown.
    fn tone(&self) -> &'static str {
        if self.in_force() { "ok" } else { "quiet" }
    }

    fn in_force(&self) -> bool {
        self.pair.is_active() && self.author_may && self.policy.is_some_and(|policy| policy.limits.active)
    }

    fn other(&self) -> &str {
        if self.provides { &self.pair.reseller_name } else { &self.pair.provider_name }
    }
}

async fn show(
    page: &Page,
    db: &Db,
    proof: &May<SeeCustomers>,
    id: Id<Partnership>,
    typed: Option<(&PolicyForm, Wrong)>,
    done: bool,
) -> Answer {
    let org = proof.organization();
    let view = db.view().await?;
    let (pair, policy, catalogue) =
        futures_util::try_join!(store::find_pair(view.pg(), id), store::find_policy(view.pg(), id), services::list(view.pg()))?;
    let pair = pair.filter(|pair| pair.provider == org || pair.reseller == org).ok_or(Problem::NotFound)?;
    let provides = pair.provider == org;
    let issued = match &policy {
        Some(policy) => store::count_issued(view.pg(), policy.id, month_of(view.now())).await?,
        None => 0,
    };
    // What the author may do is the provider's business: a reseller reads that it is in force, and learns by asking that it is not.
    let author_may = match (&policy, provides) {
        (Some(policy), true) => {
            store::find_author(view.pg(), policy.set_by, org.known_as()).await?.is_some_and(|author| policy.is_backed_by(author))
        }
        _ => true,
    };
    let (kept, errors, invalid) = match typed {
        Some((form, wrong)) => (None, wrong.told(page), Some(form)),
        None => (Some(kept(page, policy.as_ref(), view.now())), FieldErrors::default(), None),
    };
    let form = invalid.or(kept.as_ref()).ok_or(Problem::Unprocessable)?;
    let template = PolicyPage {
        page,
        asks: policy.as_ref().map(|policy| asked(page, &policy.limits.asks, &catalogue)).unwrap_or_default(),
        policy: policy.as_ref(),
        issued,
        author_may,
        provides,
        may_set: provides && pair.is_active() && page.may(Right::Invite),
        may_ask: page.may(Right::AskForAdministration),
        rows: grid(&catalogue, page.language(), None, &form.asks),
        form,
        errors,
        done,
        pair: &pair,
    };
    if invalid.is_some() { page.invalid(template) } else { page.show(template) }
}

/// The form as the policy is, or as a new one begins.
fn kept(page: &Page, policy: Option<&Policy>, now: crate::db::Timestamp) -> PolicyForm {
    let date = |at: crate::db::Timestamp| at.with_timezone(&page.zone()).format("%Y-%m-%d").to_string();
    match policy.map(|policy| &policy.limits) {
        Some(limits) => PolicyForm {
            active: if limits.active { "yes".to_owned() } else { String::new() },
            asks: to_column(&limits.asks),
            standing: if limits.standing { "yes".to_owned() } else { String::new() },
            days: limits.days.get().to_string(),
            per_month: limits.per_month.to_string(),
            from: date(limits.from),
            until: limits.until.map(|until| date(until - TimeDelta::seconds(1))).unwrap_or_default(),
        },
        None => PolicyForm {
            active: "yes".to_owned(),
            days: "365".to_owned(),
            per_month: "10".to_owned(),
            from: date(now),
            ..PolicyForm::default()
        },
    }
}

/// `GET /partnerships/{id}/policy`
///
/// # Errors
/// 404 when it is not one of the organization's partnerships.
pub async fn policy_page(page: Page, proof: May<SeeCustomers>, db: Db, id: Path<Id<Partnership>>, query: Query<Done>) -> Answer {
    show(&page, &db, &proof, *id, None, query.done == "set").await
}

impl PolicyForm {
    fn parse(&self, page: &Page, catalogue: &[Service]) -> Result<Limits, Wrong> {
        let mut wrong = Wrong::default();
        let asks = wrong.check("asks", scopes(&self.asks, catalogue).ok_or(Refusal::Choice));
        if !page.may(Right::AskForAdministration) && asks.as_ref().is_some_and(|asks| !asks.is_empty()) {
            wrong.note("asks", Refusal::Said("invitations-ask-right"));
        }
        let days = wrong.check("days", Days::parse(&self.days));
        let range = Refusal::Range { min: 1, max: 1000 };
        let per_month = self.per_month.trim().parse::<i32>().ok().filter(|count| (1..=1000).contains(count));
        let per_month = wrong.check("per_month", per_month.ok_or(range));
        let from = wrong.check("from", day(&self.from, page.zone()).ok_or(Refusal::Date));
        // The day that was typed is still within.
        let until = match self.until.trim() {
            "" => Some(None),
            typed => wrong.check("until", day(typed, page.zone()).map(|day| Some(day + TimeDelta::days(1))).ok_or(Refusal::Date)),
        };
        if let (Some(from), Some(Some(until))) = (from, until)
            && until <= from
        {
            wrong.note("until", Refusal::Said("requests-policy-until-before-from"));
        }
        let limits = (|| {
            Some(Limits {
                asks: asks?,
                standing: !self.standing.is_empty(),
                days: days?,
                per_month: per_month?,
                from: from?,
                until: until?,
                active: !self.active.is_empty(),
            })
        })();
        wrong.into_result(limits)
    }
}

/// `POST /partnerships/{id}/policy`: from now on invitations are issued in the name of whoever sets it.
///
/// # Errors
/// 404 when it is not one of the provider's partnerships; 409 when that is not active; 422 on the form.
pub async fn set_policy(
    page: Page,
    proof: May<Invite>,
    sees: May<SeeCustomers>,
    db: Db,
    id: Path<Id<Partnership>>,
    form: Form<PolicyForm>,
) -> Answer {
    let catalogue = services::list(db.view().await?.pg()).await?;
    match form.parse(&page, &catalogue) {
        Ok(limits) => {
            actions::set_policy(&db, &proof, *id, &limits).await?;
            Ok(see_other(format!("/partnerships/{id}/policy?done=set")))
        }
        Err(wrong) => show(&page, &db, &sees, *id, Some((&form, wrong)), false).await,
    }
}
