//! What a row of an import says: its cells become an entry, its names become ours, and the difference is told.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

use super::{
    Channel, State,
    findings::{Change, Fault, Findings, Flaw, Verdict},
    sheet::COLUMNS,
};
use crate::{
    db::Timestamp,
    ids::{Customer, Id, Organization, Subscription as SubscriptionId},
    organizations::{Kind, PartnerId},
    services::{self, Service},
    values::Domain,
};

/// Seats of a subscription at most.
const MOST_SEATS: i32 = 10_000_000;

/// A row whose cells are right, before anybody has looked up whom they name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What the subscription is called outside.
    pub external_id: String,
    /// The customer's tenant.
    pub tenant: Tenant,
    /// The service's code.
    pub service: String,
    /// Where it was bought.
    pub channel: Channel,
    /// Through which partner.
    pub seller: Option<String>,
    /// The partner of record.
    pub partner_of_record: Option<String>,
    /// How many seats, of a service that is paid for by licence.
    pub seats: Option<i32>,
    /// The first day.
    pub start: NaiveDate,
    /// The last day, if it has one.
    pub end: Option<NaiveDate>,
    /// Its state.
    pub state: State,
}

/// A customer as an import names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Tenant {
    /// By the tenant's id.
    Id(Uuid),
    /// By its domain.
    Domain(String),
}

impl Tenant {
    fn parse(text: &str) -> Option<Self> {
        Uuid::parse_str(text).map(Self::Id).ok().or_else(|| Domain::parse(text).ok().map(|domain| Self::Domain(domain.as_str().to_owned())))
    }
}

/// A partner as the register knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Its id.
    pub id: Id<Organization>,
    /// Its kind.
    pub kind: Kind,
    /// Its partner ID.
    pub partner_id: String,
}

/// What an import says of a subscription, everybody in it known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// What the subscription is called outside.
    pub external_id: String,
    /// Whose it is.
    pub customer: Id<Customer>,
    /// The service's code.
    pub service: String,
    /// Where it was bought.
    pub channel: Channel,
    /// Through which partner.
    pub seller: Option<Partner>,
    /// The partner of record.
    pub partner_of_record: Option<Partner>,
    /// How many seats.
    pub seats: Option<i32>,
    /// The first day.
    pub start: NaiveDate,
    /// The last day, if it has one.
    pub end: Option<NaiveDate>,
    /// Its state.
    pub state: State,
}

/// A subscription as the register has it.
#[derive(Debug, Clone)]
pub struct Present {
    /// Its id.
    pub id: Id<SubscriptionId>,
    /// What it says.
    pub facts: Facts,
    /// Since when.
    pub imported_at: Timestamp,
}

/// Whom and what the rows of a batch name, as far as it is known.
#[derive(Debug, Default)]
pub struct Known {
    /// The customers by their tenant's id, and by the domain that the operator stands for.
    pub customers: HashMap<Tenant, Id<Customer>>,
    /// Domains that customers merely say are theirs. They find nobody: whoever types another's would get its subscriptions.
    pub unconfirmed: HashSet<String>,
    /// Partners by their partner ID.
    pub partners: HashMap<String, Partner>,
    /// Subscriptions by their external id.
    pub present: HashMap<String, Present>,
    /// Another line of the file with the same external id.
    pub duplicates: HashMap<(String, i32), i32>,
}

impl Entry {
    /// Reads the cells of a row.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn parse(cells: &[String], catalogue: &[Service]) -> Result<Self, Vec<Fault>> {
        let cells = Cells { cells, faults: Vec::new() };
        cells.read(catalogue)
    }
}

struct Cells<'a> {
    cells: &'a [String],
    faults: Vec<Fault>,
}

