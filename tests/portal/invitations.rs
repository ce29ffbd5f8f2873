//! Invitations: a provider makes one, hands it over and takes it back; a reseller passes it on and never makes one.

use mandate::links::Kind;

use crate::{
    browser::{Browser, Page},
    past::{ADDRESSED, FORWARD, Offer, STANDING},
    sight::enters,
    world::{
        ADVENTURE_WORKS, CONTOSO, HE_LIN, HUANG_LAN, LIN_TAO, LIU_FANG, NORTHWIND, OLGA_PETROVA, PAN_YU, WANG_LEI, WINGTIP, WU_TAO, World,
        YE_QIU, ZHAO_MIN, ZHAO_YONG, ZHOU_JIE,
    },
};

const TO: &str = "it@litware.example";

/// From the list to the page that asks for the recipient.
async fn begins(browser: &Browser, kind: &str, asks: &[&str]) -> Page {
    let page = browser.opens("/invitations").await.form("/invitations/drafts").sends().await.answered(200);
    let page = page.form_ending("/kind").with("kind", kind).sends().await.answered(200);
    let form = page.form_ending("/services");
    asks.iter().fold(form, |form, ask| form.ticks("asks", ask)).sends().await.answered(200)
}

/// A standing invitation of that name, as its page shows it.
async fn makes_standing(browser: &Browser, label: &str, asks: &[&str]) -> Page {
    let page = begins(browser, "standing", asks).await;
    let page = page.form_ending("/recipient").with("label", label).sends().await.answered(200);
    let page = page.form_ending("/message").sends().await.answered(200).sees("Check your answers");
    page.form_ending("/creation").sends().await.answered(200).sees("The invitation is created")
}

/// An invitation to [`TO`], up to its check page.
async fn checks_addressed(browser: &Browser, asks: &[&str]) -> Page {
    let page = begins(browser, "addressed", asks).await;
    let page = page.form_ending("/recipient").with("email", TO).with("name", "Lin Tao").with("open_days", "30").sends().await;
    page.answered(200).form_ending("/message").sends().await.answered(200)
}

/// The path of the page, without its query.
fn path_of(page: &Page) -> String {
    page.path.split('?').next().unwrap().to_owned()
}

#[actix_web::test]
async fn a_provider_makes_a_standing_invitation_page_by_page() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    let page = makes_standing(&provider, "Spring in Shanghai", &["exchange-online/support", "azure/provisioning"]).await;
    let page = page.sees("Spring in Shanghai").sees("Exchange Online: Support").sees("Azure: Provisioning").sees("365 days");
    let link = page.attributes("#link", "value").remove(0);
    assert!(link.starts_with(&format!("{}/i/", world.portal.url)), "{link}");
    world.somebody().opens(link.trim_start_matches(&world.portal.url)).await.answered(200).sees("Northwind Traders");
    provider.opens("/invitations?state=open&kind=standing").await.sees("Spring in Shanghai");
    provider.opens("/invitations?state=paused").await.does_not_see("Spring in Shanghai");
    // D4, D6: no customer's data in it, and its terms are frozen.
    assert_eq!(world.database.count("select count(*) from invitations where recipient_email is null and frozen_at is not null").await, 1);
    assert_eq!(world.database.count("select count(*) from invitation_drafts").await, 0);
}

#[actix_web::test]
async fn going_back_loses_nothing_and_no_page_can_be_skipped() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    let page = provider.opens("/invitations").await.form("/invitations/drafts").sends().await;
    let draft = path_of(&page).trim_end_matches("/kind").to_owned();
    provider.opens(&format!("{draft}/check")).await.is_at(&format!("{draft}/kind"));
    page.form_ending("/kind").with("kind", "standing").sends().await.is_at(&format!("{draft}/services"));
    provider.opens(&format!("{draft}/message")).await.is_at(&format!("{draft}/services"));
    // Even what is wrong is kept.
    let page = provider.opens(&format!("{draft}/services")).await;
    let page = page.form_ending("/services").ticks("asks", "teams/support").with("days", "9999").pressing("go", "back").sends().await;
    page.is_at(&format!("{draft}/kind"));
    let page = provider.opens(&format!("{draft}/services")).await;
    assert_eq!(page.attributes("#days", "value"), ["9999"]);
    assert!(page.has("input[value='teams/support'][checked]"), "{}", page.told());
    provider.opens("/invitations").await.sees("Your drafts");
    // A draft is its writer's own.
    world.visits(LIU_FANG).await.opens(&format!("{draft}/kind")).await.answered(404);
}

