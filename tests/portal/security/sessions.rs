//! Sessions: how they begin, what keeps them alive, and how they end.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::{
    browser::Browser,
    harness::{Portal, Setting},
    past::STANDING,
    world::{FABRIKAM, HE_LIN, NORTHWIND, PASSWORD, World, ZHAO_MIN, ZHAO_YONG},
};

#[actix_web::test]
async fn a_session_begins_at_sign_in_with_a_key_of_its_own() {
    let world = World::new().await;
    let person = world.visits(ZHAO_MIN).await;
    let first = person.cookies();
    assert!(first.contains("session="), "{first}");
    world.signs_in(&person, ZHAO_MIN).await;
    assert_ne!(person.cookies(), first, "whoever signs in again gets a new key");
    assert_eq!(world.database.count("select count(*) from sessions").await, 1, "and the old one is dead");

    // A key that somebody else planted is worth nothing, and is not taken over.
    let victim = world.somebody();
    victim.takes_cookie("session=0123456789012345678901234567890123456789012345678901234567890123; Path=/");
    world.signs_in(&victim, ZHAO_YONG).await;
    assert!(!victim.cookies().contains("0123456789"), "{}", victim.cookies());
}

#[actix_web::test]
async fn a_session_that_was_ended_elsewhere_is_dead_at_once_on_every_instance() {
    let world = World::new().await;
    let other = Portal::on(world.database.url());
    let person = world.visits(ZHAO_MIN).await;
    person.opens("/today").await.answered(200);
    person.at(&other.url).opens("/today").await.answered(200);
    world.database.connect().await.batch_execute("delete from sessions").await.unwrap();
    for portal in [&world.portal.url, &other.url] {
        let page = person.at(portal).opens("/today").await;
        assert!(page.status == 401 || page.path.starts_with("/sign-in"), "{}", page.told());
    }
}

#[actix_web::test]
async fn signing_out_ends_the_session_and_clears_the_browser() {
    let world = World::new().await;
    let person = world.visits(ZHAO_MIN).await;
    let thief = world.somebody();
    for cookie in person.cookies().split("; ") {
        thief.takes_cookie(cookie);
    }
    thief.opens("/today").await.answered(200);
    let answer = person.posts_with_token("/sign-out", &[]).await.answered(303);
    assert!(answer.header("clear-site-data").contains("cache"), "{:?}", answer.headers);
    for browser in [&person, &thief] {
        let page = browser.opens("/today").await;
        assert!(page.status == 401 || page.path.starts_with("/sign-in"), "{}", page.told());
    }
    assert_eq!(world.database.count("select count(*) from sessions").await, 0);
}

#[actix_web::test]
async fn a_sign_in_that_fails_does_not_tell_why() {
    let world = World::new().await;
    let set = format!("update users set disabled_at = now() where id = '{}'", ZHAO_YONG.id());
    world.database.connect().await.batch_execute(&set).await.unwrap();
    let mut told = Vec::new();
    for (email, password) in
        [(ZHAO_MIN.email(), "not the pass phrase"), ("nobody@fabrikam.example".into(), PASSWORD), (ZHAO_YONG.email(), PASSWORD)]
    {
        let page = world.somebody().posts_with_token("/sign-in", &[("email", &email), ("password", password)]).await.answered(422);
        told.push(page.words());
    }
    assert_eq!(told[0], told[1]);
    assert_eq!(told[0], told[2]);
    assert_eq!(world.database.count("select count(*) from sessions").await, 0);
}

