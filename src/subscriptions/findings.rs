//! What an import finds about a row: a verdict, what is wrong with it, what it would change.

use serde::{Deserialize, Serialize};

use crate::db::{Timestamp, text_enum};

text_enum! {
    /// What becomes of a row (`subscriptions-verdict-…`).
    Verdict {
        /// No subscription has its id yet.
        New = "new",
        /// There is one, and the row says something else.
        Changed = "changed",
        /// There is one just like it.
        Unchanged = "unchanged",
        /// It cannot be imported.
        Wrong = "wrong",
    }
}

text_enum! {
    /// What may be wrong with a row (`subscriptions-flaw-…`).
    Flaw {
        /// It is longer, or has more cells, than any row of ours.
        TooLong = "too-long",
        /// It has another number of cells than the first line.
        Columns = "columns",
        /// A cell is too long.
        Cell = "cell",
        /// A cell goes over several lines.
        LineBreak = "line-break",
        /// Letters that cannot be read.
        Letters = "letters",
        /// A cell that must say something is empty.
        Required = "required",
        /// Not an external id.
        ExternalId = "external-id",
        /// Another row of the file has the same external id.
        Duplicate = "duplicate",
        /// No customer has this tenant.
        Tenant = "tenant",
        /// A customer says that this domain is its own, and the operator has not confirmed it.
        TenantUnconfirmed = "tenant-unconfirmed",
        /// The subscription belongs to another customer.
        OtherCustomer = "other-customer",
        /// No such service in the catalogue.
        Service = "service",
        /// No such channel.
        Channel = "channel",
        /// Bought directly, and yet from a partner.
        SellerOfDirect = "seller-of-direct",
        /// No partner has this partner ID.
        Partner = "partner",
        /// This partner does not transact.
        SellerKind = "seller-kind",
        /// Not a number of seats.
        Seats = "seats",
        /// Seats of a service whose use is paid for.
        SeatsOfUsage = "seats-of-usage",
        /// Not a date.
        Date = "date",
        /// It ends before it begins.
        Term = "term",
        /// No such state.
        State = "state",
    }
}

/// One thing that is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// What.
    pub flaw: Flaw,
    /// In which column.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub column: String,
    /// What stands there, cut short.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub value: String,
    /// The number that belongs to it: another line, a limit, how many were found.
    #[serde(default)]
    pub number: i64,
}

impl Fault {
    /// Something wrong with the whole row.
    pub fn of(flaw: Flaw) -> Self {
        Self { flaw, column: String::new(), value: String::new(), number: 0 }
    }

    /// Something wrong in a column.
    pub fn in_column(flaw: Flaw, column: &str) -> Self {
        Self { column: column.to_owned(), ..Self::of(flaw) }
    }

    /// Something wrong with what stands in a column.
    pub fn with(flaw: Flaw, column: &str, value: &str) -> Self {
        Self { value: value.chars().take(60).collect(), ..Self::in_column(flaw, column) }
    }
}

/// What a row would change about a subscription; empty stands for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The column.
    pub column: String,
    /// What it says now.
    pub from: String,
    /// What it would say.
    pub to: String,
}

/// All that was found about a row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// What is wrong with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<Fault>,
    /// What it changes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Change>,
    /// Since when the subscription says the same (UX-15).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
}

impl Findings {
    /// Nothing but faults.
    pub fn wrong(faults: Vec<Fault>) -> Self {
        Self { faults, ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, text_with};

    #[test]
    fn every_flaw_and_verdict_has_its_words() {
        for flaw in Flaw::ALL {
            let args = [("column", "seats".into()), ("value", "x".into()), ("number", 7.into())];
            for lang in Lang::ALL {
                let told = text_with(lang, &format!("subscriptions-flaw-{flaw}"), &args);
                assert!(!told.starts_with("subscriptions-") && !told.contains('$'), "{lang} {flaw}: {told}");
            }
        }
        for verdict in Verdict::ALL {
            assert!(crate::i18n::has(&format!("subscriptions-verdict-{verdict}")), "{verdict}");
        }
    }
}
