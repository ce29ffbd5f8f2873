//! Signing out: a page that asks, for links; a form that does it.

use actix_session::Session;
use actix_web::{
    HttpRequest,
    http::header::{HeaderName, HeaderValue},
};
use askama::Template;
use serde::Deserialize;

use crate::{
    access::session,
    accounts::actions,
    db::Db,
    web::{Answer, detour, form::Form, page::Page, see_other},
};

#[derive(Template)]
#[template(path = "accounts/sign_out.html")]
struct SignOut<'a> {
    page: &'a Page,
    /// Whether the visitor is on the way somewhere and may come back to it with another account.
    returns: bool,
}

/// `GET /sign-out`
///
/// # Errors
/// None but faults of ours.
pub async fn sign_out_page(page: Page, request: HttpRequest) -> Answer {
    if page.visitor().is_none() {
        return Ok(see_other("/sign-in"));
    }
    page.show(SignOut { page: &page, returns: detour::take(&request).is_some() })
}

/// Nothing is asked but that the form is of this session.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignOutForm {}

/// `POST /sign-out`: the session ends, and the browser forgets what it kept of the portal (ASVS 14.3.1). Somebody who was on
/// the way to an invitation keeps that way: they sign in with another account and are there.
///
/// # Errors
/// None but faults of ours.
pub async fn sign_out(page: Page, db: Db, session: Session, request: HttpRequest, _: Form<SignOutForm>) -> Answer {
    if page.visitor().is_some() {
        actions::sign_out(&db).await?;
    }
    session::end(&session);
    let mut response = see_other(if detour::take(&request).is_some() { "/sign-in" } else { "/" });
    // Not "cookies": language and theme are the browser's, not the account's, and the session's cookie is ended by name.
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\", \"storage\""));
    Ok(response)
}
