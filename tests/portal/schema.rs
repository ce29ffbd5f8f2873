//! The database itself: what the code believes of it, what its roles may do, and that it shows nothing to strangers.

use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

use mandate::db::migrate;
use tokio_postgres::Client;

use crate::harness::Database;

#[actix_web::test]
async fn the_schema_in_the_code_is_the_one_in_the_database() {
    let database = Database::migrated().await;
    let generated = generate(&database.connect().await).await;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/db/schema.rs");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(&path, &generated).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap();
    assert!(written == generated, "src/db/schema.rs is not what the migrations make; UPDATE_SCHEMA=1 rewrites it");
}

/// The tables in Diesel's words.
async fn generate(client: &Client) -> String {
    const COLUMNS: &str = "
        select c.relname::text, a.attname::text, a.attnotnull, t.typname::text,
               coalesce((select string_agg(k.attname, ', ' order by array_position(i.indkey::int2[], k.attnum))
                           from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
                          where i.indrelid = c.oid and i.indisprimary), '')
          from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> '__diesel_schema_migrations'
         order by c.relname, a.attnum";
    let mut tables: BTreeMap<String, (String, String)> = BTreeMap::new();
    for row in client.query(COLUMNS, &[]).await.unwrap() {
        let (table, column, required, sql_type, key): (String, String, bool, String, String) =
            (row.get(0), row.get(1), row.get(2), row.get(3), row.get(4));
        let named = diesel_type(&sql_type);
        let named = if required { named } else { format!("Nullable<{named}>") };
        let (_, columns) = tables.entry(table).or_insert_with(|| (key, String::new()));
        let _ = writeln!(columns, "        {column} -> {named},");
    }
    let mut code = "//! The tables as Diesel sees them: generated from the migrated database (`UPDATE_SCHEMA=1 cargo test --test portal schema`), do not edit.\n\n#![allow(missing_docs)]\n".to_owned();
    for (table, (key, columns)) in &tables {
        let _ = write!(code, "\ndiesel::table! {{\n    {table} ({key}) {{\n{columns}    }}\n}}\n");
    }
    code.push_str("\ndiesel::allow_tables_to_appear_in_same_query!(\n");
    for table in tables.keys() {
        let _ = writeln!(code, "    {table},");
    }
    code + ");\n"
}

fn diesel_type(sql_type: &str) -> String {
    let named = match sql_type.trim_start_matches('_') {
        "uuid" => "Uuid",
        "text" => "Text",
        "bool" => "Bool",
        "int4" => "Int4",
        "int8" => "Int8",
        "timestamptz" => "Timestamptz",
        "date" => "Date",
        "jsonb" => "Jsonb",
        "bytea" => "Bytea",
        other => panic!("a column of type {other}"),
    };
    if sql_type.starts_with('_') { format!("Array<{named}>") } else { named.to_owned() }
}

#[actix_web::test]
async fn the_migrations_go_up_down_and_up_again() {
    let database = Database::empty().await;
    let first = migrate::up(database.url()).await.unwrap();
    assert!(!first.is_empty());
    assert!(migrate::up(database.url()).await.unwrap().is_empty(), "a second run has nothing to do");
    let after = objects(&database).await;

    migrate::down(database.url()).await.unwrap();
    let left: Vec<_> = objects(&database).await.into_iter().filter(|object| !object.contains("__diesel_schema_migrations")).collect();
    assert!(left.is_empty(), "left behind: {left:?}");

    assert_eq!(migrate::up(database.url()).await.unwrap(), first);
    assert_eq!(objects(&database).await, after);
    assert!(migrate::status(database.url()).await.unwrap().iter().all(|(_, has_run)| *has_run));
}

