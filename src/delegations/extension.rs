//! Self-extension: by 180 days at a time, if and as long as both sides agree; never where it would be the equal of a global
//! administrator (D21).

use chrono::TimeDelta;

use super::Active;
use crate::db::{Timestamp, text_enum};

text_enum! {
    /// Who has to agree.
    Side {
        /// The customer.
        Customer = "customer",
        /// The holder.
        Holder = "holder",
    }
}

impl Side {
    /// The one that has to agree as well.
    pub fn other(self) -> Self {
        match self {
            Self::Customer => Self::Holder,
            Self::Holder => Self::Customer,
        }
    }

    /// The end of the path at which this side answers.
    pub fn path(self) -> &'static str {
        match self {
            Self::Customer => "extension/customer",
            Self::Holder => "extension/holder",
        }
    }
}

text_enum! {
    /// What stands in the way of extending what both sides want extended.
    Hindrance {
        /// It was renewed: another one goes on after it.
        Renewed = "renewed",
        /// Its holder may provision every service by now (D21).
        Everything = "everything",
        /// Its holder is suspended (D5).
        Suspended = "suspended",
        /// Another transacting partner has the service by then (D13).
        Rival = "rival",
    }
}

/// What is agreed about a delegation's extending itself, and how often it has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extension {
    /// How often it has extended itself.
    pub times: i32,
    /// Since when the customer agrees, if it does.
    pub by_customer: Option<Timestamp>,
    /// Since when the holder agrees, if it does.
    pub by_holder: Option<Timestamp>,
    /// What stands in the way although both agree, as far as whoever is asking may see it.
    pub hindrance: Option<Hindrance>,
}

impl Extension {
    /// By how many days at a time.
    pub const DAYS: i64 = 180;
    /// How many days before its end it happens.
    pub const AHEAD: i64 = 7;

    /// Whether both agree.
    pub fn is_agreed(&self) -> bool {
        self.by_customer.is_some() && self.by_holder.is_some()
    }

    /// Whether it will extend itself, as things stand. Nothing else may be promised: the job decides by the same.
    pub fn is_coming(&self) -> bool {
        self.is_agreed() && self.hindrance.is_none()
    }

    /// Whether one side agrees.
    pub fn is_agreed_by(&self, side: Side) -> bool {
        match side {
            Side::Customer => self.by_customer.is_some(),
            Side::Holder => self.by_holder.is_some(),
        }
    }

    /// The last end for which it is time now. `now` is the portal's clock. A machine whose clock has gone wrong extends
    /// nothing that has more than a month to go by the database's.
    pub fn horizon(now: Timestamp, database: Timestamp) -> Timestamp {
        (now + TimeDelta::days(Self::AHEAD)).min(database + TimeDelta::days(30))
    }
}

impl Active {
    /// It goes on for 180 days after the end it had.
    pub fn extend(mut self) -> Self {
        self.facts.ends_at += TimeDelta::days(Extension::DAYS);
        self
    }

    /// What never changes about it, and until when it lasts.
    pub fn facts(&self) -> &super::Facts {
        &self.facts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(days: i64) -> Timestamp {
        chrono::DateTime::UNIX_EPOCH + TimeDelta::days(20_000 + days)
    }

    #[test]
    fn it_takes_two_to_agree() {
        let alone = Extension { by_customer: Some(at(0)), ..Extension::default() };
        assert!(!alone.is_agreed() && alone.is_agreed_by(Side::Customer) && !alone.is_agreed_by(Side::Holder));
        let both = Extension { by_holder: Some(at(1)), ..alone };
        assert!(both.is_agreed() && both.is_coming());
        let hindered = Extension { hindrance: Some(Hindrance::Suspended), ..both };
        assert!(hindered.is_agreed() && !hindered.is_coming(), "what is agreed may not be possible");
    }

    #[test]
    fn it_happens_a_week_before_the_end_and_a_wrong_clock_does_little() {
        assert_eq!(Extension::horizon(at(0), at(0)), at(7));
        assert_eq!(Extension::horizon(at(20), at(0)), at(27));
        assert_eq!(Extension::horizon(at(4000), at(0)), at(30));
    }
}
