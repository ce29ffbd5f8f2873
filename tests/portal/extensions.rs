//! Delegations that extend themselves: when both sides agree, never otherwise, and never beyond an agreement taken back.

use chrono::{TimeDelta, Utc};
use mandate::delegations::jobs::extend;
use uuid::Uuid;

use crate::{
    browser::{Browser, Page},
    expiries::{looks_through, morning},
    jobs::system,
    past,
    world::{HE_LIN, HUANG_LAN, LI_NA, LIN_TAO, NORTHWIND, PAN_YU, QIAN_DUO, World, ZHAO_MIN, ZHAO_YONG, ZHOU_JIE},
};

/// A world in which Contoso's delegation ends in so many days.
pub async fn ends_in(days: i64) -> World {
    let world = World::with_a_past().await;
    set_end(&world, past::CONTOSOS_DELEGATION, &format!("now() + interval '{days} days'")).await;
    world
}

/// Gives a delegation another end, as if it had been granted a year before that.
pub async fn set_end(world: &World, id: Uuid, end: &str) {
    world.suddenly(&format!("update delegations set starts_at = {end} - interval '365 days', ends_at = {end} where id = '{id}'")).await;
}

/// So many delegations more like Contoso's, that end one minute after the other from a moment on.
pub async fn many_more(world: &World, many: i32, from: &str) {
    world
        .suddenly(&format!(
            "insert into delegations (relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days,
                 granted_by, granted_at, starts_at, ends_at, customer_extends_at, holder_extends_at)
             select relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, 'active', days,
                 granted_by, granted_at, now() - interval '300 days', {from} + n * interval '1 minute', customer_extends_at, holder_extends_at
               from delegations, generate_series(1, {many}) n where id = '{}'",
            past::CONTOSOS_DELEGATION
        ))
        .await;
}

async fn agrees(browser: &Browser, side: &str, yes: bool) -> Page {
    let path = format!("/delegations/{}/extension/{side}", past::CONTOSOS_DELEGATION);
    browser.posts_with_token(&path, &[("agrees", if yes { "yes" } else { "no" })]).await
}

/// Days that Contoso's delegation has to go, to the nearest.
async fn days_left(world: &World) -> i64 {
    let left = "select round(extract(epoch from ends_at - now()) / 86400)::bigint from delegations where id = '{id}'";
    world.database.count(&left.replace("{id}", &past::CONTOSOS_DELEGATION.to_string())).await
}

#[actix_web::test]
async fn d21_a_delegation_extends_itself_by_180_days_when_both_sides_agreed() {
    let world = ends_in(5).await;
    let db = system(&world.database);
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = zhao_min.opens("/relationships").await.clicks("Contoso").await.sees("Neither side has agreed to extend it automatically");
    page.form_ending("/extension/customer").sends().await.answered(200).sees("You agreed").sees("once the holder agrees as well");
    assert_eq!(extend(&db, Utc::now()).await.unwrap(), 0, "one side is not enough");

    let li_na = world.visits(LI_NA).await;
    let page = li_na.opens(&format!("/delegations/{}", past::CONTOSOS_DELEGATION)).await.sees("The customer agrees");
    page.form_ending("/extension/holder").sends().await.answered(200).sees("a week before each end");
    assert_eq!(extend(&db, Utc::now()).await.unwrap(), 1);
    assert_eq!(days_left(&world).await, 185);
    assert_eq!(extend(&db, Utc::now()).await.unwrap(), 0, "once");
    for person in [ZHAO_MIN, LI_NA, HUANG_LAN, HE_LIN] {
        assert_eq!(world.letters_to(&person.email()).await[0], "delegation-extended", "{} is told", person.name);
    }
    world.mail_to(&ZHAO_MIN.email()).await.says("Extended by 180 days: Contoso, Exchange Online");
    let page = zhao_min.opens(&format!("/delegations/{}", past::CONTOSOS_DELEGATION)).await;
    page.sees("1 time").sees("extended itself by 180 days");
    let fits = "select count(*) from delegations where extended = 1 and ends_at > starts_at + interval '365 days' and state = 'active'";
    assert_eq!(world.database.count(fits).await, 1);
}

