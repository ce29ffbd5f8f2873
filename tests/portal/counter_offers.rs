//! Counter-offers: a customer would accept less, the inviter agrees with one click, and nothing is granted by that (D16).

use uuid::Uuid;

use crate::{
    browser::Page,
    consents::{AGREEMENT, accepts, checks, choices, comes_to, lets},
    past::{Offer, Offered},
    revisions::asks_for_azure,
    sight::enters,
    world::{
        CONTOSO, FABRIKAM, HE_LIN, HUANG_LAN, LIN_TAO, LITWARE, LIU_FANG, MEI_TANG, NORTHWIND, OLGA_PETROVA, PAN_YU, PROSEWARE, Person,
        QIAN_DUO, SHEN_KE, WANG_LEI, WINGTIP, World, ZHAO_MIN, ZHAO_YONG,
    },
};

const SUPPORT: &str = "exchange-online/support";

/// Proposes to let somebody support Exchange Online for 90 days, and nothing else.
async fn proposes_support(page: &Page) -> Page {
    let form = page.clicks("Make a counter-offer").await.answered(200).form_ending("/counter-offer");
    form.clears("asks").ticks("asks", SUPPORT).with("days", "90").with("note", "Support is all we <b>need</b>.").sends().await.answered(200)
}

impl World {
    async fn text(&self, query: &str) -> String {
        self.database.connect().await.query_one(query, &[]).await.expect(query).get(0)
    }

    /// Zhao Min has made a counter-offer to an invitation; its id.
    async fn has_a_counter_offer(&self, offered: &Offered) -> String {
        let zhao_min = self.visits(ZHAO_MIN).await;
        proposes_support(&comes_to(&zhao_min, offered).await).await;
        self.text("select id::text from counter_offers where state = 'open'").await
    }

    async fn answers(&self, person: Person, counter: &str, verb: &str, fields: &[(&str, &str)]) -> Page {
        self.visits(person).await.posts_with_token(&format!("/counter-offers/{counter}/{verb}"), fields).await
    }
}

/// D16: a counter-offer (fewer services, purposes, days) is answered by the partner with one click; the customer then accepts.
#[actix_web::test]
async fn d16_a_customer_offers_less_and_the_inviter_agrees_with_one_click() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = proposes_support(&comes_to(&zhao_min, &offered).await).await;
    page.is_under(&format!("/received/{}", offered.id)).sees("Waits for Northwind Traders").sees("90 days");
    world.mail_to(&HE_LIN.email()).await.says("Fabrikam makes a counter-offer").says("Exchange Online: support").says("90 days");
    world.mail_to(&LIU_FANG.email()).await.says("Support is all we <b>need</b>.");
    zhao_min.opens("/today").await.does_not_see("asks for your answer");

    let he_lin = world.visits(HE_LIN).await;
    let page = he_lin.opens("/today").await.sees("Made a counter-offer").clicks("Fabrikam").await;
    let page = page.is_at(&format!("/invitations/{}", offered.id)).sees("Support is all we <b>need</b>.").sees("90 days");
    assert!(!page.html.contains("<b>need</b>"), "words of others are text");
    let agreed = page.form_ending("/agreement").sends().await.answered(200).sees("You agreed").sees("90 days").sees("zhao.min@fabrikam");
    let invitation = agreed.path.trim_start_matches("/invitations/").split('?').next().unwrap().to_owned();
    assert_ne!(invitation, offered.id.to_string());
    let exactly = format!(
        "select count(*) from invitations i join invitation_services s on s.invitation_id = i.id where i.id = '{invitation}' and i.kind = 'addressed'
            and i.days = 90 and i.frozen_at is not null and s.service || '/' || s.purpose = '{SUPPORT}'"
    );
    assert_eq!(world.database.count(&exactly).await, 1);
    assert_eq!(world.database.count(&format!("select count(*) from invitation_services where invitation_id = '{invitation}'")).await, 1);
    for nothing in ["acceptances", "relationships", "delegations"] {
        assert_eq!(world.database.count(&format!("select count(*) from {nothing}")).await, 0, "nothing is granted silently: {nothing}");
    }

    let mail = world.mail_to(&ZHAO_MIN.email()).await.says("Northwind Traders has agreed to the counter-offer of Fabrikam");
    assert_eq!(mail.link, format!("/received/{invitation}"));
    assert!(world.letters_to(&HE_LIN.email()).await.contains(&"counter-closed".to_owned()), "both are told");
    zhao_min
        .opens(&format!("/received/{}", offered.id))
        .await
        .sees("agreed to your counter-offer")
        .clicks("Go to the agreed invitation")
        .await;
    let page = zhao_min.opens(&mail.link).await.answered(200).sees("Exchange Online").does_not_see("SharePoint Online");
    let form = page.form_ending("/check");
    assert_eq!(form.value("days-exchange-online-support"), Some("90"));
    let form = form.with("holder-exchange-online-support", &NORTHWIND.id().to_string()).ticks("agreement", AGREEMENT);
    let checked = form.sends().await.answered(200).sees("Check before you accept").sees("Contoso");
    checked.form_ending("/acceptance").sends().await.answered(200).is_under("/receipts/M-");
    assert_eq!(world.database.count("select count(*) from delegations where state = 'active' and days = 90").await, 1);
    assert!(world.letters_to(&ZHAO_YONG.email()).await.contains(&"invitation-accepted".to_owned()), "D15: who passed it on is told");
    // The first one goes on for everybody else.
    assert_eq!(world.database.count(&format!("select count(*) from invitations where id = '{}' and state = 'open'", offered.id)).await, 1);
    let told = "select count(*) from audit_events where kind in ('counter-offer-made', 'counter-offer-agreed')";
    assert_eq!(world.database.count(told).await, 2);
}

