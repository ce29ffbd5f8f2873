//! Consents: what an invitation asks of a customer, what the customer chooses, and the receipt of its yes (D9–D17).

pub mod actions;
pub mod counter;
pub mod pages;
mod shown;
mod store;

pub use shown::{Account, Chosen, Replaced, Shown, stays, will};

use uuid::Uuid;

use crate::{
    db::Timestamp,
    delegations::Listed as Delegated,
    i18n::Lang,
    ids::{Customer, Id, Organization, User},
    invitations::{self, Invitation, Recipient, Standing},
    organizations::{Kind, Party, State},
    services::{Purpose, Scope, Service},
    values::{Days, Refusal},
};

/// A version of the customer agreement in one language (D17).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Its version, as `2026-11`.
    pub version: String,
    /// The language of the text.
    pub language: Lang,
    /// Its title.
    pub title: String,
    /// Its text: paragraphs between empty lines.
    pub body: String,
}

/// Who passed an invitation on to the customer, and when.
#[derive(Debug, Clone)]
pub struct Passed {
    /// The partner that did.
    pub by: Party,
    /// When.
    pub at: Timestamp,
    /// Which revision; none when both agreed on other terms since, which nobody passed on (D16).
    pub revision: Option<i32>,
}

/// The partner whose offer it is, as it introduces itself.
#[derive(Debug, Clone)]
pub struct Sender {
    /// The inviter.
    pub inviter: Party,
    /// Its registered contact (UX-22).
    pub contact: Option<String>,
    /// Its number in the register of companies.
    pub registered_id: Option<String>,
    /// Who passed the invitation on, unless the inviter did itself.
    pub passed: Option<Passed>,
}

impl Sender {
    /// The partner that passed it on, if that is another than the inviter.
    pub fn forwarder(&self) -> Option<&Party> {
        self.passed.as_ref().map(|passed| &passed.by).filter(|by| by.id != self.inviter.id)
    }

    /// Whether one of those whose link it is may not act: then it does not accept, until they may again (D5).
    pub fn is_suspended(&self) -> bool {
        self.inviter.state == State::Suspended || self.forwarder().is_some_and(|by| by.state == State::Suspended)
    }
}

/// A partner that a customer may choose as holder.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// The partner.
    pub party: Party,
    /// Whether it is the inviter or works with it; any other needs an extra confirmation (D11).
    pub inside: bool,
}

/// A yes that was given already.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// The receipt's reference.
    pub reference: String,
    /// When.
    pub at: Timestamp,
    /// Which revision was accepted (D6).
    pub revision: i32,
    /// When the relationship that came of it ended (D19), if it did.
    pub ended_at: Option<Timestamp>,
}

impl Accepted {
    /// Whether nothing is left to be decided, so that a further visit leads to the receipt (UX-31). An addressed invitation is used
    /// once. A standing one is used again (D4): when the relationship is over, or when it stands under newer terms than those
    /// accepted and can be answered.
    pub fn settles(&self, kind: invitations::Kind, revision: i32, open: bool) -> bool {
        kind == invitations::Kind::Addressed || (self.ended_at.is_none() && (self.revision == revision || !open))
    }
}

/// A no that was given already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Declined {
    /// When.
    pub at: Timestamp,
    /// Which revision was declined (D6).
    pub revision: i32,
}

/// A global admin of the customer's, whom a colleague may ask to decide (UX-28).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Who.
    pub user: Id<User>,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The language of letters to them.
    pub language: Lang,
}

/// Colleagues to choose from.
#[derive(Debug, Clone, Default)]
pub struct Colleagues {
    /// The first of them by name.
    pub known: Vec<Colleague>,
    /// Whether there are more.
    pub more: bool,
}

/// Somebody asked a colleague to decide (UX-28).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// What parts it from another of the same moment.
    pub id: Uuid,
    /// The name of who asked.
    pub by: String,
    /// The name of who was asked.
    pub to: String,
    /// When.
    pub at: Timestamp,
}

