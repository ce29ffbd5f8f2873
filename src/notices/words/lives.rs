//! Letters about how delegations go on and end, and who supports what was sold: extensions, renewals, the letter of the day.

use super::{Draft, Fact, Part, Stamp, Words};
use crate::{
    db::Timestamp,
    ids::{Delegation, Id, Relationship, Renewal},
    notices::Ending,
    services::{Purpose, Scope},
};

fn draft(words: &Words<'_>, subject: String, parts: Vec<Part>) -> Draft {
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-delegations"),
        title: subject.clone(),
        subject,
        parts,
        why: words.t("notices-why-member"),
    }
}

fn facts(words: &Words<'_>, customer: &str, holder: &str, scope: &Scope, days: i64) -> Part {
    let mut facts = what(words, customer, holder, scope);
    facts.push(words.fact("notices-fact-days", words.days(days)));
    Part::Facts(facts)
}

fn what(words: &Words<'_>, customer: &str, holder: &str, scope: &Scope) -> Vec<Fact> {
    vec![
        words.fact("notices-fact-customer", customer),
        words.fact("notices-fact-partner", holder),
        words.fact("notices-fact-service", words.service(&scope.service)),
        words.fact("notices-fact-purpose", words.purpose(scope.purpose)),
    ]
}

/// One side's word about a delegation's extending itself, to the other.
pub(super) fn spoken(
    words: &Words<'_>,
    delegation: Id<Delegation>,
    (customer, holder, by): (&str, &str, &str),
    scope: &Scope,
    outcome: &str,
    until: Timestamp,
) -> Draft {
    let until = words.at(until);
    let names =
        [("by", by.into()), ("holder", holder.into()), ("service", words.service(&scope.service).into()), ("date", (&until).into())];
    let parts = vec![
        words.text_with(&format!("extensions-letter-{outcome}-text"), &names),
        Part::Facts(what(words, customer, holder, scope)),
        words.way("notices-delegation-link", &format!("/delegations/{delegation}")),
    ];
    draft(words, words.with(&format!("extensions-letter-{outcome}-subject"), &names), parts)
}

pub(super) fn withdrawn(
    words: &Words<'_>,
    delegation: Id<Delegation>,
    (customer, holder, by): (&str, &str, &str),
    scope: &Scope,
    until: Timestamp,
) -> Draft {
    let until = words.at(until);
    let names =
        [("by", by.into()), ("holder", holder.into()), ("service", words.service(&scope.service).into()), ("date", (&until).into())];
    let parts = vec![
        words.text_with("renewals-letter-withdrawn-text", &names),
        Part::Facts(what(words, customer, holder, scope)),
        words.way("notices-delegation-link", &format!("/delegations/{delegation}")),
    ];
    draft(words, words.with("renewals-letter-withdrawn-subject", &names), parts)
}

/// Who supports a subscription from now on; with the way to where its reader sees it.
pub(super) fn support(
    words: &Words<'_>,
    (relationship, to_customer): (Id<Relationship>, bool),
    (customer, seller, contact): (&str, &str, &str),
    service: &str,
) -> Draft {
    let service = words.service(service);
    let names = [("customer", customer.into()), ("seller", seller.into()), ("contact", contact.into()), ("service", service.into())];
    let way = if to_customer { "/relationships".to_owned() } else { format!("/customers/{relationship}") };
    let parts = vec![
        words.text_with("subscriptions-letter-text", &names),
        Part::Facts(vec![
            words.fact("notices-fact-customer", customer),
            words.fact("notices-fact-service", service),
            words.fact("subscriptions-contact", contact),
        ]),
        words.way("subscriptions-letter-link", &way),
    ];
    draft(words, words.with("subscriptions-letter-subject", &names), parts)
}

pub(super) fn extended(
    words: &Words<'_>,
    delegation: Id<Delegation>,
    (customer, holder): (&str, &str),
    scope: &Scope,
    days: i64,
    until: Timestamp,
) -> Draft {
    let until = words.at(until);
    let names = [("holder", holder.into()), ("service", words.service(&scope.service).into()), ("date", (&until).into())];
    let parts = vec![
        words.text_with("extensions-letter-text", &names),
        facts(words, customer, holder, scope, days),
        words.text("extensions-letter-take-back"),
        words.way("notices-delegation-link", &format!("/delegations/{delegation}")),
    ];
    draft(words, words.with("extensions-letter-subject", &names), parts)
}

