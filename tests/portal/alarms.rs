//! "Report this invitation" and "ask for a new one": how doubt reaches the operator, and what it does about it.

use std::sync::Arc;

use futures_util::future::join_all;
use mandate::links::Kind;

use crate::{
    browser::{Browser, Form},
    harness::{Database, Portal, Setting},
    past::{Offer, STANDING},
    wire::Wire,
    world::{AN_QING, CONTOSO, HE_LIN, LIN_TAO, NORTHWIND, OLGA_PETROVA, World, ZHAO_MIN, ZHAO_YONG},
};

/// The filled-in form of a report.
async fn form(browser: &Browser, at: &str) -> Form {
    let page = browser.opens(&format!("{at}/alarm")).await.answered(200);
    page.form_ending("/alarm").with("reason", "pretended").with("words", "They called and were somebody else.")
}

/// The path of the only report's page.
async fn report_page(browser: &Browser) -> String {
    let page = browser.opens("/alarms").await.answered(200);
    page.links().into_iter().find(|href| href.starts_with("/alarms/")).expect("a report")
}

#[actix_web::test]
async fn somebody_without_an_account_reports_an_invitation_and_the_operator_hears_of_it() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let page = world.somebody().opens(&offered.link).await.answered(200);
    let page = page.clicks("Report this invitation").await.answered(200).sees("Northwind Traders does not learn that you reported it");
    let form =
        page.form_ending("/alarm").with("reason", "unknown").with("words", "We know nobody there.").with("contact", "min@fabrikam.example");
    form.clone().sends().await.answered(200).sees("The operator has your report");
    form.sends().await.answered(200).sees("The operator has your report");
    assert_eq!(world.database.count("select count(*) from alarms").await, 1, "pressed twice, reported once");

    world.mail_to(&OLGA_PETROVA.email()).await.says("An invitation of Northwind Traders was reported").says("We know nobody there.");
    let olga = world.visits(OLGA_PETROVA).await;
    olga.opens("/today").await.answered(200).sees("1 reported invitation waits for your decision");
    let path = report_page(&olga).await;
    let page = olga.opens(&path).await.answered(200).sees("I do not know this partner").sees("We know nobody there.");
    page.sees("min@fabrikam.example").sees("Somebody who was not signed in").sees("Contoso").sees("Nobody has accepted it.");
}

#[actix_web::test]
async fn a_customer_reports_what_it_received_and_the_partner_does_not_learn_who() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = zhao_min.opens(&offered.link).await.form_ending("/opening").sends().await.answered(200);
    page.clicks("Report this invitation").await.answered(200);
    form(&zhao_min, &format!("/received/{}", offered.id)).await.sends().await.answered(200).sees("The operator has your report");

    let olga = world.visits(OLGA_PETROVA).await;
    olga.opens(&report_page(&olga).await).await.sees("Zhao Min").sees("Fabrikam").sees("zhao.min@fabrikam.example");
    let inviter = world.visits(HE_LIN).await;
    inviter.opens(&format!("/invitations/{}", offered.id)).await.answered(200).does_not_see("reported").does_not_see("Zhao Min");
    inviter.opens("/history").await.does_not_see("was reported");
    inviter.opens("/alarms").await.answered(403);
    assert!(world.letters_to(&HE_LIN.email()).await.is_empty());
    let told = format!("select count(*) from audit_events where kind = 'invitation-reported' and '{}' = any(concerned)", NORTHWIND.id());
    assert_eq!(world.database.count(&told).await, 0);
    // Whoever never came to it finds nothing to report.
    world.visits(LIN_TAO).await.opens(&format!("/received/{}/alarm", offered.id)).await.answered(404);
}

