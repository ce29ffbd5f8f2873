//! From the choices to the acceptance: the check page, which says everything once more, and the one click that does it.

use actix_web::{http::StatusCode, web::Path};
use askama::Template;
use uuid::Uuid;

use super::{
    choices::{self, Fields, revision_of},
    received::{Beside, RequestPage},
    told_of, visitor,
};
use crate::{
    access::CustomerAdmin,
    consents::{
        Account, Choice, Fault, Picked, Place, Request, Shown,
        actions::{self, Acceptance, Ticket},
        outsiders, store, unconfirmed,
    },
    db::Db,
    ids::{Id, Invitation as InvitationId},
    invitations::told::{self, Change},
    organizations::Party,
    problem::Problem,
    services::Purpose,
    values::{Line, Refusal},
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        see_other,
    },
};

/// Fields that differ from invitation to invitation; [`Fields::read`] refuses what does not belong (AB-28).
type Posted = Form<Vec<(String, String)>>;

#[derive(Template)]
#[template(path = "consents/check.html")]
struct Check<'a> {
    page: &'a Page,
    request: &'a Request,
    shown: &'a Shown,
    outsiders: Vec<(&'a Party, bool)>,
    told: Vec<String>,
    hidden: Vec<(String, String)>,
    attempt: Uuid,
    hash: String,
    errors: FieldErrors,
}

impl Check<'_> {
    /// The account that the page names (AB-23).
    fn by(&self) -> String {
        format!("{} <{}>, {}", self.shown.account.name, self.shown.account.email, self.shown.customer.name)
    }

    fn button(&self) -> &'static str {
        self.page.t(if self.shown.choices.is_empty() { "consents-accept" } else { "consents-accept-delegate" })
    }

    fn action(&self, verb: &str) -> String {
        format!("/received/{}/{verb}", self.request.invitation.id)
    }

    /// What is chosen for a service and purpose asked for.
    fn rows(&self) -> Vec<(String, Purpose, Option<&crate::consents::Chosen>)> {
        let lang = self.page.language();
        let asked = |service: &crate::services::Service| {
            let code = service.code.clone();
            Purpose::ALL.iter().filter(move |purpose| self.request.asks_for(&code, **purpose))
        };
        self.request
            .services()
            .flat_map(|service| {
                asked(service).map(|purpose| {
                    let chosen =
                        self.shown.choices.iter().find(|chosen| chosen.scope.service == service.code && chosen.scope.purpose == *purpose);
                    (service.name(lang).to_owned(), *purpose, chosen)
                })
            })
            .collect()
    }
}

#[derive(Template)]
#[template(path = "consents/changed.html")]
struct Changed<'a> {
    page: &'a Page,
    back: String,
    partner: String,
    /// What the inviter changed in the meantime; empty when something else is different.
    changes: Vec<Change>,
}

/// `POST /received/{invitation}/check`: looks a partner up, goes back to the choices, or says everything once more.
///
/// # Errors
/// 404 when the organization's people never came to it; 422 for fields that the page does not have. Everything else is told on the page.
pub async fn check(page: Page, admin: CustomerAdmin, db: Db, invitation: Path<Id<InvitationId>>, form: Posted) -> Answer {
    let view = db.view().await?;
    let asked = crate::invitations::find(view.pg(), *invitation).await?.ok_or(Problem::NotFound)?;
    // A page of another revision has other fields: it is answered with the difference before it is read.
    if revision_of(&form).is_some_and(|seen| seen != asked.revision) {
        drop(view);
        return changed(&page, &admin, &db, *invitation, &form).await;
    }
    let mut fields = Fields::read(&form, &asked)?;
    let find = Line::<200>::optional(fields.of("find")).ok().flatten();
    let found = match &find {
        Some(text) => Some(store::search_resellers(view.pg(), *invitation, admin.org(), text.as_str()).await?),
        None => None,
    };
    fields.known.extend(found.iter().flatten().map(|candidate| candidate.party.id));
    let wanted = fields.wanted(&asked);
    let request = store::find_request(view.pg(), *invitation, admin.org(), page.language(), &wanted, view.now()).await?;
    let request = request.ok_or(Problem::NotFound)?;
    if let Some(accepted) = &request.accepted {
        return Ok(see_other(format!("/receipts/{}", accepted.reference)));
    }
    let stays = find.is_some() || ["find", "change"].contains(&fields.of("step"));
    if stays || request.obstacle().is_some() || super::barrier(&page).is_some() {
        let beside = Beside::find(&page, view.pg(), &request).await?;
        return page.show(RequestPage::new(&page, &request, fields, &Wrong::default(), beside, found));
    }
    match settled(&request, &fields) {
        Err(faults) => {
            let beside = Beside::find(&page, view.pg(), &request).await?;
            page.invalid(RequestPage::new(&page, &request, fields, &choices::wrong(faults), beside, None))
        }
        Ok((picked, chosen)) => page.show(check_page(
            &page,
            &request,
            &chosen,
            &picked,
            &fields,
            Uuid::now_v7(),
            &Wrong::default(),
            &shown(&page, &request, &chosen)?,
        )),
    }
}

