//! What people do with their accounts: sign in and out, set up, reset, confirm, register; and with their organization's people.

mod links;
mod offers;
mod opening;
mod people;
mod profile;
mod sign_in;

pub use links::{Found, confirm, find_link, forgot, reset, send_confirmation, set_up};
pub use offers::{Joining, accept_offer, refuse_offer, remind_of_offer, withdraw_offer};
pub use opening::{Customer, FirstOperator, Partner, first_operator, register_customer, register_partner};
pub use people::{add, change, remove};
pub use profile::{change_password, change_profile, end_session, move_to};
pub use sign_in::{sign_in, sign_out};

use std::{future::Future, time::Duration};

use crate::problem::Problem;

/// Lets an answer take no less than this, so that its time does not tell whether an account exists (ASVS 6.3.8).
async fn unhurried<T>(least: Duration, work: impl Future<Output = Result<T, Problem>>) -> Result<T, Problem> {
    let floor = tokio::time::sleep(least);
    let (done, ()) = tokio::join!(work, floor);
    done
}
