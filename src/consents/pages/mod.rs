//! The customer's way: from the link to the choices, the check, the acceptance and the receipt.

mod acceptance;
mod choices;
mod counter;
mod decline;
mod handover;
mod landing;
mod preview;
mod receipt;
mod received;

pub use acceptance::{accept, check};
pub use counter::{agree, counter, counter_page, counter_refusal_page, refuse_counter, withdraw_counter};
pub use decline::{decline, decline_page};
pub use handover::hand_request;
pub use landing::{ask_again, landing, open};
pub(crate) use landing::{link, stray};
pub use preview::recipient_view;
pub use receipt::{agreement, receipt};
pub use received::{list, request};

use crate::{
    access::{Right, Visitor},
    i18n::Lang,
    problem::Problem,
    services::{Purpose, Service},
    web::page::Page,
};

use super::Request;

/// A service with the purposes asked for in it.
struct Ask {
    service: String,
    purposes: Vec<Purpose>,
}

/// What is asked for, service by service, in the catalogue's order.
fn asks<'a>(services: impl Iterator<Item = &'a Service>, lang: Lang, asked: impl Fn(&str, Purpose) -> bool) -> Vec<Ask> {
    services
        .map(|service| Ask {
            service: service.name(lang).to_owned(),
            purposes: Purpose::ALL.iter().copied().filter(|purpose| asked(&service.code, *purpose)).collect(),
        })
        .collect()
}

/// What keeps the person looking from deciding, whatever the state of the invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Barrier {
    /// They may see it and not decide (UX-28).
    NoRight,
    /// They have not proved to read their address (AB-18).
    Unconfirmed,
}

fn barrier(page: &Page) -> Option<Barrier> {
    if !page.may(Right::Consent) {
        return Some(Barrier::NoRight);
    }
    page.visitor().is_some_and(|visitor| !visitor.confirmed).then_some(Barrier::Unconfirmed)
}

/// The visitor of a page that a proof has let in.
fn visitor(page: &Page) -> Result<&Visitor, Problem> {
    page.visitor().ok_or(Problem::SignInNeeded)
}

/// Who is told when the customer answers: the inviter, and who passed it on.
fn told_of(request: &Request) -> Vec<String> {
    let inviter = request.sender.inviter.title();
    std::iter::once(inviter).chain(request.sender.forwarder().map(|by| by.title())).collect()
}
