//! Administering on behalf: who, in what, for which purpose, why and when; and the customer sees it.

use crate::{
    past,
    world::{CONTOSO, FABRIKAM, HE_LIN, LI_NA, LIN_TAO, NORTHWIND, PAN_YU, QIAN_DUO, WU_TAO, World, XU_BO, ZHAO_MIN, ZHAO_YONG, ZHOU_JIE},
};

fn using(delegation: uuid::Uuid) -> String {
    format!("/delegations/{delegation}/uses/new")
}

const REASON: &str = "Ticket 4711: a mailbox does not open";

async fn uses(world: &World) -> i64 {
    // One is there from before.
    world.database.count("select count(*) - 1 from uses").await
}

#[actix_web::test]
async fn d25_a_holder_opens_the_admin_centre_with_a_reason_and_the_customer_sees_it() {
    let world = World::with_a_past().await;
    let wu_tao = world.visits(WU_TAO).await;
    let page = wu_tao.opens("/customers").await.clicks("Fabrikam").await.sees("Services you may work in");
    let path = using(past::CONTOSOS_DELEGATION);
    assert!(page.links().contains(&path), "{:?}", page.links());
    let form = page.opens(&path).await.answered(200).sees("It is recorded who opens the admin centre").form(&path);
    for nothing in ["", "   ", "\n"] {
        form.clone().with("reason", nothing).sends().await.answered(422);
    }
    let long = "界".repeat(501);
    let page = form.clone().with("reason", &long).sends().await.answered(422);
    assert!(page.html.contains(&long), "what was typed is kept");
    assert_eq!(uses(&world).await, 0);

    let page = form.with("reason", REASON).sends().await.answered(200).is_under("/uses/").sees("Recorded: Fabrikam, Exchange Online");
    let target = "https://partner.outlook.cn/ecp/?rfr=Admin_o365&exsvurl=1&delegatedOrg=fabrikam.example";
    assert_eq!(page.attributes("a[rel~=noreferrer]", "href"), [target]);
    assert_eq!(uses(&world).await, 1);
    let recorded = format!(
        "select count(*) from uses where user_id = '{}' and holder_id = '{}' and customer_id = '{}' and delegation_id = '{}'
           and service = 'exchange-online' and purpose = 'support' and reason = '{REASON}' and used_at > now() - interval '1 minute'",
        WU_TAO.id(),
        CONTOSO.id(),
        FABRIKAM.id(),
        past::CONTOSOS_DELEGATION
    );
    assert_eq!(world.database.count(&recorded).await, 1);
    let event = format!(
        "select count(*) from audit_events where kind = 'delegation-used' and '{}' = any (concerned) and not '{}' = any (concerned)",
        FABRIKAM.id(),
        NORTHWIND.id()
    );
    assert_eq!(world.database.count(&event).await, 1, "a reason is for the customer and the holder, and for nobody else");

    for person in [ZHAO_MIN, QIAN_DUO] {
        let browser = world.visits(person).await;
        let page = browser.opens("/relationships").await.sees("last used");
        page.clicks("What was done on our behalf").await.answered(200).sees("Wu Tao").sees("Contoso").sees(REASON).sees("Support");
        let under = format!("/uses?relationship={}", past::RELATIONSHIP);
        assert!(page.links().contains(&under), "{:?}", page.links());
        browser.opens(&under).await.answered(200).sees(REASON);
        browser.opens(&format!("/delegations/{}", past::CONTOSOS_DELEGATION)).await.sees("Last used").sees(REASON);
    }
    world.visits(LI_NA).await.opens("/uses").await.sees(REASON);
    for person in [HE_LIN, PAN_YU, LIN_TAO] {
        world.visits(person).await.opens("/uses").await.answered(200).does_not_see(REASON);
        world.visits(person).await.opens(&format!("/uses?relationship={}", past::RELATIONSHIP)).await.does_not_see(REASON);
    }
    world.visits(XU_BO).await.opens("/uses").await.answered(403);
}

