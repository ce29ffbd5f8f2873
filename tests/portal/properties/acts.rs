//! Acts as they are drawn: what somebody might do, before it is known what there is to do it to.

use proptest::prelude::*;

use super::model::{Acceptance, Answer, Choice, Deed, Model, PARTNERSHIPS, SCOPES, Scope};
use crate::world::{
    ADVENTURE_WORKS, AN_QING, CHEN_JING, CONTOSO, Company, DU_KAI, FABRIKAM, FENG_XIN, HE_LIN, LI_NA, LIN_TAO, LITWARE, LIU_FANG,
    NORTHWIND, OLGA_PETROVA, PAN_YU, PROSEWARE, Person, QIAN_DUO, SHEN_KE, TAILSPIN, WANG_LEI, WINGTIP, WU_TAO, ZHAO_MIN, ZHAO_YONG,
    ZHOU_JIE,
};

/// Everybody who acts in these stories.
pub const PEOPLE: [Person; 17] = [
    HE_LIN,
    LIU_FANG,
    WANG_LEI,
    CHEN_JING,
    LI_NA,
    ZHAO_YONG,
    WU_TAO,
    ZHOU_JIE,
    PAN_YU,
    DU_KAI,
    FENG_XIN,
    ZHAO_MIN,
    QIAN_DUO,
    SHEN_KE,
    LIN_TAO,
    OLGA_PETROVA,
    AN_QING,
];
const PROVIDERS: [Company; 3] = [NORTHWIND, PROSEWARE, TAILSPIN];
const RESELLERS: [Company; 3] = [CONTOSO, ADVENTURE_WORKS, WINGTIP];
/// The customers.
pub const CUSTOMERS: [Company; 2] = [FABRIKAM, LITWARE];
/// Whom the operator may suspend.
const COMPANIES: [Company; 8] = [NORTHWIND, PROSEWARE, TAILSPIN, CONTOSO, ADVENTURE_WORKS, WINGTIP, FABRIKAM, LITWARE];
const PARTNERS: [Company; 6] = [NORTHWIND, PROSEWARE, TAILSPIN, CONTOSO, ADVENTURE_WORKS, WINGTIP];

/// Who acts: whoever would be right for it, somebody of the same company, who often lacks the right, or just somebody.
#[derive(Debug, Clone, Copy)]
pub enum Who {
    Right,
    Colleague(usize),
    Somebody(usize),
}

/// One act.
#[derive(Debug, Clone)]
pub struct Act {
    pub who: Who,
    pub verb: Verb,
}

/// What is done, to the how-manieth thing of its kind.
#[derive(Debug, Clone)]
pub enum Verb {
    Invite {
        provider: usize,
        to: Option<usize>,
        asks: u8,
        days: i64,
        suggests: Option<usize>,
    },
    Revise {
        invitation: usize,
        asks: u8,
        days: i64,
        suggests: Option<usize>,
    },
    HandOver {
        invitation: usize,
        reseller: usize,
    },
    PassOn {
        invitation: usize,
        by: Option<usize>,
    },
    Pause {
        invitation: usize,
    },
    Resume {
        invitation: usize,
    },
    Revoke {
        invitation: usize,
    },
    ComeBy {
        customer: usize,
        link: usize,
    },
    Accept(Wish),
    /// Up to the last page, which then lies open.
    LookAtAcceptance(Wish),
    /// The last page that lay open is sent at last.
    ClickAtLast,
    Decline {
        customer: usize,
        invitation: usize,
    },
    OfferLess {
        customer: usize,
        invitation: usize,
        asks: u8,
        days: i64,
        holder: Option<usize>,
    },
    TakeCounterOfferBack {
        customer: usize,
        invitation: usize,
    },
    AnswerCounterOffer {
        counter: usize,
        agree: bool,
    },
    AnswerDelegation {
        delegation: usize,
        consent: bool,
        together: bool,
    },
    Remove {
        delegation: usize,
    },
    RemoveAllOf {
        customer: usize,
        holder: usize,
    },
    GiveUp {
        delegation: usize,
    },
    RemoveRelationship {
        relationship: usize,
    },
    Work {
        delegation: usize,
    },
    AgreeToExtension {
        delegation: usize,
        as_customer: bool,
        yes: bool,
    },
    PrepareRenewal {
        delegation: usize,
        as_owner: bool,
        days: i64,
    },
    AcceptRenewal {
        renewal: usize,
        days: i64,
    },
    DeclineRenewal {
        renewal: usize,
    },
    WithdrawRenewal {
        renewal: usize,
    },
    EndPartnership {
        partnership: usize,
        by_reseller: bool,
    },
    Suspend {
        company: usize,
    },
    Reinstate {
        company: usize,
    },
    PortalWorks,
    DaysPass(i64),
}

