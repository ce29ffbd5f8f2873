//! For which organization somebody with several acts, and which of them would like to have somebody.

use actix_session::Session;
use actix_web::{
    HttpRequest,
    web::{Data, Path, Query},
};
use askama::Template;
use serde::Deserialize;

use super::Done;
use crate::{
    access::{SignedIn, session},
    accounts::{Membership, Offer, actions, store},
    app::App,
    db::{Cursor, Db, Pg},
    ids::{Id, Organization},
    problem::Problem,
    web::{Answer, detour, form::Form, page::Page, query::Beside, see_other},
};

#[derive(Template)]
#[template(path = "accounts/choose.html")]
struct Choose<'a> {
    page: &'a Page,
    memberships: &'a [Membership],
    offers: &'a [Offer],
    offers_beside: Beside,
    done: Option<&'static str>,
    current: Option<Id<Organization>>,
}

impl Choose<'_> {
    fn is_current(&self, membership: &Membership) -> bool {
        self.current == Some(membership.org)
    }
}

/// `GET /organizations/choose`
///
/// # Errors
/// None but faults of ours.
pub async fn choose_page(page: Page, who: SignedIn, db: Db, query: Query<Done>) -> Answer {
    let from = Cursor::parse(&query.offers);
    // The names of one's other organizations are hidden from whoever acts for this one, so the portal looks.
    let ask = async |pg: &Pg| {
        futures_util::try_join!(store::list_memberships(pg, who.user()), store::list_offers_to(pg, who.user(), from.as_ref()))
    };
    let (memberships, offers) = db.ask_as_system(ask).await?;
    let done = match query.done.as_str() {
        "joined" => Some("accounts-offer-accepted"),
        "refused" => Some("accounts-offer-refused"),
        _ => None,
    };
    let offers_beside = Beside::of("/organizations/choose", &[("offers", &query.offers)], "offers", &offers);
    let current = who.visitor().place.as_ref().map(|place| place.org);
    page.show(Choose { page: &page, memberships: &memberships, offers: &offers.rows, offers_beside, done, current })
}

/// The choice.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChooseForm {
    org: Id<Organization>,
}

/// `POST /organizations/current`: the session acts for another organization of the person from now on.
///
/// # Errors
/// 404 for an organization that is none of theirs.
pub async fn move_to(who: SignedIn, app: Data<App>, db: Db, session: Session, request: HttpRequest, form: Form<ChooseForm>) -> Answer {
    let here = session::key_hash(&session).ok_or(Problem::SignInNeeded)?;
    actions::move_to(&db, &who, &here, form.org).await?;
    Ok(detour::resume(&app, &request, "/today"))
}

/// Nothing is asked but that the form is of this session.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerForm {}

/// `POST /account/offers/{org}/acceptance`: from now on the person is a member; nobody becomes one without this (AB-04).
///
/// # Errors
/// 404 when the organization offers nothing (any more).
pub async fn accept_offer(who: SignedIn, db: Db, org: Path<Id<Organization>>, _: Form<AnswerForm>) -> Answer {
    actions::accept_offer(&db, &who, *org).await?;
    Ok(see_other("/organizations/choose?done=joined"))
}

/// `POST /account/offers/{org}/refusal`
///
/// # Errors
/// 404 when the organization offers nothing (any more).
pub async fn refuse_offer(who: SignedIn, db: Db, org: Path<Id<Organization>>, _: Form<AnswerForm>) -> Answer {
    actions::refuse_offer(&db, &who, *org).await?;
    Ok(see_other("/organizations/choose?done=refused"))
}
