//! The verdicts, and what a deed changes once it is done.

use super::{
    Acceptance, Answer, CounterOffer, Deed, Delegation, Invitation, Link, Model, PARTNERSHIPS, Passed, Relationship, Renewal, Right,
    Standing, Verdict, bought, has, transacts,
};
use crate::world::{Company, Person};

/// Days that an invitation stays open on which both agreed.
const AGREED_FOR: i64 = 30;
/// Counter-offers of one customer to one invitation in a day.
const COUNTER_OFFERS: usize = 5;

fn verdict(done: bool) -> Verdict {
    if done { Verdict::Done } else { Verdict::Refused }
}

impl Model {
    /// What the rules say to it.
    pub fn judge(&self, who: Person, deed: &Deed) -> Verdict {
        let home = who.company;
        let active = self.acts(home);
        let may = |right| has(who, right);
        let mine = |invitation: usize| self.invitations[invitation].by == home;
        let stands = |invitation: usize| self.standing(&self.invitations[invitation]);
        match deed {
            // D1; a sales agent may not ask for delegated administration.
            Deed::Invites { asks, suggests, .. } => verdict(
                may(Right::Invite)
                    && active
                    && (asks.is_empty() || may(Right::AskForAdministration))
                    && suggests.is_none_or(|reseller| self.work_together(home, reseller)),
            ),
            // D6: a new revision, of other terms; whom it suggests works with the inviter, or was suggested before.
            Deed::Revises { invitation, asks, days, suggests } => {
                let offer = &self.invitations[*invitation];
                let differs = *asks != offer.asks || *days != offer.days || *suggests != offer.suggests;
                verdict(
                    may(Right::Invite)
                        && active
                        && mine(*invitation)
                        && stands(*invitation) != Standing::Over
                        && differs
                        && (asks.is_empty() || may(Right::AskForAdministration))
                        && (*suggests == offer.suggests || suggests.is_none_or(|reseller| self.work_together(home, reseller))),
                )
            }
            Deed::HandsOver { invitation, reseller } => verdict(
                may(Right::Forward)
                    && active
                    && mine(*invitation)
                    && stands(*invitation) != Standing::Over
                    && self.work_together(home, *reseller),
            ),
            // D2, D5.
            Deed::PassesOn { invitation } => {
                let offer = &self.invitations[*invitation];
                let in_hands = offer.handed.contains(&home) && self.work_together(offer.by, home) && self.acts(offer.by);
                verdict(may(Right::Forward) && active && (mine(*invitation) || in_hands) && stands(*invitation) == Standing::Open)
            }
            Deed::Pauses { invitation } => verdict(
                may(Right::Invite)
                    && active
                    && mine(*invitation)
                    && self.invitations[*invitation].to.is_none()
                    && stands(*invitation) == Standing::Open,
            ),
            Deed::Resumes { invitation } => {
                verdict(may(Right::Invite) && active && mine(*invitation) && stands(*invitation) == Standing::Paused)
            }
            Deed::Revokes { invitation } => {
                verdict(may(Right::Invite) && active && mine(*invitation) && self.invitations[*invitation].standing != Standing::Over)
            }
            Deed::ComesBy { link } => verdict(may(Right::See) && self.leads(home, self.links[*link])),
            Deed::Accepts(acceptance) => verdict(may(Right::Decide) && self.is_acceptable(home, acceptance)),
            Deed::Declines { invitation } => verdict(may(Right::Decide) && self.is_declinable(home, *invitation)),
            Deed::OffersLess { invitation, asks, days, holder } => {
                if may(Right::Decide) {
                    self.judge_counter(home, *invitation, asks, *days, *holder)
                } else {
                    Verdict::Refused
                }
            }
            Deed::TakesCounterOfferBack { invitation } => {
                let newest = self.counter_of(*invitation, home).map(|at| self.counters[at].answer);
                verdict(may(Right::Decide) && matches!(newest, Some(Answer::Open | Answer::Withdrawn)))
            }
            Deed::AgreesToCounterOffer { counter } => {
                let offer = &self.counters[*counter];
                let holder = offer.holder.is_none_or(|holder| self.acts(holder));
                let open = offer.answer == Answer::Open && stands(offer.invitation) != Standing::Over && holder;
                verdict(
                    may(Right::Invite)
                        && active
                        && mine(offer.invitation)
                        && (offer.asks.is_empty() || may(Right::AskForAdministration))
                        && (open || offer.answer == Answer::Agreed),
                )
            }
            Deed::RefusesCounterOffer { counter } => {
                let offer = &self.counters[*counter];
                let answerable = matches!(offer.answer, Answer::Open | Answer::Refused);
                verdict(may(Right::Invite) && active && mine(offer.invitation) && answerable)
            }
            // D12: the holder's own people, while it waits.
            Deed::Consents { delegation, .. } | Deed::Refuses { delegation, .. } => {
                let held = &self.delegations[*delegation];
                verdict(may(Right::AnswerDelegation) && active && held.holder == home && self.lives(held) && held.awaits)
            }
            // D18: the customer, at any time.
            Deed::Removes { delegation } => {
                let held = &self.delegations[*delegation];
                verdict(may(Right::Decide) && held.customer == home && self.lives(held))
            }
            Deed::RemovesAllOf { holder } => {
                verdict(may(Right::Decide) && self.living().any(|(_, held)| held.customer == home && held.holder == *holder))
            }
            // Giving up needs no good standing: whoever is suspended may still give up.
            Deed::GivesUp { delegation } => {
                let held = &self.delegations[*delegation];
                verdict(may(Right::Remove) && held.holder == home && self.lives(held) && !held.awaits)
            }
            // D19.
            Deed::RemovesRelationship { relationship } => {
                let one = self.relationships[*relationship];
                verdict(may(Right::Remove) && one.owner == home && one.active && !bought(one.customer, one.owner))
            }
            // D25, and AB-35: whoever holds it, while it is in force.
            Deed::WorksBy { delegation } => {
                let held = &self.delegations[*delegation];
                verdict(may(Right::Use) && active && held.holder == home && self.lives(held) && !held.awaits)
            }
            // D5: a suspended customer agrees to nothing anew, and takes back whatever it wants.
            Deed::AgreesToExtension { delegation, as_customer, yes } => {
                let held = &self.delegations[*delegation];
                let side = match as_customer {
                    true => may(Right::Decide) && held.customer == home && (active || !yes || held.extends_for_customer),
                    false => may(Right::AnswerDelegation) && active && held.holder == home,
                };
                verdict(side && self.lives(held))
            }
            // D21: in the last sixty days, one offer at a time.
            Deed::PreparesRenewal { delegation, .. } => {
                let held = &self.delegations[*delegation];
                let offered = |renewal: &Renewal| renewal.delegation == *delegation && renewal.answer == Answer::Open;
                verdict(
                    may(Right::AnswerDelegation)
                        && active
                        && [held.holder, held.owner].contains(&home)
                        && self.lives(held)
                        && !held.awaits
                        && held.ends <= self.today + 60
                        && !self.is_renewed(*delegation)
                        && !self.renewals.iter().any(offered),
                )
            }
            Deed::AcceptsRenewal { renewal, days } => {
                let offer = self.renewals[*renewal];
                let held = &self.delegations[offer.delegation];
                // D5: neither side may be suspended.
                let fresh = self.is_open(&offer) && active && self.acts(held.holder) && self.acts(held.owner);
                // Said twice it is done once; more than was offered is no yes to it, then as before.
                let answered = fresh || offer.answer == Answer::Agreed;
                verdict(may(Right::Decide) && held.customer == home && answered && *days <= offer.days)
            }
            Deed::DeclinesRenewal { renewal } => {
                let offer = self.renewals[*renewal];
                verdict(may(Right::Decide) && self.delegations[offer.delegation].customer == home && self.is_open(&offer))
            }
            Deed::WithdrawsRenewal { renewal } => {
                let offer = self.renewals[*renewal];
                verdict(may(Right::AnswerDelegation) && active && offer.by == home && self.is_open(&offer))
            }
            Deed::EndsPartnership { partnership } => {
                let (provider, reseller) = PARTNERSHIPS[*partnership];
                verdict(may(Right::Remove) && [provider, reseller].contains(&home) && !self.parted.contains(partnership))
            }
            Deed::Suspends { company } => verdict(may(Right::Operate) && self.acts(*company)),
            Deed::Reinstates { company } => verdict(may(Right::Operate) && !self.acts(*company)),
        }
    }

