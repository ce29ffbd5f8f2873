//! Buttons on one's own invitation: pause, resume, rotate, revoke, hand over, take back.

use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use super::{
    Nothing,
    detail::{self, DetailQuery},
};
use crate::{
    access::{
        May,
        proofs::{Forward as ForwardRight, Invite},
    },
    app::App,
    db::{Db, Keyset},
    ids::{Id, Invitation as InvitationId, Organization, Reseller},
    invitations::{Handed, Invitation, State, actions, store},
    problem::Problem,
    values::Refusal,
    web::{
        Answer,
        form::{Form, Wrong},
        page::Page,
        see_other,
    },
};

fn back(id: Id<InvitationId>, done: &str) -> Answer {
    Ok(see_other(format!("/invitations/{id}?done={done}")))
}

/// `POST /invitations/{id}/pause`
///
/// # Errors
/// 404 for another's, 409 when it is not open or not a standing one.
pub async fn pause(proof: May<Invite>, db: Db, id: Path<Id<InvitationId>>, _: Form<Nothing>) -> Answer {
    actions::pause(&db, &proof, *id).await?;
    back(*id, "paused")
}

/// `POST /invitations/{id}/resumption`
///
/// # Errors
/// 404 for another's, 409 when it does not rest.
pub async fn resume(proof: May<Invite>, db: Db, id: Path<Id<InvitationId>>, _: Form<Nothing>) -> Answer {
    actions::resume(&db, &proof, *id).await?;
    back(*id, "resumed")
}

/// `POST /invitations/{id}/rotation`: a new link; older ones are dead.
///
/// # Errors
/// 404 for another's, 409 when it cannot be answered any more.
pub async fn rotate(proof: May<Invite>, db: Db, id: Path<Id<InvitationId>>, _: Form<Nothing>) -> Answer {
    actions::rotate(&db, &proof, *id).await?;
    back(*id, "rotated")
}

/// How many have an invitation beside those of a first page.
pub(super) fn more(first: &Keyset<Handed>, count: i64) -> i64 {
    count - i64::try_from(first.rows.len()).unwrap_or(count)
}

#[derive(Template)]
#[template(path = "invitations/revocation.html")]
struct Revocation<'a> {
    page: &'a Page,
    invitation: &'a Invitation,
    /// The first of those who have it by name, and how many more there are.
    handed: &'a [Handed],
    more: i64,
}

/// `GET /invitations/{id}/revocation`: what withdrawing means, before it is done.
///
/// # Errors
/// 404 for another's, 409 when it was answered or withdrawn already.
pub async fn revocation_page(page: Page, proof: May<Invite>, db: Db, id: Path<Id<InvitationId>>) -> Answer {
    let view = db.view().await?;
    let (pg, id) = (view.pg(), *id);
    let (found, handed, count) = futures_util::try_join!(store::find(pg, id), store::list_hands(pg, id, None), store::count_hands(pg, id))?;
    let invitation = found.filter(|found| found.inviter == proof.org()).ok_or(Problem::NotFound)?;
    if matches!(invitation.state, State::Revoked | State::Accepted | State::Declined) {
        return Err(Problem::Conflict("invitations-conflict-state"));
    }
    let (handed, more) = (&handed.rows[..], more(&handed, count));
    page.show(Revocation { page: &page, invitation: &invitation, handed, more })
}

/// `POST /invitations/{id}/revocation`
///
/// # Errors
/// 404 for another's, 409 when it was answered or withdrawn already.
pub async fn revoke(proof: May<Invite>, db: Db, id: Path<Id<InvitationId>>, _: Form<Nothing>) -> Answer {
    actions::revoke(&db, &proof, *id).await?;
    back(*id, "revoked")
}

/// To which resellers an invitation is handed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOverForm {
    #[serde(default)]
    resellers: Vec<String>,
}

/// `POST /invitations/{id}/handouts`
///
/// # Errors
/// 403 and 404 for another's, 409 when it cannot be answered any more. Nobody chosen, and somebody who is no reseller of the
/// inviter (any more), is told on the page.
pub async fn hand_over(
    page: Page,
    proof: May<ForwardRight>,
    app: Data<App>,
    db: Db,
    id: Path<Id<InvitationId>>,
    form: Form<HandOverForm>,
) -> Answer {
    let chosen: Result<Vec<Id<Reseller>>, _> = form.resellers.iter().map(|id| id.parse()).collect();
    let refusal = match chosen {
        Ok(chosen) if chosen.is_empty() => Refusal::Said("invitations-hand-over-nobody"),
        Ok(chosen) => match actions::hand_over(&db, &proof, *id, &chosen).await {
            Err(Problem::Unprocessable) => Refusal::Choice,
            count => return back(*id, if count? > 0 { "handed-over" } else { "" }),
        },
        Err(_) => Refusal::Choice,
    };
    let wrong = Wrong::of("resellers", refusal);
    detail::show(&page, proof.place(), &app, &db, *id, &DetailQuery::default(), wrong.told(&page)).await
}

/// `POST /invitations/{id}/handouts/{reseller}/removal`
///
/// # Errors
/// 404 for another's invitation, or when the reseller has not got it.
pub async fn take_back(proof: May<ForwardRight>, db: Db, path: Path<(Id<InvitationId>, Id<Organization>)>, _: Form<Nothing>) -> Answer {
    let (id, reseller) = path.into_inner();
    actions::take_back(&db, &proof, id, reseller).await?;
    back(id, "taken-back")
}
