//! Letters about what a customer decided: relationships and delegations.

use super::{Draft, Fact, Part, Stamp, Words, lines};
use crate::{
    ids::{Delegation, Id},
    services::Scope,
};

pub(super) fn accepted(words: &Words<'_>, customer: &str, reference: &str, delegations: i64) -> Draft {
    let name = [("customer", customer.into())];
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-relationships"),
        subject: words.with("notices-accepted-subject", &name),
        title: words.with("notices-accepted-subject", &name),
        parts: vec![
            words.text_with("notices-accepted-text", &name),
            words.text_with("notices-accepted-delegations", &[("count", delegations.into())]),
            Part::Facts(vec![words.fact("notices-fact-customer", customer), words.fact("notices-fact-reference", reference)]),
            words.text("notices-accepted-stays"),
            words.way("notices-accepted-link", "/customers"),
        ],
        why: words.t("notices-why-member"),
    }
}

pub(super) fn accepted_stopped(words: &Words<'_>, provider: &str, reference: &str, reason: &str) -> Draft {
    let name = [("provider", provider.into())];
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-relationships"),
        subject: words.with("notices-accepted-stopped-subject", &name),
        title: words.with("notices-accepted-stopped-subject", &name),
        parts: vec![
            words.text_with("notices-accepted-stopped-text", &name),
            Part::Facts(vec![words.fact("notices-fact-partner", provider), words.fact("notices-fact-reference", reference)]),
            Part::Quote { by: words.t("notices-organization-reason"), lines: lines(reason) },
            words.text("notices-accepted-stopped-stays"),
            words.way("notices-accepted-stopped-link", "/relationships"),
        ],
        why: words.t("notices-why-customer"),
    }
}

pub(super) fn accepted_let_go(words: &Words<'_>, provider: &str, reference: &str, reason: &str) -> Draft {
    let name = [("provider", provider.into())];
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-relationships"),
        subject: words.with("notices-accepted-let-go-subject", &name),
        title: words.with("notices-accepted-let-go-subject", &name),
        parts: vec![
            words.text("notices-accepted-let-go-text"),
            Part::Facts(vec![words.fact("notices-fact-partner", provider), words.fact("notices-fact-reference", reference)]),
            Part::Quote { by: words.t("notices-organization-reason"), lines: lines(reason) },
            words.way("notices-accepted-stopped-link", "/relationships"),
        ],
        why: words.t("notices-why-customer"),
    }
}

pub(super) fn receipt(words: &Words<'_>, provider: &str, reference: &str, delegations: i64) -> Draft {
    let name = [("provider", provider.into())];
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-receipt"),
        subject: words.with("notices-receipt-subject", &[("provider", provider.into()), ("reference", reference.into())]),
        title: words.with("notices-receipt-title", &name),
        parts: vec![
            words.text_with("notices-receipt-text", &name),
            words.text_with("notices-receipt-delegations", &[("count", delegations.into())]),
            Part::Facts(vec![words.fact("notices-fact-partner", provider), words.fact("notices-fact-reference", reference)]),
            words.stays("notices-receipt-stays"),
            words.way("notices-receipt-link", &format!("/receipts/{reference}")),
            words.text("notices-receipt-unexpected"),
        ],
        why: words.t("notices-why-customer"),
    }
}

pub(super) fn awaiting(words: &Words<'_>, customer: &str, scopes: &[Scope], days: i64) -> Draft {
    let name = [("customer", customer.into())];
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-delegations"),
        subject: words.with("notices-awaiting-subject", &name),
        title: words.with("notices-awaiting-subject", &name),
        parts: vec![
            words.text_with("notices-awaiting-text", &name),
            Part::Facts(vec![words.fact("notices-fact-customer", customer), words.fact("notices-fact-days", words.days(days))]),
            Part::List { heading: words.t("notices-awaiting-scopes"), items: words.scopes(scopes) },
            words.text("notices-awaiting-until"),
            words.way("notices-awaiting-link", "/delegations"),
        ],
        why: words.t("notices-why-member"),
    }
}

pub(super) fn answered(words: &Words<'_>, delegation: Id<Delegation>, holder: &str, scope: &Scope, consented: bool) -> Draft {
    let names = [("holder", holder.into()), ("service", words.service(&scope.service).into())];
    let (subject, text) = if consented {
        ("notices-consented-subject", "notices-consented-text")
    } else {
        ("notices-refused-subject", "notices-refused-text")
    };
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-delegations"),
        subject: words.with(subject, &names),
        title: words.with(subject, &names),
        parts: vec![
            words.text_with(text, &names),
            Part::Facts(vec![words.fact("notices-fact-partner", holder), service(words, scope), purpose(words, scope)]),
            words.way("notices-delegation-link", &format!("/delegations/{delegation}")),
        ],
        why: words.t("notices-why-member"),
    }
}

pub(super) fn ended(words: &Words<'_>, delegation: Id<Delegation>, customer: &str, holder: &str, scope: &Scope, reason: &str) -> Draft {
    let names = [("holder", holder.into()), ("customer", customer.into()), ("service", words.service(&scope.service).into())];
    let mut parts = vec![
        words.text_with("notices-ended-text", &names),
        Part::Facts(vec![
            words.fact("notices-fact-customer", customer),
            words.fact("notices-fact-partner", holder),
            service(words, scope),
            purpose(words, scope),
            words.fact("notices-fact-reason", words.t(&format!("delegation-state-{reason}"))),
        ]),
    ];
    let effect = match reason {
        "relationship-ended" => "notices-ended-relationship",
        "replaced" => "notices-ended-replaced",
        _ => "notices-ended-stays",
    };
    parts.push(words.text(effect));
    parts.push(words.way("notices-delegation-link", &format!("/delegations/{delegation}")));
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-delegations"),
        subject: words.with("notices-ended-subject", &names),
        title: words.with("notices-ended-title", &names),
        parts,
        why: words.t("notices-why-member"),
    }
}

pub(super) fn relationship_ended(words: &Words<'_>, customer: &str, provider: &str, scopes: &[Scope]) -> Draft {
    let names = [("customer", customer.into()), ("provider", provider.into())];
    let mut parts = vec![
        words.text_with("notices-relationship-ended-text", &names),
        Part::Facts(vec![words.fact("notices-fact-customer", customer), words.fact("notices-fact-partner", provider)]),
    ];
    if !scopes.is_empty() {
        parts.push(Part::List { heading: words.t("notices-relationship-ended-scopes"), items: words.scopes(scopes) });
    }
    parts.push(words.text("notices-relationship-ended-stays"));
    parts.push(words.way("notices-relationship-ended-link", "/today"));
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-relationships"),
        subject: words.with("notices-relationship-ended-subject", &names),
        title: words.with("notices-relationship-ended-subject", &names),
        parts,
        why: words.t("notices-why-member"),
    }
}

fn service(words: &Words<'_>, scope: &Scope) -> Fact {
    words.fact("notices-fact-service", words.service(&scope.service))
}

fn purpose(words: &Words<'_>, scope: &Scope) -> Fact {
    words.fact("notices-fact-purpose", words.purpose(scope.purpose))
}
