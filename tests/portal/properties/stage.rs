//! The real portal under the acts: people with their sessions, and the ids of what the model knows by its place.

use std::fmt::Write as _;

use chrono::Utc;
use mandate::{
    db::Db,
    delegations::jobs::{expire, extend},
    links::{Kind, Link},
    renewals::jobs::lapse,
};
use tokio_postgres::Client;
use uuid::Uuid;

use super::{
    acts::{CUSTOMERS, PEOPLE},
    model::{Acceptance, Deed, Invitation, Model, PARTNERSHIPS, Passed, SCOPES, Scope, Standing},
};
use crate::{
    browser::{Browser, Page},
    jobs::system,
    past::Offer,
    world::{CONTOSO, Company, FABRIKAM, LITWARE, NORTHWIND, PROSEWARE, Person, TAILSPIN, World},
};

const AGREEMENT: &str = "2026-11";

/// What Fabrikam and Litware bought. No story changes it (D14).
fn bought() -> String {
    let (fabrikam, litware, northwind, proseware) = (FABRIKAM.id(), LITWARE.id(), NORTHWIND.id(), PROSEWARE.id());
    format!(
        "insert into subscriptions (external_id, customer_id, service, channel, seller_id, seller_kind, partner_of_record_id, support_contact_id, seats, term_start, state) values
         ('ONE', '{fabrikam}', 'exchange-online', 'csp', '{northwind}', 'indirect-provider', '{northwind}', '{0}', 25, '2026-01-01', 'active'),
         ('TWO', '{fabrikam}', 'teams', 'direct', null, null, null, null, 5, '2026-01-01', 'active'),
         ('THREE', '{litware}', 'teams', 'csp', '{proseware}', 'indirect-provider', '{proseware}', null, 5, '2025-01-01', 'ended')",
        CONTOSO.id()
    )
}

/// Everything that a story leaves behind goes; people, companies and what was bought stay.
const AFRESH: &str = "truncate invitations, invitation_drafts, relationships, outbox, attempts cascade;
    update partnerships set state = 'active', ended_at = null, ended_by = null where state = 'ended';
    update organizations set state = 'active', suspended_at = null, suspended_reason = null where name <> 'Woodgrove'";

/// A person with a session, which lasts for all stories.
struct Visitor {
    person: Person,
    browser: Browser,
    token: String,
}

/// A last page before an acceptance, lying open.
pub struct Open {
    pub who: Person,
    pub acceptance: Acceptance,
    fields: Vec<(String, String)>,
}

/// The portal with everybody in it.
pub struct Stage {
    world: World,
    visitors: Vec<Visitor>,
    /// The owner's connection, which sees everything.
    pub db: Client,
    portal: Db,
    ids: Ids,
}

/// The ids of what the model knows by its place.
#[derive(Default)]
struct Ids {
    invitations: Vec<Uuid>,
    links: Vec<String>,
    relationships: Vec<Uuid>,
    delegations: Vec<Uuid>,
    counters: Vec<Uuid>,
    renewals: Vec<Uuid>,
}

impl Stage {
    /// A world in which everybody has signed in.
    pub async fn new() -> Self {
        let world = World::new().await;
        world.suddenly(&bought()).await;
        let mut visitors = Vec::new();
        for person in PEOPLE {
            let browser = world.visits(person).await;
            let token = browser.token().await;
            visitors.push(Visitor { person, browser, token });
        }
        let (db, portal) = (world.database.connect().await, system(&world.database));
        Self { world, visitors, db, portal, ids: Ids::default() }
    }

