//! The invitations that a customer's people came to, and the page on which one is decided.

use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::{
    Barrier, barrier,
    choices::{self, Fields, ServiceRow},
    counter::CounterView,
    landing::dead,
};
use crate::{
    access::{May, proofs::SeeConsents},
    consents::{
        Accepted, Candidate, Colleagues, Handover, Obstacle, Request, shown,
        store::{self, Received},
    },
    db::{self, Cursor, Db, Keyset, Pg, Timestamp},
    ids::{Id, Invitation as InvitationId},
    invitations::{
        State,
        told::{self, Change},
    },
    organizations::Party,
    problem::Problem,
    services::equals_global_admin,
    web::{
        Answer,
        form::{FieldErrors, Wrong},
        page::Page,
        query, see_other,
    },
};

#[derive(Template)]
#[template(path = "consents/received.html")]
struct ReceivedList<'a> {
    page: &'a Page,
    rows: &'a Keyset<Received>,
    now: Timestamp,
}

impl ReceivedList<'_> {
    /// The yes that leaves nothing to decide.
    fn settled<'a>(&self, row: &'a Received) -> Option<&'a Accepted> {
        let open = row.state == State::Open && row.expires_at.is_none_or(|end| end > self.now);
        row.accepted.as_ref().filter(|accepted| accepted.settles(row.kind, row.revision, open))
    }

    fn href(&self, row: &Received) -> String {
        self.settled(row).map_or_else(|| format!("/received/{}", row.id), |accepted| format!("/receipts/{}", accepted.reference))
    }

    /// The state of an invitation for this customer: its own answer first, then what became of the invitation.
    fn state(&self, row: &Received) -> (&'static str, &'static str) {
        let declined = row.declined_at.filter(|at| row.accepted.as_ref().is_none_or(|accepted| accepted.at < *at));
        match (row.state, row.expires_at) {
            _ if self.settled(row).is_some() => ("accepted", "ok"),
            _ if declined.is_some() => ("declined", "quiet"),
            (State::Revoked, _) => ("revoked", "stop"),
            (State::Accepted | State::Declined, _) => ("used", "quiet"),
            (_, Some(end)) if end <= self.now => ("expired", "quiet"),
            (State::Paused, _) => ("paused", "wait"),
            (State::Open, _) => ("open", "wait"),
        }
    }

    fn word(&self, state: &str) -> &'static str {
        self.page.t(&format!("consents-state-{state}"))
    }

    fn next(&self, cursor: Option<&String>) -> Option<String> {
        cursor.map(|cursor| format!("/received?page={cursor}"))
    }
}

/// Where a list is read from.
#[derive(Deserialize)]
pub struct At {
    page: Option<String>,
}

/// `GET /received`
///
/// # Errors
/// 403 for people of other organizations.
pub async fn list(page: Page, may: May<SeeConsents>, db: Db, at: Query<At>) -> Answer {
    let view = db.view().await?;
    let cursor = at.page.as_deref().and_then(Cursor::parse);
    let rows = store::list_received(view.pg(), may.org(), cursor.as_ref()).await?;
    page.show(ReceivedList { page: &page, rows: &rows, now: view.now() })
}

/// What belongs to a request beside its terms: who could be asked, who was, and how a counter-offer stands.
#[derive(Default)]
pub(super) struct Beside {
    /// Whom to ask, for somebody who may not decide (UX-28).
    admins: Colleagues,
    /// Which of them was looked for.
    colleague: String,
    handovers: Vec<Handover>,
    handovers_beside: query::Beside,
    counter: Option<CounterView>,
    /// What has just been done, or was done already.
    done: Option<(&'static str, String)>,
}

impl Beside {
    pub async fn find(page: &Page, pg: &Pg, request: &Request) -> db::Result<Self> {
        Self::looking_for(page, pg, request, String::new(), "").await
    }

    /// The same, while a colleague is looked for, and with a page of who was asked.
    async fn looking_for(page: &Page, pg: &Pg, request: &Request, colleague: String, from: &str) -> db::Result<Self> {
        let (invitation, customer) = (request.invitation.id, request.customer_id());
        let cursor = Cursor::parse(from);
        let (admins, handovers, counter) = futures_util::try_join!(
            store::search_admins(pg, request.customer.id, &colleague),
            store::list_handovers(pg, invitation, customer, cursor.as_ref()),
            store::find_counter_of(pg, invitation, customer),
        )?;
        let holder = match counter.as_ref().and_then(|offer| offer.facts().proposal.holder) {
            Some(holder) => store::find_holder(pg, holder).await?,
            None => None,
        };
        let counter = counter.map(|offer| CounterView::of(page, &offer, &request.catalogue, holder));
        let lists = [("colleague", colleague.as_str()), ("handovers", from)];
        let handovers_beside = query::Beside::of(&format!("/received/{invitation}"), &lists, "handovers", &handovers);
        Ok(Self { admins, colleague, handovers: handovers.rows, handovers_beside, counter, done: None })
    }
}

/// The consent page. Two decisions on one page: the relationship, and each service and purpose (D10).
#[derive(Template)]
#[template(path = "consents/request.html")]
pub(super) struct RequestPage<'a> {
    page: &'a Page,
    request: &'a Request,
    grid: Vec<ServiceRow>,
    options: Vec<(String, String)>,
    stays: Vec<String>,
    equals_global_admin: bool,
    obstacle: Option<&'static str>,
    since: Option<Timestamp>,
    barrier: Option<Barrier>,
    beside: Beside,
    fields: Fields,
    /// What the inviter changed since the organization accepted it, or its people first came to it.
    changes: Vec<Change>,
    /// What a search found; `None` when nothing was searched for.
    found: Option<Vec<Candidate>>,
    errors: FieldErrors,
}

