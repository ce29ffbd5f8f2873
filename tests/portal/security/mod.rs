//! What is tried against the portal from outside, and what must happen.

mod answers;
mod forms;
mod hosts;
mod languages;
mod outages;
mod sessions;