    /// Clears the stage for another story: three standing invitations are out, and both customers came to two of them.
    pub async fn afresh(&mut self) -> Model {
        self.db.batch_execute(AFRESH).await.expect("the stage can be cleared");
        self.ids = Ids::default();
        // Limits on the requests of one address are for others: each story comes from addresses of its own.
        for visitor in &mut self.visitors {
            let cookies = visitor.browser.cookies();
            visitor.browser = self.world.somebody();
            cookies.split("; ").for_each(|cookie| visitor.browser.takes_cookie(cookie));
        }
        let mut model = Model::default();
        for (by, via) in [(NORTHWIND, Some(CONTOSO)), (PROSEWARE, None), (TAILSPIN, None)] {
            let passed = via.map(|by| Passed { by, revision: Some(1) });
            let came = if by == TAILSPIN { Vec::new() } else { CUSTOMERS.map(|customer| (customer, passed)).to_vec() };
            let offered = self.world.offers(Offer { by, to: None, asks: &SCOPES, suggests: via, forwarded_by: via }).await;
            for (customer, _) in &came {
                let opening = format!(
                    "insert into openings (invitation_id, customer_id, inviter_id, forward_id, opened_by)
                     select i.id, '{}', i.inviter_id, (select f.id from forwards f where f.invitation_id = i.id), m.user_id
                       from invitations i, memberships m where i.id = '{}' and m.org_id = '{0}' and m.admin = 'global-admin'",
                    customer.id(),
                    offered.id
                );
                self.db.batch_execute(&opening).await.expect("a customer came");
            }
            self.ids.invitations.push(offered.id);
            self.ids.links.push(offered.link);
            model.invites(Invitation {
                by,
                to: None,
                asks: SCOPES.to_vec(),
                days: 365,
                suggests: via,
                revision: 1,
                standing: Standing::Open,
                ends: None,
                turn: 1,
                handed: via.into_iter().collect(),
                passed_on: via.is_some(),
                came,
                accepted_by: Vec::new(),
                declined_by: Vec::new(),
            });
            if let Some(link) = model.links.last_mut() {
                link.via = passed;
            }
        }
        model
    }

    /// So many days pass. What was over before is written down first, as the portal's worker would have done; what is over from
    /// now on is not.
    pub async fn days_pass(&self, days: i64) {
        expire(&self.portal, Utc::now()).await.expect("what is over is written down");
        let back = |columns: &[&str]| {
            columns.iter().map(|column| format!("{column} = {column} - interval '{days} days'")).collect::<Vec<_>>().join(", ")
        };
        let delegations = back(&["granted_at", "starts_at", "ends_at", "answered_at", "customer_extends_at", "holder_extends_at"]);
        let invitations = back(&["created_at", "frozen_at", "state_since", "expires_at"]);
        let sql = format!("update delegations set {delegations}; update invitations set {invitations}");
        self.db.batch_execute(&sql).await.expect("days pass");
    }

    /// What the portal does by itself.
    pub async fn portal_works(&self) {
        let now = Utc::now();
        extend(&self.portal, now).await.expect("it extends");
        expire(&self.portal, now).await.expect("it writes down what is over");
        lapse(&self.portal, now).await.expect("it writes down what has lapsed");
    }

    async fn posts(&self, who: Person, path: &str, fields: &[(&str, &str)]) -> Page {
        let visitor = self.visitors.iter().find(|visitor| visitor.person.id() == who.id()).expect("everybody has a session");
        let all: Vec<_> = fields.iter().copied().chain([("csrf", visitor.token.as_str())]).collect();
        let page = visitor.browser.posts(path, &all).await;
        assert!(page.status.as_u16() < 500, "{}: {}", who.name, page.told());
        assert_ne!(page.status.as_u16(), 429, "{}: {}", who.name, page.told());
        page
    }

    async fn is_done(&self, who: Person, path: &str, fields: &[(&str, &str)]) -> bool {
        self.posts(who, path, fields).await.status == 303
    }