#[actix_web::test]
async fn guessing_is_limited_for_the_guesser_and_not_for_the_owner() {
    let world = World::with(Setting { trusts_no_proxy: true, ..Setting::default() }).await;
    let guess = async || {
        // Each guess claims to come from another address; nobody's word is taken for it.
        world
            .somebody()
            .posts_with_token("/sign-in", &[("email", &ZHAO_MIN.email()), ("password", "a wrong pass phrase")])
            .await
            .status
            .as_u16()
    };
    let mut answers = Vec::new();
    for _ in 0..12 {
        answers.push(guess().await);
    }
    assert_eq!(answers[0], 422);
    assert_eq!(answers[11], 429, "{answers:?}");
    // At another portal, which believes its proxy, the owner comes from elsewhere.
    let portal = Portal::on(world.database.url());
    let owner = Browser::new(&portal.url);
    owner.posts_with_token("/sign-in", &[("email", &ZHAO_MIN.email()), ("password", PASSWORD)]).await.answered(303);
}

#[actix_web::test]
async fn a_change_of_rights_counts_at_the_next_request() {
    let world = World::new().await;
    let person = world.visits(ZHAO_MIN).await;
    let allowed = person.asks("/people").await.status;
    let change = format!("update memberships set admin = 'reader' where user_id = '{}' and org_id = '{}'", ZHAO_MIN.id(), FABRIKAM.id());
    world.database.connect().await.batch_execute(&change).await.unwrap();
    assert_ne!(person.asks("/people").await.status, allowed);
    person.asks("/people").await.answered(403);
}

/// ASVS 7.3.1: reading is using; who only reads is not signed out for having been idle.
#[actix_web::test]
async fn reading_keeps_a_session_alive() {
    let world = World::new().await;
    let person = world.visits(ZHAO_MIN).await;
    world.suddenly("update sessions set seen_at = now() - interval '90 minutes'").await;
    person.opens("/today").await.is_at("/today");
    let seen = "select count(*) from sessions where seen_at > now() - interval '1 minute'";
    let deadline = Instant::now() + Duration::from_secs(10);
    while world.database.count(seen).await == 0 {
        assert!(Instant::now() < deadline, "it was not noted that the session is in use");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    world.suddenly("update sessions set seen_at = now() - interval '121 minutes'").await;
    person.opens("/today").await.is_under("/sign-in");
}

/// Whatever is still on its way when a right ends is judged by what is: after the last byte, not before the first.
#[actix_web::test]
async fn whoever_loses_a_right_while_a_form_is_on_its_way_changes_nothing() {
    let world = World::with_a_past().await;
    let (he_lin, northwind) = (HE_LIN.id(), NORTHWIND.id());
    for (change, undone) in [
        (
            format!("update memberships set agent = 'helpdesk-agent' where user_id = '{he_lin}'"),
            format!("update memberships set agent = 'admin-agent' where user_id = '{he_lin}'"),
        ),
        (
            format!("update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'x' where id = '{northwind}'"),
            format!("update organizations set state = 'active', suspended_at = null, suspended_reason = null where id = '{northwind}'"),
        ),
        (format!("delete from sessions where user_id = '{he_lin}'"), String::new()),
    ] {
        let browser = world.visits(HE_LIN).await;
        let body = format!("csrf={}", browser.token().await);
        let address = world.portal.url.strip_prefix("http://").unwrap();
        let head = format!(
            "POST /invitations/{STANDING}/pause HTTP/1.1\r\nhost: {address}\r\ncookie: {}\r\norigin: {}\r\nsec-fetch-site: same-origin\r\nconnection: close\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n",
            browser.cookies(),
            world.portal.url,
            body.len()
        );
        let (most, last) = body.split_at(body.len() - 1);
        let mut line = tokio::net::TcpStream::connect(address).await.unwrap();
        line.write_all(format!("{head}{most}").as_bytes()).await.unwrap();
        tokio::time::sleep(Duration::from_millis(500)).await;
        world.suddenly(&change).await;
        line.write_all(last.as_bytes()).await.unwrap();
        let mut answer = String::new();
        line.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 409") && answer.contains("changed while this was on its way"), "{change}: {answer}");
        assert_eq!(world.database.count("select count(*) from invitations where state = 'paused'").await, 0, "{change}");
        world.suddenly(&undone).await;
    }
}
