//! The rules of accepting, one by one: what the customer may choose, what it is told first, and what is compared at the end.

use uuid::Uuid;

use crate::{
    consents::{AGREEMENT, checks, comes_to, lets},
    past::Offer,
    world::{
        ADVENTURE_WORKS, CONTOSO, FABRIKAM, HE_LIN, IVAN_SMIRNOV, KRONOS, LITWARE, NORTHWIND, OLGA_PETROVA, PAN_YU, PROSEWARE, SHEN_KE,
        WINGTIP, World, ZHAO_MIN, ZHAO_YONG, ZHOU_JIE,
    },
};

impl World {
    async fn living(&self) -> Vec<(String, String, String, i32)> {
        let rows =
            "select o.name, d.service || '/' || d.purpose, d.state, d.days from delegations d join organizations o on o.id = d.holder_id
                     where d.state <> 'ended' order by 2, 1";
        let rows = self.database.connect().await.query(rows, &[]).await.unwrap();
        rows.iter().map(|row| (row.get(0), row.get(1), row.get(2), row.get(3))).collect()
    }
}

/// D10: each service × purpose is its own choice, with its own holder and its own time; what is not chosen is nobody's.
#[actix_web::test]
async fn d10_each_service_and_purpose_has_its_own_holder_and_time_or_none() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let form = comes_to(&zhao_min, &offered).await.form_ending("/check");
    let form = lets(form, NORTHWIND, "exchange-online", "provisioning").with("days-exchange-online-provisioning", "1");
    let form = lets(form, CONTOSO, "exchange-online", "support").with("days-exchange-online-support", "365");
    let checked = checks(form)
        .await
        .sees("Nobody")
        .sees("For 1 day, from now on")
        .sees("Until 365 days from now, as soon as it has consented itself");
    checked.form_ending("/acceptance").sends().await.answered(200).is_under("/receipts/").sees("1 day");
    let row = |holder: &str, scope: &str, state: &str, days| (holder.to_owned(), scope.to_owned(), state.to_owned(), days);
    let expected = [
        row("Northwind Traders", "exchange-online/provisioning", "active", 1),
        row("Contoso", "exchange-online/support", "awaiting-partner", 365),
    ];
    assert_eq!(world.living().await, expected);
}

/// D11: the inviter, its resellers, or any other active reseller; never a suspended one, a customer, or another selling partner.
#[actix_web::test]
async fn d11_a_holder_is_the_inviter_or_an_active_reseller_and_nobody_else() {
    let world = World::new().await;
    let suspend = format!(
        "update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'x' where id in ('{}', '{}')",
        WINGTIP.id(),
        ADVENTURE_WORKS.id()
    );
    world.suddenly(&suspend).await;
    let offered = world.offers(Offer::default()).await;
    let page = comes_to(&world.visits(ZHAO_MIN).await, &offered).await;
    let form = page.form_ending("/check");
    let offers = form.offers("holder-exchange-online-support").iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(offers, [String::new(), NORTHWIND.id().to_string(), CONTOSO.id().to_string()]);
    form.clone().with("find", "Wingtip").pressing("step", "find").sends().await.sees("No active reseller has “Wingtip”");
    form.clone().with("find", "Proseware").pressing("step", "find").sends().await.sees("No active reseller has “Proseware”");
    for holder in [WINGTIP, ADVENTURE_WORKS, PROSEWARE, LITWARE, FABRIKAM, KRONOS] {
        let form = form.clone().ticks("agreement", AGREEMENT);
        form.forged("holder-exchange-online-support", &holder.id().to_string()).sends().await.answered(422);
    }
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
}

/// D12: the inviter itself need not consent; a reseller of the inviter that was merely chosen must.
#[actix_web::test]
async fn d12_the_inviter_works_at_once_and_a_chosen_reseller_after_its_consent() {
    let world = World::new().await;
    // Contoso passed it on, but Adventure Works is suggested: neither is excused.
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), suggests: Some(ADVENTURE_WORKS), ..Offer::default() }).await;
    let form = comes_to(&world.visits(ZHAO_MIN).await, &offered).await.form_ending("/check");
    let form = lets(form, NORTHWIND, "exchange-online", "provisioning");
    let form = lets(form, CONTOSO, "exchange-online", "support");
    let form = lets(form, ADVENTURE_WORKS, "sharepoint-online", "support");
    checks(form).await.form_ending("/acceptance").sends().await.answered(200).is_under("/receipts/");
    let states: Vec<_> = world.living().await.into_iter().map(|(holder, _, state, _)| (holder, state)).collect();
    let of = |holder: &str, state: &str| (holder.to_owned(), state.to_owned());
    let expected = [of("Northwind Traders", "active"), of("Contoso", "awaiting-partner"), of("Adventure Works", "awaiting-partner")];
    assert_eq!(states, expected);
    // Until then it gives nothing.
    world.visits(ZHOU_JIE).await.opens("/customers").await.sees("1 awaiting you").does_not_see("1 delegation");
    let consent = world.visits(ZHOU_JIE).await.opens("/delegations").await.form_ending("/consent");
    consent.sends().await.answered(200);
    world.visits(ZHOU_JIE).await.opens("/customers").await.sees("1 delegation");
}