/// Everything that lies before a customer when it decides.
#[derive(Debug)]
pub struct Request {
    /// The invitation.
    pub invitation: Invitation,
    /// Whose it is and who passed it on.
    pub sender: Sender,
    /// When the customer's people first came to it.
    pub opened_at: Timestamp,
    /// Which revision they came to.
    pub opened_revision: i32,
    /// The customer.
    pub customer: Party,
    /// The catalogue of services.
    pub catalogue: Vec<Service>,
    /// The agreement that is accepted in the same step.
    pub agreement: Agreement,
    /// Who may be chosen: the inviter, whom it suggests, who passed it on, its resellers, and others that were looked up.
    pub candidates: Vec<Candidate>,
    /// The customer's delegations in force.
    pub in_force: Vec<Delegated>,
    /// The customer's yes, if it gave one that leaves nothing to decide.
    pub accepted: Option<Accepted>,
    /// Its latest yes, if it may give another: the relationship is over, or the terms are newer (D4, D6).
    pub before: Option<Accepted>,
    /// The customer's latest no, after whatever it accepted.
    pub declined: Option<Declined>,
    /// The database's clock.
    pub now: Timestamp,
}

/// Why a request cannot be accepted now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// The invitation is not open.
    Standing(Standing),
    /// The operator stopped it then.
    Stopped(Timestamp),
    /// The inviter is suspended, or who passed it on (D5).
    Suspended,
    /// The customer itself is.
    OwnSuspended,
    /// Partner and customer are in different markets (D9).
    OtherMarket,
}

/// What stands in the way of anybody who comes by a link, if anything.
pub fn obstacle(invitation: &Invitation, sender: &Sender, now: Timestamp) -> Option<Obstacle> {
    if let Some(at) = invitation.stopped_at {
        return Some(Obstacle::Stopped(at));
    }
    match invitation.standing(now) {
        Standing::Open if sender.is_suspended() => Some(Obstacle::Suspended),
        Standing::Open => None,
        other => Some(Obstacle::Standing(other)),
    }
}

/// One service and purpose that a customer picked a holder for, as the form says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// The service and purpose.
    pub scope: Scope,
    /// The holder.
    pub holder: Id<Organization>,
    /// For how long.
    pub days: Days,
}

/// All that a customer picked and ticked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picked {
    /// The holders; what is not here is nobody's.
    pub picks: Vec<Pick>,
    /// "Replace X in SERVICE": service and X (D13).
    pub replaces: Vec<(String, Id<Organization>)>,
    /// Holders outside the inviter's list that were confirmed once more (D11).
    pub outside: Vec<Id<Organization>>,
    /// The version of the agreement that was ticked (D17).
    pub agreement: Option<String>,
}

/// A choice that the rules allow.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The service and purpose.
    pub scope: Scope,
    /// The holder.
    pub holder: Party,
    /// For how long.
    pub days: Days,
    /// Whether the holder is outside the inviter's list (D11).
    pub outside: bool,
    /// Whether the holder need not be asked (D12).
    pub consented: bool,
}

/// Where on the page something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The holder of a service and purpose.
    Holder(Scope),
    /// The days of a service and purpose.
    Days(Scope),
    /// The tick that replaces another partner in a service.
    Replace(String),
    /// The extra confirmation of a holder.
    Outside(Id<Organization>),
    /// The agreement.
    Agreement,
}

/// Something wrong, and where.
pub type Fault = (Place, Refusal);

impl Request {
    /// The services asked for, in the catalogue's order.
    pub fn services(&self) -> impl Iterator<Item = &Service> {
        self.catalogue.iter().filter(|service| self.invitation.asks.iter().any(|scope| scope.service == service.code))
    }

