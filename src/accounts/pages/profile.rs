//! One's own account: name, language, time zone, password, sessions.

use actix_session::Session;
use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Data, Path, Query},
};
use askama::Template;
use chrono::Offset;
use chrono_tz::Tz;
use serde::Deserialize;

use super::{Done, new_password, required};
use crate::{
    access::{Right, SignedIn, session, store::list_sessions},
    accounts::{Hashing, Offer, Password, actions, store},
    app::App,
    db::{Cursor, Db, Timestamp},
    i18n::Lang,
    problem::Problem,
    values::{Name, Refusal},
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        preferences,
        query::Beside,
        see_other,
    },
};

/// The zones offered: those of the markets and a few of the world's; any other that somebody has stays with them.
const ZONES: [Tz; 25] = [
    Tz::UTC,
    Tz::Europe__London,
    Tz::Europe__Berlin,
    Tz::Europe__Kaliningrad,
    Tz::Europe__Moscow,
    Tz::Europe__Samara,
    Tz::Asia__Yekaterinburg,
    Tz::Asia__Almaty,
    Tz::Asia__Aqtobe,
    Tz::Asia__Kolkata,
    Tz::Asia__Omsk,
    Tz::Asia__Urumqi,
    Tz::Asia__Krasnoyarsk,
    Tz::Asia__Shanghai,
    Tz::Asia__Hong_Kong,
    Tz::Asia__Macau,
    Tz::Asia__Taipei,
    Tz::Asia__Singapore,
    Tz::Asia__Irkutsk,
    Tz::Asia__Tokyo,
    Tz::Asia__Yakutsk,
    Tz::Asia__Vladivostok,
    Tz::Asia__Magadan,
    Tz::America__New_York,
    Tz::America__Los_Angeles,
];

/// A session as the list shows it.
struct Line {
    mark: String,
    here: bool,
    browser: Option<String>,
    started: Timestamp,
    seen: Timestamp,
}

#[derive(Template)]
#[template(path = "accounts/account.html")]
struct Account<'a> {
    page: &'a Page,
    email: &'a str,
    called: &'a str,
    language: &'a str,
    languages: Vec<(&'static str, &'static str)>,
    zone: &'a str,
    zones: Vec<(String, String)>,
    sessions: Vec<Line>,
    offers: Vec<Offer>,
    offers_beside: Beside,
    errors: FieldErrors,
    done: Option<&'static str>,
}

impl Account<'_> {
    /// Whether there are ends that the person may see, so may have a calendar of.
    fn has_ends(&self) -> bool {
        self.page.may(Right::SeeConsents) || self.page.may(Right::SeeCustomers)
    }
}

/// `GET /account`
///
/// # Errors
/// None but faults of ours.
pub async fn account_page(page: Page, who: SignedIn, db: Db, session: Session, query: Query<Done>) -> Answer {
    let done = match query.done.as_str() {
        "saved" => Some("accounts-account-saved"),
        "password" => Some("accounts-account-password-changed"),
        "session" => Some("accounts-account-session-ended"),
        _ => None,
    };
    let visitor = who.visitor();
    let shown =
        AccountForm { name: visitor.name.clone(), language: visitor.language.tag().to_owned(), time_zone: visitor.time_zone.clone() };
    show(&page, &who, &db, &session, &shown, None, (done, &query.offers)).await
}