/// D13: whom the customer would replace is shown first, per service, before anything is chosen, and again where it is chosen.
#[actix_web::test]
async fn d13_the_present_selling_partner_is_shown_first_service_by_service() {
    let world = World::with_a_past().await;
    let offered = world.offers(Offer { by: PROSEWARE, ..Offer::default() }).await;
    let page = comes_to(&world.visits(ZHAO_MIN).await, &offered).await;
    let page = page.sees("Accepting could replace a partner that sells to you today");
    let words = page.words();
    let conflict = "Northwind Traders sells to you and may work in Exchange Online today";
    let first = words.find(conflict).expect("the conflict is told");
    assert!(first < words.find("Who may work in your services").expect("the choices"), "before the choices");
    assert_eq!(words.matches(conflict).count(), 2, "and where it is chosen");
    assert!(!words.contains("may work in SharePoint Online today"), "only in services where there is one");
    // Accepting without choosing the new one replaces nobody.
    let form = lets(page.form_ending("/check"), WINGTIP, "sharepoint-online", "support");
    let checked = checks(form).await;
    assert!(!checked.words().contains("loses its access"));
    checked.form_ending("/acceptance").sends().await.answered(200).is_under("/receipts/");
    assert_eq!(world.database.count("select count(*) from delegations where end_reason = 'replaced'").await, 0);
}

/// D13: whoever is replaced must ask again; a replacement in one service leaves the others alone.
#[actix_web::test]
async fn d13_a_replacement_touches_one_service_and_tells_both() {
    let world = World::with_a_past().await;
    let (relationship, northwind) = (crate::past::RELATIONSHIP, NORTHWIND.id());
    world
        .suddenly(&format!(
            "insert into delegations (relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, ends_at)
             values ('{relationship}', '{}', '{northwind}', '{northwind}', 'indirect-provider', 'azure', 'support', 'active', 30, '{}', now() + interval '30 days')",
            FABRIKAM.id(),
            ZHAO_MIN.id()
        ))
        .await;
    let offered = world.offers(Offer { by: PROSEWARE, ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let form = lets(comes_to(&zhao_min, &offered).await.form_ending("/check"), PROSEWARE, "exchange-online", "support");
    let checked = checks(form.ticks("replace-exchange-online", &NORTHWIND.id().to_string())).await.sees("Northwind Traders");
    checked.form_ending("/acceptance").sends().await.answered(200).is_under("/receipts/");
    let holders: Vec<_> = world.living().await.into_iter().map(|(holder, scope, ..)| format!("{holder}: {scope}")).collect();
    assert_eq!(
        holders,
        [
            "Northwind Traders: azure/support",
            "Contoso: exchange-online/support",
            "Proseware: exchange-online/support",
            "Adventure Works: sharepoint-online/support"
        ]
        .map(ToOwned::to_owned)
    );
    world.mail_to(&HE_LIN.email()).await.says("Replaced by another partner").says("asks for a new delegation");
    world.mail_to(&PAN_YU.email()).await.says("Fabrikam has accepted the invitation");
}

/// D15: the inviter, who passed it on, and the customer are told; the customer is on the inviter's list, and the seller stays who it was.
#[actix_web::test]
async fn d15_after_acceptance_the_customer_is_on_the_list_and_all_three_are_told() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    world.visits(HE_LIN).await.opens("/customers").await.does_not_see("Fabrikam");
    let checked = checks(comes_to(&world.visits(ZHAO_MIN).await, &offered).await.form_ending("/check")).await;
    let checked = checked.sees("Who is told").sees("Northwind Traders (1000001)").sees("Contoso (1000002)");
    checked.form_ending("/acceptance").sends().await.answered(200);
    for (person, letter) in [(HE_LIN, "invitation-accepted"), (ZHAO_YONG, "invitation-accepted"), (ZHAO_MIN, "receipt")] {
        assert_eq!(world.letters_to(&person.email()).await, [letter], "{}", person.name);
    }
    for person in [HE_LIN, ZHAO_YONG] {
        world.visits(person).await.opens("/customers").await.sees("Fabrikam");
    }
    let owner = format!("select count(*) from relationships where owner_id = '{}' and state = 'active'", NORTHWIND.id());
    assert_eq!(world.database.count(&owner).await, 1, "whoever passed it on owns nothing");
}

/// D17: an agreement that was replaced while the page was open is not accepted; the new version is shown.
#[actix_web::test]
async fn d17_a_newer_agreement_is_read_before_it_is_accepted() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let checked = checks(comes_to(&zhao_min, &offered).await.form_ending("/check")).await.sees("Version 2026-11, English");
    world
        .suddenly(
            "insert into agreements (version, language, title, body) select '2026-12', language, title, body || ' And more.' from agreements",
        )
        .await;
    let page = checked.form_ending("/acceptance").sends().await.answered(409).sees("Nothing was accepted");
    let page = page.clicks("Look at the invitation again").await.sees("version 2026-12");
    let page = page.form_ending("/check").ticks("agreement", "2026-12").sends().await.answered(200).sees("Version 2026-12, English");
    page.form_ending("/acceptance").sends().await.answered(200).sees("Version 2026-12");
    zhao_min.opens("/agreements/2026-11").await.answered(200).does_not_see("And more.");
    assert_eq!(world.database.count("select count(*) from acceptances where agreement_version = '2026-12'").await, 1);
}

