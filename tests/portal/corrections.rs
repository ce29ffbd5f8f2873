//! Mails that came back: the inviter and the reseller see why, correct the address, and send again.

use mandate::links::Kind;

use crate::{
    browser::{Browser, Page},
    past::{ADDRESSED, FORWARD, Offer, STANDING},
    world::{CONTOSO, HE_LIN, LIN_TAO, OLGA_PETROVA, PAN_YU, World, ZHANG_WEI, ZHAO_MIN, ZHAO_YONG},
};

/// The mail server refuses every mail that waits.
async fn comes_back(world: &World, why: &str) {
    world.suddenly(&format!("update outbox set state = 'dead', attempts = 1, last_error = '{why}' where state = 'queued'")).await;
}

const REFUSED: &str = "refused: 550 5.1.1 no such user";

async fn corrects(browser: &Browser, path: &str) -> Page {
    browser.opens(path).await.answered(200).clicks("Correct the address and send again").await.answered(200)
}

/// UX-44: an addressed invitation gets its right address, and a new link.
#[actix_web::test]
async fn a_mail_that_came_back_is_shown_with_its_reason_and_sent_to_the_right_address() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    let offered = world.offers(Offer { to: Some("lin.tau@litware.example".to_owned()), ..Offer::default() }).await;
    let path = format!("/invitations/{}", offered.id);
    provider
        .posts_with_token(&format!("{path}/forwards/new"), &[("way", "mail"), ("note", "As we said on the phone.")])
        .await
        .answered(303);
    provider.opens("/invitations").await.does_not_see("Mail came back");
    let old = world.mail_to("lin.tau@litware.example").await.link;
    comes_back(&world, REFUSED).await;
    provider.opens("/invitations").await.sees("Mail came back");
    provider.opens(&path).await.sees("The mail to lin.tau@litware.example could not be delivered").sees("does not know this address");
    let page = corrects(&provider, &path).await.sees("550 5.1.1 no such user");
    let form = page.form_ending("/correction");
    assert_eq!(form.value("email"), Some("lin.tau@litware.example"), "what was typed is there to be corrected");
    for (name, value) in [("email", ""), ("email", "nobody"), ("email", "a@x.example,b@y.example"), ("domain", "no domain")] {
        let page = form.clone().with(name, value).sends().await.answered(422);
        assert!(page.has(&format!("#{name}-error")), "{name}={value}: {}", page.told());
    }
    form.clone().forged("days", "730").sends().await.answered(422);
    let page =
        form.clone().with("email", &LIN_TAO.email()).with("name", "Lin Tao").sends().await.answered(200).sees("The address is corrected");
    let page = page.sees(&LIN_TAO.email()).sees("Address of the invitation").does_not_see("could not be delivered");
    assert!(page.sees("lin.tau@litware.example").has("#ledger"), "the ledger keeps both");
    provider.opens("/invitations").await.does_not_see("Mail came back");

    let mail = world.mail_to(&LIN_TAO.email()).await.says("As we said on the phone.");
    assert_ne!(mail.link, old);
    world.somebody().opens(&old).await.answered(410);
    let customer = world.visits(LIN_TAO).await;
    let page = customer.opens(&mail.link).await.form_ending("/opening").sends().await.answered(200);
    page.form_ending("/check").ticks("agreement", "2026-11").sends().await.form_ending("/acceptance").sends().await.is_under("/receipts/");
    // The terms are what they were: the recipient is none of them.
    assert_eq!(world.database.count("select count(*) from invitations where revision = 1 and generation = 2").await, 1);
    // The button pressed again sends nothing.
    form.with("email", "third@litware.example").sends().await.answered(409);
    assert!(world.mails_to("third@litware.example").await.is_empty());
}

