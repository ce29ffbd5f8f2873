//! What people do with partnerships: offer one, withdraw the offer, authorize or refuse it, end what is.

mod ending;

pub use ending::{Plan, Side, end, plan};

use chrono::TimeDelta;
use serde_json::json;

use super::{Partnership, Standing, State, store};
use crate::{
    access::{
        May, Right,
        proofs::{AnswerDelegation, RegisterReseller},
    },
    accounts::directory,
    audit::{self, Event},
    db::{Db, Timestamp},
    i18n::Lang,
    ids::{Id, Partnership as PartnershipId},
    links::Link,
    notices::{self, Letter, To},
    organizations::{self, Kind},
    problem::Problem,
    values::{Email, Name, Refusal},
};

/// Offers that one organization may mail in a day, and mails of this kind to one address in a day (AB-46).
const PER_SENDER: i32 = 100;
const PER_RECIPIENT: i32 = 3;
const DAY: i32 = 24 * 60 * 60;

/// Whom a provider invites, and for how long the link is open.
#[derive(Debug)]
pub struct Invitee {
    /// Where the letter goes.
    pub email: Email,
    /// To whom.
    pub name: Option<Name>,
    /// In which language.
    pub language: Lang,
    /// Days until the link expires.
    pub days: OpenDays,
}

/// How many days an offer stays open: 1 to 90.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenDays(i64);

impl OpenDays {
    /// The longest.
    pub const MAX: i64 = 90;

    /// Parses what was typed.
    ///
    /// # Errors
    /// When it is not a whole number from 1 to 90.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let days = crate::values::Days::parse(text).map(|days| i64::from(days.get()));
        match days {
            Ok(days) if days <= Self::MAX => Ok(Self(days)),
            Err(Refusal::Required) => Err(Refusal::Required),
            _ => Err(Refusal::Range { min: 1, max: Self::MAX }),
        }
    }

    fn after(self, now: Timestamp) -> Timestamp {
        now + TimeDelta::days(self.0)
    }
}

/// Offers a partnership by link to somebody who need not be known yet.
///
/// # Errors
/// [`Problem::TooMany`] beyond the day's limit of the sender or of the address.
pub async fn invite(db: &Db, proof: &May<RegisterReseller>, invitee: Invitee) -> Result<Id<PartnershipId>, Problem> {
    let id = Id::new();
    let tx = db.write().await?;
    let sent = store::count(&tx, &format!("partnership-by {}", proof.organization()), DAY).await?;
    let received = store::count(&tx, &format!("partnership-to {}", audit::digest(invitee.email.as_str())), DAY).await?;
    if sent > PER_SENDER || received > PER_RECIPIENT {
        return Err(Problem::TooMany);
    }
    let expires_at = invitee.days.after(tx.now());
    let new = store::New {
        id,
        provider: proof.org(),
        email: &invitee.email,
        name: invitee.name.as_ref(),
        language: invitee.language,
        by: proof.user(),
        expires_at,
    };
    store::insert(&tx, &new).await?;
    let letter = Letter::PartnershipInvitation {
        partnership: id,
        generation: 1,
        provider: proof.place().name.clone(),
        provider_id: proof.place().partner_id.clone().unwrap_or_default(),
        expires_at,
    };
    let to = To {
        email: invitee.email.as_str().to_owned(),
        name: invitee.name.as_ref().map(|name| name.as_str().to_owned()),
        language: invitee.language,
    };
    notices::enqueue(&tx, Some(proof.organization()), &to, &letter).await?;
    let event = Event::new(audit::Kind::PartnershipInvited).partnership(id);
    audit::record(&tx, event.with(json!({ "recipient": invitee.email.as_str() }))).await?;
    tx.commit().await?;
    Ok(id)
}

/// Takes an offer back that nobody has answered; its link is dead from now on.
///
/// # Errors
/// [`Problem::NotFound`] when it is not the provider's; [`Problem::Conflict`] when it was answered in the meantime.
pub async fn withdraw(db: &Db, proof: &May<RegisterReseller>, id: Id<PartnershipId>) -> Result<(), Problem> {
    let tx = db.write().await?;
    let partnership = store::lock(&tx, id).await?.filter(|found| found.provider.id == proof.organization()).ok_or(Problem::NotFound)?;
    if partnership.state != State::Invited {
        return Err(Problem::Conflict("partnerships-conflict-answered"));
    }
    store::end(&tx, id, State::Withdrawn, proof.user()).await?;
    let event = Event::new(audit::Kind::PartnershipWithdrawn).partnership(id);
    audit::record(&tx, event.with(json!({ "recipient": partnership.recipient_email }))).await?;
    tx.commit().await?;
    Ok(())
}

