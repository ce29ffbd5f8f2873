//! Who answers an invitation, and until when.

use uuid::Uuid;

use super::{Attempt, NOTHING, POLICY, SECOND, THEIRS, attempt, more_of_a_past};
use crate::{
    past::{ADDRESSED, AWAITING_DELEGATION, FORWARD, RELATIONSHIP, STANDING},
    sight::enters,
    world::{Company, FABRIKAM, LIN_TAO, LITWARE, NORTHWIND, PROSEWARE, QIAN_DUO, World, ZHAO_MIN, ZHOU_JIE},
};

pub fn answering() -> Vec<Attempt> {
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
    let twice = accepted.replace(&SECOND.to_string(), &STANDING.to_string());
    let of_other_terms =
        accepted.replace("shown_hash, attempt)", "shown_hash, attempt, revision)").replace("gen_random_uuid())", "gen_random_uuid(), 2)");
    let in_another_name = accepted.replace(&ZHAO_MIN.id().to_string(), &QIAN_DUO.id().to_string());
    vec![
        attempt("c: who came, came to its inviter", LIN_TAO, comes(PROSEWARE), "openings_of_the_inviter", &comes(NORTHWIND))
            .with_link(STANDING),
        attempt("c: and by its link", LIN_TAO, comes(NORTHWIND), POLICY, NOTHING),
        attempt("c: nor is it declined to another", ZHAO_MIN, declines(SECOND, PROSEWARE), "declines_of_the_inviter", &declined),
        attempt("c: what nobody came to is not declined", ZHAO_MIN, declines(THEIRS, PROSEWARE), POLICY, &declined),
        attempt("c: nor accepted from another", ZHAO_MIN, accepts(PROSEWARE, "null"), "acceptances_of_the_inviter", &accepted),
        attempt("c: nor by the forward of another invitation", ZHAO_MIN, forward_of_another, "acceptances_by_its_forward", &accepted),
        attempt("D4: nor twice into one relationship", ZHAO_MIN, twice, "acceptances_once_in_a_relationship", &accepted),
        attempt("D6: nor other terms than those in force", ZHAO_MIN, of_other_terms, POLICY, &accepted),
        attempt("c: nor in another's name", ZHAO_MIN, in_another_name, POLICY, &accepted),
    ]
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
