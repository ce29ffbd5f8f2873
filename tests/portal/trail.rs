//! The whole trail: any filter finds in few steps at any size, chains are verified and say so, and views leave as files.

use mandate::{
    audit,
    db::{Asker, Db, Pool},
};

use crate::{
    browser::Browser,
    harness::Portal,
    past::RELATIONSHIP,
    world::{AN_QING, CONTOSO, HE_LIN, HUANG_LAN, LIU_FANG, NORTHWIND, World, ZHAO_MIN},
};

#[actix_web::test]
async fn the_trail_is_filtered_by_thing_reference_person_and_day_and_the_address_says_so() {
    let world = World::with_a_past().await;
    world.visits(LIU_FANG).await;
    world
        .suddenly(&format!(
            "insert into audit_events (chain, seq, kind, org_id, concerned, relationship_id, details, at, previous, hash) values
             ('{0}', 0, 'relationship-started', '{0}', array['{0}'::uuid, '{1}'::uuid], '{RELATIONSHIP}', '{{\"customer\": \"Fabrikam\", \"provider\": \"Northwind\"}}', '2026-03-04 10:00+00', '', '')",
            NORTHWIND.id(),
            CONTOSO.id()
        ))
        .await;
    let auditor = world.visits(AN_QING).await;
    auditor
        .opens("/audit?thing=relationships")
        .await
        .answered(200)
        .sees("Relationship of Fabrikam with Northwind began")
        .does_not_see("Liu Fang");
    auditor.opens("/audit?thing=people").await.answered(200).sees("Liu Fang").does_not_see("Fabrikam with Northwind");
    auditor.opens("/audit?thing=people&kind=relationship-started").await.answered(200).sees("No events");
    for subject in [RELATIONSHIP.to_string(), "m-2345-6789".to_owned()] {
        auditor.opens(&format!("/audit?subject={subject}")).await.answered(200).sees("Fabrikam with Northwind").does_not_see("Liu Fang");
    }
    auditor.opens("/audit?subject=1000002").await.answered(200).sees("Fabrikam with Northwind").does_not_see("Liu Fang");
    auditor.opens("/audit?subject=M-9999-9999").await.answered(200).sees("No events");
    auditor.opens(&format!("/audit?person={}", LIU_FANG.id())).await.answered(200).sees("Liu Fang");
    auditor.opens("/audit?from=2026-03-04&to=2026-03-04").await.answered(200).sees("Fabrikam with Northwind").does_not_see("Liu Fang");
    auditor.opens("/audit?from=2026-03-05&to=2026-03-06").await.answered(200).sees("No events");
    let page = auditor.opens("/audit?organization=contoso&kind=relationship-started").await.sees("Fabrikam with Northwind");
    assert!(page.has("select[name=kind] option[selected][value=relationship-started]"));
    for wrong in ["from=2026-03-05&to=2026-03-04", "thing=nonsense", "subject=M-12", "subject=12345678"] {
        let page = auditor.opens(&format!("/audit?{wrong}")).await.answered(422);
        assert!(page.has(".error-summary") && !page.has(".entries"), "{wrong}");
    }
}

#[actix_web::test]
async fn the_page_says_to_which_entry_the_chains_were_verified_and_when() {
    let world = World::new().await;
    let auditor = world.visits(AN_QING).await;
    let page = auditor.opens("/audit").await.answered(200).sees("The chains hold: verified to entry 1 on");
    page.form("/audit/verification").sends().await.answered(200).sees("All chains have been looked through");
    assert_eq!(world.recorded("trail-verified").await, 1);
    let kept =
        "select count(*) from audit_verifications where up_to = 1 and entries = 1 and chains = 1 and breaks = '[]' and user_id is not null";
    assert_eq!(world.database.count(kept).await, 1);
    // A trail that is too long to look through for a page shows what was found last.
    let head = "insert into audit_heads (chain, seq, hash) values (gen_random_uuid(), 30000, '')";
    world.suddenly(head).await;
    auditor.opens("/audit").await.answered(200).sees("verified to entry 1 on");
    let page = auditor.opens("/audit").await.form("/audit/verification").sends().await;
    page.answered(200).sees("The audit trail does not hold").sees("Entry 30,000 of the chain");
}

