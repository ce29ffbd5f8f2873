//! What is done with organizations once they are registered (with their first person, in accounts): edited, suspended, reinstated.

use super::{Editor, Organization, Profile, State, store};
use crate::{
    access::{
        May,
        proofs::{EditProfile, Operate},
    },
    accounts::directory,
    audit::{self, Change, Event, Kind},
    db::{self, Db, Result, Tx},
    ids::{Id, Organization as OrganizationId},
    notices::{Letter, enqueue},
    problem::Problem,
    values::{Note, Refusal},
};

/// The longest reason for what the operator does with an organization.
pub const REASON: usize = 1000;

/// What became of an edit: whether anything was changed, or the field that cannot be so.
pub type Edited = Result<bool, (&'static str, Refusal)>;

/// Changes an organization's profile as the operator, with a reason; its global admins are told what and why. Another domain than the
/// `shown` one is the operator's own word; one that the organization changed in the meantime is neither confirmed nor undone unseen.
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Conflict`] when the domain is no longer the one that was shown.
pub async fn edit(
    db: &Db,
    _: &May<Operate>,
    id: Id<OrganizationId>,
    shown: &str,
    profile: &Profile,
    reason: &Note<REASON>,
) -> Result<Edited, Problem> {
    let tx = db.write().await?;
    let organization = store::lock(&tx, id).await?.ok_or(Problem::NotFound)?;
    if organization.domain.as_ref().map_or("", |domain| domain.name.as_str()) != shown {
        return Err(Problem::Conflict("profile-domain-changed"));
    }
    let changes = changes(&organization, profile);
    if changes.is_empty() {
        return Ok(Ok(false));
    }
    if let Err(refused) = save(&tx, &organization, profile, Editor::Operator).await? {
        return Ok(Err(refused));
    }
    let letter = Letter::OrganizationChanged {
        organization: organization.name.clone(),
        fields: changes.iter().map(|change| change.what().to_owned()).collect(),
        reason: reason.as_str().to_owned(),
    };
    for admin in directory::list_global_admins(tx.pg(), id).await? {
        enqueue(&tx, Some(id), &admin, &letter).await?;
    }
    let facts = serde_json::json!({ "organization": organization.name, "changes": changes, "reason": reason.as_str() });
    audit::record(&tx, Event::new(Kind::OrganizationChanged).concerning([id]).with(facts)).await?;
    tx.commit().await?;
    Ok(Ok(true))
}

/// Changes the profile of one's own organization, as far as its global admin may (see [`Editor`]); what they may not stays.
///
/// # Errors
/// None but faults of ours.
pub async fn edit_own(db: &Db, may: &May<EditProfile>, typed: Profile) -> Result<Edited, Problem> {
    let id = may.org();
    let tx = db.write().await?;
    let organization = store::lock(&tx, id).await?.ok_or(Problem::NotFound)?;
    let related = store::has_relationship(tx.pg(), id).await?;
    let editor = Editor::Own { kind: organization.kind, related };
    let profile = editor.keep(&organization, typed);
    let profile = profile.ok_or_else(|| Problem::Internal(format!("the profile of {id} cannot be read")))?;
    let changes = changes(&organization, &profile);
    if changes.is_empty() {
        return Ok(Ok(false));
    }
    if let Err(refused) = save(&tx, &organization, &profile, editor).await? {
        return Ok(Err(refused));
    }
    let facts = serde_json::json!({ "organization": organization.name, "changes": changes });
    audit::record(&tx, Event::new(Kind::OrganizationChanged).with(facts)).await?;
    tx.commit().await?;
    Ok(Ok(true))
}

async fn save(tx: &Tx, organization: &Organization, profile: &Profile, editor: Editor) -> Result<Edited, Problem> {
    let confirmed_at = editor.confirms(organization, profile.domain.as_ref(), tx.now());
    match store::save_profile(tx, organization.id, profile, confirmed_at).await {
        Ok(()) => Ok(Ok(true)),
        Err(db::Error::Constraint(name)) if name == "organizations_by_tenant" => Ok(Err(("tenant", Refusal::Said("profile-tenant-taken")))),
        Err(error) => domain_taken(error).map(Err),
    }
}

/// What the operator is told who types a domain that it has confirmed for another organization.
///
/// # Errors
/// Every other one.
pub(crate) fn domain_taken(error: db::Error) -> Result<(&'static str, Refusal), Problem> {
    match error {
        db::Error::Constraint(name) if name == store::CONFIRMED_DOMAIN => Ok(("domain", Refusal::Said("profile-domain-taken"))),
        error => Err(error.into()),
    }
}

/// From what to what.
fn changes(organization: &Organization, profile: &Profile) -> Vec<Change> {
    let tenant = |id: Option<uuid::Uuid>| id.map(|id| id.to_string());
    [
        Change::of("name", Some(&organization.name), Some(profile.name.as_str())),
        Change::of("registered-id", organization.registered_id.as_deref(), profile.registered_id.as_ref().map(|id| id.as_str())),
        Change::of(
            "domain",
            organization.domain.as_ref().map(|domain| domain.name.as_str()),
            profile.domain.as_ref().map(|domain| domain.as_str()),
        ),
        Change::of("country", Some(&organization.country), Some(&profile.country)),
        Change::of("contact", organization.contact.as_deref(), profile.contact.as_ref().map(|email| email.as_str())),
        Change::of("tenant", tenant(organization.tenant).as_deref(), tenant(profile.tenant).as_deref()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Stands for the domain that an organization says is its own: from now on imports find it by this domain, and the way to its
/// admin centre leads there. It is the domain that was looked at: one that was changed since is not confirmed unseen.
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Conflict`] when the domain is another by now, or confirmed for another organization.
pub async fn confirm_domain(db: &Db, _: &May<Operate>, id: Id<OrganizationId>, seen: &str) -> Result<(), Problem> {
    let tx = db.write().await?;
    let organization = store::lock(&tx, id).await?.ok_or(Problem::NotFound)?;
    match &organization.domain {
        Some(domain) if domain.name == seen && domain.confirmed_at.is_none() => {}
        _ => return Err(Problem::Conflict("organizations-domain-not-confirmable")),
    }
    match store::confirm_domain(&tx, id).await {
        Ok(()) => {}
        Err(db::Error::Constraint(name)) if name == store::CONFIRMED_DOMAIN => {
            return Err(Problem::Conflict("organizations-domain-of-another"));
        }
        Err(error) => return Err(error.into()),
    }
    let facts = serde_json::json!({ "organization": organization.name, "domain": seen });
    audit::record(&tx, Event::new(Kind::DomainConfirmed).concerning([id]).with(facts)).await?;
    Ok(tx.commit().await?)
}