/// D16: a counter-offer is never wider than what was asked, on the page and in the database.
#[actix_web::test]
async fn d16_nothing_wider_than_what_was_asked_can_be_proposed() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = comes_to(&zhao_min, &offered).await.clicks("Make a counter-offer").await;
    let form = page.form_ending("/counter-offer");
    form.clone().sends().await.answered(422).sees("Change something");
    form.clone().forged("asks", "azure/support").sends().await.answered(422);
    form.clone().forged("asks", "nothing/at all").sends().await.answered(422);
    for days in ["0", "366", "900", "many", ""] {
        let page = form.clone().with("days", days).sends().await.answered(422);
        assert_eq!(page.attributes("#days", "value"), [days], "what was typed is kept");
        assert!(page.has(".error-summary"));
    }
    form.clone().with("another", "9999999").sends().await.answered(422).sees("Enter the partner ID of an active reseller");
    form.clone().forged("holder", &Uuid::now_v7().to_string()).sends().await.answered(422);
    form.clone().with("days", "30").with("note", &"字".repeat(1001)).sends().await.answered(422);
    form.clone().forged("state", "agreed").sends().await.answered(422);
    assert_eq!(world.database.count("select count(*) from counter_offers").await, 0);

    // The second line: the database itself refuses what is wider, and what is another's.
    let owner = world.database.connect().await;
    let session =
        format!("insert into sessions (key_hash, user_id, org_id) values (sha256('k'), '{}', '{}')", ZHAO_MIN.id(), FABRIKAM.id());
    owner.batch_execute(&session).await.unwrap();
    let portal = world.database.connect_as_portal().await;
    for (asks, days, state) in [("{azure/support}", 30, "open"), ("{exchange-online/support}", 400, "open"), ("{}", 30, "agreed")] {
        let insert = format!(
            "begin; select enter_request(sha256('k'), null, false);
             insert into counter_offers (invitation_id, customer_id, inviter_id, asks, days, state, made_by)
             values ('{}', '{}', '{}', '{asks}', {days}, '{state}', '{}')",
            offered.id,
            FABRIKAM.id(),
            NORTHWIND.id(),
            ZHAO_MIN.id()
        );
        let refused = portal.batch_execute(&insert).await.unwrap_err();
        assert!(["42501", "23514"].contains(&refused.code().unwrap().code()), "{asks} {days} {state}: {refused}");
        portal.batch_execute("rollback").await.unwrap();
    }
}

/// D16: the database lets each side close a counter-offer in its own way, once, and lets nobody change what was proposed.
#[actix_web::test]
async fn d16_what_was_proposed_never_changes_whoever_writes() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let foreign = world.offers(Offer { by: PROSEWARE, to: Some(LIN_TAO.email()), ..Offer::default() }).await;
    let counter = world.has_a_counter_offer(&offered).await;
    let owner = world.database.connect().await;
    for person in [ZHAO_MIN, HE_LIN, PAN_YU] {
        let session = format!(
            "insert into sessions (key_hash, user_id, org_id) values (sha256('{0}'), '{0}', '{1}')",
            person.id(),
            person.company.id()
        );
        owner.batch_execute(&session).await.unwrap();
    }
    let portal = world.database.connect_as_portal().await;
    let closing = |person: Person| format!("closed_by = '{}', closed_at = now()", person.id());
    let agreed = |invitation: Uuid| format!("state = 'agreed', agreed_invitation_id = '{invitation}', {}", closing(HE_LIN));
    for (person, change) in [
        (ZHAO_MIN, "days = 1".to_owned()),
        (HE_LIN, "asks = '{}'".to_owned()),
        (HE_LIN, format!("customer_id = '{}'", LITWARE.id())),
        (HE_LIN, format!("state = 'withdrawn', {}", closing(HE_LIN))),
        (HE_LIN, agreed(foreign.id)),
        (HE_LIN, agreed(offered.id)),
        (ZHAO_MIN, format!("state = 'refused', {}", closing(ZHAO_MIN))),
        (ZHAO_MIN, agreed(offered.id)),
    ] {
        let update = format!(
            "begin; select enter_request(sha256('{}'), null, false); update counter_offers set {change} where id = '{counter}'",
            person.id()
        );
        let refused = portal.batch_execute(&update).await.expect_err(&change);
        assert_eq!(refused.code().unwrap().code(), "42501", "{} {change}: {refused}", person.name);
        portal.batch_execute("rollback").await.unwrap();
    }
    let others = format!("begin; select enter_request(sha256('{}'), null, false)", PAN_YU.id());
    portal.batch_execute(&others).await.unwrap();
    let changed = portal.execute("update counter_offers set state = 'open'", &[]).await.unwrap();
    assert_eq!(changed, 0, "another provider sees none");
}

