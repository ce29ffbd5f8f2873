//! A customer of the demo would accept less (D16).

use serde_json::json;

use super::{
    cast, id,
    past::Past,
    scenes::{Ask, Done, Invite, scopes},
    store::{self, NewCounterOffer},
};
use crate::{
    audit::{Event, Kind as What},
    services::Scope,
};

impl Past<'_> {
    /// A counter-offer that its inviter has not answered.
    pub async fn counter_offer(
        &mut self,
        invite: &Invite,
        (customer, by): (&str, &str),
        ago: i64,
        asks: &[Ask],
        days: i32,
        note: &str,
    ) -> Done {
        let inviter = self.org(invite.inviter.0);
        let at = self.ago(ago);
        let new = NewCounterOffer {
            id: id("counter-offer", invite.key),
            invitation: id("invitation", invite.key),
            inviter,
            customer: self.org(customer),
            asks: scopes(asks).iter().map(Scope::to_field).collect(),
            days,
            note,
            made: (self.user(by), at),
        };
        store::add_counter_offer(self.tx, &new).await?;
        let said = json!({ "customer": cast::org(customer).name, "days": days });
        let event = Event::new(What::CounterOfferMade).invitation(new.invitation).concerning([inviter]).with(said);
        self.note(at, by, customer, event);
        Ok(())
    }
}