/// What is in the schema, extensions left out.
async fn objects(database: &Database) -> Vec<String> {
    const OBJECTS: &str = "
        select (case relkind when 'r' then 'table ' when 'i' then 'index ' else relkind::text || ' ' end || relname)::text
          from pg_class where relnamespace = 'public'::regnamespace
        union all
        select 'function ' || p.oid::regprocedure::text from pg_proc p where pronamespace = 'public'::regnamespace
           and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        union all
        select 'policy ' || polname || ' on ' || polrelid::regclass::text from pg_policy
        order by 1";
    database.connect().await.query(OBJECTS, &[]).await.unwrap().iter().map(|row| row.get(0)).collect()
}

#[actix_web::test]
async fn two_portals_that_start_at_once_migrate_once() {
    let database = Database::empty().await;
    let (one, other) = tokio::join!(migrate::up(database.url()), migrate::up(database.url()));
    let mut ran = [one.unwrap().len(), other.unwrap().len()];
    ran.sort_unstable();
    assert_eq!(ran[0], 0);
    assert!(ran[1] > 0);
}

#[actix_web::test]
async fn the_portals_role_owns_nothing_and_passes_no_barrier() {
    let database = Database::migrated().await;
    let client = database.connect().await;
    let role = client
        .query_one(
            "select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication from pg_roles where rolname = 'mandate_app'",
            &[],
        )
        .await
        .unwrap();
    assert!(!role.get::<_, bool>(0));
    let owned: i64 = client
        .query_one(
            "select (select count(*) from pg_class where relowner = 'mandate_app'::regrole) + (select count(*) from pg_proc where proowner = 'mandate_app'::regrole)
                  + (select count(*) from pg_namespace where nspowner = 'mandate_app'::regrole)",
            &[],
        )
        .await
        .unwrap()
        .get(0);
    assert_eq!(owned, 0);
    let portal = database.connect_as_portal().await;
    for refused in [
        "create table mine (id int)",
        "alter table users disable row level security",
        "drop policy everything on users",
        "truncate sessions",
    ] {
        assert!(portal.batch_execute(refused).await.is_err(), "{refused}");
    }
}

/// Tables of ours; the list of migrations is Diesel's.
async fn tables(client: &Client) -> Vec<String> {
    const TABLES: &str = "select relname::text from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                             and relname <> '__diesel_schema_migrations' order by 1";
    client.query(TABLES, &[]).await.unwrap().iter().map(|row| row.get(0)).collect()
}

#[actix_web::test]
async fn row_level_security_is_on_and_forced_on_every_table() {
    let database = Database::migrated().await;
    let client = database.connect().await;
    let open: Vec<String> = client
        .query(
            "select relname::text from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                and relname <> '__diesel_schema_migrations' and not (relrowsecurity and relforcerowsecurity)",
            &[],
        )
        .await
        .unwrap()
        .iter()
        .map(|row| row.get(0))
        .collect();
    assert!(open.is_empty(), "{open:?}");
}

/// Tables with nothing of anybody in them.
const PUBLIC: [&str; 2] = ["services", "agreements"];

#[actix_web::test]
async fn who_has_not_said_who_asks_sees_no_row_of_any_table() {
    let database = Database::with_the_world().await;
    let owner = database.connect().await;
    // A row in each of the tables of which the world has none.
    owner
        .batch_execute(
            "insert into outbox (recipient, language, letter) values ('a@b.example', 'en', '{}');
             insert into sessions (key_hash, user_id) select sha256('key'), id from users limit 1;
             select count_attempt('sign-in 10.0.0.1', 60);",
        )
        .await
        .unwrap();
    let portal = database.connect_as_portal().await;
    for table in tables(&owner).await {
        if PUBLIC.contains(&table.as_str()) {
            continue;
        }
        match portal.query_one(&format!("select count(*) from {table}"), &[]).await {
            Ok(row) => assert_eq!(row.get::<_, i64>(0), 0, "{table} shows itself to anybody"),
            Err(refused) => assert_eq!(refused.code().map(|code| code.code()), Some("42501"), "{table}: {refused}"),
        }
    }
}

