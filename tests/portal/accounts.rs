//! Stories of people and their accounts: the ways in, registering, an organization's people, the operator's organizations.

use mandate::links::Kind;
use uuid::Uuid;

use crate::{
    browser::{Browser, Page},
    world::{
        CONTOSO, FABRIKAM, GUO_MIN, HE_LIN, HUANG_LAN, LITWARE, MEI_TANG, NORTHWIND, OLGA_PETROVA, OPERATOR, PASSWORD, SUN_HAO, World,
        ZHANG_WEI, ZHAO_MIN, ZHAO_YONG,
    },
};

const NEW_PASSWORD: &str = "seven quiet herons at dusk";

impl World {
    /// The link in the newest letter of this kind to an address, as the mail would have it.
    async fn link_mailed_to(&self, email: &str, letter: &str, kind: Kind) -> String {
        let query =
            "select letter->>'link' from outbox where recipient = $1 and letter->>'letter' = $2 order by created_at desc, id desc limit 1";
        let row = self.database.connect().await.query_opt(query, &[&email, &letter]).await.unwrap();
        let id: String = row.unwrap_or_else(|| panic!("no {letter} to {email}")).get(0);
        self.path_of(kind, id.parse::<Uuid>().unwrap(), 1)
    }

    /// How many letters of a kind somebody was written.
    pub async fn count_letters_to(&self, email: &str, letter: &str) -> i64 {
        self.database.count(&format!("select count(*) from outbox where recipient = '{email}' and letter->>'letter' = '{letter}'")).await
    }

    /// How many events of a kind the trail has.
    pub async fn recorded(&self, kind: &str) -> i64 {
        self.database.count(&format!("select count(*) from audit_events where kind = '{kind}'")).await
    }
}

async fn signs_in(browser: &Browser, email: &str, password: &str) -> Page {
    browser.opens("/sign-in").await.form("/sign-in").with("email", email).with("password", password).sent().await
}

// The ways in and out --------------------------------------------------------------------------------------------------

#[actix_web::test]
async fn whoever_has_to_sign_in_first_comes_back_to_where_they_were_going() {
    let world = World::new().await;
    let browser = world.somebody();
    let asked = browser.asks("/people?page=x").await.answered(303);
    assert_eq!(asked.leads_to().as_deref(), Some("/sign-in"), "no path travels in a URL");
    assert!(!asked.header("set-cookie").contains("people"), "nor can it be read in the cookie");
    browser.opens("/sign-in").await.sees("Afterwards you come back to the page you wanted to see");
    let answer = signs_in(&browser, &ZHANG_WEI.email(), PASSWORD).await.answered(303);
    assert_eq!(answer.leads_to().as_deref(), Some("/people?page=x"));
    browser.opens("/sign-out").await.form("/sign-out").sent().await.answered(303);
    let again = signs_in(&browser, &ZHANG_WEI.email(), PASSWORD).await;
    assert_eq!(again.leads_to().as_deref(), Some("/today"), "the detour was taken once");
}

#[actix_web::test]
async fn a_form_of_somebody_who_is_signed_out_is_told_so_and_leads_nowhere() {
    let world = World::new().await;
    world.somebody().posts_with_token("/people/new", &[]).await.answered(401).sees("Sign in to continue");
}

#[actix_web::test]
async fn the_start_page_tells_a_stranger_what_the_portal_is_for() {
    let world = World::new().await;
    world.somebody().opens("/").await.answered(200).sees("Who works in your services is your decision");
    assert_eq!(world.visits(ZHAO_MIN).await.asks("/").await.leads_to().as_deref(), Some("/today"));
}

#[actix_web::test]
async fn a_wrong_sign_in_says_the_same_whether_there_is_an_account_or_not() {
    let world = World::new().await;
    let known = signs_in(&world.somebody(), &ZHAO_MIN.email(), "not her password at all").await.answered(422);
    let unknown = signs_in(&world.somebody(), "nobody@fabrikam.example", "not her password at all").await.answered(422);
    assert_eq!(known.all(".error-summary"), unknown.all(".error-summary"));
    let empty = world.somebody().opens("/sign-in").await.form("/sign-in").sent().await.answered(422);
    assert_eq!(empty.all(".error-summary li").len(), 2);
}

