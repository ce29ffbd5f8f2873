//! Passwords: forgotten, replaced by a link that works once, changed.

use mandate::links::Kind;
use uuid::Uuid;

use super::{NEW_PASSWORD, signs_in};
use crate::world::{PASSWORD, World, ZHAO_MIN};

#[actix_web::test]
async fn a_forgotten_password_is_replaced_by_a_link_that_works_once() {
    let world = World::new().await;
    let email = ZHAO_MIN.email();
    let elsewhere = world.visits(ZHAO_MIN).await;
    let browser = world.somebody();
    let form = |email: &'static str| async {
        world.somebody().opens("/forgotten-password").await.form("/forgotten-password").with("email", email).sends().await
    };
    let unknown = form("nobody@fabrikam.example").await.answered(200);
    let known = browser.opens("/forgotten-password").await.form("/forgotten-password").with("email", &email).sends().await;
    assert_eq!(known.all("main"), unknown.all("main"), "the answer does not tell whether there is an account");
    assert_eq!(world.count_letters_to("nobody@fabrikam.example", "password-reset").await, 0);

    let link = world.mail_to(&email).await.link;
    let page = browser.opens(&link).await.answered(200).sees("Choose a new password");
    page.form(&link).with("password", "too short").sent().await.answered(422).sees("at least 15 characters");
    page.form(&link).with("password", &email).sent().await.answered(422).sees("harder to guess");
    page.form(&link).with("password", "passwordpassword").sent().await.answered(422);
    let done = page.form(&link).with("password", NEW_PASSWORD).sends().await.is_under("/sign-in").sees("Your password was changed");
    assert!(!done.html.contains(NEW_PASSWORD));
    page.form(&link).with("password", "another one that is long").sent().await.answered(404).sees("This link does not work");
    browser.opens(&link).await.answered(404).sees("This link does not work");
    assert_eq!(elsewhere.asks("/account").await.leads_to().as_deref(), Some("/sign-in"), "every session ended");
    assert_eq!(world.count_letters_to(&email, "password-changed").await, 1);
    signs_in(&browser, &email, PASSWORD).await.answered(422);
    signs_in(&browser, &email, NEW_PASSWORD).await.answered(303);
}

#[actix_web::test]
async fn dead_links_look_alike_whatever_they_died_of() {
    let world = World::new().await;
    let email = ZHAO_MIN.email();
    let browser = world.somebody();
    browser.opens("/forgotten-password").await.form("/forgotten-password").with("email", &email).sends().await;
    let link = world.mail_to(&email).await.link;
    let open = browser.opens(&link).await.answered(200);
    world.database.connect().await.batch_execute("update account_links set expires_at = now() - interval '1 second'").await.unwrap();
    open.form(&link).with("password", NEW_PASSWORD).sent().await.answered(404).sees("This link does not work");
    let expired = browser.opens(&link).await.answered(404);
    let unknown = browser.opens(&world.path_of(Kind::Reset, Uuid::now_v7(), 1)).await.answered(404);
    let nonsense = browser.opens("/reset/nonsense").await.answered(404);
    for kind in ["/set-up/", "/confirm/"] {
        browser.opens(&link.replace("/reset/", kind)).await.answered(404).sees("This link does not work");
    }
    assert_eq!(expired.all("main"), unknown.all("main"));
    assert_eq!(expired.all("main"), nonsense.all("main"));
}

#[actix_web::test]
async fn nobody_is_sent_more_than_a_handful_of_links_by_strangers() {
    let world = World::new().await;
    let email = ZHAO_MIN.email();
    for _ in 0..7 {
        let page = world.somebody().opens("/forgotten-password").await;
        page.form("/forgotten-password").with("email", &email).sends().await.answered(200);
    }
    assert_eq!(world.count_letters_to(&email, "password-reset").await, 5);
}

#[actix_web::test]
async fn a_new_password_needs_the_old_one_and_ends_the_other_sessions() {
    let world = World::new().await;
    let (here, elsewhere) = (world.visits(ZHAO_MIN).await, world.visits(ZHAO_MIN).await);
    let form = || async { here.opens("/account").await.form("/account/password") };
    form().await.with("current", "not her password").with("password", NEW_PASSWORD).sent().await.answered(422);
    form().await.with("current", PASSWORD).with("password", NEW_PASSWORD).sends().await.answered(200).sees("Your password was changed");
    assert_eq!(elsewhere.asks("/account").await.leads_to().as_deref(), Some("/sign-in"));
    here.opens("/account").await.answered(200);
    assert_eq!(world.count_letters_to(&ZHAO_MIN.email(), "password-changed").await, 1);
}
