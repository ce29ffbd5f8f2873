//! What people do with renewals: prepare, accept, decline, withdraw. Each takes the delegation's lock first; a customer's answer
//! holds the relationship before it (D19).

use serde_json::json;

use super::{Listed, Open, Renewal, State, Terms, store};
use crate::{
    access::{CustomerAdmin, May, Right, proofs::AnswerDelegation},
    audit::{self, Event, Kind as Recorded},
    db::{self, Db, Pg, Timestamp, Tx},
    delegations::{
        self, Delegation, Listed as Delegated, RENEWED_AHEAD,
        actions::{post, record},
        ends_within, people,
    },
    ids::{Delegation as DelegationId, Id, Organization, Renewal as RenewalId},
    notices::{Letter, To},
    organizations::State as OrganizationState,
    problem::Problem,
    troubles::Troubles,
    values::Days,
};

/// A renewal with its delegation, if whoever is asking may see both.
///
/// # Errors
/// As every query.
pub async fn find(pg: &Pg, id: Id<RenewalId>, now: Timestamp) -> db::Result<Option<Listed>> {
    let Some((terms, state)) = store::find(pg, id).await? else { return Ok(None) };
    let Some(delegated) = delegations::find(pg, terms.delegation, now).await? else { return Ok(None) };
    Ok(Some(Listed { renewal: Renewal::read(terms, state, delegated.delegation.is_active()), delegated }))
}

/// The holder, or the owner of the relationship, offers the customer to renew a delegation that ends within sixty days (D21).
/// All who have a part in it are told.
///
/// # Errors
/// 404 when it is neither's; 409 when it is over, when it is too early, or when there is an offer already.
pub async fn prepare(db: &Db, may: &May<AnswerDelegation>, id: Id<DelegationId>, days: Days) -> Result<Id<RenewalId>, Problem> {
    let partner = |listed: &Delegated| [listed.holder.id, listed.owner.id].contains(&may.organization());
    let listed = {
        let view = db.view().await?;
        delegations::find(view.pg(), id, view.now()).await?.filter(partner)
    }
    .ok_or(Problem::NotFound)?;
    let parties = Parties::of(db, &listed).await?;

    let tx = db.write().await?;
    let delegation = delegations::lock(&tx, id).await?.ok_or(Problem::NotFound)?;
    let Delegation::Active(active) = &delegation else { return Err(Problem::Conflict("delegations-over-text")) };
    if !ends_within(active.facts(), RENEWED_AHEAD, tx.now()) {
        return Err(Problem::Conflict("renewals-too-early-text"));
    }
    if store::is_renewed(&tx, id).await? {
        return Err(Problem::Conflict("renewals-there-already-text"));
    }
    let terms = Terms { id: Id::new(), delegation: id, days, prepared_by: may.organization(), prepared_at: tx.now() };
    store::insert(&tx, &terms, active.facts(), may.user()).await.map_err(|error| match error {
        error if error.is_constraint("renewals_one_at_a_time") => Problem::Conflict("renewals-there-already-text"),
        other => other.into(),
    })?;
    let renewal = terms.id;
    let listed = Listed { renewal: Renewal::read(terms, State::Open, true), delegated: listed };
    parties.tell(&tx, |_| true, &offered(&listed)).await?;
    record(
        &tx,
        Recorded::RenewalPrepared,
        listed.delegated.facts(),
        listed.delegated.names(),
        json!({ "by": listed.by(), "days": days.get() }),
    )
    .await?;
    tx.commit().await?;
    Ok(renewal)
}

fn offered(listed: &Listed) -> Letter {
    let facts = listed.delegated.facts();
    Letter::RenewalOffered {
        renewal: listed.renewal.terms().id,
        customer: listed.delegated.customer.name.clone(),
        holder: listed.delegated.holder.name.clone(),
        by: listed.by().to_owned(),
        scope: facts.scope.clone(),
        days: listed.renewal.terms().days.get().into(),
        until: facts.ends_at,
    }
}

/// The customer accepts: a new delegation begins, for as long as it says, at most for as long as was offered. The old one goes
/// on until its own end. The second yes has the first one's answer (UX-33).
///
/// # Errors
/// 404 when it is not this customer's; 403 when the address is not confirmed (AB-18) or the customer itself is suspended (D5); 409 when it cannot be answered any more, when
/// a partner concerned is suspended (D5), when customer and seller are in different markets by now (D9), or when another transacting partner has the service (D13); 422 for more days than offered.
pub async fn accept(db: &Db, admin: &CustomerAdmin, id: Id<RenewalId>, days: Days) -> Result<Id<DelegationId>, Problem> {
    match begin_anew(db, admin, id, days).await {
        Err(Problem::Conflict(CLOSED)) => store::find_renewed(db.view().await?.pg(), id).await?.ok_or(Problem::Conflict(CLOSED)),
        other => other,
    }
}