/// D21: a side learns that its own word is waited for, that both have agreed, and that the other has taken its word back.
#[actix_web::test]
async fn d21_each_side_is_told_the_others_word() {
    let world = ends_in(20).await;
    let (zhao_min, li_na) = (world.visits(ZHAO_MIN).await, world.visits(LI_NA).await);
    let told = async |who: [i64; 4]| {
        for (person, times) in [ZHAO_MIN, LI_NA, HUANG_LAN, HE_LIN].into_iter().zip(who) {
            assert_eq!(world.count_letters_to(&person.email(), "extension-spoken").await, times, "{}", person.name);
        }
    };
    agrees(&zhao_min, "customer", true).await.answered(303);
    agrees(&zhao_min, "customer", true).await.answered(303);
    told([0, 1, 1, 0]).await;
    let mail = world.mail_to(&LI_NA.email()).await.says("Fabrikam agrees to an extension and waits for you");
    assert_eq!(mail.link, format!("/delegations/{}", past::CONTOSOS_DELEGATION));
    agrees(&li_na, "holder", true).await.answered(303);
    told([1, 1, 1, 0]).await;
    world.mail_to(&ZHAO_MIN.email()).await.says("Both sides agree to an extension").says("Contoso has agreed as well");
    agrees(&zhao_min, "customer", false).await.answered(303);
    told([1, 2, 2, 0]).await;
    world.mail_to(&LI_NA.email()).await.says("Fabrikam no longer agrees").says("no longer extends itself and ends on");
}

#[actix_web::test]
async fn d21_the_portals_clock_says_when_and_the_databases_whether() {
    let world = ends_in(20).await;
    let db = system(&world.database);
    agrees(&world.visits(ZHAO_MIN).await, "customer", true).await.answered(303);
    agrees(&world.visits(LI_NA).await, "holder", true).await.answered(303);
    assert_eq!(extend(&db, Utc::now()).await.unwrap(), 0, "it has twenty days to go");
    assert_eq!(extend(&db, Utc::now() + TimeDelta::days(14)).await.unwrap(), 1);
    assert_eq!(extend(&db, Utc::now() + TimeDelta::days(400)).await.unwrap(), 0, "a clock that is a year ahead extends nothing more");
    // What is over by the database's clock is over, however far behind another clock may be.
    set_end(&world, past::CONTOSOS_DELEGATION, "now() - interval '1 second'").await;
    assert_eq!(extend(&db, Utc::now() - TimeDelta::days(3)).await.unwrap(), 0);
}

#[actix_web::test]
async fn d21_either_side_takes_it_back_at_any_time() {
    let world = ends_in(5).await;
    let (zhao_min, li_na) = (world.visits(ZHAO_MIN).await, world.visits(LI_NA).await);
    for (browser, side) in [(&zhao_min, "customer"), (&li_na, "holder")] {
        agrees(&zhao_min, "customer", true).await.answered(303);
        agrees(&li_na, "holder", true).await.answered(303);
        // Twice is once.
        agrees(browser, side, false).await.answered(303);
        agrees(browser, side, false).await.answered(303);
        assert_eq!(extend(&system(&world.database), Utc::now()).await.unwrap(), 0, "{side}");
    }
    assert_eq!(world.database.count("select count(*) from audit_events where kind = 'delegation-extension-withdrawn'").await, 2);
    assert_eq!(days_left(&world).await, 5);
}