/// Suspends an organization: from its next request on it may look and nothing else, and its open links do not accept (D5).
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Conflict`] when it is suspended already or is the operator itself.
pub async fn suspend(db: &Db, _: &May<Operate>, id: Id<OrganizationId>, reason: &Note<REASON>) -> Result<(), Problem> {
    let tx = db.write().await?;
    let organization = store::lock(&tx, id).await?.ok_or(Problem::NotFound)?;
    if !organization.can_be_suspended() {
        return Err(Problem::Conflict("organizations-not-suspendable"));
    }
    store::set_state(&tx, id, Some(reason.as_str())).await?;
    tell(&tx, &organization, State::Suspended, Some(reason.as_str())).await?;
    let facts = serde_json::json!({ "organization": organization.name, "reason": reason.as_str() });
    audit::record(&tx, Event::new(Kind::OrganizationSuspended).concerning([id]).with(facts)).await?;
    Ok(tx.commit().await?)
}

/// Reinstates an organization, with a reason: what has not expired in the meantime works again (D5).
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Conflict`] when it is not suspended.
pub async fn reinstate(db: &Db, _: &May<Operate>, id: Id<OrganizationId>, reason: &Note<REASON>) -> Result<(), Problem> {
    let tx = db.write().await?;
    let organization = store::lock(&tx, id).await?.ok_or(Problem::NotFound)?;
    if organization.state != State::Suspended {
        return Err(Problem::Conflict("organizations-not-suspended"));
    }
    store::set_state(&tx, id, None).await?;
    tell(&tx, &organization, State::Active, Some(reason.as_str())).await?;
    let facts = serde_json::json!({ "organization": organization.name, "reason": reason.as_str() });
    audit::record(&tx, Event::new(Kind::OrganizationReinstated).concerning([id]).with(facts)).await?;
    Ok(tx.commit().await?)
}

async fn tell(tx: &Tx, organization: &Organization, state: State, reason: Option<&str>) -> Result<()> {
    let letter = Letter::OrganizationState {
        organization: organization.name.clone(),
        active: state == State::Active,
        reason: reason.map(str::to_owned),
    };
    // The operator sees everybody; no system view is needed.
    for admin in directory::list_global_admins(tx.pg(), organization.id).await? {
        enqueue(tx, Some(organization.id), &admin, &letter).await?;
    }
    Ok(())
}
