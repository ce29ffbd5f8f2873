//! Reminders: sent when they are due, once, with the link of the last sending, and never to whoever has answered or does not want them.

use std::time::Duration;

use chrono::{TimeDelta, Utc};
use mandate::{
    db::{Asker, Db, Pool},
    invitations,
    links::Kind,
    notices::{self, Mailer},
};
use tokio::sync::watch;
use uuid::Uuid;

use crate::{
    browser::Browser,
    past::{ADDRESSED, Offer, Offered, STANDING},
    world::{CONTOSO, HE_LIN, LIN_TAO, LIU_FANG, NORTHWIND, OLGA_PETROVA, PAN_YU, PROSEWARE, WANG_LEI, World, ZHAO_YONG},
};

const TO: &str = "it@litware.example";

fn db(world: &World) -> Db {
    Db::new(Pool::new(world.database.url(), 4).unwrap(), Asker::System, None)
}

/// The job runs so many days from now, until it has nothing more to look at.
async fn reminds(world: &World, days: f64) {
    let now = Utc::now() + TimeDelta::minutes((days * 24.0 * 60.0) as i64);
    let db = db(world);
    while invitations::jobs::remind(&db, now).await.unwrap() > 0 {}
}

/// An addressed invitation that a partner has sent, and whose mail has arrived; the link in it.
async fn sends(world: &World, by: &Browser, offer: Offer) -> (Offered, String) {
    let to = offer.to.clone().expect("an address");
    let offered = world.offers(offer).await;
    by.posts_with_token(&format!("/invitations/{}/forwards/new", offered.id), &[("way", "mail")]).await.answered(303);
    world.suddenly("update outbox set state = 'sent', sent_at = now() where state = 'queued' and letter->>'letter' = 'invitation'").await;
    let link = world.mails_to(&to).await.into_iter().find(|mail| mail.kind == "invitation").expect("it was sent").link;
    (offered, link)
}

fn to_litware() -> Offer {
    Offer { to: Some(TO.to_owned()), ..Offer::default() }
}

async fn count(world: &World) -> i64 {
    let letters = world.database.count("select count(*) from outbox where letter->>'letter' = 'invitation-reminder'").await;
    assert_eq!(world.database.count("select count(*) from invitation_reminders").await, letters, "each has its letter");
    letters
}

/// UX-42: after 3 and 7 days, and 3 days before the end.
#[actix_web::test]
async fn a_recipient_who_does_not_answer_is_reminded_three_times_with_the_same_link() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    let (offered, link) = sends(&world, &provider, to_litware()).await;
    provider.opens(&format!("/invitations/{}", offered.id)).await.sees("Reminders").sees("The next one is sent");
    for (day, sent) in
        [(0.5, 0), (2.9, 0), (3.1, 1), (3.2, 1), (4.5, 1), (7.2, 2), (9.0, 2), (26.0, 2), (27.1, 3), (29.0, 3), (31.0, 3), (60.0, 3)]
    {
        reminds(&world, day).await;
        assert_eq!(count(&world).await, sent, "day {day}");
    }
    let mail = world.mail_to(TO).await.says("Reminder: the invitation of Northwind Traders").says("Exchange Online").says("365 days");
    assert_eq!((mail.kind.as_str(), &mail.link), ("invitation-reminder", &link));
    world.somebody().opens(&mail.link).await.answered(200).sees("Northwind Traders");
    let page = provider.opens(&format!("/invitations/{}", offered.id)).await;
    page.sees("it@litware.example was reminded").sees("3 days after sending").sees("7 days after sending").sees("3 days before the end");
    assert_eq!(world.database.count("select count(*) from audit_events where kind = 'invitation-reminded'").await, 3);
    assert_eq!(world.database.count("select count(*) from audit_breaks()").await, 0);
}

