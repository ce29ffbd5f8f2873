//! A reseller asks its provider for an invitation; the provider answers, or has a policy. The invitation is always the provider's.

use futures_util::future::join_all;

use crate::{
    browser::{Browser, Form, Page},
    past::PARTNERSHIP,
    world::{
        CONTOSO, Company, DU_KAI, HE_LIN, HUANG_LAN, LIU_FANG, NORTHWIND, PAN_YU, PROSEWARE, WANG_LEI, WU_TAO, World, ZHANG_WEI, ZHAO_MIN,
        ZHAO_YONG,
    },
};

/// The filled-in form by which Contoso asks Northwind for an invitation to Litware.
async fn asks(browser: &Browser, asks: &[&str]) -> Form {
    let page = browser.opens("/requests/new").await.answered(200);
    let form = page.form("/requests/new").with("provider", &NORTHWIND.id().to_string()).with("kind", "addressed");
    let form = form.with("title", "Litware").with("email", "it@litware.example").with("note", "They called us.");
    asks.iter().fold(form, |form, ask| form.ticks("asks", ask))
}

/// Northwind's policy for Contoso: support of Azure, for a year at most, addressed, so many a month.
async fn sets_policy(browser: &Browser, per_month: &str) -> Page {
    let page = browser.opens(&format!("/partnerships/{PARTNERSHIP}")).await.clicks("Policy for requests").await.answered(200);
    let form = page.form_ending("/policy").ticks("asks", "azure/support").with("per_month", per_month);
    form.sends().await.answered(200).sees("The policy is set, in your name")
}

/// The path of the page that was landed on.
fn path_of(page: &Page) -> String {
    page.path.split('?').next().unwrap().to_owned()
}

const WAITING: &str = "select count(*) from invitation_requests where state = 'waiting'";
const ISSUED: &str = "select count(*) from invitation_requests where state = 'issued'";

/// D1: a reseller never creates (UX-17); it asks, and the provider makes of it what it will.
#[actix_web::test]
async fn a_reseller_asks_and_its_provider_issues_less() {
    let world = World::new().await;
    let contoso = world.visits(ZHAO_YONG).await;
    let page = contoso.opens("/invitations").await.answered(200).clicks("Ask for an invitation").await;
    page.answered(200).sees("Northwind Traders (1000001)").does_not_see("Proseware");
    let form = asks(&contoso, &["azure/support", "azure/provisioning"]).await;
    let asked = form.clone().sends().await.answered(200).sees("Your provider has been asked").sees("Awaiting an answer");
    let path = path_of(&asked);
    assert_eq!(path_of(&form.sends().await), path, "the same form is one request");
    assert_eq!(world.database.count("select count(*) from invitation_requests").await, 1);
    assert_eq!(world.database.count("select count(*) from invitations").await, 0);
    world.mail_to(&HE_LIN.email()).await.says("Contoso asks you for an invitation").says("They called us.");

    let he_lin = world.visits(HE_LIN).await;
    he_lin.opens("/today").await.sees("Contoso asks for an invitation").sees("Requests of resellers");
    let page = he_lin.opens("/requests").await.sees("Litware").clicks("Litware").await.answered(200).sees("They called us.");
    let page = page.clicks("Issue invitation").await.answered(200);
    let form = page.form_ending("/invitation").clears("asks").ticks("asks", "azure/support").with("days", "180");
    let done = form.clone().sends().await.answered(200).sees("issued and handed over");
    form.sends().await.answered(200);
    let made = format!(
        "select count(*) from invitations i join handouts h on h.invitation_id = i.id join invitation_services s on s.invitation_id = i.id
          where i.inviter_id = '{}' and i.created_by = '{}' and h.reseller_id = '{}' and i.days = 180 and i.kind = 'addressed'
            and i.recipient_email = 'it@litware.example' and i.suggested_holder_id = h.reseller_id",
        NORTHWIND.id(),
        HE_LIN.id(),
        CONTOSO.id()
    );
    assert_eq!(world.database.count(&made).await, 1, "D1: it is the provider's, asks for one thing, and was made once");
    done.clicks("See the invitation").await.answered(200).sees("Litware");
    world.mail_to(&ZHAO_YONG.email()).await.says("has issued the invitation that you asked for");
    let page = contoso.opens(&path).await.sees("Issued").clicks("See the invitation").await.answered(200);
    page.clicks("Forward").await.answered(200);
    contoso.posts_with_token(&format!("{path}/withdrawal"), &[]).await.answered(409);
}

