//! Mail: what is written in a change's transaction arrives, once, at a server that is not ours, or waits until it can.

use std::{path::PathBuf, time::Duration};

use chrono::{DateTime, Utc};
use mandate::{
    db::{Asker, Db, Pool},
    i18n::Lang,
    ids::{Id, Letter as LetterId},
    notices::{self, Letter, Letterhead, Mailer, Offer, To},
    services::{self, Purpose, Scope},
};
use tokio::{sync::watch, task::JoinHandle};
use uuid::Uuid;

use crate::{
    harness::Setting,
    past,
    smtp::{self, Server},
    world::{AN_QING, CONTOSO, LIU_FANG, NORTHWIND, OLGA_PETROVA, World, ZHAO_MIN, ZHAO_YONG},
};

const FROM: &str = "Mandate <portal@mandate.example>";

/// A worker of the portal, which stops with this value.
struct Postman {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Postman {
    fn of(world: &World, mailer: Mailer) -> Self {
        let (stop, stopped) = watch::channel(false);
        let pool = Pool::new(world.database.url(), 2).unwrap();
        let task = tokio::spawn(notices::jobs::run(pool, mailer, world.portal.keys.clone(), world.portal.url.clone(), stopped));
        Self { stop, task }
    }

    fn to(world: &World, url: &str) -> Self {
        Self::of(world, Mailer::smtp(url, FROM.parse().unwrap(), &world.portal.url).unwrap())
    }

    /// Tells it to stop, and waits until it has.
    async fn stops(self) {
        self.stop.send(true).unwrap();
        self.task.await.unwrap();
    }