/// What was picked, as far as it can be read and the rules allow it.
fn settled(request: &Request, fields: &Fields) -> Result<(Picked, Vec<Choice>), Vec<Fault>> {
    let (picked, mut faults) = fields.picked(&request.invitation);
    match request.settle(&picked) {
        Ok(choices) if faults.is_empty() => Ok((picked, choices)),
        Ok(_) => Err(faults),
        Err(more) => {
            faults.extend(more);
            Err(faults)
        }
    }
}

fn shown(page: &Page, request: &Request, choices: &[Choice]) -> Result<Shown, Problem> {
    Ok(request.shown(&Account::of(visitor(page)?), choices, page.language()))
}

#[allow(clippy::too_many_arguments)]
fn check_page<'a>(
    page: &'a Page,
    request: &'a Request,
    choices: &'a [Choice],
    picked: &Picked,
    fields: &Fields,
    attempt: Uuid,
    wrong: &Wrong,
    shown: &'a Shown,
) -> Check<'a> {
    let mut told = told_of(request);
    let others = shown.choices.iter().map(|chosen| &chosen.holder).chain(shown.replaces.iter().map(|replaced| &replaced.holder));
    for name in others.map(|holder| holder.title()) {
        if !told.contains(&name) {
            told.push(name);
        }
    }
    Check {
        outsiders: outsiders(choices).into_iter().map(|party| (party, picked.outside.contains(&party.id))).collect(),
        told,
        hidden: fields.hidden(),
        attempt,
        hash: shown.hash_text(),
        errors: wrong.told(page),
        page,
        request,
        shown,
    }
}

/// `POST /received/{invitation}/acceptance`: accepts what the check page showed, and nothing else (D6).
///
/// # Errors
/// 403, 404 and 409 as [`actions::accept`].
pub async fn accept(page: Page, admin: CustomerAdmin, db: Db, invitation: Path<Id<InvitationId>>, form: Posted) -> Answer {
    let visitor = visitor(&page)?;
    let attempt = form.iter().find(|(name, _)| name == "attempt").and_then(|(_, value)| value.parse().ok());
    let read = {
        let view = db.view().await?;
        let answered = async {
            match attempt {
                Some(attempt) => store::find_attempt(view.pg(), *invitation, admin.org(), attempt).await,
                None => Ok(None),
            }
        };
        let (asked, answered) = futures_util::try_join!(crate::invitations::find(view.pg(), *invitation), answered)?;
        let asked = asked.ok_or(Problem::NotFound)?;
        // The button once more, or a reload: whatever became of the relationship since, this page has its receipt (UX-33).
        if let Some(reference) = answered {
            return Ok(see_other(format!("/receipts/{reference}")));
        }
        if revision_of(&form).is_some_and(|seen| seen != asked.revision) {
            None
        } else {
            let fields = Fields::read(&form, &asked)?;
            let (picked, faults) = fields.picked(&asked);
            // Only a page that was tampered with, or is of another offer, sends what cannot be read.
            faults.is_empty().then_some((fields, picked))
        }
    };
    let Some((fields, picked)) = read else { return changed(&page, &admin, &db, *invitation, &form).await };
    let (Some(attempt), Some(hash)) = (attempt, from_hex(fields.of("shown"))) else {
        return Err(Problem::Unprocessable);
    };
    if let Some(answer) = ask_to_confirm(&page, &admin, &db, *invitation, &fields, attempt).await? {
        return Ok(answer);
    }
    let ticket = Ticket { attempt, hash };
    match actions::accept(&db, &admin, visitor, *invitation, &picked, ticket, page.language()).await? {
        Acceptance::Receipt(reference) => Ok(see_other(format!("/receipts/{reference}"))),
        Acceptance::Changed => changed(&page, &admin, &db, *invitation, &form).await,
    }
}