/// What a customer would accept: for each service and purpose whom, for how long.
#[derive(Debug, Clone)]
pub struct Wish {
    customer: usize,
    invitation: usize,
    /// 0 is nobody, then the inviter, the resellers, and another seller, which cannot be.
    holders: [usize; 4],
    days: i64,
    ticks: bool,
    confirms: bool,
}

/// Stories: a row of acts.
pub fn stories() -> impl Strategy<Value = Vec<Act>> {
    proptest::collection::vec(act(), 15..40)
}

fn act() -> impl Strategy<Value = Act> {
    let who = prop_oneof![
        12 => Just(Who::Right),
        3 => (0..4_usize).prop_map(Who::Colleague),
        1 => (0..PEOPLE.len()).prop_map(Who::Somebody)
    ];
    (who, verb()).prop_map(|(who, verb)| Act { who, verb })
}

fn wish() -> impl Strategy<Value = Wish> {
    let holder = prop_oneof![8 => Just(0_usize), 10 => Just(1), 5 => Just(2), 3 => Just(3), 3 => Just(4), 1 => Just(5)];
    let days = prop_oneof![4 => Just(10_i64), 6 => Just(50), 4 => Just(365), 1 => Just(366)];
    (0..CUSTOMERS.len(), 0..8_usize, proptest::array::uniform4(holder), days, prop::bool::weighted(0.7), prop::bool::weighted(0.7))
        .prop_map(|(customer, invitation, holders, days, ticks, confirms)| Wish { customer, invitation, holders, days, ticks, confirms })
}

