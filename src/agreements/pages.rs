//! The operator's versions of the customer agreement, and a partner's list of who accepted which (D17).

use actix_web::{
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{AcceptedBy, BODY, Publication, Standing, Text, Version, actions, check_day, standings, store};
use crate::{
    access::{
        May, Right,
        proofs::{Operate, Review, SeeAgreements},
    },
    db::{Cursor, Db, Keyset, Timestamp},
    i18n::Lang,
    problem::Problem,
    values::{Line, Note, Refusal},
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        query::{address, day},
        see_other,
    },
};

/// Three texts of 20 000 characters of any script, percent-encoded.
const LARGEST: usize = 3 * BODY * 9 + 16 * 1024;

#[derive(Template)]
#[template(path = "agreements/versions.html")]
struct Versions<'a> {
    page: &'a Page,
    versions: Vec<(Version, Standing)>,
    may_publish: bool,
}

/// `GET /agreement-versions`: every version, what is ahead included; one a month is not many.
///
/// # Errors
/// 403 for anybody but the operator's people.
pub async fn versions(page: Page, _: May<Review>, db: Db) -> Answer {
    let view = db.view().await?;
    let versions = store::list_versions(view.pg()).await?;
    let standings = standings(&versions, view.now());
    let versions = versions.into_iter().zip(standings).collect();
    page.show(Versions { page: &page, versions, may_publish: page.may(Right::Operate) })
}

/// Where a list of acceptances begins, and what has just been done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    page: String,
    done: String,
}

/// The ways to the pages beside.
struct Ways {
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

impl Ways {
    fn of<T>(path: &str, found: Keyset<T>) -> (Self, Vec<T>) {
        let at = |cursor: &str| address(path, &[("page", cursor)]);
        let first = found.previous.as_ref().map(|_| at(""));
        (Self { first, previous: found.previous.as_deref().map(at), next: found.next.as_deref().map(at) }, found.rows)
    }
}

#[derive(Template)]
#[template(path = "agreements/version.html")]
struct VersionPage<'a> {
    page: &'a Page,
    version: &'a Version,
    standing: Standing,
    texts: &'a [(Lang, String, String)],
    accepted: &'a [AcceptedBy],
    ways: Ways,
    done: bool,
}

/// `GET /agreement-versions/{version}`: its texts, and who accepted it.
///
/// # Errors
/// 404 when there is none.
pub async fn version(page: Page, _: May<Review>, db: Db, name: Path<String>, query: Query<ListQuery>) -> Answer {
    let view = db.view().await?;
    let cursor = Cursor::parse(&query.page);
    let (versions, texts, found) = futures_util::try_join!(
        store::list_versions(view.pg()),
        store::list_texts(view.pg(), &name),
        store::list_accepted(view.pg(), store::Whose::Of(&name), cursor.as_ref()),
    )?;
    let standings = standings(&versions, view.now());
    let (version, standing) = versions.iter().zip(standings).find(|(version, _)| version.version == *name).ok_or(Problem::NotFound)?;
    let (ways, accepted) = Ways::of(&format!("/agreement-versions/{}", version.version), found);
    let done = query.done == "published";
    page.show(VersionPage { page: &page, version, standing, texts: &texts, accepted: &accepted, ways, done })
}

/// A new version as it is typed.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PublicationForm {
    from: String,
    title_en: String,
    body_en: String,
    title_zh: String,
    body_zh: String,
    title_ru: String,
    body_ru: String,
    go: String,
}

impl PublicationForm {
    fn parse(&self, page: &Page) -> Result<Publication, Wrong> {
        let mut wrong = Wrong::default();
        let from = match self.from.trim() {
            "" => Some(None),
            text => {
                let today = day(&page.now().with_timezone(&page.zone()).format("%Y-%m-%d").to_string(), page.zone()).unwrap_or(page.now());
                let chosen = day(text, page.zone()).ok_or(Refusal::Date).and_then(|from| check_day(from, today));
                wrong.check("from", chosen.map(Some))
            }
        };
        let mut read = |title: &'static str, body: &'static str, typed: (&str, &str)| {
            let title = wrong.check(title, Line::parse(typed.0));
            let body = wrong.check(body, Note::parse(typed.1));
            Some(Text { title: title?, body: body? })
        };
        let en = read("title_en", "body_en", (&self.title_en, &self.body_en));
        let zh = read("title_zh", "body_zh", (&self.title_zh, &self.body_zh));
        let ru = read("title_ru", "body_ru", (&self.title_ru, &self.body_ru));
        let publication = (|| Some(Publication { texts: [en?, zh?, ru?], from: from? }))();
        wrong.into_result(publication)
    }
}

