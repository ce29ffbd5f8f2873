//! How customers answered in the demo's past: acceptances, what they chose, and how each delegation went on.

use chrono::TimeDelta;
use serde_json::json;

use super::{
    cast, id,
    past::Past,
    scenes::{AGREEMENT, Ask, Done, Invite, paragraphs, scopes},
    store::{self, Answer, NewAcceptance, NewDelegation},
};
use crate::{
    audit::{Event, Kind as What},
    consents::{self, Account, Chosen, Shown},
    i18n::Lang,
    ids::{Delegation, Id},
    organizations::Named,
    services::{self, Scope},
};

/// How a granted delegation went on.
#[derive(Clone, Copy)]
pub(super) enum Fate {
    /// It is in force: the holder need not be asked, or was the inviter.
    Active,
    /// The holder's person consented.
    Consented(&'static str),
    /// The holder has not answered.
    Awaiting,
    /// The holder's person refused, so many days ago.
    Refused(&'static str, i64),
    /// The customer removed it, so many days ago.
    Removed(i64),
    /// The holder's person gave it up.
    GivenUp(&'static str, i64),
    /// Another transacting partner took its place.
    Replaced(&'static str, i64),
    /// Its time was over.
    Expired,
    /// It ended with the relationship, by the owner's person.
    RelationshipEnded(&'static str, i64),
}

/// A customer's yes.
pub(super) struct Acceptance {
    pub customer: (&'static str, &'static str),
    pub forward: Option<(&'static str, &'static str)>,
    pub ago: i64,
    pub reference: &'static str,
    pub lang: Lang,
    pub grants: &'static [(Ask, &'static str, i32, Fate)],
    /// Who removed the relationship since, and how many days ago.
    pub ended: Option<(&'static str, i64)>,
}

impl Past<'_> {
    /// A customer accepts: relationship, receipt, delegations and what became of them.
    pub async fn accept(&mut self, invite: &Invite, scene: &Acceptance) -> Done {
        let (customer, by) = scene.customer;
        let owner = invite.inviter.0;
        let mut answer = self.open(invite, scene.forward.map(|(key, _)| key), scene.customer, scene.ago).await?;
        answer.at += TimeDelta::minutes(6);
        let relationship = id("relationship", &format!("{owner} {customer}"));
        let ended = scene.ended.map(|(who, days)| (self.user(who), self.ago(days)));
        let name = cast::org(customer).name;
        store::add_relationship(self.tx, relationship, answer.inviter, (answer.customer, name), answer.at, ended).await?;
        let forwarder = scene.forward.map(|(_, org)| self.org(org));
        let accepted = NewAcceptance {
            id: id("acceptance", scene.reference),
            reference: scene.reference,
            relationship,
            forwarder,
            shown: self.shown(invite, scene, &answer),
        };
        store::add_acceptance(self.tx, &answer, &accepted).await?;
        let parties = [Some(answer.inviter), forwarder].into_iter().flatten();
        let event = |what| Event::new(what).invitation(answer.invitation).relationship(relationship);
        let said = json!({ "customer": name, "reference": scene.reference });
        self.note(answer.at, by, customer, event(What::InvitationAccepted).concerning(parties).with(said));
        let names = json!({ "customer": name, "provider": cast::org(owner).name });
        self.note(answer.at, by, customer, event(What::RelationshipStarted).concerning([answer.inviter]).with(names.clone()));
        for grant in scene.grants {
            self.grant(&answer, &accepted, (owner, scene.customer), grant).await?;
        }
        if let Some((who, days)) = scene.ended {
            let event = Event::new(What::RelationshipEnded).relationship(relationship).concerning([answer.customer]).with(names);
            self.note(self.ago(days), who, owner, event);
        }
        Ok(())
    }

    /// What the page said before the customer said yes.
    fn shown(&self, invite: &Invite, scene: &Acceptance, answer: &Answer) -> Shown {
        let named = |key: &str| {
            let org = cast::org(key);
            Named { id: self.org(key), name: org.name.to_owned(), partner_id: org.partner_id.map(str::to_owned) }
        };
        let (owner, (customer, by)) = (invite.inviter.0, scene.customer);
        let (name, email) = cast::known(by).unwrap_or_default();
        let choices: Vec<_> = scene
            .grants
            .iter()
            .map(|((service, purpose), holder, days, fate)| Chosen {
                scope: Scope { service: (*service).to_owned(), purpose: *purpose },
                service_name: services::name_of(&self.catalogue, service, scene.lang).to_owned(),
                holder: named(holder),
                days: *days,
                awaits_holder: matches!(fate, Fate::Consented(_) | Fate::Awaiting | Fate::Refused(..)),
            })
            .collect();
        Shown {
            invitation: answer.invitation,
            revision: 1,
            kind: invite.kind,
            inviter: named(owner),
            forwarder: scene.forward.map(|(_, org)| org).filter(|org| *org != owner).map(named),
            passed_at: scene.forward.map(|_| answer.at - TimeDelta::hours(20)),
            opened_at: answer.at - TimeDelta::minutes(6),
            customer: named(customer),
            account: Account { user: answer.by, name: name.to_owned(), email: email.to_owned() },
            asks: scopes(invite.asks),
            asked_days: invite.days,
            paragraphs: paragraphs(invite.lang).map(|text| text.map(str::to_owned)),
            replaces: Vec::new(),
            agreement: AGREEMENT.to_owned(),
            language: scene.lang,
            will: consents::will(cast::org(owner).name, cast::org(customer).name, &choices, &[], scene.lang),
            stays: consents::stays(scene.lang),
            choices,
        }
    }

    async fn grant(
        &mut self,
        answer: &Answer,
        accepted: &NewAcceptance<'_>,
        (owner, (customer, by)): (&str, (&'static str, &'static str)),
        ((service, purpose), holder, days, fate): &(Ask, &'static str, i32, Fate),
    ) -> Done {
        let scope = Scope { service: (*service).to_owned(), purpose: *purpose };
        let key: Id<Delegation> = id("delegation", &format!("{owner} {customer} {} {holder} {}", scope.to_field(), accepted.reference));
        let later = answer.at + TimeDelta::hours(19);
        let (state, answered, ended) = match fate {
            Fate::Active => ("active", None, None),
            Fate::Consented(who) => ("active", Some((self.user(who), later)), None),
            Fate::Awaiting => ("awaiting-partner", None, None),
            Fate::Refused(who, ago) => {
                let (user, at) = (self.user(who), self.ago(*ago));
                ("ended", Some((user, at)), Some((Some(user), at, "refused")))
            }
            Fate::Removed(ago) => ("ended", None, Some((Some(self.user(by)), self.ago(*ago), "removed"))),
            Fate::GivenUp(who, ago) => ("ended", None, Some((Some(self.user(who)), self.ago(*ago), "given-up"))),
            Fate::Replaced(_, ago) => ("ended", None, Some((Some(self.user(by)), self.ago(*ago) + TimeDelta::minutes(18), "replaced"))),
            Fate::Expired => ("ended", None, Some((None, answer.at + TimeDelta::days((*days).into()), "expired"))),
            Fate::RelationshipEnded(who, ago) => ("ended", None, Some((Some(self.user(who)), self.ago(*ago), "relationship-ended"))),
        };
        let new = NewDelegation {
            id: key,
            relationship: accepted.relationship,
            acceptance: accepted.id,
            customer: answer.customer,
            owner: answer.inviter,
            holder: cast::org(holder),
            scope: &scope,
            state,
            days: *days,
            granted: (answer.by, answer.at),
            answered,
            ended,
        };
        store::add_delegation(self.tx, &new).await?;
        let names = json!({ "customer": cast::org(customer).name, "holder": new.holder.name, "service": service, "purpose": purpose });
        let parties = [answer.customer, answer.inviter, self.org(holder)];
        let event = |what| Event::new(what).delegation(key).relationship(accepted.relationship).concerning(parties);
        let mut granted = names.clone();
        granted["days"] = json!(days);
        self.note(answer.at, by, customer, event(What::DelegationGranted).with(granted));
        let at = ended.map_or(later, |(_, at, _)| at);
        match fate {
            Fate::Active | Fate::Awaiting => {}
            Fate::Consented(who) => self.note(at, who, holder, event(What::DelegationConsented).with(names)),
            Fate::Refused(who, _) => self.note(at, who, holder, event(What::DelegationRefused).with(names)),
            Fate::Removed(_) => self.note(at, by, customer, event(What::DelegationRemoved).with(names)),
            Fate::GivenUp(who, _) => self.note(at, who, holder, event(What::DelegationGivenUp).with(names)),
            Fate::Replaced(new_holder, _) => {
                let mut names = names;
                names["by"] = json!(cast::org(new_holder).name);
                self.note(at, by, customer, event(What::DelegationReplaced).with(names));
            }
            Fate::Expired => self.note_by_itself(at, event(What::DelegationExpired).with(names)),
            // The relationship's own event tells it.
            Fate::RelationshipEnded(..) => {}
        }
        Ok(())
    }
}
