//! The rules of the domain once more, as plainly as they can be said: what somebody may do at a moment, and what becomes of it.
//!
//! The model knows no database, no page and no lock. Its days are whole; its clock moves only when an act moves it.

mod rules;

use crate::world::{ADVENTURE_WORKS, CONTOSO, Company, FABRIKAM, NORTHWIND, PROSEWARE, Person, WINGTIP};

/// A service and a purpose.
pub type Scope = (&'static str, &'static str);

/// All that is asked for in these stories.
pub const SCOPES: [Scope; 4] =
    [("exchange-online", "provisioning"), ("exchange-online", "support"), ("teams", "provisioning"), ("teams", "support")];

/// Where an invitation stands, its time apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Open,
    Paused,
    Over,
}

#[derive(Debug, Clone)]
pub struct Invitation {
    pub by: Company,
    /// Whom it is addressed to; a standing one has nobody.
    pub to: Option<Company>,
    pub asks: Vec<Scope>,
    pub days: i64,
    pub suggests: Option<Company>,
    /// How often its terms were changed, and one.
    pub revision: i32,
    pub standing: Standing,
    /// The first day on which it is over by itself.
    pub ends: Option<i64>,
    /// Links of an earlier turn are dead.
    pub turn: i32,
    pub handed: Vec<Company>,
    pub passed_on: bool,
    /// The customers that came to it, and which forward brought them.
    pub came: Vec<(Company, Option<Passed>)>,
    /// Who said yes, into which relationship, to which revision; the latest last.
    pub accepted_by: Vec<(Company, usize, i32)>,
    /// Who said no since it last said yes, to which revision; the latest last.
    pub declined_by: Vec<(Company, i32)>,
}

/// A forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passed {
    pub by: Company,
    /// Which revision; what came of a counter-offer nobody passed on.
    pub revision: Option<i32>,
}

/// A link as somebody has it: of which turn, and through which forward.
#[derive(Debug, Clone, Copy)]
pub struct Link {
    pub invitation: usize,
    pub turn: i32,
    pub via: Option<Passed>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relationship {
    pub owner: Company,
    pub customer: Company,
    pub active: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delegation {
    pub relationship: usize,
    pub customer: Company,
    pub owner: Company,
    pub holder: Company,
    pub scope: Scope,
    pub awaits: bool,
    pub ended: bool,
    /// The first day on which it is over by itself.
    pub ends: i64,
    /// With which acceptance it came.
    pub acceptance: Option<usize>,
    pub extends_for_customer: bool,
    pub extends_for_holder: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Open,
    Agreed,
    Refused,
    Withdrawn,
}

#[derive(Debug, Clone)]
pub struct CounterOffer {
    pub invitation: usize,
    pub customer: Company,
    pub asks: Vec<Scope>,
    pub days: i64,
    /// Whom the customer has in mind; the inviter, when it is nobody.
    pub holder: Option<Company>,
    pub answer: Answer,
}

#[derive(Debug, Clone, Copy)]
pub struct Renewal {
    pub delegation: usize,
    pub by: Company,
    pub days: i64,
    pub answer: Answer,
    /// The delegation that it became.
    pub became: Option<usize>,
}

/// One choice of a customer: who may work in what, for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    pub scope: Scope,
    pub holder: Company,
    pub days: i64,
}

/// An acceptance as it is sent.
#[derive(Debug, Clone)]
pub struct Acceptance {
    pub invitation: usize,
    pub choices: Vec<Choice>,
    /// "Replaces X" that were ticked.
    pub ticks: Vec<(&'static str, Company)>,
    /// Whether holders outside the inviter's list were confirmed once more.
    pub confirms: bool,
}

/// What somebody does, to things that are there.
#[derive(Debug, Clone)]
pub enum Deed {
    Invites { to: Option<Company>, asks: Vec<Scope>, days: i64, suggests: Option<Company> },
    Revises { invitation: usize, asks: Vec<Scope>, days: i64, suggests: Option<Company> },
    HandsOver { invitation: usize, reseller: Company },
    PassesOn { invitation: usize },
    Pauses { invitation: usize },
    Resumes { invitation: usize },
    Revokes { invitation: usize },
    ComesBy { link: usize },
    Accepts(Acceptance),
    Declines { invitation: usize },
    OffersLess { invitation: usize, asks: Vec<Scope>, days: i64, holder: Option<Company> },
    TakesCounterOfferBack { invitation: usize },
    AgreesToCounterOffer { counter: usize },
    RefusesCounterOffer { counter: usize },
    Consents { delegation: usize, together: bool },
    Refuses { delegation: usize, together: bool },
    Removes { delegation: usize },
    RemovesAllOf { holder: Company },
    GivesUp { delegation: usize },
    RemovesRelationship { relationship: usize },
    WorksBy { delegation: usize },
    AgreesToExtension { delegation: usize, as_customer: bool, yes: bool },
    PreparesRenewal { delegation: usize, days: i64 },
    AcceptsRenewal { renewal: usize, days: i64 },
    DeclinesRenewal { renewal: usize },
    WithdrawsRenewal { renewal: usize },
    EndsPartnership { partnership: usize },
    Suspends { company: Company },
    Reinstates { company: Company },
}

/// What the rules say to a deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is done; where it was done before, the second time changes nothing.
    Done,
    Refused,
    /// The rules leave it open here.
    Unsaid,
}

/// The companies that work together.
pub const PARTNERSHIPS: [(Company, Company); 3] = [(NORTHWIND, CONTOSO), (NORTHWIND, ADVENTURE_WORKS), (PROSEWARE, WINGTIP)];

/// The world as the rules know it.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// Days since the story began.
    pub today: i64,
    pub invitations: Vec<Invitation>,
    pub links: Vec<Link>,
    pub relationships: Vec<Relationship>,
    pub delegations: Vec<Delegation>,
    pub counters: Vec<CounterOffer>,
    pub renewals: Vec<Renewal>,
    /// Of [`PARTNERSHIPS`], those that ended.
    pub parted: Vec<usize>,
    pub suspended: Vec<Company>,
    acceptances: usize,
}

