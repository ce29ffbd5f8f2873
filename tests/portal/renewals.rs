//! Renewals: a fresh offer before the end, and the customer's fresh answer.

use mandate::{delegations::jobs::expire, renewals::jobs::lapse};

use crate::{
    browser::Page,
    expiries::{ends_at_noon, looks_through, morning},
    extensions::{ends_in, many_more, set_end},
    jobs::system,
    past,
    world::{CONTOSO, HE_LIN, HUANG_LAN, LI_NA, LIN_TAO, PAN_YU, Person, QIAN_DUO, WANG_LEI, World, ZHAO_MIN, ZHAO_YONG, ZHOU_JIE},
};

fn preparing() -> String {
    format!("/delegations/{}/renewals/new", past::CONTOSOS_DELEGATION)
}

/// Somebody offers to renew Contoso's delegation; the offer's path.
async fn offered(world: &World, by: Person, days: &str) -> String {
    world.visits(by).await.posts_with_token(&preparing(), &[("days", days)]).await.answered(303);
    let newest =
        format!("select id::text from renewals where delegation_id = '{}' order by prepared_at desc limit 1", past::CONTOSOS_DELEGATION);
    let id: String = world.database.connect().await.query_one(&newest, &[]).await.unwrap().get(0);
    format!("/renewals/{id}")
}

async fn renewed(world: &World) -> i64 {
    let new = format!("select count(*) from delegations where holder_id = '{}' and id <> '{}'", CONTOSO.id(), past::CONTOSOS_DELEGATION);
    world.database.count(&new).await
}

#[actix_web::test]
async fn d21_a_holder_offers_to_renew_and_the_customer_accepts_for_a_shorter_time() {
    let world = ends_in(40).await;
    let li_na = world.visits(LI_NA).await;
    let page = li_na.opens(&format!("/delegations/{}", past::CONTOSOS_DELEGATION)).await;
    let form = page.clicks("Prepare a renewal").await.answered(200).sees("Fabrikam").form(&preparing());
    for wrong in ["", "0", "731", "many"] {
        let page = form.clone().with("days", wrong).sends().await.answered(422);
        assert_eq!(page.attributes("#days", "value"), [wrong]);
    }
    form.with("days", "180").sends().await.answered(200).sees("The offer is sent").sees("waits for the customer");
    for person in [ZHAO_MIN, HUANG_LAN, HE_LIN] {
        assert_eq!(world.letters_to(&person.email()).await[0], "renewal-offered", "{} is told", person.name);
    }
    let mail = world.mail_to(&ZHAO_MIN.email()).await.says("Contoso offers to renew").says("180 days");

    let zhao_min = world.visits(ZHAO_MIN).await;
    zhao_min.opens("/relationships").await.sees("1 offer to renew a delegation waits for your answer");
    let page = zhao_min.opens(&mail.link).await.answered(200).sees("A delegation of its own begins now").sees("180 days");
    let form = page.form_ending("/acceptance");
    form.clone().with("days", "181").sends().await.answered(422).sees("180");
    form.with("days", "90").sends().await.answered(200).sees("You renewed the delegation").sees("Active");
    let both = format!(
        "select count(*) from delegations where holder_id = '{}' and state = 'active' and service = 'exchange-online' and purpose = 'support'",
        CONTOSO.id()
    );
    assert_eq!(world.database.count(&both).await, 2, "the old one goes on beside the new one");
    let fresh = "select count(*) from delegations d join renewals r on r.renewed_as = d.id where r.state = 'accepted' and d.days = 90
                   and d.starts_at > now() - interval '1 minute' and d.ends_at < now() + interval '91 days'";
    assert_eq!(world.database.count(fresh).await, 1);
    for person in [ZHAO_MIN, LI_NA, HE_LIN] {
        assert_eq!(world.letters_to(&person.email()).await[0], "renewal-answered", "{} is told", person.name);
    }
    for kind in ["renewal-prepared", "renewal-accepted", "delegation-granted"] {
        assert_eq!(world.database.count(&format!("select count(*) from audit_events where kind = '{kind}'")).await, 1, "{kind}");
    }
    zhao_min.opens("/relationships").await.does_not_see("waits for your answer");
    // The second click has the first one's answer, and neither it nor another offer has an effect.
    let again = zhao_min.posts_with_token(&format!("{}/acceptance", mail.link), &[("days", "90")]).await.answered(303);
    again.follows().await.sees("You renewed the delegation");
    zhao_min.posts_with_token(&format!("{}/decline", mail.link), &[]).await.answered(409);
    world.visits(LI_NA).await.posts_with_token(&preparing(), &[("days", "30")]).await.answered(409).sees("it has been renewed");
    assert_eq!(renewed(&world).await, 1);
}

