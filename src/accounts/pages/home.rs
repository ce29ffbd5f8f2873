//! The start page: what the portal is for, to somebody who has never seen it.

use askama::Template;

use crate::web::{Answer, page::Page, see_other};

#[derive(Template)]
#[template(path = "accounts/home.html")]
struct Home<'a> {
    page: &'a Page,
}

/// `GET /`: whoever is signed in goes on to their day.
///
/// # Errors
/// None but faults of ours.
pub async fn home(page: Page) -> Answer {
    if page.visitor().is_some() {
        return Ok(see_other("/today"));
    }
    page.show(Home { page: &page })
}