#[actix_web::test]
async fn signing_out_asks_first_and_then_the_browser_forgets() {
    let world = World::new().await;
    let browser = world.visits(ZHAO_MIN).await;
    let page = browser.opens("/sign-out").await.sees(&ZHAO_MIN.email());
    browser.opens("/account").await.answered(200);
    let out = page.form("/sign-out").sent().await.answered(303);
    assert!(out.header("clear-site-data").contains("storage"));
    assert_eq!(browser.asks("/account").await.leads_to().as_deref(), Some("/sign-in"));
    assert_eq!(world.recorded("signed-out").await, 1);
}

#[actix_web::test]
async fn a_forgotten_password_is_replaced_by_a_link_that_works_once() {
    let world = World::new().await;
    let email = ZHAO_MIN.email();
    let elsewhere = world.visits(ZHAO_MIN).await;
    let browser = world.somebody();
    let form = |email: &'static str| async {
        world.somebody().opens("/forgotten-password").await.form("/forgotten-password").with("email", email).sends().await
    };
    let unknown = form("nobody@fabrikam.example").await.answered(200);
    let known = browser.opens("/forgotten-password").await.form("/forgotten-password").with("email", &email).sends().await;
    assert_eq!(known.all("main"), unknown.all("main"), "the answer does not tell whether there is an account");
    assert_eq!(world.count_letters_to("nobody@fabrikam.example", "password-reset").await, 0);

    let link = world.link_mailed_to(&email, "password-reset", Kind::Reset).await;
    let page = browser.opens(&link).await.answered(200).sees("Choose a new password");
    page.form(&link).with("password", "too short").sent().await.answered(422).sees("at least 15 characters");
    page.form(&link).with("password", &email).sent().await.answered(422).sees("harder to guess");
    let done = page.form(&link).with("password", NEW_PASSWORD).sends().await.is_under("/sign-in").sees("Your password was changed");
    assert!(!done.html.contains(NEW_PASSWORD));
    page.form(&link).with("password", "another one that is long").sent().await.answered(404).sees("This link does not work");
    browser.opens(&link).await.answered(404).sees("This link does not work");
    assert_eq!(elsewhere.asks("/account").await.leads_to().as_deref(), Some("/sign-in"), "every session ended");
    assert_eq!(world.count_letters_to(&email, "password-changed").await, 1);
    signs_in(&browser, &email, PASSWORD).await.answered(422);
    signs_in(&browser, &email, NEW_PASSWORD).await.answered(303);
}

#[actix_web::test]
async fn dead_links_look_alike_whatever_they_died_of() {
    let world = World::new().await;
    let email = ZHAO_MIN.email();
    let browser = world.somebody();
    browser.opens("/forgotten-password").await.form("/forgotten-password").with("email", &email).sends().await;
    let link = world.link_mailed_to(&email, "password-reset", Kind::Reset).await;
    world.database.connect().await.batch_execute("update account_links set expires_at = now() - interval '1 second'").await.unwrap();
    let expired = browser.opens(&link).await.answered(404);
    let unknown = browser.opens(&world.path_of(Kind::Reset, Uuid::now_v7(), 1)).await.answered(404);
    let nonsense = browser.opens("/reset/nonsense").await.answered(404);
    let of_another_kind = browser.opens(&link.replace("/reset/", "/set-up/")).await.answered(404);
    assert_eq!(expired.all("main"), unknown.all("main"));
    assert_eq!(expired.all("main"), nonsense.all("main"));
    of_another_kind.sees("This link does not work");
}