    fn is_open(&self, renewal: &Renewal) -> bool {
        let held = &self.delegations[renewal.delegation];
        renewal.answer == Answer::Open && self.lives(held) && !held.awaits
    }

    /// Whether an invitation may be answered by whoever came through somebody: it is open, and nobody whose link it is may
    /// not act (D5).
    pub(super) fn is_answerable(&self, invitation: &Invitation, via: Option<Passed>) -> bool {
        self.standing(invitation) == Standing::Open && self.acts(invitation.by) && via.is_none_or(|via| self.acts(via.by))
    }

    fn leads(&self, customer: Company, link: Link) -> bool {
        let offer = &self.invitations[link.invitation];
        let known = self.is_settled(offer, customer, link.turn == offer.turn && self.is_answerable(offer, link.via));
        let meant = offer.to.is_none_or(|to| to == customer);
        link.turn == offer.turn && (known || (self.is_answerable(offer, link.via) && meant))
    }

    fn is_acceptable(&self, customer: Company, acceptance: &Acceptance) -> bool {
        let offer = &self.invitations[acceptance.invitation];
        let Some(via) = self.came(acceptance.invitation, customer) else { return false };
        if self.is_settled_now(acceptance.invitation, customer) {
            return true;
        }
        let inside = |holder: Company| holder == offer.by || self.work_together(offer.by, holder);
        let fits = |choice: &super::Choice| {
            let holder = choice.holder;
            // D10, D11: what was asked for, no longer than was asked, by the inviter or a reseller that may act.
            offer.asks.contains(&choice.scope)
                && choice.days <= offer.days
                && (holder == offer.by || holder.kind == "indirect-reseller")
                && self.acts(holder)
                && (acceptance.confirms || inside(holder))
        };
        // D13: only after "replaces X" was ticked.
        let ticked = |choice: &super::Choice| {
            !transacts(choice.holder)
                || self.rival(customer, choice.scope.0, offer.by).is_none_or(|rival| acceptance.ticks.contains(&(choice.scope.0, rival)))
        };
        // D5: a suspended customer accepts and grants nothing.
        self.acts(customer) && self.is_answerable(offer, via) && acceptance.choices.iter().all(|choice| fits(choice) && ticked(choice))
    }

