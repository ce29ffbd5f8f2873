//! Counter-offers: the customer's form and its withdrawal, the inviter's one click and its refusal (D16).

use actix_web::{HttpResponse, web::Path};
use askama::Template;
use serde::Deserialize;

use super::{barrier, visitor};
use crate::{
    access::{CustomerAdmin, May, proofs::Invite},
    consents::{
        Request,
        actions::{self, Countered},
        counter::{CounterOffer, OPEN_DAYS, Proposal, Wrongs},
        store,
    },
    db::{Db, Timestamp},
    ids::{CounterOffer as CounterOfferId, Id, Invitation as InvitationId, Organization},
    organizations::Party,
    problem::Problem,
    services::{Purpose, Scope, Service, name_of},
    values::{Days, Line, Note, Refusal},
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        see_other,
    },
};

/// A counter-offer as pages show it.
pub(super) struct CounterView {
    pub state: &'static str,
    pub asks: Vec<String>,
    pub days: i32,
    pub holder: Option<String>,
    pub note: Option<String>,
    pub made_at: Timestamp,
    pub reason: Option<String>,
    /// Where the agreed invitation is answered.
    pub next: Option<String>,
}

impl CounterView {
    pub fn of(page: &Page, offer: &CounterOffer, catalogue: &[Service], holder: Option<Party>) -> Self {
        let proposal = &offer.facts().proposal;
        Self {
            state: offer.stage().key(),
            asks: proposal.asks.iter().map(|scope| told(page, scope, catalogue)).collect(),
            days: proposal.days.get(),
            holder: holder.map(|party| party.title()),
            note: proposal.note.as_ref().map(|note| note.as_str().to_owned()),
            made_at: offer.facts().made_at,
            reason: offer.reason().map(str::to_owned),
            next: offer.agreed().map(|invitation| format!("/received/{invitation}")),
        }
    }
}

fn told(page: &Page, scope: &Scope, catalogue: &[Service]) -> String {
    let service = name_of(catalogue, &scope.service, page.language()).to_owned();
    page.t2("invitations-ask", "service", service, "purpose", page.word("purpose", scope.purpose))
}

/// What is typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CounterForm {
    #[serde(default)]
    asks: Vec<String>,
    #[serde(default)]
    days: String,
    #[serde(default)]
    holder: String,
    #[serde(default)]
    another: String,
    #[serde(default)]
    note: String,
}

#[derive(Template)]
#[template(path = "consents/counter.html")]
struct CounterPage<'a> {
    page: &'a Page,
    request: &'a Request,
    form: &'a CounterForm,
    /// Value, words, ticked.
    asks: Vec<(String, String, bool)>,
    holders: Vec<(String, String)>,
    open_days: i64,
    errors: FieldErrors,
}

impl CounterPage<'_> {
    fn at(&self, rest: &str) -> String {
        format!("/received/{}{rest}", self.request.invitation.id)
    }

    /// The most days.
    fn most(&self) -> i64 {
        self.request.invitation.days.into()
    }
}

fn show<'a>(page: &'a Page, request: &'a Request, form: &'a CounterForm, wrong: Option<&Wrong>) -> CounterPage<'a> {
    let inviter = request.sender.inviter.id;
    let scopes = request.services().flat_map(|service| {
        Purpose::ALL
            .iter()
            .filter(|purpose| request.asks_for(&service.code, **purpose))
            .map(|purpose| Scope { service: service.code.clone(), purpose: *purpose })
    });
    let asks = scopes.map(|scope| (scope.to_field(), told(page, &scope, &request.catalogue), form.asks.contains(&scope.to_field())));
    let holders = request.candidates.iter().map(|candidate| {
        let value = if candidate.party.id == inviter { String::new() } else { candidate.party.id.to_string() };
        (value, candidate.party.title())
    });
    CounterPage {
        asks: asks.collect(),
        holders: holders.collect(),
        open_days: OPEN_DAYS,
        errors: wrong.map(|wrong| wrong.told(page)).unwrap_or_default(),
        page,
        request,
        form,
    }
}

