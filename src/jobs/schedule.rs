//! The schedule: every job, how often, and what it does. A new job is one line here.

use super::{Job, job};
use crate::delegations;

/// Every job of the portal.
pub const SCHEDULE: &[Job] = &[
    // Delegations
    job!("expire-delegations", every 5 minutes, delegations::jobs::expire),
];
