//! Every route and every kind of person: who gets in, who is sent away, and that looking changes nothing.
//!
//! The answers are in `access.snap.txt`, to be read by people; `UPDATE_SNAPSHOTS=1` writes it anew.

use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

use mandate::links::Kind;
use reqwest::Method;
use uuid::Uuid;

use crate::{
    browser::{Browser, Page},
    harness::check,
    past,
    world::{self, Person, World},
};

/// A route of `src/routes.rs`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    pub path: String,
    pub method: String,
    public: bool,
}

/// What everybody may open without having signed in; whatever is not listed here demands a proof.
const PUBLIC: [&str; 17] = [
    "/",
    "/sign-in",
    "/sign-out",
    "/forgotten-password",
    "/reset/{token}",
    "/set-up/{token}",
    "/confirm",
    "/confirm/{token}",
    "/register",
    "/language",
    "/theme",
    "/healthz",
    "/static/{name}",
    "/i/{token}",
    "/p/{token}",
    "/calendar/{token}",
    "/reminders/{token}",
];

/// The beginnings of what belongs to a public page, or to the demo, where everybody may look on.
const PUBLIC_BELOW: [&str; 4] = ["/i/{token}/", "/p/{token}/", "/demo/", "/agreements/"];

/// The routes, read from the table of contents itself: a route that nobody thought of is in the matrix as well.
pub fn routes() -> Vec<Route> {
    let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/routes.rs")).unwrap();
    let flat: String = source.split_whitespace().collect::<Vec<_>>().join("");
    let mut found = Vec::new();
    for route in flat.split(".route(\"").skip(1) {
        let (path, rest) = route.split_once("\",").expect("a route has a path");
        let method = rest.split('(').next().unwrap().trim_start_matches("web::");
        assert!(["get", "post"].contains(&method), "{path} takes {method}");
        let public =
            PUBLIC.contains(&path) && (path, method) != ("/confirm", "post") || PUBLIC_BELOW.iter().any(|start| path.starts_with(start));
        found.push(Route { path: path.to_owned(), method: method.to_uppercase(), public });
    }
    let mentioned = flat.matches("get().to(").count() + flat.matches("post().to(").count();
    assert_eq!(found.len(), mentioned, "every route is written .route(\"/path\", get().to(handler))");
    assert!(!flat.contains("web::resource(") && !flat.contains("web::scope("), "routes are written in one way");
    found.sort();
    found
}

impl Route {
    /// The path with ids of things that do not exist, or that are somebody else's.
    fn foreign(&self) -> String {
        let id = Uuid::from_u128(0x0190_0000_0000_7000_ffff_0000_0000_0001);
        let parts = self.path.split('/').map(|part| match part {
            "{token}" => "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".to_owned(),
            "{name}" => "app.css".to_owned(),
            "{session}" => "00".repeat(32),
            "{step}" => "kind".to_owned(),
            "{revision}" => "1".to_owned(),
            "{reference}" => "M-0000-0000".to_owned(),
            "{version}" => "1999-01".to_owned(),
            part if part.starts_with('{') => id.to_string(),
            part => part.to_owned(),
        });
        parts.collect::<Vec<_>>().join("/")
    }
}

impl Route {
    /// The path with ids of things that are Northwind's and Fabrikam's.
    pub fn of_others(&self) -> String {
        let parts =
            self.path.split('/').map(|part| if part.starts_with('{') { past::in_place_of(part, &self.path) } else { part.to_owned() });
        parts.collect::<Vec<_>>().join("/")
    }

    /// Whether the path names a thing that belongs to somebody.
    fn names_a_thing(&self) -> bool {
        [
            "{id}",
            "{invitation}",
            "{counter}",
            "{holder}",
            "{forward}",
            "{reseller}",
            "{relationship}",
            "{subscription}",
            "{import}",
            "{user}",
            "{reference}",
            "{renewal}",
            "{use}",
        ]
        .iter()
        .any(|word| self.path.contains(word))
    }
}

/// The columns of the matrix.
const KINDS: [(&str, Option<Person>); 23] = [
    ("anonymous", None),
    ("provider global admin", Some(world::ZHANG_WEI)),
    ("provider admin agent", Some(world::HE_LIN)),
    ("provider sales agent", Some(world::LIU_FANG)),
    ("provider helpdesk agent", Some(world::WANG_LEI)),
    ("provider billing admin", Some(world::CHEN_JING)),
    ("provider user management admin", Some(world::SUN_HAO)),
    ("provider nobody", Some(world::GUO_MIN)),
    ("direct partner global admin", Some(world::FENG_XIN)),
    ("suspended provider global admin", Some(world::YE_QIU)),
    ("reseller global admin", Some(world::HUANG_LAN)),
    ("reseller admin agent", Some(world::LI_NA)),
    ("reseller sales agent", Some(world::ZHAO_YONG)),
    ("reseller helpdesk agent", Some(world::WU_TAO)),
    ("reseller billing admin", Some(world::XU_BO)),
    ("reseller user management admin", Some(world::MA_LI)),
    ("reseller nobody", Some(world::LUO_YI)),
    ("customer global admin", Some(world::ZHAO_MIN)),
    ("customer billing admin", Some(world::QIAN_DUO)),
    ("customer reader", Some(world::SHEN_KE)),
    ("operator admin", Some(world::OLGA_PETROVA)),
    ("operator auditor", Some(world::AN_QING)),
    ("member of two organizations", Some(world::MEI_TANG)),
];