/// UX-11: also what was asked for may double what is there already.
#[actix_web::test]
async fn an_invitation_that_would_double_another_is_issued_knowingly() {
    let world = World::new().await;
    let contoso = world.visits(ZHAO_YONG).await;
    let he_lin = world.visits(HE_LIN).await;
    let first = path_of(&asks(&contoso, &["azure/support"]).await.sends().await.answered(200));
    let page = he_lin.opens(&format!("{first}/invitation")).await.answered(200).does_not_see("may have something from you already");
    page.form_ending("/invitation").sends().await.answered(200).sees("issued and handed over");

    let second = path_of(&asks(&contoso, &["azure/support"]).await.sends().await.answered(200));
    let page = he_lin.opens(&format!("{second}/invitation")).await.sees("may have something from you already").sees("Azure");
    let form = page.form_ending("/invitation");
    form.clone().sends().await.answered(422);
    form.clone().ticks("anyway", "yes").with("days", "366").sends().await.answered(422).sees("from 1 to 365");
    form.clone().with("email", "other@elsewhere.example").sends().await.answered(200).sees("issued and handed over");
    assert_eq!(world.database.count(ISSUED).await, 2);

    let third = path_of(&asks(&contoso, &["azure/support"]).await.sends().await.answered(200));
    let page = he_lin.opens(&format!("{third}/invitation")).await;
    page.form_ending("/invitation").ticks("anyway", "yes").sends().await.answered(200).sees("issued and handed over");
    assert_eq!(world.database.count(ISSUED).await, 3);
}

#[actix_web::test]
async fn a_provider_refuses_with_a_reason_that_the_reseller_reads() {
    let world = World::new().await;
    let contoso = world.visits(ZHAO_YONG).await;
    let path = path_of(&asks(&contoso, &[]).await.sends().await.answered(200));
    let he_lin = world.visits(HE_LIN).await;
    let page = he_lin.opens(&path).await.clicks("Refuse").await.answered(200);
    page.form_ending("/refusal").sends().await.answered(422).sees("Enter a reason");
    let form = page.form_ending("/refusal").with("reason", "They are a customer of ours already.");
    form.clone().sends().await.answered(200).sees("The request is refused");
    form.sends().await.answered(200);
    assert_eq!(world.letters_to(&ZHAO_YONG.email()).await.iter().filter(|kind| *kind == "request-answered").count(), 1);
    contoso.opens(&path).await.sees("Northwind Traders refused").sees("They are a customer of ours already.");
    he_lin.opens(&format!("{path}/invitation")).await.answered(409);
    he_lin.posts_with_token(&format!("{path}/invitation"), &[("title", "x"), ("email", "a@b.example"), ("days", "1")]).await.answered(409);
    contoso.posts_with_token(&format!("{path}/withdrawal"), &[]).await.answered(409);
    assert_eq!(world.database.count("select count(*) from invitations").await, 0);
}

#[actix_web::test]
async fn a_reseller_takes_its_request_back() {
    let world = World::new().await;
    let contoso = world.visits(ZHAO_YONG).await;
    let page = asks(&contoso, &[]).await.sends().await.answered(200);
    let path = path_of(&page);
    page.form_ending("/withdrawal").sends().await.answered(200).sees("The request is withdrawn");
    contoso.posts_with_token(&format!("{path}/withdrawal"), &[]).await.answered(303);
    let he_lin = world.visits(HE_LIN).await;
    he_lin.opens(&path).await.answered(200).sees("Withdrawn");
    he_lin.posts_with_token(&format!("{path}/refusal"), &[("reason", "No.")]).await.answered(409);
}

