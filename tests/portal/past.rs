//! A past for the world: what Northwind and Fabrikam have to do with each other, and what is nobody else's business.

use mandate::links::{Kind, Link};
use uuid::Uuid;

use crate::world::{
    ADVENTURE_WORKS, CONTOSO, Company, FABRIKAM, HE_LIN, LI_NA, LIU_FANG, NORTHWIND, OLGA_PETROVA, PEOPLE, PROSEWARE, SHEN_KE, WANG_LEI,
    WU_TAO, World, ZHAO_MIN, ZHAO_YONG,
};

const fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_b000_0000_0000_0000 + number)
}

/// Northwind's standing invitation: every service there is to ask for in it is Exchange Online; handed to Contoso.
pub const STANDING: Uuid = id(1);
/// Northwind's invitation to somebody who has not answered.
pub const ADDRESSED: Uuid = id(2);
/// Something He Lin has begun to write.
pub const DRAFT: Uuid = id(3);
/// Contoso's forward of the standing invitation.
pub const FORWARD: Uuid = id(4);
/// The relationship of Northwind and Fabrikam that came of it.
pub const RELATIONSHIP: Uuid = id(5);
/// Northwind provisions Exchange Online.
pub const OWN_DELEGATION: Uuid = id(6);
/// Contoso supports it.
pub const CONTOSOS_DELEGATION: Uuid = id(7);
/// Adventure Works is asked whether it wants to support SharePoint Online.
pub const AWAITING_DELEGATION: Uuid = id(8);
/// A letter about it.
pub const LETTER: Uuid = id(9);
/// A counter-offer of Fabrikam's that Northwind refused.
pub const COUNTER_OFFER: Uuid = id(10);
/// Fabrikam bought Exchange Online from Northwind, Azure directly, and Power BI from Proseware.
pub const SUBSCRIPTION: Uuid = id(10);
/// A file of subscriptions that the operator has not looked at yet.
pub const IMPORT: Uuid = id(11);
/// What Contoso asks Northwind for.
pub const REQUEST: Uuid = id(10);
/// A report of the standing invitation.
pub const ALARM: Uuid = id(11);
/// The partnership of Northwind and Contoso.
pub const PARTNERSHIP: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_a000_0000_0000_0000);
/// Northwind's offer to renew its own delegation, which Fabrikam declined.
pub const RENEWAL: Uuid = id(10);
/// Wu Tao's use of Contoso's delegation.
pub const USE: Uuid = id(11);
/// The receipt's reference.
pub const REFERENCE: &str = "M-2345-6789";

impl World {
    /// A world in which Fabrikam accepted what Contoso had forwarded.
    pub async fn with_a_past() -> Self {
        let world = Self::new().await;
        world.has_a_past().await;
        world
    }

    /// Gives a world that past.
    pub async fn has_a_past(&self) {
        self.database.connect().await.batch_execute(&sql()).await.expect("the past can be written");
    }
}

