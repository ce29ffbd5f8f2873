//! The pages before an end: a rehearsal, then one button (UX-38). One delegation, or all of one partner at once.

use actix_web::web::{Data, Path, Query};
use askama::Template;
use futures_util::try_join;
use serde::Deserialize;

use crate::{
    access::{CustomerAdmin, May, proofs::RemoveRelationship},
    app::App,
    db::{Cursor, Db},
    delegations::{
        Ending, Listed,
        actions::{self, Circle},
        people, store,
    },
    ids::{Delegation as DelegationId, Id, Organization},
    notices::{Letterhead, Rehearsal},
    organizations::Party,
    problem::Problem,
    services::{self, Service},
    web::{Answer, form::Form, page::Page, query::Beside, see_other},
};

#[derive(Template)]
#[template(path = "delegations/end.html")]
struct End<'a> {
    page: &'a Page,
    listed: &'a Listed,
    service: String,
    ending: Ending,
    back: &'static str,
    rehearsal: Rehearsal,
}

impl End<'_> {
    fn action(&self) -> String {
        format!("/delegations/{}/{}", self.listed.facts().id, self.ending)
    }

    fn say(&self, what: &str) -> String {
        let key = format!("delegations-{}-{what}", self.ending);
        self.page.t3(&key, "holder", &self.listed.holder.name, "service", &self.service, "customer", &self.listed.customer.name)
    }
}

/// `GET /delegations/{id}/removal`
///
/// # Errors
/// 404 for other customers, 409 when it is over already.
pub async fn removal_page(page: Page, admin: CustomerAdmin, app: Data<App>, db: Db, id: Path<Id<DelegationId>>) -> Answer {
    end_page(&page, &app, &db, *id, Ending::Removal, |listed| listed.customer.id == admin.organization()).await
}

/// A form without fields of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// `POST /delegations/{id}/removal`: the customer removes it, with immediate effect (D18).
///
/// # Errors
/// 404 and 409 as [`actions::remove`].
pub async fn remove(admin: CustomerAdmin, db: Db, id: Path<Id<DelegationId>>, _: Form<Nothing>) -> Answer {
    actions::remove(&db, &admin, *id).await?;
    Ok(see_other("/relationships?done=removed"))
}

/// `GET /delegations/{id}/giving-up`
///
/// # Errors
/// 404 for other partners, 409 when it is not in force.
pub async fn giving_up_page(page: Page, may: May<RemoveRelationship>, app: Data<App>, db: Db, id: Path<Id<DelegationId>>) -> Answer {
    end_page(&page, &app, &db, *id, Ending::GivingUp, |listed| listed.holder.id == may.organization()).await
}

/// `POST /delegations/{id}/giving-up`
///
/// # Errors
/// 404 and 409 as [`actions::give_up`].
pub async fn give_up(may: May<RemoveRelationship>, db: Db, id: Path<Id<DelegationId>>, _: Form<Nothing>) -> Answer {
    actions::give_up(&db, &may, *id).await?;
    Ok(see_other("/delegations?done=given-up"))
}

async fn end_page(page: &Page, app: &App, db: &Db, id: Id<DelegationId>, ending: Ending, mine: impl Fn(&Listed) -> bool) -> Answer {
    let (listed, catalogue, now) = {
        let view = db.view().await?;
        let (listed, catalogue) = try_join!(store::find(view.pg(), id, view.now()), services::list(view.pg()))?;
        (listed, catalogue, view.now())
    };
    let listed = listed.filter(mine).ok_or(Problem::NotFound)?;
    if listed.delegation.is_ended() {
        return Err(Problem::Conflict("delegations-over-text"));
    }
    let ended = ending.end(listed.delegation.clone(), now).ok_or(Problem::Conflict("delegations-awaiting-text"))?;
    let service = services::name_of(&catalogue, &listed.facts().scope.service, page.language()).to_owned();
    let back = if ending == Ending::Removal { "/relationships" } else { "/delegations" };
    let mut end = End { page, listed: &listed, service, ending, back, rehearsal: Rehearsal::default() };
    let mut rehearsal = Rehearsal { will: vec![end.say("effect")], stays: vec![end.say("stays")], ..Rehearsal::default() };
    rehearsal.stays.extend(["ends-stays-record", "ends-stays-asking"].map(|key| page.t(key).to_owned()));
    let told = actions::told_of(listed.facts());
    for ((org, _), people) in told.iter().zip(people::of(db, &told).await?) {
        let party = [&listed.customer, &listed.holder, &listed.owner].into_iter().find(|party| party.id == *org);
        rehearsal.tells(party.map(Party::title).unwrap_or_default(), &people);
    }
    let letter = actions::ended_letter(&ended, &listed.customer.name, &listed.holder.name);
    let head = Letterhead { keys: &app.keys, public_url: &app.public_url, services: &catalogue };
    rehearsal.sends(page.t("ends-to-everybody"), &letter, page.language(), &head);
    end.rehearsal = rehearsal;
    page.show(end)
}

