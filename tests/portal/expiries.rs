//! What ends soon: one letter a day at most, one list, one calendar behind a private link.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use mandate::{expiries::jobs::warn, links::Kind};

use crate::{
    browser::{Browser, Page},
    extensions::{ends_in, set_end},
    jobs::system,
    past,
    world::{CONTOSO, FABRIKAM, FENG_XIN, HE_LIN, HUANG_LAN, LI_NA, LIN_TAO, PAN_YU, WU_TAO, World, XU_BO, ZHAO_MIN, ZHOU_JIE},
};

/// Ten in the morning in Shanghai, so many days after today.
pub fn morning(days: i64) -> DateTime<Utc> {
    (Utc::now().date_naive() + TimeDelta::days(days)).and_time(NaiveTime::from_hms_opt(2, 0, 0).unwrap()).and_utc()
}

/// Noon in Shanghai on that day.
pub async fn ends_at_noon(world: &World, id: uuid::Uuid, days: i64) {
    let end = format!("'{}'::timestamptz", (morning(days) + TimeDelta::hours(2)).to_rfc3339());
    set_end(world, id, &end).await;
}

/// Every organization is looked through; how many there were.
pub async fn looks_through(world: &World, now: DateTime<Utc>) -> usize {
    let db = system(&world.database);
    let mut all = 0;
    loop {
        match warn(&db, now).await.unwrap() {
            0 => return all,
            some => all += some,
        }
    }
}

pub async fn letters(world: &World) -> i64 {
    world.database.count("select count(*) from outbox where letter ->> 'letter' = 'delegations-ending'").await
}

#[actix_web::test]
async fn d21_both_sides_are_warned_thirty_seven_and_one_days_before_with_one_letter_a_day() {
    let world = World::with_a_past().await;
    ends_at_noon(&world, past::CONTOSOS_DELEGATION, 8).await;
    ends_at_noon(&world, past::OWN_DELEGATION, 31).await;
    // To whom a letter goes: Zhao Min of Fabrikam; Huang Lan and Li Na of Contoso; Zhang Wei and He Lin of Northwind.
    assert_eq!(looks_through(&world, morning(1)).await, 3);
    assert_eq!(letters(&world).await, 5);
    let mail = world.mail_to(&ZHAO_MIN.email()).await.says("2 delegations end soon");
    mail.says("Contoso supports Exchange Online for Fabrikam").says("Northwind Traders provisions Exchange Online for Fabrikam");
    world.mail_to(&LI_NA.email()).await.says("1 delegation ends soon").says("Contoso supports");
    world.mail_to(&HE_LIN.email()).await.says("1 delegation ends soon").says("Northwind Traders provisions");
    assert!(
        !world.letters_to(&WU_TAO.email()).await.contains(&"delegations-ending".to_owned()),
        "who can do nothing about it is not bothered"
    );

    assert_eq!(looks_through(&world, morning(1)).await, 0, "once a day");
    assert_eq!(looks_through(&world, morning(2)).await, 3);
    assert_eq!(letters(&world).await, 5, "and nothing when there is nothing to say");
    looks_through(&world, morning(7)).await;
    assert_eq!(letters(&world).await, 8, "a day before Contoso's end: Fabrikam and Contoso");
    looks_through(&world, morning(9)).await;
    assert_eq!(letters(&world).await, 11, "and once more when it is over");
    world.mail_to(&LI_NA.email()).await.says("1 delegation has ended");
    looks_through(&world, morning(10)).await;
    assert_eq!(letters(&world).await, 11);
    looks_through(&world, morning(24)).await;
    looks_through(&world, morning(30)).await;
    assert_eq!(letters(&world).await, 17, "seven days and one day before Northwind's: Fabrikam and Northwind");
    let thresholds = "select count(distinct days) from warnings where delegation_id = '{id}'";
    assert_eq!(world.database.count(&thresholds.replace("{id}", &past::OWN_DELEGATION.to_string())).await, 3);
}

#[actix_web::test]
async fn the_letter_comes_in_the_morning_and_in_the_language_of_its_reader() {
    let world = World::with_a_past().await;
    world
        .suddenly("update users set language = 'ru' where name = 'Zhao Min'; update users set language = 'zh-CN' where name = 'Li Na'")
        .await;
    ends_at_noon(&world, past::CONTOSOS_DELEGATION, 5).await;
    assert_eq!(looks_through(&world, morning(1) - TimeDelta::hours(3)).await, 0, "at seven people sleep");
    assert_eq!(looks_through(&world, morning(1) - TimeDelta::hours(2)).await, 2, "at eight they do not");
    world.mail_to(&ZHAO_MIN.email()).await.says("Скоро заканчивается 1 делегирование");
    world.mail_to(&LI_NA.email()).await.says("1 项委派即将结束");
    world.mail_to(&HUANG_LAN.email()).await.says("1 delegation ends soon");
}

