//! Forwards: how an invitation is passed on, and to whom.

use crate::{
    db::{Timestamp, text_enum},
    ids::{Forward, Id, Organization},
    notices::Trouble,
    values::{Email, Name, Note, Refusal},
};

text_enum! {
    /// How an invitation was passed on.
    Way {
        /// The portal sent a mail.
        Mail = "mail",
        /// Somebody took the text along to send it themselves.
        Text = "text",
        /// Somebody took the bare link along.
        Link = "link",
    }
}

/// The most recipients at once.
pub const MOST: usize = 50;

/// Whom a mail goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressee {
    /// The address.
    pub email: Email,
    /// The name, if it was given.
    pub name: Option<Name>,
}

impl Addressee {
    /// Parses one line: `it@example.cn` or `Zhao Min <it@example.cn>`.
    ///
    /// # Errors
    /// When there is no address in it.
    pub fn parse(line: &str) -> Result<Self, Refusal> {
        match line.trim().strip_suffix('>').and_then(|line| line.rsplit_once('<')) {
            Some((name, email)) => Ok(Self { email: Email::parse(email)?, name: Name::optional(name.trim().trim_matches('"'))? }),
            None => Ok(Self { email: Email::parse(line)?, name: None }),
        }
    }

    /// Parses a list, one to a line; empty lines do not count, an address given twice counts once.
    ///
    /// # Errors
    /// Every line that is no recipient, by its number from 1; nothing at all; more than `MOST`.
    pub fn parse_lines(text: &str) -> Result<Vec<Self>, Vec<Refusal>> {
        let (mut right, mut wrong) = (Vec::<Self>::new(), Vec::new());
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            match Self::parse(line) {
                Ok(addressee) if right.iter().any(|known| known.email == addressee.email) => {}
                Ok(addressee) => right.push(addressee),
                Err(_) => wrong.push(Refusal::InLine { key: "invitations-recipient-line", line: at + 1 }),
            }
        }
        if right.len() > MOST {
            return Err(vec![Refusal::Said("invitations-recipients-too-many")]);
        }
        match (right.is_empty(), wrong.is_empty()) {
            (true, true) => Err(vec![Refusal::Said("invitations-recipients-none")]),
            (_, false) => Err(wrong),
            (false, true) => Ok(right),
        }
    }
}

/// How an invitation is to be passed on.
#[derive(Debug, Clone)]
pub enum Passing {
    /// By the portal's mail to everybody named.
    Mail(Vec<Addressee>),
    /// By oneself, with the text or only the link; for whom, if it is known.
    Oneself {
        /// [`Way::Text`] or [`Way::Link`].
        way: Way,
        /// For whom.
        addressee: Option<Addressee>,
    },
}

/// A note of whoever forwards, plain text.
pub type OwnNote = Note<1000>;

/// A mail that was given up, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounce {
    /// What the mail server made of it.
    pub trouble: Trouble,
    /// Whether nobody has sent to this recipient again since: it needs correcting.
    pub stands: bool,
}

/// One entry of the ledger: who passed an invitation on, to whom, by which way, when, and what became of the mail.
#[derive(Debug, Clone)]
pub struct Passed {
    /// The forward.
    pub id: Id<Forward>,
    /// The organization that passed it on.
    pub forwarder: Id<Organization>,
    /// Its name.
    pub forwarder_name: String,
    /// The person, if it is a colleague of whoever looks.
    pub person: Option<String>,
    /// How.
    pub way: Way,
    /// To which address.
    pub email: Option<String>,
    /// To whom.
    pub name: Option<String>,
    /// With which own words.
    pub note: Option<String>,
    /// When.
    pub at: Timestamp,
    /// What became of the mail (`mail-state-…`).
    pub mail: Option<String>,
    /// Why the mail was given up, if it was.
    pub bounce: Option<Bounce>,
}

impl Passed {
    /// To whom, as one text; empty when it is not known.
    pub fn to(&self) -> &str {
        self.name.as_deref().or(self.email.as_deref()).unwrap_or_default()
    }

    /// Whether its mail came back, and nobody has sent to this recipient again since.
    pub fn needs_correcting(&self) -> bool {
        self.bounce.as_ref().is_some_and(|bounce| bounce.stands)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_an_address_with_or_without_a_name() {
        assert_eq!(Addressee::parse(" it@fabrikam.cn ").unwrap().name, None);
        let zhao = Addressee::parse("\"Zhao Min\" <zhao@fabrikam.cn>").unwrap();
        assert_eq!(
            (zhao.name.unwrap().as_str().to_owned(), zhao.email.as_str().to_owned()),
            ("Zhao Min".to_owned(), "zhao@fabrikam.cn".to_owned())
        );
        assert!(Addressee::parse("a@x.cn, b@y.cn").is_err());
        assert!(Addressee::parse("<>").is_err());
    }

    #[test]
    fn wrong_lines_are_named_by_their_number() {
        let wrong = Addressee::parse_lines("it@fabrikam.cn\n\nnobody\nops@\n").unwrap_err();
        let line = |line| Refusal::InLine { key: "invitations-recipient-line", line };
        assert_eq!(wrong, [line(3), line(4)]);
    }

    #[test]
    fn an_address_given_twice_counts_once_and_there_is_a_limit() {
        assert_eq!(Addressee::parse_lines("a@x.cn\nA@x.cn\nb@x.cn").unwrap().len(), 2);
        let many: String = (0..=MOST).map(|n| format!("u{n}@x.cn\n")).collect();
        assert_eq!(Addressee::parse_lines(&many).unwrap_err(), [Refusal::Said("invitations-recipients-too-many")]);
        assert_eq!(Addressee::parse_lines(" \n").unwrap_err(), [Refusal::Said("invitations-recipients-none")]);
    }
}
