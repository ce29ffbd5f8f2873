//! The operator's imports of subscriptions: dry run, result row by row, repeated uploads, files that are none, crashes, size.

use std::{fmt::Write as _, time::Instant};

use mandate::{
    db::{Asker, Db, Pool},
    subscriptions::jobs,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::{
    browser::{Browser, Page, form_with_a_file},
    world::{AN_QING, FABRIKAM, HE_LIN, LITWARE, OLGA_PETROVA, World, ZHAO_MIN},
};

const HEAD: &str = "external_id,tenant,customer,service,channel,seller,partner_of_record,seats,term_start,term_end,state\n";
const IMPORTS: &str = "/subscriptions/imports";

pub fn file(rows: &[&str]) -> Vec<u8> {
    format!("{HEAD}{}\n", rows.join("\n")).into_bytes()
}

impl World {
    fn portal_itself(&self) -> Db {
        Db::new(Pool::new(self.database.url(), 4).unwrap(), Asker::System, None)
    }

    /// The portal's own work on imports, until there is none left.
    pub async fn works_off(&self) {
        let db = self.portal_itself();
        while jobs::work_off(&db, chrono::Utc::now()).await.unwrap() > 0 {}
    }

    async fn rows_of(&self, verdict: &str) -> i64 {
        self.database.count(&format!("select count(*) from subscription_import_rows where verdict = '{verdict}'")).await
    }
}

/// Uploads a file and lets the portal check it.
pub async fn checked(world: &World, browser: &Browser, name: &str, file: &[u8]) -> Page {
    let page = browser.uploads(IMPORTS, name, file).await.answered(303);
    let path = page.leads_to().unwrap();
    world.works_off().await;
    browser.opens(&path).await.answered(200)
}

/// What the page says of the row with this id.
pub fn row(page: &Page, id: &str) -> String {
    let rows = page.all("tbody tr");
    rows.iter().find(|row| row.contains(id)).unwrap_or_else(|| panic!("no row {id}: {rows:#?}\n{}", page.told())).clone()
}

#[actix_web::test]
async fn a_file_is_checked_looked_at_imported_and_says_unchanged_when_it_comes_again() {
    let world = World::with_a_past().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let page = olga.opens("/today").await.clicks("Subscriptions").await.answered(200).is_at("/subscriptions");
    // Limits are said before.
    let page =
        page.sees("at most 250,000 rows and 64 MB").sees("300 characters").sees("UTF-16 is refused").sees("external_id,tenant,customer");
    let sample = page.opens("/subscriptions/sample.csv").await.answered(200);
    assert!(sample.html.starts_with(HEAD.trim()) && sample.header("content-disposition").starts_with("attachment"));

    let rows = [
        "S-1,fabrikam.example,Fabrikam,intune,csp,1000001,1000004,25,2026-01-01,2026-12-31,active",
        "PAST-1,fabrikam.example,Fabrikam,exchange-online,csp,1000001,1000001,40,2026-01-01,2026-12-31,active",
        "PAST-2,fabrikam.example,Fabrikam,azure,direct,,,,2026-03-01,,active",
        "S-2,nobody.example,Nobody,intune,csp,1000001,,5,2026-01-01,,active",
        "S-3,litware.example,Litware,Power BI,direct,,,3,2026-02-01,,suspended",
    ];
    let before = world.database.count("select count(*) from subscriptions").await;
    let page = checked(&world, &olga, "spring.csv", &file(&rows)).await;
    let page = page.sees("nothing is imported yet").sees("Import 3 rows");
    assert!(row(&page, "S-1").contains("New") && row(&page, "S-3").contains("New"));
    assert!(row(&page, "PAST-1").contains("Changed") && row(&page, "PAST-1").contains("seats: 25 → 40"), "{}", row(&page, "PAST-1"));
    assert!(row(&page, "PAST-2").contains("Already imported on"));
    assert!(row(&page, "S-2").contains("no customer has “nobody.example”"), "{}", row(&page, "S-2"));
    page.opens("?show=wrong").await.answered(200).sees("S-2").does_not_see("S-3");
    assert_eq!(world.database.count("select count(*) from subscriptions").await, before, "a dry run imports nothing");

    let path = page.path.clone();
    let page = page.form(&format!("{path}/confirmation")).sends().await.answered(200).is_at(&path).sees("0 of 3").sees("Refresh status");
    assert!(page.has("progress"));
    olga.posts_with_token(&format!("{path}/confirmation"), &[]).await.answered(303);
    world.works_off().await;
    let page = page.clicks("Refresh status").await.answered(200).sees("3 rows were imported").sees("Olga Petrova");
    assert!(row(&page, "S-1").contains("Imported as new") && row(&page, "PAST-1").contains("Change imported"));
    assert_eq!(world.database.count("select count(*) from subscriptions").await, before + 2);
    let right = format!(
        "select count(*) from subscriptions where external_id = 'S-1' and customer_id = '{}' and seats = 25 and partner_of_record_id is not null
         or external_id = 'PAST-1' and seats = 40 or external_id = 'S-3' and customer_id = '{}' and service = 'power-bi' and state = 'suspended'",
        FABRIKAM.id(),
        LITWARE.id()
    );
    assert_eq!(world.database.count(&right).await, 3);
    for kind in ["import-confirmed", "import-done"] {
        assert_eq!(world.database.count(&format!("select count(*) from audit_events where kind = '{kind}'")).await, 1, "{kind}");
    }
    olga.posts_with_token(&format!("{path}/confirmation"), &[]).await.answered(303);
    olga.posts_with_token(&format!("{path}/withdrawal"), &[]).await.answered(409);
    world.visits(ZHAO_MIN).await.opens("/relationships").await.sees("S-1").sees("40");

    // The same file once more.
    let page = checked(&world, &olga, "spring.csv", &file(&rows)).await.sees("There is nothing to import");
    for id in ["S-1", "PAST-1", "PAST-2", "S-3"] {
        assert!(row(&page, id).contains("Already imported on"), "{}", row(&page, id));
    }
    olga.posts_with_token(&format!("{}/confirmation", page.path), &[]).await.answered(409);
    let page = page.form(&format!("{}/withdrawal", page.path)).sends().await.answered(200).sees("Thrown away");
    olga.posts_with_token(&format!("{}/withdrawal", page.path), &[]).await.answered(303);
    olga.opens("/subscriptions").await.sees("spring.csv").sees("Imported").sees("Thrown away");
}

#[actix_web::test]
async fn every_wrong_row_says_why_and_is_given_back_without_formulas() {
    let world = World::with_a_past().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let long = "x".repeat(10_000);
    let many = ",".repeat(1_000_000);
    let right = "S-1,fabrikam.example,Fabrikam,intune,csp,1000001,,25,2026-01-01,2026-12-31,active";
    let rows = [
        right,
        &format!("S-2,{long},Fabrikam,intune,csp,1000001,,25,2026-01-01,2026-12-31,active"),
        &format!("S-3{many}"),
        "S-4,fabrikam.example,Fabrikam,telephones,csp,1000001,,25,2026-01-01,2026-12-31,active",
        "S-5,fabrikam.example,Fabrikam,intune,csp,9999999,,25,2026-01-01,2026-12-31,active",
        "S-6,fabrikam.example,Fabrikam,intune,csp,1000002,,25,2026-01-01,2026-12-31,active",
        "S-7,fabrikam.example,Fabrikam,intune,direct,,,1,2026-01-01,,active",
        "S-7,fabrikam.example,Fabrikam,intune,direct,,,1,2026-01-01,,active",
        "\"=HYPERLINK(\"\"http://evil.example\"\")\",fabrikam.example,@SUM(A1),intune,direct,,,-1,2026-01-01,,active",
        "S-8,fabrikam.example",
        "PAST-3,litware.example,Litware,power-bi,csp,1000004,,5,2026-01-01,2026-12-31,active",
    ];
    let page = checked(&world, &olga, "wrong.csv", &file(&rows)).await.sees("Import 1 row");
    for (id, words) in [
        ("S-2", "tenant: more than 300 characters"),
        ("S-3", "The row is far too long"),
        ("S-4", "“telephones” is not in the catalogue"),
        ("S-5", "no partner has the partner ID “9999999”"),
        ("S-6", "“1000002” is an indirect reseller"),
        ("S-8", "The row has 2 cells"),
        ("PAST-3", "belongs to another customer"),
        ("=HYPERLINK", "is not an external ID"),
    ] {
        assert!(row(&page, id).contains(words) && row(&page, id).contains("Error"), "{words}: {}", row(&page, id));
    }
    let doubled: Vec<_> = page.all("tbody tr").into_iter().filter(|row| row.contains("S-7")).collect();
    assert!(doubled[0].contains("also in line 9") && doubled[1].contains("also in line 8"), "{doubled:#?}");

    let failed = page.clicks("Download the 10 rows with an error").await.answered(200);
    assert!(failed.header("content-type").starts_with("text/csv") && failed.header("content-disposition").contains("failed.csv"));
    assert!(failed.html.contains("'=HYPERLINK") && failed.html.contains("'@SUM") && failed.html.contains(",'-1,"), "{}", failed.html);
    assert!(!failed.html.contains(",=") && !failed.html.contains("\n=") && !failed.html.contains(right));
    assert!(failed.html.contains("Line 8: external_id: “S-7” is also in line 9."));
    // What was given back can come again, with the column of reasons; it is still wrong.
    let page = checked(&world, &olga, "again.csv", failed.html.as_bytes()).await;
    assert!(row(&page, "S-4").contains("“telephones” is not in the catalogue"), "{}", row(&page, "S-4"));
    let half = world.database.count("select count(*) from subscriptions where external_id like 'S-%'").await;
    assert_eq!(half, 0, "nothing is half-imported");
}

#[actix_web::test]
async fn chinese_and_russian_spreadsheets_are_read() {
    let world = World::with_a_past().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let row_of = |id: &str| format!("{id},fabrikam.example,世纪互联客户,intune,direct,,,5,2026-01-01,,active");
    let text = format!("{HEAD}{}\r\n", row_of("GB-1"));
    let (gb, _, _) = encoding_rs::GB18030.encode(&text);
    let page = checked(&world, &olga, "汉字.csv", &gb).await.sees("GB18030").sees("世纪互联客户");
    assert!(row(&page, "GB-1").contains("New"));
    let text = format!("\u{feff}{HEAD}{}\r\n", row_of("BOM-1"));
    let page = checked(&world, &olga, "bom.csv", text.as_bytes()).await.sees("UTF-8").sees("世纪互联客户");
    assert!(row(&page, "BOM-1").contains("New"));
    let text = format!("{}{}\r\n", HEAD.replace(',', ";"), row_of("SEMI-1").replace(',', ";"));
    assert!(row(&checked(&world, &olga, "ru.csv", text.as_bytes()).await, "SEMI-1").contains("New"));
    for (lang, words) in [("zh-CN", "尚未导入"), ("ru", "ещё ничего не загружено")] {
        let page = olga.posts_with_token("/language", &[("lang", lang), ("back", "/subscriptions")]).await;
        page.follows().await.clicks("ru.csv").await.answered(200).sees(words);
    }
}

#[actix_web::test]
async fn a_file_that_cannot_be_read_leaves_nothing_behind() {
    let world = World::with_a_past().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let before = world.database.count("select count(*) from subscription_imports").await;
    let right = "S-1,fabrikam.example,Fabrikam,intune,direct,,,5,2026-01-01,,active\n";
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(HEAD.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    // Rows that were written down before the fault are gone with it.
    let late = format!("{HEAD}{}S-9,\"never closed\n", right.repeat(1200));
    let cases: [(&[u8], &str); 7] = [
        (b"", "The file has no rows"),
        (HEAD.as_bytes(), "The file has no rows"),
        (b"external_id,service\nS-1,intune\n", "The first line does not name the columns"),
        (&utf16, "This is UTF-16"),
        (b"%PDF-1.7\n\x00\x01", "not a text file"),
        (&"a,".repeat(1_000_000).into_bytes(), "The first line does not name the columns"),
        (late.as_bytes(), "A quotation mark in line 1,202"),
    ];
    for (file, words) in cases {
        let page = olga.uploads(IMPORTS, "odd.csv", file).await.answered(422).sees(words);
        assert!(page.has("#file[aria-invalid=true]"), "{words}");
    }
    olga.uploads(IMPORTS, "", right.as_bytes()).await.answered(422).sees("Choose a file");
    assert_eq!(world.database.count("select count(*) from subscription_imports").await, before);
    assert_eq!(world.database.count("select count(*) from subscription_import_rows").await, 1, "the one of the past");
}

#[actix_web::test]
async fn a_gigabyte_is_refused_before_it_is_read() {
    let world = World::new().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let token = olga.token().await;
    let address = world.portal.url.strip_prefix("http://").unwrap();
    let mut line = tokio::net::TcpStream::connect(address).await.unwrap();
    let before = form_with_a_file::before(&token, "huge.csv");
    let head = format!(
        "POST {IMPORTS} HTTP/1.1\r\nhost: {address}\r\ncookie: {}\r\norigin: {}\r\nsec-fetch-site: same-origin\r\ncontent-type: {}\r\ncontent-length: {}\r\n\r\n{before}",
        olga.cookies(),
        world.portal.url,
        form_with_a_file::TYPE,
        1024 * 1024 * 1024_u64
    );
    line.write_all(head.as_bytes()).await.unwrap();
    let mut answer = [0; 32];
    let length = tokio::time::timeout(std::time::Duration::from_secs(5), line.read(&mut answer)).await.expect("at once").unwrap();
    assert!(answer[..length].starts_with(b"HTTP/1.1 413"), "{}", String::from_utf8_lossy(&answer[..length]));
    assert_eq!(world.database.count("select count(*) from subscription_imports").await, 0);
    // Other forms keep their own, smaller limit.
    let large = "x".repeat(200 * 1024);
    olga.posts_with_token("/organizations/new", &[("name", &large)]).await.answered(413);
}

#[actix_web::test]
async fn only_the_operators_admin_uploads_and_only_from_a_page_of_the_session() {
    let world = World::with_a_past().await;
    let right = file(&["S-1,fabrikam.example,Fabrikam,intune,direct,,,5,2026-01-01,,active"]);
    for person in [AN_QING, HE_LIN, ZHAO_MIN] {
        world.visits(person).await.uploads(IMPORTS, "x.csv", &right).await.answered(403);
    }
    let page = world.visits(AN_QING).await.opens("/subscriptions").await.answered(200).sees("spring.csv");
    assert!(!page.has_form(IMPORTS), "an auditor looks");
    page.clicks("spring.csv").await.answered(200).sees("NEXT-1").does_not_see("Import 1 row");
    world.visits(HE_LIN).await.opens("/subscriptions").await.answered(403);
    world.somebody().uploads(IMPORTS, "x.csv", &right).await.answered(401);
    let olga = world.visits(OLGA_PETROVA).await;
    let others = world.visits(HE_LIN).await.token().await;
    for token in ["", "x", &others] {
        olga.sends_file(IMPORTS, token, "x.csv", &right).await.answered(403);
    }
    olga.posts_with_token(IMPORTS, &[("file", "x")]).await.answered(400);
    assert_eq!(world.database.count("select count(*) from subscription_imports").await, 1);
}

/// Many rows of Fabrikam's, all of them right.
fn many(rows: usize) -> Vec<u8> {
    let mut text = HEAD.to_owned();
    for number in 0..rows {
        let _ = writeln!(text, "MANY-{number:06},fabrikam.example,Fabrikam,intune,csp,1000001,1000001,25,2026-01-01,2026-12-31,active");
    }
    text.into_bytes()
}

/// Two workers go on until the file is so far: what a dead one had in its hands is free once the database has noticed.
async fn both_until(world: &World, (one, other): (&Db, &Db), state: &str) {
    let far = format!("select count(*) from subscription_imports where file_name = 'many.csv' and state = '{state}'");
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(60);
    while world.database.count(&far).await == 0 {
        assert!(std::time::Instant::now() < deadline, "the file is not {state} in time");
        let (a, b) = tokio::join!(jobs::work_off(one, chrono::Utc::now()), jobs::work_off(other, chrono::Utc::now()));
        if a.unwrap() + b.unwrap() == 0 {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }
}

#[actix_web::test]
async fn two_workers_and_one_that_dies_do_every_row_once() {
    let world = World::with_a_past().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let page = olga.uploads(IMPORTS, "many.csv", &many(2300)).await.answered(303);
    let path = page.leads_to().unwrap();
    olga.opens(&path).await.sees("0 of 2,300").sees("Being checked");
    let (one, other) = (world.portal_itself(), world.portal_itself());
    let now = chrono::Utc::now();
    // One dies in the middle of its batch: nothing of that batch stays, and the next worker does it again.
    let dies = tokio::time::timeout(std::time::Duration::from_millis(15), jobs::work_off(&one, now)).await;
    let done = if matches!(dies, Ok(Ok(_))) { 500 } else { 0 };
    loop {
        let worked = world.database.count("select worked::bigint from subscription_imports where file_name = 'many.csv'").await;
        if worked > 0 || done > 0 {
            break;
        }
        jobs::work_off(&other, now).await.unwrap();
    }
    olga.opens(&path).await.sees("of 2,300");
    both_until(&world, (&one, &other), "ready").await;
    assert_eq!((world.rows_of("new").await, world.rows_of("wrong").await), (2301, 0), "2300, and the one of the past");
    let page = olga.opens(&path).await.sees("Import 2,300 rows");
    page.form(&format!("{path}/confirmation")).sends().await.answered(200);
    let _ = tokio::time::timeout(std::time::Duration::from_millis(20), jobs::work_off(&other, now)).await;
    both_until(&world, (&one, &other), "done").await;
    assert_eq!(world.database.count("select count(*) from subscriptions where external_id like 'MANY-%'").await, 2300);
    assert_eq!(world.database.count("select count(*) from subscription_import_rows where imported").await, 2300);
    assert_eq!(world.database.count("select count(*) from audit_events where kind = 'import-done'").await, 1);
    olga.opens(&path).await.sees("2,300 rows were imported");

    // Page by page, in the order of the file.
    let page = olga.opens(&path).await.clicks("Next").await.answered(200).sees("MANY-000050").does_not_see("MANY-000049");
    page.clicks("Previous").await.sees("MANY-000000");
    let bought = world.visits(ZHAO_MIN).await.opens("/relationships").await.clicks("Next").await.answered(200);
    assert_eq!(bought.all("#subscriptions tbody tr").len(), 50);
}

#[actix_web::test]
async fn what_changed_since_the_dry_run_counts_and_an_upload_that_broke_off_goes() {
    let world = World::with_a_past().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let rows = [
        "S-1,fabrikam.example,Fabrikam,intune,csp,1000001,,25,2026-01-01,2026-12-31,active",
        "S-2,litware.example,Litware,intune,direct,,,2,2026-01-01,,active",
    ];
    let page = checked(&world, &olga, "first.csv", &file(&rows)).await;
    let second = checked(&world, &olga, "second.csv", &file(&rows[..1])).await;
    page.form(&format!("{}/confirmation", page.path)).sends().await.answered(200);
    world.works_off().await;
    // The second file said "new"; by now it is not.
    second.form(&format!("{}/confirmation", second.path)).sends().await.answered(200);
    world.suddenly("update organizations set domain = 'gone.example', domain_confirmed_at = now() where name = 'Litware'").await;
    world.works_off().await;
    let page = olga.opens(&second.path).await;
    assert!(row(&page, "S-1").contains("Already imported on"), "{}", row(&page, "S-1"));
    assert_eq!(world.database.count("select count(*) from subscriptions where external_id = 'S-1'").await, 1);

    let stale = format!(
        "insert into subscription_imports (id, file_name, uploaded_by, touched_at) values ('{}', 'broken.csv', '{}', now() - interval '31 minutes')",
        uuid::Uuid::now_v7(),
        OLGA_PETROVA.id()
    );
    world.suddenly(&stale).await;
    world.works_off().await;
    assert_eq!(world.database.count("select count(*) from subscription_imports where file_name = 'broken.csv'").await, 0);
}

/// UX-14: two spellings of one external ID are one ID: neither of the two rows is imported, and no later file waits for them.
#[actix_web::test]
async fn ux14_two_spellings_of_one_id_are_found_and_hold_up_no_other_file() {
    let world = World::with_a_past().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let rest = "fabrikam.example,Fabrikam,intune,csp,1000001,,25,2026-01-01,2026-12-31,active";
    let rows = ["S-1", "\u{ff33}\u{ff0d}\u{ff11}", "\u{ff33}-2", "\u{ff33}-2", "\u{3000}S-3"].map(|id| format!("{id},{rest}"));
    let page = checked(&world, &olga, "wide.csv", &file(&rows.each_ref().map(String::as_str))).await.sees("Import 1 row");
    let told = page.all("tbody tr");
    for (at, words) in
        ["“S-1” is also in line 3", "“S-1” is also in line 2", "“S-2” is also in line 5", "“S-2” is also in line 4"].iter().enumerate()
    {
        assert!(told[at].contains(words), "{words}: {}", told[at]);
    }
    page.form(&format!("{}/confirmation", page.path)).sends().await.answered(200);
    world.works_off().await;
    olga.opens(&page.path).await.sees("1 row was imported");
    assert_eq!(world.database.count("select count(*) from subscriptions where external_id = 'S-3'").await, 1);
    checked(&world, &olga, "next.csv", &file(&[&format!("S-4,{rest}")])).await.sees("Import 1 row");
}

/// UX-14: a file whose rows cannot be written is given up after some time, with what was imported of it said; others do not wait for it.
#[actix_web::test]
async fn ux14_a_file_that_fails_again_and_again_is_given_up_and_holds_up_no_other() {
    let world = World::with_a_past().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let row_of = |id: &str| format!("{id},fabrikam.example,Fabrikam,intune,csp,1000001,,25,2026-01-01,2026-12-31,active");
    let bad = checked(&world, &olga, "bad.csv", &file(&[&row_of("BAD-1")])).await;
    world.fails_at("subscriptions", "insert", "new.external_id = 'BAD-1'").await;
    bad.form(&format!("{}/confirmation", bad.path)).sends().await.answered(200);
    let (db, now) = (world.portal_itself(), chrono::Utc::now());
    assert!(jobs::work_off(&db, now).await.is_err(), "nobody hides that it failed");
    // One that was uploaded later is checked and imported meanwhile.
    let path = olga.uploads(IMPORTS, "good.csv", &file(&[&row_of("GOOD-1")])).await.answered(303).leads_to().unwrap();
    jobs::work_off(&db, now).await.unwrap();
    let good = olga.opens(&path).await.answered(200);
    good.form(&format!("{}/confirmation", good.path)).sends().await.answered(200);
    jobs::work_off(&db, now).await.unwrap();
    olga.opens(&good.path).await.sees("1 row was imported");
    olga.opens(&bad.path).await.sees("Being imported");
    olga.posts_with_token(&format!("{}/withdrawal", bad.path), &[]).await.answered(409);

    let failed =
        [jobs::work_off(&db, now).await, jobs::work_off(&db, now).await, jobs::work_off(&db, now).await, jobs::work_off(&db, now).await];
    assert!(failed.iter().all(Result::is_err), "{failed:?}");
    assert_eq!(jobs::work_off(&db, now).await.unwrap(), 0, "nobody works on it any more");
    assert_eq!(world.recorded("import-failed").await, 1);
    let page = olga.opens(&bad.path).await.sees("failed again and again").sees("Nothing of it was imported").does_not_see("Refresh status");
    page.form(&format!("{}/withdrawal", bad.path)).sends().await.answered(200).sees("Thrown away");
    // Mended, the file comes once more.
    world.fails_no_more("subscriptions").await;
    let page = checked(&world, &olga, "bad.csv", &file(&[&row_of("BAD-1")])).await;
    page.form(&format!("{}/confirmation", page.path)).sends().await.answered(200);
    world.works_off().await;
    olga.opens(&page.path).await.sees("1 row was imported");
    olga.opens("/audit").await.sees("Import of subscriptions given up after errors: bad.csv");
}

// Size ----------------------------------------------------------------------------------------------------------------

/// The peak of this process's memory since it was last asked, in kilobytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    let peak = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
    peak
}

/// Uploads so many rows over a bare connection, each made when it is sent, so that the sender needs no memory of its own.
async fn streams(world: &World, olga: &Browser, rows: u64) -> String {
    let row = |number: u64| {
        format!("ROW-{rows}-{number:07},fabrikam.example,Fabrikam,intune,csp,1000001,1000001,25,2026-01-01,2026-12-31,active\r\n")
    };
    let before = form_with_a_file::before(&olga.token().await, "rows.csv") + HEAD;
    let length = (before.len() + form_with_a_file::AFTER.len()) as u64 + rows * row(0).len() as u64;
    let address = world.portal.url.strip_prefix("http://").unwrap();
    let line = tokio::net::TcpStream::connect(address).await.unwrap();
    let mut line = tokio::io::BufStream::new(line);
    let head = format!(
        "POST {IMPORTS} HTTP/1.1\r\nhost: {address}\r\ncookie: {}\r\norigin: {}\r\nsec-fetch-site: same-origin\r\ncontent-type: {}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{before}",
        olga.cookies(),
        world.portal.url,
        form_with_a_file::TYPE
    );
    line.write_all(head.as_bytes()).await.unwrap();
    for number in 0..rows {
        line.write_all(row(number).as_bytes()).await.unwrap();
    }
    line.write_all(form_with_a_file::AFTER.as_bytes()).await.unwrap();
    line.flush().await.unwrap();
    let mut answer = String::new();
    line.read_to_string(&mut answer).await.unwrap();
    let location = answer.lines().find_map(|line| line.strip_prefix("location: ")).unwrap_or_else(|| panic!("{answer}"));
    location.trim().to_owned()
}

/// Measures an import of 1 000, 10 000 and 100 000 rows: `cargo test --test portal measures -- --ignored --nocapture`.
/// Linux only: the peak of memory is read from `/proc`. Portal and workers are this very process; Postgres is not.
#[actix_web::test]
#[ignore = "takes minutes; run by hand"]
async fn measures_an_import_of_a_hundred_thousand_rows() {
    let world = World::with_a_past().await;
    let olga = world.visits(OLGA_PETROVA).await;
    let mut peaks = Vec::new();
    let mut table = "   rows   upload    check   import   ms/row  peak MB\n".to_owned();
    for rows in [1_000_u64, 10_000, 100_000] {
        peak();
        let begin = Instant::now();
        let path = streams(&world, &olga, rows).await;
        let uploaded = begin.elapsed();
        world.works_off().await;
        let checked = begin.elapsed() - uploaded;
        olga.posts_with_token(&format!("{path}/confirmation"), &[]).await.answered(303);
        let confirmed = Instant::now();
        world.works_off().await;
        let imported = confirmed.elapsed();
        let each = (uploaded + checked + imported).as_secs_f64() * 1000.0 / rows as f64;
        let megabytes = peak() as f64 / 1024.0;
        peaks.push(megabytes);
        let _ = writeln!(
            table,
            "{rows:>7} {:>7.1}s {:>7.1}s {:>7.1}s {each:>8.3} {megabytes:>8.1}",
            uploaded.as_secs_f64(),
            checked.as_secs_f64(),
            imported.as_secs_f64()
        );
        assert_eq!(
            world.database.count(&format!("select count(*) from subscriptions where external_id like 'ROW-{rows}-%'")).await,
            rows as i64
        );
    }
    eprintln!("{table}");
    assert!(peaks[2] - peaks[0] < 32.0, "memory grows with the file: {peaks:?}");
}