#[actix_web::test]
async fn nobody_is_sent_more_than_a_handful_of_links_by_strangers() {
    let world = World::new().await;
    let email = ZHAO_MIN.email();
    for _ in 0..7 {
        let page = world.somebody().opens("/forgotten-password").await;
        page.form("/forgotten-password").with("email", &email).sends().await.answered(200);
    }
    assert_eq!(world.count_letters_to(&email, "password-reset").await, 5);
}

// Registering ----------------------------------------------------------------------------------------------------------

async fn registers(browser: &Browser, email: &str) -> Page {
    let form = browser.opens("/register").await.form("/register");
    let form = form.with("organization", "Alpine Ski House").with("country", "CN").with("domain", "Alpine.example");
    form.with("name", "Xu Ying").with("email", email).with("password", NEW_PASSWORD).sends().await
}

#[actix_web::test]
async fn a_customer_registers_confirms_its_address_and_is_back_where_it_was_going() {
    let world = World::new().await;
    let browser = world.somebody();
    let email = "xu.ying@alpine.example";
    browser.asks("/people").await;
    registers(&browser, email).await.is_at("/confirm").sees("Confirm your e-mail address");
    assert_eq!(world.recorded("organization-registered").await, 1);

    // She may look around before.
    let looks = world.somebody();
    signs_in(&looks, email, NEW_PASSWORD).await.answered(303);
    looks.opens("/account").await.answered(200).sees("Your e-mail address is not confirmed yet");
    looks.opens("/people/new").await.is_at("/confirm").form("/account/confirmation").sends().await.sees("The mail was sent again");

    let link = world.link_mailed_to(email, "email-confirmation", Kind::Confirm).await;
    let page = browser.opens(&link).await.answered(200).sees("Alpine Ski House");
    page.form(&link).with("password", "not her password at all").sent().await.answered(422).sees("the password you chose");
    let confirmed = page.form(&link).with("password", NEW_PASSWORD).sent().await.answered(303);
    assert_eq!(confirmed.leads_to().as_deref(), Some("/people"));
    looks.opens("/account").await.does_not_see("not confirmed yet");
    looks.opens("/people").await.answered(200).sees("Xu Ying").sees("Global admin");
    browser.opens(&link).await.answered(404);
    assert_eq!(world.recorded("email-confirmed").await, 1);
}

#[actix_web::test]
async fn an_address_that_is_known_gets_the_same_answer_and_a_way_in() {
    let world = World::new().await;
    let new = registers(&world.somebody(), "xu.ying@alpine.example").await;
    let known = registers(&world.somebody(), &ZHAO_MIN.email()).await;
    assert_eq!((known.status, known.path.clone(), known.all("main")), (new.status, new.path.clone(), new.all("main")));
    assert_eq!(world.database.count("select count(*) from organizations where name = 'Alpine Ski House'").await, 1);
    assert_eq!(world.count_letters_to(&ZHAO_MIN.email(), "password-reset").await, 1);
    signs_in(&world.somebody(), &ZHAO_MIN.email(), NEW_PASSWORD).await.answered(422);
}

#[actix_web::test]
async fn a_registration_that_cannot_be_says_why_and_keeps_what_was_typed() {
    let world = World::new().await;
    let form = world.somebody().opens("/register").await.form("/register");
    let long = "界".repeat(201);
    let page = form.with("organization", &long).with("domain", "no domain").with("email", "xu.ying").with("name", "Xu Ying").sent().await;
    let page = page.answered(422).sees("There is a problem").sees("200 characters");
    assert_eq!(page.all(".error-summary li").len(), 5, "organization, country, domain, e-mail, password");
    let kept = page.form("/register");
    assert_eq!((kept.value("name"), kept.value("domain"), kept.value("password")), (Some("Xu Ying"), Some("no domain"), Some("")));
    let forged = world.somebody().opens("/register").await.form("/register").forged("kind", "operator").sent().await;
    forged.answered(422);
}

// One's own account ----------------------------------------------------------------------------------------------------

