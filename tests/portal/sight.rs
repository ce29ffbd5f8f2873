//! Row-level security, the second line: what each organization's people would see of every table if every guard before it failed.
//!
//! The numbers are in `sight.snap.txt`, to be read by people; `UPDATE_SNAPSHOTS=1` writes it anew.

use std::fmt::Write;

use tokio_postgres::Client;

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

/// Enters as somebody, in a transaction that is left open.
async fn enters(world: &World, person: Person, reading: bool) -> Client {
    let session = format!(
        "insert into sessions (key_hash, user_id, org_id) values (sha256('{0}'), '{0}', '{1}') on conflict do nothing",
        person.id(),
        person.company.id()
    );
    world.database.connect().await.batch_execute(&session).await.unwrap();
    let portal = world.database.connect_as_portal().await;
    portal.batch_execute(&format!("begin; select enter_request(sha256('{}'), null, {reading})", person.id())).await.unwrap();
    portal
}

#[actix_web::test]
async fn everybody_sees_what_concerns_them_and_nothing_else() {
    let world = World::with_a_past().await;
    let tables = tables(&world.database.connect().await).await;
    let mut columns = Vec::new();
    for (_, person) in EYES {
        let portal = enters(&world, person, true).await;
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

#[actix_web::test]
async fn what_somebody_does_not_see_they_cannot_change_either() {
    let world = World::with_a_past().await;
    let owner = world.database.connect().await;
    for table in tables(&owner).await {
        let column: String = owner
            .query_one("select attname::text from pg_attribute where attrelid = $1::text::regclass and attnum = 1", &[&table])
            .await
            .unwrap()
            .get(0);
        for (who, person) in
            EYES.into_iter().filter(|(_, person)| [world::PROSEWARE, world::TAILSPIN, world::LITWARE].contains(&person.company))
        {
            let portal = enters(&world, person, false).await;
            let mine: i64 = portal.query_one(&format!("select count(*) from {table}"), &[]).await.unwrap().get(0);
            for change in [format!("update {table} set {column} = {column}"), format!("delete from {table}")] {
                portal.batch_execute("savepoint here").await.unwrap();
                match portal.execute(&change, &[]).await {
                    Ok(rows) => {
                        assert!(i64::try_from(rows).unwrap() <= mine, "{who}: {change} changed {rows} rows, and only {mine} are theirs")
                    }
                    Err(refused) => {
                        // No privilege, or a row of their own that something hangs on.
                        let code = refused.code().map(|code| code.code().to_owned()).unwrap_or_default();
                        assert!(["42501", "23503", "428C9"].contains(&code.as_str()), "{who}: {change}: {refused:?}");
                    }
                }
                portal.batch_execute("rollback to here").await.unwrap();
            }
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
