//! One selling partner with delegated administration for each service.

use super::{AGREEMENT, accepts, checks, choices, comes_to, lets};
use crate::{
    past::Offer,
    world::{HE_LIN, NORTHWIND, PAN_YU, PROSEWARE, TAILSPIN, WINGTIP, World, ZHAO_MIN},
};

/// D13: one transacting partner per service; another replaces it only after the customer ticked so, and both are told.
#[actix_web::test]
async fn d13_a_second_selling_partner_replaces_the_first_only_if_the_customer_ticks_it() {
    let world = World::new().await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let first = world.offers(Offer::default()).await;
    accepts(&checks(lets(choices(&comes_to(&zhao_min, &first).await), NORTHWIND, "exchange-online", "provisioning")).await).await;

    let second = world.offers(Offer { by: PROSEWARE, ..Offer::default() }).await;
    let page = comes_to(&zhao_min, &second).await.sees("Northwind Traders sells to you and may work in Exchange Online today");
    let form = lets(choices(&page), PROSEWARE, "exchange-online", "provisioning");
    form.clone().ticks("agreement", AGREEMENT).sends().await.answered(422).sees("Tick that the present partner is replaced");
    let checked = checks(form.ticks("replace-exchange-online", &NORTHWIND.id().to_string()))
        .await
        .sees("Northwind Traders loses its access to Exchange Online at once");
    accepts(&checked).await;
    assert_eq!(world.database.count("select count(*) from delegations where state = 'ended' and end_reason = 'replaced'").await, 1);
    let active = format!("select count(*) from delegations where state = 'active' and holder_id = '{}'", PROSEWARE.id());
    assert_eq!(world.database.count(&active).await, 1);
    assert!(world.letters_to(&HE_LIN.email()).await.contains(&"delegation-ended".to_owned()), "both are told");
    assert!(world.letters_to(&PAN_YU.email()).await.contains(&"invitation-accepted".to_owned()));
    assert_eq!(world.database.count("select count(*) from relationships where state = 'active'").await, 2, "the first relationship stays");
}

/// D13: resellers do not transact and are not counted.
#[actix_web::test]
async fn d13_a_reseller_beside_the_selling_partner_replaces_nobody() {
    let world = World::new().await;
    let zhao_min = world.visits(ZHAO_MIN).await;
    let first = world.offers(Offer::default()).await;
    accepts(&checks(lets(choices(&comes_to(&zhao_min, &first).await), NORTHWIND, "exchange-online", "provisioning")).await).await;
    let second = world.offers(Offer { by: PROSEWARE, ..Offer::default() }).await;
    accepts(&checks(lets(choices(&comes_to(&zhao_min, &second).await), WINGTIP, "exchange-online", "support")).await).await;
    assert_eq!(world.database.count("select count(*) from delegations where state <> 'ended'").await, 2);
}

/// D13: two transacting partners granted one service at the same moment: one has it, the other is told in words (AB-34).
#[actix_web::test]
async fn d13_two_at_the_same_moment_leave_one() {
    let world = World::new().await;
    let (one, other) = (world.visits(ZHAO_MIN).await, world.visits(ZHAO_MIN).await);
    let first = world.offers(Offer { by: PROSEWARE, ..Offer::default() }).await;
    let second = world.offers(Offer { by: TAILSPIN, ..Offer::default() }).await;
    let first = checks(lets(choices(&comes_to(&one, &first).await), PROSEWARE, "exchange-online", "support")).await;
    let second = checks(lets(choices(&comes_to(&other, &second).await), TAILSPIN, "exchange-online", "support")).await;
    let (first, second) = tokio::join!(first.form_ending("/acceptance").sent(), second.form_ending("/acceptance").sent());
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409], "{}\n{}", first.told(), second.told());
    let loser = if first.status == 409 { first } else { second };
    // Told by the constraint, or because what was shown no longer is so: in words either way, and never as a fault of ours.
    assert!(loser.words().contains("Nothing was accepted"), "{}", loser.told());
    assert_eq!(world.database.count("select count(*) from delegations where state = 'active'").await, 1);
    assert_eq!(world.database.count("select count(*) from acceptances").await, 1);
}
