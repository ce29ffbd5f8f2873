//! Changing an invitation: one form with its terms, the difference before it is made, and older revisions to look at.

use actix_web::{
    http::StatusCode,
    web::{Data, Path},
};
use askama::Template;
use serde::Deserialize;

use super::{
    asked,
    draft_form::{self, Offered, end_of_day},
    managing::more,
};
use crate::{
    access::{
        May, Right,
        proofs::{Invite, SeeCustomers},
    },
    app::App,
    db::{Db, Timestamp, View},
    i18n::Lang,
    ids::{Id, Invitation as InvitationId, Organization, Provider},
    invitations::{
        Difference, Invitation, Kind, MessageAnswer, NewTerms, Sender, ServicesAnswer, Standing, actions, store,
        told::{Change, Teller},
    },
    notices::{self, Letter, Letterhead, Rendered},
    organizations,
    partnerships::{self, Choice},
    problem::Problem,
    services::{self, Purpose, Scope, Service, equals_global_admin},
    values::{Days, Refusal},
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        see_other,
    },
};

/// The terms as they are typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RevisionForm {
    /// The number of the revision that is being changed.
    base: i32,
    #[serde(default)]
    asks: Vec<String>,
    days: String,
    #[serde(default)]
    holder: String,
    language: String,
    first: String,
    second: String,
    /// `keep`, `none` or `days`.
    until: String,
    #[serde(default)]
    open_days: String,
    /// Which reseller is looked for, to be suggested as holder.
    #[serde(default)]
    find: String,
    /// `check`, `change`, `find` or `save`.
    #[serde(default)]
    step: String,
}

impl RevisionForm {
    /// The form as the terms are.
    fn of(invitation: &Invitation) -> Self {
        let [first, second] = invitation.paragraphs.clone().map(Option::unwrap_or_default);
        Self {
            base: invitation.revision,
            asks: invitation.asks.iter().map(Scope::to_field).collect(),
            days: invitation.days.to_string(),
            holder: invitation.suggested_holder.map(|holder| holder.to_string()).unwrap_or_default(),
            language: invitation.language.tag().to_owned(),
            first,
            second,
            until: "keep".to_owned(),
            open_days: String::new(),
            find: String::new(),
            step: String::new(),
        }
    }
}

/// An invitation on the desk of somebody who changes it.
struct Desk {
    invitation: Invitation,
    catalogue: Vec<Service>,
    resellers: Choice,
    now: Timestamp,
}

impl Desk {
    /// With the reseller that is chosen and those that are looked for.
    async fn open(view: &View, proof: &May<Invite>, id: Id<InvitationId>, form: Option<&RevisionForm>) -> Result<Self, Problem> {
        let find: String = form.map(|form| form.find.trim().chars().take(200).collect()).unwrap_or_default();
        let (found, catalogue, mut resellers) = futures_util::try_join!(
            store::find(view.pg(), id),
            services::list(view.pg()),
            partnerships::search_active_resellers(view.pg(), proof.org(), &find, None)
        )?;
        resellers.keep(view.pg(), proof.org(), form.and_then(|form| form.holder.parse().ok())).await?;
        let invitation = found.filter(|found| found.inviter == proof.org()).ok_or(Problem::NotFound)?;
        if !matches!(invitation.standing(view.now()), Standing::Open | Standing::Paused) {
            return Err(Problem::Conflict("invitations-conflict-state"));
        }
        Ok(Self { invitation, catalogue, resellers, now: view.now() })
    }

    /// The terms that were typed, or every reason why not.
    fn terms(&self, form: &RevisionForm, page: &Page) -> Result<NewTerms, Wrong> {
        let mut wrong = Wrong::default();
        // Whether the person may ask for what changes is looked at when it is known what changes.
        let offered =
            Offered { catalogue: &self.catalogue, resellers: &self.resellers.known, may_ask: true, now: self.now, zone: page.zone() };
        let services = ServicesAnswer { asks: form.asks.clone(), days: form.days.clone(), holder: self.holder(form) };
        let services = take(&mut wrong, draft_form::services(&services, &offered));
        let message = MessageAnswer { language: form.language.clone(), first: form.first.clone(), second: form.second.clone() };
        let message = take(&mut wrong, draft_form::message(&message));
        let expires_at = match form.until.as_str() {
            "keep" => Some(self.invitation.expires_at),
            "none" if self.invitation.kind == Kind::Standing => Some(None),
            "days" => wrong.check("open_days", Days::parse(&form.open_days)).map(|days| Some(end_of_day(self.now, days, page.zone()))),
            _ => wrong.check("until", Err(Refusal::Choice)),
        };
        let terms = (|| {
            let ((asks, days, holder), (language, paragraphs), expires_at) = (services?, message?, expires_at?);
            // A holder that is no partner any more may stay suggested, and cannot be suggested anew.
            let kept = !form.holder.is_empty() && holder.is_none();
            let suggested_holder = if kept { self.invitation.suggested_holder } else { holder };
            Some(NewTerms { asks, days, suggested_holder, language, paragraphs, expires_at })
        })();
        let terms = wrong.into_result(terms)?;
        let mut wrong = Wrong::default();
        match self.difference(&terms) {
            None => return Err(nothing()),
            Some(difference) if difference.is_empty() => return Err(nothing()),
            Some(difference) if difference.touches_administration() && !terms.asks.is_empty() && !page.may(Right::AskForAdministration) => {
                wrong.note("asks", Refusal::Said("invitations-ask-right"));
            }
            Some(_) => {}
        }
        wrong.into_result(Some(terms))
    }

