//! Organizations after they were registered: edited by the operator and by their own global admins, suspended and reinstated.

use crate::{
    past::{CONTOSOS_DELEGATION, RELATIONSHIP, STANDING},
    world::{
        AN_QING, CHEN_JING, CONTOSO, FABRIKAM, FENG_XIN, HE_LIN, HUANG_LAN, LIN_TAO, LITWARE, LIU_FANG, NORTHWIND, OLGA_PETROVA, QIAN_DUO,
        SHEN_KE, WANG_LEI, WOODGROVE, World, YE_QIU, ZHANG_WEI, ZHAO_MIN,
    },
};

#[actix_web::test]
async fn the_operator_edits_a_partner_with_a_reason_and_the_trail_says_from_what_to_what() {
    let world = World::with_a_past().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let detail = olga.opens(&format!("/organizations/{}", NORTHWIND.id())).await.answered(200);
    let page = detail.clicks("Edit profile").await.answered(200).sees("1000001");
    let form = || {
        let form = page.form_ending("/profile").with("name", "Northwind Cloud").with("country", "HK");
        form.with("tenant", "6f1d3c1e-5a2b-4c7d-9e8f-0a1b2c3d4e5f")
    };
    let wrong = form().sent().await.answered(422).sees("Enter a reason");
    assert_eq!(wrong.form_ending("/profile").value("name"), Some("Northwind Cloud"));
    form().with("reason", "New name").forged("partner_id", "7654321").sent().await.answered(422);
    let page = form().with("reason", "Renamed in the register").sends().await.answered(200);
    page.sees("Northwind Cloud").sees("The profile is changed").sees("6f1d3c1e-5a2b-4c7d-9e8f-0a1b2c3d4e5f").sees("1000001");
    assert_eq!(world.count_letters_to(&ZHANG_WEI.email(), "organization-changed").await, 1);
    assert_eq!(world.recorded("organization-changed").await, 1);
    let trail = olga.opens("/audit?kind=organization-changed").await.answered(200);
    trail.sees("Legal name: Northwind Traders → Northwind Cloud").sees("Market: China → Hong Kong").sees("Renamed in the register");
    world.visits(HE_LIN).await.opens("/history").await.sees("Northwind Traders → Northwind Cloud");
}

#[actix_web::test]
async fn nothing_is_changed_when_nothing_is_different_and_everything_typed_is_kept_when_something_is_wrong() {
    let world = World::new().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let path = format!("/organizations/{}/profile", CONTOSO.id());
    let page = olga.opens(&path).await.answered(200);
    page.form(&path).with("reason", "Looked at it").sends().await.sees("nothing was changed");
    assert_eq!(world.recorded("organization-changed").await, 0);
    let long = "界".repeat(201);
    let form = page.form(&path).with("name", &long).with("domain", "no domain").with("contact", "nobody").with("tenant", "12");
    let wrong = form.with("reason", "R").sent().await.answered(422);
    for said in ["no more than 200 characters", "domain name", "e-mail address", "tenant ID, like"] {
        assert!(wrong.words().contains(said), "{said}: {}", wrong.told());
    }
    let kept = wrong.form(&path);
    assert_eq!((kept.value("name"), kept.value("domain"), kept.value("tenant")), (Some(long.as_str()), Some("no domain"), Some("12")));
    page.form(&path).with("name", &"界".repeat(200)).with("reason", "R").sends().await.answered(200).sees(&"界".repeat(200));
    olga.opens("/organizations?kind=indirect-reseller").await.answered(200).sees(&"界".repeat(200));
}

#[actix_web::test]
async fn two_organizations_never_have_one_tenant() {
    let world = World::new().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let tenant = "6f1d3c1e-5a2b-4c7d-9e8f-0a1b2c3d4e5f";
    for (company, status) in [(FABRIKAM, 303), (LITWARE, 422)] {
        let path = format!("/organizations/{}/profile", company.id());
        let form = olga.opens(&path).await.form(&path).with("tenant", tenant).with("reason", "Known now");
        form.sent().await.answered(status);
    }
}