#[actix_web::test]
async fn a_chain_is_looked_through_in_steps_and_the_first_break_of_each_is_named() {
    let world = World::new().await;
    let org = NORTHWIND.id();
    world
        .suddenly(&format!(
            "insert into audit_events (chain, seq, kind, org_id, concerned, previous, hash)
             select '{org}', 0, 'signed-in', '{org}', '{{}}', '', '' from generate_series(1, 30)"
        ))
        .await;
    let breaks = async |low: i64, high: i64| {
        let owner = world.database.connect().await;
        let sql = format!("select seq from audit_breaks_of(array['{org}'::uuid], {low}, {high})");
        owner.query(&sql, &[]).await.unwrap().iter().map(|row| row.get(0)).collect::<Vec<i64>>()
    };
    for (low, high) in [(1, 30), (1, 10), (11, 20), (21, 30)] {
        assert_eq!(breaks(low, high).await, Vec::<i64>::new(), "{low} to {high}");
    }
    let tamper = "alter table audit_events disable trigger all; update audit_events set kind = 'x' where seq = 15; delete from audit_events where seq = 25; alter table audit_events enable trigger all";
    world.suddenly(tamper).await;
    assert_eq!(breaks(1, 10).await, Vec::<i64>::new());
    assert_eq!(breaks(11, 20).await, [15]);
    assert_eq!(breaks(21, 30).await, [26]);
    assert_eq!(breaks(1, 30).await, [15]);
}

/// UX-48: the night looks through the chains, once, however many workers do it; and by day the page says so.
#[actix_web::test]
async fn the_night_verifies_the_trail_unless_somebody_has_lately() {
    let world = World::new().await;
    world.visits(LIU_FANG).await;
    let db = Db::new(Pool::new(world.database.url(), 2).unwrap(), Asker::System, None);
    let now = chrono::Utc::now();
    assert_eq!(audit::jobs::verify(&db, now).await.unwrap(), 1);
    assert_eq!(audit::jobs::verify(&db, now).await.unwrap(), 0, "somebody has just looked");
    assert_eq!(audit::jobs::verify(&db, now + chrono::TimeDelta::hours(21)).await.unwrap(), 1);
    assert_eq!(world.database.count("select count(*) from audit_verifications where breaks = '[]' and user_id is null").await, 2);
    let auditor = world.visits(AN_QING).await;
    auditor
        .opens("/audit?kind=trail-verified")
        .await
        .answered(200)
        .sees("The chains of the audit trail were looked through")
        .sees("The portal");
}

fn lines(csv: &str) -> Vec<&str> {
    csv.strip_prefix('\u{feff}').expect("begins with the mark of UTF-8").split("\r\n").filter(|line| !line.is_empty()).collect()
}

async fn exports(browser: &Browser, path: &str, filters: &[(&str, &str)]) -> crate::browser::Page {
    browser.posts_with_token(path, filters).await
}

/// UX-47: nothing is left out of the trail because too many are called so: whoever asks for them is asked to be more exact, for a file too.
#[actix_web::test]
async fn ux47_a_name_that_too_many_have_is_refused_in_the_page_and_in_the_file() {
    let world = World::new().await;
    world
        .suddenly(
            "insert into organizations (kind, name, country) select 'customer', 'Shop ' || lpad(n::text, 2, '0'), 'CN' from generate_series(1, 51) n;
             insert into users (email, name) select 'keeper' || n || '@shop.example', 'Keeper ' || n from generate_series(1, 51) n;
             insert into audit_events (chain, seq, kind, org_id, concerned, details, at, previous, hash)
             select id, 0, 'organization-suspended', id, array[id], jsonb_build_object('organization', 'The last shop', 'reason', 'x'), now(), '', ''
               from organizations where name = 'Shop 51'",
        )
        .await;
    let auditor = world.visits(AN_QING).await;
    for (field, text, words) in [("organization", "shop", "More than 50 organizations"), ("person", "keeper", "More than 50 people")] {
        let page = auditor.opens(&format!("/audit?{field}={text}")).await.answered(422).sees(words);
        assert!(page.has(&format!("#{field}[aria-invalid=true]")), "{}", page.told());
        exports(&auditor, "/audit/export", &[(field, text)]).await.answered(422).sees(words);
    }
    assert_eq!(world.recorded("list-exported").await, 0, "no file was taken");
    world.suddenly("update organizations set name = 'Store' where name = 'Shop 07'").await;
    auditor.opens("/audit?organization=shop").await.answered(200).sees("The last shop");
    let file = exports(&auditor, "/audit/export", &[("organization", "shop")]).await.answered(200);
    assert!(file.html.contains("The last shop"), "{}", file.html);
}

