//! The operator's review: all relationships, delegations and invitations; search, filters, detail, history. Nothing changes here.

use actix_web::web::{Path, Query};
use askama::Template;
use chrono::TimeDelta;
use serde::Deserialize;

use crate::{
    access::{May, proofs::Review},
    audit::trail::{self, Entry},
    db::{Cursor, Db, Keyset, Timestamp},
    ids::{Delegation, Id, Invitation as InvitationId, Relationship},
    invitations::{self, Invitation},
    problem::Problem,
    reports::{
        AnswerLine, DelegationLine, ForwardLine, HandoutLine, InvitationLine, Party, RelationshipLine,
        store::{
            review::{self as store, DelegationFilter, InvitationFilter, Origin, RelationshipFilter},
            through,
        },
    },
    services::{self, Purpose, Scope, Service},
    values::Refusal,
    web::{
        Answer,
        form::{FieldErrors, Wrong},
        page::Page,
        query::{Beside, address, day},
    },
};

/// The filters of the three lists, as they stand in their addresses. Each list uses those that it has.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReviewQuery {
    pub(super) q: String,
    pub(super) state: String,
    pub(super) kind: String,
    pub(super) service: String,
    pub(super) purpose: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) page: String,
}

/// What was asked for, once it has been understood.
pub(super) struct Asked {
    text: String,
    from: Option<Timestamp>,
    before: Option<Timestamp>,
}

impl Asked {
    pub(super) fn relationships(self, query: &ReviewQuery) -> RelationshipFilter {
        RelationshipFilter {
            text: self.text,
            state: query.state.clone(),
            service: query.service.clone(),
            from: self.from,
            before: self.before,
        }
    }

    pub(super) fn delegations(self, query: &ReviewQuery) -> DelegationFilter {
        DelegationFilter {
            text: self.text,
            state: query.state.clone(),
            service: query.service.clone(),
            purpose: query.purpose.clone(),
            from: self.from,
            before: self.before,
        }
    }

    pub(super) fn invitations(self, query: &ReviewQuery) -> InvitationFilter {
        InvitationFilter {
            text: self.text,
            kind: query.kind.clone(),
            state: query.state.clone(),
            service: query.service.clone(),
            from: self.from,
            before: self.before,
        }
    }
}

impl ReviewQuery {
    /// The filters as they stand in the address.
    pub(super) fn pairs(&self) -> [(&str, &str); 7] {
        [
            ("q", &self.q),
            ("state", &self.state),
            ("kind", &self.kind),
            ("service", &self.service),
            ("purpose", &self.purpose),
            ("from", &self.from),
            ("to", &self.to),
        ]
    }

    pub(super) fn at(&self, path: &str, page: Option<&str>) -> String {
        let mut pairs = self.pairs().to_vec();
        pairs.push(("page", page.unwrap_or_default()));
        address(path, &pairs)
    }

    fn is_empty(&self) -> bool {
        self.pairs().iter().all(|(_, text)| text.is_empty())
    }

    pub(super) fn parse(&self, page: &Page, states: &[&str]) -> Result<Asked, Wrong> {
        let mut wrong = Wrong::default();
        let mut date = |field, text: &str| match (text.trim().is_empty(), day(text, page.zone())) {
            (true, _) => None,
            (false, Some(at)) => Some(at),
            (false, None) => {
                wrong.note(field, Refusal::Date);
                None
            }
        };
        let from = date("from", &self.from);
        // The day that was typed is still within.
        let before = date("to", &self.to).map(|to| to + TimeDelta::days(1));
        let unknown = |word: &str, words: &[&str]| !word.is_empty() && !words.contains(&word);
        if unknown(&self.state, states) {
            wrong.note("state", Refusal::Choice);
        }
        if unknown(&self.kind, &["standing", "addressed"]) {
            wrong.note("kind", Refusal::Choice);
        }
        if !self.purpose.is_empty() && Purpose::parse(&self.purpose).is_none() {
            wrong.note("purpose", Refusal::Choice);
        }
        wrong.into_result(Some(Asked { text: self.q.trim().to_owned(), from, before }))
    }
}

/// What the three lists have in common: their filters, and the ways to the pages beside.
struct Frame<'a> {
    page: &'a Page,
    query: &'a ReviewQuery,
    errors: FieldErrors,
    states: Vec<(&'static str, &'static str)>,
    services: Vec<(String, String)>,
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

