//! Whom the customer lets work in which service, and what the holder says to it.

use uuid::Uuid;

use super::{AGREEMENT, accepts, checks, choices, comes_to, lets};
use crate::{
    past::{Offer, Offered, PARTNERSHIP},
    world::{
        ADVENTURE_WORKS, CONTOSO, Company, DU_KAI, FABRIKAM, HUANG_LAN, LI_NA, LITWARE, NORTHWIND, PROSEWARE, WINGTIP, WOODGROVE, World,
        ZHAO_MIN, ZHAO_YONG, ZHOU_JIE,
    },
};

/// D10: another holder, fewer services and a shorter time than asked. D12: it waits for the holder's consent.
#[actix_web::test]
async fn d10_a_customer_lets_another_reseller_support_exchange() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let form = choices(&comes_to(&zhao_min, &offered).await);
    let form = lets(form, NORTHWIND, "exchange-online", "provisioning");
    let form = lets(form, ADVENTURE_WORKS, "exchange-online", "support").with("days-exchange-online-support", "30");
    let checked = checks(form).await.sees("Adventure Works").sees("30 days").sees("No bill comes from accepting");
    accepts(&checked).await.sees("Adventure Works");
    zhao_min.opens("/relationships").await.sees("Adventure Works").sees("Awaiting partner");
    let awaiting = "select count(*) from delegations where state = 'awaiting-partner' and purpose = 'support' and days = 30";
    assert_eq!(world.database.count(awaiting).await, 1, "D12: until it consents it has nothing");
    assert_eq!(world.database.count("select count(*) from delegations where state = 'active' and purpose = 'provisioning'").await, 1);
    assert_eq!(world.letters_to(&ZHOU_JIE.email()).await, ["delegation-awaiting"]);
    assert!(world.letters_to(&ZHAO_YONG.email()).await.contains(&"invitation-accepted".to_owned()), "D15: the forwarder is told");

    let zhou_jie = world.visits(ZHOU_JIE).await;
    let page = zhou_jie.opens("/delegations").await.sees("Fabrikam").sees("Exchange Online");
    page.form_ending("/consent").sends().await.answered(200);
    zhao_min.opens("/relationships").await.sees("Adventure Works").does_not_see("Awaiting partner");
    assert!(world.letters_to(&ZHAO_MIN.email()).await.contains(&"delegation-answered".to_owned()));
}

/// D12: the holder need not consent when it forwarded this very invitation with itself suggested.
#[actix_web::test]
async fn d12_a_reseller_that_forwarded_with_itself_suggested_need_not_consent_again() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), suggests: Some(CONTOSO), ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = comes_to(&zhao_min, &offered).await.sees("Contoso");
    accepts(&checks(lets(choices(&page), CONTOSO, "exchange-online", "support")).await).await;
    assert_eq!(world.database.count("select count(*) from delegations where state = 'active'").await, 1);
}

/// The inviter makes a second revision, which asks for two years and suggests a reseller.
async fn is_revised_in_favour_of(world: &World, offered: &Offered, holder: Company) {
    world
        .suddenly(&format!(
            "update invitations set revision = 2, suggested_holder_id = '{}', days = 730, revised_by = created_by, revised_at = now() where id = '{}'",
            holder.id(),
            offered.id
        ))
        .await;
}

/// D12: a page that lay open while the inviter changed the invitation forwards nothing, and so consents to nothing; with the page as it
/// is now the reseller forwards what it has before it.
#[actix_web::test]
async fn d12_a_reseller_forwards_only_the_revision_that_its_page_was_of() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let contoso = world.visits(LI_NA).await;
    let path = format!("/invitations/{}/forwards/new", offered.id);
    let open = contoso.opens(&path).await.form_ending("/forwards/new").with("way", "link").with("note", "As we said.");
    is_revised_in_favour_of(&world, &offered, CONTOSO).await;
    let again = open.sends().await.answered(409).sees("has been changed since").sees("As we said.");
    assert_eq!(world.database.count("select count(*) from forwards").await, 1, "nothing was forwarded");
    again.form_ending("/forwards/new").sends().await.answered(200);
    assert_eq!(world.database.count("select count(*) from forwards where revision = 2").await, 1);
    // Whoever does not say what was before it has passed it on, and consented to nothing.
    contoso.posts_with_token(&path, &[("way", "link")]).await.answered(303);
    assert_eq!(world.database.count("select count(*) from forwards where revision is null").await, 1);
}

/// D12: what was revised since is not what the reseller forwarded: it is asked.
#[actix_web::test]
async fn d12_a_reseller_that_was_suggested_after_it_forwarded_is_asked() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    is_revised_in_favour_of(&world, &offered, CONTOSO).await;
    let page = comes_to(&world.visits(ZHAO_MIN).await, &offered).await;
    accepts(&checks(lets(choices(&page), CONTOSO, "exchange-online", "support")).await).await;
    assert_eq!(world.suddenly_one("select state from delegations").await, "awaiting-partner");
    assert!(world.letters_to(&HUANG_LAN.email()).await.contains(&"delegation-awaiting".to_owned()));
}