#[actix_web::test]
async fn each_side_speaks_for_itself_alone() {
    let world = ends_in(5).await;
    for (person, side, status) in [
        (QIAN_DUO, "customer", 403),
        (LI_NA, "customer", 403),
        (LIN_TAO, "customer", 404),
        (ZHAO_YONG, "holder", 403),
        (ZHAO_MIN, "holder", 403),
        (ZHOU_JIE, "holder", 404),
        (PAN_YU, "holder", 404),
        (HE_LIN, "holder", 404),
    ] {
        let page = agrees(&world.visits(person).await, side, true).await;
        assert_eq!(page.status, status, "{} for the {side}: {}", person.name, page.told());
    }
    let zhao_min = world.visits(ZHAO_MIN).await;
    let path = format!("/delegations/{}/extension/customer", past::CONTOSOS_DELEGATION);
    for wrong in [&[("agrees", "perhaps")][..], &[], &[("agrees", "yes"), ("days", "9000")]] {
        zhao_min.posts_with_token(&path, wrong).await.answered(422);
    }
    zhao_min.posts_with_token(&format!("/delegations/{}/removal", past::CONTOSOS_DELEGATION), &[]).await.answered(303);
    agrees(&zhao_min, "customer", true).await.answered(409).sees("over already");
    assert_eq!(
        world
            .database
            .count("select count(*) from delegations where customer_extends_at is not null or holder_extends_at is not null")
            .await,
        0
    );
}

#[actix_web::test]
async fn d21_the_equal_of_a_global_administrator_never_extends_itself() {
    let world = World::with_a_past().await;
    let path = format!("/delegations/{}/extension", past::OWN_DELEGATION);
    let (zhao_min, he_lin) = (world.visits(ZHAO_MIN).await, world.visits(HE_LIN).await);
    // Both agreed while it was one service of many.
    zhao_min.posts_with_token(&format!("{path}/customer"), &[("agrees", "yes")]).await.answered(303);
    he_lin.posts_with_token(&format!("{path}/holder"), &[("agrees", "yes")]).await.answered(303);
    let everything = format!(
        "insert into delegations (relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, ends_at)
         select relationship_id, customer_id, owner_id, holder_id, holder_kind, s.code, 'provisioning', 'active', 365, granted_by, now() + interval '300 days'
           from delegations d, services s where d.id = '{}' and s.code <> d.service",
        past::OWN_DELEGATION
    );
    world.suddenly(&everything).await;
    set_end(&world, past::OWN_DELEGATION, "now() + interval '3 days'").await;
    assert_eq!(extend(&system(&world.database), Utc::now()).await.unwrap(), 0);
    let page = zhao_min.opens(&format!("/delegations/{}", past::OWN_DELEGATION)).await;
    let page = page.sees("Such a delegation is never extended automatically");
    page.form_ending("/extension/customer").sends().await.answered(200).sees("You took it back");
    zhao_min.posts_with_token(&format!("{path}/customer"), &[("agrees", "yes")]).await.answered(409).sees("offer to renew it instead");
    // Support is no part of it.
    let li_na = world.visits(LI_NA).await;
    agrees(&li_na, "holder", true).await.answered(303);
}

#[actix_web::test]
async fn a_suspended_holder_is_not_extended_until_it_is_reinstated() {
    let world = ends_in(5).await;
    agrees(&world.visits(ZHAO_MIN).await, "customer", true).await.answered(303);
    agrees(&world.visits(LI_NA).await, "holder", true).await.answered(303);
    let suspend = "update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'unpaid' where name = 'Contoso'";
    world.suddenly(suspend).await;
    assert_eq!(extend(&system(&world.database), Utc::now()).await.unwrap(), 0);
    world.suddenly("update organizations set state = 'active', suspended_at = null, suspended_reason = null where name = 'Contoso'").await;
    assert_eq!(extend(&system(&world.database), Utc::now()).await.unwrap(), 1);
}

