//! Offers of membership: nobody belongs to an organization who did not say yes.

use crate::world::{HUANG_LAN, NORTHWIND, World, ZHANG_WEI, ZHAO_MIN, ZHAO_YONG};

/// AB-04, AB-24: an address is all it takes to ask somebody, and asking tells nothing and gives nothing.
#[actix_web::test]
async fn nobody_becomes_a_member_without_having_said_yes() {
    let world = World::new().await;
    let admin = world.visits(ZHANG_WEI).await;
    let email = HUANG_LAN.email();
    let add = || async { admin.opens("/people/new").await.form("/people/new").with("name", "Somebody").with("email", &email) };
    add().await.sends().await.sees("Somebody").sees("Asked to join").does_not_see("Huang Lan");
    add().await.sent().await.answered(422).sees("was asked already");
    assert_eq!(
        (world.count_letters_to(&email, "account-set-up").await, world.count_letters_to(&email, "membership-offered").await),
        (0, 1)
    );
    let members = format!("select count(*) from memberships where user_id = '{}' and org_id = '{}'", HUANG_LAN.id(), NORTHWIND.id());
    assert_eq!(world.database.count(&members).await, 0);

    let accept = format!("/account/offers/{}/acceptance", NORTHWIND.id());
    world.visits(ZHAO_YONG).await.posts_with_token(&accept, &[]).await.answered(404);
    let person = world.visits(HUANG_LAN).await;
    person.opens("/account").await.sees("Northwind Traders");
    let page = person.opens("/organizations/choose").await.sees("Northwind Traders").sees("Contoso");
    page.form(&accept).sends().await.sees("You belong to the organization now");
    person.posts_with_token(&accept, &[]).await.answered(404);
    assert_eq!(world.database.count(&members).await, 1);
    admin.opens("/people").await.sees("Huang Lan").does_not_see("Asked to join");
    add().await.sent().await.answered(422).sees("is a member already");
    assert_eq!(world.recorded("membership-changed").await, 1);
}

#[actix_web::test]
async fn an_offer_of_membership_is_declined_or_withdrawn() {
    let world = World::new().await;
    let (admin, person) = (world.visits(ZHANG_WEI).await, world.visits(HUANG_LAN).await);
    let add = async |email: String| admin.opens("/people/new").await.form("/people/new").with("name", "Somebody").with("email", &email);
    add(HUANG_LAN.email()).await.sends().await.answered(200);
    let page = person.opens("/organizations/choose").await;
    page.form_ending("/refusal").sends().await.sees("You declined").does_not_see("Northwind");
    page.form_ending("/acceptance").sent().await.answered(404);
    admin.opens("/people").await.does_not_see("Asked to join");

    add(HUANG_LAN.email()).await.sends().await.answered(200);
    let page = admin.opens("/people").await;
    page.form_ending("/letter").sends().await.sees("Another mail is on its way");
    assert_eq!(world.count_letters_to(&HUANG_LAN.email(), "membership-offered").await, 3);
    page.form_ending("/withdrawal").sends().await.sees("The offer is withdrawn");
    page.form_ending("/withdrawal").sent().await.answered(404);
    person.opens("/organizations/choose").await.does_not_see("Northwind");
    // The way to set up an account goes with the offer it was for.
    add("new@northwind.example".to_owned()).await.sends().await.answered(200);
    let link = world.mail_to("new@northwind.example").await.link;
    admin.opens("/people").await.form_ending("/withdrawal").sends().await.answered(200);
    world.somebody().opens(&link).await.answered(404);
    // Another organization's offers are nobody else's to take back.
    add(HUANG_LAN.email()).await.sends().await.answered(200);
    let foreign = format!("/people/offers/{}/withdrawal", HUANG_LAN.id());
    world.visits(ZHAO_MIN).await.posts_with_token(&foreign, &[]).await.answered(404);
    assert_eq!((world.recorded("membership-refused").await, world.recorded("membership-withdrawn").await), (1, 2));
}
