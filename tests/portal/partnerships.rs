//! Partnerships: the provider asks, the reseller authorizes, and nobody takes it for a customer's invitation.

use crate::{
    browser::Browser,
    past::{PARTNERSHIP, STANDING},
    sight::enters,
    world::{CONTOSO, DU_KAI, HE_LIN, HUANG_LAN, LI_NA, LIU_FANG, NORTHWIND, PAN_YU, WANG_LEI, World, ZHANG_WEI, ZHAO_MIN, ZHAO_YONG},
};

/// Northwind invites Wingtip; the path of the link.
async fn invites_wingtip(world: &World, provider: &Browser) -> String {
    let form = provider.opens("/partnerships").await.clicks("Invite a reseller").await.form("/partnerships/new");
    form.with("email", &DU_KAI.email()).with("name", "Du Kai").with("days", "30").sends().await.answered(200).is_under("/partnerships/");
    world.mail_to(&DU_KAI.email()).await.says("Northwind Traders").link
}

#[actix_web::test]
async fn a_reseller_authorizes_a_partnership_by_its_link() {
    let world = World::new().await;
    let provider = world.visits(LIU_FANG).await;
    let link = invites_wingtip(&world, &provider).await;
    assert!(link.starts_with("/p/"), "{link}");

    let du_kai = world.somebody();
    let page = du_kai.opens(&link).await.answered(200).sees("Northwind Traders").sees("1000001").sees("makes nobody a customer");
    let page = page.form_ending("/answer").sends().await.is_at("/sign-in");
    world.signs_in(&du_kai, DU_KAI).await;
    drop(page);
    let page = du_kai.opens(&link).await.answered(200);
    page.form_ending("/answer").pressing("answer", "authorize").sends().await.answered(200).sees("Northwind Traders");
    assert_eq!(world.database.count("select count(*) from partnerships where state = 'active'").await, 4);
    assert!(
        world.letters_to(&LIU_FANG.email()).await.contains(&"partnership-answered".to_owned())
            || world.letters_to(&ZHANG_WEI.email()).await.contains(&"partnership-answered".to_owned())
    );
    provider.opens("/partnerships").await.sees("Wingtip Toys");
    du_kai.opens(&link).await.sees("partners already");
    let again = du_kai.posts_with_token(&format!("{link}/answer"), &[("answer", "authorize")]).await;
    assert!([303, 409].contains(&again.status.as_u16()), "{}", again.told());
    assert_eq!(world.database.count("select count(*) from partnerships where state = 'active'").await, 4);
}

#[actix_web::test]
async fn whoever_signs_in_on_the_way_comes_back_to_the_link() {
    let world = World::new().await;
    let link = invites_wingtip(&world, &world.visits(LIU_FANG).await).await;
    let page = world.somebody().opens(&link).await.form_ending("/answer").sends().await.is_at("/sign-in").sees("partnership offer");
    let page = page.form("/sign-in").with("email", &DU_KAI.email()).with("password", crate::world::PASSWORD).sends().await;
    page.is_at(&link).sees("Authorize partnership");
}

#[actix_web::test]
async fn opening_the_link_however_often_answers_nothing() {
    let world = World::new().await;
    let link = invites_wingtip(&world, &world.visits(LIU_FANG).await).await;
    let before = world.database.fingerprint().await;
    let scanner = world.somebody();
    for _ in 0..10 {
        scanner.opens(&link).await.answered(200);
    }
    assert_eq!(world.database.fingerprint().await, before);
}

#[actix_web::test]
async fn only_a_reseller_can_answer_and_only_those_who_may() {
    let world = World::new().await;
    let link = invites_wingtip(&world, &world.visits(LIU_FANG).await).await;
    for person in [ZHAO_MIN, HE_LIN, PAN_YU] {
        let browser = world.visits(person).await;
        let page = browser.opens(&link).await;
        assert!(!page.words().contains("Authorize partnership"), "{}: {}", person.name, page.told());
        let answer = browser.posts_with_token(&format!("{link}/answer"), &[("answer", "authorize")]).await;
        assert!([403, 404].contains(&answer.status.as_u16()), "{}: {}", person.name, answer.told());
    }
    // A sales agent of a reseller forwards; she does not bind her company.
    let sales = world.visits(ZHAO_YONG).await;
    sales.opens(&link).await.sees("Somebody else has to answer");
    sales.posts_with_token(&format!("{link}/answer"), &[("answer", "authorize")]).await.answered(403);
    assert_eq!(world.database.count("select count(*) from partnerships where state = 'invited'").await, 1);
}