fn verb() -> impl Strategy<Value = Verb> {
    let number = || 0..24_usize;
    let days = || prop::sample::select(vec![10_i64, 50, 365]);
    let customer = || 0..CUSTOMERS.len();
    let asking = prop_oneof![
        2 => (0..PROVIDERS.len(), prop::option::of(customer()), 0..16_u8, days(), prop::option::of(0..RESELLERS.len()))
            .prop_map(|(provider, to, asks, days, suggests)| Verb::Invite { provider, to, asks, days, suggests }),
        2 => (number(), 0..16_u8, days(), prop::option::of(0..RESELLERS.len()))
            .prop_map(|(invitation, asks, days, suggests)| Verb::Revise { invitation, asks, days, suggests }),
        2 => (number(), 0..RESELLERS.len()).prop_map(|(invitation, reseller)| Verb::HandOver { invitation, reseller }),
        2 => (number(), prop::option::of(0..RESELLERS.len())).prop_map(|(invitation, by)| Verb::PassOn { invitation, by }),
        1 => number().prop_map(|invitation| Verb::Pause { invitation }),
        1 => number().prop_map(|invitation| Verb::Resume { invitation }),
        1 => number().prop_map(|invitation| Verb::Revoke { invitation }),
    ];
    let answering = prop_oneof![
        3 => (customer(), number()).prop_map(|(customer, link)| Verb::ComeBy { customer, link }),
        10 => wish().prop_map(Verb::Accept),
        2 => wish().prop_map(Verb::LookAtAcceptance),
        2 => Just(Verb::ClickAtLast),
        1 => (customer(), number()).prop_map(|(customer, invitation)| Verb::Decline { customer, invitation }),
        2 => (customer(), number(), 0..16_u8, days(), prop::option::of(0..RESELLERS.len()))
            .prop_map(|(customer, invitation, asks, days, holder)| Verb::OfferLess { customer, invitation, asks, days, holder }),
        1 => (customer(), number()).prop_map(|(customer, invitation)| Verb::TakeCounterOfferBack { customer, invitation }),
        2 => (number(), prop::bool::weighted(0.7)).prop_map(|(counter, agree)| Verb::AnswerCounterOffer { counter, agree }),
    ];
    let living = prop_oneof![
        4 => (number(), prop::bool::weighted(0.7), any::<bool>())
            .prop_map(|(delegation, consent, together)| Verb::AnswerDelegation { delegation, consent, together }),
        2 => number().prop_map(|delegation| Verb::Work { delegation }),
        3 => (number(), any::<bool>(), prop::bool::weighted(0.8))
            .prop_map(|(delegation, as_customer, yes)| Verb::AgreeToExtension { delegation, as_customer, yes }),
        3 => (number(), any::<bool>(), days())
            .prop_map(|(delegation, as_owner, days)| Verb::PrepareRenewal { delegation, as_owner, days }),
        4 => (number(), days()).prop_map(|(renewal, days)| Verb::AcceptRenewal { renewal, days }),
        1 => number().prop_map(|renewal| Verb::DeclineRenewal { renewal }),
        1 => number().prop_map(|renewal| Verb::WithdrawRenewal { renewal }),
        2 => Just(Verb::PortalWorks),
        3 => prop::sample::select(vec![7_i64, 25, 60, 200]).prop_map(Verb::DaysPass),
    ];
    let ending = prop_oneof![
        2 => number().prop_map(|delegation| Verb::Remove { delegation }),
        1 => (customer(), 0..PARTNERS.len()).prop_map(|(customer, holder)| Verb::RemoveAllOf { customer, holder }),
        2 => number().prop_map(|delegation| Verb::GiveUp { delegation }),
        2 => number().prop_map(|relationship| Verb::RemoveRelationship { relationship }),
        1 => (0..PARTNERSHIPS.len(), any::<bool>())
            .prop_map(|(partnership, by_reseller)| Verb::EndPartnership { partnership, by_reseller }),
        2 => (0..COMPANIES.len()).prop_map(|company| Verb::Suspend { company }),
        1 => (0..COMPANIES.len()).prop_map(|company| Verb::Reinstate { company }),
    ];
    prop_oneof![2 => asking, 5 => answering, 4 => living, 2 => ending]
}

/// Whoever has every right of a company.
fn right_one(company: Company) -> Person {
    match company {
        NORTHWIND => HE_LIN,
        CONTOSO => LI_NA,
        ADVENTURE_WORKS => ZHOU_JIE,
        PROSEWARE => PAN_YU,
        WINGTIP => DU_KAI,
        TAILSPIN => FENG_XIN,
        FABRIKAM => ZHAO_MIN,
        LITWARE => LIN_TAO,
        _ => OLGA_PETROVA,
    }
}

fn scopes(mask: u8) -> Vec<Scope> {
    SCOPES.iter().enumerate().filter(|(at, _)| mask >> at & 1 == 1).map(|(_, scope)| *scope).collect()
}

/// The how-manieth of so many; nothing when there is none.
fn nth(number: usize, of: usize) -> Option<usize> {
    (of > 0).then(|| number % of)
}

/// One of those that this can be done to, mostly; now and then any of all.
fn fitting(number: usize, all: usize, fits: impl Fn(usize) -> bool) -> Option<usize> {
    let fitting: Vec<usize> = (0..all).filter(|at| fits(*at)).collect();
    if number.is_multiple_of(5) || fitting.is_empty() { nth(number / 5, all) } else { nth(number, fitting.len()).map(|at| fitting[at]) }
}

impl Act {
    /// Who does what to which thing; nothing when there is no such thing yet.
    pub fn to_things(&self, model: &Model) -> Option<(Person, Deed)> {
        let (by, deed) = self.verb.to_things(model)?;
        let who = match self.who {
            Who::Right => right_one(by),
            Who::Colleague(number) => {
                let colleagues: Vec<Person> = PEOPLE.into_iter().filter(|one| one.company == by).collect();
                nth(number, colleagues.len()).map_or(right_one(by), |at| colleagues[at])
            }
            Who::Somebody(at) => PEOPLE[at],
        };
        Some((who, deed))
    }
}

