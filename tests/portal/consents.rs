//! The customer's way: the link, the choices, the receipt; and everything that must not happen on it.

use uuid::Uuid;

use crate::{
    browser::{Browser, Form, Page},
    harness::Portal,
    past::{Offer, Offered},
    world::{
        ADVENTURE_WORKS, CONTOSO, Company, DU_KAI, FABRIKAM, HE_LIN, HUANG_LAN, IVAN_SMIRNOV, LI_NA, LIN_TAO, LITWARE, NORTHWIND, PAN_YU,
        PASSWORD, PROSEWARE, QIAN_DUO, SHEN_KE, TAILSPIN, WINGTIP, WOODGROVE, World, YE_QIU, ZHANG_WEI, ZHAO_MIN, ZHAO_YONG, ZHOU_JIE,
    },
};

/// The agreement in force.
const AGREEMENT: &str = "2026-11";

/// Opens a link as somebody signed in, up to the consent page.
async fn comes_to(browser: &Browser, offered: &Offered) -> Page {
    let page = browser.opens(&offered.link).await.answered(200).sees("What stays as it is");
    page.form_ending("/opening").sends().await.answered(200).is_at(&format!("/received/{}", offered.id))
}

/// The form of the choices.
#[track_caller]
fn choices(page: &Page) -> Form {
    page.form_ending("/check")
}

fn lets(form: Form, holder: Company, service: &str, purpose: &str) -> Form {
    form.with(&format!("holder-{service}-{purpose}"), &holder.id().to_string())
}

/// From the choices to the check page.
async fn checks(form: Form) -> Page {
    form.ticks("agreement", AGREEMENT).sends().await.answered(200).sees("Check before you accept")
}

/// Accepts what the check page shows.
async fn accepts(checked: &Page) -> Page {
    checked.form_ending("/acceptance").sends().await.answered(200).is_under("/receipts/M-")
}

/// D7: nothing happens on GET or HEAD.
#[actix_web::test]
async fn d7_opening_a_link_however_often_changes_nothing() {
    let world = World::new().await;
    let standing = world.offers(Offer::default()).await;
    let addressed = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    let before = world.database.fingerprint().await;
    let scanner = world.somebody();
    for link in [&standing.link, &addressed.link] {
        for _ in 0..20 {
            scanner.opens(link).await.answered(200);
            let head = scanner.request(reqwest::Method::HEAD, link);
            scanner.send(head, link).await;
        }
    }
    assert_eq!(world.database.fingerprint().await, before);
    let zhao_min = world.visits(ZHAO_MIN).await;
    let before = world.database.fingerprint().await;
    zhao_min.opens(&standing.link).await;
    assert_eq!(world.database.fingerprint().await, before, "nor when somebody signed in looks");
    comes_to(&zhao_min, &addressed).await;
}

/// D14: what does not change is said point by point, before any sign-in.
#[actix_web::test]
async fn d14_before_any_sign_in_the_page_says_who_asks_for_what_and_what_stays() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let page = world.somebody().opens(&offered.link).await.answered(200);
    let page =
        page.sees("Northwind Traders asks to be your cloud solution provider").sees("1000001").sees("northwind.example").sees("Contoso");
    let page = page.sees("Exchange Online").sees("SharePoint Online").sees("365 days").sees("In our own words.");
    for stays in [
        "Your subscriptions stay as they are",
        "Whom you bought them from stays the same",
        "Their terms and everybody’s obligations stay the same",
        "The partner of record stays the same",
        "No bill comes from accepting",
    ] {
        assert!(page.words().contains(stays), "D14: {stays}");
    }
    page.does_not_see("zhao.yong@").does_not_see("A story");
}