#[actix_web::test]
async fn a_partners_global_admin_edits_contact_and_domain_and_nothing_of_the_contract() {
    let world = World::with_a_past().await;
    let admin = world.visits(ZHANG_WEI).await;
    let page = admin.opens("/today").await.clicks("Our organization").await.answered(200).sees("1000001").sees("come from the contract");
    let page = page.clicks("Edit profile").await.answered(200);
    assert!(page.form("/organization/profile").names().iter().all(|name| !["name", "country", "tenant"].contains(name)));
    let form = page.form("/organization/profile").with("contact", "hello@northwind.example").with("domain", "northwind.cn");
    form.clone().forged("tenant", "6f1d3c1e-5a2b-4c7d-9e8f-0a1b2c3d4e5f").sent().await.answered(422);
    form.clone().forged("state", "active").sent().await.answered(422);
    // What is not theirs to change is not listened to.
    let done = form.forged("name", "Microsoft").forged("country", "RU").sends().await.answered(200);
    done.sees("The profile is changed")
        .sees("hello@northwind.example")
        .sees("northwind.cn")
        .sees("Northwind Traders")
        .does_not_see("Microsoft");
    let of = |column: &str| format!("select count(*) from organizations where id = '{}' and {column}", NORTHWIND.id());
    assert_eq!(world.database.count(&of("name = 'Northwind Traders' and country = 'CN' and domain = 'northwind.cn'")).await, 1);
    admin.opens("/history").await.sees("Domain: northwind.example → northwind.cn");
    page.form("/organization/profile").with("contact", "").sent().await.answered(422).sees("Enter a contact address");
}

#[actix_web::test]
async fn what_a_global_admin_changed_stands_in_the_trail_in_three_languages() {
    let world = World::new().await;
    let admin = world.visits(FENG_XIN).await;
    let page = admin.opens("/organization/profile").await;
    page.form("/organization/profile").sends().await.sees("nothing was changed");
    assert_eq!(world.recorded("organization-changed").await, 0);
    page.form("/organization/profile").with("domain", "no domain").sent().await.answered(422);
    assert_eq!(world.recorded("organization-changed").await, 0);
    page.form("/organization/profile").with("domain", "tailspin.cn").sends().await.answered(200);
    assert_eq!(world.recorded("organization-changed").await, 1);

    let olga = world.visits(OLGA_PETROVA).await;
    for (lang, said, field) in [
        ("en", "Profile of Tailspin Toys changed", "Domain"),
        ("zh-CN", "已更改 Tailspin Toys 的资料", "域名"),
        ("ru", "Профиль изменён: Tailspin Toys", "Домен"),
    ] {
        for (reader, trail) in [(&olga, "/audit?kind=organization-changed"), (&admin, "/history")] {
            reader.posts_with_token("/language", &[("lang", lang), ("back", "/")]).await.answered(303);
            let page = reader.opens(trail).await.answered(200).sees(said).sees(FENG_XIN.name);
            let from_to = page.sees("tailspin.example → tailspin.cn");
            assert!(from_to.words().contains(field), "{}", from_to.told());
        }
    }
}

/// The table of rights: who sees the organization's profile, and who edits it.
#[actix_web::test]
async fn the_profile_is_seen_and_edited_by_those_of_the_table() {
    let world = World::new().await;
    for (person, sees) in
        [(HE_LIN, 200), (LIU_FANG, 200), (CHEN_JING, 200), (WANG_LEI, 403), (QIAN_DUO, 200), (SHEN_KE, 200), (OLGA_PETROVA, 403)]
    {
        let visitor = world.visits(person).await;
        visitor.opens("/organization").await.answered(sees);
        visitor.opens("/organization/profile").await.answered(403);
        visitor.posts_with_token("/organization/profile", &[("contact", "x@y.example")]).await.answered(403);
    }
    world.visits(FENG_XIN).await.opens("/organization/profile").await.answered(200);
}

/// D9: a customer's market is its own to say until it has a relationship; then it is the operator's.
#[actix_web::test]
async fn d9_a_customer_changes_its_market_until_it_has_a_relationship() {
    let world = World::with_a_past().await;
    let free = world.visits(LIN_TAO).await;
    let form = free.opens("/organization/profile").await.answered(200).form("/organization/profile").with("country", "HK");
    form.with("name", "Litware 利特").sends().await.answered(200).sees("Hong Kong").sees("Litware 利特");

    let related = world.visits(ZHAO_MIN).await;
    let page = related.opens("/organization/profile").await.answered(200).sees("only the operator changes the market");
    let form = page.form("/organization/profile");
    assert!(!form.names().contains(&"country"));
    form.with("name", "Fabrikam Group").forged("country", "RU").sends().await.answered(200).sees("Fabrikam Group").sees("China");
    assert_eq!(
        world.database.count(&format!("select count(*) from organizations where id = '{}' and country = 'CN'", FABRIKAM.id())).await,
        1
    );
    assert_eq!(world.database.count("select count(*) from relationships where customer_name = 'Fabrikam Group'").await, 1);
}

