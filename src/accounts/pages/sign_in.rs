//! Signing in.

use actix_session::Session;
use actix_web::{
    HttpRequest,
    web::{Data, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{Done, parsed_email, required};
use crate::{
    access::session,
    accounts::{Entrant, Hashing, Password, actions},
    app::App,
    db::Db,
    problem::Problem,
    values::Refusal,
    web::{
        Answer, detour,
        form::{FieldErrors, Form, Wrong},
        guard,
        page::Page,
        see_other,
    },
};

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct SignIn<'a> {
    page: &'a Page,
    email: &'a str,
    errors: FieldErrors,
    /// What has just been done, by key.
    done: Option<&'static str>,
    /// Where the visitor was going, by key.
    going: Option<&'static str>,
}

/// `GET /sign-in`
///
/// # Errors
/// None but faults of ours.
pub async fn sign_in_page(page: Page, app: Data<App>, request: HttpRequest, query: Query<Done>) -> Answer {
    if page.visitor().is_some() {
        return Ok(detour::resume(&app, &request, "/today"));
    }
    let done = match query.done.as_str() {
        "password" => Some("accounts-sign-in-password-changed"),
        "set-up" => Some("accounts-sign-in-set-up"),
        _ => None,
    };
    page.show(SignIn { page: &page, email: "", errors: FieldErrors::default(), done, going: going(&request) })
}

/// The words for where the visitor was going.
pub(super) fn going(request: &HttpRequest) -> Option<&'static str> {
    let path = detour::take(request)?;
    let is_under = |place: &str| path.starts_with(place);
    Some(match () {
        () if is_under("/i/") || is_under("/received") => "accounts-going-invitation",
        () if is_under("/p/") => "accounts-going-partnership",
        () => "accounts-going-page",
    })
}

/// What is typed to sign in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignInForm {
    email: String,
    password: String,
}

/// `POST /sign-in`
///
/// # Errors
/// 429 after too many attempts, 503 when the portal is too busy to check passwords.
pub async fn sign_in(
    page: Page,
    app: Data<App>,
    hashing: Data<Hashing>,
    db: Db,
    session: Session,
    request: HttpRequest,
    form: Form<SignInForm>,
) -> Answer {
    let mut wrong = Wrong::default();
    let email = parsed_email(&mut wrong, &form.email);
    required(&mut wrong, "password", &form.password);
    let address = guard::address(&app, &request);
    let wrong = match wrong.into_result(email) {
        Ok(email) => match actions::sign_in(&db, &hashing, &email, &Password::typed(&form.password), &address).await? {
            Some(entrant) => {
                start(&session, &request, &entrant)?;
                // Somebody with two organizations says first for which they act; the detour waits.
                return Ok(if entrant.orgs > 1 { see_other("/organizations/choose") } else { detour::resume(&app, &request, "/today") });
            }
            None => Wrong::of("email", Refusal::Said("accounts-sign-in-wrong")),
        },
        Err(wrong) => wrong,
    };
    page.invalid(SignIn { page: &page, email: &form.email, errors: wrong.told(&page), done: None, going: going(&request) })
}

/// Starts the session of somebody who has just proved who they are.
pub(super) fn start(session: &Session, request: &HttpRequest, entrant: &Entrant) -> Result<(), Problem> {
    let agent = request.headers().get("user-agent").and_then(|value| value.to_str().ok());
    session::start(session, entrant.user, entrant.org, agent)
}
