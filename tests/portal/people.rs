//! How people come in, stay in, and are let in by others.

use crate::world::{
    CONTOSO, FABRIKAM, GUO_MIN, HUANG_LAN, LITWARE, MA_LI, MEI_TANG, NORTHWIND, OLGA_PETROVA, PASSWORD, SHEN_KE, SUN_HAO, World, ZHANG_WEI,
    ZHAO_MIN, ZHAO_YONG,
};

const NEW_PASSWORD: &str = "seven other words entirely";

#[actix_web::test]
async fn somebody_signs_in_and_out() {
    let world = World::new().await;
    let person = world.somebody();
    person.opens("/").await.answered(200).sees("Sign in");
    let page = person.opens("/sign-in").await.form("/sign-in").with("email", &ZHAO_MIN.email()).with("password", PASSWORD).sends().await;
    page.is_at("/today").answered(200).sees("Zhao Min").sees("Fabrikam");
    person.opens("/").await.is_at("/today");
    let asked = person.opens("/sign-out").await.answered(200).sees("zhao.min@fabrikam.example");
    person.opens("/today").await.is_at("/today");
    asked.form("/sign-out").sends().await.answered(200);
    let page = person.opens("/today").await;
    assert!(page.status == 401 || page.path.starts_with("/sign-in"), "{}", page.told());
}

#[actix_web::test]
async fn whoever_had_to_sign_in_first_goes_on_where_they_were_going() {
    let world = World::new().await;
    let person = world.somebody();
    let page = person.opens("/people").await.is_at("/sign-in").sees("Afterwards you come back");
    let page = page.form("/sign-in").with("email", &ZHAO_MIN.email()).with("password", PASSWORD).sends().await;
    page.is_at("/people").answered(200);
}

#[actix_web::test]
async fn what_was_typed_wrongly_is_told_beside_the_field_and_kept() {
    let world = World::new().await;
    let form = world.somebody().opens("/sign-in").await.form("/sign-in");
    let page = form.with("email", "not an address").with("password", "").sends().await.answered(422);
    assert!(page.has("#email[aria-invalid=true]") && page.has("#password[aria-invalid=true]"), "{}", page.html);
    assert_eq!(page.attributes("#email", "value"), ["not an address"]);
    assert_eq!(page.attributes("#password", "value"), Vec::<String>::new(), "a password is never shown again");
    assert!(page.all("title")[0].starts_with("Error:"));
    let summary = page.all(".error-summary li");
    assert_eq!(summary.len(), 2);
    for words in summary {
        assert!(page.all(".error").iter().any(|error| error.contains(&words)), "the same words beside the field: {words}");
    }
}

#[actix_web::test]
async fn a_forgotten_password_is_replaced_by_a_link_that_works_once() {
    let world = World::new().await;
    let old = world.visits(ZHAO_MIN).await;
    let person = world.somebody();
    let ask = async |email: &str| {
        person.opens("/forgotten-password").await.form("/forgotten-password").with("email", email).sends().await.answered(200)
    };
    let known = ask(&ZHAO_MIN.email()).await.words();
    assert_eq!(ask("nobody@fabrikam.example").await.words(), known, "nobody learns which addresses have an account");
    assert!(world.mails_to("nobody@fabrikam.example").await.is_empty());

    let mail = world.mail_to(&ZHAO_MIN.email()).await;
    let page = person.opens(&mail.link).await.answered(200);
    page.form(&mail.link).with("password", "short").sends().await.answered(422);
    page.form(&mail.link).with("password", "passwordpassword").sends().await.answered(422);
    page.form(&mail.link).with("password", NEW_PASSWORD).sends().await.answered(200);
    assert_eq!(world.letters_to(&ZHAO_MIN.email()).await[0], "password-changed");

    person.opens(&mail.link).await.sees("This link does not work");
    page.form(&mail.link).with("password", "yet another set of words").sends().await.sees("This link does not work");
    let page = old.opens("/today").await;
    assert!(page.path.starts_with("/sign-in") || page.status == 401, "signed out everywhere: {}", page.told());
    let sign_in = async |password: &str| {
        world.somebody().posts_with_token("/sign-in", &[("email", &ZHAO_MIN.email()), ("password", password)]).await.status
    };
    assert_eq!(sign_in(PASSWORD).await, 422);
    assert_eq!(sign_in(NEW_PASSWORD).await, 303);
}

