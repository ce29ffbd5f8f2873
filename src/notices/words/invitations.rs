//! The invitation itself, and letters about what became of one.

use super::{Draft, Part, Stamp, Words, lines};
use crate::{
    db::Timestamp,
    ids::{Alarm, Id, Invitation},
    links::{Kind, Link},
    notices::Offer,
    services::{self, Scope},
};

/// The invitation to a customer: the two editable paragraphs first, everything else fixed (D3).
pub(super) fn offer(words: &Words<'_>, offer: &Offer) -> Draft {
    let name = [("provider", (&offer.provider).into())];
    let both = |forwarder| [("provider", (&offer.provider).into()), ("forwarder", forwarder)];
    let forwarder = offer.forwarder.as_ref();
    Draft {
        stamp: Stamp::Customer,
        kind: words.t("notices-kind-customer"),
        subject: match forwarder {
            Some(forwarder) => words.with("notices-invitation-subject-passed-on", &both(forwarder.into())),
            None => words.with("notices-invitation-subject", &name),
        },
        title: words.with("notices-invitation-title", &name),
        parts: offer_parts(words, offer),
        why: words.with("notices-why-invitation", &[("sender", forwarder.unwrap_or(&offer.provider).into())]),
    }
}

/// A reminder of an invitation that was not answered: who, what, until when, and its link once more. Whoever wants no more of
/// them follows a link of its own, which does nothing before a button is pressed (D7).
pub(super) fn reminder(words: &Words<'_>, offer: &Offer, sent_at: Timestamp) -> Draft {
    let sender = offer.forwarder.as_ref().unwrap_or(&offer.provider);
    let name = [("provider", (&offer.provider).into())];
    let mut parts = vec![
        words.text_with("reminders-mail-text", &[("sender", sender.into()), ("date", words.at(sent_at).into())]),
        Part::Facts(facts(words, offer)),
    ];
    if offer.asks.is_empty() {
        parts.push(words.text_with("notices-invitation-asks-nothing", &name));
    } else {
        parts.push(Part::List { heading: words.with("notices-invitation-asks", &name), items: words.scopes(&offer.asks) });
        if services::equals_global_admin(&offer.asks, words.head.services) {
            parts.push(Part::Strong(words.t("notices-invitation-everything")));
        }
    }
    parts.push(words.link("notices-invitation-link", &link(offer)));
    parts.push(Part::Small(words.t("notices-invitation-opening")));
    parts.push(match &offer.forwarder {
        Some(forwarder) => {
            words.text_with("notices-invitation-unknown-both", &[("provider", (&offer.provider).into()), ("forwarder", forwarder.into())])
        }
        None => words.text_with("notices-invitation-unknown", &name),
    });
    parts.extend(offer.forward.map(|forward| Part::Stop {
        label: words.with("reminders-mail-stop", &[("sender", sender.into())]),
        url: Link::new(Kind::Reminders, forward.uuid(), 1).url(words.head.keys, words.head.public_url),
    }));
    Draft {
        stamp: Stamp::Customer,
        kind: words.t("notices-kind-customer"),
        subject: words.with("reminders-mail-subject", &name),
        title: words.with("reminders-mail-title", &name),
        parts,
        why: words.with("notices-why-invitation", &[("sender", sender.into())]),
    }
}

/// The link of an offer.
fn link(offer: &Offer) -> Link {
    let link = Link::new(Kind::Invitation, offer.invitation.uuid(), offer.generation);
    offer.forward.map_or(link, |forward| link.via(forward.uuid()))
}

fn offer_parts(words: &Words<'_>, offer: &Offer) -> Vec<Part> {
    let name = [("provider", (&offer.provider).into())];
    let mut parts = Vec::new();
    parts.extend(offer.forwarder.as_ref().map(|forwarder| {
        words.text_with("notices-invitation-passed-on", &[("forwarder", forwarder.into()), ("provider", (&offer.provider).into())])
    }));
    parts.extend(offer.paragraphs.iter().flatten().map(|paragraph| Part::Said(lines(paragraph))));
    parts.extend(offer.note.as_ref().map(|note| {
        let by = offer.forwarder.as_ref().unwrap_or(&offer.provider);
        Part::Quote { by: words.with("notices-invitation-note", &[("sender", by.into())]), lines: lines(note) }
    }));
    parts.push(Part::Facts(facts(words, offer)));
    if offer.asks.is_empty() {
        parts.push(words.text_with("notices-invitation-asks-nothing", &name));
    } else {
        let heading = words.with("notices-invitation-asks", &name);
        parts.push(Part::List { heading, items: words.scopes(&offer.asks) });
        if services::equals_global_admin(&offer.asks, words.head.services) {
            parts.push(Part::Strong(words.t("notices-invitation-everything")));
        }
        parts.push(words.text("notices-invitation-decide"));
    }
    parts.push(words.stays("notices-invitation-stays"));
    parts.push(words.link("notices-invitation-link", &link(offer)));
    parts.push(Part::Small(words.t("notices-invitation-opening")));
    if let Some(end) = offer.expires_at {
        parts.push(Part::Small(words.with("notices-invitation-expires", &[("date", words.at(end).into())])));
    }
    if offer.paragraphs.iter().flatten().chain(&offer.note).any(|text| names_an_address(text)) {
        parts.push(Part::Small(words.with("notices-invitation-addresses", &[("address", words.head.public_url.into())])));
    }
    parts.push(match &offer.forwarder {
        Some(forwarder) => {
            words.text_with("notices-invitation-unknown-both", &[("provider", (&offer.provider).into()), ("forwarder", forwarder.into())])
        }
        None => words.text_with("notices-invitation-unknown", &name),
    });
    parts
}

