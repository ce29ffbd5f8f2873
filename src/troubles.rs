//! Rows that a scheduled verb passes over: one that fails holds up no other, and none of them is hidden.

use std::fmt::Display;

use crate::problem::Problem;

/// What went wrong with single rows while a verb went on with the others.
#[derive(Debug, Default)]
pub struct Troubles {
    rows: usize,
    first: Option<String>,
}

impl Troubles {
    /// Passes over a row, and notes why.
    ///
    /// # Errors
    /// The same, when it would befall every other row as well: the database is away.
    pub fn pass(&mut self, verb: &'static str, row: &dyn Display, problem: Problem) -> Result<(), Problem> {
        if matches!(problem, Problem::Unavailable(_)) {
            return Err(problem);
        }
        tracing::error!(event = "row_failed", verb, %row, %problem, "a row is passed over");
        self.rows += 1;
        self.first.get_or_insert_with(|| format!("{row}: {problem}"));
        Ok(())
    }

    /// Whether a row was passed over: whoever begins again from the front would meet it again.
    pub fn are_there(&self) -> bool {
        self.rows > 0
    }

    /// How a round ended that did so much: it failed, if a row was passed over.
    ///
    /// # Errors
    /// What was wrong with the first of the rows, and how many they were.
    pub fn outcome(self, done: usize) -> Result<usize, Problem> {
        match self.first {
            None => Ok(done),
            Some(first) => Err(Problem::Internal(format!("{} passed over, {done} done; the first: {first}", self.rows))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_fails_when_a_row_was_passed_over_and_says_which() {
        assert_eq!(Troubles::default().outcome(3).unwrap(), 3);
        let mut troubles = Troubles::default();
        for row in [7, 8] {
            troubles.pass("test", &row, Problem::Internal("broken".to_owned())).unwrap();
        }
        assert!(troubles.are_there());
        assert_eq!(troubles.outcome(3).unwrap_err().to_string(), "internal: 2 passed over, 3 done; the first: 7: internal: broken");
    }

    #[test]
    fn a_database_that_is_away_is_not_the_fault_of_a_row() {
        let mut troubles = Troubles::default();
        assert!(troubles.pass("test", &7, Problem::Unavailable("gone".to_owned())).is_err());
        assert!(!troubles.are_there());
    }
}
