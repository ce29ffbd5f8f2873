//! An organization's people: who belongs to it, and as what.

use actix_web::{
    HttpResponse,
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use serde::Deserialize;

use super::parsed_email;
use crate::{
    access::{May, proofs::ManageUsers},
    accounts::{
        Member, Offer, Settings,
        actions::{self, Joining},
        settings, store,
    },
    db::{Cursor, Db, Keyset},
    i18n::Lang,
    ids::{Id, User},
    organizations::Kind,
    problem::Problem,
    values::{Name, Refusal},
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        query::address,
        see_other,
    },
};

/// A setting as a form offers it and the page explains it.
pub(crate) struct Choice {
    value: &'static str,
    label: &'static str,
    hint: &'static str,
}

fn agents(page: &Page, kind: Kind) -> Vec<Choice> {
    let choice = |agent: &crate::access::roles::Agent| offered(page, kind, "agent", agent.key());
    settings::agents(kind).iter().map(choice).collect()
}

fn admins(page: &Page, kind: Kind) -> Vec<Choice> {
    let choice = |admin: &crate::access::roles::Admin| offered(page, kind, "admin", admin.key());
    settings::admins(kind).iter().map(choice).collect()
}

fn offered(page: &Page, kind: Kind, setting: &str, value: &'static str) -> Choice {
    let group = match kind {
        Kind::Customer => "customer",
        Kind::Operator => "operator",
        _ => "partner",
    };
    // Nobody is "none": each setting has its own words for not being set.
    if value == "none" {
        let label = page.t(if setting == "agent" { "agent-none" } else { "admin-none" });
        return Choice { value, label, hint: page.t(&format!("accounts-no-{setting}-hint")) };
    }
    Choice { value, label: page.word("role", value), hint: page.t(&format!("accounts-setting-{group}-{value}")) }
}

#[derive(Template)]
#[template(path = "accounts/people.html")]
struct People<'a> {
    page: &'a Page,
    members: &'a [Member],
    /// Who is looked for, by a piece of the name or address.
    search: &'a str,
    offers: &'a Keyset<Offer>,
    own: Id<User>,
    partner: bool,
    agents: Vec<Choice>,
    admins: Vec<Choice>,
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
    done: Option<&'static str>,
}

/// The page of the list, and what has just been done.
#[derive(Debug, Default, Deserialize)]
pub struct PeopleQuery {
    page: Option<String>,
    /// Who is looked for.
    #[serde(default)]
    q: String,
    /// Where the list of open offers is read from.
    offers: Option<String>,
    #[serde(default)]
    done: String,
}

impl People<'_> {
    fn offers_at(&self, cursor: Option<&String>) -> Option<String> {
        cursor.map(|cursor| format!("{}#offers", address("/people", &[("q", self.search), ("offers", cursor)])))
    }
}

/// `GET /people`
///
/// # Errors
/// None but faults of ours.
pub async fn list(page: Page, may: May<ManageUsers>, db: Db, query: Query<PeopleQuery>) -> Answer {
    let view = db.view().await?;
    let cursor = query.page.as_deref().and_then(Cursor::parse);
    let search: String = query.q.trim().chars().take(200).collect();
    let offers_cursor = query.offers.as_deref().and_then(Cursor::parse);
    let (people, offers) = futures_util::try_join!(
        store::list_members(view.pg(), may.organization(), &search, cursor.as_ref()),
        store::list_offers(view.pg(), may.organization(), offers_cursor.as_ref())
    )?;
    let done = match query.done.as_str() {
        "added" => Some("accounts-people-added"),
        "changed" => Some("accounts-people-changed"),
        "removed" => Some("accounts-people-removed"),
        "sent" => Some("accounts-people-sent"),
        "withdrawn" => Some("accounts-people-withdrawn"),
        _ => None,
    };
    let kind = may.place().kind;
    let href = |cursor: String| address("/people", &[("q", &search), ("page", &cursor)]);
    page.show(People {
        page: &page,
        members: &people.rows,
        search: &search,
        offers: &offers,
        own: may.user(),
        partner: kind.is_partner(),
        agents: agents(&page, kind),
        admins: admins(&page, kind),
        first: cursor.is_some().then(|| href(String::new())),
        previous: people.previous.map(href),
        next: people.next.map(href),
        done,
    })
}

