//! The link's page, before any sign-in: who asks, for what, what changes and what does not; and the pages of dead links.

use std::{num::NonZeroU32, sync::LazyLock};

use actix_web::{
    HttpRequest,
    http::StatusCode,
    web::{Data, Path, Query},
};
use askama::Template;
use futures_util::try_join;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use serde::Deserialize;

use super::{Ask, asks};
use crate::{
    access::{May, proofs::SeeConsents},
    app::App,
    consents::{
        Accepted, Obstacle, Sender,
        actions::{self, Arrival},
        obstacle, shown, store,
    },
    db::{Db, Timestamp},
    i18n::Lang,
    ids::{Id, Invitation as InvitationId},
    invitations::{self, Invitation, Standing},
    links::{self, Link},
    organizations::Kind,
    problem::Problem,
    services::{self, Purpose, Service, equals_global_admin},
    values::{Email, masked},
    web::{
        Answer, detour,
        form::{FieldErrors, Form, Wrong},
        guard,
        page::Page,
        see_other,
    },
};

/// Links that lead nowhere, from one address: a burst, and so many a minute after it (AB-06). Per process, so that a GET writes nothing.
static STRAYS: LazyLock<DefaultKeyedRateLimiter<String>> = LazyLock::new(|| {
    let burst = NonZeroU32::new(60).expect("not zero");
    RateLimiter::keyed(Quota::per_minute(burst).allow_burst(burst))
});

#[derive(Template)]
#[template(path = "consents/landing.html")]
pub(super) struct Landing<'a> {
    page: &'a Page,
    /// The link's path, or where whoever only looks came from.
    way: Way,
    invitation: &'a Invitation,
    /// Whose it is.
    from: &'a Sender,
    asks: Vec<Ask>,
    stays: Vec<String>,
    equals_global_admin: bool,
    /// The address it is meant for, masked.
    hint: Option<String>,
    /// The portal's own name in the browser's address line (UX-21).
    host: &'a str,
    /// The language that the inviter's words are in, when the page is in another.
    written_in: Option<Lang>,
    /// Whether somebody is signed in who can go on with this account.
    welcome: bool,
    /// Whether the inviter has just been asked for another invitation.
    asked: bool,
    /// What whoever is signed in accepted before, and may accept anew.
    before: Option<Accepted>,
}

/// Who looks at the link's page.
pub(super) enum Way {
    /// Whoever has the link, which is at this path.
    Link(String),
    /// Who sends it, to see what its customer reads; nothing can be done, and this path leads back (UX-06).
    Preview(String),
}

/// An invitation as its link's page shows it: the same to who has the link and to who sends it.
pub(super) struct Offer<'a> {
    pub(super) invitation: &'a Invitation,
    pub(super) sender: &'a Sender,
    pub(super) catalogue: &'a [Service],
}

impl<'a> Landing<'a> {
    pub(super) fn new(page: &'a Page, app: &'a App, way: Way, Offer { invitation, sender, catalogue }: Offer<'a>) -> Self {
        let asked_for = |service: &str, purpose| invitation.asks.iter().any(|scope| scope.service == service && scope.purpose == purpose);
        let services = catalogue.iter().filter(|service| Purpose::ALL.iter().any(|purpose| asked_for(&service.code, *purpose)));
        Self {
            page,
            way,
            asks: asks(services, page.language(), asked_for),
            stays: shown::stays(page.language()),
            equals_global_admin: equals_global_admin(&invitation.asks, catalogue),
            hint: invitation.recipient.as_ref().map(|recipient| masked(&recipient.email)),
            host: app.public_url.split_once("://").map_or("", |(_, host)| host),
            written_in: Some(invitation.language).filter(|written| *written != page.language()),
            welcome: false,
            asked: false,
            before: None,
            invitation,
            from: sender,
        }
    }
}

#[derive(Template)]
#[template(path = "consents/dead.html")]
struct Dead<'a> {
    page: &'a Page,
    sender: &'a Sender,
    /// The word of what happened (`consents-dead-…`).
    what: &'static str,
    /// When it happened.
    at: Option<Timestamp>,
    /// The link's path.
    path: String,
    asked: bool,
    email: &'a str,
    errors: FieldErrors,
}

