//! From what was typed to the terms of an invitation, or every reason why not; page by page.

use chrono::{NaiveTime, TimeDelta};
use chrono_tz::Tz;

use crate::{
    db::Timestamp,
    i18n::Lang,
    ids::{Id, Organization, Reseller},
    invitations::{Answers, Kind, MessageAnswer, Recipient, RecipientAnswer, ServicesAnswer, Step, Terms},
    partnerships::Known,
    services::{self, Scope, Service},
    values::{Days, Domain, Email, Name, Note, Refusal},
    web::form::Wrong,
};

/// What can be chosen, and by whom, and when.
pub(super) struct Offered<'a> {
    pub catalogue: &'a [Service],
    pub resellers: &'a [Known<Reseller>],
    /// Whether the person may ask for delegated administration.
    pub may_ask: bool,
    pub now: Timestamp,
    pub zone: Tz,
}

pub(super) fn kind(word: Option<&str>) -> Result<Kind, Wrong> {
    let mut wrong = Wrong::default();
    let kind = wrong.check("kind", word.and_then(Kind::parse).ok_or(Refusal::Said("field-required-choice")));
    wrong.into_result(kind)
}

pub(super) type Wanted = (Vec<Scope>, Days, Option<Id<Organization>>);

pub(super) fn services(typed: &ServicesAnswer, offered: &Offered<'_>) -> Result<Wanted, Wrong> {
    let mut wrong = Wrong::default();
    let asks: Option<Vec<Scope>> = typed.asks.iter().map(|ask| Scope::from_field(ask, offered.catalogue)).collect();
    let asks = wrong.check("asks", asks.ok_or(Refusal::Choice)).map(|mut asks| {
        asks.sort();
        asks.dedup();
        asks
    });
    if asks.as_ref().is_some_and(|asks| services::asks_for_retired(asks, offered.catalogue)) {
        wrong.note("asks", Refusal::Said("services-retired-asked"));
    }
    if !offered.may_ask && asks.as_ref().is_some_and(|asks| !asks.is_empty()) {
        wrong.note("asks", Refusal::Said("invitations-ask-right"));
    }
    let days = wrong.check("days", Days::parse(&typed.days));
    let holder = match typed.holder.trim() {
        "" => Some(None),
        id => {
            let known = id.parse::<Id<Reseller>>().ok().filter(|id| offered.resellers.iter().any(|reseller| reseller.id == *id));
            wrong.check("holder", known.ok_or(Refusal::Choice)).map(|id| Some(id.into()))
        }
    };
    let wanted = (|| Some((asks?, days?, holder?)))();
    wrong.into_result(wanted)
}

pub(super) type Addressed = (String, Option<Recipient>, Option<Timestamp>);

pub(super) fn recipient(typed: &RecipientAnswer, kind: Kind, offered: &Offered<'_>) -> Result<Addressed, Wrong> {
    let mut wrong = Wrong::default();
    let end = |days: Days| end_of_day(offered.now, days, offered.zone);
    match kind {
        Kind::Standing => {
            let label = wrong.check("label", Name::parse(&typed.label));
            let days = match typed.open_days.trim() {
                "" => Some(None),
                days => wrong.check("open_days", Days::parse(days)).map(Some),
            };
            let standing = (|| Some((label?.as_str().to_owned(), None, days?.map(end))))();
            wrong.into_result(standing)
        }
        Kind::Addressed => {
            let email = wrong.check("email", Email::parse(&typed.email));
            let name = wrong.check("name", Name::optional(&typed.name));
            let domain = wrong.check("domain", Domain::optional(&typed.domain));
            let days = wrong.check("open_days", Days::parse(&typed.open_days));
            let addressed = (|| {
                let (email, name, domain, days) = (email?, name?, domain?, days?);
                let recipient = Recipient {
                    email: email.as_str().to_owned(),
                    name: name.as_ref().map(|name| name.as_str().to_owned()),
                    domain: domain.map(|domain| domain.as_str().to_owned()),
                };
                Some((Terms::label_of(name.as_ref(), email.as_str()), Some(recipient), Some(end(days))))
            })();
            wrong.into_result(addressed)
        }
    }
}

pub(super) type Message = (Lang, [Option<Note<2000>>; 2]);

pub(super) fn message(typed: &MessageAnswer) -> Result<Message, Wrong> {
    let mut wrong = Wrong::default();
    let language = wrong.check("language", Lang::parse(&typed.language).ok_or(Refusal::Choice));
    let first = wrong.check("first", Note::optional(&typed.first));
    let second = wrong.check("second", Note::optional(&typed.second));
    let message = (|| Some((language?, [first?, second?])))();
    wrong.into_result(message)
}

/// The terms, if every page is right; else the first page that is not, so that none can be skipped (ASVS 2.3.1).
pub(super) fn terms(answers: &Answers, offered: &Offered<'_>) -> Result<Terms, Step> {
    let kind = kind(answers.kind.as_deref()).map_err(|_| Step::Kind)?;
    let wanted = answers.services.as_ref().and_then(|typed| services(typed, offered).ok());
    let (asks, days, suggested_holder) = wanted.ok_or(Step::Services)?;
    let addressed = answers.recipient.as_ref().and_then(|typed| recipient(typed, kind, offered).ok());
    let (label, recipient, expires_at) = addressed.ok_or(Step::Recipient)?;
    let (language, paragraphs) = answers.message.as_ref().and_then(|typed| message(typed).ok()).ok_or(Step::Message)?;
    Ok(Terms { kind, asks, days, suggested_holder, label, recipient, expires_at, language, paragraphs })
}

