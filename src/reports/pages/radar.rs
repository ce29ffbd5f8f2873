//! `/radar`: conflicts, orphans, ends and flags, counted; one of the lists beneath.

use actix_web::web::Query;
use askama::Template;
use serde::Deserialize;

use crate::{
    access::{May, proofs::Review},
    db::{Cursor, Db},
    problem::Problem,
    reports::{Blip, Signal, store::radar as store},
    services,
    web::{Answer, page::Page, query::address},
};

/// Which list, and where it begins.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RadarQuery {
    list: String,
    page: String,
}

/// A number with its name, and the list behind it.
struct Tile {
    signal: Signal,
    label: &'static str,
    count: i64,
    current: bool,
}

/// A row as it is shown.
struct Row {
    blip: Blip,
    href: String,
    about: String,
}

#[derive(Template)]
#[template(path = "reports/radar.html")]
struct Radar<'a> {
    page: &'a Page,
    signal: Signal,
    tiles: Vec<Tile>,
    rows: Vec<Row>,
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

impl Radar<'_> {
    /// A word of the list that is shown.
    fn word(&self, what: &str) -> &'static str {
        self.page.t(&format!("radar-{}-{what}", self.signal))
    }
}

/// `GET /radar`: without a list, the first that has something in it.
///
/// # Errors
/// 403 for anybody but the operator's people; 404 for a list that there is not.
pub async fn radar(page: Page, _: May<Review>, db: Db, query: Query<RadarQuery>) -> Answer {
    let asked = match query.list.as_str() {
        "" => None,
        word => Some(Signal::parse(word).ok_or(Problem::NotFound)?),
    };
    let view = db.view().await?;
    let counts = futures_util::future::try_join_all(Signal::ALL.iter().map(|signal| store::count(view.pg(), *signal)));
    let (counts, catalogue) = futures_util::try_join!(counts, services::list(view.pg()))?;
    let fullest = || Signal::ALL.iter().zip(&counts).find(|(_, count)| **count > 0).map(|(signal, _)| *signal);
    let signal = asked.or_else(fullest).unwrap_or(Signal::Contested);
    let cursor = Cursor::parse(&query.page);
    let found = store::list(view.pg(), signal, cursor.as_ref()).await?;
    let tile = |(signal_of, count): (&Signal, &i64)| Tile {
        signal: *signal_of,
        label: page.t(&format!("radar-{signal_of}-title")),
        count: *count,
        current: *signal_of == signal,
    };
    let at = |cursor: &str| address("/radar", &[("list", signal.key()), ("page", cursor)]);
    let row = |blip: Blip| {
        let service = blip.scope.as_ref().map(|scope| services::name_of(&catalogue, &scope.service, page.language()));
        let about = match (service, &blip.scope, blip.count) {
            (Some(service), Some(_), _) if signal == Signal::Contested => service.to_owned(),
            (Some(service), Some(scope), _) => page.t2("radar-scope", "service", service, "purpose", page.word("purpose", scope.purpose)),
            (_, _, Some(count)) if signal == Signal::Suspended => page.t1("radar-open-links", "count", count),
            (_, _, Some(count)) => page.t1("radar-grants", "count", count),
            _ => String::new(),
        };
        Row { href: blip.href(signal), about, blip }
    };
    page.show(Radar {
        page: &page,
        signal,
        tiles: Signal::ALL.iter().zip(&counts).map(tile).collect(),
        rows: found.rows.into_iter().map(row).collect(),
        first: found.previous.as_ref().map(|_| at("")),
        previous: found.previous.as_deref().map(at),
        next: found.next.as_deref().map(at),
    })
}
