//! One invitation: terms, link, who has it, who passed it on, what became of it; as its inviter and as a reseller sees it.

use actix_web::{
    http::StatusCode,
    web::{Data, Path, Query},
};
use askama::Template;
use serde::Deserialize;

use super::asked;
use crate::{
    access::{May, Place, Right, proofs::SeeCustomers},
    app::App,
    audit::trail,
    db::{Cursor, Db, Pg, Timestamp},
    ids::{Id, Invitation as InvitationId, Provider},
    invitations::{
        Countered, Handed, Invitation, Missed, Passed, Reaction, Reminded, Sender, Standing, Uses, reminder, store,
        told::{self, Told},
    },
    organizations,
    partnerships::{self, Choice},
    problem::Problem,
    services::{self, equals_global_admin},
    web::{Answer, form::FieldErrors, page::Page, query::Beside},
};

/// What has just been done, and which pages of the ledger and of the reactions are shown.
#[derive(Debug, Default, Deserialize)]
pub struct DetailQuery {
    #[serde(default)]
    done: String,
    #[serde(default)]
    ledger: String,
    #[serde(default)]
    reactions: String,
    #[serde(default)]
    hands: String,
    /// Counter-offers that wait.
    #[serde(default)]
    counters: String,
    /// Counter-offers that were answered or taken back.
    #[serde(default)]
    countered: String,
    /// The reminders of an addressed one.
    #[serde(default)]
    reminders: String,
    /// The revisions.
    #[serde(default)]
    revisions: String,
    /// Which reseller is looked for, to be handed it.
    #[serde(default)]
    find: String,
}

impl DetailQuery {
    fn lists(&self) -> [(&str, &str); 8] {
        [
            ("find", &self.find),
            ("hands", &self.hands),
            ("reactions", &self.reactions),
            ("ledger", &self.ledger),
            ("counters", &self.counters),
            ("countered", &self.countered),
            ("reminders", &self.reminders),
            ("revisions", &self.revisions),
        ]
    }
}

/// A page of the ledger with the ways to its neighbours.
struct Ledger {
    rows: Vec<Passed>,
    beside: Beside,
}

/// A page of counter-offers with the ways to its neighbours.
struct Counters<'a> {
    /// What each asks in words, whether it can be agreed to, and refused, by whoever looks.
    rows: Vec<(&'a Countered, Vec<String>, bool, bool)>,
    beside: Beside,
}

/// How it stands with the reminders of an addressed invitation.
struct Reminders {
    sent: Vec<Reminded>,
    beside: Beside,
    /// When the next one goes out, if one does.
    next: Option<Timestamp>,
    /// Whether the reader said that they want none.
    unwanted: bool,
}

impl Reminders {
    async fn find(
        pg: &Pg,
        invitation: &Invitation,
        standing: Standing,
        query: &DetailQuery,
        now: Timestamp,
    ) -> Result<Option<Self>, Problem> {
        if invitation.recipient.is_none() {
            return Ok(None);
        }
        let from = Cursor::parse(&query.reminders);
        let (sent, sending) =
            futures_util::try_join!(store::list_reminders(pg, invitation.id, from.as_ref()), store::find_sending(pg, invitation))?;
        let (unwanted, done) = match &sending {
            Some(sending) => {
                let unwanted = store::is_unwanted(pg, sending.forwarder, &sending.email);
                futures_util::try_join!(unwanted, store::list_steps(pg, sending.forward))?
            }
            None => (false, Vec::new()),
        };
        let wanted = invitation.reminders && !unwanted && standing == Standing::Open;
        let next = sending.zip(invitation.expires_at).filter(|_| wanted).and_then(|(sending, end)| {
            let done: Vec<_> = done.iter().map(|(step, _)| *step).collect();
            reminder::next(sending.sent_at, end, &done, now).map(|(at, _)| at)
        });
        let beside = Beside::of(&invitation.path(""), &query.lists(), "reminders", &sent);
        Ok(Some(Self { sent: sent.rows, beside, next, unwanted }))
    }
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
    handed: &'a [Handed],
    hands_beside: Beside,
    /// Resellers that could be handed it.
    others: &'a Choice,
    find: &'a str,
    ledger: Ledger,
    /// Counter-offers that wait for an answer, and the others (D16).
    counters: Counters<'a>,
    countered: Counters<'a>,
    reactions: &'a [Reaction],
    uses: Uses,
    reminders: Option<Reminders>,
    /// The revisions, the one in force first; none for an invitation that never changed.
    revisions: Vec<Told>,
    revisions_beside: Beside,
    /// Who asked for a new one in its place.
    missed: &'a Missed,
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

    fn may_correct(&self) -> bool {
        self.page.may(Right::Forward) && self.standing == Standing::Open
    }