impl<'a> Frame<'a> {
    fn new(page: &'a Page, query: &'a ReviewQuery, family: &str, states: &[&'static str]) -> Self {
        let states = states.iter().map(|state| (*state, page.word(family, state))).collect();
        Self { page, query, errors: FieldErrors::default(), states, services: vec![], first: None, previous: None, next: None }
    }

    /// The same with the pages beside; hands out the rows.
    fn with<T>(mut self, path: &str, catalogue: &[Service], found: Keyset<T>) -> (Self, Vec<T>) {
        let lang = self.page.language();
        self.services = catalogue.iter().map(|service| (service.code.clone(), service.name(lang).to_owned())).collect();
        self.first = found.previous.as_ref().map(|_| self.query.at(path, None));
        self.previous = found.previous.map(|cursor| self.query.at(path, Some(&cursor)));
        self.next = found.next.map(|cursor| self.query.at(path, Some(&cursor)));
        (self, found.rows)
    }
}

/// Service and purpose in the reader's words.
pub(super) fn scope(page: &Page, catalogue: &[Service], scope: &Scope) -> String {
    let service = catalogue.iter().find(|service| service.code == scope.service);
    let service = service.map_or(scope.service.as_str(), |service| service.name(page.language()));
    page.t2("reports-scope", "service", service, "purpose", page.word("purpose", scope.purpose))
}

/// How a state is meant.
pub(super) fn tone(state: &str) -> &'static str {
    match state {
        "active" | "open" | "accepted" | "sent" => "ok",
        "awaiting-partner" | "paused" | "queued" => "wait",
        "declined" | "revoked" | "refused" | "removed" | "dead" => "stop",
        _ => "quiet",
    }
}

/// A delegation as a row.
pub(super) struct Grant {
    pub(super) line: DelegationLine,
    pub(super) scope: String,
    pub(super) state: String,
    pub(super) tone: &'static str,
}

impl Grant {
    pub(super) fn of(page: &Page, catalogue: &[Service], line: DelegationLine, now: Timestamp) -> Self {
        let word = line.state_word(now).to_owned();
        Self { scope: scope(page, catalogue, &line.scope), state: page.word("delegation-state", &word).to_owned(), tone: tone(&word), line }
    }
}

pub(super) const RELATIONSHIPS: &str = "/review/relationships";
pub(super) const DELEGATIONS: &str = "/review/delegations";
pub(super) const INVITATIONS: &str = "/review/invitations";

/// The states by which each list is filtered.
pub(super) const RELATIONSHIP_STATES: [&str; 2] = ["active", "ended"];
pub(super) const DELEGATION_STATES: [&str; 9] =
    ["active", "awaiting-partner", "ended", "expired", "removed", "given-up", "replaced", "relationship-ended", "refused"];
pub(super) const INVITATION_STATES: [&str; 6] = ["open", "paused", "revoked", "expired", "accepted", "declined"];

#[derive(Template)]
#[template(path = "review/relationships.html")]
struct Relationships<'a> {
    page: &'a Page,
    frame: Frame<'a>,
    lines: Vec<RelationshipLine>,
}

/// `GET /review/relationships`
///
/// # Errors
/// 403 for anybody but the operator's people.
pub async fn relationships(page: Page, _reviewer: May<Review>, db: Db, query: Query<ReviewQuery>) -> Answer {
    let states = RELATIONSHIP_STATES;
    let mut frame = Frame::new(&page, &query, "relationship-state", &states);
    let asked = match query.parse(&page, &states) {
        Ok(asked) => asked,
        Err(wrong) => {
            frame.errors = wrong.told(&page);
            return page.invalid(Relationships { page: &page, frame, lines: vec![] });
        }
    };
    let filter = asked.relationships(&query);
    let view = db.view().await?;
    let cursor = Cursor::parse(&query.page);
    let (found, catalogue) =
        futures_util::try_join!(store::list_relationships(view.pg(), &filter, cursor.as_ref(), view.now()), services::list(view.pg()))?;
    let (frame, lines) = frame.with(RELATIONSHIPS, &catalogue, found);
    page.show(Relationships { page: &page, frame, lines })
}

#[derive(Template)]
#[template(path = "review/relationship.html")]
struct RelationshipDetail<'a> {
    page: &'a Page,
    line: RelationshipLine,
    origins: Vec<Origin>,
    origins_beside: Beside,
    grants: Vec<Grant>,
    grants_beside: Beside,
    history: Vec<Entry>,
}

