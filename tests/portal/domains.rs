//! Domains: what an organization says of itself is shown as said; what the operator has confirmed counts.

use crate::{
    consents::comes_to,
    past::{self, Offer},
    subscriptions_import::{checked, file, row},
    world::{
        CONTOSO, Company, FABRIKAM, HE_LIN, LIN_TAO, LITWARE, NORTHWIND, OLGA_PETROVA, PROSEWARE, Person, WINGTIP, WU_TAO, World,
        ZHANG_WEI, ZHAO_MIN,
    },
};

const SAID: &str = "said, not confirmed";

fn organization(company: Company) -> String {
    format!("/organizations/{}", company.id())
}

impl World {
    /// A global admin says that their organization has this domain.
    async fn says(&self, admin: Person, domain: &str) {
        let page = self.visits(admin).await.opens("/organization/profile").await.answered(200);
        page.form("/organization/profile").with("domain", domain).sends().await.answered(200).sees(domain).sees(SAID);
    }

    async fn stands_for_the_domain_of(&self, company: Company) -> bool {
        let confirmed = format!("select count(*) from organizations where id = '{}' and domain_confirmed_at is not null", company.id());
        self.database.count(&confirmed).await == 1
    }
}

/// D14: whose subscriptions an import brings is the operator's word; whoever types another's domain gets none of them.
#[actix_web::test]
async fn d14_a_domain_that_a_customer_merely_says_finds_no_subscriptions() {
    let world = World::with_a_past().await;
    let olga = world.visits(OLGA_PETROVA).await;
    world.says(LIN_TAO, "victim.example").await;
    let rows = [
        "S-1,victim.example,Victim,intune,csp,1000001,,25,2026-01-01,2026-12-31,active",
        "S-2,fabrikam.example,Fabrikam,intune,csp,1000001,,25,2026-01-01,2026-12-31,active",
    ];
    let page = checked(&world, &olga, "spring.csv", &file(&rows)).await.sees("Import 1 row");
    let said = row(&page, "S-1");
    assert!(said.contains("nobody has confirmed it") && said.contains("Confirm the domain on the customer’s page"), "{said}");
    page.form(&format!("{}/confirmation", page.path)).sends().await.answered(200);
    world.works_off().await;
    assert_eq!(world.database.count("select count(*) from subscriptions where external_id = 'S-1'").await, 0);

    // What is confirmed for another is not taken from it by being said.
    world.says(LIN_TAO, "fabrikam.example").await;
    let rows = ["S-3,fabrikam.example,Fabrikam,intune,csp,1000001,,25,2026-01-01,2026-12-31,active"];
    let page = checked(&world, &olga, "summer.csv", &file(&rows)).await;
    page.form(&format!("{}/confirmation", page.path)).sends().await.answered(200);
    world.works_off().await;
    let of = |company: Company, id: &str| {
        format!("select count(*) from subscriptions where customer_id = '{}' and external_id = '{id}'", company.id())
    };
    assert_eq!((world.database.count(&of(FABRIKAM, "S-3")).await, world.database.count(&of(LITWARE, "S-3")).await), (1, 0));

    // The operator looks, confirms, and the row is found.
    world.says(LIN_TAO, "litware.cn").await;
    let page = olga.opens(&organization(LITWARE)).await.answered(200).sees(SAID).sees("Confirm it once you know");
    page.form_ending("/domain-confirmation").sends().await.answered(200).sees("The domain is confirmed.").does_not_see(SAID);
    assert_eq!(world.recorded("domain-confirmed").await, 1);
    world.visits(LIN_TAO).await.opens("/history").await.sees("Domain of Litware confirmed: litware.cn");
    let rows = ["S-4,litware.cn,Litware,intune,csp,1000001,,25,2026-01-01,2026-12-31,active"];
    let page = checked(&world, &olga, "autumn.csv", &file(&rows)).await;
    assert!(row(&page, "S-4").contains("New"), "{}", row(&page, "S-4"));
}

