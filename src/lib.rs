//! Mandate, the portal for multi-channel CSP relationships.
//!
//! Folders are nouns; inside, `mod.rs` has the nouns, `actions.rs` the verbs, `store.rs` the rows, `pages.rs` the pages.
//! `docs/architecture.md` tells how a request travels.

pub mod access;
pub mod accounts;
pub mod agreements;
pub mod alarms;
pub mod app;
pub mod audit;
pub mod config;
pub mod consents;
pub mod db;
pub mod delegations;
pub mod demo;
pub mod doctor;
pub mod embedded;
pub mod errands;
pub mod expiries;
pub mod healthcheck;
pub mod i18n;
pub mod ids;
pub mod invitations;
pub mod jobs;
pub mod keys;
pub mod links;
pub mod logging;
pub mod notices;
pub mod organizations;
pub mod partnerships;
pub mod problem;
pub mod relationships;
pub mod renewals;
pub mod reports;
pub mod requests;
pub mod routes;
pub mod serve;
pub mod services;
pub mod start;
pub mod subscriptions;
pub mod troubles;
pub mod uses;
pub mod values;
pub mod web;
