//! Provider, reseller, customer: a table over all resellers, and a page for each of them, which the reseller sees as well.

use actix_web::web::{Path, Query};
use askama::Template;
use chrono::TimeDelta;
use serde::Deserialize;

use crate::{
    access::{May, proofs::SeeCustomers},
    db::{Cursor, Db, Keyset, Timestamp},
    ids::{Id, Partnership},
    problem::Problem,
    reports::{
        resellers::{Numbers, PERIODS, ResellerLine, Span, Tally, Trace, period},
        store::resellers as store,
    },
    web::{Answer, page::Page, query::address},
};

/// What a report is asked: how far back, which list, which page of it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReportQuery {
    days: String,
    of: String,
    page: String,
}

/// A choice of how far back.
struct Choice {
    label: String,
    href: String,
    current: bool,
}

fn choices(page: &Page, path: &str, days: i64, of: &str) -> Vec<Choice> {
    let choice = |choice: i64| Choice {
        label: page.t1("resellers-period", "count", choice),
        href: address(path, &[("days", &choice.to_string()), ("of", of)]),
        current: choice == days,
    };
    PERIODS.map(choice).into()
}

fn span(days: i64, now: Timestamp) -> Span {
    Span { since: now - TimeDelta::days(days), now }
}

#[derive(Template)]
#[template(path = "reports/resellers.html")]
struct Table<'a> {
    page: &'a Page,
    periods: Vec<Choice>,
    days: i64,
    lines: Vec<ResellerLine>,
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

impl Table<'_> {
    /// The list behind a number of a reseller.
    fn behind(&self, line: &ResellerLine, tally: Tally) -> String {
        behind(&format!("/partnerships/{}/report", line.partnership), self.days, tally)
    }
}

fn behind(path: &str, days: i64, tally: Tally) -> String {
    format!("{}#list", address(path, &[("days", &days.to_string()), ("of", tally.key())]))
}

/// `GET /reports/resellers`: every reseller of the provider, with its numbers.
///
/// # Errors
/// 403 for a reseller: its own page is that of each partnership.
pub async fn table(page: Page, proof: May<SeeCustomers>, db: Db, query: Query<ReportQuery>) -> Answer {
    if !proof.place().kind.transacts() {
        return Err(Problem::Forbidden);
    }
    let (path, days) = ("/reports/resellers", period(&query.days));
    let cursor = Cursor::parse(&query.page);
    let view = db.view().await?;
    let found: Keyset<ResellerLine> =
        store::list_resellers(view.pg(), proof.organization(), span(days, view.now()), cursor.as_ref()).await?;
    let href = |cursor: String| address(path, &[("days", &days.to_string()), ("page", &cursor)]);
    page.show(Table {
        page: &page,
        periods: choices(&page, path, days, ""),
        days,
        lines: found.rows,
        first: cursor.is_some().then(|| address(path, &[("days", &days.to_string())])),
        previous: found.previous.map(href),
        next: found.next.map(href),
    })
}

/// A number of one reseller with its name and the list behind it.
struct Figure {
    tally: Tally,
    label: &'static str,
    count: i64,
    href: String,
    current: bool,
}

#[derive(Template)]
#[template(path = "reports/reseller.html")]
struct One<'a> {
    page: &'a Page,
    back: String,
    provides: bool,
    provider: &'a str,
    reseller: &'a str,
    periods: Vec<Choice>,
    figures: Vec<Figure>,
    chosen: Tally,
    traces: Vec<Trace>,
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

impl One<'_> {
    /// What the chosen list is, and why it is looked at.
    fn list_title(&self) -> &'static str {
        self.page.t(&format!("resellers-tally-{}", self.chosen))
    }

    fn list_hint(&self) -> &'static str {
        self.page.t(&format!("resellers-hint-{}", self.chosen))
    }
}

/// `GET /partnerships/{id}/report`: what a reseller made of a provider's invitations; for both of them.
///
/// # Errors
/// 404 when it is not one of the organization's partnerships.
pub async fn one(page: Page, proof: May<SeeCustomers>, db: Db, id: Path<Id<Partnership>>, query: Query<ReportQuery>) -> Answer {
    let (path, days) = (format!("/partnerships/{id}/report"), period(&query.days));
    let chosen = Tally::parse(&query.of).unwrap_or(Tally::Forwards);
    let cursor = Cursor::parse(&query.page);
    let view = db.view().await?;
    let sides = store::find_sides(view.pg(), *id).await?.ok_or(Problem::NotFound)?;
    let (provider, reseller) = (sides.provider.0, sides.reseller.0);
    if ![provider, reseller].contains(&proof.organization()) {
        return Err(Problem::NotFound);
    }
    let span = span(days, view.now());
    let of = [reseller];
    let (numbers, found) = futures_util::try_join!(
        store::count(view.pg(), provider, &of, span),
        store::list(view.pg(), provider, reseller, chosen, span, cursor.as_ref())
    )?;
    let numbers = numbers.into_iter().next().unwrap_or_else(Numbers::default);
    let at = |cursor: &str| format!("{}#list", address(&path, &[("days", &days.to_string()), ("of", chosen.key()), ("page", cursor)]));
    let figure = |tally: &Tally| Figure {
        tally: *tally,
        label: page.t(&format!("resellers-tally-{tally}")),
        count: numbers.of(*tally),
        href: behind(&path, days, *tally),
        current: *tally == chosen,
    };
    page.show(One {
        page: &page,
        back: format!("/partnerships/{id}"),
        provides: provider == proof.organization(),
        provider: &sides.provider.1,
        reseller: &sides.reseller.1,
        periods: choices(&page, &path, days, chosen.key()),
        figures: Tally::ALL.iter().map(figure).collect(),
        chosen,
        traces: found.rows,
        first: cursor.is_some().then(|| at("")),
        previous: found.previous.as_deref().map(at),
        next: found.next.as_deref().map(at),
    })
}
