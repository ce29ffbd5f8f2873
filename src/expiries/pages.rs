//! What ends soon: as a list, and as a calendar behind a private link.

use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path, Query},
};
use askama::Template;
use futures_util::try_join;
use serde::Deserialize;

use super::{actions, ics, store};
use crate::{
    access::{Member, Place, Right, Visitor},
    app::App,
    db::{Cursor, Db, Keyset, Timestamp},
    delegations::{self, Listed},
    i18n::{Lang, dates, text, text_with},
    ids::{Id, Organization},
    links::{Kind, Link},
    problem::Problem,
    services::{self, Service},
    web::{Answer, form::Form, page::Page, query::address, see_other},
};

/// How many days ahead the list looks.
const AHEAD: i64 = 90;

/// Whether somebody there may see delegations at all: a customer's own, or a partner's.
fn sees(place: &Place) -> bool {
    place.allows(Right::SeeConsents) || place.allows(Right::SeeCustomers)
}

fn check(member: &Member) -> Result<(), Problem> {
    if sees(member.place()) { Ok(()) } else { Err(Problem::Forbidden) }
}

#[derive(Template)]
#[template(path = "expiries/list.html")]
struct List<'a> {
    page: &'a Page,
    rows: &'a Keyset<Listed>,
    catalogue: &'a [Service],
    me: Id<Organization>,
    customer: bool,
}

impl List<'_> {
    fn service(&self, code: &str) -> String {
        services::name_of(self.catalogue, code, self.page.language()).to_owned()
    }

    fn at(&self, cursor: Option<&String>) -> Option<String> {
        cursor.map(|cursor| address("/expiries", &[("page", cursor)]))
    }

    /// The name of the other side.
    fn other<'a>(&self, held: &'a Listed) -> &'a str {
        let (customer, holder) = held.names();
        if self.customer { holder } else { customer }
    }

    /// Whether this partner can offer to renew it now.
    fn renewable(&self, held: &Listed) -> bool {
        !self.customer
            && held.renewing.is_none()
            && self.page.may(Right::AnswerDelegation)
            && delegations::ends_within(held.facts(), delegations::RENEWED_AHEAD, self.page.now())
    }
}

/// Where the list is read from.
#[derive(Deserialize)]
pub struct At {
    page: Option<String>,
    done: Option<String>,
}

/// `GET /expiries`: what ends within ninety days, the first end first.
///
/// # Errors
/// 403 for people who may not see delegations.
pub async fn list(page: Page, member: Member, db: Db, at: Query<At>) -> Answer {
    check(&member)?;
    let view = db.view().await?;
    let (pg, now) = (view.pg(), view.now());
    let cursor = at.page.as_deref().and_then(Cursor::parse);
    let before = now + chrono::TimeDelta::days(AHEAD);
    let (rows, catalogue) = try_join!(delegations::list_ending(pg, member.org(), before, cursor.as_ref(), now), services::list(pg))?;
    let customer = member.place().allows(Right::SeeConsents);
    page.show(List { page: &page, rows: &rows, catalogue: &catalogue, me: member.org(), customer })
}

#[derive(Template)]
#[template(path = "expiries/calendar.html")]
struct CalendarPage<'a> {
    page: &'a Page,
    organization: &'a str,
    /// The private link, while the calendar is on.
    link: Option<String>,
    done: Option<&'static str>,
}

/// `GET /account/calendar`: one's calendar of ends in this organization, and its private link.
///
/// # Errors
/// 403 for people who may not see delegations.
pub async fn calendar_page(page: Page, app: Data<App>, member: Member, db: Db, at: Query<At>) -> Answer {
    check(&member)?;
    let found = store::find_calendar(db.view().await?.pg(), member.user(), member.org()).await?;
    let link = found.map(|(id, turn)| Link::new(Kind::Calendar, id.uuid(), turn).url(&app.keys, &app.public_url));
    let done = match at.done.as_deref() {
        Some("on") => Some("expiries-calendar-done-on"),
        Some("off") => Some("expiries-calendar-done-off"),
        _ => None,
    };
    page.show(CalendarPage { page: &page, organization: &member.place().name, link, done })
}

/// A form without fields of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// `POST /account/calendar`
///
/// # Errors
/// 403 for people who may not see delegations.
pub async fn switch_on(member: Member, db: Db, _: Form<Nothing>) -> Answer {
    check(&member)?;
    actions::renew_calendar(&db, &member).await?;
    Ok(see_other("/account/calendar?done=on"))
}

