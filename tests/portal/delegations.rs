//! What becomes of delegations and relationships afterwards.

use crate::{
    past,
    world::{
        ADVENTURE_WORKS, CONTOSO, HE_LIN, HUANG_LAN, LI_NA, LIN_TAO, NORTHWIND, PAN_YU, QIAN_DUO, World, ZHAO_MIN, ZHAO_YONG, ZHOU_JIE,
    },
};

#[actix_web::test]
async fn d18_a_customer_removes_a_delegation_in_one_step_and_it_ends_at_once() {
    let world = World::with_a_past().await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = zhao_min.opens("/relationships").await.sees("Contoso");
    let removal = format!("/delegations/{}/removal", past::CONTOSOS_DELEGATION);
    assert!(page.links().contains(&removal), "one step from the page that shows the partner: {:?}", page.links());
    let page =
        page.opens(&removal).await.answered(200).sees("Contoso loses its access to Exchange Online at once").sees("Northwind Traders");
    page.form(&removal).sends().await.answered(200).is_under("/relationships").sees("The delegation is removed");
    let ended = "select count(*) from delegations where state = 'ended' and end_reason = 'removed' and ended_by is not null";
    assert_eq!(world.database.count(ended).await, 1);
    assert_eq!(world.database.count("select count(*) from relationships where state = 'active'").await, 1, "the relationship stays");
    for person in [HUANG_LAN, HE_LIN] {
        assert!(world.letters_to(&person.email()).await.contains(&"delegation-ended".to_owned()), "{} is told", person.name);
    }
    zhao_min.posts_with_token(&removal, &[]).await.answered(409);
    world.visits(LI_NA).await.opens(&format!("/delegations/{}", past::CONTOSOS_DELEGATION)).await.sees("removed");
}

#[actix_web::test]
async fn only_the_customers_global_admin_removes() {
    let world = World::with_a_past().await;
    let removal = format!("/delegations/{}/removal", past::CONTOSOS_DELEGATION);
    for (person, status) in [(QIAN_DUO, 403), (LI_NA, 403), (HE_LIN, 403), (LIN_TAO, 404)] {
        world.visits(person).await.posts_with_token(&removal, &[]).await.answered(status);
    }
    assert_eq!(world.database.count("select count(*) from delegations where state = 'active'").await, 2);
}

#[actix_web::test]
async fn d22_a_holder_gives_up_what_it_has() {
    let world = World::with_a_past().await;
    let path = format!("/delegations/{}/giving-up", past::CONTOSOS_DELEGATION);
    world.visits(ZHAO_YONG).await.posts_with_token(&path, &[]).await.answered(403);
    world.visits(ZHOU_JIE).await.posts_with_token(&path, &[]).await.answered(404);
    let li_na = world.visits(LI_NA).await;
    li_na.opens(&path).await.answered(200).sees("Fabrikam").form(&path).sends().await.answered(200);
    assert_eq!(world.database.count("select count(*) from delegations where end_reason = 'given-up'").await, 1);
    assert!(world.letters_to(&ZHAO_MIN.email()).await.contains(&"delegation-ended".to_owned()));
    li_na.posts_with_token(&path, &[]).await.answered(409);
}

#[actix_web::test]
async fn d12_only_the_holders_people_answer_for_it() {
    let world = World::with_a_past().await;
    let consent = format!("/delegations/{}/consent", past::AWAITING_DELEGATION);
    for (person, allowed) in [(LI_NA, false), (PAN_YU, false), (HE_LIN, false), (ZHAO_MIN, false), (ZHOU_JIE, true)] {
        let page = world.visits(person).await.posts_with_token(&consent, &[]).await;
        assert_eq!(page.status == 303, allowed, "{}: {}", person.name, page.told());
        assert!(allowed || [403, 404, 409].contains(&page.status.as_u16()), "{}: {}", person.name, page.told());
    }
    let active = format!(
        "select count(*) from delegations where state = 'active' and holder_id = '{}' and answered_at is not null",
        ADVENTURE_WORKS.id()
    );
    assert_eq!(world.database.count(&active).await, 1);
}

