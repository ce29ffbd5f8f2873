//! The create-invitation pages: one question each, under URLs of their own; going back never loses anything (UX-01..05).

use actix_web::{
    http::StatusCode,
    web::{Data, Path, Query},
};
use askama::Template;
use serde::Deserialize;

use super::{Nothing, asked, desk::Desk, draft_form, usual_paragraphs};
use crate::{
    access::{May, Right, proofs::Invite},
    app::App,
    db::{Db, View},
    i18n::Lang,
    ids::{Id, Invitation as InvitationId},
    invitations::{
        Answers, Kind, MessageAnswer, RecipientAnswer, ServicesAnswer, Similar, Step, Terms,
        actions::{self, Creation},
        store,
    },
    notices::Rendered,
    partnerships::Choice,
    problem::Problem,
    services::{self, Purpose, Scope, Service, equals_global_admin},
    values::Refusal,
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        query::address,
        see_other,
    },
};

/// `POST /invitations/drafts`
///
/// # Errors
/// 403 for whoever may not invite (D1); 409 for a person with very many drafts.
pub async fn begin(proof: May<Invite>, db: Db, _: Form<Nothing>) -> Answer {
    let id = actions::begin(&db, &proof).await?;
    Ok(see_other(format!("/invitations/drafts/{id}/kind")))
}

/// `POST /invitations/drafts/{id}/removal`
///
/// # Errors
/// 404 when it is not the person's draft.
pub async fn remove_draft(proof: May<Invite>, db: Db, id: Path<Id<InvitationId>>, _: Form<Nothing>) -> Answer {
    actions::remove_draft(&db, &proof, *id).await?;
    Ok(see_other("/invitations?done=removed"))
}

/// Which reseller is looked for, to be suggested as holder.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct StepQuery {
    find: String,
}

/// `GET /invitations/drafts/{id}/{step}`: the page, or the first before it that has not been answered.
///
/// # Errors
/// 404 when it is not the person's draft, or no page.
pub async fn step(
    page: Page,
    proof: May<Invite>,
    app: Data<App>,
    db: Db,
    path: Path<(Id<InvitationId>, String)>,
    query: Query<StepQuery>,
) -> Answer {
    let (id, word) = path.into_inner();
    let step = Step::parse(&word).ok_or(Problem::NotFound)?;
    let view = db.view().await?;
    let desk = Desk::open(&view, &proof, id, &query.find).await?.ok_or(Problem::NotFound)?;
    match desk.terms(&page) {
        Err(open) if open < step => Ok(see_other(desk.path(open))),
        Ok(terms) if step == Step::Check => {
            let similar = similar(&view, &proof, &terms, &page).await?;
            show_check(&page, &proof, &app, &desk, &terms, &similar, FieldErrors::default())
        }
        _ => show(&page, &desk, step, FieldErrors::default()),
    }
}

/// Keeps what was typed, then goes back, or stays with the reasons, or goes on to the first page that is open.
async fn save(
    page: &Page,
    proof: &May<Invite>,
    db: &Db,
    id: Id<InvitationId>,
    step: Step,
    go: &str,
    change: impl FnOnce(&mut Answers),
) -> Answer {
    actions::answer(db, proof, id, change).await?;
    let view = db.view().await?;
    let desk = Desk::open(&view, proof, id, "").await?.ok_or(Problem::NotFound)?;
    drop(view);
    if go == "back" {
        return Ok(see_other(step.before().map_or_else(|| "/invitations".to_owned(), |before| desk.path(before))));
    }
    let answers = &desk.draft.answers;
    let wrong = match step {
        Step::Kind => draft_form::kind(answers.kind.as_deref()).err(),
        Step::Services => answers.services.as_ref().and_then(|typed| draft_form::services(typed, &desk.offered(page)).err()),
        Step::Recipient => {
            let kind = draft_form::kind(answers.kind.as_deref()).unwrap_or(Kind::Standing);
            answers.recipient.as_ref().and_then(|typed| draft_form::recipient(typed, kind, &desk.offered(page)).err())
        }
        Step::Message => answers.message.as_ref().and_then(|typed| draft_form::message(typed).err()),
        Step::Check => None,
    };
    match wrong {
        Some(wrong) => show(page, &desk, step, wrong.told(page)),
        None if go == "stay" => Ok(see_other(desk.path(step))),
        None => Ok(see_other(desk.path(desk.terms(page).err().unwrap_or(Step::Check)))),
    }
}

