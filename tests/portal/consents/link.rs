//! The link: what it shows before and after the sign-in, alive and dead.

use uuid::Uuid;

use super::{accepts, checks, choices, comes_to, lets};
use crate::{
    browser::{Browser, Page},
    past::{Offer, Offered},
    world::{CONTOSO, HE_LIN, NORTHWIND, World, ZHAO_MIN},
};

/// D7: nothing happens on GET or HEAD.
#[actix_web::test]
async fn d7_opening_a_link_however_often_changes_nothing() {
    let world = World::new().await;
    let standing = world.offers(Offer::default()).await;
    let addressed = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    let before = world.database.fingerprint().await;
    let scanner = world.somebody();
    for link in [&standing.link, &addressed.link] {
        for _ in 0..20 {
            scanner.opens(link).await.answered(200);
            let head = scanner.request(reqwest::Method::HEAD, link);
            scanner.send(head, link).await;
        }
    }
    assert_eq!(world.database.fingerprint().await, before);
    let zhao_min = world.visits(ZHAO_MIN).await;
    let before = world.database.fingerprint().await;
    zhao_min.opens(&standing.link).await;
    assert_eq!(world.database.fingerprint().await, before, "nor when somebody signed in looks");
    comes_to(&zhao_min, &addressed).await;
}

/// D14: what does not change is said point by point, before any sign-in.
#[actix_web::test]
async fn d14_before_any_sign_in_the_page_says_who_asks_for_what_and_what_stays() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let page = world.somebody().opens(&offered.link).await.answered(200);
    let page =
        page.sees("Northwind Traders asks to be your cloud solution provider").sees("1000001").sees("northwind.example").sees("Contoso");
    let page = page.sees("Exchange Online").sees("SharePoint Online").sees("365 days").sees("In our own words.");
    for stays in [
        "Your subscriptions stay as they are",
        "Whom you bought them from stays the same",
        "Their terms and everybody’s obligations stay the same",
        "The partner of record stays the same",
        "No bill comes from accepting",
    ] {
        assert!(page.words().contains(stays), "D14: {stays}");
    }
    page.does_not_see("zhao.yong@").does_not_see("A story");
}

#[actix_web::test]
async fn a_dead_link_offers_a_way_on_and_the_inviter_hears_of_it_once() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    world.suddenly(&format!("update invitations set state = 'revoked', state_since = now() where id = '{}'", offered.id)).await;
    let somebody = world.somebody();
    let page = somebody.opens(&offered.link).await.answered(410).sees("Northwind Traders has withdrawn this invitation");
    page.form_ending("/request").with("email", "nobody").sends().await.answered(422);
    page.form_ending("/request").with("email", "it@newcomer.example").sends().await.sees("has been told");
    world.mail_to(&HE_LIN.email()).await.says("it@newcomer.example");
    let again = page.form_ending("/request").with("email", "it@newcomer.example").sends().await;
    again.answered(410).sees("has been told");
    assert_eq!(world.letters_to(&HE_LIN.email()).await.iter().filter(|kind| *kind == "invitation-missed").count(), 1);
}

/// UX-30: whoever presses again and again locks nobody else out; beyond the day's letters the inviter reads it on the page.
#[actix_web::test]
async fn one_who_asks_again_and_again_leaves_the_others_answered() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    world.suddenly(&format!("update invitations set state = 'revoked', state_since = now() where id = '{}'", offered.id)).await;
    let asks = async |browser: &Browser, email: &str| {
        let form = browser.opens(&offered.link).await.answered(410).form_ending("/request").with("email", email);
        form.sends().await.answered(410).sees("has been told that you ask");
    };
    let impatient = world.somebody();
    for _ in 0..6 {
        asks(&impatient, "impatient@litware.example").await;
    }
    asks(&world.somebody(), "it@newcomer.example").await;
    world.mail_to(&HE_LIN.email()).await.says("it@newcomer.example");
    let letters = async || world.letters_to(&HE_LIN.email()).await.iter().filter(|kind| *kind == "invitation-missed").count();
    assert_eq!(letters().await, 2, "one for each of them");
    for n in 3..=7 {
        asks(&world.somebody(), &format!("it{n}@newcomer.example")).await;
    }
    assert_eq!(letters().await, 5, "the day's letters are used up");
    let page = world.visits(HE_LIN).await.opens(&format!("/invitations/{}", offered.id)).await;
    page.sees("asked for a new one 7 times");
}