/// D16: one counter-offer at a time; the button pressed twice makes one.
#[actix_web::test]
async fn d16_only_one_counter_offer_is_open_at_a_time() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = comes_to(&zhao_min, &offered).await.clicks("Make a counter-offer").await;
    let form = page.form_ending("/counter-offer").with("days", "30");
    form.clone().sends().await.answered(200);
    form.clone().sends().await.answered(200);
    form.with("days", "31").sends().await.answered(409).sees("Withdraw it first");
    assert_eq!(world.database.count("select count(*) from counter_offers").await, 1);
    assert_eq!(world.letters_to(&HE_LIN.email()).await, ["counter-offered"]);
    let page = zhao_min.opens(&format!("/received/{}", offered.id)).await;
    assert!(!page.words().contains("Make a counter-offer"));
    zhao_min.opens(&format!("/received/{}/counter-offer", offered.id)).await.is_at(&format!("/received/{}", offered.id));
}

/// D16: another holder alone is a counter-offer; a reseller from outside is named by its partner ID.
#[actix_web::test]
async fn d16_another_holder_is_a_counter_offer_and_becomes_the_suggested_one() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = comes_to(&zhao_min, &offered).await.clicks("Make a counter-offer").await;
    let page = page.form_ending("/counter-offer").with("another", WINGTIP.partner_id).sends().await.answered(200);
    page.sees("Wingtip Toys");
    let he_lin = world.visits(HE_LIN).await;
    let page = he_lin.opens(&format!("/invitations/{}", offered.id)).await.sees("Wingtip Toys");
    page.form_ending("/agreement").sends().await.answered(200).sees("Wingtip Toys");
    let link = world.mail_to(&ZHAO_MIN.email()).await.link;
    zhao_min.opens(&link).await.sees("Wingtip Toys (1000005), suggested");
}

/// D12, D16: whom the customer itself proposed has consented to nothing, even if it passed the first invitation on.
#[actix_web::test]
async fn d16_a_forwarder_that_the_customer_proposed_is_asked() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = comes_to(&zhao_min, &offered).await.clicks("Make a counter-offer").await;
    page.form_ending("/counter-offer").with("another", CONTOSO.partner_id).sends().await.answered(200).sees("Contoso");
    let page = world.visits(HE_LIN).await.opens(&format!("/invitations/{}", offered.id)).await;
    page.form_ending("/agreement").sends().await.answered(200);
    let link = world.mail_to(&ZHAO_MIN.email()).await.link;
    let page = zhao_min.opens(&link).await.answered(200);
    accepts(&checks(lets(choices(&page), CONTOSO, "exchange-online", "support")).await).await;
    assert_eq!(world.text("select distinct state from delegations").await, "awaiting-partner");
    assert!(world.letters_to(&HUANG_LAN.email()).await.contains(&"delegation-awaiting".to_owned()));
}

/// D16: the customer may withdraw it; both are told; afterwards it cannot be agreed to.
#[actix_web::test]
async fn d16_a_customer_withdraws_its_counter_offer() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let counter = world.has_a_counter_offer(&offered).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = zhao_min.opens(&format!("/received/{}", offered.id)).await;
    let form = page.form_ending("/withdrawal");
    form.clone().sends().await.answered(200).sees("is withdrawn");
    form.sends().await.answered(200);
    for person in [HE_LIN, ZHAO_MIN] {
        let letters = world.letters_to(&person.email()).await;
        assert_eq!(letters.iter().filter(|kind| *kind == "counter-closed").count(), 1, "{}: {letters:?}", person.name);
    }
    world.answers(HE_LIN, &counter, "agreement", &[]).await.answered(409).sees("has withdrawn this counter-offer");
    world.answers(HE_LIN, &counter, "refusal", &[("reason", "no")]).await.answered(409);
    assert_eq!(world.database.count("select count(*) from invitations").await, 1);
    // It may make another one, though not as often as it likes: each is mailed to the inviter's people.
    let request = format!("/received/{}", offered.id);
    for _ in 0..4 {
        proposes_support(&zhao_min.opens(&request).await).await.sees("Waits for");
        zhao_min.posts_with_token(&format!("{request}/counter-offer/withdrawal"), &[]).await.answered(303);
    }
    let fields = [("asks", SUPPORT), ("days", "90")];
    zhao_min.posts_with_token(&format!("{request}/counter-offer"), &fields).await.answered(429);
}

