//! What is tried against the portal from outside, and what must happen.

use std::{
    io::{Read, Write},
    net::TcpStream,
    process::Command,
    time::{Duration, Instant},
};

use reqwest::{Method, header};

use crate::{
    browser::{Browser, Page},
    harness::{Database, Portal, Setting, own_cluster},
    world::{FABRIKAM, PASSWORD, World, ZHAO_MIN, ZHAO_YONG},
};

// Where a change may come from -----------------------------------------------------------------------------------------

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

// Under which name the portal is asked for -----------------------------------------------------------------------------

/// Sends bytes as they are and reads the whole answer.
fn raw(world: &World, request: &str) -> String {
    let mut stream = TcpStream::connect(world.portal.url.trim_start_matches("http://")).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

#[actix_web::test]
async fn the_portal_answers_under_its_own_name_only() {
    let world = World::new().await;
    let host = world.portal.url.trim_start_matches("http://").to_owned();
    let end = "Connection: close\r\n\r\n";
    for request in [
        format!("GET /sign-in HTTP/1.1\r\nHost: evil.example\r\n{end}"),
        format!("GET /sign-in/z HTTP/1.1\r\nHost: evil.example\r\n{end}"),
        format!("GET /sign-in HTTP/1.1\r\nHost: {host}.evil.example\r\n{end}"),
        format!("GET /sign-in HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: {host}\r\n{end}"),
        "GET /sign-in HTTP/1.0\r\n\r\n".to_owned(),
    ] {
        let answer = raw(&world, &request);
        let status = answer.split(' ').nth(1).unwrap_or_default().to_owned();
        assert!(["400", "421"].contains(&status.as_str()), "{request:?} → {answer}");
        assert!(!answer.contains("evil.example"), "{answer}");
    }
    for request in [
        format!("GET /sign-in HTTP/1.1\r\nHost: {host}\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\n{end}"),
        format!("GET http://evil.example/sign-in HTTP/1.1\r\nHost: {host}\r\n{end}"),
    ] {
        let answer = raw(&world, &request);
        assert!(!answer.contains("evil.example"), "{request:?} → {answer}");
    }
}

#[actix_web::test]
async fn what_is_not_http_does_not_stop_the_portal() {
    let world = World::new().await;
    let host = world.portal.url.trim_start_matches("http://").to_owned();
    for request in [
        "\0\0\0\0\r\n\r\n".to_owned(),
        format!("GET /{} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n", "a".repeat(20_000)),
        format!("GET /i/%00%ff%fe HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
        format!("GET /../../etc/passwd HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
        format!("GET /static/..%2f..%2fCargo.toml HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"),
        format!(
            "POST /sign-in HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET /x"
        ),
        format!("GET /sign-in HTTP/1.1\r\nHost: {host}\r\nCookie: session=\u{7f}; visit=%00\r\nConnection: close\r\n\r\n"),
    ] {
        let answer = raw(&world, &request);
        let status = answer.split(' ').nth(1).unwrap_or_default().to_owned();
        assert!(!status.starts_with('5'), "{request:?} → {answer}");
        assert!(!answer.contains("root:") && !answer.contains("[dependencies]"), "{answer}");
    }
    world.somebody().opens("/sign-in").await.answered(200);
}

// What every answer carries ----------------------------------------------------------------------------------------------

#[track_caller]
fn is_dressed(page: &Page) {
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

// Language -----------------------------------------------------------------------------------------------------------------

#[actix_web::test]
async fn everybody_reads_the_portal_in_their_language() {
    let world = World::new().await;
    let browser = world.somebody();
    for (accepted, lang) in [
        ("zh-CN,zh;q=0.9", "zh-CN"),
        ("zh-Hans-SG", "zh-CN"),
        ("ru-RU,ru;q=0.8,en;q=0.5", "ru"),
        ("fr,en;q=0.4", "en"),
        ("", "en"),
        ("*;q=0", "en"),
    ] {
        let page = browser.send(browser.request(Method::GET, "/sign-in").header(header::ACCEPT_LANGUAGE, accepted), accepted).await;
        assert_eq!(page.attributes("html", "lang"), [lang], "{accepted:?}");
    }
    // What is chosen on the page goes before what the browser asks for.
    let page = browser.opens("/sign-in").await.form("/language").pressing("lang", "ru").sends().await.is_at("/sign-in");
    assert_eq!(page.attributes("html", "lang"), ["ru"]);
    let page = browser.send(browser.request(Method::GET, "/sign-in").header(header::ACCEPT_LANGUAGE, "zh-CN"), "/sign-in").await;
    assert_eq!(page.attributes("html", "lang"), ["ru"]);
    browser.posts_with_token("/language", &[("lang", "tlh"), ("back", "/")]).await.answered(400);

    let dark = browser.opens("/sign-in").await.form("/theme").pressing("theme", "dark").sends().await;
    assert_eq!(dark.attributes("html", "data-theme"), ["dark"]);
}

#[actix_web::test]
async fn a_person_who_signs_in_gets_their_own_language_and_zone() {
    let world = World::new().await;
    let set = format!("update users set language = 'zh-CN', time_zone = 'Asia/Shanghai' where id = '{}'", ZHAO_MIN.id());
    world.database.connect().await.batch_execute(&set).await.unwrap();
    let page = world.visits(ZHAO_MIN).await.opens("/nothing/here").await;
    assert_eq!(page.attributes("html", "lang"), ["zh-CN"]);
}

#[actix_web::test]
async fn problems_are_told_in_three_languages() {
    let world = World::new().await;
    for (lang, not_found, forbidden, sign_in) in [
        ("en", "There is nothing for you here", "You cannot do this", "Sign in to continue"),
        ("zh-CN", "这里没有可供你查看的内容", "你无法执行此操作", "请登录后继续"),
        ("ru", "Здесь для вас ничего нет", "Это действие вам недоступно", "Войдите, чтобы продолжить"),
    ] {
        let person = world.visits(ZHAO_MIN).await;
        person.posts_with_token("/language", &[("lang", lang), ("back", "/")]).await.answered(303);
        person.opens("/nothing/here").await.answered(404).sees(not_found);
        person.opens("/organizations/new").await.answered(403).sees(forbidden);
        let stranger = world.somebody();
        stranger.posts_with_token("/language", &[("lang", lang), ("back", "/")]).await;
        let page = stranger.asks("/people").await;
        if page.status == 401 {
            page.sees(sign_in);
        } else {
            assert!(page.leads_to().is_some_and(|to| to.starts_with("/sign-in")), "{}", page.told());
        }
    }
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

// Sessions ------------------------------------------------------------------------------------------------------------------

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

// No database ---------------------------------------------------------------------------------------------------------------

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