#[actix_web::test]
async fn the_operator_sees_what_was_accepted_stops_the_invitation_and_everybody_who_had_it_is_told() {
    let world = World::with_a_past().await;
    let link = world.path_of(Kind::Invitation, STANDING, 1);
    let somebody = world.somebody();
    for _ in 0..2 {
        form(&somebody, &link).await.sends().await.answered(200);
    }
    let olga = world.visits(OLGA_PETROVA).await;
    let path = report_page(&olga).await;
    let page = olga.opens(&path).await.answered(200).sees("Fabrikam").sees("M-2345-6789").sees("it@fabrikam.example");
    let page = page.sees("Exchange Online, Support").sees("SharePoint Online, Support").sees("Other reports of this invitation");
    let page = page.clicks("Stop the invitation").await.answered(200).sees("Northwind Traders").sees("Contoso");
    page.form_ending("/stop").sends().await.answered(422).sees("Enter a reason");
    let stop = page.form_ending("/stop").with("reason", "Nobody at this partner knows the sender.");
    stop.clone().sends().await.answered(200).is_under(&path).sees("The invitation is stopped").sees("Invitation stopped");
    stop.sends().await.answered(200);
    assert_eq!(world.database.count("select count(*) from alarms where state = 'stopped'").await, 3, "every report of it is closed");

    let dead = somebody.opens(&link).await.answered(410).sees("The operator has stopped this invitation of Northwind Traders");
    assert!(!dead.actions().iter().any(|action| action.ends_with("/request")), "nobody is asked for another");
    somebody.posts_with_token(&format!("{link}/request"), &[("email", "min@fabrikam.example")]).await.answered(409);
    for person in [HE_LIN, ZHAO_YONG] {
        let letters = world.letters_to(&person.email()).await;
        assert_eq!(letters.iter().filter(|kind| *kind == "invitation-stopped").count(), 1, "{} is told once", person.name);
    }
    world.mail_to(&ZHAO_YONG.email()).await.says("Nobody at this partner knows the sender.");
    // The customer who had accepted learns of it, and where to end what it granted (D18).
    let letter = world.mail_to(&ZHAO_MIN.email()).await.says("that you accepted").says("Nobody at this partner knows the sender.");
    world.visits(ZHAO_MIN).await.opens(&letter.link).await.answered(200).is_under("/relationships");
    let told = "select count(*) from outbox where letter->>'letter' = 'accepted-invitation-stopped'";
    assert_eq!(world.database.count(told).await, 1, "once, for two clicks");
    let inviter = world.visits(HE_LIN).await;
    inviter
        .opens(&format!("/invitations/{STANDING}"))
        .await
        .sees("The operator stopped this invitation")
        .sees("Nobody at this partner knows");
    inviter.posts_with_token(&format!("/invitations/{STANDING}/resumption"), &[]).await.answered(409);
    let contoso = world.visits(ZHAO_YONG).await;
    contoso.posts_with_token(&format!("/invitations/{STANDING}/forwards/new"), &[("way", "link")]).await.answered(409);

    assert_eq!(world.database.count("select count(*) from delegations where state = 'active'").await, 2, "what was accepted stays");
    world.visits(ZHAO_MIN).await.opens(&link).await.is_at("/receipts/M-2345-6789");
    olga.opens(&format!("{path}/closure")).await.answered(409);
    olga.posts_with_token(&format!("{path}/closure"), &[("reason", "No.")]).await.answered(409);
}

#[actix_web::test]
async fn two_who_stop_one_invitation_at_the_same_moment_stop_it_once() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let somebody = world.somebody();
    for _ in 0..4 {
        form(&somebody, &offered.link).await.sends().await.answered(200);
    }
    let olga = world.visits(OLGA_PETROVA).await;
    let paths: Vec<_> = olga.opens("/alarms").await.links().into_iter().filter(|href| href.starts_with("/alarms/")).collect();
    let mut forms = Vec::new();
    for path in paths {
        forms.push(olga.opens(&format!("{path}/stop")).await.form_ending("/stop").with("reason", "A forgery."));
    }
    let pages = join_all(forms.into_iter().map(|form| form.sends())).await;
    assert!(pages.iter().all(|page| page.status == 200));
    assert_eq!(world.database.count("select count(*) from alarms where state = 'stopped'").await, 4);
    assert_eq!(world.database.count("select count(*) from audit_events where kind = 'invitation-stopped'").await, 1);
    assert_eq!(world.letters_to(&HE_LIN.email()).await, ["invitation-stopped"]);
}