/// Whoever has not confirmed their address brings nobody in (AB-18).
fn confirm_first(page: &Page) -> Option<HttpResponse> {
    page.unconfirmed().then(|| see_other("/confirm"))
}

#[derive(Template)]
#[template(path = "accounts/person_new.html")]
struct PersonNew<'a> {
    page: &'a Page,
    form: &'a AddForm,
    agents: Vec<Choice>,
    admins: Vec<Choice>,
    languages: Vec<(&'static str, &'static str)>,
    errors: FieldErrors,
}

/// Somebody who is to become a member.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddForm {
    name: String,
    email: String,
    language: String,
    #[serde(default)]
    agent: String,
    #[serde(default)]
    admin: String,
}

impl AddForm {
    fn parse(&self, kind: Kind) -> Result<Joining, Wrong> {
        let mut wrong = Wrong::default();
        let name = wrong.check("name", Name::parse(&self.name));
        let email = parsed_email(&mut wrong, &self.email);
        let language = wrong.check("language", Lang::parse(&self.language).ok_or(Refusal::Choice));
        let settings = parsed_settings(&mut wrong, kind, &self.agent, &self.admin);
        let joining = name.zip(email).zip(language).zip(settings);
        wrong.into_result(joining.map(|(((name, email), language), settings)| Joining { name, email, settings, language }))
    }
}

fn parsed_settings(wrong: &mut Wrong, kind: Kind, agent: &str, admin: &str) -> Option<Settings> {
    Settings::parse(kind, agent, admin).map_err(|field| wrong.note(field, Refusal::Choice)).ok()
}

/// `GET /people/new`
///
/// # Errors
/// None but faults of ours.
pub async fn add_page(page: Page, may: May<ManageUsers>) -> Answer {
    if let Some(answer) = confirm_first(&page) {
        return Ok(answer);
    }
    let kind = may.place().kind;
    let none = if kind.is_partner() { "none" } else { "" };
    let form = AddForm { language: page.lang().to_owned(), agent: none.to_owned(), admin: none.to_owned(), ..AddForm::default() };
    show_new(&page, kind, &form, None)
}

/// `POST /people/new`
///
/// # Errors
/// 429 beyond a hundred in an hour.
pub async fn add(page: Page, may: May<ManageUsers>, db: Db, form: Form<AddForm>) -> Answer {
    if let Some(answer) = confirm_first(&page) {
        return Ok(answer);
    }
    let kind = may.place().kind;
    let wrong = match form.parse(kind) {
        Ok(joining) => match actions::add(&db, &may, &joining).await? {
            Ok(()) => return Ok(see_other("/people?done=added")),
            Err((field, refusal)) => Wrong::of(field, refusal),
        },
        Err(wrong) => wrong,
    };
    show_new(&page, kind, &form, Some(wrong))
}

fn show_new(page: &Page, kind: Kind, form: &AddForm, wrong: Option<Wrong>) -> Answer {
    let template = PersonNew {
        page,
        form,
        agents: agents(page, kind),
        admins: admins(page, kind),
        languages: Lang::ALL.map(|lang| (lang.tag(), lang.name())).to_vec(),
        errors: wrong.as_ref().map(|wrong| wrong.told(page)).unwrap_or_default(),
    };
    page.answer(if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, template)
}

#[derive(Template)]
#[template(path = "accounts/person_settings.html")]
struct PersonSettings<'a> {
    page: &'a Page,
    member: &'a Member,
    agent: &'a str,
    admin: &'a str,
    agents: Vec<Choice>,
    admins: Vec<Choice>,
    errors: FieldErrors,
}

impl PersonSettings<'_> {
    fn removal(&self) -> String {
        format!("/people/{}/removal", self.member.user)
    }
}

/// The two settings.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingsForm {
    #[serde(default)]
    agent: String,
    #[serde(default)]
    admin: String,
}

async fn member(db: &Db, may: &May<ManageUsers>, user: Id<User>) -> Result<Member, Problem> {
    let view = db.view().await?;
    store::find_member(view.pg(), may.organization(), user).await?.ok_or(Problem::NotFound)
}