#[actix_web::test]
async fn a_link_that_is_too_old_is_dead_by_the_databases_clock() {
    let world = World::new().await;
    let person = world.somebody();
    person.posts_with_token("/forgotten-password", &[("email", &ZHAO_MIN.email())]).await;
    let mail = world.mail_to(&ZHAO_MIN.email()).await;
    let page = person.opens(&mail.link).await.answered(200);
    world.database.connect().await.batch_execute("update account_links set expires_at = now() - interval '1 second'").await.unwrap();
    page.form(&mail.link).with("password", NEW_PASSWORD).sends().await.sees("This link does not work");
    person.opens(&mail.link).await.sees("This link does not work");
    person.opens(&mail.link.replace("/reset/", "/confirm/")).await.sees("This link does not work");
}

#[actix_web::test]
async fn a_customer_registers_itself_and_confirms_its_address() {
    let world = World::new().await;
    let person = world.somebody();
    let form = person.opens("/register").await.form("/register");
    form.clone().sends().await.answered(422);
    let filled = form
        .with("organization", "新世界贸易有限公司")
        .with("country", "CN")
        .with("name", "Hu Xin")
        .with("email", "hu.xin@newworld.example")
        .with("password", NEW_PASSWORD);
    filled.clone().with("organization", &"长".repeat(201)).sends().await.answered(422);
    filled.clone().with("email", "hu.xin").sends().await.answered(422);
    assert_eq!(world.database.count("select count(*) from organizations where kind = 'customer'").await, 3);
    filled.sends().await.answered(200).sees("Confirm your e-mail address");

    let mail = world.mail_to("hu.xin@newworld.example").await;
    assert_eq!(
        world.database.count("select count(*) from users where email = 'hu.xin@newworld.example' and email_confirmed_at is null").await,
        1
    );
    person.opens(&mail.link).await.form(&mail.link).with("password", "a wrong pass phrase").sends().await.answered(422);
    let page = person.opens(&mail.link).await.form(&mail.link).with("password", NEW_PASSWORD).sends().await;
    page.is_at("/today").answered(200).sees("新世界贸易有限公司");
    assert_eq!(
        world.database.count("select count(*) from users where email = 'hu.xin@newworld.example' and email_confirmed_at is null").await,
        0
    );
    world.somebody().opens(&mail.link).await.sees("This link does not work");
}

#[actix_web::test]
async fn registering_an_address_that_is_taken_tells_nobody_so() {
    let world = World::new().await;
    let person = world.somebody();
    let fields = |email: &'static str| {
        [
            ("organization", "Another"),
            ("country", "CN"),
            ("domain", ""),
            ("registered_id", ""),
            ("name", "Somebody Else"),
            ("email", email),
            ("password", NEW_PASSWORD),
        ]
    };
    let unknown = person.posts_with_token("/register", &fields("new@another.example")).await;
    let taken = world.somebody().posts_with_token("/register", &fields("zhao.min@fabrikam.example")).await;
    assert_eq!((unknown.status, unknown.leads_to()), (taken.status, taken.leads_to()));
    let still = format!("select count(*) from users where email = '{}' and name = 'Zhao Min'", ZHAO_MIN.email());
    assert_eq!(world.database.count(&still).await, 1);
    world.visits(ZHAO_MIN).await;
}

#[actix_web::test]
async fn somebody_with_two_organizations_chooses_and_sees_only_the_chosen_one() {
    let world = World::new().await;
    let person = world.somebody();
    let page = person.opens("/sign-in").await.form("/sign-in").with("email", &MEI_TANG.email()).with("password", PASSWORD).sends().await;
    let page = page.is_at("/organizations/choose").sees("Contoso").sees("Litware");
    assert_eq!(page.actions().iter().filter(|action| *action == "/organizations/current").count(), 2);
    person.posts_with_token("/organizations/current", &[("org", &LITWARE.id().to_string())]).await.answered(303);
    person.opens("/today").await.sees("Litware").does_not_see("Contoso");
    person.posts_with_token("/organizations/current", &[("org", &CONTOSO.id().to_string())]).await.answered(303);
    person.opens("/today").await.sees("Contoso").does_not_see("Litware");
    person.posts_with_token("/organizations/current", &[("org", &FABRIKAM.id().to_string())]).await.answered(404);
}