/// D25: the way to the admin centre leads to the customer's own tenant, never to one that somebody typed.
#[actix_web::test]
async fn d25_the_admin_centre_is_not_looked_for_at_a_domain_that_is_merely_said() {
    let world = World::with_a_past().await;
    let wu_tao = world.visits(WU_TAO).await;
    let goes = async || {
        let path = format!("/delegations/{}/uses/new", past::CONTOSOS_DELEGATION);
        wu_tao.posts_with_token(&path, &[("reason", "Ticket 4711")]).await.follows().await.answered(200)
    };
    let target = "https://partner.outlook.cn/ecp/?rfr=Admin_o365&exsvurl=1&delegatedOrg=";
    assert_eq!(goes().await.attributes("a[rel~=noreferrer]", "href"), [format!("{target}fabrikam.example")]);
    world.says(ZHAO_MIN, "another.example").await;
    let page = goes().await.sees("No address is known").sees("its domain not confirmed");
    assert!(!page.has("a[rel~=noreferrer]") && !page.html.contains("another.example"));
    // Whoever works for it is told as much.
    wu_tao.opens("/customers").await.sees("another.example").sees(SAID);

    let olga = world.visits(OLGA_PETROVA).await;
    olga.opens(&organization(FABRIKAM)).await.form_ending("/domain-confirmation").sends().await.answered(200);
    assert_eq!(goes().await.attributes("a[rel~=noreferrer]", "href"), [format!("{target}another.example")]);
}

#[actix_web::test]
async fn a_domain_has_one_owner_and_the_operator_is_told_whose_it_is() {
    let world = World::new().await;
    let olga = world.visits(OLGA_PETROVA).await;
    world.says(LIN_TAO, "fabrikam.example").await;
    let page = olga.opens(&organization(LITWARE)).await.answered(200).sees(SAID).sees("Fabrikam has this domain already");
    assert!(!page.has_form(&format!("{}/domain-confirmation", organization(LITWARE))), "there is nothing to press");
    assert!(page.links().contains(&organization(FABRIKAM)), "{:?}", page.links());
    let confirm = |company: Company| format!("{}/domain-confirmation", organization(company));
    let refused = olga.posts_with_token(&confirm(LITWARE), &[("domain", "fabrikam.example")]).await;
    refused.answered(409).sees("confirmed for another organization");
    assert!(!world.stands_for_the_domain_of(LITWARE).await);

    // What was looked at is confirmed, and nothing that stands there by now.
    world.says(LIN_TAO, "litware.cn").await;
    olga.posts_with_token(&confirm(LITWARE), &[("domain", "litware.example")]).await.answered(409).sees("another domain by now");
    assert!(!world.stands_for_the_domain_of(LITWARE).await);
    olga.posts_with_token(&confirm(LITWARE), &[("domain", "litware.cn")]).await.answered(303);
    olga.posts_with_token(&confirm(LITWARE), &[("domain", "litware.cn")]).await.answered(409);
    assert_eq!(world.recorded("domain-confirmed").await, 1);

    // A domain that the operator types is confirmed, and is nobody else's.
    let path = format!("{}/profile", organization(LITWARE));
    let form = olga.opens(&path).await.form(&path).with("reason", "They have moved");
    let taken = form.clone().with("domain", "fabrikam.example").sent().await.answered(422).sees("confirmed for another organization");
    assert_eq!(taken.form(&path).value("domain"), Some("fabrikam.example"));
    form.with("domain", "litware.ru").sends().await.answered(200).sees("litware.ru").does_not_see(SAID);
    assert!(world.stands_for_the_domain_of(LITWARE).await);
    let new = olga.opens("/organizations/new").await.form("/organizations/new");
    let new = new.with("kind", "indirect-reseller").with("name", "Lucerne Publishing").with("contact", "hello@lucerne.example");
    let new = new.with("admin_name", "Cao Yu").with("admin_email", "cao.yu@lucerne.example").with("language", "en");
    new.clone().with("domain", "litware.ru").sent().await.answered(422).sees("confirmed for another organization");
    new.with("domain", "lucerne.example").sends().await.answered(200).sees("lucerne.example").does_not_see(SAID);

    // Editing something else confirms nothing by the way.
    world.says(LIN_TAO, "litware.org").await;
    olga.opens(&path).await.form(&path).with("name", "Litware Group").with("reason", "Renamed").sends().await.answered(200).sees(SAID);
    for person in [ZHANG_WEI, HE_LIN, LIN_TAO] {
        world.visits(person).await.posts_with_token(&confirm(LITWARE), &[("domain", "litware.org")]).await.answered(403);
    }
}