    /// Somebody does it: whether the portal let them.
    pub async fn does(&mut self, who: Person, deed: &Deed) -> bool {
        let ids = &self.ids;
        let invitation = |at: &usize, verb: &str| format!("/invitations/{}/{verb}", ids.invitations[*at]);
        let delegation = |at: &usize, verb: &str| format!("/delegations/{}/{verb}", ids.delegations[*at]);
        let received = |at: &usize, verb: &str| format!("/received/{}/{verb}", ids.invitations[*at]);
        let renewal = |at: &usize, verb: &str| format!("/renewals/{}/{verb}", ids.renewals[*at]);
        let answer = |together: &bool| if *together { vec![("together", "yes")] } else { Vec::new() };
        let because = [("reason", "Because.")];
        match deed {
            Deed::Invites { to, asks, days, suggests } => self.invites(who, *to, asks, *days, *suggests).await,
            Deed::Revises { invitation: at, asks, days, suggests } => self.revises(who, *at, asks, *days, *suggests).await,
            Deed::HandsOver { invitation: at, reseller } => {
                self.is_done(who, &invitation(at, "handouts"), &[("resellers", &reseller.id().to_string())]).await
            }
            Deed::PassesOn { invitation: at } => self.passes_on(who, *at).await,
            Deed::Pauses { invitation: at } => self.is_done(who, &invitation(at, "pause"), &[]).await,
            Deed::Resumes { invitation: at } => self.is_done(who, &invitation(at, "resumption"), &[]).await,
            Deed::Revokes { invitation: at } => self.is_done(who, &invitation(at, "revocation"), &[]).await,
            Deed::ComesBy { link } => {
                let page = self.posts(who, &format!("{}/opening", ids.links[*link]), &[]).await;
                page.leads_to().is_some_and(|to| to.starts_with("/received/") || to.starts_with("/receipts/"))
            }
            Deed::Accepts(acceptance) => match self.looks_at(who, acceptance).await {
                Looked::Open(open) => self.clicks(&open).await,
                Looked::Elsewhere(done) => done,
            },
            Deed::Declines { invitation: at } => self.is_done(who, &received(at, "decline"), &[("reason", "")]).await,
            Deed::OffersLess { invitation: at, asks, days, holder } => {
                let (asks, days, holder) = typed(asks, *days, *holder);
                let fields: Vec<_> =
                    asks.iter().map(|ask| ("asks", ask.as_str())).chain([("days", days.as_str()), ("holder", holder.as_str())]).collect();
                // Where another is open the page leads to that one, which is no yes.
                let to = self.posts(who, &received(at, "counter-offer"), &fields).await.leads_to();
                to.is_some_and(|to| to.ends_with("done=countered") || to.starts_with("/receipts/"))
            }
            Deed::TakesCounterOfferBack { invitation: at } => self.is_done(who, &received(at, "counter-offer/withdrawal"), &[]).await,
            Deed::AgreesToCounterOffer { counter } => {
                let page = self.posts(who, &format!("/counter-offers/{}/agreement", ids.counters[*counter]), &[]).await;
                let agreed = page.leads_to().and_then(|to| id_after(&to, "/invitations/"));
                if let Some(agreed) = agreed.filter(|agreed| !ids.invitations.contains(agreed)) {
                    self.ids.invitations.push(agreed);
                    self.ids.links.push(self.world.path_of(Kind::Invitation, agreed, 1));
                }
                agreed.is_some()
            }
            Deed::RefusesCounterOffer { counter } => {
                self.is_done(who, &format!("/counter-offers/{}/refusal", ids.counters[*counter]), &because).await
            }
            Deed::Consents { delegation: at, together } => self.is_done(who, &delegation(at, "consent"), &answer(together)).await,
            Deed::Refuses { delegation: at, together } => self.is_done(who, &delegation(at, "refusal"), &answer(together)).await,
            Deed::Removes { delegation: at } => self.is_done(who, &delegation(at, "removal"), &[]).await,
            Deed::RemovesAllOf { holder } => {
                let all: Vec<String> = ids.delegations.iter().map(ToString::to_string).collect();
                let fields: Vec<_> = all.iter().map(|id| ("delegation", id.as_str())).collect();
                self.is_done(who, &format!("/holders/{}/removal", holder.id()), &fields).await
            }
            Deed::GivesUp { delegation: at } => self.is_done(who, &delegation(at, "giving-up"), &[]).await,
            Deed::RemovesRelationship { relationship } => {
                self.is_done(who, &format!("/relationships/{}/removal", ids.relationships[*relationship]), &[]).await
            }
            Deed::WorksBy { delegation: at } => self.is_done(who, &delegation(at, "uses/new"), &because).await,
            Deed::AgreesToExtension { delegation: at, as_customer, yes } => {
                let side = if *as_customer { "extension/customer" } else { "extension/holder" };
                self.is_done(who, &delegation(at, side), &[("agrees", if *yes { "yes" } else { "no" })]).await
            }
            Deed::PreparesRenewal { delegation: at, days } => {
                self.is_done(who, &delegation(at, "renewals/new"), &[("days", &days.to_string())]).await
            }
            Deed::AcceptsRenewal { renewal: at, days } => {
                self.is_done(who, &renewal(at, "acceptance"), &[("days", &days.to_string())]).await
            }
            Deed::DeclinesRenewal { renewal: at } => self.is_done(who, &renewal(at, "decline"), &[]).await,
            Deed::WithdrawsRenewal { renewal: at } => self.is_done(who, &renewal(at, "withdrawal"), &[]).await,
            Deed::EndsPartnership { partnership } => {
                let (provider, reseller) = PARTNERSHIPS[*partnership];
                let find = format!(
                    "select id::text from partnerships where provider_id = '{}' and reseller_id = '{}'",
                    provider.id(),
                    reseller.id()
                );
                let id: String = self.db.query_one(&find, &[]).await.expect(&find).get(0);
                self.is_done(who, &format!("/partnerships/{id}/ending"), &[]).await
            }
            Deed::Suspends { company } => self.is_done(who, &format!("/organizations/{}/suspension", company.id()), &because).await,
            Deed::Reinstates { company } => self.is_done(who, &format!("/organizations/{}/reinstatement", company.id()), &because).await,
        }
    }

