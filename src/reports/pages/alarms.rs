//! The operator's list of reported invitations, and a report with everything that came of its invitation. Nothing changes here.

use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::review::{Grant, tone};
use crate::{
    access::{May, Right, proofs::Review},
    alarms::{self, Alarm, State},
    audit::trail::{self, Entry},
    db::{Cursor, Db},
    ids::{Alarm as AlarmId, Id},
    invitations::{self, Invitation},
    problem::Problem,
    reports::{
        ForwardLine, HandoutLine, Through,
        store::{review as store, through},
    },
    services,
    web::{
        Answer,
        page::Page,
        query::{Beside, address},
    },
};

/// The query of the list, and of one report.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct AlarmsQuery {
    state: String,
    done: String,
    page: String,
    /// Where the lists of one report are read from.
    accepted: String,
    forwards: String,
    handouts: String,
    others: String,
}

impl AlarmsQuery {
    fn lists(&self) -> [(&str, &str); 4] {
        [("accepted", &self.accepted), ("forwards", &self.forwards), ("handouts", &self.handouts), ("others", &self.others)]
    }
}

#[derive(Template)]
#[template(path = "review/alarms.html")]
struct Alarms<'a> {
    page: &'a Page,
    state: &'a str,
    states: Vec<(&'static str, &'static str)>,
    rows: Vec<Alarm>,
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

/// `GET /alarms`
///
/// # Errors
/// 403 for anybody but the operator's people.
pub async fn list(page: Page, _reviewer: May<Review>, db: Db, query: Query<AlarmsQuery>) -> Answer {
    let view = db.view().await?;
    let (state, cursor) = (State::parse(&query.state), Cursor::parse(&query.page));
    let found = alarms::list(view.pg(), state, None, cursor.as_ref()).await?;
    let word = state.map_or("", State::key);
    let href = |cursor: String| address("/alarms", &[("state", word), ("page", &cursor)]);
    page.show(Alarms {
        page: &page,
        state: word,
        states: State::ALL.iter().map(|state| (state.key(), page.word("alarm-state", state))).collect(),
        rows: found.rows,
        first: cursor.is_some().then(|| address("/alarms", &[("state", word)])),
        previous: found.previous.map(href),
        next: found.next.map(href),
    })
}

#[derive(Template)]
#[template(path = "review/alarm.html")]
struct Detail<'a> {
    page: &'a Page,
    alarm: Alarm,
    /// Other reports of the same invitation.
    others: Vec<Alarm>,
    others_beside: Beside,
    invitation: Invitation,
    state: &'static str,
    tone: &'static str,
    handouts: Vec<HandoutLine>,
    handouts_beside: Beside,
    forwards: Vec<ForwardLine>,
    forwards_beside: Beside,
    accepted: Vec<Through>,
    accepted_beside: Beside,
    /// What was granted with the acceptances of this page.
    grants: Vec<Grant>,
    history: Vec<Entry>,
    done: Option<&'static str>,
}

impl Detail<'_> {
    fn at(&self, below: &str) -> String {
        format!("/alarms/{}/{below}", self.alarm.id)
    }

    /// Nothing is left to decide about what is stopped.
    fn may_reopen(&self) -> bool {
        !self.alarm.state.is_open() && self.invitation.stopped.is_none() && self.page.may(Right::Operate)
    }

    fn may_decide(&self) -> bool {
        self.alarm.state.is_open() && self.page.may(Right::Operate)
    }
}

/// `GET /alarms/{id}`: the report, its invitation, who passed it on to whom, and everything accepted through it.
///
/// # Errors
/// 404 when there is none.
pub async fn detail(page: Page, _reviewer: May<Review>, db: Db, id: Path<Id<AlarmId>>, query: Query<AlarmsQuery>) -> Answer {
    let view = db.view().await?;
    let pg = view.pg();
    let alarm = alarms::find(pg, *id).await?.ok_or(Problem::NotFound)?;
    let about = alarm.invitation;
    let (accepted_at, forwards_at) = (Cursor::parse(&query.accepted), Cursor::parse(&query.forwards));
    let (handouts_at, others_at) = (Cursor::parse(&query.handouts), Cursor::parse(&query.others));
    let (found, others, handouts, forwards, accepted, history, catalogue) = futures_util::try_join!(
        invitations::find(pg, about),
        alarms::list(pg, None, Some(about), others_at.as_ref()),
        through::list_handouts(pg, about, handouts_at.as_ref()),
        through::list_forwards(pg, about, forwards_at.as_ref()),
        through::list_accepted(pg, about, accepted_at.as_ref()),
        trail::of_invitation(pg, &page, about),
        services::list(pg),
    )?;
    let invitation = found.ok_or(Problem::NotFound)?;
    let ids: Vec<_> = accepted.rows.iter().map(|line| line.id).collect();
    let grants = store::list_delegations_by(pg, &ids).await?;
    let (path, lists) = (format!("/alarms/{id}"), query.lists());
    let word = invitation.state_word(view.now());
    let done = match query.done.as_str() {
        "stopped" => Some(page.t("alarms-done-stopped")),
        "closed" => Some(page.t("alarms-done-closed")),
        "reopened" => Some(page.t("alarms-done-reopened")),
        _ => None,
    };
    page.show(Detail {
        page: &page,
        others_beside: Beside::of(&path, &lists, "others", &others),
        others: others.rows.into_iter().filter(|other| other.id != alarm.id).collect(),
        alarm,
        state: page.word("invitation-state", word),
        tone: tone(word),
        handouts_beside: Beside::of(&path, &lists, "handouts", &handouts),
        handouts: handouts.rows,
        forwards_beside: Beside::of(&path, &lists, "forwards", &forwards),
        forwards: forwards.rows.into_iter().map(|(_, line)| line).collect(),
        accepted_beside: Beside::of(&path, &lists, "accepted", &accepted),
        accepted: accepted.rows,
        grants: grants.into_iter().map(|line| Grant::of(&page, &catalogue, line, view.now())).collect(),
        history,
        done,
        invitation,
    })
}
