//! Passing an invitation on: by the portal's mail, or by oneself; each time with an entry in the ledger and a link of its own.

use futures_util::future::try_join_all;
use serde_json::json;

use super::super::{Addressee, Invitation, OwnNote, Passing, Standing, Way, store};
use crate::{
    access::{May, proofs::Forward as ForwardRight},
    audit::{self, Event},
    db::{self, Db, Pg, Tx},
    ids::{Forward, Id, Invitation as InvitationId, Organization, User},
    notices::{self, Letter, To},
    organizations::State as OrganizationState,
    problem::Problem,
    values::{Email, Name},
};

/// Mails with invitations that one person may have sent in a day, and that one address may get in a day (AB-46).
const PER_SENDER: i32 = 500;
const PER_RECIPIENT: i32 = 5;
const DAY: i32 = 24 * 60 * 60;

/// The words for an invitation that was changed since it was looked at.
pub const REVISED: &str = "invitations-conflict-revised";

/// Who passes on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passer {
    pub user: Id<User>,
    pub org: Id<Organization>,
}

/// What is passed on, and with which own words.
pub(super) struct Letters<'a> {
    pub invitation: &'a Invitation,
    /// Which revision whoever passes it on had seen, and so consents to (D12); none, if nobody says.
    pub seen: Option<i32>,
    pub by: Passer,
    pub note: Option<&'a OwnNote>,
    /// The id of the first forward, when the preview had it already.
    pub first: Option<Id<Forward>>,
    /// The sending whose address is corrected.
    pub corrects: Option<Id<Forward>>,
}

/// What was written: the forwards, and the events that are to be recorded last.
pub(super) struct Written {
    pub forwards: Vec<Id<Forward>>,
    pub events: Vec<Event>,
}

/// The one whom an addressed invitation may be sent to.
pub(super) fn addressed_to(invitation: &Invitation) -> Option<Addressee> {
    let recipient = invitation.recipient.as_ref()?;
    let name = recipient.name.as_deref().and_then(|name| Name::parse(name).ok());
    Some(Addressee { email: Email::parse(&recipient.email).ok()?, name })
}

/// Passes an invitation on: the inviter its own; a reseller one that it has in its hands, while the partnership is
/// active (D2). An addressed one goes to its address alone; sent again by the inviter it gets a new link, and older ones
/// are dead (UX-43).
///
/// # Errors
/// [`Problem::NotFound`] when whoever asks has not got it; [`Problem::Conflict`] when it cannot be passed on now, with [`REVISED`]
/// when it is another revision than the one that was `seen` (D6, D12); [`Problem::TooMany`] beyond the day's limits, and then nothing
/// was sent.
pub async fn pass_on(
    db: &Db,
    proof: &May<ForwardRight>,
    id: Id<InvitationId>,
    seen: Option<i32>,
    passing: &Passing,
    note: Option<&OwnNote>,
) -> Result<Vec<Id<Forward>>, Problem> {
    let by = Passer { user: proof.user(), org: proof.organization() };
    let tx = db.write().await?;
    let (mut invitation, own) = lock(&tx, id, by.org).await?;
    if invitation.standing(tx.now()) != Standing::Open {
        return Err(Problem::Conflict("invitations-conflict-not-open"));
    }
    if seen.is_some_and(|seen| seen != invitation.revision) {
        return Err(Problem::Conflict(REVISED));
    }
    let mut rotated = None;
    if own && invitation.recipient.is_some() && store::was_forwarded(tx.pg(), id).await? {
        store::rotate(&tx, id).await?;
        invitation.generation += 1;
        rotated = Some(Event::new(audit::Kind::InvitationRotated).invitation(id).with(json!({ "label": invitation.label })));
    }
    let passing = match (passing, addressed_to(&invitation)) {
        (Passing::Mail(_), Some(to)) => Passing::Mail(vec![to]),
        (Passing::Oneself { way, .. }, Some(to)) => Passing::Oneself { way: *way, addressee: Some(to) },
        (passing, None) => passing.clone(),
    };
    let written = write(&tx, &Letters { invitation: &invitation, seen, by, note, first: None, corrects: None }, &passing).await?;
    for event in rotated.into_iter().chain(written.events) {
        audit::record(&tx, event).await?;
    }
    tx.commit().await?;
    Ok(written.forwards)
}

/// An invitation that an organization may pass on (its own, or one in its hands), and whether it is its own.
///
/// # Errors
/// [`Problem::NotFound`] when it is not to be seen; otherwise as [`Hands::check`].
pub(super) async fn lock(tx: &Tx, id: Id<InvitationId>, org: Id<Organization>) -> Result<(Invitation, bool), Problem> {
    // Only the inviter can lock the row; what a reseller passes on is decided when it is opened anyway.
    let invitation = match store::lock(tx, id).await? {
        Some(own) => own,
        None => store::find(tx.pg(), id).await?.ok_or(Problem::NotFound)?,
    };
    let own = Id::from(invitation.inviter) == org;
    if !own {
        find_hands(tx.pg(), invitation.id, org).await?.check()?;
    }
    Ok((invitation, own))
}

