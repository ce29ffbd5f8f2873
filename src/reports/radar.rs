//! The radar: what the operator should look at before somebody complains.

use uuid::Uuid;

use crate::{
    db::{Timestamp, text_enum},
    services::Scope,
};

text_enum! {
    /// What the radar looks for; each is a list of its own.
    Signal {
        /// A customer came to an open invitation of a second transacting partner that asks for a service which another holds (D13).
        Contested = "contested",
        /// A delegation was replaced by another transacting partner's lately (D13).
        Replaced = "replaced",
        /// A chosen holder has not answered for long (D12).
        Silent = "silent",
        /// An organization is suspended and has links that would otherwise accept (D5).
        Suspended = "suspended",
        /// A reseller holds a delegation although its partnership with the owner has ended (D20).
        Orphans = "orphans",
        /// A delegation ends soon (D21).
        Ending = "ending",
        /// Many delegations were granted by one invitation within a day (UX-46).
        Many = "many",
        /// An open invitation is a newly registered partner's (UX-46).
        Newcomers = "newcomers",
    }
}

impl Signal {
    /// How many days "lately", "for long", "soon" and "newly" are.
    pub fn days(self) -> i32 {
        match self {
            Self::Silent => 14,
            Self::Many => 1,
            Self::Contested | Self::Replaced | Self::Suspended | Self::Orphans | Self::Ending | Self::Newcomers => 30,
        }
    }

    /// Whether the oldest comes first: what waits longest, what ends first.
    pub fn oldest_first(self) -> bool {
        matches!(self, Self::Silent | Self::Ending)
    }
}

/// How many delegations by one invitation within a day are many.
pub const MANY: i64 = 20;

/// One thing on the radar.
#[derive(Debug, Clone)]
pub struct Blip {
    /// The id of what it leads to: an invitation, a delegation or an organization.
    pub id: Uuid,
    /// Makes a row of the list unique: one invitation may be contested at many customers.
    pub key: Uuid,
    /// When it began, or when it ends.
    pub at: Timestamp,
    /// Whom it is about.
    pub who: String,
    /// The partner at the other end.
    pub partner: Option<String>,
    /// Another partner: the one that holds, the one that owns.
    pub other: Option<String>,
    /// In what, and for what.
    pub scope: Option<Scope>,
    /// How many.
    pub count: Option<i64>,
}

impl Blip {
    /// Where it leads.
    pub fn href(&self, signal: Signal) -> String {
        match signal {
            Signal::Contested | Signal::Many | Signal::Newcomers => format!("/review/invitations/{}", self.id),
            Signal::Replaced | Signal::Silent | Signal::Orphans | Signal::Ending => format!("/review/delegations/{}", self.id),
            Signal::Suspended => format!("/organizations/{}", self.id),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_signal_leads_to_the_thing_itself() {
        let id = Uuid::from_u128(7);
        let blip = Blip { id, key: id, at: chrono::Utc::now(), who: String::new(), partner: None, other: None, scope: None, count: None };
        for signal in Signal::ALL {
            assert!(blip.href(*signal).ends_with(&format!("/{id}")), "{signal}");
            assert!(signal.days() >= 1);
        }
    }
}