    /// Whether it asks for a purpose in a service.
    pub fn asks_for(&self, service: &str, purpose: Purpose) -> bool {
        self.invitation.asks.iter().any(|scope| scope.service == service && scope.purpose == purpose)
    }

    /// The transacting partner that the inviter would replace in a service (D13).
    pub fn rival(&self, service: &str) -> Option<&Party> {
        self.in_force
            .iter()
            .find(|held| held.facts().scope.service == service && held.holder.kind.transacts() && held.holder.id != self.sender.inviter.id)
            .map(|held| &held.holder)
    }

    /// Those other than a rival who work in a service today: they stay.
    pub fn present(&self, service: &str) -> impl Iterator<Item = &Delegated> {
        let rival = self.rival(service).map(|rival| rival.id);
        self.in_force.iter().filter(move |held| held.facts().scope.service == service && Some(held.holder.id) != rival)
    }

    /// Why it cannot be accepted now, if anything stands in the way.
    pub fn obstacle(&self) -> Option<Obstacle> {
        obstacle(&self.invitation, &self.sender, self.now)
            .or((self.customer.state == State::Suspended).then_some(Obstacle::OwnSuspended))
            .or((self.customer.country != self.sender.inviter.country).then_some(Obstacle::OtherMarket))
    }

    /// The revision that the customer knows: the one that it accepted, or came to first.
    pub fn known_revision(&self) -> i32 {
        self.before.as_ref().map_or(self.opened_revision, |accepted| accepted.revision)
    }

    /// Whether there is something new to decide since a moment: newer terms (D6), an answer of the customer's that left something to
    /// decide, or the end of the relationship that came of one.
    pub fn is_new_since(&self, moment: Timestamp) -> bool {
        let before = self.before.as_ref();
        let times = [
            self.invitation.revised.map(|(_, at)| at),
            self.declined.map(|declined| declined.at),
            before.map(|accepted| accepted.at),
            before.and_then(|accepted| accepted.ended_at),
        ];
        times.into_iter().flatten().any(|at| at > moment)
    }

    /// Whether the relationship that the invitation is about goes on, whatever is answered now.
    pub fn goes_on(&self) -> bool {
        self.before.as_ref().is_some_and(|accepted| accepted.ended_at.is_none())
    }

    /// The customer's id.
    pub fn customer_id(&self) -> Id<Customer> {
        self.customer.id.known_as()
    }

    /// The partners one may choose, by id.
    pub fn candidate(&self, id: Id<Organization>) -> Option<&Candidate> {
        self.candidates.iter().find(|candidate| candidate.party.id == id)
    }

    /// Whether a holder has said yes already: the inviter, and one of its resellers that forwarded this very invitation, as it stands
    /// now, with itself as suggested holder (D12).
    fn has_consented(&self, candidate: &Candidate) -> bool {
        let holder = candidate.party.id;
        let forwarded = |passed: &Passed| passed.by.id == holder && passed.revision == Some(self.invitation.revision);
        holder == self.sender.inviter.id
            || (candidate.inside && self.invitation.suggested_holder == Some(holder) && self.sender.passed.as_ref().is_some_and(forwarded))
    }