#[actix_web::test]
async fn d13_what_another_transacting_partner_has_by_then_is_not_extended_into() {
    let world = World::with_a_past().await;
    set_end(&world, past::OWN_DELEGATION, "now() + interval '3 days'").await;
    let later = format!(
        "update delegations set customer_extends_at = now(), holder_extends_at = now() where id = '{0}';
         insert into delegations (relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, starts_at, ends_at)
         select relationship_id, customer_id, owner_id, '{1}', 'indirect-provider', service, purpose, 'active', 100, granted_by, now() + interval '4 days', now() + interval '100 days'
           from delegations where id = '{0}'",
        past::OWN_DELEGATION,
        crate::world::PROSEWARE.id()
    );
    world.suddenly(&later).await;
    assert_eq!(extend(&system(&world.database), Utc::now()).await.unwrap(), 0, "the constraint refuses, and nothing fails");
    let still = format!("select count(*) from delegations where holder_id = '{}' and extended = 0 and state = 'active'", NORTHWIND.id());
    assert_eq!(world.database.count(&still).await, 1);
}

/// One delegation that cannot be extended for a fault of ours holds up no other, and the run says that something went wrong.
#[actix_web::test]
async fn a_delegation_that_fails_is_passed_over_and_told() {
    let world = ends_in(5).await;
    let db = system(&world.database);
    set_end(&world, past::OWN_DELEGATION, "now() + interval '3 days'").await;
    world.suddenly("update delegations set customer_extends_at = now(), holder_extends_at = now()").await;
    world.fails_at("delegations", "update", &format!("new.id = '{}' and new.extended > 0", past::OWN_DELEGATION)).await;
    let trouble = extend(&db, Utc::now()).await.unwrap_err().to_string();
    assert!(trouble.contains("1 passed over") && trouble.contains("on purpose"), "{trouble}");
    assert_eq!(days_left(&world).await, 185);
    world.fails_no_more("delegations").await;
    assert_eq!(extend(&db, Utc::now()).await.unwrap(), 1, "its turn comes when it can be done");
}

/// D21: a round does a bounded part, so that none takes too long; what rests at the front keeps nothing behind it from its turn.
#[actix_web::test]
async fn d21_a_round_extends_a_bounded_part_and_nothing_stays_behind_what_rests() {
    let world = agreed().await;
    let db = system(&world.database);
    many_more(&world, 60, "now() + interval '1 day'").await;
    assert_eq!(extend(&db, Utc::now()).await.unwrap(), 50);
    assert_eq!(extend(&db, Utc::now()).await.unwrap(), 11);
    assert_eq!(extend(&db, Utc::now()).await.unwrap(), 0);

    many_more(&world, 60, "now() + interval '1 day'").await;
    set_end(&world, past::OWN_DELEGATION, "now() + interval '3 days'").await;
    world.suddenly(SUSPENDED).await;
    assert_eq!(extend(&db, Utc::now()).await.unwrap(), 1, "only the one whose holder may have it");
    assert_eq!(extend(&db, Utc::now()).await.unwrap(), 0);
}

/// Both sides want Contoso's delegation extended, and it ends in five days.
async fn agreed() -> World {
    let world = ends_in(5).await;
    world.suddenly("update delegations set customer_extends_at = now(), holder_extends_at = now()").await;
    world
}

/// How many letters went out that say that something is not extended.
async fn refusals(world: &World) -> i64 {
    world.database.count("select count(*) from outbox where letter ->> 'letter' = 'extension-refused'").await
}

const SUSPENDED: &str =
    "update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'unpaid' where name = 'Contoso'";
const REINSTATED: &str = "update organizations set state = 'active', suspended_at = null, suspended_reason = null where name = 'Contoso'";