#[actix_web::test]
async fn an_offer_whose_time_is_over_is_not_consented_to() {
    let world = World::with_a_past().await;
    world.suddenly("update delegations set starts_at = now() - interval '10 days', ends_at = now() - interval '1 second' where state = 'awaiting-partner'").await;
    let consent = format!("/delegations/{}/consent", past::AWAITING_DELEGATION);
    world.visits(ZHOU_JIE).await.posts_with_token(&consent, &[]).await.answered(409);
}

#[actix_web::test]
async fn d8_a_delegation_is_over_when_the_databases_clock_says_so() {
    let world = World::with_a_past().await;
    world
        .suddenly(
            "update delegations set starts_at = now() - interval '10 days', ends_at = now() - interval '1 second' where state = 'active'",
        )
        .await;
    let page = world.visits(ZHAO_MIN).await.opens("/relationships").await;
    let removal = format!("/delegations/{}/removal", past::CONTOSOS_DELEGATION);
    assert!(!page.links().contains(&removal), "there is nothing left to remove:\n{}", page.told());
    page.sees("Expired");
    world.visits(LI_NA).await.opens("/customers").await.does_not_see("1 delegation");
}

#[actix_web::test]
async fn d23_partner_relationships_leave_nothing_out() {
    let world = World::with_a_past().await;
    let page = world.visits(ZHAO_MIN).await.opens("/relationships").await.answered(200);
    for service in
        ["Office 365", "Exchange Online", "SharePoint Online", "Teams", "Intune", "Microsoft Entra ID", "Power BI", "Dynamics 365", "Azure"]
    {
        assert!(page.words().contains(service), "{service}");
    }
    let page = page.sees("Northwind Traders").sees("Contoso").sees("Adventure Works").sees("Awaiting partner").sees(past::REFERENCE);
    page.clicks("Contoso").await.answered(200).sees("Exchange Online").sees("Support");
    world.visits(QIAN_DUO).await.opens("/relationships").await.answered(200).sees("Contoso");
    world.visits(LIN_TAO).await.opens("/relationships").await.answered(200).does_not_see("Contoso").sees("No partner yet");
}

#[actix_web::test]
async fn every_partner_has_its_customers_and_sees_where_it_may_work() {
    let world = World::with_a_past().await;
    let he_lin = world.visits(HE_LIN).await;
    he_lin.opens("/customers").await.clicks("Fabrikam").await.answered(200).sees("Exchange Online").sees("Contoso");
    let li_na = world.visits(LI_NA).await;
    li_na
        .opens("/customers")
        .await
        .clicks("Fabrikam")
        .await
        .answered(200)
        .sees("Exchange Online")
        .sees("Northwind Traders owns this relationship");
    world.visits(PAN_YU).await.opens("/customers").await.answered(200).does_not_see("Fabrikam");
    he_lin.opens("/customers?q=fabri").await.sees("Fabrikam");
    he_lin.opens("/customers?q=nobody%25").await.does_not_see("Fabrikam");
    for odd in ["?page=x", "?page=%00", "?q=%27%3B--", "?q=%25", "?page=AAAA&q=a"] {
        he_lin.opens(&format!("/customers{odd}")).await.answered(200);
    }
}

#[actix_web::test]
async fn an_ended_delegation_is_kept() {
    let world = World::with_a_past().await;
    let removal = format!("/delegations/{}/removal", past::CONTOSOS_DELEGATION);
    let zhao_min = world.visits(ZHAO_MIN).await;
    zhao_min.posts_with_token(&removal, &[]).await.answered(303);
    assert_eq!(world.database.count("select count(*) from delegations").await, 3);
    zhao_min.opens("/relationships").await.sees("Ended").sees("Contoso");
    let told = format!(
        "select count(*) from audit_events where kind = 'delegation-removed' and '{}' = any (concerned) and '{}' = any (concerned)",
        CONTOSO.id(),
        NORTHWIND.id()
    );
    assert_eq!(world.database.count(&told).await, 1);
}
