//! Audit: every recordable fact, its chain, the trail. Entries are written in the transaction of the change itself.

mod event;
pub mod pages;
mod store;
pub mod trail;

pub use event::{Event, Kind};
pub use store::{Break, Status, record, verify};

use sha2::{Digest, Sha256};

/// A short digest of something that must not stand in the trail or in a counter as it is (an address that may not exist).
pub fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes())[..12].iter().map(|byte| format!("{byte:02x}")).collect()
}
