//! Subscriptions as a part of other pages: the customer's own, and a partner's page of a customer (D24).

use chrono::{NaiveDate, NaiveTime};

use crate::{
    db::Keyset,
    delegations::Listed as Delegated,
    ids::{Id, Organization},
    organizations::Party,
    services::{self, Service},
    subscriptions::{MultiChannel, Subscription, SupportContact},
    web::{page::Page, query::Beside},
};

/// A page of subscriptions, in words. Shown with `templates/subscriptions/parts.html`.
pub(crate) struct Part {
    pub(crate) lines: Vec<Line>,
    pub(crate) beside: Beside,
}

/// One subscription in words.
pub(crate) struct Line {
    pub(crate) external_id: String,
    pub(crate) service: String,
    pub(crate) channel: &'static str,
    pub(crate) seller: String,
    pub(crate) record: String,
    pub(crate) seats: String,
    pub(crate) term: String,
    pub(crate) tone: &'static str,
    pub(crate) state: &'static str,
    pub(crate) contact: String,
    /// Why the contact is not the one that was chosen.
    pub(crate) contact_note: String,
    /// Where the contact is chosen, for whoever may.
    pub(crate) choose: String,
    pub(crate) multi_channel: String,
    pub(crate) delegation: String,
    /// Who may work in the service now: the delegation, and what it is for.
    pub(crate) workers: Vec<(String, String)>,
}

impl Part {
    /// The part of a page, on which several lists stand, each with where it is read from. `partner` is the partner that looks, and whether it may choose a support contact; none for the customer.
    pub(crate) fn of(
        page: &Page,
        path: &str,
        lists: &[(&str, &str)],
        bought: &Keyset<Subscription>,
        delegations: &[Delegated],
        catalogue: &[Service],
        partner: Option<(Id<Organization>, bool)>,
    ) -> Self {
        let rows = bought.rows.iter().map(|one| line(page, one, delegations, catalogue, partner)).collect();
        Self { lines: rows, beside: Beside::of(path, lists, "subscriptions", bought) }
    }

    /// Whether there is nothing to show.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
}

fn line(
    page: &Page,
    one: &Subscription,
    delegations: &[Delegated],
    catalogue: &[Service],
    partner: Option<(Id<Organization>, bool)>,
) -> Line {
    let title = |party: &Option<Party>| party.as_ref().map(Party::title).unwrap_or_default();
    let (contact, contact_note) = match one.support_contact() {
        SupportContact::Vianet => (page.t("subscriptions-contact-21vianet").to_owned(), String::new()),
        SupportContact::Seller(seller) => (seller.name.clone(), String::new()),
        SupportContact::Chosen(chosen) => (chosen.name.clone(), String::new()),
        SupportContact::Back(seller, chosen) => (seller.name.clone(), page.t1("subscriptions-contact-back", "partner", &chosen.name)),
    };
    let sells = |me| one.seller.as_ref().is_some_and(|seller| seller.id == me);
    let choose = match partner {
        Some((me, true)) if sells(me) => format!("/subscriptions/{}/support-contact", one.id),
        _ => String::new(),
    };
    let worker = |held: &&Delegated| {
        let words = page.t3(
            "subscriptions-worker",
            "partner",
            &held.holder.name,
            "purpose",
            page.word("purpose", held.facts().scope.purpose),
            "date",
            page.on(held.delegation.until()),
        );
        (format!("/delegations/{}", held.facts().id), words)
    };
    Line {
        external_id: one.external_id.clone(),
        service: services::name_of(catalogue, &one.service, page.language()).to_owned(),
        channel: page.word("channel", one.channel),
        seller: one.seller.as_ref().map_or_else(|| page.t("subscriptions-contact-21vianet").to_owned(), Party::title),
        record: title(&one.partner_of_record),
        seats: one.seats.map_or_else(|| page.t("subscriptions-by-use").to_owned(), |seats| page.n(seats)),
        term: term(page, one.start, one.end),
        tone: one.state.tone(),
        state: page.word("subscription-state", one.state),
        contact,
        contact_note,
        choose,
        multi_channel: match one.multi_channel() {
            MultiChannel::Any => page.t("subscriptions-multi-any").to_owned(),
            MultiChannel::With(advisor) => page.t1("subscriptions-multi-with", "partner", &advisor.name),
            MultiChannel::No => page.t("subscriptions-multi-no").to_owned(),
        },
        delegation: needed(page, one, partner.map(|(me, _)| me)),
        workers: one.workers(delegations).iter().map(worker).collect(),
    }
}

/// Whether a delegation is needed: for the partner that looks, or for whom, if the customer does (D24).
fn needed(page: &Page, one: &Subscription, partner: Option<Id<Organization>>) -> String {
    match (partner, &one.seller) {
        (Some(me), _) if one.needs_delegation(me) => page.t("subscriptions-delegation-you").to_owned(),
        (Some(_), _) => page.t("subscriptions-delegation-not-you").to_owned(),
        (None, Some(seller)) if !one.needs_delegation(seller.id) => page.t1("subscriptions-delegation-others", "partner", &seller.name),
        (None, _) => page.t("subscriptions-delegation-all").to_owned(),
    }
}

/// From when to when, in words.
pub(crate) fn term(page: &Page, start: NaiveDate, end: Option<NaiveDate>) -> String {
    match end {
        Some(end) => page.t2("subscriptions-term", "start", day(page, start), "end", day(page, end)),
        None => page.t1("subscriptions-term-open", "start", day(page, start)),
    }
}

/// A day is the same day wherever it is read.
pub(crate) fn day(page: &Page, day: NaiveDate) -> String {
    let morning = NaiveTime::from_hms_opt(6, 0, 0).unwrap_or_default();
    page.on(&day.and_time(morning).and_utc())
}