/// UX-47, ASVS 1.2.10: the current view as a file that can be opened without harm, and the trail remembers that it was taken.
#[actix_web::test]
async fn an_auditor_exports_the_view_and_the_export_is_recorded() {
    let world = World::new().await;
    world.visits(LIU_FANG).await;
    world.visits(HUANG_LAN).await;
    world
        .suddenly(&format!(
            "insert into audit_events (chain, seq, kind, org_id, concerned, details, at, previous, hash) values
             ('{0}', 0, 'organization-suspended', '{0}', array['{0}'::uuid], '{{\"organization\": \"=HYPERLINK(\\\"x\\\")\", \"reason\": \"a, \\\"b\\\"\"}}', now() - interval '1 day', '', '');
             update organizations set name = '=cmd|'' /C calc''!A1' where id = '{0}'",
            NORTHWIND.id()
        ))
        .await;
    let auditor = world.visits(AN_QING).await;
    let page = auditor.opens("/audit?organization=1000001").await.answered(200);
    let form = page.form("/audit/export");
    assert_eq!(form.value("organization"), Some("1000001"));
    let file = form.sends().await.answered(200);
    assert!(file.header("content-type").starts_with("text/csv; charset=utf-8"), "{}", file.header("content-type"));
    assert_eq!(file.header("cache-control"), "no-store");
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert!(
        file.header("content-disposition").starts_with("attachment; filename=\"audit-trail-"),
        "{}",
        file.header("content-disposition")
    );
    let lines = lines(&file.html);
    assert_eq!(lines.len(), 3, "the heads, Liu Fang, and the suspension: {lines:?}");
    assert!(lines[0].starts_with("\"Entry\",\"Time (UTC)\""), "{}", lines[0]);
    assert!(lines[1].contains("Liu Fang") && !file.html.contains("Huang Lan"));
    assert!(file.html.contains("\"'=cmd|' /C calc'!A1\""), "a name that a spreadsheet would run is text: {}", file.html);
    assert_eq!(world.recorded("list-exported").await, 1);
    auditor.opens("/audit?kind=list-exported").await.sees("List exported as a file: Audit trail").sees("organization=1000001");

    auditor.posts_with_token("/language", &[("lang", "zh-CN"), ("back", "/")]).await;
    let chinese = exports(&auditor, "/audit/export", &[]).await.answered(200);
    assert!(chinese.header("content-disposition").contains("filename*=UTF-8''%E5%AE%A1"), "{}", chinese.header("content-disposition"));
    assert!(self::lines(&chinese.html)[0].contains("时间"));
}

#[actix_web::test]
async fn what_cannot_be_filtered_by_is_not_exported_nor_by_anybody_else() {
    let world = World::new().await;
    let auditor = world.visits(AN_QING).await;
    let wrong = exports(&auditor, "/audit/export", &[("from", "yesterday"), ("person", "Liu")]).await.answered(422);
    assert!(wrong.has(".error-summary"));
    assert!(wrong.has("input[name=person][value=Liu]"), "what was typed is kept");
    exports(&auditor, "/audit/export", &[("secret", "x")]).await.answered(422);
    exports(&auditor, "/review/delegations/export", &[("state", "gone")]).await.follows().await.answered(422);
    for person in [HE_LIN, ZHAO_MIN] {
        let visitor = world.visits(person).await;
        for path in ["/audit/export", "/audit/verification", "/review/relationships/export"] {
            exports(&visitor, path, &[]).await.answered(403);
        }
    }
    let somebody = world.somebody();
    exports(&somebody, "/audit/export", &[]).await.answered(401);
    assert_eq!(world.recorded("list-exported").await, 0);
}