async fn show(
    page: &Page,
    who: &SignedIn,
    db: &Db,
    session: &Session,
    form: &AccountForm,
    wrong: Option<Wrong>,
    (done, offers_from): (Option<&'static str>, &str),
) -> Answer {
    let view = db.view().await?;
    let here = session::key_hash(session);
    let from = Cursor::parse(offers_from);
    let (sessions, offers) =
        futures_util::try_join!(list_sessions(view.pg(), who.user()), store::list_offers_to(view.pg(), who.user(), from.as_ref()))?;
    let offers_beside = Beside::of("/account", &[("offers", offers_from)], "offers", &offers);
    let sessions = sessions.into_iter().map(|row| Line {
        mark: row.mark(),
        here: here.is_some_and(|here| here[..] == row.key_hash[..]),
        browser: row.agent.as_deref().and_then(browser),
        started: row.created_at,
        seen: row.seen_at,
    });
    let zones = zones(page.now(), &form.time_zone);
    let template = Account {
        page,
        email: &who.visitor().email,
        called: &form.name,
        language: &form.language,
        languages: Lang::ALL.map(|lang| (lang.tag(), lang.name())).to_vec(),
        zone: &form.time_zone,
        zones,
        sessions: sessions.collect(),
        offers: offers.rows,
        offers_beside,
        errors: wrong.as_ref().map(|wrong| wrong.told(page)).unwrap_or_default(),
        done,
    };
    page.answer(if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, template)
}

/// The zones with their distance from UTC now, in its order, and the one that is set.
fn zones(now: Timestamp, set: &str) -> Vec<(String, String)> {
    let mut zones = ZONES.to_vec();
    zones.extend(set.parse::<Tz>().ok().filter(|zone| !ZONES.contains(zone)));
    let mut zones: Vec<_> =
        zones.into_iter().map(|zone| (now.with_timezone(&zone).offset().fix().local_minus_utc(), zone.name())).collect();
    zones.sort_unstable();
    let label = |seconds: i32, name: &str| {
        let (sign, minutes) = (if seconds < 0 { '−' } else { '+' }, seconds.abs() / 60);
        format!("UTC{sign}{:02}:{:02} {}", minutes / 60, minutes % 60, name.replace('_', " "))
    };
    zones.into_iter().map(|(seconds, name)| (name.to_owned(), label(seconds, name))).collect()
}

/// The names of browser and system in what the browser calls itself, if they are known ones.
fn browser(agent: &str) -> Option<String> {
    let first = |names: &[(&str, &'static str)]| names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    let browser = first(&[
        ("MicroMessenger", "WeChat"),
        ("DingTalk", "DingTalk"),
        ("YaBrowser", "Yandex Browser"),
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("Windows", "Windows"),
        ("Android", "Android"),
        ("HarmonyOS", "HarmonyOS"),
        ("iPhone", "iOS"),
        ("iPad", "iPadOS"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => Some(format!("{browser} · {system}")),
        (one, other) => one.or(other).map(str::to_owned),
    }
}

/// What somebody says of themselves.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountForm {
    name: String,
    language: String,
    time_zone: String,
}

/// `POST /account`
///
/// # Errors
/// None but faults of ours.
pub async fn change_account(page: Page, app: Data<App>, who: SignedIn, db: Db, session: Session, form: Form<AccountForm>) -> Answer {
    let mut wrong = Wrong::default();
    let name = wrong.check("name", Name::parse(&form.name));
    let language = wrong.check("language", Lang::parse(&form.language).ok_or(Refusal::Choice));
    let zone = wrong.check("time_zone", form.time_zone.parse::<Tz>().map_err(|_| Refusal::Choice));
    match wrong.into_result(name.zip(language).zip(zone)) {
        Ok(((name, language), zone)) => {
            actions::change_profile(&db, &who, &name, language, zone).await?;
            let mut response: HttpResponse = see_other("/account?done=saved");
            // The language of this browser would hide the one just chosen.
            preferences::set_language(&app, &mut response, language);
            Ok(response)
        }
        Err(wrong) => show(&page, &who, &db, &session, &form, Some(wrong), (None, "")).await,
    }
}

/// The old password and the new one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PasswordForm {
    current: String,
    password: String,
}

/// `POST /account/password`
///
/// # Errors
/// 429 after too many wrong passwords, 503 when the portal is too busy to hash.
pub async fn change_password(
    page: Page,
    who: SignedIn,
    hashing: Data<Hashing>,
    db: Db,
    session: Session,
    form: Form<PasswordForm>,
) -> Answer {
    let visitor = who.visitor();
    let mut wrong = Wrong::default();
    required(&mut wrong, "current", &form.current);
    let org = visitor.place.as_ref().map(|place| place.name.as_str()).unwrap_or_default();
    let password = new_password(&mut wrong, "password", &form.password, &[&visitor.email, &visitor.name, org]);
    let wrong = match wrong.into_result(password) {
        Ok(password) => {
            let here = session::key_hash(&session);
            let current = Password::typed(&form.current);
            match actions::change_password(&db, &hashing, &who, here.as_ref(), &current, &password).await? {
                Ok(()) => return Ok(see_other("/account?done=password")),
                Err(refusal) => Wrong::of("current", refusal),
            }
        }
        Err(wrong) => wrong,
    };
    let shown =
        AccountForm { name: visitor.name.clone(), language: visitor.language.tag().to_owned(), time_zone: visitor.time_zone.clone() };
    show(&page, &who, &db, &session, &shown, Some(wrong), (None, "")).await
}

/// Nothing is asked but that the form is of this session.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndingForm {}

/// `POST /account/sessions/{session}/ending`
///
/// # Errors
/// 404 when there is no such session of the person's (any more).
pub async fn end_session(who: SignedIn, db: Db, mark: Path<String>, _: Form<EndingForm>) -> Result<HttpResponse, Problem> {
    actions::end_session(&db, &who, &mark).await?;
    Ok(see_other("/account?done=session"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_known_by_its_name_for_itself() {
        let windows =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0";
        assert_eq!(browser(windows).as_deref(), Some("Edge · Windows"));
        assert_eq!(browser("Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0").as_deref(), Some("Firefox · Linux"));
        assert_eq!(browser("curl/8"), None);
    }

    #[test]
    fn zones_stand_in_the_order_of_the_sun_with_the_one_that_is_set() {
        let zones = zones(chrono::Utc::now(), "Asia/Tehran");
        assert_eq!(zones.len(), ZONES.len() + 1);
        assert!(zones.contains(&("Asia/Shanghai".to_owned(), "UTC+08:00 Asia/Shanghai".to_owned())));
        assert!(zones.contains(&("Asia/Tehran".to_owned(), "UTC+03:30 Asia/Tehran".to_owned())));
        assert!(zones[0].0.starts_with("America/") && zones[0].1.starts_with("UTC−"));
    }
}