/// Where the lists of one relationship are read from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct RelationshipQuery {
    origins: String,
    delegations: String,
}

impl RelationshipQuery {
    fn lists(&self) -> [(&str, &str); 2] {
        [("origins", &self.origins), ("delegations", &self.delegations)]
    }
}

/// `GET /review/relationships/{relationship}`
///
/// # Errors
/// 404 when there is none.
pub async fn relationship(
    page: Page,
    _reviewer: May<Review>,
    db: Db,
    id: Path<Id<Relationship>>,
    query: Query<RelationshipQuery>,
) -> Answer {
    let view = db.view().await?;
    let (pg, id) = (view.pg(), *id);
    let (origins_from, delegations_from) = (Cursor::parse(&query.origins), Cursor::parse(&query.delegations));
    let (line, origins, grants, history, catalogue) = futures_util::try_join!(
        store::find_relationship(pg, id),
        store::list_origins(pg, id, origins_from.as_ref()),
        store::list_delegations_of(pg, id, delegations_from.as_ref()),
        trail::of_relationship(pg, &page, id),
        services::list(pg),
    )?;
    let line = line.ok_or(Problem::NotFound)?;
    let (path, lists) = (format!("{RELATIONSHIPS}/{id}"), query.lists());
    page.show(RelationshipDetail {
        page: &page,
        line,
        origins_beside: Beside::of(&path, &lists, "origins", &origins),
        origins: origins.rows,
        grants_beside: Beside::of(&path, &lists, "delegations", &grants),
        grants: grants.rows.into_iter().map(|line| Grant::of(&page, &catalogue, line, view.now())).collect(),
        history,
    })
}

#[derive(Template)]
#[template(path = "review/delegations.html")]
struct Delegations<'a> {
    page: &'a Page,
    frame: Frame<'a>,
    grants: Vec<Grant>,
}

/// `GET /review/delegations`
///
/// # Errors
/// 403 for anybody but the operator's people.
pub async fn delegations(page: Page, _reviewer: May<Review>, db: Db, query: Query<ReviewQuery>) -> Answer {
    let states = DELEGATION_STATES;
    let mut frame = Frame::new(&page, &query, "delegation-state", &states);
    let asked = match query.parse(&page, &states) {
        Ok(asked) => asked,
        Err(wrong) => {
            frame.errors = wrong.told(&page);
            return page.invalid(Delegations { page: &page, frame, grants: vec![] });
        }
    };
    let filter = asked.delegations(&query);
    let view = db.view().await?;
    let (pg, cursor) = (view.pg(), Cursor::parse(&query.page));
    let (found, catalogue) =
        futures_util::try_join!(store::list_delegations(pg, &filter, cursor.as_ref(), view.now()), services::list(pg))?;
    let (frame, lines) = frame.with(DELEGATIONS, &catalogue, found);
    let grants = lines.into_iter().map(|line| Grant::of(&page, &catalogue, line, view.now())).collect();
    page.show(Delegations { page: &page, frame, grants })
}

#[derive(Template)]
#[template(path = "review/delegation.html")]
struct DelegationDetail<'a> {
    page: &'a Page,
    grant: Grant,
    history: Vec<Entry>,
}

/// `GET /review/delegations/{delegation}`
///
/// # Errors
/// 404 when there is none.
pub async fn delegation(page: Page, _reviewer: May<Review>, db: Db, id: Path<Id<Delegation>>) -> Answer {
    let view = db.view().await?;
    let (pg, id) = (view.pg(), *id);
    let (line, history, catalogue) =
        futures_util::try_join!(store::find_delegation(pg, id), trail::of_delegation(pg, &page, id), services::list(pg))?;
    let grant = Grant::of(&page, &catalogue, line.ok_or(Problem::NotFound)?, view.now());
    page.show(DelegationDetail { page: &page, grant, history })
}

/// An invitation as a row.
struct Offered {
    line: InvitationLine,
    state: &'static str,
    tone: &'static str,
}

#[derive(Template)]
#[template(path = "review/invitations.html")]
struct Invitations<'a> {
    page: &'a Page,
    frame: Frame<'a>,
    kinds: [(&'static str, &'static str); 2],
    lines: Vec<Offered>,
}

