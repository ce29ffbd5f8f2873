//! What became of delegations in the demo's past: somebody used them, somebody offered to renew one, sides agreed to extensions.

use chrono::TimeDelta;
use serde_json::json;

use super::{
    cast, id,
    past::Past,
    scenes::{Ask, Done},
    store,
};
use crate::{
    audit::{Event, Kind as What},
    ids::{Delegation, Id, Relationship},
    services::Scope,
};

/// A delegation of the story: owner, customer, what it is for, holder, and the receipt it came with.
#[derive(Clone, Copy)]
pub(super) struct Of(pub &'static str, pub &'static str, pub Ask, pub &'static str, pub &'static str);

impl Of {
    fn scope(self) -> Scope {
        Scope { service: self.2.0.to_owned(), purpose: self.2.1 }
    }

    fn id(self) -> Id<Delegation> {
        let Of(owner, customer, _, holder, reference) = self;
        id("delegation", &format!("{owner} {customer} {} {holder} {reference}", self.scope().to_field()))
    }

    fn relationship(self) -> Id<Relationship> {
        id("relationship", &format!("{} {}", self.0, self.1))
    }

    fn event(self, what: What, more: serde_json::Value) -> Event {
        let mut said = json!({
            "customer": cast::org(self.1).name, "holder": cast::org(self.3).name, "service": self.2.0, "purpose": self.2.1,
        });
        if let (Some(said), Some(more)) = (said.as_object_mut(), more.as_object()) {
            said.extend(more.clone());
        }
        Event::new(what).delegation(self.id()).relationship(self.relationship()).with(said)
    }
}

impl Past<'_> {
    /// Somebody of the holder administered on behalf of the customer.
    pub async fn uses(&mut self, of: Of, who: &'static str, ago: i64, reason: &'static str) -> Done {
        let (user, at) = (self.user(who), self.ago(ago));
        let (customer, holder) = (self.org(of.1), self.org(of.3));
        let name = cast::known(who).map(|(name, _)| name).unwrap_or_default();
        let new = store::NewUse {
            id: id("use", &format!("{} {who} {ago}", of.id())),
            delegation: of.id(),
            relationship: of.relationship(),
            parties: (customer, holder),
            by: (user, name),
            scope: &of.scope(),
            reason,
            at,
        };
        store::add_use(self.tx, &new).await?;
        let event = of.event(What::DelegationUsed, json!({ "reason": reason })).concerning([customer, holder]);
        self.note(at, who, of.3, event);
        Ok(())
    }

    /// The holder's person offered to renew it; the customer has not answered.
    pub async fn offers_to_renew(&mut self, of: Of, who: &'static str, ago: i64, days: i32) -> Done {
        let at = self.ago(ago);
        let parties = (self.org(of.0), self.org(of.1), self.org(of.3));
        store::add_renewal(self.tx, (of.id(), of.relationship()), parties, (self.user(who), at), days).await?;
        let said = json!({ "by": cast::org(of.3).name, "days": days });
        let event = of.event(What::RenewalPrepared, said).concerning([parties.0, parties.1, parties.2]);
        self.note(at, who, of.3, event);
        Ok(())
    }

    /// Both sides agreed to its extending itself, or the customer alone.
    pub async fn agree_to_extend(&mut self, of: Of, customer: (&'static str, i64), holder: Option<(&'static str, i64)>) -> Done {
        let (by_customer, by_holder) = (self.ago(customer.1), holder.map(|(_, ago)| self.ago(ago) + TimeDelta::hours(1)));
        store::let_extend(self.tx, of.id(), by_customer, by_holder).await?;
        let parties = [self.org(of.0), self.org(of.1), self.org(of.3)];
        let agreed = |by: &str| of.event(What::DelegationExtensionAgreed, json!({ "by": cast::org(by).name })).concerning(parties);
        self.note(by_customer, customer.0, of.1, agreed(of.1));
        if let (Some((who, _)), Some(at)) = (holder, by_holder) {
            self.note(at, who, of.3, agreed(of.3));
        }
        Ok(())
    }
}
