//! Partner relationships as a customer sees them; customers as their partners see them; the removal of one.

mod removal;

pub use removal::{RemovalForm, RemovalQuery, removal_page, remove};

use actix_web::web::{Path, Query};
use askama::Template;
use futures_util::try_join;
use serde::Deserialize;

use super::{
    Relationship, ServiceRow, matrix,
    store::{self, Contact, Listed, Receipt, Receipts},
};
use crate::{
    access::{
        May, Right,
        proofs::{SeeConsents, SeeCustomers},
    },
    audit::trail::{self, Entry},
    db::{Cursor, Db, Keyset},
    delegations::{self, Listed as Delegated},
    ids::{Id, Organization, Relationship as RelationshipId},
    organizations::Party,
    problem::Problem,
    renewals::{self, Waiting},
    services::{self, Service},
    subscriptions::{self, Part},
    web::{Answer, page::Page, query::Beside},
};

#[derive(Template)]
#[template(path = "relationships/partners.html")]
struct Partners<'a> {
    page: &'a Page,
    /// The relationships that have not ended: all of them (D23).
    relationships: &'a [Relationship],
    former: &'a [Relationship],
    former_beside: Beside,
    receipts: &'a [Receipt],
    receipts_beside: Beside,
    rows: Vec<ServiceRow<'a>>,
    in_force: &'a [Delegated],
    ended: &'a [Delegated],
    ended_beside: Beside,
    catalogue: &'a [Service],
    /// Offers to renew a delegation that wait for an answer, and how many they are in all.
    renewals: &'a [Waiting],
    renewals_beside: Beside,
    waiting: i64,
    may_consent: bool,
    subscriptions: Part,
    /// What has just been done, by its word (`relationships-done-…`).
    done: Option<&'static str>,
}

impl Partners<'_> {
    /// Everybody who may work, or will once it has consented: each with how many delegations, by name.
    fn holders(&self) -> Vec<(&Party, usize)> {
        let mut holders: Vec<(&Party, usize)> = Vec::new();
        for held in self.in_force {
            match holders.iter_mut().find(|(known, _)| known.id == held.holder.id) {
                Some((_, count)) => *count += 1,
                None => holders.push((&held.holder, 1)),
            }
        }
        holders.sort_by(|a, b| a.0.name.cmp(&b.0.name));
        holders
    }

    /// Whether the customer has, or had, no partner at all.
    fn is_empty(&self) -> bool {
        self.relationships.is_empty() && self.former.is_empty() && self.former_beside.first.is_none()
    }

    fn service(&self, code: &str) -> String {
        services::name_of(self.catalogue, code, self.page.language()).to_owned()
    }

    fn day(&self, day: &chrono::NaiveDate) -> String {
        subscriptions::day(self.page, *day)
    }
}

/// Where a list is read from, what is searched for, and what has just been done.
#[derive(Deserialize)]
pub struct At {
    page: Option<String>,
    /// The page of the list of subscriptions.
    subscriptions: Option<String>,
    /// The page of the list of delegations.
    delegations: Option<String>,
    /// The page of the list of delegations that are over.
    ended: Option<String>,
    /// The page of the list of relationships that are over.
    former: Option<String>,
    /// The page of the offers to renew.
    renewals: Option<String>,
    /// The page of the list of receipts.
    receipts: Option<String>,
    #[serde(default)]
    q: String,
    done: Option<String>,
}

impl At {
    /// Where the lists that stand on one page are read from.
    fn lists(&self) -> [(&str, &str); 6] {
        [
            ("delegations", &self.delegations),
            ("ended", &self.ended),
            ("former", &self.former),
            ("receipts", &self.receipts),
            ("renewals", &self.renewals),
            ("subscriptions", &self.subscriptions),
        ]
        .map(|(list, from)| (list, from.as_deref().unwrap_or_default()))
    }
}

/// `GET /relationships`: who owns the sale, who provisions, who supports, since when and until when (D23).
///
/// # Errors
/// 403 for people of other organizations.
pub async fn partners(page: Page, may: May<SeeConsents>, db: Db, at: Query<At>) -> Answer {
    let view = db.view().await?;
    let (pg, now, customer) = (view.pg(), view.now(), may.org());
    let [ended_from, former_from, receipts_from, renewals_from] =
        [&at.ended, &at.former, &at.receipts, &at.renewals].map(|from| from.as_deref().and_then(Cursor::parse));
    let bought_from = at.subscriptions.as_deref().and_then(Cursor::parse);
    // What is in force is read whole, so that the matrix leaves nothing out (D23); what is over, page by page.
    let (catalogue, relationships, former, accepted, receipts, in_force, ended, renewals, waiting, bought, sold) = try_join!(
        services::list(pg),
        store::list_active_of(pg, customer),
        store::list_ended_of(pg, customer, former_from.as_ref()),
        store::list_accepted(pg, customer),
        store::list_receipts(pg, Receipts::OfCustomer(customer), receipts_from.as_ref()),
        delegations::in_force_for(pg, customer, now),
        delegations::list_ended_of(pg, customer, ended_from.as_ref(), now),
        renewals::list_open_for(pg, customer, renewals_from.as_ref(), now),
        renewals::count_open_for(pg, customer, now),
        subscriptions::list_of_customer(pg, customer, bought_from.as_ref()),
        subscriptions::list_sold(pg, customer),
    )?;
    page.show(Partners {
        page: &page,
        rows: matrix(&catalogue, &relationships, &accepted, &in_force, &sold),
        relationships: &relationships,
        former: &former.rows,
        former_beside: Beside::of("/relationships", &at.lists(), "former", &former),
        receipts: &receipts.rows,
        receipts_beside: Beside::of("/relationships", &at.lists(), "receipts", &receipts),
        in_force: &in_force,
        ended: &ended.rows,
        ended_beside: Beside::of("/relationships", &at.lists(), "ended", &ended),
        catalogue: &catalogue,
        renewals: &renewals.rows,
        renewals_beside: Beside::of("/relationships", &at.lists(), "renewals", &renewals),
        waiting,
        may_consent: page.may(Right::Consent),
        subscriptions: Part::of(&page, "/relationships", &at.lists(), &bought, &in_force, &catalogue, None),
        done: at.done.as_deref().filter(|done| *done == "removed").map(|_| "relationships-done-removed"),
    })
}

