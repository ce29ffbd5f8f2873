//! The operator's pages of organizations: who takes part, registering a partner, editing, suspending and reinstating; and the
//! profile of one's own.

mod domain;
mod profile;
mod suspension;

pub use domain::confirm_domain;
pub use profile::{edit, edit_own, edit_own_page, edit_page, own};
pub use suspension::{reinstate, reinstatement_page, suspend, suspension_page};

use actix_web::{
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use futures_util::try_join;
use serde::Deserialize;

use super::{Holdings, Kind, Organization, PartnerId, Registration, Search, State, store};
use crate::{
    access::{
        May, Right,
        proofs::{Operate, Review},
    },
    accounts::{
        Member, Offer,
        actions::{Partner, register_partner},
        list_members, list_offers,
    },
    db::{Cursor, Db},
    i18n::Lang,
    ids::{Id, Organization as OrganizationId},
    problem::Problem,
    values::{self, Domain, Email, Line, Name, Refusal},
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        query::Beside,
        see_other,
    },
};

#[derive(Template)]
#[template(path = "organizations/list.html")]
struct List<'a> {
    page: &'a Page,
    query: &'a ListQuery,
    filtered: bool,
    kinds: Vec<(&'static str, &'static str)>,
    states: Vec<(&'static str, &'static str)>,
    organizations: &'a [Organization],
    may_register: bool,
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

/// What the operator looks for, as the address says it.
#[derive(Debug, Default, Deserialize)]
pub struct ListQuery {
    #[serde(default)]
    q: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    state: String,
    page: Option<String>,
}

impl ListQuery {
    fn search(&self) -> Search {
        let text = self.q.trim().chars().take(200).collect::<String>();
        Search { text: (!text.is_empty()).then_some(text), kind: Kind::parse(&self.kind), state: State::parse(&self.state) }
    }

    /// The address of another page of the same search.
    fn href(&self, cursor: Option<&str>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::from("/organizations?"));
        for (name, value) in [("q", self.q.as_str()), ("kind", &self.kind), ("state", &self.state), ("page", cursor.unwrap_or_default())] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        query.finish()
    }
}

/// `GET /organizations`
///
/// # Errors
/// None but faults of ours.
pub async fn list(page: Page, _: May<Review>, db: Db, query: Query<ListQuery>) -> Answer {
    let view = db.view().await?;
    let search = query.search();
    let cursor = query.page.as_deref().and_then(Cursor::parse);
    let found = store::list(view.pg(), &search, cursor.as_ref()).await?;
    page.show(List {
        page: &page,
        query: &query,
        filtered: search.text.is_some() || search.kind.is_some() || search.state.is_some(),
        kinds: Kind::ALL.iter().map(|kind| (kind.key(), page.word("kind", kind))).collect(),
        states: State::ALL.iter().map(|state| (state.key(), page.word("organization-state", state))).collect(),
        organizations: &found.rows,
        may_register: page.may(Right::Operate),
        first: cursor.is_some().then(|| query.href(None)),
        previous: found.previous.map(|cursor| query.href(Some(&cursor))),
        next: found.next.map(|cursor| query.href(Some(&cursor))),
    })
}

#[derive(Template)]
#[template(path = "organizations/new.html")]
struct New<'a> {
    page: &'a Page,
    form: &'a NewForm,
    kinds: Vec<(&'static str, &'static str, &'static str)>,
    countries: Vec<(&'static str, &'static str)>,
    languages: Vec<(&'static str, &'static str)>,
    errors: FieldErrors,
}

/// A partner and its first global admin.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewForm {
    #[serde(default)]
    kind: String,
    name: String,
    #[serde(default)]
    partner_id: String,
    country: String,
    #[serde(default)]
    domain: String,
    #[serde(default)]
    registered_id: String,
    contact: String,
    admin_name: String,
    admin_email: String,
    language: String,
}

impl NewForm {
    fn parse(&self) -> Result<Partner, Wrong> {
        let mut wrong = Wrong::default();
        let kind = wrong.check("kind", Kind::parse(&self.kind).filter(|kind| kind.is_partner()).ok_or(Refusal::Choice));
        let name = wrong.check("name", Name::parse(&self.name));
        let given = (!self.partner_id.trim().is_empty()).then(|| PartnerId::parse(&self.partner_id)).transpose();
        let partner_id = wrong.check("partner_id", given);
        let country = wrong.check("country", values::country(&self.country));
        let domain = wrong.check("domain", Domain::optional(&self.domain));
        let registered_id = wrong.check("registered_id", Line::optional(&self.registered_id));
        let contact = wrong.check("contact", Email::parse(&self.contact));
        let admin_name = wrong.check("admin_name", Name::parse(&self.admin_name));
        let admin_email = wrong.check("admin_email", Email::parse(&self.admin_email));
        let language = wrong.check("language", Lang::parse(&self.language).ok_or(Refusal::Choice));
        let organization = kind.zip(name).zip(partner_id).zip(country).zip(domain).zip(registered_id).zip(contact).map(
            |((((((kind, name), partner_id), country), domain), registered_id), contact)| Registration {
                kind,
                name,
                partner_id,
                registered_id,
                domain,
                domain_confirmed: true,
                country,
                contact: Some(contact),
            },
        );
        let partner = organization.zip(admin_name).zip(admin_email).zip(language);
        wrong.into_result(partner.map(|(((organization, name), email), language)| Partner { organization, name, email, language }))
    }
}

