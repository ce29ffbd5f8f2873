//! Row-level security, the second line: what each organization's people would see of every table if every guard before it failed.
//!
//! The numbers are in `sight.snap.txt`, to be read by people; `UPDATE_SNAPSHOTS=1` writes it anew.

use std::{collections::BTreeSet, fmt::Write};

use tokio_postgres::Client;
use uuid::Uuid;

use crate::{
    harness::check,
    past,
    world::{self, Person, World},
};

/// Who looks.
const EYES: [(&str, Person); 9] = [
    ("Northwind, which invites", world::HE_LIN),
    ("Contoso, which forwards and supports", world::LI_NA),
    ("Adventure Works, which is asked to support", world::ZHOU_JIE),
    ("Fabrikam, the customer", world::ZHAO_MIN),
    ("Proseware, another provider", world::PAN_YU),
    ("Wingtip, its reseller", world::DU_KAI),
    ("Tailspin, a direct partner", world::FENG_XIN),
    ("Litware, another customer", world::LIN_TAO),
    ("the operator", world::AN_QING),
];

/// Tables of everybody, and those that no organization has any part in.
const NOT_COUNTED: [&str; 4] = ["services", "agreements", "attempts", "audit_heads"];

async fn tables(client: &Client) -> Vec<String> {
    const TABLES: &str = "select relname::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                             and relname <> '__diesel_schema_migrations' order by 1";
    let all = client.query(TABLES, &[]).await.unwrap();
    all.iter().map(|row| row.get(0)).filter(|table: &String| !NOT_COUNTED.contains(&table.as_str())).collect()
}

/// Enters as somebody, perhaps by a link, in a transaction that is left open.
pub async fn enters(world: &World, person: Person, link: Option<Uuid>, reading: bool) -> Client {
    let session = format!(
        "insert into sessions (key_hash, user_id, org_id) values (sha256('{0}'), '{0}', '{1}') on conflict do nothing",
        person.id(),
        person.company.id()
    );
    world.database.connect().await.batch_execute(&session).await.unwrap();
    let portal = world.database.connect_as_portal().await;
    let link = link.map_or("null".to_owned(), |link| format!("'{link}'"));
    portal.batch_execute(&format!("begin; select enter_request(sha256('{}'), {link}, {reading})", person.id())).await.unwrap();
    portal
}

#[actix_web::test]
async fn everybody_sees_what_concerns_them_and_nothing_else() {
    let world = World::with_a_past().await;
    let tables = tables(&world.database.connect().await).await;
    let mut columns = Vec::new();
    for (_, person) in EYES {
        let portal = enters(&world, person, None, true).await;
        let mut column = Vec::new();
        for table in &tables {
            let rows: i64 = portal.query_one(&format!("select count(*) from {table}"), &[]).await.unwrap().get(0);
            column.push(rows);
        }
        columns.push(column);
    }
    let mut text = "How many rows each sees of every table. One column for each, from left to right:\n\n".to_owned();
    for (number, (who, _)) in EYES.iter().enumerate() {
        let _ = writeln!(text, "{:>3}  {who}", number + 1);
    }
    text.push('\n');
    for (at, table) in tables.iter().enumerate() {
        // Everybody who has entered adds a session; people see their own.
        let row: String = columns.iter().map(|column| format!("{:>4}", if table == "sessions" { 1 } else { column[at] })).collect();
        let _ = writeln!(text, "{table:<20}{row}");
    }
    check("sight.snap.txt", &text);
}

/// The columns of a table that can be written, and those of its key.
async fn columns(client: &Client, table: &str) -> (String, String) {
    const COLUMNS: &str = "
        select string_agg(quote_ident(a.attname), ', ' order by a.attnum) filter (where a.attgenerated = ''),
               string_agg(quote_ident(a.attname), ', ' order by a.attnum) filter (where a.attnum = any (i.indkey))
          from pg_attribute a join pg_index i on i.indrelid = a.attrelid and i.indisprimary
         where a.attrelid = $1::text::regclass and a.attnum > 0 and not a.attisdropped";
    let row = client.query_one(COLUMNS, &[&table]).await.unwrap();
    (row.get(0), row.get(1))
}