#[actix_web::test]
async fn what_extends_itself_is_named_so_and_what_was_removed_or_renewed_is_not_named() {
    let world = World::with_a_past().await;
    world.suddenly("update delegations set customer_extends_at = now(), holder_extends_at = now() where service = 'exchange-online' and purpose = 'support'").await;
    ends_at_noon(&world, past::CONTOSOS_DELEGATION, 20).await;
    ends_at_noon(&world, past::OWN_DELEGATION, 20).await;
    world.visits(ZHAO_MIN).await.posts_with_token(&format!("/delegations/{}/removal", past::OWN_DELEGATION), &[]).await.answered(303);
    looks_through(&world, morning(1)).await;
    let mail = world.mail_to(&ZHAO_MIN.email()).await.says("Extended automatically before that");
    assert!(!mail.text.contains("Northwind Traders provisions"), "{}", mail.text);
    assert!(!world.letters_to(&HE_LIN.email()).await.contains(&"delegations-ending".to_owned()));

    let world = ends_in(20).await;
    world
        .suddenly(&format!(
            "update renewals set delegation_id = '{}', state = 'accepted', closed_at = now(), renewed_as = '{}'",
            past::CONTOSOS_DELEGATION,
            past::OWN_DELEGATION
        ))
        .await;
    looks_through(&world, morning(1)).await;
    assert_eq!(letters(&world).await, 0, "something else goes on after it");
}

#[actix_web::test]
async fn two_workers_at_once_send_each_letter_once() {
    let world = World::with_a_past().await;
    for (days, id) in [(3, past::CONTOSOS_DELEGATION), (5, past::OWN_DELEGATION)] {
        ends_at_noon(&world, id, days).await;
    }
    let workers = [system(&world.database), system(&world.database), system(&world.database)];
    let now = morning(1);
    let (a, b, c) = tokio::join!(warn(&workers[0], now), warn(&workers[1], now), warn(&workers[2], now));
    for worker in [a, b, c] {
        worker.unwrap();
    }
    assert_eq!(letters(&world).await, 5);
    assert_eq!(
        world
            .database
            .count("select count(*) from (select delegation_id, org_id, days from warnings group by 1, 2, 3 having count(*) > 1) twice")
            .await,
        0
    );
}

/// D21: however much a partner has that ended and was told, what is to be told next is found behind it.
#[actix_web::test]
async fn d21_a_partner_with_more_ends_than_are_read_at_once_is_told_of_each() {
    let world = World::with_a_past().await;
    ends_at_noon(&world, past::CONTOSOS_DELEGATION, 40).await;
    world
        .suddenly(&format!(
            "insert into delegations (relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, granted_at, starts_at, ends_at, ended_at, end_reason)
             select relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, 'ended', days, granted_by, s.at, s.at, s.at + interval '30 days', s.at + interval '30 days', 'expired'
               from delegations, lateral (select now() - interval '33 days' + n * interval '1 minute' as at from generate_series(1, 1100) n) s where id = '{}'",
            past::CONTOSOS_DELEGATION
        ))
        .await;
    looks_through(&world, morning(0)).await;
    world.mail_to(&LI_NA.email()).await.says("1,060 more");
    assert_eq!(world.database.count(&format!("select count(*) from warnings where org_id = '{}'", LI_NA.company.id())).await, 1100);
    ends_at_noon(&world, past::CONTOSOS_DELEGATION, 8).await;
    looks_through(&world, morning(1)).await;
    world.mail_to(&LI_NA.email()).await.says("1 delegation ends soon").says("Contoso supports");
}