#[actix_web::test]
async fn somebody_changes_language_and_zone_and_ends_a_session_elsewhere() {
    let world = World::new().await;
    let (here, elsewhere) = (world.visits(ZHAO_MIN).await, world.visits(ZHAO_MIN).await);
    let form = here.opens("/account").await.form("/account").with("language", "ru").with("time_zone", "Europe/Moscow");
    form.with("name", "Zhào Mǐn").sends().await.answered(200).sees("Изменения сохранены").sees("Zhào Mǐn");
    here.opens("/account").await.form_ending("/ending").sends().await.answered(200);
    assert_eq!(elsewhere.asks("/account").await.leads_to().as_deref(), Some("/sign-in"));
    assert!(here.opens("/account").await.attributes("form[action*=sessions]", "action").is_empty(), "the one here stays");
    here.opens("/account").await.form("/account").forged("time_zone", "Mars/Olympus").sent().await.answered(422);
}

#[actix_web::test]
async fn a_new_password_needs_the_old_one_and_ends_the_other_sessions() {
    let world = World::new().await;
    let (here, elsewhere) = (world.visits(ZHAO_MIN).await, world.visits(ZHAO_MIN).await);
    let form = || async { here.opens("/account").await.form("/account/password") };
    form().await.with("current", "not her password").with("password", NEW_PASSWORD).sent().await.answered(422);
    form().await.with("current", PASSWORD).with("password", NEW_PASSWORD).sends().await.answered(200).sees("Your password was changed");
    assert_eq!(elsewhere.asks("/account").await.leads_to().as_deref(), Some("/sign-in"));
    here.opens("/account").await.answered(200);
    assert_eq!(world.count_letters_to(&ZHAO_MIN.email(), "password-changed").await, 1);
}

#[actix_web::test]
async fn somebody_with_two_organizations_says_for_which_they_act() {
    let world = World::new().await;
    let browser = world.somebody();
    browser.asks("/account").await;
    let page = signs_in(&browser, &MEI_TANG.email(), PASSWORD).await.follows().await;
    let page = page.is_at("/organizations/choose").sees("Contoso").sees("Litware");
    let other = page.form("/organizations/current").forged("org", &LITWARE.id().to_string()).sent().await.answered(303);
    assert_eq!(other.leads_to().as_deref(), Some("/account"), "and goes on where they were going");
    browser.opens("/account").await.sees("Litware");
    page.form("/organizations/current").forged("org", &FABRIKAM.id().to_string()).sent().await.answered(404);
    page.form("/organizations/current").forged("org", &CONTOSO.id().to_string()).sent().await.answered(303);
    browser.opens("/account").await.sees("Contoso");
}

// An organization's people ---------------------------------------------------------------------------------------------

#[actix_web::test]
async fn a_global_admin_adds_a_colleague_who_sets_up_the_account() {
    let world = World::new().await;
    let admin = world.visits(ZHANG_WEI).await;
    let email = "deng.ping@northwind.example";
    let form = admin.opens("/people/new").await.form("/people/new");
    let form = form.with("name", "Deng Ping").with("email", email).with("agent", "sales-agent").with("admin", "billing-admin");
    form.sends().await.is_under("/people").sees("Deng Ping").sees("Asked to join");

    // Nobody signs in before the account is set up, and asking for a new password only sends the same way again.
    signs_in(&world.somebody(), email, "").await.answered(422);
    let forgets = world.somebody().opens("/forgotten-password").await.form("/forgotten-password").with("email", email).sends().await;
    forgets.answered(200);
    assert_eq!((world.count_letters_to(email, "account-set-up").await, world.count_letters_to(email, "password-reset").await), (2, 0));

    let link = world.link_mailed_to(email, "account-set-up", Kind::SetUp).await;
    let browser = world.somebody();
    let page = browser.opens(&link).await.answered(200).sees("Northwind Traders");
    page.form(&link).with("name", "").with("password", "short").sent().await.answered(422);
    page.form(&link).with("password", NEW_PASSWORD).sends().await.is_under("/sign-in").sees("Your account is ready");
    browser.opens(&link).await.answered(404);
    signs_in(&browser, email, NEW_PASSWORD).await.answered(303);
    browser.asks("/people").await.answered(403);
    browser.opens("/account").await.does_not_see("not confirmed");
    assert_eq!(world.recorded("account-set-up").await, 1);
}

