//! What becomes of a letter: its states, what may stand in its way, and when it is tried again.

use chrono::TimeDelta;

use crate::db::text_enum;

text_enum! {
    /// What became of a letter.
    State {
        /// It waits to be sent, for the first time or again.
        Queued = "queued",
        /// The mail server took it.
        Sent = "sent",
        /// It could not be delivered and is not tried any more.
        Dead = "dead",
        /// What it tells of was over before it was sent.
        Cancelled = "cancelled",
    }
}

text_enum! {
    /// What stands in a letter's way; the catalogue has a sentence for each (`notices-trouble-…`).
    Hindrance {
        /// The server refused the address for good.
        Refused = "refused",
        /// The server took it, and it came back later: somebody found it in the sender's mailbox.
        Returned = "returned",
        /// The server asked to come back later.
        Postponed = "postponed",
        /// The server did not answer, or not in time.
        Unreachable = "unreachable",
        /// The server did not accept the portal: its login, its sender's address, its encryption.
        Login = "login",
        /// The mail folder could not be written.
        Folder = "folder",
        /// The letter cannot be read by this version of the portal.
        Unreadable = "unreadable",
        /// The invitation rests, or its partner is suspended (D5); the letter waits with it.
        Resting = "resting",
        /// The invitation or the offer was taken back.
        Withdrawn = "withdrawn",
        /// Its link is over.
        Expired = "expired",
        /// It was answered in the meantime.
        Answered = "answered",
        /// Its link was replaced by a newer one.
        Renewed = "renewed",
        /// Its one-time link was used.
        Used = "used",
        /// The sender or the recipient wants no more reminders.
        Unwanted = "unwanted",
    }
}

/// A hindrance, with what the other side said about it, if it said something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// What it is.
    pub hindrance: Hindrance,
    /// The words of the other side; they may name the recipient, so they are not logged.
    pub said: String,
}

impl Trouble {
    /// A hindrance and the words of the other side, shortened to one line.
    pub fn new(hindrance: Hindrance, said: impl AsRef<str>) -> Self {
        Self { hindrance, said: super::render::one_line(said.as_ref()).chars().take(300).collect() }
    }

    /// As it stands in the outbox.
    pub(super) fn to_text(&self) -> String {
        format!("{}: {}", self.hindrance, self.said)
    }

    /// As it is read back; what another version of the portal wrote is shown as it stands.
    pub fn from_text(text: &str) -> Self {
        let (word, said) = text.split_once(": ").unwrap_or((text, ""));
        match Hindrance::parse(word) {
            Some(hindrance) => Self { hindrance, said: said.to_owned() },
            None => Self { hindrance: Hindrance::Unreadable, said: text.to_owned() },
        }
    }
}

impl From<Hindrance> for Trouble {
    fn from(hindrance: Hindrance) -> Self {
        Self { hindrance, said: String::new() }
    }
}

/// How an attempt ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The mail server took it.
    Sent,
    /// It is tried again, later and later; the attempt counts.
    Again(Trouble),
    /// It is put back as if it had not been tried: the letter has no part in what went wrong.
    PutBack(Option<Trouble>, TimeDelta),
    /// It is not tried any more.
    Dead(Trouble),
    /// It is not needed any more.
    Cancelled(Hindrance),
}

/// A letter is given up after so many attempts, about half a day after the first.
const ATTEMPTS: i32 = 12;

/// How long to wait after so many attempts: one minute, then twice as long each time, two hours at most. `None`: no more.
pub(super) fn pause_after(attempts: i32) -> Option<TimeDelta> {
    let doublings = u32::try_from(attempts - 1).unwrap_or(0).min(7);
    (attempts < ATTEMPTS).then(|| TimeDelta::minutes((1_i64 << doublings).min(120)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_come_later_and_later_and_end() {
        let minutes: Vec<_> = (1..=12).map(|attempts| pause_after(attempts).map(|pause| pause.num_minutes())).collect();
        let expected = [1, 2, 4, 8, 16, 32, 64, 120, 120, 120, 120].map(Some).into_iter().chain([None]).collect::<Vec<_>>();
        assert_eq!(minutes, expected);
    }

    #[test]
    fn a_trouble_is_read_back_as_it_was_written() {
        let trouble = Trouble::new(Hindrance::Refused, "550 No such\r\nmailbox: x");
        assert_eq!(trouble.said, "550 No such mailbox: x");
        assert_eq!(Trouble::from_text(&trouble.to_text()), trouble);
        assert_eq!(Trouble::from_text("something else").said, "something else");
    }
}
