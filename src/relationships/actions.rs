//! What happens to relationships.

use super::store;
use crate::{
    db::{Result, Tx},
    ids::{Customer, Id, Provider, Relationship},
};

/// A relationship as an acceptance finds it.
#[derive(Debug, Clone, Copy)]
pub struct Begun {
    /// Its id.
    pub id: Id<Relationship>,
    /// Whether it began just now.
    pub new: bool,
}

/// Begins the relationship of a customer with a partner, or finds the one that is active, within the transaction of an
/// acceptance that holds the customer's lock.
///
/// # Errors
/// As every query.
pub async fn start(tx: &Tx, owner: Id<Provider>, customer: Id<Customer>, customer_name: &str) -> Result<Begun> {
    if let Some(id) = store::find_active(tx.pg(), owner, customer).await? {
        return Ok(Begun { id, new: false });
    }
    let id = Id::new();
    store::insert(tx, id, owner, customer, customer_name).await?;
    Ok(Begun { id, new: true })
}
