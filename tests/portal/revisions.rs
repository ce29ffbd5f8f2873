//! Revisions: an invitation changes under the same link, and nobody accepts the new terms unseen.

use mandate::links::Kind;

use crate::{
    browser::{Browser, Form, Page},
    consents::AGREEMENT,
    past::{Offer, Offered, STANDING},
    world::{CONTOSO, FABRIKAM, HE_LIN, LIN_TAO, LIU_FANG, NORTHWIND, PAN_YU, World, YE_QIU, ZHANG_WEI, ZHAO_MIN, ZHAO_YONG},
};

/// The form in which an invitation is changed, by way of its page.
async fn changes(browser: &Browser, id: uuid::Uuid) -> Form {
    let page = browser.opens(&format!("/invitations/{id}")).await.answered(200);
    page.clicks("Change the invitation").await.answered(200).form_ending("/revisions/new")
}

/// From the form to the difference.
async fn checks(form: Form) -> Page {
    form.sends().await.answered(200).sees("Check what changes")
}

/// Makes the revision.
async fn makes(checked: &Page) -> Page {
    checked.form_ending("/revisions/new").pressing("step", "save").sends().await.answered(200).sees("The invitation is changed")
}

/// Northwind asks for Azure instead of SharePoint, for thirty days.
pub async fn asks_for_azure(browser: &Browser, id: uuid::Uuid) -> Page {
    let form = changes(browser, id).await.clears("asks").ticks("asks", "exchange-online/provisioning");
    let form = form.ticks("asks", "exchange-online/support").ticks("asks", "azure/support").with("days", "30");
    makes(&checks(form).await).await
}

async fn comes_to(browser: &Browser, offered: &Offered) -> Page {
    browser.opens(&offered.link).await.answered(200).form_ending("/opening").sends().await.answered(200).is_under("/received/")
}

/// From the choices to the page before acceptance.
async fn decides(page: &Page) -> Page {
    let form = page.form_ending("/check").with("holder-exchange-online-support", &CONTOSO.id().to_string());
    form.ticks("agreement", AGREEMENT).sends().await.answered(200).sees("Check before you accept")
}

#[actix_web::test]
async fn d6_a_change_makes_a_new_revision_under_the_same_link_and_whoever_has_it_is_told() {
    let world = World::with_a_past().await;
    let provider = world.visits(HE_LIN).await;
    let link = world.path_of(Kind::Invitation, STANDING, 1);
    let form = changes(&provider, STANDING).await;
    assert_eq!((form.value("days"), form.value("first")), (Some("365"), Some("A word of welcome.")), "the form has what is in force");
    let form = form.clears("asks").ticks("asks", "exchange-online/provisioning").ticks("asks", "exchange-online/support");
    let form = form.ticks("asks", "azure/support").with("days", "30").with("holder", &CONTOSO.id().to_string()).with("second", "");
    let checked = checks(form).await.sees("Also asked for: Azure: Support").sees("No longer asked for: SharePoint Online: Support");
    let checked = checked.sees("30 days").sees("365 days").sees("A word of thanks.").sees("Contoso");
    // Going back loses nothing.
    let back = checked.form_ending("/revisions/new").pressing("step", "change").sends().await.answered(200);
    assert_eq!(back.form_ending("/revisions/new").value("days"), Some("30"));
    assert_eq!(world.database.count("select count(*) from invitation_revisions").await, 0, "nothing has changed yet");

    makes(&checked).await.sees("Revision 2").sees("Revision 1").sees("changed: revision 2").sees("Azure: Support");
    world
        .somebody()
        .opens(&link)
        .await
        .answered(200)
        .sees("Azure")
        .does_not_see("SharePoint")
        .sees("30 days")
        .does_not_see("A word of thanks");
    provider
        .opens(&format!("/invitations/{STANDING}/revisions/1"))
        .await
        .answered(200)
        .sees("SharePoint Online: Support")
        .sees("A word of thanks.");
    provider.opens(&format!("/invitations/{STANDING}/revisions/2")).await.answered(200).sees("Azure: Support");
    provider.opens(&format!("/invitations/{STANDING}/revisions/3")).await.answered(404);

    // Contoso has it in hands.
    let mail = world.mail_to(&ZHAO_YONG.email()).await.says("Northwind Traders has changed an invitation").says("Azure: support");
    let contoso = world.visits(ZHAO_YONG).await;
    contoso
        .opens(&mail.link)
        .await
        .answered(200)
        .sees("Revision 2")
        .sees("changed: revision 2")
        .sees("No longer asked for: SharePoint Online");
    contoso.opens(&format!("/invitations/{STANDING}/revisions/1")).await.answered(200);
}