/// One letter for an answer.
///
/// `+` let in: a page (200), a form to be corrected (422), done (303), too late (409, 410) — or 404 for an id that is not theirs (`n`);
/// `s` sent to the sign-in; `-` refused (403).
fn letter(status: u16, leads_to: Option<&str>) -> char {
    match (status, leads_to) {
        (401, _) => 's',
        (303, Some(to)) if to.starts_with("/sign-in") => 's',
        (200 | 303 | 400 | 409 | 410 | 422, _) => '+',
        (404, _) => 'n',
        (403, _) => '-',
        (429, _) => '4',
        _ => '!',
    }
}

async fn answers(browser: &Browser, token: &str, routes: &[Route]) -> Vec<char> {
    let mut column = Vec::new();
    for route in routes {
        let page = match route.method.as_str() {
            // Signing out is last in the life of a session.
            "POST" if route.path == "/sign-out" => {
                column.push('+');
                continue;
            }
            "POST" => browser.posts(&route.foreign(), &[("csrf", token)]).await,
            _ => browser.asks(&route.foreign()).await,
        };
        let letter = letter(page.status.as_u16(), page.leads_to().as_deref());
        assert_ne!(letter, '!', "{} {}", route.method, page.told());
        column.push(letter);
    }
    column
}

#[actix_web::test]
async fn every_route_lets_in_whom_it_should_and_nobody_else() {
    let world = World::new().await;
    let routes = routes();
    let mut columns = Vec::new();
    for (_, person) in KINDS {
        let browser = match person {
            Some(person) => world.visits(person).await,
            None => world.somebody(),
        };
        let token = browser.token().await;
        columns.push(answers(&browser, &token, &routes).await);
    }
    for (at, route) in routes.iter().enumerate() {
        let anonymous = columns[0][at];
        assert!(route.public || ['s', 'n'].contains(&anonymous), "{} {} answers a stranger with {anonymous}", route.method, route.path);
    }
    check("access.snap.txt", &matrix(&routes, &columns));
}

fn matrix(routes: &[Route], columns: &[Vec<char>]) -> String {
    let mut text = "Who is let in where. One column for each kind of person, from left to right:\n\n".to_owned();
    for (number, (kind, _)) in KINDS.iter().enumerate() {
        let _ = writeln!(text, "{:>3}  {kind}", number + 1);
    }
    text.push_str("\n+ let in   n let in, but the id is not theirs (404)   - refused (403)   s sent to sign in\n\n");
    let width = routes.iter().map(|route| route.path.len()).max().unwrap_or_default() + 7;
    for group in [true, false] {
        text.push_str(if group { "For everybody\n" } else { "\nFor those who have signed in\n" });
        for (at, route) in routes.iter().enumerate().filter(|(_, route)| route.public == group) {
            let row: String = columns.iter().map(|column| format!(" {}", column[at])).collect();
            let _ = writeln!(text, "{:<width$}{row}", format!("  {:<4} {}", route.method, route.path), width = width + 2);
        }
    }
    text
}

/// The fields of a form, all of them and all right, so that nothing but whose the thing is can be why it is refused.
fn filled(route: &Route, person: Person) -> Vec<(&'static str, String)> {
    let field = |name, value: &str| (name, value.to_owned());
    let customer = person.company.kind == "customer";
    match route.path.as_str() {
        "/invitations/drafts/{id}/kind" => vec![field("kind", "addressed"), field("go", "")],
        "/invitations/drafts/{id}/services" => {
            vec![field("asks", "azure/support"), field("days", "90"), field("holder", ""), field("go", "")]
        }
        "/invitations/drafts/{id}/recipient" => vec![
            field("label", "Complete"),
            field("email", "it@complete.example"),
            field("name", "Complete"),
            field("domain", ""),
            field("open_days", "30"),
            field("go", ""),
        ],
        "/invitations/drafts/{id}/message" => {
            vec![field("language", "en"), field("first", "One."), field("second", "Two."), field("go", "")]
        }
        "/invitations/drafts/{id}/creation" => vec![field("anyway", "yes"), field("send", "")],
        "/invitations/{id}/handouts" => vec![("resellers", world::ADVENTURE_WORKS.id().to_string())],
        "/invitations/{id}/forwards/new" => {
            vec![field("way", "text"), field("recipients", "it@complete.example"), field("note", "A word.")]
        }
        "/received/{invitation}/acceptance" => {
            vec![field("agreement", "2026-11"), ("attempt", Uuid::now_v7().to_string()), ("shown", "00".repeat(32))]
        }
        "/received/{invitation}/decline" => vec![field("reason", "Too dear.")],
        "/delegations/{id}/consent" | "/delegations/{id}/refusal" => vec![field("together", "yes")],
        "/people/{user}/settings" => vec![field("agent", "none"), field("admin", if customer { "reader" } else { "billing-admin" })],
        "/organizations/{id}/suspension" => vec![field("reason", "Invoices are unpaid.")],
        _ => vec![],
    }
}