#[actix_web::test]
async fn nobody_issues_more_than_was_asked_for_and_everybody_only_what_they_may() {
    let world = World::new().await;
    let contoso = world.visits(ZHAO_YONG).await;
    let path = path_of(&asks(&contoso, &["azure/support"]).await.sends().await.answered(200));
    let at = format!("{path}/invitation");
    let he_lin = world.visits(HE_LIN).await;
    let form = he_lin.opens(&at).await.form_ending("/invitation");
    form.clone().forged("asks", "azure/provisioning").sends().await.answered(422);
    form.clone().with("days", "366").sends().await.answered(422).sees("from 1 to 365");
    form.clone().with("email", "").sends().await.answered(422);
    form.clone().with("title", "").sends().await.answered(422).sees("Enter a name");
    form.forged("state", "issued").sends().await.answered(422);

    world.visits(WANG_LEI).await.posts_with_token(&at, &[]).await.answered(403);
    contoso.posts_with_token(&at, &[]).await.answered(403);
    let liu_fang = world.visits(LIU_FANG).await;
    let page = liu_fang.opens(&path).await.sees("You can ask for the relationship alone").clicks("Issue invitation").await.answered(200);
    let form = page.form_ending("/invitation");
    form.clone().ticks("asks", "azure/support").sends().await.answered(422).sees("needs an admin agent or a global admin");
    assert_eq!(world.database.count("select count(*) from invitations").await, 0);
    form.sends().await.answered(200).sees("issued and handed over");
    assert_eq!(world.database.count("select count(*) from invitation_services").await, 0);

    world.visits(WU_TAO).await.opens("/requests/new").await.answered(403);
    he_lin.opens("/requests/new").await.answered(403);
    he_lin.posts_with_token("/requests/new", &[("title", "x")]).await.answered(403);
    world.visits(ZHAO_MIN).await.opens("/requests").await.answered(403);
}

#[actix_web::test]
async fn a_request_is_nobody_elses_business() {
    let world = World::new().await;
    let contoso = world.visits(ZHAO_YONG).await;
    let path = path_of(&asks(&contoso, &[]).await.sends().await.answered(200));
    for person in [PAN_YU, DU_KAI] {
        let stranger = world.visits(person).await;
        stranger.opens(&path).await.answered(404);
        stranger.opens("/requests").await.answered(200).does_not_see("Litware");
    }
    let proseware = world.visits(PAN_YU).await;
    proseware.posts_with_token(&format!("{path}/refusal"), &[("reason", "No.")]).await.answered(404);
    proseware
        .posts_with_token(&format!("{path}/invitation"), &[("title", "x"), ("email", "a@b.example"), ("days", "1")])
        .await
        .answered(404);
    world.visits(DU_KAI).await.posts_with_token(&format!("{path}/withdrawal"), &[]).await.answered(404);
    let form = asks(&contoso, &[]).await.forged("provider", &PROSEWARE.id().to_string());
    form.sends().await.answered(422);
    assert_eq!(world.database.count("select count(*) from invitation_requests").await, 1);
}

#[actix_web::test]
async fn what_is_wrong_with_a_request_is_told_and_what_was_typed_stays() {
    let world = World::new().await;
    let contoso = world.visits(ZHAO_YONG).await;
    let form = asks(&contoso, &["azure/support"]).await;
    for (field, value) in [
        ("title", ""),
        ("title", &*"名".repeat(201)),
        ("email", "nobody"),
        ("domain", "not a domain"),
        ("days", "0"),
        ("days", "731"),
        ("days", "many"),
        ("note", &*"x".repeat(2001)),
    ] {
        let page = form.clone().with(field, value).sends().await.answered(422);
        assert!(page.has(".error-summary"), "{field}: {}", page.told());
        assert_eq!(page.form("/requests/new").value(field).map(str::trim), Some(value));
        assert!(page.form("/requests/new").offers("asks").contains(&"azure/support"));
    }
    form.clone().with("kind", "standing").sends().await.answered(422).sees("it holds no customer’s data");
    form.clone().forged("asks", "fax/support").sends().await.answered(422);
    form.forged("language", "tlh").sends().await.answered(422);
    assert_eq!(world.database.count("select count(*) from invitation_requests").await, 0);
}

/// D1: what a policy issues is the provider's as well.
#[actix_web::test]
async fn what_fits_the_policy_is_issued_at_once_in_the_name_of_whoever_set_it() {
    let world = World::new().await;
    let he_lin = world.visits(HE_LIN).await;
    sets_policy(&he_lin, "10").await.sees("0 of 10 this month").sees("He Lin");
    let contoso = world.visits(ZHAO_YONG).await;
    let page = asks(&contoso, &["azure/support"]).await.sends().await.answered(200).sees("the invitation is issued and yours to forward");
    page.sees("Issued at once").clicks("See the invitation").await.answered(200).clicks("Forward").await.answered(200);
    let made = format!(
        "select count(*) from invitations i join handouts h on h.invitation_id = i.id
          where i.inviter_id = '{}' and i.created_by = '{}' and h.handed_by = '{1}' and h.reseller_id = '{}'",
        NORTHWIND.id(),
        HE_LIN.id(),
        CONTOSO.id()
    );
    assert_eq!(world.database.count(&made).await, 1, "D1");
    assert_eq!(world.letters_to(&HE_LIN.email()).await, ["request-issued-by-policy"]);
    assert_eq!(world.letters_to(&ZHAO_YONG.email()).await, ["invitation-handed-over"]);
    let recorded = format!("select count(*) from audit_events where kind = 'invitation-created' and user_id = '{}'", HE_LIN.id());
    assert_eq!(world.database.count(&recorded).await, 1, "recorded as the provider's person's");
    let asked = format!("select count(*) from audit_events where kind = 'request-made' and org_id = '{}'", CONTOSO.id());
    assert_eq!(world.database.count(&asked).await, 1, "and the asking as the reseller's");
    he_lin.opens(&format!("/partnerships/{PARTNERSHIP}/policy")).await.sees("1 of 10 this month");
    he_lin.opens("/history").await.sees("under the policy of Northwind Traders");
}

