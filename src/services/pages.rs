//! The operator's pages of the catalogue.

use actix_web::{
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{AdminUrl, Code, Entry, Kind, Move, Names, actions, entry, store};
use crate::{
    access::{
        May, Right,
        proofs::{Operate, Review},
    },
    db::{Db, Timestamp},
    problem::Problem,
    values::{Name, Refusal},
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        see_other,
    },
};

/// What an admin centre's address looks like for somebody.
const TENANT: &str = "6f1d3c1e-5a2b-4c7d-9e8f-0a1b2c3d4e5f";
const DOMAIN: &str = "fabrikam.example";

#[derive(Template)]
#[template(path = "services/list.html")]
struct List<'a> {
    page: &'a Page,
    entries: &'a [Entry],
    may_edit: bool,
    done: Option<&'static str>,
}

/// What has just been done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct DoneQuery {
    done: String,
}

impl DoneQuery {
    fn words(&self) -> Option<&'static str> {
        match self.done.as_str() {
            "added" => Some("services-added"),
            "changed" => Some("services-changed"),
            "same" => Some("services-same"),
            "retired" => Some("services-is-retired"),
            "returned" => Some("services-is-back"),
            _ => None,
        }
    }
}

/// `GET /services`: the whole catalogue; it has an end.
///
/// # Errors
/// 403 for anybody but the operator's people.
pub async fn list(page: Page, _: May<Review>, db: Db, query: Query<DoneQuery>) -> Answer {
    let view = db.view().await?;
    let entries = store::list_entries(view.pg()).await?;
    page.show(List { page: &page, entries: &entries, may_edit: page.may(Right::Operate), done: query.words() })
}

/// An entry as it was typed.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EntryForm {
    code: String,
    kind: String,
    name_en: String,
    name_zh: String,
    name_ru: String,
    admin_url: String,
    go: String,
}

struct Parsed {
    kind: Kind,
    names: Names,
    url: Option<AdminUrl>,
}

impl EntryForm {
    fn of(entry: &Entry) -> Self {
        let service = &entry.service;
        Self {
            code: service.code.clone(),
            kind: service.kind.key().to_owned(),
            name_en: service.name_en.clone(),
            name_zh: service.name_zh.clone(),
            name_ru: service.name_ru.clone(),
            admin_url: entry.admin_url.clone().unwrap_or_default(),
            go: String::new(),
        }
    }

    fn parse(&self, wrong: &mut Wrong) -> Option<Parsed> {
        let kind = wrong.check("kind", entry::kind(&self.kind));
        let en = wrong.check("name_en", Name::parse(&self.name_en));
        let zh = wrong.check("name_zh", Name::parse(&self.name_zh));
        let ru = wrong.check("name_ru", Name::parse(&self.name_ru));
        let url = wrong.check("admin_url", AdminUrl::optional(&self.admin_url));
        Some(Parsed { kind: kind?, names: Names { en: en?, zh: zh?, ru: ru? }, url: url? })
    }
}

#[derive(Template)]
#[template(path = "services/form.html")]
struct EntryPage<'a> {
    page: &'a Page,
    /// The entry that is edited; none for a new one.
    entry: Option<&'a Entry>,
    form: &'a EntryForm,
    kinds: [(&'static str, &'static str); 2],
    /// The admin centre's address as an invented customer would have it.
    preview: Option<String>,
    errors: FieldErrors,
}

fn show(page: &Page, entry: Option<&Entry>, form: &EntryForm, wrong: Option<&Wrong>) -> Answer {
    let errors = wrong.map(|wrong| wrong.told(page)).unwrap_or_default();
    let preview = AdminUrl::parse(&form.admin_url).ok().map(|url| url.of(TENANT, DOMAIN));
    let kinds = [Kind::Licence, Kind::Usage].map(|kind| (kind.key(), page.word("service-kind", kind)));
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.answer(status, EntryPage { page, entry, form, kinds, preview, errors })
}

/// `GET /services/new`
///
/// # Errors
/// 403 for anybody but an operator admin.
pub async fn new_page(page: Page, _: May<Operate>) -> Answer {
    show(&page, None, &EntryForm { kind: Kind::Licence.key().to_owned(), ..EntryForm::default() }, None)
}

