//! A customer registers itself, with its first global admin.

use actix_web::{HttpRequest, web::Data};
use askama::Template;
use serde::Deserialize;

use super::{new_password, parsed_email, sign_in};
use crate::{
    accounts::{Hashing, actions},
    app::App,
    db::Db,
    i18n::Lang,
    organizations::{Kind, Registration, pages::countries},
    values::{self, Domain, Line, Name},
    web::{
        Answer, detour,
        form::{FieldErrors, Form, Wrong},
        guard,
        page::Page,
        see_other,
    },
};

#[derive(Template)]
#[template(path = "accounts/register.html")]
struct Register<'a> {
    page: &'a Page,
    form: &'a RegisterForm,
    errors: FieldErrors,
    countries: Vec<(&'static str, &'static str)>,
    going: Option<&'static str>,
}

/// What a customer says of itself.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterForm {
    organization: String,
    country: String,
    #[serde(default)]
    domain: String,
    #[serde(default)]
    registered_id: String,
    name: String,
    email: String,
    password: String,
}

impl RegisterForm {
    fn parse(&self, language: Lang) -> Result<actions::Customer, Wrong> {
        let mut wrong = Wrong::default();
        let organization = wrong.check("organization", Name::parse(&self.organization));
        let country = wrong.check("country", values::country(&self.country));
        let domain = wrong.check("domain", Domain::optional(&self.domain));
        let registered_id = wrong.check("registered_id", Line::optional(&self.registered_id));
        let name = wrong.check("name", Name::parse(&self.name));
        let email = parsed_email(&mut wrong, &self.email);
        let password = new_password(&mut wrong, "password", &self.password, &[&self.email, &self.name, &self.organization]);
        let organization =
            organization.zip(country).zip(domain).zip(registered_id).map(|(((name, country), domain), registered_id)| Registration {
                kind: Kind::Customer,
                name,
                partner_id: None,
                registered_id,
                domain,
                domain_confirmed: false,
                country,
                contact: None,
            });
        let customer = organization.zip(name).zip(email).zip(password).map(|(((organization, name), email), password)| actions::Customer {
            organization,
            name,
            email,
            password,
            language,
        });
        wrong.into_result(customer)
    }
}

/// `GET /register`
///
/// # Errors
/// None but faults of ours.
pub async fn register_page(page: Page, app: Data<App>, request: HttpRequest) -> Answer {
    if page.visitor().is_some() {
        return Ok(detour::resume(&app, &request, "/today"));
    }
    show(&page, &request, &RegisterForm::default(), None)
}

/// `POST /register`: the answer is to look into one's mail, whether the address was known or not (ASVS 6.3.8).
///
/// # Errors
/// 429 when one network address registers too many, 503 when the portal is too busy to hash.
pub async fn register(
    page: Page,
    app: Data<App>,
    hashing: Data<Hashing>,
    db: Db,
    request: HttpRequest,
    form: Form<RegisterForm>,
) -> Answer {
    match form.parse(page.language()) {
        Ok(customer) => {
            actions::register_customer(&db, &hashing, &customer, &guard::address(&app, &request)).await?;
            Ok(see_other("/confirm"))
        }
        Err(wrong) => show(&page, &request, &form, Some(wrong)),
    }
}

fn show(page: &Page, request: &HttpRequest, form: &RegisterForm, wrong: Option<Wrong>) -> Answer {
    let errors = wrong.as_ref().map(|wrong| wrong.told(page)).unwrap_or_default();
    let template = Register { page, form, errors, countries: countries(page), going: sign_in::going(request) };
    if wrong.is_some() { page.invalid(template) } else { page.show(template) }
}