/// The words for an offer that can no longer be answered.
const CLOSED: &str = "renewals-closed-text";

async fn begin_anew(db: &Db, admin: &CustomerAdmin, id: Id<RenewalId>, days: Days) -> Result<Id<DelegationId>, Problem> {
    let (parties, tx, listed, open) = take_up(db, admin, id).await?;
    let delegated = &listed.delegated;
    if tx.visitor()["org_state"] != json!(OrganizationState::Active) {
        return Err(Problem::Suspended);
    }
    if [&delegated.holder, &delegated.owner].iter().any(|partner| partner.state == OrganizationState::Suspended) {
        return Err(Problem::Conflict("renewals-suspended-text"));
    }
    if delegated.crosses_markets() {
        return Err(Problem::Conflict("renewals-other-market-text"));
    }
    let grant = open.accept(delegated.facts(), days).ok_or(Problem::Unprocessable)?;
    let (renewed, awaits) = (grant.id, !grant.consented);
    delegations::actions::grant(&tx, admin.user(), &[grant]).await.map_err(|error| match error {
        error if error.is_constraint("one_transacting_partner_per_service") => Problem::Conflict("consents-rival-text"),
        other => other.into(),
    })?;
    store::close(&tx, id, State::Accepted, Some(admin.user()), Some(renewed)).await?;
    parties.tell(&tx, |_| true, &answered(&listed, Some(renewed), days)).await?;
    if awaits {
        let (customer, scopes) = (delegated.customer.name.clone(), vec![delegated.facts().scope.clone()]);
        let letter = Letter::DelegationAwaiting { customer, scopes, days: days.get().into() };
        parties.tell(&tx, |org| org == delegated.holder.id, &letter).await?;
    }
    record(&tx, Recorded::RenewalAccepted, listed.delegated.facts(), listed.delegated.names(), json!({ "days": days.get() })).await?;
    let facts = delegated.facts();
    let granted = Event::new(Recorded::DelegationGranted)
        .delegation(renewed)
        .relationship(facts.relationship)
        .concerning([facts.holder, facts.owner.into()])
        .with(json!({
            "customer": delegated.customer.name, "holder": delegated.holder.name,
            "service": facts.scope.service, "purpose": facts.scope.purpose, "days": days.get(),
        }));
    audit::record(&tx, granted).await?;
    tx.commit().await?;
    Ok(renewed)
}

/// The customer declines: the delegation ends when it ends.
///
/// # Errors
/// As [`accept`].
pub async fn decline(db: &Db, admin: &CustomerAdmin, id: Id<RenewalId>) -> Result<(), Problem> {
    let (parties, tx, listed, _) = take_up(db, admin, id).await?;
    store::close(&tx, id, State::Declined, Some(admin.user()), None).await?;
    parties.tell(&tx, |_| true, &answered(&listed, None, listed.renewal.terms().days)).await?;
    record(&tx, Recorded::RenewalDeclined, listed.delegated.facts(), listed.delegated.names(), json!({})).await?;
    tx.commit().await?;
    Ok(())
}

/// What both answers of a customer begin with: the parties, the transaction with its locks, the open renewal.
async fn take_up(db: &Db, admin: &CustomerAdmin, id: Id<RenewalId>) -> Result<(Parties, Tx, Listed, Open), Problem> {
    let mine = |listed: &Listed| listed.delegated.facts().customer == admin.org();
    let before = {
        let view = db.view().await?;
        find(view.pg(), id, view.now()).await?.filter(mine)
    }
    .ok_or(Problem::NotFound)?;
    let parties = Parties::of(db, &before.delegated).await?;
    let tx = db.write().await?;
    // As the database says now, not as the request began.
    if tx.visitor()["confirmed"] != json!(true) {
        return Err(Problem::Forbidden);
    }
    store::hold_relationship(&tx, before.delegated.facts().relationship).await?;
    let (listed, open) = lock_open(&tx, before.renewal.terms()).await?;
    Ok((parties, tx, listed, open))
}

async fn lock_open(tx: &Tx, terms: &Terms) -> Result<(Listed, Open), Problem> {
    delegations::lock(tx, terms.delegation).await?.ok_or(Problem::NotFound)?;
    store::lock(tx, terms.id).await?.ok_or(Problem::NotFound)?;
    let listed = find(tx.pg(), terms.id, tx.now()).await?.ok_or(Problem::NotFound)?;
    match &listed.renewal {
        Renewal::Open(open) => {
            let open = open.clone();
            Ok((listed, open))
        }
        Renewal::Closed(..) => Err(Problem::Conflict(CLOSED)),
    }
}

