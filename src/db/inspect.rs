//! Where a database is said to be, and what its server says about itself and the portal's role in it.

use diesel::{QueryableByName, sql_types};
use diesel_async::RunQueryDsl;

use super::{Pg, Result};

/// What the server says.
#[derive(Debug, Clone, QueryableByName)]
pub struct Facts {
    /// 150018 for 15.18.
    #[diesel(sql_type = sql_types::Integer)]
    pub version: i32,
    /// Whether what is committed outlives a power cut.
    #[diesel(sql_type = sql_types::Bool)]
    pub durable: bool,
    /// Whether it compiles plans for the portal.
    #[diesel(sql_type = sql_types::Bool)]
    pub compiles: bool,
    /// Whether it would for others: as the server, the database or the login is configured.
    #[diesel(sql_type = sql_types::Bool)]
    pub compiles_for_others: bool,
    /// How many connections it takes from ordinary roles.
    #[diesel(sql_type = sql_types::Integer)]
    pub connections: i32,
    /// Seconds since 1970 by its clock.
    #[diesel(sql_type = sql_types::Double)]
    pub clock: f64,
    /// Whether the application role may do more than it should: a superuser, or beyond row-level security.
    #[diesel(sql_type = sql_types::Bool)]
    pub too_mighty: bool,
    /// Whether the login behind the role may become something mightier.
    #[diesel(sql_type = sql_types::Bool)]
    pub mighty_login: bool,
    /// Tables on which row-level security is not forced, separated by commas.
    #[diesel(sql_type = sql_types::Text)]
    pub open_tables: String,
    /// Whether the role may change or delete what the audit trail says.
    #[diesel(sql_type = sql_types::Bool)]
    pub may_rewrite_history: bool,
}

const QUESTION: &str = "\
    select current_setting('server_version_num')::int as version, \
    current_setting('fsync')::bool and current_setting('synchronous_commit') <> 'off' as durable, \
    current_setting('jit')::bool as compiles, \
    (select reset_val::bool from pg_settings where name = 'jit') as compiles_for_others, \
    current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as connections, \
    extract(epoch from clock_timestamp())::float8 as clock, \
    (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as too_mighty, \
    (select rolsuper or rolbypassrls from pg_roles where rolname = session_user) as mighty_login, \
    (select coalesce(string_agg(relname::text, ', ' order by relname), '') from pg_class \
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '__diesel_schema_migrations' \
      and not (relrowsecurity and relforcerowsecurity)) as open_tables, \
    coalesce(has_table_privilege(to_regclass('public.audit_events'), 'UPDATE, DELETE, TRUNCATE'), false) as may_rewrite_history";

/// Asks the server, as the role that the portal works as.
///
/// # Errors
/// As every query.
pub async fn inspect(pg: &mut Pg) -> Result<Facts> {
    Ok(diesel::sql_query(QUESTION).get_result(pg).await?)
}

/// Whether a text is the URL of a database.
///
/// # Errors
/// What is wrong with it, without quoting it: there may be a password in it.
pub fn check_url(text: &str) -> std::result::Result<(), String> {
    if !text.starts_with("postgres://") && !text.starts_with("postgresql://") {
        return Err("it does not begin with postgres://".to_owned());
    }
    let config = text.parse::<tokio_postgres::Config>();
    let config = config.map_err(|_| "it is not of the form postgres://user:password@host:5432/database".to_owned())?;
    config.get_dbname().map(|_| ()).ok_or_else(|| "it names no database".to_owned())
}
