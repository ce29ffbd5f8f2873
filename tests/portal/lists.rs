//! No list ends in silence: what does not stand on the first page stands on a later one.

use crate::{
    browser::Page,
    past::STANDING,
    world::{AN_QING, NORTHWIND, World, ZHAO_MIN},
};

/// Goes on to the next page of one of the lists of a page.
async fn goes_on(page: &Page, section: &str) -> Page {
    let href = page.attributes(&format!("section[aria-labelledby={section}] a[rel=next]"), "href").pop();
    page.opens(&href.unwrap_or_else(|| panic!("{section} has no further page:\n{}", page.told()))).await.answered(200)
}

impl World {
    /// Sixty customers ("Shop 1" …) that declined the standing invitation, sixty resellers ("Dealer 1" …) that have it in their hands,
    /// and sixty times that Northwind passed it on.
    async fn has_a_busy_invitation(&self) {
        let (northwind, person) = (NORTHWIND.id(), ZHAO_MIN.id());
        self.suddenly(&format!(
            "insert into organizations (kind, name, country) select 'customer', 'Shop ' || n, 'CN' from generate_series(1, 60) n;
             insert into organizations (kind, name, country, partner_id, domain)
             select 'indirect-reseller', 'Dealer ' || n, 'CN', (5000000 + n)::text, 'dealer' || n || '.example' from generate_series(1, 60) n;
             insert into partnerships (provider_id, reseller_id, state, recipient_email, language, invited_by, invited_at, expires_at, answered_by, answered_at)
             select '{northwind}', o.id, 'active', 'it@' || o.domain, 'en', p.invited_by, now(), now() + interval '30 days', p.answered_by, now()
               from organizations o, (select * from partnerships where state = 'active' limit 1) p where o.name like 'Dealer %';
             insert into openings (invitation_id, customer_id, inviter_id, opened_by)
             select '{STANDING}', id, '{northwind}', '{person}' from organizations where name like 'Shop %';
             insert into declines (invitation_id, customer_id, inviter_id, declined_by, declined_at)
             select '{STANDING}', id, '{northwind}', '{person}', now() from organizations where name like 'Shop %';
             insert into handouts (invitation_id, inviter_id, reseller_id, handed_by, handed_at)
             select '{STANDING}', '{northwind}', o.id, h.handed_by, now() from organizations o, (select handed_by from handouts limit 1) h where o.name like 'Dealer %';
             insert into forwards (invitation_id, inviter_id, forwarder_id, forwarded_by, way, recipient_email)
             select '{STANDING}', '{northwind}', '{northwind}', h.handed_by, 'text', 'it@shop' || n || '.example'
               from generate_series(1, 60) n, (select handed_by from handouts limit 1) h;"
        ))
        .await;
    }
}

#[actix_web::test]
async fn the_operator_reads_on_in_everything_that_came_of_an_invitation() {
    let world = World::with_a_past().await;
    world.has_a_busy_invitation().await;
    let first = world.visits(AN_QING).await.opens(&format!("/review/invitations/{STANDING}")).await.answered(200);
    // What was there before is older than all of that, so it stands last.
    first.clone().does_not_see("M-2345-6789").does_not_see("it@fabrikam.example").does_not_see("1000002");
    let answers = goes_on(&first, "answers").await.sees("M-2345-6789").does_not_see("it@fabrikam.example");
    assert_eq!(answers.all("#answers + .table-box tbody tr").len(), 11);
    let forwards = goes_on(&answers, "forwards").await.sees("it@fabrikam.example").sees("M-2345-6789");
    assert_eq!(forwards.all("#forwards + .table-box tbody tr").len(), 11);
    goes_on(&forwards, "handouts").await.sees("1000002").sees("it@fabrikam.example").sees("M-2345-6789");
}