#[actix_web::test]
async fn d6_an_open_consent_page_of_an_old_revision_is_answered_with_the_difference() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let (provider, customer) = (world.visits(HE_LIN).await, world.visits(ZHAO_MIN).await);
    let choices = comes_to(&customer, &offered).await;
    let checked = decides(&choices).await;
    asks_for_azure(&provider, offered.id).await;
    let sharepoint = choices.form_ending("/check").with("holder-sharepoint-online-support", &CONTOSO.id().to_string());
    // AB-37: whether the choices or the last page was open.
    for form in [sharepoint.ticks("agreement", AGREEMENT), checked.form_ending("/acceptance")] {
        let page = form.sends().await.answered(409).sees("Northwind Traders changed the invitation while this page was open");
        let page = page
            .sees("Also asked for: Azure: Support")
            .sees("No longer asked for: SharePoint Online: Support")
            .sees("30 days")
            .sees("365 days");
        assert!(page.actions().iter().all(|action| !action.ends_with("/acceptance")), "{}", page.told());
    }
    assert_eq!(world.database.count("select count(*) from acceptances").await, 0);
    // And chooses anew.
    let page = checked.form_ending("/acceptance").sends().await.clicks("Look at the invitation again").await.answered(200);
    let page = page.sees("Azure").sees("has changed this invitation since your organization first opened it");
    let receipt = decides(&page).await.form_ending("/acceptance").sends().await.answered(200).is_under("/receipts/");
    receipt.sees("Revision of the invitation");
    assert_eq!(world.database.count("select count(*) from acceptances where revision = 2").await, 1);
    assert_eq!(world.database.count("select days::bigint from delegations").await, 30);
}

#[actix_web::test]
async fn d6_what_was_accepted_stays_what_it_was() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let (provider, first, second) = (world.visits(HE_LIN).await, world.visits(ZHAO_MIN).await, world.visits(LIN_TAO).await);
    let page = comes_to(&first, &offered).await;
    let form = page.form_ending("/check").with("holder-sharepoint-online-support", &CONTOSO.id().to_string()).ticks("agreement", AGREEMENT);
    let receipt = form.sends().await.form_ending("/acceptance").sends().await.is_under("/receipts/");
    let kept = "select md5(string_agg(a::text, '|')) || md5(string_agg(d::text, '|')) from acceptances a, delegations d where a.customer_id = d.customer_id";
    let told = async || -> String { world.database.connect().await.query_one(kept, &[]).await.unwrap().get(0) };
    let before = told().await;
    asks_for_azure(&provider, offered.id).await;
    assert_eq!(told().await, before);
    first.opens(&receipt.path).await.answered(200).sees("SharePoint Online").does_not_see("Azure");
    first.opens("/relationships").await.answered(200).sees("SharePoint Online");
    decides(&comes_to(&second, &offered).await.sees("Azure")).await.form_ending("/acceptance").sends().await.is_under("/receipts/");
    let numbers = "select array_to_string(array_agg(revision order by revision), ',') from acceptances";
    let numbers: String = world.database.connect().await.query_one(numbers, &[]).await.unwrap().get(0);
    assert_eq!(numbers, "1,2", "each points at the revision it accepted");
    provider.opens(&format!("/invitations/{}", offered.id)).await.sees("Fabrikam").sees("Revision 1").sees("Revision 2");
    // The second customer came to the second revision: the first is none of its business.
    // The door is closed to the role: this story opens it, to come in as an organization without a session.
    world.suddenly("grant execute on function enter(text, uuid, uuid, uuid) to mandate_app").await;
    let portal = world.database.connect_as_portal().await;
    for (org, rows) in [(FABRIKAM.id(), 1), (LIN_TAO.company.id(), 0), (PAN_YU.company.id(), 0), (NORTHWIND.id(), 1)] {
        portal.batch_execute(&format!("begin; select enter('org', null, '{org}', null)")).await.unwrap();
        let seen: i64 = portal.query_one("select count(*) from invitation_revisions", &[]).await.unwrap().get(0);
        portal.batch_execute("rollback").await.unwrap();
        assert_eq!(seen, rows, "{org}");
    }
}