fn sql() -> String {
    let (northwind, contoso, fabrikam, works) = (NORTHWIND.id(), CONTOSO.id(), FABRIKAM.id(), ADVENTURE_WORKS.id());
    let (he_lin, liu_fang, zhao_yong, zhao_min) = (HE_LIN.id(), LIU_FANG.id(), ZHAO_YONG.id(), ZHAO_MIN.id());
    let named = |company: Company| serde_json::json!({ "id": company.id(), "name": company.name, "partner_id": company.partner_id });
    let shown = serde_json::json!({
        "invitation": STANDING, "kind": "standing", "inviter": named(NORTHWIND), "forwarder": named(CONTOSO), "passed_at": null,
        "opened_at": "2026-11-17T00:00:00Z", "customer": named(FABRIKAM),
        "account": { "user": ZHAO_MIN.id(), "name": ZHAO_MIN.name, "email": ZHAO_MIN.email() },
        "asks": [
            { "service": "exchange-online", "purpose": "provisioning" }, { "service": "exchange-online", "purpose": "support" },
            { "service": "sharepoint-online", "purpose": "support" },
        ], "asked_days": 365, "paragraphs": [null, null], "choices": [], "replaces": [],
        "agreement": "2026-11", "language": "en", "will": [], "stays": [],
    });
    let granted = |id: Uuid, holder: Uuid, kind: &str, service: &str, purpose: &str, state: &str| {
        let answered = if state == "active" { format!("'{zhao_min}', now() - interval '4 days'") } else { "null, null".to_owned() };
        format!(
            "insert into delegations (id, relationship_id, acceptance_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, granted_at, starts_at, ends_at, answered_by, answered_at)
             values ('{id}', '{RELATIONSHIP}', '{RELATIONSHIP}', '{fabrikam}', '{northwind}', '{holder}', '{kind}', '{service}', '{purpose}', '{state}', 365, '{zhao_min}', now() - interval '4 days', now() - interval '4 days', now() + interval '361 days', {answered});\n"
        )
    };
    format!(
        "insert into invitations (id, inviter_id, kind, label, language, days, paragraph_1, paragraph_2, state, frozen_at, created_by, created_at)
         values ('{STANDING}', '{northwind}', 'standing', 'Everybody in spring', 'en', 365, 'A word of welcome.', 'A word of thanks.', 'open', now() - interval '9 days', '{he_lin}', now() - interval '10 days');
         insert into invitations (id, inviter_id, kind, label, language, days, recipient_email, recipient_name, state, frozen_at, expires_at, created_by, created_at)
         values ('{ADDRESSED}', '{northwind}', 'addressed', 'For a newcomer', 'en', 30, 'it@newcomer.example', 'Somebody New', 'open', now(), now() + interval '30 days', '{liu_fang}', now() - interval '1 day');
         insert into invitation_services (invitation_id, service, purpose) values ('{STANDING}', 'exchange-online', 'provisioning'), ('{STANDING}', 'exchange-online', 'support'),
           ('{STANDING}', 'sharepoint-online', 'support'), ('{ADDRESSED}', 'azure', 'support');
         insert into invitation_drafts (id, org_id, user_id) values ('{DRAFT}', '{northwind}', '{he_lin}');
         insert into handouts (invitation_id, inviter_id, reseller_id, handed_by, handed_at) values ('{STANDING}', '{northwind}', '{contoso}', '{he_lin}', now() - interval '9 days');
         insert into forwards (id, invitation_id, inviter_id, forwarder_id, forwarded_by, way, recipient_email, forwarded_at, revision)
         values ('{FORWARD}', '{STANDING}', '{northwind}', '{contoso}', '{zhao_yong}', 'text', 'it@fabrikam.example', now() - interval '8 days', 1);
         insert into openings (invitation_id, customer_id, inviter_id, forward_id, opened_by, opened_at) values ('{STANDING}', '{fabrikam}', '{northwind}', '{FORWARD}', '{zhao_min}', now() - interval '5 days');
         insert into relationships (id, owner_id, customer_id, customer_name, since) values ('{RELATIONSHIP}', '{northwind}', '{fabrikam}', 'Fabrikam', now() - interval '4 days');
         insert into acceptances (id, reference, invitation_id, forward_id, forwarder_id, relationship_id, inviter_id, customer_id, accepted_by, accepted_by_name, accepted_at, language, agreement_version, shown, shown_hash, attempt)
         values ('{RELATIONSHIP}', '{REFERENCE}', '{STANDING}', '{FORWARD}', '{contoso}', '{RELATIONSHIP}', '{northwind}', '{fabrikam}', '{zhao_min}', 'Zhao Min', now() - interval '4 days', 'en', '2026-11', '{shown}', sha256('shown'), '{RELATIONSHIP}');
         insert into counter_offers (id, invitation_id, customer_id, inviter_id, asks, days, state, made_by, made_at, closed_by, closed_at, reason)
         values ('{COUNTER_OFFER}', '{STANDING}', '{fabrikam}', '{northwind}', '{{exchange-online/support}}', 90, 'refused', '{zhao_min}', now() - interval '5 days', '{he_lin}', now() - interval '5 days', 'Too little.');
         insert into request_handovers (invitation_id, customer_id, handed_by, handed_to) values ('{STANDING}', '{fabrikam}', '{}', '{zhao_min}');
         insert into invitation_requests (id, provider_id, reseller_id, kind, title, email, language, asks, days, suggests, attempt, asked_by)
         values ('{REQUEST}', '{northwind}', '{contoso}', 'addressed', 'Somebody New', 'it@newcomer.example', 'en', array['azure/support'], 365, true, '{REQUEST}', '{zhao_yong}');
         insert into issuing_policies (id, partnership_id, provider_id, reseller_id, asks, standing, days, per_month, from_at, active, set_by)
         values ('{REQUEST}', '{PARTNERSHIP}', '{northwind}', '{contoso}', '{{}}', false, 30, 1, now() - interval '1 day', false, '{he_lin}');
         insert into alarms (id, invitation_id, reason, words, attempt) values ('{ALARM}', '{STANDING}', 'unknown', 'We know nobody there.', '{ALARM}');
         insert into outbox (id, org_id, recipient, language, letter, state, sent_at)
         values ('{LETTER}', '{northwind}', 'zhao.min@fabrikam.example', 'en', '{{\"letter\": \"password-changed\"}}', 'sent', now());\n",
        SHEN_KE.id()
    ) + &bought()
        + &granted(OWN_DELEGATION, northwind, NORTHWIND.kind, "exchange-online", "provisioning", "active")
        + &granted(CONTOSOS_DELEGATION, contoso, CONTOSO.kind, "exchange-online", "support", "active")
        + &granted(AWAITING_DELEGATION, works, ADVENTURE_WORKS.kind, "sharepoint-online", "support", "awaiting-partner")
        + &lives()
}

