//! Starting the program: what keeps it from starting is one sentence that says what to do; and the first operator.

use std::{
    net::TcpListener,
    process::{Command, Output},
};

use mandate::db::{Pool, inspect};

use crate::{
    harness::Database,
    world::{OLGA_PETROVA, World, ZHAO_MIN},
};

/// Runs the program with nothing in its environment but what is said here.
fn run(words: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mandate"));
    command
        .args(words)
        .env_clear()
        .env("MANDATE_PUBLIC_URL", "http://localhost:8080")
        .env("MANDATE_SECRET", "0123456789abcdef0123456789abcdef");
    command.env("MANDATE_DATA_DIR", std::env::temp_dir().join(format!("mandate-tests-{}-starting", std::process::id())));
    command.envs(environment.iter().copied()).output().expect("the program runs")
}

/// The program refused, in one sentence.
#[track_caller]
fn refused(output: &Output, words: &[&str]) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "{said}");
    assert_eq!(said.trim().lines().count(), 1, "one sentence: {said}");
    for word in words {
        assert!(said.contains(word), "{word}: {said}");
    }
}

#[test]
fn a_port_in_use_is_told_with_what_to_do() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    refused(&run(&["serve"], &[("MANDATE_LISTEN", &address)]), &[&address, "another program is using that port", "MANDATE_LISTEN"]);
}

#[test]
fn a_broken_configuration_names_the_variable() {
    refused(&run(&["serve"], &[("MANDATE_LISTEN", "nowhere")]), &["MANDATE_LISTEN"]);
}

#[test]
fn a_database_that_does_not_answer_is_told_with_what_to_do() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = format!("postgres://nobody:a-secret-word@{free}/nothing?sslmode=disable");
    let output = run(&["serve"], &[("DATABASE_URL", &url), ("MANDATE_LISTEN", "127.0.0.1:0")]);
    refused(&output, &["The database cannot be reached", "DATABASE_URL"]);
    assert!(!String::from_utf8_lossy(&output.stderr).contains("a-secret-word"));
}

/// However the server is configured, it does not compile the portal's queries; the doctor says what it sees.
#[actix_web::test]
async fn the_portal_has_no_plans_compiled_whatever_the_server_does_for_others() {
    let database = Database::migrated().await;
    let owner = database.connect().await;
    owner.batch_execute("do $$ begin execute format('alter database %I set jit = on', current_database()); end $$").await.unwrap();
    let others: String = database.connect().await.query_one("select current_setting('jit')", &[]).await.unwrap().get(0);
    assert_eq!(others, "on");
    let facts = inspect::inspect(&mut Pool::new(database.url(), 1).unwrap().get().await.unwrap()).await.unwrap();
    assert_eq!((facts.compiles, facts.compiles_for_others), (false, true));
    let said = String::from_utf8(run(&["doctor"], &[("DATABASE_URL", database.url())]).stdout).unwrap();
    assert!(said.contains("PASS  jit: off for the portal; the server's own setting is on"), "{said}");
}

#[actix_web::test]
async fn the_first_operator_is_made_once() {
    let database = Database::migrated().await;
    let admin = |words: &[&str]| run(&[&["admin", "create"], words].concat(), &[("DATABASE_URL", database.url())]);
    let said = |output: &Output| String::from_utf8_lossy(&output.stdout).into_owned();
    // Until the link was followed it can be asked for again.
    for _ in 0..2 {
        let output = admin(&["first@operator.example", "The First"]);
        assert!(output.status.success() && said(&output).contains("http://localhost:8080/set-up/"), "{output:?}");
    }
    assert_eq!(database.count("select count(*) from memberships").await, 0);
    assert_eq!(database.count("select count(*) from membership_offers where admin = 'operator-admin'").await, 1);
}

#[actix_web::test]
async fn somebody_with_an_account_becomes_an_operator_and_is_told_so() {
    let world = World::new().await;
    let url = world.database.url();
    let admin = |words: &[&str]| run(&[&["admin", "create"], words].concat(), &[("DATABASE_URL", url)]);
    refused(&admin(&[&ZHAO_MIN.email(), ZHAO_MIN.name]), &["The operator has an admin already", "--force"]);
    let output = admin(&[&ZHAO_MIN.email(), ZHAO_MIN.name, "--force"]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("has an account already"), "{output:?}");
    assert!(!said.contains("/set-up/"));
    let promoted = format!(
        "select count(*) from memberships where user_id = '{}' and admin = 'operator-admin' and org_id = '{}'",
        ZHAO_MIN.id(),
        OLGA_PETROVA.company.id()
    );
    assert_eq!(world.database.count(&promoted).await, 1);
}
