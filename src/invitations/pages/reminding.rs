//! Reminders: what they say, whether they are sent, and the way out for whoever gets them (UX-42).

use actix_web::web::{Data, Path, Query};
use askama::Template;
use serde::Deserialize;

use super::{Nothing, preview::document};
use crate::{
    access::{
        May,
        proofs::{Forward as ForwardRight, Invite},
    },
    app::App,
    db::Db,
    ids::{Id, Invitation as InvitationId},
    invitations::{
        Invitation, Sending,
        actions::{self, Reader, reminder_letter},
        store,
    },
    links::{self, Link},
    notices::{self, Letterhead, Rendered},
    problem::Problem,
    services,
    values::{Refusal, masked},
    web::{
        Answer,
        form::{Form, Wrong},
        page::Page,
        see_other,
    },
};

#[derive(Template)]
#[template(path = "invitations/reminder.html")]
struct ReminderPage<'a> {
    page: &'a Page,
    invitation: &'a Invitation,
    rendered: &'a Rendered,
}

/// The reminder of the last sending as it would go out; before the first sending, of one that could be.
async fn rendered(proof: &May<ForwardRight>, app: &App, db: &Db, id: Id<InvitationId>) -> Result<(Invitation, Rendered), Problem> {
    let view = db.view().await?;
    let org = proof.organization();
    let (found, handed, catalogue) =
        futures_util::try_join!(store::find(view.pg(), id), store::is_handed(view.pg(), id, org), services::list(view.pg()))?;
    let invitation = found.filter(|found| handed || Id::from(found.inviter) == org).ok_or(Problem::NotFound)?;
    let recipient = invitation.recipient.clone().ok_or(Problem::NotFound)?;
    let (provider, sending) =
        futures_util::try_join!(store::find_sender(view.pg(), invitation.inviter), store::find_sending(view.pg(), &invitation))?;
    let provider = provider.ok_or(Problem::NotFound)?;
    let sending = sending.unwrap_or_else(|| Sending {
        forward: Id::new(),
        forwarder: org,
        email: recipient.email,
        name: recipient.name,
        sent_at: view.now(),
    });
    let own = Id::from(invitation.inviter) == sending.forwarder;
    let forwarder = if own { None } else { store::find_sender(view.pg(), sending.forwarder).await? };
    let letter = reminder_letter(&invitation, &provider, &sending, forwarder.as_ref());
    let head = Letterhead { keys: &app.keys, public_url: &app.public_url, services: &catalogue };
    let rendered = notices::render(&letter, invitation.language, &head);
    Ok((invitation, rendered))
}

/// `GET /invitations/{id}/reminders`: what a reminder says, byte for byte.
///
/// # Errors
/// 404 for an invitation that the organization has not got, or a standing one.
pub async fn reminder(page: Page, proof: May<ForwardRight>, app: Data<App>, db: Db, id: Path<Id<InvitationId>>) -> Answer {
    let (invitation, rendered) = rendered(&proof, &app, &db, *id).await?;
    page.show(ReminderPage { page: &page, invitation: &invitation, rendered: &rendered })
}

/// `GET /invitations/{id}/reminders/html`: its HTML part.
///
/// # Errors
/// As [`reminder`].
pub async fn reminder_html(proof: May<ForwardRight>, app: Data<App>, db: Db, id: Path<Id<InvitationId>>) -> Answer {
    Ok(document(rendered(&proof, &app, &db, *id).await?.1))
}

/// Whether reminders are wanted: `on` or `off`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SwitchForm {
    #[serde(default)]
    reminders: String,
}

/// `POST /invitations/{id}/reminders`: switches them on or off.
///
/// # Errors
/// 404 for another's and for a standing one, 409 when it can be answered no more, 422 for another word.
pub async fn switch_reminders(proof: May<Invite>, db: Db, id: Path<Id<InvitationId>>, form: Form<SwitchForm>) -> Answer {
    let mut wrong = Wrong::default();
    let on = wrong.check("reminders", ["off", "on"].iter().position(|word| *word == form.reminders).ok_or(Refusal::Choice));
    let on = wrong.into_result(on).map_err(|_| Problem::Unprocessable)? == 1;
    actions::switch_reminders(&db, &proof, *id, on).await?;
    Ok(see_other(format!("/invitations/{id}?done={}#reminders", if on { "reminding" } else { "silent" })))
}

#[derive(Template)]
#[template(path = "invitations/stop_reminders.html")]
struct StopPage<'a> {
    page: &'a Page,
    reader: &'a Reader,
    address: String,
    action: String,
    done: bool,
}

/// What has just been done.
#[derive(Deserialize)]
pub struct Said {
    done: Option<String>,
}

/// The link of a path, if this portal signed it for this.
fn link(app: &App, token: &str) -> Result<Link, Problem> {
    Link::read(token, &app.keys).filter(|link| link.kind == links::Kind::Reminders).ok_or(Problem::NotFound)
}

/// `GET /reminders/{token}`: asks whether no more reminders are wanted. For whoever has the mail; changes nothing (D7).
///
/// # Errors
/// 404 for a link that leads nowhere.
pub async fn stop_page(page: Page, app: Data<App>, db: Db, token: Path<String>, said: Query<Said>) -> Answer {
    let reader = actions::find_reader(&db, link(&app, &token)?.id.into()).await?;
    let action = format!("{}{token}", links::Kind::Reminders.path());
    page.show(StopPage { page: &page, address: masked(&reader.email), done: said.done.is_some(), reader: &reader, action })
}

/// `POST /reminders/{token}`
///
/// # Errors
/// 404 for a link that leads nowhere.
pub async fn stop(app: Data<App>, db: Db, token: Path<String>, _: Form<Nothing>) -> Answer {
    actions::stop_reminders(&db, link(&app, &token)?.id.into()).await?;
    Ok(see_other(format!("{}{token}?done=yes", links::Kind::Reminders.path())))
}
