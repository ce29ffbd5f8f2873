//! Without its database, or with too little of it.

use std::{
    process::Command,
    time::{Duration, Instant},
};

use reqwest::{Method, header};

use super::answers::is_dressed;
use crate::{
    browser::Browser,
    harness::{Database, Portal, Setting, own_cluster},
    world::{PASSWORD, World, ZHAO_MIN},
};

/// A request never waits for a second connection while it has one.
#[actix_web::test]
async fn one_connection_is_enough() {
    let world = World::with(Setting { connections: Some(1), ..Setting::default() }).await;
    let person = world.visits(crate::world::MEI_TANG).await;
    person.opens("/organizations/choose").await.answered(200).sees("Litware");
    let page = person.posts_with_token("/organizations/current", &[("org", &crate::world::LITWARE.id().to_string())]).await;
    page.answered(303);
    person.opens("/today").await.answered(200);
}

#[actix_web::test]
async fn without_its_database_the_portal_says_so_and_recovers_by_itself() {
    let world = World::new().await;
    let person = world.visits(ZHAO_MIN).await;
    person.opens("/sign-in").await;
    let name = world.database.url().rsplit('/').next().unwrap().to_owned();
    let admin = Database::empty().await;
    let client = admin.connect().await;
    let stop = format!(
        "alter database {name} allow_connections false; select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'"
    );
    client.batch_execute(&stop).await.unwrap();

    for (lang, words) in [("en", "The portal is not available right now"), ("zh-CN", "门户暂时不可用"), ("ru", "Портал сейчас недоступен")]
    {
        let ask = person.request(Method::GET, "/today").header(header::ACCEPT_LANGUAGE, lang);
        let began = Instant::now();
        let page = person.send(ask, "/today").await.answered(503).sees(words);
        assert!(began.elapsed() < Duration::from_secs(4), "never a hang");
        assert!(!page.header("retry-after").is_empty());
        is_dressed(&page);
    }
    // What needs no database still works.
    world.somebody().opens("/healthz").await.answered(200);
    let style = world.somebody().opens("/sign-in").await.answered(200).attributes("link[rel=stylesheet]", "href").remove(0);
    world.somebody().asks(&style).await.answered(200);

    client.batch_execute(&format!("alter database {name} allow_connections true")).await.unwrap();
    person.opens("/today").await.answered(200);
}

#[actix_web::test]
async fn a_portal_outlives_the_death_of_its_postgres() {
    // What was committed must outlive the death, the session above all: the shared cluster of the tests may lose its last commits.
    let cluster = own_cluster("dies", true);
    let url = cluster.owner_url();
    mandate::db::migrate::up(&url).await.unwrap();
    let (client, connection) = tokio_postgres::connect(&url, tokio_postgres::NoTls).await.unwrap();
    let connection = tokio::spawn(connection);
    client.batch_execute(&crate::world::sql()).await.unwrap();
    let portal = Portal::on(&url);
    let person = Browser::new(&portal.url);
    person.posts_with_token("/sign-in", &[("email", &ZHAO_MIN.email()), ("password", PASSWORD)]).await.answered(303);
    person.opens("/today").await.answered(200);

    let file = std::env::temp_dir().join(format!("mandate-tests-{}-dies/postgres/data/postmaster.pid", std::process::id()));
    let postmaster = std::fs::read_to_string(file).unwrap().lines().next().unwrap().to_owned();
    assert!(Command::new("kill").args(["-QUIT", &postmaster]).status().unwrap().success());
    let _ = connection.await;

    let deadline = Instant::now() + Duration::from_secs(30);
    loop {
        let status = person.asks("/today").await.status.as_u16();
        assert!([200, 503].contains(&status), "{status}");
        if status == 200 {
            break;
        }
        assert!(Instant::now() < deadline, "not in time");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    drop(portal);
    cluster.stop().await;
}
