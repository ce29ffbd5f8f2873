//! Every form that names a thing: who can send it, on what, and with which fields.
//!
//! A form that lacks a field is refused whosever the thing is; only one that is complete tells who is let in.

use mandate::db::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::routes::Route;
use crate::{
    past::{self, AWAITING_DELEGATION, CONTOSOS_DELEGATION},
    world::{
        ADVENTURE_WORKS, CONTOSO, FABRIKAM, HE_LIN, KRONOS, LI_NA, LITWARE, LUO_YI, MA_LI, NORTHWIND, OLGA_PETROVA, Person, SHEN_KE,
        SUN_HAO, WU_TAO, World, XU_BO, ZHANG_WEI, ZHAO_MIN, ZHAO_YONG, ZHOU_JIE,
    },
};

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_d000_0000_0000_0000 + number)
}

// What the past lacks for every form to have something to be sent to ---------------------------------------------------

/// A draft that nobody goes on with.
const LEFT_DRAFT: Uuid = id(1);
/// Northwind's offer that Fabrikam has opened and not answered.
const OFFER: Uuid = id(2);
/// One that is answered with a counter-offer, and another.
const COUNTERED: [Uuid; 2] = [id(3), id(4)];
/// Those counter-offers, which wait for Northwind.
const COUNTER_OFFERS: [Uuid; 2] = [id(5), id(6)];
/// A forward of Contoso's that came back.
const BOUNCED: Uuid = id(7);
/// Its mail, which nobody could deliver.
const DEAD_LETTER: Uuid = id(8);
/// Adventure Works is asked for Teams as well.
const ALSO_AWAITING: Uuid = id(9);
/// A delegation of Contoso's that ends soon.
const ENDS_SOON: Uuid = id(10);
/// Others, for which Northwind has prepared a renewal.
const RENEWED: [(Uuid, &str); 3] = [(id(11), "power-bi"), (id(12), "entra-id"), (id(13), "dynamics-365")];
/// Those renewals, which wait for Fabrikam.
const RENEWALS: [Uuid; 3] = [id(14), id(15), id(16)];
/// More that Contoso asks Northwind for.
const REQUESTS: [Uuid; 2] = [id(17), id(18)];
/// A report of Northwind's offer.
const OTHER_ALARM: Uuid = id(19);
/// Northwind has asked a reseller that did not answer yet.
const UNANSWERED: Uuid = id(20);
/// A relationship of Northwind's without a subscription in its way.
const BARE_RELATIONSHIP: Uuid = id(21);
/// A second file of subscriptions.
const OTHER_IMPORT: Uuid = id(22);
/// What Litware says of itself.
const SAID_DOMAIN: &str = "litware.cn";
/// The mark of He Lin's session at another browser: the first bytes of its key's hash, which is 32 times 11.
const SESSION: &str = "1111111111111111";

/// A row that is like another but for this.
fn like(table: &str, id: Uuid, changes: &Value) -> String {
    format!("insert into {table} select (jsonb_populate_record(t, '{changes}')).* from {table} t where id = '{id}';\n")
}

fn in_days(days: i64) -> Timestamp {
    chrono::Utc::now() + chrono::TimeDelta::days(days)
}