    fn is_declinable(&self, customer: Company, invitation: usize) -> bool {
        let offer = &self.invitations[invitation];
        let answered = self.is_settled_now(invitation, customer) || self.is_declined_now(invitation, customer);
        self.came(invitation, customer).is_some() && (answered || self.standing(offer) == Standing::Open)
    }

    /// Whether the terms in force were declined already, and nothing was proposed since.
    fn is_declined_now(&self, invitation: usize, customer: Company) -> bool {
        let offer = &self.invitations[invitation];
        let latest = offer.declined_by.iter().rev().find(|(who, _)| *who == customer);
        let proposed = self.counter_of(invitation, customer).is_some_and(|at| self.counters[at].answer == Answer::Open);
        latest.is_some_and(|(_, revision)| *revision == offer.revision) && !proposed
    }

    /// D16: never wider than what was asked, and one at a time.
    fn judge_counter(&self, customer: Company, invitation: usize, asks: &[super::Scope], days: i64, holder: Option<Company>) -> Verdict {
        let offer = &self.invitations[invitation];
        let Some(via) = self.came(invitation, customer) else { return Verdict::Refused };
        if self.is_settled_now(invitation, customer) {
            return Verdict::Done;
        }
        let narrower = asks.iter().all(|scope| offer.asks.contains(scope)) && days <= offer.days;
        let less = asks.len() < offer.asks.len() || days < offer.days || (!asks.is_empty() && offer.suggests != holder);
        let holdable = holder.is_none_or(|holder| self.acts(holder));
        if !self.acts(customer) || !self.is_answerable(offer, via) || !holdable || !narrower || !less {
            return Verdict::Refused;
        }
        let made = || self.counters.iter().filter(|counter| counter.invitation == invitation && counter.customer == customer);
        match self.counter_of(invitation, customer).map(|at| &self.counters[at]) {
            Some(open) if open.answer == Answer::Open => verdict(open.asks == asks && open.days == days && open.holder == holder),
            _ if made().count() >= COUNTER_OFFERS => Verdict::Unsaid,
            _ => Verdict::Done,
        }
    }