#[actix_web::test]
async fn a_link_that_never_was_and_one_that_nobody_knows_look_the_same() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let told = async |path: &str| {
        let page = world.somebody().opens(path).await.answered(404);
        let id = page.all("code").first().cloned().unwrap_or_default();
        page.words().replace(&id, "")
    };
    let never = told("/i/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").await;
    let turn_to_come = world.path_of(mandate::links::Kind::Invitation, offered.id, 2);
    assert_eq!(told(&turn_to_come).await, never);
    assert_eq!(told(&world.path_of(mandate::links::Kind::Invitation, Uuid::now_v7(), 1)).await, never);
    let mut broken = offered.link.clone();
    broken.pop();
    assert_eq!(told(&broken).await, never);
}

/// UX-30: a link that a newer one replaced says so and leads on; it tells nothing of the invitation.
#[actix_web::test]
async fn a_link_that_was_replaced_leads_to_asking_for_a_new_one() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    world.suddenly(&format!("update invitations set generation = 2 where id = '{}'", offered.id)).await;
    let page = world.somebody().opens(&offered.link).await.answered(410).sees("has been replaced by a newer one");
    let page = page.does_not_see("Exchange Online");
    page.form_ending("/request").with("email", "x").sends().await.answered(422).sees("has been replaced");
    page.form_ending("/request").with("email", "it@litware.example").sends().await.answered(410).sees("has been told that you ask");
    assert!(world.letters_to(&HE_LIN.email()).await.contains(&"invitation-missed".to_owned()));
    let zhao_min = world.visits(ZHAO_MIN).await;
    zhao_min.posts_with_token(&format!("{}/opening", offered.link), &[]).await.answered(303);
    zhao_min.opens("/received").await.does_not_see("Northwind Traders");
}

#[actix_web::test]
async fn a_customer_registers_on_the_way_and_comes_back_to_the_invitation() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some("it@newcomer.example".to_owned()), ..Offer::default() }).await;
    let person = world.somebody();
    let page = person
        .opens(&offered.link)
        .await
        .form_ending("/opening")
        .sends()
        .await
        .is_at("/sign-in")
        .sees("Afterwards you come back to the invitation");
    let form = page.clicks("Register as a customer").await.form("/register");
    let form = form.with("organization", "Newcomer").with("country", "CN").with("name", "Xia Yu");
    form.with("email", "it@newcomer.example")
        .with("password", "seven other words entirely")
        .sends()
        .await
        .sees("Confirm your e-mail address");
    let confirm = world.mail_to("it@newcomer.example").await.link;
    let page = person.opens(&confirm).await.form(&confirm).with("password", "seven other words entirely").sends().await;
    let page = page.is_at(&offered.link);
    let page = page.form_ending("/opening").sends().await.answered(200).is_under("/received/");
    accepts(&checks(lets(choices(&page), NORTHWIND, "exchange-online", "support")).await).await.sees("Newcomer");
}

#[actix_web::test]
async fn names_and_words_of_others_are_shown_as_text() {
    let world = World::new().await;
    let evil = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    world
        .suddenly(&format!(
            "update organizations set name = '{evil}' where partner_id = '1000001'; update invitations set paragraph_1 = '{evil}'"
        ))
        .await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    for page in [world.somebody().opens(&offered.link).await, comes_to_renamed(&zhao_min, &offered).await] {
        assert!(!page.has("main script, main img, [onerror]"), "{}", page.html);
        page.sees("<script>alert(1)</script>");
    }
}

async fn comes_to_renamed(browser: &Browser, offered: &Offered) -> Page {
    browser.opens(&offered.link).await.form_ending("/opening").sends().await.answered(200)
}