#[actix_web::test]
async fn d12_a_holder_for_whom_the_owner_asks_is_asked_as_well() {
    let world = ends_in(40).await;
    let offer = offered(&world, HE_LIN, "365").await;
    world.visits(LI_NA).await.opens(&offer).await.answered(200).sees("Northwind Traders");
    world.visits(ZHAO_MIN).await.opens(&offer).await.form_ending("/acceptance").sends().await.answered(200).sees("Awaiting partner");
    assert_eq!(
        world
            .database
            .count("select count(*) from delegations d join renewals r on r.renewed_as = d.id where d.state = 'awaiting-partner'")
            .await,
        1
    );
    assert!(world.letters_to(&LI_NA.email()).await.contains(&"delegation-awaiting".to_owned()));
}

#[actix_web::test]
async fn an_offer_is_declined_or_taken_back_and_another_may_follow() {
    let world = ends_in(40).await;
    let offer = offered(&world, LI_NA, "365").await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    zhao_min.opens(&offer).await.form_ending("/decline").sends().await.answered(200).sees("You declined").sees("Declined");
    assert_eq!(world.letters_to(&LI_NA.email()).await[0], "renewal-answered");
    zhao_min.posts_with_token(&format!("{offer}/decline"), &[]).await.answered(409);

    let offer = offered(&world, LI_NA, "30").await;
    let li_na = world.visits(LI_NA).await;
    world.visits(HE_LIN).await.posts_with_token(&format!("{offer}/withdrawal"), &[]).await.answered(404);
    li_na.opens(&offer).await.form_ending("/withdrawal").sends().await.answered(200).sees("The offer is taken back");
    zhao_min.posts_with_token(&format!("{offer}/acceptance"), &[("days", "30")]).await.answered(409).sees("no longer be answered");
    zhao_min.opens(&offer).await.sees("Taken back");
    // Whoever was told of the offer is told, and not who took it back.
    for (person, times) in [(ZHAO_MIN, 1), (HE_LIN, 1), (LI_NA, 0), (HUANG_LAN, 0)] {
        assert_eq!(world.count_letters_to(&person.email(), "renewal-withdrawn").await, times, "{}", person.name);
    }
    let mail = world.mail_to(&ZHAO_MIN.email()).await.says("Contoso has taken back its offer to renew").says("nothing to answer");
    zhao_min.opens(&mail.link).await.answered(200);
    assert_eq!(renewed(&world).await, 0);
}

/// D5: a suspended customer grants nothing, neither by a renewal nor by letting a delegation extend itself; it may decline.
#[actix_web::test]
async fn d5_a_suspended_customer_renews_nothing() {
    let world = ends_in(40).await;
    let offer = offered(&world, LI_NA, "180").await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let suspend = "update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'x' where name = 'Fabrikam'";
    world.suddenly(suspend).await;
    zhao_min.posts_with_token(&format!("{offer}/acceptance"), &[("days", "90")]).await.answered(403).sees("is suspended");
    let extension = format!("/delegations/{}/extension/customer", past::CONTOSOS_DELEGATION);
    zhao_min.posts_with_token(&extension, &[("agrees", "yes")]).await.answered(403).sees("is suspended");
    assert_eq!(renewed(&world).await, 0);
    zhao_min.posts_with_token(&format!("{offer}/decline"), &[]).await.answered(303);
}

