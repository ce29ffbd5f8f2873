//! Relationships: a transacting partner has a customer. It owns the relationship, whoever holds a delegation under it.

pub mod actions;
pub mod pages;
mod store;

use crate::{
    db::{Timestamp, text_enum},
    delegations::Listed as Delegated,
    ids::{Customer, Id, Provider, Relationship as RelationshipId},
    organizations::Party,
    services::{Purpose, Service},
    subscriptions::{Channel, Sold},
};

text_enum! {
    /// The states of a relationship.
    State {
        /// The customer is on the owner's list.
        Active = "active",
        /// It was removed (D19).
        Ended = "ended",
    }
}

/// A relationship with its parties.
#[derive(Debug, Clone)]
pub struct Relationship {
    /// Its id.
    pub id: Id<RelationshipId>,
    /// The partner that owns it.
    pub owner: Party,
    /// The customer.
    pub customer: Party,
    /// Its state.
    pub state: State,
    /// Since when.
    pub since: Timestamp,
    /// Until when, if it ended.
    pub ended_at: Option<Timestamp>,
}

impl Relationship {
    /// The owner, known to transact.
    pub fn owner_id(&self) -> Id<Provider> {
        self.owner.id.known_as()
    }

    /// The customer's id.
    pub fn customer_id(&self) -> Id<Customer> {
        self.customer.id.known_as()
    }

    /// Whether it is active.
    pub fn is_active(&self) -> bool {
        self.state == State::Active
    }
}

/// One row of the Partner relationships page: a service, who owns its sale, who provisions, who supports (D23).
#[derive(Debug)]
pub struct ServiceRow<'a> {
    /// The service.
    pub service: &'a Service,
    /// Of whom the customer has it, as the register says.
    pub sold: Vec<&'a Sold>,
    /// The other partners that may sell it.
    pub owners: Vec<&'a Relationship>,
    /// Delegations for provisioning in force or awaiting their holder.
    pub provisioning: Vec<&'a Delegated>,
    /// Delegations for support in force or awaiting their holder.
    pub support: Vec<&'a Delegated>,
}