impl Dead<'_> {
    fn at(&self, verb: &str) -> String {
        format!("{}/{verb}", self.path)
    }

    /// Nobody is asked for another of what the operator stopped.
    fn may_ask(&self) -> bool {
        self.what != "stopped"
    }

    fn title(&self) -> String {
        self.page.t1(&format!("consents-dead-{}-title", self.what), "partner", &self.sender.inviter.name)
    }

    fn text(&self) -> &'static str {
        self.page.t(&format!("consents-dead-{}-text", self.what))
    }

    fn status(&self) -> StatusCode {
        match self.what {
            "paused" | "suspended" => StatusCode::CONFLICT,
            _ => StatusCode::GONE,
        }
    }
}

#[derive(Template)]
#[template(path = "consents/not_yours.html")]
struct NotYours<'a> {
    page: &'a Page,
    path: String,
    /// The address it is meant for, masked, when that is what does not fit.
    hint: Option<String>,
}

impl NotYours<'_> {
    fn at(&self, verb: &str) -> String {
        format!("{}/{verb}", self.path)
    }

    fn account(&self) -> String {
        self.page.who().map(|who| format!("{} <{}>", who.name, who.email)).unwrap_or_default()
    }

    fn needed(&self) -> String {
        match &self.hint {
            Some(hint) => self.page.t1("consents-needed-address", "email", hint),
            None => self.page.t("consents-needed-customer").to_owned(),
        }
    }
}

/// What `GET /i/{token}` may be asked beside the token.
#[derive(Deserialize)]
pub struct Said {
    asked: Option<String>,
}

/// The link of a path, if this portal signed it for an invitation.
pub(crate) fn link(app: &App, request: &HttpRequest, token: &str) -> Result<Link, Problem> {
    let link = Link::read(token, &app.keys).filter(|link| link.kind == links::Kind::Invitation);
    link.ok_or_else(|| stray(app, request))
}

/// Unknown, rotated and never-existed links have the same answer, so that a dead link does not tell whether it ever lived.
pub(crate) fn stray(app: &App, request: &HttpRequest) -> Problem {
    guard::forget_some(&STRAYS);
    match STRAYS.check_key(&guard::address(app, request)) {
        Ok(()) => Problem::NotFound,
        Err(_) => Problem::TooMany,
    }
}

fn path(token: &str) -> String {
    format!("{}{token}", links::Kind::Invitation.path())
}

/// `GET /i/{token}`: changes nothing, whoever comes (D7).
///
/// # Errors
/// 404 for a link that leads nowhere, the same for one that never did; 429 after many of them.
pub async fn landing(page: Page, app: Data<App>, db: Db, token: Path<String>, said: Query<Said>, request: HttpRequest) -> Answer {
    let link = link(&app, &request, &token)?;
    let id: Id<InvitationId> = link.id.into();
    let own = page.visitor().and_then(|visitor| visitor.place.as_ref()).filter(|place| place.kind == Kind::Customer).map(|place| place.org);
    let view = db.view().await?;
    let (found, sender, catalogue, accepted) =
        try_join!(invitations::find(view.pg(), id), store::find_sender(view.pg(), id, link.via), services::list(view.pg()), async {
            match own {
                Some(org) => store::find_acceptance(view.pg(), id, org).await,
                None => Ok(None),
            }
        })?;
    let invitation = found.filter(|found| found.was_reached_by(&link)).ok_or_else(|| stray(&app, &request))?;
    let sender = sender.ok_or(Problem::NotFound)?;
    let why_dead = why_dead(&invitation, &sender, &link, view.now());
    let before = match accepted {
        Some(yes) if yes.settles(invitation.kind, invitation.revision, why_dead.is_none()) => {
            return Ok(see_other(format!("/receipts/{}", yes.reference)));
        }
        other => other,
    };
    if let Some((what, at)) = why_dead {
        let (path, asked) = (path(&token), said.asked.is_some());
        let dead = Dead { page: &page, sender: &sender, what, at, path, asked, email: "", errors: FieldErrors::default() };
        return page.answer(dead.status(), dead);
    }
    let offer = Offer { invitation: &invitation, sender: &sender, catalogue: &catalogue };
    page.show(Landing {
        welcome: own.is_some(),
        asked: said.asked.is_some(),
        before,
        ..Landing::new(&page, &app, Way::Link(path(&token)), offer)
    })
}

/// The word and the time of what makes this link dead: it may have been replaced by a newer one to the same invitation. Only this
/// portal can have made it, so nobody learns from the answer what can be guessed (UX-30).
fn why_dead(invitation: &Invitation, sender: &Sender, link: &Link, now: Timestamp) -> Option<(&'static str, Option<Timestamp>)> {
    match obstacle(invitation, sender, now) {
        Some(Obstacle::Stopped(at)) => Some(dead(Obstacle::Stopped(at))),
        _ if !invitation.is_reached_by(link) => Some(("replaced", None)),
        other => other.map(dead),
    }
}