    async fn invites(&mut self, who: Person, to: Option<Company>, asks: &[Scope], days: i64, suggests: Option<Company>) -> bool {
        let begun = self.posts(who, "/invitations/drafts", &[]).await;
        let Some(kind) = begun.leads_to() else { return false };
        let draft = kind.trim_end_matches("/kind").to_owned();
        self.posts(who, &kind, &[("kind", if to.is_some() { "addressed" } else { "standing" })]).await;
        let (asks, days, suggests) = typed(asks, days, suggests);
        let wanted = asks.iter().map(|ask| ("asks", ask.as_str())).chain([("days", days.as_str()), ("holder", suggests.as_str())]);
        self.posts(who, &format!("{draft}/services"), &wanted.collect::<Vec<_>>()).await;
        let address = to.and_then(|to| PEOPLE.iter().find(|one| one.company == to && one.admin == "global-admin")).map(Person::email);
        let recipient = match &address {
            Some(email) => vec![("email", email.as_str()), ("open_days", "30")],
            None => vec![("label", "A story"), ("open_days", "")],
        };
        self.posts(who, &format!("{draft}/recipient"), &recipient).await;
        self.posts(who, &format!("{draft}/message"), &[("language", "en"), ("first", ""), ("second", "")]).await;
        let made = self.posts(who, &format!("{draft}/creation"), &[("anyway", "yes")]).await;
        let made = made.leads_to().filter(|to| to.ends_with("done=created")).and_then(|to| id_after(&to, "/invitations/"));
        if let Some(id) = made {
            self.ids.invitations.push(id);
            self.ids.links.push(self.world.path_of(Kind::Invitation, id, 1));
        }
        made.is_some()
    }

    /// Changes the terms of an invitation as its form does, with the text that it has.
    async fn revises(&self, who: Person, at: usize, asks: &[Scope], days: i64, suggests: Option<Company>) -> bool {
        let id = self.ids.invitations[at];
        let kept = format!(
            "select revision::text, language, coalesce(paragraph_1, ''), coalesce(paragraph_2, '') from invitations where id = '{id}'"
        );
        let kept = self.db.query_one(&kept, &[]).await.expect("its text");
        let (asks, days, suggests) = typed(asks, days, suggests);
        let terms = asks.iter().map(|ask| ("asks", ask.as_str())).chain([("days", days.as_str()), ("holder", suggests.as_str())]);
        let text = ["base", "language", "first", "second"].into_iter().enumerate().map(|(column, name)| (name, kept.get(column)));
        let fields: Vec<_> = terms.chain(text).chain([("until", "keep"), ("step", "save")]).collect();
        self.is_done(who, &format!("/invitations/{id}/revisions/new"), &fields).await
    }

    async fn passes_on(&mut self, who: Person, at: usize) -> bool {
        let id = self.ids.invitations[at];
        let seen = format!("select revision::text from invitations where id = '{id}'");
        let seen: String = self.db.query_one(&seen, &[]).await.expect("its revision").get(0);
        let page = self.posts(who, &format!("/invitations/{id}/forwards/new"), &[("way", "link"), ("revision", &seen)]).await;
        let Some(forward) = page.leads_to().and_then(|to| id_after(&to, "/forwards/")) else { return false };
        let turn = format!("select generation from invitations where id = '{id}'");
        let turn: i32 = self.db.query_one(&turn, &[]).await.expect("its turn").get(0);
        let link = Link::new(Kind::Invitation, id, turn).via(forward);
        self.ids.links.push(format!("{}{}", Kind::Invitation.path(), link.token(&self.world.portal.keys)));
        true
    }

