//! A standing link is used again and again: what a customer that accepted it finds there afterwards.

use futures_util::future::join_all;
use mandate::links::Kind;

use super::{accepts, checks, choices, comes_to, lets};
use crate::{
    browser::{Browser, Page},
    past::{Offer, Offered},
    revisions::asks_for_azure,
    world::{CONTOSO, HE_LIN, NORTHWIND, World, ZHAO_MIN, ZHAO_YONG},
};

/// The partner removes the only relationship that goes on (D19).
async fn removes_the_relationship(world: &World) {
    let id = world.suddenly_one("select id::text from relationships where state = 'active'").await;
    let page = world.visits(HE_LIN).await.opens(&format!("/relationships/{id}/removal")).await.answered(200);
    page.form_ending("/removal").sends().await.answered(200);
    assert_eq!(world.database.count("select count(*) from relationships where state = 'active'").await, 0);
}

async fn accepts_all(browser: &Browser, offered: &Offered) -> (Page, Page) {
    let checked = checks(lets(choices(&comes_to(browser, offered).await), NORTHWIND, "exchange-online", "support")).await;
    let receipt = accepts(&checked).await;
    (checked, receipt)
}

/// D4: after its relationship has ended (D19) a customer accepts the same standing link anew; the first receipt is kept.
#[actix_web::test]
async fn d4_a_customer_accepts_a_standing_link_anew_after_its_relationship_ended() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let (checked, first) = accepts_all(&zhao_min, &offered).await;
    zhao_min.opens(&offered.link).await.is_at(&first.path);
    removes_the_relationship(&world).await;

    // UX-33: the old page's button, or a reload of its answer, has its own receipt and no second effect.
    checked.form_ending("/acceptance").sends().await.is_at(&first.path);
    assert_eq!(world.database.count("select count(*) from acceptances").await, 1);
    assert_eq!(world.database.count("select count(*) from relationships").await, 1);

    let page = zhao_min.opens(&offered.link).await.answered(200).sees("Your organization accepted this invitation on");
    let page = page.sees("The relationship with Northwind Traders ended on").sees("To the receipt M-");
    assert!(page.links().contains(&first.path), "{}", page.told());
    zhao_min.opens("/received").await.answered(200).sees("To be decided");
    let (_, second) = accepts_all(&zhao_min, &offered).await;
    assert_ne!(second.path, first.path);
    zhao_min.opens(&offered.link).await.is_at(&second.path);
    zhao_min.opens(&format!("/received/{}", offered.id)).await.is_at(&second.path);
    zhao_min.opens(&first.path).await.answered(200).sees("You accepted the relationship with Northwind Traders");

    let list = zhao_min.opens("/received").await.answered(200).sees("Accepted");
    assert_eq!(list.all("tbody tr").len(), 1, "one invitation, with the latest answer: {}", list.told());
    assert!(list.links().contains(&second.path) && !list.links().contains(&first.path));
    assert_eq!(world.database.count("select count(*) from relationships where state = 'active'").await, 1);
    assert_eq!(world.database.count("select count(*) from delegations where state = 'active'").await, 1);
    assert_eq!(world.database.count("select sum(uses)::bigint from invitation_uses where what = 'accepted'").await, 2, "two answers");
    assert_eq!(world.letters_to(&ZHAO_MIN.email()).await.iter().filter(|kind| *kind == "receipt").count(), 2);
    // The inviter reads both answers, each with its receipt.
    let page = world.visits(HE_LIN).await.opens(&format!("/invitations/{}", offered.id)).await.answered(200);
    page.sees(first.path.trim_start_matches("/receipts/")).sees(second.path.trim_start_matches("/receipts/"));
}

