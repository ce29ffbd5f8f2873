//! "Report this invitation": the form for whoever has come to one, and what the operator decides.

mod decision;
mod reach;

pub use decision::*;

use actix_web::{
    HttpRequest,
    web::{Data, Path, Query},
};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::{About, Reason, Said, actions, store};
use crate::{
    access::{May, proofs::SeeConsents},
    app::App,
    consents::pages as consents,
    db::Db,
    ids::{Id, Invitation as InvitationId},
    invitations::{self, Invitation},
    problem::Problem,
    values::{Email, Note, Refusal},
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        guard,
        page::Page,
        see_other,
    },
};

/// What is typed to report an invitation.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportForm {
    #[serde(default)]
    attempt: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    words: String,
    #[serde(default)]
    contact: String,
}

/// Whether it is done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

#[derive(Template)]
#[template(path = "alarms/report.html")]
struct Report<'a> {
    page: &'a Page,
    /// Where the form goes, and where the invitation is.
    action: String,
    back: String,
    inviter: &'a str,
    form: &'a ReportForm,
    reasons: Vec<(&'static str, &'static str)>,
    errors: FieldErrors,
    done: bool,
}

fn show(page: &Page, back: &str, inviter: &str, form: &ReportForm, wrong: Option<Wrong>, done: bool) -> Answer {
    let template = Report {
        page,
        action: format!("{back}/alarm"),
        back: back.to_owned(),
        inviter,
        form,
        reasons: Reason::ALL.iter().map(|reason| (reason.key(), page.word("alarm-reason", reason))).collect(),
        errors: wrong.as_ref().map(|wrong| wrong.told(page)).unwrap_or_default(),
        done,
    };
    if wrong.is_some() { page.invalid(template) } else { page.show(template) }
}

fn empty() -> ReportForm {
    ReportForm { attempt: Uuid::new_v4().to_string(), ..ReportForm::default() }
}

impl ReportForm {
    fn parse(&self) -> Result<(Uuid, Said), Wrong> {
        let mut wrong = Wrong::default();
        let reason = wrong.check("reason", Reason::parse(&self.reason).ok_or(Refusal::Said("field-required-choice")));
        let words = wrong.check("words", Note::parse(&self.words));
        let contact = wrong.check("contact", Email::optional(&self.contact));
        let attempt = wrong.check("form", self.attempt.parse().map_err(|_| Refusal::Choice));
        let said = (|| Some((attempt?, Said { reason: reason?, words: words?, contact: contact? })))();
        wrong.into_result(said)
    }
}

/// The invitation of a link and its inviter's name; a link that leads nowhere is answered as everywhere.
async fn of_link(app: &App, db: &Db, request: &HttpRequest, token: &str) -> Result<(Invitation, Option<Uuid>, String), Problem> {
    let link = consents::link(app, request, token)?;
    let view = db.view().await?;
    let found = invitations::find(view.pg(), link.id.into()).await?.filter(|found| found.was_reached_by(&link));
    let invitation = found.ok_or_else(|| consents::stray(app, request))?;
    let inviter = store::find_name(view.pg(), invitation.inviter.into()).await?.ok_or(Problem::NotFound)?;
    Ok((invitation, link.via, inviter))
}

/// `GET /i/{token}/alarm`: the form, for anybody who has the link.
///
/// # Errors
/// 404 for a link that leads nowhere.
pub async fn link_page(page: Page, app: Data<App>, db: Db, token: Path<String>, done: Query<Done>, request: HttpRequest) -> Answer {
    let (_, _, inviter) = of_link(&app, &db, &request, &token).await?;
    show(&page, &format!("/i/{token}"), &inviter, &empty(), None, !done.done.is_empty())
}

/// `POST /i/{token}/alarm`
///
/// # Errors
/// 404 for a link that leads nowhere; 422 on the form; 429 after too many reports.
pub async fn report_link(page: Page, app: Data<App>, db: Db, token: Path<String>, request: HttpRequest, form: Form<ReportForm>) -> Answer {
    let (invitation, forward, inviter) = of_link(&app, &db, &request, &token).await?;
    let back = format!("/i/{token}");
    report(&page, &app, &db, &request, &form, invitation.id, forward, &back, &inviter).await
}

/// The invitation that the customer's people came to, and its inviter's name.
async fn of_received(db: &Db, id: Id<InvitationId>) -> Result<String, Problem> {
    let view = db.view().await?;
    let invitation = invitations::find(view.pg(), id).await?.ok_or(Problem::NotFound)?;
    store::find_name(view.pg(), invitation.inviter.into()).await?.ok_or(Problem::NotFound)
}

/// `GET /received/{invitation}/alarm`
///
/// # Errors
/// 404 when the organization's people never came to it.
pub async fn received_page(page: Page, _: May<SeeConsents>, db: Db, id: Path<Id<InvitationId>>, done: Query<Done>) -> Answer {
    let inviter = of_received(&db, *id).await?;
    show(&page, &format!("/received/{id}"), &inviter, &empty(), None, !done.done.is_empty())
}

/// `POST /received/{invitation}/alarm`
///
/// # Errors
/// 404 when the organization's people never came to it; 422 on the form; 429 after too many reports.
pub async fn report_received(
    page: Page,
    _: May<SeeConsents>,
    app: Data<App>,
    db: Db,
    id: Path<Id<InvitationId>>,
    request: HttpRequest,
    form: Form<ReportForm>,
) -> Answer {
    let inviter = of_received(&db, *id).await?;
    let back = format!("/received/{id}");
    report(&page, &app, &db, &request, &form, *id, None, &back, &inviter).await
}

#[allow(clippy::too_many_arguments)]
async fn report(
    page: &Page,
    app: &App,
    db: &Db,
    request: &HttpRequest,
    form: &ReportForm,
    invitation: Id<InvitationId>,
    forward: Option<Uuid>,
    back: &str,
    inviter: &str,
) -> Answer {
    match form.parse() {
        Ok((attempt, said)) => {
            let address = guard::address(app, request);
            actions::report(db, &About { invitation, forward, attempt, address: &address }, &said).await?;
            Ok(see_other(format!("{back}/alarm?done=yes")))
        }
        Err(wrong) => show(page, back, inviter, form, Some(wrong), false),
    }
}
