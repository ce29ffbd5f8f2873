//! The past of the demo as it is written: moments before now, ids by name, and the events in their order.

use super::{cast, id};
use crate::{
    audit::Event,
    db::{Timestamp, Tx},
    ids::{Id, Organization, User},
    services::Service,
};
use chrono::TimeDelta;

/// What is being written.
pub(super) struct Past<'a> {
    pub tx: &'a Tx,
    pub now: Timestamp,
    pub catalogue: Vec<Service>,
    events: Vec<(Timestamp, Event)>,
}

impl<'a> Past<'a> {
    pub fn new(tx: &'a Tx, now: Timestamp, catalogue: Vec<Service>) -> Self {
        Self { tx, now, catalogue, events: Vec::new() }
    }

    /// So many days before now, at some hour that differs from day to day.
    pub fn ago(&self, days: i64) -> Timestamp {
        self.now - TimeDelta::days(days) - TimeDelta::minutes(20 + (days * 97).rem_euclid(400))
    }

    /// So many days from now.
    pub fn ahead(&self, days: i64) -> Timestamp {
        self.now + TimeDelta::days(days)
    }

    /// An organization of the cast.
    pub fn org(&self, key: &str) -> Id<Organization> {
        id("organization", key)
    }

    /// A person of the cast.
    pub fn user(&self, call: &str) -> Id<User> {
        debug_assert!(cast::known(call).is_some(), "nobody is called {call}");
        id("user", call)
    }

    /// Notes an event by somebody for an organization; it is recorded at the end, for the trail is in order of time.
    pub fn note(&mut self, at: Timestamp, by: &str, org: &str, event: Event) {
        let event = event.by(Some(self.user(by)), Some(self.org(org))).at(at);
        self.events.push((at, event));
    }

    /// Notes an event that nobody made: time did.
    pub fn note_by_itself(&mut self, at: Timestamp, event: Event) {
        self.events.push((at, event.by(None, None).at(at)));
    }

    /// Every event, oldest first.
    pub fn events(mut self) -> Vec<Event> {
        self.events.sort_by_key(|(at, _)| *at);
        self.events.into_iter().map(|(_, event)| event).collect()
    }
}