/// D10: the relationship and the delegations are two decisions; nobody is chosen until the customer chooses. D15: the customer is on the list.
#[actix_web::test]
async fn d10_a_customer_accepts_the_relationship_alone() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = comes_to(&zhao_min, &offered).await;
    let form = choices(&page);
    for field in ["holder-exchange-online-provisioning", "holder-exchange-online-support", "holder-sharepoint-online-support"] {
        assert_eq!(form.value(field), Some(""), "D10: nobody is chosen until the customer chooses");
    }
    let receipt = accepts(&checks(form).await.sees("Accept the relationship")).await;
    assert_eq!(world.database.count("select count(*) from relationships where state = 'active'").await, 1);
    assert_eq!(world.database.count("select count(*) from delegations").await, 0);
    zhao_min.opens(&receipt.path).await.answered(200).sees("Northwind Traders");
    zhao_min.opens("/relationships").await.answered(200).sees("Northwind Traders").sees("Nobody");

    // D15: the customer is on the list, and everybody is told.
    world.visits(HE_LIN).await.opens("/customers").await.sees("Fabrikam");
    assert_eq!(world.letters_to(&ZHAO_MIN.email()).await, ["receipt"]);
    assert!(world.letters_to(&HE_LIN.email()).await.contains(&"invitation-accepted".to_owned()));
}

/// D10: another holder, fewer services and a shorter time than asked. D12: it waits for the holder's consent.
#[actix_web::test]
async fn d10_a_customer_lets_another_reseller_support_exchange() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let form = choices(&comes_to(&zhao_min, &offered).await);
    let form = lets(form, NORTHWIND, "exchange-online", "provisioning");
    let form = lets(form, ADVENTURE_WORKS, "exchange-online", "support").with("days-exchange-online-support", "30");
    let checked = checks(form).await.sees("Adventure Works").sees("30 days").sees("No bill comes from accepting");
    accepts(&checked).await.sees("Adventure Works");
    zhao_min.opens("/relationships").await.sees("Adventure Works").sees("Awaiting partner");
    let awaiting = "select count(*) from delegations where state = 'awaiting-partner' and purpose = 'support' and days = 30";
    assert_eq!(world.database.count(awaiting).await, 1, "D12: until it consents it has nothing");
    assert_eq!(world.database.count("select count(*) from delegations where state = 'active' and purpose = 'provisioning'").await, 1);
    assert_eq!(world.letters_to(&ZHOU_JIE.email()).await, ["delegation-awaiting"]);
    assert!(world.letters_to(&ZHAO_YONG.email()).await.contains(&"invitation-accepted".to_owned()), "D15: the forwarder is told");

    let zhou_jie = world.visits(ZHOU_JIE).await;
    let page = zhou_jie.opens("/delegations").await.sees("Fabrikam").sees("Exchange Online");
    page.form_ending("/consent").sends().await.answered(200);
    zhao_min.opens("/relationships").await.sees("Adventure Works").does_not_see("Awaiting partner");
    assert!(world.letters_to(&ZHAO_MIN.email()).await.contains(&"delegation-answered".to_owned()));
}

/// D12: the holder need not consent when it forwarded this very invitation with itself suggested.
#[actix_web::test]
async fn d12_a_reseller_that_forwarded_with_itself_suggested_need_not_consent_again() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), suggests: Some(CONTOSO), ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = comes_to(&zhao_min, &offered).await.sees("Contoso");
    accepts(&checks(lets(choices(&page), CONTOSO, "exchange-online", "support")).await).await;
    assert_eq!(world.database.count("select count(*) from delegations where state = 'active'").await, 1);
}

/// D12: until the holder consents the delegation gives nothing; it may refuse.
#[actix_web::test]
async fn d12_a_reseller_refuses_and_the_customer_is_told() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    accepts(&checks(lets(choices(&comes_to(&zhao_min, &offered).await), CONTOSO, "exchange-online", "support")).await).await;
    // A sales agent sees it and cannot answer for the company.
    let id = world.suddenly_one("select id::text from delegations").await;
    world.visits(ZHAO_YONG).await.posts_with_token(&format!("/delegations/{id}/consent"), &[]).await.answered(403);
    let huang_lan = world.visits(HUANG_LAN).await;
    huang_lan.opens(&format!("/delegations/{id}")).await.form_ending("/refusal").sends().await.answered(200);
    assert_eq!(world.database.count("select count(*) from delegations where state = 'ended' and end_reason = 'refused'").await, 1);
    huang_lan.posts_with_token(&format!("/delegations/{id}/consent"), &[]).await.answered(409);
    zhao_min.opens("/relationships").await.sees("Refused by the partner");
}

