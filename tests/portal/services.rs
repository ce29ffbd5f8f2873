//! The catalogue of services: edited in three languages, ordered, retired and brought back; what is in use stays readable.

use crate::{
    past::{Offer, STANDING},
    world::{AN_QING, HE_LIN, OLGA_PETROVA, World, ZHAO_MIN},
};

#[actix_web::test]
async fn the_operator_adds_a_service_and_providers_ask_for_it_in_their_language() {
    let world = World::new().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let page = olga.opens("/today").await.clicks("Services").await.answered(200).sees("Exchange Online").clicks("Add a service").await;
    let form = page
        .form("/services/new")
        .with("code", "Planner")
        .with("name_en", "Planner")
        .with("name_zh", "任务规划")
        .with("name_ru", "Планировщик");
    let form = form.with("admin_url", "https://tasks.example.cn/{tenant_id}?domain={domain}");
    let preview = form.clone().pressing("go", "preview").sent().await.answered(200);
    let preview = preview.sees("https://tasks.example.cn/6f1d3c1e-5a2b-4c7d-9e8f-0a1b2c3d4e5f?domain=fabrikam.example");
    assert_eq!(preview.form("/services/new").value("name_zh"), Some("任务规划"));
    assert_eq!(world.database.count("select count(*) from services where code = 'planner'").await, 0, "a preview saves nothing");
    form.clone().sends().await.answered(200).is_under("/services/planner").sees("The service is in the catalogue");
    form.sent().await.answered(422).sees("there is a service with this one already");
    assert_eq!(world.recorded("service-added").await, 1);

    let provider = world.visits(HE_LIN).await;
    let kind = provider.opens("/invitations").await.form("/invitations/drafts").sends().await;
    let services = kind.form_ending("/kind").with("kind", "standing").sends().await.answered(200);
    assert!(services.form_ending("/services").offers("asks").contains(&"planner/support"));
    provider.posts_with_token("/language", &[("lang", "zh-CN"), ("back", "/today")]).await;
    provider.opens(&services.path).await.sees("任务规划");
}

#[actix_web::test]
async fn what_is_wrong_with_an_entry_is_said_and_kept() {
    let world = World::new().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let page = olga.opens("/services/new").await;
    let form =
        page.form("/services/new").with("code", "a b").with("name_en", &"x".repeat(201)).with("admin_url", "http://admin.example.cn");
    let wrong = form.sent().await.answered(422);
    for said in ["Enter a code", "no more than 200", "begins with https://"] {
        assert!(wrong.words().contains(said), "{said}: {}", wrong.told());
    }
    assert_eq!(wrong.form("/services/new").value("admin_url"), Some("http://admin.example.cn"));
    for evil in ["https://{domain}/", "https://user:secret@admin.example.cn/", "https://admin.example.cn/{password}", "javascript:alert(1)"]
    {
        page.form("/services/new").with("code", "evil").with("admin_url", evil).sent().await.answered(422);
    }
    olga.opens("/services/nowhere").await.answered(404);
}

#[actix_web::test]
async fn an_entry_is_changed_from_what_to_what_and_its_code_never() {
    let world = World::new().await;
    world.suddenly("update services set admin_url = null where code = 'azure'").await;
    let olga = world.visits(OLGA_PETROVA).await;
    let path = "/services/azure/entry";
    let page = olga.opens("/services/azure").await.clicks("Edit service").await.answered(200);
    page.form(path).sends().await.sees("nothing was changed");
    let form = page.form(path).with("name_ru", "Облако Azure").with("admin_url", "https://portal.azure.cn/{domain}");
    form.clone().forged("code", "azure-2").sent().await.answered(422).sees("never changes");
    form.sends().await.answered(200).sees("The service is changed").sees("https://portal.azure.cn/fabrikam.example");
    let trail = olga.opens("/audit?kind=service-changed").await;
    trail.sees("Name in Russian: Azure → Облако Azure").sees("Admin centre: nothing → https://portal.azure.cn/{domain}");
    let owner = world.database.connect().await;
    assert!(owner.batch_execute("update services set code = 'other' where code = 'azure'").await.is_err(), "nor by the database's owner");
    assert!(owner.batch_execute("delete from services where code = 'azure'").await.is_err());
}

#[actix_web::test]
async fn the_order_of_the_catalogue_is_the_operators() {
    let world = World::new().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let first = |page: &crate::browser::Page| page.all("tbody th > a").into_iter().take(2).collect::<Vec<_>>();
    let page = olga.opens("/services").await;
    assert_eq!(first(&page), ["Office 365", "Exchange Online"]);
    let page = page.form("/services/office-365/place").pressing("way", "down").sends().await;
    assert_eq!(first(&page), ["Exchange Online", "Office 365"]);
    let page = page.form("/services/exchange-online/place").pressing("way", "up").sends().await;
    assert_eq!(first(&page), ["Exchange Online", "Office 365"], "the first stays first");
    olga.posts_with_token("/services/azure/place", &[("way", "sideways")]).await.answered(422);
    olga.posts_with_token("/services/nowhere/place", &[("way", "up")]).await.answered(404);
}