    /// The holder that the form says; empty when it is the one suggested already, whatever became of it.
    fn holder(&self, form: &RevisionForm) -> String {
        let present = self.invitation.suggested_holder.map(|holder| holder.to_string());
        let known = self.resellers.known.iter().any(|known| known.id.to_string() == form.holder);
        if present.as_deref() == Some(form.holder.as_str()) && !known { String::new() } else { form.holder.clone() }
    }

    fn difference(&self, terms: &NewTerms) -> Option<Difference> {
        let after = self.invitation.revised(terms, self.invitation.created_by, self.now)?;
        Some(Difference::between(&self.invitation.current(), &after.current()))
    }
}

fn nothing() -> Wrong {
    Wrong::of("asks", Refusal::Said("revisions-nothing-changed"))
}

/// The value, or its reasons added to the others.
fn take<T>(wrong: &mut Wrong, parsed: Result<T, Wrong>) -> Option<T> {
    parsed.map_err(|more| wrong.add(more)).ok()
}

/// A row of the matrix: a service and its two fields.
struct Row<'a> {
    name: &'a str,
    provisioning: String,
    support: String,
}

#[derive(Template)]
#[template(path = "invitations/revise.html")]
struct RevisePage<'a> {
    page: &'a Page,
    invitation: &'a Invitation,
    form: &'a RevisionForm,
    rows: Vec<Row<'a>>,
    holders: Vec<(String, String)>,
    offered: &'a Choice,
    languages: Vec<(&'static str, &'static str)>,
    /// What is asked for, for somebody who cannot change it.
    asks: Vec<String>,
    may_ask: bool,
    errors: FieldErrors,
}

async fn show(page: &Page, proof: &May<Invite>, view: &View, desk: &Desk, form: &RevisionForm, wrong: &Wrong) -> Answer {
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let field = |service: &Service, purpose| Scope { service: service.code.clone(), purpose }.to_field();
    // A service that was retired since is kept, and may be given up.
    let kept = |service: &&Service| !service.retired || desk.invitation.asks.iter().any(|asked| asked.service == service.code);
    let rows = desk.catalogue.iter().filter(kept).map(|service| Row {
        name: service.name(page.language()),
        provisioning: field(service, Purpose::Provisioning),
        support: field(service, Purpose::Support),
    });
    let mut holders = vec![(String::new(), page.t1("invitations-holder-ourselves", "name", &proof.place().name))];
    holders.extend(desk.resellers.known.iter().map(|known| (known.id.to_string(), format!("{} ({})", known.name, known.partner_id))));
    if let Some(present) = desk.invitation.suggested_holder
        && holders.iter().all(|(id, _)| *id != present.to_string())
        && let Some(sender) = store::find_sender(view.pg(), present).await?
    {
        holders.push((present.to_string(), format!("{} ({})", sender.name, sender.partner_id)));
    }
    page.answer(
        status,
        RevisePage {
            page,
            invitation: &desk.invitation,
            form,
            rows: rows.collect(),
            holders,
            offered: &desk.resellers,
            languages: Lang::ALL.map(|lang| (lang.tag(), lang.name())).to_vec(),
            asks: asked(page, &desk.invitation.asks, &desk.catalogue),
            may_ask: page.may(Right::AskForAdministration),
            errors: wrong.told(page),
        },
    )
}

/// `GET /invitations/{id}/revisions/new`
///
/// # Errors
/// 404 for another's, 409 when it can be answered no more.
pub async fn revise_page(page: Page, proof: May<Invite>, db: Db, id: Path<Id<InvitationId>>) -> Answer {
    let view = db.view().await?;
    let desk = Desk::open(&view, &proof, *id, None).await?;
    show(&page, &proof, &view, &desk, &RevisionForm::of(&desk.invitation), &Wrong::default()).await
}

