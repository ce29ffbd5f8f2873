//! For which organization somebody with several acts.

use actix_session::Session;
use actix_web::{HttpRequest, web::Data};
use askama::Template;
use serde::Deserialize;

use crate::{
    access::{SignedIn, session},
    accounts::{Membership, actions, store},
    app::App,
    db::Db,
    ids::{Id, Organization},
    problem::Problem,
    web::{Answer, detour, form::Form, page::Page},
};

#[derive(Template)]
#[template(path = "accounts/choose.html")]
struct Choose<'a> {
    page: &'a Page,
    memberships: &'a [Membership],
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
pub async fn choose_page(page: Page, who: SignedIn, db: Db) -> Answer {
    // The names of one's other organizations are hidden from whoever acts for this one, so the portal looks.
    let memberships = db.ask_as_system(async |pg| store::list_memberships(pg, who.user()).await).await?;
    let current = who.visitor().place.as_ref().map(|place| place.org);
    page.show(Choose { page: &page, memberships: &memberships, current })
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
