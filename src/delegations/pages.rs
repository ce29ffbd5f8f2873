//! Delegations as holders, owners and customers see them, and the pages on which they are answered, removed, given up.

use actix_web::web::{Path, Query};
use askama::Template;
use futures_util::try_join;
use serde::Deserialize;

use super::{
    Listed, actions,
    actions::Answer as Said,
    store::{self, Shown},
};
use crate::{
    access::{
        CustomerAdmin, May, Member, Right,
        proofs::{AnswerDelegation, RemoveRelationship, SeeCustomers},
    },
    audit::trail::{self, Entry},
    db::{Cursor, Db, Keyset},
    ids::{Acceptance, Delegation as DelegationId, Id, Organization},
    problem::Problem,
    services::{self, Service},
    values::Refusal,
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        see_other,
    },
};

/// What one acceptance offers this organization: answered one by one or all at once.
struct Group<'a> {
    acceptance: Option<Id<Acceptance>>,
    offers: Vec<&'a Listed>,
}

#[derive(Template)]
#[template(path = "delegations/list.html")]
struct List<'a> {
    page: &'a Page,
    awaiting: Vec<Group<'a>>,
    rows: &'a Keyset<Listed>,
    catalogue: &'a [Service],
    me: Id<Organization>,
    state: &'a str,
    may_answer: bool,
    /// Whether more wait than are shown with their buttons.
    more: bool,
    /// What has just been done, by its key.
    done: Option<&'static str>,
    errors: FieldErrors,
}

impl List<'_> {
    fn service(&self, code: &str) -> String {
        services::name_of(self.catalogue, code, self.page.language()).to_owned()
    }

    fn states(&self) -> Vec<(&'static str, &'static str)> {
        STATES.iter().map(|(state, _)| (*state, self.page.t(&format!("delegations-state-{state}")))).collect()
    }

    fn at(&self, cursor: Option<&String>) -> Option<String> {
        cursor.map(|cursor| format!("/delegations?state={}&page={cursor}", self.state))
    }
}

/// What the list may show, by its words; the first when nothing is said.
const STATES: [(&str, Shown); 5] =
    [("active", Shown::Active), ("ending", Shown::Ending), ("awaiting", Shown::Awaiting), ("ended", Shown::Ended), ("all", Shown::All)];

/// Where the list is read from and what it shows.
#[derive(Deserialize)]
pub struct At {
    page: Option<String>,
    #[serde(default)]
    state: String,
    done: Option<String>,
}

/// The key of what has just been done.
fn done(word: Option<&str>) -> Option<&'static str> {
    match word? {
        "consented" => Some("delegations-done-consented"),
        "refused" => Some("delegations-done-refused"),
        "given-up" => Some("delegations-done-given-up"),
        _ => None,
    }
}

/// `GET /delegations`: what waits for an answer first, then what this partner holds or others hold under its relationships.
///
/// # Errors
/// 403 for people without the right; 422 on the page for a state that there is not.
pub async fn list(page: Page, may: May<SeeCustomers>, db: Db, at: Query<At>) -> Answer {
    let asked = STATES.into_iter().find(|(word, _)| *word == at.state || at.state.is_empty());
    let Some((state, shown)) = asked else {
        let mut wrong = Wrong::default();
        wrong.note("state", Refusal::Choice);
        return page.invalid(List {
            page: &page,
            awaiting: vec![],
            rows: &Keyset { rows: vec![], previous: None, next: None },
            catalogue: &[],
            me: may.organization(),
            state: "",
            may_answer: false,
            more: false,
            done: None,
            errors: wrong.told(&page),
        });
    };
    let view = db.view().await?;
    let (pg, now) = (view.pg(), view.now());
    let cursor = at.page.as_deref().and_then(Cursor::parse);
    let (waiting, rows, catalogue) = try_join!(
        store::list_awaiting(pg, may.organization(), now),
        store::list_of(pg, may.organization(), shown, cursor.as_ref(), now),
        services::list(pg),
    )?;
    page.show(List {
        page: &page,
        awaiting: grouped(&waiting[..waiting.len().min(store::MOST_OFFERS)]),
        rows: &rows,
        catalogue: &catalogue,
        me: may.organization(),
        state,
        may_answer: page.may(Right::AnswerDelegation),
        more: waiting.len() > store::MOST_OFFERS,
        done: done(at.done.as_deref()),
        errors: FieldErrors::default(),
    })
}

/// Offers by the acceptance they came with.
fn grouped(waiting: &[Listed]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for offer in waiting {
        match groups.iter_mut().find(|group| group.acceptance.is_some() && group.acceptance == offer.acceptance) {
            Some(group) => group.offers.push(offer),
            None => groups.push(Group { acceptance: offer.acceptance, offers: vec![offer] }),
        }
    }
    groups
}

#[derive(Template)]
#[template(path = "delegations/detail.html")]
struct Detail<'a> {
    page: &'a Page,
    listed: &'a Listed,
    service: String,
    me: Id<Organization>,
    history: &'a [Entry],
    may_answer: bool,
    may_remove: bool,
    may_give_up: bool,
    done: Option<&'static str>,
}

impl Detail<'_> {
    fn at(&self, verb: &str) -> String {
        format!("/delegations/{}/{verb}", self.listed.facts().id)
    }

    fn customer(&self) -> String {
        format!("/customers/{}", self.listed.facts().relationship)
    }

    fn title(&self) -> String {
        let holder = &self.listed.holder.name;
        let key = match self.listed.facts().scope.purpose {
            services::Purpose::Provisioning => "delegations-title-provisioning",
            services::Purpose::Support => "delegations-title-support",
        };
        self.page.t2(key, "holder", holder, "service", &self.service)
    }

    fn back(&self) -> &'static str {
        if self.me == self.listed.customer.id { "/relationships" } else { "/delegations" }
    }

    fn sees_customers(&self) -> bool {
        self.page.may(Right::SeeCustomers)
    }
}

