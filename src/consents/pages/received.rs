//! The invitations that a customer's people came to, and the page on which one is decided.

use actix_web::web::{Path, Query};
use askama::Template;
use serde::Deserialize;

use super::{
    Barrier, barrier,
    choices::{self, Fields, ServiceRow},
    landing::dead,
};
use crate::{
    access::{May, proofs::SeeConsents},
    consents::{
        Candidate, Obstacle, Request, shown,
        store::{self, Received},
    },
    db::{Cursor, Db, Keyset, Timestamp},
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
        see_other,
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
    /// The state of an invitation for this customer: its own answer first, then what became of the invitation.
    fn state(&self, row: &Received) -> (&'static str, &'static str) {
        match (row.state, row.expires_at) {
            _ if row.accepted.is_some() => ("accepted", "ok"),
            _ if row.declined_at.is_some() => ("declined", "quiet"),
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
    /// Whom to ask, for somebody who may not decide.
    admins: Vec<String>,
    fields: Fields,
    /// What the inviter changed since the organization's people first came to it.
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

    /// Another market keeps nobody from declining.
    fn may_decline(&self) -> bool {
        self.obstacle == Some("other-market") && self.barrier.is_none()
    }

    fn needs_right(&self) -> bool {
        self.barrier == Some(Barrier::NoRight)
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
    pub fn new(
        page: &'a Page,
        request: &'a Request,
        fields: Fields,
        wrong: &Wrong,
        admins: Vec<String>,
        found: Option<Vec<Candidate>>,
    ) -> Self {
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
            admins,
            fields,
            changes: Vec::new(),
            found,
            errors: wrong.told(page),
            page,
            request,
        }
    }
}

/// `GET /received/{invitation}`
///
/// # Errors
/// 404 when the organization's people never came to it.
pub async fn request(page: Page, may: May<SeeConsents>, db: Db, invitation: Path<Id<InvitationId>>) -> Answer {
    let view = db.view().await?;
    let (request, admins) = futures_util::try_join!(
        store::find_request(view.pg(), *invitation, may.org(), page.language(), &[], view.now()),
        store::list_admins(view.pg(), may.organization()),
    )?;
    let request = request.ok_or(Problem::NotFound)?;
    if let Some(accepted) = &request.accepted {
        return Ok(see_other(format!("/receipts/{}", accepted.reference)));
    }
    let changes = told::changes_since(view.pg(), &page, &request.invitation, request.opened_revision).await?;
    let shown = RequestPage::new(&page, &request, Fields::default(), &Wrong::default(), admins, None);
    page.show(RequestPage { changes, ..shown })
}
