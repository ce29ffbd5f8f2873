//! Demo: a small invented world with people of every kind and things in every state, for newcomers.

mod answers;
mod asking;
mod bought;
mod cast;
mod counter;
mod lives;
mod past;
mod scenes;
mod store;
mod story;

pub use cast::people;

use uuid::Uuid;

use crate::{
    access::roles::{Admin, Agent},
    accounts::{Hashing, Password},
    audit,
    db::{Asker, Db, Pool, Timestamp},
    ids::Id,
    organizations::Kind,
    problem::Problem,
    services,
};

/// The passphrase of everybody in the demo: shown to whoever may want to sign in, so good for nothing else.
pub const PASSPHRASE: &str = "seven lanterns on the river";

/// Somebody who may sign in, for the list of the sign-in page and of the console.
#[derive(Debug, Clone, Copy)]
pub struct Person {
    /// The name.
    pub name: &'static str,
    /// The address to sign in with.
    pub email: &'static str,
    /// The organization they act for first; none for a person who has just registered.
    pub organization: Option<&'static str>,
    /// Its kind.
    pub kind: Option<Kind>,
    /// The word (`role-…`) of what they are there.
    pub role_key: &'static str,
    /// The other organization of a person with two.
    pub other: Option<&'static str>,
}

/// Fills an empty database with the invented world, whose past ends at `now`; the same world every time.
///
/// It writes past and future as they would have come about, which no action of today can do: rows go in directly, in
/// one transaction of the portal itself, each with its audit event, and every constraint of the schema holds for them.
///
/// # Errors
/// [`Problem::Conflict`] when there is anybody in the database already: the demo never mixes with real data.
pub async fn seed(pool: &Pool, hashing: &Hashing, now: Timestamp) -> Result<(), Problem> {
    let db = Db::new(pool.clone(), Asker::System, None);
    let hash = hashing.hash(&Password::typed(PASSPHRASE)).await?;
    let tx = db.write().await?;
    if !store::is_empty(&tx).await? {
        return Err(Problem::Conflict("demo-not-empty"));
    }
    let mut past = past::Past::new(&tx, now, services::list(tx.pg()).await?);
    cast::enter(&mut past, &hash).await?;
    story::tell(&mut past).await?;
    bought::tell(&past).await?;
    asking::tell(&mut past).await?;
    for event in past.events() {
        audit::record(&tx, event).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The id of an invented thing: always the same for the same words.
fn id<T>(kind: &str, name: &str) -> Id<T> {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(format!("demo {kind} {name}"));
    Uuid::new_v8(digest[..16].try_into().unwrap_or_default()).into()
}

/// The word (`role-…`) of two settings.
fn role_key(agent: Agent, admin: Admin) -> &'static str {
    match (admin, agent) {
        (Admin::None, Agent::None) => "none",
        (Admin::None, agent) => agent.key(),
        (Admin::GlobalAdmin, _) | (_, Agent::None) => admin.key(),
        (_, agent) => agent.key(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::accounts::Password;

    #[test]
    fn everybodys_passphrase_is_one_that_the_portal_would_take() {
        for person in people() {
            assert!(Password::choose(PASSPHRASE, &[person.name, person.email]).is_ok());
        }
        assert!(PASSPHRASE.chars().count() >= Password::SHORTEST);
    }

    #[test]
    fn there_is_somebody_of_every_kind_and_of_every_role() {
        let people = people();
        let kinds: BTreeSet<_> = people.iter().filter_map(|person| person.kind).collect();
        assert_eq!(kinds.len(), Kind::ALL.len());
        let roles: BTreeSet<_> = people.iter().map(|person| person.role_key).collect();
        for role in Agent::ALL.iter().map(|agent| agent.key()).chain(Admin::ALL.iter().map(|admin| admin.key())) {
            assert!(roles.contains(role), "nobody is {role}");
        }
        assert!(people.iter().any(|person| person.other.is_some()) && people.iter().any(|person| person.organization.is_none()));
    }

    #[test]
    fn nobody_is_there_twice_and_no_address_could_belong_to_anybody() {
        let people = people();
        let addresses: BTreeSet<_> = people.iter().map(|person| person.email).collect();
        assert_eq!(addresses.len(), people.len());
        assert!(addresses.iter().all(|address| address.ends_with(".example") && crate::values::Email::parse(address).is_ok()));
    }

    #[test]
    fn ids_are_the_same_every_time() {
        assert_eq!(id::<crate::ids::User>("user", "a"), id("user", "a"));
        assert_ne!(id::<crate::ids::User>("user", "a"), id("organization", "a"));
    }
}
