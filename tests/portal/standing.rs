//! How an invitation stands: how often it was used, and what becomes of it while its partner is suspended.

use chrono::{TimeDelta, Utc};
use mandate::{
    db::{Asker, Db, Pool},
    invitations,
};

use crate::{
    browser::{Browser, Page},
    consents::AGREEMENT,
    past::{Offer, STANDING},
    world::{ADVENTURE_WORKS, CONTOSO, Company, HE_LIN, LIN_TAO, NORTHWIND, OLGA_PETROVA, World, ZHAO_MIN, ZHAO_YONG},
};

async fn comes_to(browser: &Browser, link: &str) -> Page {
    browser.opens(link).await.answered(200).form_ending("/opening").sends().await.answered(200)
}

async fn decides(page: &Page) -> Page {
    page.form_ending("/check").ticks("agreement", AGREEMENT).sends().await.answered(200)
}

#[actix_web::test]
async fn every_use_is_counted_once_and_shown_in_list_and_page() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let (fabrikam, litware) = (world.visits(ZHAO_MIN).await, world.visits(LIN_TAO).await);
    let page = comes_to(&fabrikam, &offered.link).await;
    comes_to(&fabrikam, &offered.link).await;
    let checked = decides(&page).await;
    checked.form_ending("/acceptance").sends().await.is_under("/receipts/");
    checked.form_ending("/acceptance").sends().await.is_under("/receipts/");
    let page = comes_to(&litware, &offered.link).await.clicks("Decline").await;
    page.form_ending("/decline").sends().await.answered(200);
    let provider = world.visits(HE_LIN).await;
    let page = provider.opens(&format!("/invitations/{}", offered.id)).await;
    assert_eq!(page.all("#uses dd"), ["2", "1", "1"], "came, accepted, declined");
    provider.opens("/invitations").await.sees("1 accepted").sees("2 signed in").sees("1 declined");
}

/// Many customers at once: nobody waits for a counter, and nobody is lost.
#[actix_web::test]
async fn the_count_is_right_however_many_come_at_once() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let customers =
        "insert into organizations (kind, name, country) select 'customer', 'Customer ' || n, 'CN' from generate_series(1, 40) n";
    world.suddenly(customers).await;
    let come = |from: i64| {
        let world = &world;
        let open = format!(
            "insert into openings (invitation_id, customer_id, inviter_id, opened_by)
             select '{}', o.id, '{}', '{}' from organizations o where o.name like 'Customer %' order by o.name offset {from} limit 10",
            offered.id,
            NORTHWIND.id(),
            ZHAO_MIN.id()
        );
        async move { world.suddenly(&open).await }
    };
    tokio::join!(come(0), come(10), come(20), come(30));
    assert_eq!(world.database.count("select sum(uses) from invitation_uses where what = 'opened'").await, 40);
    assert!(world.database.count("select count(*) from invitation_uses").await > 1, "not one row for everybody");
    world.visits(HE_LIN).await.opens("/invitations").await.sees("40 signed in");
}

async fn suspends(operator: &Browser, company: Company) {
    let page = operator.opens(&format!("/organizations/{}/suspension", company.id())).await;
    page.form_ending("/suspension").with("reason", "Unpaid.").sends().await.answered(200);
}

async fn reinstates(operator: &Browser, company: Company) {
    operator.posts_with_token(&format!("/organizations/{}/reinstatement", company.id()), &[("reason", "Paid.")]).await.answered(303);
}