/// The request, unless it cannot be answered with a counter-offer now: then where that is told.
async fn find(
    page: &Page,
    admin: &CustomerAdmin,
    db: &Db,
    invitation: Id<InvitationId>,
    wanted: &[Id<Organization>],
) -> Result<Result<Request, HttpResponse>, Problem> {
    let view = db.view().await?;
    let (request, counter) = futures_util::try_join!(
        store::find_request(view.pg(), invitation, admin.org(), page.language(), wanted, view.now()),
        store::find_counter_of(view.pg(), invitation, admin.org()),
    )?;
    let request = request.ok_or(Problem::NotFound)?;
    if let Some(accepted) = &request.accepted {
        return Ok(Err(see_other(format!("/receipts/{}", accepted.reference))));
    }
    let open = counter.is_some_and(|counter| counter.is_open());
    if open || request.obstacle().is_some() || barrier(page).is_some() {
        return Ok(Err(see_other(format!("/received/{invitation}"))));
    }
    Ok(Ok(request))
}

/// `GET /received/{invitation}/counter-offer`
///
/// # Errors
/// 404 when the organization's people never came to it.
pub async fn counter_page(page: Page, admin: CustomerAdmin, db: Db, invitation: Path<Id<InvitationId>>) -> Answer {
    let request = match find(&page, &admin, &db, *invitation, &[]).await? {
        Ok(request) => request,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let asked = &request.invitation;
    let suggested = asked.suggested_holder.filter(|holder| request.candidate(*holder).is_some());
    let form = CounterForm {
        asks: asked.asks.iter().map(Scope::to_field).collect(),
        days: asked.days.to_string(),
        holder: suggested.map(|holder| holder.to_string()).unwrap_or_default(),
        ..CounterForm::default()
    };
    page.show(show(&page, &request, &form, None))
}

/// `POST /received/{invitation}/counter-offer`: fewer services, purposes or days, or another holder.
///
/// # Errors
/// 403, 404 and 409 as [`actions::counter`].
pub async fn counter(page: Page, admin: CustomerAdmin, db: Db, invitation: Path<Id<InvitationId>>, form: Form<CounterForm>) -> Answer {
    let mut wrong = Wrong::default();
    let proposal = parse(&form, &db, &mut wrong).await?;
    let refused: Wrongs = match wrong.into_result(proposal) {
        Ok(proposal) => match actions::counter(&db, &admin, visitor(&page)?, *invitation, proposal).await? {
            Countered::Open => return Ok(see_other(format!("/received/{invitation}?done=countered"))),
            Countered::Accepted(reference) => return Ok(see_other(format!("/receipts/{reference}"))),
            Countered::Wrong(wrongs) => wrongs,
        },
        Err(wrong) => return again(&page, &admin, &db, *invitation, &form, wrong).await,
    };
    let mut wrong = Wrong::default();
    for (field, refusal) in refused {
        wrong.note(field, refusal);
    }
    again(&page, &admin, &db, *invitation, &form, wrong).await
}

async fn again(page: &Page, admin: &CustomerAdmin, db: &Db, invitation: Id<InvitationId>, form: &CounterForm, wrong: Wrong) -> Answer {
    match find(page, admin, db, invitation, &[]).await? {
        Ok(request) => page.invalid(show(page, &request, form, Some(&wrong))),
        Err(elsewhere) => Ok(elsewhere),
    }
}

async fn parse(form: &CounterForm, db: &Db, wrong: &mut Wrong) -> Result<Option<Proposal>, Problem> {
    let view = db.view().await?;
    let catalogue = crate::services::list(view.pg()).await?;
    let asks: Option<Vec<Scope>> = form.asks.iter().map(|text| Scope::from_field(text, &catalogue)).collect();
    let asks = wrong.check("asks", asks.ok_or(Refusal::Choice));
    let days = wrong.check("days", Days::parse(&form.days));
    let note = wrong.check("note", Note::<1000>::optional(&form.note));
    let another = wrong.check("another", Line::<20>::optional(&form.another)).flatten();
    let holder = match another {
        Some(id) => {
            let found = store::find_reseller(view.pg(), id.as_str()).await?;
            wrong.check("another", found.ok_or(Refusal::Said("counters-another-unknown"))).map(|party| Some(party.id))
        }
        None if form.holder.is_empty() => Some(None),
        None => wrong.check("holder", form.holder.parse().map(Some).map_err(|_| Refusal::Choice)),
    };
    let made = asks.zip(days).zip(note).zip(holder);
    Ok(made.map(|(((asks, days), note), holder)| {
        let mut asks = asks;
        asks.sort_unstable();
        asks.dedup();
        Proposal { asks, days, holder, note }
    }))
}

/// A form without fields of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// `POST /received/{invitation}/counter-offer/withdrawal`
///
/// # Errors
/// 404 and 409 as [`actions::withdraw_counter`].
pub async fn withdraw_counter(admin: CustomerAdmin, db: Db, invitation: Path<Id<InvitationId>>, _: Form<Nothing>) -> Answer {
    actions::withdraw_counter(&db, &admin, *invitation).await?;
    Ok(see_other(format!("/received/{invitation}?done=counter-withdrawn")))
}

/// `POST /counter-offers/{counter}/agreement`: one click.
///
/// # Errors
/// 403, 404 and 409 as [`actions::agree`].
pub async fn agree(may: May<Invite>, db: Db, counter: Path<Id<CounterOfferId>>, _: Form<Nothing>) -> Answer {
    let agreed = actions::agree(&db, &may, *counter).await?;
    Ok(see_other(format!("/invitations/{agreed}?done=agreed")))
}

#[derive(Template)]
#[template(path = "consents/counter_refusal.html")]
struct RefusalPage<'a> {
    page: &'a Page,
    offer: &'a CounterOffer,
    customer: String,
    reason: &'a str,
    errors: FieldErrors,
}