#[actix_web::test]
async fn a_session_is_ended_from_the_list_of_sessions() {
    let world = World::new().await;
    let (here, there) = (world.visits(ZHAO_MIN).await, world.visits(ZHAO_MIN).await);
    let page = here.opens("/account").await.answered(200);
    page.form_ending("/ending").sends().await.answered(200);
    let page = there.opens("/today").await;
    assert!(page.path.starts_with("/sign-in") || page.status == 401, "{}", page.told());
    here.opens("/today").await.answered(200);
    // Somebody else's session is not there to be ended.
    let other = world.visits(ZHAO_YONG).await;
    let action = world.visits(ZHAO_MIN).await.opens("/account").await.form_ending("/ending").action;
    other.posts_with_token(&action, &[]).await.answered(404);
}

#[actix_web::test]
async fn a_new_password_needs_the_old_one_and_ends_the_other_sessions() {
    let world = World::new().await;
    let (here, there) = (world.visits(ZHAO_MIN).await, world.visits(ZHAO_MIN).await);
    let form = here.opens("/account").await.form("/account/password");
    form.clone().with("current", "a wrong pass phrase").with("password", NEW_PASSWORD).sends().await.answered(422);
    form.with("current", PASSWORD).with("password", NEW_PASSWORD).sends().await.answered(200);
    here.opens("/account").await.answered(200);
    let page = there.opens("/account").await;
    assert!(page.path.starts_with("/sign-in") || page.status == 401, "{}", page.told());
}

#[actix_web::test]
async fn language_and_zone_follow_the_person() {
    let world = World::new().await;
    let person = world.visits(ZHAO_MIN).await;
    let form = person.opens("/account").await.form("/account");
    form.clone().forged("time_zone", "Atlantis/Capital").sends().await.answered(422);
    form.with("language", "ru").with("time_zone", "Europe/Moscow").sends().await.answered(200);
    let elsewhere = world.visits(ZHAO_MIN).await.opens("/account").await;
    assert_eq!(elsewhere.attributes("html", "lang"), ["ru"]);
    assert!(elsewhere.words().contains("UTC+3"), "{}", elsewhere.told());
}

// People ------------------------------------------------------------------------------------------------------------------

#[actix_web::test]
async fn a_new_colleague_gets_a_link_that_sets_up_the_account_once() {
    let world = World::new().await;
    let manager = world.visits(SUN_HAO).await;
    let form = manager.opens("/people").await.clicks("Add a person").await.form("/people/new");
    form.clone().with("name", "").with("email", "x").sends().await.answered(422);
    let form = form.with("name", "Bai Yun").with("email", "bai.yun@northwind.example").with("agent", "sales-agent").with("admin", "none");
    form.sends().await.is_under("/people").sees("Bai Yun").sees("Asked to join");

    let mail = world.mail_to("bai.yun@northwind.example").await.says("Northwind Traders");
    let newcomer = world.somebody();
    newcomer.posts_with_token("/sign-in", &[("email", "bai.yun@northwind.example"), ("password", "")]).await.answered(422);
    let page = newcomer.opens(&mail.link).await.answered(200).sees("Northwind Traders").sees("bai.yun@northwind.example");
    let form = page.form(&mail.link);
    let form = if form.names().contains(&"name") { form.with("name", "Bai Yun") } else { form };
    form.clone().with("password", "short").sends().await.answered(422);
    form.with("password", NEW_PASSWORD).sends().await.answered(200);
    newcomer.opens(&mail.link).await.sees("This link does not work");
    newcomer.posts_with_token("/sign-in", &[("email", "bai.yun@northwind.example"), ("password", NEW_PASSWORD)]).await.answered(303);
    newcomer.opens("/today").await.answered(200).sees("Northwind Traders");
}