/// Sixty customers more accept the standing invitation, a global admin of each.
async fn sixty_accept(world: &World) {
    world
        .suddenly(&format!(
            "with customers as (
               insert into organizations (id, kind, name, country)
               select ('01900000-0000-7000-c000-' || lpad(n::text, 12, '0'))::uuid, 'customer', 'Customer ' || n, 'CN' from generate_series(1, 60) n returning id, name),
             related as (
               insert into relationships (id, owner_id, customer_id, customer_name) select id, '{}', id, name from customers returning id),
             came as (
               insert into openings (invitation_id, customer_id, inviter_id, opened_by) select '{STANDING}', id, '{}', '{}' from customers)
             insert into acceptances (id, reference, invitation_id, relationship_id, inviter_id, customer_id, accepted_by, accepted_by_name, accepted_at,
                                      language, agreement_version, shown, shown_hash, attempt)
             select r.id, 'M-0000-' || right(r.id::text, 4), '{STANDING}', r.id, '{}', r.id, '{}', 'Somebody', now(), 'en', '2026-11', a.shown, a.shown_hash, r.id
               from related r, acceptances a",
            NORTHWIND.id(),
            NORTHWIND.id(),
            ZHAO_MIN.id(),
            NORTHWIND.id(),
            ZHAO_MIN.id()
        ))
        .await;
    world
        .suddenly(
            "insert into users (email, name) select 'admin@' || replace(lower(name), ' ', '') || '.example', name from organizations where name like 'Customer %';
             insert into memberships (user_id, org_id, org_kind, admin)
             select u.id, o.id, o.kind, 'global-admin' from users u join organizations o using (name) where name like 'Customer %'",
        )
        .await;
}

#[actix_web::test]
async fn everything_accepted_through_a_reported_invitation_is_walked_through_by_key() {
    let world = World::with_a_past().await;
    sixty_accept(&world).await;
    let auditor = world.visits(AN_QING).await;
    let first = auditor.opens(&report_page(&auditor).await).await.answered(200).does_not_see("M-2345-6789");
    assert_eq!(first.all("#accepted + .table-box tbody tr").len(), 50);
    first.clicks("Next").await.answered(200).sees("M-2345-6789").sees("Exchange Online, Support");
}

#[actix_web::test]
async fn an_answered_invitation_keeps_its_answer_when_it_is_stopped() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    form(&world.somebody(), &offered.link).await.sends().await.answered(200);
    world.suddenly("update invitations set state = 'declined'").await;
    let olga = world.visits(OLGA_PETROVA).await;
    let path = report_page(&olga).await;
    olga.opens(&format!("{path}/stop")).await.form_ending("/stop").with("reason", "A forgery.").sends().await.answered(200);
    assert_eq!(
        world.database.count("select count(*) from invitations where state = 'declined' and stopped_reason = 'A forgery.'").await,
        1
    );
    world.somebody().opens(&offered.link).await.answered(410).sees("The operator has stopped");
}

#[actix_web::test]
async fn a_report_that_is_unfounded_is_closed_with_a_note_and_the_invitation_goes_on() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    form(&world.somebody(), &offered.link).await.sends().await.answered(200);
    let auditor = world.visits(AN_QING).await;
    let path = report_page(&auditor).await;
    assert!(!auditor.opens(&path).await.answered(200).links().iter().any(|href| href.ends_with("/stop")), "an auditor looks on");
    for verb in ["stop", "closure"] {
        auditor.posts_with_token(&format!("{path}/{verb}"), &[("reason", "No.")]).await.answered(403);
    }
    let olga = world.visits(OLGA_PETROVA).await;
    let page = olga.opens(&path).await.clicks("Close as unfounded").await.answered(200);
    page.form_ending("/closure").sends().await.answered(422);
    let close = page.form_ending("/closure").with("reason", "We asked them: it is theirs.");
    close.clone().sends().await.answered(200).sees("closed as unfounded").sees("We asked them");
    close.sends().await.answered(200);
    olga.posts_with_token(&format!("{path}/stop"), &[("reason", "Too late.")]).await.answered(409);
    olga.opens("/alarms?state=open").await.sees("No reports here");
    olga.opens("/alarms?state=unfounded").await.sees("A story");
    world.somebody().opens(&offered.link).await.answered(200);
    assert!(world.letters_to(&HE_LIN.email()).await.is_empty());
}

