//! Numbers and the lists behind them: what is over counts nowhere as alive, a tile says how many rows its list has, and no list
//! stops without a way on.

use std::fmt::Write;

use uuid::Uuid;

use crate::{
    browser::Browser,
    past::{ADDRESSED, CONTOSOS_DELEGATION, OWN_DELEGATION, STANDING},
    world::{AN_QING, CONTOSO, HE_LIN, HUANG_LAN, LI_NA, NORTHWIND, OLGA_PETROVA, PROSEWARE, WOODGROVE, World, YE_QIU, ZHOU_JIE},
};

impl World {
    /// Contoso gets a standing invitation of somebody's into its hands.
    async fn hands_contoso(&self, from: crate::world::Company, by: Uuid, state: &str, expires: &str) {
        let (id, from, contoso) = (Uuid::now_v7(), from.id(), CONTOSO.id());
        self.suddenly(&format!(
            "insert into invitations (id, inviter_id, kind, label, language, days, state, frozen_at, expires_at, created_by)
             values ('{id}', '{from}', 'standing', 'One of many', 'en', 30, '{state}', now(), {expires}, '{by}');
             insert into handouts (invitation_id, inviter_id, reseller_id, handed_by) values ('{id}', '{from}', '{contoso}', '{by}');"
        ))
        .await;
    }

    /// Contoso has what is over in its hands: expired, revoked, of a provider that it works with no longer, of a suspended one.
    async fn hands_contoso_what_is_over(&self) {
        self.hands_contoso(NORTHWIND, HE_LIN.id(), "open", "now() - interval '1 hour'").await;
        self.hands_contoso(NORTHWIND, HE_LIN.id(), "revoked", "null").await;
        self.hands_contoso(PROSEWARE, crate::world::PAN_YU.id(), "open", "null").await;
        self.hands_contoso(WOODGROVE, YE_QIU.id(), "open", "null").await;
        let (woodgrove, contoso, inviter, answerer) = (WOODGROVE.id(), CONTOSO.id(), YE_QIU.id(), HUANG_LAN.id());
        self.suddenly(&format!(
            "insert into partnerships (provider_id, reseller_id, state, recipient_email, language, invited_by, invited_at, expires_at, answered_by, answered_at)
             values ('{woodgrove}', '{contoso}', 'active', 'huang.lan@contoso.example', 'en', '{inviter}', now() - interval '40 days', now() - interval '10 days', '{answerer}', now() - interval '39 days')"
        ))
        .await;
    }
}

/// The tiles of a start page: the number, and where it leads.
async fn tiles(browser: &Browser) -> Vec<(i64, String)> {
    let page = browser.opens("/today").await.answered(200);
    let (numbers, ways) = (page.all(".funnel b"), page.attributes(".funnel a", "href"));
    assert!(!numbers.is_empty() && numbers.len() == ways.len(), "{}", page.told());
    numbers.iter().map(|number| number.parse().unwrap()).zip(ways).collect()
}

#[actix_web::test]
async fn a_tile_leads_to_as_many_rows_as_it_says() {
    let world = World::with_a_past().await;
    world.hands_contoso_what_is_over().await;
    world.suddenly(&format!("update delegations set ends_at = now() + interval '9 days' where id in ('{CONTOSOS_DELEGATION}')")).await;
    for (person, lists) in [(HE_LIN, 4), (HUANG_LAN, 3), (ZHOU_JIE, 3), (OLGA_PETROVA, 7)] {
        let browser = world.visits(person).await;
        let narrowed: Vec<_> = tiles(&browser).await.into_iter().filter(|(_, way)| way.contains("state=")).collect();
        assert_eq!(narrowed.len(), lists, "{}: {narrowed:?}", person.name);
        for (number, way) in narrowed {
            let page = browser.opens(&way).await.answered(200);
            assert_eq!(page.all("tbody tr").len() as i64, number, "{} says {number} of {}", person.name, page.told());
        }
    }
    assert!(tiles(&world.visits(HUANG_LAN).await).await.contains(&(1, "/delegations?state=ending".to_owned())));
}

#[actix_web::test]
async fn a_state_that_there_is_not_is_said() {
    let world = World::with_a_past().await;
    let page = world.visits(HE_LIN).await.opens("/delegations?state=awaiting-partner").await.answered(422);
    assert!(page.has(".error-summary") && !page.has("tbody"), "{}", page.told());
}

/// D2, D5: what a reseller cannot pass on is not "handed to it".
#[actix_web::test]
async fn d2_d5_what_cannot_be_passed_on_is_not_counted_as_handed() {
    let world = World::with_a_past().await;
    world.hands_contoso_what_is_over().await;
    let handed = (1, "/invitations?state=open".to_owned());
    assert!(tiles(&world.visits(HUANG_LAN).await).await.contains(&handed));
    let page = world.visits(AN_QING).await.opens(&format!("/organizations/{}", CONTOSO.id())).await.answered(200);
    assert_eq!(page.all("dd.num").len(), 2, "{}", page.told());
    assert!(page.all("dd.num").iter().all(|number| number == "1"), "{:?}", page.all("dd.num"));
    world.suddenly("update partnerships set state = 'ended', ended_at = now(), ended_by = invited_by where state = 'active'").await;
    assert!(tiles(&world.visits(HUANG_LAN).await).await.contains(&(0, handed.1)));
}

