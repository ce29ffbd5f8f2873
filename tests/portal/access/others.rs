//! What is Northwind's and Fabrikam's is nobody else's business: their things are not there for anybody else.

use std::collections::BTreeMap;

use super::{
    forms::forms,
    routes::{Route, routes},
};
use crate::world::{self, World};

fn naming_things() -> impl Iterator<Item = Route> {
    routes().into_iter().filter(Route::names_a_thing)
}

#[test]
fn every_form_that_names_a_thing_is_known_with_all_its_fields() {
    let (forms, routes) = (forms(), naming_things().collect::<Vec<_>>());
    let unknown: Vec<_> = routes
        .iter()
        .filter(|route| route.method == "POST" && !forms.iter().any(|form| form.is_of(route)))
        .map(|route| &route.path)
        .collect();
    assert!(unknown.is_empty(), "no row of access/forms.rs tells how to fill in {unknown:?}");
    let gone: Vec<_> = forms.iter().filter(|form| !routes.iter().any(|route| form.is_of(route))).map(|form| form.route).collect();
    assert!(gone.is_empty(), "filled in, and not there: {gone:?}");
}

#[actix_web::test]
async fn what_is_northwinds_and_fabrikams_is_not_there_for_anybody_else() {
    let world = World::with_something_for_every_form().await;
    let pages: Vec<_> = naming_things().filter(|route| route.method == "GET").collect();
    let before = world.database.fingerprint().await;
    for person in [world::PAN_YU, world::DU_KAI, world::FENG_XIN, world::LIN_TAO] {
        let browser = world.visits(person).await;
        let token = browser.token().await;
        let mut answers = Vec::new();
        for page in &pages {
            answers.push(browser.asks(&page.of_others()).await);
        }
        for form in forms() {
            answers.push(browser.posts(&form.path(), &form.fields(&token)).await);
        }
        for page in answers {
            assert!([404, 403].contains(&page.status.as_u16()), "{} of {}: {}", person.name, person.company.name, page.told());
            for secret in ["Everybody in spring", "Some in autumn", "it@fabrikam.example", "Somebody New"] {
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

/// Else the refusals of others would prove nothing.
#[actix_web::test]
async fn the_same_forms_do_what_they_say_for_those_whose_things_they_are() {
    let world = World::with_something_for_every_form().await;
    let mut browsers = BTreeMap::new();
    let mut otherwise = Vec::new();
    for form in forms() {
        if !browsers.contains_key(form.by.name) {
            let browser = world.visits(form.by).await;
            let token = browser.token().await;
            browsers.insert(form.by.name, (browser, token));
        }
        let (browser, token) = &browsers[form.by.name];
        let page = browser.posts(&form.path(), &form.fields(token)).await;
        let sent_away = page.leads_to().is_some_and(|to| to.starts_with("/sign-in"));
        if page.status.as_u16() != form.answer || sent_away {
            otherwise.push(format!("{} sends {}, meant to be answered with {}: {}", form.by.name, form.route, form.answer, page.told()));
        }
    }
    assert!(otherwise.is_empty(), "{}", otherwise.join("\n\n"));
}