impl Model {
    fn acts(&self, company: Company) -> bool {
        !self.suspended.contains(&company)
    }

    fn work_together(&self, provider: Company, reseller: Company) -> bool {
        PARTNERSHIPS.iter().enumerate().any(|(at, pair)| *pair == (provider, reseller) && !self.parted.contains(&at))
    }

    /// Whether an invitation can be answered, as far as it goes itself (D8).
    fn standing(&self, invitation: &Invitation) -> Standing {
        if invitation.ends.is_some_and(|end| end <= self.today) { Standing::Over } else { invitation.standing }
    }

    /// Whether a delegation is not over (D8, D22).
    pub fn lives(&self, delegation: &Delegation) -> bool {
        !delegation.ended && delegation.ends > self.today
    }

    /// The delegations that are not over, each with its place.
    pub fn living(&self) -> impl Iterator<Item = (usize, &Delegation)> {
        self.delegations.iter().enumerate().filter(|(_, delegation)| self.lives(delegation))
    }

    /// The transacting partner, other than the inviter, that has something in a service of a customer (D13).
    pub fn rival(&self, customer: Company, service: &str, inviter: Company) -> Option<Company> {
        self.living()
            .map(|(_, held)| held)
            .find(|held| held.customer == customer && held.scope.0 == service && transacts(held.holder) && held.holder != inviter)
            .map(|held| held.holder)
    }

    fn counter_of(&self, invitation: usize, customer: Company) -> Option<usize> {
        self.counters.iter().rposition(|counter| counter.invitation == invitation && counter.customer == customer)
    }

    /// Through whom a customer came to an invitation, if it came.
    fn came(&self, invitation: usize, customer: Company) -> Option<Option<Passed>> {
        self.invitations[invitation].came.iter().find(|(who, _)| *who == customer).map(|(_, via)| *via)
    }

    /// Whether a customer's yes leaves nothing to be decided: an addressed invitation is used once, a standing one again when the
    /// relationship is over, or when it stands under newer terms that can be answered (D4, D6).
    fn is_settled(&self, offer: &Invitation, customer: Company, open: bool) -> bool {
        let latest = offer.accepted_by.iter().rev().find(|(who, ..)| *who == customer);
        latest.is_some_and(|(_, relationship, revision)| {
            offer.to.is_some() || (self.relationships[*relationship].active && (*revision == offer.revision || !open))
        })
    }

    /// The same for whoever stands before it now, by the link by which it came.
    fn is_settled_now(&self, invitation: usize, customer: Company) -> bool {
        let offer = &self.invitations[invitation];
        let via = self.came(invitation, customer).flatten();
        self.is_settled(offer, customer, self.is_answerable(offer, via))
    }

    /// Whether a delegation has been renewed by one that lives: what came to nothing has renewed nothing (D21).
    fn is_renewed(&self, delegation: usize) -> bool {
        let became = |renewal: &Renewal| renewal.became.is_some_and(|at| self.lives(&self.delegations[at]));
        self.renewals.iter().any(|renewal| renewal.delegation == delegation && became(renewal))
    }

    /// The time that passes, and what the portal does by itself meanwhile.
    pub fn days_pass(&mut self, days: i64) {
        self.today += days;
    }

    /// What both sides let extend itself goes on for 180 days, a week before its end (D21).
    pub fn portal_works(&mut self) {
        for at in 0..self.delegations.len() {
            let one = self.delegations[at];
            let renewed = self.is_renewed(at);
            let agreed = one.extends_for_customer && one.extends_for_holder;
            if self.lives(&one) && !one.awaits && agreed && !renewed && one.ends <= self.today + 7 && self.acts(one.holder) {
                self.delegations[at].ends += 180;
            }
        }
    }
}

/// Whether a company sells to customers; a reseller never does.
pub fn transacts(company: Company) -> bool {
    matches!(company.kind, "direct-partner" | "indirect-provider")
}

/// Whether a customer bought something of an owner that stands in the way of the relationship's removal (D19).
pub fn bought(customer: Company, owner: Company) -> bool {
    (customer, owner) == (FABRIKAM, NORTHWIND)
}

/// The table of rights of the domain, as far as these stories need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    Invite,
    AskForAdministration,
    Forward,
    Use,
    AnswerDelegation,
    Remove,
    See,
    Decide,
    Operate,
}

/// Whether the table gives a person a right, whatever the person's company may at the moment.
pub fn has(person: Person, right: Right) -> bool {
    let (global, agent) = (person.admin == "global-admin", person.agent);
    let one_of = |agents: &[&str]| global || agents.contains(&agent);
    match (person.company.kind, right) {
        ("customer", Right::See) => matches!(person.admin, "global-admin" | "billing-admin" | "reader"),
        ("customer", Right::Decide) => global,
        ("operator", Right::Operate) => person.admin == "operator-admin",
        ("customer" | "operator", _) | (_, Right::See | Right::Decide | Right::Operate) => false,
        (_, Right::Invite) => transacts(person.company) && one_of(&["admin-agent", "sales-agent"]),
        (_, Right::AskForAdministration) => transacts(person.company) && one_of(&["admin-agent"]),
        (_, Right::Forward) => one_of(&["admin-agent", "sales-agent"]),
        (_, Right::Use) => one_of(&["admin-agent", "helpdesk-agent"]),
        (_, Right::AnswerDelegation | Right::Remove) => one_of(&["admin-agent"]),
    }
}