/// D8: an end that nobody has written yet is an end.
#[actix_web::test]
async fn d8_an_expired_delegation_is_no_delegation_of_a_relationship() {
    let world = World::with_a_past().await;
    let auditor = world.visits(AN_QING).await;
    auditor.opens("/review/relationships?service=exchange-online").await.answered(200).sees("Fabrikam");
    world
        .suddenly(&format!(
            "update delegations set starts_at = now() - interval '30 days', ends_at = now() - interval '1 hour' where id in ('{OWN_DELEGATION}', '{CONTOSOS_DELEGATION}')"
        ))
        .await;
    auditor.opens("/review/relationships?service=exchange-online").await.answered(200).does_not_see("Fabrikam").sees("Nothing here");
    let page = auditor.opens(&format!("/organizations/{}", CONTOSO.id())).await.answered(200);
    assert_eq!(page.all("dd.num"), ["1", "0"], "{}", page.told());
}

#[actix_web::test]
async fn the_history_of_a_thing_goes_on_where_its_page_stops() {
    let world = World::with_a_past().await;
    let (northwind, contoso) = (NORTHWIND.id(), CONTOSO.id());
    let short = world.visits(HE_LIN).await.opens(&format!("/invitations/{ADDRESSED}")).await.answered(200);
    short.does_not_see("See everything that happened");
    world
        .suddenly(&format!(
            "insert into audit_events (chain, seq, kind, org_id, concerned, invitation_id, previous, hash)
             select '{northwind}', 0, 'invitation-paused', '{northwind}', array['{northwind}'::uuid, '{contoso}'::uuid], '{STANDING}', '', '' from generate_series(1, 51);
             insert into audit_events (chain, seq, kind, org_id, concerned, previous, hash)
             values ('{northwind}', 0, 'password-changed', '{northwind}', array['{northwind}'::uuid], '', '')"
        ))
        .await;
    for person in [HE_LIN, LI_NA] {
        let page = world.visits(person).await.opens(&format!("/invitations/{STANDING}")).await.answered(200);
        assert_eq!(page.all(".timeline > li").len(), 50);
        let first = page.clicks("See everything that happened").await.answered(200);
        assert_eq!(first.all(".timeline > li").len(), 50);
        let last = first.clicks("Next").await.answered(200);
        assert_eq!(last.all(".timeline > li").len(), 1, "{}", last.told());
    }
    let auditor = world.visits(AN_QING).await;
    let page = auditor.opens(&format!("/review/invitations/{STANDING}")).await.clicks("See everything that happened").await;
    page.is_at(&format!("/audit?subject={STANDING}")).answered(200);
    world.visits(HE_LIN).await.opens("/history?subject=12").await.answered(404);
}

#[actix_web::test]
async fn more_offers_than_are_shown_are_all_in_the_list() {
    let world = World::with_a_past().await;
    let partner = world.visits(ZHOU_JIE).await;
    partner.opens("/delegations").await.answered(200).does_not_see("More offers wait");
    let mut sql = String::new();
    let _ = write!(
        sql,
        "insert into delegations (relationship_id, acceptance_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, granted_at, starts_at, ends_at)
         select relationship_id, acceptance_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, granted_at, starts_at, ends_at
         from delegations, generate_series(1, 100) where state = 'awaiting-partner'"
    );
    world.suddenly(&sql).await;
    let page = partner.opens("/delegations").await.answered(200);
    assert_eq!(page.all(".people > li").len(), 100);
    let list = page.clicks("More offers wait than are shown here: see all that wait").await.answered(200);
    assert_eq!(list.all("tbody tr").len(), 50);
    let last = list.clicks("Next").await.clicks("Next").await;
    assert_eq!(last.all("tbody tr").len(), 1, "{}", last.told());
}

#[actix_web::test]
async fn what_became_of_an_invitation_goes_on_from_page_to_page() {
    let world = World::with_a_past().await;
    let (northwind, person) = (NORTHWIND.id(), crate::world::ZHAO_MIN.id());
    world
        .suddenly(&format!(
            "insert into organizations (kind, name, country) select 'customer', 'Shop ' || n, 'CN' from generate_series(1, 55) n;
             insert into openings (invitation_id, customer_id, inviter_id, opened_by, opened_at)
             select '{STANDING}', id, '{northwind}', '{person}', now() - interval '1 hour' from organizations where name like 'Shop %';
             insert into declines (invitation_id, customer_id, inviter_id, declined_by, declined_at)
             select '{STANDING}', id, '{northwind}', '{person}', now() from organizations where name like 'Shop 1%';"
        ))
        .await;
    // Eleven declined, forty-four only looked, and Fabrikam accepted.
    let rows = "section[aria-labelledby=reactions-title] .people > li";
    let provider = world.visits(HE_LIN).await;
    let first = provider.opens(&format!("/invitations/{STANDING}")).await.answered(200);
    assert_eq!(first.all(rows).len(), 50);
    assert_eq!(first.all(rows).iter().filter(|row| row.contains("Declined")).count(), 11);
    let last = first.clicks("Next").await.answered(200);
    assert_eq!(last.all(rows).len(), 6, "{}", last.told());
    assert!(last.all(rows).iter().any(|row| row.contains("Fabrikam")));
    assert_eq!(last.clicks("Previous").await.all(rows), first.all(rows));
}