/// `GET /organizations/new`
///
/// # Errors
/// None but faults of ours.
pub async fn new_page(page: Page, _: May<Operate>) -> Answer {
    let form = NewForm { country: "CN".to_owned(), language: page.lang().to_owned(), ..NewForm::default() };
    show_new(&page, &form, None)
}

/// `POST /organizations/new`
///
/// # Errors
/// None but faults of ours.
pub async fn register(page: Page, may: May<Operate>, db: Db, form: Form<NewForm>) -> Answer {
    let wrong = match form.parse() {
        Ok(partner) => match register_partner(&db, &may, &partner).await? {
            Ok(id) => return Ok(see_other(format!("/organizations/{id}?done=registered"))),
            Err((field, refusal)) => Wrong::of(field, refusal),
        },
        Err(wrong) => wrong,
    };
    show_new(&page, &form, Some(wrong))
}

fn show_new(page: &Page, form: &NewForm, wrong: Option<Wrong>) -> Answer {
    let partners = Kind::ALL.iter().filter(|kind| kind.is_partner());
    let template = New {
        page,
        form,
        kinds: partners.map(|kind| (kind.key(), page.word("kind", kind), page.t(&format!("organizations-kind-{kind}")))).collect(),
        countries: countries(page),
        languages: Lang::ALL.map(|lang| (lang.tag(), lang.name())).to_vec(),
        errors: wrong.as_ref().map(|wrong| wrong.told(page)).unwrap_or_default(),
    };
    page.answer(if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, template)
}

/// The markets with their names.
pub(crate) fn countries(page: &Page) -> Vec<(&'static str, &'static str)> {
    values::COUNTRIES.iter().map(|code| (*code, page.word("country", code))).collect()
}

#[derive(Template)]
#[template(path = "organizations/detail.html")]
struct Detail<'a> {
    page: &'a Page,
    organization: &'a Organization,
    /// The organization that the operator has confirmed to have this domain, when it is another.
    rival: Option<(Id<OrganizationId>, String)>,
    holdings: Holdings,
    members: &'a [Member],
    /// Those who were asked to join and have not answered.
    offers: &'a [Offer],
    offers_beside: Beside,
    may_operate: bool,
    members_beside: Beside,
    done: Option<&'static str>,
}

impl Detail<'_> {
    /// The address of something under this page.
    fn at(&self, what: &str) -> String {
        format!("/organizations/{}/{what}", self.organization.id)
    }
}

/// Where the lists of people and of open offers are read from, and what has just been done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct DetailQuery {
    people: String,
    offers: String,
    done: String,
}

/// `GET /organizations/{id}`
///
/// # Errors
/// 404 when there is none.
pub async fn detail(page: Page, _: May<Review>, db: Db, id: Path<Id<OrganizationId>>, query: Query<DetailQuery>) -> Answer {
    let view = db.view().await?;
    let (people_from, offers_from) = (Cursor::parse(&query.people), Cursor::parse(&query.offers));
    let pg = view.pg();
    let (organization, rival, holdings, people, offers) = try_join!(
        store::find(pg, *id),
        store::find_rival(pg, *id),
        store::holdings(pg, *id),
        list_members(pg, *id, "", people_from.as_ref()),
        list_offers(pg, *id, offers_from.as_ref())
    )?;
    let organization = organization.ok_or(Problem::NotFound)?;
    let done = match query.done.as_str() {
        "registered" => Some("organizations-registered"),
        "suspended" => Some("organizations-suspended"),
        "reinstated" => Some("organizations-reinstated"),
        "confirmed" => Some("organizations-domain-confirmed"),
        "changed" => Some("profile-changed-and-told"),
        "same" => Some("profile-same"),
        _ => None,
    };
    let (path, lists) = (format!("/organizations/{id}"), [("people", query.people.as_str()), ("offers", &query.offers)]);
    page.show(Detail {
        page: &page,
        organization: &organization,
        rival,
        holdings,
        members_beside: Beside::of(&path, &lists, "people", &people),
        members: &people.rows,
        offers_beside: Beside::of(&path, &lists, "offers", &offers),
        offers: &offers.rows,
        may_operate: page.may(Right::Operate),
        done,
    })
}
