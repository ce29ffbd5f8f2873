//! Rows of `subscriptions`, with the names of the parties, and of the imports by which they come.

mod imports;
mod register;
mod resolving;

pub(super) use imports::*;
pub(super) use resolving::*;

pub(super) use register::{find, find_owned_relationship, find_supporter, lock, save_contact, search_supporters};
pub(crate) use register::{list_for_partner, list_in_the_way, list_of_customer, list_sold};
