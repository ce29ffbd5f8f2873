//! One invitation: terms, link, who has it, who passed it on, what became of it; as its inviter and as a reseller sees it.

use actix_web::web::{Data, Path, Query};
use askama::Template;
use serde::Deserialize;

use super::asked;
use crate::{
    access::{May, Right, proofs::SeeCustomers},
    app::App,
    audit::trail,
    db::{Cursor, Db, Keyset},
    ids::{Id, Invitation as InvitationId, Provider, Reseller},
    invitations::{Handed, Invitation, Passed, Reaction, Sender, Standing, store},
    organizations,
    partnerships::{self, Known},
    problem::Problem,
    services::{self, equals_global_admin},
    web::{Answer, form::FieldErrors, page::Page},
};

/// What has just been done, and which pages of the ledger and of the reactions are shown.
#[derive(Debug, Default, Deserialize)]
pub struct DetailQuery {
    #[serde(default)]
    done: String,
    page: Option<String>,
    reactions: Option<String>,
}

/// The ways to the pages of reactions beside the one shown.
struct Beside {
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

/// A page of the ledger with the ways to its neighbours.
struct Ledger {
    rows: Vec<Passed>,
    first: Option<String>,
    previous: Option<String>,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "invitations/detail.html")]
struct Detail<'a> {
    page: &'a Page,
    invitation: &'a Invitation,
    standing: Standing,
    done: Option<&'static str>,
    /// The link, for whoever may send it while it can be answered.
    link: Option<String>,
    provider: &'a str,
    asks: Vec<String>,
    everything: bool,
    holder: Option<String>,
    handed: Vec<&'a Handed>,
    /// Resellers that could be handed it.
    others: Vec<&'a Known<Reseller>>,
    ledger: Ledger,
    reactions: &'a [Reaction],
    beside: Beside,
    history: Vec<trail::Entry>,
    errors: FieldErrors,
}

impl Detail<'_> {
    fn may_manage(&self) -> bool {
        self.page.may(Right::Invite) && matches!(self.standing, Standing::Open | Standing::Paused)
    }

    fn may_revoke(&self) -> bool {
        self.page.may(Right::Invite) && matches!(self.standing, Standing::Open | Standing::Paused | Standing::Expired(_))
    }

    fn may_hand_over(&self) -> bool {
        self.page.may(Right::Forward) && matches!(self.standing, Standing::Open | Standing::Paused)
    }
}

#[derive(Template)]
#[template(path = "invitations/handed_detail.html")]
struct HandedDetail<'a> {
    page: &'a Page,
    invitation: &'a Invitation,
    standing: Standing,
    done: Option<&'static str>,
    provider: &'a Sender,
    asks: Vec<String>,
    everything: bool,
    holder: Option<String>,
    handed: Option<&'a Handed>,
    ledger: Ledger,
    reactions: &'a [Reaction],
    beside: Beside,
    history: Vec<trail::Entry>,
    /// Why it cannot be passed on now, if it cannot.
    stop: Option<&'static str>,
}

impl HandedDetail<'_> {
    fn may_pass_on(&self) -> bool {
        self.stop.is_none() && self.page.may(Right::Forward)
    }
}

