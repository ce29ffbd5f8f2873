//! A forgotten password: asking for a link, and choosing a new one by it.

use actix_web::{
    HttpRequest,
    web::{Data, Path, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{Done, dead, living, new_password, parsed_email};
use crate::{
    accounts::{
        Hashing, Purpose,
        actions::{self, Found},
    },
    app::App,
    db::Db,
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        guard,
        page::Page,
        see_other,
    },
};

#[derive(Template)]
#[template(path = "accounts/forgotten_password.html")]
struct ForgottenPassword<'a> {
    page: &'a Page,
    email: &'a str,
    errors: FieldErrors,
    sent: bool,
}

/// `GET /forgotten-password`
///
/// # Errors
/// None but faults of ours.
pub async fn forgot_page(page: Page, query: Query<Done>) -> Answer {
    page.show(ForgottenPassword { page: &page, email: "", errors: FieldErrors::default(), sent: query.done == "sent" })
}

/// Who forgot.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForgotForm {
    email: String,
}

/// `POST /forgotten-password`: one answer, whether there is such an account or not (ASVS 6.3.8).
///
/// # Errors
/// 429 when one network address asks for too many.
pub async fn forgot(page: Page, app: Data<App>, db: Db, request: HttpRequest, form: Form<ForgotForm>) -> Answer {
    let mut wrong = Wrong::default();
    let email = parsed_email(&mut wrong, &form.email);
    match wrong.into_result(email) {
        Ok(email) => {
            actions::forgot(&db, &email, &guard::address(&app, &request)).await?;
            Ok(see_other("/forgotten-password?done=sent"))
        }
        Err(wrong) => page.invalid(ForgottenPassword { page: &page, email: &form.email, errors: wrong.told(&page), sent: false }),
    }
}

#[derive(Template)]
#[template(path = "accounts/reset.html")]
struct Reset<'a> {
    page: &'a Page,
    found: &'a Found,
    errors: FieldErrors,
}

/// `GET /reset/{token}`: nothing happens yet (D7).
///
/// # Errors
/// None but faults of ours; a dead link is a page.
pub async fn reset_page(page: Page, app: Data<App>, db: Db, token: Path<String>) -> Answer {
    match living(&app, &db, &token, Purpose::Reset).await? {
        Some(found) => page.show(Reset { page: &page, found: &found, errors: FieldErrors::default() }),
        None => dead(&page, Purpose::Reset),
    }
}

/// The new password.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResetForm {
    password: String,
}

/// `POST /reset/{token}`
///
/// # Errors
/// 503 when the portal is too busy to hash; a dead link is a page.
pub async fn reset(page: Page, app: Data<App>, hashing: Data<Hashing>, db: Db, token: Path<String>, form: Form<ResetForm>) -> Answer {
    let Some(found) = living(&app, &db, &token, Purpose::Reset).await? else { return dead(&page, Purpose::Reset) };
    let mut wrong = Wrong::default();
    let known = [found.email.as_str(), &found.name, found.organization.as_deref().unwrap_or_default()];
    let password = new_password(&mut wrong, "password", &form.password, &known);
    match wrong.into_result(password) {
        Ok(password) if actions::reset(&db, &hashing, &found, &password, page.language()).await? => Ok(see_other("/sign-in?done=password")),
        Ok(_) => dead(&page, Purpose::Reset),
        Err(wrong) => page.invalid(Reset { page: &page, found: &found, errors: wrong.told(&page) }),
    }
}
