//! Rows of `users`, `memberships`, `membership_offers` and `account_links`.

mod links;
mod offers;
mod people;

pub(super) use links::*;
pub use offers::list_offers;
pub(super) use offers::*;
pub use people::list_members;
pub(super) use people::*;

use diesel::{
    OptionalExtension,
    prelude::{ExpressionMethods, QueryDsl, Queryable},
};
use diesel_async::RunQueryDsl;

use super::Person;
use crate::{
    db::{
        Pg, Result, Tx,
        schema::{attempts, users},
    },
    i18n::Lang,
    ids::{Id, User},
    values::{Email, Name},
};

#[diesel::declare_sql_function]
extern "SQL" {
    fn count_attempt(subject: diesel::sql_types::Text, seconds: diesel::sql_types::Integer) -> diesel::sql_types::Integer;
    // The portal's role cannot select a hash: the database gives it to the portal itself, and to everybody their own.
    fn password_of(person: diesel::sql_types::Uuid) -> diesel::sql_types::Nullable<diesel::sql_types::Text>;
}

/// What is needed to let somebody in.
#[derive(Queryable)]
pub(in crate::accounts) struct Credentials {
    pub user: Id<User>,
    pub password_hash: Option<String>,
    pub disabled: bool,
}

pub(in crate::accounts) async fn find_credentials(mut pg: &Pg, email: &Email) -> Result<Option<Credentials>> {
    let row = users::table
        .filter(users::email.eq(email.as_str()))
        .select((users::id, password_of(users::id), users::disabled_at.is_not_null()))
        .first(&mut pg)
        .await
        .optional()?;
    Ok(row)
}

/// The hash of a person's password, if they have set one.
pub(in crate::accounts) async fn find_password(mut pg: &Pg, user: Id<User>) -> Result<Option<String>> {
    Ok(diesel::select(password_of(user.uuid())).get_result(&mut pg).await?)
}

/// Counts an attempt in a window of so many seconds; the number of attempts in it.
pub(in crate::accounts) async fn count(tx: &Tx, subject: &str, seconds: i32) -> Result<i32> {
    Ok(diesel::select(count_attempt(subject, seconds)).get_result(&mut tx.pg()).await?)
}

/// Deletes the attempts that count no more: the longest window is a day.
pub(in crate::accounts) async fn delete_old_attempts(tx: &Tx) -> Result<usize> {
    let old = attempts::table.filter(attempts::since.lt(tx.now() - chrono::TimeDelta::days(2)));
    Ok(diesel::delete(old).execute(&mut tx.pg()).await?)
}

#[derive(Queryable)]
struct PersonRow {
    id: Id<User>,
    email: String,
    name: String,
    language: String,
    set_up: bool,
    confirmed: bool,
}

impl From<PersonRow> for Person {
    fn from(row: PersonRow) -> Self {
        let PersonRow { id, email, name, language, set_up, confirmed } = row;
        Self { id, email, name, language: Lang::parse(&language).unwrap_or_default(), set_up, confirmed }
    }
}

/// A live account by its address.
pub(in crate::accounts) async fn find_person(mut pg: &Pg, email: &Email) -> Result<Option<Person>> {
    let row: Option<PersonRow> = users::table
        .filter(users::email.eq(email.as_str()))
        .filter(users::disabled_at.is_null())
        .select((users::id, users::email, users::name, users::language, users::set_up, users::email_confirmed_at.is_not_null()))
        .first(&mut pg)
        .await
        .optional()?;
    Ok(row.map(Into::into))
}

/// Whose an address is, whether or not the account is closed.
pub(in crate::accounts) async fn find_user(mut pg: &Pg, email: &Email) -> Result<Option<Id<User>>> {
    Ok(users::table.filter(users::email.eq(email.as_str())).select(users::id).first(&mut pg).await.optional()?)
}

/// A person who is not known yet.
pub(in crate::accounts) struct NewPerson<'a> {
    pub email: &'a Email,
    pub name: &'a Name,
    pub password_hash: Option<&'a str>,
    pub language: Lang,
    pub time_zone: &'a str,
}

/// Makes an account, unless there is one with the address.
pub(in crate::accounts) async fn insert_person(tx: &Tx, person: &NewPerson<'_>) -> Result<Option<Id<User>>> {
    let row = diesel::insert_into(users::table)
        .values((
            users::email.eq(person.email.as_str()),
            users::name.eq(person.name.as_str()),
            users::password_hash.eq(person.password_hash),
            users::language.eq(person.language.tag()),
            users::time_zone.eq(person.time_zone),
        ))
        .on_conflict(users::email)
        .do_nothing()
        .returning(users::id)
        .get_result(&mut tx.pg())
        .await
        .optional()?;
    Ok(row)
}

/// Sets a person's password. Whoever came by a link has read their mail, which confirms the address.
pub(in crate::accounts) async fn set_password(tx: &Tx, user: Id<User>, hash: &str, by_mail: bool) -> Result<()> {
    diesel::update(users::table.find(user.uuid())).set(users::password_hash.eq(hash)).execute(&mut tx.pg()).await?;
    if by_mail {
        confirm(tx, user).await?;
    }
    Ok(())
}

/// Notes that a person reads mail at their address; `false` when that was known.
pub(in crate::accounts) async fn confirm(tx: &Tx, user: Id<User>) -> Result<bool> {
    let unconfirmed = users::table.find(user.uuid()).filter(users::email_confirmed_at.is_null());
    Ok(diesel::update(unconfirmed).set(users::email_confirmed_at.eq(tx.now())).execute(&mut tx.pg()).await? > 0)
}

/// Changes what a person says of themselves.
pub(in crate::accounts) async fn set_profile(tx: &Tx, user: Id<User>, name: &Name, language: Lang, time_zone: Option<&str>) -> Result<()> {
    diesel::update(users::table.find(user.uuid()))
        .set((users::name.eq(name.as_str()), users::language.eq(language.tag()), time_zone.map(|zone| users::time_zone.eq(zone))))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}
