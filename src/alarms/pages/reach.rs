//! What was agreed on from a stopped invitation by counter-offers, in the rehearsal of its stop or of its end (D16).

use crate::{
    alarms::store,
    app::App,
    db::{Pg, Result},
    invitations::{Invitation, actions::agreed::Reach, actions::stopping::Letters},
    notices::{Letterhead, Rehearsal},
    services,
    web::page::Page,
};

/// So many are named; the rest is counted.
const NAMED: usize = 20;

/// Names what is reached beside the invitation itself, and whom of its customers that tells.
pub(super) async fn add(
    page: &Page,
    app: &App,
    pg: &Pg,
    stops: bool,
    invitation: &Invitation,
    reach: &Reach,
    rehearsal: &mut Rehearsal,
) -> Result<()> {
    if !reach.labels.is_empty() {
        let named: Vec<_> = reach.labels.iter().take(NAMED).map(String::as_str).collect();
        let key = if stops { "alarms-stop-will-agreed" } else { "alarms-lift-will-agreed" };
        rehearsal.will.push(page.t2(key, "count", reach.labels.len(), "labels", named.join("; ")));
    }
    for (name, _, people) in reach.accepted.iter().take(NAMED) {
        rehearsal.tells(name.as_str(), people);
    }
    rehearsal.more += reach.accepted.len().saturating_sub(NAMED);
    // The letter to customers stands there already, unless only what was agreed on was accepted.
    if let Some((_, reference, _)) = reach.accepted.first().filter(|_| rehearsal.letters.len() == 1) {
        let (provider, catalogue) = futures_util::try_join!(store::find_name(pg, invitation.inviter.into()), services::list(pg))?;
        let letters = Letters { stops, invitation, provider: &provider.unwrap_or_default(), reason: page.t("alarms-reason-here") };
        let head = Letterhead { keys: &app.keys, public_url: &app.public_url, services: &catalogue };
        rehearsal.sends(page.t("alarms-to-customers"), &letters.to_customer(reference), page.language(), &head);
    }
    Ok(())
}
