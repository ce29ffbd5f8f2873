//! The pages of accounts: the way in and out, one's own account, the organization's people.

mod choose;
mod confirm;
mod home;
mod people;
mod profile;
mod register;
mod reset;
mod set_up;
mod sign_in;
mod sign_out;

pub use choose::{accept_offer, choose_page, move_to, refuse_offer};
pub use confirm::{confirm, confirm_page, send_again, wait_page};
pub use home::home;
pub use people::{add, add_page, change, change_page, list as people, remind, remove, remove_page, withdraw};
pub use profile::{account_page, change_account, change_password, end_session};
pub use register::{register, register_page};
pub use reset::{forgot, forgot_page, reset, reset_page};
pub use set_up::{set_up, set_up_page};
pub use sign_in::{sign_in, sign_in_page};
pub use sign_out::{sign_out, sign_out_page};

use actix_web::http::StatusCode;
use askama::Template;
use serde::Deserialize;

use super::{
    Purpose,
    actions::{self, Found},
};
use crate::{
    app::App,
    db::Db,
    links::Link,
    problem::Problem,
    values::{Email, Refusal},
    web::{Answer, form::Wrong, page::Page},
};

/// What a redirect says has just been done.
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    done: String,
    /// Where the list of what is offered to the person is read from.
    #[serde(default)]
    offers: String,
}

#[derive(Template)]
#[template(path = "accounts/dead_link.html")]
struct DeadLink<'a> {
    page: &'a Page,
    purpose: Purpose,
}

/// Whose the link of a path is, if it lives.
async fn living(app: &App, db: &Db, token: &str, purpose: Purpose) -> Result<Option<Found>, Problem> {
    match Link::read(token, &app.keys).filter(|link| link.kind == purpose.link()) {
        Some(link) => actions::find_link(db, link.id.into(), purpose).await,
        None => Ok(None),
    }
}

/// Unknown, spent and expired links get the same answer, so that a dead link does not tell whether it ever lived.
fn dead(page: &Page, purpose: Purpose) -> Answer {
    page.answer(StatusCode::NOT_FOUND, DeadLink { page, purpose })
}

/// A new password, typed once (it can be shown and pasted), that is not made of what is known of the person.
fn new_password(wrong: &mut Wrong, field: &'static str, typed: &str, known: &[&str]) -> Option<super::Password> {
    let locals: Vec<&str> = known.iter().filter_map(|word| word.split_once('@').map(|(local, _)| local)).collect();
    let known: Vec<&str> = known.iter().copied().chain(locals).filter(|word| !word.is_empty()).collect();
    wrong.check(field, super::Password::choose(typed, &known))
}

fn parsed_email(wrong: &mut Wrong, typed: &str) -> Option<Email> {
    wrong.check("email", Email::parse(typed))
}

/// Notes that nothing was typed into a field.
fn required(wrong: &mut Wrong, field: &'static str, typed: &str) {
    if typed.is_empty() {
        wrong.note(field, Refusal::Required);
    }
}
