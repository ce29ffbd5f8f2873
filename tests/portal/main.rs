//! The portal's tests: one binary, a throw-away Postgres, real requests to real servers, people instead of fixtures.

// Stories read as sentences: `page.is_at(…)` checks and hands the page on.
#![allow(clippy::wrong_self_convention)]

mod access;
mod accounts;
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
mod numbers;
mod partnerships;
mod past;
mod people;
mod review;
mod round_trips;
mod schema;
mod security;
mod sight;
mod smtp;
mod wire;
mod world;
