//! What the operator decides about a report, or about an invitation without any: what it does, whom it tells and with which words
//! first, then the reason, then the button.

use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use super::reach;
use crate::{
    access::{May, proofs::Operate},
    alarms::{Alarm, actions, store},
    app::App,
    db::{Db, Pg, Result},
    ids::{Alarm as AlarmId, Id, Invitation as InvitationId, Organization},
    invitations::{
        self, Invitation,
        actions::{agreed, stopping},
    },
    notices::{Letterhead, Rehearsal},
    problem::Problem,
    services,
    values::Note,
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        see_other,
    },
};

/// Customers that a rehearsal names; the rest are counted.
const NAMED: i64 = 20;

/// What is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Decision {
    /// The invitation is stopped.
    Stop,
    /// It is stopped already: a report that came in after that is only closed.
    Follow,
    /// It is let go again.
    Lift,
    /// The report is unfounded.
    Close,
    /// The report is looked at once more.
    Reopen,
}

impl Decision {
    fn title(self) -> &'static str {
        match self {
            Self::Stop => "alarms-stop-title",
            Self::Follow => "alarms-follow-title",
            Self::Lift => "alarms-lift-title",
            Self::Close => "alarms-close-title",
            Self::Reopen => "alarms-reopen-title",
        }
    }

    /// The field's label and its hint.
    fn reason(self) -> (&'static str, &'static str) {
        match self {
            Self::Stop => ("alarms-stop-reason", "alarms-stop-reason-hint"),
            Self::Lift => ("alarms-stop-reason", "alarms-lift-reason-hint"),
            Self::Follow => ("alarms-close-note", "alarms-follow-note-hint"),
            Self::Close => ("alarms-close-note", "alarms-close-note-hint"),
            Self::Reopen => ("alarms-close-note", "alarms-reopen-note-hint"),
        }
    }

    fn button(self) -> &'static str {
        match self {
            Self::Stop => "alarms-stop-do",
            Self::Lift => "alarms-lift-do",
            Self::Follow | Self::Close => "alarms-close-do",
            Self::Reopen => "alarms-reopen-do",
        }
    }

    /// What there is to say where nobody is told.
    fn text(self) -> &'static str {
        match self {
            Self::Follow => "alarms-follow-text",
            Self::Reopen => "alarms-reopen-text",
            Self::Stop | Self::Lift | Self::Close => "alarms-close-text",
        }
    }

    fn tone(self) -> &'static str {
        if self == Self::Stop { "danger" } else { "" }
    }
}

/// Why the operator decides as it does.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionForm {
    #[serde(default)]
    reason: String,
}

impl DecisionForm {
    fn parse(&self) -> std::result::Result<Note<1000>, Wrong> {
        let mut wrong = Wrong::default();
        let reason = wrong.check("reason", Note::parse(&self.reason));
        wrong.into_result(reason)
    }
}

#[derive(Template)]
#[template(path = "alarms/decision.html")]
struct DecisionPage<'a> {
    page: &'a Page,
    decision: Decision,
    /// What the invitation's people call it.
    label: &'a str,
    /// Where it was decided to decide.
    back: String,
    /// Whether that is the page of a report.
    of_report: bool,
    /// What it does and whom it tells, where it does and tells.
    rehearsal: Option<Rehearsal>,
    reason: &'a str,
    errors: FieldErrors,
}

impl DecisionPage<'_> {
    fn crumb(&self) -> String {
        if self.of_report { self.page.t1("alarms-about", "label", self.label) } else { self.label.to_owned() }
    }
}

/// What a stop, or its end, does: rendered by what does it.
async fn rehearse(page: &Page, app: &App, pg: &Pg, decision: Decision, invitation: &Invitation) -> Result<Rehearsal> {
    let partners = async {
        let told = stopping::told_of_stop(pg, invitation).await?;
        let ids: Vec<_> = told.iter().map(|(org, _)| *org).collect();
        Ok::<_, crate::db::Error>((store::list_names(pg, &ids).await?, told))
    };
    let ((mut names, told), (accepting, customers), catalogue) =
        futures_util::try_join!(partners, stopping::accepting(pg, invitation.id, NAMED), services::list(pg))?;
    let provider = names.get(&Id::<Organization>::from(invitation.inviter)).cloned().unwrap_or_default();
    let stops = decision == Decision::Stop;
    let (will, stays): (&[&str], &[&str]) = if stops {
        (
            &["alarms-stop-will-links", "alarms-stop-will-page", "alarms-stop-will-reports", "alarms-stop-will-customers"],
            &["alarms-stop-stays-accepted", "alarms-stop-stays-others", "alarms-stop-stays-lift"],
        )
    } else {
        (&["alarms-lift-will-links", "alarms-lift-will-partner"], &["alarms-lift-stays-over", "alarms-lift-stays-reports"])
    };
    let said = |keys: &[&str]| keys.iter().map(|key| page.t(key).to_owned()).collect();
    let more = usize::try_from(accepting).unwrap_or_default().saturating_sub(customers.len());
    let mut rehearsal = Rehearsal { will: said(will), stays: said(stays), more, ..Rehearsal::default() };
    for (org, people) in &told {
        rehearsal.tells(names.remove(org).unwrap_or_default(), people);
    }
    for (customer, people) in &customers {
        rehearsal.tells(customer.name.as_str(), people);
    }
    let head = Letterhead { keys: &app.keys, public_url: &app.public_url, services: &catalogue };
    let reason = page.t("alarms-reason-here");
    let letters = stopping::Letters { stops, invitation, provider: &provider, reason };
    rehearsal.sends(page.t("alarms-to-partners"), &letters.to_partner(), page.language(), &head);
    if let Some((customer, _)) = customers.as_slice().first() {
        rehearsal.sends(page.t("alarms-to-customers"), &letters.to_customer(&customer.reference), page.language(), &head);
    }
    Ok(rehearsal)
}

