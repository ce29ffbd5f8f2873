//! A draft on the desk of whoever writes it, with everything that its pages offer.

use super::draft_form::{self, Offered};
use crate::{
    access::{May, Right, proofs::Invite},
    app::App,
    db::View,
    ids::{Id, Invitation as InvitationId},
    invitations::{Draft, Invitation, Kind, Sender, Step, Terms, store},
    notices::{self, Letter, Letterhead, Rendered},
    organizations,
    partnerships::{self, Choice},
    problem::Problem,
    services::{self, Service},
    web::page::Page,
};

/// A draft with everything that its pages offer.
pub(super) struct Desk {
    pub(super) draft: Draft,
    pub(super) catalogue: Vec<Service>,
    pub(super) resellers: Choice,
    /// Which reseller is looked for.
    pub(super) find: String,
    pub(super) sender: Sender,
}

impl Desk {
    /// A person's draft and what can be chosen; 404 when it is not theirs.
    pub(super) async fn open(view: &View, proof: &May<Invite>, id: Id<InvitationId>, find: &str) -> Result<Option<Self>, Problem> {
        let find: String = find.trim().chars().take(200).collect();
        let (draft, catalogue, mut resellers) = futures_util::try_join!(
            store::find_draft(view.pg(), id, proof.user()),
            services::list(view.pg()),
            partnerships::search_active_resellers(view.pg(), proof.org(), &find, None)
        )?;
        let typed = draft.as_ref().and_then(|draft| draft.answers.services.as_ref());
        resellers.keep(view.pg(), proof.org(), typed.and_then(|typed| typed.holder.trim().parse().ok())).await?;
        let sender = Sender {
            name: proof.place().name.clone(),
            partner_id: proof.place().partner_id.clone().unwrap_or_default(),
            state: organizations::State::Active,
        };
        Ok(draft.map(|draft| Self { draft, catalogue, resellers, find, sender }))
    }

    pub(super) fn offered<'a>(&'a self, page: &Page) -> Offered<'a> {
        Offered {
            catalogue: &self.catalogue,
            resellers: &self.resellers.known,
            may_ask: page.may(Right::AskForAdministration),
            now: page.now(),
            zone: page.zone(),
        }
    }

    /// The terms, or the first page that is not right yet.
    pub(super) fn terms(&self, page: &Page) -> Result<Terms, Step> {
        draft_form::terms(&self.draft.answers, &self.offered(page))
    }

    pub(super) fn path(&self, step: Step) -> String {
        format!("/invitations/drafts/{}/{step}", self.draft.id)
    }

    /// The mail as it will be sent, or as the first forward of a standing invitation will say it (UX-04).
    pub(super) fn rendered(&self, page: &Page, app: &App, proof: &May<Invite>) -> Option<Rendered> {
        let terms = self.terms(page).ok()?;
        Some(self.render(&terms.invitation(self.draft.id, proof.org(), proof.user(), page.now()), app))
    }

    pub(super) fn render(&self, invitation: &Invitation, app: &App) -> Rendered {
        let forward = (invitation.kind == Kind::Addressed).then(|| self.draft.forward());
        let letter = Letter::Invitation(Box::new(invitation.offer(&self.sender, forward, None, None)));
        let head = Letterhead { keys: &app.keys, public_url: &app.public_url, services: &self.catalogue };
        notices::render(&letter, invitation.language, &head)
    }
}
