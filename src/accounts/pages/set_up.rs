//! Setting up an account that somebody else opened, by its one-time link.

use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use super::{dead, living, new_password};
use crate::{
    accounts::{
        Hashing, Purpose,
        actions::{self, Found},
    },
    app::App,
    db::Db,
    values::Name,
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        see_other,
    },
};

#[derive(Template)]
#[template(path = "accounts/set_up.html")]
struct SetUp<'a> {
    page: &'a Page,
    found: &'a Found,
    called: &'a str,
    errors: FieldErrors,
}

/// `GET /set-up/{token}`: nothing happens yet (D7).
///
/// # Errors
/// None but faults of ours; a dead link is a page.
pub async fn set_up_page(page: Page, app: Data<App>, db: Db, token: Path<String>) -> Answer {
    match living(&app, &db, &token, Purpose::SetUp).await? {
        Some(found) => page.show(SetUp { page: &page, found: &found, called: &found.name, errors: FieldErrors::default() }),
        None => dead(&page, Purpose::SetUp),
    }
}

/// What a new person chooses.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetUpForm {
    name: String,
    password: String,
}

/// `POST /set-up/{token}`
///
/// # Errors
/// 503 when the portal is too busy to hash; a dead link is a page.
pub async fn set_up(page: Page, app: Data<App>, hashing: Data<Hashing>, db: Db, token: Path<String>, form: Form<SetUpForm>) -> Answer {
    let Some(found) = living(&app, &db, &token, Purpose::SetUp).await? else { return dead(&page, Purpose::SetUp) };
    let mut wrong = Wrong::default();
    let name = wrong.check("name", Name::parse(&form.name));
    let known = [found.email.as_str(), &form.name, found.organization.as_deref().unwrap_or_default()];
    let password = new_password(&mut wrong, "password", &form.password, &known);
    match wrong.into_result(name.zip(password)) {
        Ok((name, password)) if actions::set_up(&db, &hashing, &found, &name, &password, page.language()).await? => {
            Ok(see_other("/sign-in?done=set-up"))
        }
        Ok(_) => dead(&page, Purpose::SetUp),
        Err(wrong) => page.invalid(SetUp { page: &page, found: &found, called: &form.name, errors: wrong.told(&page) }),
    }
}
