//! What a customer bought, who supports it, what an acceptance never touches, and how a relationship is removed.

use std::time::Duration;

use crate::{
    past::{self, Offer},
    sight::enters,
    world::{
        AN_QING, CONTOSO, FABRIKAM, FENG_XIN, HE_LIN, HUANG_LAN, LI_NA, LIN_TAO, LIU_FANG, NORTHWIND, OLGA_PETROVA, PAN_YU, PROSEWARE,
        QIAN_DUO, WANG_LEI, WU_TAO, World, XU_BO, YE_QIU, ZHANG_WEI, ZHAO_MIN, ZHAO_YONG, ZHOU_JIE,
    },
};

fn contact() -> String {
    format!("/subscriptions/{}/support-contact", past::SUBSCRIPTION)
}

fn removal() -> String {
    format!("/relationships/{}/removal", past::RELATIONSHIP)
}

fn customer() -> String {
    format!("/customers/{}", past::RELATIONSHIP)
}

/// Every subscription, byte for byte.
async fn register(world: &World) -> String {
    let all = "select coalesce(string_agg(to_jsonb(s)::text, '|' order by id), '') from subscriptions s";
    world.database.connect().await.query_one(all, &[]).await.unwrap().get(0)
}

/// D14: accepting changes no subscription, no owner, no term, no partner of record.
/// D23: who owns the sale is what the register says, whatever anybody was accepted for.
#[actix_web::test]
async fn d23_who_owns_a_sale_is_read_from_the_register() {
    let world = World::with_a_past().await;
    let page = world.visits(ZHAO_MIN).await.opens("/relationships").await.answered(200);
    let row = |service: &str| page.all("tbody tr").into_iter().find(|row| row.starts_with(service)).unwrap_or_else(|| panic!("{service}"));
    let (exchange, azure, power_bi) = (row("Exchange Online"), row("Azure"), row("Power BI"));
    assert!(exchange.contains("Northwind Traders") && exchange.contains("since 1 January 2026"), "{exchange}");
    assert!(azure.contains("21Vianet Direct from 21Vianet, since 1 March 2026"), "{azure}");
    assert!(power_bi.contains("Proseware"), "{power_bi}");
}

