//! The customer agreement: published in three languages at once, from a day on, never changed; and who accepted which version.

use crate::{
    browser::{Browser, Form, Page},
    past::{Offer, Offered},
    world::{AN_QING, CHEN_JING, HE_LIN, HUANG_LAN, LIN_TAO, LIU_FANG, OLGA_PETROVA, PAN_YU, WANG_LEI, WU_TAO, World, XU_BO, ZHAO_MIN},
};

fn texts(form: Form, word: &str) -> Form {
    let form = form.with("title_en", &format!("Agreement {word}")).with("body_en", &format!("1. In English {word}\n\n2. The rest"));
    let form = form.with("title_zh", &format!("协议 {word}")).with("body_zh", &format!("1. 中文 {word}"));
    form.with("title_ru", &format!("Соглашение {word}")).with("body_ru", &format!("1. По-русски {word}"))
}

async fn publishes(olga: &Browser, word: &str, from: &str) -> Page {
    let page = olga.opens("/agreement-versions/new").await.answered(200);
    let form = texts(page.form("/agreement-versions/new"), word).with("from", from);
    let preview = form.pressing("go", "preview").sent().await.answered(200).sees("it is never changed");
    preview.form("/agreement-versions/new").pressing("go", "publish").sends().await
}

async fn comes_to(browser: &Browser, offered: &Offered) -> Page {
    let page = browser.opens(&offered.link).await.answered(200);
    page.form_ending("/opening").sends().await.answered(200)
}

/// D17: the newest version whose day has come is what a customer accepts, in the language of the page.
#[actix_web::test]
async fn d17_a_new_version_is_accepted_from_its_day_on_and_an_open_page_asks_again() {
    let world = World::new().await;
    let (olga, zhao_min) = (world.visits(OLGA_PETROVA).await, world.visits(ZHAO_MIN).await);
    let offered = world.offers(Offer::default()).await;
    let open = comes_to(&zhao_min, &offered).await;
    let page = publishes(&olga, "of today", "").await.answered(200).sees("The version is published").sees("In force");
    let version = page.path.split(['/', '?']).nth(2).unwrap().to_owned();
    assert_eq!(world.recorded("agreement-published").await, 1);

    // The page that was open names the version before: it comes back with the new one, and nothing is accepted.
    let form = open.form_ending("/check");
    let old = form.offers("agreement")[0].to_owned();
    assert_ne!(old, version);
    let back = form.ticks("agreement", &old).sends().await;
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
    assert_eq!(back.form_ending("/check").offers("agreement"), [version.as_str()]);
    let checked = back.form_ending("/check").ticks("agreement", &version).sends().await.answered(200);
    checked.form_ending("/acceptance").sends().await.answered(200).is_under("/receipts/");
    assert_eq!(world.database.count(&format!("select count(*) from acceptances where agreement_version = '{version}'")).await, 1);

    let reader = world.somebody();
    reader.opens(&format!("/agreements/{version}")).await.answered(200).sees("Agreement of today").sees("In English of today");
    reader.posts_with_token("/language", &[("lang", "ru"), ("back", "/")]).await;
    reader.opens(&format!("/agreements/{version}")).await.answered(200).sees("Соглашение of today");
    olga.opens(&format!("/agreement-versions/{version}")).await.answered(200).sees("Fabrikam").sees("Northwind Traders");
}

/// D17: a version whose day has not come is the operator's alone.
#[actix_web::test]
async fn d17_a_version_of_tomorrow_is_not_accepted_today() {
    let world = World::new().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let tomorrow = (chrono::Utc::now() + chrono::TimeDelta::days(40)).format("%Y-%m-%d").to_string();
    let page = publishes(&olga, "of later", &tomorrow).await.answered(200).sees("Ahead");
    let version = page.path.split(['/', '?']).nth(2).unwrap().to_owned();
    world.somebody().opens(&format!("/agreements/{version}")).await.answered(404);
    let offered = world.offers(Offer::default()).await;
    let form = comes_to(&world.visits(ZHAO_MIN).await, &offered).await.form_ending("/check");
    assert_eq!(form.offers("agreement"), ["2026-11"]);
    world.visits(CHEN_JING).await.opens("/agreements").await.answered(200).does_not_see(&version);
    olga.opens("/agreement-versions").await.answered(200).sees(&version);
}

/// D17: should a language be missing all the same, the text is shown in English, and says so by its language.
#[actix_web::test]
async fn d17_a_text_that_lacks_the_language_is_shown_in_english() {
    let world = World::new().await;
    world.suddenly("insert into agreements (version, language, title, body) values ('2099-01', 'en', 'English only', 'Text')").await;
    let reader = world.somebody();
    reader.posts_with_token("/language", &[("lang", "zh-CN"), ("back", "/")]).await;
    let page = reader.opens("/agreements/2099-01").await.answered(200).sees("English only");
    assert_eq!(page.attributes("article", "lang"), ["en"]);
}