/// The first page's form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindForm {
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    go: String,
}

/// `POST /invitations/drafts/{id}/kind`
///
/// # Errors
/// 404 when it is not the person's draft.
pub async fn save_kind(page: Page, proof: May<Invite>, db: Db, id: Path<Id<InvitationId>>, form: Form<KindForm>) -> Answer {
    let Form(KindForm { kind, go }) = form;
    save(&page, &proof, &db, *id, Step::Kind, &go, |answers| answers.kind = kind).await
}

/// The second page's form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServicesForm {
    #[serde(default)]
    asks: Vec<String>,
    days: String,
    #[serde(default)]
    holder: String,
    #[serde(default)]
    find: String,
    #[serde(default)]
    go: String,
}

/// `POST /invitations/drafts/{id}/services`: also looks up a reseller, with what was typed so far kept.
///
/// # Errors
/// 404 when it is not the person's draft.
pub async fn save_services(page: Page, proof: May<Invite>, db: Db, id: Path<Id<InvitationId>>, form: Form<ServicesForm>) -> Answer {
    let Form(ServicesForm { asks, days, holder, find, go }) = form;
    let change = |answers: &mut Answers| answers.services = Some(ServicesAnswer { asks, days, holder });
    if go == "find" {
        actions::answer(&db, &proof, *id, change).await?;
        return Ok(see_other(format!("{}#holder", address(&format!("/invitations/drafts/{id}/services"), &[("find", find.trim())]))));
    }
    save(&page, &proof, &db, *id, Step::Services, &go, change).await
}

/// The third page's form: the fields of the kind chosen; those of the other stay as they were.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecipientForm {
    #[serde(default)]
    label: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    domain: String,
    open_days: String,
    #[serde(default)]
    go: String,
}

/// `POST /invitations/drafts/{id}/recipient`
///
/// # Errors
/// 404 when it is not the person's draft.
pub async fn save_recipient(page: Page, proof: May<Invite>, db: Db, id: Path<Id<InvitationId>>, form: Form<RecipientForm>) -> Answer {
    let Form(RecipientForm { label, email, name, domain, open_days, go }) = form;
    let change = |answers: &mut Answers| {
        let before = answers.recipient.take().unwrap_or_default();
        answers.recipient = Some(if answers.kind.as_deref() == Some(Kind::Addressed.key()) {
            RecipientAnswer { label: before.label, email, name, domain, open_days }
        } else {
            RecipientAnswer { label, open_days, ..before }
        });
    };
    save(&page, &proof, &db, *id, Step::Recipient, &go, change).await
}

/// The fourth page's form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageForm {
    language: String,
    first: String,
    second: String,
    #[serde(default)]
    go: String,
}

/// `POST /invitations/drafts/{id}/message`: a paragraph that nobody changed follows the language.
///
/// # Errors
/// 404 when it is not the person's draft.
pub async fn save_message(page: Page, proof: May<Invite>, db: Db, id: Path<Id<InvitationId>>, form: Form<MessageForm>) -> Answer {
    let Form(MessageForm { language, first, second, go }) = form;
    let provider = proof.place().name.clone();
    let change = move |answers: &mut Answers| {
        let mut typed = [first.replace("\r\n", "\n"), second.replace("\r\n", "\n")];
        if let Some(chosen) = Lang::parse(&language) {
            let usual = usual_paragraphs(chosen, &provider);
            for (paragraph, usual_here) in typed.iter_mut().zip(usual) {
                let untouched = Lang::ALL.iter().flat_map(|lang| usual_paragraphs(*lang, &provider)).any(|usual| usual == *paragraph);
                if untouched {
                    *paragraph = usual_here;
                }
            }
        }
        let [first, second] = typed;
        answers.message = Some(MessageAnswer { language, first, second });
    };
    save(&page, &proof, &db, *id, Step::Message, &go, change).await
}

