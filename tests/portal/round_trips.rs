//! A page takes two round trips to Postgres: who is asking, and the page's rows. Counted on the wire, page by page.

use std::{collections::BTreeMap, fmt::Write, sync::Arc};

use mandate::links::Kind;
use uuid::Uuid;

use crate::{
    access::{Route, routes},
    browser::Browser,
    harness::{Database, Portal, Setting},
    past,
    wire::{Traffic, Wire},
    world::{AN_QING, FABRIKAM, HE_LIN, HUANG_LAN, MEI_TANG, NORTHWIND, OLGA_PETROVA, Person, World, ZHANG_WEI, ZHAO_MIN, ZHOU_JIE},
};

/// Who opens what they may.
const EYES: [(&str, Option<Person>); 9] = [
    ("nobody", None),
    ("provider", Some(HE_LIN)),
    ("provider's admin", Some(ZHANG_WEI)),
    ("reseller", Some(HUANG_LAN)),
    ("asked reseller", Some(ZHOU_JIE)),
    ("customer", Some(ZHAO_MIN)),
    ("operator", Some(OLGA_PETROVA)),
    ("auditor", Some(AN_QING)),
    ("with two", Some(MEI_TANG)),
];

const INVITED: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_c000_0000_0000_0001);
const RESET: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_c000_0000_0000_0002);
const SET_UP: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_c000_0000_0000_0003);
const CONFIRM: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_c000_0000_0000_0004);

/// What the past lacks for every page to have something to show.
fn more() -> String {
    let (northwind, fabrikam, zhang_wei, zhao_min) = (NORTHWIND.id(), FABRIKAM.id(), ZHANG_WEI.id(), ZHAO_MIN.id());
    let answers = serde_json::json!({
        "kind": "addressed",
        "services": { "asks": ["azure/support"], "days": "90", "holder": crate::world::CONTOSO.id() },
        "recipient": { "label": "", "email": "it@newcomer.example", "name": "Somebody New", "domain": "", "open_days": "30" },
        "message": { "language": "en", "first": "One.", "second": "Two." },
    });
    let link = |id: Uuid, purpose: &str| {
        format!(
            "insert into account_links (id, user_id, purpose, email, expires_at) values ('{id}', '{zhao_min}', '{purpose}', '{}', now() + interval '1 hour');\n",
            ZHAO_MIN.email()
        )
    };
    format!(
        "update invitation_drafts set answers = '{answers}' where id = '{draft}';
         update invitations set suggested_holder_id = '{contoso}' where id = '{standing}';
         insert into partnerships (id, provider_id, state, recipient_email, language, invited_by, invited_at, expires_at)
         values ('{INVITED}', '{northwind}', 'invited', 'new@reseller.example', 'en', '{zhang_wei}', now(), now() + interval '30 days');
         insert into openings (invitation_id, customer_id, inviter_id, opened_by) values ('{addressed}', '{fabrikam}', '{northwind}', '{zhao_min}');\n",
        draft = past::DRAFT,
        contoso = crate::world::CONTOSO.id(),
        standing = past::STANDING,
        addressed = past::ADDRESSED,
    ) + &link(RESET, "reset")
        + &link(SET_UP, "set-up")
        + &link(CONFIRM, "confirm")
}

/// The addresses of a page: with things that are there, with its filters, with every kind of link.
fn addresses(route: &Route, world: &World) -> Vec<String> {
    let path = route.of_others();
    let link = |kind, id| world.path_of(kind, id, 1);
    match route.path.as_str() {
        "/i/{token}" => vec![link(Kind::Invitation, past::STANDING), link(Kind::Invitation, past::ADDRESSED)],
        "/p/{token}" => vec![link(Kind::Partnership, INVITED), link(Kind::Partnership, past::PARTNERSHIP)],
        "/reset/{token}" => vec![link(Kind::Reset, RESET)],
        "/set-up/{token}" => vec![link(Kind::SetUp, SET_UP)],
        "/confirm/{token}" => vec![link(Kind::Confirm, CONFIRM)],
        "/invitations/drafts/{id}/{step}" => {
            ["kind", "services", "recipient", "message", "check"].map(|step| path.replace("/kind", &format!("/{step}"))).to_vec()
        }
        "/received/{invitation}" => vec![format!("/received/{}", past::ADDRESSED), path],
        "/received/{invitation}/decline" => vec![format!("/received/{}/decline", past::ADDRESSED)],
        "/delegations/{id}" => vec![path, format!("/delegations/{}", past::AWAITING_DELEGATION)],
        "/delegations" => vec![path.clone(), format!("{path}?state=awaiting"), format!("{path}?state=all")],
        "/invitations" => vec![path.clone(), format!("{path}?state=open&kind=standing")],
        "/partnerships" => vec![path.clone(), format!("{path}?state=active")],
        "/partnerships/{id}" => vec![path, format!("/partnerships/{INVITED}")],
        "/organizations" => vec![path.clone(), format!("{path}?q=contoso")],
        "/audit" => vec![path.clone(), format!("{path}?organization=contoso"), format!("{path}?person=liu&kind=signed-in")],
        "/review/relationships" => vec![path.clone(), format!("{path}?q=fabrikam&service=exchange-online&state=active")],
        "/review/delegations" => vec![path.clone(), format!("{path}?q=contoso&state=active")],
        "/review/subscriptions" => vec![path.clone(), format!("{path}?q=fabrikam&channel=csp")],
        "/review/invitations" => vec![path.clone(), format!("{path}?q=spring&state=open")],
        _ => vec![path],
    }
}

