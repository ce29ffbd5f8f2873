//! What each letter says: facts become paragraphs, in the reader's language, before any layout.

mod consents;
mod counters;
mod ends;
mod invitations;
mod lives;
mod partnerships;
mod people;
mod requests;

use chrono_tz::Tz;

use super::{Letter, Letterhead};
use crate::{
    db::Timestamp,
    i18n::{self, Arg, Lang, dates},
    links::Link,
    services::{Purpose, Scope},
};

/// The zone in which letters tell the time: that of the market; a mail does not know where it will be read.
const ZONE: Tz = Tz::Asia__Shanghai;

/// To whom a letter speaks: seen at once by its colour and its first line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stamp {
    /// To a customer who is asked to become one.
    Customer,
    /// From partner to partner. Must not be taken for the former.
    Partners,
    /// To somebody who has an account.
    Portal,
}

/// A letter before it is laid out.
#[derive(Debug)]
pub(super) struct Draft {
    pub stamp: Stamp,
    /// What sort of letter this is, above the title.
    pub kind: String,
    pub subject: String,
    pub title: String,
    pub parts: Vec<Part>,
    /// Why the reader gets it, at the foot.
    pub why: String,
}

/// A piece of a letter, from top to bottom.
#[derive(Debug)]
pub(super) enum Part {
    /// A paragraph of the portal's.
    Text(String),
    /// A paragraph that must not be overlooked.
    Strong(String),
    /// A paragraph written by the sender, line by line; never markup, never a link.
    Said(Vec<String>),
    /// Words of somebody else than the sender, and whose.
    Quote { by: String, lines: Vec<String> },
    /// Points, under a heading.
    List { heading: String, items: Vec<String> },
    /// Labels and values.
    Facts(Vec<Fact>),
    /// The one thing to click, with its address on a line of its own.
    Link { label: String, url: String },
    /// What belongs to the link, smaller.
    Small(String),
    /// A way out for whoever wants no more letters of this sort, smaller than everything else, with its address.
    Stop { label: String, url: String },
}

/// A label and its value.
#[derive(Debug)]
pub(super) struct Fact {
    pub label: String,
    pub value: String,
    /// Both on one line of plain text, with the punctuation of the language.
    pub line: String,
}