/// D5: a suspended partner can neither create nor hand out nor forward nor change nor remind, and its open links do not accept.
#[actix_web::test]
async fn d5_while_a_provider_is_suspended_nothing_of_its_invitations_moves_and_then_everything_works_again() {
    let world = World::with_a_past().await;
    let (provider, contoso, operator) = (world.visits(HE_LIN).await, world.visits(ZHAO_YONG).await, world.visits(OLGA_PETROVA).await);
    let (fabrikam, litware) = (world.visits(ZHAO_MIN).await, world.visits(LIN_TAO).await);
    let (offered, lapsing) = (world.offers(Offer::default()).await, world.offers(Offer::default()).await);
    let addressed = world.offers(Offer { to: Some("it@litware.example".to_owned()), ..Offer::default() }).await;
    provider.posts_with_token(&format!("/invitations/{}/forwards/new", addressed.id), &[("way", "mail")]).await.answered(303);
    world.suddenly("update outbox set state = 'sent', sent_at = now() where state = 'queued'").await;
    let checked = decides(&comes_to(&fabrikam, &offered.link).await).await;
    let path = format!("/invitations/{STANDING}");
    let change = provider.opens(&format!("{path}/revisions/new")).await.form_ending("/revisions/new").with("days", "30");
    let works = ADVENTURE_WORKS.id().to_string();

    suspends(&operator, NORTHWIND).await;
    provider.posts_with_token("/invitations/drafts", &[]).await.answered(403).sees("suspended");
    for (verb, fields) in [
        ("handouts", vec![("resellers", works.as_str())]),
        ("forwards/new", vec![("way", "link")]),
        ("pause", vec![]),
        ("rotation", vec![]),
        ("revocation", vec![]),
        ("reminders", vec![("reminders", "off")]),
    ] {
        provider.posts_with_token(&format!("{path}/{verb}"), &fields).await.answered(403);
    }
    change.clone().sends().await.answered(403);
    contoso.posts_with_token(&format!("{path}/forwards/new"), &[("way", "link")]).await.answered(409);
    checked.form_ending("/acceptance").sends().await.answered(409);
    litware.opens(&offered.link).await.answered(409).sees("cannot be accepted at the moment");
    let system = Db::new(Pool::new(world.database.url(), 2).unwrap(), Asker::System, None);
    let later = Utc::now() + TimeDelta::days(3) + TimeDelta::hours(1);
    invitations::jobs::remind(&system, later).await.unwrap();
    assert_eq!(world.database.count("select count(*) from invitation_reminders").await, 0);
    let nothing = format!(
        "select (select count(*) from acceptances where invitation_id = '{}') + (select count(*) from invitation_revisions)",
        offered.id
    );
    assert_eq!(world.database.count(&nothing).await, 0);
    world.suddenly(&format!("update invitations set expires_at = now() - interval '1 second' where id = '{}'", lapsing.id)).await;

    reinstates(&operator, NORTHWIND).await;
    checked.form_ending("/acceptance").sends().await.answered(200).is_under("/receipts/");
    decides(&comes_to(&litware, &offered.link).await).await.form_ending("/acceptance").sends().await.is_under("/receipts/");
    litware.opens(&lapsing.link).await.answered(410).sees("expired");
    contoso.posts_with_token(&format!("{path}/forwards/new"), &[("way", "link")]).await.answered(303);
    provider.posts_with_token(&format!("{path}/handouts"), &[("resellers", works.as_str())]).await.answered(303);
    change.sends().await.answered(200).form_ending("/revisions/new").pressing("step", "save").sends().await.answered(200);
    invitations::jobs::remind(&system, later + TimeDelta::hours(25)).await.unwrap();
    assert_eq!(world.database.count("select count(*) from invitation_reminders").await, 1);
}

/// D5: the same for a suspended reseller, whose provider goes on.
#[actix_web::test]
async fn d5_a_suspended_reseller_forwards_nothing_and_its_provider_goes_on() {
    let world = World::with_a_past().await;
    let (provider, contoso, operator) = (world.visits(HE_LIN).await, world.visits(ZHAO_YONG).await, world.visits(OLGA_PETROVA).await);
    let path = format!("/invitations/{STANDING}/forwards/new");
    suspends(&operator, CONTOSO).await;
    contoso.posts_with_token(&path, &[("way", "link")]).await.answered(403).sees("suspended");
    provider.posts_with_token(&path, &[("way", "link")]).await.answered(303);
    reinstates(&operator, CONTOSO).await;
    contoso.posts_with_token(&path, &[("way", "link")]).await.answered(303);
}

/// UX-11: a customer of ours, with the same service, is shown before a second invitation goes out.
#[actix_web::test]
async fn a_customer_that_has_the_service_from_us_already_is_shown_with_a_link_before_anything_is_sent() {
    let world = World::with_a_past().await;
    let provider = world.visits(HE_LIN).await;
    let checks = async |email: &str, ask: &str| {
        let page = provider.opens("/invitations").await.form("/invitations/drafts").sends().await;
        let page = page.form_ending("/kind").with("kind", "addressed").sends().await;
        let page = page.form_ending("/services").ticks("asks", ask).sends().await.answered(200);
        let page = page.form_ending("/recipient").with("email", email).with("open_days", "30").sends().await.answered(200);
        page.form_ending("/message").sends().await.answered(200)
    };
    let page = checks("zhao.min@fabrikam.example", "exchange-online/support").await.sees("may have something from you already");
    let page = page.sees("Fabrikam").sees("The same services: Exchange Online");
    provider.opens(&page.links().into_iter().find(|href| href.starts_with("/customers/")).unwrap()).await.answered(200).sees("Fabrikam");
    let before = world.database.count("select count(*) from invitations").await;
    page.form_ending("/creation").pressing("send", "portal").sends().await.answered(422).sees("Confirm that you want another invitation");
    assert_eq!(world.database.count("select count(*) from invitations").await, before);
    page.form_ending("/creation").ticks("anyway", "yes").pressing("send", "portal").sends().await.answered(200).sees("on its way");
    // Another service from the same partner is no double, and is still shown to be told apart.
    let page = checks("it@newcomer.example", "azure/support").await.sees("For a newcomer").sees("The same services: Azure");
    assert!(page.links().iter().any(|href| *href == format!("/invitations/{}", crate::past::ADDRESSED)));
    checks("it@newcomer.example", "teams/support").await.sees("For a newcomer").does_not_see("The same services");
    checks("it@nowhere.example", "azure/support").await.does_not_see("may have something from you already");
}