/// D11, D12: a reseller that no longer works with the inviter is outside its list, forwarded or suggested or not: it is confirmed once
/// more, and asked.
#[actix_web::test]
async fn d11_a_former_reseller_is_an_outsider_although_it_forwarded() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), suggests: Some(CONTOSO), ..Offer::default() }).await;
    world.suddenly(&format!("update partnerships set state = 'ended', ended_at = now() where id = '{PARTNERSHIP}'")).await;
    let page = comes_to(&world.visits(ZHAO_MIN).await, &offered).await;
    let checked = checks(lets(choices(&page), CONTOSO, "exchange-online", "support")).await;
    let asked = checked.form_ending("/acceptance").sends().await.answered(422).sees("Confirm that you mean this reseller");
    let confirmed = asked.form_ending("/acceptance").ticks("outside", &CONTOSO.id().to_string());
    confirmed.sends().await.answered(200).is_under("/receipts/");
    assert_eq!(world.suddenly_one("select state from delegations").await, "awaiting-partner");
}

/// D12: until the holder consents the delegation gives nothing; it may refuse.
#[actix_web::test]
async fn d12_a_reseller_refuses_and_the_customer_is_told() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    accepts(&checks(lets(choices(&comes_to(&zhao_min, &offered).await), CONTOSO, "exchange-online", "support")).await).await;
    // A sales agent sees it and cannot answer for the company.
    let id = world.suddenly_one("select id::text from delegations").await;
    world.visits(ZHAO_YONG).await.posts_with_token(&format!("/delegations/{id}/consent"), &[]).await.answered(403);
    let huang_lan = world.visits(HUANG_LAN).await;
    huang_lan.opens(&format!("/delegations/{id}")).await.form_ending("/refusal").sends().await.answered(200);
    assert_eq!(world.database.count("select count(*) from delegations where state = 'ended' and end_reason = 'refused'").await, 1);
    huang_lan.posts_with_token(&format!("/delegations/{id}/consent"), &[]).await.answered(409);
    zhao_min.opens("/relationships").await.sees("Refused by the partner");
}

/// D11: one outside the inviter's list is found by name or partner ID, and needs an extra confirmation.
#[actix_web::test]
async fn d11_a_reseller_from_outside_is_found_by_name_and_confirmed_once_more() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = comes_to(&zhao_min, &offered).await;
    assert!(!choices(&page).offers("holder-exchange-online-support").contains(&WINGTIP.id().to_string().as_str()));
    let found =
        choices(&page).with("find", "wingtip").pressing("step", "find").sends().await.answered(200).sees("Wingtip Toys").sees("1000005");
    let by_id = choices(&page).with("find", "1000005").pressing("step", "find").sends().await;
    by_id.sees("Wingtip Toys").sees("Does not work with Northwind Traders");
    let checked = checks(lets(choices(&found), WINGTIP, "exchange-online", "support"))
        .await
        .sees("Wingtip Toys does not work with Northwind Traders");
    let asked = checked.form_ending("/acceptance").sends().await.answered(422).sees("Confirm that you mean this reseller");
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
    let confirmed = asked.form_ending("/acceptance").ticks("outside", &WINGTIP.id().to_string());
    confirmed.sends().await.answered(200).is_under("/receipts/");
    assert_eq!(world.letters_to(&DU_KAI.email()).await, ["delegation-awaiting"]);
}

#[actix_web::test]
async fn what_cannot_be_a_holder_is_refused() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let page = comes_to(&world.visits(ZHAO_MIN).await, &offered).await;
    let form = choices(&page).ticks("agreement", AGREEMENT);
    for holder in [LITWARE.id(), FABRIKAM.id(), PROSEWARE.id(), WOODGROVE.id(), Uuid::now_v7()] {
        let page = form.clone().forged("holder-exchange-online-support", &holder.to_string()).sends().await;
        page.answered(422);
    }
    for days in ["0", "366", "900", "-1", "many", ""] {
        let form = lets(form.clone(), CONTOSO, "exchange-online", "support").with("days-exchange-online-support", days);
        assert!(form.sends().await.answered(422).has(".error-summary"), "{days}");
    }
    form.clone().forged("holder-azure-support", &CONTOSO.id().to_string()).sends().await.answered(422);
    form.clone().forged("state", "accepted").sends().await.answered(422);
    form.clears("agreement").sends().await.answered(422).sees("Tick that you accept the customer agreement");
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
}

/// AB-34: two colleagues who answer for everything at once never end in a fault of ours.
#[actix_web::test]
async fn d12_two_who_answer_together_at_once_answer_once() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let page = comes_to(&world.visits(ZHAO_MIN).await, &offered).await;
    let form = lets(lets(choices(&page), CONTOSO, "exchange-online", "support"), CONTOSO, "sharepoint-online", "support");
    accepts(&checks(form).await).await;
    let (first, last) = ("select min(id::text) from delegations", "select max(id::text) from delegations");
    let (first, last) = (world.suddenly_one(first).await, world.suddenly_one(last).await);
    let (one, two) = (world.visits(HUANG_LAN).await, world.visits(LI_NA).await);
    let (one_path, two_path) = (format!("/delegations/{first}/consent"), format!("/delegations/{last}/refusal"));
    let all = [("together", "yes")];
    let (one, two) = tokio::join!(one.posts_with_token(&one_path, &all), two.posts_with_token(&two_path, &all));
    let mut both = [one.status.as_u16(), two.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 409], "{}\n{}", one.told(), two.told());
    assert_eq!(world.database.count("select count(distinct state) from delegations").await, 1);
}
