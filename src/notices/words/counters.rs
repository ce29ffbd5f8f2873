//! Letters about counter-offers, and to a colleague who is asked to decide.

use super::{Draft, Part, Words, lines, news};
use crate::{
    ids::{Id, Invitation},
    services::Scope,
};

pub(super) fn offered(
    words: &Words<'_>,
    invitation: Id<Invitation>,
    label: &str,
    customer: &str,
    (asks, days): (&[Scope], i32),
    note: Option<&str>,
) -> Draft {
    let name = [("customer", customer.into())];
    let mut parts = vec![words.text_with("counters-letter-text", &name)];
    let mut facts = vec![words.fact("notices-fact-invitation", label), words.fact("notices-fact-customer", customer)];
    if asks.is_empty() {
        parts.push(words.text("counters-letter-alone"));
    } else {
        facts.push(words.fact("notices-fact-days", words.days(days)));
        parts.push(Part::List { heading: words.t("counters-letter-asks"), items: words.scopes(asks) });
    }
    parts.insert(1, Part::Facts(facts));
    parts.extend(note.map(|note| Part::Quote { by: words.with("counters-letter-note", &name), lines: lines(note) }));
    parts.push(words.text("counters-letter-answer"));
    parts.push(words.way("counters-letter-link", &format!("/invitations/{invitation}")));
    news(words, words.with("counters-letter-subject", &name), parts)
}

/// What became of it, for one of the two sides.
pub(super) struct Outcome<'a> {
    pub to_customer: bool,
    pub customer: &'a str,
    pub provider: &'a str,
    pub outcome: &'a str,
    pub reason: Option<&'a str>,
}

pub(super) fn closed(words: &Words<'_>, invitation: Id<Invitation>, what: &Outcome<'_>) -> Draft {
    let names = [("customer", what.customer.into()), ("provider", what.provider.into())];
    let (subject, text, next) = match what.outcome {
        "agreed" => ("counters-agreed-subject", "counters-agreed-text", "counters-agreed-next"),
        "refused" => ("counters-refused-subject", "counters-refused-text", "counters-refused-next"),
        _ => ("counters-withdrawn-subject", "counters-withdrawn-said", "counters-withdrawn-next"),
    };
    let mut parts = vec![words.text_with(text, &names)];
    parts.extend(what.reason.map(|reason| Part::Quote { by: words.t("notices-declined-reason"), lines: lines(reason) }));
    parts.push(words.text_with(next, &names));
    parts.push(match what.to_customer {
        true => words.way("counters-letter-to-request", &format!("/received/{invitation}")),
        false => words.way("notices-invitation-see", &format!("/invitations/{invitation}")),
    });
    news(words, words.with(subject, &names), parts)
}

pub(super) fn handed_request(words: &Words<'_>, invitation: Id<Invitation>, by: &str, provider: &str) -> Draft {
    let names = [("person", by.into()), ("provider", provider.into())];
    let parts = vec![
        words.text_with("handovers-letter-text", &names),
        Part::Facts(vec![words.fact("notices-fact-offer-of", provider), words.fact("notices-fact-asked-by", by)]),
        words.text("handovers-letter-decide"),
        words.way("handovers-letter-link", &format!("/received/{invitation}")),
    ];
    news(words, words.with("handovers-letter-subject", &names), parts)
}
