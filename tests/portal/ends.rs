//! Ends: the rehearsal before each, what it leaves over, and everything of one partner at once (D18, D20, D22).

use uuid::Uuid;

use crate::{
    browser::Page,
    past,
    world::{
        ADVENTURE_WORKS, AN_QING, CHEN_JING, CONTOSO, Company, DU_KAI, FABRIKAM, FENG_XIN, HE_LIN, HUANG_LAN, LI_NA, LIN_TAO, NORTHWIND,
        PAN_YU, PROSEWARE, QIAN_DUO, SHEN_KE, World, ZHANG_WEI, ZHAO_MIN, ZHAO_YONG, ZHOU_JIE,
    },
};

/// The page has a letter word for word.
#[track_caller]
fn shows(page: Page, mail: &crate::letterbox::Mail) {
    page.sees(&mail.subject).sees(&mail.text);
}

impl World {
    /// Somebody may work for Fabrikam, under a relationship of somebody's.
    async fn grants(&self, relationship: Uuid, owner: Company, holder: Company, service: &str, state: &str) -> Uuid {
        let id = Uuid::now_v7();
        let (fabrikam, owner, zhao_min) = (FABRIKAM.id(), owner.id(), ZHAO_MIN.id());
        self.suddenly(&format!(
            "insert into delegations (id, relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, granted_at, starts_at, ends_at)
             values ('{id}', '{relationship}', '{fabrikam}', '{owner}', '{}', '{}', '{service}', 'support', '{state}', 30, '{zhao_min}', now(), now(), now() + interval '30 days')",
            holder.id(),
            holder.kind
        ))
        .await;
        id
    }

    /// Proseware has Fabrikam as a customer, too.
    async fn proseware_sells_to_fabrikam(&self) -> Uuid {
        let id = Uuid::now_v7();
        self.suddenly(&format!(
            "insert into relationships (id, owner_id, customer_id, customer_name) values ('{id}', '{}', '{}', 'Fabrikam')",
            PROSEWARE.id(),
            FABRIKAM.id()
        ))
        .await;
        id
    }

    async fn ends_the_partnership(&self) -> Page {
        let huang_lan = self.visits(HUANG_LAN).await;
        let page = huang_lan.opens(&format!("/partnerships/{}/ending", past::PARTNERSHIP)).await.answered(200);
        page.form_ending("/ending").sends().await.answered(200);
        page
    }
}

/// D18: before a customer removes a delegation it sees what stops, what stays, who is told and the very letter; then it is over at once.
#[actix_web::test]
async fn d18_the_removal_is_rehearsed_with_the_letter_that_is_sent() {
    let world = World::with_a_past().await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let path = format!("/delegations/{}/removal", past::CONTOSOS_DELEGATION);
    let page = zhao_min.opens(&path).await.answered(200);
    let page = page
        .sees("Contoso loses its access to Exchange Online at once")
        .sees("The relationship, the subscriptions and the partner’s duties");
    let page = page.sees("Nothing stands in the way").sees("Contoso (1000002): 2 people").sees("Northwind Traders (1000001): 2 people");
    let page = page.sees("Fabrikam: 1 person");
    assert_eq!(world.database.count("select count(*) from outbox where letter->>'letter' = 'delegation-ended'").await, 0);
    page.form(&path).sends().await.answered(200);
    assert_eq!(world.database.count("select count(*) from outbox where letter->>'letter' = 'delegation-ended'").await, 5, "as it said");
    for person in [HUANG_LAN, LI_NA, HE_LIN, ZHANG_WEI, ZHAO_MIN] {
        shows(page.clone(), &world.mail_to(&person.email()).await);
    }
    zhao_min.opens(&path).await.answered(409).sees("over already");
    let li_na = world.visits(LI_NA).await;
    li_na.opens("/customers").await.does_not_see("1 delegation");
}

/// D22: a holder that gives up sees the same beforehand; what it has not answered yet is refused instead.
#[actix_web::test]
async fn d22_giving_up_is_rehearsed_with_the_letter_that_is_sent() {
    let world = World::with_a_past().await;
    let path = format!("/delegations/{}/giving-up", past::CONTOSOS_DELEGATION);
    let page = world.visits(LI_NA).await.opens(&path).await.answered(200);
    let page =
        page.sees("You lose your access to Exchange Online of Fabrikam at once").sees("Fabrikam: 1 person").sees("Given up by the partner");
    page.form(&path).sends().await.answered(200);
    shows(page, &world.mail_to(&ZHAO_MIN.email()).await);
    let awaiting = format!("/delegations/{}/giving-up", past::AWAITING_DELEGATION);
    world.visits(ZHOU_JIE).await.opens(&awaiting).await.answered(409).sees("Refuse it instead");
    // D22: what ended stays as it ended, whoever tries what.
    for (person, verb) in [(LI_NA, "giving-up"), (LI_NA, "consent"), (LI_NA, "refusal"), (ZHAO_MIN, "removal")] {
        let again = format!("/delegations/{}/{verb}", past::CONTOSOS_DELEGATION);
        world.visits(person).await.posts_with_token(&again, &[]).await.answered(409);
    }
    assert_eq!(world.database.count("select count(*) from delegations where end_reason = 'given-up'").await, 1);
}

