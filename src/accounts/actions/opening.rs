//! Opening accounts for organizations: a customer registers itself, the operator registers a partner, somebody is the first operator.

use std::time::Duration;

use chrono::TimeDelta;

use super::{
    links::{PER_ADDRESS, PER_RECIPIENT, WINDOW, send_confirmation_link, send_set_up_link, send_way_in},
    offers::{Joining, Offering, offer},
    unhurried,
};
use crate::{
    access::{May, proofs::Operate},
    accounts::{Hashing, Offer, Password, Person, Settings, store},
    audit::{self, Event, Kind},
    db::{Db, Tx},
    i18n::{self, Lang},
    ids::{Id, Organization},
    links::{self, Link},
    organizations::{self, Kind as OrgKind, Registration},
    problem::Problem,
    values::{Email, Name, Refusal},
};

/// What a customer says of itself and its first global admin.
pub struct Customer {
    /// The organization.
    pub organization: Registration,
    /// The person's name.
    pub name: Name,
    /// The person's address.
    pub email: Email,
    /// The person's password.
    pub password: Password,
    /// The person's language.
    pub language: Lang,
}

/// How long the link of the first operator lives: whoever asked for it sits at the machine.
const FIRST_LIFE: TimeDelta = TimeDelta::hours(24);
/// Longer than opening an account takes.
const LEAST: Duration = Duration::from_millis(150);

/// Registers a customer with its first global admin, who is asked by mail to confirm the address. An address that has an
/// account is sent a way in instead, and nothing is registered; the answer is the same and takes as long (ASVS 6.3.8).
///
/// # Errors
/// [`Problem::TooMany`] when one network address registers too many; [`Problem::Unavailable`] when too busy to hash.
pub async fn register_customer(db: &Db, hashing: &Hashing, customer: &Customer, address: &str) -> Result<(), Problem> {
    let hash = hashing.hash(&customer.password).await?;
    let work = async {
        // Nobody is signed in: only the portal sees and makes accounts.
        let tx = db.as_system().write().await?;
        if store::count(&tx, &format!("register {address}"), WINDOW).await? > PER_ADDRESS {
            return Err(Problem::TooMany);
        }
        let asked = store::count(&tx, &format!("register {}", audit::digest(customer.email.as_str())), WINDOW).await?;
        let person = store::NewPerson {
            email: &customer.email,
            name: &customer.name,
            password_hash: Some(&hash),
            language: customer.language,
            time_zone: time_zone(&customer.organization.country),
        };
        match store::insert_person(&tx, &person).await? {
            Some(user) => {
                let org = organizations::register(&tx, &customer.organization)
                    .await?
                    .ok_or_else(|| Problem::Internal("a customer was refused".to_owned()))?;
                store::insert_membership(&tx, user, org, OrgKind::Customer, Settings::of_the_first(OrgKind::Customer)).await?;
                let person = Person {
                    id: user,
                    email: customer.email.as_str().to_owned(),
                    name: customer.name.as_str().to_owned(),
                    language: customer.language,
                    set_up: true,
                    confirmed: false,
                };
                send_confirmation_link(&tx, &person).await?;
                let event = Event::new(Kind::OrganizationRegistered).by(Some(user), Some(org));
                audit::record(&tx, event.with(customer.organization.facts())).await?;
            }
            None => {
                if let Some(person) = store::find_person(tx.pg(), &customer.email).await?.filter(|_| asked <= PER_RECIPIENT) {
                    send_way_in(&tx, &person).await?;
                    audit::record(&tx, Event::new(Kind::ResetAsked).by(Some(person.id), None)).await?;
                }
            }
        }
        Ok(tx.commit().await?)
    };
    unhurried(LEAST, work).await
}

/// The time zone in which most of a market's people live.
fn time_zone(country: &str) -> &'static str {
    match country {
        "HK" => "Asia/Hong_Kong",
        "MO" => "Asia/Macau",
        "TW" => "Asia/Taipei",
        "KZ" => "Asia/Almaty",
        "RU" => "Europe/Moscow",
        _ => "Asia/Shanghai",
    }
}

/// A partner as the operator registers it, with its first global admin.
pub struct Partner {
    /// The organization.
    pub organization: Registration,
    /// The first global admin's name.
    pub name: Name,
    /// The first global admin's address.
    pub email: Email,
    /// The language of the letter to them.
    pub language: Lang,
}