/// `GET /people/{user}/settings`
///
/// # Errors
/// 404 for somebody who is no member.
pub async fn change_page(page: Page, may: May<ManageUsers>, db: Db, user: Path<Id<User>>) -> Answer {
    let member = member(&db, &may, *user).await?;
    let (agent, admin) = (member.settings.agent.key(), member.settings.admin.key());
    show_settings(&page, may.place().kind, &member, agent, admin, None)
}

/// `POST /people/{user}/settings`: counts at the person's next request.
///
/// # Errors
/// 404 for somebody who is no member.
pub async fn change(page: Page, may: May<ManageUsers>, db: Db, user: Path<Id<User>>, form: Form<SettingsForm>) -> Answer {
    if let Some(answer) = confirm_first(&page) {
        return Ok(answer);
    }
    let kind = may.place().kind;
    let mut wrong = Wrong::default();
    let settings = parsed_settings(&mut wrong, kind, &form.agent, &form.admin);
    let wrong = match wrong.into_result(settings) {
        Ok(to) => match actions::change(&db, &may, *user, to).await? {
            Ok(()) => return Ok(see_other(if *user == may.user() { "/today" } else { "/people?done=changed" })),
            Err(refusal) => Wrong::of("admin", refusal),
        },
        Err(wrong) => wrong,
    };
    let member = member(&db, &may, *user).await?;
    show_settings(&page, kind, &member, &form.agent, &form.admin, Some(wrong))
}

fn show_settings(page: &Page, kind: Kind, member: &Member, agent: &str, admin: &str, wrong: Option<Wrong>) -> Answer {
    let errors = wrong.as_ref().map(|wrong| wrong.told(page)).unwrap_or_default();
    let template = PersonSettings { page, member, agent, admin, agents: agents(page, kind), admins: admins(page, kind), errors };
    page.answer(if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, template)
}

#[derive(Template)]
#[template(path = "accounts/person_removal.html")]
struct PersonRemoval<'a> {
    page: &'a Page,
    member: &'a Member,
    own: bool,
    organization: &'a str,
    errors: FieldErrors,
}

/// `GET /people/{user}/removal`: what it means, before it is done.
///
/// # Errors
/// 404 for somebody who is no member.
pub async fn remove_page(page: Page, may: May<ManageUsers>, db: Db, user: Path<Id<User>>) -> Answer {
    let member = member(&db, &may, *user).await?;
    let own = *user == may.user();
    page.show(PersonRemoval { page: &page, member: &member, own, organization: &may.place().name, errors: FieldErrors::default() })
}

/// Nothing is asked but that the form is of this session.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlainForm {}

/// `POST /people/{user}/removal`: counts at the person's next request.
///
/// # Errors
/// 404 for somebody who is no member.
pub async fn remove(page: Page, may: May<ManageUsers>, db: Db, user: Path<Id<User>>, _: Form<PlainForm>) -> Answer {
    if let Some(answer) = confirm_first(&page) {
        return Ok(answer);
    }
    let own = *user == may.user();
    match actions::remove(&db, &may, *user).await? {
        Ok(()) => Ok(see_other(if own { "/organizations/choose" } else { "/people?done=removed" })),
        Err(refusal) => {
            let wrong = Wrong::of("removal", refusal);
            let member = member(&db, &may, *user).await?;
            let errors = wrong.told(&page);
            page.invalid(PersonRemoval { page: &page, member: &member, own, organization: &may.place().name, errors })
        }
    }
}

/// `POST /people/offers/{user}/letter`: writes once more to somebody who has not answered.
///
/// # Errors
/// 404 when there is no open offer to them, 429 beyond a hundred letters in an hour.
pub async fn remind(page: Page, may: May<ManageUsers>, db: Db, user: Path<Id<User>>, _: Form<PlainForm>) -> Answer {
    if let Some(answer) = confirm_first(&page) {
        return Ok(answer);
    }
    actions::remind_of_offer(&db, &may, *user).await?;
    Ok(see_other("/people?done=sent"))
}

/// `POST /people/offers/{user}/withdrawal`
///
/// # Errors
/// 404 when it was answered in the meantime, or never made.
pub async fn withdraw(page: Page, may: May<ManageUsers>, db: Db, user: Path<Id<User>>, _: Form<PlainForm>) -> Answer {
    if let Some(answer) = confirm_first(&page) {
        return Ok(answer);
    }
    actions::withdraw_offer(&db, &may, *user).await?;
    Ok(see_other("/people?done=withdrawn"))
}