/// The letter in words.
pub(super) fn compose(letter: &Letter, lang: Lang, head: &Letterhead<'_>) -> Draft {
    let words = Words { lang, head };
    match letter {
        Letter::AccountSetUp { link, organization, expires_at } => people::set_up(&words, *link, organization, *expires_at),
        Letter::MembershipOffered { organization } => people::offered(&words, organization),
        Letter::PasswordReset { link, expires_at } => people::reset(&words, *link, *expires_at),
        Letter::PasswordChanged {} => people::password_changed(&words),
        Letter::EmailConfirmation { link, expires_at } => people::confirm(&words, *link, *expires_at),
        Letter::OrganizationChanged { organization, fields, reason } => people::profile(&words, organization, fields, reason),
        Letter::OrganizationState { organization, active, reason } => {
            people::organization(&words, organization, *active, reason.as_deref())
        }
        Letter::PartnershipInvitation { partnership, generation, provider, provider_id, expires_at } => {
            partnerships::invited(&words, *partnership, *generation, provider, provider_id, *expires_at)
        }
        Letter::PartnershipAnswered { partnership, reseller, authorized } => {
            partnerships::answered(&words, *partnership, reseller, *authorized)
        }
        Letter::PartnershipEnded { partnership, by, left_over } => partnerships::ended(&words, *partnership, by, *left_over),
        Letter::DelegationsLeftOver { provider, reseller, by, delegations } => {
            ends::left_over(&words, provider, reseller, by, *delegations)
        }
        Letter::Invitation(offer) => invitations::offer(&words, offer),
        Letter::InvitationHandedOver { invitation, label, provider } => invitations::handed_over(&words, *invitation, label, provider),
        Letter::InvitationReminder { offer, sent_at } => invitations::reminder(&words, offer, *sent_at),
        Letter::InvitationRevised { invitation, label, provider, added, removed, others } => {
            invitations::revised(&words, *invitation, label, provider, &invitations::Changed { added, removed, others })
        }
        Letter::InvitationRevoked { invitation, label, provider } => invitations::revoked(&words, *invitation, label, provider),
        Letter::InvitationLinkChanged { invitation, label, provider, change } => {
            invitations::link_changed(&words, *invitation, label, provider, change)
        }
        Letter::InvitationTakenBack { label, provider } => invitations::taken_back(&words, label, provider),
        Letter::InvitationStopped { invitation, label, reason } => invitations::stopped(&words, *invitation, label, reason),
        Letter::AcceptedInvitationStopped { provider, reference, reason } => {
            consents::accepted_stopped(&words, provider, reference, reason)
        }
        Letter::InvitationStopLifted { invitation, label, reason } => invitations::let_go(&words, *invitation, label, reason),
        Letter::AcceptedInvitationStopLifted { provider, reference, reason } => {
            consents::accepted_let_go(&words, provider, reference, reason)
        }
        Letter::InvitationReported { alarm, provider, reason, words: said } => {
            invitations::reported(&words, *alarm, provider, reason, said)
        }
        Letter::RequestMade { request, reseller, title, note } => requests::made(&words, *request, reseller, title, note.as_deref()),
        Letter::RequestIssuedByPolicy { request, provider, reseller, title } => {
            requests::issued_by_policy(&words, *request, provider, reseller, title)
        }
        Letter::RequestAnswered { request, provider, title, issued, reason } => {
            requests::answered(&words, *request, provider, title, *issued, reason.as_deref())
        }
        Letter::InvitationMissed { invitation, label, asked_by } => invitations::missed(&words, *invitation, label, asked_by),
        Letter::InvitationAccepted { customer, reference, delegations, .. } => {
            consents::accepted(&words, customer, reference, *delegations)
        }
        Letter::Receipt { provider, reference, delegations } => consents::receipt(&words, provider, reference, *delegations),
        Letter::InvitationDeclined { invitation, label, customer, reason } => {
            invitations::declined(&words, *invitation, label, customer, reason.as_deref())
        }
        Letter::CounterOffered { invitation, label, customer, asks, days, note } => {
            counters::offered(&words, *invitation, label, customer, (asks, *days), note.as_deref())
        }
        Letter::CounterClosed { invitation, to_customer, customer, provider, outcome, reason } => {
            let what = counters::Outcome { to_customer: *to_customer, customer, provider, outcome, reason: reason.as_deref() };
            counters::closed(&words, *invitation, &what)
        }
        Letter::RequestHandedOver { invitation, by, provider } => counters::handed_request(&words, *invitation, by, provider),
        Letter::DelegationAwaiting { customer, scopes, days } => consents::awaiting(&words, customer, scopes, *days),
        Letter::DelegationAnswered { delegation, holder, scope, consented } => {
            consents::answered(&words, *delegation, holder, scope, *consented)
        }
        Letter::DelegationEnded { delegation, customer, holder, scope, reason } => {
            consents::ended(&words, *delegation, customer, holder, scope, reason)
        }
        Letter::DelegationsEnded { customer, holder, scopes } => ends::ended(&words, customer, holder, scopes),
        Letter::DelegationExtended { delegation, customer, holder, scope, days, until } => {
            lives::extended(&words, *delegation, (customer, holder), scope, *days, *until)
        }
        Letter::ExtensionSpoken { delegation, customer, holder, by, scope, outcome, until } => {
            lives::spoken(&words, *delegation, (customer, holder, by), scope, outcome, *until)
        }
        Letter::ExtensionRefused { delegation, customer, holder, scope, until, hindrance } => {
            lives::refused(&words, *delegation, (customer, holder), scope, *until, hindrance)
        }
        Letter::DelegationsEnding { endings, more } => lives::ending(&words, endings, *more),
        Letter::RenewalOffered { renewal, customer, holder, by, scope, days, until } => {
            lives::offered(&words, *renewal, (customer, holder, by), scope, *days, *until)
        }
        Letter::RenewalAnswered { delegation, customer, holder, scope, days, accepted } => {
            lives::answered(&words, *delegation, (customer, holder), scope, *days, *accepted)
        }
        Letter::RenewalWithdrawn { delegation, customer, holder, by, scope, until } => {
            lives::withdrawn(&words, *delegation, (customer, holder, by), scope, *until)
        }
        Letter::SupportContactChosen { relationship, to_customer, customer, seller, contact, service } => {
            lives::support(&words, (*relationship, *to_customer), (customer, seller, contact), service)
        }
        Letter::RelationshipEnded { customer, provider, scopes, .. } => consents::relationship_ended(&words, customer, provider, scopes),
    }
}