/// D11: one outside the inviter's list is found by name or partner ID, and needs an extra confirmation.
#[actix_web::test]
async fn d11_a_reseller_from_outside_is_found_by_name_and_confirmed_once_more() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = comes_to(&zhao_min, &offered).await;
    assert!(!choices(&page).offers("holder-exchange-online-support").contains(&WINGTIP.id().to_string().as_str()));
    let found =
        choices(&page).with("find", "wingtip").pressing("step", "find").sends().await.answered(200).sees("Wingtip Toys").sees("1000005");
    let by_id = choices(&page).with("find", "1000005").pressing("step", "find").sends().await;
    by_id.sees("Wingtip Toys").sees("Does not work with Northwind Traders");
    let checked = checks(lets(choices(&found), WINGTIP, "exchange-online", "support"))
        .await
        .sees("Wingtip Toys does not work with Northwind Traders");
    let asked = checked.form_ending("/acceptance").sends().await.answered(422).sees("Confirm that you mean this reseller");
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
    let confirmed = asked.form_ending("/acceptance").ticks("outside", &WINGTIP.id().to_string());
    confirmed.sends().await.answered(200).is_under("/receipts/");
    assert_eq!(world.letters_to(&DU_KAI.email()).await, ["delegation-awaiting"]);
}

#[actix_web::test]
async fn what_cannot_be_a_holder_is_refused() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let page = comes_to(&world.visits(ZHAO_MIN).await, &offered).await;
    let form = choices(&page).ticks("agreement", AGREEMENT);
    for holder in [LITWARE.id(), FABRIKAM.id(), PROSEWARE.id(), WOODGROVE.id(), Uuid::now_v7()] {
        let page = form.clone().forged("holder-exchange-online-support", &holder.to_string()).sends().await;
        page.answered(422);
    }
    for days in ["0", "366", "900", "-1", "many", ""] {
        let form = lets(form.clone(), CONTOSO, "exchange-online", "support").with("days-exchange-online-support", days);
        assert!(form.sends().await.answered(422).has(".error-summary"), "{days}");
    }
    form.clone().forged("holder-azure-support", &CONTOSO.id().to_string()).sends().await.answered(422);
    form.clone().forged("state", "accepted").sends().await.answered(422);
    form.clears("agreement").sends().await.answered(422).sees("Tick that you accept the customer agreement");
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
}

/// D13: one transacting partner per service; another replaces it only after the customer ticked so, and both are told.
#[actix_web::test]
async fn d13_a_second_selling_partner_replaces_the_first_only_if_the_customer_ticks_it() {
    let world = World::new().await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let first = world.offers(Offer::default()).await;
    accepts(&checks(lets(choices(&comes_to(&zhao_min, &first).await), NORTHWIND, "exchange-online", "provisioning")).await).await;

    let second = world.offers(Offer { by: PROSEWARE, ..Offer::default() }).await;
    let page = comes_to(&zhao_min, &second).await.sees("Northwind Traders sells to you and may work in Exchange Online today");
    let form = lets(choices(&page), PROSEWARE, "exchange-online", "provisioning");
    form.clone().ticks("agreement", AGREEMENT).sends().await.answered(422).sees("Tick that the present partner is replaced");
    let checked = checks(form.ticks("replace-exchange-online", &NORTHWIND.id().to_string()))
        .await
        .sees("Northwind Traders loses its access to Exchange Online at once");
    accepts(&checked).await;
    assert_eq!(world.database.count("select count(*) from delegations where state = 'ended' and end_reason = 'replaced'").await, 1);
    let active = format!("select count(*) from delegations where state = 'active' and holder_id = '{}'", PROSEWARE.id());
    assert_eq!(world.database.count(&active).await, 1);
    assert!(world.letters_to(&HE_LIN.email()).await.contains(&"delegation-ended".to_owned()), "both are told");
    assert!(world.letters_to(&PAN_YU.email()).await.contains(&"invitation-accepted".to_owned()));
    assert_eq!(world.database.count("select count(*) from relationships where state = 'active'").await, 2, "the first relationship stays");
}

/// D13: resellers do not transact and are not counted.
#[actix_web::test]
async fn d13_a_reseller_beside_the_selling_partner_replaces_nobody() {
    let world = World::new().await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let first = world.offers(Offer::default()).await;
    accepts(&checks(lets(choices(&comes_to(&zhao_min, &first).await), NORTHWIND, "exchange-online", "provisioning")).await).await;
    let second = world.offers(Offer { by: PROSEWARE, ..Offer::default() }).await;
    accepts(&checks(lets(choices(&comes_to(&zhao_min, &second).await), WINGTIP, "exchange-online", "support")).await).await;
    assert_eq!(world.database.count("select count(*) from delegations where state <> 'ended'").await, 2);
}