#[derive(Template)]
#[template(path = "invitations/revise_check.html")]
struct CheckPage<'a> {
    page: &'a Page,
    invitation: &'a Invitation,
    form: &'a RevisionForm,
    changes: Vec<Change>,
    everything: bool,
    /// The first of those who are told by name, and how many more there are.
    told: Vec<String>,
    more: i64,
    rendered: Rendered,
}

/// `POST /invitations/{id}/revisions/new`: shows the difference, goes back to the form, or makes the revision.
///
/// # Errors
/// 404 for another's, 403 for whoever may not change what is asked for, 409 when it can be answered no more or somebody else
/// changed it in the meantime.
pub async fn revise(
    page: Page,
    proof: May<Invite>,
    app: Data<App>,
    db: Db,
    id: Path<Id<InvitationId>>,
    form: Form<RevisionForm>,
) -> Answer {
    let view = db.view().await?;
    let desk = Desk::open(&view, &proof, *id, Some(&form)).await?;
    if form.base != desk.invitation.revision {
        return Err(Problem::Conflict("revisions-conflict-base"));
    }
    if matches!(form.step.as_str(), "change" | "find") {
        return show(&page, &proof, &view, &desk, &form, &Wrong::default()).await;
    }
    let terms = match desk.terms(&form, &page) {
        Ok(terms) => terms,
        Err(wrong) => return show(&page, &proof, &view, &desk, &form, &wrong).await,
    };
    if form.step == "save" {
        drop(view);
        actions::revise(&db, &proof, *id, form.base, &terms).await?;
        return Ok(see_other(format!("/invitations/{id}?done=revised")));
    }
    let after = desk.invitation.revised(&terms, proof.user(), view.now()).ok_or(Problem::Conflict("invitations-conflict-state"))?;
    let (before, now) = (desk.invitation.current(), after.current());
    let teller = Teller::new(view.pg(), &page, &after, &[&before, &now]).await?;
    let (handed, count) = futures_util::try_join!(store::list_hands(view.pg(), *id, None), store::count_hands(view.pg(), *id))?;
    let sender = Sender {
        name: proof.place().name.clone(),
        partner_id: proof.place().partner_id.clone().unwrap_or_default(),
        state: organizations::State::Active,
    };
    let head = Letterhead { keys: &app.keys, public_url: &app.public_url, services: &desk.catalogue };
    let letter = Letter::Invitation(Box::new(after.offer(&sender, None, None, None)));
    page.show(CheckPage {
        page: &page,
        form: &form,
        changes: teller.tell(&Difference::between(&before, &now)),
        everything: equals_global_admin(&after.asks, &desk.catalogue),
        more: more(&handed, count),
        told: handed.rows.into_iter().map(|handed| handed.name).collect(),
        rendered: notices::render(&letter, after.language, &head),
        invitation: &desk.invitation,
    })
}

#[derive(Template)]
#[template(path = "invitations/revision.html")]
struct RevisionPage<'a> {
    page: &'a Page,
    /// The invitation with the terms of that revision.
    invitation: &'a Invitation,
    /// Whether they are in force.
    current: bool,
    made_at: Timestamp,
    provider: &'a str,
    asks: Vec<String>,
    holder: Option<String>,
}

/// `GET /invitations/{id}/revisions/{revision}`: the terms as they were, for the inviter and for resellers that have it.
///
/// # Errors
/// 404 for an invitation that the organization has not got, or a revision that there is not.
pub async fn revision(page: Page, proof: May<SeeCustomers>, db: Db, path: Path<(Id<InvitationId>, i32)>) -> Answer {
    let (id, number) = path.into_inner();
    let org: Id<Organization> = proof.organization();
    let view = db.view().await?;
    let (found, older, handed, catalogue) = futures_util::try_join!(
        store::find(view.pg(), id),
        store::find_revision(view.pg(), id, number),
        store::is_handed(view.pg(), id, org),
        services::list(view.pg())
    )?;
    let invitation = found.filter(|found| handed || found.inviter == org.known_as::<Provider>()).ok_or(Problem::NotFound)?;
    let current = number == invitation.revision;
    let revision = if current { invitation.current() } else { older.ok_or(Problem::NotFound)? };
    let made_at = revision.made_at;
    let invitation = invitation.as_of(revision);
    let (provider, holder) = futures_util::try_join!(store::find_sender(view.pg(), invitation.inviter), async {
        match invitation.suggested_holder {
            Some(holder) => store::find_sender(view.pg(), holder).await,
            None => Ok(None),
        }
    })?;
    page.show(RevisionPage {
        page: &page,
        current,
        made_at,
        provider: &provider.ok_or(Problem::NotFound)?.name,
        asks: asked(&page, &invitation.asks, &catalogue),
        holder: holder.map(|holder| holder.name),
        invitation: &invitation,
    })
}
