//! Deeds in the words of the domain: what a failure tells.

use super::model::{Acceptance, Deed, Model, PARTNERSHIPS, Scope};
use crate::world::Person;

fn scopes(scopes: &[Scope]) -> String {
    if scopes.is_empty() {
        return "nothing but the relationship".to_owned();
    }
    scopes.iter().map(|(service, purpose)| format!("{service}/{purpose}")).collect::<Vec<_>>().join(", ")
}

impl Model {
    fn offer(&self, at: usize) -> String {
        let offer = &self.invitations[at];
        let kind = offer.to.map_or("standing".to_owned(), |to| format!("to {}", to.name));
        format!("invitation {at} of {} ({kind})", offer.by.name)
    }

    fn held(&self, at: usize) -> String {
        let (one, (service, purpose)) = (self.delegations[at], self.delegations[at].scope);
        format!("delegation {at}: {} in {service}/{purpose} of {}, under {}", one.holder.name, one.customer.name, one.owner.name)
    }

    fn renewed(&self, at: usize) -> String {
        let renewal = self.renewals[at];
        format!("offer {at} of {} to renew {} for {} days", renewal.by.name, self.held(renewal.delegation), renewal.days)
    }

    fn accepted(&self, acceptance: &Acceptance) -> String {
        let choice = |choice: &super::model::Choice| {
            format!("{} in {}/{} for {} days", choice.holder.name, choice.scope.0, choice.scope.1, choice.days)
        };
        let choices: Vec<_> = acceptance.choices.iter().map(choice).collect();
        let ticks: Vec<_> = acceptance.ticks.iter().map(|(service, rival)| format!("replaces {} in {service}", rival.name)).collect();
        let confirms = if acceptance.confirms { "; outsiders confirmed" } else { "" };
        format!("{}: [{}] [{}]{confirms}", self.offer(acceptance.invitation), choices.join("; "), ticks.join("; "))
    }

    /// A deed by somebody.
    pub fn tell(&self, who: Person, deed: &Deed) -> String {
        let offer = |at: &usize| self.offer(*at);
        let held = |at: &usize| self.held(*at);
        let together = |together: &bool| if *together { ", with all that came with it" } else { "" };
        let what = match deed {
            Deed::Invites { to, asks, days, suggests } => format!(
                "invites {}, asks for {} for {days} days, suggests {}",
                to.map_or("anybody", |to| to.name),
                scopes(asks),
                suggests.map_or("nobody", |one| one.name)
            ),
            Deed::Revises { invitation, asks, days, suggests } => format!(
                "changes {}: asks for {} for {days} days, suggests {}",
                offer(invitation),
                scopes(asks),
                suggests.map_or("nobody", |one| one.name)
            ),
            Deed::HandsOver { invitation, reseller } => format!("hands {} to {}", offer(invitation), reseller.name),
            Deed::PassesOn { invitation } => format!("passes on {}", offer(invitation)),
            Deed::Pauses { invitation } => format!("pauses {}", offer(invitation)),
            Deed::Resumes { invitation } => format!("resumes {}", offer(invitation)),
            Deed::Revokes { invitation } => format!("revokes {}", offer(invitation)),
            Deed::ComesBy { link } => {
                let via = self.links[*link].via.map_or("nobody", |via| via.by.name);
                format!("comes by link {link} to {}, passed on by {via}", self.offer(self.links[*link].invitation))
            }
            Deed::Accepts(acceptance) => format!("accepts {}", self.accepted(acceptance)),
            Deed::Declines { invitation } => format!("declines {}", offer(invitation)),
            Deed::OffersLess { invitation, asks, days, holder } => format!(
                "makes a counter-offer to {}: {} for {days} days, by {}",
                offer(invitation),
                scopes(asks),
                holder.map_or("the inviter", |one| one.name)
            ),
            Deed::TakesCounterOfferBack { invitation } => format!("takes the counter-offer to {} back", offer(invitation)),
            Deed::AgreesToCounterOffer { counter } => {
                format!("agrees to counter-offer {counter} to {}", self.offer(self.counters[*counter].invitation))
            }
            Deed::RefusesCounterOffer { counter } => {
                format!("refuses counter-offer {counter} to {}", self.offer(self.counters[*counter].invitation))
            }
            Deed::Consents { delegation, together: all } => format!("consents to {}{}", held(delegation), together(all)),
            Deed::Refuses { delegation, together: all } => format!("refuses {}{}", held(delegation), together(all)),
            Deed::Removes { delegation } => format!("removes {}", held(delegation)),
            Deed::RemovesAllOf { holder } => format!("removes everything of {}", holder.name),
            Deed::GivesUp { delegation } => format!("gives up {}", held(delegation)),
            Deed::RemovesRelationship { relationship } => {
                let one = self.relationships[*relationship];
                format!("removes the relationship of {} with {}", one.owner.name, one.customer.name)
            }
            Deed::WorksBy { delegation } => format!("works by {}", held(delegation)),
            Deed::AgreesToExtension { delegation, as_customer, yes } => {
                let side = if *as_customer { "customer" } else { "holder" };
                format!("says {} as the {side} to extending {}", if *yes { "yes" } else { "no" }, held(delegation))
            }
            Deed::PreparesRenewal { delegation, days } => format!("offers to renew for {days} days {}", held(delegation)),
            Deed::AcceptsRenewal { renewal, days } => format!("accepts for {days} days the {}", self.renewed(*renewal)),
            Deed::DeclinesRenewal { renewal } => format!("declines the {}", self.renewed(*renewal)),
            Deed::WithdrawsRenewal { renewal } => format!("takes back the {}", self.renewed(*renewal)),
            Deed::EndsPartnership { partnership } => {
                let (provider, reseller) = PARTNERSHIPS[*partnership];
                format!("ends the partnership of {} and {}", provider.name, reseller.name)
            }
            Deed::Suspends { company } => format!("suspends {}", company.name),
            Deed::Reinstates { company } => format!("reinstates {}", company.name),
        };
        format!("{} of {} {what}", who.name, who.company.name)
    }
}
