//! "Ask my colleague": somebody who may not decide hands the invitation over (UX-28).

use actix_web::web::Path;
use serde::Deserialize;

use super::visitor;
use crate::{
    access::{May, proofs::SeeConsents},
    consents::actions::{self, Handed},
    db::Db,
    ids::{Id, Invitation as InvitationId, User},
    problem::Problem,
    web::{Answer, form::Form, page::Page, see_other},
};

/// Which colleague.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandoverForm {
    to: String,
}

/// `POST /received/{invitation}/handover`
///
/// # Errors
/// 404, 409 and 422 as [`actions::hand_request`].
pub async fn hand_request(
    page: Page,
    may: May<SeeConsents>,
    db: Db,
    invitation: Path<Id<InvitationId>>,
    form: Form<HandoverForm>,
) -> Answer {
    let to: Id<User> = form.to.parse().map_err(|_| Problem::Unprocessable)?;
    match actions::hand_request(&db, &may, visitor(&page)?, *invitation, to).await? {
        Handed::Over => Ok(see_other(format!("/received/{invitation}?done=handed-over"))),
        Handed::Already => Ok(see_other(format!("/received/{invitation}?done=asked-before&to={to}"))),
        Handed::Accepted(reference) => Ok(see_other(format!("/receipts/{reference}"))),
    }
}