/// D13: two transacting partners granted one service at the same moment: one has it, the other is told in words (AB-34).
#[actix_web::test]
async fn d13_two_at_the_same_moment_leave_one() {
    let world = World::new().await;
    let (one, other) = (world.visits(ZHAO_MIN).await, world.visits(ZHAO_MIN).await);
    let first = world.offers(Offer { by: PROSEWARE, ..Offer::default() }).await;
    let second = world.offers(Offer { by: TAILSPIN, ..Offer::default() }).await;
    let first = checks(lets(choices(&comes_to(&one, &first).await), PROSEWARE, "exchange-online", "support")).await;
    let second = checks(lets(choices(&comes_to(&other, &second).await), TAILSPIN, "exchange-online", "support")).await;
    let (first, second) = tokio::join!(first.form_ending("/acceptance").sent(), second.form_ending("/acceptance").sent());
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409], "{}\n{}", first.told(), second.told());
    let loser = if first.status == 409 { first } else { second };
    // Told by the constraint, or because what was shown no longer is so: in words either way, and never as a fault of ours.
    assert!(loser.words().contains("Nothing was accepted"), "{}", loser.told());
    assert_eq!(world.database.count("select count(*) from delegations where state = 'active'").await, 1);
    assert_eq!(world.database.count("select count(*) from acceptances").await, 1);
}

/// D4: an addressed invitation is used once.
#[actix_web::test]
async fn d4_an_addressed_invitation_is_answered_once() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let receipt = accepts(&checks(choices(&comes_to(&zhao_min, &offered).await)).await).await;
    zhao_min.opens(&offered.link).await.is_at(&receipt.path);
    world.somebody().opens(&offered.link).await.answered(410).sees("has been answered");
    world.visits(LIN_TAO).await.opens(&offered.link).await.answered(410);
    assert_eq!(world.database.count("select count(*) from acceptances").await, 1);
}

/// D4: a standing link may be used again and again.
#[actix_web::test]
async fn d4_a_standing_invitation_is_answered_by_any_number_of_customers() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    for person in [ZHAO_MIN, LIN_TAO] {
        accepts(&checks(choices(&comes_to(&world.visits(person).await, &offered).await)).await).await;
    }
    assert_eq!(world.database.count("select count(*) from relationships where state = 'active'").await, 2);
    assert_eq!(world.database.count("select count(*) from invitations where state = 'open'").await, 1);
}

#[actix_web::test]
async fn an_addressed_invitation_is_nobody_elses() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    let lin_tao = world.visits(LIN_TAO).await;
    let page = lin_tao.opens(&offered.link).await.answered(200).does_not_see("zhao.min@").sees("z•••");
    let page = page.form_ending("/opening").sends().await.answered(403);
    let page = page.sees("lin.tao@litware.example").sees("Litware").sees("z•••").does_not_see("zhao.min@");
    lin_tao.opens(&format!("/received/{}", offered.id)).await.answered(404);
    // Signing out on the way comes back to the invitation, with another account.
    let page = page.form("/sign-out").sends().await;
    let page = if page.has_form("/sign-in") { page } else { lin_tao.opens("/sign-in").await };
    let page = page.form("/sign-in").with("email", &ZHAO_MIN.email()).with("password", PASSWORD).sends().await;
    page.is_at(&offered.link);
    comes_to(&lin_tao, &offered).await;
}

#[actix_web::test]
async fn two_customers_that_accept_one_addressed_link_at_the_same_moment() {
    let world = World::new().await;
    let other_portal = Portal::on(world.database.url());
    // Zhao Min is a global admin of two customers, and the invitation is for her address.
    let second = format!(
        "insert into memberships (user_id, org_id, org_kind, admin) values ('{}', '{}', 'customer', 'global-admin')",
        ZHAO_MIN.id(),
        LITWARE.id()
    );
    world.suddenly(&second).await;
    let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    let (one, other) = (world.visits(ZHAO_MIN).await, world.visits(ZHAO_MIN).await);
    other.posts_with_token("/organizations/current", &[("org", &LITWARE.id().to_string())]).await.answered(303);
    one.posts_with_token("/organizations/current", &[("org", &FABRIKAM.id().to_string())]).await.answered(303);
    let other = other.at(&other_portal.url);
    let first = checks(choices(&comes_to(&one, &offered).await)).await;
    let second = checks(choices(&comes_to(&other, &offered).await)).await;
    let (first, second) = tokio::join!(first.form_ending("/acceptance").sent(), second.form_ending("/acceptance").sent());
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409], "{}\n{}", first.told(), second.told());
    assert_eq!(world.database.count("select count(*) from acceptances").await, 1);
    assert_eq!(world.database.count("select count(*) from relationships").await, 1);
    assert_eq!(
        world.database.count("select count(distinct letter->>'reference') from outbox where letter->>'letter' = 'receipt'").await,
        1
    );
}

