//! A mail that came back: its address is corrected, and the invitation sent again (UX-44).

use serde_json::json;

use super::{
    passing::{self, Letters, Passer},
    store,
};
use crate::{
    access::{May, proofs::Forward as ForwardRight},
    audit::{self, Event},
    db::{Db, Tx},
    ids::{Forward, Id, Invitation as InvitationId},
    invitations::{Addressee, Invitation, OwnNote, Passed, Passing, Recipient, Standing, Terms},
    notices::{self, Letter, To},
    problem::Problem,
    values::Domain,
};

/// Where an invitation should have gone.
#[derive(Debug, Clone)]
pub struct Correction {
    /// The address and the name.
    pub addressee: Addressee,
    /// The tenant's domain, of an addressed invitation.
    pub domain: Option<Domain>,
}

/// Sends an invitation whose mail came back to another address, with the same own words. An addressed one is from now on meant
/// for that address and has a new link, which only its inviter can give it, whoever passed it on; the terms stay what they are. What a
/// reseller passed on stays passed on by it (D15): it reads the correction in its ledger and in its history.
///
/// # Errors
/// [`Problem::NotFound`] when it is not the organization's to correct; [`Problem::Forbidden`] for a reseller that would change whom
/// an addressed one is meant for; [`Problem::Conflict`] when the mail did not come back, was corrected already, or the invitation
/// cannot be passed on now; [`Problem::TooMany`] beyond the day's limits.
pub async fn correct(
    db: &Db,
    proof: &May<ForwardRight>,
    id: Id<InvitationId>,
    forward: Id<Forward>,
    correction: &Correction,
) -> Result<(), Problem> {
    let by = Passer { user: proof.user(), org: proof.organization() };
    let tx = db.write().await?;
    let (mut invitation, own) = passing::lock(&tx, id, by.org).await?;
    let passed = find_bounced(store::find_forward(tx.pg(), id, forward).await?, &invitation, proof)?;
    if invitation.standing(tx.now()) != Standing::Open {
        return Err(Problem::Conflict("invitations-conflict-not-open"));
    }
    let Addressee { email, name } = &correction.addressee;
    let details = json!({ "label": invitation.label, "recipient": email.as_str() });
    if invitation.recipient.is_some() {
        if !own {
            return Err(Problem::Forbidden);
        }
        let to = Recipient {
            email: email.as_str().to_owned(),
            name: name.as_ref().map(|name| name.as_str().to_owned()),
            domain: correction.domain.as_ref().map(|domain| domain.as_str().to_owned()),
        };
        let label = Terms::label_of(name.as_ref(), email.as_str());
        store::correct_recipient(&tx, id, &to, &label).await?;
        invitation.generation += 1;
        invitation.recipient = Some(to);
        invitation.label = label;
    }
    if passed.forwarder != by.org {
        carry(&tx, &invitation, &passed, correction, by).await?;
        let concerned = [Id::from(invitation.inviter), passed.forwarder];
        audit::record(&tx, Event::new(audit::Kind::InvitationCorrected).invitation(id).concerning(concerned).with(details)).await?;
        tx.commit().await?;
        return Ok(());
    }
    let note = passed.note.as_deref().and_then(|note| OwnNote::parse(note).ok());
    // Who corrects an address has consented to what it passed on then, not to what was revised since (D12).
    let seen = store::find_revision_passed(tx.pg(), forward).await?;
    let letters = Letters { invitation: &invitation, seen, by, note: note.as_ref(), first: None, corrects: Some(forward) };
    let written = passing::write(&tx, &letters, &Passing::Mail(vec![correction.addressee.clone()])).await?;
    let corrected = Event::new(audit::Kind::InvitationCorrected).invitation(id).concerning([invitation.inviter]).with(details);
    for event in std::iter::once(corrected).chain(written.events) {
        audit::record(&tx, event).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Sends the corrected invitation in the name of the reseller that had passed it on, with its own words.
async fn carry(tx: &Tx, invitation: &Invitation, passed: &Passed, correction: &Correction, by: Passer) -> Result<(), Problem> {
    let (new, addressee) = (Id::<Forward>::new(), &correction.addressee);
    passing::check_limits(tx, by, &[(new, Some(addressee))]).await?;
    let (provider, forwarder) =
        futures_util::try_join!(store::find_sender(tx.pg(), invitation.inviter), store::find_sender(tx.pg(), passed.forwarder))?;
    let provider = provider.ok_or(Problem::NotFound)?;
    let note = passed.note.as_deref().and_then(|note| OwnNote::parse(note).ok());
    let letter = Letter::Invitation(Box::new(invitation.offer(&provider, Some(new), forwarder.as_ref(), note.as_ref())));
    let name = addressee.name.as_ref().map(|name| name.as_str().to_owned());
    let to = To { email: addressee.email.as_str().to_owned(), name, language: invitation.language };
    // Whoever writes it hands it over together with the forward: nobody writes to strangers in another's name.
    let letter = notices::enqueue(tx, Some(by.org), &to, &letter).await?;
    if store::insert_correction(tx, passed.id, new, addressee, letter).await? {
        Ok(())
    } else {
        Err(Problem::Conflict("corrections-conflict-none"))
    }
}

/// A sending that came back and was not put right yet: the organization's own, or, of an addressed invitation, any for its inviter.
///
/// # Errors
/// [`Problem::NotFound`] when it is not the organization's; [`Problem::Conflict`] when there is nothing to correct.
pub fn find_bounced(passed: Option<Passed>, invitation: &Invitation, proof: &May<ForwardRight>) -> Result<Passed, Problem> {
    let org = proof.organization();
    let all = invitation.recipient.is_some() && Id::from(invitation.inviter) == org;
    let passed = passed.filter(|passed| all || passed.forwarder == org).ok_or(Problem::NotFound)?;
    if passed.needs_correcting() { Ok(passed) } else { Err(Problem::Conflict("corrections-conflict-none")) }
}