/// Nothing says of a delegation that it extends itself that the job will not extend, and both sides are told so once.
#[actix_web::test]
async fn d21_what_will_not_be_extended_is_not_promised_and_both_sides_are_told_once() {
    let world = agreed().await;
    let db = system(&world.database);
    let zhao_min = world.visits(ZHAO_MIN).await;
    let contosos = format!("/delegations/{}", past::CONTOSOS_DELEGATION);
    zhao_min.opens("/expiries").await.sees("Extended automatically");
    zhao_min.opens(&contosos).await.sees("a week before each end");
    world
        .suddenly("update users set language = 'zh-CN' where name = 'Huang Lan'; update users set language = 'ru' where name = 'Li Na'")
        .await;
    world.suddenly(SUSPENDED).await;
    for person in [ZHAO_MIN, HE_LIN] {
        let rows = world.visits(person).await.opens("/expiries").await.all("tbody tr");
        assert!(rows[0].contains("Contoso") && !rows[0].contains("Extended automatically"), "{rows:?}");
    }
    zhao_min.opens(&contosos).await.sees("its holder is suspended").does_not_see("a week before each end");
    looks_through(&world, morning(1)).await;
    let mail = world.mail_to(&ZHAO_MIN.email()).await.says("1 delegation ends soon");
    assert!(!mail.text.contains("Extended automatically before that"), "{}", mail.text);

    assert_eq!(extend(&db, Utc::now()).await.unwrap(), 0);
    for person in [ZHAO_MIN, LI_NA, HUANG_LAN, HE_LIN] {
        assert_eq!(world.letters_to(&person.email()).await[0], "extension-refused", "{} is told", person.name);
    }
    world.mail_to(&ZHAO_MIN.email()).await.says("Not extended: Contoso, Exchange Online").says("Contoso is suspended");
    world.mail_to(&HUANG_LAN.email()).await.says("未能延长").says("已被暂停");
    world.mail_to(&LI_NA.email()).await.says("Не продлено").says("приостановлен");
    let told = refusals(&world).await;
    assert_eq!(extend(&db, Utc::now()).await.unwrap(), 0);
    assert_eq!(refusals(&world).await, told, "once");

    world.suddenly(REINSTATED).await;
    zhao_min.opens("/expiries").await.sees("Extended automatically");
    assert_eq!(extend(&db, Utc::now()).await.unwrap(), 1, "and it is kept");
    assert_eq!(refusals(&world).await, told);
}

/// The same for what was renewed, for another transacting partner's (D13), and for the equal of a global administrator.
#[actix_web::test]
async fn d21_each_hindrance_is_said_on_the_page_and_in_the_list() {
    let own = past::OWN_DELEGATION;
    let copied = format!(
        "insert into delegations (relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, starts_at, ends_at)
         select relationship_id, customer_id, owner_id, {{holder}}, holder_kind, {{service}}, purpose, 'active', 100, granted_by, now() + interval '4 days', now() + interval '100 days'
           from delegations d{{more}} where d.id = '{own}'"
    );
    let rival =
        copied.replace("{holder}", &format!("'{}'", crate::world::PROSEWARE.id())).replace("{service}", "service").replace("{more}", "");
    let everything = copied.replace("{holder}", "holder_id").replace("{service}", "s.code").replace("{more}", ", services s")
        + " and s.code <> d.service";
    let renewed = format!(
        "update renewals set delegation_id = '{own}', state = 'accepted', closed_at = now(), renewed_as = '{}'",
        past::CONTOSOS_DELEGATION
    );
    for (change, page, letter) in [
        (rival, "another selling partner has a delegation", Some("rival")),
        (everything, "Such a delegation is never extended automatically", Some("everything")),
        (renewed, "It was renewed", None),
    ] {
        let world = agreed().await;
        set_end(&world, own, "now() + interval '3 days'").await;
        set_end(&world, past::CONTOSOS_DELEGATION, "now() + interval '40 days'").await;
        world.suddenly(&change).await;
        let zhao_min = world.visits(ZHAO_MIN).await;
        zhao_min.opens(&format!("/delegations/{own}")).await.sees(page);
        let rows = zhao_min.opens("/expiries").await.all("tbody tr");
        assert!(rows[0].contains("Northwind") && !rows[0].contains("Extended automatically"), "{rows:?}");
        assert!(rows.iter().any(|row| row.contains("Contoso") && row.contains("Extended automatically")), "{rows:?}");
        assert_eq!(extend(&system(&world.database), Utc::now()).await.unwrap(), 0);
        let reasons = "select count(*) from extension_refusals where ends_at > now() and hindrance = '{word}'";
        assert_eq!(
            world.database.count("select count(*) from extension_refusals where ends_at > now()").await,
            i64::from(letter.is_some())
        );
        if let Some(word) = letter {
            assert_eq!(world.database.count(&reasons.replace("{word}", word)).await, 1);
            assert_eq!(world.letters_to(&ZHAO_MIN.email()).await[0], "extension-refused");
        }
    }
}

