//! The guard: which requests come in at all, and the headers that every answer carries (ASVS 3.4, 3.5).

use std::{num::NonZeroU32, sync::LazyLock};

use actix_web::{
    HttpMessage, HttpRequest,
    body::BoxBody,
    dev::{ServiceRequest, ServiceResponse},
    http::{Method, header},
    middleware::Next,
    web::Data,
};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::page::Page;
use crate::{app::App, problem::Problem};

/// Changing requests from one address: a burst, and so many a minute after it. Per process; sign-in has its own, shared limit.
static CHANGES: LazyLock<DefaultKeyedRateLimiter<String>> = LazyLock::new(|| {
    let burst = NonZeroU32::new(600).expect("not zero");
    RateLimiter::keyed(Quota::per_minute(burst).allow_burst(burst))
});

/// Lets in what may come in, and dresses what goes out.
///
/// # Errors
/// 421 for another host, 403 for a change that comes from another site, 429 for too many changes.
pub async fn guard(request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let app = request.app_data::<Data<App>>().cloned().ok_or_else(|| Problem::Internal("no app".to_owned()))?;
    let nonce = request.extensions().get::<Page>().map(|page| page.nonce().to_owned()).unwrap_or_default();
    let checked = check(&app, &request);
    let mut response = match checked {
        Ok(()) => next.call(request).await?,
        Err(problem) => request.error_response(problem),
    };
    dress(&app, &mut response, &nonce);
    Ok(response)
}

fn check(app: &App, request: &ServiceRequest) -> Result<(), Problem> {
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .or(request.uri().authority().map(|authority| authority.as_str()));
    if !host.is_some_and(|host| app.is_own_host(host)) {
        return Err(Problem::Misdirected);
    }
    if [Method::GET, Method::HEAD].contains(request.method()) {
        return Ok(());
    }
    let said = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    // The rule of browsers that tell where a request comes from; an older one must name the portal as its origin.
    let same_origin = match (said("sec-fetch-site"), said("origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => app.is_own_origin(origin),
        (None, None) => false,
    };
    if !same_origin {
        return Err(Problem::StrangeForm);
    }
    forget_some(&CHANGES);
    CHANGES.check_key(&address(app, request.request())).map_err(|_| Problem::TooMany)
}

/// Lets a limiter forget those who have been quiet, now and then and only when it knows many: addresses are endless, memory is not.
pub(crate) fn forget_some(limiter: &DefaultKeyedRateLimiter<String>) {
    if rand::random::<u8>() == 0 && limiter.len() > 10_000 {
        limiter.retain_recent();
    }
}

/// The client's address, as far as trusted proxies tell it.
pub fn address(app: &App, request: &HttpRequest) -> String {
    let said = request.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok());
    request.peer_addr().map(|peer| app.client_address(peer.ip(), said)).unwrap_or_default()
}

fn dress(app: &App, response: &mut ServiceResponse<BoxBody>, nonce: &str) {
    let answer = response.headers_mut();
    for (name, value) in headers(app.is_https(), nonce) {
        if !answer.contains_key(&name) {
            answer.insert(name, value);
        }
    }
}

/// The headers of every answer; a handler may set its own in place of one of them.
pub(crate) fn headers(https: bool, nonce: &str) -> Vec<(header::HeaderName, header::HeaderValue)> {
    let policy = format!(
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'nonce-{nonce}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    let fixed = |value: &'static str| header::HeaderValue::from_static(value);
    let mut headers = vec![
        (header::X_CONTENT_TYPE_OPTIONS, fixed("nosniff")),
        (header::REFERRER_POLICY, fixed("no-referrer")),
        (header::CACHE_CONTROL, fixed("no-store")),
        (header::HeaderName::from_static("cross-origin-opener-policy"), fixed("same-origin")),
        (header::HeaderName::from_static("cross-origin-resource-policy"), fixed("same-origin")),
        (header::HeaderName::from_static("permissions-policy"), fixed("camera=(), microphone=(), geolocation=()")),
    ];
    headers.extend(header::HeaderValue::from_str(&policy).ok().map(|policy| (header::CONTENT_SECURITY_POLICY, policy)));
    if https {
        headers.push((header::STRICT_TRANSPORT_SECURITY, fixed("max-age=63072000; includeSubDomains")));
    }
    headers
}