    /// What the rules make of what was picked.
    ///
    /// # Errors
    /// Every fault: a holder that cannot be one (D11), a time longer than asked for, a replacement not ticked (D13), the
    /// agreement not accepted (D17). A missing extra confirmation (D11) is not among them: see [`unconfirmed`].
    pub fn settle(&self, picked: &Picked) -> Result<Vec<Choice>, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut choices = Vec::new();
        for pick in &picked.picks {
            let asked = self.asks_for(&pick.scope.service, pick.scope.purpose);
            let holder = self.candidate(pick.holder).filter(|candidate| asked && self.can_hold(&candidate.party));
            let Some(candidate) = holder else {
                faults.push((Place::Holder(pick.scope.clone()), Refusal::Choice));
                continue;
            };
            if pick.days.get() > self.invitation.days {
                faults.push((Place::Days(pick.scope.clone()), Refusal::Range { min: 1, max: self.invitation.days.into() }));
            }
            choices.push(Choice {
                scope: pick.scope.clone(),
                holder: candidate.party.clone(),
                days: pick.days,
                outside: !candidate.inside,
                consented: self.has_consented(candidate),
            });
        }
        for (service, rival) in self.replaced_by(&choices) {
            if !picked.replaces.contains(&(service.to_owned(), rival.id)) {
                faults.push((Place::Replace(service.to_owned()), Refusal::Said("consents-replace-required")));
            }
        }
        if picked.agreement.as_deref() != Some(self.agreement.version.as_str()) {
            faults.push((Place::Agreement, Refusal::Said("consents-agreement-required")));
        }
        if faults.is_empty() { Ok(choices) } else { Err(faults) }
    }

    /// A holder is the inviter or an indirect reseller, and may act (D11, D5).
    fn can_hold(&self, party: &Party) -> bool {
        party.state == State::Active && (party.id == self.sender.inviter.id || party.kind == Kind::IndirectReseller)
    }

    /// Whom the choices replace, service by service: only a transacting partner replaces another (D13).
    pub fn replaced_by<'a>(&'a self, choices: &'a [Choice]) -> Vec<(&'a str, &'a Party)> {
        let mut services: Vec<&str> =
            choices.iter().filter(|choice| choice.holder.kind.transacts()).map(|choice| choice.scope.service.as_str()).collect();
        services.sort_unstable();
        services.dedup();
        services.into_iter().filter_map(|service| self.rival(service).map(|rival| (service, rival))).collect()
    }
}

/// The holders outside the inviter's list that still need the extra confirmation (D11).
pub fn unconfirmed<'a>(choices: &'a [Choice], confirmed: &[Id<Organization>]) -> Vec<&'a Party> {
    outsiders(choices).into_iter().filter(|party| !confirmed.contains(&party.id)).collect()
}

/// The holders outside the inviter's list, each once.
pub fn outsiders(choices: &[Choice]) -> Vec<&Party> {
    let mut seen = Vec::new();
    choices.iter().filter(|choice| choice.outside).map(|choice| &choice.holder).filter(|party| first(&mut seen, party.id)).collect()
}

fn first(seen: &mut Vec<Id<Organization>>, id: Id<Organization>) -> bool {
    let new = !seen.contains(&id);
    if new {
        seen.push(id);
    }
    new
}

/// What is known of somebody who comes to an addressed invitation.
#[derive(Debug, Clone, Default)]
pub struct Claims {
    /// The person's address.
    pub email: String,
    /// Whether the person has proved to read it.
    pub confirmed: bool,
    /// Whether somebody of the person's organization has proved to read the invitation's address, or one at the tenant's domain.
    pub colleague: bool,
}

/// Whether an addressed invitation is meant for somebody: by the address or the tenant's domain, their own or a colleague's (AB-04).
/// When it is to be answered, an address counts only once its owner has proved to read it (AB-18); the domain that an organization
/// merely says is its own never counts.
pub fn is_meant_for(recipient: &Recipient, claims: &Claims, answering: bool) -> bool {
    let domain = claims.email.rsplit_once('@').map(|(_, domain)| domain);
    let mine = claims.email == recipient.email || (domain.is_some() && domain == recipient.domain.as_deref());
    claims.colleague || (mine && (claims.confirmed || !answering))
}

/// A receipt's reference: `M-7K3Q-X2VD`, eight characters of Crockford's base 32, which has no I, L, O and U.
pub fn new_reference() -> String {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let letters: Vec<char> = rand::random::<[u8; 8]>().iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect();
    let (first, second) = letters.split_at(4);
    format!("M-{}-{}", first.iter().collect::<String>(), second.iter().collect::<String>())
}

#[cfg(test)]
mod tests;