/// The word and the time of what makes a link dead.
pub(super) fn dead(obstacle: Obstacle) -> (&'static str, Option<Timestamp>) {
    match obstacle {
        Obstacle::Standing(Standing::Paused) => ("paused", None),
        Obstacle::Standing(Standing::Revoked(at)) => ("revoked", Some(at)),
        Obstacle::Standing(Standing::Expired(at)) => ("expired", Some(at)),
        Obstacle::Standing(Standing::Accepted(at) | Standing::Declined(at)) => ("used", Some(at)),
        Obstacle::OwnSuspended => ("own-suspended", None),
        Obstacle::Stopped(at) => ("stopped", Some(at)),
        Obstacle::Standing(Standing::Open) | Obstacle::Suspended | Obstacle::OtherMarket => ("suspended", None),
    }
}

/// A form without fields of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// `POST /i/{token}/opening`: from here on no URL holds the link (ASVS 14.2.1). Who is not signed in goes to sign in or
/// register and comes back; an account that cannot answer is told which one it is, with ways out (UX-29).
///
/// # Errors
/// 404 for a link that leads nowhere.
pub async fn open(
    page: Page,
    app: Data<App>,
    db: Db,
    token: Path<String>,
    request: HttpRequest,
    may: Result<May<SeeConsents>, Problem>,
    _: Form<Nothing>,
) -> Answer {
    let link = link(&app, &request, &token)?;
    let Some(visitor) = page.visitor() else {
        let mut answer = see_other("/sign-in");
        detour::remember(&app, &mut answer, &path(&token));
        return Ok(answer);
    };
    let Ok(may) = may else {
        return not_yours(&page, &app, &token, None);
    };
    match actions::open(&db, &may, visitor, &link).await? {
        Arrival::Received(invitation) => Ok(see_other(format!("/received/{invitation}"))),
        Arrival::Accepted(reference) => Ok(see_other(format!("/receipts/{reference}"))),
        Arrival::NotMeant(hint) => not_yours(&page, &app, &token, Some(hint)),
        Arrival::Dead => Ok(see_other(path(&token))),
    }
}

/// 403 with the account's name, what is needed, and the ways out; signing out comes back here.
fn not_yours(page: &Page, app: &App, token: &str, hint: Option<String>) -> Answer {
    let path = path(token);
    let mut answer = page.answer(StatusCode::FORBIDDEN, NotYours { page, path: path.clone(), hint })?;
    detour::remember(app, &mut answer, &path);
    Ok(answer)
}

/// What is typed to ask for a new invitation; somebody signed in types nothing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskForm {
    #[serde(default)]
    email: String,
}

/// `POST /i/{token}/request`: "Ask PROVIDER for a new one" (UX-30).
///
/// # Errors
/// 404 for a link that leads nowhere, 409 for one that works.
pub async fn ask_again(page: Page, app: Data<App>, db: Db, token: Path<String>, request: HttpRequest, form: Form<AskForm>) -> Answer {
    let link = link(&app, &request, &token)?;
    let asked_by = match page.visitor() {
        Some(visitor) => {
            let org = visitor.place.as_ref().map(|place| format!(", {}", place.name)).unwrap_or_default();
            format!("{}{org} <{}>", visitor.name, visitor.email)
        }
        None => match Email::parse(&form.email) {
            Ok(email) => email.as_str().to_owned(),
            Err(refusal) => {
                let wrong = Wrong::of("email", refusal);
                return still_dead(&page, &db, &link, &token, &form.email, wrong).await;
            }
        },
    };
    actions::ask_again(&db, &link, &asked_by, &guard::address(&app, &request)).await?;
    Ok(see_other(format!("{}?asked=yes", path(&token))))
}

async fn still_dead(page: &Page, db: &Db, link: &Link, token: &str, email: &str, wrong: Wrong) -> Answer {
    let id: Id<InvitationId> = link.id.into();
    let view = db.view().await?;
    let (found, sender) = try_join!(invitations::find(view.pg(), id), store::find_sender(view.pg(), id, link.via))?;
    let invitation = found.filter(|found| found.was_reached_by(link)).ok_or(Problem::NotFound)?;
    let sender = sender.ok_or(Problem::NotFound)?;
    let (what, at) = why_dead(&invitation, &sender, link, view.now()).ok_or(Problem::Conflict("consents-works-text"))?;
    page.invalid(Dead { page, sender: &sender, what, at, path: path(token), asked: false, email, errors: wrong.told(page) })
}