/// The catalogue in the reader's language, and what stands on every letter.
struct Words<'a> {
    lang: Lang,
    head: &'a Letterhead<'a>,
}

impl Words<'_> {
    fn t(&self, key: &str) -> String {
        i18n::text(self.lang, key).to_owned()
    }

    fn with(&self, key: &str, args: &[(&'static str, Arg<'_>)]) -> String {
        i18n::text_with(self.lang, key, args)
    }

    fn text(&self, key: &str) -> Part {
        Part::Text(self.t(key))
    }

    fn text_with(&self, key: &str, args: &[(&'static str, Arg<'_>)]) -> Part {
        Part::Text(self.with(key, args))
    }

    fn fact(&self, key: &str, value: impl Into<String>) -> Fact {
        let (label, value) = (self.t(key), value.into());
        let line = self.with("notices-fact", &[("label", (&label).into()), ("value", (&value).into())]);
        Fact { label, value, line }
    }

    fn at(&self, moment: Timestamp) -> String {
        dates::date_time(self.lang, moment, ZONE)
    }

    fn days(&self, days: impl Into<i64>) -> String {
        self.with("notices-days", &[("days", days.into().into())])
    }

    /// A link with the power of its token.
    fn link(&self, label: &str, link: &Link) -> Part {
        Part::Link { label: self.t(label), url: link.url(self.head.keys, self.head.public_url) }
    }

    /// A way to a page of the portal, which asks who comes.
    fn way(&self, label: &str, path: &str) -> Part {
        Part::Link { label: self.t(label), url: format!("{}{path}", self.head.public_url.trim_end_matches('/')) }
    }

    /// The catalogue's name of a service; its code, should it be retired by now.
    fn service<'s>(&'s self, code: &'s str) -> &'s str {
        self.head.services.iter().find(|service| service.code == code).map_or(code, |service| service.name(self.lang))
    }

    fn purpose(&self, purpose: Purpose) -> String {
        self.t(&format!("purpose-{purpose}"))
    }

    /// What an acceptance leaves the customer as it was, under a heading.
    fn stays(&self, heading: &str) -> Part {
        let items = ["subscriptions", "terms", "record", "bill"];
        Part::List { heading: self.t(heading), items: items.map(|what| self.t(&format!("notices-invitation-stays-{what}"))).to_vec() }
    }

    /// Each service once, with its purposes, in the order of the catalogue.
    fn scopes(&self, scopes: &[Scope]) -> Vec<String> {
        let mut codes: Vec<&str> = scopes.iter().map(|scope| scope.service.as_str()).collect();
        let place = |code: &str| self.head.services.iter().position(|service| service.code == code).unwrap_or(usize::MAX);
        codes.sort_by_key(|code| (place(code), *code));
        codes.dedup();
        codes
            .into_iter()
            .map(|code| {
                let has = |purpose| scopes.iter().any(|scope| scope.service == code && scope.purpose == purpose);
                let key = match (has(Purpose::Provisioning), has(Purpose::Support)) {
                    (true, true) => "notices-scope-both",
                    (true, false) => "notices-scope-provisioning",
                    (false, _) => "notices-scope-support",
                };
                self.with(key, &[("service", self.service(code).into())])
            })
            .collect()
    }
}

/// A draft of news about an invitation for people of the portal: the title says what the subject says.
fn news(words: &Words<'_>, subject: String, parts: Vec<Part>) -> Draft {
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-invitations"),
        title: subject.clone(),
        subject,
        parts,
        why: words.t("notices-why-member"),
    }
}

/// The lines of a text that somebody typed.
fn lines(text: &str) -> Vec<String> {
    text.lines().map(|line| line.trim_end().to_owned()).collect()
}