    /// What changes once it is done.
    pub fn does(&mut self, who: Person, deed: &Deed) {
        let home = who.company;
        match deed {
            Deed::Invites { to, asks, days, suggests } => {
                self.invites(Invitation {
                    by: home,
                    to: *to,
                    asks: asks.clone(),
                    days: *days,
                    suggests: *suggests,
                    revision: 1,
                    standing: Standing::Open,
                    // Open for thirty days, to the end of the last.
                    ends: to.map(|_| self.today + 31),
                    turn: 1,
                    handed: Vec::new(),
                    passed_on: false,
                    came: Vec::new(),
                    accepted_by: Vec::new(),
                    declined_by: Vec::new(),
                });
            }
            Deed::Revises { invitation, asks, days, suggests } => {
                let offer = &mut self.invitations[*invitation];
                (offer.asks, offer.days, offer.suggests) = (asks.clone(), *days, *suggests);
                offer.revision += 1;
            }
            Deed::HandsOver { invitation, reseller } => {
                let handed = &mut self.invitations[*invitation].handed;
                if !handed.contains(reseller) {
                    handed.push(*reseller);
                }
            }
            Deed::PassesOn { invitation } => {
                let offer = &mut self.invitations[*invitation];
                if offer.by == home && offer.to.is_some() && offer.passed_on {
                    offer.turn += 1;
                }
                offer.passed_on = true;
                let via = Some(Passed { by: home, revision: Some(offer.revision) });
                self.links.push(Link { invitation: *invitation, turn: offer.turn, via });
            }
            Deed::Pauses { invitation } => self.invitations[*invitation].standing = Standing::Paused,
            Deed::Resumes { invitation } => self.invitations[*invitation].standing = Standing::Open,
            Deed::Revokes { invitation } => self.invitations[*invitation].standing = Standing::Over,
            Deed::ComesBy { link } => {
                let link = self.links[*link];
                let offer = &self.invitations[link.invitation];
                if self.is_settled(offer, home, self.is_answerable(offer, link.via)) {
                    return;
                }
                let offer = &mut self.invitations[link.invitation];
                match offer.came.iter_mut().find(|(who, _)| *who == home) {
                    // D15: by whose link it came last, of that is what comes of it.
                    Some((_, via)) => *via = link.via,
                    None => offer.came.push((home, link.via)),
                }
            }
            Deed::Accepts(acceptance) => self.accepts(home, acceptance),
            Deed::Declines { invitation } => {
                if self.is_settled_now(*invitation, home) || self.is_declined_now(*invitation, home) {
                    return;
                }
                let offer = &mut self.invitations[*invitation];
                offer.declined_by.push((home, offer.revision));
                self.is_answered(home, *invitation);
            }
            Deed::OffersLess { invitation, asks, days, holder } => {
                let accepted = self.is_settled_now(*invitation, home);
                let open = self.counter_of(*invitation, home).is_some_and(|at| self.counters[at].answer == Answer::Open);
                if !accepted && !open {
                    let (invitation, asks) = (*invitation, asks.clone());
                    self.counters.push(CounterOffer {
                        invitation,
                        customer: home,
                        asks,
                        days: *days,
                        holder: *holder,
                        answer: Answer::Open,
                    });
                }
            }
            Deed::TakesCounterOfferBack { invitation } => self.take_back(home, *invitation),
            Deed::AgreesToCounterOffer { counter } => self.agrees(*counter),
            Deed::RefusesCounterOffer { counter } => self.counters[*counter].answer = Answer::Refused,
            Deed::Consents { delegation, together } => {
                for at in self.answered(home, *delegation, *together) {
                    self.delegations[at].awaits = false;
                }
            }
            Deed::Refuses { delegation, together } => {
                for at in self.answered(home, *delegation, *together) {
                    self.delegations[at].ended = true;
                }
            }
            Deed::Removes { delegation } | Deed::GivesUp { delegation } => self.delegations[*delegation].ended = true,
            Deed::RemovesAllOf { holder } => self.end(|held| held.customer == home && held.holder == *holder),
            Deed::RemovesRelationship { relationship } => {
                self.relationships[*relationship].active = false;
                self.end(|held| held.relationship == *relationship);
            }
            Deed::WorksBy { .. } => {}
            Deed::AgreesToExtension { delegation, as_customer, yes } => {
                let held = &mut self.delegations[*delegation];
                *(if *as_customer { &mut held.extends_for_customer } else { &mut held.extends_for_holder }) = *yes;
            }
            Deed::PreparesRenewal { delegation, days } => {
                self.renewals.push(Renewal { delegation: *delegation, by: home, days: *days, answer: Answer::Open, became: None });
            }
            Deed::AcceptsRenewal { renewal, days } => {
                let offer = self.renewals[*renewal];
                if offer.answer == Answer::Agreed {
                    return;
                }
                (self.renewals[*renewal].answer, self.renewals[*renewal].became) = (Answer::Agreed, Some(self.delegations.len()));
                let old = self.delegations[offer.delegation];
                // D12: a holder for whom the owner asked is asked itself.
                let awaits = offer.by != old.holder && old.holder != old.owner;
                let (extends_for_customer, extends_for_holder) = (false, false);
                let ends = self.today + days;
                self.delegations.push(Delegation { awaits, ends, acceptance: None, extends_for_customer, extends_for_holder, ..old });
            }
            Deed::DeclinesRenewal { renewal } => self.renewals[*renewal].answer = Answer::Refused,
            Deed::WithdrawsRenewal { renewal } => self.renewals[*renewal].answer = Answer::Withdrawn,
            // D20: customers and delegations stay as they are.
            Deed::EndsPartnership { partnership } => self.parted.push(*partnership),
            Deed::Suspends { company } => self.suspended.push(*company),
            Deed::Reinstates { company } => self.suspended.retain(|suspended| suspended != company),
        }
    }

