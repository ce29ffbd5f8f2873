//! The two answers to whether a delegation may extend itself, one for each side.

use actix_web::web::Path;
use serde::Deserialize;

use crate::{
    access::{CustomerAdmin, May, proofs::AnswerDelegation},
    db::Db,
    delegations::actions::{self, Agreeing},
    ids::{Delegation as DelegationId, Id},
    problem::Problem,
    web::{Answer, form::Form, see_other},
};

/// Whether a side agrees.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExtensionForm {
    agrees: String,
}

impl ExtensionForm {
    fn read(&self) -> Result<bool, Problem> {
        match self.agrees.as_str() {
            "yes" => Ok(true),
            "no" => Ok(false),
            _ => Err(Problem::Unprocessable),
        }
    }
}

/// `POST /delegations/{id}/extension/customer`: the customer lets it extend itself, or no longer does (D21).
///
/// # Errors
/// 404 and 409 as [`actions::agree`].
pub async fn extend_as_customer(admin: CustomerAdmin, db: Db, id: Path<Id<DelegationId>>, form: Form<ExtensionForm>) -> Answer {
    answer(&db, Agreeing::Customer(&admin), *id, &form).await
}

/// `POST /delegations/{id}/extension/holder`: the holder wants it to extend itself, or no longer does (D21).
///
/// # Errors
/// 404 and 409 as [`actions::agree`].
pub async fn extend_as_holder(may: May<AnswerDelegation>, db: Db, id: Path<Id<DelegationId>>, form: Form<ExtensionForm>) -> Answer {
    answer(&db, Agreeing::Holder(&may), *id, &form).await
}

async fn answer(db: &Db, by: Agreeing<'_>, id: Id<DelegationId>, form: &ExtensionForm) -> Answer {
    let agrees = form.read()?;
    actions::agree(db, by, id, agrees).await?;
    let done = if agrees { "extends" } else { "extends-not" };
    Ok(see_other(format!("/delegations/{id}?done={done}")))
}