/// What decides whether a reseller may pass on another's invitation.
#[derive(Debug)]
pub struct Hands {
    handed: bool,
    partners: bool,
    provider: Option<OrganizationState>,
}

/// Looks up, all at once, what decides whether a reseller may pass on another's invitation.
///
/// # Errors
/// As every query.
pub async fn find_hands(pg: &Pg, id: Id<InvitationId>, reseller: Id<Organization>) -> db::Result<Hands> {
    let (handed, partners, provider) = futures_util::try_join!(
        store::is_handed(pg, id, reseller),
        store::is_partner_of_inviter(pg, id, reseller),
        store::find_inviter(pg, id)
    )?;
    Ok(Hands { handed, partners, provider: provider.map(|provider| provider.state) })
}

impl Hands {
    /// It was handed over, the partnership is active (D2), the provider not suspended (D5). Who may not pass it on is not
    /// shown its text either.
    ///
    /// # Errors
    /// [`Problem::NotFound`] when it was not handed over; [`Problem::Conflict`] for what else stands in the way.
    pub fn check(&self) -> Result<(), Problem> {
        match (self.handed, self.partners, self.provider) {
            (false, ..) => Err(Problem::NotFound),
            (_, false, _) => Err(Problem::Conflict("invitations-conflict-partnership")),
            (_, _, Some(OrganizationState::Active)) => Ok(()),
            _ => Err(Problem::Conflict("invitations-conflict-provider")),
        }
    }
}

/// Writes letters and ledger within a transaction.
pub(super) async fn write(tx: &Tx, letters: &Letters<'_>, passing: &Passing) -> Result<Written, Problem> {
    let Letters { invitation, seen, by, note, first, corrects } = letters;
    let (way, to): (Way, Vec<Option<&Addressee>>) = match passing {
        Passing::Mail(recipients) => (Way::Mail, recipients.iter().map(Some).collect()),
        Passing::Oneself { way, addressee } => (*way, vec![addressee.as_ref()]),
    };
    let to: Vec<(Id<Forward>, Option<&Addressee>)> =
        to.into_iter().enumerate().map(|(at, to)| (first.filter(|_| at == 0).unwrap_or_else(Id::new), to)).collect();
    let mut mails = Vec::new();
    if way == Way::Mail {
        check_limits(tx, *by, &to).await?;
        let own = Id::from(invitation.inviter) == by.org;
        let (provider, me) = futures_util::try_join!(store::find_sender(tx.pg(), invitation.inviter), store::find_sender(tx.pg(), by.org))?;
        let provider = provider.ok_or(Problem::NotFound)?;
        let forwarder = me.filter(|_| !own);
        mails = try_join_all(to.iter().filter_map(|(id, to)| to.map(|to| (id, to))).map(async |(id, addressee)| {
            let letter = Letter::Invitation(Box::new(invitation.offer(&provider, Some(*id), forwarder.as_ref(), *note)));
            let to = To {
                email: addressee.email.as_str().to_owned(),
                name: addressee.name.as_ref().map(|name| name.as_str().to_owned()),
                language: invitation.language,
            };
            notices::enqueue(tx, Some(by.org), &to, &letter).await
        }))
        .await?;
    }
    let new: Vec<_> = to
        .iter()
        .enumerate()
        .map(|(at, (id, addressee))| store::NewForward {
            id: *id,
            way,
            addressee: *addressee,
            letter: mails.get(at).copied(),
            corrects: *corrects,
        })
        .collect();
    store::insert_forwards(tx, invitation, *seen, by.org, by.user, *note, &new).await?;
    let events = to
        .iter()
        .map(|(_, addressee)| {
            let recipient = addressee.map(|to| to.email.as_str());
            Event::new(audit::Kind::InvitationForwarded)
                .invitation(invitation.id)
                .concerning([invitation.inviter])
                .with(json!({ "way": way, "recipient": recipient }))
        })
        .collect();
    Ok(Written { forwards: to.into_iter().map(|(id, _)| id).collect(), events })
}

/// Counts every mail against its sender and its address. Beyond a limit nothing is sent, and nothing was counted.
pub(super) async fn check_limits(tx: &Tx, by: Passer, to: &[(Id<Forward>, Option<&Addressee>)]) -> Result<(), Problem> {
    let sender = format!("invite-by {}", by.user);
    // In the order of the addresses, so that two senders never wait for each other in a circle.
    let mut subjects: Vec<String> =
        to.iter().filter_map(|(_, to)| to.map(|to| format!("invite-to {}", audit::digest(to.email.as_str())))).collect();
    subjects.sort_unstable();
    for subject in &subjects {
        if store::count(tx, subject, DAY).await? > PER_RECIPIENT {
            return Err(Problem::TooMany);
        }
    }
    for _ in to {
        if store::count(tx, &sender, DAY).await? > PER_SENDER {
            return Err(Problem::TooMany);
        }
    }
    Ok(())
}