#[actix_web::test]
async fn whoever_may_not_change_it_does_not() {
    let world = World::with_a_past().await;
    let path = format!("/invitations/{STANDING}/revisions/new");
    let typed = |asks: &'static str| {
        [
            ("base", "1"),
            ("asks", asks),
            ("days", "365"),
            ("language", "en"),
            ("first", "x"),
            ("second", ""),
            ("until", "keep"),
            ("step", "save"),
        ]
    };
    for person in [PAN_YU, ZHAO_YONG, ZHAO_MIN, YE_QIU] {
        let browser = world.visits(person).await;
        let answer = if person.company == PAN_YU.company { 404 } else { 403 };
        browser.posts_with_token(&path, &typed("azure/support")).await.answered(answer);
        browser.opens(&path).await.answered(answer);
    }
    world.visits(PAN_YU).await.opens(&format!("/invitations/{STANDING}/revisions/1")).await.answered(404);
    // A sales agent changes the words, and not what is asked for.
    let sales = world.visits(LIU_FANG).await;
    let form = changes(&sales, STANDING).await;
    form.clone().forged("days", "30").sends().await.answered(422).sees("needs an admin agent");
    let before = "select count(*) from invitation_revisions";
    assert_eq!(world.database.count(before).await, 0);
    makes(&checks(form.with("first", "Spring is here.")).await.sees("Spring is here.")).await;
    assert_eq!(world.database.count(before).await, 1);
    assert_eq!(world.database.count(&format!("select count(*) from invitation_services where invitation_id = '{STANDING}'")).await, 3);
}

#[actix_web::test]
async fn what_is_wrong_is_told_and_what_was_changed_by_a_colleague_is_not_overwritten() {
    let world = World::with_a_past().await;
    let (provider, colleague) = (world.visits(HE_LIN).await, world.visits(ZHANG_WEI).await);
    let form = changes(&provider, STANDING).await;
    form.clone().sends().await.answered(422).sees("Change something");
    for (name, value) in [
        ("days", "0"),
        ("days", "731"),
        ("asks", "fax/support"),
        ("holder", "nobody"),
        ("language", "la"),
        ("until", "soon"),
        ("first", &*"x".repeat(2001)),
    ] {
        let page = form.clone().forged(name, value).sends().await.answered(422);
        assert!(page.has(".error-summary"), "{name}={value}: {}", page.told());
    }
    form.clone().with("until", "days").with("open_days", "").sends().await.answered(422);
    form.clone().forged("recipient_email", "it@litware.example").sends().await.answered(422);
    let mine = checks(form.clone().with("days", "30")).await;
    makes(&checks(changes(&colleague, STANDING).await.with("days", "60").with("until", "days").with("open_days", "90")).await).await;
    mine.form_ending("/revisions/new").pressing("step", "save").sends().await.answered(409).sees("Somebody else has changed");
    form.with("days", "30").sends().await.answered(409);
    assert_eq!(
        world.database.count(&format!("select days::bigint from invitations where id = '{STANDING}' and expires_at is not null")).await,
        60
    );
    // The end can be taken off again, and nothing that was withdrawn changes.
    let form = changes(&provider, STANDING).await.with("until", "none");
    makes(&checks(form).await.sees("No end")).await;
    provider.opens(&format!("/invitations/{STANDING}/revocation")).await.form_ending("/revocation").sends().await.answered(200);
    provider.opens(&format!("/invitations/{STANDING}/revisions/new")).await.answered(409);
}