/// What a page takes once its statements are prepared, which each connection does once: the least of a few times.
async fn taken(wire: &Wire, browser: &Browser, path: &str, most: usize) -> Option<Traffic> {
    let mut least: Option<Traffic> = None;
    // On a busy machine the answer to the first of many questions may come before the last is asked, and count as a wait: then
    // it is asked again.
    for attempt in 0..20 {
        if attempt >= 3 && least.as_ref().is_some_and(|least| least.round_trips <= most) {
            break;
        }
        wire.taken();
        if browser.asks(path).await.status != 200 {
            return None;
        }
        least = least.into_iter().chain([wire.taken()]).min();
    }
    least
}

/// Pages that take more, and how many at most: this list may only get shorter. Rehearsals look up first what is concerned, then whom
/// to tell; filters by a name look up first who is meant.
const MORE: &[(&str, usize)] = &[
    ("/agreement-versions/new", 3),
    ("/alarms/{id}", 4),
    ("/alarms/{id}/stop", 5),
    ("/review/invitations/{invitation}/stop", 4),
    ("/audit", 4),
    ("/customers/{relationship}", 3),
    ("/delegations/{id}", 3),
    ("/delegations/{id}/giving-up", 4),
    ("/delegations/{id}/removal", 4),
    ("/history", 3),
    ("/holders/{holder}/removal", 4),
    ("/invitations/drafts/{id}/{step}", 3),
    ("/invitations/{id}/revisions/{revision}", 3),
    ("/organizations/{id}/suspension", 3),
    ("/partnerships/{id}/ending", 8),
    ("/partnerships/{id}/policy", 4),
    ("/partnerships/{id}/report", 3),
    ("/radar", 5),
    ("/received/{invitation}", 3),
    ("/received/{invitation}/alarm", 3),
    ("/relationships/{relationship}/removal", 3),
    ("/renewals/{renewal}", 4),
    ("/reports/resellers", 3),
    ("/requests/{id}/invitation", 3),
    ("/subscriptions/imports/{import}/failed.csv", 4),
    ("/subscriptions/{subscription}/support-contact", 3),
];

/// Pages of states that this world is not in.
const UNSEEN: [&str; 13] = [
    "/alarms/{id}/reopening",
    "/calendar/{token}",
    "/counter-offers/{counter}/refusal",
    "/delegations/{id}/renewals/new",
    "/i/{token}/alarm",
    "/invitations/{id}/forwards/{forward}/correction",
    "/invitations/{id}/reminders",
    "/invitations/{id}/reminders/html",
    "/organizations/{id}/reinstatement",
    "/received/{invitation}/counter-offer",
    "/reminders/{token}",
    "/review/invitations/{invitation}/lifting",
    "/uses/{use}",
];

#[actix_web::test]
async fn a_page_takes_two_round_trips() {
    let database = Database::with_the_world().await;
    let wire = Wire::to(database.url()).await;
    let portal = Portal::with(&wire.url, Setting { small: true, demo: true, ..Setting::default() });
    let world = World { portal, database: Arc::new(database) };
    world.has_a_past().await;
    world.suddenly(&more()).await;

    let pages: Vec<_> = routes().into_iter().filter(|route| route.method == "GET" && route.path != "/static/{name}").collect();
    let mut never: Vec<_> = pages.iter().map(|route| route.path.clone()).collect();
    let mut table = BTreeMap::<String, (usize, Vec<(&str, Traffic)>)>::new();
    for (who, person) in EYES {
        let browser = match person {
            Some(person) => world.visits(person).await,
            None => world.somebody(),
        };
        for route in &pages {
            for path in addresses(route, &world) {
                let most = MORE.iter().find(|(page, _)| *page == route.path).map_or(2, |(_, most)| *most);
                let Some(traffic) = taken(&wire, &browser, &path, most).await else { continue };
                never.retain(|page| *page != route.path);
                table.entry(path).or_insert((most, Vec::new())).1.push((who, traffic));
            }
        }
    }

    let mut told = "Round trips and statements of every page, for whoever takes the most.\n\n".to_owned();
    let mut slow = Vec::new();
    for (path, (allowed, all)) in &table {
        let (who, most) = all.iter().max_by_key(|(_, traffic)| *traffic).unwrap();
        let line = format!("{:>3}{:>4}  {path}  ({who})", most.round_trips, most.statements);
        let _ = writeln!(told, "{line}");
        if most.round_trips > *allowed {
            slow.push(line);
        }
    }
    println!("{told}");
    never.sort();
    assert_eq!(never, UNSEEN, "what nobody saw is not measured");
    assert!(slow.is_empty(), "more round trips than allowed:\n{}", slow.join("\n"));
}
