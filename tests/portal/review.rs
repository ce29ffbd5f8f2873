//! Start pages, the operator's review and the audit trail: who sees what, and that the trail tells when it was touched.

use crate::{
    past::{CONTOSOS_DELEGATION, RELATIONSHIP, STANDING},
    world::{AN_QING, CHEN_JING, HE_LIN, HUANG_LAN, LIN_TAO, LIU_FANG, OLGA_PETROVA, World, ZHAO_MIN, ZHOU_JIE},
};

#[actix_web::test]
async fn everybodys_start_page_says_what_is_the_matter() {
    let world = World::with_a_past().await;
    world
        .visits(HE_LIN)
        .await
        .opens("/today")
        .await
        .answered(200)
        .sees("waiting for somebody")
        .sees("Somebody New")
        .sees("Adventure Works has not consented");
    world.visits(ZHOU_JIE).await.opens("/today").await.answered(200).sees("1 delegation needs your consent").sees("SharePoint Online");
    world.visits(HUANG_LAN).await.opens("/today").await.answered(200).sees("yours to forward");
    world.visits(ZHAO_MIN).await.opens("/today").await.answered(200).sees("may work in your services").sees("Contoso");
    world.visits(LIN_TAO).await.opens("/today").await.answered(200).sees("No partner may work in your services");
    world.visits(CHEN_JING).await.opens("/today").await.answered(200).sees("Your role does not see customers").does_not_see("Fabrikam");
    world.visits(OLGA_PETROVA).await.opens("/today").await.answered(200).sees("Newest events");
}

#[actix_web::test]
async fn an_auditor_finds_relationships_delegations_and_invitations_and_all_that_belongs_to_them() {
    let world = World::with_a_past().await;
    let auditor = world.visits(AN_QING).await;
    auditor.opens("/review/relationships?q=fabrik").await.answered(200).sees("Fabrikam").sees("Northwind Traders");
    auditor.opens("/review/relationships?q=litware").await.answered(200).does_not_see("Northwind Traders").sees("Nothing here");
    let detail = auditor.opens(&format!("/review/relationships/{RELATIONSHIP}")).await.answered(200);
    detail.sees("Fabrikam and Northwind Traders").sees("Exchange Online, Support").sees("M-2345-6789");

    auditor.opens("/review/delegations?state=awaiting-partner").await.answered(200).sees("SharePoint Online").does_not_see("Provisioning,");
    auditor.opens("/review/delegations?q=1000002").await.answered(200).sees("Contoso");
    auditor.opens(&format!("/review/delegations/{CONTOSOS_DELEGATION}")).await.answered(200).sees("Contoso").sees("365 days");

    auditor.opens("/review/invitations?kind=addressed").await.answered(200).sees("For a newcomer").does_not_see("Everybody in spring");
    auditor.opens("/review/invitations?service=azure&q=newcomer").await.answered(200).sees("For a newcomer");
    let detail = auditor.opens(&format!("/review/invitations/{STANDING}")).await.answered(200).sees("Everybody in spring").sees("Contoso");
    assert!(detail.links().iter().all(|link| !link.contains("/i/")), "the operator sees no link that could be sent");
}

#[actix_web::test]
async fn what_cannot_be_filtered_by_is_said_and_nothing_is_listed() {
    let world = World::with_a_past().await;
    let auditor = world.visits(AN_QING).await;
    for path in [
        "/audit?from=2026-02-30",
        "/audit?kind=nonsense",
        "/audit?subject=12",
        "/review/delegations?state=gone",
        "/review/invitations?to=soon",
    ] {
        let page = auditor.opens(path).await.answered(422);
        assert!(page.has(".error-summary"), "{path} tells what is wrong");
        assert!(!page.has("tbody") && !page.has(".entries"), "{path} lists nothing");
    }
    auditor.opens("/review/relationships?q=100%25_%5C&page=nonsense").await.answered(200).sees("Nothing here");
}

#[actix_web::test]
async fn only_the_operators_people_review() {
    let world = World::with_a_past().await;
    for person in [HE_LIN, HUANG_LAN, ZHAO_MIN] {
        let visitor = world.visits(person).await;
        for path in ["/audit", "/review/relationships", "/review/delegations", "/review/invitations"] {
            visitor.opens(path).await.answered(403);
        }
        visitor.opens(&format!("/review/relationships/{RELATIONSHIP}")).await.answered(403);
    }
}

#[actix_web::test]
async fn an_organizations_history_names_its_own_people_and_others_only_as_organizations() {
    let world = World::new().await;
    world.visits(LIU_FANG).await;
    world.visits(HUANG_LAN).await;
    let page = world.visits(HE_LIN).await.opens("/history").await.answered(200);
    page.sees("Signed in").sees("Liu Fang").does_not_see("Huang Lan");
    world.visits(OLGA_PETROVA).await.opens("/history").await.is_at("/audit").sees("Liu Fang, Northwind Traders").sees("Huang Lan, Contoso");
}

#[actix_web::test]
async fn the_trail_is_filtered_by_event_organization_and_person() {
    let world = World::new().await;
    world.visits(LIU_FANG).await;
    world.visits(HUANG_LAN).await;
    let auditor = world.visits(AN_QING).await;
    auditor.opens("/audit?kind=signed-in&organization=contoso").await.answered(200).sees("Huang Lan").does_not_see("Liu Fang");
    auditor.opens("/audit?person=liu").await.answered(200).sees("Liu Fang").does_not_see("Huang Lan");
    auditor.opens("/audit?kind=organization-suspended").await.answered(200).sees("No events");
    auditor.opens("/audit?organization=nobody+at+all").await.answered(200).sees("No events");
}

#[actix_web::test]
async fn a_changed_entry_is_noticed_on_the_page() {
    let world = World::new().await;
    let auditor = world.visits(AN_QING).await;
    auditor.opens("/audit").await.answered(200).sees("The chains hold");
    // Only somebody with the database's own key can do this.
    let owner = world.database.connect().await;
    owner
        .batch_execute("alter table audit_events disable trigger audit_refuse; alter table audit_events no force row level security")
        .await
        .unwrap();
    owner.batch_execute("update audit_events set kind = 'signed-out'; alter table audit_events force row level security").await.unwrap();
    auditor.opens("/audit").await.answered(200).sees("The audit trail does not hold").does_not_see("The chains hold");
}

#[actix_web::test]
async fn more_than_a_page_of_events_is_walked_through_by_key() {
    let world = World::new().await;
    let visitor = world.visits(LIU_FANG).await;
    world
        .database
        .connect()
        .await
        .batch_execute(&format!(
            "insert into audit_events (chain, seq, kind, org_id, concerned, previous, hash)
             select '{id}', 0, 'password-changed', '{id}', array['{id}'::uuid], '', '' from generate_series(1, 120)",
            id = crate::world::NORTHWIND.id()
        ))
        .await
        .unwrap();
    let first = visitor.opens("/history").await.answered(200);
    assert_eq!(first.all(".timeline > li").len(), 50);
    let second = first.clicks("Next").await.answered(200);
    assert_eq!(second.all(".timeline > li").len(), 50);
    let last = second.clicks("Next").await.answered(200).sees("Signed in");
    assert!(!last.links().is_empty() && last.all(".timeline > li").len() < 50);
    let back = last.clicks("Previous").await.answered(200);
    assert_eq!(back.all(".timeline > li").len(), 50);
}