/// Where a decision is made: on the page of a report, or of the invitation itself.
#[derive(Clone, Copy)]
enum Place {
    Report(Id<AlarmId>),
    Invitation(Id<InvitationId>),
}

async fn show(page: &Page, app: &App, db: &Db, decision: Decision, place: Place, typed: Option<(&str, Wrong)>) -> Answer {
    let view = db.view().await?;
    let pg = view.pg();
    let (alarm, about, back) = match place {
        Place::Report(id) => {
            let alarm = store::find(pg, id).await?.ok_or(Problem::NotFound)?;
            let about = alarm.invitation;
            (Some(alarm), about, format!("/alarms/{id}"))
        }
        Place::Invitation(id) => (None, id, format!("/review/invitations/{id}")),
    };
    let invitation = match decision {
        Decision::Stop | Decision::Lift => Some(invitations::find(pg, about).await?.ok_or(Problem::NotFound)?),
        Decision::Follow | Decision::Close | Decision::Reopen => None,
    };
    let stopped = match (&invitation, &alarm) {
        (Some(invitation), _) => invitation.stopped.is_some(),
        (None, alarm) => alarm.as_ref().is_some_and(|alarm| alarm.stopped),
    };
    refuse(decision, alarm.as_ref(), stopped)?;
    let decision = if decision == Decision::Stop && stopped { Decision::Follow } else { decision };
    let rehearsal = match &invitation {
        Some(invitation) if decision != Decision::Follow => {
            let stops = decision == Decision::Stop;
            let found = agreed::find_reach(pg, invitation.id, stops);
            let (mut rehearsal, found) = futures_util::try_join!(rehearse(page, app, pg, decision, invitation), found)?;
            reach::add(page, app, pg, stops, invitation, &found, &mut rehearsal).await?;
            Some(rehearsal)
        }
        _ => None,
    };
    let (reason, wrong) = typed.map_or(("", None), |(reason, wrong)| (reason, Some(wrong)));
    let errors = wrong.as_ref().map(|wrong| wrong.told(page)).unwrap_or_default();
    let label = invitation.as_ref().map(|found| &found.label).or(alarm.as_ref().map(|alarm| &alarm.label)).map_or("", String::as_str);
    let template = DecisionPage { page, decision, label, back, of_report: alarm.is_some(), rehearsal, reason, errors };
    if wrong.is_some() { page.invalid(template) } else { page.show(template) }
}

/// A page on which nothing is left to be decided says so.
fn refuse(decision: Decision, alarm: Option<&Alarm>, stopped: bool) -> std::result::Result<(), Problem> {
    let open = alarm.is_none_or(|alarm| alarm.state.is_open());
    match decision {
        Decision::Close | Decision::Stop if !open => Err(Problem::Conflict("alarms-conflict-closed")),
        Decision::Stop if stopped && alarm.is_none() => Err(Problem::Conflict("alarms-conflict-stopped")),
        Decision::Lift if !stopped => Err(Problem::Conflict("alarms-conflict-not-stopped")),
        Decision::Reopen if open => Err(Problem::Conflict("alarms-conflict-open")),
        Decision::Reopen if stopped => Err(Problem::Conflict("alarms-conflict-stopped")),
        _ => Ok(()),
    }
}

/// `GET /alarms/{id}/stop`: what stopping means, before it is done.
///
/// # Errors
/// 404 when there is none, 409 when it is decided already.
pub async fn stop_page(page: Page, _: May<Operate>, app: Data<App>, db: Db, id: Path<Id<AlarmId>>) -> Answer {
    show(&page, &app, &db, Decision::Stop, Place::Report(*id), None).await
}