/// D6 with AB-23: what was shown to one account is not accepted by another, even of the same organization.
#[actix_web::test]
async fn d6_what_was_shown_to_one_account_is_not_accepted_by_another() {
    let world = World::new().await;
    world.suddenly(&format!("update memberships set admin = 'global-admin' where user_id = '{}'", SHEN_KE.id())).await;
    let offered = world.offers(Offer::default()).await;
    let (zhao_min, shen_ke) = (world.visits(ZHAO_MIN).await, world.visits(SHEN_KE).await);
    let shown =
        checks(comes_to(&zhao_min, &offered).await.form_ending("/check")).await.sees("Zhao Min <zhao.min@fabrikam.example>, Fabrikam");
    let hash = shown.form_ending("/acceptance").value("shown").unwrap().to_owned();
    let path = format!("/received/{}/acceptance", offered.id);
    let attempt = Uuid::now_v7().to_string();
    let forged = shen_ke.posts_with_token(&path, &[("agreement", AGREEMENT), ("attempt", &attempt), ("shown", &hash)]).await;
    forged.answered(409).sees("Nothing was accepted");
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
    let receipt = shown.form_ending("/acceptance").sends().await.answered(200).is_under("/receipts/");
    // What is kept has the very hash that the page carried.
    assert_eq!(world.database.count(&format!("select count(*) from acceptances where encode(shown_hash, 'hex') = '{hash}'")).await, 1);
    assert!(receipt.words().replace(' ', "").contains(&hash));
}

/// D9: the market is that of the customer's organization, and counts at the moment of accepting.
#[actix_web::test]
async fn d9_a_market_that_changed_meanwhile_is_refused_with_words() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let page = comes_to(&world.visits(IVAN_SMIRNOV).await, &offered).await;
    page.sees("The partner’s market is China, your organization’s is Russia").does_not_see("Make a counter-offer");
    let checked = checks(comes_to(&world.visits(ZHAO_MIN).await, &offered).await.form_ending("/check")).await;
    world.suddenly("update organizations set country = 'KZ' where name = 'Fabrikam'").await;
    checked.form_ending("/acceptance").sends().await.answered(409).sees("market");
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
}

/// D5 with D13: accepting while the operator suspends the inviter ends in one of two whole ways; afterwards nothing more is accepted.
#[actix_web::test]
async fn d5_accepting_while_the_inviter_is_suspended_is_whole_or_nothing() {
    let world = World::new().await;
    let (zhao_min, olga) = (world.visits(ZHAO_MIN).await, world.visits(OLGA_PETROVA).await);
    let organization = format!("/organizations/{}", PROSEWARE.id());
    for round in 0..4 {
        let offered = world.offers(Offer { by: PROSEWARE, ..Offer::default() }).await;
        let late = world.offers(Offer { by: PROSEWARE, ..Offer::default() }).await;
        let form = lets(comes_to(&zhao_min, &offered).await.form_ending("/check"), PROSEWARE, "exchange-online", "support");
        let checked = checks(form).await;
        let open = checks(comes_to(&zhao_min, &late).await.form_ending("/check")).await;
        let suspension = format!("{organization}/suspension");
        let (accepted, suspended) =
            tokio::join!(checked.form_ending("/acceptance").sent(), olga.posts_with_token(&suspension, &[("reason", "Unpaid")]));
        suspended.answered(303);
        let whole = format!(
            "select (select count(*) from acceptances where invitation_id = '{0}') + (select count(*) from delegations d join acceptances a on a.id = d.acceptance_id where a.invitation_id = '{0}')",
            offered.id
        );
        match accepted.status.as_u16() {
            303 => assert_eq!(world.database.count(&whole).await, 2, "{round}"),
            409 => assert_eq!(world.database.count(&whole).await, 0, "{round}"),
            _ => panic!("{round}: {}", accepted.told()),
        }
        open.form_ending("/acceptance").sends().await.answered(409);
        olga.posts_with_token(&format!("{organization}/reinstatement"), &[("reason", "Paid.")]).await.answered(303);
        open.form_ending("/acceptance").sends().await.answered(200).is_under("/receipts/");
    }
    assert_eq!(world.database.count("select count(*) from relationships").await, 1);
}