#[derive(Template)]
#[template(path = "relationships/customers.html")]
struct Customers<'a> {
    page: &'a Page,
    rows: &'a Keyset<Listed>,
    search: &'a str,
    owns: bool,
}

impl Customers<'_> {
    fn at(&self, cursor: Option<&String>) -> Option<String> {
        cursor.map(|cursor| {
            let query = form_urlencoded::Serializer::new(String::new()).append_pair("q", self.search).append_pair("page", cursor).finish();
            format!("/customers?{query}")
        })
    }
}

/// `GET /customers`: a partner's customers by name (D15).
///
/// # Errors
/// 403 for people without the right.
pub async fn customers(page: Page, may: May<SeeCustomers>, db: Db, at: Query<At>) -> Answer {
    let view = db.view().await?;
    let cursor = at.page.as_deref().and_then(Cursor::parse);
    let search: String = at.q.trim().chars().take(200).collect();
    let owns = may.place().kind.transacts();
    let rows = store::list_customers(view.pg(), may.organization(), owns, &search, cursor.as_ref(), view.now()).await?;
    page.show(Customers { page: &page, rows: &rows, search: &search, owns })
}

#[derive(Template)]
#[template(path = "relationships/customer.html")]
struct Customer<'a> {
    page: &'a Page,
    relationship: &'a Relationship,
    contact: Contact,
    me: Id<Organization>,
    /// The delegations that are not over.
    in_force: &'a [Delegated],
    delegations: &'a [Delegated],
    delegations_beside: Beside,
    receipts: &'a [Receipt],
    receipts_beside: Beside,
    catalogue: &'a [Service],
    history: &'a [Entry],
    subscriptions: Part,
    may_remove: bool,
    done: Option<&'static str>,
}

impl Customer<'_> {
    fn service(&self, code: &str) -> String {
        services::name_of(self.catalogue, code, self.page.language()).to_owned()
    }

    fn email(&self) -> &str {
        self.contact.0.as_deref().unwrap_or_default()
    }

    fn tenant(&self) -> String {
        self.contact.1.map(|id| id.to_string()).unwrap_or_default()
    }

    /// The services in which this partner may work now.
    fn mine(&self) -> Vec<&Delegated> {
        self.in_force.iter().filter(|held| held.facts().holder == self.me && held.delegation.is_active()).collect()
    }

    fn waiting(&self) -> usize {
        self.in_force.iter().filter(|held| held.facts().holder == self.me && held.delegation.is_awaiting()).count()
    }

    /// Whether the person looking may work for the customer.
    fn may_use(&self) -> bool {
        self.page.may(Right::AdministerOnBehalf)
    }

    fn owns(&self) -> bool {
        self.relationship.owner.id == self.me
    }
}

/// `GET /customers/{relationship}`
///
/// # Errors
/// 404 for a relationship that is not this partner's to see.
pub async fn customer(page: Page, may: May<SeeCustomers>, db: Db, id: Path<Id<RelationshipId>>, at: Query<At>) -> Answer {
    let view = db.view().await?;
    let (pg, now) = (view.pg(), view.now());
    let bought_from = at.subscriptions.as_deref().and_then(Cursor::parse);
    let delegations_from = at.delegations.as_deref().and_then(Cursor::parse);
    let receipts_from = at.receipts.as_deref().and_then(Cursor::parse);
    let (relationship, contact, in_force, delegations, receipts, catalogue, history, bought) = try_join!(
        store::find(pg, *id),
        store::find_contact(pg, *id),
        delegations::in_force_under(pg, *id, now),
        delegations::list_under(pg, *id, delegations_from.as_ref(), now),
        store::list_receipts(pg, Receipts::Under(*id), receipts_from.as_ref()),
        services::list(pg),
        trail::of_relationship(pg, &page, *id),
        subscriptions::list_for_partner(pg, *id, bought_from.as_ref()),
    )?;
    let relationship = relationship.ok_or(Problem::NotFound)?;
    let me = may.organization();
    let path = format!("/customers/{id}");
    let owned = (relationship.owner.id == me && relationship.is_active()).then_some(page.may(Right::EditCustomers));
    page.show(Customer {
        subscriptions: Part::of(&page, &path, &at.lists(), &bought, &in_force, &catalogue, Some((me, owned.unwrap_or(false)))),
        delegations_beside: Beside::of(&path, &at.lists(), "delegations", &delegations),
        receipts_beside: Beside::of(&path, &at.lists(), "receipts", &receipts),
        may_remove: owned.is_some() && page.may(Right::RemoveRelationship),
        done: match at.done.as_deref() {
            Some("removed") => Some("relationships-done-ended"),
            Some("contact") => Some("subscriptions-done-contact"),
            _ => None,
        },
        page: &page,
        relationship: &relationship,
        contact,
        me,
        in_force: &in_force,
        delegations: &delegations.rows,
        receipts: &receipts.rows,
        catalogue: &catalogue,
        history: &history,
    })
}
