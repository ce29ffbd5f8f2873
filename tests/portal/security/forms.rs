//! Where a change may come from: a form of the portal's own, with the token of its own session.

use reqwest::{Method, header};

use crate::{
    browser::Browser,
    world::{World, ZHAO_MIN, ZHAO_YONG},
};

/// Chooses the dark theme, which everybody may: the smallest change there is.
fn choice(browser: &Browser, token: &str) -> reqwest::RequestBuilder {
    browser.request(Method::POST, "/theme").form(&[("theme", "dark"), ("back", "/sign-in"), ("csrf", token)])
}

#[actix_web::test]
async fn a_change_that_comes_from_another_site_is_refused() {
    let world = World::new().await;
    let person = world.somebody();
    let token = person.token().await;
    let origin = |site: &'static str| move |request: reqwest::RequestBuilder| request.header(header::ORIGIN, site);
    let portal = world.portal.url.clone();

    let modern = |site: &'static str| move |request: reqwest::RequestBuilder| request.header("sec-fetch-site", site);
    for (tried, request) in [
        ("cross-site", modern("cross-site")(choice(&person, &token).header(header::ORIGIN, "https://evil.example"))),
        ("same-site", modern("same-site")(choice(&person, &token).header(header::ORIGIN, "https://other.example"))),
        ("cross-site with the portal's origin", modern("cross-site")(choice(&person, &token).header(header::ORIGIN, &portal))),
        ("another origin", origin("https://evil.example")(choice(&person, &token))),
        ("no origin worth the name", origin("null")(choice(&person, &token))),
        ("another scheme", choice(&person, &token).header(header::ORIGIN, portal.replace("http:", "https:"))),
        ("a longer origin", choice(&person, &token).header(header::ORIGIN, format!("{portal}.evil.example"))),
        ("nothing said", choice(&person, &token)),
    ] {
        let answer = person.send(request, tried).await.answered(403);
        assert!(!answer.headers.contains_key(header::SET_COOKIE), "{tried}: nothing was changed");
    }
    let old = person.send(choice(&person, &token).header(header::ORIGIN, &portal), "an old browser").await.answered(303);
    assert!(old.header("set-cookie").starts_with("theme=dark"));
    person.send(modern("same-origin")(choice(&person, &token)), "a modern browser").await.answered(303);
}

#[actix_web::test]
async fn a_form_without_its_own_sessions_token_is_refused() {
    let world = World::new().await;
    let (zhao_min, other) = (world.visits(ZHAO_MIN).await, world.visits(ZHAO_YONG).await);
    let stranger = world.somebody();
    let (mine, of_another, of_nobody) = (zhao_min.token().await, other.token().await, stranger.token().await);
    assert_ne!(mine, of_another);
    for (tried, token) in
        [("another's", of_another.as_str()), ("a stranger's", &of_nobody), ("an empty one", ""), ("a shortened one", &mine[1..])]
    {
        zhao_min.send(zhao_min.from_a_page(choice(&zhao_min, token)), tried).await.answered(403);
    }
    zhao_min.posts("/theme", &[("theme", "dark"), ("back", "/")]).await.answered(403);
    zhao_min.send(zhao_min.from_a_page(choice(&zhao_min, &mine)), "one's own").await.answered(303);
}

#[actix_web::test]
async fn only_a_form_is_a_form() {
    let world = World::new().await;
    let person = world.somebody();
    let token = person.token().await;
    let body = format!("theme=dark&back=%2F&csrf={token}");
    for kind in ["text/plain", "application/json", "multipart/form-data; boundary=x"] {
        let request = person.request(Method::POST, "/theme").header(header::CONTENT_TYPE, kind).body(body.clone());
        person.send(person.from_a_page(request), kind).await.answered(400);
    }
    let overridden = person.request(Method::GET, "/theme?_method=POST&theme=dark").header("x-http-method-override", "POST");
    person.send(overridden, "an overridden method").await.answered(404);
}

#[actix_web::test]
async fn a_field_that_a_form_does_not_have_is_refused() {
    let world = World::new().await;
    let person = world.somebody();
    person.posts_with_token("/sign-in", &[("email", "a@b.example"), ("password", "x"), ("role", "operator-admin")]).await.answered(422);
    person.posts_with_token("/theme", &[("theme", "dark"), ("back", "/"), ("theme", "light")]).await.answered(422);
}

#[actix_web::test]
async fn a_form_of_a_gigabyte_is_not_read() {
    let world = World::new().await;
    let person = world.somebody();
    let page = person.posts_with_token("/sign-in", &[("email", "a@b.example"), ("password", &"x".repeat(200_000))]).await;
    page.answered(413);
}