#[derive(Template)]
#[template(path = "agreements/new.html")]
struct New<'a> {
    page: &'a Page,
    form: &'a PublicationForm,
    errors: FieldErrors,
}

/// `GET /agreement-versions/new`: begins with the newest texts.
///
/// # Errors
/// 403 for anybody but an operator admin.
pub async fn new_page(page: Page, _: May<Operate>, db: Db) -> Answer {
    let view = db.view().await?;
    let mut form = PublicationForm::default();
    if let Some(newest) = store::newest_version(view.pg()).await? {
        for (lang, title, body) in store::list_texts(view.pg(), &newest).await? {
            let fields = match lang {
                Lang::En => (&mut form.title_en, &mut form.body_en),
                Lang::ZhCn => (&mut form.title_zh, &mut form.body_zh),
                Lang::Ru => (&mut form.title_ru, &mut form.body_ru),
            };
            (*fields.0, *fields.1) = (title, body);
        }
    }
    page.show(New { page: &page, form: &form, errors: FieldErrors::default() })
}

#[derive(Template)]
#[template(path = "agreements/preview.html")]
struct Preview<'a> {
    page: &'a Page,
    form: &'a PublicationForm,
    texts: Vec<(Lang, &'a str, &'a str)>,
    from: Option<Timestamp>,
}

/// `POST /agreement-versions/new`: first shows the texts as customers will read them, then publishes; or goes back to the form.
///
/// # Errors
/// 409 when somebody else publishes one at the same moment.
pub async fn publish(page: Page, may: May<Operate>, db: Db, form: Form<PublicationForm, LARGEST>) -> Answer {
    let publication = match form.parse(&page) {
        Ok(publication) => publication,
        Err(wrong) => {
            let errors = wrong.told(&page);
            return page.answer(StatusCode::UNPROCESSABLE_ENTITY, New { page: &page, form: &form, errors });
        }
    };
    match form.go.as_str() {
        "publish" => {
            let version = actions::publish(&db, &may, &publication, page.zone()).await?;
            Ok(see_other(format!("/agreement-versions/{version}?done=published")))
        }
        "back" => page.show(New { page: &page, form: &form, errors: FieldErrors::default() }),
        _ => {
            let texts = Lang::ALL.into_iter().zip(&publication.texts).map(|(lang, text)| (lang, text.title.as_str(), text.body.as_str()));
            page.show(Preview { page: &page, form: &form, texts: texts.collect(), from: publication.from })
        }
    }
}

#[derive(Template)]
#[template(path = "agreements/list.html")]
struct List<'a> {
    page: &'a Page,
    versions: Vec<(Version, Standing)>,
    accepted: &'a [AcceptedBy],
    receipts: bool,
    ways: Ways,
}

/// `GET /agreements`: the agreements, and which of a partner's customers accepted which version when.
///
/// # Errors
/// 403 for whoever may not see agreements.
pub async fn list(page: Page, may: May<SeeAgreements>, db: Db, query: Query<ListQuery>) -> Answer {
    let view = db.view().await?;
    let (cursor, now) = (Cursor::parse(&query.page), view.now());
    let whose = store::of_partner(may.place().kind, may.org());
    let (versions, found) =
        futures_util::try_join!(store::list_versions(view.pg()), store::list_accepted(view.pg(), whose, cursor.as_ref()))?;
    let standings = standings(&versions, now);
    // What is ahead is the operator's until its day has come.
    let versions = versions.into_iter().zip(standings).filter(|(version, _)| version.from <= now).collect();
    let (ways, accepted) = Ways::of("/agreements", found);
    page.show(List { page: &page, versions, accepted: &accepted, receipts: page.may(Right::SeeCustomers), ways })
}