/// D20: ending a partnership leaves customers and delegations as they are; both sides and the customers concerned are told, with
/// the letters that the page showed.
#[actix_web::test]
async fn d20_ending_a_partnership_leaves_everything_and_tells_everybody_concerned() {
    let world = World::with_a_past().await;
    let page = world.ends_the_partnership().await;
    let page =
        page.sees("Northwind Traders: 2 people").sees("Contoso: 2 people").sees("Fabrikam: 1 person").sees("Nothing stands in the way");
    for person in [HUANG_LAN, LI_NA, ZHANG_WEI, HE_LIN] {
        let mail = world.mail_to(&person.email()).await.says("1 delegation is left over");
        shows(page.clone(), &mail);
    }
    let mail = world.mail_to(&ZHAO_MIN.email()).await.says("Contoso still has 1 delegation from you");
    assert_eq!(mail.link, "/left-over");
    shows(page, &mail);
    for stays in [
        "select count(*) from delegations where state = 'active'",
        "select count(*) from delegations where state <> 'ended' and ends_at > now() having count(*) = 3",
        "select count(*) from relationships where state = 'active'",
    ] {
        assert!(world.database.count(stays).await > 0, "{stays}");
    }
    assert!(world.letters_to(&LIN_TAO.email()).await.is_empty(), "who is not concerned is not told");
    world.visits(ZHAO_MIN).await.opens("/history").await.sees("Partnership of Northwind Traders and Contoso ended");
    let again = world.visits(HUANG_LAN).await;
    again.opens(&format!("/partnerships/{}/ending", past::PARTNERSHIP)).await.answered(409);
}

/// D20: what is left over is shown to the provider, the reseller, the customer and the operator, from their start pages, and to
/// nobody else.
#[actix_web::test]
async fn d20_what_is_left_over_is_shown_to_all_three_sides_and_the_operator() {
    let world = World::with_a_past().await;
    for person in [ZHANG_WEI, LI_NA, ZHAO_MIN, AN_QING] {
        world.visits(person).await.opens("/left-over").await.answered(200).sees("Nothing is left over");
    }
    world.visits(ZHAO_MIN).await.opens("/today").await.does_not_see("Left over by partnerships");
    // A stranger to the provider is no orphan: there was no partnership that could have ended.
    world.grants(past::RELATIONSHIP, NORTHWIND, crate::world::WINGTIP, "intune", "active").await;
    world.ends_the_partnership().await;
    for person in [ZHANG_WEI, HE_LIN, LI_NA, ZHAO_YONG, ZHAO_MIN, SHEN_KE, AN_QING] {
        let page =
            world.visits(person).await.opens("/today").await.clicks("Left over by partnerships").await.is_at("/left-over").answered(200);
        let page = page.sees("Exchange Online").sees("Contoso").sees("Fabrikam").does_not_see("Intune").does_not_see("SharePoint Online");
        let ways = page.links().into_iter().filter(|href| href.ends_with("/removal") || href.ends_with("/giving-up")).collect::<Vec<_>>();
        let expected = match person.company {
            FABRIKAM if person.admin == "global-admin" => vec![format!("/delegations/{}/removal", past::CONTOSOS_DELEGATION)],
            CONTOSO if person.agent == "admin-agent" => vec![format!("/delegations/{}/giving-up", past::CONTOSOS_DELEGATION)],
            _ => Vec::new(),
        };
        assert_eq!(ways, expected, "{}", person.name);
        let row = page.links().into_iter().find(|href| href.contains(&past::CONTOSOS_DELEGATION.to_string())).unwrap();
        page.opens(&row).await.answered(200);
    }
    for person in [PAN_YU, DU_KAI, FENG_XIN, LIN_TAO, ZHOU_JIE] {
        world.visits(person).await.opens("/left-over").await.answered(200).sees("Nothing is left over");
    }
    world.visits(CHEN_JING).await.opens("/left-over").await.answered(403);
    world.visits(ZHAO_MIN).await.opens("/left-over?page=x").await.answered(200);

    // Working together again, nothing is left over; and what the customer removes is gone from the list.
    world
        .suddenly(&format!(
            "insert into partnerships (provider_id, reseller_id, state, recipient_email, language, invited_by, expires_at, answered_by, answered_at)
             values ('{}', '{}', 'active', 'a@b.example', 'en', '{}', now(), '{}', now())",
            NORTHWIND.id(),
            CONTOSO.id(),
            ZHANG_WEI.id(),
            HUANG_LAN.id()
        ))
        .await;
    for person in [ZHANG_WEI, LI_NA, ZHAO_MIN, AN_QING] {
        world.visits(person).await.opens("/left-over").await.sees("Nothing is left over");
    }
    world.suddenly("update partnerships set state = 'ended', ended_at = now() where recipient_email = 'a@b.example'").await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let page = zhao_min.opens("/left-over").await.sees("Contoso").clicks("Remove").await;
    page.form_ending("/removal").sends().await.answered(200);
    zhao_min.opens("/left-over").await.sees("Nothing is left over");
}