#[actix_web::test]
async fn a_reseller_refuses() {
    let world = World::new().await;
    let link = invites_wingtip(&world, &world.visits(LIU_FANG).await).await;
    let du_kai = world.visits(DU_KAI).await;
    du_kai.opens(&link).await.form_ending("/answer").pressing("answer", "refuse").sends().await.answered(200);
    assert_eq!(world.database.count("select count(*) from partnerships where state = 'refused'").await, 1);
    du_kai.opens(&link).await.sees("This partnership was refused");
}

/// D5: the open link of a suspended provider authorizes nothing until it is reinstated, and then works again.
#[actix_web::test]
async fn d5_with_a_suspended_provider_no_partnership_begins() {
    let world = World::new().await;
    let link = invites_wingtip(&world, &world.visits(LIU_FANG).await).await;
    let du_kai = world.visits(DU_KAI).await;
    let open = du_kai.opens(&link).await;
    let set = |how: &str| format!("update organizations set {how} where id = '{}'", NORTHWIND.id());
    world.suddenly(&set("state = 'suspended', suspended_at = now(), suspended_reason = 'x'")).await;
    open.form_ending("/answer").pressing("answer", "authorize").sends().await.answered(409).sees("The provider is suspended");
    let page = du_kai.opens(&link).await.answered(200).sees("cannot begin a partnership now");
    assert!(!page.html.contains("value=\"authorize\""), "{}", page.told());
    assert_eq!(world.database.count("select count(*) from partnerships where state = 'invited'").await, 1);
    // The second line says the same.
    let id: String =
        world.database.connect().await.query_one("select id::text from partnerships where state = 'invited'", &[]).await.unwrap().get(0);
    let own = enters(&world, DU_KAI, Some(id.parse().unwrap()), false).await;
    let answer = format!(
        "update partnerships set state = 'active', reseller_id = '{}', answered_by = '{}', answered_at = now() where id = '{id}'",
        DU_KAI.company.id(),
        DU_KAI.id()
    );
    let refused = own.batch_execute(&answer).await.expect_err("nobody begins to work with a suspended provider");
    assert!(refused.as_db_error().is_some_and(|error| error.message().contains("a suspended provider")), "{refused:?}");
    drop(own);
    world.suddenly(&set("state = 'active', suspended_at = null, suspended_reason = null")).await;
    du_kai.opens(&link).await.form_ending("/answer").pressing("answer", "authorize").sends().await.answered(200);
}

#[actix_web::test]
async fn a_withdrawn_or_expired_link_is_dead_and_says_so() {
    let world = World::new().await;
    let provider = world.visits(LIU_FANG).await;
    let link = invites_wingtip(&world, &provider).await;
    let du_kai = world.visits(DU_KAI).await;
    world
        .database
        .connect()
        .await
        .batch_execute("update partnerships set expires_at = now() - interval '1 second' where state = 'invited'")
        .await
        .unwrap();
    du_kai.opens(&link).await.sees("This partnership link has expired");
    let late = du_kai.posts_with_token(&format!("{link}/answer"), &[("answer", "authorize")]).await;
    assert!([409, 410].contains(&late.status.as_u16()), "{}", late.told());
    world
        .database
        .connect()
        .await
        .batch_execute("update partnerships set expires_at = now() + interval '1 day' where state = 'invited'")
        .await
        .unwrap();
    let open = du_kai.opens(&link).await;

    let page = provider.opens("/partnerships?state=invited").await;
    let detail = page.links().into_iter().find(|href| href.starts_with("/partnerships/0")).unwrap();
    provider.opens(&detail).await.form_ending("/withdrawal").sends().await.answered(200);
    let late = open.form_ending("/answer").pressing("answer", "authorize").sent().await;
    assert!([409, 410].contains(&late.status.as_u16()), "{}", late.told());
    du_kai.opens(&link).await.sees("This partnership link was withdrawn");
    world.somebody().opens("/p/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").await.answered(404);
}

