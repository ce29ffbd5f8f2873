//! Confirming an address: the page that waits for it, and the link that does it.

use actix_session::Session;
use actix_web::{
    HttpRequest,
    web::{Data, Path, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{Done, dead, living, required, sign_in};
use crate::{
    access::SignedIn,
    accounts::{
        Hashing, Password, Purpose,
        actions::{self, Found},
    },
    app::App,
    db::Db,
    problem::Problem,
    values::{Email, Refusal},
    web::{
        Answer, detour,
        form::{FieldErrors, Form, Wrong},
        guard,
        page::Page,
        see_other,
    },
};

#[derive(Template)]
#[template(path = "accounts/wait.html")]
struct Wait<'a> {
    page: &'a Page,
    /// The address, of somebody who is signed in.
    email: Option<&'a str>,
    sent: bool,
    going: Option<&'static str>,
}

/// `GET /confirm`: what to do before an address is confirmed. To somebody who is not signed in it does not tell whether
/// an account was made.
///
/// # Errors
/// None but faults of ours.
pub async fn wait_page(page: Page, app: Data<App>, request: HttpRequest, query: Query<Done>) -> Answer {
    let visitor = page.visitor();
    if visitor.is_some_and(|visitor| visitor.confirmed) {
        return Ok(detour::resume(&app, &request, "/today"));
    }
    let email = visitor.map(|visitor| visitor.email.as_str());
    page.show(Wait { page: &page, email, sent: query.done == "sent", going: sign_in::going(&request) })
}

/// Nothing is asked but that the form is of this session.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendAgainForm {}

/// `POST /account/confirmation`: the link once more.
///
/// # Errors
/// 429 beyond a handful in an hour.
pub async fn send_again(who: SignedIn, db: Db, _: Form<SendAgainForm>) -> Answer {
    actions::send_confirmation(&db, &who.visitor().email).await?;
    Ok(see_other("/confirm?done=sent"))
}

#[derive(Template)]
#[template(path = "accounts/confirm.html")]
struct Confirm<'a> {
    page: &'a Page,
    found: &'a Found,
    /// Whether the visitor is signed in as the person the link is for; everybody else proves it with the password.
    proved: bool,
    errors: FieldErrors,
}

fn is_proved(page: &Page, found: &Found) -> bool {
    page.visitor().is_some_and(|visitor| visitor.user == found.user)
}

/// `GET /confirm/{token}`: nothing happens yet (D7).
///
/// # Errors
/// None but faults of ours; a dead link is a page.
pub async fn confirm_page(page: Page, app: Data<App>, db: Db, token: Path<String>) -> Answer {
    match living(&app, &db, &token, Purpose::Confirm).await? {
        Some(found) => {
            let proved = is_proved(&page, &found);
            page.show(Confirm { page: &page, found: &found, proved, errors: FieldErrors::default() })
        }
        None => dead(&page, Purpose::Confirm),
    }
}

/// The password, of somebody who is not signed in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmForm {
    #[serde(default)]
    password: String,
}

/// `POST /confirm/{token}`: by somebody who is signed in as the person, or signs in with it.
///
/// # Errors
/// 429 after too many wrong passwords; a dead link is a page.
pub async fn confirm(
    page: Page,
    app: Data<App>,
    hashing: Data<Hashing>,
    db: Db,
    session: Session,
    request: HttpRequest,
    token: Path<String>,
    form: Form<ConfirmForm>,
) -> Answer {
    let Some(found) = living(&app, &db, &token, Purpose::Confirm).await? else { return dead(&page, Purpose::Confirm) };
    if !is_proved(&page, &found) {
        let mut wrong = Wrong::default();
        required(&mut wrong, "password", &form.password);
        let entrant = if wrong.is_empty() {
            let email = Email::parse(&found.email).map_err(|_| Problem::Internal("an account has no address".to_owned()))?;
            let address = guard::address(&app, &request);
            actions::sign_in(&db, &hashing, &email, &Password::typed(&form.password), &address).await?
        } else {
            None
        };
        match entrant {
            Some(entrant) => sign_in::start(&session, &request, &entrant)?,
            None => {
                if wrong.is_empty() {
                    wrong.note("password", Refusal::Said("accounts-confirm-wrong"));
                }
                return page.invalid(Confirm { page: &page, found: &found, proved: false, errors: wrong.told(&page) });
            }
        }
    }
    if actions::confirm(&db, &found).await? { Ok(detour::resume(&app, &request, "/today")) } else { dead(&page, Purpose::Confirm) }
}
