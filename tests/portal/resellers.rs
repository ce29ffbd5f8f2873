//! Reports over resellers: what each made of its provider's invitations, and the list behind every number.

use crate::{
    browser::Page,
    past::{ADDRESSED, PARTNERSHIP, STANDING},
    world::{CONTOSO, HE_LIN, HUANG_LAN, LIN_TAO, LITWARE, NORTHWIND, PAN_YU, World, ZHAO_YONG, ZHOU_JIE},
};

/// The number beside a name.
#[track_caller]
fn number(page: &Page, name: &str) -> String {
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let found = page.all(".funnel li").into_iter().map(|item| squeezed(&item)).find(|item| item.trim_start().starts_with(name));
    let found = found.unwrap_or_else(|| panic!("no number {name}: {:?}", page.all(".funnel li")));
    found.trim().trim_start_matches(name).trim().to_owned()
}

const REPORT: &str = "/partnerships/01900000-0000-7000-a000-000000000000/report";

#[actix_web::test]
async fn a_provider_sees_what_each_reseller_made_of_its_invitations() {
    assert!(REPORT.contains(&PARTNERSHIP.to_string()));
    let world = World::with_a_past().await;
    let he_lin = world.visits(HE_LIN).await;
    let table = he_lin.opens("/reports/resellers").await.answered(200).sees("Contoso").sees("Adventure Works").does_not_see("Wingtip");
    let page = table.clicks("Contoso").await.answered(200).is_under(REPORT);
    for (name, count) in [
        ("In hand", "1"),
        ("Forwarded", "1"),
        ("Opened", "1"),
        ("Accepted", "1"),
        ("Declined", "0"),
        ("Not opened", "0"),
        ("Awaiting a partner", "1"),
    ] {
        assert_eq!(number(&page, name), count, "{name}");
    }
    page.clicks("Accepted").await.answered(200).sees("Fabrikam").sees("Everybody in spring");
    page.clicks("Forwarded").await.answered(200).sees("it@fabrikam.example");
    page.clicks("In hand").await.answered(200).sees("Everybody in spring");
    page.clicks("Awaiting a partner").await.answered(200).sees("Fabrikam");
    page.clicks("Declined").await.answered(200).sees("Nothing in this time");
    // The way from the partnership's own page.
    he_lin.opens(&format!("/partnerships/{PARTNERSHIP}")).await.clicks("Report").await.answered(200).is_under(REPORT);
}