#[actix_web::test]
async fn a_hundred_clicks_on_accept_are_one_acceptance() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    let checked = checks(choices(&comes_to(&world.visits(ZHAO_MIN).await, &offered).await)).await;
    let mut clicks = Vec::new();
    for _ in 0..20 {
        let form = checked.form_ending("/acceptance");
        clicks.push(actix_web::rt::spawn(form.sent()));
    }
    let mut receipts = Vec::new();
    for click in clicks {
        let page = click.await.unwrap();
        // So many at once may be told to come again; nobody is told anything else than the receipt.
        if page.status != 503 {
            receipts.push(page.answered(303).leads_to().unwrap());
        }
    }
    receipts.dedup();
    assert_eq!(receipts.len(), 1, "{receipts:?}");
    assert_eq!(world.database.count("select count(*) from acceptances").await, 1);
    assert_eq!(world.database.count("select count(*) from outbox where letter->>'letter' = 'receipt'").await, 1);
    // A reload of the answer, and the button once more, lead to the same receipt.
    checked.form_ending("/acceptance").sends().await.is_at(&receipts[0]);
}

/// D6: what the customer sees is what it accepts; anything else is answered with another look.
#[actix_web::test]
async fn d6_what_changed_in_the_meantime_is_never_accepted_silently() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let form = lets(choices(&comes_to(&zhao_min, &offered).await), CONTOSO, "exchange-online", "support");
    let checked = checks(form).await;
    let rename = format!("update organizations set name = 'Contoso Suddenly Renamed' where id = '{}'", CONTOSO.id());
    world.suddenly(&rename).await;
    checked.form_ending("/acceptance").sends().await.answered(409).sees("What you saw is not what would be accepted now");
    checked.form_ending("/acceptance").forged("shown", &"0".repeat(64)).sends().await.answered(409);
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
}

#[actix_web::test]
async fn what_was_withdrawn_while_the_page_was_open_is_not_accepted() {
    let world = World::new().await;
    for (what, words) in
        [("state = 'revoked'", "withdrawn"), ("state = 'paused'", "paused"), ("expires_at = now() - interval '1 second'", "expired")]
    {
        let offered = world.offers(Offer::default()).await;
        let checked = checks(choices(&comes_to(&world.visits(ZHAO_MIN).await, &offered).await)).await;
        world.suddenly(&format!("update invitations set {what} where id = '{}'", offered.id)).await;
        checked.form_ending("/acceptance").sends().await.answered(409);
        let page = world.somebody().opens(&offered.link).await.sees(words);
        assert!([409, 410].contains(&page.status.as_u16()), "{}", page.told());
    }
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
}