/// AB-04, AB-24: an address is all it takes to ask somebody, and asking tells nothing and gives nothing.
#[actix_web::test]
async fn nobody_becomes_a_member_without_having_said_yes() {
    let world = World::new().await;
    let admin = world.visits(ZHANG_WEI).await;
    let email = HUANG_LAN.email();
    let add = || async { admin.opens("/people/new").await.form("/people/new").with("name", "Somebody").with("email", &email) };
    add().await.sends().await.sees("Somebody").sees("Asked to join").does_not_see("Huang Lan");
    add().await.sent().await.answered(422).sees("was asked already");
    assert_eq!(
        (world.count_letters_to(&email, "account-set-up").await, world.count_letters_to(&email, "membership-offered").await),
        (0, 1)
    );
    let members = format!("select count(*) from memberships where user_id = '{}' and org_id = '{}'", HUANG_LAN.id(), NORTHWIND.id());
    assert_eq!(world.database.count(&members).await, 0);

    let accept = format!("/account/offers/{}/acceptance", NORTHWIND.id());
    world.visits(ZHAO_YONG).await.posts_with_token(&accept, &[]).await.answered(404);
    let person = world.visits(HUANG_LAN).await;
    person.opens("/account").await.sees("Northwind Traders");
    let page = person.opens("/organizations/choose").await.sees("Northwind Traders").sees("Contoso");
    page.form(&accept).sends().await.sees("You belong to the organization now");
    person.posts_with_token(&accept, &[]).await.answered(404);
    assert_eq!(world.database.count(&members).await, 1);
    admin.opens("/people").await.sees("Huang Lan").does_not_see("Asked to join");
    add().await.sent().await.answered(422).sees("is a member already");
    assert_eq!(world.recorded("membership-changed").await, 1);
}

#[actix_web::test]
async fn an_offer_of_membership_is_declined_or_withdrawn() {
    let world = World::new().await;
    let (admin, person) = (world.visits(ZHANG_WEI).await, world.visits(HUANG_LAN).await);
    let add = async |email: String| admin.opens("/people/new").await.form("/people/new").with("name", "Somebody").with("email", &email);
    add(HUANG_LAN.email()).await.sends().await.answered(200);
    let page = person.opens("/organizations/choose").await;
    page.form_ending("/refusal").sends().await.sees("You declined").does_not_see("Northwind");
    page.form_ending("/acceptance").sent().await.answered(404);
    admin.opens("/people").await.does_not_see("Asked to join");

    add(HUANG_LAN.email()).await.sends().await.answered(200);
    let page = admin.opens("/people").await;
    page.form_ending("/letter").sends().await.sees("Another mail is on its way");
    assert_eq!(world.count_letters_to(&HUANG_LAN.email(), "membership-offered").await, 3);
    page.form_ending("/withdrawal").sends().await.sees("The offer is withdrawn");
    page.form_ending("/withdrawal").sent().await.answered(404);
    person.opens("/organizations/choose").await.does_not_see("Northwind");
    // The way to set up an account goes with the offer it was for.
    add("new@northwind.example".to_owned()).await.sends().await.answered(200);
    let link = world.link_mailed_to("new@northwind.example", "account-set-up", Kind::SetUp).await;
    admin.opens("/people").await.form_ending("/withdrawal").sends().await.answered(200);
    world.somebody().opens(&link).await.answered(404);
    // Another organization's offers are nobody else's to take back.
    add(HUANG_LAN.email()).await.sends().await.answered(200);
    let foreign = format!("/people/offers/{}/withdrawal", HUANG_LAN.id());
    world.visits(ZHAO_MIN).await.posts_with_token(&foreign, &[]).await.answered(404);
    assert_eq!((world.recorded("membership-refused").await, world.recorded("membership-withdrawn").await), (1, 2));
}