/// The matrix of D23 with nothing left out: every service of the catalogue, and every delegation in force even when its
/// service has been retired since (a retired one that nobody works in and nobody has is gone). Who owns a sale is what the register
/// of subscriptions says; a partner may sell a service that it was accepted for, or that somebody works in under its relationship, and
/// one that was accepted without naming services any of them.
pub fn matrix<'a>(
    catalogue: &'a [Service],
    relationships: &'a [Relationship],
    accepted: &[(Id<RelationshipId>, Option<String>)],
    in_force: &'a [Delegated],
    sold: &'a [Sold],
) -> Vec<ServiceRow<'a>> {
    let may_sell = |relationship: &Relationship, service: &str| {
        let mut named = accepted.iter().filter(|(id, _)| *id == relationship.id).map(|(_, service)| service.as_deref()).peekable();
        named.peek().is_none()
            || named.any(|name| name.is_none_or(|name| name == service))
            || in_force
                .iter()
                .any(|delegated| delegated.facts().relationship == relationship.id && delegated.facts().scope.service == service)
    };
    let of = |service: &str, purpose| {
        in_force
            .iter()
            .filter(|delegated| delegated.facts().scope.service == service && delegated.facts().scope.purpose == purpose)
            .collect::<Vec<_>>()
    };
    let bought = |service: &str| sold.iter().filter(|one| one.service == service).collect::<Vec<_>>();
    let in_use = |service: &Service| {
        in_force.iter().any(|delegated| delegated.facts().scope.service == service.code) || !bought(&service.code).is_empty()
    };
    catalogue
        .iter()
        .filter(|service| !service.retired || in_use(service))
        .map(|service| {
            let sold = bought(&service.code);
            let sells = |one: &Relationship| {
                sold.iter()
                    .any(|sale| sale.channel == Channel::Csp && sale.seller.as_ref().is_some_and(|(seller, _)| *seller == one.owner.id))
            };
            ServiceRow {
                service,
                owners: relationships.iter().filter(|one| one.is_active() && may_sell(one, &service.code) && !sells(one)).collect(),
                provisioning: of(&service.code, Purpose::Provisioning),
                support: of(&service.code, Purpose::Support),
                sold,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ids::Organization, organizations, services};

    fn party(name: &str, kind: organizations::Kind) -> Party {
        Party {
            id: Id::<Organization>::new(),
            kind,
            name: name.to_owned(),
            partner_id: None,
            domain: None,
            country: "CN".to_owned(),
            state: organizations::State::Active,
        }
    }

    fn relationship(owner: &str, state: State) -> Relationship {
        Relationship {
            id: Id::new(),
            owner: party(owner, organizations::Kind::IndirectProvider),
            customer: party("Fabrikam", organizations::Kind::Customer),
            state,
            since: chrono::Utc::now(),
            ended_at: None,
        }
    }

    fn service(code: &str) -> Service {
        let name = code.to_owned();
        Service {
            code: code.to_owned(),
            kind: services::Kind::Licence,
            name_en: name.clone(),
            name_zh: name.clone(),
            name_ru: name,
            retired: false,
        }
    }

    #[test]
    fn every_service_has_a_row_even_if_nobody_works_in_it() {
        let catalogue = [service("intune"), service("azure")];
        let rows = matrix(&catalogue, &[], &[], &[], &[]);
        assert_eq!(rows.iter().map(|row| row.service.code.as_str()).collect::<Vec<_>>(), ["intune", "azure"]);
        assert!(rows.iter().all(|row| row.owners.is_empty() && row.provisioning.is_empty()));
    }

    #[test]
    fn a_partner_may_sell_the_services_it_was_accepted_for() {
        let catalogue = [service("intune"), service("azure")];
        let relationships = [relationship("Northwind", State::Active), relationship("Proseware", State::Active)];
        // Northwind was accepted for Intune, Proseware without naming any service.
        let accepted = [(relationships[0].id, Some("intune".to_owned())), (relationships[1].id, None)];
        let rows = matrix(&catalogue, &relationships, &accepted, &[], &[]);
        let owners = |row: &ServiceRow<'_>| row.owners.iter().map(|one| one.owner.name.clone()).collect::<Vec<_>>();
        assert_eq!(owners(&rows[0]), ["Northwind", "Proseware"]);
        assert_eq!(owners(&rows[1]), ["Proseware"]);
    }

    #[test]
    fn who_owns_the_sale_is_what_the_register_says() {
        let catalogue = [service("intune"), service("azure")];
        let relationships = [relationship("Northwind", State::Active), relationship("Proseware", State::Active)];
        let sold = |service: &str, channel, seller: Option<&Relationship>| Sold {
            service: service.to_owned(),
            channel,
            seller: seller.map(|one| (one.owner.id, one.owner.name.clone())),
            since: chrono::NaiveDate::default(),
        };
        let register = [sold("intune", Channel::Csp, Some(&relationships[0])), sold("azure", Channel::Direct, None)];
        let accepted = [(relationships[0].id, None), (relationships[1].id, None)];
        let rows = matrix(&catalogue, &relationships, &accepted, &[], &register);
        let sellers =
            |row: &ServiceRow<'_>| row.sold.iter().map(|one| one.seller.as_ref().map(|(_, name)| name.clone())).collect::<Vec<_>>();
        let others = |row: &ServiceRow<'_>| row.owners.iter().map(|one| one.owner.name.clone()).collect::<Vec<_>>();
        assert_eq!((sellers(&rows[0]), others(&rows[0])), (vec![Some("Northwind".to_owned())], vec!["Proseware".to_owned()]));
        assert_eq!((sellers(&rows[1]), others(&rows[1])), (vec![None], vec!["Northwind".to_owned(), "Proseware".to_owned()]));
    }

    #[test]
    fn a_relationship_that_ended_owns_nothing() {
        let catalogue = [service("intune")];
        let relationships = [relationship("Northwind", State::Ended)];
        assert!(matrix(&catalogue, &relationships, &[], &[], &[])[0].owners.is_empty());
    }
}
