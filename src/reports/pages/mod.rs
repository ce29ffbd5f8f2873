//! The start page of everybody, and the operator's review of everything.

pub mod radar;
pub mod review;
pub mod review_export;
pub mod today;