/// D21: a partner for which twenty thousand delegations end at once gets its one letter, and each is told once.
#[actix_web::test]
async fn d21_a_partner_with_twenty_thousand_ends_is_told_in_one_letter() {
    let world = World::with_a_past().await;
    ends_at_noon(&world, past::CONTOSOS_DELEGATION, 40).await;
    world
        .suddenly(&format!(
            "insert into delegations (relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, granted_at, starts_at, ends_at, ended_at, end_reason)
             select relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, 'ended', days, granted_by, s.at, s.at, s.at + interval '30 days', s.at + interval '30 days', 'expired'
               from delegations, lateral (select now() - interval '33 days' + n * interval '1 second' as at from generate_series(1, 20000) n) s where id = '{}'",
            past::CONTOSOS_DELEGATION
        ))
        .await;
    looks_through(&world, morning(0)).await;
    world.mail_to(&LI_NA.email()).await.says("19,960 more");
    assert_eq!(world.database.count(&format!("select count(*) from warnings where org_id = '{}'", LI_NA.company.id())).await, 20_000);
}

/// One organization for which something fails keeps no other from its letter, and the run says that something went wrong.
#[actix_web::test]
async fn d21_an_organization_that_fails_is_passed_over_and_told() {
    let world = ends_in(5).await;
    for (failing, others) in [(FABRIKAM, 2), (CONTOSO, 1)] {
        world
            .suddenly("delete from warnings; delete from digests; delete from outbox where letter ->> 'letter' = 'delegations-ending'")
            .await;
        world.fails_at("digests", "insert", &format!("new.org_id = '{}'", failing.id())).await;
        let trouble = warn(&system(&world.database), morning(1)).await.unwrap_err().to_string();
        assert!(trouble.contains("1 passed over") && trouble.contains("on purpose"), "{trouble}");
        assert_eq!(letters(&world).await, others, "{}", failing.name);
        world.fails_no_more("digests").await;
    }
    looks_through(&world, morning(1)).await;
    assert_eq!(letters(&world).await, 3, "its turn comes when it can be done");
}

#[actix_web::test]
async fn what_ends_soon_is_one_list() {
    let world = World::with_a_past().await;
    ends_at_noon(&world, past::CONTOSOS_DELEGATION, 8).await;
    ends_at_noon(&world, past::OWN_DELEGATION, 50).await;
    let li_na = world.visits(LI_NA).await;
    let page = li_na.opens("/delegations").await.clicks("Ends soon").await.answered(200).sees("Contoso").sees("Renew it");
    page.does_not_see("Northwind Traders");
    let he_lin = world.visits(HE_LIN).await;
    let rows = he_lin.opens("/expiries").await.all("tbody tr");
    assert!(rows.len() == 2 && rows[0].contains("Contoso") && rows[1].contains("Northwind Traders"), "{rows:?}");
    let zhao_min = world.visits(ZHAO_MIN).await;
    zhao_min.opens("/relationships").await.clicks("Ends soon").await.sees("Contoso").sees("Northwind Traders").does_not_see("Renew it");
    let page = li_na.opens("/expiries").await.clicks("Renew it: Fabrikam").await.clicks("Prepare a renewal").await.answered(200);
    page.form_ending("/renewals/new").with("days", "180").sends().await.answered(200);
    li_na
        .opens("/expiries")
        .await
        .does_not_see("Renew it")
        .clicks("Renewal offered: Fabrikam")
        .await
        .answered(200)
        .sees("Waits for the customer");
    zhao_min.opens("/expiries").await.clicks("Renewal offered: Contoso").await.answered(200).sees("Renew for Contoso");
    for person in [PAN_YU, LIN_TAO, FENG_XIN] {
        world.visits(person).await.opens("/expiries").await.answered(200).sees("Nothing ends soon");
    }
    world.visits(XU_BO).await.opens("/expiries").await.answered(403);
    for odd in ["?page=x", "?page=%00", "?page=AAAA"] {
        he_lin.opens(&format!("/expiries{odd}")).await.answered(200);
    }
}

// The calendar --------------------------------------------------------------------------------------------------------

/// Switches the calendar on and returns the path of its link.
async fn link_of(browser: &Browser) -> String {
    let page = browser.opens("/account").await.clicks("To the calendar").await.sees("The calendar is off");
    shown(&page.form("/account/calendar").sends().await.answered(200))
}

fn shown(page: &Page) -> String {
    let link = page.attributes("#link", "value").into_iter().next().unwrap_or_else(|| panic!("no link: {}", page.told()));
    link[link.find("/calendar/").expect("a link to a calendar")..].to_owned()
}

