//! What is done with subscriptions: files of them are uploaded, checked, imported; a seller chooses who supports one.

mod contact;
mod uploading;
mod working;

pub use contact::choose;
pub use uploading::{MOST_UNDER_WAY, confirm, upload, withdraw};
pub(super) use working::{sweep, work_off};
