//! The directory: to whom in an organization a letter goes. Ask with a system view: it may be another organization than the visitor's.

use std::collections::HashMap;

use super::store;
use crate::{
    access::{Right, policy, roles::Admin},
    db::{Pg, Result},
    ids::{Id, Organization},
    notices::To,
};

/// The organization's global admins; of the operator, its admins.
///
/// # Errors
/// As every query.
pub async fn list_global_admins(pg: &Pg, org: impl Into<Id<Organization>>) -> Result<Vec<To>> {
    let people = store::list_addressees(pg, org.into()).await?;
    let admins = people.into_iter().filter(|person| matches!(person.admin, Admin::GlobalAdmin | Admin::OperatorAdmin));
    Ok(admins.map(Into::into).collect())
}

/// The organization's people who have a right by their settings, whether or not the organization may act now.
///
/// # Errors
/// As every query.
pub async fn list_people_with(pg: &Pg, org: impl Into<Id<Organization>>, right: Right) -> Result<Vec<To>> {
    let people = store::list_addressees(pg, org.into()).await?;
    let able = people.into_iter().filter(|person| policy::allows(person.kind, person.agent, person.admin, right));
    Ok(able.map(Into::into).collect())
}

/// The people with a right of many organizations, as [`list_people_with`] finds those of one; one that has nobody is not among them.
///
/// # Errors
/// As every query.
pub async fn list_people_of_each(pg: &Pg, orgs: &[Id<Organization>], right: Right) -> Result<HashMap<Id<Organization>, Vec<To>>> {
    let mut people: HashMap<_, Vec<To>> = HashMap::new();
    for (org, person) in store::list_addressees_of(pg, orgs).await? {
        if policy::allows(person.kind, person.agent, person.admin, right) {
            people.entry(org).or_default().push(person.into());
        }
    }
    Ok(people)
}
