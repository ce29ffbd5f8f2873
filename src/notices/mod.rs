//! Notices: what people are told by mail. A letter is written in the transaction of the change and sent afterwards.

pub mod actions;
pub mod jobs;
mod letter;
mod mailer;
mod outbox;
pub mod pages;
mod rehearsal;
mod render;
#[cfg(test)]
mod samples;
mod store;
mod words;

pub use letter::{Ending, Letter, Offer, To, unwanted_digest};
pub use mailer::{Mailer, MailerError};
pub use outbox::{Hindrance, State, Trouble};
pub use rehearsal::{Rehearsal, Rehearsed, Told};
pub use render::{Letterhead, Rendered, render};
pub use store::{Addressed, enqueue, enqueue_all};
