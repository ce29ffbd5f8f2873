//! Languages: which one a visitor reads, the texts of every page in each of them, numbers, dates and plurals.
//!
//! # How a text comes to the page
//! No page, mail or message has its words in code or templates; it names a *key*. The words are in Fluent
//! catalogues, one folder per language and one file per slice: `en/invitations.ftl`, `zh-CN/invitations.ftl`,
//! `ru/invitations.ftl`. All files of a folder make one bundle, so a new file needs no registration. A debug
//! build reads the folders when it starts, a release build carries them inside the binary.
//!
//! * A key is kebab-case and begins with its slice: `invitations-create-title`. Words that belong to the domain
//!   rather than to a page (states, purposes, services) are in `domain.ftl`, what a form says in `problems.ftl`, and
//!   kinds of organizations and roles with the shell in `ui.ftl`.
//! * A message without arguments is kept ready as plain text: [`text`] is a table look-up. A message with
//!   arguments is formatted by Fluent, with the plural rules of its language: [`text_with`].
//! * Sentences are never put together from pieces. Where a number decides the form, the catalogue selects:
//!   `{ $count -> [one] … *[other] … }` in English; `one`, `few`, `many` and `other` in Russian; `other` in Chinese.
//! * Numbers given as numbers are written in the way of the language (1,204 and 1 204). What only looks like a
//!   number (a partner ID, a year, a page of a link) is given as text.
//! * A key that is missing in a language is shown in English, a key that is missing everywhere is shown as it is;
//!   either is logged as an error once. The catalogue test keeps this from happening: same keys and the same
//!   arguments in all languages, nothing unused, nothing undefined.
//!
//! The official terms in the three languages are listed in `docs/glossary.md`.

mod arg;
mod catalogue;
pub mod dates;
mod lang;
mod numbers;

pub use arg::{Arg, Argument};
pub use catalogue::{faults, has, text, text_with};
pub use lang::{Lang, UnknownLang};
pub use numbers::number;