fn sql() -> String {
    let (northwind, fabrikam, zhao_min, zhang_wei) = (NORTHWIND.id(), FABRIKAM.id(), ZHAO_MIN.id(), ZHANG_WEI.id());
    let mut sql = like("invitation_drafts", past::DRAFT, &json!({ "id": LEFT_DRAFT }));
    for offer in [OFFER, COUNTERED[0], COUNTERED[1]] {
        sql += &like("invitations", past::STANDING, &json!({ "id": offer, "label": "Some in autumn" }));
        sql += &format!(
            "insert into invitation_services (invitation_id, service, purpose) values ('{offer}', 'azure', 'support');
             insert into openings (invitation_id, customer_id, inviter_id, opened_by) values ('{offer}', '{fabrikam}', '{northwind}', '{zhao_min}');\n"
        );
    }
    for (counter, offer) in COUNTER_OFFERS.into_iter().zip(COUNTERED) {
        let open = json!({
            "id": counter, "invitation_id": offer, "asks": ["azure/support"], "state": "open", "closed_by": null, "closed_at": null, "reason": null,
        });
        sql += &like("counter_offers", past::COUNTER_OFFER, &open);
    }
    let mail = json!({ "id": BOUNCED, "way": "mail", "outbox_id": DEAD_LETTER });
    sql += &like("outbox", past::LETTER, &json!({ "id": DEAD_LETTER, "org_id": CONTOSO.id(), "state": "queued", "sent_at": null }));
    sql += &like("forwards", past::FORWARD, &mail);
    sql += &format!("update outbox set state = 'dead' where id = '{DEAD_LETTER}';\n");
    sql += &like("delegations", AWAITING_DELEGATION, &json!({ "id": ALSO_AWAITING, "service": "teams" }));
    sql += &like("delegations", CONTOSOS_DELEGATION, &json!({ "id": ENDS_SOON, "service": "intune", "ends_at": in_days(20) }));
    for (renewal, (delegation, service)) in RENEWALS.into_iter().zip(RENEWED) {
        sql += &like("delegations", CONTOSOS_DELEGATION, &json!({ "id": delegation, "service": service, "ends_at": in_days(20) }));
        let open = json!({
            "id": renewal, "delegation_id": delegation, "holder_id": CONTOSO.id(), "state": "open", "closed_by": null, "closed_at": null,
        });
        sql += &like("renewals", past::RENEWAL, &open);
    }
    for request in REQUESTS {
        sql += &like("invitation_requests", past::REQUEST, &json!({ "id": request, "attempt": request }));
    }
    sql += &like("alarms", past::ALARM, &json!({ "id": OTHER_ALARM, "attempt": OTHER_ALARM, "invitation_id": OFFER }));
    let bare = json!({ "id": BARE_RELATIONSHIP, "customer_id": KRONOS.id(), "customer_name": KRONOS.name });
    sql += &like("relationships", past::RELATIONSHIP, &bare);
    sql += &format!("update organizations set domain = '{SAID_DOMAIN}' where id = '{}';\n", LITWARE.id());
    sql += &like("subscription_imports", past::IMPORT, &json!({ "id": OTHER_IMPORT }));
    sql += &format!(
        "insert into partnerships (id, provider_id, state, recipient_email, language, invited_by, invited_at, expires_at)
         values ('{UNANSWERED}', '{northwind}', 'invited', 'new@reseller.example', 'en', '{zhang_wei}', now(), now() + interval '30 days');
         insert into sessions (key_hash, user_id, org_id) values (decode(repeat('11', 32), 'hex'), '{}', '{northwind}');\n",
        HE_LIN.id()
    );
    for person in [XU_BO, LUO_YI, MA_LI] {
        sql += &format!(
            "insert into membership_offers (user_id, org_id, org_kind, org_name, name, email, offered_by)
             values ('{}', '{northwind}', 'indirect-provider', 'Northwind Traders', '{}', '{}', '{zhang_wei}');\n",
            person.id(),
            person.name,
            person.email()
        );
    }
    sql
}

impl World {
    /// A world with a past in which every form has something to be sent to.
    pub async fn with_something_for_every_form() -> Self {
        let world = Self::with_a_past().await;
        world.suddenly(&sql()).await;
        world
    }
}

// The forms ------------------------------------------------------------------------------------------------------------

/// A form with everything that belongs in it, and somebody who can send it.
pub struct Complete {
    /// Its route.
    pub route: &'static str,
    /// Who can send it.
    pub by: Person,
    /// What whoever sends it is answered with.
    pub answer: u16,
    fields: Vec<(&'static str, String)>,
    thing: Option<String>,
}

/// A form that is a button and nothing else.
fn presses(by: Person, route: &'static str) -> Complete {
    Complete { route, by, answer: 303, fields: Vec::new(), thing: None }
}

/// A form with fields, all of them.
fn fills(by: Person, route: &'static str, fields: &[(&'static str, &str)]) -> Complete {
    let fields = fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    Complete { fields, ..presses(by, route) }
}

