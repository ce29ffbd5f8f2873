//! The demo: fills an empty database and no other, shows something of everything, and lets everybody in.

use mandate::{accounts::Hashing, db::Pool, demo, problem::Problem};

use crate::{
    browser::Browser,
    harness::{Database, Portal, Setting},
};

async fn seeded() -> Database {
    let database = Database::migrated().await;
    let pool = Pool::new(database.url(), 2).unwrap();
    demo::seed(&pool, &Hashing::new(), chrono::Utc::now()).await.expect("an empty database is filled");
    database
}

#[actix_web::test]
async fn the_demo_never_mixes_with_other_data() {
    let database = seeded().await;
    let before = database.fingerprint().await;
    let pool = Pool::new(database.url(), 2).unwrap();
    let again = demo::seed(&pool, &Hashing::new(), chrono::Utc::now()).await;
    assert!(matches!(again, Err(Problem::Conflict("demo-not-empty"))), "{again:?}");
    assert_eq!(database.fingerprint().await, before);
}

#[actix_web::test]
async fn the_demo_shows_something_of_every_state_and_its_trail_holds() {
    let database = seeded().await;
    for (what, query) in [
        ("partnerships", "select count(distinct state) - 5 from partnerships"),
        ("invitations", "select count(distinct state) - 5 from invitations"),
        ("expired invitations", "select least(count(*), 1) - 1 from invitations where state = 'open' and expires_at < now()"),
        ("ways of passing on", "select count(distinct way) - 3 from forwards"),
        ("delegations", "select count(distinct state) - 3 from delegations"),
        ("ends of delegations", "select count(distinct end_reason) - 6 from delegations"),
        ("relationships", "select count(distinct state) - 2 from relationships"),
        ("requests", "select count(distinct state) - 2 from invitation_requests"),
        ("reports", "select count(*) - 1 from alarms where state = 'open'"),
        ("letters", "select count(distinct state) - 3 from outbox"),
        ("breaks of the trail", "select count(*) from audit_breaks()"),
        ("events in the future", "select count(*) from audit_events where at > now()"),
        (
            "relationships without an event",
            "select count(*) from relationships r where not exists (select from audit_events e where e.relationship_id = r.id)",
        ),
        (
            "delegations whose end is not told",
            "select count(*) from delegations d where end_reason not in ('relationship-ended') and (select count(*) from audit_events e where e.delegation_id = d.id) < 2",
        ),
        ("delegations in force past their time", "select count(*) from delegations where state <> 'ended' and ends_at < now()"),
    ] {
        assert_eq!(database.count(query).await, 0, "{what}");
    }
}

#[actix_web::test]
async fn everybody_on_the_list_can_sign_in_and_has_a_start_page() {
    let database = seeded().await;
    let portal = Portal::with(database.url(), Setting { demo: true, ..Setting::default() });
    let list = Browser::new(&portal.url).opens("/sign-in").await.answered(200).sees(demo::PASSPHRASE);
    // One of each role is enough: a password takes its time.
    let mut roles = std::collections::BTreeSet::new();
    for person in demo::people() {
        assert!(list.words().contains(person.email), "{} is not on the list", person.name);
        if roles.insert((person.kind, person.role_key)) {
            let browser = Browser::new(&portal.url);
            let page = browser.posts_with_token("/sign-in", &[("email", person.email), ("password", demo::PASSPHRASE)]).await;
            assert_eq!(page.status, 303, "{} signs in: {}", person.name, page.told());
            browser.opens("/today").await.answered(200);
        }
    }
}
