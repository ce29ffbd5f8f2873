//! What the demo's customers bought: a few subscriptions of every channel and state.

use chrono::TimeDelta;

use super::{
    past::Past,
    store::{NewSubscription, add_subscription},
};
use crate::{
    problem::Problem,
    subscriptions::{
        Channel::{self, Advisor, Csp, Direct},
        State::{self, Active, Ended, Suspended},
    },
};

/// Customer, service, channel, seller, support contact, seats, days since it began, days until it ends, state.
type Bought = (&'static str, &'static str, Channel, Option<&'static str>, Option<&'static str>, Option<i32>, i64, Option<i64>, State);

const BOUGHT: [Bought; 9] = [
    ("fabrikam", "exchange-online", Csp, Some("northwind"), Some("contoso"), Some(240), 115, Some(250), Active),
    ("fabrikam", "sharepoint-online", Direct, None, None, Some(240), 300, Some(65), Active),
    ("fabrikam", "teams", Advisor, Some("northwind"), None, Some(80), 500, Some(20), Suspended),
    ("fabrikam", "azure", Direct, None, None, None, 90, None, Active),
    ("litware", "exchange-online", Direct, None, None, Some(35), 200, Some(165), Active),
    ("margies", "office-365", Csp, Some("northwind"), None, Some(12), 340, Some(25), Active),
    ("coho", "power-bi", Csp, Some("northwind"), None, Some(6), 270, Some(-5), Ended),
    ("graphic", "intune", Csp, Some("proseware"), None, Some(50), 150, Some(215), Active),
    ("veter", "office-365", Csp, Some("relecloud"), None, Some(18), 55, Some(310), Active),
];

/// Writes what was imported a week ago.
pub(super) async fn tell(past: &Past<'_>) -> Result<(), Problem> {
    for (number, (customer, service, channel, seller, contact, seats, began, ends, state)) in BOUGHT.into_iter().enumerate() {
        let day = |days: i64| (past.now + TimeDelta::days(days)).date_naive();
        let external_id = format!("SUB-{:04}", 1001 + number);
        let new = NewSubscription {
            external_id: &external_id,
            customer,
            service,
            channel,
            seller,
            record: seller,
            contact,
            seats,
            start: day(-began),
            end: ends.map(day),
            state,
            imported_at: past.ago(7),
        };
        add_subscription(past.tx, &new).await?;
    }
    Ok(())
}