/// However many cannot be extended, those that end after them are.
#[actix_web::test]
async fn d21_what_is_not_extended_holds_up_nothing_behind_it() {
    let world = agreed().await;
    world
        .suddenly(&format!(
            "insert into delegations (relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, customer_extends_at, holder_extends_at, starts_at, ends_at)
             select relationship_id, customer_id, owner_id, '{0}', 'indirect-reseller', service, purpose, 'active', 100, granted_by, now(), now(), now(), now() + interval '1 day' + n * interval '1 minute'
               from delegations, generate_series(1, 120) n where id = '{1}';
             update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'unpaid' where id = '{0}'",
            crate::world::WINGTIP.id(),
            past::CONTOSOS_DELEGATION
        ))
        .await;
    assert_eq!(extend(&system(&world.database), Utc::now()).await.unwrap(), 1);
    assert_eq!(days_left(&world).await, 185);
    assert_eq!(
        world.database.count("select count(*) from extension_refusals where ends_at > now() and hindrance = 'suspended'").await,
        120
    );
}

#[actix_web::test]
async fn d18_a_removal_and_an_extension_at_the_same_moment_leave_it_removed() {
    for round in 0..6_u64 {
        let world = ends_in(5).await;
        world.suddenly("update delegations set customer_extends_at = now(), holder_extends_at = now()").await;
        let (one, other) = (system(&world.database), system(&world.database));
        let zhao_min = world.visits(ZHAO_MIN).await;
        let token = zhao_min.token().await;
        let path = format!("/delegations/{}/removal", past::CONTOSOS_DELEGATION);
        let fields = [("csrf", token.as_str())];
        let now = Utc::now();
        let remove = async {
            tokio::time::sleep(std::time::Duration::from_millis(round * 4)).await;
            zhao_min.posts(&path, &fields).await
        };
        let (removed, first, second) = tokio::join!(remove, extend(&one, now), extend(&other, now));
        removed.answered(303);
        let times = first.unwrap() + second.unwrap();
        assert!(times <= 1, "two workers extended it {times} times");
        let state = format!(
            "select count(*) from delegations where id = '{}' and state = 'ended' and end_reason = 'removed' and extended = {times}",
            past::CONTOSOS_DELEGATION
        );
        assert_eq!(world.database.count(&state).await, 1);
        let told = "select count(*) from audit_events where kind = 'delegation-extended'";
        assert_eq!(world.database.count(told).await, i64::try_from(times).unwrap());
    }
}

#[actix_web::test]
async fn the_letter_is_in_the_language_of_its_reader() {
    let world = ends_in(5).await;
    world.suddenly("update users set language = 'zh-CN' where name = 'Zhao Min'; update users set language = 'ru' where name = 'Li Na'; update delegations set customer_extends_at = now(), holder_extends_at = now()").await;
    assert_eq!(extend(&system(&world.database), Utc::now()).await.unwrap(), 1);
    world.mail_to(&ZHAO_MIN.email()).await.says("已延长 180 天");
    world.mail_to(&LI_NA.email()).await.says("Продлено на 180 дней");
}