/// The check page again, when a holder outside the inviter's list was not confirmed once more (D11).
async fn ask_to_confirm(
    page: &Page,
    admin: &CustomerAdmin,
    db: &Db,
    invitation: Id<InvitationId>,
    fields: &Fields,
    attempt: Uuid,
) -> Result<Option<actix_web::HttpResponse>, Problem> {
    let view = db.view().await?;
    let asked = crate::invitations::find(view.pg(), invitation).await?.ok_or(Problem::NotFound)?;
    let wanted = fields.wanted(&asked);
    let request = store::find_request(view.pg(), invitation, admin.org(), page.language(), &wanted, view.now()).await?;
    let request = request.ok_or(Problem::NotFound)?;
    let Ok((picked, choices)) = settled(&request, fields) else { return Ok(None) };
    let missing = unconfirmed(&choices, &picked.outside);
    if missing.is_empty() || request.accepted.is_some() || request.obstacle().is_some() {
        return Ok(None);
    }
    let words = Refusal::Said("consents-outside-required");
    let wrong = choices::wrong(missing.iter().map(|party| (Place::Outside(party.id), words.clone())).collect());
    let shown = shown(page, &request, &choices)?;
    page.invalid(check_page(page, &request, &choices, &picked, fields, attempt, &wrong, &shown)).map(Some)
}

/// 409 with what is different now from the page that was posted, and the way to choose anew (D6, AB-37). What the customer
/// accepted before leads to its receipt.
async fn changed(page: &Page, admin: &CustomerAdmin, db: &Db, invitation: Id<InvitationId>, form: &[(String, String)]) -> Answer {
    let view = db.view().await?;
    let request = store::find_request(view.pg(), invitation, admin.org(), page.language(), &[], view.now()).await?;
    let request = request.ok_or(Problem::NotFound)?;
    if let Some(accepted) = &request.accepted {
        return Ok(see_other(format!("/receipts/{}", accepted.reference)));
    }
    let seen = revision_of(form).unwrap_or(request.invitation.revision);
    let changes = told::changes_since(view.pg(), page, &request.invitation, seen).await?;
    let changed = Changed { page, back: format!("/received/{invitation}"), partner: request.sender.inviter.name.clone(), changes };
    page.answer(StatusCode::CONFLICT, changed)
}

/// A hash from its text.
fn from_hex(text: &str) -> Option<[u8; 32]> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let bytes: Vec<u8> = text.as_bytes().chunks_exact(2).map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?)).collect::<Option<_>>()?;
    bytes.try_into().ok().filter(|_| text.len() == 64)
}

#[cfg(test)]
mod tests {
    use super::from_hex;
    use crate::consents::shown::hex;

    #[test]
    fn a_hash_reads_back_and_nothing_else_does() {
        let hash = std::array::from_fn(|at| at as u8 * 7);
        assert_eq!(from_hex(&hex(&hash)), Some(hash));
        for nonsense in ["", "ab", &"g".repeat(64), &"0".repeat(63), &"0".repeat(66)] {
            assert_eq!(from_hex(nonsense), None, "{nonsense}");
        }
    }
}