    /// Fills in the choices; the last page then lies open, unless the portal led elsewhere.
    pub async fn looks_at(&self, who: Person, acceptance: &Acceptance) -> Looked {
        let mut fields = vec![("agreement".to_owned(), AGREEMENT.to_owned())];
        for choice in &acceptance.choices {
            let (service, purpose) = choice.scope;
            fields.push((format!("holder-{service}-{purpose}"), choice.holder.id().to_string()));
            fields.push((format!("days-{service}-{purpose}"), choice.days.to_string()));
        }
        fields.extend(acceptance.ticks.iter().map(|(service, rival)| (format!("replace-{service}"), rival.id().to_string())));
        let path = format!("/received/{}/check", self.ids.invitations[acceptance.invitation]);
        let page = self.posts(who, &path, &pairs(&fields)).await;
        if let Some(to) = page.leads_to() {
            return Looked::Elsewhere(to.starts_with("/receipts/"));
        }
        let value = |name: &str| page.html.split_once(&format!("name=\"{name}\" value=\""))?.1.split('"').next().map(ToOwned::to_owned);
        let (Some(attempt), Some(shown)) = (value("attempt"), value("shown")) else { return Looked::Elsewhere(false) };
        fields.extend([("attempt".to_owned(), attempt), ("shown".to_owned(), shown)]);
        if acceptance.confirms {
            fields.extend(acceptance.choices.iter().map(|choice| ("outside".to_owned(), choice.holder.id().to_string())));
        }
        Looked::Open(Box::new(Open { who, acceptance: acceptance.clone(), fields }))
    }

    /// Sends the last page: whether that led to a receipt.
    pub async fn clicks(&self, open: &Open) -> bool {
        let path = format!("/received/{}/acceptance", self.ids.invitations[open.acceptance.invitation]);
        let page = self.posts(open.who, &path, &pairs(&open.fields)).await;
        page.leads_to().is_some_and(|to| to.starts_with("/receipts/"))
    }

    /// Takes down the ids of what the model says is new.
    pub async fn takes_down(&mut self, model: &Model) {
        let ids = &mut self.ids;
        ids.relationships.extend(new(&self.db, "relationships", &ids.relationships).await.into_iter().map(|(id, _)| id));
        ids.counters.extend(new(&self.db, "counter_offers", &ids.counters).await.into_iter().map(|(id, _)| id));
        ids.renewals.extend(new(&self.db, "renewals", &ids.renewals).await.into_iter().map(|(id, _)| id));
        let granted = new(&self.db, "delegations", &ids.delegations).await;
        for expected in &model.delegations[ids.delegations.len()..] {
            let (service, purpose) = expected.scope;
            let same = granted.iter().find(|(_, row)| row["service"] == service && row["purpose"] == purpose);
            ids.delegations.extend(same.map(|(id, _)| *id));
        }
    }
}

/// Terms as forms have them.
fn typed(asks: &[Scope], days: i64, holder: Option<Company>) -> (Vec<String>, String, String) {
    let asks = asks.iter().map(|(service, purpose)| format!("{service}/{purpose}")).collect();
    (asks, days.to_string(), holder.map(|holder| holder.id().to_string()).unwrap_or_default())
}

/// The rows of a table that are not known yet.
async fn new(db: &Client, table: &str, known: &[Uuid]) -> Vec<(Uuid, serde_json::Value)> {
    let known: Vec<String> = known.iter().map(ToString::to_string).collect();
    let query = format!("select id::text, to_jsonb({table})::text from {table} where not id::text = any($1)");
    let rows = db.query(&query, &[&known]).await.expect(&query);
    let read =
        |row: &tokio_postgres::Row| (row.get::<_, &str>(0).parse().expect("an id"), serde_json::from_str(row.get(1)).expect("a row"));
    rows.iter().map(read).collect()
}

/// What came of filling in the choices.
pub enum Looked {
    Open(Box<Open>),
    /// The portal led elsewhere: to the receipt of an earlier yes, or nowhere.
    Elsewhere(bool),
}

fn pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

fn id_after(path: &str, mark: &str) -> Option<Uuid> {
    path.split_once(mark)?.1.get(..36)?.parse().ok()
}

impl Deed {
    /// Whether it may give somebody an ability; everything else leaves them as they are or takes away.
    pub fn gives(&self) -> bool {
        matches!(self, Self::Accepts(_) | Self::Consents { .. } | Self::AcceptsRenewal { .. } | Self::Reinstates { .. })
    }
}

impl Model {
    /// What is not over, in the words of the ledger.
    pub fn told(&self) -> Vec<String> {
        let mut told: Vec<String> = self
            .living()
            .map(|(_, one)| {
                let mut words = String::new();
                let state = if one.awaits { "awaiting-partner" } else { "active" };
                let (holder, customer, owner, (service, purpose)) = (one.holder.name, one.customer.name, one.owner.name, one.scope);
                let _ =
                    write!(words, "{holder} for {customer} under {owner} in {service}: {purpose}, {state}, {} days", one.ends - self.today);
                words
            })
            .collect();
        told.sort_unstable();
        told
    }
}