#[actix_web::test]
async fn what_is_wrong_with_a_report_is_told_and_what_was_typed_stays() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let somebody = world.somebody();
    let page = somebody.opens(&format!("{}/alarm", offered.link)).await;
    page.form_ending("/alarm").sends().await.answered(422).sees("Choose an answer").sees("Enter what happened");
    let long = "界".repeat(2001);
    for (words, contact) in [("Fine.", "nobody"), (long.as_str(), "")] {
        let form = page.form_ending("/alarm").with("reason", "other").with("words", words).with("contact", contact);
        let back = form.sends().await.answered(422);
        assert!(back.has(".error-summary"), "{}", back.told());
        assert_eq!(back.form_ending("/alarm").value("contact"), Some(contact));
        assert_eq!(back.form_ending("/alarm").value("words").map(str::trim), Some(words));
    }
    page.form_ending("/alarm").forged("reason", "revenge").with("words", "x").sends().await.answered(422);
    assert_eq!(world.database.count("select count(*) from alarms").await, 0);
}

#[actix_web::test]
async fn one_address_reports_only_so_often() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let somebody = world.somebody();
    for _ in 0..5 {
        form(&somebody, &offered.link).await.sends().await.answered(200);
    }
    form(&somebody, &offered.link).await.sends().await.answered(429);
    assert_eq!(world.database.count("select count(*) from alarms").await, 5);
    form(&world.somebody(), &offered.link).await.sends().await.answered(200);
}

/// UX-22: the operator stops an invitation that nobody reported, after it read whom that tells and with which words, and lets it go.
#[actix_web::test]
async fn the_operator_stops_an_invitation_without_a_report_and_lets_it_go_again() {
    let world = World::with_a_past().await;
    world.suddenly("delete from alarms").await;
    let link = world.path_of(Kind::Invitation, STANDING, 1);
    let path = format!("/review/invitations/{STANDING}");
    let auditor = world.visits(AN_QING).await;
    assert!(!auditor.opens(&path).await.answered(200).links().iter().any(|href| href.ends_with("/stop")), "an auditor looks on");
    for verb in ["stop", "lifting"] {
        auditor.posts_with_token(&format!("{path}/{verb}"), &[("reason", "No.")]).await.answered(403);
    }
    let olga = world.visits(OLGA_PETROVA).await;
    olga.opens(&format!("{path}/lifting")).await.answered(409);
    let page = olga.opens(&path).await.clicks("Stop the invitation").await.answered(200);
    let page = page.sees("Northwind Traders").sees("Contoso").sees("Fabrikam").sees("(your reason)");
    let page = page.sees("The operator has stopped an invitation of Northwind Traders that you accepted");
    page.form_ending("/stop").sends().await.answered(422).sees("Enter a reason");
    let stop = page.form_ending("/stop").with("reason", "A complaint by telephone.");
    let page = stop.clone().sends().await.answered(200).is_under(&path).sees("The operator has stopped this invitation");
    page.sees("A complaint by telephone.");
    stop.sends().await.answered(200);
    world.somebody().opens(&link).await.answered(410).sees("The operator has stopped this invitation");
    olga.opens(&format!("{path}/stop")).await.answered(409);

    let page = olga.opens(&path).await.clicks("Lift the stop").await.answered(200).sees("Contoso").sees("Fabrikam");
    page.form_ending("/lifting").sends().await.answered(422).sees("Enter a reason");
    let lift = page.form_ending("/lifting").with("reason", "They are who they say.");
    lift.clone().sends().await.answered(200).is_under(&path).sees("The stop is lifted").sees("lifted the stop");
    lift.sends().await.answered(200);
    world.somebody().opens(&link).await.answered(200);
    for person in [HE_LIN, ZHAO_YONG] {
        for kind in ["invitation-stopped", "invitation-stop-lifted"] {
            assert_eq!(world.count_letters_to(&person.email(), kind).await, 1, "{} is told once: {kind}", person.name);
        }
    }
    for kind in ["accepted-invitation-stopped", "accepted-invitation-stop-lifted"] {
        assert_eq!(world.count_letters_to(&ZHAO_MIN.email(), kind).await, 1, "{kind}");
    }
    world.mail_to(&ZHAO_MIN.email()).await.says("They are who they say.");
    for person in [HE_LIN, ZHAO_YONG] {
        world.visits(person).await.opens("/history").await.sees("They are who they say.");
    }
    olga.opens("/audit").await.answered(200).sees("Invitation: stop lifted").does_not_see("audit-kind-");
}