#[derive(Template)]
#[template(path = "invitations/draft/kind.html")]
struct KindPage<'a> {
    page: &'a Page,
    step: Step,
    action: String,
    kind: &'a str,
    errors: FieldErrors,
}

/// A row of the matrix: a service and its two fields.
struct Row<'a> {
    name: &'a str,
    provisioning: String,
    support: String,
}

#[derive(Template)]
#[template(path = "invitations/draft/services.html")]
struct ServicesPage<'a> {
    page: &'a Page,
    step: Step,
    action: String,
    typed: ServicesAnswer,
    rows: Vec<Row<'a>>,
    holders: Vec<(String, String)>,
    offered: &'a Choice,
    find: &'a str,
    may_ask: bool,
    everything: bool,
    errors: FieldErrors,
}

#[derive(Template)]
#[template(path = "invitations/draft/recipient.html")]
struct RecipientPage<'a> {
    page: &'a Page,
    step: Step,
    action: String,
    typed: RecipientAnswer,
    addressed: bool,
    errors: FieldErrors,
}

#[derive(Template)]
#[template(path = "invitations/draft/message.html")]
struct MessagePage<'a> {
    page: &'a Page,
    step: Step,
    action: String,
    typed: MessageAnswer,
    languages: Vec<(&'static str, &'static str)>,
    errors: FieldErrors,
}

fn show(page: &Page, desk: &Desk, step: Step, errors: FieldErrors) -> Answer {
    let (answers, action) = (&desk.draft.answers, desk.path(step));
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    match step {
        Step::Kind => {
            let kind = answers.kind.as_deref().unwrap_or_default();
            page.answer(status, KindPage { page, step, action, kind, errors })
        }
        Step::Services => {
            let unanswered = || ServicesAnswer { days: "365".to_owned(), ..ServicesAnswer::default() };
            let typed = answers.services.clone().unwrap_or_else(unanswered);
            let field = |service: &Service, purpose| Scope { service: service.code.clone(), purpose }.to_field();
            let rows = services::offered(&desk.catalogue).map(|service| Row {
                name: service.name(page.language()),
                provisioning: field(service, Purpose::Provisioning),
                support: field(service, Purpose::Support),
            });
            let ourselves = (String::new(), page.t1("invitations-holder-ourselves", "name", &desk.sender.name));
            let resellers =
                desk.resellers.known.iter().map(|known| (known.id.to_string(), format!("{} ({})", known.name, known.partner_id)));
            let chosen: Vec<Scope> = typed.asks.iter().filter_map(|ask| Scope::from_field(ask, &desk.catalogue)).collect();
            page.answer(
                status,
                ServicesPage {
                    page,
                    step,
                    action,
                    rows: rows.collect(),
                    holders: std::iter::once(ourselves).chain(resellers).collect(),
                    offered: &desk.resellers,
                    find: &desk.find,
                    may_ask: page.may(Right::AskForAdministration),
                    everything: equals_global_admin(&chosen, &desk.catalogue),
                    typed,
                    errors,
                },
            )
        }
        Step::Recipient => {
            let addressed = answers.kind.as_deref() == Some(Kind::Addressed.key());
            let open_days = if addressed { "30" } else { "" }.to_owned();
            let typed = answers.recipient.clone().unwrap_or_else(|| RecipientAnswer { open_days, ..RecipientAnswer::default() });
            page.answer(status, RecipientPage { page, step, action, typed, addressed, errors })
        }
        Step::Message | Step::Check => {
            let typed = answers.message.clone().unwrap_or_else(|| {
                let [first, second] = usual_paragraphs(page.language(), &desk.sender.name);
                MessageAnswer { language: page.lang().to_owned(), first, second }
            });
            let languages = Lang::ALL.map(|lang| (lang.tag(), lang.name())).to_vec();
            page.answer(status, MessagePage { page, step, action, typed, languages, errors })
        }
    }
}