#[actix_web::test]
async fn every_page_tells_what_is_wrong() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    let page = provider.opens("/invitations").await.form("/invitations/drafts").sends().await;
    page.form_ending("/kind").sends().await.answered(422).form_ending("/kind").forged("kind", "both").sends().await.answered(422);
    let page = page.form_ending("/kind").with("kind", "addressed").sends().await.answered(200);
    let form = page.form_ending("/services");
    for (name, value) in [
        ("days", "0"),
        ("days", "731"),
        ("days", "many"),
        ("asks", "fax/support"),
        ("holder", &*ZHAO_MIN.company.id().to_string()),
        ("holder", "nobody"),
        ("holder", &*PAN_YU.company.id().to_string()),
    ] {
        let page = form.clone().forged(name, value).sends().await.answered(422);
        assert!(page.has(".error-summary"), "{name}={value}: {}", page.told());
    }
    let page = form.with("holder", &CONTOSO.id().to_string()).sends().await.answered(200);
    let form = page.form_ending("/recipient");
    for (name, value) in [
        ("email", ""),
        ("email", "nobody"),
        ("email", "a@b.example,c@d.example"),
        ("name", &*"名".repeat(201)),
        ("domain", "not a domain"),
        ("open_days", ""),
        ("open_days", "0"),
    ] {
        let page = form.clone().with("email", TO).with(name, value).sends().await.answered(422);
        assert!(page.has(&format!("#{name}-error")), "{name}={value}: {}", page.told());
    }
    form.clone().with("email", TO).forged("inviter_id", &PAN_YU.company.id().to_string()).sends().await.answered(422);
    let page = form.with("email", TO).sends().await.answered(200);
    page.form_ending("/message").with("first", &"x".repeat(2001)).sends().await.answered(422);
}

#[actix_web::test]
async fn a_sales_agent_asks_for_a_relationship_and_for_nothing_else() {
    let world = World::new().await;
    let sales = world.visits(LIU_FANG).await;
    let page = sales.opens("/invitations").await.form("/invitations/drafts").sends().await;
    let page =
        page.form_ending("/kind").with("kind", "standing").sends().await.answered(200).sees("You can ask for the relationship alone");
    let page = page.form_ending("/services").forged("asks", "azure/support").sends().await.answered(422).sees("needs an admin agent");
    page.form_ending("/services").clears("asks").sends().await.answered(200);
    let page = sales.opens("/invitations").await.form("/invitations/drafts").sends().await;
    let page = page.form_ending("/kind").with("kind", "standing").sends().await;
    let page = page.form_ending("/services").sends().await.answered(200);
    let page = page.form_ending("/recipient").with("label", "Relationship alone").sends().await;
    let page = page.form_ending("/message").sends().await;
    page.form_ending("/creation").sends().await.answered(200).sees("Nothing: the relationship alone");
    assert_eq!(world.database.count("select count(*) from invitation_services").await, 0);
}

#[actix_web::test]
async fn d1_a_reseller_never_makes_an_invitation_whatever_it_posts() {
    let world = World::with_a_past().await;
    let before = world.database.count("select count(*) from invitations").await;
    for person in [HUANG_LAN, ZHAO_YONG, WANG_LEI, ZHAO_MIN] {
        let browser = world.visits(person).await;
        assert!(!browser.opens("/invitations").await.has_form("/invitations/drafts"), "{}", person.name);
        browser.posts_with_token("/invitations/drafts", &[]).await.answered(403);
        browser
            .posts_with_token("/invitations/drafts", &[("role", "provider"), ("provider_id", &NORTHWIND.id().to_string())])
            .await
            .answered(403);
        let draft = format!("/invitations/drafts/{}", crate::past::DRAFT);
        browser.posts_with_token(&format!("{draft}/creation"), &[("send", "portal")]).await.answered(403);
        for verb in ["pause", "rotation", "revocation"] {
            browser.posts_with_token(&format!("/invitations/{STANDING}/{verb}"), &[]).await.answered(403);
        }
    }
    assert_eq!(world.database.count("select count(*) from invitations").await, before);
    assert_eq!(world.database.count("select count(*) from invitation_drafts").await, 1);
    world.visits(HUANG_LAN).await.opens("/invitations").await.sees("Only providers create");
}

