//! The two sides' own pages of their partnerships: list, offer, detail, withdrawal, ending.

mod answer;

pub use answer::{answer, link_page};

use actix_web::web::{Data, Path, Query};
use askama::Template;
use serde::Deserialize;

use super::{
    Partnership, Standing,
    actions::{self, Invitee, OpenDays},
    store::{self, LeftOver},
};
use crate::{
    access::{
        May, Right,
        proofs::{RegisterReseller, RemoveRelationship, SeeCustomers},
    },
    app::App,
    audit::trail,
    db::{Cursor, Db, Keyset, Timestamp},
    i18n::Lang,
    ids::{Id, Partnership as PartnershipId},
    notices::{Letterhead, Rehearsal},
    problem::Problem,
    services,
    values::{Email, Name, Refusal},
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        query::Beside,
        see_other,
    },
};

/// What the list may be narrowed to, as words of [`Standing::key`].
const STANDINGS: [&str; 6] = ["invited", "active", "refused", "expired", "withdrawn", "ended"];

/// The query of the list.
#[derive(Debug, Default, Deserialize)]
pub struct ListQuery {
    #[serde(default)]
    state: String,
    page: Option<String>,
}

#[derive(Template)]
#[template(path = "partnerships/list.html")]
struct List<'a> {
    page: &'a Page,
    /// Whether the organization is on the provider's side.
    provides: bool,
    state: &'a str,
    states: Vec<(&'static str, &'static str)>,
    rows: &'a [Partnership],
    now: Timestamp,
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

impl List<'_> {
    /// The word for the side that the list shows.
    fn party_key(&self) -> &'static str {
        if self.provides { "partnerships-reseller" } else { "partnerships-provider" }
    }
}

/// `GET /partnerships`: a provider's resellers and those it invited; a reseller's providers.
///
/// # Errors
/// None but faults of ours.
pub async fn list(page: Page, proof: May<SeeCustomers>, db: Db, query: Query<ListQuery>) -> Answer {
    let view = db.view().await?;
    let state = STANDINGS.into_iter().find(|word| *word == query.state);
    let cursor = query.page.as_deref().and_then(Cursor::parse);
    let provides = proof.place().kind.transacts();
    let Keyset { rows, previous, next } =
        store::list(view.pg(), proof.organization(), provides, view.now(), state, cursor.as_ref()).await?;
    let href = |cursor: String| format!("/partnerships?state={}&page={cursor}", state.unwrap_or_default());
    let states = STANDINGS.map(|word| (word, page.word("partnership-state", word))).to_vec();
    page.show(List {
        page: &page,
        provides,
        state: state.unwrap_or_default(),
        states,
        rows: &rows,
        now: view.now(),
        first: cursor.map(|_| format!("/partnerships?state={}", state.unwrap_or_default())),
        previous: previous.map(href),
        next: next.map(href),
    })
}

/// What is typed to offer a partnership.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewForm {
    email: String,
    name: String,
    language: String,
    days: String,
}

#[derive(Template)]
#[template(path = "partnerships/new.html")]
struct New<'a> {
    page: &'a Page,
    form: &'a NewForm,
    languages: Vec<(&'static str, &'static str)>,
    errors: FieldErrors,
}