/// D16: the inviter refuses with a reason that the customer reads; the invitation stays.
#[actix_web::test]
async fn d16_the_inviter_refuses_with_a_reason() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let counter = world.has_a_counter_offer(&offered).await;
    let liu_fang = world.visits(LIU_FANG).await;
    let page = liu_fang.opens(&format!("/invitations/{}", offered.id)).await.clicks("Refuse").await.answered(200);
    page.form_ending("/refusal").with("reason", " ").sends().await.answered(422);
    let form = page.form_ending("/refusal").with("reason", "Without provisioning it <i>cannot</i> work.");
    form.clone().sends().await.answered(200).sees("You refused the counter-offer");
    form.sends().await.answered(200);
    world.mail_to(&ZHAO_MIN.email()).await.says("Without provisioning it <i>cannot</i> work.");
    assert_eq!(world.letters_to(&ZHAO_MIN.email()).await, ["counter-closed"]);
    let page = world.visits(ZHAO_MIN).await.opens(&format!("/received/{}", offered.id)).await;
    let page = page.sees("refused your counter-offer").sees("Without provisioning it <i>cannot</i> work.");
    assert!(page.has("form[action$='/check']"), "the invitation stays as it was");
    world.answers(HE_LIN, &counter, "agreement", &[]).await.answered(409);
    world.visits(ZHAO_MIN).await.posts_with_token(&format!("/received/{}/counter-offer/withdrawal", offered.id), &[]).await.answered(409);
}

/// D16, D19: whoever was answered with less, or declined, knows how the customer was called then, and reads of it no more than
/// there is to answer.
#[actix_web::test]
async fn d16_an_answer_that_is_over_shows_a_name_and_no_longer_its_customer() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let is_called = async |name: &str| {
        let rename =
            format!("update organizations set name = '{name}', domain = '{}.example' where id = '{}'", name.to_lowercase(), FABRIKAM.id());
        world.suddenly(&rename).await;
    };
    let seen = async |person| -> i64 {
        let portal = enters(&world, person, None, true).await;
        portal.query_one(&format!("select count(*) from organizations where id = '{}'", FABRIKAM.id()), &[]).await.unwrap().get(0)
    };
    let he_lin = world.visits(HE_LIN).await;
    let ours = format!("/invitations/{}", offered.id);
    assert_eq!(seen(HE_LIN).await, 0, "a customer that has said nothing is a stranger");
    let counter = world.has_a_counter_offer(&offered).await;
    is_called("Second").await;
    he_lin.opens(&ours).await.answered(200).sees("Second");
    assert_eq!((seen(HE_LIN).await, seen(PAN_YU).await), (1, 0), "who asks is known while there is something to answer");
    // Nobody answered it in time, and whoever refuses it afterwards says so to whom it was.
    world.suddenly(&format!("update invitations set expires_at = now() - interval '1 minute' where id = '{}'", offered.id)).await;
    assert_eq!(seen(HE_LIN).await, 0);
    he_lin.opens(&ours).await.answered(200).sees("Fabrikam").does_not_see("Second");
    world.suddenly(&format!("update invitations set expires_at = null where id = '{}'", offered.id)).await;

    world.answers(HE_LIN, &counter, "refusal", &[("reason", "Without provisioning it cannot work.")]).await.answered(303);
    assert_eq!(seen(HE_LIN).await, 0, "it is answered");
    is_called("Third").await;
    he_lin.opens(&ours).await.answered(200).sees("Second").does_not_see("Third");

    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = zhao_min.opens(&format!("/received/{}/decline", offered.id)).await.answered(200);
    page.form_ending("/decline").sends().await.answered(200).sees("You declined the invitation");
    is_called("Fourth").await;
    assert_eq!((seen(HE_LIN).await, seen(ZHAO_YONG).await, seen(ZHAO_MIN).await), (0, 0, 1), "and there is nothing after a no");
    he_lin.opens(&ours).await.answered(200).sees("Third").does_not_see("Fourth");
    let pair = format!("select id::text from partnerships where provider_id = '{}' and reseller_id = '{}'", NORTHWIND.id(), CONTOSO.id());
    let partnership = world.text(&pair).await;
    he_lin.opens(&format!("/partnerships/{partnership}/report?of=declines")).await.answered(200).sees("Third").does_not_see("Fourth");
    // The copies are the database's own.
    let portal = enters(&world, HE_LIN, None, false).await;
    for table in ["counter_offers", "declines"] {
        portal.batch_execute("savepoint here").await.unwrap();
        let refused = portal.batch_execute(&format!("update {table} set customer_name = 'Nobody'")).await.unwrap_err();
        assert_eq!(refused.code().map(|code| code.code()), Some("42501"), "{table}");
        portal.batch_execute("rollback to here").await.unwrap();
    }
}