/// What became of the delegations since: an offer to renew one, a use of another, somebody's calendar of ends.
fn lives() -> String {
    let (northwind, contoso, fabrikam) = (NORTHWIND.id(), CONTOSO.id(), FABRIKAM.id());
    format!(
        "insert into renewals (id, delegation_id, relationship_id, customer_id, owner_id, holder_id, days, prepared_org_id, prepared_by, state, closed_by, closed_at)
         values ('{RENEWAL}', '{OWN_DELEGATION}', '{RELATIONSHIP}', '{fabrikam}', '{northwind}', '{northwind}', 365, '{northwind}', '{}', 'declined', '{}', now());
         insert into uses (id, delegation_id, relationship_id, customer_id, holder_id, user_id, user_name, service, purpose, reason, used_at)
         values ('{USE}', '{CONTOSOS_DELEGATION}', '{RELATIONSHIP}', '{fabrikam}', '{contoso}', '{}', 'Wu Tao', 'exchange-online', 'support', 'A question about calendars', now() - interval '1 day');
         insert into extension_refusals (delegation_id, ends_at, hindrance) values ('{CONTOSOS_DELEGATION}', now() - interval '1 year', 'suspended');
         insert into calendars (user_id, org_id) values ('{}', '{contoso}');\n",
        HE_LIN.id(),
        ZHAO_MIN.id(),
        WU_TAO.id(),
        LI_NA.id()
    )
}

fn bought() -> String {
    let (northwind, fabrikam, proseware, olga) = (NORTHWIND.id(), FABRIKAM.id(), PROSEWARE.id(), OLGA_PETROVA.id());
    format!(
        "insert into subscriptions (id, external_id, customer_id, service, channel, seller_id, seller_kind, partner_of_record_id, seats, term_start, term_end, state) values
         ('{SUBSCRIPTION}', 'PAST-1', '{fabrikam}', 'exchange-online', 'csp', '{northwind}', 'indirect-provider', '{northwind}', 25, '2026-01-01', '2026-12-31', 'active'),
         ('{}', 'PAST-2', '{fabrikam}', 'azure', 'direct', null, null, null, null, '2026-03-01', null, 'active'),
         ('{}', 'PAST-3', '{fabrikam}', 'power-bi', 'csp', '{proseware}', 'indirect-provider', null, 5, '2026-01-01', '2026-12-31', 'active');
         insert into subscription_imports (id, file_name, state, row_count, worked, new_rows, uploaded_by) values ('{IMPORT}', 'spring.csv', 'ready', 1, 1, 1, '{olga}');
         insert into subscription_import_rows (import_id, number, line, external_id, cells, verdict) values
         ('{IMPORT}', 1, 2, 'NEXT-1', array['NEXT-1', 'fabrikam.example', 'Fabrikam', 'intune', 'direct', '', '', '5', '2026-01-01', '', 'active'], 'new');\n",
        id(12),
        id(13)
    )
}

/// What stands in a path in the place of a word in braces: things of Northwind and Fabrikam.
pub fn in_place_of(word: &str, path: &str) -> String {
    let of = |start: &str| path.starts_with(start);
    match word {
        "{id}" if of("/invitations/drafts/") => DRAFT.to_string(),
        "{id}" if of("/invitations/") || of("/review/invitations/") => STANDING.to_string(),
        "{id}" if of("/alarms/") => ALARM.to_string(),
        "{id}" if of("/requests/") => REQUEST.to_string(),
        "{id}" if of("/partnerships/") => PARTNERSHIP.to_string(),
        "{id}" if of("/delegations/") || of("/review/delegations/") => CONTOSOS_DELEGATION.to_string(),
        "{id}" if of("/review/relationships/") => RELATIONSHIP.to_string(),
        "{id}" if of("/mail/") || of("/demo/mail/") => LETTER.to_string(),
        "{id}" if of("/organizations/") => NORTHWIND.id().to_string(),
        "{invitation}" => STANDING.to_string(),
        "{forward}" => FORWARD.to_string(),
        "{org}" => NORTHWIND.id().to_string(),
        "{counter}" => COUNTER_OFFER.to_string(),
        "{holder}" => CONTOSO.id().to_string(),
        "{reseller}" => CONTOSO.id().to_string(),
        "{delegation}" => OWN_DELEGATION.to_string(),
        "{renewal}" => RENEWAL.to_string(),
        "{use}" => USE.to_string(),
        "{relationship}" => RELATIONSHIP.to_string(),
        "{subscription}" => SUBSCRIPTION.to_string(),
        "{import}" => IMPORT.to_string(),
        "{user}" => WANG_LEI.id().to_string(),
        "{reference}" => REFERENCE.to_owned(),
        "{revision}" => "1".to_owned(),
        "{step}" => "kind".to_owned(),
        "{service}" => "exchange-online".to_owned(),
        "{session}" => "00".repeat(32),
        "{token}" => "AAAA".to_owned(),
        "{name}" => "app.css".to_owned(),
        "{version}" => "2026-11".to_owned(),
        other => panic!("{path} has {other}, of which this test knows nothing"),
    }
}