/// D18: everything of one partner at once, from the page that shows it: rehearsed, one click, a result for each.
#[actix_web::test]
async fn d18_a_customer_removes_everything_of_one_partner_at_once() {
    let world = World::with_a_past().await;
    let other = world.proseware_sells_to_fabrikam().await;
    world.grants(past::RELATIONSHIP, NORTHWIND, CONTOSO, "sharepoint-online", "awaiting-partner").await;
    world.grants(other, PROSEWARE, CONTOSO, "azure", "active").await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let path = format!("/holders/{}/removal", CONTOSO.id());
    let page = zhao_min.opens("/relationships").await.sees("Who may work for you").sees("3 delegations");
    assert!(page.links().contains(&path), "{:?}", page.links());
    let page = page.opens(&path).await.answered(200).sees("Remove all 3 delegations now").sees("Contoso (1000002): 2 people");
    let page = page.sees("Proseware (1000004): 1 person").sees("Northwind Traders (1000001): 2 people").sees("Nothing stands in the way");
    for service in ["Exchange Online", "SharePoint Online", "Azure"] {
        assert!(page.words().contains(&format!("Contoso loses its access to {service} at once")), "{service}: {}", page.told());
    }
    // Granted while the page was open: it was not shown, so it stays.
    let meanwhile = world.grants(past::RELATIONSHIP, NORTHWIND, CONTOSO, "teams", "active").await;
    let done = page.form(&path).sends().await.answered(200).is_under(&path);
    let rows = done.all("tbody tr");
    assert_eq!(rows.iter().filter(|row| row.contains("Removed by the customer")).count(), 3, "{rows:?}");
    done.sees("Teams").sees("Remove 1 delegation now");
    let left = format!("select count(*) from delegations where holder_id = '{}' and state <> 'ended'", CONTOSO.id());
    assert_eq!(world.database.count(&left).await, 1);

    for person in [HUANG_LAN, LI_NA, ZHAO_MIN, HE_LIN, PAN_YU] {
        let letters = world.letters_to(&person.email()).await;
        assert_eq!(letters.iter().filter(|kind| *kind == "delegations-ended").count(), 1, "one letter: {} {letters:?}", person.name);
        shows(page.clone(), &world.mail_to(&person.email()).await);
    }
    // An owner learns of what was under its own relationship, and of nothing else.
    let (northwind, proseware) = (world.mail_to(&HE_LIN.email()).await, world.mail_to(&PAN_YU.email()).await);
    assert!(!northwind.text.contains("Azure") && northwind.text.contains("Exchange Online"), "{}", northwind.text);
    assert!(!proseware.text.contains("Exchange") && proseware.text.contains("Azure"), "{}", proseware.text);
    assert_eq!(world.database.count("select count(*) from audit_events where kind = 'delegation-removed'").await, 3);
    assert_eq!(world.database.count("select count(*) from relationships where state = 'active'").await, 2, "relationships stay");

    page.form(&path).sends().await.answered(409).sees("over already");
    zhao_min.posts_with_token(&path, &[("delegation", &meanwhile.to_string())]).await.answered(303);
    zhao_min.opens(&format!("{path}?done=yes")).await.sees("Contoso no longer has any delegation from you");
    zhao_min.opens(&path).await.does_not_see("Nothing stands in the way");
}

/// D18: only the customer's global admin, only for its own delegations.
#[actix_web::test]
async fn d18_nobody_else_removes_everything_of_a_partner() {
    let world = World::with_a_past().await;
    let path = format!("/holders/{}/removal", CONTOSO.id());
    let ids = [("delegation", past::CONTOSOS_DELEGATION.to_string()), ("delegation", past::AWAITING_DELEGATION.to_string())];
    let fields: Vec<_> = ids.iter().map(|(name, id)| (*name, id.as_str())).collect();
    for (person, status) in [(SHEN_KE, 403), (QIAN_DUO, 403), (LIN_TAO, 404), (HE_LIN, 403), (HUANG_LAN, 403)] {
        let browser = world.visits(person).await;
        browser.opens(&path).await.answered(status);
        browser.posts_with_token(&path, &fields).await.answered(status);
    }
    let zhao_min = world.visits(ZHAO_MIN).await;
    zhao_min.posts_with_token(&path, &[("delegation", "x")]).await.answered(422);
    zhao_min.posts_with_token(&path, &[]).await.answered(409);
    zhao_min.opens(&format!("/holders/{}/removal", Uuid::now_v7())).await.answered(404);
    // What is another partner's is not among Contoso's, whoever says so.
    zhao_min.posts_with_token(&path, &fields).await.answered(303);
    let awaiting = format!("select count(*) from delegations where holder_id = '{}' and state = 'awaiting-partner'", ADVENTURE_WORKS.id());
    assert_eq!(world.database.count(&awaiting).await, 1);
}