/// `GET /review/invitations`
///
/// # Errors
/// 403 for anybody but the operator's people.
pub async fn invitations(page: Page, _reviewer: May<Review>, db: Db, query: Query<ReviewQuery>) -> Answer {
    let states = INVITATION_STATES;
    let kinds = ["standing", "addressed"].map(|kind| (kind, page.word("invitation-kind", kind)));
    let mut frame = Frame::new(&page, &query, "invitation-state", &states);
    let asked = match query.parse(&page, &states) {
        Ok(asked) => asked,
        Err(wrong) => {
            frame.errors = wrong.told(&page);
            return page.invalid(Invitations { page: &page, frame, kinds, lines: vec![] });
        }
    };
    let filter = asked.invitations(&query);
    let view = db.view().await?;
    let (pg, cursor, now) = (view.pg(), Cursor::parse(&query.page), view.now());
    let (found, catalogue) = futures_util::try_join!(store::list_invitations(pg, &filter, cursor.as_ref(), now), services::list(pg))?;
    let (frame, lines) = frame.with(INVITATIONS, &catalogue, found);
    let lines = lines.into_iter().map(|line| Offered {
        state: page.word("invitation-state", line.state_word(now)),
        tone: tone(line.state_word(now)),
        line,
    });
    page.show(Invitations { page: &page, frame, kinds, lines: lines.collect() })
}

#[derive(Template)]
#[template(path = "review/invitation.html")]
struct InvitationDetail<'a> {
    page: &'a Page,
    invitation: Invitation,
    inviter: Party,
    suggested: Option<Party>,
    state: &'static str,
    tone: &'static str,
    asks: Vec<String>,
    handouts: Vec<HandoutLine>,
    handouts_beside: Beside,
    forwards: Vec<ForwardLine>,
    forwards_beside: Beside,
    answers: Vec<AnswerLine>,
    answers_beside: Beside,
    history: Vec<Entry>,
    done: Option<&'static str>,
}

impl InvitationDetail<'_> {
    /// Where the operator stops it, or lets it go.
    fn at(&self, verb: &str) -> String {
        format!("{INVITATIONS}/{}/{verb}", self.invitation.id)
    }
}

/// Where the lists of one invitation are read from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct InvitationQuery {
    answers: String,
    forwards: String,
    handouts: String,
    done: String,
}

impl InvitationQuery {
    fn lists(&self) -> [(&str, &str); 3] {
        [("answers", &self.answers), ("forwards", &self.forwards), ("handouts", &self.handouts)]
    }
}

/// `GET /review/invitations/{invitation}`. The link itself is not shown: the operator may not send it (AB-13).
///
/// # Errors
/// 404 when there is none.
pub async fn invitation(page: Page, _reviewer: May<Review>, db: Db, id: Path<Id<InvitationId>>, query: Query<InvitationQuery>) -> Answer {
    let view = db.view().await?;
    let (pg, id) = (view.pg(), *id);
    let (answers_from, forwards_from, handouts_from) =
        (Cursor::parse(&query.answers), Cursor::parse(&query.forwards), Cursor::parse(&query.handouts));
    let (found, parties, handouts, forwards, answers, history, catalogue) = futures_util::try_join!(
        invitations::find(pg, id),
        store::find_inviter_and_holder(pg, id),
        through::list_handouts(pg, id, handouts_from.as_ref()),
        through::list_forwards(pg, id, forwards_from.as_ref()),
        through::list_answers(pg, id, answers_from.as_ref()),
        trail::of_invitation(pg, &page, id),
        services::list(pg),
    )?;
    let invitation = found.ok_or(Problem::NotFound)?;
    let (inviter, suggested) = parties.ok_or(Problem::NotFound)?;
    let word = invitation.state_word(view.now());
    let (path, lists) = (format!("{INVITATIONS}/{id}"), query.lists());
    let done = match query.done.as_str() {
        "stopped" => Some(page.t("alarms-done-stopped")),
        "lifted" => Some(page.t("alarms-done-lifted")),
        _ => None,
    };
    page.show(InvitationDetail {
        page: &page,
        done,
        inviter,
        suggested,
        state: page.word("invitation-state", word),
        tone: tone(word),
        asks: invitation.asks.iter().map(|ask| scope(&page, &catalogue, ask)).collect(),
        handouts_beside: Beside::of(&path, &lists, "handouts", &handouts),
        handouts: handouts.rows,
        forwards_beside: Beside::of(&path, &lists, "forwards", &forwards),
        forwards: forwards.rows.into_iter().map(|(_, line)| line).collect(),
        answers_beside: Beside::of(&path, &lists, "answers", &answers),
        answers: answers.rows.into_iter().map(|(_, line)| line).collect(),
        history,
        invitation,
    })
}