/// D6: newer terms are consented to beside what was accepted before, after the difference was read, in the relationship that goes on.
#[actix_web::test]
async fn d6_a_customer_accepts_the_newer_terms_of_a_link_that_it_accepted_before() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let (provider, zhao_min) = (world.visits(HE_LIN).await, world.visits(ZHAO_MIN).await);
    let (checked, first) = accepts_all(&zhao_min, &offered).await;
    asks_for_azure(&provider, offered.id).await;

    let page = zhao_min.opens(&offered.link).await.answered(200).sees("What you accepted then stays as it is");
    page.sees("Your organization accepted this invitation on");
    let page = comes_to(&zhao_min, &offered).await.sees("has changed this invitation since your organization accepted it");
    let page = page.sees("Also asked for: Azure: Support").sees("No longer asked for: SharePoint Online: Support");
    zhao_min
        .opens(&format!("/received/{}/decline", offered.id))
        .await
        .answered(200)
        .sees("stays with what it accepted before")
        .does_not_see("No relationship begins");
    // The page of the old terms was answered: its button has its receipt.
    checked.form_ending("/acceptance").sends().await.is_at(&first.path);
    let second = accepts(&checks(lets(choices(&page), NORTHWIND, "azure", "support")).await).await.sees("Revision of the invitation");
    assert_ne!(second.path, first.path);
    zhao_min.opens(&offered.link).await.is_at(&second.path);
    zhao_min.opens(&first.path).await.answered(200).does_not_see("Azure");
    let receipts = zhao_min.opens("/relationships").await.answered(200).links();
    assert!(receipts.contains(&first.path) && receipts.contains(&second.path), "{receipts:?}");
    assert_eq!(world.database.count("select count(*) from relationships").await, 1, "one relationship, under which both stand");
    let numbers = world.suddenly_one("select string_agg(revision::text, ',' order by revision) from acceptances").await;
    assert_eq!(numbers, "1,2");
}

/// UX-31: where nothing new can be accepted, the way leads to the receipt, although the terms are newer.
#[actix_web::test]
async fn a_link_that_was_accepted_and_cannot_be_answered_leads_to_the_receipt_while_the_relationship_lasts() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let (provider, zhao_min) = (world.visits(HE_LIN).await, world.visits(ZHAO_MIN).await);
    let (_, receipt) = accepts_all(&zhao_min, &offered).await;
    asks_for_azure(&provider, offered.id).await;
    world.suddenly("update invitations set state = 'paused'").await;
    for path in [offered.link.clone(), format!("/received/{}", offered.id), format!("/received/{}/decline", offered.id)] {
        zhao_min.opens(&path).await.is_at(&receipt.path);
    }
    removes_the_relationship(&world).await;
    let dead = zhao_min.opens(&offered.link).await.answered(409).sees("has paused this invitation");
    assert!(dead.has_form(&format!("{}/request", offered.link)), "asks for another");
    zhao_min.opens(&format!("/received/{}", offered.id)).await.answered(200).sees("To the receipt").sees("has paused this invitation");
}

/// D16: what was accepted before can be declined when it is offered anew, once for two clicks.
#[actix_web::test]
async fn d16_a_customer_declines_what_it_accepted_before_its_relationship_ended() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let path = format!("/received/{}/decline", offered.id);
    comes_to(&zhao_min, &offered).await;
    zhao_min.opens(&path).await.form_ending("/decline").sends().await.answered(200).sees("You declined");
    accepts_all(&zhao_min, &offered).await;
    removes_the_relationship(&world).await;
    zhao_min.opens(&format!("/received/{}", offered.id)).await.answered(200).does_not_see("declined this invitation");
    let decline = zhao_min.opens(&path).await.answered(200).sees("No relationship begins").form_ending("/decline");
    for _ in 0..2 {
        decline.clone().sends().await.answered(200).sees("You declined");
    }
    assert_eq!(world.database.count("select count(*) from declines").await, 2, "before it accepted, and after");
    zhao_min.opens("/received").await.answered(200).sees("Declined").does_not_see("Accepted");
}