#[actix_web::test]
async fn what_is_beyond_the_policy_waits_for_an_answer() {
    let world = World::new().await;
    sets_policy(&world.visits(HE_LIN).await, "1").await;
    let contoso = world.visits(ZHAO_YONG).await;
    let fits = || asks(&contoso, &["azure/support"]);
    let beyond = [
        fits().await.ticks("asks", "azure/provisioning"),
        fits().await.with("days", "366"),
        fits().await.with("email", ""),
        fits().await.with("kind", "standing").with("email", ""),
    ];
    for (at, form) in beyond.into_iter().enumerate() {
        form.sends().await.answered(200).sees("Your provider has been asked");
        assert_eq!(world.database.count(WAITING).await, at as i64 + 1);
    }
    world.suddenly("update issuing_policies set from_at = now() + interval '1 day', until_at = null").await;
    fits().await.sends().await.sees("Your provider has been asked");
    world.suddenly("update issuing_policies set from_at = now() - interval '2 days', until_at = now() - interval '1 second'").await;
    fits().await.sends().await.sees("Your provider has been asked");
    world.suddenly("update issuing_policies set until_at = null, active = false").await;
    fits().await.sends().await.sees("Your provider has been asked");
    assert_eq!(world.database.count(ISSUED).await, 0);
    world.suddenly("update issuing_policies set active = true").await;
    fits().await.sends().await.sees("the invitation is issued");
    fits().await.sends().await.sees("Your provider has been asked");
    assert_eq!(world.database.count(ISSUED).await, 1, "one a month");
    // Last month's do not count.
    world.suddenly("update invitation_requests set answered_at = answered_at - interval '32 days' where state = 'issued'").await;
    fits().await.sends().await.sees("the invitation is issued");
}

/// D5: a policy issues nothing when its provider is suspended, or whoever set it lost the right.
#[actix_web::test]
async fn d5_a_policy_is_worth_what_its_author_may_do() {
    let world = World::new().await;
    let he_lin = world.visits(HE_LIN).await;
    sets_policy(&he_lin, "10").await;
    let contoso = world.visits(ZHAO_YONG).await;
    let his = format!("where user_id = '{}'", HE_LIN.id());
    for (lost, back) in [
        (format!("update memberships set agent = 'helpdesk-agent' {his}"), format!("update memberships set agent = 'admin-agent' {his}")),
        (format!("update memberships set agent = 'sales-agent' {his}"), format!("update memberships set agent = 'admin-agent' {his}")),
        (
            format!("update users set disabled_at = now() where id = '{}'", HE_LIN.id()),
            format!("update users set disabled_at = null where id = '{}'", HE_LIN.id()),
        ),
        (
            format!(
                "update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'Unpaid.' where id = '{}'",
                NORTHWIND.id()
            ),
            format!(
                "update organizations set state = 'active', suspended_at = null, suspended_reason = null where id = '{}'",
                NORTHWIND.id()
            ),
        ),
    ] {
        world.suddenly(&lost).await;
        asks(&contoso, &["azure/support"]).await.sends().await.answered(200).sees("Your provider has been asked");
        if !lost.contains("organizations") {
            let page = world.visits(ZHANG_WEI).await.opens(&format!("/partnerships/{PARTNERSHIP}/policy")).await;
            page.sees("Nothing is issued at the moment");
        }
        world.suddenly(&back).await;
    }
    assert_eq!(world.database.count(ISSUED).await, 0);
    asks(&contoso, &["azure/support"]).await.sends().await.sees("the invitation is issued");
    // And a suspended reseller asks for nothing.
    let suspend = |org: Company| {
        format!(
            "update organizations set state = 'suspended', suspended_at = now(), suspended_reason = 'Unpaid.' where id = '{}'",
            org.id()
        )
    };
    let form = asks(&contoso, &["azure/support"]).await;
    world.suddenly(&suspend(CONTOSO)).await;
    form.sends().await.answered(403).sees("suspended");
}

