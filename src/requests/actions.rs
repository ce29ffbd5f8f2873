//! What people do with requests: ask, answer, withdraw; and setting the policy under which one is issued at once.

use serde_json::json;
use uuid::Uuid;

use super::{
    Ask, Limits, Policy, State, Terms, month_of,
    store::{self, Answer, New, Pair, Request},
};
use crate::{
    access::{
        May, Right,
        proofs::{Forward, Invite},
    },
    audit::{self, Event, Kind as Recorded},
    db::{Db, Tx},
    delegations::people,
    ids::{Id, Invitation, Organization, Partnership, Provider, Request as RequestId, Reseller},
    invitations::{self, Kind, Recipient, actions::Issue},
    notices::{self, Letter, To},
    organizations, partnerships,
    problem::Problem,
    values::Note,
};

/// Requests that one reseller makes in a day.
const PER_RESELLER: i32 = 200;
const DAY: i32 = 24 * 60 * 60;

/// What became of a request at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The provider has to answer.
    Waits(Id<RequestId>),
    /// The provider's policy let it be issued.
    Issued(Id<RequestId>),
    /// This form was sent before.
    Before(Id<RequestId>),
}

/// A reseller asks one of its providers for an invitation. What fits the provider's policy is issued at once, as the provider's own and
/// in the name of whoever set the policy (D1); the policy's row is locked, so that two requests at its limit are one issued and one
/// waiting. Anything else waits for the provider's answer. The same form sent twice is one request.
///
/// # Errors
/// 403 for people of anybody but a reseller; [`Problem::Conflict`] when both do not work together; 429 beyond the day's limit.
pub async fn ask(db: &Db, proof: &May<Forward>, provider: Id<Provider>, attempt: Uuid, ask: &Ask) -> Result<Asked, Problem> {
    if proof.place().kind != organizations::Kind::IndirectReseller {
        return Err(Problem::Forbidden);
    }
    let org = proof.organization();
    let mut told = people::of(db, &[(provider.into(), Right::Invite), (org, Right::Forward)]).await?.into_iter();
    let (theirs, ours) = (told.next().unwrap_or_default(), told.next().unwrap_or_default());

    let tx = db.write().await?;
    let known = partnerships::list_active_providers(tx.pg(), org).await?;
    let Some(name) = known.into_iter().find(|known| known.id == provider).map(|known| known.name) else {
        return Err(Problem::Conflict("requests-conflict-partnership"));
    };
    let new = New { id: Id::new(), provider, reseller: org.known_as(), by: proof.user(), attempt, ask };
    if !store::insert(&tx, &new).await? {
        // The button was pressed twice: the first press did it.
        let made = store::find_attempt(tx.pg(), attempt).await?.ok_or(Problem::Unprocessable)?;
        return Ok(Asked::Before(made));
    }
    if store::count(&tx, &format!("request-by {org}"), DAY).await? > PER_RESELLER {
        return Err(Problem::TooMany);
    }
    let names = json!({ "label": ask.title, "provider": name, "reseller": proof.place().name });
    let made = Event::new(Recorded::RequestMade).concerning([provider]).with(names.clone());
    // Whatever is issued is the provider's, not the reseller's: from here on the portal acts for the provider.
    tx.continue_as_system().await?;
    let Some(policy) = fitting_policy(&tx, &new).await? else {
        let letter = Letter::RequestMade {
            request: new.id,
            reseller: proof.place().name.clone(),
            title: ask.title.as_str().to_owned(),
            note: ask.note.as_ref().map(|note| note.as_str().to_owned()),
        };
        post(&tx, provider.into(), &theirs, &letter).await?;
        audit::record(&tx, made).await?;
        tx.commit().await?;
        return Ok(Asked::Waits(new.id));
    };
    let issue = Issue {
        inviter: provider,
        provider: &name,
        by: policy.set_by,
        reseller: new.reseller,
        reseller_name: &proof.place().name,
        recipient: recipient(
            ask.kind,
            ask.email.as_ref().map(|email| email.as_str()),
            ask.domain.as_ref().map(|domain| domain.as_str()),
            ask.title.as_str(),
        ),
        label: ask.title.as_str(),
        language: ask.language,
        asks: ask.asks.clone(),
        days: ask.days,
        suggests: ask.suggests,
        people: &ours,
    };
    let (invitation, events) = invitations::actions::issue(&tx, issue).await?;
    store::answer(&tx, new.id, &Answer::Issued(invitation, Some(policy.id)), policy.set_by).await?;
    let letter = Letter::RequestIssuedByPolicy {
        request: new.id,
        provider: name,
        reseller: proof.place().name.clone(),
        title: ask.title.as_str().to_owned(),
    };
    post(&tx, provider.into(), &theirs, &letter).await?;
    audit::record(&tx, made.invitation(invitation)).await?;
    for event in events {
        audit::record(&tx, event).await?;
    }
    let event = Event::new(Recorded::RequestIssuedByPolicy).by(Some(policy.set_by), Some(provider.into())).invitation(invitation);
    audit::record(&tx, event.concerning([org]).with(names)).await?;
    tx.commit().await?;
    Ok(Asked::Issued(new.id))
}