    /// A new invitation, and its own link.
    pub fn invites(&mut self, invitation: Invitation) {
        self.links.push(Link { invitation: self.invitations.len(), turn: invitation.turn, via: None });
        self.invitations.push(invitation);
    }

    fn accepts(&mut self, customer: Company, acceptance: &Acceptance) {
        let offer = self.invitations[acceptance.invitation].clone();
        if self.is_settled_now(acceptance.invitation, customer) {
            return;
        }
        let via = self.came(acceptance.invitation, customer).flatten();
        let same = |one: &Relationship| one.active && (one.owner, one.customer) == (offer.by, customer);
        let relationship = self.relationships.iter().position(same).unwrap_or_else(|| {
            self.relationships.push(Relationship { owner: offer.by, customer, active: true });
            self.relationships.len() - 1
        });
        // D13: whoever is replaced must ask again.
        let taken: Vec<&str> = acceptance.choices.iter().filter(|choice| transacts(choice.holder)).map(|choice| choice.scope.0).collect();
        self.end(|held| held.customer == customer && taken.contains(&held.scope.0) && transacts(held.holder) && held.holder != offer.by);
        self.acceptances += 1;
        for choice in &acceptance.choices {
            // D12: the inviter, and one of its resellers that forwarded this very revision with itself as suggested holder, need not be
            // asked.
            let forwarded = via == Some(Passed { by: choice.holder, revision: Some(offer.revision) });
            let consented = choice.holder == offer.by
                || (forwarded && offer.suggests == Some(choice.holder) && self.work_together(offer.by, choice.holder));
            self.delegations.push(Delegation {
                relationship,
                customer,
                owner: offer.by,
                holder: choice.holder,
                scope: choice.scope,
                awaits: !consented,
                ended: false,
                ends: self.today + choice.days,
                acceptance: Some(self.acceptances),
                extends_for_customer: false,
                extends_for_holder: false,
            });
        }
        let accepted = &mut self.invitations[acceptance.invitation];
        accepted.accepted_by.push((customer, relationship, offer.revision));
        accepted.declined_by.retain(|(who, _)| *who != customer);
        self.is_answered(customer, acceptance.invitation);
    }

