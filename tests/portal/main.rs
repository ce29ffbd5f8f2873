//! The portal's tests: one binary, a throw-away Postgres, real requests to real servers, people instead of fixtures.

// Stories read as sentences: `page.is_at(…)` checks and hands the page on.
#![allow(clippy::wrong_self_convention)]

mod access;
mod accounts;
mod agreements;
mod alarms;
mod architecture;
mod browser;
mod catalogue;
mod consent_rules;
mod consents;
mod corrections;
mod counter_offers;
mod delegations;
mod demo;
mod embedded;
mod ends;
mod expiries;
mod extensions;
mod harness;
mod invitations;
mod jobs;
mod letterbox;
mod lists;
mod look;
mod mail;
mod numbers;
mod partnerships;
mod past;
mod people;
mod profiles;
mod radar;
mod reminders;
mod renewals;
mod requests;
mod resellers;
mod review;
mod revisions;
mod rights;
mod round_trips;
mod rules;
mod schema;
mod second_line;
mod security;
mod services;
mod sight;
mod smtp;
mod standing;
mod starting;
mod subscriptions;
mod subscriptions_import;
mod trail;
mod uses;
mod wire;
mod world;