#[actix_web::test]
async fn a_change_of_settings_counts_at_the_next_click() {
    let world = World::new().await;
    let (admin, colleague) = (world.visits(ZHANG_WEI).await, world.visits(SUN_HAO).await);
    colleague.opens("/people").await.answered(200);
    let path = format!("/people/{}/settings", SUN_HAO.id());
    admin.opens(&path).await.form(&path).with("admin", "none").with("agent", "sales-agent").sends().await.sees("The settings were changed");
    colleague.asks("/people").await.answered(403);
    let path = format!("/people/{}/removal", SUN_HAO.id());
    admin.opens(&path).await.sees("Remove Sun Hao?").form(&path).sends().await.sees("was removed").does_not_see("Sun Hao");
    colleague.asks("/people").await.answered(403);
    colleague.opens("/organizations/choose").await.sees("You belong to no organization");
    assert_eq!((world.recorded("membership-changed").await, world.recorded("membership-ended").await), (1, 1));
}

#[actix_web::test]
async fn the_last_global_admin_stays() {
    let world = World::new().await;
    let admin = world.visits(ZHANG_WEI).await;
    let (settings, removal) = (format!("/people/{}/settings", ZHANG_WEI.id()), format!("/people/{}/removal", ZHANG_WEI.id()));
    let refused = admin.opens(&settings).await.form(&settings).with("admin", "none").sent().await.answered(422);
    refused.sees("Make somebody else a global admin first");
    admin.opens(&removal).await.form(&removal).sent().await.answered(422).sees("Make somebody else a global admin first");
    let other = format!("/people/{}/settings", HE_LIN.id());
    admin.opens(&other).await.form(&other).with("admin", "global-admin").sends().await.answered(200);
    admin.opens(&settings).await.form(&settings).with("admin", "none").sent().await.answered(303);
    admin.asks("/people").await.answered(403);
}

#[actix_web::test]
async fn of_two_last_admins_who_remove_each_other_at_once_one_stays() {
    let world = World::new().await;
    let admin = world.visits(ZHANG_WEI).await;
    let other = format!("/people/{}/settings", HE_LIN.id());
    admin.opens(&other).await.form(&other).with("admin", "global-admin").sends().await.answered(200);
    let second = world.visits(HE_LIN).await;
    let (one, two) = (format!("/people/{}/removal", ZHANG_WEI.id()), format!("/people/{}/removal", HE_LIN.id()));
    let (one, two) = (second.opens(&one).await.form(&one), admin.opens(&two).await.form(&two));
    let (first, second) = tokio::join!(one.sent(), two.sent());
    let done = [&first, &second].iter().filter(|page| page.status == 303).count();
    assert_eq!(done, 1, "{} and {}", first.told(), second.told());
    let left = format!("select count(*) from memberships where org_id = '{}' and admin = 'global-admin'", NORTHWIND.id());
    assert_eq!(world.database.count(&left).await, 1);
}

#[actix_web::test]
async fn a_user_management_admin_makes_nobody_a_global_admin_and_touches_none() {
    let world = World::new().await;
    let manager = world.visits(SUN_HAO).await;
    for (person, admin) in [(GUO_MIN, "global-admin"), (ZHANG_WEI, "none"), (SUN_HAO, "none")] {
        let path = format!("/people/{}/settings", person.id());
        manager.opens(&path).await.form(&path).with("admin", admin).sent().await.answered(422).sees("Ask a");
    }
    let path = format!("/people/{}/settings", GUO_MIN.id());
    manager.opens(&path).await.form(&path).with("agent", "helpdesk-agent").sends().await.answered(200);
    manager.opens(&path).await.form(&path).forged("admin", "operator-admin").sent().await.answered(422);
    let foreign = format!("/people/{}/settings", ZHAO_MIN.id());
    manager.asks(&foreign).await.answered(404);
}

