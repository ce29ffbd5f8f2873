//! Typed identifiers: a reseller's id cannot stand where a customer's belongs.

use std::{
    fmt,
    hash::{Hash, Hasher},
    marker::PhantomData,
    str::FromStr,
};

use diesel::{
    deserialize::{self, FromSql, FromSqlRow},
    expression::AsExpression,
    pg::{Pg, PgValue},
    serialize::{self, Output, ToSql},
    sql_types,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// The id of one `T`. The kinds are empty marker types; nothing of `T` is stored.
#[derive(AsExpression, FromSqlRow)]
#[diesel(sql_type = sql_types::Uuid)]
pub struct Id<T: 'static>(Uuid, PhantomData<fn() -> T>);

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        $($(#[$doc])* #[derive(Debug, Clone, Copy, PartialEq, Eq)] pub enum $name {})*
    };
}

kinds! {
    /// A person with an account.
    User,
    /// A company with an account, of whatever kind.
    Organization,
    /// An organization known to transact: a direct partner or an indirect provider.
    Provider,
    /// An organization known to be an indirect reseller.
    Reseller,
    /// An organization known to be a customer.
    Customer,
    /// A partnership of provider and reseller.
    Partnership,
    /// An invitation by a transacting partner.
    Invitation,
    /// One act of passing an invitation on.
    Forward,
    /// A customer's counter-offer to an invitation.
    CounterOffer,
    /// A reseller's request for an invitation.
    Request,
    /// A provider's policy for the requests of one reseller.
    Policy,
    /// A report of an invitation to the operator.
    Alarm,
    /// A reseller relationship.
    Relationship,
    /// One customer's yes to one invitation.
    Acceptance,
    /// One delegation of administration.
    Delegation,
    /// An offer to renew a delegation.
    Renewal,
    /// One use of a delegation.
    Use,
    /// Somebody's calendar of ends.
    Calendar,
    /// A subscription of a customer.
    Subscription,
    /// One upload of subscriptions by the operator.
    SubscriptionImport,
    /// A one-time link to an account.
    AccountLink,
    /// A letter in the outbox.
    Letter,
}

impl<T> Id<T> {
    /// A new id, ordered by time of creation (UUID version 7).
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        Uuid::now_v7().into()
    }

    /// The bare UUID, for links and hashes.
    pub fn uuid(self) -> Uuid {
        self.0
    }
}

impl Id<Organization> {
    /// States that this organization is of the kind `T`; only those who have seen its kind may say so.
    pub(crate) fn known_as<T>(self) -> Id<T> {
        self.0.into()
    }
}

macro_rules! narrower_organizations {
    ($($kind:ident),*) => {
        $(impl From<Id<$kind>> for Id<Organization> {
            fn from(id: Id<$kind>) -> Self {
                id.0.into()
            }
        })*
    };
}
narrower_organizations!(Provider, Reseller, Customer);

impl<T> From<Uuid> for Id<T> {
    fn from(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
impl<T> FromStr for Id<T> {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Uuid::from_str(text).map(Into::into)
    }
}
impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Uuid::deserialize(deserializer).map(Into::into)
    }
}
impl<T> FromSql<sql_types::Uuid, Pg> for Id<T> {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        <Uuid as FromSql<sql_types::Uuid, Pg>>::from_sql(value).map(Into::into)
    }
}
impl<T> ToSql<sql_types::Uuid, Pg> for Id<T> {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        <Uuid as ToSql<sql_types::Uuid, Pg>>::to_sql(&self.0, out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_as_it_was_written() {
        let id = Id::<Invitation>::new();
        assert_eq!(id.to_string().parse::<Id<Invitation>>().unwrap(), id);
        assert_eq!(serde_json::from_value::<Id<Invitation>>(serde_json::json!(id)).unwrap(), id);
        assert!("42".parse::<Id<Invitation>>().is_err());
    }
}
