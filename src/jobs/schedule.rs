//! The schedule: every job, how often, and what it does. A new job is one line here.

use super::{Job, job};
use crate::{accounts, audit, delegations, expiries, invitations, renewals, subscriptions};

/// Every job of the portal.
pub const SCHEDULE: &[Job] = &[
    // What nobody needs any more
    job!("clean", every 60 minutes, accounts::jobs::clean),
    // The trail
    job!("verify-trail", every 60 minutes, audit::jobs::verify),
    // Invitations
    job!("remind", every 5 minutes, invitations::jobs::remind),
    // Imports: somebody waits before the page
    job!("work-off-imports", every 5 seconds, subscriptions::jobs::work_off),
    // Delegations
    job!("expire-delegations", every 5 minutes, delegations::jobs::expire),
    job!("extend-delegations", every 60 minutes, delegations::jobs::extend),
    job!("lapse-renewals", every 15 minutes, renewals::jobs::lapse),
    job!("warn-of-expiries", every 15 minutes, expiries::jobs::warn),
];