#[actix_web::test]
async fn a_partnership_link_is_no_invitation_and_the_other_way_round() {
    let world = World::with_a_past().await;
    let link = invites_wingtip(&world, &world.visits(LIU_FANG).await).await;
    let token = link.trim_start_matches("/p/");
    let stranger = world.somebody();
    stranger.opens(&format!("/i/{token}")).await.answered(404);
    stranger.opens(&format!("/confirm/{token}")).await.does_not_see("Northwind");
    let invitation = world.path_of(mandate::links::Kind::Invitation, crate::past::STANDING, 1);
    stranger.opens(&invitation.replace("/i/", "/p/")).await.answered(404);
}

#[actix_web::test]
async fn nobody_but_a_provider_invites_resellers() {
    let world = World::new().await;
    for person in [LI_NA, ZHAO_MIN, WANG_LEI] {
        let browser = world.visits(person).await;
        browser.opens("/partnerships/new").await.answered(403);
        browser
            .posts_with_token("/partnerships/new", &[("email", "a@b.example"), ("name", ""), ("language", "en"), ("days", "30")])
            .await
            .answered(403);
    }
    assert_eq!(world.database.count("select count(*) from partnerships where state = 'invited'").await, 0);
}

#[actix_web::test]
async fn the_form_tells_every_reason() {
    let world = World::new().await;
    let form = world.visits(LIU_FANG).await.opens("/partnerships/new").await.form("/partnerships/new");
    for (email, name, days) in [
        ("", "", "30"),
        ("nobody", "", "30"),
        ("a@b.example", &*"名".repeat(201), "30"),
        ("a@b.example", "", "0"),
        ("a@b.example", "", "91"),
        ("a@b.example", "", "many"),
        ("a@b.example,c@d.example", "", "30"),
        ("a@b.example\r\nBcc: x@y.example", "", "30"),
    ] {
        let page = form.clone().with("email", email).with("name", name).with("days", days).sends().await.answered(422);
        assert!(page.has(".error-summary"), "{}", page.told());
        assert_eq!(page.attributes("#days", "value"), [days]);
    }
    assert_eq!(world.database.count("select count(*) from outbox").await, 0);
}

#[actix_web::test]
async fn ending_a_partnership_leaves_delegations_and_shows_them() {
    let world = World::with_a_past().await;
    let reseller = world.visits(HUANG_LAN).await;
    let path = format!("/partnerships/{}", crate::past::PARTNERSHIP);
    let page = reseller.opens(&format!("{path}/ending")).await.answered(200).sees("Fabrikam");
    page.form_ending("/ending").sends().await.answered(200).is_under(&path).sees("Fabrikam");
    assert_eq!(world.database.count("select count(*) from delegations where state = 'active'").await, 2, "D20: they stay");
    for side in [NORTHWIND, CONTOSO] {
        let told = format!("select count(*) from outbox where org_id = '{}' and letter->>'letter' = 'partnership-ended'", side.id());
        assert!(world.database.count(&told).await > 0, "{} is told", side.name);
    }
    world.visits(ZHANG_WEI).await.opens(&path).await.sees("Fabrikam");
    reseller.posts_with_token(&format!("{path}/ending"), &[]).await.answered(409);
}

impl World {
    /// What Contoso has of Northwind's invitation in the database: the invitation, its revisions, its own forwards.
    async fn sees_of_the_invitation(&self) -> [i64; 3] {
        let portal = enters(self, ZHAO_YONG, None, true).await;
        let mut seen = [0; 3];
        for (at, table) in
            ["invitations where id", "invitation_revisions where invitation_id", "forwards where invitation_id"].iter().enumerate()
        {
            seen[at] = portal.query_one(&format!("select count(*) from {table} = '{STANDING}'"), &[]).await.unwrap().get(0);
        }
        seen
    }

    /// Northwind and Contoso work together once more.
    async fn works_with_contoso_again(&self) {
        self.suddenly(&format!(
            "insert into partnerships (provider_id, reseller_id, state, recipient_email, language, invited_by, expires_at, answered_by, answered_at)
             select provider_id, reseller_id, 'active', recipient_email, language, invited_by, now() + interval '1 day', answered_by, now() from partnerships where id = '{PARTNERSHIP}'"
        ))
        .await;
    }
}

