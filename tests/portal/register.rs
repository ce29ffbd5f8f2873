//! The operator's list of every subscription: who sees it, what it is filtered by, where it leads, and that it ends nowhere in between.

use crate::{
    past::RELATIONSHIP,
    world::{AN_QING, FABRIKAM, HE_LIN, LI_NA, LITWARE, OLGA_PETROVA, PROSEWARE, World, ZHAO_MIN},
};

const REGISTER: &str = "/review/subscriptions";

/// The external IDs that an address of the register shows.
async fn shown(world: &World, query: &str) -> Vec<String> {
    world.visits(AN_QING).await.opens(&format!("{REGISTER}{query}")).await.answered(200).all("tbody th")
}

#[actix_web::test]
async fn the_operator_sees_every_subscription_and_nobody_else_does() {
    let world = World::with_a_past().await;
    for person in [OLGA_PETROVA, AN_QING] {
        let page = world.visits(person).await.opens("/subscriptions").await.clicks("All subscriptions").await.answered(200);
        let page = page.is_at(REGISTER).sees("PAST-1").sees("PAST-2").sees("PAST-3").sees("Northwind Traders").sees("Direct from 21Vianet");
        assert!(page.links().contains(&format!("/organizations/{}", FABRIKAM.id())));
        assert_eq!(page.all("tbody a[href^='/review/relationships/']").len(), 1, "Proseware sells without a relationship in force or past");
        page.opens(&format!("/review/relationships/{RELATIONSHIP}")).await.answered(200).sees("Fabrikam");
    }
    for person in [HE_LIN, LI_NA, ZHAO_MIN] {
        let visitor = world.visits(person).await;
        visitor.opens(REGISTER).await.answered(403).does_not_see("PAST-1");
        visitor.posts_with_token(&format!("{REGISTER}/export"), &[]).await.answered(403);
    }
    assert_eq!(world.recorded("list-exported").await, 0);
}

#[actix_web::test]
async fn the_register_is_filtered_by_whoever_has_to_do_with_it_service_channel_and_state() {
    let world = World::with_a_past().await;
    world
        .suddenly(&format!(
            "insert into subscriptions (external_id, customer_id, service, channel, seller_id, seller_kind, partner_of_record_id, seats, term_start, state)
             values ('NEXT_1', '{}', 'intune', 'advisor', '{}', 'indirect-provider', '{}', 7, '2025-01-01', 'suspended')",
            LITWARE.id(),
            PROSEWARE.id(),
            PROSEWARE.id()
        ))
        .await;
    for (query, found) in [
        ("", &["NEXT_1", "PAST-1", "PAST-2", "PAST-3"][..]),
        ("?q=past-2", &["PAST-2"]),
        ("?q=T_1", &["NEXT_1"]),
        ("?q=litw", &["NEXT_1"]),
        ("?q=fabrikam.example", &["PAST-1", "PAST-2", "PAST-3"]),
        ("?q=1000004", &["NEXT_1", "PAST-3"]),
        ("?q=northwind", &["PAST-1"]),
        ("?q=nobody", &[]),
        ("?service=azure", &["PAST-2"]),
        ("?channel=csp", &["PAST-1", "PAST-3"]),
        ("?channel=advisor&state=suspended&q=proseware", &["NEXT_1"]),
        ("?channel=direct&state=ended", &[]),
    ] {
        let mut shown = shown(&world, query).await;
        shown.sort_unstable();
        assert_eq!(shown, found, "{query}");
    }
    let auditor = world.visits(AN_QING).await;
    for wrong in ["?channel=shop", "?state=gone"] {
        let page = auditor.opens(&format!("{REGISTER}{wrong}")).await.answered(422);
        assert!(page.has(".error-summary") && page.all("tbody").is_empty(), "{wrong}");
    }
}

#[actix_web::test]
async fn the_register_goes_on_and_leaves_as_a_file_as_it_is_filtered() {
    let world = World::with_a_past().await;
    world
        .suddenly(
            "insert into subscriptions (external_id, customer_id, service, channel, seller_id, seller_kind, seats, term_start, state)
             select 'MANY-' || n, customer_id, service, channel, seller_id, seller_kind, seats, term_start, 'suspended'
               from subscriptions, generate_series(1, 120) n where external_id = 'PAST-1'",
        )
        .await;
    let auditor = world.visits(AN_QING).await;
    let (mut page, mut all) = (auditor.opens(&format!("{REGISTER}?state=suspended")).await.answered(200), Vec::new());
    loop {
        all.extend(page.all("tbody th"));
        let Some(next) = page.attributes("a[rel=next]", "href").pop() else { break };
        page = page.opens(&next).await.answered(200);
    }
    assert!(page.has("a[rel=prev]"));
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 120, "each of them, and those of another state not");

    let file = page.form("/review/subscriptions/export").sends().await.answered(200);
    assert!(file.header("content-type").starts_with("text/csv"), "{}", file.header("content-type"));
    let lines: Vec<_> = file.html.lines().collect();
    assert_eq!(lines.len(), 121);
    assert!(lines[0].contains("\"External ID\",\"Customer\",\"Service\",\"Channel\",\"Seller\",\"Partner ID\""), "{}", lines[0]);
    let one = lines.iter().find(|line| line.starts_with("\"MANY-7\"")).unwrap();
    assert!(one.contains("\"Fabrikam\",\"Exchange Online\",\"CSP, through a partner\",\"Northwind Traders\",\"1000001\""), "{one}");
    assert!(one.contains("\"25\",\"2026-01-01\",\"\",\"Suspended\""), "{one}");
    assert_eq!(world.recorded("list-exported").await, 1);
    auditor.opens("/audit?kind=list-exported").await.sees("List exported as a file: Subscriptions").sees("state=suspended");
}
