//! Letters about requests of resellers for invitations.

use super::{Draft, Part, Words, lines};
use crate::ids::{Id, Request};

fn news(words: &Words<'_>, subject: String, mut parts: Vec<Part>, request: Id<Request>) -> Draft {
    parts.push(words.way("notices-request-see", &format!("/requests/{request}")));
    super::news(words, subject, parts)
}

pub(super) fn made(words: &Words<'_>, request: Id<Request>, reseller: &str, title: &str, note: Option<&str>) -> Draft {
    let mut parts = vec![
        words.text_with("notices-request-made-text", &[("reseller", reseller.into())]),
        Part::Facts(vec![words.fact("notices-fact-request", title), words.fact("notices-fact-reseller", reseller)]),
    ];
    parts.extend(
        note.map(|note| Part::Quote { by: words.with("notices-invitation-note", &[("sender", reseller.into())]), lines: lines(note) }),
    );
    news(words, words.with("notices-request-made-subject", &[("reseller", reseller.into())]), parts, request)
}

pub(super) fn issued_by_policy(words: &Words<'_>, request: Id<Request>, provider: &str, reseller: &str, title: &str) -> Draft {
    let both = [("provider", provider.into()), ("reseller", reseller.into())];
    let parts = vec![
        words.text_with("notices-request-policy-text", &both),
        Part::Facts(vec![
            words.fact("notices-fact-request", title),
            words.fact("notices-fact-provider", provider),
            words.fact("notices-fact-reseller", reseller),
        ]),
    ];
    news(words, words.with("notices-request-policy-subject", &both), parts, request)
}

pub(super) fn answered(words: &Words<'_>, request: Id<Request>, provider: &str, title: &str, issued: bool, reason: Option<&str>) -> Draft {
    let name = [("provider", provider.into())];
    let (subject, text) = match issued {
        true => ("notices-request-issued-subject", "notices-request-issued-text"),
        false => ("notices-request-refused-subject", "notices-request-refused-text"),
    };
    let mut parts = vec![
        words.text_with(text, &name),
        Part::Facts(vec![words.fact("notices-fact-request", title), words.fact("notices-fact-provider", provider)]),
    ];
    parts.extend(reason.map(|reason| Part::Quote { by: words.t("notices-organization-reason"), lines: lines(reason) }));
    news(words, words.with(subject, &name), parts, request)
}