#[actix_web::test]
async fn a_version_without_one_of_its_texts_is_not_published_and_everything_typed_is_kept() {
    let world = World::new().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let page = olga.opens("/agreement-versions/new").await.answered(200);
    assert!(page.form("/agreement-versions/new").value("body_ru").unwrap().contains("21Vianet"), "begins with the newest texts");
    let form = texts(page.form("/agreement-versions/new"), "x");
    let wrong = form.clone().with("body_zh", " ").with("from", "2020-01-01").pressing("go", "preview").sent().await.answered(422);
    assert_eq!(wrong.form("/agreement-versions/new").value("title_ru"), Some("Соглашение x"));
    wrong.sees("Enter a day from today on");
    form.clone().with("from", "31 February").pressing("go", "preview").sent().await.answered(422).sees("real date");
    form.clone().with("title_en", &"x".repeat(201)).pressing("go", "preview").sent().await.answered(422);
    // Three texts of the greatest length of any script go through; longer ones are refused field by field.
    let long = "界".repeat(20_000);
    let all = form.clone().with("body_en", &long).with("body_zh", &long).with("body_ru", &long);
    all.pressing("go", "preview").sent().await.answered(200);
    form.clone().with("body_zh", &"界".repeat(20_001)).pressing("go", "preview").sent().await.answered(422).sees("20,000");
    let preview = form.pressing("go", "preview").sent().await.answered(200);
    let back = preview.form("/agreement-versions/new").pressing("go", "back").sends().await.answered(200);
    assert_eq!(back.form("/agreement-versions/new").value("title_zh"), Some("协议 x"));
    assert_eq!(world.database.count("select count(distinct version) from agreements").await, 1);
}

#[actix_web::test]
async fn two_versions_of_one_month_have_two_names_and_none_is_ever_changed() {
    let world = World::new().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let first = publishes(&olga, "one", "").await.answered(200).path;
    let second = publishes(&olga, "two", "").await.answered(200).path;
    assert_ne!(first, second);
    world.somebody().opens("/sign-in").await.answered(200);
    let offered = world.offers(Offer::default()).await;
    let form = comes_to(&world.visits(ZHAO_MIN).await, &offered).await.form_ending("/check");
    assert_eq!(form.offers("agreement").len(), 1);
    assert!(second.contains(form.offers("agreement")[0]), "the newest is in force");
    let owner = world.database.connect().await;
    assert!(owner.batch_execute("update agreements set body = 'x'").await.is_err());
    assert!(owner.batch_execute("delete from agreements").await.is_err());
    let portal = world.database.connect_as_portal().await;
    portal.batch_execute("begin; select enter_system()").await.unwrap();
    assert!(portal.batch_execute("update agreements set body = 'x'").await.is_err());
}

/// The table of rights: who sees agreements; each sees its own customers' only.
#[actix_web::test]
async fn a_partner_sees_which_of_its_customers_accepted_which_version() {
    let world = World::with_a_past().await;
    for person in [CHEN_JING, LIU_FANG, HUANG_LAN, XU_BO] {
        let page = world.visits(person).await.opens("/agreements").await.answered(200);
        page.sees("Fabrikam").sees("2026-11").sees("M-2345-6789");
    }
    let billing = world.visits(CHEN_JING).await.opens("/agreements").await;
    assert!(billing.links().iter().all(|link| !link.starts_with("/receipts/")), "a billing admin sees no receipts");
    world.visits(PAN_YU).await.opens("/agreements").await.answered(200).does_not_see("Fabrikam").sees("No customer yet");
    for person in [HE_LIN, WANG_LEI, WU_TAO, ZHAO_MIN, LIN_TAO, OLGA_PETROVA] {
        world.visits(person).await.opens("/agreements").await.answered(403);
    }
}

#[actix_web::test]
async fn an_auditor_reads_versions_and_publishes_none() {
    let world = World::with_a_past().await;
    let auditor = world.visits(AN_QING).await;
    let page = auditor.opens("/agreement-versions").await.answered(200).sees("2026-11").clicks("2026-11").await;
    page.answered(200).sees("Fabrikam").sees("M-2345-6789");
    auditor.opens("/agreement-versions/new").await.answered(403);
    auditor.posts_with_token("/agreement-versions/new", &[("go", "publish")]).await.answered(403);
    auditor.opens("/agreement-versions/2001-01").await.answered(404);
    world.visits(HE_LIN).await.opens("/agreement-versions").await.answered(403);
}
