//! The operator's list of mail, and the mailbox of the demonstration.

use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{
    Letterhead, Rendered, State, actions, render,
    store::{self, Row, Wanted},
};
use crate::{
    access::{
        May, Right,
        proofs::{Operate, Review},
    },
    app::App,
    db::{self, Cursor, Db, Keyset, Pg, Timestamp},
    ids::{Id, Letter},
    problem::Problem,
    services,
    web::{Answer, form::Form, page::Page, see_other},
};

/// What a list of mail is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    state: String,
    q: String,
    page: String,
    done: String,
}

impl Asked {
    fn wanted(&self) -> Wanted {
        Wanted {
            state: State::parse(&self.state),
            address: self.q.trim().chars().take(254).collect(),
            cursor: Cursor::<Timestamp>::parse(&self.page),
        }
    }

    /// The list's address with the same filters, at another place.
    fn at(&self, path: &str, cursor: Option<&str>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let parts = [("state", self.state.as_str()), ("q", self.q.trim()), ("page", cursor.unwrap_or_default())];
        query.extend_pairs(parts.into_iter().filter(|(_, value)| !value.is_empty()));
        match query.finish() {
            query if query.is_empty() => path.to_owned(),
            query => format!("{path}?{query}"),
        }
    }
}

/// Where the pages before and after are.
struct Ways {
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

impl Ways {
    fn of<T>(list: &Keyset<T>, asked: &Asked, path: &str) -> Self {
        Self {
            first: list.previous.as_ref().map(|_| asked.at(path, None)),
            previous: list.previous.as_deref().map(|cursor| asked.at(path, Some(cursor))),
            next: list.next.as_deref().map(|cursor| asked.at(path, Some(cursor))),
        }
    }
}

#[derive(Template)]
#[template(path = "notices/mail.html")]
struct Mail<'a> {
    page: &'a Page,
    rows: &'a [Row],
    states: Vec<(&'static str, &'static str)>,
    asked: &'a Asked,
    filtered: bool,
    may_retry: bool,
    ways: Ways,
}

/// `GET /mail`: what was sent, what waits, what could not be delivered and why.
///
/// # Errors
/// None but faults of ours.
pub async fn mail(page: Page, _operator: May<Review>, db: Db, asked: Query<Asked>) -> Answer {
    let wanted = asked.wanted();
    let list = store::list(db.view().await?.pg(), &wanted).await?;
    page.show(Mail {
        page: &page,
        ways: Ways::of(&list, &asked, "/mail"),
        rows: &list.rows,
        states: State::ALL.iter().map(|state| (state.key(), page.word("mail-state", state))).collect(),
        filtered: wanted.state.is_some() || !wanted.address.is_empty(),
        asked: &asked,
        may_retry: page.may(Right::Operate),
    })
}

/// A form with nothing but its token.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// `POST /mail/{id}/retry`
///
/// # Errors
/// 404, and 409 when the mail was not given up.
pub async fn retry(operator: May<Operate>, db: Db, id: Path<Id<Letter>>, _form: Form<Nothing>) -> Answer {
    actions::retry(&db, &operator, *id).await?;
    Ok(see_other("/mail?done=retried"))
}

/// `POST /mail/{id}/return`: it came back to the portal's own mailbox.
///
/// # Errors
/// 404, and 409 when the mail was not sent.
pub async fn give_back(operator: May<Operate>, db: Db, id: Path<Id<Letter>>, _form: Form<Nothing>) -> Answer {
    let concerns = actions::give_back(&db, &operator, *id).await?;
    Ok(see_other(if concerns { "/mail?done=returned" } else { "/mail?done=noted" }))
}

impl Row {
    /// The key of what sort of letter it is.
    fn kind_key(&self) -> String {
        format!("notices-letter-{}", self.kind)
    }

    fn tone(&self) -> &'static str {
        match self.state {
            State::Queued => "wait",
            State::Sent => "ok",
            State::Dead => "stop",
            State::Cancelled => "quiet",
        }
    }

    fn trouble_key(&self) -> Option<String> {
        self.trouble.as_ref().map(|trouble| format!("notices-trouble-{}", trouble.hindrance))
    }

    fn is_sent(&self) -> bool {
        self.state == State::Sent
    }

    fn is_dead(&self) -> bool {
        self.state == State::Dead
    }

    fn is_waiting(&self) -> bool {
        self.state == State::Queued
    }

    /// Whether it was never sent and never will be.
    fn is_stopped(&self) -> bool {
        matches!(self.state, State::Dead | State::Cancelled)
    }

    fn retry_path(&self) -> String {
        format!("/mail/{}/retry", self.id)
    }

    fn return_path(&self) -> String {
        format!("/mail/{}/return", self.id)
    }

    fn html_path(&self) -> String {
        format!("/demo/mail/{}/html", self.id)
    }

    fn said(&self) -> Option<&str> {
        self.trouble.as_ref().map(|trouble| trouble.said.as_str()).filter(|said| !said.is_empty())
    }
}