impl Complete {
    /// It is about this thing, and not about the one that the past has for the last word in braces.
    fn on(self, thing: impl ToString) -> Self {
        Self { thing: Some(thing.to_string()), ..self }
    }

    /// It is answered with something else than the way to the next page.
    fn answered_with(self, answer: u16) -> Self {
        Self { answer, ..self }
    }

    /// Whether it is a form of this route.
    pub fn is_of(&self, route: &Route) -> bool {
        route.method == "POST" && route.path == self.route
    }

    /// Where it leads.
    pub fn path(&self) -> String {
        let mut parts: Vec<_> = self.route.split('/').map(ToOwned::to_owned).collect();
        let last = parts.iter().rposition(|part| part.starts_with('{'));
        for (at, part) in parts.iter_mut().enumerate().filter(|(_, part)| part.starts_with('{')) {
            *part = match &self.thing {
                Some(thing) if Some(at) == last => thing.clone(),
                _ => past::in_place_of(part, self.route),
            };
        }
        parts.join("/")
    }

    /// Its fields, with the token of whoever sends it.
    pub fn fields<'a>(&'a self, token: &'a str) -> Vec<(&'a str, &'a str)> {
        self.fields.iter().map(|(name, value)| (*name, value.as_str())).chain([("csrf", token)]).collect()
    }
}

/// All of them, in an order in which each can be sent: what ends something comes after what needs it.
pub fn forms() -> Vec<Complete> {
    [drafts(), invitations(), received(), counter_offers(), requests(), delegations(), renewals(), accounts(), operator(), ends()]
        .into_iter()
        .flatten()
        .collect()
}

fn drafts() -> Vec<Complete> {
    vec![
        fills(HE_LIN, "/invitations/drafts/{id}/kind", &[("kind", "addressed"), ("go", "")]),
        fills(HE_LIN, "/invitations/drafts/{id}/services", &[("asks", "azure/support"), ("days", "90"), ("holder", ""), ("go", "")]),
        fills(
            HE_LIN,
            "/invitations/drafts/{id}/recipient",
            &[
                ("label", "Complete"),
                ("email", "it@complete.example"),
                ("name", "Complete"),
                ("domain", ""),
                ("open_days", "30"),
                ("go", ""),
            ],
        ),
        fills(HE_LIN, "/invitations/drafts/{id}/message", &[("language", "en"), ("first", "One."), ("second", "Two."), ("go", "")]),
        fills(HE_LIN, "/invitations/drafts/{id}/creation", &[("anyway", "yes"), ("send", "")]),
        presses(HE_LIN, "/invitations/drafts/{id}/removal").on(LEFT_DRAFT),
    ]
}

fn invitations() -> Vec<Complete> {
    let works = ADVENTURE_WORKS.id().to_string();
    vec![
        fills(HE_LIN, "/invitations/{id}/handouts", &[("resellers", &works)]),
        fills(
            ZHAO_YONG,
            "/invitations/{id}/forwards/new",
            &[("revision", "1"), ("way", "text"), ("recipients", "it@complete.example"), ("note", "A word.")],
        ),
        fills(
            ZHAO_YONG,
            "/invitations/{id}/forwards/{forward}/correction",
            &[("email", "it@corrected.example"), ("name", "Corrected"), ("domain", "")],
        )
        .on(BOUNCED),
        presses(HE_LIN, "/invitations/{id}/handouts/{reseller}/removal"),
        presses(HE_LIN, "/invitations/{id}/pause"),
        presses(HE_LIN, "/invitations/{id}/resumption"),
        presses(HE_LIN, "/invitations/{id}/rotation"),
        fills(HE_LIN, "/invitations/{id}/reminders", &[("reminders", "off")]).on(past::ADDRESSED),
        fills(
            HE_LIN,
            "/invitations/{id}/revisions/new",
            &[
                ("base", "1"),
                ("asks", "exchange-online/support"),
                ("days", "90"),
                ("holder", ""),
                ("language", "en"),
                ("first", "Other words."),
                ("second", ""),
                ("until", "keep"),
                ("open_days", ""),
                ("step", "save"),
            ],
        ),
    ]
}