/// UX-44: a reminder that comes back says the same of the address as the mail would have, and nobody is reminded there again.
#[actix_web::test]
async fn a_reminder_that_comes_back_ends_the_reminding() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    let (offered, _) = sends(&world, &provider, to_litware()).await;
    reminds(&world, 3.1).await;
    assert_eq!(count(&world).await, 1);
    world.suddenly("update outbox set state = 'sent', sent_at = now() where state = 'queued'").await;
    let operator = world.visits(OLGA_PETROVA).await;
    let reminder: Vec<_> =
        operator.opens("/mail?q=it%40litware").await.actions().into_iter().filter(|at| at.ends_with("/return")).collect();
    let letter = world
        .database
        .connect()
        .await
        .query_one("select outbox_id::text from invitation_reminders", &[])
        .await
        .unwrap()
        .get::<_, String>(0);
    let own = reminder.iter().find(|at| at.contains(&letter)).expect("the reminder has its button");
    operator.posts_with_token(own, &[]).await.answered(303);
    provider.opens("/invitations").await.sees("Mail came back");
    provider.opens(&format!("/invitations/{}", offered.id)).await.sees("could not be delivered");
    reminds(&world, 7.5).await;
    assert_eq!(count(&world).await, 1);
}

#[actix_web::test]
async fn what_the_preview_shows_is_what_is_sent() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    let (offered, _) = sends(&world, &provider, to_litware()).await;
    let page = provider.opens(&format!("/invitations/{}", offered.id)).await.clicks("Preview the reminder").await.answered(200);
    reminds(&world, 3.1).await;
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(squeezed(&page.all(".paper").remove(0)), squeezed(&world.mail_to(TO).await.text));
    let html = provider.opens(&format!("/invitations/{}/reminders/html", offered.id)).await.answered(200);
    assert!(html.header("content-security-policy").contains("sandbox"));
    // A standing invitation has none, and nobody else looks.
    let past = World::with_a_past().await;
    past.visits(HE_LIN).await.opens(&format!("/invitations/{STANDING}/reminders")).await.answered(404);
    past.visits(PAN_YU).await.opens(&format!("/invitations/{ADDRESSED}/reminders")).await.answered(404);
    past.visits(PAN_YU).await.posts_with_token(&format!("/invitations/{ADDRESSED}/reminders"), &[("reminders", "off")]).await.answered(404);
    for (person, answer) in [(WANG_LEI, 403), (ZHAO_YONG, 403), (LIU_FANG, 303)] {
        let browser = past.visits(person).await;
        browser.posts_with_token(&format!("/invitations/{ADDRESSED}/reminders"), &[("reminders", "off")]).await.answered(answer);
    }
    past.visits(HE_LIN)
        .await
        .posts_with_token(&format!("/invitations/{ADDRESSED}/reminders"), &[("reminders", "often")])
        .await
        .answered(422);
}

#[actix_web::test]
async fn nobody_is_reminded_of_what_is_over_or_was_not_sent() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    for over in [
        "state = 'accepted'",
        "state = 'declined'",
        "state = 'revoked'",
        "expires_at = now() - interval '1 second'",
        // Another link is alive by now: the one in the mail is dead.
        "generation = 2",
        // It is meant for somebody else by now.
        "recipient_email = 'other@litware.example'",
    ] {
        let (offered, _) = sends(&world, &provider, to_litware()).await;
        world.suddenly(&format!("update invitations set {over} where id = '{}'", offered.id)).await;
        world.suddenly("delete from attempts").await;
    }
    // Neither sent nor delivered; a standing one; sent by oneself.
    world.offers(to_litware()).await;
    let standing = world.offers(Offer::default()).await;
    provider
        .posts_with_token(&format!("/invitations/{}/forwards/new", standing.id), &[("way", "mail"), ("recipients", TO)])
        .await
        .answered(303);
    world.suddenly("update outbox set state = 'sent', sent_at = now() where state = 'queued'").await;
    for state in ["dead", "queued"] {
        let (offered, _) = sends(&world, &provider, to_litware()).await;
        let back = format!("update outbox set state = '{state}', sent_at = null where letter->>'invitation' = '{}'", offered.id);
        world.suddenly(&back).await;
        world.suddenly("delete from attempts").await;
    }
    let own = world.offers(to_litware()).await;
    provider.posts_with_token(&format!("/invitations/{}/forwards/new", own.id), &[("way", "text")]).await.answered(303);
    for day in [3.1, 7.1, 27.1] {
        reminds(&world, day).await;
    }
    assert_eq!(count(&world).await, 0);
}