#[actix_web::test]
async fn d2_a_reseller_passes_on_what_it_was_handed_and_only_while_it_is() {
    let world = World::with_a_past().await;
    let path = format!("/invitations/{STANDING}");
    let way = [("way", "mail"), ("recipients", TO), ("note", "")];
    // Adventure Works was not handed it.
    let works = world.visits(ZHOU_JIE).await;
    works.opens(&path).await.answered(404);
    works.posts_with_token(&format!("{path}/forwards/new"), &way).await.answered(404);

    let contoso = world.visits(ZHAO_YONG).await;
    let page = contoso.opens("/invitations").await.sees("Everybody in spring").opens(&path).await.sees("Northwind Traders");
    let page = page.clicks("Forward").await.answered(200);
    let two = format!("{TO}\nZhao Min <zhao.min@fabrikam.example>");
    let page = page.form_ending("/forwards/new").with("recipients", &two).with("note", "From your friends at Contoso").sends().await;
    page.answered(200).sees("It is on its way").sees("Waiting to be sent").sees("Zhao Min");
    assert_eq!(world.database.count("select count(*) from forwards where way = 'mail' and outbox_id is not null").await, 2);
    let mail = world.mail_to(TO).await.says("From your friends at Contoso").says("Contoso");
    let other = world.mail_to("zhao.min@fabrikam.example").await;
    assert_ne!(mail.link, other.link, "each forward has a link of its own");
    world.somebody().opens(&mail.link).await.answered(200).sees("Northwind Traders").sees("Contoso");
    // The provider sees it in its ledger, and what became of the mail.
    world.visits(HE_LIN).await.opens(&path).await.sees(TO).sees("Waiting to be sent").sees("Contoso");
    // A helpdesk agent looks on.
    world.visits(WU_TAO).await.posts_with_token(&format!("{path}/forwards/new"), &way).await.answered(403);

    let open = contoso.opens(&format!("{path}/forwards/new")).await;
    world.visits(HUANG_LAN).await.posts_with_token(&format!("/partnerships/{}/ending", crate::past::PARTNERSHIP), &[]).await.answered(303);
    open.form_ending("/forwards/new").with("recipients", "new@litware.example").sends().await.answered(404);
    contoso.opens(&path).await.answered(200).sees("You do not have it in your hands now").does_not_see("A word of welcome");
    assert_eq!(world.database.count("select count(*) from forwards where recipient_email = 'new@litware.example'").await, 0);
}

/// D2: what a reseller sees of the mail before it forwards has no link that works: none leaves the ledger's sight.
#[actix_web::test]
async fn d2_a_resellers_preview_gives_away_no_link() {
    let world = World::with_a_past().await;
    let path = format!("/invitations/{STANDING}");
    let contoso = world.visits(ZHAO_YONG).await;
    for page in [format!("{path}/mail"), format!("{path}/mail/html")] {
        let shown = contoso.opens(&page).await.answered(200);
        let start = shown.html.find("/i/").expect("it shows where the link will be");
        let token: String = shown.html[start..].chars().take_while(|c| c.is_ascii_alphanumeric() || "/-_".contains(*c)).collect();
        world.somebody().opens(&token).await.answered(404);
    }
    world.visits(HUANG_LAN).await.posts_with_token(&format!("/partnerships/{}/ending", crate::past::PARTNERSHIP), &[]).await.answered(303);
    for page in ["mail", "mail/html", "recipient-view"] {
        contoso.opens(&format!("{path}/{page}")).await.answered(404);
    }
    contoso.opens(&format!("{path}/forwards/{}", crate::past::FORWARD)).await.answered(404);
}

#[actix_web::test]
async fn handing_over_to_nobody_is_told_beside_the_choice() {
    let world = World::with_a_past().await;
    let path = format!("/invitations/{STANDING}");
    let provider = world.visits(HE_LIN).await;
    let form = provider.opens(&path).await.form_ending("/handouts");
    form.clone().sends().await.answered(422).sees("Choose at least one reseller").sees("Everybody in spring");
    let stranger = provider.posts_with_token(&format!("{path}/handouts"), &[("resellers", &WINGTIP.id().to_string())]).await;
    stranger.answered(422).sees("Everybody in spring");
    provider.posts_with_token(&format!("{path}/handouts"), &[("resellers", "nonsense")]).await.answered(422);
}