/// The reseller's answer to a link: it authorizes the partnership, or refuses it. Only an indirect reseller's people
/// who may answer a delegation may do so.
///
/// # Errors
/// [`Problem::Forbidden`] for another kind of organization, [`Problem::NotFound`] for a dead generation,
/// [`Problem::Gone`] when it can no longer be answered, [`Problem::Conflict`] when both are partners already, or the provider is
/// suspended and the answer would be a yes (D5).
pub async fn answer(db: &Db, proof: &May<AnswerDelegation>, link: &Link, authorized: bool) -> Result<Id<PartnershipId>, Problem> {
    if proof.place().kind != Kind::IndirectReseller {
        return Err(Problem::Forbidden);
    }
    let id: Id<PartnershipId> = link.id.into();
    // The provider's people are not the reseller's to see: the portal looks up whom to tell.
    let system = db.as_system().view().await?;
    let asked = store::find(system.pg(), id).await?.ok_or(Problem::NotFound)?;
    if !asked.is_reached_by(link) {
        return Err(Problem::NotFound);
    }
    // The button was pressed twice: the first press did it.
    if authorized && asked.state == State::Active && asked.is_reseller(proof.organization()) {
        return Ok(id);
    }
    if asked.standing(system.now()) != Standing::Open {
        return Err(Problem::Gone("partnerships-conflict-over"));
    }
    if authorized {
        asked.check_provider()?;
    }
    let (people, inviter) = futures_util::try_join!(
        directory::list_people_with(system.pg(), asked.provider.id, Right::RegisterReseller),
        store::find_email(system.pg(), asked.invited_by)
    )?;
    drop(system);

    let tx = db.write().await?;
    // Only an open offer can be locked by whoever came with its link.
    let partnership =
        store::lock(&tx, id).await?.filter(|found| found.is_reached_by(link)).ok_or(Problem::Conflict("partnerships-conflict-over"))?;
    if partnership.standing(tx.now()) != Standing::Open {
        return Err(Problem::Gone("partnerships-conflict-over"));
    }
    if authorized {
        partnership.check_provider()?;
    }
    match store::answer(&tx, id, proof.organization().known_as(), proof.user(), authorized).await {
        Err(error) if error.is_constraint("partnerships_one_active") => return Err(Problem::Conflict("partnerships-conflict-partners")),
        result => result?,
    }
    let letter = Letter::PartnershipAnswered { partnership: id, reseller: proof.place().name.clone(), authorized };
    // Whoever invited wants to know; somebody else only when that person is not there any more.
    let inviter = people.iter().find(|to| Some(&to.email) == inviter.as_ref());
    for to in inviter.map_or(&people[..], std::slice::from_ref) {
        notices::enqueue(&tx, Some(partnership.provider.id), to, &letter).await?;
    }
    let kind = if authorized { audit::Kind::PartnershipAuthorized } else { audit::Kind::PartnershipRefused };
    let names = json!({ "provider": partnership.provider.name, "reseller": proof.place().name });
    audit::record(&tx, Event::new(kind).partnership(id).concerning([partnership.provider.id]).with(names)).await?;
    tx.commit().await?;
    Ok(id)
}

impl Partnership {
    /// D5: with a provider that is suspended nobody begins to work; its link works again once it is reinstated.
    fn check_provider(&self) -> Result<(), Problem> {
        match self.provider.state {
            organizations::State::Active => Ok(()),
            organizations::State::Suspended => Err(Problem::Conflict("partnerships-conflict-provider-suspended")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offer_is_open_for_one_to_ninety_days() {
        assert_eq!(OpenDays::parse("30"), Ok(OpenDays(30)));
        assert_eq!(OpenDays::parse(""), Err(Refusal::Required));
        for bad in ["0", "91", "soon", "-1"] {
            assert_eq!(OpenDays::parse(bad), Err(Refusal::Range { min: 1, max: 90 }), "{bad}");
        }
    }
}