#[actix_web::test]
async fn an_organization_sees_its_own_rows_only() {
    let database = Database::with_the_world().await;
    let owner = database.connect().await;
    owner.batch_execute("insert into sessions (key_hash, user_id, org_id) select sha256('zhao min'), m.user_id, m.org_id from memberships m join users u on u.id = m.user_id where u.email = 'zhao.min@fabrikam.example'").await.unwrap();
    let portal = database.connect_as_portal().await;
    portal.batch_execute("begin; select enter_request(sha256('zhao min'), null, true)").await.unwrap();
    let sees = async |query: &str| portal.query_one(query, &[]).await.unwrap().get::<_, i64>(0);
    assert_eq!(sees("select count(*) from organizations where kind = 'customer'").await, 1, "itself");
    assert_eq!(sees("select count(*) from organizations where kind = 'operator'").await, 0);
    assert_eq!(sees("select count(*) from users").await, 3, "its own people");
    assert_eq!(sees("select count(*) from partnerships").await, 0, "a business of others");
    let refused = portal.batch_execute("update organizations set name = 'Ours'").await.unwrap_err();
    assert_eq!(refused.code().map(|code| code.code()), Some("25006"), "a request that reads cannot write");
}

#[actix_web::test]
async fn a_session_that_is_over_lets_nobody_in() {
    let database = Database::with_the_world().await;
    let owner = database.connect().await;
    let portal = database.connect_as_portal().await;
    let visitor = async || {
        let row = portal.query_one("select (enter_request(sha256('k'), null, false) -> 'visitor')::text", &[]).await.unwrap();
        row.get::<_, String>(0)
    };
    assert_eq!(visitor().await, "null");
    owner
        .batch_execute("insert into sessions (key_hash, user_id) select sha256('k'), id from users where name = 'Zhao Min'")
        .await
        .unwrap();
    assert!(visitor().await.contains("Zhao Min"));
    for over in [
        "update sessions set expires_at = now() - interval '1 second'",
        "update sessions set expires_at = now() + interval '1 hour', seen_at = now() - interval '3 hours'",
        "update sessions set seen_at = now(); update users set disabled_at = now() where name = 'Zhao Min'",
    ] {
        owner.batch_execute(over).await.unwrap();
        assert_eq!(visitor().await, "null", "{over}");
    }
}

#[actix_web::test]
async fn what_is_recorded_cannot_be_changed_and_every_change_would_show() {
    let database = Database::with_the_world().await;
    let owner = database.connect().await;
    for kind in ["signed-in", "signed-out", "signed-in"] {
        let insert =
            "insert into audit_events (chain, seq, kind, previous, hash) values ('00000000-0000-0000-0000-000000000001', 0, $1, '', '')";
        owner.execute(insert, &[&kind]).await.unwrap();
    }
    let portal = database.connect_as_portal().await;
    portal.batch_execute("begin; select enter_system(); savepoint here").await.unwrap();
    for forbidden in [
        "update audit_events set kind = 'x'",
        "delete from audit_events",
        "truncate audit_events",
        "update audit_heads set seq = 0",
        "delete from acceptances",
    ] {
        let refused = portal.batch_execute(forbidden).await.unwrap_err();
        assert_eq!(refused.code().map(|code| code.code()), Some("42501"), "{forbidden}");
        portal.batch_execute("rollback to here").await.unwrap();
    }
    assert!(owner.batch_execute("delete from audit_events").await.is_err(), "the owner's trigger refuses as well");

    let breaks =
        async || owner.query("select seq from audit_breaks()", &[]).await.unwrap().iter().map(|row| row.get(0)).collect::<Vec<i64>>();
    assert_eq!(breaks().await, Vec::<i64>::new());
    // Somebody with all power over the database changes the second entry.
    let tamper = "alter table audit_events disable trigger all; update audit_events set kind = 'reset-asked' where seq = 2; alter table audit_events enable trigger all";
    owner.batch_execute(tamper).await.unwrap();
    assert_eq!(breaks().await, [2]);
}
