//! An import: one file of the operator's, read, checked, looked at, then imported. Its states, and how far it is.

use super::{findings::Verdict, sheet::Encoding};
use crate::{
    db::{Timestamp, text_enum},
    ids::{Id, SubscriptionImport},
};

text_enum! {
    /// The states of an import (`import-state-…`).
    Stage {
        /// It is coming in.
        Reading = "reading",
        /// Its rows are being checked; nothing is imported.
        Checking = "checking",
        /// Somebody is to look at what was found.
        Ready = "ready",
        /// What is new or changed is being imported.
        Importing = "importing",
        /// It is over.
        Done = "done",
        /// Its batch failed again and again, and the portal gave it up; what was imported before stays.
        Failed = "failed",
        /// It was thrown away; nothing more of it is imported.
        Withdrawn = "withdrawn",
    }
}

/// How many rows there are of each verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// New ones.
    pub new: i32,
    /// Changed ones.
    pub changed: i32,
    /// Unchanged ones.
    pub unchanged: i32,
    /// Wrong ones.
    pub wrong: i32,
}

impl Tally {
    /// How many of a verdict.
    pub fn of(&self, verdict: Verdict) -> i32 {
        match verdict {
            Verdict::New => self.new,
            Verdict::Changed => self.changed,
            Verdict::Unchanged => self.unchanged,
            Verdict::Wrong => self.wrong,
        }
    }

    /// One row got a verdict, in place of another or of none.
    pub fn judge(&mut self, before: Option<Verdict>, now: Verdict) {
        *self.slot(now) += 1;
        if let Some(before) = before {
            *self.slot(before) -= 1;
        }
    }

    fn slot(&mut self, verdict: Verdict) -> &mut i32 {
        match verdict {
            Verdict::New => &mut self.new,
            Verdict::Changed => &mut self.changed,
            Verdict::Unchanged => &mut self.unchanged,
            Verdict::Wrong => &mut self.wrong,
        }
    }

    /// What an import would write.
    pub fn to_import(&self) -> i32 {
        self.new + self.changed
    }
}

/// An import as it stands.
#[derive(Debug, Clone)]
pub struct Import {
    /// Its id.
    pub id: Id<SubscriptionImport>,
    /// The file's name.
    pub file: String,
    /// Its state.
    pub stage: Stage,
    /// How its letters are written.
    pub encoding: Encoding,
    /// Bytes of the file.
    pub bytes: i64,
    /// Rows of the file.
    pub rows: i32,
    /// The last row that the work of this state has done.
    pub at_row: i32,
    /// Rows that the work of this state has done.
    pub worked: i32,
    /// Rows that were to be imported when that was confirmed.
    pub to_import: i32,
    /// What was found.
    pub tally: Tally,
    /// Who uploaded it.
    pub uploaded_by: String,
    /// When.
    pub uploaded_at: Timestamp,
    /// Who confirmed it, and when.
    pub confirmed: Option<(String, Timestamp)>,
    /// When it was over.
    pub finished_at: Option<Timestamp>,
}

impl Import {
    /// How far the work that goes on is: so many of so many.
    pub fn progress(&self) -> Option<(i32, i32)> {
        match self.stage {
            Stage::Reading => Some((0, self.rows.max(1))),
            Stage::Checking => Some((self.worked, self.rows)),
            Stage::Importing => Some((self.worked, self.to_import)),
            Stage::Ready | Stage::Done | Stage::Failed | Stage::Withdrawn => None,
        }
    }

    /// Whether somebody may have it imported now.
    pub fn can_be_confirmed(&self) -> bool {
        self.stage == Stage::Ready && self.tally.to_import() > 0
    }

    /// How many rows were imported before the portal gave it up.
    pub fn imported(&self) -> i32 {
        if self.confirmed.is_some() { self.worked } else { 0 }
    }

    /// Whether it was confirmed before: pressing the button again has the same answer.
    pub fn is_confirmed(&self) -> bool {
        matches!(self.stage, Stage::Importing | Stage::Done)
    }

    /// The tone of its status tag.
    pub fn tone(&self) -> &'static str {
        match self.stage {
            Stage::Reading | Stage::Checking | Stage::Importing => "info",
            Stage::Ready => "wait",
            Stage::Done => "ok",
            Stage::Failed => "stop",
            Stage::Withdrawn => "quiet",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tally_moves_a_row_from_one_verdict_to_another() {
        let mut tally = Tally::default();
        for _ in 0..3 {
            tally.judge(None, Verdict::New);
        }
        tally.judge(Some(Verdict::New), Verdict::Unchanged);
        assert_eq!(tally, Tally { new: 2, unchanged: 1, ..Tally::default() });
        assert_eq!((tally.to_import(), tally.of(Verdict::Unchanged)), (2, 1));
    }

    #[test]
    fn every_state_has_its_words() {
        for stage in Stage::ALL {
            assert!(crate::i18n::has(&format!("import-state-{stage}")), "{stage}");
        }
        for state in super::super::State::ALL {
            assert!(crate::i18n::has(&format!("subscription-state-{state}")), "{state}");
        }
    }
}