/// A delegation ends although both sides wanted it extended: why, and what can be done about it.
pub(super) fn refused(
    words: &Words<'_>,
    delegation: Id<Delegation>,
    (customer, holder): (&str, &str),
    scope: &Scope,
    until: Timestamp,
    hindrance: &str,
) -> Draft {
    let until = words.at(until);
    let names = [("holder", holder.into()), ("service", words.service(&scope.service).into()), ("date", (&until).into())];
    let parts = vec![
        words.text_with("extensions-refused-text", &names),
        Part::Facts(vec![
            words.fact("notices-fact-customer", customer),
            words.fact("notices-fact-partner", holder),
            words.fact("notices-fact-service", words.service(&scope.service)),
            words.fact("notices-fact-purpose", words.purpose(scope.purpose)),
        ]),
        words.text_with(&format!("extensions-refused-{hindrance}"), &names),
        words.way("notices-delegation-link", &format!("/delegations/{delegation}")),
    ];
    draft(words, words.with("extensions-refused-subject", &names), parts)
}

pub(super) fn offered(
    words: &Words<'_>,
    renewal: Id<Renewal>,
    (customer, holder, by): (&str, &str, &str),
    scope: &Scope,
    days: i64,
    until: Timestamp,
) -> Draft {
    let until = words.at(until);
    let names = [
        ("by", by.into()),
        ("customer", customer.into()),
        ("holder", holder.into()),
        ("service", words.service(&scope.service).into()),
        ("date", (&until).into()),
    ];
    let parts = vec![
        words.text_with("renewals-letter-offered-text", &names),
        facts(words, customer, holder, scope, days),
        words.text_with("renewals-letter-offered-answer", &names),
        words.way("renewals-letter-offered-link", &format!("/renewals/{renewal}")),
    ];
    draft(words, words.with("renewals-letter-offered-subject", &names), parts)
}

pub(super) fn answered(
    words: &Words<'_>,
    delegation: Id<Delegation>,
    (customer, holder): (&str, &str),
    scope: &Scope,
    days: i64,
    accepted: bool,
) -> Draft {
    let names = [("customer", customer.into()), ("holder", holder.into()), ("service", words.service(&scope.service).into())];
    let (subject, text) = if accepted {
        ("renewals-letter-accepted-subject", "renewals-letter-accepted-text")
    } else {
        ("renewals-letter-declined-subject", "renewals-letter-declined-text")
    };
    let parts = vec![
        words.text_with(text, &names),
        facts(words, customer, holder, scope, days),
        words.way("notices-delegation-link", &format!("/delegations/{delegation}")),
    ];
    draft(words, words.with(subject, &names), parts)
}

/// The letter of the day: what ends soon, what extends itself, what is over; each under its heading.
pub(super) fn ending(words: &Words<'_>, endings: &[Ending], more: i64) -> Draft {
    let ends = |end: &&Ending| !end.over && !end.extends;
    let soon = endings.iter().filter(|end| !end.over).count();
    let subject = if soon == 0 { "expiries-letter-over-subject" } else { "expiries-letter-subject" };
    let count = i64::try_from(if soon == 0 { endings.len() } else { soon }).unwrap_or(i64::MAX);
    let mut parts = vec![words.text("expiries-letter-text")];
    for (heading, chosen) in [
        ("expiries-letter-soon", endings.iter().filter(ends).collect::<Vec<_>>()),
        ("expiries-letter-extends", endings.iter().filter(|end| !end.over && end.extends).collect()),
        ("expiries-letter-over", endings.iter().filter(|end| end.over).collect()),
    ] {
        if !chosen.is_empty() {
            let items = chosen.into_iter().map(|end| line(words, end)).collect();
            parts.push(Part::List { heading: words.t(heading), items });
        }
    }
    if more > 0 {
        parts.push(words.text_with("expiries-letter-more", &[("count", more.into())]));
    }
    parts.push(words.text("expiries-letter-renew"));
    parts.push(words.way("expiries-letter-link", "/expiries"));
    draft(words, words.with(subject, &[("count", count.into())]), parts)
}

fn line(words: &Words<'_>, end: &Ending) -> String {
    let key = match end.scope.purpose {
        Purpose::Provisioning => "expiries-letter-provisioning",
        Purpose::Support => "expiries-letter-support",
    };
    let date = words.at(end.at);
    words.with(
        key,
        &[
            ("holder", (&end.holder).into()),
            ("customer", (&end.customer).into()),
            ("service", words.service(&end.scope.service).into()),
            ("date", (&date).into()),
        ],
    )
}
