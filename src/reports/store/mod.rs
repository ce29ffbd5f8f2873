//! The joins behind the reports. Read-only; row-level security decides what they find.

pub(super) mod radar;
pub(super) mod resellers;
pub(super) mod review;
pub(super) mod subscriptions;
pub(super) mod through;
pub(super) mod today;
