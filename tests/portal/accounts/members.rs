//! An organization's people and their settings.

use super::{NEW_PASSWORD, signs_in};
use crate::world::{GUO_MIN, HE_LIN, NORTHWIND, OLGA_PETROVA, SUN_HAO, World, ZHANG_WEI, ZHAO_MIN, ZHAO_YONG};

#[actix_web::test]
async fn a_new_colleague_gets_a_link_that_sets_up_the_account_once() {
    let world = World::new().await;
    let manager = world.visits(SUN_HAO).await;
    let email = "deng.ping@northwind.example";
    let form = manager.opens("/people").await.clicks("Add a person").await.form("/people/new");
    form.clone().with("name", "").with("email", "x").sends().await.answered(422);
    let form = form.with("name", "Deng Ping").with("email", email).with("agent", "sales-agent").with("admin", "none");
    form.sends().await.is_under("/people").sees("Deng Ping").sees("Asked to join");

    // Nobody signs in before the account is set up, and asking for a new password only sends the same way again.
    signs_in(&world.somebody(), email, "").await.answered(422);
    let forgets = world.somebody().opens("/forgotten-password").await.form("/forgotten-password").with("email", email).sends().await;
    forgets.answered(200);
    assert_eq!((world.count_letters_to(email, "account-set-up").await, world.count_letters_to(email, "password-reset").await), (2, 0));

    let link = world.mail_to(email).await.link;
    let browser = world.somebody();
    let page = browser.opens(&link).await.answered(200).sees("Northwind Traders").sees(email);
    page.form(&link).with("name", "").with("password", "short").sent().await.answered(422);
    page.form(&link).with("password", NEW_PASSWORD).sends().await.is_under("/sign-in").sees("Your account is ready");
    browser.opens(&link).await.answered(404);
    signs_in(&browser, email, NEW_PASSWORD).await.answered(303);
    browser.asks("/people").await.answered(403);
    browser.opens("/account").await.does_not_see("not confirmed");
    assert_eq!(world.recorded("account-set-up").await, 1);
}

#[actix_web::test]
async fn a_change_of_settings_counts_at_the_next_click() {
    let world = World::new().await;
    let (admin, colleague) = (world.visits(ZHANG_WEI).await, world.visits(SUN_HAO).await);
    colleague.opens("/people").await.answered(200);
    let path = format!("/people/{}/settings", SUN_HAO.id());
    admin.opens(&path).await.form(&path).with("admin", "none").with("agent", "sales-agent").sends().await.sees("The settings were changed");
    colleague.asks("/people").await.answered(403);
    let path = format!("/people/{}/removal", SUN_HAO.id());
    admin.opens(&path).await.sees("Remove Sun Hao?").form(&path).sends().await.sees("was removed").does_not_see("Sun Hao");
    colleague.asks("/people").await.answered(403);
    colleague.opens("/organizations/choose").await.sees("You belong to no organization");
    assert_eq!((world.recorded("membership-changed").await, world.recorded("membership-ended").await), (1, 1));
}

#[actix_web::test]
async fn the_last_global_admin_stays() {
    let world = World::new().await;
    let admin = world.visits(ZHANG_WEI).await;
    let (settings, removal) = (format!("/people/{}/settings", ZHANG_WEI.id()), format!("/people/{}/removal", ZHANG_WEI.id()));
    let refused = admin.opens(&settings).await.form(&settings).with("admin", "none").sent().await.answered(422);
    refused.sees("Make somebody else a global admin first");
    admin.opens(&removal).await.form(&removal).sent().await.answered(422).sees("Make somebody else a global admin first");
    let other = format!("/people/{}/settings", HE_LIN.id());
    admin.opens(&other).await.form(&other).with("admin", "global-admin").sends().await.answered(200);
    admin.opens(&settings).await.form(&settings).with("admin", "none").sent().await.answered(303);
    admin.asks("/people").await.answered(403);
}

#[actix_web::test]
async fn of_two_last_admins_who_remove_each_other_at_once_one_stays() {
    let world = World::new().await;
    let admin = world.visits(ZHANG_WEI).await;
    let other = format!("/people/{}/settings", HE_LIN.id());
    admin.opens(&other).await.form(&other).with("admin", "global-admin").sends().await.answered(200);
    let second = world.visits(HE_LIN).await;
    let (one, two) = (format!("/people/{}/removal", ZHANG_WEI.id()), format!("/people/{}/removal", HE_LIN.id()));
    let (one, two) = (second.opens(&one).await.form(&one), admin.opens(&two).await.form(&two));
    let (first, second) = tokio::join!(one.sent(), two.sent());
    let done = [&first, &second].iter().filter(|page| page.status == 303).count();
    assert_eq!(done, 1, "{} and {}", first.told(), second.told());
    let left = format!("select count(*) from memberships where org_id = '{}' and admin = 'global-admin'", NORTHWIND.id());
    assert_eq!(world.database.count(&left).await, 1);
}

#[actix_web::test]
async fn a_user_management_admin_makes_nobody_a_global_admin_and_touches_none() {
    let world = World::new().await;
    let manager = world.visits(SUN_HAO).await;
    for (person, admin) in [(GUO_MIN, "global-admin"), (ZHANG_WEI, "none"), (SUN_HAO, "global-admin"), (SUN_HAO, "none")] {
        let path = format!("/people/{}/settings", person.id());
        manager.opens(&path).await.form(&path).with("admin", admin).sent().await.answered(422).sees("Ask a");
    }
    let path = format!("/people/{}/settings", GUO_MIN.id());
    manager.opens(&path).await.form(&path).with("agent", "helpdesk-agent").sends().await.answered(200);
    manager.opens(&path).await.form(&path).forged("admin", "operator-admin").sent().await.answered(422);
    let foreign = format!("/people/{}/settings", ZHAO_MIN.id());
    manager.asks(&foreign).await.answered(404);
}

#[actix_web::test]
async fn the_people_of_others_are_not_there() {
    let world = World::new().await;
    let admin = world.visits(ZHAO_MIN).await;
    for person in [ZHAO_YONG, OLGA_PETROVA] {
        admin.opens(&format!("/people/{}/settings", person.id())).await.answered(404);
        admin.posts_with_token(&format!("/people/{}/settings", person.id()), &[("agent", "none"), ("admin", "reader")]).await.answered(404);
        admin.posts_with_token(&format!("/people/{}/removal", person.id()), &[]).await.answered(404);
    }
    admin.opens("/people").await.sees("Shen Ke").does_not_see("Zhao Yong");
}