#[derive(Template)]
#[template(path = "notices/mailbox.html")]
struct Mailbox<'a> {
    page: &'a Page,
    rows: Vec<(&'a Row, String)>,
    asked: &'a Asked,
    ways: Ways,
}

/// What everybody may see in the demonstration, and nobody elsewhere.
///
/// The outbox is read for the portal itself: the mailbox stands for those of all the invented people, and whoever opens
/// it need not be signed in.
async fn demo_ask<T>(app: &App, db: &Db, ask: impl AsyncFnOnce(&Pg) -> db::Result<T>) -> Result<T, Problem> {
    if !app.demo {
        return Err(Problem::NotFound);
    }
    Ok(db.ask_as_system(ask).await?)
}

fn rendered(app: &App, row: &Row, services: &[services::Service]) -> Option<Rendered> {
    let head = Letterhead { keys: &app.keys, public_url: &app.public_url, services };
    row.letter.as_ref().map(|letter| render(letter, row.to.language, &head))
}

/// `GET /demo/mail`: the mail of the demonstration, newest first.
///
/// # Errors
/// 404 where this is no demonstration.
pub async fn mailbox(page: Page, app: Data<App>, db: Db, asked: Query<Asked>) -> Answer {
    let wanted = asked.wanted();
    let ask = async |pg: &Pg| futures_util::try_join!(store::list(pg, &wanted), services::list(pg));
    let (list, services) = demo_ask(&app, &db, ask).await?;
    let subject = |row: &Row| rendered(&app, row, &services).map_or_else(|| page.t(&row.kind_key()).to_owned(), |mail| mail.subject);
    page.show(Mailbox {
        page: &page,
        ways: Ways::of(&list, &asked, "/demo/mail"),
        rows: list.rows.iter().map(|row| (row, subject(row))).collect(),
        asked: &asked,
    })
}

#[derive(Template)]
#[template(path = "notices/demo_mail.html")]
struct DemoMail<'a> {
    page: &'a Page,
    row: &'a Row,
    mail: &'a Rendered,
    paragraphs: Vec<Vec<&'a str>>,
}

impl DemoMail<'_> {
    /// Only the letter's own link leads somewhere; addresses in the words of people do not.
    fn is_link(&self, line: &str) -> bool {
        self.mail.link.as_deref() == Some(line)
    }
}

/// `GET /demo/mail/{id}`: one mail, made anew from what it says; no link is kept anywhere.
///
/// # Errors
/// 404 where this is no demonstration.
pub async fn demo_mail(page: Page, app: Data<App>, db: Db, id: Path<Id<Letter>>) -> Answer {
    let (row, mail) = find(&app, &db, *id).await?;
    let paragraphs = mail.text.split("\n\n").map(|paragraph| paragraph.lines().collect()).collect();
    page.show(DemoMail { page: &page, row: &row, mail: &mail, paragraphs })
}

/// `GET /demo/mail/{id}/html`: the mail's own HTML, whose styles no other page may have, as a document that can do nothing.
///
/// # Errors
/// 404 where this is no demonstration.
pub async fn demo_html(app: Data<App>, db: Db, id: Path<Id<Letter>>) -> Answer {
    let (_, mail) = find(&app, &db, *id).await?;
    let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-top-navigation";
    let answer = HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, policy))
        // A sandboxed document cannot share a window with others as it is.
        .insert_header(("cross-origin-opener-policy", "unsafe-none"))
        .body(mail.html);
    Ok(answer)
}

async fn find(app: &App, db: &Db, id: Id<Letter>) -> Result<(Row, Rendered), Problem> {
    let ask = async |pg: &Pg| futures_util::try_join!(store::find(pg, id), services::list(pg));
    let (row, services) = demo_ask(app, db, ask).await?;
    let row = row.ok_or(Problem::NotFound)?;
    let mail = rendered(app, &row, &services).ok_or(Problem::NotFound)?;
    Ok((row, mail))
}
