//! The page on which the seller of a subscription chooses who supports it.

use actix_web::{
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use futures_util::try_join;
use serde::Deserialize;

use crate::{
    access::{May, proofs::EditCustomers},
    db::Db,
    ids::{Id, Organization, Relationship, Subscription as SubscriptionId},
    organizations::Party,
    problem::Problem,
    services,
    subscriptions::{Subscription, SupportContact, actions, store},
    values::Refusal,
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        see_other,
    },
};

#[derive(Template)]
#[template(path = "subscriptions/contact.html")]
struct Contact<'a> {
    page: &'a Page,
    subscription: &'a Subscription,
    relationship: Id<Relationship>,
    customer: &'a str,
    service: &'a str,
    seller: &'a Party,
    supporters: &'a [Party],
    /// Whether there are more of them, and which was looked for.
    more: bool,
    search: &'a str,
    errors: FieldErrors,
}

impl Contact<'_> {
    fn action(&self) -> String {
        format!("/subscriptions/{}/support-contact", self.subscription.id)
    }

    fn is_now(&self, party: &Party) -> bool {
        match self.subscription.support_contact() {
            SupportContact::Chosen(now) | SupportContact::Seller(now) | SupportContact::Back(now, _) => now.id == party.id,
            SupportContact::Vianet => false,
        }
    }
}

/// Which reseller is looked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ContactQuery {
    q: String,
}

/// `GET /subscriptions/{subscription}/support-contact`: the seller, and the resellers that hold support in the service.
///
/// # Errors
/// 404 when it was not bought through this partner, or their relationship is over.
pub async fn contact_page(page: Page, may: May<EditCustomers>, db: Db, id: Path<Id<SubscriptionId>>, query: Query<ContactQuery>) -> Answer {
    show(&page, &may, &db, *id, &query.q, None).await
}

async fn show(page: &Page, may: &May<EditCustomers>, db: &Db, id: Id<SubscriptionId>, search: &str, wrong: Option<Wrong>) -> Answer {
    let search: String = search.trim().chars().take(200).collect();
    let view = db.view().await?;
    let subscription = store::find(view.pg(), id).await?.ok_or(Problem::NotFound)?;
    let seller = subscription.seller.as_ref().filter(|seller| seller.id == may.organization()).ok_or(Problem::NotFound)?;
    let (owned, (mut supporters, more), catalogue) = try_join!(
        store::find_owned_relationship(view.pg(), may.organization(), subscription.customer),
        store::search_supporters(view.pg(), subscription.customer, &subscription.service, &search, view.now()),
        services::list(view.pg())
    )?;
    let (relationship, customer) = owned.ok_or(Problem::NotFound)?;
    // Whom it is now stays among them, whatever was looked for.
    let now = subscription.chosen.as_ref().filter(|now| subscription.chosen_holds && supporters.iter().all(|party| party.id != now.id));
    supporters.extend(now.cloned());
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let template = Contact {
        page,
        subscription: &subscription,
        relationship,
        customer: &customer,
        service: services::name_of(&catalogue, &subscription.service, page.language()),
        seller,
        supporters: &supporters,
        more,
        search: &search,
        errors: wrong.map(|wrong| wrong.told(page)).unwrap_or_default(),
    };
    page.answer(status, template)
}

/// Who is to support it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactForm {
    #[serde(default)]
    contact: String,
}

/// `POST /subscriptions/{subscription}/support-contact`
///
/// # Errors
/// 404 and 409 as [`actions::choose`]; 422 when nobody was chosen.
pub async fn choose(page: Page, may: May<EditCustomers>, db: Db, id: Path<Id<SubscriptionId>>, form: Form<ContactForm>) -> Answer {
    let Ok(contact) = form.contact.parse::<Id<Organization>>() else {
        let wrong = Wrong::of("contact", Refusal::Choice);
        return show(&page, &may, &db, *id, "", Some(wrong)).await;
    };
    let relationship = actions::choose(&db, &may, *id, Some(contact)).await?;
    Ok(see_other(format!("/customers/{relationship}?done=contact#subscriptions")))
}
