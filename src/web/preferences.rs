//! Language and theme: two cookies, chosen on every page, without an account and without script.

use actix_web::{
    HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
    dev::ServiceRequest,
    http::header,
    web::Data,
};
use serde::Deserialize;

use super::{Answer, form::Form, local_path, page::Theme};
use crate::{app::App, i18n::Lang, problem::Problem};

const LANGUAGE: &str = "language";
const THEME: &str = "theme";

/// The language chosen on this browser.
pub fn language(request: &ServiceRequest) -> Option<Lang> {
    request.cookie(LANGUAGE).and_then(|cookie| Lang::parse(cookie.value()))
}

/// The theme chosen on this browser.
pub fn theme(request: &ServiceRequest) -> Theme {
    request.cookie(THEME).and_then(|cookie| Theme::parse(cookie.value())).unwrap_or_default()
}

/// A choice and the page to come back to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageForm {
    lang: String,
    back: String,
}

/// `POST /language`
///
/// # Errors
/// 400 for a language the portal does not speak.
pub async fn choose_language(app: Data<App>, form: Form<LanguageForm>) -> Answer {
    let lang = Lang::parse(&form.lang).ok_or(Problem::BadRequest("no such language"))?;
    Ok(remember(&app, LANGUAGE, lang.tag(), &form.back))
}

/// A choice and the page to come back to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeForm {
    theme: String,
    back: String,
}

/// `POST /theme`
///
/// # Errors
/// 400 for a theme that does not exist.
pub async fn choose_theme(app: Data<App>, form: Form<ThemeForm>) -> Answer {
    let theme = Theme::parse(&form.theme).ok_or(Problem::BadRequest("no such theme"))?;
    Ok(remember(&app, THEME, theme.key(), &form.back))
}

/// Sets the language of this browser beside another answer.
pub fn set_language(app: &App, response: &mut HttpResponse, language: Lang) {
    // A cookie that cannot be a header is a choice that is not kept.
    drop(response.add_cookie(&cookie(app, LANGUAGE, language.tag())));
}

fn remember(app: &App, name: &'static str, value: &'static str, back: &str) -> HttpResponse {
    HttpResponse::SeeOther().cookie(cookie(app, name, value)).insert_header((header::LOCATION, local_path(back))).finish()
}

fn cookie(app: &App, name: &'static str, value: &'static str) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .secure(app.is_https())
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(Duration::days(365))
        .finish()
}
