//! Letters about ends: everything of one partner at once, and what the end of a partnership leaves with customers.

use super::{Draft, Part, Stamp, Words};
use crate::services::Scope;

pub(super) fn ended(words: &Words<'_>, customer: &str, holder: &str, scopes: &[Scope]) -> Draft {
    let names = [("holder", holder.into()), ("customer", customer.into())];
    let parts = vec![
        words.text_with("ends-letter-text", &names),
        Part::Facts(vec![words.fact("notices-fact-customer", customer), words.fact("notices-fact-partner", holder)]),
        Part::List { heading: words.t("ends-letter-scopes"), items: words.scopes(scopes) },
        words.text("notices-ended-stays"),
        words.way("ends-letter-link", "/today"),
    ];
    about(words, words.with("ends-letter-subject", &names), parts)
}

pub(super) fn left_over(words: &Words<'_>, provider: &str, reseller: &str, by: &str, delegations: i64) -> Draft {
    let names = [("provider", provider.into()), ("reseller", reseller.into())];
    let parts = vec![
        words.text_with("ends-left-over-text", &[("provider", provider.into()), ("reseller", reseller.into()), ("by", by.into())]),
        words.text_with("ends-left-over-count", &[("reseller", reseller.into()), ("count", delegations.into())]),
        words.text_with("ends-left-over-decide", &names),
        words.way("ends-left-over-link", "/left-over"),
    ];
    about(words, words.with("ends-left-over-subject", &names), parts)
}

fn about(words: &Words<'_>, subject: String, parts: Vec<Part>) -> Draft {
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-delegations"),
        title: subject.clone(),
        subject,
        parts,
        why: words.t("notices-why-member"),
    }
}
