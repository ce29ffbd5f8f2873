//! Delegations as holders, owners and customers see them, and the pages on which they are answered, removed, given up.

mod ending;
mod left_over;

pub use ending::{give_up, giving_up_page, removal_page, remove, remove_all, remove_all_page};
pub use left_over::left_over;

use actix_web::web::{Path, Query};
use askama::Template;
use futures_util::try_join;
use serde::Deserialize;

mod extension;

pub use extension::{extend_as_customer, extend_as_holder};

use super::{
    Hindrance, Listed, Side, actions,
    actions::Answer as Said,
    store::{self, Shown},
};
use crate::{
    access::{
        May, Member, Right,
        proofs::{AnswerDelegation, SeeCustomers},
    },
    audit::trail::{self, Entry},
    db::{Cursor, Db, Keyset},
    ids::{Acceptance, Delegation as DelegationId, Id, Organization, Renewal},
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
        "extends" => Some("extensions-done-agreed"),
        "extends-not" => Some("extensions-done-withdrawn"),
        "renewal-prepared" => Some("renewals-done-prepared"),
        "renewed" => Some("renewals-done-accepted"),
        "renewal-withdrawn" => Some("renewals-done-withdrawn"),
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
        let wrong = Wrong::of("state", Refusal::Choice);
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
    /// For which side the person looking may say whether it extends itself.
    extends_for: Option<Side>,
    /// Whether it may extend itself at all (D21).
    extendable: bool,
    /// The newest offer to renew it, and its state.
    renewal: Option<(Id<Renewal>, String)>,
    may_renew: bool,
    may_use: bool,
    done: Option<&'static str>,
}

impl Detail<'_> {
    /// Whether the newest offer to renew it can be answered still.
    fn renewal_is_open(&self) -> bool {
        self.listed.delegation.is_active() && self.renewal.as_ref().is_some_and(|(_, state)| state == "open")
    }

    /// What is agreed about its extending itself, by its key.
    fn extension(&self) -> &'static str {
        match (self.listed.extension.by_customer.is_some(), self.listed.extension.by_holder.is_some()) {
            _ if !self.extendable => "extensions-everything",
            (true, true) => match self.listed.extension.hindrance {
                None => "extensions-both",
                Some(Hindrance::Renewed) => "extensions-hindered-renewed",
                Some(Hindrance::Everything) => "extensions-everything",
                Some(Hindrance::Suspended) => "extensions-hindered-suspended",
                Some(Hindrance::Rival) => "extensions-hindered-rival",
            },
            (true, false) => "extensions-customer",
            (false, true) => "extensions-holder",
            (false, false) => "extensions-neither",
        }
    }

    fn agrees(&self, side: Side) -> bool {
        self.listed.extension.is_agreed_by(side)
    }

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
        self.page.may(Right::SeeCustomers) && self.listed.knows_customer
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
    let (listed, catalogue, history, renewal) = try_join!(
        store::find(view.pg(), *id, view.now()),
        services::list(view.pg()),
        trail::of_delegation(view.pg(), &page, *id),
        store::find_renewal(view.pg(), *id),
    )?;
    let listed = listed.ok_or(Problem::NotFound)?;
    let facts = listed.facts();
    let everything = store::is_part_of_everything(view.pg(), facts.id).await?;
    let (mine, active) = (facts.holder == member.org(), listed.delegation.is_active());
    let renewed = renewal.as_ref().is_some_and(|(_, state)| matches!(state.as_str(), "open" | "accepted"));
    let partner = mine || listed.owner.id == member.org();
    page.show(Detail {
        service: services::name_of(&catalogue, &listed.facts().scope.service, page.language()).to_owned(),
        me: member.org(),
        history: &history,
        may_answer: mine && listed.delegation.is_awaiting() && page.may(Right::AnswerDelegation),
        may_give_up: mine && active && page.may(Right::RemoveRelationship),
        extends_for: match () {
            () if listed.delegation.is_ended() => None,
            () if mine && page.may(Right::AnswerDelegation) => Some(Side::Holder),
            () if listed.customer.id == member.org() && page.may(Right::Consent) => Some(Side::Customer),
            () => None,
        },
        extendable: !everything,
        may_renew: partner
            && active
            && !renewed
            && super::ends_within(facts, super::RENEWED_AHEAD, view.now())
            && page.may(Right::AnswerDelegation),
        may_use: mine && active && page.may(Right::AdministerOnBehalf),
        renewal,
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