#[actix_web::test]
async fn the_database_itself_refuses_terms_that_change_without_a_revision() {
    let world = World::with_a_past().await;
    // The door is closed to the role: this story opens it, to come in as an organization without a session.
    world.suddenly("grant execute on function enter(text, uuid, uuid, uuid) to mandate_app").await;
    let portal = world.database.connect_as_portal().await;
    let northwind = format!("begin; select enter('org', '{}', '{}', null); ", HE_LIN.id(), NORTHWIND.id());
    for refused in [
        "update invitations set days = 730",
        "update invitations set paragraph_1 = 'Something else'",
        "update invitations set frozen_at = null",
        "update invitations set revision = 7, revised_by = created_by, revised_at = now()",
        "insert into invitation_services (invitation_id, service, purpose) select id, 'teams', 'support' from invitations",
        "insert into invitation_revisions select id, 9, inviter_id, language, days, null, null, null, null, '{}', created_by, now(), now() from invitations",
        "update invitation_uses set uses = 1000",
    ] {
        let answer = portal.batch_execute(&format!("{northwind}{refused}")).await;
        assert!(answer.is_err(), "{refused}");
        portal.batch_execute("rollback").await.unwrap();
    }
    // What was asked for cannot be taken out either: not a row is deleted while the terms are frozen.
    portal.batch_execute(&northwind).await.unwrap();
    assert_eq!(portal.execute("delete from invitation_services", &[]).await.unwrap(), 0);
    portal.batch_execute("rollback").await.unwrap();
    // A customer that came to it cannot change what it was offered.
    portal.batch_execute(&format!("begin; select enter('org', '{}', '{}', null)", ZHAO_MIN.id(), FABRIKAM.id())).await.unwrap();
    assert!(
        portal.batch_execute("update invitations set days = 1, revision = 2, revised_by = created_by, revised_at = now()").await.is_err()
    );
}

#[actix_web::test]
async fn accepting_and_changing_at_the_same_moment_end_with_the_old_terms_or_the_difference() {
    let world = World::new().await;
    let (provider, customer) = (world.visits(HE_LIN).await, world.visits(ZHAO_MIN).await);
    let (mut accepted, mut answered) = (0, 0);
    for to in [None, Some(ZHAO_MIN.email())].into_iter().cycle().take(8) {
        let addressed = to.is_some();
        let offered = world.offers(Offer { to, ..Offer::default() }).await;
        let checked = decides(&comes_to(&customer, &offered).await).await;
        let revision = checks(changes(&provider, offered.id).await.with("days", "30")).await;
        let save = revision.form_ending("/revisions/new").pressing("step", "save");
        let (yes, change) = tokio::join!(checked.form_ending("/acceptance").sent(), save.sent());
        let of = |what: &str| {
            format!("select {what} from invitations i left join acceptances a on a.invitation_id = i.id where i.id = '{}'", offered.id)
        };
        match yes.status.as_u16() {
            303 => {
                accepted += 1;
                assert_eq!(world.database.count(&of("a.revision::bigint")).await, 1, "the old terms, before the revision");
                // An addressed one is spent by then; a standing one changes for the others.
                assert_eq!(change.status.as_u16(), if addressed { 409 } else { 303 }, "{}", change.told());
            }
            _ => {
                answered += 1;
                yes.answered(409).sees("365 days").sees("30 days");
                change.answered(303);
                assert_eq!(world.database.count(&of("count(a.id)")).await, 0);
            }
        }
    }
    assert_eq!(accepted + answered, 8);
    let torn = "select count(*) from delegations d join acceptances a on a.id = d.acceptance_id where d.days > (a.shown ->> 'asked_days')::integer";
    assert_eq!(world.database.count(torn).await, 0);
}

#[actix_web::test]
async fn accepting_and_withdrawing_at_the_same_moment_end_with_one_of_the_two() {
    let world = World::new().await;
    let (provider, customer) = (world.visits(HE_LIN).await, world.visits(ZHAO_MIN).await);
    for to in [None, Some(ZHAO_MIN.email())].into_iter().cycle().take(8) {
        let addressed = to.is_some();
        let offered = world.offers(Offer { to, ..Offer::default() }).await;
        let checked = decides(&comes_to(&customer, &offered).await).await;
        let withdraw = provider.opens(&format!("/invitations/{}/revocation", offered.id)).await.form_ending("/revocation");
        let (yes, no) = tokio::join!(checked.form_ending("/acceptance").sent(), withdraw.sent());
        let count = format!("select count(*) from acceptances where invitation_id = '{}'", offered.id);
        let state = format!("select count(*) from invitations where id = '{}' and state = 'revoked'", offered.id);
        match (yes.status.as_u16(), no.status.as_u16()) {
            // A standing one is withdrawn after the yes; an addressed one was spent by it.
            (303, 303) => assert!(!addressed && world.database.count(&count).await == 1 && world.database.count(&state).await == 1),
            (303, 409) => assert!(addressed && world.database.count(&count).await == 1 && world.database.count(&state).await == 0),
            (409, 303) => assert!(world.database.count(&count).await == 0 && world.database.count(&state).await == 1),
            other => panic!("{other:?}: {}\n{}", yes.told(), no.told()),
        }
    }
}
