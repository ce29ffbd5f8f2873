//! Proofs: types that only an extractor can make. Whoever holds one has been checked.

use std::{
    future::{Ready, ready},
    marker::PhantomData,
};

use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};

use super::{Place, Right, Visitor};
use crate::{
    ids::{Customer, Id, Organization, Provider, User},
    organizations::State,
    problem::Problem,
    web::page::Page,
};

/// Proof that somebody is signed in.
#[derive(Debug, Clone)]
pub struct SignedIn(Visitor);

impl SignedIn {
    /// The person.
    pub fn user(&self) -> Id<User> {
        self.0.user
    }

    /// All that is known of the person.
    pub fn visitor(&self) -> &Visitor {
        &self.0
    }
}

/// Proof that somebody is signed in and acts for an organization.
#[derive(Debug, Clone)]
pub struct Member {
    visitor: Visitor,
    place: Place,
}

impl Member {
    /// The person.
    pub fn user(&self) -> Id<User> {
        self.visitor.user
    }

    /// The person's name.
    pub fn name(&self) -> &str {
        &self.visitor.name
    }

    /// The organization, and as what the person acts for it.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The organization.
    pub fn org(&self) -> Id<Organization> {
        self.place.org
    }
}

/// A right as a type, and the kind of organization whose people can have it.
pub trait Granted: 'static {
    /// The right.
    const RIGHT: Right;
    /// The kind of organization of whoever has it.
    type Org: 'static;
}

macro_rules! rights {
    ($($(#[$doc:meta])* $name:ident: $org:ty),* $(,)?) => {
        $($(#[$doc])* #[derive(Debug, Clone, Copy)] pub enum $name {}
          impl Granted for $name { const RIGHT: Right = Right::$name; type Org = $org; })*
    };
}

rights! {
    /// See customers and relationships.
    SeeCustomers: Organization,
    /// Edit what a partner keeps of its customers.
    EditCustomers: Organization,
    /// Create, pause, rotate, revoke an invitation; only a transacting partner's people can have it (D1).
    Invite: Provider,
    /// Hand an invitation over; forward it (D2).
    Forward: Organization,
    /// Register a reseller.
    RegisterReseller: Provider,
    /// Use a delegation (D25).
    AdministerOnBehalf: Organization,
    /// Consent to or refuse a delegation for one's own organization (D12).
    AnswerDelegation: Organization,
    /// Remove a relationship, give up a delegation.
    RemoveRelationship: Organization,
    /// See the customer agreements and who accepted them.
    SeeAgreements: Organization,
    /// Manage the organization's users.
    ManageUsers: Organization,
    /// See one's own organization's profile.
    SeeProfile: Organization,
    /// Edit one's own organization's profile.
    EditProfile: Organization,
    /// See requests, relationships and delegations of one's own organization, a customer.
    SeeConsents: Customer,
    /// Accept, grant, narrow, replace, remove.
    Consent: Customer,
    /// See everything.
    Review: Organization,
    /// Register, edit, suspend and reinstate organizations; the catalogue; agreements.
    Operate: Organization,
}

/// Proof that the person signed in has the right `R`, in an organization that may act.
#[derive(Debug)]
pub struct May<R: Granted> {
    member: Member,
    right: PhantomData<fn() -> R>,
}

impl<R: Granted> May<R> {
    /// The person.
    pub fn user(&self) -> Id<User> {
        self.member.user()
    }

    /// The person's name.
    pub fn name(&self) -> &str {
        self.member.name()
    }

    /// The organization the person acts for, of the kind that the right belongs to.
    pub fn org(&self) -> Id<R::Org> {
        self.member.org().known_as()
    }

    /// The organization, whatever its kind.
    pub fn organization(&self) -> Id<Organization> {
        self.member.org()
    }

    /// The organization, and as what the person acts for it.
    pub fn place(&self) -> &Place {
        self.member.place()
    }
}

/// Proof of being a customer's global admin.
pub type CustomerAdmin = May<Consent>;

fn visitor(request: &HttpRequest) -> Result<Visitor, Problem> {
    request.extensions().get::<Page>().and_then(|page| page.visitor().cloned()).ok_or(Problem::SignInNeeded)
}

fn member(request: &HttpRequest) -> Result<Member, Problem> {
    let visitor = visitor(request)?;
    let place = visitor.place.clone().ok_or(Problem::Forbidden)?;
    Ok(Member { visitor, place })
}

fn may<R: Granted>(request: &HttpRequest) -> Result<May<R>, Problem> {
    let member = member(request)?;
    if !member.place.allows(R::RIGHT) {
        return Err(Problem::Forbidden);
    }
    if member.place.state == State::Suspended && R::RIGHT.needs_active_organization() {
        return Err(Problem::Suspended);
    }
    Ok(May { member, right: PhantomData })
}

impl FromRequest for SignedIn {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(visitor(request).map(Self))
    }
}

impl FromRequest for Member {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(member(request))
    }
}

impl<R: Granted> FromRequest for May<R> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(may(request))
    }
}
