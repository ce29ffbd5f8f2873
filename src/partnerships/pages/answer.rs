//! The public page of a partnership's link, which is a page between partners and never a customer's.

use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

use crate::{
    access::{May, Right, proofs::AnswerDelegation},
    app::App,
    db::Db,
    links::{Kind as LinkKind, Link},
    organizations::{Kind, State},
    partnerships::{Partnership, Standing, actions, store},
    problem::Problem,
    web::{Answer, detour, form::Form, page::Page, see_other},
};

/// What the person looking can do with an open link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Authorize or refuse.
    Answer,
    /// Sign in first.
    SignIn,
    /// The account is of an organization that is no indirect reseller.
    WrongKind,
    /// The person may not answer for the reseller: a colleague can.
    WrongRole,
    /// The reseller is suspended (D5).
    Suspended,
    /// The provider is suspended (D5): refusing is possible, authorizing is not.
    ProviderSuspended,
    /// Both are partners already.
    Partners,
}

impl Way {
    fn of(page: &Page, partners: bool, provider: State) -> Self {
        let Some(visitor) = page.visitor() else { return Self::SignIn };
        match &visitor.place {
            Some(place) if place.kind == Kind::IndirectReseller && !place.allows(Right::AnswerDelegation) => Self::WrongRole,
            Some(place) if place.kind == Kind::IndirectReseller && partners => Self::Partners,
            Some(place) if place.kind == Kind::IndirectReseller && !place.may(Right::AnswerDelegation) => Self::Suspended,
            Some(place) if place.kind == Kind::IndirectReseller && provider == State::Suspended => Self::ProviderSuspended,
            Some(place) if place.kind == Kind::IndirectReseller => Self::Answer,
            _ => Self::WrongKind,
        }
    }
}

#[derive(Template)]
#[template(path = "partnerships/link.html")]
struct LinkPage<'a> {
    page: &'a Page,
    partnership: &'a Partnership,
    way: Way,
    action: String,
}

#[derive(Template)]
#[template(path = "partnerships/dead_link.html")]
struct DeadLink<'a> {
    page: &'a Page,
    partnership: &'a Partnership,
    standing: Standing,
    /// Whether the person looking is of one of the two sides.
    own: bool,
}

impl DeadLink<'_> {
    fn title(&self) -> &'static str {
        self.page.t(&format!("partnerships-dead-{}-title", self.standing.key()))
    }

    fn text(&self) -> String {
        self.page.t1(&format!("partnerships-dead-{}-text", self.standing.key()), "provider", &self.partnership.provider.name)
    }
}

/// `GET /p/{token}`: what a partnership is, who offers it, and what the person looking can do.
///
/// # Errors
/// 404 for what is no link of a living generation; 410, told on its own page, for one that can no longer be answered.
pub async fn link_page(page: Page, app: Data<App>, db: Db, token: Path<String>) -> Answer {
    let link = read(&token, &app)?;
    let org = page.visitor().and_then(|visitor| visitor.place.as_ref()).map(|place| place.org);
    let view = db.view().await?;
    let (found, providers) = futures_util::try_join!(store::find(view.pg(), link.id.into()), async {
        match org {
            Some(org) => store::list_active_providers(view.pg(), org).await,
            None => Ok(Vec::new()),
        }
    })?;
    let partnership = found.filter(|found| found.is_reached_by(&link)).ok_or(Problem::NotFound)?;
    match partnership.standing(view.now()) {
        Standing::Open => {
            let partners = providers.iter().any(|provider| crate::ids::Id::from(provider.id) == partnership.provider.id);
            let way = Way::of(&page, partners, partnership.provider.state);
            page.show(LinkPage { page: &page, partnership: &partnership, way, action: format!("/p/{token}/answer") })
        }
        standing => {
            let own = org.is_some_and(|org| partnership.is_of(org));
            page.answer(StatusCode::GONE, DeadLink { page: &page, partnership: &partnership, standing, own })
        }
    }
}

/// The answer to a link, or the wish to give it with another account.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerForm {
    answer: String,
}

/// `POST /p/{token}/answer`: authorizes or refuses the partnership; or goes to the sign-in and comes back.
///
/// # Errors
/// 401 and 403 for whoever may not answer for an indirect reseller; 404, 409 and 410 for a link that cannot be answered.
pub async fn answer(
    app: Data<App>,
    db: Db,
    proof: Result<May<AnswerDelegation>, Problem>,
    token: Path<String>,
    form: Form<AnswerForm>,
) -> Answer {
    let link = read(&token, &app)?;
    let authorized = match form.answer.as_str() {
        "authorize" => true,
        "refuse" => false,
        // Signing out comes first for those who are signed in with an account that cannot answer.
        way @ ("sign-in" | "sign-out") => {
            let mut response = see_other(format!("/{way}"));
            detour::remember(&app, &mut response, &format!("/p/{token}"));
            return Ok(response);
        }
        _ => return Err(Problem::Unprocessable),
    };
    let id = actions::answer(&db, &proof?, &link, authorized).await?;
    let done = if authorized { "authorized" } else { "refused" };
    Ok(see_other(format!("/partnerships/{id}?done={done}")))
}

/// The link of a token, if this portal signed it for a partnership. What is none gets the same answer as one that
/// never lived.
fn read(token: &str, app: &App) -> Result<Link, Problem> {
    Link::read(token, &app.keys).filter(|link| link.kind == LinkKind::Partnership).ok_or(Problem::NotFound)
}
