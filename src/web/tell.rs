//! The outermost middleware: begins the page of a request, and turns every problem into a page in the visitor's language.

use actix_web::{
    HttpMessage, HttpResponse, ResponseError,
    body::BoxBody,
    dev::{ServiceRequest, ServiceResponse},
    http::{Method, StatusCode, header},
    middleware::Next,
    web::Data,
};
use askama::Template;
use tracing_actix_web::RequestId;

use super::{
    detour, guard,
    page::{Outset, Page},
    preferences, see_other,
};
use crate::{
    app::App,
    problem::{Problem, Told},
};

/// The page of a problem.
#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage<'a> {
    page: &'a Page,
    status: u16,
    title: &'a str,
    text: &'a str,
    request_id: &'a str,
    next: Option<(&'a str, &'a str)>,
}

/// Begins the page; afterwards renders what went wrong, if nothing was rendered yet.
///
/// # Errors
/// Never: every error of the services inside becomes a response here.
pub async fn tell(request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let page = Page::new(outset(&request));
    let https = request.app_data::<Data<App>>().is_some_and(|app| app.is_https());
    request.extensions_mut().insert(page.clone());
    match next.call(request).await {
        Ok(response) if is_bare_problem(&response) => {
            let told = response.response().extensions().get::<Told>().copied();
            let status = response.status();
            let answer = match to_sign_in(&page, &response, told) {
                Some(redirect) => redirect,
                None => render(&page, status, told),
            };
            Ok(with_page(response, answer))
        }
        Ok(response) => Ok(response),
        Err(error) => Err(InPage::of(&page, &error, https).into()),
    }
}

/// The way to the sign-in, for somebody who asked for a page that needs it; what a form sent cannot be asked for again, so that is told instead.
fn to_sign_in(page: &Page, response: &ServiceResponse<BoxBody>, told: Option<Told>) -> Option<HttpResponse> {
    let request = response.request();
    let asked_for_a_page = [Method::GET, Method::HEAD].contains(request.method());
    let app = request.app_data::<Data<App>>().filter(|_| asked_for_a_page && told.is_some_and(|told| told.sign_in))?;
    let mut redirect = see_other("/sign-in");
    detour::remember(app, &mut redirect, &page.here());
    Some(redirect)
}

/// An error with its page already rendered: for those that no response was made of yet.
#[derive(Debug)]
struct InPage {
    status: StatusCode,
    html: String,
    headers: Vec<(header::HeaderName, header::HeaderValue)>,
}

impl InPage {
    fn of(page: &Page, error: &actix_web::Error, https: bool) -> Self {
        let bare = error.as_error::<Problem>().map_or_else(|| error.error_response(), ResponseError::error_response);
        let status = bare.status();
        let told = bare.extensions().get::<Told>().copied();
        if status.is_server_error() && told.is_none() {
            tracing::error!(event = "sys_fault", %error, "internal error");
        }
        Self { status, html: html(page, status, told), headers: guard::headers(https, page.nonce()) }
    }
}

impl std::fmt::Display for InPage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.status)
    }
}

impl ResponseError for InPage {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status);
        for header in &self.headers {
            response.insert_header(header.clone());
        }
        response.content_type("text/html; charset=utf-8").body(self.html.clone())
    }
}

/// Puts the page in place of the bare answer, whose cookies stay.
fn with_page(response: ServiceResponse<BoxBody>, mut page: HttpResponse) -> ServiceResponse<BoxBody> {
    let (request, mut bare) = response.into_parts();
    let cookies: Vec<_> = bare.headers_mut().remove(header::SET_COOKIE).collect();
    // What the guard put on the bare answer belongs on the page as well.
    for (name, value) in bare.headers() {
        if !page.headers().contains_key(name) && name != header::CONTENT_LENGTH {
            page.headers_mut().insert(name.clone(), value.clone());
        }
    }
    for cookie in cookies {
        page.headers_mut().append(header::SET_COOKIE, cookie);
    }
    ServiceResponse::new(request, page)
}

fn is_bare_problem(response: &ServiceResponse<BoxBody>) -> bool {
    let status = response.status();
    let empty = matches!(
        actix_web::body::MessageBody::size(response.response().body()),
        actix_web::body::BodySize::None | actix_web::body::BodySize::Sized(0)
    );
    (status.is_client_error() || status.is_server_error()) && (empty || response.response().extensions().get::<Told>().is_some())
}

fn render(page: &Page, status: StatusCode, told: Option<Told>) -> HttpResponse {
    let mut response = HttpResponse::build(status);
    if status == StatusCode::SERVICE_UNAVAILABLE {
        response.insert_header((header::RETRY_AFTER, "5"));
    }
    response.content_type("text/html; charset=utf-8").body(html(page, status, told))
}

fn html(page: &Page, status: StatusCode, told: Option<Told>) -> String {
    // A status without a page of its own is told as the general one of its class.
    let known = [400, 401, 403, 404, 409, 410, 413, 421, 422, 429, 500, 503];
    let code = match status.as_u16() {
        code if known.contains(&code) => code,
        405 => 404,
        code if code < 500 => 400,
        _ => 500,
    };
    let text = told.and_then(|told| told.words).map_or_else(|| page.t(&format!("problems-{code}-text")), |key| page.t(key));
    let next = match code {
        401 => ("/sign-in", page.t("accounts-sign-in")),
        _ => ("/", page.t("problems-home")),
    };
    let template = ProblemPage {
        page,
        status: status.as_u16(),
        title: page.t(&format!("problems-{code}-title")),
        text,
        request_id: page.request_id(),
        next: Some(next),
    };
    template.render().unwrap_or_else(|error| {
        tracing::error!(event = "sys_fault", %error, "the problem page failed");
        text.to_owned()
    })
}

fn outset(request: &ServiceRequest) -> Outset {
    let app = request.app_data::<Data<App>>();
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    Outset {
        chosen: preferences::language(request),
        accepted: crate::i18n::Lang::negotiate(accepted),
        theme: preferences::theme(request),
        path: request.path().to_owned(),
        query: request.query_string().to_owned(),
        request_id: request.extensions().get::<RequestId>().map(ToString::to_string).unwrap_or_default(),
        demo: app.is_some_and(|app| app.demo),
        now: app.map(|app| app.now()).unwrap_or_default(),
    }
}