impl RefusalPage<'_> {
    fn back(&self) -> String {
        format!("/invitations/{}", self.offer.facts().invitation)
    }

    fn action(&self) -> String {
        format!("/counter-offers/{}/refusal", self.offer.facts().id)
    }
}

/// `GET /counter-offers/{counter}/refusal`
///
/// # Errors
/// 404 when it is to another's invitation.
pub async fn counter_refusal_page(page: Page, may: May<Invite>, db: Db, counter: Path<Id<CounterOfferId>>) -> Answer {
    let (offer, parties) = actions::find_own(&db, &may, *counter).await?;
    if !offer.is_open() {
        return Ok(see_other(format!("/invitations/{}", offer.facts().invitation)));
    }
    page.show(refusal(&page, &offer, &parties, "", None))
}

fn refusal<'a>(page: &'a Page, offer: &'a CounterOffer, parties: &[Party], reason: &'a str, wrong: Option<&Wrong>) -> RefusalPage<'a> {
    let customer = Id::from(offer.facts().customer);
    let customer = parties.iter().find(|party| party.id == customer).map(|party| party.name.clone()).unwrap_or_default();
    RefusalPage { page, offer, customer, reason, errors: wrong.map(|wrong| wrong.told(page)).unwrap_or_default() }
}

/// Why.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalForm {
    #[serde(default)]
    reason: String,
}

/// `POST /counter-offers/{counter}/refusal`
///
/// # Errors
/// 404 and 409 as [`actions::refuse_counter`].
pub async fn refuse_counter(page: Page, may: May<Invite>, db: Db, counter: Path<Id<CounterOfferId>>, form: Form<RefusalForm>) -> Answer {
    let mut wrong = Wrong::default();
    let reason = wrong.check("reason", Note::<1000>::parse(&form.reason));
    match wrong.into_result(reason) {
        Ok(reason) => {
            let invitation = actions::refuse_counter(&db, &may, *counter, &reason).await?;
            Ok(see_other(format!("/invitations/{invitation}?done=counter-refused")))
        }
        Err(wrong) => {
            let (offer, parties) = actions::find_own(&db, &may, *counter).await?;
            page.invalid(refusal(&page, &offer, &parties, &form.reason, Some(&wrong)))
        }
    }
}