/// AB-35, AB-36
#[actix_web::test]
async fn d25_nobody_uses_what_they_do_not_hold_or_what_is_not_in_force() {
    let world = World::with_a_past().await;
    let reason = [("reason", REASON)];
    for (person, delegation, status) in [
        (ZHOU_JIE, past::AWAITING_DELEGATION, 409),
        (ZHAO_YONG, past::CONTOSOS_DELEGATION, 403),
        (ZHAO_MIN, past::CONTOSOS_DELEGATION, 403),
        (HE_LIN, past::CONTOSOS_DELEGATION, 404),
        (WU_TAO, past::OWN_DELEGATION, 404),
        (PAN_YU, past::CONTOSOS_DELEGATION, 404),
    ] {
        let browser = world.visits(person).await;
        let page = browser.posts_with_token(&using(delegation), &reason).await;
        assert_eq!(page.status, status, "{}: {}", person.name, page.told());
        assert_ne!(browser.asks(&using(delegation)).await.status, 200, "{}", person.name);
    }
    let wu_tao = world.visits(WU_TAO).await;
    for forged in [("purpose", "provisioning"), ("service", "azure"), ("user", "somebody")] {
        wu_tao.posts_with_token(&using(past::CONTOSOS_DELEGATION), &[("reason", REASON), forged]).await.answered(422);
    }
    world
        .suddenly(
            "update delegations set starts_at = now() - interval '9 days', ends_at = now() - interval '1 second' where state = 'active'",
        )
        .await;
    wu_tao.posts_with_token(&using(past::CONTOSOS_DELEGATION), &reason).await.answered(409).sees("not in force");
    assert_eq!(uses(&world).await, 0);
}

/// AB-38: what is decided is decided at the moment of acting, whatever the open page says.
#[actix_web::test]
async fn d18_a_delegation_that_was_removed_meanwhile_opens_nothing() {
    let world = World::with_a_past().await;
    let (wu_tao, li_na) = (world.visits(WU_TAO).await, world.visits(LI_NA).await);
    let open = wu_tao.opens(&using(past::CONTOSOS_DELEGATION)).await.form(&using(past::CONTOSOS_DELEGATION)).with("reason", REASON);
    let begun = li_na.posts_with_token(&using(past::CONTOSOS_DELEGATION), &[("reason", REASON)]).await.answered(303).leads_to().unwrap();
    assert!(li_na.opens(&begun).await.has("a[rel~=noreferrer]"));
    wu_tao.opens(&begun).await.answered(404);
    world.visits(ZHAO_MIN).await.posts_with_token(&format!("/delegations/{}/removal", past::CONTOSOS_DELEGATION), &[]).await.answered(303);
    open.sends().await.answered(409);
    let page = li_na.opens(&begun).await.answered(200).sees("not in force any more");
    assert!(!page.has("a[rel~=noreferrer]"));
    assert_eq!(uses(&world).await, 1);
}

#[actix_web::test]
async fn d5_a_suspended_partner_works_for_nobody() {
    let world = World::with_a_past().await;
    let wu_tao = world.visits(WU_TAO).await;
    let suspend = "update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'unpaid' where name = 'Contoso'";
    world.suddenly(suspend).await;
    wu_tao.posts_with_token(&using(past::CONTOSOS_DELEGATION), &[("reason", REASON)]).await.answered(403);
    assert_eq!(uses(&world).await, 0);
}

#[actix_web::test]
async fn a_service_without_an_address_or_a_customer_without_a_tenant_is_said_to_have_none() {
    let world = World::with_a_past().await;
    let wu_tao = world.visits(WU_TAO).await;
    for (number, template) in ["null", "'https://portal.azure.cn/{tenant_id}'"].iter().enumerate() {
        world.suddenly(&format!("update services set admin_url = {template} where code = 'exchange-online'")).await;
        let page = wu_tao.posts_with_token(&using(past::CONTOSOS_DELEGATION), &[("reason", REASON)]).await.follows().await;
        let page = page.answered(200).sees("No address is known");
        assert!(!page.has("a[rel~=noreferrer]"), "{template}");
        assert_eq!(uses(&world).await, i64::try_from(number).unwrap() + 1, "it is recorded all the same");
    }
    world.suddenly("update organizations set tenant_id = '0190f5c8-6b7e-7a3c-9d2e-4b1a6c8e0f12' where name = 'Fabrikam'; update services set admin_url = 'https://portal.azure.cn/{tenant_id}' where code = 'exchange-online'").await;
    let page = wu_tao.posts_with_token(&using(past::CONTOSOS_DELEGATION), &[("reason", REASON)]).await.follows().await;
    assert_eq!(page.attributes("a[rel~=noreferrer]", "href"), ["https://portal.azure.cn/0190f5c8-6b7e-7a3c-9d2e-4b1a6c8e0f12"]);
}

