//! The one renderer of letters: what a preview shows is what is sent, byte for byte (UX-04).

use askama::Template;

use super::{
    Letter,
    words::{self, Draft, Part, Stamp},
};
use crate::{i18n::Lang, keys::Keys, services::Service};

/// What stands on every letter, whoever writes it: the portal's address, the keys of its links, the names of services.
#[derive(Clone, Copy)]
pub struct Letterhead<'a> {
    /// The keys that sign links.
    pub keys: &'a Keys,
    /// The portal's public address; every link begins with it, and with nothing else (AB-14).
    pub public_url: &'a str,
    /// The catalogue, for the names of services.
    pub services: &'a [Service],
}

/// A letter ready to be sent or shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The subject: one line, whatever names stand in it (AB-46).
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The HTML: complete, without script, picture or anything from elsewhere.
    pub html: String,
    /// The letter's link, which stands on a line of its own in the text.
    pub link: Option<String>,
}

#[derive(Template)]
#[template(path = "emails/letter.txt")]
struct Text<'a> {
    draft: &'a Draft,
    foot: &'a str,
}

#[derive(Template)]
#[template(path = "emails/letter.html")]
struct Html<'a> {
    draft: &'a Draft,
    subject: &'a str,
    foot: &'a str,
    lang: Lang,
    product: &'a str,
}

/// Renders a letter in a language. Words of people stand as plain text in it; the link is the portal's own (AB-17).
///
/// # Panics
/// Never: writing to a string does not fail.
pub fn render(letter: &Letter, lang: Lang, head: &Letterhead<'_>) -> Rendered {
    let draft = words::compose(letter, lang, head);
    let subject = one_line(&draft.subject);
    let host = head.public_url.split_once("://").map_or(head.public_url, |(_, host)| host);
    let foot = crate::i18n::text_with(lang, "notices-foot", &[("host", host.into())]);
    let link = draft.parts.iter().find_map(|part| match part {
        Part::Link { url, .. } => Some(url.clone()),
        _ => None,
    });
    let text = Text { draft: &draft, foot: &foot }.render().expect("writing to a string does not fail");
    let product = crate::i18n::text(lang, "ui-product");
    let html = Html { draft: &draft, subject: &subject, foot: &foot, lang, product }.render().expect("writing to a string does not fail");
    Rendered { subject, text, html, link }
}

