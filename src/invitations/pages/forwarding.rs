//! Passing on: by the portal's mail to one or many, or with the text to take along. The link is never part of a form (UX-05).

use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

use crate::{
    access::{May, proofs::Forward as ForwardRight},
    app::App,
    db::Db,
    ids::{Forward, Id, Invitation as InvitationId},
    invitations::{Addressee, Invitation, OwnNote, Passed, Passing, Standing, Way, actions, store},
    notices::{self, Letter, Letterhead, Rendered},
    partnerships,
    problem::Problem,
    services,
    values::Refusal,
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        see_other,
    },
};

/// How, to whom, with which own words.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassOnForm {
    /// Which revision the page was of; whoever does not say has seen none (D12).
    #[serde(default)]
    revision: Option<i32>,
    #[serde(default)]
    way: String,
    #[serde(default)]
    recipients: String,
    #[serde(default)]
    note: String,
}

#[derive(Template)]
#[template(path = "invitations/pass_on.html")]
struct PassOn<'a> {
    page: &'a Page,
    invitation: &'a Invitation,
    own: bool,
    to: String,
    form: &'a PassOnForm,
    errors: FieldErrors,
}

/// The invitation, if the organization has it and can pass it on now; D2.
async fn at_hand(db: &Db, proof: &May<ForwardRight>, id: Id<InvitationId>) -> Result<(Invitation, bool), Problem> {
    let view = db.view().await?;
    let org = proof.organization();
    let (found, handed, providers) = futures_util::try_join!(
        store::find(view.pg(), id),
        store::is_handed(view.pg(), id, org),
        partnerships::list_active_providers(view.pg(), org)
    )?;
    let invitation = found.ok_or(Problem::NotFound)?;
    let own = Id::from(invitation.inviter) == org;
    if !own && !handed {
        return Err(Problem::NotFound);
    }
    if !own && !providers.iter().any(|known| known.id == invitation.inviter) {
        return Err(Problem::Conflict("invitations-conflict-partnership"));
    }
    if invitation.standing(view.now()) != Standing::Open {
        return Err(Problem::Conflict("invitations-conflict-not-open"));
    }
    Ok((invitation, own))
}

fn show(page: &Page, status: StatusCode, invitation: &Invitation, own: bool, form: &PassOnForm, errors: FieldErrors) -> Answer {
    page.answer(status, PassOn { page, invitation, own, to: invitation.to(), form, errors })
}

/// The form again, with what was typed, when the invitation has been changed since it was opened.
fn show_revised(page: &Page, invitation: &Invitation, own: bool, form: &PassOnForm) -> Answer {
    let wrong = Wrong::of("way", Refusal::Said(actions::REVISED));
    show(page, StatusCode::CONFLICT, invitation, own, form, wrong.told(page))
}

/// `GET /invitations/{id}/forwards/new`
///
/// # Errors
/// 404 when the organization has not got it, 409 when it cannot be passed on now.
pub async fn pass_on_page(page: Page, proof: May<ForwardRight>, db: Db, id: Path<Id<InvitationId>>) -> Answer {
    let (invitation, own) = at_hand(&db, &proof, *id).await?;
    let form = PassOnForm { way: Way::Mail.key().to_owned(), ..PassOnForm::default() };
    show(&page, StatusCode::OK, &invitation, own, &form, FieldErrors::default())
}

fn parse(form: &PassOnForm, addressed: bool) -> Result<(Passing, Option<OwnNote>), Wrong> {
    let mut wrong = Wrong::default();
    let way = wrong.check("way", Way::parse(&form.way).ok_or(Refusal::Said("field-required-choice")));
    let note = wrong.check("note", OwnNote::optional(&form.note));
    let passing = match way {
        Some(Way::Mail) if addressed => Some(Passing::Mail(Vec::new())),
        Some(Way::Mail) => match Addressee::parse_lines(&form.recipients) {
            Ok(recipients) => Some(Passing::Mail(recipients)),
            Err(refusals) => {
                refusals.into_iter().for_each(|refusal| wrong.note("recipients", refusal));
                None
            }
        },
        Some(way) if addressed || form.recipients.trim().is_empty() => Some(Passing::Oneself { way, addressee: None }),
        Some(way) => {
            let one = Addressee::parse(&form.recipients).map_err(|_| Refusal::Said("invitations-recipient-one"));
            wrong.check("recipients", one).map(|to| Passing::Oneself { way, addressee: Some(to) })
        }
        None => None,
    };
    let command = (|| Some((passing?, note?)))();
    wrong.into_result(command)
}