    /// An answer spends an addressed invitation (D4) and takes an open counter-offer back (D16).
    fn is_answered(&mut self, customer: Company, invitation: usize) {
        let offer = &mut self.invitations[invitation];
        if offer.to.is_some() {
            offer.standing = Standing::Over;
        }
        self.take_back(customer, invitation);
    }

    fn take_back(&mut self, customer: Company, invitation: usize) {
        if let Some(at) = self.counter_of(invitation, customer).filter(|at| self.counters[*at].answer == Answer::Open) {
            self.counters[at].answer = Answer::Withdrawn;
        }
    }

    /// D16: an invitation with exactly the narrowed terms, for that customer alone; nothing is granted.
    fn agrees(&mut self, counter: usize) {
        let offer = self.counters[counter].clone();
        if offer.answer == Answer::Agreed {
            return;
        }
        self.counters[counter].answer = Answer::Agreed;
        // Who passed the first one on is told of the answer (D15), and has consented to nothing by that (D12).
        let via = self.came(offer.invitation, offer.customer).flatten().map(|via| Passed { revision: None, ..via });
        let first = &mut self.invitations[offer.invitation];
        if first.to.is_some() {
            first.standing = Standing::Over;
        }
        let by = first.by;
        self.invites(Invitation {
            by,
            to: Some(offer.customer),
            asks: offer.asks,
            days: offer.days,
            suggests: offer.holder,
            revision: 1,
            standing: Standing::Open,
            ends: Some(self.today + AGREED_FOR),
            turn: 1,
            handed: Vec::new(),
            passed_on: via.is_some(),
            came: vec![(offer.customer, via)],
            accepted_by: Vec::new(),
            declined_by: Vec::new(),
        });
    }

    /// What a holder answers with one click: one delegation, or all that came with it.
    fn answered(&self, holder: Company, delegation: usize, together: bool) -> Vec<usize> {
        let acceptance = self.delegations[delegation].acceptance.filter(|_| together);
        let with_it = |held: &Delegation| held.holder == holder && held.awaits && acceptance.is_some() && held.acceptance == acceptance;
        self.living().filter(|(at, held)| *at == delegation || with_it(held)).map(|(at, _)| at).collect()
    }

    fn end(&mut self, which: impl Fn(&Delegation) -> bool) {
        let today = self.today;
        for held in &mut self.delegations {
            if !held.ended && held.ends > today && which(held) {
                held.ended = true;
            }
        }
    }
}