    /// The first sending on the page that came back and was not put right, if it can be: of an addressed invitation whoever sent it.
    fn bounced(&self) -> Option<&Passed> {
        let mine = |row: &&Passed| self.corrects_all() || row.forwarder == Id::from(self.invitation.inviter);
        self.ledger.rows.iter().filter(mine).find(|row| self.may_correct() && row.needs_correcting())
    }

    /// Whom an addressed invitation is meant for is its inviter's to say.
    fn corrects_all(&self) -> bool {
        self.invitation.recipient.is_some()
    }

    /// Where a reseller is looked for.
    fn hands_at(&self) -> String {
        format!("{}#hands", self.invitation.path(""))
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
    revisions: Vec<Told>,
    revisions_beside: Beside,
    beside: Beside,
    history: Vec<trail::Entry>,
    /// Why it cannot be passed on now, if it cannot.
    stop: Option<&'static str>,
}

impl HandedDetail<'_> {
    fn may_pass_on(&self) -> bool {
        self.stop.is_none() && self.page.may(Right::Forward)
    }

    /// The organization that looks.
    fn own(&self) -> uuid::Uuid {
        self.handed.map(|handed| handed.reseller.uuid()).unwrap_or_default()
    }

    fn may_correct(&self) -> bool {
        self.may_pass_on() && self.invitation.recipient.is_none()
    }

    /// Who is asked to correct the address of an addressed invitation: its inviter, which alone may.
    fn asked(&self) -> &str {
        if self.may_pass_on() && self.invitation.recipient.is_some() { &self.provider.name } else { "" }
    }
}

/// Who passed an invitation on and has it no more reads nothing of its terms; letters of what becomes of its links lead here.
#[derive(Template)]
#[template(path = "invitations/passed_on.html")]
struct PassedOn<'a> {
    page: &'a Page,
    id: Id<InvitationId>,
    /// Whose it is.
    provider: &'a str,
    path: String,
    /// The organization that looks.
    own: uuid::Uuid,
    /// No address is corrected of what is not in one's hands.
    may_correct: bool,
    ledger: Ledger,
    reactions: &'a [Reaction],
    beside: Beside,
    history: Vec<trail::Entry>,
}

impl PassedOn<'_> {
    fn title(&self) -> String {
        self.page.t1("invitations-passed-title", "provider", self.provider)
    }

    fn own(&self) -> uuid::Uuid {
        self.own
    }

    fn may_correct(&self) -> bool {
        self.may_correct
    }
}

/// `GET /invitations/{id}`
///
/// # Errors
/// 404 for an invitation that the organization neither made, nor was handed, nor passed on.
pub async fn detail(
    page: Page,
    proof: May<SeeCustomers>,
    app: Data<App>,
    db: Db,
    id: Path<Id<InvitationId>>,
    query: Query<DetailQuery>,
) -> Answer {
    show(&page, proof.place(), &app, &db, *id, &query, FieldErrors::default()).await
}