fn new(page: &Page, form: &NewForm, errors: FieldErrors, answer: fn(&Page, New<'_>) -> Answer) -> Answer {
    let languages = Lang::ALL.map(|lang| (lang.tag(), lang.name())).to_vec();
    answer(page, New { page, form, languages, errors })
}

/// `GET /partnerships/new`
///
/// # Errors
/// 403 for whoever may not register resellers.
pub async fn new_page(page: Page, _: May<RegisterReseller>) -> Answer {
    let form = NewForm { email: String::new(), name: String::new(), language: page.lang().to_owned(), days: "30".to_owned() };
    new(&page, &form, FieldErrors::default(), |page, template| page.show(template))
}

fn parse(form: &NewForm) -> Result<Invitee, Wrong> {
    let mut wrong = Wrong::default();
    let email = wrong.check("email", Email::parse(&form.email));
    let name = wrong.check("name", Name::optional(&form.name));
    let language = wrong.check("language", Lang::parse(&form.language).ok_or(Refusal::Choice));
    let days = wrong.check("days", OpenDays::parse(&form.days));
    let invitee = (|| Some(Invitee { email: email?, name: name?, language: language?, days: days? }))();
    wrong.into_result(invitee)
}

/// `POST /partnerships/new`: offers a partnership and sends its letter.
///
/// # Errors
/// 403 for whoever may not register resellers; 429 on the form beyond the day's limit.
pub async fn invite(page: Page, proof: May<RegisterReseller>, db: Db, form: Form<NewForm>) -> Answer {
    let invitee = match parse(&form) {
        Ok(invitee) => invitee,
        Err(wrong) => return new(&page, &form, wrong.told(&page), |page, template| page.invalid(template)),
    };
    match actions::invite(&db, &proof, invitee).await {
        Ok(id) => Ok(see_other(format!("/partnerships/{id}?done=invited"))),
        Err(Problem::TooMany) => {
            let wrong = Wrong::of("email", Refusal::Said("partnerships-too-many"));
            new(&page, &form, wrong.told(&page), |page, template| page.answer(actix_web::http::StatusCode::TOO_MANY_REQUESTS, template))
        }
        Err(problem) => Err(problem),
    }
}

/// What has just been done, for the banner, and where the list of what is left over is read from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct DoneQuery {
    done: String,
    rest: String,
}

#[derive(Template)]
#[template(path = "partnerships/detail.html")]
struct Detail<'a> {
    page: &'a Page,
    partnership: &'a Partnership,
    provides: bool,
    standing: Standing,
    done: Option<&'static str>,
    /// The link, for whoever may send it while it can be answered.
    link: Option<String>,
    left_over: &'a [LeftOver],
    left_over_beside: Beside,
    history: Vec<trail::Entry>,
    may_withdraw: bool,
    may_end: bool,
}

/// `GET /partnerships/{id}`
///
/// # Errors
/// 404 when it is not one of this organization's.
pub async fn detail(
    page: Page,
    proof: May<SeeCustomers>,
    app: Data<App>,
    db: Db,
    id: Path<Id<PartnershipId>>,
    query: Query<DoneQuery>,
) -> Answer {
    let view = db.view().await?;
    let from = Cursor::parse(&query.rest);
    let (found, history, left_over) = futures_util::try_join!(
        store::find(view.pg(), *id),
        trail::of_partnership(view.pg(), &page, *id),
        store::list_left_over(view.pg(), *id, from.as_ref(), view.now())
    )?;
    let partnership = found.filter(|found| found.is_of(proof.organization())).ok_or(Problem::NotFound)?;
    let standing = partnership.standing(view.now());
    let provides = partnership.provider.id == proof.organization();
    let may_invite = provides && page.may(Right::RegisterReseller);
    let done = match query.done.as_str() {
        "invited" => Some(page.t("partnerships-done-invited")),
        "withdrawn" => Some(page.t("partnerships-done-withdrawn")),
        "authorized" => Some(page.t("partnerships-done-authorized")),
        "refused" => Some(page.t("partnerships-done-refused")),
        "ended" => Some(page.t("partnerships-done-ended")),
        _ => None,
    };
    page.show(Detail {
        page: &page,
        provides,
        standing,
        done,
        link: (may_invite && standing == Standing::Open).then(|| partnership.url(&app.keys, &app.public_url)),
        left_over: if standing == Standing::Ended { &left_over.rows } else { &[] },
        left_over_beside: Beside::of(&partnership.path(""), &[("rest", &query.rest)], "rest", &left_over),
        history,
        may_withdraw: may_invite && matches!(standing, Standing::Open | Standing::Expired),
        may_end: standing == Standing::Active && page.may(Right::RemoveRelationship),
        partnership: &partnership,
    })
}