/// D16: agreeing and withdrawing at the same moment leave one of both, and never half of one.
#[actix_web::test]
async fn d16_agreeing_and_withdrawing_at_the_same_moment_leave_one_of_both() {
    let world = World::new().await;
    let (zhao_min, he_lin) = (world.visits(ZHAO_MIN).await, world.visits(HE_LIN).await);
    for round in 0..6 {
        let offered = world.offers(Offer::default()).await;
        let counter = world.has_a_counter_offer(&offered).await;
        let withdrawal = format!("/received/{}/counter-offer/withdrawal", offered.id);
        let agreement = format!("/counter-offers/{counter}/agreement");
        let (withdrawn, agreed) = tokio::join!(zhao_min.posts_with_token(&withdrawal, &[]), he_lin.posts_with_token(&agreement, &[]));
        let mut statuses = [withdrawn.status.as_u16(), agreed.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 409], "{round}: {}\n{}", withdrawn.told(), agreed.told());
        let loser = if withdrawn.status == 409 { withdrawn } else { agreed };
        assert!(loser.words().contains("Nothing was changed"), "{}", loser.told());
        let whole = format!(
            "select count(*) from counter_offers c where c.id = '{counter}' and case c.state
               when 'agreed' then exists (select from openings o where o.invitation_id = c.agreed_invitation_id and o.customer_id = c.customer_id)
               else c.state = 'withdrawn' and c.agreed_invitation_id is null end"
        );
        assert_eq!(world.database.count(&whole).await, 1, "{round}");
    }
    let agreed = world.database.count("select count(*) from counter_offers where state = 'agreed'").await;
    assert_eq!(world.database.count("select count(*) from invitations where kind = 'addressed'").await, agreed);
}

/// D16: agreeing twice at the same moment makes one invitation.
#[actix_web::test]
async fn d16_the_one_click_pressed_twice_makes_one_invitation() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let counter = world.has_a_counter_offer(&offered).await;
    let (one, other) = (world.visits(HE_LIN).await, world.visits(HE_LIN).await);
    let path = format!("/counter-offers/{counter}/agreement");
    let (first, second) = tokio::join!(one.posts_with_token(&path, &[]), other.posts_with_token(&path, &[]));
    assert_eq!((first.status.as_u16(), second.status.as_u16()), (303, 303), "{}\n{}", first.told(), second.told());
    assert_eq!(first.leads_to(), second.leads_to());
    assert_eq!(one.posts_with_token(&path, &[]).await.leads_to(), first.leads_to());
    assert_eq!(world.database.count("select count(*) from invitations where kind = 'addressed'").await, 1);
    assert_eq!(world.letters_to(&ZHAO_MIN.email()).await, ["counter-closed"]);
}

/// D16: agreeing to delegated administration needs the right to ask for it; the relationship alone does not.
#[actix_web::test]
async fn d16_only_those_who_may_ask_for_administration_agree_to_some() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let counter = world.has_a_counter_offer(&offered).await;
    let page = world.visits(LIU_FANG).await.opens(&format!("/invitations/{}", offered.id)).await;
    assert!(!page.actions().iter().any(|action| action.ends_with("/agreement")), "a sales agent is not offered it");
    page.sees("an admin agent or a global admin of your organization agrees");
    for (person, status) in [(LIU_FANG, 403), (WANG_LEI, 403), (PAN_YU, 404), (ZHAO_YONG, 403), (ZHAO_MIN, 403)] {
        for (verb, fields) in [("agreement", &[][..]), ("refusal", &[("reason", "no")][..])] {
            // A sales agent may well refuse: that is done last.
            if person.id() == LIU_FANG.id() && verb == "refusal" {
                continue;
            }
            world.answers(person, &counter, verb, fields).await.answered(status);
        }
    }
    assert_eq!(world.database.count("select count(*) from counter_offers where state = 'open'").await, 1);
    world.answers(LIU_FANG, &counter, "refusal", &[("reason", "no")]).await.answered(303);

    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = zhao_min.opens(&format!("/received/{}/counter-offer", offered.id)).await;
    page.form_ending("/counter-offer").clears("asks").sends().await.answered(200).sees("The relationship alone");
    let alone = world.text("select id::text from counter_offers where state = 'open'").await;
    world.answers(LIU_FANG, &alone, "agreement", &[]).await.answered(303);
}

/// D16: only a global admin of a customer that came to the invitation makes one.
#[actix_web::test]
async fn d16_only_a_global_admin_whose_people_came_to_it_makes_one() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    comes_to(&world.visits(SHEN_KE).await, &offered).await;
    let path = format!("/received/{}/counter-offer", offered.id);
    let fields = [("asks", SUPPORT), ("days", "30")];
    for (person, status) in [(SHEN_KE, 403), (QIAN_DUO, 403), (LIN_TAO, 404), (HE_LIN, 403)] {
        let browser = world.visits(person).await;
        browser.opens(&path).await.answered(status);
        browser.posts_with_token(&path, &fields).await.answered(status);
        let withdrawal = browser.posts_with_token(&format!("{path}/withdrawal"), &[]).await;
        withdrawal.answered(status);
    }
    world.visits(ZHAO_MIN).await.posts_with_token(&path, &fields).await.answered(303);
}