#[actix_web::test]
async fn the_reviews_lists_are_exported_as_they_are_filtered_and_hold_no_link() {
    let world = World::with_a_past().await;
    let auditor = world.visits(AN_QING).await;
    let export = async |list: &str, query: &str| {
        let page = auditor.opens(&format!("/review/{list}{query}")).await.answered(200);
        page.form(&format!("/review/{list}/export")).sends().await.answered(200).html
    };
    let all = export("delegations", "").await;
    assert_eq!(lines(&all).len(), 4);
    let awaiting = export("delegations", "?state=awaiting-partner").await;
    assert!(lines(&awaiting).len() == 2 && awaiting.contains("Adventure Works"), "{awaiting}");
    assert!(export("relationships", "").await.contains("\"Fabrikam\",\"Northwind Traders\",\"1000001\",\"Active\""));
    let invitations = export("invitations", "").await;
    assert!(invitations.contains("Everybody in spring") && !invitations.contains("/i/"), "{invitations}");
    assert_eq!(world.recorded("list-exported").await, 4);
}

/// A trail of 200 000 entries: a page of any filter reads about as many rows as it shows, and no filter reads the table.
#[actix_web::test]
async fn at_two_hundred_thousand_entries_a_page_reads_what_it_shows_and_a_file_passes_through() {
    let world = World::new().await;
    world
        .suddenly(
            "alter table audit_events disable trigger user;
             insert into audit_events (chain, seq, kind, user_id, org_id, concerned, invitation_id, at, previous, hash)
             select '00000000-0000-0000-0000-00000000000a', n,
                    (array['signed-in', 'invitation-forwarded', 'delegation-granted', 'invitation-accepted'])[1 + n % 4],
                    u.id, o.id, array[o.id], ('01900000-0000-7000-b000-' || lpad((n % 3000)::text, 12, '0'))::uuid,
                    now() - n * interval '3 minutes', '', ''
             from generate_series(1, 200000) n
             join (select id, row_number() over (order by id) - 1 as at from users) u on u.at = n % 27
             join (select id, row_number() over (order by id) - 1 as at from organizations) o on o.at = n % 11;
             insert into audit_concerned (org_id, at, event_id) select org_id, at, id from audit_events;
             update audit_events set kind = 'mail-retried' where seq % 50000 = 7;
             alter table audit_events enable trigger user;
             insert into audit_heads (chain, seq, hash) values ('00000000-0000-0000-0000-00000000000a', 200000, '');
             analyze audit_events; analyze audit_concerned",
        )
        .await;
    let auditor = world.visits(AN_QING).await;
    let reads =
        "select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::bigint from pg_stat_user_tables where relname = 'audit_events'";
    let World { portal, database } = world;
    // What a connection has read is told when it closes, or after a while.
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    let before = database.count(reads).await;
    let pages = [
        "/audit".to_owned(),
        "/audit?kind=delegation-granted".to_owned(),
        "/audit?kind=mail-retried".to_owned(),
        "/audit?thing=invitations".to_owned(),
        format!("/audit?organization={}", CONTOSO.name),
        format!("/audit?person={}", HE_LIN.email()),
        "/audit?from=2026-02-01&to=2026-02-02".to_owned(),
        format!("/audit?organization={}&from=2026-02-01&to=2026-02-20", NORTHWIND.partner_id),
        "/audit?subject=01900000-0000-7000-b000-000000000123".to_owned(),
    ];
    let mut slow = Vec::new();
    for path in &pages {
        let begin = std::time::Instant::now();
        let page = auditor.opens(path).await.answered(200);
        let rows = page.all(".entries > li").len();
        assert!(rows > 0, "{path} finds something");
        let second = if page.has("a[rel=next]") { page.clicks("Next").await.answered(200).all(".entries > li").len() } else { 1 };
        assert!(second > 0, "{path} has a second page");
        slow.push((path.clone(), rows, begin.elapsed()));
    }
    drop(portal);
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    let read = database.count(reads).await - before;
    assert!((1..2 * pages.len() as i64 * 1_500).contains(&read), "{read} rows were read for {} pages: {slow:?}", 2 * pages.len());

    let again = Portal::on(database.url());
    let file = exports(&auditor.at(&again.url), "/audit/export", &[("organization", CONTOSO.name)]).await.answered(200);
    let exported = lines(&file.html).len() as i64 - 1;
    assert_eq!(exported, database.count(&format!("select count(*) from audit_concerned where org_id = '{}'", CONTOSO.id())).await);
}