/// Each row of the whole past that they do not see, written once more: it would be a forgery of another's.
#[actix_web::test]
async fn what_somebody_does_not_see_they_cannot_write_either() {
    let world = World::with_a_past().await;
    let owner = world.database.connect().await;
    let mut tried = 0;
    for table in tables(&owner).await {
        let (columns, key) = columns(&owner, &table).await;
        let all = owner.query(&format!("select row({key})::text, to_jsonb(t)::text from {table} t"), &[]).await.unwrap();
        let again = format!(
            "insert into {table} ({columns}) overriding system value select {columns} from jsonb_populate_record(null::{table}, $1::text::jsonb)"
        );
        for (who, person) in EYES.into_iter().filter(|(_, person)| person.company != world::OPERATOR) {
            let portal = enters(&world, person, None, false).await;
            let seen = portal.query(&format!("select row({key})::text from {table}"), &[]).await.unwrap();
            let seen: BTreeSet<String> = seen.iter().map(|row| row.get(0)).collect();
            for row in all.iter().filter(|row| !seen.contains(row.get::<_, &str>(0))) {
                let row: String = row.get(1);
                portal.batch_execute("savepoint here").await.unwrap();
                let refused = portal.execute(&again, &[&row]).await.err().unwrap_or_else(|| panic!("{who} wrote into {table}: {row}"));
                assert_eq!(refused.code().map(|code| code.code()), Some("42501"), "{who}, {table}: {refused:?}");
                portal.batch_execute("rollback to here").await.unwrap();
                tried += 1;
            }
        }
    }
    assert!(tried > 300, "there was something to try: {tried}");
}

/// Every column that names an organization, set to one's own in all that one may change: nothing moves.
#[actix_web::test]
async fn nobody_makes_themselves_a_party_to_what_is_another_s() {
    // Whom an invitation suggests is for its inviter to say, and who supports what it sold for a seller.
    const FREE: [(&str, &str); 2] = [("invitations", "suggested_holder_id"), ("subscriptions", "support_contact_id")];
    const NAMING: &str = "
        select distinct c.conrelid::regclass::text, a.attname::text from pg_constraint c
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.atttypid = 'uuid'::regtype
         where c.contype = 'f' and c.confrelid = 'organizations'::regclass order by 1, 2";
    let world = World::with_a_past().await;
    let naming = world.database.connect().await.query(NAMING, &[]).await.unwrap();
    let naming: Vec<(String, String)> = naming.iter().map(|row| (row.get(0), row.get(1))).collect();
    assert!(naming.len() > 15, "{naming:?}");
    for (who, person) in EYES.into_iter().filter(|(_, person)| person.company != world::OPERATOR) {
        let portal = enters(&world, person, None, false).await;
        for (table, column) in naming.iter().filter(|(table, column)| !FREE.contains(&(table, column))) {
            let mine = person.company.id();
            let takes = format!("update {table} set {column} = '{mine}' where {column} is distinct from '{mine}'");
            portal.batch_execute("savepoint here").await.unwrap();
            match portal.execute(&takes, &[]).await {
                Ok(rows) => assert_eq!(rows, 0, "{who}: {takes}"),
                Err(refused) => {
                    let code = refused.code().map(|code| code.code()).unwrap_or_default();
                    assert!(["42501", "23503", "23514"].contains(&code), "{who}: {takes}: {refused:?}");
                }
            }
            portal.batch_execute("rollback to here").await.unwrap();
        }
    }
}

#[actix_web::test]
async fn a_link_shows_what_it_points_at_and_nothing_else() {
    let world = World::with_a_past().await;
    let portal = world.database.connect_as_portal().await;
    portal.batch_execute(&format!("begin; select enter_request(null, '{}', true)", past::STANDING)).await.unwrap();
    for (table, rows) in [
        ("invitations", 1),
        ("invitation_services", 3),
        ("relationships", 0),
        ("acceptances", 0),
        ("delegations", 0),
        ("users", 0),
        ("openings", 0),
        ("outbox", 0),
    ] {
        let seen: i64 = portal.query_one(&format!("select count(*) from {table}"), &[]).await.unwrap().get(0);
        assert_eq!(seen, rows, "{table}");
    }
    let customers: i64 =
        portal.query_one("select count(*) from organizations where kind in ('customer', 'operator')", &[]).await.unwrap().get(0);
    assert_eq!(customers, 0, "customers are nobody's business");
}
