//! The one error a handler returns: a variant for each thing a person can be told.

use actix_web::{HttpResponse, ResponseError, http::StatusCode};

use crate::db;

/// Why a request was not done. A middleware turns it into a page in the visitor's language.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// 400: the request is not one that this portal makes.
    #[error("bad request: {0}")]
    BadRequest(&'static str),
    /// 401: nobody is signed in. A page is answered with the way to the sign-in.
    #[error("nobody is signed in")]
    SignInNeeded,
    /// 403: the person lacks the right.
    #[error("forbidden")]
    Forbidden,
    /// 403: the organization is suspended (D5).
    #[error("the organization is suspended")]
    Suspended,
    /// 403: the form's token is of another session, or the request came from another site (ASVS 3.5.1).
    #[error("the form is not of this session")]
    StrangeForm,
    /// 404: not there, or not yours: the same answer.
    #[error("not found")]
    NotFound,
    /// 409: the state of things does not allow it (any more); the key has the words.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// 410: was there and is not any more; the key has the words.
    #[error("gone: {0}")]
    Gone(&'static str),
    /// 413: too large.
    #[error("too large")]
    TooLarge,
    /// 421: asked for under another name than the portal's (AB-14).
    #[error("misdirected")]
    Misdirected,
    /// 422: a form could not be read at all (single fields are told on the form's own page).
    #[error("unprocessable")]
    Unprocessable,
    /// 429: too many attempts.
    #[error("too many attempts")]
    TooMany,
    /// 503: the database is away; nothing was written.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// 500: a fault of ours, logged once.
    #[error("internal: {0}")]
    Internal(String),
}

impl Problem {
    /// The key of the words that tell what happened, when they are not simply those of the status.
    pub fn words(&self) -> Option<&'static str> {
        match self {
            Self::Suspended => Some("problems-suspended-text"),
            Self::StrangeForm => Some("problems-strange-form-text"),
            Self::Conflict(key) | Self::Gone(key) => Some(key),
            _ => None,
        }
    }

    fn event(&self) -> Option<&'static str> {
        match self {
            Self::Forbidden | Self::Suspended => Some("authz_fail"),
            Self::StrangeForm => Some("malicious_csrf"),
            Self::TooMany => Some("excess_rate_limit_exceeded"),
            _ => None,
        }
    }
}

/// What a response carries of its problem, for the middleware that renders it.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    /// Key of the words, if not the status's own.
    pub words: Option<&'static str>,
    /// Whether to send the visitor to sign in.
    pub sign_in: bool,
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::SignInNeeded => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::Suspended | Self::StrangeForm => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::Gone(_) => StatusCode::GONE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Misdirected => StatusCode::MISDIRECTED_REQUEST,
            Self::Unprocessable => StatusCode::UNPROCESSABLE_ENTITY,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        match self {
            Self::Internal(what) => tracing::error!(event = "sys_fault", what, "internal error"),
            Self::Unavailable(what) => tracing::error!(event = "sys_unavailable", what, "database unavailable"),
            other => {
                if let Some(event) = other.event() {
                    tracing::warn!(event, problem = %other, "refused");
                }
            }
        }
        let mut response = HttpResponse::new(self.status_code());
        response.extensions_mut().insert(Told { words: self.words(), sign_in: matches!(self, Self::SignInNeeded) });
        response
    }
}

impl From<db::Error> for Problem {
    fn from(error: db::Error) -> Self {
        match error {
            db::Error::Unavailable(what) => Self::Unavailable(what),
            db::Error::NotFound => Self::NotFound,
            db::Error::RightsChanged => Self::Conflict("problems-rights-text"),
            db::Error::Constraint(name) => Self::Internal(format!("constraint {name}")),
            db::Error::Query(error) => Self::Internal(error.to_string()),
        }
    }
}

impl From<askama::Error> for Problem {
    fn from(error: askama::Error) -> Self {
        Self::Internal(error.to_string())
    }
}