#[actix_web::test]
async fn d2_what_was_taken_back_is_not_there_any_more() {
    let world = World::with_a_past().await;
    let path = format!("/invitations/{STANDING}");
    let (provider, contoso, works) = (world.visits(HE_LIN).await, world.visits(ZHAO_YONG).await, world.visits(ZHOU_JIE).await);
    let page = provider.opens(&path).await;
    let page = page.form_ending("/handouts").ticks("resellers", &ADVENTURE_WORKS.id().to_string()).sends().await.sees("Handed over");
    assert!(world.letters_to(&ZHOU_JIE.email()).await.contains(&"invitation-handed-over".to_owned()));
    works.opens(&path).await.answered(200).sees("Everybody in spring");
    page.form_ending(&format!("{}/removal", CONTOSO.id())).sends().await.answered(200).sees("Taken back");
    contoso.opens(&path).await.answered(200).sees("You do not have it in your hands now").does_not_see("A word of welcome");
    contoso.posts_with_token(&format!("{path}/forwards/new"), &[("way", "link")]).await.answered(404);
    contoso.opens("/invitations").await.does_not_see("Everybody in spring");
    // A reseller hands nothing over, and nobody hands over to strangers.
    works.posts_with_token(&format!("{path}/handouts"), &[("resellers", &CONTOSO.id().to_string())]).await.answered(403);
    provider.posts_with_token(&format!("{path}/handouts"), &[("resellers", &PAN_YU.company.id().to_string())]).await.answered(422);
}

#[actix_web::test]
async fn d3_both_paragraphs_may_go_and_the_link_stays() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    let page = checks_addressed(&provider, &["azure/support"]).await;
    let page = page.sees("would like to work for your organization");
    let draft = path_of(&page).trim_end_matches("/check").to_owned();
    let form = provider.opens(&format!("{draft}/message")).await.form_ending("/message");
    form.clone().forged("link", "https://evil.example/").sends().await.answered(422);
    let page = form.with("first", "").with("second", "").sends().await.is_at(&format!("{draft}/check"));
    let page = page.does_not_see("would like to work");
    let text = page.all(".paper").remove(0);
    let link = text.split_whitespace().find(|word| word.starts_with(&world.portal.url)).expect("the link is in the mail").to_owned();
    page.form_ending("/creation").pressing("send", "portal").sends().await.answered(200).sees("on its way");
    let mail = world.mail_to(TO).await;
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(squeezed(&mail.text), squeezed(&text), "what was shown is what is sent");
    assert_eq!(format!("{}{}", world.portal.url, mail.link), link);
    world.somebody().opens(&mail.link).await.answered(200);
}

#[actix_web::test]
async fn paragraphs_that_nobody_changed_follow_the_language() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    let page = checks_addressed(&provider, &[]).await;
    let draft = path_of(&page).trim_end_matches("/check").to_owned();
    let form = provider.opens(&format!("{draft}/message")).await.form_ending("/message");
    let page = form.with("language", "zh-CN").with("second", "Written by hand.").pressing("go", "stay").sends().await;
    let form = page.is_at(&format!("{draft}/message")).form_ending("/message");
    assert!(form.value("first").unwrap().contains("世纪互联"));
    assert_eq!(form.value("second"), Some("Written by hand."));
}

#[actix_web::test]
async fn d4_an_addressed_invitation_goes_to_its_address_alone_and_gets_a_new_link_when_sent_again() {
    let world = World::with_a_past().await;
    let provider = world.visits(HE_LIN).await;
    let path = format!("/invitations/{ADDRESSED}");
    let first =
        provider.posts_with_token(&format!("{path}/forwards/new"), &[("way", "mail"), ("recipients", "other@litware.example")]).await;
    first.answered(303);
    assert!(world.mails_to("other@litware.example").await.is_empty());
    let old = world.mail_to("it@newcomer.example").await.link;
    world.somebody().opens(&old).await.answered(200);
    let page = provider.opens(&format!("{path}/forwards/new")).await.sees("gives the invitation a new link");
    page.form_ending("/forwards/new").sends().await.answered(200);
    let new = world.mail_to("it@newcomer.example").await.link;
    assert_ne!(old, new);
    world.somebody().opens(&new).await.answered(200).sees("Northwind");
    world.somebody().opens(&old).await.answered(410).sees("replaced by a newer one");
}