#[actix_web::test]
async fn what_stalls_is_counted_and_listed_by_what_it_waits_for() {
    let world = World::with_a_past().await;
    let (northwind, contoso, zhao_yong) = (NORTHWIND.id(), CONTOSO.id(), ZHAO_YONG.id());
    world
        .suddenly(&format!(
            "insert into outbox (id, org_id, recipient, language, letter, state) values ('01900000-0000-7000-b000-0000000000d1', '{contoso}', 'gone@litware.example', 'en', '{{}}', 'dead');
             insert into forwards (invitation_id, inviter_id, forwarder_id, forwarded_by, way, recipient_email, outbox_id, forwarded_at, bounced_at) values
               ('{STANDING}', '{northwind}', '{contoso}', '{zhao_yong}', 'mail', 'gone@litware.example', '01900000-0000-7000-b000-0000000000d1', now() - interval '9 days', now());
             insert into forwards (invitation_id, inviter_id, forwarder_id, forwarded_by, way, recipient_email, forwarded_at) values
               ('{STANDING}', '{northwind}', '{contoso}', '{zhao_yong}', 'text', 'silent@litware.example', now() - interval '8 days'),
               ('{STANDING}', '{northwind}', '{contoso}', '{zhao_yong}', 'text', 'fresh@litware.example', now() - interval '6 days'),
               ('{STANDING}', '{northwind}', '{contoso}', '{zhao_yong}', 'text', 'old@litware.example', now() - interval '100 days');
             insert into forwards (id, invitation_id, inviter_id, forwarder_id, forwarded_by, way, recipient_email, forwarded_at) values
               ('01900000-0000-7000-b000-0000000000d2', '{STANDING}', '{northwind}', '{contoso}', '{zhao_yong}', 'text', 'slow@litware.example', now() - interval '20 days');
             insert into openings (invitation_id, customer_id, inviter_id, forward_id, opened_by, opened_at) values
               ('{STANDING}', '{}', '{northwind}', '01900000-0000-7000-b000-0000000000d2', '{}', now() - interval '15 days')",
            LITWARE.id(),
            LIN_TAO.id()
        ))
        .await;
    let he_lin = world.visits(HE_LIN).await;
    let page = he_lin.opens(REPORT).await.answered(200);
    for (name, count) in [
        ("Forwarded", "5"),
        ("Opened", "2"),
        ("Not deliverable", "1"),
        ("Not opened", "1"),
        ("Not answered", "1"),
        ("Awaiting a partner", "1"),
    ] {
        assert_eq!(number(&page, name), count, "{name}");
    }
    page.clicks("Not deliverable").await.sees("gone@litware.example").does_not_see("silent@litware.example");
    page.clicks("Not opened").await.sees("silent@litware.example").does_not_see("fresh@litware.example").does_not_see("gone@");
    page.clicks("Not answered").await.sees("slow@litware.example").does_not_see("Litware ");
    // The period stands in the address.
    let year = page.clicks("365 days").await.answered(200);
    assert_eq!(number(&year, "Forwarded"), "6");
    assert_eq!(number(&year, "Not opened"), "2");
    let month = year.clicks("30 days").await.answered(200);
    assert_eq!(number(&month, "Forwarded"), "5");
    assert_eq!(number(&he_lin.opens(&format!("{REPORT}?days=7&of=nonsense&page=nonsense")).await.answered(200), "Forwarded"), "5");
    // What is withdrawn waits for nothing.
    world.suddenly(&format!("update invitations set state = 'revoked' where id in ('{STANDING}', '{ADDRESSED}')")).await;
    let page = he_lin.opens(REPORT).await.answered(200);
    for name in ["In hand", "Not deliverable", "Not opened", "Not answered"] {
        assert_eq!(number(&page, name), "0", "{name}");
    }
}

#[actix_web::test]
async fn a_reseller_sees_its_own_report_and_nobody_elses() {
    let world = World::with_a_past().await;
    let contoso = world.visits(HUANG_LAN).await;
    let page = contoso.opens(&format!("/partnerships/{PARTNERSHIP}")).await.clicks("Report").await.answered(200).is_under(REPORT);
    for (name, count) in [("In hand", "1"), ("Forwarded", "1"), ("Opened", "1"), ("Accepted", "1")] {
        assert_eq!(number(&page, name), count, "{name}");
    }
    page.clicks("Accepted").await.sees("Fabrikam");
    contoso.opens("/reports/resellers").await.answered(403);
    for person in [ZHOU_JIE, PAN_YU] {
        world.visits(person).await.opens(REPORT).await.answered(404);
    }
    world.visits(PAN_YU).await.opens("/reports/resellers").await.answered(200).does_not_see("Contoso").sees("Wingtip");
}

#[actix_web::test]
async fn a_long_list_is_walked_through_by_key() {
    let world = World::with_a_past().await;
    world
        .suddenly(&format!(
            "insert into forwards (invitation_id, inviter_id, forwarder_id, forwarded_by, way, recipient_email, forwarded_at)
             select '{STANDING}', '{}', '{}', '{}', 'text', 'c' || n || '@litware.example', now() - interval '1 hour' from generate_series(1, 119) n",
            NORTHWIND.id(),
            CONTOSO.id(),
            ZHAO_YONG.id()
        ))
        .await;
    let page = world.visits(HE_LIN).await.opens(REPORT).await.answered(200);
    assert_eq!(number(&page, "Forwarded"), "120");
    assert_eq!(page.all("tbody tr").len(), 50);
    let last = page.clicks("Next").await.answered(200).clicks("Next").await.answered(200);
    assert_eq!(last.all("tbody tr").len(), 20);
    last.sees("it@fabrikam.example").clicks("Previous").await.answered(200);
}