/// A form with nothing but its token.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// `POST /partnerships/{id}/withdrawal`
///
/// # Errors
/// 404 when it is not this provider's, 409 when it was answered in the meantime.
pub async fn withdraw(proof: May<RegisterReseller>, db: Db, id: Path<Id<PartnershipId>>, _: Form<Nothing>) -> Answer {
    actions::withdraw(&db, &proof, *id).await?;
    Ok(see_other(format!("/partnerships/{id}?done=withdrawn")))
}

#[derive(Template)]
#[template(path = "partnerships/ending.html")]
struct Ending<'a> {
    page: &'a Page,
    partnership: &'a Partnership,
    provides: bool,
    rehearsal: Rehearsal,
    /// How many delegations are left over in all.
    count: i64,
    left_over: &'a [LeftOver],
    left_over_beside: Beside,
}

/// Where the list of what is left over is read from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct EndingQuery {
    rest: String,
}

impl Ending<'_> {
    /// How the page calls the other side.
    fn other(&self) -> &str {
        if self.provides { self.partnership.reseller_name() } else { &self.partnership.provider.name }
    }
}

/// Customers that the rehearsal names, and those whose letter it shows.
const NAMED: i64 = 20;
const SHOWN: usize = 3;

/// `GET /partnerships/{id}/ending`: what ends, what stays, who is told with which words (D20).
///
/// # Errors
/// 404 when it is not one of this organization's, 409 when it is not active.
pub async fn ending_page(
    page: Page,
    proof: May<RemoveRelationship>,
    app: Data<App>,
    db: Db,
    id: Path<Id<PartnershipId>>,
    query: Query<EndingQuery>,
) -> Answer {
    let (plan, named) = actions::plan(&db, &proof, *id, NAMED).await?;
    let view = db.view().await?;
    let from = Cursor::parse(&query.rest);
    let (found, catalogue) =
        futures_util::try_join!(store::list_left_over(view.pg(), *id, from.as_ref(), view.now()), services::list(view.pg()))?;
    let partnership = &plan.partnership;
    let provides = partnership.provider.id == proof.organization();
    let left_over_beside = Beside::of(&partnership.path("ending"), &[("rest", &query.rest)], "rest", &found);
    let (count, left_over, rehearsal) = (plan.left_over, &found.rows, Rehearsal::default());
    let mut ending = Ending { page: &page, partnership, provides, rehearsal, count, left_over, left_over_beside };
    let will = if provides { "partnerships-end-will-provider" } else { "partnerships-end-will-reseller" };
    let said = |key: &&str| page.t(key).to_owned();
    let mut rehearsal = Rehearsal {
        will: vec![
            page.t1(will, "name", ending.other()),
            said(&"requests-end-will-policy"),
            said(&"partnerships-end-will-told"),
            said(&"partnerships-end-will-again"),
        ],
        stays: ["partnerships-end-stays-customers", "partnerships-end-stays-delegations", "partnerships-end-stays-links"]
            .iter()
            .map(said)
            .collect(),
        more: usize::try_from(plan.customers).unwrap_or_default().saturating_sub(named.len()),
        rest: Some("#rest".to_owned()),
        ..Rehearsal::default()
    };
    for side in plan.sides.iter().chain(named.iter().map(|(customer, _)| customer)) {
        rehearsal.tells(&side.name, &side.people);
    }
    let (by, lang) = (proof.place().name.as_str(), page.language());
    let head = Letterhead { keys: &app.keys, public_url: &app.public_url, services: &catalogue };
    rehearsal.sends(page.t("ends-to-both"), &plan.letter(by), lang, &head);
    for (customer, delegations) in named.iter().take(SHOWN) {
        rehearsal.sends(&customer.name, &plan.letter_to_customer(by, *delegations), lang, &head);
    }
    ending.rehearsal = rehearsal;
    page.show(ending)
}

/// `POST /partnerships/{id}/ending`
///
/// # Errors
/// 404 when it is not one of this organization's, 409 when it is not active.
pub async fn end(proof: May<RemoveRelationship>, db: Db, id: Path<Id<PartnershipId>>, _: Form<Nothing>) -> Answer {
    actions::end(&db, &proof, *id).await?;
    Ok(see_other(format!("/partnerships/{id}?done=ended")))
}
