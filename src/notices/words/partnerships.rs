//! Letters from partner to partner about their partnership. They must not be taken for a customer's invitation.

use super::{Draft, Part, Stamp, Words};
use crate::{
    db::Timestamp,
    ids::{Id, Partnership},
    links::{Kind, Link},
};

pub(super) fn invited(
    words: &Words<'_>,
    partnership: Id<Partnership>,
    generation: i32,
    provider: &str,
    provider_id: &str,
    expires_at: Timestamp,
) -> Draft {
    let name = [("provider", provider.into())];
    let expires = words.at(expires_at);
    Draft {
        stamp: Stamp::Partners,
        kind: words.t("notices-kind-partners"),
        subject: words.with("notices-partnership-subject", &name),
        title: words.with("notices-partnership-title", &name),
        parts: vec![
            Part::Strong(words.t("notices-partnership-not-customers")),
            words.text_with("notices-partnership-text", &name),
            Part::Facts(vec![
                words.fact("notices-fact-provider", provider),
                words.fact("notices-fact-partner-id", provider_id),
                words.fact("notices-fact-open-until", expires.as_str()),
            ]),
            Part::List {
                heading: words.t("notices-partnership-means"),
                items: vec![
                    words.with("notices-partnership-means-forward", &name),
                    words.t("notices-partnership-means-delegations"),
                    words.t("notices-partnership-means-customers"),
                    words.t("notices-partnership-means-ending"),
                ],
            },
            words.link("notices-partnership-link", &Link::new(Kind::Partnership, partnership.uuid(), generation)),
            Part::Small(words.with("notices-partnership-expires", &[("date", expires.into())])),
            words.text_with("notices-partnership-unknown", &name),
        ],
        why: words.with("notices-why-partnership", &name),
    }
}

pub(super) fn answered(words: &Words<'_>, partnership: Id<Partnership>, reseller: &str, authorized: bool) -> Draft {
    let name = [("reseller", reseller.into())];
    let (subject, text) = if authorized {
        ("notices-partnership-authorized-subject", "notices-partnership-authorized-text")
    } else {
        ("notices-partnership-refused-subject", "notices-partnership-refused-text")
    };
    Draft {
        stamp: Stamp::Partners,
        kind: words.t("notices-kind-partners"),
        subject: words.with(subject, &name),
        title: words.with(subject, &name),
        parts: vec![words.text_with(text, &name), words.way("notices-partnership-see", &format!("/partnerships/{partnership}"))],
        why: words.t("notices-why-member"),
    }
}

pub(super) fn ended(words: &Words<'_>, partnership: Id<Partnership>, by: &str, left_over: i64) -> Draft {
    let name = [("partner", by.into())];
    Draft {
        stamp: Stamp::Partners,
        kind: words.t("notices-kind-partners"),
        subject: words.with("notices-partnership-ended-subject", &name),
        title: words.with("notices-partnership-ended-subject", &name),
        parts: vec![
            words.text("notices-partnership-ended-text"),
            words.text("notices-partnership-ended-stays"),
            words.text_with("ends-partnership-left-over", &[("count", left_over.into())]),
            words.way("notices-partnership-see", &format!("/partnerships/{partnership}")),
        ],
        why: words.t("notices-why-member"),
    }
}