fn received() -> Vec<Complete> {
    let (northwind, zhao_min) = (NORTHWIND.id().to_string(), ZHAO_MIN.id().to_string());
    let attempt = Uuid::now_v7().to_string();
    let chosen = [("holder-azure-support", northwind.as_str()), ("days-azure-support", "90"), ("agreement", "2026-11"), ("revision", "1")];
    let unseen = "00".repeat(32);
    let accepts = [chosen.as_slice(), &[("attempt", &attempt), ("shown", &unseen)]].concat();
    vec![
        fills(SHEN_KE, "/received/{invitation}/handover", &[("to", &zhao_min)]).on(OFFER),
        fills(
            SHEN_KE,
            "/received/{invitation}/alarm",
            &[("attempt", &attempt), ("reason", "unknown"), ("words", "Who is that?"), ("contact", "")],
        )
        .on(OFFER),
        fills(
            ZHAO_MIN,
            "/received/{invitation}/counter-offer",
            &[("asks", "azure/support"), ("days", "30"), ("holder", ""), ("another", ""), ("note", "")],
        )
        .on(OFFER),
        presses(ZHAO_MIN, "/received/{invitation}/counter-offer/withdrawal").on(OFFER),
        fills(ZHAO_MIN, "/received/{invitation}/check", &chosen).on(OFFER).answered_with(200),
        // Nobody can make up the hash of what the page before showed: it is answered as if something had changed since (D6).
        fills(ZHAO_MIN, "/received/{invitation}/acceptance", &accepts).on(OFFER).answered_with(409),
        fills(ZHAO_MIN, "/received/{invitation}/decline", &[("reason", "Too dear.")]).on(OFFER),
    ]
}

fn counter_offers() -> Vec<Complete> {
    vec![
        presses(HE_LIN, "/counter-offers/{counter}/agreement").on(COUNTER_OFFERS[0]),
        fills(HE_LIN, "/counter-offers/{counter}/refusal", &[("reason", "Too little.")]).on(COUNTER_OFFERS[1]),
    ]
}

fn requests() -> Vec<Complete> {
    let today = in_days(0).format("%Y-%m-%d").to_string();
    vec![
        fills(
            HE_LIN,
            "/requests/{id}/invitation",
            &[
                ("title", "Somebody New"),
                ("email", "it@newcomer.example"),
                ("domain", ""),
                ("asks", "azure/support"),
                ("days", "90"),
                ("suggests", ""),
                ("anyway", "yes"),
            ],
        ),
        fills(HE_LIN, "/requests/{id}/refusal", &[("reason", "We know them ourselves.")]).on(REQUESTS[0]),
        presses(ZHAO_YONG, "/requests/{id}/withdrawal").on(REQUESTS[1]),
        fills(
            HE_LIN,
            "/partnerships/{id}/policy",
            &[
                ("active", "yes"),
                ("asks", "azure/support"),
                ("standing", ""),
                ("days", "90"),
                ("per_month", "5"),
                ("from", &today),
                ("until", ""),
            ],
        ),
    ]
}

fn delegations() -> Vec<Complete> {
    let contoso = CONTOSO.id().to_string();
    vec![
        fills(ZHOU_JIE, "/delegations/{id}/refusal", &[("together", "")]).on(ALSO_AWAITING),
        fills(ZHOU_JIE, "/delegations/{id}/consent", &[("together", "yes")]).on(AWAITING_DELEGATION),
        fills(ZHAO_MIN, "/delegations/{id}/extension/customer", &[("agrees", "yes")]),
        fills(LI_NA, "/delegations/{id}/extension/holder", &[("agrees", "yes")]),
        fills(WU_TAO, "/delegations/{id}/uses/new", &[("reason", "A question about calendars")]),
        fills(HE_LIN, "/subscriptions/{subscription}/support-contact", &[("contact", &contoso)]),
    ]
}

fn renewals() -> Vec<Complete> {
    vec![
        fills(LI_NA, "/delegations/{id}/renewals/new", &[("days", "90")]).on(ENDS_SOON),
        fills(ZHAO_MIN, "/renewals/{renewal}/acceptance", &[("days", "90")]).on(RENEWALS[0]),
        presses(ZHAO_MIN, "/renewals/{renewal}/decline").on(RENEWALS[1]),
        presses(HE_LIN, "/renewals/{renewal}/withdrawal").on(RENEWALS[2]),
    ]
}

