//! The link's page for who sends it: exactly what its customer reads, for looking at only (UX-06).

use actix_web::web::{Data, Path};
use futures_util::try_join;

use super::landing::{Landing, Offer, Way};
use crate::{
    access::{May, proofs::Forward},
    app::App,
    consents::{Passed, Sender, store},
    db::Db,
    ids::{Id, Invitation as InvitationId},
    invitations::{self, actions::find_hands},
    problem::Problem,
    services,
    web::{Answer, page::Page},
};

/// `GET /invitations/{id}/recipient-view`: what its customer reads first.
///
/// # Errors
/// 404 for an invitation that the organization has not got, 409 for one that it may not pass on now.
pub async fn recipient_view(page: Page, proof: May<Forward>, app: Data<App>, db: Db, id: Path<Id<InvitationId>>) -> Answer {
    let view = db.view().await?;
    let pg = view.pg();
    let (invitation, sender, catalogue, me, hands) = try_join!(
        invitations::find(pg, *id),
        store::find_sender(pg, *id, None),
        services::list(pg),
        store::find_party(pg, proof.organization()),
        find_hands(pg, *id, proof.organization())
    )?;
    let invitation = invitation.ok_or(Problem::NotFound)?;
    let (sender, me) = sender.zip(me).ok_or(Problem::NotFound)?;
    let passed = if sender.inviter.id == me.id {
        None
    } else {
        hands.check()?;
        // A reseller sees itself where its customers will.
        Some(Passed { by: me, at: view.now(), revision: Some(invitation.revision) })
    };
    let sender = Sender { passed, ..sender };
    let offer = Offer { invitation: &invitation, sender: &sender, catalogue: &catalogue };
    page.show(Landing::new(&page, &app, Way::Preview(invitation.path("")), offer))
}
