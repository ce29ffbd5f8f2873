//! The operator's pages of imports, and the seller's page on which it chooses who supports a subscription.

mod contact;
mod download;
mod imports;
mod part;

pub use contact::{ContactForm, choose, contact_page};
pub use download::{failed, sample};
pub use imports::{At, ConfirmForm, ImportAt, confirm, import, list, upload, withdraw};
pub(crate) use part::{Part, day, term};
