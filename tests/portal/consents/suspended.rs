//! What a suspended partner, reseller or customer still can, and what it cannot.

use super::{accepts, checks, choices, comes_to};
use crate::{
    past::Offer,
    world::{CONTOSO, FABRIKAM, WOODGROVE, World, YE_QIU, ZHAO_MIN},
};

/// D5: a suspended partner's links do not accept; reinstated, they work again.
#[actix_web::test]
async fn d5_a_suspended_partner_is_not_accepted_until_it_is_reinstated() {
    let world = World::new().await;
    let offered = world.offers(Offer { by: WOODGROVE, ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    zhao_min.opens(&offered.link).await.answered(409).sees("cannot be accepted at the moment");
    zhao_min.posts_with_token(&format!("{}/opening", offered.link), &[]).await;
    assert_eq!(world.database.count("select count(*) from openings").await, 0);
    let again =
        format!("update organizations set state = 'active', suspended_at = null, suspended_reason = null where id = '{}'", WOODGROVE.id());
    world.suddenly(&again).await;
    let checked = checks(choices(&comes_to(&zhao_min, &offered).await)).await;
    let suspended = format!(
        "update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'x' where id = '{}'",
        WOODGROVE.id()
    );
    world.suddenly(&suspended).await;
    checked.form_ending("/acceptance").sends().await.answered(409);
    world.suddenly(&again).await;
    accepts(&checks(choices(&comes_to(&zhao_min, &offered).await)).await).await;
    assert!(world.letters_to(&YE_QIU.email()).await.contains(&"invitation-accepted".to_owned()));
}

/// D5: a link is also the link of whoever passed it on.
#[actix_web::test]
async fn d5_what_a_suspended_reseller_passed_on_is_not_accepted_until_it_is_reinstated() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let checked = checks(choices(&comes_to(&zhao_min, &offered).await)).await;
    let set = |to: &str| format!("update organizations set {to} where id = '{}'", CONTOSO.id());
    world.suddenly(&set("state = 'suspended', suspended_at = now(), suspended_reason = 'x'")).await;
    world.somebody().opens(&offered.link).await.answered(409).sees("cannot be accepted at the moment");
    checked.form_ending("/acceptance").sends().await.answered(409);
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
    world.suddenly(&set("state = 'active', suspended_at = null, suspended_reason = null")).await;
    accepts(&checks(choices(&comes_to(&zhao_min, &offered).await)).await).await;
}

/// D5: a customer that is suspended itself can decline, and remove what it granted, but grants nothing new.
#[actix_web::test]
async fn d5_a_suspended_customer_accepts_nothing_and_may_decline() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let checked = checks(choices(&comes_to(&zhao_min, &offered).await)).await;
    let suspended = format!(
        "update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'x' where id = '{}'",
        FABRIKAM.id()
    );
    world.suddenly(&suspended).await;
    checked.form_ending("/acceptance").sends().await.answered(409);
    zhao_min.opens(&format!("/received/{}", offered.id)).await.sees("Your organization is suspended").clicks("Decline").await.answered(200);
    zhao_min.posts_with_token(&format!("/received/{}/decline", offered.id), &[("reason", "")]).await.answered(303);
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
}
