//! The provider's and the reseller's pages of invitations: list, wizard, detail, passing on, handing over.

mod correcting;
mod desk;
mod detail;
mod draft_form;
mod forwarding;
mod list;
mod managing;
mod preview;
mod reminding;
mod revising;
mod wizard;

pub use correcting::{correct, correction_page};
pub use detail::detail;
pub use forwarding::{pass_on, pass_on_page, take_along};
pub use list::list;
pub use managing::{hand_over, pause, resume, revocation_page, revoke, rotate, take_back};
pub use preview::{draft_mail_html, mail, mail_html};
pub use reminding::{reminder, reminder_html, stop, stop_page, switch_reminders};
pub use revising::{revise, revise_page, revision};
pub use wizard::{begin, create, remove_draft, save_kind, save_message, save_recipient, save_services, step};

use serde::Deserialize;

use super::{Invitation, usual_paragraphs};
use crate::{
    services::{Purpose, Scope, Service},
    web::page::Page,
};

/// A form with nothing but its token.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// What is asked for, one line each, in the words of the page and the order of the catalogue.
fn asked(page: &Page, asks: &[Scope], catalogue: &[Service]) -> Vec<String> {
    let line = |service: &Service, purpose: Purpose| {
        page.t2("invitations-ask", "service", service.name(page.language()), "purpose", page.word("purpose", purpose))
    };
    let chosen = |code: &str, purpose| asks.iter().any(|ask| ask.service == code && ask.purpose == purpose);
    catalogue
        .iter()
        .flat_map(|service| Purpose::ALL.iter().map(move |purpose| (service, *purpose)))
        .filter(|(service, purpose)| chosen(&service.code, *purpose))
        .map(|(service, purpose)| line(service, purpose))
        .collect()
}

impl Invitation {
    /// To whom, as one text; empty for a standing one.
    fn to(&self) -> String {
        let Some(recipient) = &self.recipient else { return String::new() };
        match &recipient.name {
            Some(name) => format!("{name} <{}>", recipient.email),
            None => recipient.email.clone(),
        }
    }
}
