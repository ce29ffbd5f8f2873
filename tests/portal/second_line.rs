//! The second line: what the database itself refuses, to the portal's own role and inside an organization's own session, and
//! what it lets through beside it. Whatever a page or an action forgets, these statements do not pass.

use mandate::db::migrate;
use uuid::Uuid;

use crate::{
    past::{ADDRESSED, AWAITING_DELEGATION, CONTOSOS_DELEGATION, FORWARD, LETTER, OWN_DELEGATION, PARTNERSHIP, RELATIONSHIP, STANDING},
    sight::enters,
    world::{
        ADVENTURE_WORKS, CONTOSO, Company, FABRIKAM, HE_LIN, HUANG_LAN, LI_NA, LIN_TAO, LITWARE, NORTHWIND, OLGA_PETROVA, PAN_YU,
        PROSEWARE, Person, QIAN_DUO, WINGTIP, WOODGROVE, World, YE_QIU, ZHANG_WEI, ZHAO_MIN, ZHAO_YONG, ZHOU_JIE,
    },
};

/// A second standing invitation of Northwind's, to which Fabrikam's people came.
const SECOND: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_b000_0000_0000_0101);
/// One of Proseware's.
const THEIRS: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_b000_0000_0000_0102);

/// A statement that no rule allows, and beside it one that a rule does.
struct Attempt {
    /// Where it belongs, and which rule forbids it.
    rule: &'static str,
    /// In whose session.
    who: Person,
    /// The thing whose link was followed.
    link: Option<Uuid>,
    /// What the same person did just before, in the same transaction.
    before: String,
    /// What is refused.
    refused: String,
    /// The words, or the constraint, with which it is refused.
    by: &'static str,
    /// What stands: it changes, or tells, at least one row.
    stands: String,
}

fn attempt(rule: &'static str, who: Person, refused: String, by: &'static str, stands: &str) -> Attempt {
    Attempt { rule, who, link: None, before: String::new(), refused, by, stands: stands.to_owned() }
}

impl Attempt {
    fn after(self, before: &str) -> Self {
        Self { before: before.to_owned(), ..self }
    }

    fn with_link(self, link: Uuid) -> Self {
        Self { link: Some(link), ..self }
    }
}

const POLICY: &str = "row-level security policy";

/// What tells nothing of anybody, for those who may do nothing here.
const NOTHING: &str = "select where true";

