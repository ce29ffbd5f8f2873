//! The provider's answer: issue what was asked for, or less, or refuse; and the reseller's withdrawal.

use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use super::{GridRow, Nothing, grid, scopes};
use crate::{
    access::{
        May, Right,
        proofs::{Forward, Invite},
    },
    db::{Db, View},
    ids::{Id, Request as RequestId},
    invitations::{self, Kind, Similar},
    problem::Problem,
    requests::{
        State, Terms, actions,
        store::{self, Request},
        to_column,
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

/// What is typed to issue an invitation that was asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssueForm {
    #[serde(default)]
    title: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    domain: String,
    #[serde(default)]
    asks: Vec<String>,
    #[serde(default)]
    days: String,
    #[serde(default)]
    suggests: String,
    /// That it shall be issued although there is one like it.
    #[serde(default)]
    anyway: String,
}

#[derive(Template)]
#[template(path = "requests/issue.html")]
struct IssuePage<'a> {
    page: &'a Page,
    request: &'a Request,
    form: &'a IssueForm,
    rows: Vec<GridRow>,
    /// What it would double.
    similar: &'a [Similar],
    catalogue: &'a [Service],
    /// Whether the person may ask for delegated administration.
    may_ask: bool,
    errors: FieldErrors,
}

impl IssuePage<'_> {
    fn is_addressed(&self) -> bool {
        self.request.kind == Kind::Addressed
    }

    /// The longest time that was asked for.
    fn most(&self) -> i64 {
        self.request.days.into()
    }
}

/// A request that waits for the person's organization, and what its answer is made with.
struct Desk {
    request: Request,
    catalogue: Vec<Service>,
}

impl Desk {
    async fn open(view: &View, proof: &May<Invite>, id: Id<RequestId>) -> Result<Self, Problem> {
        let (found, catalogue) = futures_util::try_join!(store::find(view.pg(), id), services::list(view.pg()))?;
        let request = found.filter(|found| found.provider == proof.organization()).ok_or(Problem::NotFound)?;
        Ok(Self { request, catalogue })
    }

    /// The same, if it is not answered yet.
    async fn open_waiting(view: &View, proof: &May<Invite>, id: Id<RequestId>) -> Result<Self, Problem> {
        let desk = Self::open(view, proof, id).await?;
        if desk.request.state == State::Waiting { Ok(desk) } else { Err(Problem::Conflict("requests-conflict-answered")) }
    }

    fn show(&self, page: &Page, form: &IssueForm, similar: &[Similar], wrong: Option<&Wrong>) -> Answer {
        let template = IssuePage {
            page,
            request: &self.request,
            form,
            rows: grid(&self.catalogue, page.language(), Some(&self.request.asks), &form.asks),
            similar,
            catalogue: &self.catalogue,
            may_ask: page.may(Right::AskForAdministration),
            errors: wrong.map(|wrong| wrong.told(page)).unwrap_or_default(),
        };
        if wrong.is_some() { page.invalid(template) } else { page.show(template) }
    }
}

/// What an addressed invitation to what is typed would double (UX-11).
async fn similar(view: &View, proof: &May<Invite>, request: &Request, form: &IssueForm) -> Result<Vec<Similar>, Problem> {
    let Some(email) = Email::parse(&form.email).ok().filter(|_| request.kind == Kind::Addressed) else { return Ok(Vec::new()) };
    let domain = Domain::optional(&form.domain).ok().flatten();
    let domain = domain.as_ref().map(Domain::as_str);
    Ok(invitations::list_similar(view.pg(), proof.org(), email.as_str(), domain, &request.asks, view.now()).await?)
}

/// `GET /requests/{id}/invitation`: what was asked for, to be issued or narrowed.
///
/// # Errors
/// 404 for another's, 409 when it is answered.
pub async fn issue_page(page: Page, proof: May<Invite>, db: Db, id: Path<Id<RequestId>>) -> Answer {
    let view = db.view().await?;
    let desk = Desk::open_waiting(&view, &proof, *id).await?;
    let request = &desk.request;
    let asks = if page.may(Right::AskForAdministration) { to_column(&request.asks) } else { Vec::new() };
    let form = IssueForm {
        title: request.title.clone(),
        email: request.email.clone().unwrap_or_default(),
        domain: request.domain.clone().unwrap_or_default(),
        asks,
        days: request.days.to_string(),
        suggests: if request.suggests { "yes".to_owned() } else { String::new() },
        anyway: String::new(),
    };
    let similar = similar(&view, &proof, request, &form).await?;
    desk.show(&page, &form, &similar, None)
}