fn answered(listed: &Listed, renewed: Option<Id<DelegationId>>, days: Days) -> Letter {
    Letter::RenewalAnswered {
        delegation: renewed.unwrap_or(listed.renewal.terms().delegation),
        customer: listed.delegated.customer.name.clone(),
        holder: listed.delegated.holder.name.clone(),
        scope: listed.delegated.facts().scope.clone(),
        days: days.get().into(),
        accepted: renewed.is_some(),
    }
}

/// Whoever prepared it takes it back before it is answered; the others who were told of it are told.
///
/// # Errors
/// 404 when this organization did not prepare it; 409 when it cannot be answered any more.
pub async fn withdraw(db: &Db, may: &May<AnswerDelegation>, id: Id<RenewalId>) -> Result<Id<DelegationId>, Problem> {
    let mine = |terms: &Terms| terms.prepared_by == may.organization();
    let before = {
        let view = db.view().await?;
        find(view.pg(), id, view.now()).await?.filter(|listed| mine(listed.renewal.terms()))
    }
    .ok_or(Problem::NotFound)?;
    let (parties, terms) = (Parties::of(db, &before.delegated).await?, before.renewal.terms());
    let tx = db.write().await?;
    let (listed, _) = lock_open(&tx, terms).await?;
    store::close(&tx, id, State::Withdrawn, Some(may.user()), None).await?;
    let letter = Letter::RenewalWithdrawn {
        delegation: terms.delegation,
        customer: listed.delegated.customer.name.clone(),
        holder: listed.delegated.holder.name.clone(),
        by: listed.by().to_owned(),
        scope: listed.delegated.facts().scope.clone(),
        until: listed.delegated.facts().ends_at,
    };
    parties.tell(&tx, |org| org != may.organization(), &letter).await?;
    record(&tx, Recorded::RenewalWithdrawn, listed.delegated.facts(), listed.delegated.names(), json!({ "by": listed.by() })).await?;
    tx.commit().await?;
    Ok(terms.delegation)
}

/// Read at once by [`lapse`].
const BATCH: i64 = 50;
/// Looked at in one call that has passed over some: the next begins with those again, so this one goes on behind them.
const AT_MOST: usize = 500;

/// Writes down which offers have lapsed because their delegation is over, each once and in a transaction of its own: one that fails
/// is passed over and holds up no other. Pages have known it all along (D8). Returns how many they were.
///
/// # Errors
/// As every query; 500 when some were passed over.
pub async fn lapse(db: &Db) -> Result<usize, Problem> {
    let (mut lapsed, mut looked, mut troubles, mut after) = (0, 0, Troubles::default(), None);
    loop {
        let over = {
            let view = db.view().await?;
            store::list_lapsed(view.pg(), after, view.now(), BATCH).await?
        };
        for (_, id) in &over {
            match lapse_one(db, *id).await {
                Ok(done) => lapsed += usize::from(done),
                Err(problem) => troubles.pass("lapse", id, problem)?,
            }
        }
        looked += over.len();
        after = over.last().copied();
        if after.is_none() || !troubles.are_there() || looked >= AT_MOST {
            return troubles.outcome(lapsed);
        }
    }
}

async fn lapse_one(db: &Db, id: Id<RenewalId>) -> Result<bool, Problem> {
    let tx = db.write().await?;
    if !store::lock_lapsed(&tx, id).await? {
        return Ok(false);
    }
    let listed = find(tx.pg(), id, tx.now()).await?;
    store::close(&tx, id, State::Lapsed, None, None).await?;
    if let Some(one) = listed {
        record(&tx, Recorded::RenewalLapsed, one.delegated.facts(), one.delegated.names(), json!({})).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// The people of everybody who has a part in a renewal.
struct Parties(Vec<(Id<Organization>, Vec<To>)>);

impl Parties {
    async fn of(db: &Db, delegated: &Delegated) -> Result<Self, Problem> {
        let facts = delegated.facts();
        let mut asked = vec![(facts.customer.into(), Right::Consent), (facts.holder, Right::AnswerDelegation)];
        if facts.holder != facts.owner.into() {
            asked.push((facts.owner.into(), Right::AnswerDelegation));
        }
        let found = people::of(db, &asked).await?;
        Ok(Self(asked.into_iter().map(|(org, _)| org).zip(found).collect()))
    }

    async fn tell(&self, tx: &Tx, whom: impl Fn(Id<Organization>) -> bool, letter: &Letter) -> db::Result<()> {
        for (org, people) in self.0.iter().filter(|(org, _)| whom(*org)) {
            post(tx, *org, people, letter).await?;
        }
        Ok(())
    }
}
