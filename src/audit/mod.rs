//! Audit: every recordable fact, its chain, the trail. Entries are written in the transaction of the change itself.

pub mod actions;
mod event;
pub mod jobs;
pub mod pages;
mod store;
pub mod trail;

pub use event::{Change, Event, Kind, Thing};
pub use store::{Break, record, verify};

use sha2::{Digest, Sha256};

use crate::db::Timestamp;

/// How the chains stood when they were looked through (UX-48).
#[derive(Debug, Clone)]
pub struct Verification {
    /// When.
    pub at: Timestamp,
    /// The newest entry of the whole trail that was looked at.
    pub up_to: i64,
    /// How many entries there were.
    pub entries: i64,
    /// In how many chains: one for each organization, and for each person without one.
    pub chains: i64,
    /// Where they did not hold; empty when nothing was changed, removed or reordered (AB-49).
    pub breaks: Vec<Break>,
}

/// A short digest of something that must not stand in the trail or in a counter as it is (an address that may not exist).
pub fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes())[..12].iter().map(|byte| format!("{byte:02x}")).collect()
}
