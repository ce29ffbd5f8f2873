//! The trail as people read it: a sentence for each event, who did it, when. A part of every detail page.

use super::{
    Kind,
    store::{self, Filter, Row, Subject},
};
use crate::{
    access::Place,
    db::{Pg, Result, Timestamp},
    i18n::{self, Arg},
    ids::{Delegation, Id, Invitation, Organization, Partnership, Relationship},
    organizations,
    services::{self, Service},
    web::page::Page,
};

/// One event, told in the visitor's language. Shown with `templates/audit/trail.html` or `timeline::event`.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its number in the whole trail.
    pub id: i64,
    /// When it happened.
    pub at: Timestamp,
    /// What happened.
    pub text: String,
    /// Who did it: a person of the reader's own organization by name (the operator sees every name), else their
    /// organization, else "the portal".
    pub who: String,
    /// Its icon in the sprite.
    pub icon: &'static str,
    /// How it is meant: "", "ok", "wait" or "stop".
    pub tone: &'static str,
}

/// What happened to an invitation: the newest entries, one page of them, oldest first.
///
/// # Errors
/// As every query.
pub async fn of_invitation(pg: &Pg, page: &Page, id: Id<Invitation>) -> Result<Vec<Entry>> {
    list(pg, page, Subject::Invitation(id.uuid())).await
}

/// What happened to a relationship: the newest entries, one page of them, oldest first.
///
/// # Errors
/// As every query.
pub async fn of_relationship(pg: &Pg, page: &Page, id: Id<Relationship>) -> Result<Vec<Entry>> {
    list(pg, page, Subject::Relationship(id.uuid())).await
}

/// What happened to a partnership: the newest entries, one page of them, oldest first.
///
/// # Errors
/// As every query.
pub async fn of_partnership(pg: &Pg, page: &Page, id: Id<Partnership>) -> Result<Vec<Entry>> {
    list(pg, page, Subject::Partnership(id.uuid())).await
}

/// What happened to a delegation: the newest entries, one page of them, oldest first.
///
/// # Errors
/// As every query.
pub async fn of_delegation(pg: &Pg, page: &Page, id: Id<Delegation>) -> Result<Vec<Entry>> {
    list(pg, page, Subject::Delegation(id.uuid())).await
}

/// What an organization did and what concerns it: the newest entries, one page of them, oldest first.
///
/// # Errors
/// As every query.
pub async fn of_organization(pg: &Pg, page: &Page, id: impl Into<Id<Organization>>) -> Result<Vec<Entry>> {
    let filter = Filter { organizations: Some(vec![id.into().uuid()]), ..Filter::default() };
    let (found, catalogue) = futures_util::try_join!(store::list(pg, &filter, None), services::list(pg))?;
    Ok(found.rows.iter().rev().map(|record| told(page, &catalogue, &record.event)).collect())
}

/// What happened last in the whole portal, as far as whoever is asking may see it: a few entries, newest first.
///
/// # Errors
/// As every query.
pub async fn newest(pg: &Pg, page: &Page) -> Result<Vec<Entry>> {
    let (rows, catalogue) = futures_util::try_join!(store::list_newest(pg), services::list(pg))?;
    Ok(rows.iter().map(|row| told(page, &catalogue, row)).collect())
}

async fn list(pg: &Pg, page: &Page, subject: Subject) -> Result<Vec<Entry>> {
    let (rows, catalogue) = futures_util::try_join!(store::list_about(pg, subject), services::list(pg))?;
    Ok(rows.iter().rev().map(|row| told(page, &catalogue, row)).collect())
}

/// An event in the reader's words.
pub(super) fn told(page: &Page, catalogue: &[Service], row: &Row) -> Entry {
    let kind = Kind::parse(&row.kind);
    let (icon, tone) = kind.map_or(("info", ""), sign);
    Entry { id: row.id, at: row.at, text: sentence(page, catalogue, row, kind), who: who(page, row, kind), icon, tone }
}

fn sentence(page: &Page, catalogue: &[Service], row: &Row, kind: Option<Kind>) -> String {
    let lang = page.language();
    let args: Vec<_> = KEYS.iter().map(|key| (*key, value(page, catalogue, row, key))).collect();
    match kind {
        Some(kind) => i18n::text_with(lang, &format!("audit-event-{kind}"), &args),
        // A newer version of the portal may have written what this one does not know.
        None => i18n::text_with(lang, "audit-other-event", &[("kind", Arg::from(row.kind.as_str()))]),
    }
}