/// `POST /services/new`
///
/// # Errors
/// 409 when the catalogue is full.
pub async fn add(page: Page, may: May<Operate>, db: Db, form: Form<EntryForm>) -> Answer {
    let mut wrong = Wrong::default();
    let code = wrong.check("code", Code::parse(&form.code));
    let parsed = form.parse(&mut wrong);
    let wrong = match wrong.into_result(code.zip(parsed)) {
        Ok(_) if form.go == "preview" => return show(&page, None, &form, None),
        Ok((code, parsed)) => {
            if actions::add(&db, &may, &code, parsed.kind, &parsed.names, parsed.url.as_ref()).await? {
                return Ok(see_other(format!("/services/{}?done=added", code.as_str())));
            }
            Wrong::of("code", Refusal::Said("services-code-taken"))
        }
        Err(wrong) => wrong,
    };
    show(&page, None, &form, Some(&wrong))
}

#[derive(Template)]
#[template(path = "services/detail.html")]
struct Detail<'a> {
    page: &'a Page,
    entry: &'a Entry,
    preview: Option<String>,
    delegations: i64,
    invitations: i64,
    may_edit: bool,
    done: Option<&'static str>,
}

impl Detail<'_> {
    /// The address of something under this page.
    fn at(&self, what: &str) -> String {
        format!("/services/{}/{what}", self.entry.service.code)
    }

    fn retired_at(&self) -> Option<&Timestamp> {
        self.entry.retired_at.as_ref()
    }
}

/// `GET /services/{service}`
///
/// # Errors
/// 404 when there is none.
pub async fn detail(page: Page, _: May<Review>, db: Db, code: Path<String>, query: Query<DoneQuery>) -> Answer {
    let view = db.view().await?;
    let (entry, (delegations, invitations)) = futures_util::try_join!(store::find(view.pg(), &code), store::count_uses(view.pg(), &code))?;
    let entry = entry.ok_or(Problem::NotFound)?;
    let preview = entry.admin_url.as_deref().and_then(|url| AdminUrl::parse(url).ok()).map(|url| url.of(TENANT, DOMAIN));
    let may_edit = page.may(Right::Operate);
    page.show(Detail { page: &page, entry: &entry, preview, delegations, invitations, may_edit, done: query.words() })
}

/// `GET /services/{service}/entry`: the form.
///
/// # Errors
/// 404 when there is none.
pub async fn edit_page(page: Page, _: May<Operate>, db: Db, code: Path<String>) -> Answer {
    let view = db.view().await?;
    let entry = store::find(view.pg(), &code).await?.ok_or(Problem::NotFound)?;
    show(&page, Some(&entry), &EntryForm::of(&entry), None)
}

/// `POST /services/{service}/entry`
///
/// # Errors
/// 404 when there is none.
pub async fn edit(page: Page, may: May<Operate>, db: Db, code: Path<String>, form: Form<EntryForm>) -> Answer {
    let view = db.view().await?;
    let entry = store::find(view.pg(), &code).await?.ok_or(Problem::NotFound)?;
    drop(view);
    let mut wrong = Wrong::default();
    if !form.code.is_empty() && form.code != entry.service.code {
        wrong.note("code", Refusal::Said("services-code-for-ever"));
    }
    let parsed = form.parse(&mut wrong);
    match wrong.into_result(parsed) {
        Ok(_) if form.go == "preview" => show(&page, Some(&entry), &form, None),
        Ok(parsed) => {
            let changed = actions::change(&db, &may, &code, parsed.kind, &parsed.names, parsed.url.as_ref()).await?;
            Ok(see_other(format!("/services/{code}?done={}", if changed { "changed" } else { "same" })))
        }
        Err(wrong) => show(&page, Some(&entry), &form, Some(&wrong)),
    }
}

/// Where to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoveForm {
    way: String,
}

/// `POST /services/{service}/place`: one up, or one down.
///
/// # Errors
/// 404 when there is none; 422 for another way than up and down.
pub async fn shift(may: May<Operate>, db: Db, code: Path<String>, form: Form<MoveForm>) -> Answer {
    let way = Move::parse(&form.way).ok_or(Problem::Unprocessable)?;
    actions::shift(&db, &may, &code, way).await?;
    Ok(see_other("/services"))
}

/// Nothing is asked but that the form is of this session.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// `POST /services/{service}/retirement`
///
/// # Errors
/// 404 when there is none; 409 when it is retired already, or the last one.
pub async fn retire(may: May<Operate>, db: Db, code: Path<String>, _: Form<Nothing>) -> Answer {
    actions::retire(&db, &may, &code).await?;
    Ok(see_other(format!("/services/{code}?done=retired")))
}

/// `POST /services/{service}/return`
///
/// # Errors
/// 404 when there is none; 409 when it is not retired.
pub async fn bring_back(may: May<Operate>, db: Db, code: Path<String>, _: Form<Nothing>) -> Answer {
    actions::bring_back(&db, &may, &code).await?;
    Ok(see_other(format!("/services/{code}?done=returned")))
}