/// D6: an open invitation keeps its terms when a service it asks for is retired; a new one cannot ask for it.
#[actix_web::test]
async fn d6_a_retired_service_is_no_longer_asked_for_and_stays_readable_where_it_is_in_use() {
    let world = World::with_a_past().await;
    let provider = world.visits(HE_LIN).await;
    let kind = provider.opens("/invitations").await.form("/invitations/drafts").sends().await;
    let before = kind.form_ending("/kind").with("kind", "standing").sends().await;
    let asks = before.form_ending("/services").ticks("asks", "exchange-online/support").with("days", "30");

    let olga = world.visits(OLGA_PETROVA).await;
    let page =
        olga.opens("/services/exchange-online").await.sees("2 delegations that have not ended").sees("1 invitation that can be answered");
    let retire = page.form_ending("/retirement");
    retire.clone().sends().await.answered(200).sees("The service is retired").sees("Retired");
    retire.sent().await.answered(409).sees("retired already");

    // The page was open before: what it sends is refused by name, and nothing is lost.
    let refused = asks.sends().await.answered(422).sees("can no longer be asked for");
    assert!(!refused.form_ending("/services").offers("asks").iter().any(|ask| ask.starts_with("exchange-online")));
    assert_eq!(refused.form_ending("/services").value("days"), Some("30"));

    // What is in use goes on, by its name.
    provider.opens(&format!("/invitations/{STANDING}")).await.answered(200).sees("Exchange Online");
    let customer = world.visits(ZHAO_MIN).await;
    customer.opens("/relationships").await.answered(200).sees("Exchange Online");
    let offered = world.offers(Offer::default()).await;
    let page = customer.opens(&offered.link).await.answered(200).sees("Exchange Online").form_ending("/opening").sends().await;
    let form = page.answered(200).sees("Exchange Online").form_ending("/check");
    assert!(form.offers("holder-exchange-online-support").len() > 1, "its terms can still be chosen");

    let back =
        olga.opens("/services/exchange-online").await.form_ending("/return").sends().await.answered(200).sees("can be asked for again");
    olga.posts_with_token("/services/exchange-online/return", &[]).await.answered(409);
    assert!(back.has_form("/services/exchange-online/retirement"));
    assert_eq!((world.recorded("service-retired").await, world.recorded("service-returned").await), (1, 1));
}

/// D6, where the page was passed by: the action refuses what the form would not have offered.
#[actix_web::test]
async fn d6_a_draft_that_asks_for_what_has_been_retired_does_not_become_an_invitation() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    let page = provider.opens("/invitations").await.form("/invitations/drafts").sends().await;
    let page = page.form_ending("/kind").with("kind", "standing").sends().await;
    let page = page.form_ending("/services").ticks("asks", "azure/support").with("days", "30").sends().await;
    let page = page.form_ending("/recipient").with("label", "Autumn").sends().await;
    let check = page.form_ending("/message").sends().await.answered(200);
    let create = check.form_ending("/creation");
    world.suddenly("update services set retired_at = now() where code = 'azure'").await;
    let refused = create.sends().await;
    assert!(refused.status != 200 || refused.path.ends_with("/services"), "{}", refused.told());
    assert_eq!(world.database.count("select count(*) from invitations").await, 0);
}

#[actix_web::test]
async fn the_last_service_cannot_be_retired() {
    let world = World::new().await;
    world.suddenly("update services set retired_at = now() where code <> 'azure'").await;
    let olga = world.visits(OLGA_PETROVA).await;
    let page = olga.opens("/services/azure").await.answered(200);
    page.form_ending("/retirement").sent().await.answered(409).sees("the last service");
}

#[actix_web::test]
async fn an_auditor_reads_the_catalogue_and_changes_nothing() {
    let world = World::new().await;
    let auditor = world.visits(AN_QING).await;
    let page = auditor.opens("/services").await.answered(200).sees("Azure");
    assert!(page.actions().iter().all(|action| !action.starts_with("/services/")), "{:?}", page.actions());
    auditor.opens("/services/azure").await.answered(200);
    auditor.opens("/services/azure/entry").await.answered(403);
    for path in ["/services/new", "/services/azure/entry", "/services/azure/place", "/services/azure/retirement", "/services/azure/return"]
    {
        auditor.posts_with_token(path, &[("way", "up")]).await.answered(403);
        world.visits(HE_LIN).await.posts_with_token(path, &[]).await.answered(403);
    }
    world.visits(HE_LIN).await.opens("/services").await.answered(403);
}