/// `GET /delegations/{id}`: for the customer, the holder and the owner of the relationship.
///
/// # Errors
/// 404 for everybody else.
pub async fn detail(page: Page, member: Member, db: Db, id: Path<Id<DelegationId>>, at: Query<At>) -> Answer {
    let place = member.place();
    if ![Right::SeeConsents, Right::SeeCustomers, Right::Review].iter().any(|right| place.allows(*right)) {
        return Err(Problem::Forbidden);
    }
    let view = db.view().await?;
    let (listed, catalogue, history) =
        try_join!(store::find(view.pg(), *id, view.now()), services::list(view.pg()), trail::of_delegation(view.pg(), &page, *id),)?;
    let listed = listed.ok_or(Problem::NotFound)?;
    let mine = listed.facts().holder == member.org();
    page.show(Detail {
        service: services::name_of(&catalogue, &listed.facts().scope.service, page.language()).to_owned(),
        me: member.org(),
        history: &history,
        may_answer: mine && listed.delegation.is_awaiting() && page.may(Right::AnswerDelegation),
        may_give_up: mine && listed.delegation.is_active() && page.may(Right::RemoveRelationship),
        may_remove: listed.customer.id == member.org() && !listed.delegation.is_ended() && page.may(Right::Consent),
        listed: &listed,
        done: done(at.done.as_deref()),
        page: &page,
    })
}

/// Whether the answer is for everything that came with the same acceptance.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerForm {
    #[serde(default)]
    together: String,
}

/// `POST /delegations/{id}/consent`
///
/// # Errors
/// 404 and 409 as [`actions::answer`].
pub async fn consent(may: May<AnswerDelegation>, db: Db, id: Path<Id<DelegationId>>, form: Form<AnswerForm>) -> Answer {
    actions::answer(&db, &may, *id, Said::Consent, form.together == "yes").await?;
    Ok(see_other("/delegations?done=consented"))
}

/// `POST /delegations/{id}/refusal`
///
/// # Errors
/// 404 and 409 as [`actions::answer`].
pub async fn refuse(may: May<AnswerDelegation>, db: Db, id: Path<Id<DelegationId>>, form: Form<AnswerForm>) -> Answer {
    actions::answer(&db, &may, *id, Said::Refuse, form.together == "yes").await?;
    Ok(see_other("/delegations?done=refused"))
}

/// The page before an end: what it does, who is told, one button (UX-38).
#[derive(Template)]
#[template(path = "delegations/end.html")]
struct End<'a> {
    page: &'a Page,
    listed: &'a Listed,
    service: String,
    /// `removal` by the customer or `giving-up` by the holder.
    verb: &'static str,
    back: &'static str,
}

impl End<'_> {
    fn action(&self) -> String {
        format!("/delegations/{}/{}", self.listed.facts().id, self.verb)
    }

    fn say(&self, what: &str) -> String {
        let key = format!("delegations-{}-{what}", self.verb);
        self.page.t3(&key, "holder", &self.listed.holder.name, "service", &self.service, "customer", &self.listed.customer.name)
    }

    /// Who is told beside whoever does it.
    fn told(&self) -> Vec<String> {
        let Listed { customer, holder, owner, .. } = self.listed;
        let mut told = if self.verb == "removal" { vec![holder.title()] } else { vec![customer.title()] };
        if owner.id != holder.id {
            told.push(owner.title());
        }
        told
    }
}

/// `GET /delegations/{id}/removal`
///
/// # Errors
/// 404 for other customers, 409 when it is over already.
pub async fn removal_page(page: Page, admin: CustomerAdmin, db: Db, id: Path<Id<DelegationId>>) -> Answer {
    end_page(&page, &db, *id, "removal", "/relationships", |listed| listed.customer.id == admin.organization()).await
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
pub async fn giving_up_page(page: Page, may: May<RemoveRelationship>, db: Db, id: Path<Id<DelegationId>>) -> Answer {
    end_page(&page, &db, *id, "giving-up", "/delegations", |listed| listed.holder.id == may.organization()).await
}

/// `POST /delegations/{id}/giving-up`
///
/// # Errors
/// 404 and 409 as [`actions::give_up`].
pub async fn give_up(may: May<RemoveRelationship>, db: Db, id: Path<Id<DelegationId>>, _: Form<Nothing>) -> Answer {
    actions::give_up(&db, &may, *id).await?;
    Ok(see_other("/delegations?done=given-up"))
}

async fn end_page(
    page: &Page,
    db: &Db,
    id: Id<DelegationId>,
    verb: &'static str,
    back: &'static str,
    mine: impl Fn(&Listed) -> bool,
) -> Answer {
    let view = db.view().await?;
    let (listed, catalogue) = try_join!(store::find(view.pg(), id, view.now()), services::list(view.pg()))?;
    let listed = listed.filter(mine).ok_or(Problem::NotFound)?;
    if listed.delegation.is_ended() {
        return Err(Problem::Conflict("delegations-over-text"));
    }
    if verb == "giving-up" && listed.delegation.is_awaiting() {
        return Err(Problem::Conflict("delegations-awaiting-text"));
    }
    let service = services::name_of(&catalogue, &listed.facts().scope.service, page.language()).to_owned();
    page.show(End { page, listed: &listed, service, verb, back })
}