/// D21: a renewal that came to nothing has renewed nothing: the old delegation can be renewed again, and its end is told.
#[actix_web::test]
async fn d21_a_renewal_that_was_removed_again_leaves_the_old_delegation_as_it_was() {
    let world = World::with_a_past().await;
    ends_at_noon(&world, past::CONTOSOS_DELEGATION, 8).await;
    let (li_na, zhao_min) = (world.visits(LI_NA).await, world.visits(ZHAO_MIN).await);
    let removal = "update delegations set state = 'ended', ended_at = now(), end_reason = 'removed'
                    where state <> 'ended' and id in (select renewed_as from renewals)";
    let delegation = format!("/delegations/{}", past::CONTOSOS_DELEGATION);
    for _ in 0..2 {
        let offer = offered(&world, LI_NA, "180").await;
        zhao_min.posts_with_token(&format!("{offer}/acceptance"), &[("days", "180")]).await.answered(303);
        li_na.posts_with_token(&preparing(), &[("days", "180")]).await.answered(409);
        assert_eq!(looks_through(&world, morning(1)).await, 0, "what goes on is not told to end");
        world.suddenly(removal).await;
        li_na.opens(&delegation).await.sees("Prepare a renewal");
    }
    assert_ne!(looks_through(&world, morning(1)).await, 0);
    world.mail_to(&ZHAO_MIN.email()).await.says("1 delegation ends soon").says("Contoso supports Exchange Online");
}

/// D8, D21: a renewal that was accepted for a shorter time than the old delegation lasts has renewed nothing once that time is over, no
/// matter whether a job has written it down.
#[actix_web::test]
async fn d8_a_renewal_that_ran_out_first_leaves_the_old_delegation_as_it_was() {
    let world = ends_in(40).await;
    let (li_na, zhao_min) = (world.visits(LI_NA).await, world.visits(ZHAO_MIN).await);
    let offer = offered(&world, LI_NA, "180").await;
    zhao_min.posts_with_token(&format!("{offer}/acceptance"), &[("days", "10")]).await.answered(303);
    li_na.posts_with_token(&preparing(), &[("days", "180")]).await.answered(409);
    let became = "select renewed_as::text from renewals where renewed_as is not null order by closed_at desc limit 1";
    let new: String = world.database.connect().await.query_one(became, &[]).await.unwrap().get(0);
    set_end(&world, new.parse().unwrap(), "now() - interval '1 second'").await;
    let active = format!("select count(*) from delegations where id = '{new}' and state = 'active'");
    assert_eq!(world.database.count(&active).await, 1, "nothing is written yet");
    li_na.opens(&format!("/delegations/{}", past::CONTOSOS_DELEGATION)).await.sees("Prepare a renewal");
    offered(&world, LI_NA, "180").await;
}

#[actix_web::test]
async fn d21_a_renewal_is_prepared_in_the_last_sixty_days_and_by_those_concerned() {
    let world = ends_in(61).await;
    let li_na = world.visits(LI_NA).await;
    li_na.posts_with_token(&preparing(), &[("days", "30")]).await.answered(409).sees("last 60 days");
    li_na.opens(&preparing()).await.answered(409);
    set_end(&world, past::CONTOSOS_DELEGATION, "now() + interval '59 days'").await;
    for (person, status) in [(ZHAO_YONG, 403), (WANG_LEI, 403), (ZHAO_MIN, 403), (ZHOU_JIE, 404), (PAN_YU, 404)] {
        let page = world.visits(person).await.posts_with_token(&preparing(), &[("days", "30")]).await;
        assert_eq!(page.status, status, "{}: {}", person.name, page.told());
    }
    let offer = offered(&world, LI_NA, "30").await;
    li_na.posts_with_token(&preparing(), &[("days", "30")]).await.answered(409).sees("an offer to renew this delegation already");
    for (person, status) in [(QIAN_DUO, 403), (LI_NA, 403), (LIN_TAO, 404)] {
        let page = world.visits(person).await.posts_with_token(&format!("{offer}/acceptance"), &[("days", "30")]).await;
        assert_eq!(page.status, status, "{}: {}", person.name, page.told());
    }
    world.visits(PAN_YU).await.opens(&offer).await.answered(404);
    let zhao_min = world.visits(ZHAO_MIN).await;
    zhao_min.posts_with_token(&format!("{offer}/acceptance"), &[("days", "30"), ("holder", "somebody")]).await.answered(422);
    assert_eq!(renewed(&world).await, 0);
}

