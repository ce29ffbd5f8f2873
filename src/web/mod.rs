//! What every page shares: how it is built, how forms come in, how problems are told, what guards them.

pub mod assets;
pub mod csv;
pub mod detour;
pub mod form;
pub mod guard;
pub mod page;
pub mod preferences;
pub mod query;
pub mod spans;
pub mod tell;
pub mod upload;

use actix_web::{HttpResponse, http::header};

use crate::problem::Problem;

/// What a handler returns.
pub type Answer = Result<HttpResponse, Problem>;

/// 303 to a path of this portal: the answer to every form that did something, so that reloading does not do it again.
pub fn see_other(path: impl AsRef<str>) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, local_path(path.as_ref()))).finish()
}

/// The path if it is one of this portal, else the start page: no answer ever leads elsewhere (AB-43).
pub fn local_path(path: &str) -> &str {
    let plain = path.starts_with('/') && !path.starts_with("//") && !path.chars().any(|c| c.is_control() || c == '\\');
    if plain { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::local_path;

    #[test]
    fn an_answer_never_leads_to_another_site() {
        for evil in [
            "//evil.example",
            "/\\evil.example",
            "https:evil.example",
            "https://evil.example",
            "/a\r\nSet-Cookie: x",
            "javascript:alert(1)",
            "",
        ] {
            assert_eq!(local_path(evil), "/", "{evil:?}");
        }
        assert_eq!(local_path("/invitations?state=open"), "/invitations?state=open");
    }
}
