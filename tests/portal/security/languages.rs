//! In which language the portal answers, and which colours it has.

use reqwest::{Method, header};

use crate::world::{World, ZHAO_MIN};

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
