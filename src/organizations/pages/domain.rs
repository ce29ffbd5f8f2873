//! Confirming the domain that an organization says is its own.

use actix_web::web::Path;
use serde::Deserialize;

use crate::{
    access::{May, proofs::Operate},
    db::Db,
    ids::{Id, Organization as OrganizationId},
    organizations::actions,
    web::{Answer, form::Form, see_other},
};

/// The domain that the operator looked at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DomainForm {
    domain: String,
}

/// `POST /organizations/{id}/domain-confirmation`
///
/// # Errors
/// 404 when there is none, 409 when its domain is another by now or another organization's.
pub async fn confirm_domain(may: May<Operate>, db: Db, id: Path<Id<OrganizationId>>, form: Form<DomainForm>) -> Answer {
    actions::confirm_domain(&db, &may, *id, &form.domain).await?;
    Ok(see_other(format!("/organizations/{id}?done=confirmed")))
}