/// D4: a stop that is lifted gives back what was there, since when it was, and nothing that was over; an answer keeps its date meanwhile.
#[actix_web::test]
async fn d4_what_was_over_before_a_stop_is_over_after_it() {
    let world = World::new().await;
    let olga = world.visits(OLGA_PETROVA).await;
    for state in ["open", "paused", "revoked", "declined"] {
        let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
        let one = format!("where id = '{}'", offered.id);
        let kind = if state == "paused" { ", kind = 'standing', recipient_email = null" } else { "" };
        let since = format!("state_since = timestamptz '2026-10-01 09:00Z' and state_by = '{}'", LIN_TAO.id());
        let was = since.replace(" and ", ", ");
        world.suddenly(&format!("update invitations set state = '{state}'{kind}, {was} {one}")).await;
        let path = format!("/review/invitations/{}", offered.id);
        let decide = async |verb: &str| {
            olga.posts_with_token(&format!("{path}/{verb}"), &[("reason", "We looked into it.")]).await.answered(303);
        };
        decide("stop").await;
        let kept = if matches!(state, "revoked" | "declined") { since.as_str() } else { "state = 'revoked' and state_since = stopped_at" };
        let stopped = format!("select count(*) from invitations {one} and stopped_at > now() - interval '1 minute' and {kept}");
        assert_eq!(world.database.count(&stopped).await, 1, "{state}");
        decide("lifting").await;
        let now = format!("select count(*) from invitations {one} and state = '{state}' and stopped_reason is null and {since}");
        assert_eq!(world.database.count(&now).await, 1, "{state}");
    }
}

/// UX-22: a report that was closed is looked at again; while its invitation is stopped there is nothing to decide.
#[actix_web::test]
async fn a_closed_report_is_reopened_and_decided_anew() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    form(&world.somebody(), &offered.link).await.sends().await.answered(200);
    let olga = world.visits(OLGA_PETROVA).await;
    let path = report_page(&olga).await;
    olga.opens(&format!("{path}/reopening")).await.answered(409);
    olga.posts_with_token(&format!("{path}/closure"), &[("reason", "It is theirs.")]).await.answered(303);
    world.visits(AN_QING).await.posts_with_token(&format!("{path}/reopening"), &[("reason", "No.")]).await.answered(403);
    let page = olga.opens(&path).await.clicks("Reopen the report").await.answered(200);
    page.form_ending("/reopening").sends().await.answered(422);
    let reopen = page.form_ending("/reopening").with("reason", "A second call.");
    reopen.clone().sends().await.answered(200).is_under(&path).sees("waits for a decision once more").sees("A second call.");
    reopen.sends().await.answered(200);
    assert_eq!(world.recorded("alarm-reopened").await, 1);
    olga.opens("/alarms?state=open").await.sees("A story");
    olga.posts_with_token(&format!("{path}/stop"), &[("reason", "A forgery.")]).await.answered(303);
    olga.posts_with_token(&format!("{path}/reopening"), &[("reason", "Again.")]).await.answered(409);
    // One that comes in after the stop is closed by it, and nobody is told twice.
    form(&world.somebody(), &offered.link).await.sends().await.answered(200);
    let late =
        olga.opens("/alarms?state=open").await.links().into_iter().find(|href| href.starts_with("/alarms/0")).expect("a late report");
    let page = olga.opens(&format!("{late}/stop")).await.answered(200).sees("is stopped already").sees("This only closes the report");
    let page = page.does_not_see("Northwind Traders: ");
    let page = page.form_ending("/stop").with("reason", "The same.").sends().await.answered(200).is_under(&late);
    page.sees("The same.").does_not_see("have been told");
    assert_eq!(world.count_letters_to(&HE_LIN.email(), "invitation-stopped").await, 1);
    assert_eq!(world.database.count("select count(*) from invitations where stopped_reason = 'A forgery.'").await, 1);
    // After the stop is lifted both can be looked at again.
    olga.posts_with_token(&format!("/review/invitations/{}/lifting", offered.id), &[("reason", "They are who they say.")])
        .await
        .answered(303);
    olga.posts_with_token(&format!("{path}/reopening"), &[("reason", "Again.")]).await.answered(303);
    assert_eq!(world.database.count("select count(*) from alarms where state = 'open'").await, 1);
}

