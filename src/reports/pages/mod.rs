//! The start page of everybody, and the operator's review of everything.

pub mod alarms;
pub mod radar;
pub mod resellers;
pub mod review;
pub mod review_export;
pub mod subscriptions;
pub mod today;
