//! Accepting and declining: one step, once, and only what was seen.

use uuid::Uuid;

use super::{AGREEMENT, accepts, checks, choices, comes_to, lets};
use crate::{
    past::Offer,
    world::{CONTOSO, HE_LIN, IVAN_SMIRNOV, World, ZHAO_MIN, ZHAO_YONG},
};

/// D10: the relationship and the delegations are two decisions; nobody is chosen until the customer chooses. D15: the customer is on the list.
#[actix_web::test]
async fn d10_a_customer_accepts_the_relationship_alone() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = comes_to(&zhao_min, &offered).await;
    let form = choices(&page);
    for field in ["holder-exchange-online-provisioning", "holder-exchange-online-support", "holder-sharepoint-online-support"] {
        assert_eq!(form.value(field), Some(""), "D10: nobody is chosen until the customer chooses");
    }
    let receipt = accepts(&checks(form).await.sees("Accept the relationship")).await;
    assert_eq!(world.database.count("select count(*) from relationships where state = 'active'").await, 1);
    assert_eq!(world.database.count("select count(*) from delegations").await, 0);
    zhao_min.opens(&receipt.path).await.answered(200).sees("Northwind Traders");
    zhao_min.opens("/relationships").await.answered(200).sees("Northwind Traders").sees("Nobody");

    // D15: the customer is on the list, and everybody is told.
    world.visits(HE_LIN).await.opens("/customers").await.sees("Fabrikam");
    assert_eq!(world.letters_to(&ZHAO_MIN.email()).await, ["receipt"]);
    assert!(world.letters_to(&HE_LIN.email()).await.contains(&"invitation-accepted".to_owned()));
}

#[actix_web::test]
async fn a_hundred_clicks_on_accept_are_one_acceptance() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    let checked = checks(choices(&comes_to(&world.visits(ZHAO_MIN).await, &offered).await)).await;
    let mut clicks = Vec::new();
    for _ in 0..20 {
        let form = checked.form_ending("/acceptance");
        clicks.push(actix_web::rt::spawn(form.sent()));
    }
    let mut receipts = Vec::new();
    for click in clicks {
        let page = click.await.unwrap();
        // So many at once may be told to come again; nobody is told anything else than the receipt.
        if page.status != 503 {
            receipts.push(page.answered(303).leads_to().unwrap());
        }
    }
    receipts.dedup();
    assert_eq!(receipts.len(), 1, "{receipts:?}");
    assert_eq!(world.database.count("select count(*) from acceptances").await, 1);
    assert_eq!(world.database.count("select count(*) from outbox where letter->>'letter' = 'receipt'").await, 1);
    // A reload of the answer, and the button once more, lead to the same receipt.
    checked.form_ending("/acceptance").sends().await.is_at(&receipts[0]);
}

/// D6: what the customer sees is what it accepts; anything else is answered with another look.
#[actix_web::test]
async fn d6_what_changed_in_the_meantime_is_never_accepted_silently() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let form = lets(choices(&comes_to(&zhao_min, &offered).await), CONTOSO, "exchange-online", "support");
    let checked = checks(form).await;
    let rename = format!("update organizations set name = 'Contoso Suddenly Renamed' where id = '{}'", CONTOSO.id());
    world.suddenly(&rename).await;
    checked.form_ending("/acceptance").sends().await.answered(409).sees("What you saw is not what would be accepted now");
    checked.form_ending("/acceptance").forged("shown", &"0".repeat(64)).sends().await.answered(409);
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
}

#[actix_web::test]
async fn what_was_withdrawn_while_the_page_was_open_is_not_accepted() {
    let world = World::new().await;
    for (what, words) in
        [("state = 'revoked'", "withdrawn"), ("state = 'paused'", "paused"), ("expires_at = now() - interval '1 second'", "expired")]
    {
        let offered = world.offers(Offer::default()).await;
        let checked = checks(choices(&comes_to(&world.visits(ZHAO_MIN).await, &offered).await)).await;
        world.suddenly(&format!("update invitations set {what} where id = '{}'", offered.id)).await;
        checked.form_ending("/acceptance").sends().await.answered(409);
        let page = world.somebody().opens(&offered.link).await.sees(words);
        assert!([409, 410].contains(&page.status.as_u16()), "{}", page.told());
    }
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
}

/// D8: what expires while the lock is waited for has expired.
#[actix_web::test]
async fn d8_what_expired_while_somebody_waited_is_not_accepted() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    let checked = checks(choices(&comes_to(&world.visits(ZHAO_MIN).await, &offered).await)).await;
    let other = world.database.connect().await;
    other.batch_execute(&format!("begin; select from invitations where id = '{}' for update", offered.id)).await.unwrap();
    let expires = async {
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        other
            .batch_execute("update invitations set expires_at = clock_timestamp() where recipient_email is not null; commit")
            .await
            .unwrap();
    };
    let (page, ()) = tokio::join!(checked.form_ending("/acceptance").sends(), expires);
    page.answered(409);
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
}

/// D9: shown before accepting, refused with a clear message.
#[actix_web::test]
async fn d9_partner_and_customer_are_in_the_same_market() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let ivan = world.visits(IVAN_SMIRNOV).await;
    let page = ivan.opens(&offered.link).await.form_ending("/opening").sends().await;
    let page = page.sees("Partner and customer must be in the same market");
    assert!(!page.words().contains("Check before accepting"), "shown first, not at the end");
    let path = format!("/received/{}/acceptance", offered.id);
    let forged = ivan
        .posts_with_token(&path, &[("agreement", AGREEMENT), ("attempt", &Uuid::now_v7().to_string()), ("shown", &"0".repeat(64))])
        .await;
    assert!([409, 422].contains(&forged.status.as_u16()), "{}", forged.told());
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
}

/// D16: declining is as easy as accepting, with a reason that the inviter sees.
#[actix_web::test]
async fn d16_declining_is_one_step_and_the_reason_reaches_the_inviter() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = comes_to(&zhao_min, &offered).await.clicks("Decline").await.answered(200).sees("Northwind Traders").sees("Contoso");
    let form = page.form_ending("/decline");
    form.clone().with("reason", &"理".repeat(1001)).sends().await.answered(422);
    form.with("reason", "We are content with <b>what</b> we have.").sends().await.answered(200).sees("You declined the invitation");
    world.mail_to(&HE_LIN.email()).await.says("We are content with <b>what</b> we have.");
    assert!(world.letters_to(&ZHAO_YONG.email()).await.contains(&"invitation-declined".to_owned()));
    assert_eq!(world.database.count("select count(*) from declines").await, 1);
    world.somebody().opens(&offered.link).await.answered(410);
}

/// D17: the agreement is accepted in the same step, with its version and language recorded.
#[actix_web::test]
async fn d17_the_agreement_is_accepted_with_its_version_and_language() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    zhao_min.posts_with_token("/language", &[("lang", "zh-CN"), ("back", "/")]).await;
    let page = zhao_min.opens(&offered.link).await.form_ending("/opening").sends().await;
    zhao_min.opens(&format!("/agreements/{AGREEMENT}")).await.answered(200);
    let checked = choices(&page).ticks("agreement", AGREEMENT).sends().await.answered(200);
    checked.form_ending("/acceptance").sends().await.is_under("/receipts/");
    let recorded = format!("select count(*) from acceptances where agreement_version = '{AGREEMENT}' and language = 'zh-CN'");
    assert_eq!(world.database.count(&recorded).await, 1);
    zhao_min.opens("/agreements/1999-01").await.answered(404);
}
