//! The ways in and out.

use super::signs_in;
use crate::world::{CONTOSO, FABRIKAM, LITWARE, MEI_TANG, PASSWORD, World, ZHANG_WEI, ZHAO_MIN};

#[actix_web::test]
async fn whoever_has_to_sign_in_first_comes_back_to_where_they_were_going() {
    let world = World::new().await;
    let browser = world.somebody();
    let asked = browser.asks("/people?page=x").await.answered(303);
    assert_eq!(asked.leads_to().as_deref(), Some("/sign-in"), "no path travels in a URL");
    assert!(!asked.header("set-cookie").contains("people"), "nor can it be read in the cookie");
    browser.opens("/sign-in").await.sees("Afterwards you come back to the page you wanted to see");
    let answer = signs_in(&browser, &ZHANG_WEI.email(), PASSWORD).await.answered(303);
    assert_eq!(answer.leads_to().as_deref(), Some("/people?page=x"));
    browser.opens("/sign-out").await.form("/sign-out").sent().await.answered(303);
    let again = signs_in(&browser, &ZHANG_WEI.email(), PASSWORD).await;
    assert_eq!(again.leads_to().as_deref(), Some("/today"), "the detour was taken once");
}

#[actix_web::test]
async fn a_form_of_somebody_who_is_signed_out_is_told_so_and_leads_nowhere() {
    let world = World::new().await;
    world.somebody().posts_with_token("/people/new", &[]).await.answered(401).sees("Sign in to continue");
}

#[actix_web::test]
async fn the_start_page_tells_a_stranger_what_the_portal_is_for() {
    let world = World::new().await;
    world.somebody().opens("/").await.answered(200).sees("Who works in your services is your decision");
    assert_eq!(world.visits(ZHAO_MIN).await.asks("/").await.leads_to().as_deref(), Some("/today"));
}

#[actix_web::test]
async fn signing_out_asks_first_and_then_the_browser_forgets() {
    let world = World::new().await;
    let browser = world.visits(ZHAO_MIN).await;
    browser.opens("/").await.is_at("/today").sees("Zhao Min").sees("Fabrikam");
    let page = browser.opens("/sign-out").await.sees(&ZHAO_MIN.email());
    browser.opens("/account").await.answered(200);
    let out = page.form("/sign-out").sent().await.answered(303);
    assert!(out.header("clear-site-data").contains("storage"));
    assert_eq!(browser.asks("/account").await.leads_to().as_deref(), Some("/sign-in"));
    assert_eq!(world.recorded("signed-out").await, 1);
}

#[actix_web::test]
async fn somebody_with_two_organizations_chooses_and_sees_only_the_chosen_one() {
    let world = World::new().await;
    let browser = world.somebody();
    browser.asks("/account").await;
    let page = signs_in(&browser, &MEI_TANG.email(), PASSWORD).await.follows().await;
    let page = page.is_at("/organizations/choose").sees("Contoso").sees("Litware");
    assert_eq!(page.actions().iter().filter(|action| *action == "/organizations/current").count(), 2);
    let other = page.form("/organizations/current").forged("org", &LITWARE.id().to_string()).sent().await.answered(303);
    assert_eq!(other.leads_to().as_deref(), Some("/account"), "and goes on where they were going");
    browser.opens("/today").await.sees("Litware").does_not_see("Contoso");
    page.form("/organizations/current").forged("org", &FABRIKAM.id().to_string()).sent().await.answered(404);
    page.form("/organizations/current").forged("org", &CONTOSO.id().to_string()).sent().await.answered(303);
    browser.opens("/today").await.sees("Contoso").does_not_see("Litware");
}

#[actix_web::test]
async fn what_was_typed_wrongly_is_told_beside_the_field_and_kept() {
    let world = World::new().await;
    let form = world.somebody().opens("/sign-in").await.form("/sign-in");
    let page = form.with("email", "not an address").with("password", "").sends().await.answered(422);
    assert!(page.has("#email[aria-invalid=true]") && page.has("#password[aria-invalid=true]"), "{}", page.html);
    assert_eq!(page.attributes("#email", "value"), ["not an address"]);
    assert_eq!(page.attributes("#password", "value"), Vec::<String>::new(), "a password is never shown again");
    assert!(page.all("title")[0].starts_with("Error:"));
    let summary = page.all(".error-summary li");
    assert_eq!(summary.len(), 2);
    for words in summary {
        assert!(page.all(".error").iter().any(|error| error.contains(&words)), "the same words beside the field: {words}");
    }
}