#[derive(Template)]
#[template(path = "invitations/draft/check.html")]
struct CheckPage<'a> {
    page: &'a Page,
    step: Step,
    base: String,
    terms: &'a Terms,
    to: String,
    asks: Vec<String>,
    holder: String,
    everything: bool,
    similar: &'a [Similar],
    catalogue: &'a [Service],
    rendered: Rendered,
    errors: FieldErrors,
}

impl CheckPage<'_> {
    /// Where an answer can be changed; its page leads back here.
    fn change(&self, below: &str) -> String {
        format!("{}/{below}", self.base)
    }

    fn domain(&self) -> &str {
        self.terms.recipient.as_ref().and_then(|to| to.domain.as_deref()).unwrap_or_default()
    }
}

fn show_check(page: &Page, proof: &May<Invite>, app: &App, desk: &Desk, terms: &Terms, similar: &[Similar], errors: FieldErrors) -> Answer {
    let invitation = terms.invitation(desk.draft.id, proof.org(), proof.user(), page.now());
    let holder = desk.resellers.known.iter().find(|known| Some(known.id.into()) == terms.suggested_holder);
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.answer(
        status,
        CheckPage {
            page,
            step: Step::Check,
            base: format!("/invitations/drafts/{}", desk.draft.id),
            terms,
            to: invitation.to(),
            asks: asked(page, &terms.asks, &desk.catalogue),
            holder: holder.map_or_else(|| page.t1("invitations-holder-ourselves", "name", &desk.sender.name), |known| known.name.clone()),
            everything: equals_global_admin(&terms.asks, &desk.catalogue),
            similar,
            catalogue: &desk.catalogue,
            rendered: desk.render(&invitation, app),
            errors,
        },
    )
}

/// What an addressed invitation would double (UX-11).
async fn similar(view: &View, proof: &May<Invite>, terms: &Terms, page: &Page) -> Result<Vec<Similar>, Problem> {
    match &terms.recipient {
        Some(to) => Ok(store::list_similar(view.pg(), proof.org(), &to.email, to.domain.as_deref(), &terms.asks, page.now()).await?),
        None => Ok(Vec::new()),
    }
}

/// The last page's form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreateForm {
    #[serde(default)]
    anyway: String,
    #[serde(default)]
    send: String,
}

/// `POST /invitations/drafts/{id}/creation`: makes the invitation, and sends it if that is what the button said.
///
/// # Errors
/// 403 for whoever may not (D1), 404 when it is not the person's draft, 409 when it was changed in another window,
/// 429 beyond the day's limit of mails.
pub async fn create(page: Page, proof: May<Invite>, app: Data<App>, db: Db, id: Path<Id<InvitationId>>, form: Form<CreateForm>) -> Answer {
    let view = db.view().await?;
    let Some(desk) = Desk::open(&view, &proof, *id, "").await? else {
        // The button was pressed twice: the first press made it.
        let made = store::find(view.pg(), *id).await?.filter(|made| made.inviter == proof.org()).ok_or(Problem::NotFound)?;
        return Ok(see_other(made.path("")));
    };
    let terms = match desk.terms(&page) {
        Ok(terms) => terms,
        Err(open) => return Ok(see_other(desk.path(open))),
    };
    let similar = similar(&view, &proof, &terms, &page).await?;
    drop(view);
    if !similar.is_empty() && form.anyway.is_empty() {
        let wrong = Wrong::of("anyway", Refusal::Said("invitations-similar-confirm"));
        return show_check(&page, &proof, &app, &desk, &terms, &similar, wrong.told(&page));
    }
    let send = form.send == "portal" && terms.recipient.is_some();
    let id = actions::create(&db, &proof, &Creation { draft: &desk.draft, terms: &terms, send }).await?;
    Ok(see_other(format!("/invitations/{id}?done={}", if send { "created-and-sent" } else { "created" })))
}