#[actix_web::test]
async fn the_inviter_switches_reminders_off_and_on() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    let (offered, _) = sends(&world, &provider, to_litware()).await;
    let path = format!("/invitations/{}", offered.id);
    let page = provider.opens(&path).await.form_ending("/reminders").sends().await.answered(200).sees("No more reminders are sent");
    page.sees("switched off");
    reminds(&world, 3.1).await;
    assert_eq!(count(&world).await, 0);
    provider.opens(&path).await.form_ending("/reminders").sends().await.answered(200).sees("Reminders are sent for this invitation");
    reminds(&world, 3.2).await;
    assert_eq!(count(&world).await, 1);
    // What was answered has none to switch.
    world.suddenly(&format!("update invitations set state = 'revoked' where id = '{}'", offered.id)).await;
    provider.posts_with_token(&format!("{path}/reminders"), &[("reminders", "off")]).await.answered(409);
}

#[actix_web::test]
async fn d5_a_suspended_partner_reminds_nobody_until_it_is_reinstated() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    sends(&world, &provider, to_litware()).await;
    let operator = world.visits(OLGA_PETROVA).await;
    let page = operator.opens(&format!("/organizations/{}/suspension", NORTHWIND.id())).await;
    page.form_ending("/suspension").with("reason", "Unpaid.").sends().await.answered(200);
    reminds(&world, 3.1).await;
    assert_eq!(count(&world).await, 0);
    operator.posts_with_token(&format!("/organizations/{}/reinstatement", NORTHWIND.id()), &[("reason", "Paid.")]).await.answered(303);
    reminds(&world, 4.2).await;
    assert_eq!(count(&world).await, 1, "within two days of its time");
}

#[actix_web::test]
async fn a_reseller_that_sent_an_addressed_one_reminds_while_it_has_it() {
    let world = World::new().await;
    let contoso = world.visits(ZHAO_YONG).await;
    let (offered, link) = sends(&world, &contoso, Offer { forwarded_by: Some(CONTOSO), ..to_litware() }).await;
    reminds(&world, 3.1).await;
    let mail = world.mail_to(TO).await.says("Contoso sent you this invitation");
    assert_eq!(mail.link, link);
    contoso.opens(&format!("/invitations/{}", offered.id)).await.answered(200).sees("was reminded");
    world.suddenly(&format!("update handouts set withdrawn_at = now() where invitation_id = '{}'", offered.id)).await;
    reminds(&world, 7.1).await;
    assert_eq!(count(&world).await, 1);
}

/// One invitation that cannot be reminded of holds up no other, and the run says that something went wrong.
#[actix_web::test]
async fn a_row_that_fails_is_passed_over_and_told() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    let (bad, _) = sends(&world, &provider, to_litware()).await;
    for number in 0..3 {
        sends(&world, &provider, Offer { to: Some(format!("it{number}@litware.example")), ..Offer::default() }).await;
    }
    world.suddenly(&format!("update invitations set remind_at = now() - interval '9 days' where id = '{}'", bad.id)).await;
    world.fails_at("invitation_reminders", "insert", &format!("new.invitation_id = '{}'", bad.id)).await;
    let now = Utc::now() + TimeDelta::hours(75);
    let trouble = invitations::jobs::remind(&db(&world), now).await.unwrap_err().to_string();
    assert!(trouble.contains("1 passed over") && trouble.contains("on purpose"), "{trouble}");
    assert_eq!(count(&world).await, 3);
    world.fails_no_more("invitation_reminders").await;
    reminds(&world, 3.2).await;
    assert_eq!(count(&world).await, 4, "its turn comes when it can be done");
}

#[actix_web::test]
async fn two_workers_remind_once() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    for number in 0..12 {
        sends(&world, &provider, Offer { to: Some(format!("it{number}@litware.example")), ..Offer::default() }).await;
    }
    tokio::join!(reminds(&world, 3.1), reminds(&world, 3.1), reminds(&world, 3.1));
    assert_eq!(count(&world).await, 12);
    assert_eq!(
        world.database.count("select count(distinct recipient) from outbox where letter->>'letter' = 'invitation-reminder'").await,
        12
    );
    // The key refuses what no lock would stop.
    let again = "insert into invitation_reminders select * from invitation_reminders limit 1";
    assert!(world.database.connect().await.batch_execute(again).await.is_err());
}