#[actix_web::test]
async fn a_calendar_behind_a_private_link_shows_what_its_person_may_see() {
    let world = ends_in(20).await;
    let link = link_of(&world.visits(WU_TAO).await).await;
    let program = world.somebody();
    let page = program.asks(&link).await.answered(200);
    assert_eq!(page.header("content-type"), "text/calendar; charset=utf-8");
    assert!(page.header("cache-control").contains("no-store"));
    assert_eq!(page.header("set-cookie"), "", "a program keeps no cookies");
    assert_eq!(program.cookies(), "");
    let plain = page.html.replace("\r\n ", "");
    assert!(plain.starts_with("BEGIN:VCALENDAR\r\n") && plain.ends_with("END:VCALENDAR\r\n"), "{plain}");
    assert!(page.html.split("\r\n").all(|line| line.len() <= 75), "{}", page.html);
    assert_eq!(plain.matches("BEGIN:VEVENT").count(), 1, "Contoso's own and no other: {plain}");
    let uid = format!("UID:delegation-{}@", past::CONTOSOS_DELEGATION);
    for said in [uid.as_str(), "Contoso", "Fabrikam", "Exchange Online", "/delegations/"] {
        assert!(plain.contains(said), "{said}: {plain}");
    }
    let again = program.asks(&link).await.html.replace("\r\n ", "");
    assert!(again.contains(&uid), "the same event however often it is fetched");

    // Fabrikam sees both of its own.
    let link = link_of(&world.visits(ZHAO_MIN).await).await;
    assert_eq!(program.asks(&link).await.html.matches("BEGIN:VEVENT").count(), 2);
    let link = link_of(&world.visits(PAN_YU).await).await;
    assert_eq!(program.asks(&link).await.answered(200).html.matches("BEGIN:VEVENT").count(), 0);
}

#[actix_web::test]
async fn a_calendars_link_dies_when_it_is_replaced_switched_off_or_its_person_goes() {
    let world = ends_in(20).await;
    let zhou_jie = world.visits(ZHOU_JIE).await;
    let program = world.somebody();
    let first = link_of(&zhou_jie).await;
    program.asks(&first).await.answered(200);
    let second = shown(&zhou_jie.opens("/account/calendar").await.form_ending("/rotation").sends().await.answered(200));
    assert_ne!(first, second);
    program.asks(&first).await.answered(404);
    program.asks(&second).await.answered(200);
    zhou_jie.opens("/account/calendar").await.form_ending("/ending").sends().await.answered(200).sees("The calendar is off");
    zhou_jie.posts_with_token("/account/calendar/ending", &[]).await.answered(303);
    program.asks(&second).await.answered(404);
    let third = shown(&zhou_jie.opens("/account/calendar").await.form("/account/calendar").sends().await.answered(200));
    program.asks(&second).await.answered(404);
    program.asks(&third).await.answered(200);
    for over in [
        "update memberships set agent = 'none', admin = 'billing-admin' where user_id = '{id}'",
        "update memberships set agent = 'admin-agent', admin = 'global-admin' where user_id = '{id}'; update users set disabled_at = now() where id = '{id}'",
        "update users set disabled_at = null where id = '{id}'; delete from sessions where user_id = '{id}'; delete from memberships where user_id = '{id}'",
    ] {
        world.suddenly(&over.replace("{id}", &ZHOU_JIE.id().to_string())).await;
        program.asks(&third).await.answered(404);
    }
    // Neither a link of another kind nor one to nothing.
    for (kind, id) in [(Kind::Invitation, past::STANDING), (Kind::Calendar, past::STANDING)] {
        let path = world.path_of(kind, id, 1).replace(kind.path(), "/calendar/");
        program.asks(&path).await.answered(404);
    }
    for nonsense in ["x", "AAAA", "%00"] {
        program.asks(&format!("/calendar/{nonsense}")).await.answered(404);
    }
}

#[actix_web::test]
async fn a_calendars_link_opens_nothing_else() {
    let world = ends_in(20).await;
    let link = link_of(&world.visits(ZHAO_MIN).await).await;
    let program = world.somebody();
    program.asks(&link).await.answered(200);
    let page = program.opens("/relationships").await;
    assert!(page.path.starts_with("/sign-in") || page.status == 401, "{}", page.told());
    let token = link.strip_prefix("/calendar/").unwrap();
    for path in ["/i/", "/p/", "/set-up/", "/reset/", "/confirm/"] {
        assert_eq!(program.opens(&format!("{path}{token}")).await.status, 404, "{path}");
    }
    world.visits(XU_BO).await.opens("/account/calendar").await.answered(403);
    world.visits(XU_BO).await.opens("/account").await.does_not_see("Calendar of ends");
}
