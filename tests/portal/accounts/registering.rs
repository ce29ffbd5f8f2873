//! A customer registers itself and confirms its address.

use super::{NEW_PASSWORD, signs_in};
use crate::{
    browser::{Browser, Page},
    world::{World, ZHAO_MIN},
};

async fn registers(browser: &Browser, email: &str) -> Page {
    let form = browser.opens("/register").await.form("/register");
    let form = form.with("organization", "Alpine Ski House 新世界").with("country", "CN").with("domain", "Alpine.example");
    form.with("name", "Xu Ying").with("email", email).with("password", NEW_PASSWORD).sends().await
}

#[actix_web::test]
async fn a_customer_registers_confirms_its_address_and_is_back_where_it_was_going() {
    let world = World::new().await;
    let browser = world.somebody();
    let email = "xu.ying@alpine.example";
    browser.asks("/people").await;
    registers(&browser, email).await.is_at("/confirm").sees("Confirm your e-mail address");
    assert_eq!(world.recorded("organization-registered").await, 1);

    // She may look around before.
    let looks = world.somebody();
    signs_in(&looks, email, NEW_PASSWORD).await.answered(303);
    looks.opens("/account").await.answered(200).sees("Your e-mail address is not confirmed yet");
    looks.opens("/people/new").await.is_at("/confirm").form("/account/confirmation").sends().await.sees("The mail was sent again");

    let link = world.mail_to(email).await.link;
    let page = browser.opens(&link).await.answered(200).sees("Alpine Ski House 新世界");
    page.form(&link).with("password", "not her password at all").sent().await.answered(422).sees("the password you chose");
    let confirmed = page.form(&link).with("password", NEW_PASSWORD).sent().await.answered(303);
    assert_eq!(confirmed.leads_to().as_deref(), Some("/people"));
    looks.opens("/account").await.does_not_see("not confirmed yet");
    looks.opens("/people").await.answered(200).sees("Xu Ying").sees("Global admin");
    browser.opens(&link).await.answered(404);
    assert_eq!(world.recorded("email-confirmed").await, 1);
}

#[actix_web::test]
async fn an_address_that_is_known_gets_the_same_answer_and_a_way_in() {
    let world = World::new().await;
    let new = registers(&world.somebody(), "xu.ying@alpine.example").await;
    let known = registers(&world.somebody(), &ZHAO_MIN.email()).await;
    assert_eq!((known.status, known.path.clone(), known.all("main")), (new.status, new.path.clone(), new.all("main")));
    assert_eq!(world.database.count("select count(*) from organizations where name = 'Alpine Ski House 新世界'").await, 1);
    assert_eq!(world.count_letters_to(&ZHAO_MIN.email(), "password-reset").await, 1);
    signs_in(&world.somebody(), &ZHAO_MIN.email(), NEW_PASSWORD).await.answered(422);
    let same = format!("select count(*) from users where email = '{}' and name = 'Zhao Min'", ZHAO_MIN.email());
    assert_eq!(world.database.count(&same).await, 1);
    world.visits(ZHAO_MIN).await;
}

#[actix_web::test]
async fn a_registration_that_cannot_be_says_why_and_keeps_what_was_typed() {
    let world = World::new().await;
    let form = world.somebody().opens("/register").await.form("/register");
    let long = "界".repeat(201);
    let page = form.with("organization", &long).with("domain", "no domain").with("email", "xu.ying").with("name", "Xu Ying").sent().await;
    let page = page.answered(422).sees("There is a problem").sees("200 characters");
    assert_eq!(page.all(".error-summary li").len(), 5, "organization, country, domain, e-mail, password");
    let kept = page.form("/register");
    assert_eq!((kept.value("name"), kept.value("domain"), kept.value("password")), (Some("Xu Ying"), Some("no domain"), Some("")));
    let forged = world.somebody().opens("/register").await.form("/register").forged("kind", "operator").sent().await;
    forged.answered(422);
    assert_eq!(world.database.count("select count(*) from organizations where kind = 'customer'").await, 3);
}