impl Cells<'_> {
    /// What stands in a column; full-width letters and digits count as plain ones.
    fn cell(&self, column: &str) -> String {
        let at = COLUMNS.iter().position(|known| *known == column);
        let text = at.and_then(|at| self.cells.get(at)).map(String::as_str).unwrap_or_default();
        plain(text)
    }

    fn required<T>(&mut self, column: &'static str, flaw: Flaw, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.cell(column);
        if text.is_empty() {
            self.faults.push(Fault::in_column(Flaw::Required, column));
            return None;
        }
        let parsed = parse(&text);
        if parsed.is_none() {
            self.faults.push(Fault::with(flaw, column, &text));
        }
        parsed
    }

    fn optional<T>(&mut self, column: &'static str, flaw: Flaw, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        if self.cell(column).is_empty() { None } else { self.required(column, flaw, parse) }
    }

    fn read(mut self, catalogue: &[Service]) -> Result<Entry, Vec<Fault>> {
        let partner = |text: &str| PartnerId::parse(text).ok().map(|id| id.as_str().to_owned());
        let external_id = self.required("external_id", Flaw::ExternalId, |text| is_external_id(text).then(|| text.to_owned()));
        let tenant = self.required("tenant", Flaw::Tenant, Tenant::parse);
        let service = self.required("service", Flaw::Service, |text| find_service(text, catalogue));
        let channel = self.required("channel", Flaw::Channel, |text| Channel::parse(&text.to_lowercase()));
        let seller = match channel {
            Some(Channel::Direct) => {
                let seller = self.cell("seller");
                if !seller.is_empty() {
                    self.faults.push(Fault::with(Flaw::SellerOfDirect, "seller", &seller));
                }
                None
            }
            Some(_) => self.required("seller", Flaw::Partner, partner),
            None => None,
        };
        let partner_of_record = self.optional("partner_of_record", Flaw::Partner, partner);
        let seats = match service.map(|service| service.kind) {
            Some(services::Kind::Licence) => self.required("seats", Flaw::Seats, seats),
            Some(services::Kind::Usage) => {
                let text = self.cell("seats");
                if !text.is_empty() {
                    self.faults.push(Fault::with(Flaw::SeatsOfUsage, "seats", &text));
                }
                None
            }
            None => None,
        };
        let start = self.required("term_start", Flaw::Date, date);
        let end = self.optional("term_end", Flaw::Date, date);
        if start.zip(end).is_some_and(|(start, end)| end < start) {
            self.faults.push(Fault::in_column(Flaw::Term, "term_end"));
        }
        let state = self.required("state", Flaw::State, |text| State::parse(&text.to_lowercase()));
        let entry = || {
            Some(Entry {
                external_id: external_id?,
                tenant: tenant?,
                service: service?.code.clone(),
                channel: channel?,
                seller,
                partner_of_record,
                seats,
                start: start?,
                end,
                state: state?,
            })
        };
        match entry() {
            Some(entry) if self.faults.is_empty() => Ok(entry),
            _ => Err(self.faults),
        }
    }
}

/// A text as it counts: full-width letters and digits are plain ones, whatever stands around it is nothing.
pub(super) fn plain(text: &str) -> String {
    text.nfkc().collect::<String>().trim().to_owned()
}

/// Whether a text can be an external id: letters, digits and `. _ : -`, at most 100 of them.
pub fn is_external_id(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "._:-".contains(c);
    (1..=100).contains(&text.len()) && text.chars().all(plain) && text.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// By its code, or by its name in any language.
fn find_service<'a>(text: &str, catalogue: &'a [Service]) -> Option<&'a Service> {
    let text = text.to_lowercase();
    catalogue.iter().find(|service| {
        [&service.code, &service.name_en, &service.name_zh, &service.name_ru].iter().any(|name| name.to_lowercase() == text)
    })
}

fn seats(text: &str) -> Option<i32> {
    text.parse().ok().filter(|seats| (1..=MOST_SEATS).contains(seats))
}

/// A day as spreadsheets write it: 2026-11-25, 2026/11/25, 25.11.2026.
fn date(text: &str) -> Option<NaiveDate> {
    let day = ["%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y"].iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok())?;
    let earliest = NaiveDate::from_ymd_opt(1990, 1, 1)?;
    let latest = NaiveDate::from_ymd_opt(2200, 1, 1)?;
    (earliest..latest).contains(&day).then_some(day)
}

impl Known {
    /// Looks up whom an entry names.
    ///
    /// # Errors
    /// Everything that is not known, or may not be so.
    pub fn resolve(&self, entry: Entry, line: i32) -> Result<Facts, Vec<Fault>> {
        let mut faults = Vec::new();
        if let Some(other) = self.duplicates.get(&(entry.external_id.clone(), line)) {
            faults.push(Fault { number: i64::from(*other), ..Fault::with(Flaw::Duplicate, "external_id", &entry.external_id) });
        }
        let customer = self.customers.get(&entry.tenant).copied();
        if customer.is_none() {
            let merely_said = matches!(&entry.tenant, Tenant::Domain(domain) if self.unconfirmed.contains(domain));
            let flaw = if merely_said { Flaw::TenantUnconfirmed } else { Flaw::Tenant };
            faults.push(Fault::with(flaw, "tenant", &entry.tenant.to_string()));
        }
        let mut partner = |column: &str, id: &Option<String>| {
            let id = id.as_ref()?;
            let found = self.partners.get(id).cloned();
            if found.is_none() {
                faults.push(Fault::with(Flaw::Partner, column, id));
            }
            found
        };
        let seller = partner("seller", &entry.seller);
        let partner_of_record = partner("partner_of_record", &entry.partner_of_record);
        if let Some(seller) = seller.as_ref().filter(|seller| entry.channel == Channel::Csp && !seller.kind.transacts()) {
            faults.push(Fault::with(Flaw::SellerKind, "seller", &seller.partner_id));
        }
        if self.present.get(&entry.external_id).zip(customer).is_some_and(|(present, customer)| present.facts.customer != customer) {
            faults.push(Fault::with(Flaw::OtherCustomer, "tenant", &entry.tenant.to_string()));
        }
        let Entry { external_id, service, channel, seats, start, end, state, .. } = entry;
        match customer {
            Some(customer) if faults.is_empty() => {
                Ok(Facts { external_id, customer, service, channel, seller, partner_of_record, seats, start, end, state })
            }
            _ => Err(faults),
        }
    }