impl RequestPage<'_> {
    fn is_open(&self) -> bool {
        self.obstacle.is_none() && self.barrier.is_none()
    }

    fn inviter(&self) -> &Party {
        &self.request.sender.inviter
    }

    fn obstacle_title(&self, what: &str) -> String {
        self.page.t1(&format!("consents-dead-{what}-title"), "partner", &self.inviter().name)
    }

    fn obstacle_text(&self, what: &str) -> &'static str {
        self.page.t(&format!("consents-dead-{what}-text"))
    }

    fn changed_since(&self) -> &'static str {
        if self.request.before.is_some() { "revisions-changed-since-accepted" } else { "revisions-changed-since" }
    }

    /// Another market keeps nobody from declining, nor does being suspended.
    fn may_decline(&self) -> bool {
        matches!(self.obstacle, Some("other-market" | "own-suspended")) && self.barrier.is_none()
    }

    fn needs_right(&self) -> bool {
        self.barrier == Some(Barrier::NoRight)
    }

    /// A counter-offer can be made while none waits for an answer, and while there is something that could be less.
    fn may_counter(&self) -> bool {
        self.is_open() && !self.grid.is_empty() && self.beside.counter.as_ref().is_none_or(|counter| counter.state != "open")
    }

    /// The services in which another selling partner works today, with its name: told before anything is chosen (D13).
    fn conflicts(&self) -> Vec<(&str, &str)> {
        self.grid.iter().filter_map(|row| row.rival.as_ref().map(|rival| (row.name.as_str(), rival.name.as_str()))).collect()
    }

    /// Where a colleague is looked for.
    fn colleagues_at(&self) -> String {
        format!("/received/{}#colleagues", self.request.invitation.id)
    }

    fn action(&self, verb: &str) -> String {
        format!("/received/{}/{verb}", self.request.invitation.id)
    }

    fn email(&self) -> &str {
        self.page.visitor().map_or("", |visitor| visitor.email.as_str())
    }

    fn agreement(&self) -> String {
        self.page.t3(
            "consents-agree",
            "customer",
            &self.request.customer.name,
            "version",
            &self.request.agreement.version,
            "title",
            &self.request.agreement.title,
        )
    }
}

impl<'a> RequestPage<'a> {
    /// The page as it was filled in, or empty.
    pub fn new(page: &'a Page, request: &'a Request, fields: Fields, wrong: &Wrong, beside: Beside, found: Option<Vec<Candidate>>) -> Self {
        let obstacle = request.obstacle();
        let (what, since) = match obstacle {
            None => (None, None),
            Some(Obstacle::OtherMarket) => (Some("other-market"), None),
            Some(other) => {
                let (what, at) = dead(other);
                (Some(what), at)
            }
        };
        Self {
            grid: choices::grid(request, &fields, page.language()),
            options: choices::options(request, page.t("ui-nobody"), |title| page.t1("consents-suggested", "partner", title)),
            stays: shown::stays(page.language()),
            equals_global_admin: equals_global_admin(&request.invitation.asks, &request.catalogue),
            obstacle: what,
            since,
            barrier: barrier(page),
            beside,
            fields,
            changes: Vec::new(),
            found,
            errors: wrong.told(page),
            page,
            request,
        }
    }
}

/// What has just been done.
#[derive(Deserialize)]
pub struct Said {
    done: Option<String>,
    /// Which colleague is looked for.
    #[serde(default)]
    colleague: String,
    /// Which page of who was asked.
    #[serde(default)]
    handovers: String,
    /// Who was asked before.
    #[serde(default)]
    to: String,
}

/// `GET /received/{invitation}`
///
/// # Errors
/// 404 when the organization's people never came to it.
pub async fn request(page: Page, may: May<SeeConsents>, db: Db, invitation: Path<Id<InvitationId>>, at: Query<Said>) -> Answer {
    let view = db.view().await?;
    let request = store::find_request(view.pg(), *invitation, may.org(), page.language(), &[], view.now()).await?;
    let request = request.ok_or(Problem::NotFound)?;
    if let Some(accepted) = &request.accepted {
        return Ok(see_other(format!("/receipts/{}", accepted.reference)));
    }
    let colleague: String = at.colleague.trim().chars().take(200).collect();
    let mut beside = Beside::looking_for(&page, view.pg(), &request, colleague, &at.handovers).await?;
    beside.done = match at.done.as_deref() {
        Some("countered") => Some(("ok", page.t("counters-done").to_owned())),
        Some("counter-withdrawn") => Some(("ok", page.t("counters-done-withdrawn").to_owned())),
        Some("handed-over") => Some(("ok", page.t("handovers-done").to_owned())),
        Some("asked-before") => asked_before(&page, view.pg(), &may, *invitation, &at.to).await?.map(|text| ("info", text)),
        _ => None,
    };
    let changes = told::changes_since(view.pg(), &page, &request.invitation, request.known_revision()).await?;
    let shown = RequestPage::new(&page, &request, Fields::default(), &Wrong::default(), beside, None);
    page.show(RequestPage { changes, ..shown })
}

/// Whom somebody asked already, and when.
async fn asked_before(page: &Page, pg: &Pg, may: &May<SeeConsents>, invitation: Id<InvitationId>, to: &str) -> db::Result<Option<String>> {
    let Ok(to) = to.parse() else { return Ok(None) };
    let asked = store::find_asked(pg, invitation, may.org(), may.user(), to).await?;
    Ok(asked.map(|(name, at)| page.t2("handovers-asked-already", "to", name, "date", page.at(&at))))
}
