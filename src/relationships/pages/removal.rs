//! The removal of a relationship: rehearsed first, then one button (D19).

use actix_web::web::{Data, Path, Query};
use askama::Template;
use futures_util::try_join;
use serde::Deserialize;

use crate::{
    access::{May, proofs::RemoveRelationship},
    app::App,
    db::{Cursor, Db},
    delegations::{self, Facts, Listed as Delegated},
    ids::{Id, Relationship as RelationshipId},
    notices::{self, Letterhead, Rendered},
    problem::Problem,
    relationships::{Relationship, actions, store},
    services::{self, Service},
    subscriptions::{self, Subscription},
    web::{Answer, form::Form, page::Page, query::Beside, see_other},
};

#[derive(Template)]
#[template(path = "relationships/removal.html")]
struct Removal<'a> {
    page: &'a Page,
    relationship: &'a Relationship,
    under: &'a [Delegated],
    in_the_way: &'a [Subscription],
    in_the_way_beside: Beside,
    catalogue: &'a [Service],
    notice: &'a Rendered,
}

impl Removal<'_> {
    fn service<'s>(&'s self, code: &'s str) -> &'s str {
        services::name_of(self.catalogue, code, self.page.language())
    }

    fn customer(&self) -> &str {
        &self.relationship.customer.name
    }

    fn action(&self) -> String {
        format!("/relationships/{}/removal", self.relationship.id)
    }

    fn back(&self) -> String {
        format!("/customers/{}", self.relationship.id)
    }

    /// Who is told, by name.
    fn told(&self) -> Vec<String> {
        let concerned = actions::concerned(self.relationship, self.under);
        let name = |id| match self.under.iter().find(|held| held.holder.id == id) {
            Some(held) => held.holder.title(),
            None => self.relationship.customer.title(),
        };
        concerned.into_iter().map(name).chain([self.relationship.owner.title()]).collect()
    }
}

/// Where the list of what stands in the way is read from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RemovalQuery {
    subscriptions: String,
}

/// `GET /relationships/{relationship}/removal`: what stops, what stays, what stands in the way, who is told, in which words.
///
/// # Errors
/// 404 when it is not this organization's; 409 when it is over already.
pub async fn removal_page(
    page: Page,
    may: May<RemoveRelationship>,
    app: Data<App>,
    db: Db,
    id: Path<Id<RelationshipId>>,
    at: Query<RemovalQuery>,
) -> Answer {
    let view = db.view().await?;
    let (pg, now) = (view.pg(), view.now());
    let (relationship, under, catalogue) = try_join!(store::find(pg, *id), delegations::in_force_under(pg, *id, now), services::list(pg))?;
    let relationship = relationship.filter(|found| found.owner.id == may.organization()).ok_or(Problem::NotFound)?;
    if !relationship.is_active() {
        return Err(Problem::Conflict("relationships-over-text"));
    }
    let from = Cursor::parse(&at.subscriptions);
    let in_the_way = subscriptions::list_in_the_way(pg, may.organization(), relationship.customer_id(), from.as_ref()).await?;
    let ending: Vec<Facts> = under.iter().map(|held| held.facts().clone()).collect();
    let letter = actions::letter(&relationship, relationship.customer.id, &ending);
    let head = Letterhead { keys: &app.keys, public_url: &app.public_url, services: &catalogue };
    let notice = notices::render(&letter, page.language(), &head);
    page.show(Removal {
        page: &page,
        relationship: &relationship,
        under: &under,
        in_the_way_beside: Beside::of(
            &format!("/relationships/{id}/removal"),
            &[("subscriptions", &at.subscriptions)],
            "subscriptions",
            &in_the_way,
        ),
        in_the_way: &in_the_way.rows,
        catalogue: &catalogue,
        notice: &notice,
    })
}

/// Nothing is asked but that the form is of this session.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemovalForm {}

/// `POST /relationships/{relationship}/removal`
///
/// # Errors
/// 404 and 409 as [`actions::remove`].
pub async fn remove(may: May<RemoveRelationship>, db: Db, id: Path<Id<RelationshipId>>, _: Form<RemovalForm>) -> Answer {
    actions::remove(&db, &may, *id).await?;
    Ok(see_other(format!("/customers/{id}?done=removed")))
}