/// Registers a partner and asks its first global admin to join it, by the way to set up their account if they have none.
///
/// # Errors
/// Inside: what cannot be as it was said, with the field. Outside: as every query.
pub async fn register_partner(
    db: &Db,
    proof: &May<Operate>,
    partner: &Partner,
) -> Result<Result<Id<Organization>, (&'static str, Refusal)>, Problem> {
    let tx = db.write().await?;
    let org = match organizations::register(&tx, &partner.organization).await {
        Ok(Some(org)) => org,
        Ok(None) => return Ok(Err(("partner_id", Refusal::Said("organizations-partner-id-taken")))),
        Err(error) => return organizations::actions::domain_taken(error).map(Err),
    };
    let first = Joining {
        name: partner.name.clone(),
        email: partner.email.clone(),
        settings: Settings::of_the_first(partner.organization.kind),
        language: partner.language,
    };
    let by = Offering { org, kind: partner.organization.kind, name: partner.organization.name.as_str(), by: Some(proof.user()) };
    offer(&tx, &by, &first).await?;
    audit::record(&tx, Event::new(Kind::OrganizationRegistered).concerning([org]).with(partner.organization.facts())).await?;
    let invited = Event::new(Kind::AccountInvited).concerning([org]);
    audit::record(&tx, invited.with(serde_json::json!({ "person": partner.name.as_str() }))).await?;
    tx.commit().await?;
    Ok(Ok(org))
}

/// What came of asking for the operator's first admin.
#[derive(Debug, Clone, Copy)]
pub enum FirstOperator {
    /// They set up their account by this link.
    Invited(Link),
    /// They have an account and are an admin now; they sign in as ever.
    Promoted,
}

/// Makes somebody the operator's first admin, with the operator's organization if there is none yet; the link sets
/// the account up within a day. No password is made, and no visitor becomes an operator by coming first. Until the link
/// was followed it can be asked for again.
///
/// # Errors
/// [`Problem::Conflict`] when the operator has an admin and it was not `forced`.
pub async fn first_operator(db: &Db, email: &Email, name: &Name, forced: bool) -> Result<FirstOperator, Problem> {
    // Asked for on the machine itself: there is no session.
    let tx = db.as_system().write().await?;
    let org = match store::find_operator(tx.pg()).await? {
        Some((_, admins)) if admins > 0 && !forced => return Err(Problem::Conflict("accounts-operator-exists")),
        Some((org, _)) => org,
        None => create_operator(&tx).await?,
    };
    let new = store::NewPerson { email, name, password_hash: None, language: Lang::default(), time_zone: time_zone("CN") };
    store::insert_person(&tx, &new).await?;
    let person = store::find_person(tx.pg(), email).await?.ok_or(Problem::Conflict("accounts-people-closed"))?;
    let settings = Settings::of_the_first(OrgKind::Operator);
    let organization = i18n::text(Lang::default(), "ui-product");
    let outcome = if person.set_up {
        if !store::insert_membership(&tx, person.id, org, OrgKind::Operator, settings).await? {
            store::set_settings(&tx, person.id, org, settings).await?;
        }
        FirstOperator::Promoted
    } else {
        let offer = Offer {
            user: person.id,
            org,
            kind: OrgKind::Operator,
            organization: organization.to_owned(),
            name: person.name.clone(),
            email: person.email.clone(),
            settings,
            at: tx.now(),
        };
        store::insert_offer(&tx, &offer, None).await?;
        let link = send_set_up_link(&tx, &person, Some(org), organization, FIRST_LIFE).await?;
        FirstOperator::Invited(Link::new(links::Kind::SetUp, link.uuid(), 1))
    };
    let event = Event::new(Kind::AccountInvited).by(None, Some(org)).with(serde_json::json!({ "person": person.name }));
    audit::record(&tx, event).await?;
    tx.commit().await?;
    Ok(outcome)
}

async fn create_operator(tx: &Tx) -> Result<Id<Organization>, Problem> {
    let name =
        Name::parse(i18n::text(Lang::default(), "ui-product")).map_err(|_| Problem::Internal("the product has no name".to_owned()))?;
    let operator = Registration {
        kind: OrgKind::Operator,
        name,
        partner_id: None,
        registered_id: None,
        domain: None,
        domain_confirmed: false,
        country: "CN".to_owned(),
        contact: None,
    };
    organizations::register(tx, &operator).await?.ok_or_else(|| Problem::Internal("the operator was refused".to_owned()))
}
