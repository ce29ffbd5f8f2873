//! The portal's tests: one binary, a throw-away Postgres, real requests to real servers, people instead of fixtures.

// Stories read as sentences: `page.is_at(…)` checks and hands the page on.
#![allow(clippy::wrong_self_convention)]

mod access;
mod accounts;
mod agreements;
mod architecture;
mod browser;
mod catalogue;
mod consents;
mod delegations;
mod demo;
mod embedded;
mod harness;
mod invitations;
mod letterbox;
mod look;
mod mail;
mod partnerships;
mod past;
mod people;
mod profiles;
mod radar;
mod review;
mod schema;
mod security;
mod services;
mod sight;
mod smtp;
mod trail;
mod world;
