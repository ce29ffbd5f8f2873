//! The routes of the portal, and which of them are for everybody.

use std::{fs, path::Path};

use uuid::Uuid;

use crate::past;

/// A route of `src/routes.rs`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    pub path: String,
    pub method: String,
    /// Whether everybody may ask for it.
    pub public: bool,
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

/// Words in braces that stand for nothing that somebody has.
const NOBODYS: [&str; 4] = ["{token}", "{name}", "{step}", "{version}"];

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
    pub fn foreign(&self) -> String {
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

    /// The path with ids of things that are Northwind's and Fabrikam's.
    pub fn of_others(&self) -> String {
        let parts =
            self.path.split('/').map(|part| if part.starts_with('{') { past::in_place_of(part, &self.path) } else { part.to_owned() });
        parts.collect::<Vec<_>>().join("/")
    }

    /// Whether the path names a thing that may be somebody else's.
    pub fn names_a_thing(&self) -> bool {
        !self.public && self.path.split('/').any(|part| part.starts_with('{') && !NOBODYS.contains(&part))
    }
}

#[test]
fn what_is_public_is_written_down() {
    let known = routes();
    let gone: Vec<_> = PUBLIC.iter().filter(|path| !known.iter().any(|route| route.path == **path)).collect();
    assert!(gone.is_empty(), "public, and not there: {gone:?}");
}
