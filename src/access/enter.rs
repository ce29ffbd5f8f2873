//! Looks up who is asking, in the very transaction in which the page will read its rows.

use actix_session::SessionExt;
use actix_web::{
    FromRequest, HttpMessage, HttpRequest,
    body::BoxBody,
    cookie::{Cookie, SameSite},
    dev::{Payload, ServiceRequest, ServiceResponse},
    http::Method,
    middleware::Next,
    web::Data,
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use std::future::{Ready, ready};
use tracing_actix_web::RequestId;

use super::{Visitor, session};
use crate::{
    app::App,
    db::{Asker, Db, Pool, SessionKeyHash},
    links::{Kind, Link},
    problem::Problem,
    web::{form, page::Page},
};

/// A cookie of chance for browsers without a session, to which their forms are bound.
const VISIT: &str = "visit";

/// Gives the request its database, its visitor and the token of its forms.
///
/// # Errors
/// Never as an error: a problem becomes the response, so that it is told as a page.
pub async fn enter(request: ServiceRequest, next: Next<BoxBody>) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    match prepare(&request).await {
        Ok(visit) => {
            let mut response = next.call(request).await?;
            if let Some(cookie) = visit {
                response.response_mut().add_cookie(&cookie)?;
            }
            Ok(response)
        }
        Err(problem) => Ok(request.error_response(problem)),
    }
}

async fn prepare(request: &ServiceRequest) -> Result<Option<Cookie<'static>>, Problem> {
    let app = request.app_data::<Data<App>>().cloned().ok_or_else(|| Problem::Internal("no app".to_owned()))?;
    let pool = request.app_data::<Pool>().cloned().ok_or_else(|| Problem::Internal("no pool".to_owned()))?;
    let page = request.extensions().get::<Page>().cloned().ok_or_else(|| Problem::Internal("no page".to_owned()))?;
    let key = session::key_hash(&request.get_session());
    let link = link_in(request.path(), &app);
    let request_id = request.extensions().get::<RequestId>().map(|id| **id);
    let db = Db::new(pool, Asker::Request { session: key, link: link.map(|link| link.id) }, request_id);

    let visitor = match key {
        Some(_) => {
            let view = db.view().await?;
            let visitor: Option<Visitor> =
                serde_json::from_value(view.visitor().clone()).map_err(|error| Problem::Internal(error.to_string()))?;
            // A form's body may come slowly: no connection waits for it, and what it does is checked against the rights of then.
            if [Method::GET, Method::HEAD].contains(request.method()) {
                db.keep(view);
            } else if visitor.is_some() {
                db.came_as(view.visitor());
            }
            visitor
        }
        None => None,
    };
    if let Some(visitor) = &visitor {
        tracing::Span::current().record("actor", tracing::field::display(visitor.user));
    }
    let (csrf, cookie) = token(request, &app, visitor.is_some().then_some(key).flatten());
    page.entered(visitor, csrf);
    request.extensions_mut().insert(db);
    Ok(cookie)
}

/// The token that this request's forms must carry: bound to the session, or to the visit of a browser without one.
fn token(request: &ServiceRequest, app: &App, key: Option<SessionKeyHash>) -> (String, Option<Cookie<'static>>) {
    if let Some(key) = key {
        return (form::token(&app.keys, &key), None);
    }
    // A program that fetches a calendar has no forms, and keeps no cookies.
    if request.path().starts_with(Kind::Calendar.path()) {
        return (String::new(), None);
    }
    let name = app.cookie_name(VISIT);
    if let Some(cookie) = request.cookie(&name) {
        return (form::token(&app.keys, cookie.value().as_bytes()), None);
    }
    let chance = BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 16]>());
    let token = form::token(&app.keys, chance.as_bytes());
    (token, Some(Cookie::build(name, chance).path("/").secure(app.is_https()).http_only(true).same_site(SameSite::Lax).finish()))
}

/// The link in the path, if it is one to an invitation or a partnership that this portal signed.
fn link_in(path: &str, app: &App) -> Option<Link> {
    let rest = [Kind::Invitation, Kind::Partnership].into_iter().find_map(|kind| path.strip_prefix(kind.path()))?;
    Link::read(rest.split('/').next()?, &app.keys)
}

impl FromRequest for Db {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(request.extensions().get::<Self>().cloned().ok_or_else(|| Problem::Internal("the request has not entered".to_owned())))
    }
}