async fn sends(browser: &Browser, token: &str, route: &Route, person: Person) -> Page {
    let fields = filled(route, person);
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).chain([("csrf", token)]).collect();
    browser.posts(&route.of_others(), &fields).await
}

#[actix_web::test]
async fn what_is_northwinds_and_fabrikams_is_not_there_for_anybody_else() {
    let world = World::with_a_past().await;
    let routes: Vec<_> = routes().into_iter().filter(|route| route.names_a_thing() && !route.public).collect();
    let before = world.database.fingerprint().await;
    for person in [world::PAN_YU, world::DU_KAI, world::FENG_XIN, world::LIN_TAO] {
        let browser = world.visits(person).await;
        let token = browser.token().await;
        for route in &routes {
            let page = match route.method.as_str() {
                "POST" => sends(&browser, &token, route, person).await,
                _ => browser.asks(&route.of_others()).await,
            };
            // A form that is not filled in here may be refused as incomplete before anything is looked for.
            let bare = route.method == "POST" && page.status == 422 && filled(route, person).is_empty();
            let refused = bare || [404, 403].contains(&page.status.as_u16());
            assert!(refused, "{} of {}: {} {}", person.name, person.company.name, route.method, page.told());
            for secret in ["Everybody in spring", "it@fabrikam.example", "Somebody New"] {
                assert!(!page.html.contains(secret), "{secret} is told to {}: {}", person.name, page.told());
            }
        }
    }
    let untouched = |prints: Vec<(String, String)>| {
        prints
            .into_iter()
            .filter(|(table, _)| !["sessions", "audit_events", "audit_heads", "audit_concerned", "attempts"].contains(&table.as_str()))
            .collect::<Vec<_>>()
    };
    assert_eq!(untouched(world.database.fingerprint().await), untouched(before));
}

/// Else the refusals of others would prove nothing: a form that lacks a field is refused whosever the thing is.
#[actix_web::test]
async fn the_same_forms_are_complete_for_those_whose_things_they_are() {
    let world = World::with_a_past().await;
    let mut forms: Vec<_> = routes().into_iter().filter(|route| route.names_a_thing() && !route.public && route.method == "POST").collect();
    // What ends something comes after what needs it.
    let ends = ["/creation", "/removal", "/ending", "/revocation", "/giving-up", "/suspension"];
    forms.sort_by_key(|route| ends.iter().position(|end| route.path.ends_with(end)));
    let mut served = Vec::new();
    for person in [world::HE_LIN, world::ZHANG_WEI, world::HUANG_LAN, world::ZHAO_MIN, world::OLGA_PETROVA] {
        let browser = world.visits(person).await;
        let token = browser.token().await;
        for route in &forms {
            let page = sends(&browser, &token, route, person).await;
            let status = page.status.as_u16();
            let complete = ![400, 422].contains(&status) || filled(route, person).is_empty();
            assert!(complete && !page.status.is_server_error(), "{}: {} {}", person.name, route.method, page.told());
            if [200, 303, 409, 410].contains(&status) {
                served.push(route.path.clone());
            }
        }
    }
    let nobodys: Vec<_> = forms
        .iter()
        .filter(|route| !filled(route, world::HE_LIN).is_empty() && !served.contains(&route.path))
        .map(|route| &route.path)
        .collect();
    assert!(nobodys.is_empty(), "nobody can send {nobodys:?}");
}

#[actix_web::test]
async fn looking_changes_nothing() {
    let world = World::with_a_past().await;
    let mut browsers = Vec::new();
    for (kind, person) in KINDS {
        let browser = match person {
            Some(person) => world.visits(person).await,
            None => world.somebody(),
        };
        browsers.push((kind, browser));
    }
    for (kind, browser) in browsers {
        let before: BTreeMap<_, _> = world.database.fingerprint().await.into_iter().collect();
        for route in routes().iter().filter(|route| route.method == "GET") {
            for path in [route.foreign(), route.of_others()] {
                let page = browser.asks(&path).await;
                assert!(!page.status.is_server_error(), "{kind}: {}", page.told());
                browser.send(browser.request(Method::HEAD, &path), &path).await;
            }
        }
        for kind in [Kind::Invitation, Kind::Partnership, Kind::SetUp, Kind::Reset, Kind::Confirm, Kind::Calendar, Kind::Reminders] {
            browser.opens(&world.path_of(kind, past::STANDING, 1)).await;
        }
        let after: BTreeMap<_, _> = world.database.fingerprint().await.into_iter().collect();
        let changed: Vec<_> = before.keys().filter(|table| before[*table] != after[*table]).collect();
        assert!(changed.is_empty(), "pages that {kind} opened changed {changed:?}");
    }
}

#[test]
fn what_is_public_is_written_down() {
    let known = routes();
    let gone: Vec<_> = PUBLIC.iter().filter(|path| !known.iter().any(|route| route.path == **path)).collect();
    assert!(gone.is_empty(), "public, and not there: {gone:?}");
}