/// The policy under which a new request is issued at once, locked; none, if it has to wait.
async fn fitting_policy(tx: &Tx, new: &New<'_>) -> Result<Option<Policy>, Problem> {
    let Some(policy) = store::lock_policy(tx, new.provider, new.reseller).await? else { return Ok(None) };
    let author = store::find_author(tx.pg(), policy.set_by, new.provider).await?;
    let issued = store::count_issued(tx.pg(), policy.id, month_of(tx.now())).await?;
    let ask = new.ask;
    let checked = policy.check(ask.kind, ask.email.is_some(), &ask.asks, ask.days, author, issued, tx.now());
    Ok(checked.is_ok().then_some(policy))
}

/// Whom an addressed invitation is for; a standing one, and one without an address, has nobody.
fn recipient(kind: Kind, email: Option<&str>, domain: Option<&str>, name: &str) -> Option<Recipient> {
    let email = email.filter(|_| kind == Kind::Addressed)?;
    Some(Recipient { email: email.to_owned(), name: Some(name.to_owned()), domain: domain.map(str::to_owned) })
}

async fn post(tx: &Tx, org: Id<Organization>, people: &[To], letter: &Letter) -> Result<(), Problem> {
    for to in people {
        notices::enqueue(tx, Some(org), to, letter).await?;
    }
    Ok(())
}

/// A request that a provider is asked, locked; and the people of the reseller, who are told.
async fn lock_asked(db: &Db, proof: &May<Invite>, id: Id<RequestId>) -> Result<(Tx, Request, Vec<To>), Problem> {
    let asked = store::find(db.as_system().view().await?.pg(), id).await?.filter(|found| found.provider == proof.organization());
    let reseller = asked.ok_or(Problem::NotFound)?.reseller;
    let told = people::of(db, &[(reseller, Right::Forward)]).await?.into_iter().next().unwrap_or_default();
    let tx = db.write().await?;
    let request = store::lock(&tx, id).await?.filter(|found| found.provider == proof.organization()).ok_or(Problem::NotFound)?;
    Ok((tx, request, told))
}

fn names(request: &Request) -> serde_json::Value {
    json!({ "label": request.title, "provider": request.provider_name, "reseller": request.reseller_name })
}

