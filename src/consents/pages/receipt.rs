//! The receipt of an acceptance, which both sides can always find again, and the agreement it names (UX-34, UX-35, D17).

use actix_web::web::Path;
use askama::Template;
use futures_util::try_join;

use crate::{
    access::{Member, Right},
    consents::{
        Agreement, Chosen, shown,
        store::{self, Receipt},
    },
    db::{Db, Timestamp},
    i18n::Lang,
    organizations::Named,
    problem::Problem,
    services::{self, Service},
    web::{Answer, page::Page},
};

#[derive(Template)]
#[template(path = "consents/receipt.html")]
struct ReceiptPage<'a> {
    page: &'a Page,
    receipt: &'a Receipt,
    catalogue: Vec<Service>,
    /// Whether the reader is the customer, who reads "you".
    mine: bool,
}

impl ReceiptPage<'_> {
    /// A service's name in the reader's language; as it was shown, if it is not in the catalogue any more.
    fn service<'b>(&'b self, chosen: &'b Chosen) -> &'b str {
        let known = self.catalogue.iter().find(|service| service.code == chosen.scope.service);
        known.map_or(&chosen.service_name, |service| service.name(self.page.language()))
    }

    fn title(&self) -> String {
        let partner = self.receipt.shown.inviter.name.as_str();
        match self.mine {
            true => self.page.t1("consents-receipt-yours", "partner", partner),
            false => self.page.t2("consents-receipt-theirs", "customer", &self.receipt.shown.customer.name, "partner", partner),
        }
    }

    fn next(&self) -> String {
        format!("/customers/{}", self.receipt.relationship)
    }

    fn by(&self) -> String {
        format!("{} <{}>", self.receipt.shown.account.name, self.receipt.shown.account.email)
    }

    fn passed_by(&self, forwarder: &Named) -> String {
        match &self.receipt.shown.passed_at {
            Some(at) => self.page.t2("consents-passed-by-at", "partner", forwarder.title(), "time", self.page.at(at)),
            None => forwarder.title(),
        }
    }

    fn utc(&self, moment: &Timestamp) -> String {
        moment.format("%Y-%m-%d %H:%M:%S UTC").to_string()
    }

    /// The hash in groups of eight, to be compared by eye.
    fn hash(&self) -> String {
        let text = shown::hex(&self.receipt.hash);
        text.as_bytes().chunks(8).map(|group| String::from_utf8_lossy(group).into_owned()).collect::<Vec<_>>().join(" ")
    }

    fn awaiting(&self) -> bool {
        self.receipt.shown.choices.iter().any(|chosen| chosen.awaits_holder)
    }

    /// Whether a partner that passed it on reads it: the customer's page may not be theirs to see.
    fn is_inviter(&self) -> bool {
        self.page.visitor().and_then(|visitor| visitor.place.as_ref()).is_some_and(|place| place.org == self.receipt.shown.inviter.id)
    }
}

/// `GET /receipts/{reference}`: for the customer, the inviter, who passed it on, and the operator.
///
/// # Errors
/// 404 for everybody else.
pub async fn receipt(page: Page, member: Member, db: Db, reference: Path<String>) -> Answer {
    let place = member.place();
    if ![Right::SeeConsents, Right::SeeCustomers, Right::Review].iter().any(|right| place.allows(*right)) {
        return Err(Problem::Forbidden);
    }
    let view = db.view().await?;
    let (receipt, catalogue) = try_join!(store::find_receipt(view.pg(), &reference), services::list(view.pg()))?;
    let receipt = receipt.ok_or(Problem::NotFound)?;
    let mine = receipt.shown.customer.id == member.org();
    page.show(ReceiptPage { page: &page, receipt: &receipt, catalogue, mine })
}

#[derive(Template)]
#[template(path = "consents/agreement.html")]
struct AgreementPage<'a> {
    page: &'a Page,
    agreement: &'a Agreement,
}

/// `GET /agreements/{version}`: the customer agreement in the visitor's language. For everybody.
///
/// # Errors
/// 404 for a version that there is not.
pub async fn agreement(page: Page, db: Db, version: Path<String>) -> Answer {
    let view = db.view().await?;
    let lang: Lang = page.language();
    let agreement = store::find_agreement(view.pg(), Some(&version), lang).await?.ok_or(Problem::NotFound)?;
    page.show(AgreementPage { page: &page, agreement: &agreement })
}