/// An invitation that is already there when a story begins.
pub struct Offer {
    /// Whose it is.
    pub by: Company,
    /// The address it is meant for; a standing one has none.
    pub to: Option<String>,
    /// What is asked for: services and purposes.
    pub asks: &'static [(&'static str, &'static str)],
    /// Who is suggested.
    pub suggests: Option<Company>,
    /// Who passed it on.
    pub forwarded_by: Option<Company>,
}

impl Default for Offer {
    fn default() -> Self {
        let asks = &[("exchange-online", "provisioning"), ("exchange-online", "support"), ("sharepoint-online", "support")];
        Self { by: NORTHWIND, to: None, asks, suggests: None, forwarded_by: None }
    }
}

/// An invitation with its link.
#[derive(Debug, Clone)]
pub struct Offered {
    /// Its id.
    pub id: Uuid,
    /// The path of its link.
    pub link: String,
}

impl World {
    /// Somebody invites, somebody else may have passed it on.
    pub async fn offers(&self, offer: Offer) -> Offered {
        let id = Uuid::now_v7();
        let author = |company: Company| PEOPLE.iter().find(|person| person.company == company).expect("every company has people").id();
        let quoted = |text: Option<String>| text.map_or("null".to_owned(), |text| format!("'{text}'"));
        let kind = if offer.to.is_some() { "addressed" } else { "standing" };
        let expires = if offer.to.is_some() { "now() + interval '30 days'" } else { "null" };
        let (by, suggests) = (offer.by.id(), quoted(offer.suggests.map(|company| company.id().to_string())));
        let mut sql = format!(
            "insert into invitations (id, inviter_id, kind, label, language, days, paragraph_1, suggested_holder_id, recipient_email, frozen_at, expires_at, created_by)
             values ('{id}', '{by}', '{kind}', 'A story', 'en', 365, 'In our own words.', {suggests}, {}, now(), {expires}, '{}');\n",
            quoted(offer.to),
            author(offer.by)
        );
        for (service, purpose) in offer.asks {
            sql +=
                &format!("insert into invitation_services (invitation_id, service, purpose) values ('{id}', '{service}', '{purpose}');\n");
        }
        let mut link = Link::new(Kind::Invitation, id, 1);
        if let Some(forwarder) = offer.forwarded_by {
            let (forward, reseller, person) = (Uuid::now_v7(), forwarder.id(), author(forwarder));
            sql += &format!(
                "insert into handouts (invitation_id, inviter_id, reseller_id, handed_by) values ('{id}', '{by}', '{reseller}', '{0}');
                 insert into forwards (id, invitation_id, inviter_id, forwarder_id, forwarded_by, way, revision) values ('{forward}', '{id}', '{by}', '{reseller}', '{person}', 'link', 1);\n",
                author(offer.by)
            );
            link = link.via(forward);
        }
        self.database.connect().await.batch_execute(&sql).await.expect("the invitation can be made");
        Offered { id, link: format!("{}{}", Kind::Invitation.path(), link.token(&self.portal.keys)) }
    }

    /// How many events of a kind the trail has.
    pub async fn recorded(&self, kind: &str) -> i64 {
        self.database.count(&format!("select count(*) from audit_events where kind = '{kind}'")).await
    }

    /// Runs a change that only the passing of time, or somebody with all power over the database, could make.
    pub async fn suddenly(&self, sql: &str) {
        self.database.connect().await.batch_execute(sql).await.expect(sql);
    }

    /// From now on the database fails at rows of a table for which that is so: a fault of ours that concerns single rows.
    pub async fn fails_at(&self, table: &str, doing: &str, when: &str) {
        self.suddenly(&format!(
            "create function fail_on_purpose() returns trigger language plpgsql as $$ begin raise exception 'on purpose'; end $$;
             create trigger fail_on_purpose before {doing} on {table} for each row when ({when}) execute function fail_on_purpose()"
        ))
        .await;
    }

    /// It is mended.
    pub async fn fails_no_more(&self, table: &str) {
        self.suddenly(&format!("drop trigger fail_on_purpose on {table}; drop function fail_on_purpose")).await;
    }
}
