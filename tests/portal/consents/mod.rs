//! The customer's way: the link, the choices, the receipt; and everything that must not happen on it.

mod addressees;
mod again;
mod answers;
mod holders;
mod link;
mod selling_partners;
mod suspended;

use crate::{
    browser::{Browser, Form, Page},
    past::Offered,
    world::{Company, World},
};

/// The agreement in force.
pub const AGREEMENT: &str = "2026-11";

/// Opens a link as somebody signed in, up to the consent page.
pub async fn comes_to(browser: &Browser, offered: &Offered) -> Page {
    let page = browser.opens(&offered.link).await.answered(200).sees("What stays as it is");
    page.form_ending("/opening").sends().await.answered(200).is_at(&format!("/received/{}", offered.id))
}

/// The form of the choices.
#[track_caller]
pub fn choices(page: &Page) -> Form {
    page.form_ending("/check")
}

/// With somebody who may work in a service.
pub fn lets(form: Form, holder: Company, service: &str, purpose: &str) -> Form {
    form.with(&format!("holder-{service}-{purpose}"), &holder.id().to_string())
}

/// From the choices to the check page.
pub async fn checks(form: Form) -> Page {
    form.ticks("agreement", AGREEMENT).sends().await.answered(200).sees("Check before you accept")
}

/// Accepts what the check page shows.
pub async fn accepts(checked: &Page) -> Page {
    checked.form_ending("/acceptance").sends().await.answered(200).is_under("/receipts/M-")
}

impl World {
    /// The single text that a query answers with.
    async fn suddenly_one(&self, query: &str) -> String {
        self.database.connect().await.query_one(query, &[]).await.unwrap().get(0)
    }
}
