//! What is granted, consented to and ended, and by whom.

use uuid::Uuid;

use super::{Attempt, NOTHING, POLICY, attempt};
use crate::{
    past::{AWAITING_DELEGATION, CONTOSOS_DELEGATION, OWN_DELEGATION, RELATIONSHIP},
    sight::enters,
    world::{ADVENTURE_WORKS, Company, FABRIKAM, HE_LIN, LI_NA, LITWARE, NORTHWIND, PROSEWARE, World, ZHAO_MIN, ZHOU_JIE},
};

pub fn delegation(id: Uuid, set: &str) -> String {
    format!("update delegations set {set} where id = '{id}'")
}

fn ends(reason: &str) -> String {
    format!("state = 'ended', ended_at = now(), end_reason = '{reason}'")
}

/// What the holder says to a delegation that awaits it.
const CONSENTS: &str = "state = 'active', answered_at = now()";

pub fn granting() -> Vec<Attempt> {
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

pub fn ending() -> Vec<Attempt> {
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
