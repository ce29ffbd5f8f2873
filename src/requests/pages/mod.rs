//! The pages of requests: a reseller's own, and those that a provider is asked; answers; the policy of a partnership.

mod answer;
mod ask;
mod list;
mod policy;

pub use answer::{issue, issue_page, refusal_page, refuse, withdraw};
pub use ask::{ask, new_page};
pub use list::{detail, list};
pub use policy::{policy_page, set_policy};

use serde::Deserialize;

use crate::{
    i18n::Lang,
    services::{self, Purpose, Scope, Service},
    web::page::Page,
};

/// A form with nothing but its token.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// A service with a checkbox for each purpose that can be chosen: the field's value, and whether it is ticked.
struct GridRow {
    name: String,
    provisioning: Option<(String, bool)>,
    support: Option<(String, bool)>,
}

/// The grid of services and purposes, in the catalogue's order; of some scopes only, if they are given.
fn grid(catalogue: &[Service], lang: Lang, offered: Option<&[Scope]>, ticked: &[String]) -> Vec<GridRow> {
    let cell = |service: &Service, purpose| {
        let scope = Scope { service: service.code.clone(), purpose };
        let field = scope.to_field();
        let on = ticked.contains(&field);
        offered.is_none_or(|offered| offered.contains(&scope)).then_some((field, on))
    };
    services::offered(catalogue)
        .map(|service| GridRow {
            name: service.name(lang).to_owned(),
            provisioning: cell(service, Purpose::Provisioning),
            support: cell(service, Purpose::Support),
        })
        .filter(|row| row.provisioning.is_some() || row.support.is_some())
        .collect()
}

/// What is asked for, one line each, in the words of the page and the order of the catalogue.
fn asked(page: &Page, asks: &[Scope], catalogue: &[Service]) -> Vec<String> {
    let line = |service: &Service, purpose: Purpose| {
        page.t2("invitations-ask", "service", service.name(page.language()), "purpose", page.word("purpose", purpose))
    };
    let chosen = |code: &str, purpose| asks.iter().any(|ask| ask.service == code && ask.purpose == purpose);
    let all = catalogue.iter().flat_map(|service| Purpose::ALL.iter().map(move |purpose| (service, *purpose)));
    all.filter(|(service, purpose)| chosen(&service.code, *purpose)).map(|(service, purpose)| line(service, purpose)).collect()
}

/// Reads ticked scopes; only those of the catalogue count, and none that is retired.
fn scopes(fields: &[String], catalogue: &[Service]) -> Option<Vec<Scope>> {
    let mut asks: Vec<Scope> = fields.iter().map(|field| Scope::from_field(field, catalogue)).collect::<Option<_>>()?;
    asks.sort();
    asks.dedup();
    Some(asks).filter(|asks| !services::asks_for_retired(asks, catalogue))
}

/// The languages, by tag and name.
fn languages() -> Vec<(&'static str, &'static str)> {
    Lang::ALL.map(|lang| (lang.tag(), lang.name())).to_vec()
}