fn accounts() -> Vec<Complete> {
    vec![
        presses(HE_LIN, "/account/sessions/{session}/ending").on(SESSION),
        presses(XU_BO, "/account/offers/{org}/acceptance"),
        presses(LUO_YI, "/account/offers/{org}/refusal"),
        presses(SUN_HAO, "/people/offers/{user}/letter").on(MA_LI.id()),
        presses(SUN_HAO, "/people/offers/{user}/withdrawal").on(MA_LI.id()),
        fills(SUN_HAO, "/people/{user}/settings", &[("agent", "none"), ("admin", "billing-admin")]),
    ]
}

fn operator() -> Vec<Complete> {
    vec![
        presses(OLGA_PETROVA, "/subscriptions/imports/{import}/confirmation"),
        presses(OLGA_PETROVA, "/subscriptions/imports/{import}/withdrawal").on(OTHER_IMPORT),
        presses(OLGA_PETROVA, "/mail/{id}/retry").on(DEAD_LETTER),
        presses(OLGA_PETROVA, "/mail/{id}/return"),
        fills(
            OLGA_PETROVA,
            "/services/{service}/entry",
            &[
                ("code", "exchange-online"),
                ("kind", "licence"),
                ("name_en", "Exchange"),
                ("name_zh", "Exchange"),
                ("name_ru", "Exchange"),
                ("admin_url", ""),
                ("go", ""),
            ],
        ),
        fills(OLGA_PETROVA, "/services/{service}/place", &[("way", "down")]),
        presses(OLGA_PETROVA, "/services/{service}/retirement"),
        presses(OLGA_PETROVA, "/services/{service}/return"),
        fills(
            OLGA_PETROVA,
            "/organizations/{id}/profile",
            &[
                ("name", "Northwind"),
                ("registered_id", ""),
                ("domain", "northwind.example"),
                ("shown_domain", "northwind.example"),
                ("country", "CN"),
                ("contact", "office@northwind.example"),
                ("tenant", ""),
                ("reason", "It has a shorter name."),
            ],
        ),
    ]
}

fn ends() -> Vec<Complete> {
    let renewed = RENEWED[1].0.to_string();
    vec![
        presses(LI_NA, "/delegations/{id}/giving-up").on(ENDS_SOON),
        presses(ZHAO_MIN, "/delegations/{id}/removal"),
        fills(ZHAO_MIN, "/holders/{holder}/removal", &[("delegation", &renewed)]),
        presses(HE_LIN, "/relationships/{relationship}/removal").on(BARE_RELATIONSHIP),
        fills(OLGA_PETROVA, "/alarms/{id}/closure", &[("reason", "They know each other.")]).on(OTHER_ALARM),
        fills(OLGA_PETROVA, "/alarms/{id}/reopening", &[("reason", "They do not.")]).on(OTHER_ALARM),
        fills(OLGA_PETROVA, "/alarms/{id}/stop", &[("reason", "Nobody knows them.")]),
        fills(OLGA_PETROVA, "/review/invitations/{invitation}/lifting", &[("reason", "We found them.")]),
        fills(OLGA_PETROVA, "/review/invitations/{invitation}/stop", &[("reason", "Nobody knows them.")]),
        presses(HE_LIN, "/invitations/{id}/revocation").on(past::ADDRESSED),
        presses(ZHANG_WEI, "/partnerships/{id}/withdrawal").on(UNANSWERED),
        presses(ZHANG_WEI, "/partnerships/{id}/ending"),
        presses(SUN_HAO, "/people/{user}/removal"),
        fills(OLGA_PETROVA, "/organizations/{id}/domain-confirmation", &[("domain", SAID_DOMAIN)]).on(LITWARE.id()),
        fills(OLGA_PETROVA, "/organizations/{id}/suspension", &[("reason", "Invoices are unpaid.")]),
        fills(OLGA_PETROVA, "/organizations/{id}/reinstatement", &[("reason", "They are paid.")]),
    ]
}