/// UX-44: a server that took a mail may send it back later, to a mailbox that only the operator's people read.
#[actix_web::test]
async fn a_mail_that_was_sent_and_came_back_later_is_noted_by_the_operator() {
    let world = World::with_a_past().await;
    let (contoso, operator) = (world.visits(ZHAO_YONG).await, world.visits(OLGA_PETROVA).await);
    let path = format!("/invitations/{STANDING}");
    let typed = [("way", "mail"), ("recipients", "late@litware.example"), ("note", "")];
    contoso.posts_with_token(&format!("{path}/forwards/new"), &typed).await.answered(303);
    operator.opens("/mail?q=late%40litware").await.does_not_see("It came back");
    world.suddenly("update outbox set state = 'sent', sent_at = now() where state = 'queued'").await;
    contoso.opens("/invitations").await.does_not_see("Mail came back");

    let button = operator.opens("/mail?q=late%40litware").await.form_ending("/return");
    button.clone().sends().await.answered(200).sees("Noted.");
    contoso.opens("/invitations").await.sees("Mail came back");
    corrects(&contoso, &path).await.sees("does not know this address");
    operator.opens("/mail?q=late%40litware").await.sees("sent it back later").does_not_see("It came back");
    button.sends().await.answered(409);
    // A mail that carried no invitation promises nothing to anybody.
    operator
        .opens("/mail?q=zhao.min%40fabrikam")
        .await
        .form_ending("/return")
        .sends()
        .await
        .answered(200)
        .sees("No invitation hangs on this mail");
    operator.opens("/audit?kind=mail-returned").await.sees("A mail came back: late@litware.example");
}

#[actix_web::test]
async fn a_reseller_corrects_its_own_forward_of_a_standing_invitation() {
    let world = World::with_a_past().await;
    let (contoso, provider) = (world.visits(ZHAO_YONG).await, world.visits(HE_LIN).await);
    let path = format!("/invitations/{STANDING}");
    let typed = [("way", "mail"), ("recipients", "wrong@litware.example"), ("note", "Greetings from Contoso")];
    contoso.posts_with_token(&format!("{path}/forwards/new"), &typed).await.answered(303);
    comes_back(&world, "postponed: 451 try later").await;
    contoso.opens("/invitations").await.sees("Mail came back");
    provider.opens("/invitations").await.sees("Mail came back");
    let seen = provider.opens(&path).await.sees("put the mail off again and again");
    assert!(!seen.links().iter().any(|href| href.ends_with("/correction")), "the forward is Contoso's: {}", seen.told());
    let form = corrects(&contoso, &path).await.form_ending("/correction");
    let action = form.action.clone();
    provider.opens(&action).await.answered(404);
    provider.posts_with_token(&action, &[("email", "it@litware.example")]).await.answered(404);
    form.with("email", "right@litware.example")
        .sends()
        .await
        .answered(200)
        .sees("right@litware.example")
        .does_not_see("could not be delivered");
    let mail = world.mail_to("right@litware.example").await.says("Greetings from Contoso").says("Contoso");
    world.somebody().opens(&mail.link).await.answered(200).sees("Contoso");
    contoso.opens("/invitations").await.does_not_see("Mail came back");
    // The link of a standing invitation stays for everybody else.
    world.somebody().opens(&world.path_of(Kind::Invitation, STANDING, 1)).await.answered(200);
    assert_eq!(world.database.count("select count(*) from forwards where corrects is not null").await, 1);
    assert_eq!(world.database.count("select count(*) from audit_events where kind = 'invitation-corrected'").await, 1);
}