// The operator's organizations -----------------------------------------------------------------------------------------

#[actix_web::test]
async fn the_operator_registers_a_partner_and_its_first_admin_comes_in() {
    let world = World::new().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let form = || async {
        let form = olga.opens("/organizations/new").await.form("/organizations/new");
        let form = form.with("kind", "indirect-reseller").with("name", "Lucerne Publishing").with("contact", "hello@lucerne.example");
        form.with("admin_name", "Cao Yu").with("admin_email", "cao.yu@lucerne.example").with("language", "zh-CN")
    };
    form().await.with("partner_id", NORTHWIND.partner_id).sent().await.answered(422).sees("belongs to somebody else");
    form().await.with("partner_id", "12").sent().await.answered(422).sees("seven digits");
    form().await.forged("kind", "customer").sent().await.answered(422);
    let page = form().await.sends().await.answered(200).sees("Lucerne Publishing").sees("Cao Yu").sees("Asked to join");
    page.is_under("/organizations/").sees("The partner is registered");
    let link = world.link_mailed_to("cao.yu@lucerne.example", "account-set-up", Kind::SetUp).await;
    let browser = world.somebody();
    browser.opens(&link).await.form(&link).with("password", NEW_PASSWORD).sends().await.answered(200);
    signs_in(&browser, "cao.yu@lucerne.example", NEW_PASSWORD).await.answered(303);
    browser.opens("/people").await.answered(200).sees("Global admin");
    olga.opens("/organizations?q=lucerne&kind=indirect-reseller").await.sees("Lucerne Publishing").does_not_see("Contoso");
    olga.opens("/organizations?q=100%25").await.sees("Nothing found");
    olga.opens(&format!("/organizations?q={}", NORTHWIND.partner_id)).await.sees("Northwind Traders").does_not_see("Contoso");
    olga.opens("/organizations?state=suspended").await.sees("Woodgrove").does_not_see("Contoso");
}

#[actix_web::test]
async fn the_operator_suspends_a_partner_after_seeing_what_that_does_and_reinstates_it() {
    let world = World::new().await;
    let (olga, admin) = (world.visits(OLGA_PETROVA).await, world.visits(ZHANG_WEI).await);
    let path = format!("/organizations/{}/suspension", NORTHWIND.id());
    let page = olga
        .opens(&path)
        .await
        .answered(200)
        .sees("Suspend Northwind Traders?")
        .sees("Open invitations that accept")
        .sees("Delegations that it holds");
    page.form(&path).sent().await.answered(422).sees("Enter a reason");
    page.form(&path)
        .with("reason", "Bills of three months")
        .sends()
        .await
        .sees("The organization is suspended")
        .sees("Bills of three months");
    page.form(&path).with("reason", "Again").sent().await.answered(409);
    assert_eq!(world.count_letters_to(&ZHANG_WEI.email(), "organization-state").await, 1);
    admin.opens("/people").await.answered(200);
    let detail = olga.opens(&format!("/organizations/{}", NORTHWIND.id())).await;
    let page = detail.clicks("Reinstate").await.answered(200).sees("What works again");
    page.form_ending("/reinstatement").sent().await.answered(422).sees("Enter a reason");
    page.form_ending("/reinstatement").with("reason", "Paid").sends().await.sees("may act again");
    page.form_ending("/reinstatement").with("reason", "Paid").sent().await.answered(409);
    assert_eq!(world.count_letters_to(&ZHANG_WEI.email(), "organization-state").await, 2);
    assert_eq!((world.recorded("organization-suspended").await, world.recorded("organization-reinstated").await), (1, 1));
    olga.asks(&format!("/organizations/{}/suspension", OPERATOR.id())).await.answered(409);
    admin.asks("/organizations").await.answered(403);
}
