//! The detour: where somebody was going when they had to sign in, register or confirm their address first (UX-32).
//!
//! The path travels in an encrypted cookie, never in a URL: it may hold an invitation's link (ASVS 14.2.1).

use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, CookieJar, SameSite, time::Duration},
    web::Data,
};
use chrono::TimeDelta;

use super::local_path;
use crate::{app::App, db::Timestamp};

const DETOUR: &str = "detour";
/// How long somebody may be on their way: long enough to register and to wait for a mail.
const PATIENCE: i64 = 2 * 60 * 60;
/// Longer paths than this fit into no cookie.
const LONGEST: usize = 1500;

/// Notes on the response where the visitor was going. What is not a page of this portal, or is the sign-in itself, is not noted (AB-43).
pub fn remember(app: &App, response: &mut HttpResponse, path: &str) {
    if is_worth_it(path) {
        let until = (app.now() + TimeDelta::seconds(PATIENCE)).timestamp();
        set(app, response, format!("{until} {path}"), PATIENCE);
    }
}

/// Where the visitor was going, if they were going anywhere and it is not too long ago.
pub fn take(request: &HttpRequest) -> Option<String> {
    let app = request.app_data::<Data<App>>()?;
    let name = app.cookie_name(DETOUR);
    let mut jar = CookieJar::new();
    jar.add_original(request.cookie(&name)?);
    let opened = jar.private(&app.cookie_key()).get(&name)?;
    read(opened.value(), app.now()).map(str::to_owned)
}

/// Forgets the detour: the visitor has arrived.
pub fn forget(app: &App, response: &mut HttpResponse) {
    set(app, response, String::new(), 0);
}

/// 303 to where the visitor was going, or else to `otherwise`; either way the detour is over.
pub fn resume(app: &App, request: &HttpRequest, otherwise: &str) -> HttpResponse {
    match take(request) {
        Some(path) => {
            let mut response = super::see_other(path);
            forget(app, &mut response);
            response
        }
        None => super::see_other(otherwise),
    }
}

fn is_worth_it(path: &str) -> bool {
    let first = path.split(['/', '?']).nth(1).unwrap_or_default();
    path.len() > 1 && path.len() <= LONGEST && local_path(path) == path && !["sign-in", "sign-out"].contains(&first)
}

fn read(value: &str, now: Timestamp) -> Option<&str> {
    let (until, path) = value.split_once(' ')?;
    (until.parse::<i64>().ok()? > now.timestamp() && is_worth_it(path)).then_some(path)
}

fn set(app: &App, response: &mut HttpResponse, value: String, seconds: i64) {
    let cookie = Cookie::build(app.cookie_name(DETOUR), value)
        .path("/")
        .secure(app.is_https())
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(Duration::seconds(seconds))
        .finish();
    let mut jar = CookieJar::new();
    jar.private_mut(&app.cookie_key()).add(cookie);
    for cookie in jar.delta() {
        // A cookie that cannot be a header is a detour that is not taken.
        drop(response.add_cookie(cookie));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use actix_web::test::TestRequest;
    use chrono::Utc;

    use super::*;
    use crate::keys::Keys;

    fn app() -> App {
        App {
            public_url: "http://localhost:8080".to_owned(),
            keys: Keys::derive(b"thirty-two bytes of a test's secret"),
            demo: false,
            trusted_proxies: Vec::new(),
            clock: Arc::new(Utc::now),
        }
    }

    fn way(app: &App, path: &str) -> (Option<String>, Option<String>) {
        let mut response = HttpResponse::Ok().finish();
        remember(app, &mut response, path);
        let cookie = response.cookies().next().map(Cookie::into_owned);
        let shown = cookie.as_ref().map(|cookie| cookie.value().to_owned());
        let request = TestRequest::default().app_data(Data::new(app.clone()));
        let request = cookie.into_iter().fold(request, TestRequest::cookie);
        (take(&request.to_http_request()), shown)
    }

    #[test]
    fn somebody_comes_back_to_where_they_were_going_and_the_cookie_shows_no_link() {
        let (back, shown) = way(&app(), "/i/canary-token?x=1");
        assert_eq!(back.as_deref(), Some("/i/canary-token?x=1"));
        assert!(!shown.unwrap().contains("canary"));
    }

    #[test]
    fn no_detour_leads_elsewhere_or_in_a_circle() {
        for path in ["//evil.example", "https://evil.example", "/\\evil", "/sign-in", "/sign-in?x", "/sign-out", "/", ""] {
            assert_eq!(way(&app(), path), (None, None), "{path:?}");
        }
    }

    #[test]
    fn an_old_detour_or_one_of_another_portal_is_none() {
        assert_eq!(read("1000 /today", Utc::now()), None);
        let mut response = HttpResponse::Ok().finish();
        remember(&App { keys: Keys::derive(b"another secret of thirty-two bytes"), ..app() }, &mut response, "/today");
        let cookie = response.cookies().next().unwrap().into_owned();
        let request = TestRequest::default().app_data(Data::new(app())).cookie(cookie).to_http_request();
        assert_eq!(take(&request), None);
    }
}