#[actix_web::test]
async fn whoever_gets_reminders_can_have_them_stopped() {
    let world = World::new().await;
    let (provider, other) = (world.visits(HE_LIN).await, world.visits(PAN_YU).await);
    let (offered, _) = sends(&world, &provider, to_litware()).await;
    sends(&world, &provider, to_litware()).await;
    sends(&world, &other, Offer { by: PROSEWARE, ..to_litware() }).await;
    reminds(&world, 3.1).await;
    assert_eq!(count(&world).await, 3);
    let northwinds = format!("select count(*) from invitation_reminders where forwarder_id = '{}'", NORTHWIND.id());
    let before = world.database.fingerprint().await;
    let mail = world.mails_to(TO).await.into_iter().find(|mail| mail.subject.contains("Northwind")).unwrap();
    let url = mail.text.split_whitespace().find(|word| word.contains("/reminders/")).unwrap().replace(&world.portal.url, "");
    let reader = world.somebody();
    let page = reader.opens(&url).await.answered(200).sees("No more reminders from Northwind Traders?").sees("i•••@litware.example");
    assert_eq!(world.database.fingerprint().await, before, "looking changes nothing");
    let page = page.form(&url).sends().await.answered(200).sees("Northwind Traders sends you no more reminders");
    assert!(!page.has_form(&url));
    reader.posts_with_token(&url, &[]).await.answered(303);
    assert_eq!(world.database.count("select count(*) from reminder_opt_outs").await, 1, "a second click changes nothing");
    assert_eq!(
        world.database.count("select count(*) from reminder_opt_outs o where o::text like '%litware%'").await,
        0,
        "no address is kept"
    );

    reminds(&world, 7.1).await;
    assert_eq!(world.database.count(&northwinds).await, 2, "of no invitation of that partner");
    assert_eq!(count(&world).await, 4, "another partner's go on");
    provider.opens(&format!("/invitations/{}", offered.id)).await.sees("asked for no more reminders");
    // The link is for this and nothing else.
    let token = url.trim_start_matches("/reminders/");
    for path in ["/i/", "/confirm/", "/p/"] {
        reader.opens(&format!("{path}{token}")).await.does_not_see("Northwind Traders");
    }
    reader.opens(&world.path_of(Kind::Reminders, Uuid::now_v7(), 1)).await.answered(404);
    let invitation = world.path_of(Kind::Invitation, offered.id, 1).replace("/i/", "/reminders/");
    reader.opens(&invitation).await.answered(404);
    reader.posts_with_token(&invitation, &[]).await.answered(404);
}

#[actix_web::test]
async fn reminding_and_answering_at_the_same_moment_never_reminds_of_an_answer() {
    let world = World::new().await;
    let provider = world.visits(HE_LIN).await;
    let customer = world.visits(LIN_TAO).await;
    for _ in 0..4 {
        let (offered, link) = sends(&world, &provider, Offer { to: Some(LIN_TAO.email()), ..Offer::default() }).await;
        let page = customer.opens(&link).await.form_ending("/opening").sends().await.answered(200);
        let checked = page.form_ending("/check").ticks("agreement", "2026-11").sends().await.answered(200);
        let (yes, ()) = tokio::join!(checked.form_ending("/acceptance").sent(), reminds(&world, 3.1));
        yes.answered(303);
        reminds(&world, 7.1).await;
        let one = format!("select count(*) from invitation_reminders where invitation_id = '{}'", offered.id);
        assert!(world.database.count(&one).await <= 1, "at most the one that was written before the answer");
        world.suddenly("delete from attempts").await;
    }
    // And what was written before an answer is not sent after it.
    let (offered, _) = sends(&world, &provider, to_litware()).await;
    reminds(&world, 3.1).await;
    world.suddenly(&format!("update invitations set state = 'declined', state_since = now() where id = '{}'", offered.id)).await;
    let folder = std::env::temp_dir().join(format!("mandate-reminders-{}", Uuid::now_v7()));
    let mailer = Mailer::folder(&folder, "Mandate <portal@mandate.example>".parse().unwrap(), &world.portal.url);
    let (stop, stopped) = watch::channel(false);
    let pool = Pool::new(world.database.url(), 2).unwrap();
    let worker = tokio::spawn(notices::jobs::run(pool, mailer, world.portal.keys.clone(), world.portal.url.clone(), stopped));
    let queued = "select count(*) from outbox where state = 'queued'";
    for _ in 0..200 {
        if world.database.count(queued).await == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    stop.send(true).unwrap();
    worker.await.unwrap();
    let sent = "select count(*) from outbox where letter->>'letter' = 'invitation-reminder' and state <> 'cancelled'";
    assert_eq!(world.database.count(sent).await, 0);
    assert_eq!(world.database.count(queued).await, 0);
    let _ = std::fs::remove_dir_all(folder);
}