/// Every detail that a sentence may put in.
const KEYS: &[&str] = &[
    "person",
    "agent",
    "admin",
    "organization",
    "domain",
    "kind",
    "reason",
    "recipient",
    "provider",
    "reseller",
    "label",
    "revision",
    "way",
    "customer",
    "reference",
    "holder",
    "by",
    "service",
    "purpose",
    "days",
    "file",
    "count",
    "changes",
    "version",
    "list",
];

fn value<'a>(page: &Page, catalogue: &'a [Service], row: &'a Row, key: &str) -> Arg<'a> {
    let found = &row.details[key];
    if key == "changes" {
        return changes(page, found).into();
    }
    if let Some(number) = found.as_i64() {
        return number.into();
    }
    let Some(word) = found.as_str().filter(|word| !word.is_empty()) else {
        // Sentences choose other words by it where a detail may well be missing.
        return match key {
            "reason" | "recipient" | "days" => "none".into(),
            _ => page.t("audit-not-recorded").into(),
        };
    };
    let words = |family: &str| {
        let key = format!("{family}-{word}");
        if i18n::has(&key) { Arg::from(page.t(&key)) } else { Arg::from(word) }
    };
    match key {
        "service" => catalogue.iter().find(|service| service.code == word).map_or(word, |service| service.name(page.language())).into(),
        "purpose" => words("purpose"),
        "way" => words("forward-way"),
        "agent" if word == "none" => page.t("agent-none").into(),
        "admin" if word == "none" => page.t("admin-none").into(),
        "agent" | "admin" => words("role"),
        "kind" if row.kind == Kind::OrganizationRegistered.key() => words("kind"),
        "kind" => words("invitation-kind"),
        "list" => {
            let key = format!("audit-list-{word}");
            if i18n::has(&key) { page.t(&key).into() } else { word.into() }
        }
        _ => word.into(),
    }
}

/// From what to what, one after the other.
fn changes(page: &Page, found: &serde_json::Value) -> String {
    let told = found.as_array().into_iter().flatten().filter_map(|change| {
        let what = change["what"].as_str()?;
        let word = |key: &str| {
            let word = change[key].as_str().unwrap_or_default();
            let known = match what {
                "country" => format!("country-{word}"),
                "billing" => format!("service-kind-{word}"),
                _ => String::new(),
            };
            match word {
                "" => page.t("audit-nothing").to_owned(),
                _ if i18n::has(&known) => page.t(&known).to_owned(),
                word => word.to_owned(),
            }
        };
        let field = format!("audit-field-{what}");
        let name = if i18n::has(&field) { page.t(&field) } else { what };
        Some(page.t3("audit-change", "what", name, "from", word("from"), "to", word("to")))
    });
    told.reduce(|first, rest| page.t2("audit-changes", "first", first, "rest", rest))
        .unwrap_or_else(|| page.t("audit-not-recorded").to_owned())
}

fn who(page: &Page, row: &Row, kind: Option<Kind>) -> String {
    let place = page.visitor().and_then(|visitor| visitor.place.as_ref());
    if let Some(name) = row.user_name.as_ref().filter(|_| may_name_people(place, row.org)) {
        return match (&row.org_name, place) {
            (Some(org), Some(place)) if Some(place.org) != row.org => page.t2("audit-who", "person", name, "organization", org),
            _ => name.clone(),
        };
    }
    if let Some(name) = &row.org_name {
        return name.clone();
    }
    // A customer is hidden from partners that it is not tied to; what it did for them to see tells its name.
    let customer = kind.filter(|kind| is_by_customer(*kind)).and_then(|_| row.details["customer"].as_str());
    match (customer, kind, row.org) {
        (Some(name), ..) => name.to_owned(),
        (
            None,
            Some(
                Kind::OrganizationSuspended
                | Kind::OrganizationReinstated
                | Kind::OrganizationRegistered
                | Kind::OrganizationChanged
                | Kind::DomainConfirmed,
            ),
            _,
        ) => page.t("audit-the-operator").to_owned(),
        (None, _, Some(_)) => page.t("audit-another-organization").to_owned(),
        (None, Some(Kind::SignInFailed | Kind::InvitationMissed | Kind::InvitationReported | Kind::InvitationRemindersRefused), None) => {
            page.t("audit-somebody").to_owned()
        }
        (None, _, None) => page.t("audit-the-portal").to_owned(),
    }
}

fn may_name_people(place: Option<&Place>, org: Option<Id<Organization>>) -> bool {
    match (place, org) {
        (Some(place), _) if place.kind == organizations::Kind::Operator => true,
        (Some(place), Some(org)) => place.org == org,
        // What somebody did before they acted for anybody is seen by themselves alone.
        (_, None) => true,
        (None, Some(_)) => false,
    }
}