fn facts(words: &Words<'_>, offer: &Offer) -> Vec<super::Fact> {
    let mut facts = vec![
        words.fact("notices-fact-offer-of", offer.provider.as_str()),
        words.fact("notices-fact-partner-id", offer.provider_id.as_str()),
    ];
    facts.extend(offer.forwarder.as_ref().map(|forwarder| words.fact("notices-fact-passed-on-by", forwarder.as_str())));
    if !offer.asks.is_empty() {
        facts.push(words.fact("notices-fact-days", words.days(offer.days)));
    }
    let end = offer.expires_at.map_or_else(|| words.t("notices-open-without-end"), |end| words.at(end));
    facts.push(words.fact("notices-fact-open-until", end));
    facts
}

/// Whether a text has something that a mail program may turn into a link of its own (AB-46).
fn names_an_address(text: &str) -> bool {
    let text = text.to_lowercase();
    text.contains("://") || text.contains("www.") || text.split_whitespace().any(looks_like_a_host)
}

fn looks_like_a_host(word: &str) -> bool {
    let host = word.trim_matches(|c: char| !c.is_alphanumeric()).split(['/', ':', '?']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let letters = |label: &&str| label.len() >= 2 && label.chars().all(|c| c.is_ascii_alphabetic());
    labels.len() >= 2 && labels.iter().all(|label| !label.is_empty()) && labels.last().is_some_and(letters)
}

/// A draft of news about an invitation: one sentence, the invitation's name, a way to its page.
fn news(words: &Words<'_>, subject: String, mut parts: Vec<Part>, way: Option<Id<Invitation>>) -> Draft {
    parts.extend(way.map(|invitation| words.way("notices-invitation-see", &format!("/invitations/{invitation}"))));
    super::news(words, subject, parts)
}

pub(super) fn handed_over(words: &Words<'_>, invitation: Id<Invitation>, label: &str, provider: &str) -> Draft {
    let parts = vec![
        words.text_with("notices-handed-over-text", &[("provider", provider.into())]),
        Part::Facts(vec![words.fact("notices-fact-invitation", label), words.fact("notices-fact-provider", provider)]),
    ];
    news(words, words.with("notices-handed-over-subject", &[("provider", provider.into())]), parts, Some(invitation))
}

/// What a revision changed.
pub(super) struct Changed<'a> {
    pub added: &'a [Scope],
    pub removed: &'a [Scope],
    pub others: &'a [String],
}

pub(super) fn revised(words: &Words<'_>, invitation: Id<Invitation>, label: &str, provider: &str, changed: &Changed<'_>) -> Draft {
    let mut parts = vec![
        words.text_with("revisions-mail-text", &[("provider", provider.into())]),
        Part::Facts(vec![words.fact("notices-fact-invitation", label), words.fact("notices-fact-provider", provider)]),
    ];
    let list = |key: &str, items: Vec<String>| (!items.is_empty()).then(|| Part::List { heading: words.t(key), items });
    parts.extend(list("revisions-mail-added", words.scopes(changed.added)));
    parts.extend(list("revisions-mail-removed", words.scopes(changed.removed)));
    let others = changed.others.iter().filter_map(|word| match word.as_str() {
        "days" => Some(words.t("revisions-mail-days")),
        "holder" => Some(words.t("revisions-mail-holder")),
        "language" => Some(words.t("revisions-mail-language")),
        "text" => Some(words.t("revisions-mail-words")),
        "end" => Some(words.t("revisions-mail-end")),
        _ => None,
    });
    parts.extend(list("revisions-mail-others", others.collect()));
    parts.push(words.text("revisions-mail-stays"));
    news(words, words.with("revisions-mail-subject", &[("provider", provider.into())]), parts, Some(invitation))
}