/// `POST /alarms/{id}/stop`
///
/// # Errors
/// 404 when there is none, 409 when it was found unfounded.
pub async fn stop(page: Page, may: May<Operate>, app: Data<App>, db: Db, id: Path<Id<AlarmId>>, form: Form<DecisionForm>) -> Answer {
    match form.parse() {
        Ok(reason) => {
            let told = actions::stop_reported(&db, &may, *id, &reason).await?;
            // Nobody is told twice, and nobody is told that they were.
            Ok(see_other(format!("/alarms/{id}{}", if told { "?done=stopped" } else { "" })))
        }
        Err(wrong) => show(&page, &app, &db, Decision::Stop, Place::Report(*id), Some((&form.reason, wrong))).await,
    }
}

/// `GET /alarms/{id}/closure`
///
/// # Errors
/// 404 when there is none, 409 when it is decided already.
pub async fn closure_page(page: Page, _: May<Operate>, app: Data<App>, db: Db, id: Path<Id<AlarmId>>) -> Answer {
    show(&page, &app, &db, Decision::Close, Place::Report(*id), None).await
}

/// `POST /alarms/{id}/closure`: nothing is wrong with the invitation.
///
/// # Errors
/// 404 when there is none, 409 when the invitation was stopped.
pub async fn close(page: Page, may: May<Operate>, app: Data<App>, db: Db, id: Path<Id<AlarmId>>, form: Form<DecisionForm>) -> Answer {
    match form.parse() {
        Ok(note) => {
            actions::close(&db, &may, *id, &note).await?;
            Ok(see_other(format!("/alarms/{id}?done=closed")))
        }
        Err(wrong) => show(&page, &app, &db, Decision::Close, Place::Report(*id), Some((&form.reason, wrong))).await,
    }
}

/// `GET /alarms/{id}/reopening`
///
/// # Errors
/// 404 when there is none, 409 when it is open, or its invitation is stopped.
pub async fn reopening_page(page: Page, _: May<Operate>, app: Data<App>, db: Db, id: Path<Id<AlarmId>>) -> Answer {
    show(&page, &app, &db, Decision::Reopen, Place::Report(*id), None).await
}

/// `POST /alarms/{id}/reopening`: the report waits for a decision once more.
///
/// # Errors
/// 404 when there is none, 409 when its invitation is stopped.
pub async fn reopen(page: Page, may: May<Operate>, app: Data<App>, db: Db, id: Path<Id<AlarmId>>, form: Form<DecisionForm>) -> Answer {
    match form.parse() {
        Ok(note) => {
            actions::reopen(&db, &may, *id, &note).await?;
            Ok(see_other(format!("/alarms/{id}?done=reopened")))
        }
        Err(wrong) => show(&page, &app, &db, Decision::Reopen, Place::Report(*id), Some((&form.reason, wrong))).await,
    }
}

/// `GET /review/invitations/{invitation}/stop`: the same without a report.
///
/// # Errors
/// 404 when there is none, 409 when it is stopped.
pub async fn stop_invitation_page(page: Page, _: May<Operate>, app: Data<App>, db: Db, id: Path<Id<InvitationId>>) -> Answer {
    show(&page, &app, &db, Decision::Stop, Place::Invitation(*id), None).await
}

/// `POST /review/invitations/{invitation}/stop`
///
/// # Errors
/// 404 when there is none.
pub async fn stop_invitation(
    page: Page,
    may: May<Operate>,
    app: Data<App>,
    db: Db,
    id: Path<Id<InvitationId>>,
    form: Form<DecisionForm>,
) -> Answer {
    match form.parse() {
        Ok(reason) => {
            actions::stop(&db, &may, *id, &reason).await?;
            Ok(see_other(format!("/review/invitations/{id}?done=stopped")))
        }
        Err(wrong) => show(&page, &app, &db, Decision::Stop, Place::Invitation(*id), Some((&form.reason, wrong))).await,
    }
}

/// `GET /review/invitations/{invitation}/lifting`
///
/// # Errors
/// 404 when there is none, 409 when it is not stopped.
pub async fn lifting_page(page: Page, _: May<Operate>, app: Data<App>, db: Db, id: Path<Id<InvitationId>>) -> Answer {
    show(&page, &app, &db, Decision::Lift, Place::Invitation(*id), None).await
}

/// `POST /review/invitations/{invitation}/lifting`: the stop is over.
///
/// # Errors
/// 404 when there is none.
pub async fn lift(page: Page, may: May<Operate>, app: Data<App>, db: Db, id: Path<Id<InvitationId>>, form: Form<DecisionForm>) -> Answer {
    match form.parse() {
        Ok(reason) => {
            actions::lift(&db, &may, *id, &reason).await?;
            Ok(see_other(format!("/review/invitations/{id}?done=lifted")))
        }
        Err(wrong) => show(&page, &app, &db, Decision::Lift, Place::Invitation(*id), Some((&form.reason, wrong))).await,
    }
}