/// D16 with D4: an addressed invitation is replaced by the agreed one, which any of the customer's global admins may accept.
#[actix_web::test]
async fn d16_what_is_agreed_replaces_an_addressed_invitation() {
    let world = World::new().await;
    let offered = world.offers(Offer { to: Some(LIN_TAO.email()), ..Offer::default() }).await;
    let lin_tao = world.visits(LIN_TAO).await;
    let page = proposes_support(&comes_to(&lin_tao, &offered).await).await;
    // A check page of the first invitation, still open in another window.
    let checked = page.form_ending("/check").ticks("agreement", AGREEMENT).sends().await.answered(200).sees("Check before you accept");
    let counter = world.text("select id::text from counter_offers").await;
    world.answers(HE_LIN, &counter, "agreement", &[]).await.answered(303);
    checked.form_ending("/acceptance").sends().await.answered(409);
    assert_eq!(
        world.database.count(&format!("select count(*) from invitations where id = '{}' and state = 'revoked'", offered.id)).await,
        1
    );
    world.somebody().opens(&offered.link).await.answered(410);
    lin_tao.opens(&format!("/received/{}", offered.id)).await.sees("agreed to your counter-offer").sees("Go to the agreed invitation");

    let link = world.mail_to(&LIN_TAO.email()).await.link;
    let promoted =
        format!("update memberships set admin = 'global-admin' where user_id = '{}' and org_id = '{}'", MEI_TANG.id(), LITWARE.id());
    world.suddenly(&promoted).await;
    let mei_tang = world.visits(MEI_TANG).await;
    mei_tang.posts_with_token("/organizations/current", &[("org", &LITWARE.id().to_string())]).await.answered(303);
    let page = mei_tang.opens(&link).await.answered(200);
    let checked = page.form_ending("/check").ticks("agreement", AGREEMENT).sends().await.answered(200);
    checked.form_ending("/acceptance").sends().await.answered(200).is_under("/receipts/M-");
    let stranger = world.visits(ZHAO_MIN).await;
    stranger.opens(&link).await.answered(404);
}

/// D16: whoever accepts or declines the invitation itself takes the counter-offer back.
#[actix_web::test]
async fn d16_an_answer_to_the_invitation_itself_takes_the_counter_offer_back() {
    let world = World::new().await;
    let first = world.offers(Offer::default()).await;
    let counter = world.has_a_counter_offer(&first).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = zhao_min.opens(&format!("/received/{}", first.id)).await.sees("either takes the counter-offer back");
    let checked = page.form_ending("/check").ticks("agreement", AGREEMENT).sends().await.answered(200);
    checked.form_ending("/acceptance").sends().await.answered(200).is_under("/receipts/");
    world.answers(HE_LIN, &counter, "agreement", &[]).await.answered(409);

    let second = world.offers(Offer { to: Some(ZHAO_MIN.email()), ..Offer::default() }).await;
    let counter = world.has_a_counter_offer(&second).await;
    zhao_min.posts_with_token(&format!("/received/{}/decline", second.id), &[("reason", "")]).await.answered(303);
    world.answers(HE_LIN, &counter, "agreement", &[]).await.answered(409);
    assert_eq!(world.database.count("select count(*) from counter_offers where state = 'withdrawn'").await, 2);
}

/// D16: a counter-offer that was made after a "no" does not outlive the next "no", so that nobody is invited who declined.
#[actix_web::test]
async fn d16_a_second_no_takes_back_the_counter_offer_that_followed_the_first() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    comes_to(&zhao_min, &offered).await;
    let path = format!("/received/{}/decline", offered.id);
    zhao_min.posts_with_token(&path, &[("reason", "Not now.")]).await.answered(303);
    let counter = world.has_a_counter_offer(&offered).await;
    for _ in 0..2 {
        zhao_min.posts_with_token(&path, &[("reason", "Not at all.")]).await.answered(303);
    }
    assert_eq!(world.database.count("select count(*) from declines").await, 2, "the first, and the one that took the counter-offer back");
    assert_eq!(world.database.count("select count(*) from counter_offers where state = 'withdrawn'").await, 1);
    world.mail_to(&HE_LIN.email()).await.says("Not at all.");
    world.answers(HE_LIN, &counter, "agreement", &[]).await.answered(409);
    assert_eq!(world.database.count("select count(*) from invitations").await, 1, "nothing is offered to somebody who said no");
}