/// D5: a suspended partner's links do not accept; reinstated, they work again.
#[actix_web::test]
async fn d5_a_suspended_partner_is_not_accepted_until_it_is_reinstated() {
    let world = World::new().await;
    let offered = world.offers(Offer { by: WOODGROVE, ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    zhao_min.opens(&offered.link).await.answered(409).sees("cannot be accepted at the moment");
    zhao_min.posts_with_token(&format!("{}/opening", offered.link), &[]).await;
    assert_eq!(world.database.count("select count(*) from openings").await, 0);
    let again =
        format!("update organizations set state = 'active', suspended_at = null, suspended_reason = null where id = '{}'", WOODGROVE.id());
    world.suddenly(&again).await;
    let checked = checks(choices(&comes_to(&zhao_min, &offered).await)).await;
    let suspended = format!(
        "update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'x' where id = '{}'",
        WOODGROVE.id()
    );
    world.suddenly(&suspended).await;
    checked.form_ending("/acceptance").sends().await.answered(409);
    world.suddenly(&again).await;
    accepts(&checks(choices(&comes_to(&zhao_min, &offered).await)).await).await;
    assert!(world.letters_to(&YE_QIU.email()).await.contains(&"invitation-accepted".to_owned()));
}

/// D5: a link is also the link of whoever passed it on.
#[actix_web::test]
async fn d5_what_a_suspended_reseller_passed_on_is_not_accepted_until_it_is_reinstated() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let checked = checks(choices(&comes_to(&zhao_min, &offered).await)).await;
    let set = |to: &str| format!("update organizations set {to} where id = '{}'", CONTOSO.id());
    world.suddenly(&set("state = 'suspended', suspended_at = now(), suspended_reason = 'x'")).await;
    world.somebody().opens(&offered.link).await.answered(409).sees("cannot be accepted at the moment");
    checked.form_ending("/acceptance").sends().await.answered(409);
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
    world.suddenly(&set("state = 'active', suspended_at = null, suspended_reason = null")).await;
    accepts(&checks(choices(&comes_to(&zhao_min, &offered).await)).await).await;
}

/// D5: a customer that is suspended itself can decline, and remove what it granted, but grants nothing new.
#[actix_web::test]
async fn d5_a_suspended_customer_accepts_nothing_and_may_decline() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let checked = checks(choices(&comes_to(&zhao_min, &offered).await)).await;
    let suspended = format!(
        "update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'x' where id = '{}'",
        FABRIKAM.id()
    );
    world.suddenly(&suspended).await;
    checked.form_ending("/acceptance").sends().await.answered(409);
    zhao_min.opens(&format!("/received/{}", offered.id)).await.sees("Your organization is suspended").clicks("Decline").await.answered(200);
    zhao_min.posts_with_token(&format!("/received/{}/decline", offered.id), &[("reason", "")]).await.answered(303);
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
}

/// AB-04: making somebody a colleague is not enough to be meant; only who said yes to being one counts.
#[actix_web::test]
async fn an_addressed_invitation_is_not_for_an_organization_that_only_asked_its_reader_to_join() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    let lin_tao = world.visits(LIN_TAO).await;
    let form = lin_tao.opens("/people/new").await.form("/people/new");
    form.with("name", "Zhao").with("email", &ZHAO_MIN.email()).with("admin", "reader").sends().await.answered(200);
    lin_tao.posts_with_token(&format!("{}/opening", offered.link), &[]).await.answered(403);
    assert_eq!(world.database.count("select count(*) from openings").await, 0);
}

/// D8: what expires while the lock is waited for has expired.
#[actix_web::test]
async fn d8_what_expired_while_somebody_waited_is_not_accepted() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    let checked = checks(choices(&comes_to(&world.visits(ZHAO_MIN).await, &offered).await)).await;
    let other = world.database.connect().await;
    other.batch_execute(&format!("begin; select from invitations where id = '{}' for update", offered.id)).await.unwrap();
    let expires = async {
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        other
            .batch_execute("update invitations set expires_at = clock_timestamp() where recipient_email is not null; commit")
            .await
            .unwrap();
    };
    let (page, ()) = tokio::join!(checked.form_ending("/acceptance").sends(), expires);
    page.answered(409);
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
}

/// AB-34: two colleagues who answer for everything at once never end in a fault of ours.
#[actix_web::test]
async fn d12_two_who_answer_together_at_once_answer_once() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let page = comes_to(&world.visits(ZHAO_MIN).await, &offered).await;
    let form = lets(lets(choices(&page), CONTOSO, "exchange-online", "support"), CONTOSO, "sharepoint-online", "support");
    accepts(&checks(form).await).await;
    let (first, last) = ("select min(id::text) from delegations", "select max(id::text) from delegations");
    let (first, last) = (world.suddenly_one(first).await, world.suddenly_one(last).await);
    let (one, two) = (world.visits(HUANG_LAN).await, world.visits(LI_NA).await);
    let (one_path, two_path) = (format!("/delegations/{first}/consent"), format!("/delegations/{last}/refusal"));
    let all = [("together", "yes")];
    let (one, two) = tokio::join!(one.posts_with_token(&one_path, &all), two.posts_with_token(&two_path, &all));
    let mut both = [one.status.as_u16(), two.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 409], "{}\n{}", one.told(), two.told());
    assert_eq!(world.database.count("select count(distinct state) from delegations").await, 1);
}

