//! Delegations left over, for everybody whom they concern: provider, reseller, customer, operator (D20).

use actix_web::web::Query;
use askama::Template;
use futures_util::try_join;
use serde::Deserialize;

use crate::{
    access::{Member, Right},
    db::{Cursor, Db, Keyset},
    delegations::{LeftOver, Listed, Perspective, store},
    problem::Problem,
    services::{self, Service},
    web::{Answer, page::Page},
};

#[derive(Template)]
#[template(path = "delegations/left_over.html")]
struct LeftOverPage<'a> {
    page: &'a Page,
    rows: &'a Keyset<LeftOver>,
    catalogue: &'a [Service],
    seen: Perspective,
    may_remove: bool,
    may_give_up: bool,
}

impl LeftOverPage<'_> {
    fn service(&self, listed: &Listed) -> String {
        services::name_of(self.catalogue, &listed.facts().scope.service, self.page.language()).to_owned()
    }

    fn lede(&self) -> &'static str {
        self.page.t(match self.seen {
            Perspective::Customer(_) => "ends-left-lede-customer",
            Perspective::Holder(_) => "ends-left-lede-holder",
            Perspective::Owner(_) => "ends-left-lede-owner",
            Perspective::Everybody => "ends-left-lede-operator",
        })
    }

    fn path(&self, listed: &Listed) -> String {
        let id = listed.facts().id;
        match self.seen {
            Perspective::Everybody => format!("/review/delegations/{id}"),
            _ => format!("/delegations/{id}"),
        }
    }

    /// The heads of the columns; no column of next steps for those who have none.
    fn heads(&self) -> Vec<&'static str> {
        let all = ["ui-service", "kind-customer", "relationships-holder", "relationships-owner", "ends-left-since", "relationships-until"];
        all.into_iter().chain(self.has_ways().then_some("ends-left-way")).map(|key| self.page.t(key)).collect()
    }

    fn has_ways(&self) -> bool {
        self.may_remove || self.may_give_up
    }

    /// What whoever looks can do about one: its address and its words.
    fn way(&self, listed: &Listed) -> Option<(String, &'static str)> {
        let id = listed.facts().id;
        if self.may_remove {
            Some((format!("/delegations/{id}/removal"), self.page.t("relationships-remove")))
        } else if self.may_give_up && listed.delegation.is_active() {
            Some((format!("/delegations/{id}/giving-up"), self.page.t("ends-give-up")))
        } else {
            None
        }
    }

    fn at(&self, cursor: Option<&String>) -> Option<String> {
        cursor.map(|cursor| format!("/left-over?page={cursor}"))
    }
}

/// Where the list is read from.
#[derive(Deserialize)]
pub struct At {
    page: Option<String>,
}

/// `GET /left-over`
///
/// # Errors
/// 403 for people who see neither customers nor consents.
pub async fn left_over(page: Page, member: Member, db: Db, at: Query<At>) -> Answer {
    let place = member.place();
    if ![Right::SeeConsents, Right::SeeCustomers, Right::Review].iter().any(|right| place.allows(*right)) {
        return Err(Problem::Forbidden);
    }
    let seen = Perspective::of(place.kind, place.org);
    let cursor = at.page.as_deref().and_then(Cursor::parse);
    let view = db.view().await?;
    let (rows, catalogue) = try_join!(store::list_left_over(view.pg(), seen, cursor.as_ref(), view.now()), services::list(view.pg()))?;
    page.show(LeftOverPage {
        may_remove: matches!(seen, Perspective::Customer(_)) && page.may(Right::Consent),
        may_give_up: matches!(seen, Perspective::Holder(_)) && page.may(Right::RemoveRelationship),
        page: &page,
        rows: &rows,
        catalogue: &catalogue,
        seen,
    })
}