fn is_by_customer(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::InvitationOpened
            | Kind::InvitationAccepted
            | Kind::InvitationDeclined
            | Kind::CounterOfferMade
            | Kind::CounterOfferWithdrawn
            | Kind::RelationshipStarted
            | Kind::DelegationGranted
            | Kind::DelegationRemoved
            | Kind::RenewalAccepted
            | Kind::RenewalDeclined
    )
}

fn sign(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::SignedIn | Kind::SignedOut | Kind::SessionEnded => ("log-out", ""),
        Kind::SignInFailed => ("circle-alert", "stop"),
        Kind::ResetAsked | Kind::PasswordChanged => ("key-round", ""),
        Kind::AccountInvited | Kind::AccountSetUp | Kind::MembershipChanged => ("user", ""),
        Kind::EmailConfirmed => ("mail-check", "ok"),
        Kind::MembershipEnded | Kind::MembershipRefused | Kind::MembershipWithdrawn => ("circle-minus", "stop"),
        Kind::OrganizationRegistered => ("building-2", ""),
        Kind::OrganizationChanged | Kind::ServiceChanged => ("pencil", ""),
        Kind::OrganizationSuspended => ("ban", "stop"),
        Kind::OrganizationReinstated | Kind::DomainConfirmed => ("circle-check", "ok"),
        Kind::PartnershipInvited => ("handshake", "wait"),
        Kind::PartnershipAuthorized => ("handshake", "ok"),
        Kind::PartnershipRefused | Kind::InvitationDeclined | Kind::DelegationRefused => ("circle-x", "stop"),
        Kind::PartnershipWithdrawn | Kind::PartnershipEnded | Kind::RelationshipEnded => ("circle-minus", "stop"),
        Kind::InvitationCreated => ("plus", ""),
        Kind::InvitationHandedOver => ("users", ""),
        Kind::InvitationTakenBack => ("circle-minus", ""),
        Kind::InvitationForwarded => ("send", ""),
        Kind::InvitationPaused => ("pause", "wait"),
        Kind::InvitationResumed => ("play", ""),
        Kind::InvitationRotated => ("rotate-cw", ""),
        Kind::InvitationRevised => ("pencil", "wait"),
        Kind::InvitationCorrected => ("mail-check", ""),
        Kind::InvitationReminded => ("clock", ""),
        Kind::InvitationRemindersOn => ("play", ""),
        Kind::InvitationRemindersOff | Kind::InvitationRemindersRefused => ("pause", ""),
        Kind::InvitationRevoked => ("ban", "stop"),
        Kind::InvitationOpened => ("eye", ""),
        Kind::InvitationAccepted => ("badge-check", "ok"),
        Kind::CounterOfferMade => ("repeat", "wait"),
        Kind::CounterOfferAgreed => ("check", "ok"),
        Kind::CounterOfferRefused => ("circle-x", "stop"),
        Kind::CounterOfferWithdrawn => ("circle-minus", ""),
        Kind::RequestHandedOver => ("users", ""),
        Kind::InvitationMisdirected => ("ban", "stop"),
        Kind::InvitationMissed => ("circle-alert", "wait"),
        Kind::InvitationStopped => ("ban", "stop"),
        Kind::InvitationReported => ("flag", "wait"),
        Kind::InvitationStopLifted => ("play", "ok"),
        Kind::AlarmClosed => ("flag", ""),
        Kind::AlarmReopened => ("flag", "wait"),
        Kind::RequestMade => ("inbox", "wait"),
        Kind::RequestIssued | Kind::RequestIssuedByPolicy => ("stamp", "ok"),
        Kind::RequestRefused => ("circle-x", "stop"),
        Kind::RequestWithdrawn => ("circle-minus", ""),
        Kind::PolicySet => ("scroll-text", ""),
        Kind::RelationshipStarted => ("link", "ok"),
        Kind::DelegationGranted => ("key-round", ""),
        Kind::DelegationConsented => ("check", "ok"),
        Kind::DelegationRemoved | Kind::DelegationGivenUp => ("trash-2", "stop"),
        Kind::DelegationReplaced => ("repeat", "stop"),
        Kind::DelegationExpired | Kind::RenewalLapsed => ("hourglass", ""),
        Kind::DelegationExtensionAgreed => ("check", ""),
        Kind::DelegationExtensionWithdrawn | Kind::RenewalWithdrawn => ("circle-minus", ""),
        Kind::DelegationExtended => ("repeat", "ok"),
        Kind::DelegationUsed => ("key-round", ""),
        Kind::RenewalPrepared => ("rotate-cw", "wait"),
        Kind::RenewalAccepted => ("badge-check", "ok"),
        Kind::RenewalDeclined => ("circle-x", "stop"),
        Kind::CalendarOpened => ("link", ""),
        Kind::CalendarClosed => ("circle-minus", ""),
        Kind::DelegationClosed => ("circle-minus", "stop"),
        Kind::SupportContactChosen => ("users", ""),
        Kind::ImportConfirmed => ("check", ""),
        Kind::ImportDone => ("check", "ok"),
        Kind::ImportFailed => ("circle-x", "stop"),
        Kind::MailRetried => ("rotate-cw", ""),
        Kind::MailReturned => ("mail-x", "stop"),
        Kind::ServiceAdded | Kind::AgreementPublished => ("plus", ""),
        Kind::ServiceRetired => ("circle-minus", ""),
        Kind::ServiceReturned => ("circle-check", ""),
        Kind::TrailVerified => ("check", "ok"),
        Kind::ListExported => ("download", ""),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::{
        i18n::Lang,
        web::page::{Outset, Page, Theme},
    };

    fn page(lang: Lang) -> Page {
        Page::new(Outset {
            chosen: Some(lang),
            accepted: lang,
            theme: Theme::System,
            path: String::new(),
            query: String::new(),
            request_id: String::new(),
            demo: false,
            now: chrono::Utc::now(),
        })
    }

    fn row(kind: Kind, details: Value) -> Row {
        let org = Some(Id::new());
        Row { id: 1, at: chrono::Utc::now(), kind: kind.key().to_owned(), org, details, user_name: None, org_name: None }
    }

    fn text(lang: Lang, kind: Kind, details: Value) -> String {
        told(&page(lang), &[], &row(kind, details)).text
    }

    #[test]
    fn every_kind_has_a_sentence_in_every_language_whatever_is_missing() {
        for lang in Lang::ALL {
            for kind in Kind::ALL {
                let told = text(lang, *kind, json!({}));
                assert!(!told.contains(['{', '}', '$']) && !told.starts_with("audit-"), "{lang} {kind}: {told}");
            }
        }
    }

    #[test]
    fn a_sentence_has_names_words_and_numbers() {
        let details = json!({ "customer": "Fabrikam", "holder": "Contoso", "service": "azure", "purpose": "support", "days": 21 });
        assert_eq!(text(Lang::En, Kind::DelegationGranted, details.clone()), "Fabrikam delegated to Contoso for 21 days: azure, Support");
        assert!(text(Lang::Ru, Kind::DelegationGranted, details).contains("на 21 день"));
        assert_eq!(text(Lang::En, Kind::InvitationDeclined, json!({ "customer": "Fabrikam" })), "Fabrikam declined the invitation");
        assert!(text(Lang::En, Kind::InvitationDeclined, json!({ "customer": "Fabrikam", "reason": "too dear" })).ends_with("too dear"));
    }

    #[test]
    fn a_change_is_told_from_what_to_what() {
        let changes = json!([
            { "what": "name", "from": "Contoso", "to": "Contoso Cloud" },
            { "what": "country", "from": "CN", "to": "HK" },
            { "what": "domain", "from": "", "to": "contoso.cn" },
        ]);
        let told = text(Lang::En, Kind::OrganizationChanged, json!({ "organization": "Contoso", "changes": changes, "reason": "Renamed" }));
        for part in ["Contoso → Contoso Cloud", "China → Hong Kong", "nothing → contoso.cn", "Renamed"] {
            assert!(told.contains(part), "{part}: {told}");
        }
    }

    #[test]
    fn whoever_may_not_be_known_is_not_named() {
        let page = page(Lang::En);
        let mut stranger = row(Kind::InvitationForwarded, json!({}));
        stranger.user_name = Some("Zhao Min".to_owned());
        assert_eq!(told(&page, &[], &stranger).who, "Another organization");
        stranger.org_name = Some("Contoso".to_owned());
        assert_eq!(told(&page, &[], &stranger).who, "Contoso");
        let declined = row(Kind::InvitationDeclined, json!({ "customer": "Litware" }));
        assert_eq!(told(&page, &[], &declined).who, "Litware");
        let mut expired = row(Kind::DelegationExpired, json!({}));
        expired.org = None;
        assert_eq!(told(&page, &[], &expired).who, "The portal");
    }

    #[test]
    fn an_event_of_a_newer_version_is_shown_by_its_word() {
        let mut row = row(Kind::SignedIn, json!({}));
        row.kind = "teleported".to_owned();
        assert_eq!(told(&page(Lang::En), &[], &row).text, "Another event: teleported");
    }
}