/// D16 and UX-22: what the operator stops does not live on in what was agreed on from it; the end of the stop lets both go.
#[actix_web::test]
async fn d16_the_stop_of_an_invitation_reaches_what_was_agreed_on_from_it() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let counter = world.has_a_counter_offer(&offered).await;
    world.answers(HE_LIN, &counter, "agreement", &[]).await.answered(303);
    let agreed = world.text("select agreed_invitation_id::text from counter_offers").await;
    world.suddenly(&format!("update invitations set label = 'Agreed with Fabrikam' where id = '{agreed}'")).await;
    let (olga, zhao_min) = (world.visits(OLGA_PETROVA).await, world.visits(ZHAO_MIN).await);
    let received = format!("/received/{agreed}");
    let page = zhao_min.opens(&received).await.answered(200);
    let checked = page.form_ending("/check").ticks("agreement", AGREEMENT).sends().await.answered(200);
    let path = format!("/review/invitations/{}", offered.id);
    let decides = async |verb: &str, reason: &str| {
        let page = olga.opens(&format!("{path}/{verb}")).await.answered(200).sees("Agreed with Fabrikam");
        page.form_ending(&format!("/{verb}")).with("reason", reason).sends().await.answered(200);
    };
    decides("stop", "A forgery.").await;
    zhao_min.opens(&received).await.answered(200).sees("The operator has stopped this invitation");
    checked.form_ending("/acceptance").sends().await.answered(409);
    let stopped = "select count(*) from invitations where state = 'revoked' and stopped_reason = 'A forgery.'";
    assert_eq!(world.database.count(stopped).await, 2);
    assert_eq!(world.recorded("invitation-stopped").await, 2);
    world.visits(HE_LIN).await.opens(&format!("/invitations/{agreed}")).await.answered(200).sees("A forgery.");

    decides("lifting", "It was theirs.").await;
    checked.form_ending("/acceptance").sends().await.answered(200).is_under("/receipts/");
    let stopped = "select count(*) from invitations where stopped_reason is not null or stopped_with is not null";
    assert_eq!(world.database.count(stopped).await, 0);

    // What was accepted by the agreement stands in the report about the first one, and its customer is told of the next stop (D18).
    let somebody = world.somebody();
    let form = somebody.opens(&format!("{}/alarm", offered.link)).await.form_ending("/alarm");
    form.with("reason", "pretended").with("words", "They called.").sends().await.answered(200);
    let alarm = olga.opens("/alarms").await.links().into_iter().find(|href| href.starts_with("/alarms/")).expect("a report");
    olga.opens(&alarm).await.answered(200).sees("Fabrikam").does_not_see("Nobody has accepted it.");
    olga.opens(&format!("{path}/stop")).await.answered(200).sees("Fabrikam").sees("that you accepted");
    olga.posts_with_token(&format!("{path}/stop"), &[("reason", "A forgery after all.")]).await.answered(303);
    world.mail_to(&ZHAO_MIN.email()).await.says("that you accepted").says("A forgery after all.");
    let answered = format!("select count(*) from invitations where id = '{agreed}' and state = 'accepted' and stopped_with is null");
    assert_eq!(world.database.count(&answered).await, 1, "what was answered stays answered");
}

/// UX-22: what was stopped by itself is not let go with another.
#[actix_web::test]
async fn the_end_of_a_stop_lets_go_only_what_was_stopped_with_it() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let counter = world.has_a_counter_offer(&offered).await;
    world.answers(HE_LIN, &counter, "agreement", &[]).await.answered(303);
    let agreed = world.text("select agreed_invitation_id::text from counter_offers").await;
    let olga = world.visits(OLGA_PETROVA).await;
    for (id, verb) in [(agreed.clone(), "stop"), (offered.id.to_string(), "stop"), (offered.id.to_string(), "lifting")] {
        olga.posts_with_token(&format!("/review/invitations/{id}/{verb}"), &[("reason", "Looked into.")]).await.answered(303);
    }
    let stopped = world.text("select string_agg(id::text, ',') from invitations where stopped_reason is not null").await;
    assert_eq!(stopped, agreed);
    for (id, verb) in [(offered.id.to_string(), "stop"), (agreed.clone(), "lifting")] {
        olga.posts_with_token(&format!("/review/invitations/{id}/{verb}"), &[("reason", "Looked into.")]).await.answered(303);
    }
    let stopped = world.text("select string_agg(id::text, ',') from invitations where stopped_reason is not null").await;
    assert_eq!(stopped, offered.id.to_string(), "each can be let go by itself");
}

/// D16 with D5, D8, D9: what must hold when both agree is looked at again at that moment.
#[actix_web::test]
async fn d16_agreement_needs_an_open_invitation_an_active_inviter_and_one_market() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let counter = world.has_a_counter_offer(&offered).await;
    let northwind = NORTHWIND.id();
    for (before, after, status) in [
        (
            format!("update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'x' where id = '{northwind}'"),
            format!("update organizations set state = 'active', suspended_at = null, suspended_reason = null where id = '{northwind}'"),
            403,
        ),
        (
            "update organizations set country = 'RU' where name = 'Fabrikam'".to_owned(),
            "update organizations set country = 'CN' where name = 'Fabrikam'".to_owned(),
            409,
        ),
        (
            "update invitations set expires_at = now() - interval '1 second'".to_owned(),
            "update invitations set expires_at = null".to_owned(),
            409,
        ),
        ("update invitations set state = 'revoked'".to_owned(), "update invitations set state = 'open'".to_owned(), 409),
    ] {
        world.suddenly(&before).await;
        world.answers(HE_LIN, &counter, "agreement", &[]).await.answered(status);
        world.suddenly(&after).await;
    }
    assert_eq!(world.database.count("select count(*) from invitations").await, 1);
    world.answers(HE_LIN, &counter, "agreement", &[]).await.answered(303);
}