/// The provider issues what a reseller asked for, or less, and hands it over at once. Done twice, it is done once.
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Forbidden`] when it asks for delegated administration and the person may not;
/// [`Problem::Unprocessable`] for more than was asked, or an addressed one without an address; [`Problem::Conflict`] when it was
/// answered or withdrawn, or both do not work together any more.
pub async fn issue(db: &Db, proof: &May<Invite>, id: Id<RequestId>, terms: &Terms) -> Result<Id<Invitation>, Problem> {
    if !terms.asks.is_empty() && !proof.place().may(Right::AskForAdministration) {
        return Err(Problem::Forbidden);
    }
    let (tx, request, told) = lock_asked(db, proof, id).await?;
    match (request.state, request.invitation) {
        (State::Waiting, _) => {}
        (_, Some(made)) => return Ok(made),
        _ => return Err(Problem::Conflict("requests-conflict-answered")),
    }
    if !terms.is_within(&request.asks, request.asked_days()) || (request.kind == Kind::Addressed && terms.email.is_none()) {
        return Err(Problem::Unprocessable);
    }
    let reseller: Id<Reseller> = request.reseller.known_as();
    partnerships::hold(&tx, proof.org(), &[reseller]).await?;
    if !partnerships::is_active(tx.pg(), proof.org(), request.reseller).await? {
        return Err(Problem::Conflict("requests-conflict-ended"));
    }
    let issue = Issue {
        inviter: proof.org(),
        provider: &request.provider_name,
        by: proof.user(),
        reseller,
        reseller_name: &request.reseller_name,
        recipient: recipient(
            request.kind,
            terms.email.as_ref().map(|email| email.as_str()),
            terms.domain.as_ref().map(|domain| domain.as_str()),
            terms.title.as_str(),
        ),
        label: terms.title.as_str(),
        language: request.language,
        asks: terms.asks.clone(),
        days: terms.days,
        suggests: terms.suggests,
        // The answer tells the reseller what the handing over would.
        people: &[],
    };
    let (invitation, events) = invitations::actions::issue(&tx, issue).await?;
    store::answer(&tx, id, &Answer::Issued(invitation, None), proof.user()).await?;
    let letter = Letter::RequestAnswered {
        request: id,
        provider: request.provider_name.clone(),
        title: request.title.clone(),
        issued: true,
        reason: None,
    };
    post(&tx, request.reseller, &told, &letter).await?;
    for event in events {
        audit::record(&tx, event).await?;
    }
    let event = Event::new(Recorded::RequestIssued).invitation(invitation).concerning([request.reseller]);
    audit::record(&tx, event.with(names(&request))).await?;
    tx.commit().await?;
    Ok(invitation)
}

/// The provider refuses; the reseller reads why. Done twice, it is done once.
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Conflict`] when it was issued or withdrawn.
pub async fn refuse(db: &Db, proof: &May<Invite>, id: Id<RequestId>, reason: &Note<1000>) -> Result<(), Problem> {
    let (tx, request, told) = lock_asked(db, proof, id).await?;
    match request.state {
        State::Waiting => {}
        State::Refused => return Ok(()),
        State::Issued | State::Withdrawn => return Err(Problem::Conflict("requests-conflict-answered")),
    }
    store::answer(&tx, id, &Answer::Refused(reason.as_str()), proof.user()).await?;
    let reason = reason.as_str().to_owned();
    let letter = Letter::RequestAnswered {
        request: id,
        provider: request.provider_name.clone(),
        title: request.title.clone(),
        issued: false,
        reason: Some(reason.clone()),
    };
    post(&tx, request.reseller, &told, &letter).await?;
    let mut details = names(&request);
    details["reason"] = json!(reason);
    audit::record(&tx, Event::new(Recorded::RequestRefused).concerning([request.reseller]).with(details)).await?;
    tx.commit().await?;
    Ok(())
}

/// The reseller takes a request back that nobody has answered. Done twice, it is done once.
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Conflict`] when it was answered.
pub async fn withdraw(db: &Db, proof: &May<Forward>, id: Id<RequestId>) -> Result<(), Problem> {
    let tx = db.write().await?;
    let request = store::lock(&tx, id).await?.filter(|found| found.reseller == proof.organization()).ok_or(Problem::NotFound)?;
    match request.state {
        State::Waiting => {}
        State::Withdrawn => return Ok(()),
        State::Issued | State::Refused => return Err(Problem::Conflict("requests-conflict-answered")),
    }
    store::answer(&tx, id, &Answer::Withdrawn, proof.user()).await?;
    audit::record(&tx, Event::new(Recorded::RequestWithdrawn).concerning([request.provider]).with(names(&request))).await?;
    tx.commit().await?;
    Ok(())
}

/// A provider sets the policy for the requests of one reseller. From now on invitations are issued in this person's name.
///
/// # Errors
/// [`Problem::NotFound`] when it is not the provider's partnership; [`Problem::Forbidden`] when it allows asking for delegated
/// administration and the person may not; [`Problem::Conflict`] when the partnership is not active.
pub async fn set_policy(db: &Db, proof: &May<Invite>, partnership: Id<Partnership>, limits: &Limits) -> Result<(), Problem> {
    if !limits.asks.is_empty() && !proof.place().may(Right::AskForAdministration) {
        return Err(Problem::Forbidden);
    }
    let tx = db.write().await?;
    let pair: Pair =
        store::find_pair(tx.pg(), partnership).await?.filter(|pair| pair.provider == proof.organization()).ok_or(Problem::NotFound)?;
    if !pair.is_active() {
        return Err(Problem::Conflict("requests-conflict-ended"));
    }
    store::save_policy(&tx, &pair, limits, proof.user()).await?;
    let details = json!({ "provider": pair.provider_name, "reseller": pair.reseller_name });
    audit::record(&tx, Event::new(Recorded::PolicySet).partnership(partnership).concerning([pair.reseller]).with(details)).await?;
    tx.commit().await?;
    Ok(())
}