#[actix_web::test]
async fn the_database_itself_refuses_a_use_without_a_delegation_in_force() {
    let world = World::with_a_past().await;
    let session =
        format!("insert into sessions (key_hash, user_id, org_id) values (sha256('wu tao'), '{}', '{}')", WU_TAO.id(), CONTOSO.id());
    world.suddenly(&session).await;
    let portal = world.database.connect_as_portal().await;
    portal.batch_execute("begin; select enter_request(sha256('wu tao'), null, false); savepoint here").await.unwrap();
    let insert = |delegation: uuid::Uuid, holder: uuid::Uuid, service: &str, purpose: &str| {
        format!(
            "insert into uses (delegation_id, relationship_id, customer_id, holder_id, user_id, user_name, service, purpose, reason)
             values ('{delegation}', '{}', '{}', '{holder}', '{}', 'Wu Tao', '{service}', '{purpose}', 'x')",
            past::RELATIONSHIP,
            FABRIKAM.id(),
            WU_TAO.id()
        )
    };
    for (what, sql) in [
        ("somebody else's", insert(past::OWN_DELEGATION, NORTHWIND.id(), "exchange-online", "provisioning")),
        ("another's as one's own", insert(past::OWN_DELEGATION, CONTOSO.id(), "exchange-online", "provisioning")),
        ("another purpose", insert(past::CONTOSOS_DELEGATION, CONTOSO.id(), "exchange-online", "provisioning")),
        ("another service", insert(past::CONTOSOS_DELEGATION, CONTOSO.id(), "azure", "support")),
    ] {
        let refused = portal.batch_execute(&sql).await.unwrap_err();
        assert_eq!(refused.code().map(|code| code.code()), Some("42501"), "{what}");
        portal.batch_execute("rollback to here").await.unwrap();
    }
    portal.batch_execute(&insert(past::CONTOSOS_DELEGATION, CONTOSO.id(), "exchange-online", "support")).await.unwrap();
    for forbidden in ["update uses set reason = 'y'", "delete from uses"] {
        portal.batch_execute("savepoint there").await.unwrap();
        assert!(portal.batch_execute(forbidden).await.is_err(), "{forbidden}");
        portal.batch_execute("rollback to there").await.unwrap();
    }
}

#[actix_web::test]
async fn the_log_goes_on_page_after_page() {
    let world = World::with_a_past().await;
    let many = format!(
        "insert into uses (delegation_id, relationship_id, customer_id, holder_id, user_id, user_name, service, purpose, reason, used_at)
         select '{}', '{}', '{}', '{}', '{}', 'Wu Tao', 'exchange-online', 'support', 'Reason number ' || n || '.', now() - n * interval '1 minute'
           from generate_series(1, 120) n",
        past::CONTOSOS_DELEGATION,
        past::RELATIONSHIP,
        FABRIKAM.id(),
        CONTOSO.id(),
        WU_TAO.id()
    );
    world.suddenly(&many).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = zhao_min
        .opens(&format!("/uses?relationship={}", past::RELATIONSHIP))
        .await
        .sees("Reason number 1.")
        .does_not_see("Reason number 51.");
    let page = page.clicks("Next").await.sees("Reason number 51.").does_not_see("Reason number 101.");
    let page = page.clicks("Next").await.sees("Reason number 101.").sees("Reason number 120.");
    page.clicks("Previous").await.sees("Reason number 51.").does_not_see("Reason number 120.");
    for odd in ["?page=x", "?page=%00", "?relationship=x", "?relationship=%27"] {
        zhao_min.opens(&format!("/uses{odd}")).await.answered(200);
    }
}