#[actix_web::test]
async fn d14_an_acceptance_never_changes_a_subscription() {
    let world = World::with_a_past().await;
    let before = register(&world).await;
    assert!(before.contains("PAST-1") && before.contains("PAST-3"));
    let offered =
        world.offers(Offer { by: PROSEWARE, asks: &[("exchange-online", "provisioning"), ("azure", "support")], ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = zhao_min.opens(&offered.link).await.form_ending("/opening").sends().await.answered(200);
    let mut form = page.form_ending("/check").ticks("agreement", "2026-11");
    for field in ["holder-exchange-online-provisioning", "holder-azure-support"] {
        form = form.with(field, &PROSEWARE.id().to_string());
    }
    let page =
        form.ticks("replace-exchange-online", &NORTHWIND.id().to_string()).sends().await.answered(200).sees("Check before you accept");
    page.form_ending("/acceptance").sends().await.answered(200).is_under("/receipts/M-");
    let granted = format!("select count(*) from delegations where holder_id = '{}' and state = 'active'", PROSEWARE.id());
    assert_eq!(world.database.count(&granted).await, 2);
    assert_eq!(register(&world).await, before, "not a byte of it");
}

/// D14: nor could anybody else, even past every page: the database lets a seller choose the contact and nothing more.
#[actix_web::test]
async fn d14_the_database_lets_nobody_but_the_import_change_a_subscription() {
    let world = World::with_a_past().await;
    let before = register(&world).await;
    for (person, sees) in [(HE_LIN, true), (ZHAO_MIN, true), (LI_NA, true), (LIN_TAO, false)] {
        let session = format!(
            "insert into sessions (key_hash, user_id, org_id) values (sha256('{0}'), '{0}', '{1}')",
            person.id(),
            person.company.id()
        );
        world.suddenly(&session).await;
        let portal = world.database.connect_as_portal().await;
        let enter = format!("begin; select enter_request(sha256('{}'), null, false)", person.id());
        for change in [
            "partner_of_record_id = seller_id",
            "seats = 99",
            "state = 'ended'",
            "term_end = null",
            "seller_id = null, seller_kind = null, channel = 'direct'",
        ] {
            portal.batch_execute(&enter).await.unwrap();
            let seen: i64 = portal.query_one("select count(*) from subscriptions where external_id = 'PAST-1'", &[]).await.unwrap().get(0);
            assert_eq!(seen == 1, sees, "{}", person.name);
            let changed = portal.execute(&format!("update subscriptions set {change} where external_id = 'PAST-1'"), &[]).await;
            // Who may not write sees nothing to change; the seller, who may choose the contact, is refused.
            match changed {
                Ok(rows) => assert!(rows == 0 || change.starts_with("partner_of_record"), "{}: {change}", person.name),
                Err(refused) => assert_eq!(refused.code().map(|code| code.code().to_owned()).as_deref(), Some("42501"), "{refused:?}"),
            }
            portal.batch_execute("rollback").await.unwrap();
        }
    }
    assert_eq!(register(&world).await, before);
}

/// D24: each subscription's channel, whether multi-channel applies, whether a delegation is needed, and who may work on what.
#[actix_web::test]
async fn d24_customer_and_partner_see_where_it_was_bought_and_who_may_work_on_it() {
    let world = World::with_a_past().await;
    world
        .suddenly(&format!(
            "insert into subscriptions (external_id, customer_id, service, channel, seller_id, seller_kind, seats, term_start, state)
             values ('PAST-4', '{}', 'intune', 'advisor', '{}', 'indirect-provider', 7, '2025-01-01', 'suspended')",
            FABRIKAM.id(),
            NORTHWIND.id()
        ))
        .await;
    for person in [ZHAO_MIN, QIAN_DUO] {
        let page = world.visits(person).await.opens("/relationships").await.answered(200);
        let rows = page.all("#subscriptions tbody tr");
        let row = |id: &str| rows.iter().find(|row| row.contains(id)).unwrap_or_else(|| panic!("{id}: {rows:#?}")).clone();
        for words in [
            "Exchange Online",
            "CSP, through a partner",
            "Seller: Northwind Traders (1000001)",
            "Partner of record: Northwind Traders",
            "Seats: 25",
            "Multi-channel does not apply",
            "Northwind Traders sold it and needs no delegation; everybody else does",
            "Contoso: Support, until",
            "Northwind Traders: Provisioning, until",
        ] {
            assert!(row("PAST-1").contains(words), "{words}: {}", row("PAST-1"));
        }
        for words in [
            "Azure",
            "Direct from 21Vianet",
            "paid by use",
            "Multi-channel applies: bought directly",
            "Every partner needs a delegation",
            "Nobody by a delegation",
        ] {
            assert!(row("PAST-2").contains(words), "{words}: {}", row("PAST-2"));
        }
        assert!(row("PAST-3").contains("Proseware"), "{}", row("PAST-3"));
        for words in ["Advisor", "Multi-channel applies with Northwind Traders", "Every partner needs a delegation", "Suspended"] {
            assert!(row("PAST-4").contains(words), "{words}: {}", row("PAST-4"));
        }
    }
    // The owner sees what was bought through it or directly, and not what another partner sold.
    let page = world.visits(HE_LIN).await.opens(&customer()).await.answered(200);
    let page = page
        .sees("PAST-1")
        .sees("You sold it: you need no delegation")
        .sees("PAST-2")
        .sees("You need a delegation to work on it")
        .sees("PAST-4");
    page.does_not_see("PAST-3").does_not_see("Power BI");
    // A reseller sees that in which it may work.
    let page = world.visits(LI_NA).await.opens(&customer()).await.answered(200).sees("PAST-1").sees("You need a delegation to work on it");
    page.does_not_see("PAST-2").does_not_see("PAST-4");
    world.visits(LIN_TAO).await.opens("/relationships").await.does_not_see("PAST-1");
}

#[actix_web::test]
async fn a_seller_lets_a_reseller_that_holds_support_be_the_support_contact() {
    let world = World::with_a_past().await;
    let wang_lei = world.visits(WANG_LEI).await;
    let page = wang_lei.opens(&customer()).await.answered(200);
    assert!(page.links().contains(&contact()), "reached by clicking: {:?}", page.links());
    let page = page.opens(&contact()).await.answered(200).sees("Contoso (1000002)").does_not_see("Adventure Works");
    let page = page.form(&contact()).with("contact", &CONTOSO.id().to_string()).sends().await.answered(200).is_under(&customer());
    page.sees("The support contact is changed").sees("Contoso is from now on the support contact");
    // Pressed twice: nothing more happens.
    wang_lei.posts_with_token(&contact(), &[("contact", &CONTOSO.id().to_string())]).await.answered(303);
    assert_eq!(world.database.count("select count(*) from audit_events where kind = 'support-contact-chosen'").await, 1);
    let cell = |page: &crate::browser::Page| page.all("#subscriptions tbody tr").into_iter().find(|row| row.contains("PAST-1")).unwrap();
    let zhao_min = world.visits(ZHAO_MIN).await;
    assert!(cell(&zhao_min.opens("/relationships").await).contains("25 Contoso"), "the contact stands behind the seats");

    // Its support ends: the support goes back to the seller at once, and no job was needed.
    zhao_min.posts_with_token(&format!("/delegations/{}/removal", past::CONTOSOS_DELEGATION), &[]).await.answered(303);
    let row = cell(&zhao_min.opens("/relationships").await);
    assert!(row.contains("25 Northwind Traders Contoso was chosen, but no longer holds support here"), "{row}");
    wang_lei.posts_with_token(&contact(), &[("contact", &CONTOSO.id().to_string())]).await.answered(409);
    let back = [("contact", NORTHWIND.id().to_string())];
    wang_lei.posts_with_token(&contact(), &[("contact", &back[0].1)]).await.answered(303);
    assert_eq!(world.database.count("select count(*) from subscriptions where support_contact_id is not null").await, 0);
}

/// Whoever has the duty knows it, whoever had it knows it, and the customer knows whom to ask.
#[actix_web::test]
async fn a_choice_of_who_supports_is_told_to_whom_it_concerns() {
    let world = World::with_a_past().await;
    let wang_lei = world.visits(WANG_LEI).await;
    let told = async |times: i64, says: &str| {
        for person in [ZHAO_MIN, LI_NA, WU_TAO, HUANG_LAN] {
            assert_eq!(world.count_letters_to(&person.email(), "support-contact-chosen").await, times, "{}", person.name);
        }
        let others = format!(
            "select count(*) from outbox where letter->>'letter' = 'support-contact-chosen' and org_id not in ('{}', '{}')",
            FABRIKAM.id(),
            CONTOSO.id()
        );
        assert_eq!(world.database.count(&others).await, 0, "nobody else");
        for (person, path) in [(ZHAO_MIN, "/relationships".to_owned()), (WU_TAO, customer())] {
            let mail = world.mail_to(&person.email()).await.says(says).says("Exchange Online");
            assert_eq!(mail.link, path);
            world.visits(person).await.opens(&mail.link).await.answered(200).sees("PAST-1");
        }
    };
    let choice = [("contact", CONTOSO.id().to_string())];
    for _ in 0..2 {
        wang_lei.posts_with_token(&contact(), &[("contact", &choice[0].1)]).await.answered(303);
    }
    told(1, "Contoso now supports").await;
    wang_lei.posts_with_token(&contact(), &[("contact", &NORTHWIND.id().to_string())]).await.answered(303);
    told(2, "Northwind Traders now supports").await;
}

#[actix_web::test]
async fn the_support_contact_is_the_sellers_to_choose_and_nobody_elses() {
    let world = World::with_a_past().await;
    let contoso = CONTOSO.id().to_string();
    for (person, status) in
        [(ZHAO_MIN, 403), (XU_BO, 403), (LI_NA, 404), (PAN_YU, 404), (FENG_XIN, 404), (YE_QIU, 403), (OLGA_PETROVA, 403)]
    {
        let browser = world.visits(person).await;
        browser.posts_with_token(&contact(), &[("contact", &contoso)]).await.answered(status);
        browser.opens(&contact()).await.answered(status);
    }
    let he_lin = world.visits(HE_LIN).await;
    for odd in ["", "nobody", "'"] {
        he_lin.posts_with_token(&contact(), &[("contact", odd)]).await.answered(422).sees("There is a problem");
    }
    // Somebody who does not hold support, and what was bought directly.
    he_lin.posts_with_token(&contact(), &[("contact", &FABRIKAM.id().to_string())]).await.answered(409);
    let azure =
        world.database.connect().await.query_one("select id::text from subscriptions where external_id = 'PAST-2'", &[]).await.unwrap();
    let azure = format!("/subscriptions/{}/support-contact", azure.get::<_, String>(0));
    he_lin.posts_with_token(&azure, &[("contact", &contoso)]).await.answered(404);
    assert_eq!(world.database.count("select count(*) from subscriptions where support_contact_id is not null").await, 0);
}

// Removing a relationship ---------------------------------------------------------------------------------------------

/// D19: the partner removes a relationship only when the customer has no active subscription through it.
#[actix_web::test]
async fn d19_a_relationship_is_removed_only_when_nothing_active_was_bought_through_it() {
    let world = World::with_a_past().await;
    let he_lin = world.visits(HE_LIN).await;
    let page = he_lin.opens(&customer()).await.clicks("Remove this relationship").await.answered(200).is_at(&removal());
    let page =
        page.sees("Fabrikam still has active subscriptions through you").sees("PAST-1").does_not_see("PAST-2").does_not_see("PAST-3");
    assert!(!page.has_form(&removal()), "there is no button");
    he_lin.posts_with_token(&removal(), &[]).await.answered(409).sees("Nothing was changed");
    assert_eq!(world.database.count("select count(*) from relationships where state = 'active'").await, 1);

    world.suddenly("update subscriptions set state = 'ended' where external_id = 'PAST-1'").await;
    let before = register(&world).await;
    let page = he_lin.opens(&removal()).await.answered(200).does_not_see("PAST-1");
    // The rehearsal: what stops, what stays, who is told, and in which words.
    let page = page.sees("Contoso loses Exchange Online at once: Support").sees("Adventure Works loses SharePoint Online at once");
    let page = page.sees("Every subscription, its terms, its bills and its partner of record").sees("Fabrikam leaves your customer list");
    let page = page.sees("Northwind Traders ended its relationship with Fabrikam").sees("Adventure Works (1000003)");
    page.form(&removal()).sends().await.answered(200).is_under(&customer()).sees("The relationship is removed");
    assert_eq!(world.database.count("select count(*) from relationships where state = 'ended' and ended_by is not null").await, 1);
    let closed = "select count(*) from delegations where state = 'ended' and end_reason = 'relationship-ended'";
    assert_eq!(world.database.count(closed).await, 3);
    assert_eq!(register(&world).await, before, "subscriptions stay");
    for person in [ZHAO_MIN, HUANG_LAN, ZHOU_JIE, ZHANG_WEI] {
        let letters = world.letters_to(&person.email()).await;
        assert_eq!(letters.iter().filter(|letter| *letter == "relationship-ended").count(), 1, "{} {letters:?}", person.name);
    }
    let mails = world.mails_to(&HUANG_LAN.email()).await;
    mails[0].clone().says("Exchange Online");
    assert!(!mails[0].text.contains("SharePoint"), "a holder reads of what was its own: {}", mails[0].text);
    assert_eq!(world.database.count("select count(*) from audit_events where kind = 'relationship-ended'").await, 1);
    assert_eq!(world.database.count("select count(*) from audit_events where kind = 'delegation-closed'").await, 3);
    he_lin.opens("/customers").await.answered(200).does_not_see("Fabrikam");
    world.visits(LI_NA).await.opens(&format!("/delegations/{}", past::CONTOSOS_DELEGATION)).await.sees("Ended with the relationship");

    // The second click, and the page once more.
    he_lin.posts_with_token(&removal(), &[]).await.answered(409).sees("over already");
    he_lin.opens(&removal()).await.answered(409);
    let letters = world.letters_to(&ZHAO_MIN.email()).await;
    assert_eq!(letters.iter().filter(|letter| *letter == "relationship-ended").count(), 1, "once: {letters:?}");
}

/// D19, D22: whoever had a customer keeps every record of it under the name that it had then, and does not follow it any further.
#[actix_web::test]
async fn d19_whoever_had_a_customer_knows_how_it_was_called_then() {
    let world = World::with_a_past().await;
    world.suddenly("update subscriptions set state = 'ended'").await;
    let fabrikam = FABRIKAM.id();
    let (he_lin, li_na, liu_fang) = (world.visits(HE_LIN).await, world.visits(LI_NA).await, world.visits(LIU_FANG).await);
    let seen = async |person| -> i64 {
        let portal = enters(&world, person, None, true).await;
        portal.query_one(&format!("select count(*) from organizations where id = '{fabrikam}'"), &[]).await.unwrap().get(0)
    };
    world.suddenly(&format!("update organizations set name = 'Fabrikam East' where id = '{fabrikam}'")).await;
    for browser in [&he_lin, &li_na] {
        browser.opens(&customer()).await.answered(200).sees("Fabrikam East").sees("fabrikam.example");
    }
    assert_eq!((seen(HE_LIN).await, seen(LI_NA).await), (1, 1), "as long as it lasts");

    he_lin.opens(&removal()).await.form(&removal()).sends().await.answered(200);
    world
        .suddenly(&format!(
            "update organizations set name = 'Secret', domain = 'secret.example', contact_email = 'it@secret.example',
                    tenant_id = '01900000-0000-7000-b000-0000000000ee' where id = '{fabrikam}'"
        ))
        .await;
    for browser in [&he_lin, &li_na] {
        let page = browser.opens(&customer()).await.answered(200).sees("Fabrikam East");
        page.does_not_see("Secret").does_not_see("secret.example").does_not_see("0000000000ee").does_not_see("fabrikam.example");
        browser.opens("/customers").await.answered(200).does_not_see("Fabrikam").does_not_see("Secret");
    }
    assert_eq!((seen(HE_LIN).await, seen(LI_NA).await), (0, 0), "its row is between it and whom it works with now");
    assert_eq!((seen(ZHAO_MIN).await, seen(AN_QING).await), (1, 1), "it sees itself, and the operator sees everybody");

    // Nothing is lost from what was.
    let partnership = past::PARTNERSHIP;
    for (browser, path) in [
        (&he_lin, format!("/invitations/{}", past::STANDING)),
        (&he_lin, format!("/delegations/{}", past::OWN_DELEGATION)),
        (&he_lin, "/delegations?state=ended".to_owned()),
        (&he_lin, format!("/partnerships/{partnership}/report?of=acceptances")),
        (&liu_fang, "/agreements".to_owned()),
        (&li_na, format!("/invitations/{}", past::STANDING)),
        (&li_na, format!("/delegations/{}", past::CONTOSOS_DELEGATION)),
        (&li_na, "/delegations?state=ended".to_owned()),
        (&li_na, "/uses".to_owned()),
        (&li_na, format!("/uses?relationship={}", past::RELATIONSHIP)),
    ] {
        browser.opens(&path).await.answered(200).sees("Fabrikam East").does_not_see("Secret");
    }
    world.visits(ZHAO_MIN).await.opens("/relationships").await.answered(200).sees("Northwind Traders");
}

#[actix_web::test]
async fn only_the_owners_admins_remove_a_relationship() {
    let world = World::with_a_past().await;
    world.suddenly("update subscriptions set state = 'ended'").await;
    for (person, status) in [
        (LIU_FANG, 403),
        (WANG_LEI, 403),
        (ZHAO_MIN, 403),
        (ZHAO_YONG, 403),
        (OLGA_PETROVA, 403),
        (LI_NA, 404),
        (ZHOU_JIE, 404),
        (PAN_YU, 404),
        (FENG_XIN, 404),
    ] {
        let browser = world.visits(person).await;
        browser.opens(&removal()).await.answered(status);
        browser.posts_with_token(&removal(), &[]).await.answered(status);
    }
    assert_eq!(world.database.count("select count(*) from relationships where state = 'active'").await, 1);
    // A suspended partner may still give something up (D5).
    world
        .suddenly(&format!(
            "update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'x' where id = '{}'",
            NORTHWIND.id()
        ))
        .await;
    world.visits(ZHANG_WEI).await.posts_with_token(&removal(), &[]).await.answered(303);
}

/// D19: an import that is bringing a subscription in comes first; the removal waits, and then sees it.
#[actix_web::test]
async fn d19_a_removal_waits_for_an_import_that_is_under_way() {
    let world = World::with_a_past().await;
    world.suddenly("update subscriptions set state = 'ended' where external_id = 'PAST-1'").await;
    let he_lin = world.visits(HE_LIN).await;
    let import = world.database.connect().await;
    // What an import's batch does: it holds the relationship, then writes.
    import.batch_execute(&format!("begin; select id from relationships where id = '{}' for key share", past::RELATIONSHIP)).await.unwrap();
    import.batch_execute("update subscriptions set state = 'active' where external_id = 'PAST-1'").await.unwrap();
    let path = removal();
    let (page, ()) = tokio::join!(he_lin.posts_with_token(&path, &[]), async {
        tokio::time::sleep(Duration::from_millis(500)).await;
        import.batch_execute("commit").await.unwrap();
    });
    page.answered(409);
    assert_eq!(world.database.count("select count(*) from relationships where state = 'active'").await, 1);
    assert_eq!(world.database.count("select count(*) from delegations where state = 'ended'").await, 0, "nothing half-done");
}

/// D19: a customer that accepts while its relationship is being removed begins a new one; nobody is let in under a dead one.
#[actix_web::test]
async fn d19_an_acceptance_during_a_removal_begins_a_new_relationship() {
    let world = World::with_a_past().await;
    world.suddenly("update subscriptions set state = 'ended' where external_id = 'PAST-1'").await;
    let offered = world.offers(Offer { asks: &[("intune", "support")], ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = zhao_min.opens(&offered.link).await.form_ending("/opening").sends().await.answered(200);
    let form = page.form_ending("/check").ticks("agreement", "2026-11").with("holder-intune-support", &NORTHWIND.id().to_string());
    let checked = form.sends().await.answered(200);
    let removing = world.database.connect().await;
    removing.batch_execute(&format!("begin; select id from relationships where id = '{}' for update", past::RELATIONSHIP)).await.unwrap();
    removing
        .batch_execute(&format!("update relationships set state = 'ended', ended_at = now() where id = '{}'", past::RELATIONSHIP))
        .await
        .unwrap();
    let accepting = checked.form_ending("/acceptance");
    let (page, ()) = tokio::join!(accepting.sends(), async {
        tokio::time::sleep(Duration::from_millis(500)).await;
        removing.batch_execute("commit").await.unwrap();
    });
    page.answered(200).is_under("/receipts/M-");
    let under = "select count(*) from delegations d join relationships r on r.id = d.relationship_id where d.service = 'intune' and r.state = 'active'";
    assert_eq!(world.database.count(under).await, 1);
    assert_eq!(world.database.count("select count(*) from relationships").await, 2);
}