impl IssueForm {
    fn parse(&self, request: &Request, catalogue: &[Service], may_ask: bool) -> Result<Terms, Wrong> {
        let mut wrong = Wrong::default();
        let title = wrong.check("title", Name::parse(&self.title));
        let addressed = request.kind == Kind::Addressed;
        let email = match self.email.trim() {
            "" if !addressed => Some(None),
            typed => wrong.check("email", Email::parse(typed)).map(Some),
        };
        let domain = wrong.check("domain", Domain::optional(&self.domain));
        let asks = scopes(&self.asks, catalogue).filter(|asks| asks.iter().all(|scope| request.asks.contains(scope)));
        let asks = wrong.check("asks", asks.ok_or(Refusal::Choice));
        if !may_ask && asks.as_ref().is_some_and(|asks| !asks.is_empty()) {
            wrong.note("asks", Refusal::Said("invitations-ask-right"));
        }
        let days = Days::parse(&self.days).and_then(|days| match days <= request.asked_days() {
            true => Ok(days),
            false => Err(Refusal::Range { min: 1, max: request.days.into() }),
        });
        let days = wrong.check("days", days);
        let terms = (|| {
            Some(Terms { title: title?, email: email?, domain: domain?, asks: asks?, days: days?, suggests: !self.suggests.is_empty() })
        })();
        wrong.into_result(terms)
    }
}

/// `POST /requests/{id}/invitation`
///
/// # Errors
/// 404 for another's; 409 when it was refused or withdrawn, or both do not work together any more; 422 on the form, and when there is
/// one like it already that nobody has said to be meant.
pub async fn issue(page: Page, proof: May<Invite>, db: Db, id: Path<Id<RequestId>>, form: Form<IssueForm>) -> Answer {
    let view = db.view().await?;
    let desk = Desk::open(&view, &proof, *id).await?;
    let parsed = form.parse(&desk.request, &desk.catalogue, page.may(Right::AskForAdministration));
    // An answered request has become the like of itself; the action says what is to be said.
    let similar = if desk.request.state == State::Waiting { similar(&view, &proof, &desk.request, &form).await? } else { Vec::new() };
    drop(view);
    let terms = match parsed {
        Ok(_) if !similar.is_empty() && form.anyway.is_empty() => {
            let mut wrong = Wrong::default();
            wrong.note("anyway", Refusal::Said("invitations-similar-confirm"));
            return desk.show(&page, &form, &similar, Some(&wrong));
        }
        Ok(terms) => terms,
        Err(wrong) => return desk.show(&page, &form, &similar, Some(&wrong)),
    };
    actions::issue(&db, &proof, *id, &terms).await?;
    Ok(see_other(format!("/requests/{id}?done=answered")))
}

/// Why it is refused.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalForm {
    #[serde(default)]
    reason: String,
}

#[derive(Template)]
#[template(path = "requests/refusal.html")]
struct RefusalPage<'a> {
    page: &'a Page,
    request: &'a Request,
    reason: &'a str,
    errors: FieldErrors,
}

/// `GET /requests/{id}/refusal`
///
/// # Errors
/// 404 for another's, 409 when it is answered.
pub async fn refusal_page(page: Page, proof: May<Invite>, db: Db, id: Path<Id<RequestId>>) -> Answer {
    let Desk { request, .. } = Desk::open_waiting(&db.view().await?, &proof, *id).await?;
    page.show(RefusalPage { page: &page, request: &request, reason: "", errors: FieldErrors::default() })
}

/// `POST /requests/{id}/refusal`
///
/// # Errors
/// 404 for another's; 409 when it was issued or withdrawn; 422 without a reason.
pub async fn refuse(page: Page, proof: May<Invite>, db: Db, id: Path<Id<RequestId>>, form: Form<RefusalForm>) -> Answer {
    let mut wrong = Wrong::default();
    let reason = wrong.check("reason", Note::<1000>::parse(&form.reason));
    match wrong.into_result(reason) {
        Ok(reason) => {
            actions::refuse(&db, &proof, *id, &reason).await?;
            Ok(see_other(format!("/requests/{id}?done=refused")))
        }
        Err(wrong) => {
            let Desk { request, .. } = Desk::open(&db.view().await?, &proof, *id).await?;
            page.invalid(RefusalPage { page: &page, request: &request, reason: &form.reason, errors: wrong.told(&page) })
        }
    }
}

/// `POST /requests/{id}/withdrawal`
///
/// # Errors
/// 404 for another's, 409 when it was answered.
pub async fn withdraw(proof: May<Forward>, db: Db, id: Path<Id<RequestId>>, _: Form<Nothing>) -> Answer {
    actions::withdraw(&db, &proof, *id).await?;
    Ok(see_other(format!("/requests/{id}?done=withdrawn")))
}