/// D16, D6: whoever declined the first terms declines the newer ones in their own right, and the inviter reads the second reason as well.
#[actix_web::test]
async fn d16_a_customer_that_declined_declines_the_newer_terms_as_well() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let (provider, zhao_min) = (world.visits(HE_LIN).await, world.visits(ZHAO_MIN).await);
    let path = format!("/received/{}/decline", offered.id);
    comes_to(&zhao_min, &offered).await;
    let declines = async |reason: &str| {
        let form = zhao_min.opens(&path).await.answered(200).form_ending("/decline").with("reason", reason);
        for _ in 0..2 {
            form.clone().sends().await.answered(200).sees("You declined");
        }
    };
    declines("Too much is asked for.").await;
    asks_for_azure(&provider, offered.id).await;
    declines("Nor do we use Azure.").await;

    let numbers = world.suddenly_one("select string_agg(revision::text, ',' order by revision) from declines").await;
    assert_eq!(numbers, "1,2", "each revision once, for two clicks");
    world.mail_to(&HE_LIN.email()).await.says("Nor do we use Azure.");
    world.mail_to(&ZHAO_YONG.email()).await.says("Nor do we use Azure.");
    let page = provider.opens(&format!("/invitations/{}", offered.id)).await.answered(200);
    page.sees("Too much is asked for.").sees("Nor do we use Azure.");
}

/// D4, UX-33: two colleagues, or two windows, that accept anew at the same moment begin one relationship.
#[actix_web::test]
async fn two_who_accept_anew_at_the_same_moment_accept_once() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    accepts_all(&zhao_min, &offered).await;
    removes_the_relationship(&world).await;
    let page = comes_to(&zhao_min, &offered).await;
    let mut forms = Vec::new();
    for _ in 0..4 {
        forms.push(checks(choices(&page)).await.form_ending("/acceptance"));
    }
    let pages = join_all(forms.into_iter().map(|form| form.sends())).await;
    let mut receipts: Vec<String> = pages.into_iter().map(|page| page.answered(200).is_under("/receipts/M-").path).collect();
    receipts.dedup();
    assert_eq!(receipts.len(), 1, "{receipts:?}");
    assert_eq!(world.database.count("select count(*) from acceptances").await, 2);
    assert_eq!(world.database.count("select count(*) from relationships").await, 2);
}

/// D2, D15: who passed an earlier link on has no part in what comes of a later one, and a suspended forwarder bars nobody who came by another.
#[actix_web::test]
async fn d15_a_customer_answers_by_the_link_by_which_it_came_last() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let forwarder = "select coalesce(max(forwarder_id::text), 'nobody') from acceptances where accepted_at = (select max(accepted_at) from acceptances)";
    comes_to(&zhao_min, &offered).await;
    // D5: Contoso cannot pass on any more; the inviter's own link still works.
    world
        .suddenly(&format!(
            "update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'x' where id = '{}'",
            CONTOSO.id()
        ))
        .await;
    let own = Offered { link: world.path_of(Kind::Invitation, offered.id, 1), ..offered.clone() };
    accepts_all(&zhao_min, &own).await;
    assert_eq!(world.suddenly_one(forwarder).await, "nobody");
    assert!(!world.letters_to(&ZHAO_YONG.email()).await.contains(&"invitation-accepted".to_owned()), "it came by another link");

    // Back in business, and the link of its forward used again: then it is told.
    removes_the_relationship(&world).await;
    world
        .suddenly(&format!(
            "update organizations set state = 'active', suspended_at = null, suspended_reason = null where id = '{}'",
            CONTOSO.id()
        ))
        .await;
    accepts_all(&zhao_min, &offered).await;
    assert_eq!(world.suddenly_one(forwarder).await, CONTOSO.id().to_string());
    removes_the_relationship(&world).await;
    accepts_all(&zhao_min, &own).await;
    assert_eq!(world.suddenly_one(forwarder).await, "nobody", "a relationship of later is not the forwarder's business");
}