/// `GET /invitations/{id}`
///
/// # Errors
/// 404 for an invitation that the organization neither made nor was handed.
pub async fn detail(
    page: Page,
    proof: May<SeeCustomers>,
    app: Data<App>,
    db: Db,
    id: Path<Id<InvitationId>>,
    query: Query<DetailQuery>,
) -> Answer {
    let org = proof.organization();
    let reseller = proof.place().kind == organizations::Kind::IndirectReseller;
    let cursor = query.page.as_deref().and_then(Cursor::parse);
    let reactions_from = query.reactions.as_deref().and_then(Cursor::parse);
    let view = db.view().await?;
    let (found, provider, holder, handed, ledger, reactions, history, catalogue, partners, resellers) = futures_util::try_join!(
        store::find(view.pg(), *id),
        store::find_inviter(view.pg(), *id),
        store::find_suggested_holder(view.pg(), *id),
        store::list_handouts(view.pg(), *id),
        store::list_forwards(view.pg(), *id, reseller.then_some(org), cursor.as_ref()),
        store::list_reactions(view.pg(), *id, reactions_from.as_ref()),
        trail::of_invitation(view.pg(), &page, *id),
        services::list(view.pg()),
        partnerships::list_active_providers(view.pg(), org),
        partnerships::list_active_resellers(view.pg(), org.known_as::<Provider>())
    )?;
    let invitation = found.ok_or(Problem::NotFound)?;
    let own = Id::from(invitation.inviter) == org;
    let mine = handed.iter().find(|handed| handed.reseller == org && handed.withdrawn_at.is_none());
    if !own && mine.is_none() {
        return Err(Problem::NotFound);
    }
    let standing = invitation.standing(view.now());
    let asks = asked(&page, &invitation.asks, &catalogue);
    let everything = equals_global_admin(&invitation.asks, &catalogue);
    let done = done(&page, &query.done);
    let ledger = ledger_of(&invitation, cursor.is_some(), ledger);
    let reactions_at = |cursor: String| format!("{}?reactions={cursor}#reactions-title", invitation.path(""));
    let beside = Beside {
        first: reactions_from.is_some().then(|| format!("{}#reactions-title", invitation.path(""))),
        previous: reactions.previous.map(reactions_at),
        next: reactions.next.map(reactions_at),
    };
    if own {
        let held: Vec<&Handed> = handed.iter().filter(|handed| handed.withdrawn_at.is_none()).collect();
        let others = resellers.iter().filter(|known| held.iter().all(|held| held.reseller != known.id.into())).collect();
        let link = (page.may(Right::Forward) && standing == Standing::Open).then(|| invitation.url(None, &app.keys, &app.public_url));
        return page.show(Detail {
            page: &page,
            standing,
            done,
            link,
            provider: &proof.place().name,
            asks,
            everything,
            holder,
            handed: held,
            others,
            ledger,
            reactions: &reactions.rows,
            beside,
            history,
            errors: FieldErrors::default(),
            invitation: &invitation,
        });
    }
    let provider = provider.ok_or(Problem::NotFound)?;
    let stop = if !partners.iter().any(|known| known.id == invitation.inviter) {
        Some(page.t("invitations-conflict-partnership"))
    } else if provider.state == organizations::State::Suspended {
        Some(page.t("invitations-conflict-provider"))
    } else if standing != Standing::Open {
        Some(page.t("invitations-conflict-not-open"))
    } else {
        None
    };
    page.show(HandedDetail {
        page: &page,
        standing,
        done,
        provider: &provider,
        asks,
        everything,
        holder,
        handed: mine,
        ledger,
        reactions: &reactions.rows,
        beside,
        history,
        stop,
        invitation: &invitation,
    })
}

fn ledger_of(invitation: &Invitation, later: bool, list: Keyset<Passed>) -> Ledger {
    let href = |cursor: String| format!("{}?page={cursor}#ledger", invitation.path(""));
    Ledger {
        rows: list.rows,
        first: later.then(|| format!("{}#ledger", invitation.path(""))),
        previous: list.previous.map(href),
        next: list.next.map(href),
    }
}

fn done(page: &Page, word: &str) -> Option<&'static str> {
    match word {
        "created" => Some(page.t("invitations-done-created")),
        "created-and-sent" => Some(page.t("invitations-done-created-and-sent")),
        "sent" => Some(page.t("invitations-done-sent")),
        "paused" => Some(page.t("invitations-done-paused")),
        "resumed" => Some(page.t("invitations-done-resumed")),
        "rotated" => Some(page.t("invitations-done-rotated")),
        "revoked" => Some(page.t("invitations-done-revoked")),
        "handed-over" => Some(page.t("invitations-done-handed-over")),
        "taken-back" => Some(page.t("invitations-done-taken-back")),
        _ => None,
    }
}