/// D9: shown before accepting, refused with a clear message.
#[actix_web::test]
async fn d9_partner_and_customer_are_in_the_same_market() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let ivan = world.visits(IVAN_SMIRNOV).await;
    let page = ivan.opens(&offered.link).await.form_ending("/opening").sends().await;
    let page = page.sees("Partner and customer must be in the same market");
    assert!(!page.words().contains("Check before accepting"), "shown first, not at the end");
    let path = format!("/received/{}/acceptance", offered.id);
    let forged = ivan
        .posts_with_token(&path, &[("agreement", AGREEMENT), ("attempt", &Uuid::now_v7().to_string()), ("shown", &"0".repeat(64))])
        .await;
    assert!([409, 422].contains(&forged.status.as_u16()), "{}", forged.told());
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
}

#[actix_web::test]
async fn a_colleague_without_the_right_sees_everything_and_whom_to_ask() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    for person in [QIAN_DUO, SHEN_KE] {
        let browser = world.visits(person).await;
        let page = browser.opens(&offered.link).await.form_ending("/opening").sends().await.answered(200);
        page.sees("A global admin of your organization decides").sees("Zhao Min").sees("Exchange Online");
        for verb in ["check", "acceptance", "decline"] {
            browser.posts_with_token(&format!("/received/{}/{verb}", offered.id), &[]).await.answered(403);
        }
    }
    // The global admin finds it in the list, without the link.
    world.visits(ZHAO_MIN).await.opens("/received").await.clicks("Northwind Traders").await.is_at(&format!("/received/{}", offered.id));
}

#[actix_web::test]
async fn a_partner_cannot_accept() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    for person in [PAN_YU, ZHAO_YONG, ZHANG_WEI] {
        let browser = world.visits(person).await;
        let page = browser.posts_with_token(&format!("{}/opening", offered.link), &[]).await;
        assert!(page.status == 403, "{}: {}", person.name, page.told());
        browser.posts_with_token(&format!("/received/{}/acceptance", offered.id), &[]).await.answered(403);
    }
    assert_eq!(world.database.count("select count(*) from openings").await, 0);
}

/// D16: declining is as easy as accepting, with a reason that the inviter sees.
#[actix_web::test]
async fn d16_declining_is_one_step_and_the_reason_reaches_the_inviter() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = comes_to(&zhao_min, &offered).await.clicks("Decline").await.answered(200).sees("Northwind Traders").sees("Contoso");
    let form = page.form_ending("/decline");
    form.clone().with("reason", &"理".repeat(1001)).sends().await.answered(422);
    form.with("reason", "We are content with <b>what</b> we have.").sends().await.answered(200).sees("You declined the invitation");
    world.mail_to(&HE_LIN.email()).await.says("We are content with <b>what</b> we have.");
    assert!(world.letters_to(&ZHAO_YONG.email()).await.contains(&"invitation-declined".to_owned()));
    assert_eq!(world.database.count("select count(*) from declines").await, 1);
    world.somebody().opens(&offered.link).await.answered(410);
}

/// D17: the agreement is accepted in the same step, with its version and language recorded.
#[actix_web::test]
async fn d17_the_agreement_is_accepted_with_its_version_and_language() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    zhao_min.posts_with_token("/language", &[("lang", "zh-CN"), ("back", "/")]).await;
    let page = zhao_min.opens(&offered.link).await.form_ending("/opening").sends().await;
    zhao_min.opens(&format!("/agreements/{AGREEMENT}")).await.answered(200);
    let checked = choices(&page).ticks("agreement", AGREEMENT).sends().await.answered(200);
    checked.form_ending("/acceptance").sends().await.is_under("/receipts/");
    let recorded = format!("select count(*) from acceptances where agreement_version = '{AGREEMENT}' and language = 'zh-CN'");
    assert_eq!(world.database.count(&recorded).await, 1);
    zhao_min.opens("/agreements/1999-01").await.answered(404);
}

