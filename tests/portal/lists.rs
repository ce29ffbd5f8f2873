//! No list ends in silence: what does not stand on the first page stands on a later one.

use crate::{
    browser::Page,
    past::{ADDRESSED, CONTOSOS_DELEGATION, DRAFT, LETTER, PARTNERSHIP, RELATIONSHIP, STANDING, SUBSCRIPTION},
    world::{AN_QING, CONTOSO, FABRIKAM, HE_LIN, HUANG_LAN, LI_NA, NORTHWIND, PROSEWARE, QIAN_DUO, WINGTIP, World, ZHANG_WEI, ZHAO_MIN},
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

/// Reads a list from its first page to its last: what stands in every row, by a link or in words.
async fn whole(first: Page, next: &str, rows: &str) -> Vec<String> {
    let read = |page: &Page| match page.attributes(rows, "href") {
        links if links.is_empty() => page.all(rows),
        links => links,
    };
    let (mut all, mut page) = (read(&first), first);
    while let Some(href) = page.attributes(&format!("{next} a[rel=next]"), "href").pop() {
        page = page.opens(&href).await.answered(200);
        assert!(page.has(&format!("{next} a[rel=prev]")), "and back again:\n{}", page.told());
        all.extend(read(&page));
    }
    all
}

/// That many rows, and none of them twice.
#[track_caller]
fn each_once(mut rows: Vec<String>, many: usize) {
    assert_eq!(rows.len(), many, "{rows:#?}");
    rows.sort_unstable();
    rows.dedup();
    assert_eq!(rows.len(), many, "each exactly once");
}

impl World {
    /// A hundred and twenty delegations that Contoso had from Fabrikam, over for longer and longer.
    async fn has_many_delegations_that_are_over(&self) {
        self.suddenly(&format!(
            "insert into delegations (relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, granted_at, starts_at, ends_at, ended_at, end_reason)
             select relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, 'ended', days, granted_by, s.at, s.at, s.at + interval '365 days', s.at + interval '1 day', 'removed'
               from delegations, lateral (select now() - n / 2 * interval '1 day' - interval '9 days' as at from generate_series(1, 120) n) s
              where id = '{CONTOSOS_DELEGATION}'"
        ))
        .await;
    }

    /// A hundred and twenty times that Fabrikam accepted another invitation of Northwind's; the first time, long ago, for Azure.
    async fn has_many_acceptances(&self) {
        self.suddenly(&format!(
            "insert into invitations (inviter_id, kind, label, language, days, state, frozen_at, created_by, created_at)
             select inviter_id, kind, 'Wave ' || n, language, days, state, frozen_at, created_by, created_at from invitations, generate_series(1, 120) n where id = '{STANDING}';
             insert into openings (invitation_id, customer_id, inviter_id, opened_by)
             select i.id, o.customer_id, o.inviter_id, o.opened_by from invitations i, openings o where i.label like 'Wave %' and o.invitation_id = '{STANDING}';
             insert into acceptances (reference, invitation_id, relationship_id, inviter_id, customer_id, accepted_by, accepted_by_name, accepted_at, language, agreement_version, shown, shown_hash, attempt)
             select 'M-0000-' || lpad(row_number() over (order by i.id)::text, 4, '0'), i.id, a.relationship_id, a.inviter_id, a.customer_id, a.accepted_by, a.accepted_by_name,
                    a.accepted_at - case i.label when 'Wave 1' then interval '1 year' else '0' end, a.language, a.agreement_version,
                    case i.label when 'Wave 1' then '{{\"asks\": [{{\"service\": \"azure\", \"purpose\": \"support\"}}]}}' else a.shown end, a.shown_hash, gen_random_uuid()
               from invitations i, acceptances a where i.label like 'Wave %' and a.relationship_id = '{RELATIONSHIP}'"
        ))
        .await;
    }

    /// A hundred and twenty customers of Northwind ("Shop 1" …) that let Contoso support them.
    async fn has_many_customers(&self) {
        let northwind = NORTHWIND.id();
        self.suddenly(&format!(
            "insert into organizations (kind, name, country) select 'customer', 'Shop ' || n, 'CN' from generate_series(1, 120) n;
             insert into relationships (owner_id, customer_id, customer_name) select '{northwind}', id, name from organizations where name like 'Shop %';
             insert into delegations (relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, granted_at, starts_at, ends_at)
             select r.id, r.customer_id, r.owner_id, d.holder_id, d.holder_kind, d.service, d.purpose, d.state, d.days, d.granted_by, d.granted_at, d.starts_at, d.ends_at
               from relationships r, delegations d where r.customer_name like 'Shop %' and d.id = '{CONTOSOS_DELEGATION}'"
        ))
        .await;
    }
}

/// D23: nothing is left out of who may sell what, however long ago it was accepted; the past itself is read on and on.
#[actix_web::test]
async fn d23_a_customer_reads_on_in_its_receipts_and_its_former_partners_below_a_whole_matrix() {
    let world = World::with_a_past().await;
    let customer = world.visits(ZHAO_MIN).await;
    let azure = |page: &Page| page.all("tbody tr").into_iter().find(|row| row.contains("Azure")).expect("every service has a row");
    let before = customer.opens("/relationships").await.answered(200);
    assert!(!azure(&before).contains("Northwind Traders"), "it was accepted for Exchange Online alone");
    world.has_many_acceptances().await;
    world
        .suddenly(&format!(
            "insert into relationships (owner_id, customer_id, customer_name, state, since, ended_at)
             select '{}', customer_id, customer_name, 'ended', since - interval '400 days' + n * interval '1 hour', since - interval '300 days'
               from relationships, generate_series(1, 120) n where id = '{RELATIONSHIP}'",
            PROSEWARE.id()
        ))
        .await;
    let first = customer.opens("/relationships").await.answered(200);
    assert!(azure(&first).contains("Northwind Traders"), "{}", azure(&first));
    assert!(!azure(&first).contains("Proseware"), "who was a partner is none");
    each_once(
        whole(first.clone(), "section[aria-labelledby=receipts]", "section[aria-labelledby=receipts] a[href^='/receipts/']").await,
        121,
    );
    each_once(whole(first, "section[aria-labelledby=former]", "section[aria-labelledby=former] a[href^='/uses?']").await, 120);
    let partner = world.visits(HE_LIN).await.opens(&format!("/customers/{RELATIONSHIP}")).await.answered(200);
    each_once(whole(partner, "section[aria-labelledby=receipts]", "section[aria-labelledby=receipts] a[href^='/receipts/']").await, 121);
}

/// D20: the rehearsal names some of the customers, counts all of them and leads to the rest; the end tells all of them.
#[actix_web::test]
async fn d20_the_end_of_a_partnership_tells_every_customer_however_many_they_are() {
    let world = World::with_a_past().await;
    world.has_many_customers().await;
    world
        .suddenly(
            "insert into users (email, name) select 'admin@' || replace(lower(name), ' ', '') || '.example', name from organizations where name like 'Shop %';
             insert into memberships (user_id, org_id, org_kind, admin)
             select u.id, o.id, o.kind, 'global-admin' from users u join organizations o using (name) where name like 'Shop %'",
        )
        .await;
    let page = world.visits(ZHANG_WEI).await.opens(&format!("/partnerships/{PARTNERSHIP}/ending")).await.answered(200);
    let page = page.sees("Fabrikam: 1 person").sees("and 101 more customers").sees("121 delegations will be left");
    assert!(page.attributes("a[href='#rest']", "href").len() == 1 && page.all("#rest").len() == 1, "the rest is a step away");
    page.form_ending("/ending").sends().await.answered(200);
    let told = "select count(distinct recipient) from outbox where letter->>'letter' = 'delegations-left-over'";
    assert_eq!(world.database.count(told).await, 121);
    assert_eq!(world.database.count("select count(*) from outbox where letter->>'letter' = 'delegations-left-over'").await, 121, "once");
    let concerned = "select count(*) from audit_concerned c join audit_events e on e.id = c.event_id where e.kind = 'partnership-ended'";
    assert_eq!(world.database.count(concerned).await, 123, "the customers and both sides");
}

#[actix_web::test]
async fn a_partner_reads_on_in_the_delegations_of_a_customer() {
    let world = World::with_a_past().await;
    world.has_many_delegations_that_are_over().await;
    let first = world.visits(HE_LIN).await.opens(&format!("/customers/{RELATIONSHIP}")).await.answered(200);
    assert_eq!(first.all(".ticks li").len(), 1, "what it may do now stands above, whatever page is shown");
    each_once(whole(first, "section[aria-labelledby=delegations]", "section[aria-labelledby=delegations] th a").await, 123);
}

#[actix_web::test]
async fn the_operator_reads_on_in_the_acceptances_and_the_delegations_of_a_relationship() {
    let world = World::with_a_past().await;
    world.has_many_delegations_that_are_over().await;
    world.has_many_acceptances().await;
    let first = world.visits(AN_QING).await.opens(&format!("/review/relationships/{RELATIONSHIP}")).await.answered(200);
    each_once(whole(first.clone(), "#origins", "#origins a[href^='/review/invitations/']").await, 121);
    each_once(whole(first, "section[aria-labelledby=delegations]", "section[aria-labelledby=delegations] th a").await, 123);
}

#[actix_web::test]
async fn a_customer_reads_on_in_what_a_partner_had() {
    let world = World::with_a_past().await;
    world.has_many_delegations_that_are_over().await;
    let first = world.visits(ZHAO_MIN).await.opens(&format!("/holders/{}/removal", CONTOSO.id())).await.answered(200);
    each_once(whole(first.clone(), "section[aria-labelledby=over]", "section[aria-labelledby=over] th a").await, 120);
    // What has just ended comes first.
    let done = first.form_ending("/removal").sends().await.answered(200).sees("Removed");
    assert_eq!(done.attributes("section[aria-labelledby=over] th a", "href")[0], format!("/delegations/{CONTOSOS_DELEGATION}"));
    each_once(whole(done, "section[aria-labelledby=over]", "section[aria-labelledby=over] th a").await, 121);
}

#[actix_web::test]
async fn both_sides_read_on_in_what_a_partnership_leaves_over() {
    let world = World::with_a_past().await;
    world.has_many_customers().await;
    let (path, rows) = (format!("/partnerships/{PARTNERSHIP}"), "section[aria-labelledby=rest] th a");
    let provider = world.visits(ZHANG_WEI).await;
    let before = provider.opens(&format!("{path}/ending")).await.answered(200).sees("121 delegations will be left");
    each_once(whole(before, "section[aria-labelledby=rest]", rows).await, 121);
    world.suddenly(&format!("update partnerships set state = 'ended', ended_at = now() where id = '{PARTNERSHIP}'")).await;
    for person in [ZHANG_WEI, HUANG_LAN] {
        let after = world.visits(person).await.opens(&path).await.answered(200);
        each_once(whole(after, "section[aria-labelledby=rest]", rows).await, 121);
    }
}

#[actix_web::test]
async fn the_operator_reads_on_in_the_people_of_an_organization_and_in_whom_it_asked() {
    let world = World::with_a_past().await;
    world
        .suddenly(&format!(
            "insert into users (email, name) select 'member' || n || '@a.example', 'Member ' || n from generate_series(1, 120) n;
             insert into users (email, name) select 'asked' || n || '@a.example', 'Asked ' || n from generate_series(1, 120) n;
             insert into memberships (user_id, org_id, org_kind) select id, '{0}', '{1}' from users where name like 'Member %';
             insert into membership_offers (user_id, org_id, org_kind, org_name, name, email)
             select id, '{0}', '{1}', 'Wingtip Toys', name, email from users where name like 'Asked %'",
            WINGTIP.id(),
            WINGTIP.kind
        ))
        .await;
    let first = world.visits(AN_QING).await.opens(&format!("/organizations/{}", WINGTIP.id())).await.answered(200);
    each_once(whole(first.clone(), "section[aria-labelledby=people] > nav", "section[aria-labelledby=people] tbody th").await, 121);
    each_once(whole(first, "#offers", "#offers .people > li").await, 120);
}

#[actix_web::test]
async fn a_partner_reads_on_in_the_subscriptions_that_stand_in_the_way_of_a_removal() {
    let world = World::with_a_past().await;
    world
        .suddenly(&format!(
            "insert into subscriptions (external_id, customer_id, service, channel, seller_id, seller_kind, seats, term_start, state)
             select 'WAY-' || n, customer_id, service, channel, seller_id, seller_kind, seats, term_start, state from subscriptions, generate_series(1, 120) n where id = '{SUBSCRIPTION}'"
        ))
        .await;
    let first = world.visits(HE_LIN).await.opens(&format!("/relationships/{RELATIONSHIP}/removal")).await.answered(200);
    each_once(whole(first, ".note", "#subscriptions li").await, 121);
}

impl World {
    /// A hundred and twenty resellers of Northwind that have the standing invitation in their hands ("Dealer 1" …), and as many that have
    /// not ("Spare 1" …).
    async fn has_many_resellers(&self) {
        let northwind = NORTHWIND.id();
        self.suddenly(&format!(
            "insert into organizations (kind, name, country, partner_id, domain)
             select 'indirect-reseller', word || n, 'CN', (base + n)::text, lower(trim(word)) || n || '.example'
               from generate_series(1, 120) n, (values ('Dealer ', 5000000), ('Spare ', 6000000)) w (word, base);
             insert into partnerships (provider_id, reseller_id, state, recipient_email, language, invited_by, invited_at, expires_at, answered_by, answered_at)
             select '{northwind}', o.id, 'active', 'it@' || o.domain, 'en', p.invited_by, now(), now() + interval '30 days', p.answered_by, now()
               from organizations o, (select * from partnerships where state = 'active' limit 1) p where o.name like 'Dealer %' or o.name like 'Spare %';
             insert into handouts (invitation_id, inviter_id, reseller_id, handed_by, handed_at)
             select '{STANDING}', '{northwind}', o.id, h.handed_by, now() from organizations o, (select handed_by from handouts limit 1) h where o.name like 'Dealer %'"
        ))
        .await;
    }

    async fn spare(&self, number: u8) -> String {
        let id = format!("select id::text from organizations where name = 'Spare {number}'");
        self.database.connect().await.query_one(&id, &[]).await.unwrap().get(0)
    }
}

#[actix_web::test]
async fn a_provider_reads_on_in_the_hands_of_an_invitation_and_looks_up_whom_to_hand_it_to() {
    let world = World::with_a_past().await;
    world.has_many_resellers().await;
    let (provider, path, spare) = (world.visits(HE_LIN).await, format!("/invitations/{STANDING}"), world.spare(77).await);
    let first = provider.opens(&path).await.answered(200).sees("The first 20 by name are shown");
    each_once(whole(first.clone(), "#hands", "#hands .people > li").await, 121);
    let offered = |page: &Page| page.attributes("#hands input[name=resellers]", "value");
    assert_eq!(offered(&first).len(), 20);
    assert!(!offered(&first).contains(&spare));
    for text in ["re+77", "6000077"] {
        assert_eq!(offered(&provider.opens(&format!("{path}?find={text}")).await.answered(200)), [spare.as_str()], "{text}");
    }
    provider.opens(&format!("{path}?find=Dealer+7")).await.sees("None of your resellers has “Dealer 7”");
    let found = provider.opens(&format!("{path}?find=Spare+77")).await;
    found.form_ending("/handouts").ticks("resellers", &spare).sends().await.answered(200).sees("Handed over");
    provider.opens(&format!("{path}?find=Spare+77")).await.sees("None of your resellers has");
    provider.opens(&format!("{path}/revocation")).await.answered(200).sees("Dealer 1").sees("and 72 more resellers");
}

#[actix_web::test]
async fn a_provider_looks_up_the_holder_that_it_suggests_and_loses_nothing_of_what_it_typed() {
    let world = World::with_a_past().await;
    world.has_many_resellers().await;
    let (provider, spare) = (world.visits(HE_LIN).await, world.spare(77).await);
    let draft = format!("/invitations/drafts/{DRAFT}");
    let page = provider.opens(&format!("{draft}/kind")).await.form_ending("/kind").with("kind", "standing").sends().await.answered(200);
    let form = page.sees("The first 20 by name are shown").form_ending("/services").ticks("asks", "azure/support").with("days", "77");
    let page = form.with("find", "spare 77").pressing("go", "find").sends().await.answered(200);
    let form = page.form_ending("/services");
    assert_eq!((form.value("days"), form.offers("holder")), (Some("77"), vec!["", spare.as_str()]));
    form.with("holder", &spare).with("find", "").sends().await.answered(200).is_at(&format!("{draft}/recipient"));
    let page = provider.opens(&format!("{draft}/services")).await.answered(200);
    assert_eq!(page.form_ending("/services").value("holder"), Some(spare.as_str()), "who is chosen stays to be chosen");

    let page = provider.opens(&format!("/invitations/{STANDING}/revisions/new")).await.answered(200);
    let form = page.form_ending("/revisions/new").with("days", "77").with("find", "6000077").pressing("step", "find");
    let form = form.sends().await.answered(200).form_ending("/revisions/new");
    assert_eq!(form.value("days"), Some("77"));
    let checked = form.with("holder", &spare).sends().await.answered(200).sees("Check what changes");
    checked.sees("Spare 77").sees("and 71 more resellers");
}

#[actix_web::test]
async fn a_provider_reads_on_in_counter_offers_those_that_wait_apart() {
    let world = World::with_a_past().await;
    world.has_a_busy_invitation().await;
    world
        .suddenly(&format!(
            "insert into counter_offers (invitation_id, customer_id, inviter_id, asks, days, state, made_by, made_at)
             select '{STANDING}', id, '{0}', '{{azure/support}}', 30, 'open', '{1}', now() from organizations where name like 'Shop %';
             insert into counter_offers (invitation_id, customer_id, inviter_id, asks, days, state, made_by, made_at, closed_by, closed_at)
             select '{STANDING}', id, '{0}', '{{azure/support}}', 30, 'withdrawn', '{1}', now(), '{1}', now() from organizations where name like 'Shop %'",
            NORTHWIND.id(),
            ZHAO_MIN.id()
        ))
        .await;
    let first = world.visits(HE_LIN).await.opens(&format!("/invitations/{STANDING}")).await.answered(200);
    each_once(whole(first.clone(), "#counters", "#counters a[href$='/refusal']").await, 60);
    assert_eq!(whole(first, "#countered", "#countered h3").await.len(), 61);
}

/// A renewal that waits is an offer to be answered before it lapses (D21): all of them are counted, and each can be reached.
#[actix_web::test]
async fn d21_a_customer_reads_on_in_the_renewals_that_wait_for_it() {
    let world = World::with_a_past().await;
    world
        .suddenly(&format!(
            "insert into delegations (id, relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, granted_at, starts_at, ends_at)
             select ('01900000-0000-7000-d000-' || lpad(n::text, 12, '0'))::uuid, relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, 'active', days, granted_by,
                    now() - interval '300 days', now() - interval '300 days', now() + n / 2 * interval '1 hour' + interval '1 hour'
               from delegations, generate_series(1, 120) n where id = '{CONTOSOS_DELEGATION}';
             insert into renewals (delegation_id, relationship_id, customer_id, owner_id, holder_id, days, prepared_org_id, prepared_by)
             select id, relationship_id, customer_id, owner_id, holder_id, 100, holder_id, '{}' from delegations where id::text like '01900000-0000-7000-d000-%'",
            LI_NA.id()
        ))
        .await;
    let first = world.visits(ZHAO_MIN).await.opens("/relationships").await.answered(200);
    let first = first.sees("120 offers to renew a delegation wait for your answer");
    let all = whole(first, "#renewals", "#renewals a[href^='/renewals/']").await;
    each_once(all, 120);
}

/// Somebody who may not decide finds each colleague who may, however many there are.
#[actix_web::test]
async fn a_colleague_who_does_not_stand_among_the_first_is_looked_up_and_asked() {
    let world = World::with_a_past().await;
    let fabrikam = FABRIKAM.id();
    world
        .suddenly(&format!(
            "insert into users (email, name, email_confirmed_at) select 'chief' || n || '@a.example', 'Chief ' || n, now() from generate_series(1, 60) n;
             insert into memberships (user_id, org_id, org_kind, admin) select id, '{fabrikam}', 'customer', 'global-admin' from users where name like 'Chief %';
             insert into openings (invitation_id, customer_id, inviter_id, opened_by) values ('{ADDRESSED}', '{fabrikam}', '{}', '{}')",
            NORTHWIND.id(),
            ZHAO_MIN.id()
        ))
        .await;
    let path = format!("/received/{ADDRESSED}");
    let asker = world.visits(QIAN_DUO).await;
    let page = asker.opens(&path).await.answered(200).sees("The first 20 colleagues by name");
    assert_eq!(page.all("select[name=to] option").len(), 20);
    asker.opens(&format!("{path}?colleague=nobody+here")).await.answered(200).sees("No colleague who may decide");
    for looked_for in ["CHIEF 9", "chief9@"] {
        let found = asker.opens(&format!("{path}?colleague={}", looked_for.replace(' ', "+"))).await.answered(200);
        assert_eq!(found.all("select[name=to] option"), ["Chief 9"]);
        let to = found.attributes("select[name=to] option", "value").pop().unwrap();
        asker.posts_with_token(&format!("{path}/handover"), &[("to", &to)]).await.answered(303);
    }
    assert_eq!(world.letters_to("chief9@a.example").await, ["request-handed-over"]);
}

/// Whoever supports a subscription is found among all who hold support there.
#[actix_web::test]
async fn a_supporter_who_does_not_stand_among_the_first_is_looked_up_and_chosen() {
    let world = World::with_a_past().await;
    world
        .suddenly(&format!(
            "insert into organizations (kind, name, country, partner_id, domain)
             select 'indirect-reseller', 'Dealer ' || n, 'CN', (5000000 + n)::text, 'dealer' || n || '.example' from generate_series(1, 120) n;
             insert into delegations (relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, granted_at, starts_at, ends_at)
             select d.relationship_id, d.customer_id, d.owner_id, o.id, o.kind, d.service, d.purpose, 'active', d.days, d.granted_by, d.granted_at, d.starts_at, d.ends_at
               from delegations d, organizations o where d.id = '{CONTOSOS_DELEGATION}' and o.name like 'Dealer %'"
        ))
        .await;
    let path = format!("/subscriptions/{SUBSCRIPTION}/support-contact");
    let seller = world.visits(HE_LIN).await;
    seller.opens(&path).await.answered(200).sees("Contoso").does_not_see("Dealer 99");
    seller.opens(&format!("{path}?q=nobody")).await.answered(200).sees("No reseller that holds support here");
    for looked_for in ["dealer+99", "5000099"] {
        let found = seller.opens(&format!("{path}?q={looked_for}")).await.answered(200).sees("Dealer 99");
        let to = found.attributes("input[name=contact]", "value");
        assert!(to.len() <= 3, "the seller, whom it is now, and whoever was looked for: {to:?}");
    }
    let dealer = "select id::text from organizations where name = 'Dealer 99'";
    let dealer: String = world.database.connect().await.query_one(dealer, &[]).await.unwrap().get(0);
    seller.posts_with_token(&path, &[("contact", &dealer)]).await.answered(303);
    seller.opens(&path).await.answered(200).sees("Dealer 99");
}

/// D6: every revision stays to be read, and what it changed.
#[actix_web::test]
async fn d6_a_partner_reads_on_in_the_revisions_of_an_invitation() {
    let world = World::with_a_past().await;
    world
        .suddenly(&format!(
            "update invitations set revision = 121, revised_by = created_by, revised_at = now() where id = '{STANDING}';
             insert into invitation_revisions (invitation_id, revision, inviter_id, language, days, asks, made_by, made_at, superseded_at)
             select invitation_id, n, inviter_id, language, 100 + n, asks, made_by, made_at, superseded_at
               from invitation_revisions, generate_series(2, 120) n where invitation_id = '{STANDING}' and revision = 1"
        ))
        .await;
    for person in [HE_LIN, HUANG_LAN] {
        let first = world.visits(person).await.opens(&format!("/invitations/{STANDING}")).await.answered(200);
        // The last one on the page says what it changed in the one that stands on the next.
        first.clone().sees("171 days").sees("170 days").does_not_see("169 days");
        each_once(whole(first, "#revisions", "#revisions a[href*='/revisions/']").await, 121);
    }
}

#[actix_web::test]
async fn a_partner_reads_on_in_the_reminders_of_an_invitation() {
    let world = World::with_a_past().await;
    world
        .suddenly(&format!(
            "with f as (
               insert into forwards (invitation_id, inviter_id, forwarder_id, forwarded_by, way, recipient_email, outbox_id)
               select i.id, i.inviter_id, i.inviter_id, i.created_by, 'mail', 'it' || n || '@newcomer.example', '{LETTER}'
                 from invitations i, generate_series(1, 120) n where i.id = '{ADDRESSED}' returning id, invitation_id, inviter_id, recipient_email)
             insert into invitation_reminders (forward_id, step, invitation_id, inviter_id, forwarder_id, recipient_email, outbox_id)
             select id, 'third-day', invitation_id, inviter_id, inviter_id, recipient_email, '{LETTER}' from f"
        ))
        .await;
    let first = world.visits(HE_LIN).await.opens(&format!("/invitations/{ADDRESSED}")).await.answered(200);
    each_once(whole(first, "#reminders", "#reminders .people > li").await, 120);
}

