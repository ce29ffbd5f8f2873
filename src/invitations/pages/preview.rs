//! The mail as a customer will get it, without anything happening (UX-04).

use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};
use askama::Template;

use super::desk::Desk;
use crate::{
    access::{
        May,
        proofs::{Forward as ForwardRight, Invite},
    },
    app::App,
    db::Db,
    ids::{Id, Invitation as InvitationId},
    invitations::{Invitation, actions, store},
    notices::{self, Letter, Letterhead, Rendered},
    problem::Problem,
    services,
    web::{Answer, page::Page},
};

/// The HTML part of a mail, as a document of its own in which nothing runs and nothing is fetched.
pub(super) fn document(rendered: Rendered) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox allow-popups",
        ))
        .body(rendered.html)
}

/// `GET /invitations/drafts/{id}/mail`: the HTML part of a draft's mail.
///
/// # Errors
/// 404 when it is not the person's draft, or not yet complete.
pub async fn draft_mail_html(page: Page, proof: May<Invite>, app: Data<App>, db: Db, id: Path<Id<InvitationId>>) -> Answer {
    let view = db.view().await?;
    let desk = Desk::open(&view, &proof, *id, "").await?.ok_or(Problem::NotFound)?;
    desk.rendered(&page, &app, &proof).map(document).ok_or(Problem::NotFound)
}

/// An invitation that the organization may pass on, with its mail as the organization would send it. In a reseller's the
/// link leads nowhere: each forward has its own, and what is not in the ledger must not be passed on (D2).
struct Shown {
    invitation: Invitation,
    own: bool,
    rendered: Rendered,
}

async fn shown(proof: &May<ForwardRight>, app: &App, db: &Db, id: Id<InvitationId>) -> Result<Shown, Problem> {
    let view = db.view().await?;
    let (invitation, catalogue, provider, me, hands) = futures_util::try_join!(
        store::find(view.pg(), id),
        services::list(view.pg()),
        store::find_inviter(view.pg(), id),
        store::find_sender(view.pg(), proof.organization()),
        actions::find_hands(view.pg(), id, proof.organization())
    )?;
    let invitation = invitation.ok_or(Problem::NotFound)?;
    let (provider, me) = provider.zip(me).ok_or(Problem::NotFound)?;
    let own = Id::from(invitation.inviter) == proof.organization();
    let forwarder = (!own).then_some(me);
    let mut offer = invitation.offer(&provider, None, forwarder.as_ref(), None);
    if !own {
        hands.check()?;
        offer.generation = 0;
    }
    let letter = Letter::Invitation(Box::new(offer));
    let head = Letterhead { keys: &app.keys, public_url: &app.public_url, services: &catalogue };
    let rendered = notices::render(&letter, invitation.language, &head);
    Ok(Shown { invitation, own, rendered })
}

#[derive(Template)]
#[template(path = "invitations/mail.html")]
struct Mail<'a> {
    page: &'a Page,
    invitation: &'a Invitation,
    own: bool,
    rendered: &'a Rendered,
}

/// `GET /invitations/{id}/mail`: subject and text of the mail, byte for byte.
///
/// # Errors
/// 404 for an invitation that the organization has not got, 409 for one that it may not pass on now.
pub async fn mail(page: Page, proof: May<ForwardRight>, app: Data<App>, db: Db, id: Path<Id<InvitationId>>) -> Answer {
    let shown = shown(&proof, &app, &db, *id).await?;
    page.show(Mail { page: &page, invitation: &shown.invitation, own: shown.own, rendered: &shown.rendered })
}

/// `GET /invitations/{id}/mail/html`: its HTML part.
///
/// # Errors
/// 404 for an invitation that the organization has not got, 409 for one that it may not pass on now.
pub async fn mail_html(proof: May<ForwardRight>, app: Data<App>, db: Db, id: Path<Id<InvitationId>>) -> Answer {
    Ok(document(shown(&proof, &app, &db, *id).await?.rendered))
}
