//! What every answer carries, and where none leads.

use reqwest::{Method, header};

use crate::{
    browser::Page,
    harness::Setting,
    world::{PASSWORD, World, ZHAO_MIN},
};

#[track_caller]
pub fn is_dressed(page: &Page) {
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cache-control", "no-store"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert!(page.header(name).contains(value), "{name}: {:?} on {}", page.header(name), page.told());
    }
    let policy = page.header("content-security-policy");
    for part in
        ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "style-src 'self'", "script-src 'nonce-"]
    {
        assert!(policy.contains(part), "{part} is not in {policy:?} of {}", page.told());
    }
    assert!(!policy.contains("unsafe") && !policy.contains("data:") && !policy.contains("http"), "{policy}");
    if !page.html.is_empty() && page.header("content-type").starts_with("text/html") {
        let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).unwrap();
        for script in page.attributes("script", "nonce") {
            assert_eq!(script, nonce);
        }
        assert!(page.header("content-type").contains("charset=utf-8"));
        assert!(!page.has("style, [style], script:not([src]), [onclick], [onload]"), "something inline on {}", page.path);
    }
}

#[actix_web::test]
async fn every_answer_carries_the_headers() {
    let world = World::new().await;
    let person = world.visits(ZHAO_MIN).await;
    let stranger = world.somebody();
    for page in [
        stranger.asks("/sign-in").await.answered(200),
        stranger.asks("/").await,
        stranger.asks("/people").await,
        person.asks("/today").await,
        person.asks("/nothing/here").await.answered(404),
        person.asks("/audit").await,
        person.posts("/theme", &[]).await.answered(403),
        person.posts_with_token("/theme", &[("theme", "pink"), ("back", "/")]).await.answered(400),
        person.posts_with_token("/theme", &[("theme", "dark"), ("back", "/")]).await.answered(303),
        stranger.send(stranger.request(Method::GET, "/sign-in").header(header::HOST, "evil.example"), "evil").await.answered(421),
        stranger.send(stranger.request(Method::DELETE, "/sign-in"), "delete").await,
    ] {
        is_dressed(&page);
    }
    let nonces =
        [stranger.asks("/sign-in").await, stranger.asks("/sign-in").await].map(|page| page.header("content-security-policy").to_owned());
    assert_ne!(nonces[0], nonces[1], "a nonce is used once");
}

#[actix_web::test]
async fn files_are_kept_for_ever_and_named_by_what_is_in_them() {
    let world = World::new().await;
    let person = world.somebody();
    let page = person.opens("/sign-in").await;
    let files: Vec<_> = page.attributes("link[href]", "href").into_iter().chain(page.attributes("script[src]", "src")).collect();
    assert!(files.len() >= 2);
    for file in files {
        let answer = person.asks(&file).await.answered(200);
        assert!(answer.header("cache-control").contains("immutable"), "{file}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert!(!answer.headers.contains_key(header::SET_COOKIE));
    }
    person.asks("/static/app.css").await.answered(404);
    person.asks("/static/app.000000000000.css").await.answered(404);
}

#[actix_web::test]
async fn over_https_cookies_are_bound_to_the_host() {
    let world = World::with(Setting { public_url: Some("https://portal.example".into()), ..Setting::default() }).await;
    let browser = world.somebody();
    let ask = browser.request(Method::GET, "/sign-in").header(header::HOST, "portal.example");
    let page = browser.send(ask, "/sign-in").await.answered(200);
    assert!(page.header("strict-transport-security").contains("max-age=63072000"));
    let visit = page.header("set-cookie").to_owned();
    for part in ["__Host-visit=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(visit.contains(part), "{visit}");
    }
    let token = page.attributes("input[name=csrf]", "value").remove(0);
    let sign_in = browser
        .request(Method::POST, "/sign-in")
        .header(header::HOST, "portal.example")
        .header(header::ORIGIN, "https://portal.example")
        .header(header::COOKIE, visit.split(';').next().unwrap())
        .form(&[("email", ZHAO_MIN.email().as_str()), ("password", PASSWORD), ("csrf", &token)]);
    let answer = browser.send(sign_in, "/sign-in").await.answered(303);
    let cookies: Vec<_> = answer.headers.get_all(header::SET_COOKIE).iter().map(|value| value.to_str().unwrap()).collect();
    let session = cookies.iter().find(|cookie| cookie.starts_with("__Host-session=")).unwrap_or_else(|| panic!("{cookies:?}"));
    for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(session.contains(part), "{session}");
    }
    assert!(!session.to_lowercase().contains("domain="), "{session}");
}

#[actix_web::test]
async fn no_answer_leads_to_another_site() {
    let world = World::new().await;
    let person = world.somebody();
    for evil in [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "https:evil.example",
        "/a\r\nSet-Cookie: a=b",
        "javascript:alert(1)",
        "\t//evil.example",
    ] {
        let answer = person.posts_with_token("/language", &[("lang", "ru"), ("back", evil)]).await.answered(303);
        assert_eq!(answer.leads_to().as_deref(), Some("/"), "{evil:?}");
    }
    let answer = person.posts_with_token("/language", &[("lang", "en"), ("back", "/sign-in?a=b")]).await;
    assert_eq!(answer.leads_to().as_deref(), Some("/sign-in?a=b"));
    let signed_in = person.posts_with_token("/sign-in?next=//evil.example", &[("email", &ZHAO_MIN.email()), ("password", PASSWORD)]).await;
    assert!(signed_in.leads_to().unwrap().starts_with('/') && !signed_in.leads_to().unwrap().starts_with("//"));
}

#[actix_web::test]
async fn what_is_not_there_and_what_is_somebody_elses_look_the_same() {
    let world = World::new().await;
    let person = world.visits(ZHAO_MIN).await;
    let shown = async |path: &str| {
        let page = person.opens(path).await.answered(404);
        let id = page.all("code").first().cloned().unwrap_or_default();
        page.words().replace(&id, "")
    };
    let nowhere = shown("/nothing/here").await;
    for elsewhere in ["/nothing", "/relationships/", "/static/../x", "/i/", "/sign-in/nothing", "/healthz/deep"] {
        assert_eq!(shown(elsewhere).await, nowhere, "{elsewhere}");
    }
}
