//! The profile of an organization: the operator edits everybody's, with a reason; a global admin their own.

use actix_web::{
    http::StatusCode,
    web::{Path, Query},
};
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::countries;
use crate::{
    access::{
        May, Right,
        proofs::{EditProfile, Operate, SeeProfile},
    },
    db::Db,
    ids::{Id, Organization as OrganizationId},
    organizations::{
        Editor, Organization, Profile,
        actions::{self, Edited},
        store,
    },
    problem::Problem,
    values::{self, Domain, Email, Line, Name, Note, Refusal},
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        see_other,
    },
};

/// A profile as it was typed.
#[derive(Debug, Default, Clone)]
struct Typed {
    name: String,
    registered_id: String,
    domain: String,
    /// The domain that stood there when the page was opened.
    shown_domain: String,
    country: String,
    contact: String,
    tenant: String,
    reason: String,
}

impl Typed {
    fn of(organization: &Organization) -> Self {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let domain = organization.domain.as_ref().map(|domain| domain.name.clone()).unwrap_or_default();
        Self {
            name: organization.name.clone(),
            registered_id: text(&organization.registered_id),
            shown_domain: domain.clone(),
            domain,
            country: organization.country.clone(),
            contact: text(&organization.contact),
            tenant: organization.tenant.map(|id| id.to_string()).unwrap_or_default(),
            reason: String::new(),
        }
    }

    /// What was typed for one of its kind; `wrong` gets the rest. What the editor may not change need not be right.
    fn parse(&self, organization: &Organization, editor: Editor, wrong: &mut Wrong) -> Option<Profile> {
        let kept = Self::of(organization);
        let (name, registered_id) = if editor.names() { (&self.name, &self.registered_id) } else { (&kept.name, &kept.registered_id) };
        let country = if editor.market() { &self.country } else { &kept.country };
        let tenant = if editor.tenant() { &self.tenant } else { &kept.tenant };
        let name = wrong.check("name", Name::parse(name));
        let registered_id = wrong.check("registered_id", Line::optional(registered_id));
        let domain = wrong.check("domain", Domain::optional(&self.domain));
        let country = wrong.check("country", values::country(country));
        let contact = match (organization.kind.is_partner(), self.contact.trim()) {
            (false, "") => Some(None),
            _ => wrong.check("contact", Email::parse(&self.contact).map(Some)),
        };
        let tenant = match tenant.trim() {
            "" => Some(None),
            text => wrong.check("tenant", Uuid::parse_str(text).map(Some).map_err(|_| Refusal::Said("profile-tenant-wrong"))),
        };
        Some(Profile { name: name?, registered_id: registered_id?, domain: domain?, country: country?, contact: contact?, tenant: tenant? })
    }
}

#[derive(Template)]
#[template(path = "organizations/profile_form.html")]
struct EditPage<'a> {
    page: &'a Page,
    organization: &'a Organization,
    editor: Editor,
    action: String,
    back: String,
    typed: &'a Typed,
    countries: Vec<(&'static str, &'static str)>,
    errors: FieldErrors,
}

/// The page that shows the profile to its editor.
fn back(organization: &Organization, editor: Editor) -> String {
    if editor == Editor::Operator { format!("/organizations/{}", organization.id) } else { "/organization".to_owned() }
}

fn show(page: &Page, organization: &Organization, editor: Editor, typed: &Typed, wrong: Option<&Wrong>) -> Answer {
    let template = EditPage {
        page,
        organization,
        editor,
        action: page.path().to_owned(),
        back: back(organization, editor),
        typed,
        countries: countries(page),
        errors: wrong.map(|wrong| wrong.told(page)).unwrap_or_default(),
    };
    page.answer(if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, template)
}

/// The profile with what became of it, or the form again with what is wrong: what could not be read, or could not be saved.
fn answer(page: &Page, organization: &Organization, editor: Editor, typed: &Typed, edited: Result<Edited, Wrong>) -> Answer {
    let wrong = match edited {
        Ok(Ok(changed)) => {
            let done = if changed { "changed" } else { "same" };
            return Ok(see_other(format!("{}?done={done}", back(organization, editor))));
        }
        Ok(Err((field, refusal))) => Wrong::of(field, refusal),
        Err(wrong) => wrong,
    };
    show(page, organization, editor, typed, Some(&wrong))
}

