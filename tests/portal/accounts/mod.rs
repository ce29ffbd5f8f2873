//! Stories of people and their accounts: the ways in, registering, one's own account, an organization's people.

mod members;
mod offers;
mod own;
mod passwords;
mod registering;
mod sign_in;

use crate::browser::{Browser, Page};

/// The password that somebody chooses.
pub const NEW_PASSWORD: &str = "seven quiet herons at dusk";

/// Fills in the form of the sign-in.
pub async fn signs_in(browser: &Browser, email: &str, password: &str) -> Page {
    browser.opens("/sign-in").await.form("/sign-in").with("email", email).with("password", password).sent().await
}