/// UX-22: the page counts the customers that a stop tells and names some; the stop tells all of them, and asks no more often for many.
#[actix_web::test]
async fn ux22_a_stop_tells_every_customer_however_many_accepted() {
    let database = Database::with_the_world().await;
    let wire = Wire::to(database.url()).await;
    let portal = Portal::with(&wire.url, Setting { small: true, ..Setting::default() });
    let world = World { portal, database: Arc::new(database) };
    world.has_a_past().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let path = format!("/review/invitations/{STANDING}");
    let both = async || {
        let mut statements = 0;
        for verb in ["stop", "lifting"] {
            wire.taken();
            olga.opens(&format!("{path}/{verb}")).await.answered(200);
            olga.posts_with_token(&format!("{path}/{verb}"), &[("reason", "We looked into it.")]).await.answered(303);
            statements += wire.taken().statements;
        }
        statements
    };
    both().await;
    let few = both().await;
    sixty_accept(&world).await;
    let many = both().await;
    assert!(many < few + 10, "{few} statements for one customer, {many} for sixty more");
    for kind in ["accepted-invitation-stopped", "accepted-invitation-stop-lifted"] {
        let told = format!("select count(*) from outbox where letter->>'letter' = '{kind}' and recipient like 'admin@customer%'");
        assert_eq!(world.database.count(&told).await, 60, "{kind}");
    }
    let page = olga.opens(&format!("{path}/stop")).await.answered(200);
    page.sees("Northwind Traders: ").sees("Contoso: ").sees("and 41 more customers");
}

/// UX-22: whoever reports much keeps nobody else from being heard, from whichever address, and mails the operator only so often.
#[actix_web::test]
async fn nobody_keeps_another_from_reporting_an_invitation() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let one = world.somebody();
    for _ in 0..5 {
        form(&one, &offered.link).await.sends().await.answered(200);
    }
    form(&one, &offered.link).await.sends().await.answered(429);
    // Somebody signed in speaks for themselves, from the same address too.
    let zhao_min = world.visits(ZHAO_MIN).await.beside(&one);
    form(&zhao_min, &offered.link).await.sends().await.answered(200);
    for _ in 0..20 {
        form(&world.somebody(), &offered.link).await.sends().await.answered(200);
    }
    assert_eq!(world.database.count("select count(*) from alarms").await, 26, "each is heard");
    assert_eq!(world.count_letters_to(&OLGA_PETROVA.email(), "invitation-reported").await, 20, "beyond them they stand in the list");
}

#[actix_web::test]
async fn whoever_comes_with_a_dead_link_asks_for_a_new_one_and_the_inviter_sees_how_often() {
    let world = World::new().await;
    let inviter = world.visits(HE_LIN).await;
    for (state, becomes, words) in [
        ("expired", "expires_at = now() - interval '1 hour'", "has expired"),
        ("withdrawn", "state = 'revoked'", "has withdrawn this invitation"),
        ("answered", "state = 'accepted'", "has been answered"),
        ("paused", "kind = 'standing', recipient_email = null, state = 'paused'", "has paused this invitation"),
    ] {
        let offered = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
        let path = format!("/invitations/{}", offered.id);
        inviter.opens(&path).await.answered(200).does_not_see("Asked for again");
        world.suddenly(&format!("update invitations set {becomes} where id = '{}'", offered.id)).await;
        for person in ["min@fabrikam.example", "it@fabrikam.example"] {
            let page = world.somebody().opens(&offered.link).await.sees(words);
            page.form_ending("/request").with("email", person).sends().await.sees("has been told that you ask for a new invitation");
        }
        inviter.opens(&path).await.sees("Asked for again").sees("asked for a new one 2 times");
        let asked = world.letters_to(&HE_LIN.email()).await.into_iter().filter(|kind| kind == "invitation-missed").count();
        assert_eq!(asked % 2, 0, "{state}");
        world.mail_to(&HE_LIN.email()).await.says("it@fabrikam.example");
    }
}
