//! Accounts: people, how they prove who they are, and the one-time links that let them in.

pub mod actions;
pub mod directory;
pub mod jobs;
pub mod pages;
mod passwords;
pub mod settings;
mod store;

use crate::{
    db::{Timestamp, text_enum},
    i18n::Lang,
    ids::{Id, Organization, User},
    links,
    organizations::Kind,
    values::Refusal,
};

pub use crate::web::detour;
pub use passwords::Hashing;
pub use settings::Settings;
pub use store::{list_members, list_offers};

/// A password as typed, normalized (NFKC); never printed, never stored.
#[derive(Clone)]
pub struct Password(String);

impl Password {
    /// The shortest allowed: alone, without a second factor (ASVS 6.2.1).
    pub const SHORTEST: usize = 15;
    /// The longest looked at.
    pub const LONGEST: usize = 256;

    /// A new password, as its owner chose it. No rules of composition; common ones, and those made of what
    /// everybody knows of the person, are refused (ASVS 6.2.4, 6.2.11).
    ///
    /// # Errors
    /// When it is too short, too long, or easily guessed.
    pub fn choose(text: &str, known: &[&str]) -> Result<Self, Refusal> {
        use unicode_normalization::UnicodeNormalization;
        let text: String = text.nfkc().collect();
        match text.chars().count() {
            0 => return Err(Refusal::Required),
            n if n < Self::SHORTEST => return Err(Refusal::Said("accounts-password-too-short")),
            n if n > Self::LONGEST => return Err(Refusal::TooLong { max: Self::LONGEST }),
            _ => {}
        }
        let lower = text.to_lowercase();
        let mut distinct: Vec<char> = lower.chars().collect();
        distinct.sort_unstable();
        distinct.dedup();
        let common = passwords::COMMON.iter().any(|common| lower.contains(common) && lower.replace(common, "").chars().count() < 6);
        let personal = known.iter().any(|word| {
            word.chars().count() >= 4 && lower.contains(&word.to_lowercase()) && lower.chars().count() < word.chars().count() + 10
        });
        if distinct.len() < 5 || common || personal {
            return Err(Refusal::Said("accounts-password-guessable"));
        }
        Ok(Self(text))
    }

    /// A password as somebody signs in with it: whatever was typed.
    pub fn typed(text: &str) -> Self {
        use unicode_normalization::UnicodeNormalization;
        Self(text.chars().take(Self::LONGEST + 1).nfkc().collect())
    }

    fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password")
    }
}

/// Who has just signed in, and the organization they act for first.
#[derive(Debug, Clone, Copy)]
pub struct Entrant {
    /// The person.
    pub user: Id<User>,
    /// The organization; a person with several chooses.
    pub org: Option<Id<Organization>>,
    /// How many they have.
    pub orgs: usize,
}

text_enum! {
    /// What a one-time link is good for.
    Purpose {
        /// Setting up an account that somebody else opened.
        SetUp = "set-up",
        /// A new password in place of a forgotten one.
        Reset = "reset",
        /// Proof that an address is read by whoever registered with it.
        Confirm = "confirm",
    }
}

impl Purpose {
    /// The kind of link that carries it.
    pub fn link(self) -> links::Kind {
        match self {
            Self::SetUp => links::Kind::SetUp,
            Self::Reset => links::Kind::Reset,
            Self::Confirm => links::Kind::Confirm,
        }
    }
}

/// Somebody with a live account.
#[derive(Debug, Clone)]
pub struct Person {
    /// Who.
    pub id: Id<User>,
    /// The address.
    pub email: String,
    /// The name.
    pub name: String,
    /// The language of letters to them.
    pub language: Lang,
    /// Whether they have set a password; before that nobody can sign in as them (AB-21).
    pub set_up: bool,
    /// Whether they are known to read mail at the address.
    pub confirmed: bool,
}

/// One of the organizations somebody belongs to.
#[derive(Debug, Clone)]
pub struct Membership {
    /// The organization.
    pub org: Id<Organization>,
    /// Its kind.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// What the person is there.
    pub settings: Settings,
}

/// One of an organization's people.
#[derive(Debug, Clone)]
pub struct Member {
    /// Who.
    pub user: Id<User>,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The language of letters to them.
    pub language: Lang,
    /// What they are in the organization.
    pub settings: Settings,
    /// Since when they belong to it.
    pub since: Timestamp,
}

/// A membership that somebody was offered and has not taken yet; until then it gives nothing, and nothing is told of
/// the account that the address may have.
#[derive(Debug, Clone)]
pub struct Offer {
    /// Whom it is offered to.
    pub user: Id<User>,
    /// By which organization.
    pub org: Id<Organization>,
    /// Its kind.
    pub kind: Kind,
    /// Its name when it asked.
    pub organization: String,
    /// The name as typed by whoever offered it.
    pub name: String,
    /// The address as typed.
    pub email: String,
    /// What the person would be there.
    pub settings: Settings,
    /// When it was offered.
    pub at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_and_not_easily_guessed() {
        assert!(Password::choose("correct horse battery staple", &[]).is_ok());
        assert!(Password::choose("长城外面是故乡高原上升起红太阳", &[]).is_ok());
        assert!(Password::choose("", &[]).is_err());
        assert!(Password::choose("short", &[]).is_err());
        assert!(Password::choose(&"ab".repeat(20), &[]).is_err());
        assert!(Password::choose("passwordpassword1", &[]).is_err());
        assert!(Password::choose("zhao.min@fabrikam", &["zhao.min@fabrikam.cn", "zhao.min"]).is_err());
        assert!(Password::choose(&"long ".repeat(60), &[]).is_err());
    }
}