#[derive(Template)]
#[template(path = "delegations/end_all.html")]
struct EndAll<'a> {
    page: &'a Page,
    holder: &'a Party,
    catalogue: &'a [Service],
    living: Vec<&'a Listed>,
    over: &'a [Listed],
    over_beside: Beside,
    rehearsal: Option<Rehearsal>,
    done: bool,
}

impl EndAll<'_> {
    fn action(&self) -> String {
        format!("/holders/{}/removal", self.holder.id)
    }

    fn service(&self, listed: &Listed) -> String {
        services::name_of(self.catalogue, &listed.facts().scope.service, self.page.language()).to_owned()
    }
}

/// What has just been done, and where the list of what is over is read from.
#[derive(Deserialize)]
pub struct Said {
    done: Option<String>,
    #[serde(default)]
    over: String,
}

/// `GET /holders/{holder}/removal`: everything of one partner, and what removing it would do; afterwards, what became of each.
///
/// # Errors
/// 404 for a partner that never had anything from this customer.
pub async fn remove_all_page(
    page: Page,
    admin: CustomerAdmin,
    app: Data<App>,
    db: Db,
    holder: Path<Id<Organization>>,
    said: Query<Said>,
) -> Answer {
    let from = Cursor::parse(&said.over);
    let (in_force, over, catalogue) = {
        let view = db.view().await?;
        let (pg, customer, now) = (view.pg(), admin.organization(), view.now());
        try_join!(
            store::in_force_of_holder(pg, customer, *holder, now),
            store::list_over_of_holder(pg, customer, *holder, from.as_ref(), now),
            services::list(pg)
        )?
    };
    let first = in_force.first().or(over.rows.first()).ok_or(Problem::NotFound)?;
    let living: Vec<&Listed> = in_force.iter().collect();
    let rehearsal = if living.is_empty() { None } else { Some(rehearse_all(&page, &app, &db, &living, &catalogue).await?) };
    let done = said.done.is_some();
    let over_beside = Beside::of(&format!("/holders/{holder}/removal"), &[("over", &said.over)], "over", &over);
    let (holder, catalogue) = (&first.holder, &catalogue);
    page.show(EndAll { page: &page, holder, catalogue, living, over: &over.rows, over_beside, rehearsal, done })
}

async fn rehearse_all(page: &Page, app: &App, db: &Db, living: &[&Listed], catalogue: &[Service]) -> Result<Rehearsal, Problem> {
    let lang = page.language();
    let mut rehearsal = Rehearsal::default();
    for listed in living {
        let service = services::name_of(catalogue, &listed.facts().scope.service, lang);
        let purpose = page.word("purpose", listed.facts().scope.purpose);
        rehearsal.will.push(page.t3("ends-will-lose", "holder", &listed.holder.name, "service", service, "purpose", purpose));
    }
    let holder = living.first().map(|listed| listed.holder.name.clone()).unwrap_or_default();
    rehearsal.stays.push(page.t3("delegations-removal-stays", "holder", &holder, "service", "", "customer", ""));
    rehearsal.stays.extend(["ends-stays-others", "ends-stays-record", "ends-stays-asking"].map(|key| page.t(key).to_owned()));
    let circles = Circle::of(db, living).await?;
    let customer = living.first().map(|listed| listed.customer.name.clone()).unwrap_or_default();
    let head = Letterhead { keys: &app.keys, public_url: &app.public_url, services: catalogue };
    for circle in &circles {
        rehearsal.tells(circle.party.title(), &circle.people);
    }
    // Whoever learns of the same gets the same letter.
    let mut seen: Vec<&[services::Scope]> = Vec::new();
    for circle in &circles {
        if !seen.contains(&&circle.scopes[..]) {
            seen.push(&circle.scopes);
            let to: Vec<_> = circles.iter().filter(|other| other.scopes == circle.scopes).map(|other| other.party.name.clone()).collect();
            rehearsal.sends(to.join(", "), &Circle::letter(&customer, &holder, circle.scopes.clone()), lang, &head);
        }
    }
    Ok(rehearsal)
}

/// Which of them the page showed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndAllForm {
    #[serde(default)]
    delegation: Vec<String>,
}

/// `POST /holders/{holder}/removal`
///
/// # Errors
/// 404 and 409 as [`actions::remove_all`]; 422 for what is no id.
pub async fn remove_all(admin: CustomerAdmin, db: Db, holder: Path<Id<Organization>>, form: Form<EndAllForm>) -> Answer {
    let ids: Result<Vec<Id<DelegationId>>, _> = form.delegation.iter().take(200).map(|id| id.parse()).collect();
    actions::remove_all(&db, &admin, *holder, &ids.map_err(|_| Problem::Unprocessable)?).await?;
    Ok(see_other(format!("/holders/{holder}/removal?done=yes")))
}