/// D2: with the partnership everything goes back that was handed over, and comes again only when it is handed over again.
#[actix_web::test]
async fn d2_whoever_parts_hands_back_what_was_handed_over() {
    let world = World::with_a_past().await;
    let (provider, reseller) = (world.visits(HE_LIN).await, world.visits(ZHAO_YONG).await);
    let path = format!("/invitations/{STANDING}");
    let changes = async |days: &str| {
        let form = provider.opens(&format!("{path}/revisions/new")).await.answered(200).form_ending("/revisions/new").with("days", days);
        let checked = form.sends().await.answered(200);
        checked.form_ending("/revisions/new").pressing("step", "save").sends().await.answered(200).sees("The invitation is changed");
    };
    changes("300").await;
    reseller.opens(&path).await.answered(200).sees("Revision 2");
    assert_eq!(world.sees_of_the_invitation().await, [1, 1, 1]);
    let told = world.count_letters_to(&ZHAO_YONG.email(), "invitation-revised").await;
    assert_eq!(told, 1);

    let ending = format!("/partnerships/{PARTNERSHIP}/ending");
    let page = world.visits(HUANG_LAN).await.opens(&ending).await.answered(200).sees("whatever was handed to you is taken back");
    page.form_ending("/ending").sends().await.answered(200);
    let parted = world.database.count("select count(*) from handouts where withdrawn_at is null").await;
    assert_eq!(parted, 0, "in the same moment, also when the reseller ends it");
    let recorded = "select count(*) from audit_events where kind = 'partnership-ended' and details->>'invitations' = '1'";
    assert!(world.database.count(recorded).await > 0);
    let gone = async || {
        // What it passed on itself stays its own to see, without the terms.
        reseller.opens(&path).await.answered(200).sees("You do not have it in your hands now").does_not_see("A word of welcome");
        reseller.opens(&format!("{path}/revisions/1")).await.answered(404);
        reseller.opens(&format!("{path}/forwards/new")).await.answered(404);
        reseller.opens("/invitations").await.answered(200).does_not_see("Everybody in spring");
        assert_eq!(world.sees_of_the_invitation().await, [0, 0, 1], "its own forward stays its own record");
    };
    gone().await;
    changes("200").await;
    assert_eq!(world.count_letters_to(&ZHAO_YONG.email(), "invitation-revised").await, told, "later terms are no longer its business");

    world.works_with_contoso_again().await;
    gone().await;
    let form = provider.opens(&path).await.form_ending("/handouts").ticks("resellers", &CONTOSO.id().to_string());
    form.sends().await.answered(200).sees("Handed over");
    reseller.opens(&path).await.answered(200).sees("Revision 3");
}

/// D2: those that parted before this was a rule have given back as well; who was handed it since keeps it.
#[actix_web::test]
async fn d2_what_was_left_in_hands_is_taken_back() {
    let world = World::with_a_past().await;
    let migration = include_str!("../../migrations/2026-11-25-000030_taken_back/up.sql");
    let (_, rest) = migration.split_once("update handouts h").expect("the migration takes back");
    let (update, _) = rest.split_once(';').unwrap();
    let take_back = format!("update handouts h{update}");
    let in_hands = "select count(*) from handouts where withdrawn_at is null";
    world.suddenly(&take_back).await;
    assert_eq!(world.database.count(in_hands).await, 1, "they work together");

    // As it was before: an end that takes nothing back.
    world
        .suddenly(&format!(
            "alter table partnerships disable trigger take_back_all;
             update partnerships set state = 'ended', ended_at = now() - interval '1 day', ended_by = invited_by where id = '{PARTNERSHIP}';
             alter table partnerships enable trigger take_back_all"
        ))
        .await;
    assert_eq!(world.sees_of_the_invitation().await, [0, 0, 1], "the second line shows it to no former reseller");
    world.works_with_contoso_again().await;
    assert_eq!(world.sees_of_the_invitation().await[0], 1, "it is as if nobody had parted");
    world.suddenly(&take_back).await;
    assert_eq!(world.sees_of_the_invitation().await[0], 0);
    world.suddenly("update handouts set withdrawn_at = null, handed_at = now()").await;
    world.suddenly(&take_back).await;
    assert_eq!(world.database.count(in_hands).await, 1, "handed over since");
}