impl Verb {
    fn to_things(&self, model: &Model) -> Option<(Company, Deed)> {
        let offer = |number: usize| nth(number, model.invitations.len());
        let before = |number, customer: usize| {
            fitting(number, model.invitations.len(), |at| model.invitations[at].came.iter().any(|(who, _)| *who == CUSTOMERS[customer]))
        };
        let held = |number, awaits| {
            fitting(number, model.delegations.len(), |at| {
                let one = &model.delegations[at];
                model.lives(one) && one.awaits == awaits
            })
        };
        Some(match *self {
            Self::Invite { provider, to, asks, days, suggests } => {
                let (to, suggests) = (to.map(|at| CUSTOMERS[at]), suggests.map(|at| RESELLERS[at]));
                (PROVIDERS[provider], Deed::Invites { to, asks: scopes(asks), days, suggests })
            }
            Self::Revise { invitation, asks, days, suggests } => {
                let invitation = offer(invitation)?;
                let suggests = suggests.map(|at| RESELLERS[at]);
                (model.invitations[invitation].by, Deed::Revises { invitation, asks: scopes(asks), days, suggests })
            }
            Self::HandOver { invitation, reseller } => {
                let invitation = offer(invitation)?;
                (model.invitations[invitation].by, Deed::HandsOver { invitation, reseller: RESELLERS[reseller] })
            }
            Self::PassOn { invitation, by } => {
                let invitation = offer(invitation)?;
                (by.map_or(model.invitations[invitation].by, |at| RESELLERS[at]), Deed::PassesOn { invitation })
            }
            Self::Pause { invitation } => {
                let invitation = offer(invitation)?;
                (model.invitations[invitation].by, Deed::Pauses { invitation })
            }
            Self::Resume { invitation } => {
                let invitation = offer(invitation)?;
                (model.invitations[invitation].by, Deed::Resumes { invitation })
            }
            Self::Revoke { invitation } => {
                let invitation = offer(invitation)?;
                (model.invitations[invitation].by, Deed::Revokes { invitation })
            }
            Self::ComeBy { customer, link } => (CUSTOMERS[customer], Deed::ComesBy { link: nth(link, model.links.len())? }),
            Self::Accept(ref wish) | Self::LookAtAcceptance(ref wish) => {
                let invitation = before(wish.invitation, wish.customer)?;
                (CUSTOMERS[wish.customer], Deed::Accepts(wish.of(model, invitation)))
            }
            Self::Decline { customer, invitation } => (CUSTOMERS[customer], Deed::Declines { invitation: before(invitation, customer)? }),
            Self::OfferLess { customer, invitation, asks, days, holder } => {
                let (invitation, holder) = (before(invitation, customer)?, holder.map(|at| RESELLERS[at]));
                (CUSTOMERS[customer], Deed::OffersLess { invitation, asks: scopes(asks), days, holder })
            }
            Self::TakeCounterOfferBack { customer, invitation } => {
                (CUSTOMERS[customer], Deed::TakesCounterOfferBack { invitation: before(invitation, customer)? })
            }
            Self::AnswerCounterOffer { counter, agree } => {
                let counter = fitting(counter, model.counters.len(), |at| model.counters[at].answer == Answer::Open)?;
                let by = model.invitations[model.counters[counter].invitation].by;
                (by, if agree { Deed::AgreesToCounterOffer { counter } } else { Deed::RefusesCounterOffer { counter } })
            }
            Self::AnswerDelegation { delegation, consent, together } => {
                let delegation = held(delegation, true)?;
                let holder = model.delegations[delegation].holder;
                (holder, if consent { Deed::Consents { delegation, together } } else { Deed::Refuses { delegation, together } })
            }
            Self::Remove { delegation } => {
                let delegation = held(delegation, false)?;
                (model.delegations[delegation].customer, Deed::Removes { delegation })
            }
            Self::RemoveAllOf { customer, holder } => (CUSTOMERS[customer], Deed::RemovesAllOf { holder: PARTNERS[holder] }),
            Self::GiveUp { delegation } => {
                let delegation = held(delegation, false)?;
                (model.delegations[delegation].holder, Deed::GivesUp { delegation })
            }
            Self::RemoveRelationship { relationship } => {
                let relationship = nth(relationship, model.relationships.len())?;
                (model.relationships[relationship].owner, Deed::RemovesRelationship { relationship })
            }
            Self::Work { delegation } => {
                let delegation = held(delegation, false)?;
                (model.delegations[delegation].holder, Deed::WorksBy { delegation })
            }
            Self::AgreeToExtension { delegation, as_customer, yes } => {
                let delegation = held(delegation, false)?;
                let one = model.delegations[delegation];
                (if as_customer { one.customer } else { one.holder }, Deed::AgreesToExtension { delegation, as_customer, yes })
            }
            Self::PrepareRenewal { delegation, as_owner, days } => {
                let delegation = held(delegation, false)?;
                let one = model.delegations[delegation];
                (if as_owner { one.owner } else { one.holder }, Deed::PreparesRenewal { delegation, days })
            }
            Self::AcceptRenewal { .. } | Self::DeclineRenewal { .. } | Self::WithdrawRenewal { .. } => return self.to_renewal(model),
            Self::EndPartnership { partnership, by_reseller } => {
                let (provider, reseller) = PARTNERSHIPS[partnership];
                (if by_reseller { reseller } else { provider }, Deed::EndsPartnership { partnership })
            }
            Self::Suspend { company } => (crate::world::OPERATOR, Deed::Suspends { company: COMPANIES[company] }),
            Self::Reinstate { company } => {
                let company = nth(company, model.suspended.len()).map_or(COMPANIES[company], |at| model.suspended[at]);
                (crate::world::OPERATOR, Deed::Reinstates { company })
            }
            Self::ClickAtLast | Self::PortalWorks | Self::DaysPass(_) => return None,
        })
    }

