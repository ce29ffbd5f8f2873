//! The schedule: every job, how often, and what it does. A new job is one line here.

use super::{Job, job};
use crate::{delegations, expiries, renewals};

/// Every job of the portal.
pub const SCHEDULE: &[Job] = &[
    // Delegations
    job!("expire-delegations", every 5 minutes, delegations::jobs::expire),
    job!("extend-delegations", every 60 minutes, delegations::jobs::extend),
    job!("lapse-renewals", every 15 minutes, renewals::jobs::lapse),
    job!("warn-of-expiries", every 15 minutes, expiries::jobs::warn),
];