/// UX-44 and D15: whom an addressed invitation is meant for is its inviter's to say; the reseller that passed it on asks for it, reads
/// the correction in its ledger, and it stays its forward.
#[actix_web::test]
async fn the_inviter_corrects_the_address_of_what_a_reseller_passed_on() {
    let world = World::new().await;
    let offered =
        world.offers(Offer { to: Some("lin.tau@litware.example".to_owned()), forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let (contoso, provider) = (world.visits(ZHAO_YONG).await, world.visits(HE_LIN).await);
    let path = format!("/invitations/{}", offered.id);
    let typed = [("way", "mail"), ("note", "Greetings from Contoso")];
    contoso.posts_with_token(&format!("{path}/forwards/new"), &typed).await.answered(303);
    let old = world.mail_to("lin.tau@litware.example").await.link;
    comes_back(&world, REFUSED).await;

    let asked = contoso.opens(&path).await.answered(200).clicks("Ask Northwind Traders to correct the address").await.answered(200);
    let asked = asked.sees("only Northwind Traders can change it").sees("could not be delivered");
    let asked = asked.sees("contact@northwind.example");
    contoso.posts_with_token(&asked.path, &[("email", &LIN_TAO.email())]).await.answered(403);

    provider.opens(&path).await.sees("The mail to lin.tau@litware.example could not be delivered");
    let form = corrects(&provider, &path).await.form_ending("/correction").with("email", &LIN_TAO.email());
    form.clone().sends().await.answered(200).sees("The address is corrected").does_not_see("could not be delivered");
    form.sends().await.answered(409);
    let mail = world.mail_to(&LIN_TAO.email()).await.says("Contoso").says("Greetings from Contoso");
    world.somebody().opens(&old).await.answered(410);
    let page = contoso.opens(&path).await.answered(200).sees(&LIN_TAO.email()).does_not_see("Ask Northwind Traders to correct");
    page.sees("corrected");
    contoso.opens("/invitations").await.does_not_see("Mail came back");
    provider.opens("/invitations").await.does_not_see("Mail came back");

    let page = world.visits(LIN_TAO).await.opens(&mail.link).await.answered(200).sees("Contoso").form_ending("/opening").sends().await;
    page.form_ending("/check").ticks("agreement", "2026-11").sends().await.form_ending("/acceptance").sends().await.is_under("/receipts/");
    assert!(world.letters_to(&ZHAO_YONG.email()).await.contains(&"invitation-accepted".to_owned()), "D15: who passed it on is told");
}

#[actix_web::test]
async fn only_what_came_back_is_corrected_and_only_by_those_who_sent_it() {
    let world = World::with_a_past().await;
    let provider = world.visits(HE_LIN).await;
    let to = [("email", "it@litware.example")];
    // It did not come back.
    world
        .visits(ZHAO_YONG)
        .await
        .posts_with_token(&format!("/invitations/{STANDING}/forwards/{FORWARD}/correction"), &to)
        .await
        .answered(409);
    provider.posts_with_token(&format!("/invitations/{ADDRESSED}/forwards/new"), &[("way", "mail")]).await.answered(303);
    comes_back(&world, REFUSED).await;
    let form = corrects(&provider, &format!("/invitations/{ADDRESSED}")).await.form_ending("/correction");
    for person in [PAN_YU, ZHAO_MIN, ZHAO_YONG] {
        let answer = if person.company == ZHAO_MIN.company { 403 } else { 404 };
        world.visits(person).await.posts_with_token(&form.action, &to).await.answered(answer);
    }
    // Tried anew by the operator, it has not come back any more.
    world.suddenly("update outbox set state = 'queued' where state = 'dead'").await;
    provider.opens(&form.action).await.answered(409);
    comes_back(&world, REFUSED).await;
    // Two colleagues at once: one of them sends.
    let other = world.visits(ZHANG_WEI).await.opens(&form.action).await.form_ending("/correction").with("email", "b@litware.example");
    let (one, two) = tokio::join!(form.clone().with("email", "a@litware.example").sent(), other.sent());
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409], "{}\n{}", one.told(), two.told());
    // What was withdrawn is sent nowhere.
    comes_back(&world, REFUSED).await;
    let page = corrects(&provider, &format!("/invitations/{ADDRESSED}")).await;
    world.suddenly(&format!("update invitations set state = 'revoked', state_since = now() where id = '{ADDRESSED}'")).await;
    page.form_ending("/correction").sends().await.answered(409);
}
