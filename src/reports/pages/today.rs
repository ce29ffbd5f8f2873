//! `/today`: what is the matter, for every kind of person, and the one thing to do next.

use askama::Template;

use crate::{
    access::{Right, SignedIn},
    alarms,
    audit::trail::{self, Entry},
    db::{Db, Timestamp, View},
    delegations::{self, Perspective},
    ids::{Id, Organization},
    organizations::{self, Kind},
    problem::Problem,
    reports::{
        About, Reason, Waiting, longest,
        store::today::{self as store, Side},
    },
    services::{self, Service},
    web::{Answer, page::Page, query::address},
};

/// How many waiting things a start page shows.
const SHOWN: usize = 8;

/// A number with its name, and the list behind it.
struct Tile {
    label: &'static str,
    count: i64,
    href: String,
}

/// Something that waits, as a row: what, why, since when, and the one action.
struct Row {
    name: String,
    about: String,
    reason: String,
    tone: &'static str,
    since: Timestamp,
    href: String,
    action: &'static str,
}

/// Somebody who may work in the customer's services.
struct Holder {
    name: String,
    services: String,
    first_end: Option<Timestamp>,
}

/// What stands where nothing waits.
struct Empty {
    title: &'static str,
    text: &'static str,
    action: Option<(&'static str, &'static str)>,
}

#[derive(Template)]
#[template(path = "reports/today.html")]
struct Today<'a> {
    page: &'a Page,
    headline: String,
    suspended: bool,
    may_invite: bool,
    tiles: Vec<Tile>,
    rows: Vec<Row>,
    empty: Option<Empty>,
    holders: Option<Vec<Holder>>,
    /// How many wait, or may work, beyond those that are shown.
    more: (i64, i64),
    events: Option<Vec<Entry>>,
}

impl<'a> Today<'a> {
    fn new(page: &'a Page, headline: String) -> Self {
        let suspended =
            page.visitor().and_then(|visitor| visitor.place.as_ref()).is_some_and(|place| place.state == organizations::State::Suspended);
        Self {
            page,
            headline,
            suspended,
            may_invite: false,
            tiles: vec![],
            rows: vec![],
            empty: None,
            holders: None,
            more: (0, 0),
            events: None,
        }
    }

    fn tile(&mut self, key: &str, count: i64, href: impl Into<String>) {
        self.tiles.push(Tile { label: self.page.t(&format!("reports-tile-{key}")), count, href: href.into() });
    }

    /// What a partnership that ended has left over, if anything (D20).
    fn left_over(&mut self, count: i64) {
        if count > 0 {
            self.tile("left-over", count, "/left-over");
        }
    }

    fn nothing(&mut self, key: &str, action: Option<(&'static str, &str)>) {
        let action = action.map(|(href, word)| (href, self.page.t(word)));
        let (title, text) = (self.page.t(&format!("reports-{key}-title")), self.page.t(&format!("reports-{key}-text")));
        self.empty = Some(Empty { title, text, action });
    }
}

/// `GET /today`
///
/// # Errors
/// None but faults of ours.
pub async fn today(page: Page, person: SignedIn, db: Db) -> Answer {
    let Some(place) = person.visitor().place.as_ref() else {
        let mut today = Today::new(&page, page.t("reports-nowhere-headline").to_owned());
        today.nothing("nowhere", person.visitor().orgs.gt(&0).then_some(("/organizations/choose", "reports-choose")));
        return page.show(today);
    };
    let (org, sees) = (place.org, page.may(Right::SeeCustomers));
    let view = db.view().await?;
    let today = match place.kind {
        Kind::DirectPartner | Kind::IndirectProvider if sees => provider(&page, &view, org).await?,
        Kind::IndirectReseller if sees => reseller(&page, &view, org).await?,
        Kind::Customer => customer(&page, &view, org).await?,
        Kind::Operator => operator(&page, &view).await?,
        Kind::DirectPartner | Kind::IndirectProvider | Kind::IndirectReseller => {
            let mut today = Today::new(&page, page.t("reports-no-role-headline").to_owned());
            today.nothing("no-role", page.may(Right::ManageUsers).then_some(("/people", "reports-to-people")));
            today
        }
    };
    page.show(today)
}

async fn provider<'a>(page: &'a Page, view: &View, org: Id<Organization>) -> Result<Today<'a>, Problem> {
    let (pg, now) = (view.pg(), view.now());
    let (open, acceptances, owned, unvisited, unanswered, countered, awaiting, ours, undelivered, left_over, requests, catalogue) = futures_util::try_join!(
        store::count_open_invitations(pg, org, now),
        store::count_acceptances(pg, org, now),
        store::count_delegations(pg, org, Side::Owner, now),
        store::list_unvisited(pg, org, now),
        store::list_unanswered(pg, org, Side::Owner, now),
        store::list_countered(pg, org, now),
        store::list_awaiting(pg, org, Side::Owner, now),
        store::list_awaiting(pg, org, Side::Holder, now),
        store::list_undelivered(pg, org, now),
        delegations::count_left_over(pg, Perspective::Owner(org), now),
        store::list_requests(pg, org),
        services::list(pg),
    )?;
    let invited = unvisited.0 + unanswered.0;
    // One that the provider itself is to answer is its own to do, not somebody else's silence; they are no fewer for it.
    let all = invited + countered.0 + awaiting.0 + undelivered.0 + requests.0;
    let silent = awaiting.1.into_iter().filter(|waiting| !ours.1.iter().any(|own| same(own, waiting)));
    let waiting: Vec<_> = [unvisited.1, unanswered.1, countered.1, silent.collect(), ours.1.clone(), undelivered.1, requests.1].concat();
    let mut today = Today::new(page, page.t1("reports-provider-headline", "count", all));
    today.rows = rows(page, &catalogue, longest(waiting, SHOWN));
    today.more.0 = beyond(all, today.rows.len());
    today.tile("open", open, "/invitations?state=open");
    today.tile("unanswered", invited, "#waiting");
    today.tile("requests", requests.0, "/requests?state=waiting");
    today.tile("accepted", acceptances, "/customers");
    today.tile("awaiting", owned.1, "/delegations?state=awaiting");
    today.tile("ending", owned.2, "/delegations?state=ending");
    today.left_over(left_over);
    today.may_invite = page.may(Right::Invite);
    today.nothing("provider-calm", None);
    Ok(today)
}