#[actix_web::test]
async fn only_a_global_admin_makes_or_changes_a_global_admin() {
    let world = World::new().await;
    let manager = world.visits(MA_LI).await;
    let (raise, fell) = (format!("/people/{}/settings", ZHAO_YONG.id()), format!("/people/{}/settings", HUANG_LAN.id()));
    for (path, agent, admin) in [(&raise, "none", "global-admin"), (&fell, "none", "none")] {
        let page = manager.posts_with_token(path, &[("agent", agent), ("admin", admin)]).await;
        assert!([403, 422].contains(&page.status.as_u16()), "{}", page.told());
    }
    // Nor does anybody raise themselves.
    let page = manager.posts_with_token(&format!("/people/{}/settings", MA_LI.id()), &[("agent", "none"), ("admin", "global-admin")]).await;
    assert!([403, 422].contains(&page.status.as_u16()), "{}", page.told());
    assert_eq!(
        world.database.count("select count(*) from memberships where admin = 'global-admin' and org_kind = 'indirect-reseller'").await,
        3
    );

    let admin = world.visits(HUANG_LAN).await;
    admin.posts_with_token(&raise, &[("agent", "none"), ("admin", "global-admin")]).await.answered(303);
}

#[actix_web::test]
async fn the_last_global_admin_stays() {
    let world = World::new().await;
    let admin = world.visits(ZHANG_WEI).await;
    let own = |what: &str| format!("/people/{}/{what}", ZHANG_WEI.id());
    let demoted = admin.posts_with_token(&own("settings"), &[("agent", "admin-agent"), ("admin", "none")]).await;
    assert!([403, 422, 409].contains(&demoted.status.as_u16()), "{}", demoted.told());
    let removed = admin.posts_with_token(&own("removal"), &[]).await;
    assert!([403, 422, 409].contains(&removed.status.as_u16()), "{}", removed.told());
    let left = format!("select count(*) from memberships where org_id = '{}' and admin = 'global-admin'", NORTHWIND.id());
    assert_eq!(world.database.count(&left).await, 1);

    // Two who remove each other at the same moment: one of them stays.
    let (second, path) = (GUO_MIN, |of: uuid::Uuid| format!("/people/{of}/removal"));
    admin
        .posts_with_token(&format!("/people/{}/settings", second.id()), &[("agent", "none"), ("admin", "global-admin")])
        .await
        .answered(303);
    let other = world.visits(second).await;
    let (one_path, other_path) = (path(second.id()), path(ZHANG_WEI.id()));
    let (one, two) = tokio::join!(admin.posts_with_token(&one_path, &[]), other.posts_with_token(&other_path, &[]));
    assert_eq!(world.database.count(&left).await, 1, "{}\n{}", one.told(), two.told());
}

#[actix_web::test]
async fn whoever_is_removed_is_out_at_the_next_click() {
    let world = World::new().await;
    let (admin, reader) = (world.visits(ZHAO_MIN).await, world.visits(SHEN_KE).await);
    reader.opens("/today").await.answered(200).sees("Fabrikam");
    let page = admin.opens(&format!("/people/{}/removal", SHEN_KE.id())).await.answered(200).sees("Shen Ke");
    page.form_ending("/removal").sends().await.answered(200);
    reader.opens("/today").await.does_not_see("Fabrikam");
}

#[actix_web::test]
async fn the_people_of_others_are_not_there() {
    let world = World::new().await;
    let admin = world.visits(ZHAO_MIN).await;
    for person in [ZHAO_YONG, OLGA_PETROVA] {
        admin.opens(&format!("/people/{}/settings", person.id())).await.answered(404);
        admin.posts_with_token(&format!("/people/{}/settings", person.id()), &[("agent", "none"), ("admin", "reader")]).await.answered(404);
        admin.posts_with_token(&format!("/people/{}/removal", person.id()), &[]).await.answered(404);
    }
    admin.opens("/people").await.sees("Shen Ke").does_not_see("Zhao Yong");
}