/// `POST /invitations/{id}/forwards/new`: writes the ledger and sends, or leads to the text to take along.
///
/// # Errors
/// 404 when the organization has not got it, 409 when it cannot be passed on now; on the form 409 when it has been changed since the
/// form was opened, and 429 beyond the day's limits.
pub async fn pass_on(page: Page, proof: May<ForwardRight>, db: Db, id: Path<Id<InvitationId>>, form: Form<PassOnForm>) -> Answer {
    let (invitation, own) = at_hand(&db, &proof, *id).await?;
    // Before anything else: a page that is shown again for another reason would be of the new revision, unnoticed.
    if form.revision.is_some_and(|seen| seen != invitation.revision) {
        return show_revised(&page, &invitation, own, &form);
    }
    let (passing, note) = match parse(&form, invitation.recipient.is_some()) {
        Ok(command) => command,
        Err(wrong) => return show(&page, StatusCode::UNPROCESSABLE_ENTITY, &invitation, own, &form, wrong.told(&page)),
    };
    let forwards = match actions::pass_on(&db, &proof, *id, form.revision, &passing, note.as_ref()).await {
        Err(Problem::Conflict(actions::REVISED)) => return show_revised(&page, &invitation, own, &form),
        Err(Problem::TooMany) => {
            let wrong = Wrong::of("recipients", Refusal::Said("invitations-too-many-mails"));
            return show(&page, StatusCode::TOO_MANY_REQUESTS, &invitation, own, &form, wrong.told(&page));
        }
        forwards => forwards?,
    };
    match (passing, forwards.first()) {
        (Passing::Oneself { .. }, Some(forward)) => Ok(see_other(invitation.path(&format!("forwards/{forward}")))),
        _ => Ok(see_other(format!("{}?done=sent", invitation.path("")))),
    }
}

#[derive(Template)]
#[template(path = "invitations/take_along.html")]
struct TakeAlong<'a> {
    page: &'a Page,
    invitation: &'a Invitation,
    forward: &'a Passed,
    link: String,
    rendered: Rendered,
}

/// `GET /invitations/{id}/forwards/{forward}`: the text with its link, to be sent by oneself. For the organization that
/// passed it on alone: nobody else needs the link (AB-13).
///
/// # Errors
/// 404 for another organization's forward, and while the invitation cannot be answered.
pub async fn take_along(
    page: Page,
    proof: May<ForwardRight>,
    app: Data<App>,
    db: Db,
    path: Path<(Id<InvitationId>, Id<Forward>)>,
) -> Answer {
    let (id, forward) = path.into_inner();
    let view = db.view().await?;
    let (found, passed, catalogue, provider, me, hands) = futures_util::try_join!(
        store::find(view.pg(), id),
        store::find_forward(view.pg(), id, forward),
        services::list(view.pg()),
        store::find_inviter(view.pg(), id),
        store::find_sender(view.pg(), proof.organization()),
        actions::find_hands(view.pg(), id, proof.organization())
    )?;
    let invitation = found.ok_or(Problem::NotFound)?;
    let passed = passed.filter(|passed| passed.forwarder == proof.organization()).ok_or(Problem::NotFound)?;
    let own = Id::from(invitation.inviter) == proof.organization();
    if !own {
        hands.check()?;
    }
    if invitation.standing(view.now()) != Standing::Open {
        return Err(Problem::Conflict("invitations-conflict-not-open"));
    }
    let (provider, me) = provider.zip(me).ok_or(Problem::NotFound)?;
    let forwarder = (!own).then_some(me);
    let note = passed.note.as_deref().and_then(|note| OwnNote::parse(note).ok());
    let letter = Letter::Invitation(Box::new(invitation.offer(&provider, Some(forward), forwarder.as_ref(), note.as_ref())));
    let head = Letterhead { keys: &app.keys, public_url: &app.public_url, services: &catalogue };
    let rendered = notices::render(&letter, invitation.language, &head);
    let link = invitation.url(Some(forward), &app.keys, &app.public_url);
    page.show(TakeAlong { page: &page, invitation: &invitation, forward: &passed, link, rendered })
}