/// How many there are beyond those that are shown.
fn beyond(all: i64, shown: usize) -> i64 {
    (all - i64::try_from(shown).unwrap_or(i64::MAX)).max(0)
}

fn same(a: &Waiting, b: &Waiting) -> bool {
    matches!((&a.about, &b.about), (About::Delegation(a, _), About::Delegation(b, _)) if a == b)
}

async fn reseller<'a>(page: &'a Page, view: &View, org: Id<Organization>) -> Result<Today<'a>, Problem> {
    let (pg, now) = (view.pg(), view.now());
    let (handed, forwarded, accepted, held, ours, undelivered, unaccepted, left_over, catalogue) = futures_util::try_join!(
        store::count_handed(pg, org, now),
        store::count_forwards(pg, org, now),
        store::count_acceptances(pg, org, now),
        store::count_delegations(pg, org, Side::Holder, now),
        store::list_awaiting(pg, org, Side::Holder, now),
        store::list_undelivered(pg, org, now),
        store::list_unaccepted(pg, org, now),
        delegations::count_left_over(pg, Perspective::Holder(org), now),
        services::list(pg),
    )?;
    let headline = match (ours.0, handed) {
        (0, 0) => page.t("reports-reseller-none-headline").to_owned(),
        (0, _) => page.t1("reports-reseller-handed-headline", "count", handed),
        (consents, _) => page.t1("reports-reseller-consents-headline", "count", consents),
    };
    let mut today = Today::new(page, headline);
    // What only we can do comes before what we wait for.
    let mut waiting = longest(ours.1, SHOWN);
    let rest = SHOWN - waiting.len();
    waiting.extend(longest([undelivered.1, unaccepted.1].concat(), rest));
    today.rows = rows(page, &catalogue, waiting);
    today.more.0 = beyond(ours.0 + undelivered.0 + unaccepted.0, today.rows.len());
    today.tile("handed", handed, "/invitations?state=open");
    today.tile("forwarded", forwarded, "/invitations");
    today.tile("accepted", accepted, "/customers");
    today.tile("to-consent", held.1, "/delegations?state=awaiting");
    today.tile("ending", held.2, "/delegations?state=ending");
    today.left_over(left_over);
    today.nothing(if handed == 0 { "reseller-none" } else { "reseller-calm" }, Some(("/invitations", "reports-to-invitations")));
    Ok(today)
}