/// `GET /organizations/{id}/profile`: the operator edits it.
///
/// # Errors
/// 404 when there is none.
pub async fn edit_page(page: Page, _: May<Operate>, db: Db, id: Path<Id<OrganizationId>>) -> Answer {
    let view = db.view().await?;
    let organization = store::find(view.pg(), *id).await?.ok_or(Problem::NotFound)?;
    show(&page, &organization, Editor::Operator, &Typed::of(&organization), None)
}

/// What the operator typed.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[derive(Default)]
pub struct EditForm {
    name: String,
    registered_id: String,
    domain: String,
    shown_domain: String,
    country: String,
    contact: String,
    tenant: String,
    reason: String,
}

/// `POST /organizations/{id}/profile`
///
/// # Errors
/// 404 when there is none; 409 when its domain is no longer the one that the page showed.
pub async fn edit(page: Page, may: May<Operate>, db: Db, id: Path<Id<OrganizationId>>, form: Form<EditForm>) -> Answer {
    let EditForm { name, registered_id, domain, shown_domain, country, contact, tenant, reason } = form.0;
    let typed = Typed { name, registered_id, domain, shown_domain, country, contact, tenant, reason };
    let view = db.view().await?;
    let organization = store::find(view.pg(), *id).await?.ok_or(Problem::NotFound)?;
    drop(view);
    let mut wrong = Wrong::default();
    let profile = typed.parse(&organization, Editor::Operator, &mut wrong);
    let reason = wrong.check("reason", Note::parse(&typed.reason));
    let edited = match wrong.into_result(profile.zip(reason)) {
        Ok((profile, reason)) => Ok(actions::edit(&db, &may, *id, &typed.shown_domain, &profile, &reason).await?),
        Err(wrong) => Err(wrong),
    };
    answer(&page, &organization, Editor::Operator, &typed, edited)
}

#[derive(Template)]
#[template(path = "organizations/profile.html")]
struct OwnPage<'a> {
    page: &'a Page,
    organization: &'a Organization,
    may_edit: bool,
    editor: Editor,
    done: Option<&'static str>,
}

/// What has just been done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct OwnQuery {
    done: String,
}

/// `GET /organization`: the profile of one's own organization, as others see it.
///
/// # Errors
/// 403 for whoever may not see it.
pub async fn own(page: Page, may: May<SeeProfile>, db: Db, query: Query<OwnQuery>) -> Answer {
    let view = db.view().await?;
    let (organization, related) =
        futures_util::try_join!(store::find(view.pg(), may.org()), store::has_relationship(view.pg(), may.org()))?;
    let organization = organization.ok_or(Problem::NotFound)?;
    let done = match query.done.as_str() {
        "changed" => Some("profile-changed"),
        "same" => Some("profile-same"),
        _ => None,
    };
    let editor = Editor::Own { kind: organization.kind, related };
    page.show(OwnPage { page: &page, organization: &organization, may_edit: page.may(Right::EditProfile), editor, done })
}

/// `GET /organization/profile`
///
/// # Errors
/// 403 for whoever may not edit it.
pub async fn edit_own_page(page: Page, may: May<EditProfile>, db: Db) -> Answer {
    let (organization, editor) = mine(&may, &db).await?;
    show(&page, &organization, editor, &Typed::of(&organization), None)
}

async fn mine(may: &May<EditProfile>, db: &Db) -> Result<(Organization, Editor), Problem> {
    let view = db.view().await?;
    let (organization, related) =
        futures_util::try_join!(store::find(view.pg(), may.org()), store::has_relationship(view.pg(), may.org()))?;
    let organization = organization.ok_or(Problem::NotFound)?;
    let editor = Editor::Own { kind: organization.kind, related };
    Ok((organization, editor))
}

/// What a global admin typed. What is not theirs to change is not listened to; what nobody changes is refused.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OwnForm {
    name: String,
    registered_id: String,
    domain: String,
    country: String,
    contact: String,
}

/// `POST /organization/profile`
///
/// # Errors
/// 403 for whoever may not edit it.
pub async fn edit_own(page: Page, may: May<EditProfile>, db: Db, form: Form<OwnForm>) -> Answer {
    let OwnForm { name, registered_id, domain, country, contact } = form.0;
    let (organization, editor) = mine(&may, &db).await?;
    let typed = Typed { name, registered_id, domain, country, contact, ..Typed::of(&organization) };
    let mut wrong = Wrong::default();
    let profile = typed.parse(&organization, editor, &mut wrong);
    let edited = match wrong.into_result(profile) {
        Ok(profile) => Ok(actions::edit_own(&db, &may, profile).await?),
        Err(wrong) => Err(wrong),
    };
    answer(&page, &organization, editor, &typed, edited)
}
