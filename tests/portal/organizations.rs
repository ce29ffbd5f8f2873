//! The operator's organizations: registered with their first admin, suspended, reinstated.

use crate::{
    accounts::{NEW_PASSWORD, signs_in},
    world::{NORTHWIND, OLGA_PETROVA, OPERATOR, World, ZHANG_WEI},
};

#[actix_web::test]
async fn the_operator_registers_a_partner_and_its_first_admin_comes_in() {
    let world = World::new().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let form = || async {
        let form = olga.opens("/organizations/new").await.form("/organizations/new");
        let form = form.with("kind", "indirect-reseller").with("name", "Lucerne Publishing").with("contact", "hello@lucerne.example");
        form.with("admin_name", "Cao Yu").with("admin_email", "cao.yu@lucerne.example").with("language", "zh-CN")
    };
    form().await.with("partner_id", NORTHWIND.partner_id).sent().await.answered(422).sees("belongs to somebody else");
    form().await.with("partner_id", "12").sent().await.answered(422).sees("seven digits");
    form().await.forged("kind", "customer").sent().await.answered(422);
    let page = form().await.sends().await.answered(200).sees("Lucerne Publishing").sees("Cao Yu").sees("Asked to join");
    page.is_under("/organizations/").sees("The partner is registered");
    let link = world.mail_to("cao.yu@lucerne.example").await.link;
    let browser = world.somebody();
    browser.opens(&link).await.form(&link).with("password", NEW_PASSWORD).sends().await.answered(200);
    signs_in(&browser, "cao.yu@lucerne.example", NEW_PASSWORD).await.answered(303);
    browser.opens("/people").await.answered(200).sees("Global admin");
    olga.opens("/organizations?q=lucerne&kind=indirect-reseller").await.sees("Lucerne Publishing").does_not_see("Contoso");
    olga.opens("/organizations?q=100%25").await.sees("Nothing found");
    olga.opens(&format!("/organizations?q={}", NORTHWIND.partner_id)).await.sees("Northwind Traders").does_not_see("Contoso");
    olga.opens("/organizations?state=suspended").await.sees("Woodgrove").does_not_see("Contoso");
}

#[actix_web::test]
async fn the_operator_suspends_a_partner_after_seeing_what_that_does_and_reinstates_it() {
    let world = World::new().await;
    let (olga, admin) = (world.visits(OLGA_PETROVA).await, world.visits(ZHANG_WEI).await);
    let path = format!("/organizations/{}/suspension", NORTHWIND.id());
    let page = olga
        .opens(&path)
        .await
        .answered(200)
        .sees("Suspend Northwind Traders?")
        .sees("Open invitations that accept")
        .sees("Delegations that it holds");
    page.form(&path).sent().await.answered(422).sees("Enter a reason");
    page.form(&path)
        .with("reason", "Bills of three months")
        .sends()
        .await
        .sees("The organization is suspended")
        .sees("Bills of three months");
    page.form(&path).with("reason", "Again").sent().await.answered(409);
    assert_eq!(world.count_letters_to(&ZHANG_WEI.email(), "organization-state").await, 1);
    admin.opens("/people").await.answered(200);
    let detail = olga.opens(&format!("/organizations/{}", NORTHWIND.id())).await;
    let page = detail.clicks("Reinstate").await.answered(200).sees("What works again");
    page.form_ending("/reinstatement").sent().await.answered(422).sees("Enter a reason");
    page.form_ending("/reinstatement").with("reason", "Paid").sends().await.sees("may act again");
    page.form_ending("/reinstatement").with("reason", "Paid").sent().await.answered(409);
    assert_eq!(world.count_letters_to(&ZHANG_WEI.email(), "organization-state").await, 2);
    assert_eq!((world.recorded("organization-suspended").await, world.recorded("organization-reinstated").await), (1, 1));
    olga.asks(&format!("/organizations/{}/suspension", OPERATOR.id())).await.answered(409);
    admin.asks("/organizations").await.answered(403);
}
