//! Who writes in the trail, and who mails whom.

use uuid::Uuid;

use super::{Attempt, POLICY, attempt};
use crate::{
    past::STANDING,
    world::{Company, FABRIKAM, HE_LIN, NORTHWIND, PROSEWARE, Person, World, ZHANG_WEI, ZHAO_MIN},
};

pub fn telling() -> Vec<Attempt> {
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