#[actix_web::test]
async fn a_dead_link_offers_a_way_on_and_the_inviter_hears_of_it_once() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    world.suddenly(&format!("update invitations set state = 'revoked', state_since = now() where id = '{}'", offered.id)).await;
    let somebody = world.somebody();
    let page = somebody.opens(&offered.link).await.answered(410).sees("Northwind Traders has withdrawn this invitation");
    page.form_ending("/request").with("email", "nobody").sends().await.answered(422);
    page.form_ending("/request").with("email", "it@newcomer.example").sends().await.sees("has been told");
    world.mail_to(&HE_LIN.email()).await.says("it@newcomer.example");
    let again = page.form_ending("/request").with("email", "it@newcomer.example").sends().await;
    assert!([429, 410].contains(&again.status.as_u16()), "{}", again.told());
    assert_eq!(world.letters_to(&HE_LIN.email()).await.iter().filter(|kind| *kind == "invitation-missed").count(), 1);
}

#[actix_web::test]
async fn a_link_that_never_was_and_one_that_was_replaced_look_the_same() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    world.suddenly(&format!("update invitations set generation = 2 where id = '{}'", offered.id)).await;
    let told = async |path: &str| {
        let page = world.somebody().opens(path).await.answered(404);
        let id = page.all("code").first().cloned().unwrap_or_default();
        page.words().replace(&id, "")
    };
    let never = told("/i/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").await;
    assert_eq!(told(&offered.link).await, never);
    assert_eq!(told(&world.path_of(mandate::links::Kind::Invitation, Uuid::now_v7(), 1)).await, never);
    let mut broken = offered.link.clone();
    broken.pop();
    assert_eq!(told(&broken).await, never);
}

#[actix_web::test]
async fn a_customer_registers_on_the_way_and_comes_back_to_the_invitation() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some("it@newcomer.example".to_owned()), ..Offer::default() }).await;
    let person = world.somebody();
    let page = person
        .opens(&offered.link)
        .await
        .form_ending("/opening")
        .sends()
        .await
        .is_at("/sign-in")
        .sees("Afterwards you come back to the invitation");
    let form = page.clicks("Register as a customer").await.form("/register");
    let form = form.with("organization", "Newcomer").with("country", "CN").with("name", "Xia Yu");
    form.with("email", "it@newcomer.example")
        .with("password", "seven other words entirely")
        .sends()
        .await
        .sees("Confirm your e-mail address");
    let confirm = world.mail_to("it@newcomer.example").await.link;
    let page = person.opens(&confirm).await.form(&confirm).with("password", "seven other words entirely").sends().await;
    let page = page.is_at(&offered.link);
    let page = page.form_ending("/opening").sends().await.answered(200).is_under("/received/");
    accepts(&checks(lets(choices(&page), NORTHWIND, "exchange-online", "support")).await).await.sees("Newcomer");
}

#[actix_web::test]
async fn ab18_somebody_who_registered_anothers_address_cannot_accept() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    let sql = format!("update users set email_confirmed_at = null where id = '{}'", ZHAO_MIN.id());
    world.suddenly(&sql).await;
    let squatter = world.visits(ZHAO_MIN).await;
    let page = squatter.opens(&offered.link).await.form_ending("/opening").sends().await;
    page.sees("Confirm your e-mail address first");
    let path = format!("/received/{}/acceptance", offered.id);
    let forged = squatter
        .posts_with_token(&path, &[("agreement", AGREEMENT), ("attempt", &Uuid::now_v7().to_string()), ("shown", &"0".repeat(64))])
        .await;
    assert!([403, 409].contains(&forged.status.as_u16()), "{}", forged.told());
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
}

#[actix_web::test]
async fn names_and_words_of_others_are_shown_as_text() {
    let world = World::new().await;
    let evil = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    world
        .suddenly(&format!(
            "update organizations set name = '{evil}' where partner_id = '1000001'; update invitations set paragraph_1 = '{evil}'"
        ))
        .await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    for page in [world.somebody().opens(&offered.link).await, comes_to_renamed(&zhao_min, &offered).await] {
        assert!(!page.has("main script, main img, [onerror]"), "{}", page.html);
        page.sees("<script>alert(1)</script>");
    }
}

async fn comes_to_renamed(browser: &Browser, offered: &Offered) -> Page {
    browser.opens(&offered.link).await.form_ending("/opening").sends().await.answered(200)
}

impl World {
    /// The single text that a query answers with.
    async fn suddenly_one(&self, query: &str) -> String {
        self.database.connect().await.query_one(query, &[]).await.unwrap().get(0)
    }
}