    /// It is gone from one moment to the next.
    async fn dies(self) {
        self.task.abort();
        let _ = self.task.await;
    }
}

fn system(world: &World) -> Db {
    Db::new(Pool::new(world.database.url(), 2).unwrap(), Asker::System, None)
}

fn to(email: &str, language: Lang) -> To {
    To { email: email.to_owned(), name: Some("赵敏".to_owned()), language }
}

async fn writes(world: &World, to: &To, letter: &Letter) -> Id<LetterId> {
    let tx = system(world).write().await.unwrap();
    let id = notices::enqueue(&tx, Some(Id::from(NORTHWIND.id())), to, letter).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn runs(world: &World, sql: &str) {
    world.database.connect().await.batch_execute(sql).await.expect(sql);
}

/// State, attempts and trouble of a letter.
async fn becomes_of(world: &World, id: Id<LetterId>) -> (String, i32, String) {
    let query = format!("select state, attempts, coalesce(last_error, '') from outbox where id = '{id}'");
    let row = world.database.connect().await.query_one(&query, &[]).await.unwrap();
    (row.get(0), row.get(1), row.get(2))
}

/// Waits until a letter is in a state.
async fn reaches(world: &World, id: Id<LetterId>, state: &str) -> (String, i32, String) {
    waits_for(world, id, |(now, ..)| now == state).await
}

async fn waits_for(world: &World, id: Id<LetterId>, what: impl Fn(&(String, i32, String)) -> bool) -> (String, i32, String) {
    for _ in 0..600 {
        let now = becomes_of(world, id).await;
        if what(&now) {
            return now;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the letter stays {:?}", becomes_of(world, id).await);
}

fn changed() -> Letter {
    Letter::PasswordChanged {}
}

/// An invitation of Northwind's that Contoso has forwarded, and the letter to the customer.
async fn forwarded(world: &World) -> (Uuid, Letter) {
    let (invitation, forward) = (Uuid::now_v7(), Uuid::now_v7());
    runs(
        world,
        &format!(
            "insert into invitations (id, inviter_id, kind, label, language, days, frozen_at, created_by)
             values ('{invitation}', '{}', 'standing', 'Spring', 'zh-CN', 365, now(), '{}');
             insert into forwards (id, invitation_id, inviter_id, forwarder_id, forwarded_by, way) values ('{forward}', '{invitation}', '{}', '{}', '{}', 'link');",
            NORTHWIND.id(),
            LIU_FANG.id(),
            NORTHWIND.id(),
            CONTOSO.id(),
            ZHAO_YONG.id()
        ),
    )
    .await;
    let offer = Offer {
        invitation: invitation.into(),
        revision: 1,
        generation: 1,
        forward: Some(forward.into()),
        provider: NORTHWIND.name.to_owned(),
        provider_id: NORTHWIND.partner_id.to_owned(),
        forwarder: Some(CONTOSO.name.to_owned()),
        paragraphs: [Some("尊敬的客户：\n您好。".to_owned()), None],
        note: Some("Привет! См. https://evil.example/x".to_owned()),
        asks: vec![Scope { service: "exchange-online".to_owned(), purpose: Purpose::Support }],
        days: 365,
        expires_at: None,
    };
    (invitation, Letter::Invitation(Box::new(offer)))
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_arrives_byte_for_byte_as_the_preview_showed_it() {
    let world = World::new().await;
    let server = Server::start();
    let postman = Postman::to(&world, &server.url());
    let (_, letter) = forwarded(&world).await;
    for lang in Lang::ALL {
        let id = writes(&world, &to(&ZHAO_MIN.email(), lang), &letter).await;
        reaches(&world, id, "sent").await;
        let mail = server.mails().pop().unwrap();
        let services = services::list(system(&world).view().await.unwrap().pg()).await.unwrap();
        let head = Letterhead { keys: &world.portal.keys, public_url: &world.portal.url, services: &services };
        let preview = notices::render(&letter, lang, &head);
        assert_eq!((mail.subject(), &mail.text, &mail.html), (preview.subject, &preview.text, &preview.html));
        assert_eq!(Some(mail.link()), preview.link);
        assert!(mail.link().starts_with(&format!("{}/i/", world.portal.url)), "{}", mail.link());
        assert_eq!(mail.header("Message-ID"), format!("<{id}@127.0.0.1>"));
        assert_eq!(mail.header("From"), FROM);
        assert_eq!(smtp::words(&mail.header("To")), format!("赵敏 <{}>", ZHAO_MIN.email()));
        assert_eq!(mail.header("Auto-Submitted"), "auto-generated");
        assert_eq!(mail.header("Reply-To"), "");
        let age = Utc::now() - DateTime::parse_from_rfc2822(&mail.header("Date")).unwrap().to_utc();
        assert!(age.num_seconds().abs() < 60, "{age}");
    }
    postman.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn three_workers_send_every_letter_once() {
    let world = World::new().await;
    let server = Server::start();
    let mut ids = Vec::new();
    for n in 0..45 {
        ids.push(writes(&world, &to(&format!("it{n}@fabrikam.example"), Lang::En), &changed()).await);
    }
    let postmen = [(); 3].map(|()| Postman::to(&world, &server.url()));
    let mails = server.receives(45).await;
    for id in ids {
        reaches(&world, id, "sent").await;
    }
    let mut senders: Vec<_> = server.mails().iter().map(|mail| mail.header("Message-ID")).collect();
    senders.sort();
    senders.dedup();
    assert_eq!((mails.len(), senders.len()), (45, 45));
    for postman in postmen {
        postman.stops().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_mailbox_is_tried_again_later() {
    let world = World::new().await;
    let server = Server::start();
    let postman = Postman::to(&world, &server.url());
    let id = writes(&world, &to("busy@fabrikam.example", Lang::Ru), &changed()).await;
    let (state, attempts, trouble) = waits_for(&world, id, |(_, _, trouble)| !trouble.is_empty()).await;
    assert_eq!((state.as_str(), attempts), ("queued", 1));
    assert!(trouble.starts_with("postponed: 451"), "{trouble}");
    let pause = "select extract(epoch from next_attempt_at - now())::bigint from outbox";
    assert!((50..=60).contains(&world.database.count(pause).await), "a minute");
    runs(&world, "update outbox set next_attempt_at = now()").await;
    let (_, attempts, trouble) = reaches(&world, id, "sent").await;
    assert_eq!((attempts, trouble.as_str()), (2, ""));
    assert_eq!(server.mails()[0].subject(), "Ваш пароль изменён");
    postman.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_refused_for_good_is_given_up_until_the_operator_retries() {
    let world = World::new().await;
    let server = Server::start();
    let postman = Postman::to(&world, &server.url());
    let id = writes(&world, &to("unknown@fabrikam.example", Lang::En), &changed()).await;
    let (_, attempts, trouble) = reaches(&world, id, "dead").await;
    assert_eq!(attempts, 1);
    assert!(trouble.starts_with("refused: 550"), "{trouble}");
    postman.stops().await;

    let retry = format!("/mail/{id}/retry");
    let auditor = world.visits(AN_QING).await;
    let page = auditor.opens("/mail?state=dead").await.sees("unknown@fabrikam.example").sees("refused it for good");
    assert!(!page.has_form(&retry), "an auditor changes nothing");
    auditor.posts_with_token(&retry, &[]).await.answered(403);

    let operator = world.visits(OLGA_PETROVA).await;
    operator.opens("/mail?q=UNKNOWN%40fab").await.form(&retry).sent().await.follows().await.sees("The mail is tried again now");
    assert_eq!(becomes_of(&world, id).await.0, "queued");
    operator.posts_with_token(&retry, &[]).await.answered(409);
    operator.opens("/mail?state=dead").await.sees("No mail fits");
    operator.opens("/mail?q=%25").await.sees("No mail fits");

    assert_eq!(world.database.count("select count(*) from audit_events where kind = 'mail-retried'").await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_server_is_down_letters_keep_their_place_and_then_go_out_in_order() {
    let world = World::new().await;
    // A port that was free a moment ago.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let postman = Postman::to(&world, &format!("smtp://127.0.0.1:{port}"));
    let mut ids = Vec::new();
    for n in 0..12 {
        ids.push(writes(&world, &to(&format!("it{n}@fabrikam.example"), Lang::En), &changed()).await);
    }
    let (state, attempts, trouble) = waits_for(&world, ids[0], |(_, attempts, trouble)| *attempts == 0 && !trouble.is_empty()).await;
    assert_eq!((state.as_str(), attempts), ("queued", 0));
    assert!(trouble.starts_with("unreachable: "), "{trouble}");
    world.visits(AN_QING).await.opens("/mail").await.sees("The mail server did not answer");

    let server = Server::start_at(port);
    let arrived: Vec<_> = server.receives(12).await.iter().map(|mail| mail.header("Message-ID")).collect();
    let expected: Vec<_> = ids.iter().map(|id| format!("<{id}@127.0.0.1>")).collect();
    assert_eq!(arrived, expected);
    postman.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_dies_in_the_middle_of_a_mail_leaves_it_to_the_others() {
    let world = World::new().await;
    // A server that takes the call and says nothing.
    let mute = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let postman = Postman::to(&world, &format!("smtp://{}", mute.local_addr().unwrap()));
    let id = writes(&world, &to(&ZHAO_MIN.email(), Lang::En), &changed()).await;
    waits_for(&world, id, |(_, attempts, _)| *attempts == 1).await;
    postman.dies().await;

    let server = Server::start();
    let other = Postman::to(&world, &server.url());
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(server.mails().len(), 0, "the letter is still the other's");
    runs(&world, "update outbox set locked_until = now() - interval '1 second'").await;
    assert_eq!(reaches(&world, id, "sent").await.1, 2);

    // It died after the server took the mail and before that was written down: the reader sees one mail, twice.
    runs(&world, "update outbox set state = 'queued', sent_at = null, locked_until = now() - interval '1 second'").await;
    let mails = server.receives(2).await;
    assert_eq!(mails[0].header("Message-ID"), mails[1].header("Message-ID"));
    other.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_is_told_to_stop_gives_back_what_it_has_not_begun() {
    let world = World::new().await;
    let mute = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let (postman, port) = (Postman::to(&world, &format!("smtp://{}", mute.local_addr().unwrap())), mute.local_addr().unwrap());
    let ids = [
        writes(&world, &to(&ZHAO_MIN.email(), Lang::En), &changed()).await,
        writes(&world, &to(&ZHAO_MIN.email(), Lang::En), &changed()).await,
    ];
    waits_for(&world, ids[0], |(_, attempts, _)| *attempts == 1).await;
    // The mute server hangs up, so that the mail that was begun is over.
    let (call, _) = tokio::task::spawn_blocking(move || mute.accept().unwrap()).await.unwrap();
    drop(call);
    postman.stops().await;
    for id in ids {
        let (state, attempts, _) = becomes_of(&world, id).await;
        assert_eq!((state.as_str(), attempts), ("queued", 0), "nothing was lost at {port}");
    }
    assert_eq!(world.database.count("select count(*) from outbox where locked_until is not null").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_over_before_it_is_sent_is_not_sent() {
    let world = World::new().await;
    let server = Server::start();
    let cases = [
        ("update invitations set state = 'revoked'", "cancelled", "withdrawn"),
        ("update invitations set expires_at = now() - interval '1 second'", "cancelled", "expired"),
        ("update invitations set generation = 2", "cancelled", "renewed"),
        ("update invitations set state = 'paused'", "queued", "resting"),
        (
            "update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'x' where name = 'Northwind Traders'",
            "queued",
            "resting",
        ),
        (
            "update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'x' where name = 'Contoso'",
            "queued",
            "resting",
        ),
    ];
    for (sql, state, why) in cases {
        let (invitation, letter) = forwarded(&world).await;
        let id = writes(&world, &to(&ZHAO_MIN.email(), Lang::En), &letter).await;
        let sql = if sql.contains("invitations") { format!("{sql} where id = '{invitation}'") } else { sql.to_owned() };
        runs(&world, &sql).await;
        let postman = Postman::to(&world, &server.url());
        let (now, _, trouble) = waits_for(&world, id, |(_, _, trouble)| !trouble.is_empty()).await;
        assert_eq!((now.as_str(), trouble.trim_end_matches(": ")), (state, why), "{sql}");
        postman.stops().await;
        runs(
            &world,
            "update organizations set state = 'active', suspended_at = null, suspended_reason = null where suspended_reason = 'x'",
        )
        .await;
    }
    assert_eq!(server.mails().len(), 0);

    // What rested goes out once it may again.
    runs(&world, "update invitations set state = 'open' where state = 'paused'; update outbox set next_attempt_at = now()").await;
    let postman = Postman::to(&world, &server.url());
    assert_eq!(server.receives(3).await.len(), 3);
    postman.stops().await;
}

/// D6: a mail that waits while the invitation is changed says what its link leads to by then, in the language it is in by then.
#[tokio::test(flavor = "multi_thread")]
async fn d6_a_mail_that_waited_while_the_invitation_changed_tells_the_terms_in_force() {
    let world = World::new().await;
    let server = Server::start();
    let (invitation, letter) = forwarded(&world).await;
    let Letter::Invitation(offer) = letter.clone() else { panic!() };
    let reminder = Letter::InvitationReminder { offer: offer.clone(), sent_at: Utc::now() };
    let before = [
        writes(&world, &to(&ZHAO_MIN.email(), Lang::ZhCn), &letter).await,
        writes(&world, &to(&ZHAO_MIN.email(), Lang::ZhCn), &reminder).await,
    ];
    let changed = format!(
        "update invitations set revision = 2, revised_by = created_by, revised_at = now(), language = 'en', days = 30, paragraph_1 = 'It is Azure now.', reminders = true where id = '{invitation}';
         update forwards set recipient_email = '{}' where invitation_id = '{invitation}';
         insert into invitation_services (invitation_id, service, purpose) values ('{invitation}', 'azure', 'support')",
        ZHAO_MIN.email()
    );
    runs(&world, &changed).await;
    let postman = Postman::to(&world, &server.url());
    for id in before {
        reaches(&world, id, "sent").await;
    }
    let mails = server.receives(2).await;
    for mail in &mails {
        assert!(mail.text.contains("Azure: support") || mail.text.contains("Azure: Support"), "{}", mail.text);
        assert!(!mail.text.contains("Exchange") && !mail.text.contains("尊敬的客户"), "{}", mail.text);
        assert_eq!(mail.header("Content-Language"), "en", "a program that reads it aloud picks the right voice");
    }
    assert!(mails.iter().any(|mail| mail.text.contains("It is Azure now.") && mail.text.contains("30 days")), "{}", mails[0].text);
    let kept = "select count(*) from outbox where letter->>'revision' = '2' and letter->>'days' = '30' and language = 'en'";
    let told = world.database.count(kept).await + world.database.count(&kept.replace("letter->>", "letter->'offer'->>")).await;
    assert_eq!(told, 2, "the outbox has what was sent");
    postman.stops().await;
}

/// D6: what the operator stops while its mail waits does not go out; once the stop is lifted it does.
#[tokio::test(flavor = "multi_thread")]
async fn d6_a_mail_that_waited_while_the_operator_stopped_its_invitation_is_sent_after_the_stop() {
    let world = World::with_a_past().await;
    let server = Server::start();
    let Letter::Invitation(offer) = forwarded(&world).await.1 else { panic!() };
    let offer = Offer { invitation: past::STANDING.into(), forward: Some(past::FORWARD.into()), ..*offer };
    let id = writes(&world, &to("it@newcomer.example", Lang::En), &Letter::Invitation(Box::new(offer))).await;
    let olga = world.visits(OLGA_PETROVA).await;
    olga.posts_with_token(&format!("/alarms/{}/stop", past::ALARM), &[("reason", "A forgery.")]).await.answered(303);
    let postman = Postman::to(&world, &server.url());
    let (state, _, trouble) = waits_for(&world, id, |(_, _, trouble)| !trouble.is_empty()).await;
    assert_eq!((state.as_str(), trouble.trim_end_matches(": ")), ("queued", "resting"));
    assert!(server.mails().iter().all(|mail| !mail.header("To").contains("newcomer")), "nothing went to it");
    let lifting = format!("/review/invitations/{}/lifting", past::STANDING);
    olga.posts_with_token(&lifting, &[("reason", "They are who they say.")]).await.answered(303);
    runs(&world, &format!("update outbox set next_attempt_at = now() where id = '{id}'")).await;
    reaches(&world, id, "sent").await;
    // What was over before a stop stays over in it.
    runs(
        &world,
        &format!("update outbox set state = 'queued', sent_at = null, next_attempt_at = now() + interval '1 day' where id = '{id}'"),
    )
    .await;
    runs(&world, &format!("update invitations set state = 'revoked' where id = '{}'", past::STANDING)).await;
    olga.posts_with_token(&lifting.replace("lifting", "stop"), &[("reason", "A forgery.")]).await.answered(303);
    runs(&world, &format!("update outbox set next_attempt_at = now() where id = '{id}'")).await;
    assert_eq!(reaches(&world, id, "cancelled").await.2.trim_end_matches(": "), "withdrawn");
    postman.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_one_time_link_that_was_used_or_is_over_is_not_sent() {
    let world = World::new().await;
    let server = Server::start();
    let postman = Postman::to(&world, &server.url());
    for (used, lives, state) in [("null", "'1 hour'", "sent"), ("now()", "'1 hour'", "cancelled"), ("null", "'-1 second'", "cancelled")] {
        let link = Uuid::now_v7();
        runs(
            &world,
            &format!(
                "insert into account_links (id, user_id, purpose, email, expires_at, used_at) values ('{link}', '{}', 'reset', 'x', now() + interval {lives}, {used})",
                ZHAO_MIN.id()
            ),
        )
        .await;
        let letter = Letter::PasswordReset { link: link.into(), expires_at: Utc::now() };
        let id = writes(&world, &to(&ZHAO_MIN.email(), Lang::En), &letter).await;
        reaches(&world, id, state).await;
    }
    assert_eq!(server.mails().len(), 1);
    postman.stops().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_is_taken_back_sends_nothing() {
    let world = World::new().await;
    let tx = system(&world).write().await.unwrap();
    notices::enqueue(&tx, None, &to(&ZHAO_MIN.email(), Lang::En), &changed()).await.unwrap();
    drop(tx);
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(world.database.count("select count(*) from outbox").await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_server_mail_lands_in_a_folder() {
    let world = World::new().await;
    let folder = smtp::own_folder("mail").join("made when needed");
    let postman = Postman::of(&world, Mailer::folder(&folder, FROM.parse().unwrap(), &world.portal.url));
    let id = writes(&world, &to(&ZHAO_MIN.email(), Lang::ZhCn), &changed()).await;
    reaches(&world, id, "sent").await;
    postman.stops().await;
    let names: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(names, [format!("{id}.eml")]);
    assert_eq!(smtp::mails_in(&folder)[0].subject(), "你的密码已更改");
    std::fs::remove_dir_all(folder.parent().unwrap()).unwrap();
}

// Encryption and login: certificates are those of the system, so the authority of the test is told to a process of its own.

/// Names the URL of the mail server to the process that sends one mail to it.
const SENDS_ONE: &str = "MANDATE_TEST_SENDS_ONE";

#[tokio::test(flavor = "multi_thread")]
async fn sends_one_mail_for_the_test_below() {
    let Ok(url) = std::env::var(SENDS_ONE) else { return };
    let world = World::new().await;
    let postman = Postman::to(&world, &url);
    let id = writes(&world, &to(&ZHAO_MIN.email(), Lang::En), &changed()).await;
    let (state, _, trouble) = waits_for(&world, id, |(state, _, trouble)| state == "sent" || !trouble.is_empty()).await;
    println!("outcome {state} {trouble}");
    postman.stops().await;
}

async fn outcome(url: String, authority: Option<PathBuf>) -> String {
    let mut command = tokio::process::Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "mail::sends_one_mail_for_the_test_below", "--nocapture"]).env(SENDS_ONE, url).env_remove("SSL_CERT_DIR");
    if let Some(authority) = authority {
        command.env("SSL_CERT_FILE", authority);
    }
    let output = command.output().await.unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.split("outcome ").nth(1).unwrap_or_else(|| panic!("{said}")).lines().next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn encryption_and_login_are_verified_before_anything_is_said() {
    let certificates = smtp::own_folder("tls");
    let server = Server::start_strict("portal", "p@ss word", &certificates);
    let url = |password: &str| format!("smtp://portal:{password}@localhost:{}?tls=required", server.port);
    let authority = certificates.join("ca.pem");
    assert!(outcome(url("p%40ss%20word"), Some(authority.clone())).await.starts_with("sent"));
    assert_eq!(server.mails().len(), 1);
    let wrong = outcome(url("wrong"), Some(authority)).await;
    assert!(wrong.starts_with("queued login: 535"), "{wrong}");
    let stranger = outcome(url("p%40ss%20word"), None).await;
    assert!(stranger.starts_with("queued login: ") || stranger.starts_with("queued unreachable: "), "{stranger}");
    assert!(stranger.to_lowercase().contains("certificate"), "{stranger}");
    assert_eq!(server.mails().len(), 1);
    std::fs::remove_dir_all(&certificates).unwrap();
}

// The mailbox of the demonstration ---------------------------------------------------------------------------------------

#[tokio::test(flavor = "multi_thread")]
async fn in_the_demo_everybody_reads_the_mail_and_follows_its_link() {
    let world = World::with(Setting { demo: true, ..Setting::default() }).await;
    let (_, letter) = forwarded(&world).await;
    let id = writes(&world, &to(&ZHAO_MIN.email(), Lang::En), &letter).await;
    writes(&world, &to("somebody@litware.example", Lang::ZhCn), &changed()).await;
    let newcomer = world.somebody();
    let list = newcomer.opens("/demo/mail").await.sees("你的密码已更改").sees(&ZHAO_MIN.email());
    assert!(!list.html.contains("/i/"), "no link in the list");
    newcomer.opens("/demo/mail?q=litware").await.sees("你的密码已更改").does_not_see(&ZHAO_MIN.email());
    let mail = list.clicks("Northwind Traders invites you to a reseller relationship, passed on by Contoso").await;
    let mail = mail.is_at(&format!("/demo/mail/{id}")).sees("on behalf of Northwind Traders").sees("https://evil.example/x");
    let links = mail.attributes("article a", "href");
    assert_eq!(links.len(), 1, "{links:?}");
    assert!(links[0].starts_with(&format!("{}/i/", world.portal.url)), "{links:?}");

    let html = mail.clicks("See it as a mail program shows it").await.answered(200);
    let policy = html.header("content-security-policy");
    assert!(
        policy.starts_with("default-src 'none'; style-src 'unsafe-inline';") && policy.contains("sandbox") && !policy.contains("script"),
        "{policy}"
    );
    assert_eq!(html.attributes("a", "href"), [links[0].clone(), links[0].clone()]);
    newcomer.opens("/demo/mail/01900000-0000-7000-8000-000000000fff").await.answered(404);
}

#[tokio::test(flavor = "multi_thread")]
async fn outside_the_demo_there_is_no_mailbox() {
    let world = World::new().await;
    let id = writes(&world, &to(&ZHAO_MIN.email(), Lang::En), &changed()).await;
    for visitor in [world.somebody(), world.visits(OLGA_PETROVA).await] {
        for path in ["/demo/mail".to_owned(), format!("/demo/mail/{id}"), format!("/demo/mail/{id}/html")] {
            visitor.opens(&path).await.answered(404);
        }
    }
    world.visits(LIU_FANG).await.opens("/mail").await.answered(403);
}