#[actix_web::test]
async fn d5_what_a_suspended_partner_offered_is_not_accepted_until_it_is_reinstated() {
    let world = ends_in(40).await;
    let offer = offered(&world, LI_NA, "30").await;
    let suspend = "update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'unpaid' where name = 'Contoso'";
    world.suddenly(suspend).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let accept = async || zhao_min.posts_with_token(&format!("{offer}/acceptance"), &[("days", "30")]).await;
    accept().await.answered(409).sees("suspended at present");
    world.suddenly("update organizations set state = 'active', suspended_at = null, suspended_reason = null where name = 'Contoso'").await;
    accept().await.answered(303);
}

/// D9: a market that the operator has changed since is shown before the answer, and nothing is renewed across it; it may be declined.
#[actix_web::test]
async fn d9_a_renewal_is_not_accepted_across_markets() {
    let world = ends_in(40).await;
    let offer = offered(&world, LI_NA, "180").await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let form = zhao_min.opens(&offer).await.answered(200).does_not_see("must be in the same market").form_ending("/acceptance");
    world.suddenly("update organizations set country = 'RU' where name = 'Fabrikam'").await;
    let page = zhao_min.opens(&offer).await.answered(200).sees("Partner and customer must be in the same market").sees("Russia");
    assert!(!page.actions().iter().any(|action| action.ends_with("/acceptance")), "{}", page.told());
    form.sends().await.answered(409).sees("must be in the same market");
    assert_eq!(renewed(&world).await, 0);
    page.form_ending("/decline").sends().await.answered(200);
}

#[actix_web::test]
async fn d8_an_offer_lapses_with_its_delegation_by_the_databases_clock_and_is_written_down_once() {
    let world = ends_in(40).await;
    let offer = offered(&world, LI_NA, "30").await;
    set_end(&world, past::CONTOSOS_DELEGATION, "now() - interval '1 second'").await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    zhao_min.opens(&offer).await.answered(200).sees("Lapsed with the delegation");
    zhao_min.posts_with_token(&format!("{offer}/acceptance"), &[("days", "30")]).await.answered(409);
    let (one, other) = (system(&world.database), system(&world.database));
    let now = chrono::Utc::now();
    let (first, second) = tokio::join!(lapse(&one, now), lapse(&other, now));
    assert_eq!(first.unwrap() + second.unwrap(), 1);
    assert_eq!(world.database.count("select count(*) from audit_events where kind = 'renewal-lapsed'").await, 1);
    let lapsed = "select count(*) from renewals where state = 'lapsed' and closed_by is null";
    assert_eq!(world.database.count(lapsed).await, 1);
}

/// D8: an offer whose lapse cannot be written for a fault of ours holds up no other, and the run says that something went wrong.
#[actix_web::test]
async fn d8_an_offer_that_fails_is_passed_over_and_told() {
    let world = ends_in(40).await;
    offered(&world, LI_NA, "30").await;
    many_more(&world, 60, "now() - interval '1 day'").await;
    let others = format!(
        "insert into renewals (delegation_id, relationship_id, customer_id, owner_id, holder_id, days, prepared_org_id, prepared_by)
         select id, relationship_id, customer_id, owner_id, holder_id, 100, holder_id, '{}' from delegations where ends_at < now()",
        LI_NA.id()
    );
    world.suddenly(&others).await;
    set_end(&world, past::CONTOSOS_DELEGATION, "now() - interval '1 second'").await;
    world.fails_at("renewals", "update", "new.state = 'lapsed' and new.days = 30").await;
    let (db, now) = (system(&world.database), chrono::Utc::now());
    let trouble = lapse(&db, now).await.unwrap_err().to_string();
    assert!(trouble.contains("1 passed over, 60 done") && trouble.contains("on purpose"), "{trouble}");
    assert_eq!(world.recorded("renewal-lapsed").await, 60);
    world.fails_no_more("renewals").await;
    assert_eq!(lapse(&db, now).await.unwrap(), 1, "its turn comes when it can be done");
}