async fn customer<'a>(page: &'a Page, view: &View, org: Id<Organization>) -> Result<Today<'a>, Problem> {
    let (pg, now) = (view.pg(), view.now());
    let (unanswered, granted, awaiting, partners, holders, left_over, catalogue) = futures_util::try_join!(
        store::list_unanswered(pg, org, Side::Customer, now),
        store::count_delegations(pg, org, Side::Customer, now),
        store::list_awaiting(pg, org, Side::Customer, now),
        store::count_holders(pg, org, now),
        store::list_holders(pg, org, now),
        delegations::count_left_over(pg, Perspective::Customer(org), now),
        services::list(pg),
    )?;
    let asked = unanswered.0;
    let headline = match (asked, partners) {
        (0, 0) => page.t("reports-customer-none-headline").to_owned(),
        (0, partners) => page.t1("reports-customer-calm-headline", "count", partners),
        (asked, _) => page.t1("reports-customer-asked-headline", "count", asked),
    };
    let mut today = Today::new(page, headline);
    let mut waiting = longest(unanswered.1, SHOWN);
    let rest = SHOWN - waiting.len();
    waiting.extend(longest(awaiting.1, rest));
    today.rows = rows(page, &catalogue, waiting);
    today.more = (beyond(asked + awaiting.0, today.rows.len()), beyond(partners, holders.len()));
    today.tile("to-answer", asked, "/received");
    today.tile("granted", granted.0, "/relationships");
    today.tile("awaiting", granted.1, "/relationships");
    today.tile("ending", granted.2, "/expiries");
    today.left_over(left_over);
    today.holders = Some(
        holders
            .into_iter()
            .map(|(name, count, first_end)| Holder { name, services: page.t1("reports-holder-scopes", "count", count), first_end })
            .collect(),
    );
    today.nothing("customer-calm", None);
    Ok(today)
}

async fn operator<'a>(page: &'a Page, view: &View) -> Result<Today<'a>, Problem> {
    let (pg, now) = (view.pg(), view.now());
    let (counts, reported, events, left_over) = futures_util::try_join!(
        store::count_everything(pg, now),
        alarms::count_open(pg),
        trail::newest(pg, page),
        delegations::count_left_over(pg, Perspective::Everybody, now)
    )?;
    let of = |rows: &[(String, i64)], state: &str| rows.iter().find(|(word, _)| word == state).map_or(0, |(_, count)| *count);
    let kind = |wanted: fn(Kind) -> bool| counts.organizations.iter().filter(|(kind, _)| wanted(*kind)).map(|(_, count)| *count).sum();
    let headline = match (counts.dead_letters, counts.suspended) {
        _ if reported > 0 => page.t1("reports-operator-reported-headline", "count", reported),
        (0, 0) => page.t("reports-operator-calm-headline").to_owned(),
        (0, suspended) => page.t1("reports-operator-suspended-headline", "count", suspended),
        (dead, _) => page.t1("reports-operator-dead-headline", "count", dead),
    };
    let mut today = Today::new(page, headline);
    today.tile("partners", kind(Kind::is_partner), "/organizations");
    today.tile("customers", kind(|kind| kind == Kind::Customer), "/organizations?kind=customer");
    today.tile("reported", reported, "/alarms?state=open");
    today.tile("suspended", counts.suspended, "/organizations?state=suspended");
    today.tile("relationships", of(&counts.relationships, "active"), address("/review/relationships", &[("state", "active")]));
    today.tile("open", of(&counts.invitations, "open"), address("/review/invitations", &[("state", "open")]));
    today.tile("delegations", of(&counts.delegations, "active"), address("/review/delegations", &[("state", "active")]));
    today.tile("awaiting", of(&counts.delegations, "awaiting-partner"), address("/review/delegations", &[("state", "awaiting-partner")]));
    today.tile("left-over", left_over, "/left-over");
    today.tile("dead", counts.dead_letters, "/mail?state=dead");
    today.events = Some(events);
    Ok(today)
}

fn rows(page: &Page, catalogue: &[Service], waiting: Vec<Waiting>) -> Vec<Row> {
    waiting.into_iter().map(|waiting| row(page, catalogue, waiting)).collect()
}

fn row(page: &Page, catalogue: &[Service], waiting: Waiting) -> Row {
    let reason = waiting.reason.key();
    let is_customer = page.visitor().and_then(|visitor| visitor.place.as_ref()).is_some_and(|place| place.kind == Kind::Customer);
    let (about, href) = match &waiting.about {
        About::Invitation(id, _) if is_customer => (String::new(), format!("/received/{id}")),
        About::Invitation(id, label) => (label.clone(), format!("/invitations/{id}")),
        About::Request(id, title) => (title.clone(), format!("/requests/{id}")),
        About::Delegation(id, scope) => {
            let service = catalogue.iter().find(|service| service.code == scope.service);
            let service = service.map_or(scope.service.as_str(), |service| service.name(page.language()));
            let about = page.t2("reports-scope", "service", service, "purpose", page.word("purpose", scope.purpose));
            (about, if is_customer { "/relationships".to_owned() } else { format!("/delegations/{id}") })
        }
    };
    let partner = waiting.partner.as_deref().unwrap_or_else(|| page.t("reports-a-partner"));
    Row {
        name: waiting.name.unwrap_or_else(|| page.t("reports-a-customer").to_owned()),
        about,
        reason: page.t1(&format!("reports-reason-{reason}"), "partner", partner),
        tone: if waiting.reason == Reason::NotDelivered { "stop" } else { "wait" },
        since: waiting.since,
        href,
        action: page.t(&format!("reports-do-{reason}")),
    }
}