/// `POST /account/calendar/rotation`: another link; the old one is dead.
///
/// # Errors
/// 403 for people who may not see delegations.
pub async fn rotate(member: Member, db: Db, form: Form<Nothing>) -> Answer {
    switch_on(member, db, form).await
}

/// `POST /account/calendar/ending`
///
/// # Errors
/// 403 for people who may not see delegations.
pub async fn switch_off(member: Member, db: Db, _: Form<Nothing>) -> Answer {
    check(&member)?;
    actions::end_calendar(&db, &member).await?;
    Ok(see_other("/account/calendar?done=off"))
}

/// `GET /calendar/{token}`: the calendar itself, for a program that has no session: what the person sees in that organization
/// at this moment, by their rights and by row-level security.
///
/// # Errors
/// 404 for a link that is not one, was replaced, is switched off, or whose person lost the right: all the same.
pub async fn feed(app: Data<App>, db: Db, token: Path<String>) -> Answer {
    let link = Link::read(&token, &app.keys).filter(|link| link.kind == Kind::Calendar).ok_or(Problem::NotFound)?;
    let view = db.of_calendar(link.id, link.generation.into()).view().await?;
    let visitor: Option<Visitor> = serde_json::from_value(view.visitor().clone()).map_err(|error| Problem::Internal(error.to_string()))?;
    let visitor = visitor.ok_or(Problem::NotFound)?;
    let place = visitor.place.as_ref().filter(|place| sees(place)).ok_or(Problem::NotFound)?;
    let (pg, now) = (view.pg(), view.now());
    let catalogue = services::list(pg).await?;
    let mut events = Vec::new();
    let mut cursor = None;
    // Two years hold every end there can be without an extension; what lies beyond is not soon.
    let before = now + chrono::TimeDelta::days(731);
    for _ in 0..MOST_PAGES {
        let rows = delegations::list_ending(pg, place.org, before, cursor.as_ref(), now).await?;
        events.extend(rows.rows.iter().map(|listed| event(&app, &catalogue, &visitor, listed)));
        cursor = rows.next.as_deref().and_then(Cursor::parse);
        if cursor.is_none() {
            break;
        }
    }
    if let (Some(_), Some(last)) = (&cursor, events.last()) {
        events.push(more(&app, visitor.language, last.at));
    }
    let name = text_with(visitor.language, "expiries-calendar-name", &[("organization", (&place.name).into())]);
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "inline; filename=\"expiries.ics\""))
        .body(ics::calendar(&name, &events, now)))
}

/// A calendar has room for a thousand ends, the first of them; it says so where the others would begin.
const MOST_PAGES: usize = 20;

fn more(app: &App, lang: Lang, at: Timestamp) -> ics::Event {
    let host = app.public_url.split_once("://").map_or(app.public_url.as_str(), |(_, host)| host);
    ics::Event {
        uid: format!("more-expiries@{host}"),
        at,
        moved: 0,
        summary: text(lang, "expiries-calendar-more").to_owned(),
        description: text(lang, "expiries-calendar-more-text").to_owned(),
        url: format!("{}/expiries", app.public_url),
    }
}

fn event(app: &App, catalogue: &[Service], visitor: &Visitor, listed: &Listed) -> ics::Event {
    let lang: Lang = visitor.language;
    let facts = listed.facts();
    let host = app.public_url.split_once("://").map_or(app.public_url.as_str(), |(_, host)| host);
    let service = services::name_of(catalogue, &facts.scope.service, lang);
    let zone = visitor.time_zone.parse().unwrap_or(chrono_tz::Tz::Asia__Shanghai);
    let told = if listed.extension.is_coming() { "expiries-calendar-extends" } else { "expiries-calendar-ends" };
    let names = |key: &str| {
        text_with(
            lang,
            key,
            &[
                ("holder", (&listed.holder.name).into()),
                ("customer", (&listed.customer.name).into()),
                ("service", service.into()),
                ("purpose", text(lang, &format!("purpose-{}", facts.scope.purpose)).into()),
                ("date", dates::date_time(lang, facts.ends_at, zone).into()),
            ],
        )
    };
    ics::Event {
        uid: format!("delegation-{}@{host}", facts.id),
        at: facts.ends_at,
        moved: listed.extension.times,
        summary: names("expiries-calendar-summary"),
        description: names(told),
        url: format!("{}/delegations/{}", app.public_url, facts.id),
    }
}