#[actix_web::test]
async fn d5_a_suspended_organization_can_do_none_of_it() {
    let world = World::with_a_past().await;
    let suspended = world.visits(YE_QIU).await;
    for path in ["/invitations/drafts", "/partnerships/new"] {
        suspended.posts_with_token(path, &[("email", TO)]).await.answered(403).sees("suspended");
    }
    assert!(!suspended.opens("/invitations").await.answered(200).has_form("/invitations/drafts"));
    let contoso = world.visits(ZHAO_YONG).await;
    let suspend = format!(
        "update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'Unpaid.' where id = '{}'",
        NORTHWIND.id()
    );
    world.database.connect().await.batch_execute(&suspend).await.unwrap();
    let provider = world.visits(HE_LIN).await;
    for verb in ["pause", "rotation", "revocation", "handouts", "forwards/new"] {
        provider.posts_with_token(&format!("/invitations/{STANDING}/{verb}"), &[("way", "link")]).await.answered(403);
    }
    let page = contoso.opens(&format!("/invitations/{STANDING}")).await.sees("The provider is suspended");
    assert!(!page.links().iter().any(|href| href.ends_with("/forwards/new")), "{}", page.told());
    contoso.posts_with_token(&format!("/invitations/{STANDING}/forwards/new"), &[("way", "link")]).await.answered(409);
}

#[actix_web::test]
async fn d6_nothing_changes_the_terms_of_an_invitation_that_exists() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    let page = makes_standing(&provider, "Frozen", &["azure/support"]).await;
    let path = path_of(&page);
    let id = path.rsplit('/').next().unwrap().to_owned();
    // The draft is gone: its pages are, and its button pressed again makes nothing.
    provider.opens(&format!("/invitations/drafts/{id}/services")).await.answered(404);
    provider.posts_with_token(&format!("/invitations/drafts/{id}/services"), &[("days", "730")]).await.answered(404);
    provider.posts_with_token(&format!("/invitations/drafts/{id}/creation"), &[]).await.answered(303);
    assert_eq!(world.database.count("select count(*) from invitations").await, 1);
    let portal = enters(&world, HE_LIN, None, false).await;
    let widen = format!("insert into invitation_services (invitation_id, service, purpose) values ('{id}', 'azure', 'provisioning')");
    assert!(portal.batch_execute(&widen).await.is_err(), "the database refuses to ask for more as well");
}

#[actix_web::test]
async fn pausing_rotating_and_withdrawing_do_what_they_say() {
    let world = World::with_a_past().await;
    let provider = world.visits(HE_LIN).await;
    let path = format!("/invitations/{STANDING}");
    let link = world.path_of(Kind::Invitation, STANDING, 1);
    let somebody = world.somebody();
    somebody.opens(&link).await.answered(200);
    let page = provider.opens(&path).await.form_ending("/pause").sends().await.answered(200).sees("Paused");
    page.form_ending("/resumption").sends().await.answered(200).sees("open again");
    provider.posts_with_token(&format!("{path}/resumption"), &[]).await.answered(409);
    provider.opens(&path).await.form_ending("/rotation").sends().await.answered(200).sees("new link");
    somebody.opens(&link).await.answered(410);
    somebody.opens(&world.path_of(Kind::Invitation, STANDING, 2)).await.answered(200);
    let page = provider.opens(&path).await.clicks("Withdraw invitation").await.answered(200).sees("Contoso");
    page.form_ending("/revocation").sends().await.answered(200).sees("Withdrawn");
    assert!(world.letters_to(&HUANG_LAN.email()).await.contains(&"invitation-revoked".to_owned()), "UX-20");
    provider.posts_with_token(&format!("{path}/revocation"), &[]).await.answered(409);
    world.visits(ZHAO_YONG).await.opens(&path).await.answered(200).sees("Withdrawn");
}