fn attempts() -> Vec<Attempt> {
    [
        handing(),
        forwarding(),
        answering(),
        granting(),
        ending(),
        relating(),
        standing(),
        offering(),
        inviting(),
        answered(),
        telling(),
        being(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn handing() -> Vec<Attempt> {
    let hands = |invitation: Uuid, inviter: Company, reseller: Company, by: Person| {
        format!(
            "insert into handouts (invitation_id, inviter_id, reseller_id, handed_by) values ('{invitation}', '{}', '{}', '{}')",
            inviter.id(),
            reseller.id(),
            by.id()
        )
    };
    let own = hands(THEIRS, PROSEWARE, WINGTIP, PAN_YU);
    vec![
        attempt(
            "a D2: another's invitation is not one's own to hand over",
            PAN_YU,
            hands(STANDING, PROSEWARE, WINGTIP, PAN_YU),
            "handouts_of_the_inviter",
            &own,
        ),
        attempt("a D2: nor in the other's place", PAN_YU, hands(STANDING, NORTHWIND, WINGTIP, PAN_YU), POLICY, &own),
        attempt("a D2: a reseller hands nothing to itself", LI_NA, hands(ADDRESSED, NORTHWIND, CONTOSO, LI_NA), POLICY, NOTHING),
        attempt(
            "a D2: only to a reseller of one's own",
            HE_LIN,
            hands(STANDING, NORTHWIND, WINGTIP, HE_LIN),
            POLICY,
            &hands(STANDING, NORTHWIND, ADVENTURE_WORKS, HE_LIN),
        ),
    ]
}

fn forwarding() -> Vec<Attempt> {
    let forwards = |invitation: Uuid, inviter: Company, by: Person, letter: &str| {
        format!(
            "insert into forwards (invitation_id, inviter_id, forwarder_id, forwarded_by, way, recipient_email, outbox_id)
             values ('{invitation}', '{}', '{}', '{}', 'text', 'it@somebody.example', {letter})",
            inviter.id(),
            by.company.id(),
            by.id()
        )
    };
    let (own, handed) = (forwards(THEIRS, PROSEWARE, PAN_YU, "null"), forwards(STANDING, NORTHWIND, ZHAO_YONG, "null"));
    vec![
        attempt("b D2: nobody forwards what was not handed to them", PAN_YU, forwards(STANDING, NORTHWIND, PAN_YU, "null"), POLICY, &own),
        attempt(
            "b D2: nor by calling it their own",
            PAN_YU,
            forwards(STANDING, PROSEWARE, PAN_YU, "null"),
            "forwards_of_the_inviter",
            &own,
        ),
        attempt(
            "b: nobody reads another's letter by having forwarded it",
            ZHAO_YONG,
            forwards(STANDING, NORTHWIND, ZHAO_YONG, &format!("'{LETTER}'")),
            "forwards_own_letter",
            &handed,
        ),
        attempt(
            "b: nor in a colleague's name",
            ZHAO_YONG,
            handed.replace(&ZHAO_YONG.id().to_string(), &LI_NA.id().to_string()),
            POLICY,
            &handed,
        ),
    ]
}

fn answering() -> Vec<Attempt> {
    let comes = |inviter: Company| {
        format!(
            "insert into openings (invitation_id, customer_id, inviter_id, opened_by) values ('{STANDING}', '{}', '{}', '{}')",
            LITWARE.id(),
            inviter.id(),
            LIN_TAO.id()
        )
    };
    let declines = |invitation: Uuid, inviter: Company| {
        format!(
            "insert into declines (invitation_id, inviter_id, customer_id, declined_by) values ('{invitation}', '{}', '{}', '{}')",
            inviter.id(),
            FABRIKAM.id(),
            ZHAO_MIN.id()
        )
    };
    let accepts = |inviter: Company, forward: &str| {
        format!(
            "insert into acceptances (reference, invitation_id, forward_id, relationship_id, inviter_id, customer_id, accepted_by,
                                      accepted_by_name, language, agreement_version, shown, shown_hash, attempt)
             values ('M-7777-7777', '{SECOND}', {forward}, '{RELATIONSHIP}', '{}', '{}', '{}', 'Zhao Min', 'en', '2026-11', '{{}}', sha256('shown'), gen_random_uuid())",
            inviter.id(),
            FABRIKAM.id(),
            ZHAO_MIN.id()
        )
    };
    let (declined, accepted) = (declines(SECOND, NORTHWIND), accepts(NORTHWIND, "null"));
    let forward_of_another = accepts(NORTHWIND, &format!("'{FORWARD}'"));
    let in_another_name = accepted.replace(&ZHAO_MIN.id().to_string(), &QIAN_DUO.id().to_string());
    vec![
        attempt("c: who came, came to its inviter", LIN_TAO, comes(PROSEWARE), "openings_of_the_inviter", &comes(NORTHWIND))
            .with_link(STANDING),
        attempt("c: and by its link", LIN_TAO, comes(NORTHWIND), POLICY, NOTHING),
        attempt("c: nor is it declined to another", ZHAO_MIN, declines(SECOND, PROSEWARE), "declines_of_the_inviter", &declined),
        attempt("c: what nobody came to is not declined", ZHAO_MIN, declines(THEIRS, PROSEWARE), POLICY, &declined),
        attempt("c: nor accepted from another", ZHAO_MIN, accepts(PROSEWARE, "null"), "acceptances_of_the_inviter", &accepted),
        attempt("c: nor by the forward of another invitation", ZHAO_MIN, forward_of_another, "acceptances_by_its_forward", &accepted),
        attempt("c: nor in another's name", ZHAO_MIN, in_another_name, POLICY, &accepted),
    ]
}

fn delegation(id: Uuid, set: &str) -> String {
    format!("update delegations set {set} where id = '{id}'")
}

fn ends(reason: &str) -> String {
    format!("state = 'ended', ended_at = now(), end_reason = '{reason}'")
}

/// What the holder says to a delegation that awaits it.
const CONSENTS: &str = "state = 'active', answered_at = now()";

fn granting() -> Vec<Attempt> {
    let grants = |state: &str, owner: Company| {
        format!(
            "insert into delegations (relationship_id, customer_id, owner_id, holder_id, holder_kind, service, purpose, state, days, granted_by, ends_at)
             values ('{RELATIONSHIP}', '{}', '{}', '{}', 'indirect-reseller', 'azure', 'support', '{state}', 30, '{}', now() + interval '30 days')",
            FABRIKAM.id(),
            owner.id(),
            ADVENTURE_WORKS.id(),
            ZHAO_MIN.id()
        )
    };
    let (asked, owned) = (grants("awaiting-partner", NORTHWIND), "delegations_in_their_relationship");
    let changes = ["service = 'azure'", "purpose = 'provisioning'", "starts_at = now()", "acceptance_id = null"].map(str::to_owned);
    let parties = [("holder_id", ADVENTURE_WORKS), ("owner_id", PROSEWARE), ("customer_id", LITWARE)];
    let parties = parties.map(|(column, org)| format!("{column} = '{}'", org.id()));
    let given_up = delegation(CONTOSOS_DELEGATION, &ends("given-up"));
    let mut all = vec![
        attempt("d D12: nobody works for a customer without having been asked", ZHAO_MIN, grants("active", NORTHWIND), POLICY, &asked),
        attempt("d: nothing is granted under a relationship of others", ZHAO_MIN, grants("awaiting-partner", PROSEWARE), owned, &asked),
    ];
    for changed in changes.into_iter().chain(parties) {
        let refused = delegation(CONTOSOS_DELEGATION, &changed);
        all.push(attempt("d: what was granted stays as it was granted", LI_NA, refused, "stays whose and for what", &given_up));
    }
    all
}

fn ending() -> Vec<Attempt> {
    let (longer, again) = ("ends_at = ends_at + interval '180 days'", "state = 'active', ended_at = null, end_reason = null");
    let consents = delegation(AWAITING_DELEGATION, CONSENTS);
    let ends_awaiting = |reason: &str| delegation(AWAITING_DELEGATION, &ends(reason));
    let removed = delegation(CONTOSOS_DELEGATION, &ends("removed"));
    vec![
        attempt(
            "d D21: no side lengthens it",
            LI_NA,
            delegation(CONTOSOS_DELEGATION, longer),
            "no side moves the end",
            &delegation(CONTOSOS_DELEGATION, &ends("given-up")),
        ),
        attempt("d D21: not the customer either", ZHAO_MIN, delegation(OWN_DELEGATION, longer), "no side moves the end", &removed),
        attempt("d D22: what ended stays ended", ZHAO_MIN, delegation(CONTOSOS_DELEGATION, again), "ended stays ended", NOTHING)
            .after(&removed),
        attempt(
            "d D12: the customer does not consent for the holder",
            ZHAO_MIN,
            consents.clone(),
            "the holder consents",
            &ends_awaiting("removed"),
        ),
        attempt(
            "d D12: nor does the owner of the relationship",
            HE_LIN,
            consents.clone(),
            "the holder consents",
            &ends_awaiting("relationship-ended"),
        ),
        attempt("d D18: nobody says that the customer removed it", ZHOU_JIE, ends_awaiting("removed"), "says why themselves", &consents),
        attempt("d D8: nor that its time is over", ZHOU_JIE, ends_awaiting("expired"), "says why themselves", &ends_awaiting("refused")),
    ]
}

fn relating() -> Vec<Attempt> {
    let relationship = |set: &str| format!("update relationships set {set} where id = '{RELATIONSHIP}'");
    let begins = |owner: Company| {
        format!("insert into relationships (owner_id, customer_id, customer_name) values ('{}', '{}', 'Litware')", owner.id(), LITWARE.id())
    };
    let over = relationship("state = 'ended', ended_at = now()");
    let again = relationship("state = 'active', ended_at = null");
    let to_another = relationship(&format!("customer_id = '{}'", LITWARE.id()));
    let whose = "stays whose it is";
    vec![
        attempt("e: a relationship keeps its customer", HE_LIN, to_another, whose, &over),
        attempt("e: and the customer's name", HE_LIN, relationship("customer_name = 'Anybody'"), whose, &over),
        attempt("e: and its beginning", HE_LIN, relationship("since = now()"), whose, &over),
        attempt("e: what ended stays ended", HE_LIN, again, "ended stays ended", NOTHING).after(&over),
        attempt("e: it begins with an invitation", LIN_TAO, begins(PROSEWARE), POLICY, &begins(NORTHWIND)),
    ]
}

fn standing() -> Vec<Attempt> {
    let organization = |org: Company, set: &str| format!("update organizations set {set} where id = '{}'", org.id());
    let (reinstated, standing) = ("state = 'active', suspended_at = null, suspended_reason = null", "only the operator changes");
    let address = organization(WOODGROVE, "contact_email = 'we@woodgrove.example'");
    let contact = organization(NORTHWIND, "contact_email = 'new@northwind.example'");
    // The operator changes a partner's market; the guard of profiles says so before the market's own does.
    let market = "only the operator changes";
    vec![
        attempt("f D5: nobody reinstates themselves", YE_QIU, organization(WOODGROVE, reinstated), standing, NOTHING),
        attempt("f D5: who is suspended only looks", YE_QIU, address, standing, "select from organizations where state = 'suspended'"),
        attempt("f: a partner ID is given", HE_LIN, organization(NORTHWIND, "partner_id = '7654321'"), standing, &contact),
        attempt("f: nobody becomes another kind", HE_LIN, organization(NORTHWIND, "kind = 'direct-partner'"), standing, &contact),
        attempt("f D9: a partner stays in its market", HE_LIN, organization(NORTHWIND, "country = 'RU'"), market, &contact),
        attempt(
            "f D9: a customer with a partner as well",
            ZHAO_MIN,
            organization(FABRIKAM, "country = 'RU'"),
            market,
            &organization(FABRIKAM, "name = 'Fabrikam Holding'"),
        ),
        attempt(
            "f: the operator itself makes nobody another kind",
            OLGA_PETROVA,
            organization(WOODGROVE, "kind = 'customer', partner_id = null"),
            "stays what it is",
            &organization(WOODGROVE, reinstated),
        ),
    ]
}

fn offering() -> Vec<Attempt> {
    let offers = |by: Person| {
        format!(
            "insert into partnerships (id, provider_id, recipient_email, language, invited_by, expires_at)
             values ('{SECOND}', '{}', 'li@contoso.example', 'en', '{}', now() + interval '9 days')",
            by.company.id(),
            by.id()
        )
    };
    let made = format!(
        "insert into partnerships (provider_id, reseller_id, state, recipient_email, language, invited_by, expires_at, answered_by, answered_at)
         values ('{}', '{}', 'active', 'li@contoso.example', 'en', '{by}', now() + interval '9 days', '{by}', now())",
        PROSEWARE.id(),
        CONTOSO.id(),
        by = PAN_YU.id()
    );
    let answered = format!(
        "update partnerships set state = 'active', reseller_id = '{}', answered_by = '{}', answered_at = now() where id = '{SECOND}'",
        CONTOSO.id(),
        PAN_YU.id()
    );
    let withdrawn = format!("update partnerships set state = 'withdrawn', ended_at = now() where id = '{SECOND}'");
    let partnership = |set: &str| format!("update partnerships set {set} where id = '{PARTNERSHIP}'");
    let named = |column: &str, org: Company| partnership(&format!("{column} = '{}'", org.id()));
    let parted = partnership("state = 'ended', ended_at = now()");
    let again = partnership("state = 'active', ended_at = null");
    let (whose, offer) = ("stays whose it is", "an offer is its provider's");
    vec![
        attempt("g: nobody makes a partnership alone", PAN_YU, made, POLICY, &offers(PAN_YU)),
        attempt("g: a reseller has no resellers", LI_NA, offers(LI_NA), POLICY, NOTHING),
        attempt("g: nor a customer", ZHAO_MIN, offers(ZHAO_MIN), POLICY, NOTHING),
        attempt("h: a provider does not answer for a reseller", PAN_YU, answered, offer, &withdrawn).after(&offers(PAN_YU)),
        attempt("h D20: what ended stays ended", HUANG_LAN, again, "over stays over", NOTHING).after(&parted),
        attempt("h: the reseller takes no other provider", HUANG_LAN, named("provider_id", PROSEWARE), whose, &parted),
        attempt("h: the provider no other reseller", ZHANG_WEI, named("reseller_id", WINGTIP), offer, &parted),
        attempt("h: the reseller rewrites no offer", HUANG_LAN, partnership("generation = generation + 1"), offer, &parted),
    ]
}

fn invitation(id: Uuid, set: &str) -> String {
    format!("update invitations set {set} where id = '{id}'")
}

fn inviting() -> Vec<Attempt> {
    let invites = |by: Person| {
        format!(
            "insert into invitations (inviter_id, kind, label, language, days, created_by) values ('{}', 'standing', 'Ours', 'en', 30, '{}')",
            by.company.id(),
            by.id()
        )
    };
    let in_another_name = invites(HE_LIN).replace(&HE_LIN.id().to_string(), &ZHANG_WEI.id().to_string());
    vec![
        attempt("i D1: no reseller invites", LI_NA, invites(LI_NA), POLICY, NOTHING),
        attempt("i D1: no customer invites", ZHAO_MIN, invites(ZHAO_MIN), POLICY, NOTHING),
        attempt("i D5: no suspended partner invites", YE_QIU, invites(YE_QIU), POLICY, NOTHING),
        attempt("i: nor anybody in a colleague's name", HE_LIN, in_another_name, POLICY, &invites(HE_LIN)),
    ]
}

fn answered() -> Vec<Attempt> {
    let (spent, revoked) = (invitation(ADDRESSED, "state = 'accepted', state_since = now()"), invitation(ADDRESSED, "state = 'revoked'"));
    let (open, paused) = (invitation(ADDRESSED, "state = 'open'"), invitation(STANDING, "state = 'paused'"));
    let to_another = invitation(STANDING, &format!("inviter_id = '{}'", PROSEWARE.id()));
    let turn = |generation: i32| invitation(STANDING, &format!("generation = {generation}"));
    let mut all = vec![
        attempt("j: what was withdrawn stays withdrawn", HE_LIN, open.clone(), "over stays over", &paused).after(&revoked),
        attempt("j D4: what was answered stays answered", LIN_TAO, open, "over stays over", NOTHING).after(&spent),
        attempt("j: a dead link stays dead", HE_LIN, turn(1), "over stays over", &turn(6)).after(&turn(5)),
        attempt("j: nobody answers for a customer", HE_LIN, spent.clone(), "of their own", &revoked),
        attempt("j: an invitation stays whose it is", HE_LIN, to_another, "whose and what", &paused),
        attempt("j D4: a standing one is not spent", ZHAO_MIN, invitation(SECOND, "state = 'revoked'"), "is its inviter's", NOTHING),
    ];
    for changed in [
        "days = 730",
        "label = 'Ours'",
        "recipient_email = 'we@litware.example'",
        "expires_at = expires_at + interval '1 day'",
        "generation = 9",
    ] {
        let refused = invitation(ADDRESSED, &format!("state = 'accepted', {changed}"));
        // What are terms is frozen besides (D6).
        let why = if changed.starts_with("days") || changed.starts_with("expires_at") { "are frozen" } else { "is its inviter's" };
        all.push(attempt("j D4: an answer spends it and changes nothing else", LIN_TAO, refused, why, &spent));
    }
    all
}

fn telling() -> Vec<Attempt> {
    let records = |chain: Company, user: Person, org: Company, at: &str| {
        format!(
            "insert into audit_events (chain, seq, kind, user_id, org_id, previous, hash, at) values ('{}', 0, 'signed-out', '{}', '{}', '', '', {at})",
            chain.id(),
            user.id(),
            org.id()
        )
    };
    let writes = |org: &str, to: &str, letter: &str| {
        format!("insert into outbox (org_id, recipient, language, letter) values ({org}, '{to}', 'en', '{{\"letter\": \"{letter}\"}}')")
    };
    let (theirs, ours) = (format!("'{}'", FABRIKAM.id()), format!("'{}'", NORTHWIND.id()));
    let recorded = records(NORTHWIND, HE_LIN, NORTHWIND, "now()");
    let (to_them, to_me) = (writes(&theirs, &ZHAO_MIN.email(), "delegation-ended"), writes("null", &HE_LIN.email(), "password-changed"));
    let sent = to_them.replace("(org_id", "(state, sent_at, org_id").replace("values (", "values ('sent', now(), ");
    vec![
        attempt("k: nobody records in another's name", HE_LIN, records(NORTHWIND, ZHAO_MIN, FABRIKAM, "now()"), POLICY, &recorded),
        attempt("k: nor in a colleague's", HE_LIN, records(NORTHWIND, ZHANG_WEI, NORTHWIND, "now()"), POLICY, &recorded),
        attempt("k: nor in another's chain", HE_LIN, records(PROSEWARE, HE_LIN, NORTHWIND, "now()"), POLICY, &recorded),
        attempt("k: nor at another time", HE_LIN, records(NORTHWIND, HE_LIN, NORTHWIND, "now() - interval '1 day'"), POLICY, &recorded),
        attempt(
            "k AB-46: a letter about others goes to their people",
            HE_LIN,
            writes(&theirs, "anybody@else.example", "delegation-ended"),
            POLICY,
            &to_them,
        ),
        attempt("k: one about nobody to oneself", HE_LIN, writes("null", &ZHAO_MIN.email(), "password-changed"), POLICY, &to_me),
        attempt(
            "k: only the portal mails one-time links",
            HE_LIN,
            writes(&ours, &ZHANG_WEI.email(), "password-reset"),
            POLICY,
            &writes(&ours, "it@newcomer.example", "invitation"),
        ),
        attempt("k: nobody says that a letter was sent", HE_LIN, sent, POLICY, &to_them),
    ]
}

fn being() -> Vec<Attempt> {
    let me = |set: &str| format!("update users set {set} where id = '{}'", ZHAO_MIN.id());
    let (li_na, contoso, own) = (LI_NA.id(), CONTOSO.id(), "an account of their own");
    let hash = |person: Person| format!("select 1 / (password_of('{}') is not null)::integer", person.id());
    let member =
        format!("insert into memberships (user_id, org_id, org_kind) values ('{}', '{contoso}', 'indirect-reseller')", ZHAO_MIN.id());
    let link = format!(
        "insert into account_links (user_id, purpose, email, expires_at) values ('{li_na}', 'reset', 'x@y.example', now() + interval '1 hour')"
    );
    let changed = format!("update memberships set agent = 'sales-agent' where user_id = '{li_na}' and org_id = '{contoso}'");
    let name = format!("select from users where id = '{}' and set_up and name = 'Qian Duo'", QIAN_DUO.id());
    let asks = format!(
        "select where asking_org() = '{}' and asking_user() = '{}' and asking_kind() = 'indirect-provider' and asking_acts()",
        PROSEWARE.id(),
        PAN_YU.id()
    );
    let named = format!("select enter('org', '{}', '{}', null)", HE_LIN.id(), NORTHWIND.id());
    vec![
        attempt(
            "l: no colleague reads a password's hash",
            ZHAO_MIN,
            "select password_hash from users".to_owned(),
            "permission denied for table users",
            &name,
        ),
        attempt("l: nor by asking for it", ZHAO_MIN, hash(QIAN_DUO), "division by zero", &hash(ZHAO_MIN)),
        attempt("l AB-18: nobody confirms their own address", ZHAO_MIN, me("email_confirmed_at = null"), own, &me("name = 'Zhao Min'")),
        attempt("l AB-18: nor takes another one", ZHAO_MIN, me("email = 'zhao@elsewhere.example'"), own, &me("language = 'ru'")),
        attempt("l: nobody is taken in by their id", HUANG_LAN, member, POLICY, &changed),
        attempt("l: nobody makes a one-time link for a colleague", HUANG_LAN, link, POLICY, NOTHING),
        attempt("m: the portal's role has no function to name an asker", PAN_YU, named, "permission denied for function enter", &asks),
    ]
}

/// Northwind's second invitation and Proseware's own; Fabrikam came to the one, Litware to what is addressed to a newcomer
/// and to the second.
fn more_of_a_past() -> String {
    let standing = |id: Uuid, by: Person| {
        format!(
            "insert into invitations (id, inviter_id, kind, label, language, days, state, frozen_at, created_by) values ('{id}', '{}', 'standing', 'Another', 'en', 30, 'open', now(), '{}');",
            by.company.id(),
            by.id()
        )
    };
    let came = |id: Uuid, by: Person| {
        format!(
            "insert into openings (invitation_id, customer_id, inviter_id, opened_by) values ('{id}', '{}', '{}', '{}');",
            by.company.id(),
            NORTHWIND.id(),
            by.id()
        )
    };
    standing(SECOND, HE_LIN) + &standing(THEIRS, PAN_YU) + &came(SECOND, ZHAO_MIN) + &came(SECOND, LIN_TAO) + &came(ADDRESSED, LIN_TAO)
}

#[actix_web::test]
async fn what_no_rule_allows_is_refused_by_the_database_and_what_a_rule_allows_is_not() {
    let world = World::with_a_past().await;
    world.suddenly(&more_of_a_past()).await;
    let attempts = attempts();
    for letter in 'a'..='m' {
        assert!(attempts.iter().any(|attempt| attempt.rule.starts_with(letter)), "nothing is tried of {letter}");
    }
    let mut wrong = Vec::new();
    for attempt in &attempts {
        let portal = enters(&world, attempt.who, attempt.link, false).await;
        portal.batch_execute(&attempt.before).await.unwrap_or_else(|error| panic!("{}: before: {error:?}", attempt.rule));
        portal.batch_execute("savepoint here").await.unwrap();
        match portal.execute(&attempt.refused, &[]).await {
            Ok(rows) => wrong.push(format!("{}: passed, with {rows} rows: {}", attempt.rule, attempt.refused)),
            Err(error) => {
                let refusal = error.as_db_error().unwrap();
                let said = format!("{} {}", refusal.message(), refusal.constraint().unwrap_or_default());
                if !said.contains(attempt.by) {
                    wrong.push(format!("{}: refused for another reason: {said}", attempt.rule));
                }
            }
        }
        portal.batch_execute("rollback to here").await.unwrap();
        match portal.execute(&attempt.stands, &[]).await {
            Ok(0) => wrong.push(format!("{}: what stands did nothing: {}", attempt.rule, attempt.stands)),
            Ok(_) => {}
            Err(error) => wrong.push(format!("{}: what stands is refused: {error:?}: {}", attempt.rule, attempt.stands)),
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), attempts.len(), wrong.join("\n"));
}

/// AB-05, D8: by the database's own clock and its own row, whatever the page had seen.
#[actix_web::test]
async fn d8_the_database_takes_no_answer_to_what_can_no_longer_be_answered() {
    let world = World::with_a_past().await;
    world.suddenly(&more_of_a_past()).await;
    let declines = format!(
        "insert into declines (invitation_id, inviter_id, customer_id, declined_by) values ('{ADDRESSED}', '{}', '{}', '{}')",
        NORTHWIND.id(),
        LITWARE.id(),
        LIN_TAO.id()
    );
    let spends = format!("update invitations set state = 'declined' where id = '{ADDRESSED}'");
    for (over, passes) in [
        ("expires_at = now() + interval '1 day'", true),
        ("expires_at = now() - interval '1 second'", false),
        ("state = 'revoked', expires_at = now() + interval '1 day'", false),
    ] {
        world.suddenly(&format!("update invitations set {over} where id = '{ADDRESSED}'")).await;
        for answer in [&declines, &spends] {
            let portal = enters(&world, LIN_TAO, None, false).await;
            assert_eq!(portal.execute(answer, &[]).await.is_ok(), passes, "{over}: {answer}");
        }
    }
    let consents = format!("update delegations set state = 'active', answered_at = now() where id = '{AWAITING_DELEGATION}'");
    for (ends_at, passes) in [("now() + interval '1 day'", true), ("now() - interval '1 second'", false)] {
        world.suddenly(&format!("update delegations set ends_at = {ends_at} where id = '{AWAITING_DELEGATION}'")).await;
        let portal = enters(&world, ZHOU_JIE, None, false).await;
        assert_eq!(portal.execute(&consents, &[]).await.is_ok(), passes, "{ends_at}");
    }
}

/// The public writes nothing in anybody's name, and mails nobody but those whom an invitation is of.
#[actix_web::test]
async fn somebody_with_a_link_writes_in_nobodys_name() {
    let world = World::with_a_past().await;
    let portal = world.database.connect_as_portal().await;
    portal.batch_execute(&format!("begin; select enter_request(null, '{STANDING}', false); savepoint here")).await.unwrap();
    let (northwind, nobody) = (NORTHWIND.id(), Uuid::nil());
    let records = |chain: Uuid, org: &str| {
        format!(
            "insert into audit_events (chain, seq, kind, org_id, previous, hash) values ('{chain}', 0, 'invitation-missed', {org}, '', '')"
        )
    };
    let writes = |to: &str| {
        format!(
            "insert into outbox (org_id, recipient, language, letter) values ('{northwind}', '{to}', 'en', '{{\"letter\": \"invitation-missed\"}}')"
        )
    };
    for (statement, passes) in [
        (records(northwind, &format!("'{northwind}'")), false),
        (records(northwind, "null"), false),
        (records(nobody, "null"), true),
        (writes("anybody@somewhere.example"), false),
        (writes(&HE_LIN.email()), true),
    ] {
        let done = portal.execute(&statement, &[]).await;
        assert_eq!(done.is_ok(), passes, "{statement}: {done:?}");
        portal.batch_execute("rollback to here").await.unwrap();
    }
}

/// D22, D23: who refused, gave up or was removed keeps the record, with the name of then, and no customer.
#[actix_web::test]
async fn d22_whoever_holds_nothing_any_more_keeps_the_record_and_not_the_customer() {
    let world = World::with_a_past().await;
    let zhou_jie = world.visits(ZHOU_JIE).await;
    let delegation = format!("/delegations/{AWAITING_DELEGATION}");
    let customer = format!("/customers/{RELATIONSHIP}");
    zhou_jie.opens("/customers").await.answered(200).sees("Fabrikam");
    zhou_jie.opens(&customer).await.answered(200).sees("Fabrikam");
    let page = zhou_jie.opens(&delegation).await.answered(200).sees("Fabrikam");
    assert!(page.links().contains(&customer));
    // As long as it may work there, it knows how the customer is called now.
    world.suddenly(&format!("update organizations set name = 'Fabrikam East' where id = '{}'", FABRIKAM.id())).await;
    zhou_jie.opens(&delegation).await.sees("Fabrikam East");
    zhou_jie.posts_with_token(&format!("{delegation}/refusal"), &[]).await.answered(303);
    world.suddenly(&format!("update organizations set name = 'Fabrikam Secret' where id = '{}'", FABRIKAM.id())).await;
    zhou_jie.opens("/delegations?state=ended").await.answered(200).sees("Fabrikam East").does_not_see("Secret");
    let page = zhou_jie.opens(&delegation).await.answered(200).sees("Fabrikam East").does_not_see("Secret");
    assert!(!page.links().contains(&customer), "what is not there any more is not linked");
    zhou_jie.opens("/customers").await.answered(200).does_not_see("Fabrikam");
    zhou_jie.opens(&customer).await.answered(404);
    let portal = enters(&world, ZHOU_JIE, None, true).await;
    let seen = portal.query_one("select count(*) from organizations where kind = 'customer'", &[]).await.unwrap();
    assert_eq!(seen.get::<_, i64>(0), 0, "the row itself is hidden");
    // Who has to do with it sees it as it is.
    world.visits(HE_LIN).await.opens(&delegation).await.sees("Fabrikam Secret");
    // One whose time is over by the clock is over as well, whatever its row says (D8).
    world.suddenly(&format!("update delegations set state = 'awaiting-partner', ended_at = null, end_reason = null, answered_at = null, answered_by = null, ends_at = now() - interval '1 second' where id = '{AWAITING_DELEGATION}'")).await;
    zhou_jie.opens("/customers").await.does_not_see("Fabrikam");
    zhou_jie.opens(&delegation).await.answered(200).sees("Fabrikam East").does_not_see("Secret");
}

/// Whoever takes the second line back has the database of before, and can put it up again over what is there.
#[actix_web::test]
async fn it_can_be_put_up_over_a_past_that_was_there_before() {
    let world = World::with_a_past().await;
    let name = "select count(*) from delegations where customer_name = 'Fabrikam'";
    assert_eq!(world.database.count(name).await, 3);
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let mut later: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    later.sort();
    later.retain(|path| path.file_name().unwrap().to_str().unwrap() >= "2026-11-24-000001_second_line");
    let owner = world.database.connect().await;
    // It, and what was built on it: taken away from the newest on, and put up again.
    let down = later.iter().rev().map(|path| path.join("down.sql"));
    for file in down.chain(later.iter().map(|path| path.join("up.sql"))) {
        let sql = format!("begin; {} commit", std::fs::read_to_string(&file).unwrap());
        owner.batch_execute(&sql).await.unwrap_or_else(|error| panic!("{}: {error:?}", file.display()));
    }
    assert_eq!(world.database.count(name).await, 3, "the names were copied again");
    assert!(migrate::status(world.database.url()).await.unwrap().iter().all(|(_, has_run)| *has_run));
}