/// UX-28: somebody who may not decide asks a colleague by name, who gets a letter with a link to the request, once.
#[actix_web::test]
async fn a_reader_hands_an_invitation_to_a_colleague_who_may_decide() {
    let world = World::new().await;
    let offered = world.offers(Offer { forwarded_by: Some(CONTOSO), ..Offer::default() }).await;
    let shen_ke = world.visits(SHEN_KE).await;
    let page = comes_to(&shen_ke, &offered).await.sees("A global admin of your organization decides");
    let form = page.form_ending("/handover");
    assert_eq!(form.offers("to"), [ZHAO_MIN.id().to_string().as_str()]);
    form.clone().sends().await.answered(200).sees("Your colleague has been asked").sees("Shen Ke asked Zhao Min");
    form.sends().await.answered(200).sees("You already asked Zhao Min on").sees("Nothing was sent again");
    let mails = world.mails_to(&ZHAO_MIN.email()).await;
    assert_eq!(mails.len(), 1, "pressed twice, asked once");
    assert_eq!(mails[0].link, format!("/received/{}", offered.id), "the request, not the invitation's own link");
    mails[0].clone().says("Shen Ke of your organization").says("Northwind Traders");
    let billing = comes_to(&world.visits(QIAN_DUO).await, &offered).await;
    billing.form_ending("/handover").sends().await.sees("Qian Duo asked Zhao Min").sees("Shen Ke asked Zhao Min");

    let page = world.visits(ZHAO_MIN).await.opens(&mails[0].link).await.answered(200).sees("Shen Ke asked Zhao Min");
    assert!(page.has("form[action$='/check']"));
    world.visits(SHEN_KE).await.opens("/history").await.sees("Asked a colleague to decide: Zhao Min");
    assert_eq!(world.database.count("select count(*) from audit_events where kind = 'request-handed-over'").await, 2);
    let page = world.visits(HE_LIN).await.opens(&format!("/invitations/{}", offered.id)).await;
    page.does_not_see("Zhao Min").does_not_see("Asked a colleague");
}

/// UX-28: a colleague is asked once more when something new is to be decided, or after a day; two clicks ask once.
#[actix_web::test]
async fn a_colleague_is_asked_again_when_there_is_something_new_to_decide() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let shen_ke = world.visits(SHEN_KE).await;
    comes_to(&shen_ke, &offered).await;
    let path = format!("/received/{}", offered.id);
    let asks = async || {
        let form = shen_ke.opens(&path).await.answered(200).form_ending("/handover");
        let (one, two) = tokio::join!(form.clone().sent(), form.clone().sent());
        assert_eq!([one.status.as_u16(), two.status.as_u16()], [303, 303]);
        world.letters_to(&ZHAO_MIN.email()).await.iter().filter(|kind| *kind == "request-handed-over").count()
    };
    assert_eq!(asks().await, 1, "for two clicks");
    let zhao_min = world.visits(ZHAO_MIN).await;
    zhao_min.posts_with_token(&format!("{path}/decline"), &[("reason", "")]).await.answered(303);
    assert_eq!(asks().await, 2, "the answer was not the last word");
    asks_for_azure(&world.visits(HE_LIN).await, offered.id).await;
    assert_eq!(asks().await, 3, "the terms are newer");
    assert_eq!(asks().await, 3, "nothing is new");
    world.suddenly("update request_handovers set handed_at = handed_at - interval '25 hours'").await;
    assert_eq!(asks().await, 4, "a day later");

    // The last time first, page by page.
    world
        .suddenly(&format!(
            "insert into request_handovers (invitation_id, customer_id, handed_by, handed_to, handed_at)
             select '{}', '{}', '{}', '{}', now() - n * interval '1 day' from generate_series(2, 60) n",
            offered.id,
            FABRIKAM.id(),
            QIAN_DUO.id(),
            ZHAO_MIN.id()
        ))
        .await;
    let page = shen_ke.opens(&path).await.answered(200).sees("Shen Ke asked Zhao Min");
    let first = page.all("section[aria-labelledby=handovers] li span.quiet");
    let next = page.clicks("Next").await.answered(200);
    let rest = next.all("section[aria-labelledby=handovers] li span.quiet");
    assert_eq!((first.len(), rest.len()), (50, 13), "{}", next.told());
}

/// UX-28: the colleague is of the same organization and may decide; nobody else is written to.
#[actix_web::test]
async fn an_invitation_is_handed_to_nobody_else() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let shen_ke = world.visits(SHEN_KE).await;
    comes_to(&shen_ke, &offered).await;
    let path = format!("/received/{}/handover", offered.id);
    for to in [LIN_TAO.id(), QIAN_DUO.id(), SHEN_KE.id(), HE_LIN.id(), Uuid::now_v7()] {
        shen_ke.posts_with_token(&path, &[("to", &to.to_string())]).await.answered(422);
    }
    shen_ke.posts_with_token(&path, &[("to", "x")]).await.answered(422);
    world.visits(LIN_TAO).await.posts_with_token(&path, &[("to", &LIN_TAO.id().to_string())]).await.answered(404);
    world.visits(HE_LIN).await.posts_with_token(&path, &[("to", &ZHAO_MIN.id().to_string())]).await.answered(403);
    assert_eq!(world.database.count("select count(*) from outbox").await, 0);
    world.suddenly("update invitations set state = 'revoked'").await;
    shen_ke.posts_with_token(&path, &[("to", &ZHAO_MIN.id().to_string())]).await.answered(409);
    assert_eq!(world.database.count("select count(*) from request_handovers").await, 0);
}
