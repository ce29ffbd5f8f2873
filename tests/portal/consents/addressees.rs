//! For whom an invitation is meant, and who decides there.

use uuid::Uuid;

use super::{AGREEMENT, accepts, checks, choices, comes_to};
use crate::{
    harness::Portal,
    past::Offer,
    world::{FABRIKAM, LIN_TAO, LITWARE, PAN_YU, PASSWORD, QIAN_DUO, SHEN_KE, World, ZHANG_WEI, ZHAO_MIN, ZHAO_YONG},
};

/// D4: an addressed invitation is used once.
#[actix_web::test]
async fn d4_an_addressed_invitation_is_answered_once() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let receipt = accepts(&checks(choices(&comes_to(&zhao_min, &offered).await)).await).await;
    zhao_min.opens(&offered.link).await.is_at(&receipt.path);
    world.somebody().opens(&offered.link).await.answered(410).sees("has been answered");
    world.visits(LIN_TAO).await.opens(&offered.link).await.answered(410);
    assert_eq!(world.database.count("select count(*) from acceptances").await, 1);
}

/// D4: a standing link may be used again and again.
#[actix_web::test]
async fn d4_a_standing_invitation_is_answered_by_any_number_of_customers() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    for person in [ZHAO_MIN, LIN_TAO] {
        accepts(&checks(choices(&comes_to(&world.visits(person).await, &offered).await)).await).await;
    }
    assert_eq!(world.database.count("select count(*) from relationships where state = 'active'").await, 2);
    assert_eq!(world.database.count("select count(*) from invitations where state = 'open'").await, 1);
}

#[actix_web::test]
async fn an_addressed_invitation_is_nobody_elses() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    let lin_tao = world.visits(LIN_TAO).await;
    let page = lin_tao.opens(&offered.link).await.answered(200).does_not_see("zhao.min@").sees("z•••");
    let page = page.form_ending("/opening").sends().await.answered(403);
    let page = page.sees("lin.tao@litware.example").sees("Litware").sees("z•••").does_not_see("zhao.min@");
    lin_tao.opens(&format!("/received/{}", offered.id)).await.answered(404);
    // Signing out on the way comes back to the invitation, with another account.
    let page = page.form("/sign-out").sends().await;
    let page = if page.has_form("/sign-in") { page } else { lin_tao.opens("/sign-in").await };
    let page = page.form("/sign-in").with("email", &ZHAO_MIN.email()).with("password", PASSWORD).sends().await;
    page.is_at(&offered.link);
    comes_to(&lin_tao, &offered).await;
}

#[actix_web::test]
async fn two_customers_that_accept_one_addressed_link_at_the_same_moment() {
    let world = World::new().await;
    let other_portal = Portal::on(world.database.url());
    // Zhao Min is a global admin of two customers, and the invitation is for her address.
    let second = format!(
        "insert into memberships (user_id, org_id, org_kind, admin) values ('{}', '{}', 'customer', 'global-admin')",
        ZHAO_MIN.id(),
        LITWARE.id()
    );
    world.suddenly(&second).await;
    let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    let (one, other) = (world.visits(ZHAO_MIN).await, world.visits(ZHAO_MIN).await);
    other.posts_with_token("/organizations/current", &[("org", &LITWARE.id().to_string())]).await.answered(303);
    one.posts_with_token("/organizations/current", &[("org", &FABRIKAM.id().to_string())]).await.answered(303);
    let other = other.at(&other_portal.url);
    let first = checks(choices(&comes_to(&one, &offered).await)).await;
    let second = checks(choices(&comes_to(&other, &offered).await)).await;
    let (first, second) = tokio::join!(first.form_ending("/acceptance").sent(), second.form_ending("/acceptance").sent());
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409], "{}\n{}", first.told(), second.told());
    assert_eq!(world.database.count("select count(*) from acceptances").await, 1);
    assert_eq!(world.database.count("select count(*) from relationships").await, 1);
    assert_eq!(
        world.database.count("select count(distinct letter->>'reference') from outbox where letter->>'letter' = 'receipt'").await,
        1
    );
}

/// AB-04: making somebody a colleague is not enough to be meant; only who said yes to being one counts.
#[actix_web::test]
async fn an_addressed_invitation_is_not_for_an_organization_that_only_asked_its_reader_to_join() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    let lin_tao = world.visits(LIN_TAO).await;
    let form = lin_tao.opens("/people/new").await.form("/people/new");
    form.with("name", "Zhao").with("email", &ZHAO_MIN.email()).with("admin", "reader").sends().await.answered(200);
    lin_tao.posts_with_token(&format!("{}/opening", offered.link), &[]).await.answered(403);
    assert_eq!(world.database.count("select count(*) from openings").await, 0);
}

#[actix_web::test]
async fn a_colleague_without_the_right_sees_everything_and_whom_to_ask() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    for person in [QIAN_DUO, SHEN_KE] {
        let browser = world.visits(person).await;
        let page = browser.opens(&offered.link).await.form_ending("/opening").sends().await.answered(200);
        page.sees("A global admin of your organization decides").sees("Zhao Min").sees("Exchange Online");
        for verb in ["check", "acceptance", "decline"] {
            browser.posts_with_token(&format!("/received/{}/{verb}", offered.id), &[]).await.answered(403);
        }
    }
    // The global admin finds it in the list, without the link.
    world.visits(ZHAO_MIN).await.opens("/received").await.clicks("Northwind Traders").await.is_at(&format!("/received/{}", offered.id));
}

#[actix_web::test]
async fn a_partner_cannot_accept() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    for person in [PAN_YU, ZHAO_YONG, ZHANG_WEI] {
        let browser = world.visits(person).await;
        let page = browser.posts_with_token(&format!("{}/opening", offered.link), &[]).await;
        assert!(page.status == 403, "{}: {}", person.name, page.told());
        browser.posts_with_token(&format!("/received/{}/acceptance", offered.id), &[]).await.answered(403);
    }
    assert_eq!(world.database.count("select count(*) from openings").await, 0);
}

#[actix_web::test]
async fn ab18_somebody_who_registered_anothers_address_cannot_accept() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    let sql = format!("update users set email_confirmed_at = null where id = '{}'", ZHAO_MIN.id());
    world.suddenly(&sql).await;
    let squatter = world.visits(ZHAO_MIN).await;
    let page = squatter.opens(&offered.link).await.form_ending("/opening").sends().await;
    page.sees("Confirm your e-mail address first");
    let path = format!("/received/{}/acceptance", offered.id);
    let forged = squatter
        .posts_with_token(&path, &[("agreement", AGREEMENT), ("attempt", &Uuid::now_v7().to_string()), ("shown", &"0".repeat(64))])
        .await;
    assert!([403, 409].contains(&forged.status.as_u16()), "{}", forged.told());
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
}