#[actix_web::test]
async fn a_policy_ends_with_its_partnership_and_does_not_come_back() {
    let world = World::new().await;
    let he_lin = world.visits(HE_LIN).await;
    sets_policy(&he_lin, "10").await;
    let contoso = world.visits(ZHAO_YONG).await;
    let waits = path_of(&asks(&contoso, &["azure/provisioning"]).await.sends().await.answered(200));
    let form = asks(&contoso, &["azure/support"]).await;
    world.visits(HUANG_LAN).await.posts_with_token(&format!("/partnerships/{PARTNERSHIP}/ending"), &[]).await.answered(303);
    form.clone().sends().await.answered(422);
    he_lin.opens(&format!("/partnerships/{PARTNERSHIP}/policy")).await.answered(200).sees("The policy ended with the partnership");
    he_lin
        .posts_with_token(&format!("/partnerships/{PARTNERSHIP}/policy"), &[("days", "1"), ("per_month", "1"), ("from", "2026-01-01")])
        .await
        .answered(409);
    he_lin.opens(&format!("{waits}/invitation")).await.form_ending("/invitation").sends().await.answered(409);
    world
        .suddenly(&format!(
            "insert into partnerships (provider_id, reseller_id, state, recipient_email, language, invited_by, expires_at, answered_by, answered_at)
             values ('{}', '{}', 'active', 'a@contoso.example', 'en', '{}', now(), '{}', now())",
            NORTHWIND.id(),
            CONTOSO.id(),
            HE_LIN.id(),
            HUANG_LAN.id()
        ))
        .await;
    asks(&contoso, &["azure/support"]).await.sends().await.answered(200).sees("Your provider has been asked");
    he_lin.opens(&waits).await.clicks("Refuse").await.form_ending("/refusal").with("reason", "No.").sends().await.answered(200);
}

#[actix_web::test]
async fn requests_at_the_limit_at_the_same_moment_are_issued_up_to_it_and_the_others_wait() {
    let world = World::new().await;
    sets_policy(&world.visits(HE_LIN).await, "3").await;
    let contoso = world.visits(ZHAO_YONG).await;
    let mut forms = Vec::new();
    for _ in 0..8 {
        forms.push(asks(&contoso, &["azure/support"]).await);
    }
    let pages = join_all(forms.into_iter().map(|form| form.sends())).await;
    assert!(pages.iter().all(|page| page.status == 200));
    assert_eq!((world.database.count(ISSUED).await, world.database.count(WAITING).await), (3, 5));
    assert_eq!(world.database.count("select count(*) from invitations").await, 3);
}

#[actix_web::test]
async fn a_policy_is_set_by_those_who_could_invite_themselves_and_read_by_both_sides() {
    let world = World::new().await;
    let path = format!("/partnerships/{PARTNERSHIP}/policy");
    let liu_fang = world.visits(LIU_FANG).await;
    let page = liu_fang.opens(&path).await.answered(200).sees("You can ask for the relationship alone");
    let form = page.form_ending("/policy");
    form.clone().forged("asks", "azure/support").sends().await.answered(422).sees("needs an admin agent or a global admin");
    for (field, value) in [("per_month", "0"), ("per_month", "many"), ("days", "731"), ("from", "soon"), ("until", "2020-01-01")] {
        let back = form.clone().with(field, value).sends().await.answered(422);
        assert!(back.has(".error-summary"), "{field}");
        assert_eq!(back.form_ending("/policy").value(field), Some(value));
    }
    assert_eq!(world.database.count("select count(*) from issuing_policies").await, 0);
    form.sends().await.answered(200).sees("The policy is set");
    let contoso = world.visits(ZHAO_YONG).await;
    let page = contoso.opens(&path).await.answered(200).sees("What you ask Northwind Traders for").does_not_see("Liu Fang");
    assert!(!page.has_form(&path), "a reseller reads it");
    contoso.posts_with_token(&path, &[("days", "730")]).await.answered(403);
    asks(&contoso, &[]).await.sends().await.sees("the invitation is issued");
    world.visits(WANG_LEI).await.posts_with_token(&path, &[]).await.answered(403);
    for person in [PAN_YU, DU_KAI] {
        world.visits(person).await.opens(&path).await.answered(404);
    }
}