    /// The verdict on a row, what was found, and what is to be written.
    pub fn judge(&self, entry: Result<Entry, Vec<Fault>>, line: i32) -> (Verdict, Findings, Option<Facts>) {
        let facts = match entry.and_then(|entry| self.resolve(entry, line)) {
            Ok(facts) => facts,
            Err(faults) => return (Verdict::Wrong, Findings::wrong(faults), None),
        };
        match self.present.get(&facts.external_id) {
            None => (Verdict::New, Findings::default(), Some(facts)),
            Some(present) => {
                let changes = changes(&present.facts, &facts);
                if changes.is_empty() {
                    let findings = Findings { since: Some(present.imported_at), ..Findings::default() };
                    (Verdict::Unchanged, findings, None)
                } else {
                    (Verdict::Changed, Findings { changes, ..Findings::default() }, Some(facts))
                }
            }
        }
    }
}

impl std::fmt::Display for Tenant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Id(id) => id.fmt(f),
            Self::Domain(domain) => f.write_str(domain),
        }
    }
}

/// What is different, column by column.
fn changes(from: &Facts, to: &Facts) -> Vec<Change> {
    fn said(value: &Option<impl ToString>) -> String {
        value.as_ref().map(ToString::to_string).unwrap_or_default()
    }
    let partner = |partner: &Option<Partner>| partner.as_ref().map(|partner| partner.partner_id.clone()).unwrap_or_default();
    let told = |facts: &Facts| {
        [
            ("service", facts.service.clone()),
            ("channel", facts.channel.to_string()),
            ("seller", partner(&facts.seller)),
            ("partner_of_record", partner(&facts.partner_of_record)),
            ("seats", said(&facts.seats)),
            ("term_start", facts.start.to_string()),
            ("term_end", said(&facts.end)),
            ("state", facts.state.to_string()),
        ]
    };
    let pairs = told(from).into_iter().zip(told(to)).filter(|((_, from), (_, to))| from != to);
    pairs.map(|((column, from), (_, to))| Change { column: column.to_owned(), from, to }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue() -> Vec<Service> {
        let service = |code: &str, kind, name: &str| Service {
            code: code.to_owned(),
            kind,
            name_en: name.to_owned(),
            name_zh: name.to_owned(),
            name_ru: "Интьюн".to_owned(),
            retired: false,
        };
        vec![service("intune", services::Kind::Licence, "Intune"), service("azure", services::Kind::Usage, "Azure")]
    }

    const RIGHT: [&str; 11] =
        ["S-1", "fabrikam.example", "Fabrikam", "intune", "csp", "1000001", "", "25", "2026-01-01", "2026-12-31", "active"];

    fn with(column: &str, value: &str) -> Vec<String> {
        COLUMNS.iter().zip(RIGHT).map(|(known, right)| if *known == column { value } else { right }.to_owned()).collect()
    }

    fn flaws(cells: &[String]) -> Vec<Flaw> {
        Entry::parse(cells, &catalogue()).err().unwrap_or_default().iter().map(|fault| fault.flaw).collect()
    }

    fn known() -> (Known, Id<Customer>) {
        let customer = Id::new();
        let mut known = Known::default();
        known.customers.insert(Tenant::Domain("fabrikam.example".to_owned()), customer);
        for (partner_id, kind) in [("1000001", Kind::IndirectProvider), ("1000002", Kind::IndirectReseller)] {
            let partner = Partner { id: Id::new(), kind, partner_id: partner_id.to_owned() };
            known.partners.insert(partner_id.to_owned(), partner);
        }
        (known, customer)
    }

    #[test]
    fn a_right_row_is_read_whatever_a_spreadsheet_made_of_it() {
        let entry = Entry::parse(&with("", ""), &catalogue()).unwrap();
        assert_eq!((entry.seats, entry.state, entry.channel), (Some(25), State::Active, Channel::Csp));
        for (column, value) in [
            ("service", "INTUNE"),
            ("service", "интьюн"),
            ("seats", "２５"),
            ("term_start", "2026/1/1"),
            ("term_start", "01.01.2026"),
            ("term_end", ""),
            ("tenant", "7c2b1f0e-6d7b-4a3e-9a52-0f6f6f6f6f6f"),
            ("state", "Active"),
        ] {
            assert_eq!(flaws(&with(column, value)), [], "{column} {value}");
        }
    }

    #[test]
    fn each_cell_says_what_is_wrong_with_it() {
        for (column, value, flaw) in [
            ("external_id", "", Flaw::Required),
            ("external_id", "=1+1", Flaw::ExternalId),
            ("tenant", "nobody", Flaw::Tenant),
            ("service", "telephones", Flaw::Service),
            ("channel", "market", Flaw::Channel),
            ("seller", "", Flaw::Required),
            ("seller", "12", Flaw::Partner),
            ("partner_of_record", "x", Flaw::Partner),
            ("seats", "", Flaw::Required),
            ("seats", "0", Flaw::Seats),
            ("seats", "1.5", Flaw::Seats),
            ("term_start", "2026-02-30", Flaw::Date),
            ("term_end", "2025-12-31", Flaw::Term),
            ("state", "asleep", Flaw::State),
        ] {
            assert_eq!(flaws(&with(column, value)), [flaw], "{column} {value}");
        }
        assert_eq!(flaws(&with("channel", "direct")), [Flaw::SellerOfDirect]);
        assert_eq!(flaws(&with("service", "azure")), [Flaw::SeatsOfUsage]);
        assert_eq!(flaws(&[]).len(), 6, "every reason at once");
    }

    #[test]
    fn a_row_is_new_then_unchanged_then_changed() {
        let (mut known, _) = known();
        let judge = |known: &Known, cells: &[String]| known.judge(Entry::parse(cells, &catalogue()), 2);
        let (verdict, _, facts) = judge(&known, &with("", ""));
        assert_eq!(verdict, Verdict::New);
        let present = Present { id: Id::new(), facts: facts.unwrap(), imported_at: chrono::Utc::now() };
        known.present.insert("S-1".to_owned(), present.clone());
        let (verdict, findings, facts) = judge(&known, &with("", ""));
        assert_eq!((verdict, findings.since, facts), (Verdict::Unchanged, Some(present.imported_at), None));
        let (verdict, findings, _) = judge(&known, &with("seats", "40"));
        let change = Change { column: "seats".to_owned(), from: "25".to_owned(), to: "40".to_owned() };
        assert_eq!((verdict, findings.changes), (Verdict::Changed, vec![change]));
    }

    #[test]
    fn whoever_is_not_known_makes_the_row_wrong() {
        let (mut known, _) = known();
        let flaws = |known: &Known, cells: &[String]| {
            let (verdict, findings, facts) = known.judge(Entry::parse(cells, &catalogue()), 2);
            assert_eq!((verdict, facts), (Verdict::Wrong, None));
            findings.faults.iter().map(|fault| fault.flaw).collect::<Vec<_>>()
        };
        assert_eq!(flaws(&known, &with("tenant", "nobody.example")), [Flaw::Tenant]);
        assert_eq!(flaws(&known, &with("seller", "9999999")), [Flaw::Partner]);
        assert_eq!(flaws(&known, &with("seller", "1000002")), [Flaw::SellerKind]);
        known.duplicates.insert(("S-1".to_owned(), 2), 9);
        assert_eq!(flaws(&known, &with("", "")), [Flaw::Duplicate]);
        known.duplicates.clear();
        let facts = known.judge(Entry::parse(&with("", ""), &catalogue()), 2).2.unwrap();
        known.present.insert("S-1".to_owned(), Present { id: Id::new(), facts, imported_at: chrono::Utc::now() });
        known.customers.insert(Tenant::Domain("litware.example".to_owned()), Id::new());
        assert_eq!(flaws(&known, &with("tenant", "litware.example")), [Flaw::OtherCustomer]);
    }

    #[test]
    fn a_domain_that_a_customer_merely_says_finds_nobody_and_takes_nothing_from_whom_it_is_confirmed_for() {
        let (mut known, customer) = known();
        let judge = |known: &Known, cells: &[String]| known.judge(Entry::parse(cells, &catalogue()), 2);
        known.unconfirmed.extend(["litware.example".to_owned(), "fabrikam.example".to_owned()]);
        let (verdict, findings, facts) = judge(&known, &with("tenant", "litware.example"));
        assert_eq!((verdict, findings.faults[0].flaw, facts), (Verdict::Wrong, Flaw::TenantUnconfirmed, None));
        assert_eq!(judge(&known, &with("", "")).2.map(|facts| facts.customer), Some(customer));
    }

    #[test]
    fn an_advisor_may_have_become_a_reseller() {
        let (known, _) = known();
        let mut cells = with("channel", "advisor");
        cells[5] = "1000002".to_owned();
        assert_eq!(known.judge(Entry::parse(&cells, &catalogue()), 2).0, Verdict::New);
    }
}