/// D19: a renewal and the removal of its relationship at the same moment: whichever comes first, no delegation outlives the relationship.
#[actix_web::test]
async fn d19_a_renewal_and_the_removal_of_its_relationship_leave_no_delegation_behind() {
    let (mut renewals, mut removals) = (0, 0);
    for round in 0..8_u64 {
        let world = ends_in(40).await;
        let offer = offered(&world, LI_NA, "30").await;
        let (zhao_min, he_lin) = (world.visits(ZHAO_MIN).await, world.visits(HE_LIN).await);
        let (customers, owners) = (zhao_min.token().await, he_lin.token().await);
        let acceptance = format!("{offer}/acceptance");
        let removal = format!("/relationships/{}/removal", past::RELATIONSHIP);
        let (accept, remove) = ([("days", "30"), ("csrf", customers.as_str())], [("csrf", owners.as_str())]);
        let late = |milliseconds| tokio::time::sleep(std::time::Duration::from_millis(milliseconds));
        let (accepted, removed): (Page, Page) = tokio::join!(
            async {
                late(round % 4 * 4).await;
                zhao_min.posts(&acceptance, &accept).await
            },
            async {
                late((7 - round) % 4 * 4).await;
                he_lin.posts(&removal, &remove).await
            },
        );
        for page in [&accepted, &removed] {
            assert!([303, 409].contains(&page.status.as_u16()), "{}", page.told());
        }
        renewals += u8::from(accepted.status == 303);
        removals += u8::from(removed.status == 303);
        let outliving = "select count(*) from delegations d join relationships r on r.id = d.relationship_id where r.state = 'ended' and d.state <> 'ended'";
        assert_eq!(world.database.count(outliving).await, 0, "round {round}: {} {}", accepted.status, removed.status);
    }
    assert!(renewals + removals > 0);
}

/// An acceptance and the end at the same moment: either it was in time and is a delegation, or it was not and is nothing.
#[actix_web::test]
async fn d8_a_renewal_and_an_expiry_at_the_same_moment_are_never_half_of_each() {
    for round in 0..6_u64 {
        let world = ends_in(40).await;
        let offer = offered(&world, LI_NA, "30").await;
        let zhao_min = world.visits(ZHAO_MIN).await;
        let token = zhao_min.token().await;
        set_end(&world, past::CONTOSOS_DELEGATION, "now() + interval '250 milliseconds'").await;
        let (path, fields) = (format!("{offer}/acceptance"), [("days", "30"), ("csrf", token.as_str())]);
        let accept = async {
            tokio::time::sleep(std::time::Duration::from_millis(180 + round * 20)).await;
            let (one, other): (Page, Page) = tokio::join!(zhao_min.posts(&path, &fields), zhao_min.posts(&path, &fields));
            [one, other]
        };
        let db = system(&world.database);
        let end = async {
            for _ in 0..20 {
                expire(&db, chrono::Utc::now()).await.unwrap();
                lapse(&db, chrono::Utc::now()).await.unwrap();
                tokio::time::sleep(std::time::Duration::from_millis(30)).await;
            }
        };
        let (pages, ()) = tokio::join!(accept, end);
        let done = pages.iter().filter(|page| page.status == 303).count();
        assert!(pages.iter().all(|page| [303, 409].contains(&page.status.as_u16())), "{}", pages[0].told());
        // Two clicks, one delegation.
        assert_eq!(renewed(&world).await, i64::from(done > 0));
        let places: std::collections::BTreeSet<_> = pages.iter().filter_map(Page::leads_to).collect();
        assert!(places.len() <= 1, "{places:?}");
        let state = if done > 0 { "accepted" } else { "lapsed" };
        let offer = format!("select count(*) from renewals where delegation_id = '{}' and state = '{state}'", past::CONTOSOS_DELEGATION);
        assert_eq!(world.database.count(&offer).await, 1, "{state}");
        let ended = format!("select count(*) from delegations where id = '{}' and end_reason = 'expired'", past::CONTOSOS_DELEGATION);
        assert_eq!(world.database.count(&ended).await, 1, "the old one ends on its day either way");
    }
}