    fn to_renewal(&self, model: &Model) -> Option<(Company, Deed)> {
        let open = |number| fitting(number, model.renewals.len(), |at| model.renewals[at].answer == Answer::Open);
        let customer = |renewal: usize| model.delegations[model.renewals[renewal].delegation].customer;
        match *self {
            Self::AcceptRenewal { renewal, days } => {
                open(renewal).map(|renewal| (customer(renewal), Deed::AcceptsRenewal { renewal, days }))
            }
            Self::DeclineRenewal { renewal } => open(renewal).map(|renewal| (customer(renewal), Deed::DeclinesRenewal { renewal })),
            Self::WithdrawRenewal { renewal } => {
                open(renewal).map(|renewal| (model.renewals[renewal].by, Deed::WithdrawsRenewal { renewal }))
            }
            _ => None,
        }
    }
}

impl Wish {
    /// The wish as the form of this invitation can say it: what it does not ask for has no field.
    fn of(&self, model: &Model, invitation: usize) -> Acceptance {
        let offer = &model.invitations[invitation];
        let other = PROVIDERS.into_iter().find(|provider| *provider != offer.by).unwrap_or(PROSEWARE);
        let holders = [offer.by, RESELLERS[0], RESELLERS[1], RESELLERS[2], other];
        let choose = |(at, scope): (usize, &Scope)| {
            let holder = self.holders[at].checked_sub(1).map(|at| holders[at])?;
            offer.asks.contains(scope).then_some(Choice { scope: *scope, holder, days: self.days })
        };
        let choices: Vec<Choice> = SCOPES.iter().enumerate().filter_map(choose).collect();
        let mut services: Vec<&'static str> = choices.iter().map(|choice| choice.scope.0).collect();
        services.dedup();
        let rival = |service: &'static str| model.rival(CUSTOMERS[self.customer], service, offer.by).map(|rival| (service, rival));
        let ticks = if self.ticks { services.into_iter().filter_map(rival).collect() } else { Vec::new() };
        Acceptance { invitation, choices, ticks, confirms: self.confirms }
    }
}