#[actix_web::test]
async fn a_person_reads_on_in_what_is_offered_to_them() {
    let world = World::with_a_past().await;
    world
        .suddenly(&format!(
            "insert into organizations (kind, name, country) select 'customer', 'Shop ' || n, 'CN' from generate_series(1, 120) n;
             insert into membership_offers (user_id, org_id, org_kind, org_name, name, email, admin)
             select '{}', id, kind, name, 'Zhao Min', 'zhao.min@fabrikam.example', 'reader' from organizations where name like 'Shop %'",
            ZHAO_MIN.id()
        ))
        .await;
    let browser = world.visits(ZHAO_MIN).await;
    for path in ["/account", "/organizations/choose"] {
        let first = browser.opens(path).await.answered(200);
        each_once(whole(first, "section[aria-labelledby=offers]", "section[aria-labelledby=offers] .people > li b").await, 120);
    }
}

/// People are found by a piece of the name or of the address, and the search stands in the address of the page.
#[actix_web::test]
async fn people_are_looked_up_by_name_or_address() {
    let world = World::with_a_past().await;
    world
        .suddenly(&format!(
            "insert into users (email, name) select 'm' || n || case when n > 60 then '@old.example' else '@new.example' end, 'Member ' || n from generate_series(1, 120) n;
             insert into memberships (user_id, org_id, org_kind) select id, '{}', '{}' from users where name like 'Member %'",
            NORTHWIND.id(),
            NORTHWIND.kind
        ))
        .await;
    let admin = world.visits(ZHANG_WEI).await;
    admin.opens("/people?q=member+117").await.answered(200).sees("m117@old.example").does_not_see("Member 17");
    let first = admin.opens("/people?q=OLD.example").await.answered(200);
    each_once(whole(first, "", ".table-box tbody th a").await, 60);
    admin.opens("/people?q=%25").await.answered(200).sees("Nobody was found").does_not_see("Member 1");
    admin.opens("/people?q=_").await.answered(200).sees("Nobody was found");
}