/// The page, as it is or with what was wrong with a form on it.
pub(super) async fn show(
    page: &Page,
    place: &Place,
    app: &App,
    db: &Db,
    id: Id<InvitationId>,
    query: &DetailQuery,
    errors: FieldErrors,
) -> Answer {
    let org = place.org;
    let reseller = place.kind == organizations::Kind::IndirectReseller;
    let (cursor, reactions_from, hands_from) = (Cursor::parse(&query.ledger), Cursor::parse(&query.reactions), Cursor::parse(&query.hands));
    let (counters_from, countered_from, revisions_from) =
        (Cursor::parse(&query.counters), Cursor::parse(&query.countered), Cursor::parse(&query.revisions));
    let find: String = query.find.trim().chars().take(200).collect();
    let view = db.view().await?;
    let (found, provider, holder, hand, hands, ledger, reactions, missed, history, catalogue, others, counters, countered, older, uses) = futures_util::try_join!(
        store::find(view.pg(), id),
        store::find_inviter(view.pg(), id),
        store::find_suggested_holder(view.pg(), id),
        store::find_hand(view.pg(), id, org),
        store::list_hands(view.pg(), id, hands_from.as_ref()),
        store::list_forwards(view.pg(), id, reseller.then_some(org), cursor.as_ref()),
        store::list_reactions(view.pg(), id, reactions_from.as_ref()),
        store::list_missed(view.pg(), id),
        trail::of_invitation(view.pg(), page, id),
        services::list(view.pg()),
        partnerships::search_active_resellers(view.pg(), org.known_as::<Provider>(), &find, Some(id)),
        store::list_counters(view.pg(), id, true, counters_from.as_ref()),
        store::list_counters(view.pg(), id, false, countered_from.as_ref()),
        store::list_revisions(view.pg(), id, revisions_from.as_ref()),
        store::find_uses(view.pg(), id)
    )?;
    let Some(invitation) = found.filter(|found| Id::from(found.inviter) == org || hand.is_some()) else {
        let provider = store::find_inviter_passed(view.pg(), id, org).await?.ok_or(Problem::NotFound)?;
        let (path, lists) = (format!("/invitations/{id}"), query.lists());
        return page.show(PassedOn {
            page,
            id,
            provider: &provider,
            own: org.uuid(),
            may_correct: false,
            ledger: Ledger { beside: Beside::of(&path, &lists, "ledger", &ledger), rows: ledger.rows },
            beside: Beside::of(&path, &lists, "reactions", &reactions),
            reactions: &reactions.rows,
            history,
            path: format!("{path}/forwards"),
        });
    };
    let own = Id::from(invitation.inviter) == org;
    let standing = invitation.standing(view.now());
    let asks = asked(page, &invitation.asks, &catalogue);
    let everything = equals_global_admin(&invitation.asks, &catalogue);
    let done = done(page, &query.done);
    let revisions = told::history(view.pg(), page, &invitation, &older).await?;
    let (path, lists) = (invitation.path(""), query.lists());
    let revisions_beside = Beside::of(&path, &lists, "revisions", &older);
    let ledger = Ledger { beside: Beside::of(&path, &lists, "ledger", &ledger), rows: ledger.rows };
    let beside = Beside::of(&path, &lists, "reactions", &reactions);
    if own {
        let reminders = Reminders::find(view.pg(), &invitation, standing, query, page.now()).await?;
        let link = (page.may(Right::Forward) && standing == Standing::Open).then(|| invitation.url(None, &app.keys, &app.public_url));
        let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let offer = |counter| answerable(page, counter, standing, &catalogue);
        let detail = Detail {
            page,
            standing,
            done,
            link,
            provider: &place.name,
            asks,
            everything,
            holder,
            hands_beside: Beside::of(&path, &lists, "hands", &hands),
            handed: &hands.rows,
            others: &others,
            find: &find,
            ledger,
            counters: Counters {
                rows: counters.rows.iter().map(offer).collect(),
                beside: Beside::of(&path, &lists, "counters", &counters),
            },
            countered: Counters {
                rows: countered.rows.iter().map(offer).collect(),
                beside: Beside::of(&path, &lists, "countered", &countered),
            },
            reactions: &reactions.rows,
            beside,
            uses,
            reminders,
            revisions,
            revisions_beside,
            missed: &missed,
            history,
            errors,
            invitation: &invitation,
        };
        return page.answer(status, detail);
    }
    let provider = provider.ok_or(Problem::NotFound)?;
    // What is in one's hands is of a provider that one works with: the end of a partnership takes back what was handed over (D2).
    let stop = if provider.state == organizations::State::Suspended {
        Some(page.t("invitations-conflict-provider"))
    } else if standing != Standing::Open {
        Some(page.t("invitations-conflict-not-open"))
    } else {
        None
    };
    page.show(HandedDetail {
        page,
        standing,
        done,
        provider: &provider,
        asks,
        everything,
        holder,
        handed: hand.as_ref(),
        ledger,
        reactions: &reactions.rows,
        beside,
        revisions,
        revisions_beside,
        history,
        stop,
        invitation: &invitation,
    })
}

/// What a counter-offer asks in words, and whether whoever looks can agree to it, and refuse it.
fn answerable<'a>(
    page: &Page,
    counter: &'a Countered,
    standing: Standing,
    catalogue: &[services::Service],
) -> (&'a Countered, Vec<String>, bool, bool) {
    let may_refuse = page.may(Right::Invite);
    let may_agree = may_refuse
        && matches!(standing, Standing::Open | Standing::Paused)
        && (counter.asks.is_empty() || page.may(Right::AskForAdministration));
    (counter, asked(page, &counter.asks, catalogue), may_agree, may_refuse)
}

fn done(page: &Page, word: &str) -> Option<&'static str> {
    match word {
        "created" => Some(page.t("invitations-done-created")),
        "created-and-sent" => Some(page.t("invitations-done-created-and-sent")),
        "sent" => Some(page.t("invitations-done-sent")),
        "paused" => Some(page.t("invitations-done-paused")),
        "resumed" => Some(page.t("invitations-done-resumed")),
        "rotated" => Some(page.t("invitations-done-rotated")),
        "revised" => Some(page.t("revisions-done")),
        "corrected" => Some(page.t("corrections-done")),
        "reminding" => Some(page.t("reminders-done-on")),
        "silent" => Some(page.t("reminders-done-off")),
        "revoked" => Some(page.t("invitations-done-revoked")),
        "handed-over" => Some(page.t("invitations-done-handed-over")),
        "taken-back" => Some(page.t("invitations-done-taken-back")),
        "agreed" => Some(page.t("counters-done-agreed")),
        "counter-refused" => Some(page.t("counters-done-refused")),
        _ => None,
    }
}
