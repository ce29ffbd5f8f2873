//! A mail that came back: why, and where it should have gone (UX-44).

use actix_web::{http::StatusCode, web::Path};
use askama::Template;
use serde::Deserialize;

use crate::{
    access::{May, proofs::Forward as ForwardRight},
    db::Db,
    ids::{Forward, Id, Invitation as InvitationId},
    invitations::{
        Addressee, Bounce, Invitation, Passed, Standing,
        actions::{self, Correction, find_bounced},
        store,
    },
    notices::Hindrance,
    problem::Problem,
    values::{Domain, Email, Name, Refusal},
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        see_other,
    },
};

impl Bounce {
    /// The key of the words that say why.
    pub fn reason_key(&self) -> &'static str {
        match self.trouble.hindrance {
            Hindrance::Refused | Hindrance::Returned => "corrections-reason-refused",
            Hindrance::Postponed => "corrections-reason-postponed",
            _ => "corrections-reason-other",
        }
    }
}

/// The right recipient.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectionForm {
    email: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    domain: String,
}

#[derive(Template)]
#[template(path = "invitations/correction.html")]
struct CorrectionPage<'a> {
    page: &'a Page,
    invitation: &'a Invitation,
    passed: &'a Passed,
    reason: &'static str,
    form: &'a CorrectionForm,
    errors: FieldErrors,
}

impl CorrectionPage<'_> {
    fn action(&self) -> String {
        self.invitation.path(&format!("forwards/{}/correction", self.passed.id))
    }

    fn said(&self) -> &str {
        self.passed.bounce.as_ref().map_or("", |bounce| bounce.trouble.said.as_str())
    }
}

/// A mail of an addressed invitation that a reseller passed on: only the inviter says whom it is meant for.
#[derive(Template)]
#[template(path = "invitations/correction_asked.html")]
struct AskedPage<'a> {
    page: &'a Page,
    invitation: &'a Invitation,
    passed: &'a Passed,
    reason: &'static str,
    provider: &'a str,
    contact: Option<String>,
}

/// The invitation and the sending that came back, if it is the organization's to have corrected now; and whether by itself.
async fn at_hand(db: &Db, proof: &May<ForwardRight>, path: (Id<InvitationId>, Id<Forward>)) -> Result<(Invitation, Passed, bool), Problem> {
    let (id, forward) = path;
    let view = db.view().await?;
    let org = proof.organization();
    let (found, handed, passed) = futures_util::try_join!(
        store::find(view.pg(), id),
        store::is_handed(view.pg(), id, org),
        store::find_forward(view.pg(), id, forward)
    )?;
    let own = |found: &Invitation| Id::from(found.inviter) == org;
    let invitation = found.filter(|found| handed || own(found)).ok_or(Problem::NotFound)?;
    let passed = find_bounced(passed, &invitation, proof)?;
    let by_itself = own(&invitation) || invitation.recipient.is_none();
    if invitation.standing(view.now()) != Standing::Open {
        return Err(Problem::Conflict("invitations-conflict-not-open"));
    }
    Ok((invitation, passed, by_itself))
}

async fn show_whom_to_ask(page: &Page, db: &Db, invitation: &Invitation, passed: &Passed) -> Answer {
    let view = db.view().await?;
    let (provider, contact) =
        futures_util::try_join!(store::find_inviter(view.pg(), invitation.id), store::find_contact(view.pg(), invitation.inviter))?;
    let provider = provider.ok_or(Problem::NotFound)?.name;
    page.show(AskedPage { page, invitation, passed, reason: reason(page, passed), provider: &provider, contact })
}

fn reason(page: &Page, passed: &Passed) -> &'static str {
    page.t(passed.bounce.as_ref().map_or("corrections-reason-other", Bounce::reason_key))
}

fn show(page: &Page, status: StatusCode, invitation: &Invitation, passed: &Passed, form: &CorrectionForm, errors: FieldErrors) -> Answer {
    page.answer(status, CorrectionPage { page, invitation, passed, reason: reason(page, passed), form, errors })
}

/// `GET /invitations/{id}/forwards/{forward}/correction`: the form, or whom to ask to correct it.
///
/// # Errors
/// 404 when it is not the organization's to correct; 409 when the mail did not come back, or the invitation is not open.
pub async fn correction_page(page: Page, proof: May<ForwardRight>, db: Db, path: Path<(Id<InvitationId>, Id<Forward>)>) -> Answer {
    let (invitation, passed, by_itself) = at_hand(&db, &proof, path.into_inner()).await?;
    if !by_itself {
        return show_whom_to_ask(&page, &db, &invitation, &passed).await;
    }
    let domain = invitation.recipient.as_ref().and_then(|to| to.domain.clone());
    let form = CorrectionForm {
        email: passed.email.clone().unwrap_or_default(),
        name: passed.name.clone().unwrap_or_default(),
        domain: domain.unwrap_or_default(),
    };
    show(&page, StatusCode::OK, &invitation, &passed, &form, FieldErrors::default())
}

/// `POST /invitations/{id}/forwards/{forward}/correction`: sends it to the corrected address.
///
/// # Errors
/// As [`correction_page`]; 403 where only the inviter may; 429 on the form beyond the day's limits.
pub async fn correct(
    page: Page,
    proof: May<ForwardRight>,
    db: Db,
    path: Path<(Id<InvitationId>, Id<Forward>)>,
    form: Form<CorrectionForm>,
) -> Answer {
    let (id, forward) = path.into_inner();
    let (invitation, passed, by_itself) = at_hand(&db, &proof, (id, forward)).await?;
    if !by_itself {
        return Err(Problem::Forbidden);
    }
    let mut wrong = Wrong::default();
    let email = wrong.check("email", Email::parse(&form.email));
    let name = wrong.check("name", Name::optional(&form.name));
    let domain = wrong.check("domain", Domain::optional(&form.domain));
    let correction = (|| Some(Correction { addressee: Addressee { email: email?, name: name? }, domain: domain? }))();
    let correction = match wrong.into_result(correction) {
        Ok(correction) => correction,
        Err(wrong) => return show(&page, StatusCode::UNPROCESSABLE_ENTITY, &invitation, &passed, &form, wrong.told(&page)),
    };
    match actions::correct(&db, &proof, id, forward, &correction).await {
        Err(Problem::TooMany) => {
            let wrong = Wrong::of("email", Refusal::Said("invitations-too-many-mails"));
            show(&page, StatusCode::TOO_MANY_REQUESTS, &invitation, &passed, &form, wrong.told(&page))
        }
        done => {
            done?;
            Ok(see_other(format!("/invitations/{id}?done=corrected")))
        }
    }
}