/// A text for a header: one line, without control characters or marks that turn the direction of writing (AB-46).
pub(super) fn one_line(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let text: String = text.chars().filter(|c| !turns(*c)).map(|c| if breaks(c) { ' ' } else { c }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Stamp {
    /// The class of its colours.
    fn class(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Partners => "partners",
            Self::Portal => "portal",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{
        links::{Kind, Link},
        notices::samples,
    };

    const URL: &str = "https://portal.example.cn";

    fn rendered(letter: &Letter, lang: Lang) -> Rendered {
        render(letter, lang, &Letterhead { keys: &samples::keys(), public_url: URL, services: &samples::services() })
    }

    fn invitation(change: impl FnOnce(&mut crate::notices::Offer)) -> Rendered {
        let mut offer = samples::offer();
        change(&mut offer);
        rendered(&Letter::Invitation(Box::new(offer)), Lang::En)
    }

    #[test]
    fn every_letter_is_written_in_every_language() {
        for letter in samples::letters() {
            for lang in Lang::ALL {
                let mail = rendered(&letter, lang);
                for text in [&mail.subject, &mail.text, &mail.html] {
                    assert!(!text.contains("notices-") && !text.contains("{$"), "{letter:?} in {lang}: {text}");
                }
                assert!(mail.html.contains(&format!("<html lang=\"{lang}\">")));
                assert!(mail.text.starts_with(|c: char| c.is_alphabetic()), "{:?}", mail.text);
                assert!(!mail.text.contains("\n\n\n"), "{:?}", mail.text);
            }
        }
    }

    #[test]
    fn a_letter_has_one_link_and_it_is_the_portals() {
        for letter in samples::letters() {
            let mail = rendered(&letter, Lang::En);
            let link = mail.link.clone().expect("every letter leads somewhere");
            assert!(link.starts_with(&format!("{URL}/")), "{link}");
            assert_eq!(mail.text.lines().filter(|line| *line == link).count(), 1, "{}", mail.text);
            // Only a reminder has a way out beside it.
            let stop = format!("{URL}/reminders/");
            let links = 1 + usize::from(matches!(letter, Letter::InvitationReminder { .. }));
            assert_eq!(mail.text.matches("://").count(), links, "{}", mail.text);
            assert_eq!(mail.text.matches(&stop).count(), links - 1, "{}", mail.text);
            assert!(mail.html.split("href=\"").skip(1).all(|rest| rest.starts_with(&link) || rest.starts_with(&stop)), "{}", mail.html);
            for foreign in ["<img", "<script", "@import", "url(", "<form", "<link"] {
                assert!(!mail.html.contains(foreign), "{foreign} in {letter:?}");
            }
        }
    }

    #[test]
    fn the_link_of_a_forwarded_invitation_tells_who_passed_it_on() {
        let mail = invitation(|_| {});
        let token = mail.link.unwrap().strip_prefix(&format!("{URL}/i/")).unwrap().to_owned();
        let link = Link::read(&token, &samples::keys()).unwrap();
        assert_eq!((link.kind, link.generation), (Kind::Invitation, 2));
        assert_eq!(link.via, samples::offer().forward.map(crate::ids::Id::uuid));
    }

    #[test]
    fn an_invitation_says_who_for_what_how_long_and_what_stays() {
        let mail = invitation(|_| {});
        for said in [
            "Northwind Traders asks for a reseller relationship",
            "Partner ID: 5100001",
            "Contoso Cloud passes this invitation on to you, on behalf of Northwind Traders",
            "- Exchange Online: provisioning and support\n- Azure: support",
            "For how long: 365 days",
            "Open until: 22 December 2026, 18:00 (UTC+8)",
            "- Your subscriptions and who owns them",
            "If you do not know Northwind Traders or Contoso Cloud, do nothing.",
            "Contoso Cloud writes to you:\n> Hello Min,\n> this is what we talked about.",
        ] {
            assert!(mail.text.contains(said), "{said:?} is not in\n{}", mail.text);
        }
    }

    #[test]
    fn both_paragraphs_may_be_deleted_and_all_else_stays() {
        let (with, without) = (invitation(|_| {}), invitation(|offer| offer.paragraphs = [None, None]));
        let dropped: Vec<&str> = with.text.lines().filter(|line| !without.text.lines().any(|other| other == *line)).collect();
        assert_eq!(dropped, ["Dear customer,", "you bought Exchange Online from 21Vianet.", "We would like to look after it for you."]);
        assert_eq!(with.link, without.link);
    }

    #[test]
    fn an_invitation_without_end_or_services_says_so() {
        let mail = invitation(|offer| {
            offer.expires_at = None;
            offer.asks.clear();
            offer.forwarder = None;
        });
        assert!(mail.text.contains("Open until: Until it is withdrawn"));
        assert!(mail.text.contains("asks for the relationship alone"));
        assert!(!mail.text.contains("expires on") && !mail.text.contains("For how long"));
    }

    #[test]
    fn asking_for_everything_is_marked() {
        use crate::services::Purpose;
        let all = samples::services().iter().map(|service| samples::scope(&service.code, Purpose::Provisioning)).collect();
        assert!(invitation(|offer| offer.asks = all).html.contains("as much as a global admin"));
        assert!(!invitation(|_| {}).html.contains("as much as a global admin"));
    }

    #[test]
    fn words_of_people_are_text_and_nothing_else() {
        let evil = "<a href=\"https://evil.example\">x</a><script>alert(1)</script> https://evil.example/i/abc";
        let mail = invitation(|offer| {
            offer.note = Some(evil.to_owned());
            offer.paragraphs = [Some(evil.to_owned()), None];
            offer.provider = evil.to_owned();
            offer.forwarder = Some(evil.to_owned());
        });
        assert!(!mail.html.contains("<script") && !mail.html.contains("href=\"https://evil"));
        assert!(mail.text.contains("Web addresses in the words of others are not checked"), "addresses are flagged");
        assert!(!invitation(|_| {}).text.contains("Web addresses in the words of others"));
    }

    #[test]
    fn a_note_cannot_pose_as_the_portals_own_lines() {
        let mail = invitation(|offer| offer.note = Some("Bye\n\nhttps://portal.example.cn/i/other".to_owned()));
        assert!(mail.text.contains("> Bye\n> \n> https://portal.example.cn/i/other"), "{}", mail.text);
        assert_eq!(mail.text.lines().filter(|line| line.starts_with("https://")).count(), 1);
    }

    #[test]
    fn a_reminder_carries_the_link_of_the_invitation_it_reminds_of() {
        let reminder = Letter::InvitationReminder { offer: Box::new(samples::offer()), sent_at: samples::at() };
        assert_eq!(rendered(&reminder, Lang::En).link, invitation(|_| {}).link);
    }

    #[test]
    fn a_subject_is_one_line_whatever_the_names() {
        let mail = invitation(|offer| offer.provider = "Evil\r\nBcc: a@x.cn\u{2028}\u{202e}nc.x".to_owned());
        assert_eq!(mail.subject, "Evil Bcc: a@x.cn nc.x invites you to a reseller relationship, passed on by Contoso Cloud");
    }

    #[test]
    fn a_partnership_cannot_be_taken_for_a_customers_invitation() {
        let partnership = samples::letters().into_iter().find(|letter| matches!(letter, Letter::PartnershipInvitation { .. })).unwrap();
        for lang in Lang::ALL {
            let one = rendered(&partnership, lang);
            let other = rendered(&Letter::Invitation(Box::new(samples::offer())), lang);
            assert!(one.html.contains("class=\"partners\"") && other.html.contains("class=\"customer\""));
            assert_ne!(one.text.lines().next(), other.text.lines().next());
            assert!(one.link.unwrap().contains("/p/") && other.link.unwrap().contains("/i/"));
            let shared: BTreeSet<&str> = one.text.lines().filter(|line| other.text.lines().any(|same| same == *line)).collect();
            assert!(shared.len() <= 5, "{lang}: {shared:#?}");
        }
    }
}
