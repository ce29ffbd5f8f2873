//! The start page of everybody, and the operator's review of everything.

pub mod alarms;
pub mod resellers;
pub mod review;
pub mod today;