pub(super) fn revoked(words: &Words<'_>, invitation: Id<Invitation>, label: &str, provider: &str) -> Draft {
    let parts = vec![
        words.text_with("notices-revoked-text", &[("provider", provider.into())]),
        Part::Facts(vec![words.fact("notices-fact-invitation", label), words.fact("notices-fact-provider", provider)]),
    ];
    news(words, words.with("notices-revoked-subject", &[("provider", provider.into())]), parts, Some(invitation))
}

pub(super) fn link_changed(words: &Words<'_>, invitation: Id<Invitation>, label: &str, provider: &str, change: &str) -> Draft {
    let name = [("provider", provider.into())];
    let parts = vec![
        words.text_with(&format!("notices-{change}-text"), &name),
        Part::Facts(vec![words.fact("notices-fact-invitation", label), words.fact("notices-fact-provider", provider)]),
    ];
    news(words, words.with(&format!("notices-{change}-subject"), &name), parts, Some(invitation))
}

/// The way leads to what the reader has still: the page of this one is not there for it any more.
pub(super) fn taken_back(words: &Words<'_>, label: &str, provider: &str) -> Draft {
    let name = [("provider", provider.into())];
    let parts = vec![
        words.text_with("notices-taken-back-text", &name),
        Part::Facts(vec![words.fact("notices-fact-invitation", label), words.fact("notices-fact-provider", provider)]),
        words.way("notices-taken-back-link", "/invitations"),
    ];
    news(words, words.with("notices-taken-back-subject", &name), parts, None)
}

pub(super) fn stopped(words: &Words<'_>, invitation: Id<Invitation>, label: &str, reason: &str) -> Draft {
    let parts = vec![
        words.text("notices-stopped-text"),
        Part::Facts(vec![words.fact("notices-fact-invitation", label)]),
        Part::Quote { by: words.t("notices-organization-reason"), lines: lines(reason) },
        words.text("notices-stopped-stays"),
    ];
    news(words, words.t("notices-stopped-subject"), parts, Some(invitation))
}

pub(super) fn let_go(words: &Words<'_>, invitation: Id<Invitation>, label: &str, reason: &str) -> Draft {
    let parts = vec![
        words.text("notices-let-go-text"),
        Part::Facts(vec![words.fact("notices-fact-invitation", label)]),
        Part::Quote { by: words.t("notices-organization-reason"), lines: lines(reason) },
    ];
    news(words, words.t("notices-let-go-subject"), parts, Some(invitation))
}

/// To the operator's people; who reports stands on the page of the report, not in a mail.
pub(super) fn reported(words: &Words<'_>, alarm: Id<Alarm>, provider: &str, reason: &str, said: &str) -> Draft {
    let mut parts = vec![
        words.text_with("notices-reported-text", &[("provider", provider.into())]),
        Part::Facts(vec![words.fact("notices-fact-report", words.t(&format!("alarm-reason-{reason}")))]),
        Part::Quote { by: words.t("notices-reported-words"), lines: lines(said) },
    ];
    parts.push(words.way("notices-reported-see", &format!("/alarms/{alarm}")));
    Draft {
        why: words.t("notices-why-operator"),
        ..news(words, words.with("notices-reported-subject", &[("provider", provider.into())]), parts, None)
    }
}

pub(super) fn missed(words: &Words<'_>, invitation: Id<Invitation>, label: &str, asked_by: &str) -> Draft {
    let parts = vec![
        words.text("notices-missed-text"),
        Part::Facts(vec![words.fact("notices-fact-invitation", label), words.fact("notices-fact-asked-by", asked_by)]),
        words.text("notices-missed-next"),
    ];
    news(words, words.with("notices-missed-subject", &[("who", asked_by.into())]), parts, Some(invitation))
}

pub(super) fn declined(words: &Words<'_>, invitation: Id<Invitation>, label: &str, customer: &str, reason: Option<&str>) -> Draft {
    let mut parts = vec![
        words.text_with("notices-declined-text", &[("customer", customer.into())]),
        Part::Facts(vec![words.fact("notices-fact-invitation", label), words.fact("notices-fact-customer", customer)]),
    ];
    match reason {
        Some(reason) => parts.push(Part::Quote { by: words.t("notices-declined-reason"), lines: lines(reason) }),
        None => parts.push(words.text("notices-declined-no-reason")),
    }
    news(words, words.with("notices-declined-subject", &[("customer", customer.into())]), parts, Some(invitation))
}

#[cfg(test)]
mod tests {
    use super::names_an_address;

    #[test]
    fn addresses_in_other_peoples_words_are_noticed() {
        for text in ["see https://evil.example/x", "WWW.evil.example", "go to evil.example/login now", "（evil.cn）", "evil.example."] {
            assert!(names_an_address(text), "{text}");
        }
        for text in ["Good morning. We work with you", "3.5 years", "Exchange, SharePoint и так далее.", "您好。我们", "e.g. this…", ""]
        {
            assert!(!names_an_address(text), "{text}");
        }
    }
}