/// The last minute of the day that is so many days from now, in the inviter's zone: what the check page shows is what
/// will be, however long somebody looks at it that day.
pub(super) fn end_of_day(now: Timestamp, days: Days, zone: Tz) -> Timestamp {
    let day = (now + TimeDelta::days(days.get().into())).with_timezone(&zone).date_naive();
    let last_minute = NaiveTime::from_hms_opt(23, 59, 0).unwrap_or_default();
    let local = day.and_time(last_minute).and_local_timezone(zone);
    local.latest().map_or(now + TimeDelta::days(days.get().into()), |moment| moment.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered<'a>(catalogue: &'a [Service], resellers: &'a [Known<Reseller>], may_ask: bool) -> Offered<'a> {
        let now = "2026-11-22T10:00:00Z".parse().unwrap();
        Offered { catalogue, resellers, may_ask, now, zone: Tz::Asia__Shanghai }
    }

    fn catalogue() -> Vec<Service> {
        let exchange = || "Exchange Online".to_owned();
        let (name_en, name_zh, name_ru) = (exchange(), exchange(), exchange());
        vec![Service {
            code: "exchange-online".to_owned(),
            kind: crate::services::Kind::Licence,
            name_en,
            name_zh,
            name_ru,
            retired: false,
        }]
    }

    fn wants(asks: &[&str], days: &str, holder: &str) -> ServicesAnswer {
        ServicesAnswer { asks: asks.iter().map(|ask| (*ask).to_owned()).collect(), days: days.to_owned(), holder: holder.to_owned() }
    }

    #[test]
    fn a_relationship_alone_asks_for_nothing() {
        let catalogue = catalogue();
        let (asks, days, holder) = services(&wants(&[], "365", ""), &offered(&catalogue, &[], false)).unwrap();
        assert!(asks.is_empty() && holder.is_none());
        assert_eq!(days.get(), 365);
    }

    #[test]
    fn whoever_may_not_ask_for_administration_is_refused_whatever_is_posted() {
        let catalogue = catalogue();
        let wanted = wants(&["exchange-online/support"], "365", "");
        assert!(services(&wanted, &offered(&catalogue, &[], true)).is_ok());
        assert!(services(&wanted, &offered(&catalogue, &[], false)).is_err());
    }

    #[test]
    fn unknown_services_days_out_of_range_and_holders_that_are_no_resellers_are_refused() {
        let catalogue = catalogue();
        let offered = offered(&catalogue, &[], true);
        let somebody = Id::<Organization>::new().to_string();
        for wrong in [
            wants(&["fax/support"], "365", ""),
            wants(&["exchange-online/everything"], "365", ""),
            wants(&[], "731", ""),
            wants(&[], "0", ""),
            wants(&[], "", ""),
            wants(&[], "365", &somebody),
            wants(&[], "365", "nobody"),
        ] {
            assert!(services(&wrong, &offered).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn an_addressed_invitation_has_an_address_and_an_end_in_the_inviters_zone() {
        let catalogue = catalogue();
        let offered = offered(&catalogue, &[], true);
        let typed = RecipientAnswer { email: "IT@Fabrikam.cn".to_owned(), open_days: "30".to_owned(), ..RecipientAnswer::default() };
        let (label, to, end) = recipient(&typed, Kind::Addressed, &offered).unwrap();
        assert_eq!((label.as_str(), to.unwrap().email.as_str()), ("it@fabrikam.cn", "it@fabrikam.cn"));
        assert_eq!(end.unwrap().to_rfc3339(), "2026-12-22T15:59:00+00:00");
        assert!(recipient(&RecipientAnswer { open_days: String::new(), ..typed.clone() }, Kind::Addressed, &offered).is_err());
        assert!(recipient(&typed, Kind::Standing, &offered).is_err(), "a standing one needs a label");
    }

    #[test]
    fn a_standing_invitation_holds_no_customer_and_need_not_end() {
        let catalogue = catalogue();
        let typed = RecipientAnswer { label: "Spring".to_owned(), email: "it@fabrikam.cn".to_owned(), ..RecipientAnswer::default() };
        let (_, to, end) = recipient(&typed, Kind::Standing, &offered(&catalogue, &[], true)).unwrap();
        assert!(to.is_none() && end.is_none());
    }

    #[test]
    fn both_paragraphs_may_be_deleted() {
        let typed = MessageAnswer { language: "zh-CN".to_owned(), first: " ".to_owned(), second: String::new() };
        assert_eq!(message(&typed).unwrap(), (Lang::ZhCn, [None, None]));
    }

    #[test]
    fn no_page_can_be_skipped() {
        let catalogue = catalogue();
        let offered = offered(&catalogue, &[], true);
        let mut answers = Answers::default();
        assert_eq!(terms(&answers, &offered), Err(Step::Kind));
        answers.kind = Some("standing".to_owned());
        answers.message = Some(MessageAnswer { language: "en".to_owned(), ..MessageAnswer::default() });
        assert_eq!(terms(&answers, &offered), Err(Step::Services));
        answers.services = Some(wants(&[], "365", ""));
        answers.recipient = Some(RecipientAnswer { label: "Spring".to_owned(), ..RecipientAnswer::default() });
        assert!(terms(&answers, &offered).is_ok());
        answers.kind = Some("addressed".to_owned());
        assert_eq!(terms(&answers, &offered), Err(Step::Recipient), "another kind asks for another recipient");
    }
}
