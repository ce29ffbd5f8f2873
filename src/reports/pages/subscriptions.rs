//! The whole register of subscriptions for the operator: the list by any filter, and the same as a file.

use std::rc::Rc;

use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use super::review_export::{begin, lines, of, step};
use crate::{
    access::{May, proofs::Review},
    audit::actions::begin_export,
    db::{Cursor, Db},
    reports::{SubscriptionLine, store::subscriptions as store},
    services::{self, Service},
    subscriptions::{Channel, State, term},
    values::Refusal,
    web::{
        Answer, csv,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        query::address,
        see_other,
    },
};

const PATH: &str = "/review/subscriptions";

/// The filters as they stand in the address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SubscriptionsQuery {
    q: String,
    service: String,
    channel: String,
    state: String,
    page: String,
}

impl SubscriptionsQuery {
    fn pairs(&self) -> [(&str, &str); 4] {
        [("q", &self.q), ("service", &self.service), ("channel", &self.channel), ("state", &self.state)]
    }

    fn at(&self, path: &str, page: &str) -> String {
        address(path, &[&self.pairs()[..], &[("page", page)]].concat())
    }

    fn is_empty(&self) -> bool {
        self.pairs().iter().all(|(_, text)| text.is_empty())
    }

    fn parse(&self) -> Result<store::SubscriptionFilter, Wrong> {
        let mut wrong = Wrong::default();
        let channel = Channel::parse(&self.channel);
        if channel.is_none() && !self.channel.is_empty() {
            wrong.note("channel", Refusal::Choice);
        }
        let state = State::parse(&self.state);
        if state.is_none() && !self.state.is_empty() {
            wrong.note("state", Refusal::Choice);
        }
        let text = self.q.trim().to_owned();
        wrong.into_result(Some(store::SubscriptionFilter { text, service: self.service.clone(), channel, state }))
    }
}

#[derive(Template)]
#[template(path = "review/subscriptions.html")]
struct Subscriptions<'a> {
    page: &'a Page,
    query: &'a SubscriptionsQuery,
    errors: FieldErrors,
    catalogue: Vec<Service>,
    lines: Vec<SubscriptionLine>,
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

impl Subscriptions<'_> {
    fn services(&self) -> Vec<(&str, &str)> {
        self.catalogue.iter().map(|service| (service.code.as_str(), service.name(self.page.language()))).collect()
    }

    fn channels(&self) -> Vec<(&'static str, &'static str)> {
        Channel::ALL.iter().map(|channel| (channel.key(), self.page.word("channel", channel))).collect()
    }

    fn states(&self) -> Vec<(&'static str, &'static str)> {
        State::ALL.iter().map(|state| (state.key(), self.page.word("subscription-state", state))).collect()
    }

    fn service<'l>(&'l self, line: &'l SubscriptionLine) -> &'l str {
        services::name_of(&self.catalogue, &line.service, self.page.language())
    }

    fn term(&self, line: &SubscriptionLine) -> String {
        term(self.page, line.start, line.end)
    }
}

/// `GET /review/subscriptions`: every subscription there is, by external ID.
///
/// # Errors
/// 403 for anybody but the operator's people.
pub async fn list(page: Page, _reviewer: May<Review>, db: Db, query: Query<SubscriptionsQuery>) -> Answer {
    let mut shown = Subscriptions {
        page: &page,
        query: &query,
        errors: FieldErrors::default(),
        catalogue: vec![],
        lines: vec![],
        first: None,
        previous: None,
        next: None,
    };
    let filter = match query.parse() {
        Ok(filter) => filter,
        Err(wrong) => {
            shown.errors = wrong.told(&page);
            return page.invalid(shown);
        }
    };
    let view = db.view().await?;
    let (pg, cursor) = (view.pg(), Cursor::parse(&query.page));
    let (found, catalogue) = futures_util::try_join!(store::list_subscriptions(pg, &filter, cursor.as_ref()), services::list(pg))?;
    shown.catalogue = catalogue;
    shown.lines = found.rows;
    shown.first = found.previous.as_ref().map(|_| query.at(PATH, ""));
    shown.previous = found.previous.map(|cursor| query.at(PATH, &cursor));
    shown.next = found.next.map(|cursor| query.at(PATH, &cursor));
    page.show(shown)
}

/// The filters of the view that is to be exported.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ExportForm {
    q: String,
    service: String,
    channel: String,
    state: String,
}

/// `POST /review/subscriptions/export`
///
/// # Errors
/// 403 for anybody but the operator's people; a filter that says nothing leads back to the list, which says so.
pub async fn export(page: Page, reviewer: May<Review>, db: Db, form: Form<ExportForm>) -> Answer {
    let ExportForm { q, service, channel, state } = form.0;
    let query = SubscriptionsQuery { q, service, channel, state, page: String::new() };
    let Ok(filter) = query.parse() else { return Ok(see_other(query.at(PATH, ""))) };
    begin_export(&db, &reviewer, "subscriptions", &query.at("", "")).await?;
    let catalogue = services::list(db.view().await?.pg()).await?;
    let columns = [
        "subscriptions-external-id",
        "reports-head-customer",
        "ui-service",
        "subscriptions-head-channel",
        "subscriptions-head-seller",
        "organizations-partner-id",
        "subscriptions-head-record",
        "organizations-partner-id",
        "subscriptions-head-seats",
        "reports-head-since",
        "reports-head-until",
        "reports-head-state",
    ];
    let (name, heads) = begin(&page, "subscriptions", &columns);
    let with = Rc::new((page, db, filter, catalogue));
    Ok(csv::file(&name, &heads, move |place| {
        let with = with.clone();
        async move {
            let (page, db, filter, catalogue) = &*with;
            let view = step(db).await?;
            let found = store::list_subscriptions(view.pg(), filter, place.as_ref()).await?;
            Ok(lines(found, |line| {
                let [seller, seller_id] = line.seller.as_ref().map(of).unwrap_or_default();
                let [record, record_id] = line.partner_of_record.as_ref().map(of).unwrap_or_default();
                csv::line([
                    line.external_id.clone(),
                    line.customer.name.clone(),
                    services::name_of(catalogue, &line.service, page.language()).to_owned(),
                    page.word("channel", line.channel).to_owned(),
                    seller,
                    seller_id,
                    record,
                    record_id,
                    line.seats.map(|seats| seats.to_string()).unwrap_or_default(),
                    line.start.to_string(),
                    line.end.map(|end| end.to_string()).unwrap_or_default(),
                    page.word("subscription-state", line.state).to_owned(),
                ])
            }))
        }
    }))
}
