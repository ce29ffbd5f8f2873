//! Every route and every kind of person: who gets in and who is sent away.
//!
//! The answers are in `matrix.snap.txt`, to be read by people; `UPDATE_SNAPSHOTS=1` writes it anew.

use std::fmt::Write;

use super::{
    KINDS,
    routes::{Route, routes},
};
use crate::{browser::Browser, harness::check, world::World};

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
    check("access/matrix.snap.txt", &matrix(&routes, &columns));
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