/// D5: a suspended organization looks at its profile, and changes nothing; not even with the guards before the database gone.
#[actix_web::test]
async fn d5_a_suspended_partner_does_not_edit_its_profile_nor_reinstate_itself() {
    let world = World::new().await;
    let admin = world.visits(YE_QIU).await;
    admin.opens("/organization").await.answered(200).sees("Suspended since").sees("Invoices of two months");
    admin.opens("/organization/profile").await.answered(403);
    admin.posts_with_token("/organization/profile", &[("contact", "a@woodgrove.example")]).await.answered(403);
    let portal = world.database.connect_as_portal().await;
    let session =
        format!("insert into sessions (key_hash, user_id, org_id) values (sha256('ye qiu'), '{}', '{}')", YE_QIU.id(), WOODGROVE.id());
    world.suddenly(&session).await;
    for change in ["state = 'active', suspended_at = null, suspended_reason = null", "contact_email = 'a@b.example'", "country = 'RU'"] {
        portal.batch_execute("begin; select enter_request(sha256('ye qiu'), null, false)").await.unwrap();
        let sql = format!("update organizations set {change} where id = '{}'", WOODGROVE.id());
        let refused = portal.batch_execute(&sql).await.unwrap_err();
        assert_eq!(refused.code().map(|code| code.code().to_owned()).as_deref(), Some("42501"), "{change}");
        portal.batch_execute("rollback").await.unwrap();
    }
}

/// D5: what stops is shown by name before the suspension, what works again before the reinstatement.
#[actix_web::test]
async fn d5_the_effects_are_shown_first_with_numbers_names_and_links() {
    let world = World::with_a_past().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let path = format!("/organizations/{}/suspension", NORTHWIND.id());
    let page = olga.opens(&path).await.answered(200);
    for said in ["Everybody in spring", "For a newcomer", "Contoso", "Fabrikam", "Exchange Online, Provisioning", "Zhang Wei"] {
        assert!(page.words().contains(said), "{said}: {}", page.told());
    }
    for link in [format!("/review/invitations/{STANDING}"), format!("/review/relationships/{RELATIONSHIP}")] {
        assert!(page.links().contains(&link), "{link}: {:?}", page.links());
    }
    let contoso = olga.opens(&format!("/organizations/{}/suspension", CONTOSO.id())).await.answered(200);
    let contoso =
        contoso.sees("Invitations that it may forward").sees("of Northwind Traders").sees("Fabrikam").does_not_see("Its customers");
    assert!(contoso.links().contains(&format!("/review/delegations/{CONTOSOS_DELEGATION}")));

    page.form(&path).with("reason", "Unpaid").sends().await.answered(200);
    world.suddenly(&format!("update organizations set suspended_at = now() - interval '2 days' where id = '{}'", NORTHWIND.id())).await;
    world.suddenly("update invitations set expires_at = now() - interval '1 day' where label = 'For a newcomer'").await;
    let back = olga.opens(&format!("/organizations/{}", NORTHWIND.id())).await.clicks("Reinstate").await.answered(200);
    let back = back.sees("Unpaid").sees("Everybody in spring").sees("1 invitation expired during the suspension");
    assert!(back.all("section li").iter().all(|line| !line.contains("For a newcomer")), "what has lapsed does not work again");
    back.form_ending("/reinstatement").with("reason", "All is paid").sends().await.sees("may act again");
    olga.opens("/audit?kind=organization-reinstated").await.sees("Reason: All is paid");
}

#[actix_web::test]
async fn an_auditor_and_a_stranger_change_nothing_of_an_organization() {
    let world = World::new().await;
    for person in [AN_QING, ZHANG_WEI, HUANG_LAN] {
        let visitor = world.visits(person).await;
        for what in ["profile", "suspension"] {
            let path = format!("/organizations/{}/{what}", CONTOSO.id());
            visitor.opens(&path).await.answered(403);
            visitor.posts_with_token(&path, &[("reason", "R")]).await.answered(403);
        }
        visitor.posts_with_token(&format!("/organizations/{}/reinstatement", WOODGROVE.id()), &[("reason", "R")]).await.answered(403);
    }
    let olga = world.visits(OLGA_PETROVA).await;
    let gone = "/organizations/01900000-0000-7000-ffff-000000000001";
    olga.opens(&format!("{gone}/profile")).await.answered(404);
    olga.opens(&format!("{gone}/reinstatement")).await.answered(404);
    olga.opens(&format!("/organizations/{}/reinstatement", CONTOSO.id())).await.answered(409);
}