/// UX-20: a link that somebody passed on does not rest, die or come to life behind their back.
#[actix_web::test]
async fn whoever_has_an_invitation_or_passed_it_on_is_told_what_becomes_of_its_links() {
    let world = World::with_a_past().await;
    let provider = world.visits(HE_LIN).await;
    let path = format!("/invitations/{STANDING}");
    let told = async |times: i64, says: &str| {
        for person in [ZHAO_YONG, HUANG_LAN] {
            assert_eq!(world.count_letters_to(&person.email(), "invitation-link-changed").await, times, "{}", person.name);
        }
        let all = "select count(*) from outbox where letter->>'letter' = 'invitation-link-changed'";
        let contosos = format!("{all} and org_id = '{}'", CONTOSO.id());
        assert_eq!(world.database.count(all).await, world.database.count(&contosos).await, "neither who did it nor who has not got it");
        world.mail_to(&ZHAO_YONG.email()).await.says(says).says("Everybody in spring").says("Northwind Traders");
    };
    provider.posts_with_token(&format!("{path}/pause"), &[]).await.answered(303);
    told(1, "has paused an invitation").await;
    provider.posts_with_token(&format!("{path}/pause"), &[]).await.answered(409);
    told(1, "has paused an invitation").await;
    provider.posts_with_token(&format!("{path}/resumption"), &[]).await.answered(303);
    told(2, "works again").await;
    provider.posts_with_token(&format!("{path}/rotation"), &[]).await.answered(303);
    told(3, "those that you passed on included").await;

    let removal = format!("{path}/handouts/{}/removal", CONTOSO.id());
    provider.posts_with_token(&removal, &[]).await.answered(303);
    let mail = world.mail_to(&ZHAO_YONG.email()).await.says("Northwind Traders has taken back an invitation").says("Everybody in spring");
    world.visits(ZHAO_YONG).await.opens(&mail.link).await.answered(200).does_not_see("Everybody in spring");
    provider.posts_with_token(&removal, &[]).await.answered(404);
    assert_eq!(world.count_letters_to(&HUANG_LAN.email(), "invitation-taken-back").await, 1, "once");
    assert_eq!(world.count_letters_to(&ZHOU_JIE.email(), "invitation-taken-back").await, 0, "it never had it");
    // What it passed on is its own still, and dies again.
    provider.posts_with_token(&format!("{path}/rotation"), &[]).await.answered(303);
    told(4, "All earlier links have stopped working").await;
}

/// UX-20: each letter about an invitation leads whoever gets it to a page that it can open, although it has it in hands no more.
#[actix_web::test]
async fn every_letter_about_an_invitation_leads_its_reader_to_a_page_that_opens() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let (provider, olga) = (world.visits(HE_LIN).await, world.visits(OLGA_PETROVA).await);
    let (path, review) = (format!("/invitations/{}", offered.id), format!("/review/invitations/{}", offered.id));
    let declining = world.visits(LIN_TAO).await;
    declining.opens(&offered.link).await.form_ending("/opening").sends().await.answered(200);
    provider.posts_with_token(&format!("{path}/handouts/{}/removal", CONTOSO.id()), &[]).await.answered(303);
    declining.posts_with_token(&format!("/received/{}/decline", offered.id), &[("reason", "")]).await.answered(303);
    for verb in ["pause", "resumption", "rotation"] {
        provider.posts_with_token(&format!("{path}/{verb}"), &[]).await.answered(303);
    }
    for verb in ["stop", "lifting"] {
        olga.posts_with_token(&format!("{review}/{verb}"), &[("reason", "We looked into it.")]).await.answered(303);
    }
    provider.posts_with_token(&format!("{path}/revocation"), &[]).await.answered(303);

    for reader in [ZHAO_YONG, HUANG_LAN, HE_LIN] {
        let browser = world.visits(reader).await;
        for mail in world.mails_to(&reader.email()).await {
            browser.opens(&mail.link).await.answered(200);
        }
    }
    let kinds = world.letters_to(&ZHAO_YONG.email()).await;
    for kind in ["invitation-declined", "invitation-link-changed", "invitation-stopped", "invitation-stop-lifted", "invitation-revoked"] {
        assert!(kinds.iter().any(|known| known == kind), "{kind}: {kinds:?}");
    }
    // It reads what it passed on itself, and nothing of the terms (D2).
    let page = world.visits(ZHAO_YONG).await.opens(&path).await.sees("An invitation of Northwind Traders that you passed on");
    page.sees("Contoso").does_not_see("In our own words.").does_not_see("Exchange Online");
    world.visits(ZHOU_JIE).await.opens(&path).await.answered(404);
}