/// D11: a domain that its organization replaced while the operator edited the profile is not confirmed, nor the new one undone, unseen.
#[actix_web::test]
async fn d11_what_was_said_since_the_profile_was_opened_is_not_confirmed_by_the_way() {
    let world = World::new().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let path = format!("{}/profile", organization(LITWARE));
    world.says(LIN_TAO, "litware.cn").await;
    let opened = olga.opens(&path).await.answered(200).form(&path).with("name", "Litware Group").with("reason", "Renamed");
    world.says(LIN_TAO, "litware.org").await;
    opened.clone().sends().await.answered(409).sees("has entered another domain");
    opened.with("domain", "litware.ru").sends().await.answered(409);
    assert!(!world.stands_for_the_domain_of(LITWARE).await);
    olga.opens(&organization(LITWARE)).await.answered(200).sees("litware.org").does_not_see("Litware Group");

    // What is wrong elsewhere on the page does not make another domain the shown one.
    let wrong = olga.opens(&path).await.form(&path).with("name", "Litware Group").with("reason", "").sends().await.answered(422);
    world.says(LIN_TAO, "litware.cn").await;
    wrong.form(&path).with("reason", "Renamed").sends().await.answered(409);
    let form = olga.opens(&path).await.form(&path).with("name", "Litware Group").with("reason", "Renamed");
    form.sends().await.answered(200).sees("Litware Group").sees("litware.cn").sees(SAID);
    assert!(!world.stands_for_the_domain_of(LITWARE).await);
}

/// D11: customers compare identities, and see of each domain whether anybody but the organization itself stands for it.
#[actix_web::test]
async fn d11_a_customer_sees_which_domains_are_merely_said() {
    let world = World::new().await;
    let offered = world.offers(Offer::default()).await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let landing = zhao_min.opens(&offered.link).await.answered(200).sees("northwind.example").does_not_see(SAID);
    assert!(landing.words().contains("northwind.example confirmed"), "{}", landing.told());
    world.says(ZHANG_WEI, "microsoft.example").await;
    zhao_min.opens(&offered.link).await.sees("microsoft.example").sees(SAID);

    let page = comes_to(&zhao_min, &offered).await;
    let found = page.form_ending("/check").with("find", "Contoso").pressing("step", "find").sends().await.answered(200);
    let found: String = found.all("#another li").concat();
    assert!(found.contains("contoso.example confirmed"), "{found}");
    world.suddenly(&format!("update organizations set domain = 'microsoft.cn.example' where id = '{}'", CONTOSO.id())).await;
    let found = page.form_ending("/check").with("find", "Contoso").pressing("step", "find").sends().await.answered(200);
    let found: String = found.all("#another li").concat();
    assert!(found.contains(&format!("microsoft.cn.example {SAID}")), "{found}");
}

/// Of what stood there before domains were confirmed, what the operator typed is; what somebody typed of themselves is not.
#[actix_web::test]
async fn of_older_domains_those_count_that_the_operator_typed() {
    const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations/2026-11-25-000040_confirmed_domains");
    let world = World::new().await;
    let olga = world.visits(OLGA_PETROVA).await;
    world.says(ZHANG_WEI, "northwind.cn").await;
    for (company, domain) in [(PROSEWARE, "proseware.cn"), (LITWARE, "litware.cn")] {
        let path = format!("{}/profile", organization(company));
        olga.opens(&path).await.form(&path).with("domain", domain).with("reason", "Moved").sends().await.answered(200);
    }
    world.says(LIN_TAO, "litware.org").await;
    let path = format!("{}/profile", organization(LITWARE));
    olga.opens(&path).await.form(&path).with("domain", "litware.cn").with("reason", "No").sends().await.answered(200);
    let owner = world.database.connect().await;
    for half in ["down", "up"] {
        owner.batch_execute(&std::fs::read_to_string(format!("{FOLDER}/{half}.sql")).unwrap()).await.unwrap();
    }
    let mut counts = Vec::new();
    for company in [CONTOSO, NORTHWIND, PROSEWARE, FABRIKAM, LITWARE] {
        counts.push(world.stands_for_the_domain_of(company).await);
    }
    assert_eq!(counts, [true, false, true, false, true], "registered, said, typed, registered itself, typed last");

    // One domain for two decides nothing.
    owner.batch_execute(&std::fs::read_to_string(format!("{FOLDER}/down.sql")).unwrap()).await.unwrap();
    world.suddenly(&format!("update organizations set domain = 'contoso.example' where id = '{}'", WINGTIP.id())).await;
    owner.batch_execute(&std::fs::read_to_string(format!("{FOLDER}/up.sql")).unwrap()).await.unwrap();
    assert!(!world.stands_for_the_domain_of(CONTOSO).await && !world.stands_for_the_domain_of(WINGTIP).await);
}
