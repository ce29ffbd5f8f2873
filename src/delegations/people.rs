//! Whom to tell at the parties of a relationship and of what is granted under it.

use futures_util::future::try_join_all;

use crate::{
    access::Right,
    accounts::directory,
    db::Db,
    ids::{Id, Organization},
    notices::To,
    problem::Problem,
};

/// The people with a right in each of some organizations, in the order asked. Looked up as the portal itself, before the
/// transaction of the change begins: whoever changes something may not see the people of others.
///
/// # Errors
/// 503 when the database is away.
pub(crate) async fn of(db: &Db, asked: &[(Id<Organization>, Right)]) -> Result<Vec<Vec<To>>, Problem> {
    let view = db.as_system().view().await?;
    Ok(try_join_all(asked.iter().map(|(org, right)| directory::list_people_with(view.pg(), *org, *right))).await?)
}
