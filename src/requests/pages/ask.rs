//! The form by which a reseller asks its provider for an invitation.

use actix_web::http::StatusCode;
use askama::Template;
use serde::Deserialize;
use uuid::Uuid;

use super::{GridRow, grid, languages, scopes};
use crate::{
    access::{May, proofs::Forward},
    db::Db,
    i18n::Lang,
    ids::{Id, Provider},
    invitations::Kind,
    organizations,
    partnerships::{self, Known},
    problem::Problem,
    requests::{
        Ask,
        actions::{self, Asked},
    },
    services::{self, Service},
    values::{Days, Domain, Email, Name, Note, Refusal},
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        see_other,
    },
};

/// What is typed to ask for an invitation.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskForm {
    #[serde(default)]
    attempt: String,
    #[serde(default)]
    provider: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    domain: String,
    #[serde(default)]
    language: String,
    #[serde(default)]
    asks: Vec<String>,
    #[serde(default)]
    days: String,
    #[serde(default)]
    suggests: String,
    #[serde(default)]
    note: String,
}

#[derive(Template)]
#[template(path = "requests/new.html")]
struct New<'a> {
    page: &'a Page,
    form: &'a AskForm,
    providers: Vec<(String, String)>,
    languages: Vec<(&'static str, &'static str)>,
    rows: Vec<GridRow>,
    errors: FieldErrors,
}

fn only_resellers(proof: &May<Forward>) -> Result<(), Problem> {
    match proof.place().kind {
        organizations::Kind::IndirectReseller => Ok(()),
        _ => Err(Problem::Forbidden),
    }
}

fn show(page: &Page, form: &AskForm, providers: &[Known<Provider>], catalogue: &[Service], status: StatusCode, wrong: &Wrong) -> Answer {
    let providers = providers.iter().map(|known| (known.id.to_string(), format!("{} ({})", known.name, known.partner_id))).collect();
    let rows = grid(catalogue, page.language(), None, &form.asks);
    page.answer(status, New { page, form, providers, languages: languages(), rows, errors: wrong.told(page) })
}

/// `GET /requests/new`
///
/// # Errors
/// 403 for whoever is no reseller's or may not forward.
pub async fn new_page(page: Page, proof: May<Forward>, db: Db) -> Answer {
    only_resellers(&proof)?;
    let view = db.view().await?;
    let (providers, catalogue) =
        futures_util::try_join!(partnerships::list_active_providers(view.pg(), proof.organization()), services::list(view.pg()))?;
    let form = AskForm {
        attempt: Uuid::new_v4().to_string(),
        kind: Kind::Addressed.key().to_owned(),
        language: page.lang().to_owned(),
        days: "365".to_owned(),
        suggests: "yes".to_owned(),
        ..AskForm::default()
    };
    show(&page, &form, &providers, &catalogue, StatusCode::OK, &Wrong::default())
}

impl AskForm {
    fn parse(&self, providers: &[Known<Provider>], catalogue: &[Service]) -> Result<(Id<Provider>, Uuid, Ask), Wrong> {
        let mut wrong = Wrong::default();
        let attempt = wrong.check("form", self.attempt.parse().map_err(|_| Refusal::Choice));
        let known = self.provider.parse().ok().filter(|id| providers.iter().any(|known| known.id == *id));
        let provider = wrong.check("provider", known.ok_or(Refusal::Choice));
        let kind = wrong.check("kind", Kind::parse(&self.kind).ok_or(Refusal::Said("field-required-choice")));
        let title = wrong.check("title", Name::parse(&self.title));
        let email = wrong.check("email", Email::optional(&self.email));
        let domain = wrong.check("domain", Domain::optional(&self.domain));
        // D4: a standing invitation holds no customer data.
        if kind == Some(Kind::Standing) {
            for (field, filled) in
                [("email", email.as_ref().is_some_and(Option::is_some)), ("domain", domain.as_ref().is_some_and(Option::is_some))]
            {
                if filled {
                    wrong.note(field, Refusal::Said("requests-standing-no-customer"));
                }
            }
        }
        let language = wrong.check("language", Lang::parse(&self.language).ok_or(Refusal::Choice));
        let asks = wrong.check("asks", scopes(&self.asks, catalogue).ok_or(Refusal::Choice));
        let days = wrong.check("days", Days::parse(&self.days));
        let note = wrong.check("note", Note::optional(&self.note));
        let ask = (|| {
            let ask = Ask {
                kind: kind?,
                title: title?,
                email: email?,
                domain: domain?,
                language: language?,
                asks: asks?,
                days: days?,
                suggests: !self.suggests.is_empty(),
                note: note?,
            };
            Some((provider?, attempt?, ask))
        })();
        wrong.into_result(ask)
    }
}

/// `POST /requests/new`: asks; what fits the provider's policy is issued at once.
///
/// # Errors
/// 403 for whoever is no reseller's or may not forward; 422 on the form; 409 when both do not work together; 429 beyond the day's limit.
pub async fn ask(page: Page, proof: May<Forward>, db: Db, form: Form<AskForm>) -> Answer {
    only_resellers(&proof)?;
    let (providers, catalogue) = {
        let view = db.view().await?;
        futures_util::try_join!(partnerships::list_active_providers(view.pg(), proof.organization()), services::list(view.pg()))?
    };
    match form.parse(&providers, &catalogue) {
        Ok((provider, attempt, ask)) => match actions::ask(&db, &proof, provider, attempt, &ask).await? {
            Asked::Waits(id) => Ok(see_other(format!("/requests/{id}?done=asked"))),
            Asked::Before(id) => Ok(see_other(format!("/requests/{id}"))),
            Asked::Issued(id) => Ok(see_other(format!("/requests/{id}?done=issued"))),
        },
        Err(wrong) => show(&page, &form, &providers, &catalogue, StatusCode::UNPROCESSABLE_ENTITY, &wrong),
    }
}
