//! Declining: as easy as accepting, with an optional reason (D16, UX-27).

use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::{told_of, visitor};
use crate::{
    access::CustomerAdmin,
    consents::{
        Request,
        actions::{self, Decline},
        store,
    },
    db::Db,
    ids::{Id, Invitation as InvitationId},
    problem::Problem,
    values::Note,
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        see_other,
    },
};

#[derive(Template)]
#[template(path = "consents/decline.html")]
struct DeclinePage<'a> {
    page: &'a Page,
    request: &'a Request,
    told: Vec<String>,
    reason: &'a str,
    errors: FieldErrors,
    /// Whether it is done.
    done: bool,
}

impl DeclinePage<'_> {
    fn at(&self, rest: &str) -> String {
        format!("/received/{}{rest}", self.request.invitation.id)
    }
}

/// What `GET …/decline` may be asked.
#[derive(Deserialize)]
pub struct Said {
    done: Option<String>,
}

/// `GET /received/{invitation}/decline`
///
/// # Errors
/// 404 when the organization's people never came to it.
pub async fn decline_page(page: Page, admin: CustomerAdmin, db: Db, invitation: Path<Id<InvitationId>>, said: Query<Said>) -> Answer {
    let request = find(&page, &admin, &db, *invitation).await?;
    if let Some(accepted) = &request.accepted {
        return Ok(see_other(format!("/receipts/{}", accepted.reference)));
    }
    let done = request.declined.is_some() && said.done.is_some();
    page.show(DeclinePage { page: &page, told: told_of(&request), request: &request, reason: "", errors: FieldErrors::default(), done })
}

/// Why not; may be empty.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclineForm {
    #[serde(default)]
    reason: String,
}

/// `POST /received/{invitation}/decline`
///
/// # Errors
/// 403, 404 and 409 as [`actions::decline`].
pub async fn decline(page: Page, admin: CustomerAdmin, db: Db, invitation: Path<Id<InvitationId>>, form: Form<DeclineForm>) -> Answer {
    let mut wrong = Wrong::default();
    let reason = wrong.check("reason", Note::<1000>::optional(&form.reason));
    match wrong.into_result(reason) {
        Ok(reason) => match actions::decline(&db, &admin, visitor(&page)?, *invitation, reason.as_ref()).await? {
            Decline::Done => Ok(see_other(format!("/received/{invitation}/decline?done=yes"))),
            Decline::Accepted(reference) => Ok(see_other(format!("/receipts/{reference}"))),
        },
        Err(wrong) => {
            let request = find(&page, &admin, &db, *invitation).await?;
            let told = told_of(&request);
            page.invalid(DeclinePage { page: &page, told, request: &request, reason: &form.reason, errors: wrong.told(&page), done: false })
        }
    }
}

async fn find(page: &Page, admin: &CustomerAdmin, db: &Db, invitation: Id<InvitationId>) -> Result<Request, Problem> {
    let view = db.view().await?;
    store::find_request(view.pg(), invitation, admin.org(), page.language(), &[], view.now()).await?.ok_or(Problem::NotFound)
}
