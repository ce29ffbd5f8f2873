//! Looking changes nothing, whoever looks at whatever (D7).

use std::collections::BTreeMap;

use mandate::links::Kind;
use reqwest::Method;

use super::{KINDS, routes::routes};
use crate::{past, world::World};

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