#[actix_web::test]
async fn a_list_of_recipients_is_checked_line_by_line() {
    let world = World::with_a_past().await;
    let contoso = world.visits(ZHAO_YONG).await;
    let form = contoso.opens(&format!("/invitations/{STANDING}/forwards/new")).await.form_ending("/forwards/new");
    let typed = "a@litware.example\nnobody\n\nb@\n";
    let page = form.clone().with("recipients", typed).sends().await.answered(422).sees("Correct line 2").sees("Correct line 4");
    assert_eq!(page.form_ending("/forwards/new").value("recipients").unwrap().trim_end(), typed.trim_end());
    form.clone().sends().await.answered(422).sees("at least one recipient");
    let many: String = (0..51).map(|n| format!("u{n}@litware.example\n")).collect();
    form.clone().with("recipients", &many).sends().await.answered(422).sees("50");
    assert_eq!(world.database.count("select count(*) from outbox where letter->>'letter' = 'invitation'").await, 0);
    // One address gets only so many of these mails in a day, whoever sends them.
    for _ in 0..5 {
        form.clone().with("recipients", TO).sends().await.answered(200);
    }
    form.with("recipients", TO).sends().await.answered(429).sees("limit");
    assert_eq!(world.mails_to(TO).await.len(), 5);
}

#[actix_web::test]
async fn whoever_sends_it_themselves_takes_text_and_link_along() {
    let world = World::with_a_past().await;
    let contoso = world.visits(ZHAO_YONG).await;
    let form = contoso.opens(&format!("/invitations/{STANDING}/forwards/new")).await.form_ending("/forwards/new");
    let page = form.with("way", "text").with("recipients", TO).with("note", "<b>Dear Lin</b>").sends().await.answered(200);
    let link = page.attributes("#link", "value").remove(0);
    let text = page.all("#body").remove(0);
    assert!(text.contains(&link) && text.contains("<b>Dear Lin</b>"), "{text}");
    assert_eq!(world.database.count("select count(*) from outbox where letter->>'letter' = 'invitation'").await, 0, "prepared, not sent");
    let path = page.path.clone();
    // The link of a forward is for those who made it.
    world.visits(HE_LIN).await.opens(&path).await.answered(404);
    world.visits(HE_LIN).await.opens(&format!("/invitations/{STANDING}/forwards/{FORWARD}")).await.answered(404);
}

#[actix_web::test]
async fn looking_at_mail_and_page_as_the_recipient_changes_nothing() {
    let world = World::with_a_past().await;
    let before = world.database.fingerprint().await;
    for person in [HE_LIN, ZHAO_YONG] {
        let browser = world.visits(person).await;
        let path = format!("/invitations/{STANDING}");
        browser.opens(&format!("{path}/mail")).await.answered(200).sees("A word of welcome.");
        let html = browser.opens(&format!("{path}/mail/html")).await.answered(200);
        assert!(html.header("content-security-policy").contains("sandbox"));
        let shown = browser.opens(&format!("{path}/recipient-view")).await.answered(200).sees("nothing can be accepted");
        shown.sees("asks to be your cloud solution provider").sees("A word of welcome.").does_not_see("Continue to your decision");
    }
    let after = world.database.fingerprint().await;
    let changed: Vec<_> = before.iter().zip(&after).filter(|(before, after)| before != after).map(|(before, _)| before.0.clone()).collect();
    assert!(
        changed.iter().all(|table| ["sessions", "audit_events", "audit_heads", "audit_concerned", "attempts"].contains(&table.as_str())),
        "{changed:?}"
    );
}

#[actix_web::test]
async fn another_provider_finds_nothing_of_it() {
    let world = World::with_a_past().await;
    let stranger = world.visits(PAN_YU).await;
    for path in ["", "/mail", "/mail/html", "/recipient-view", "/revocation", "/forwards/new"] {
        stranger.opens(&format!("/invitations/{STANDING}{path}")).await.answered(404);
    }
    for verb in ["pause", "resumption", "rotation", "revocation", "handouts"] {
        stranger.posts_with_token(&format!("/invitations/{STANDING}/{verb}"), &[]).await.answered(404);
    }
    stranger.opens("/invitations").await.answered(200).does_not_see("Everybody in spring");
}

#[actix_web::test]
async fn a_second_invitation_to_the_same_customer_is_made_knowingly() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    let page = checks_addressed(&provider, &[]).await;
    page.form_ending("/creation").pressing("send", "self").sends().await.answered(200).sees("Lin Tao");
    let page = checks_addressed(&provider, &[]).await.sees("may have something from you already");
    let page = page.form_ending("/creation").pressing("send", "self").sends().await.answered(422);
    assert_eq!(world.database.count("select count(*) from invitations").await, 1);
    page.form_ending("/creation").ticks("anyway", "yes").pressing("send", "self").sends().await.answered(200);
    assert_eq!(world.database.count("select count(*) from invitations").await, 2);
}
