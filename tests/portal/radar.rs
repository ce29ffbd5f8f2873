//! The operator's radar: every kind of conflict and orphan is counted, listed, and leads to the thing itself.

use crate::{
    browser::{Browser, Page},
    past::{AWAITING_DELEGATION, CONTOSOS_DELEGATION, OWN_DELEGATION, Offer, PARTNERSHIP, RELATIONSHIP, STANDING},
    world::{AN_QING, CONTOSO, FABRIKAM, HE_LIN, HUANG_LAN, NORTHWIND, OLGA_PETROVA, TAILSPIN, WOODGROVE, World, ZHAO_MIN},
};

async fn list(browser: &Browser, signal: &str) -> Page {
    browser.opens(&format!("/radar?list={signal}")).await.answered(200)
}

/// The number on a tile.
fn count(page: &Page, label: &str) -> String {
    let tiles = page.all(".funnel > li");
    let tile = tiles.iter().find(|tile| tile.starts_with(label)).unwrap_or_else(|| panic!("no {label}: {tiles:?}"));
    tile.rsplit(' ').next().unwrap().to_owned()
}

/// D13: a second transacting partner's offer for a service that another holds is seen before the customer decides.
#[actix_web::test]
async fn d13_a_contested_service_is_seen_until_the_customer_has_answered() {
    let world = World::with_a_past().await;
    let auditor = world.visits(AN_QING).await;
    assert_eq!(count(&list(&auditor, "contested").await, "Contested services"), "0");
    let offered = world.offers(Offer { by: TAILSPIN, ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = zhao_min.opens(&offered.link).await.form_ending("/opening").sends().await;
    let shown = list(&auditor, "contested").await.sees("Fabrikam").sees("Exchange Online").sees("Tailspin Toys").sees("Northwind Traders");
    assert_eq!(count(&shown, "Contested services"), "1", "a service that nobody who transacts holds is not contested");
    shown.clicks("Fabrikam").await.answered(200).is_at(&format!("/review/invitations/{}", offered.id));
    let decline = page.opens(&format!("/received/{}/decline", offered.id)).await;
    decline.form_ending("/decline").sends().await;
    assert_eq!(count(&list(&auditor, "contested").await, "Contested services"), "0");
}

/// D20: what a reseller still holds after its partnership has ended is an orphan.
#[actix_web::test]
async fn d20_orphans_appear_when_a_partnership_ends_and_go_when_it_begins_again() {
    let world = World::with_a_past().await;
    let auditor = world.visits(AN_QING).await;
    assert_eq!(count(&list(&auditor, "orphans").await, "Orphans"), "0");
    world
        .suddenly(&format!("update partnerships set state = 'ended', ended_at = now(), ended_by = invited_by where id = '{PARTNERSHIP}'"))
        .await;
    let page = list(&auditor, "orphans").await.sees("Fabrikam").sees("Contoso").sees("Exchange Online, Support");
    assert_eq!(count(&page, "Orphans"), "1");
    page.clicks("Fabrikam").await.is_at(&format!("/review/delegations/{CONTOSOS_DELEGATION}"));
    world.suddenly(&format!("update partnerships set state = 'active', ended_at = null, ended_by = null where id = '{PARTNERSHIP}'")).await;
    assert_eq!(count(&list(&auditor, "orphans").await, "Orphans"), "0");
}

#[actix_web::test]
async fn silent_holders_ends_and_replacements_are_listed_while_they_are_news() {
    let world = World::with_a_past().await;
    let auditor = world.visits(AN_QING).await;
    for signal in ["silent", "ending", "replaced"] {
        list(&auditor, signal).await.sees("Nothing here");
    }
    world
        .suddenly(&format!(
            "update delegations set granted_at = now() - interval '15 days' where id = '{AWAITING_DELEGATION}';
             update delegations set ends_at = now() + interval '29 days' where id = '{OWN_DELEGATION}';
             update delegations set state = 'ended', ended_at = now() - interval '3 days', end_reason = 'replaced' where id = '{CONTOSOS_DELEGATION}'"
        ))
        .await;
    list(&auditor, "silent")
        .await
        .sees("Adventure Works")
        .clicks("Fabrikam")
        .await
        .is_at(&format!("/review/delegations/{AWAITING_DELEGATION}"));
    list(&auditor, "ending").await.clicks("Fabrikam").await.is_at(&format!("/review/delegations/{OWN_DELEGATION}"));
    list(&auditor, "replaced").await.sees("Contoso").clicks("Fabrikam").await.is_at(&format!("/review/delegations/{CONTOSOS_DELEGATION}"));
    world.suddenly(&format!("update delegations set ended_at = now() - interval '31 days' where id = '{CONTOSOS_DELEGATION}'")).await;
    list(&auditor, "replaced").await.sees("Nothing here");
}

/// D5: links of suspended organizations rest; the radar says how many would accept again.
#[actix_web::test]
async fn d5_suspended_organizations_with_open_links_are_listed() {
    let world = World::with_a_past().await;
    let auditor = world.visits(AN_QING).await;
    list(&auditor, "suspended").await.sees("Nothing here");
    world.offers(Offer { by: WOODGROVE, ..Offer::default() }).await;
    let page = list(&auditor, "suspended").await.sees("Woodgrove").sees("1 open link");
    page.clicks("Woodgrove").await.is_at(&format!("/organizations/{}", WOODGROVE.id()));
}

#[actix_web::test]
async fn many_grants_in_a_day_and_new_partners_are_flagged() {
    let world = World::with_a_past().await;
    let auditor = world.visits(AN_QING).await;
    let page = list(&auditor, "newcomers").await.sees("Everybody in spring").sees("Northwind Traders");
    page.clicks("Everybody in spring").await.is_at(&format!("/review/invitations/{STANDING}"));
    world.suddenly("update organizations set created_at = now() - interval '31 days'").await;
    list(&auditor, "newcomers").await.sees("Nothing here");

    let grant = |many: u32| {
        format!(
            "insert into delegations (relationship_id, acceptance_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, ends_at)
             select '{RELATIONSHIP}', '{RELATIONSHIP}', '{}', '{}', '{}', 'indirect-reseller', 'azure', 'support', 'awaiting-partner', 30, '{}', now() + interval '30 days'
             from generate_series(1, {many})",
            FABRIKAM.id(),
            NORTHWIND.id(),
            CONTOSO.id(),
            ZHAO_MIN.id()
        )
    };
    world.suddenly(&grant(19)).await;
    list(&auditor, "many").await.sees("Nothing here");
    world.suddenly(&grant(1)).await;
    list(&auditor, "many").await.sees("Everybody in spring").sees("20 delegations");
}

#[actix_web::test]
async fn a_long_list_is_walked_through_by_key() {
    let world = World::with_a_past().await;
    world
        .suddenly(&format!(
            "insert into delegations (relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, ends_at, answered_by, answered_at)
             select '{RELATIONSHIP}', '{}', '{}', '{}', 'indirect-reseller', 'azure', 'support', 'active', 30, '{3}', now() + interval '10 days', '{3}', now()
             from generate_series(1, 120)",
            FABRIKAM.id(),
            NORTHWIND.id(),
            CONTOSO.id(),
            ZHAO_MIN.id()
        ))
        .await;
    let first = list(&world.visits(OLGA_PETROVA).await, "ending").await;
    assert_eq!((first.all("tbody tr").len(), count(&first, "Ending soon").as_str()), (50, "120"));
    let last = first.clicks("Next").await.clicks("Next").await.answered(200);
    assert_eq!(last.all("tbody tr").len(), 20);
    assert_eq!(last.clicks("Previous").await.all("tbody tr").len(), 50);
}

#[actix_web::test]
async fn only_the_operators_people_have_a_radar_and_a_list_that_there_is_not_is_not_there() {
    let world = World::new().await;
    for person in [HE_LIN, HUANG_LAN, ZHAO_MIN] {
        world.visits(person).await.opens("/radar").await.answered(403);
    }
    let olga = world.visits(OLGA_PETROVA).await;
    olga.opens("/today").await.clicks("Radar").await.answered(200);
    olga.opens("/radar?list=nonsense").await.answered(404);
    olga.opens("/radar?list=ending&page=nonsense").await.answered(200);
}
