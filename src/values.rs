//! Values that are right by construction: parsed once, at the edge, and never checked again (ASVS 2.2.1).

use unicode_normalization::UnicodeNormalization;

/// Why a value was refused; the catalogue has the words (`field-…`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was entered.
    Required,
    /// More than `max` characters.
    TooLong {
        /// Characters allowed.
        max: usize,
    },
    /// Not an e-mail address.
    Email,
    /// Not a whole number from `min` to `max`.
    Range {
        /// The smallest allowed.
        min: i64,
        /// The largest allowed.
        max: i64,
    },
    /// Not one of the choices offered.
    Choice,
    /// Not a date, or not one in the future.
    Date,
    /// Anything a slice says in its own words, by key.
    Said(&'static str),
    /// One line of several is wrong; the slice's words put the line's number in.
    InLine {
        /// The key of the words.
        key: &'static str,
        /// The line, from 1.
        line: usize,
    },
}

/// Trims, folds full-width letters, digits and spaces to plain ones where the whole value is meant for machines.
fn folded(text: &str) -> String {
    text.nfkc().collect::<String>().trim().to_owned()
}

/// A text of one line, without control characters: 1 to `MAX` characters of any script.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Line<const MAX: usize>(String);

/// A name of a person, an organization or an invitation.
pub type Name = Line<200>;

impl<const MAX: usize> Line<MAX> {
    /// Parses what was typed.
    ///
    /// # Errors
    /// When it is empty or too long.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let text: String = text.nfc().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match text.chars().count() {
            0 => Err(Refusal::Required),
            n if n > MAX => Err(Refusal::TooLong { max: MAX }),
            _ => Ok(Self(text)),
        }
    }

    /// Parses what may be left empty.
    ///
    /// # Errors
    /// When it is too long.
    pub fn optional(text: &str) -> Result<Option<Self>, Refusal> {
        if text.trim().is_empty() { Ok(None) } else { Self::parse(text).map(Some) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text of several lines: paragraphs, notes, reasons. At most `MAX` characters; control characters other than line breaks go.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Note<const MAX: usize>(String);

impl<const MAX: usize> Note<MAX> {
    /// Parses what was typed.
    ///
    /// # Errors
    /// When it is empty or too long.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let text: String = text.replace("\r\n", "\n").nfc().filter(|c| *c == '\n' || !c.is_control()).collect();
        let text = text.trim();
        match text.chars().count() {
            0 => Err(Refusal::Required),
            n if n > MAX => Err(Refusal::TooLong { max: MAX }),
            _ => Ok(Self(text.to_owned())),
        }
    }

    /// Parses what may be left empty.
    ///
    /// # Errors
    /// When it is too long.
    pub fn optional(text: &str) -> Result<Option<Self>, Refusal> {
        if text.trim().is_empty() { Ok(None) } else { Self::parse(text).map(Some) }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An e-mail address in lower case, of at most 254 characters, one address and nothing else (AB-46).
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Email(String);

impl Email {
    /// Parses what was typed; full-width characters count as plain ones.
    ///
    /// # Errors
    /// When it is empty, too long or no address.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let text = folded(text).to_lowercase();
        if text.is_empty() {
            return Err(Refusal::Required);
        }
        if text.chars().count() > 254 {
            return Err(Refusal::TooLong { max: 254 });
        }
        let (local, domain) = text.rsplit_once('@').ok_or(Refusal::Email)?;
        let local_is_right = !local.is_empty()
            && local.len() <= 64
            && local.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c));
        let dotted = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
        if local_is_right && dotted && is_domain(domain) { Ok(Self(text)) } else { Err(Refusal::Email) }
    }

    /// The same for an address that may be left out: empty is none.
    ///
    /// # Errors
    /// When it is too long or no address.
    pub fn optional(text: &str) -> Result<Option<Self>, Refusal> {
        if text.trim().is_empty() { Ok(None) } else { Self::parse(text).map(Some) }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part after the @.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// The address with all but its first letter hidden, for pages that others may see: `a•••@example.cn`.
    pub fn masked(&self) -> String {
        masked(&self.0)
    }
}

/// An address with all but its first letter hidden.
pub fn masked(email: &str) -> String {
    match email.rsplit_once('@') {
        Some((local, domain)) => format!("{}•••@{domain}", local.chars().next().unwrap_or('•')),
        None => "•••".to_owned(),
    }
}

/// A domain name in lower case.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Domain(String);

impl Domain {
    /// Parses what was typed.
    ///
    /// # Errors
    /// When it is no domain name.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let text = folded(text).to_lowercase();
        match text.as_str() {
            "" => Err(Refusal::Required),
            domain if is_domain(domain) => Ok(Self(text)),
            _ => Err(Refusal::Said("field-domain")),
        }
    }

    /// Parses what may be left empty.
    ///
    /// # Errors
    /// When it is no domain name.
    pub fn optional(text: &str) -> Result<Option<Self>, Refusal> {
        if text.trim().is_empty() { Ok(None) } else { Self::parse(text).map(Some) }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_domain(text: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.chars().count())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    text.len() <= 253 && text.contains('.') && text.split('.').all(label)
}

/// How long a delegation lasts: 1 to 730 days (D21).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Days(i32);

impl Days {
    /// The longest.
    pub const MAX: i32 = 730;
    /// The same as a time.
    pub const LONGEST: Self = Self(Self::MAX);

    /// Parses what was typed.
    ///
    /// # Errors
    /// When it is not a whole number from 1 to 730.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let range = Refusal::Range { min: 1, max: i64::from(Self::MAX) };
        match folded(text).as_str() {
            "" => Err(Refusal::Required),
            digits => digits.parse().ok().and_then(Self::new).ok_or(range),
        }
    }

    /// So many days, if that is allowed.
    pub fn new(days: i32) -> Option<Self> {
        (1..=Self::MAX).contains(&days).then_some(Self(days))
    }

    /// The number.
    pub fn get(self) -> i32 {
        self.0
    }
}

/// The country or region that is an organization's market (D9), as its ISO 3166 code.
pub fn country(text: &str) -> Result<String, Refusal> {
    let code = folded(text).to_uppercase();
    if COUNTRIES.contains(&code.as_str()) { Ok(code) } else { Err(Refusal::Choice) }
}

/// The markets that an organization can be in; the catalogue has their names (`country-…`).
pub const COUNTRIES: [&str; 6] = ["CN", "HK", "MO", "TW", "KZ", "RU"];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_are_single_and_plain() {
        assert_eq!(Email::parse(" IT@Fabrikam.CN ").unwrap().as_str(), "it@fabrikam.cn");
        assert_eq!(Email::parse("ｉｔ＠fabrikam.cn").unwrap().as_str(), "it@fabrikam.cn");
        for bad in [
            "",
            "it",
            "it@",
            "@fabrikam.cn",
            "a@x.cn,b@y.cn",
            "a@x.cn\r\nBcc: b@y.cn",
            "a b@x.cn",
            "it@fabrikam",
            "Zhao <it@fabrikam.cn>",
            ".it@x.cn",
        ] {
            assert!(Email::parse(bad).is_err(), "{bad:?}");
        }
        assert_eq!(Email::parse("anna@example.cn").unwrap().masked(), "a•••@example.cn");
    }

    #[test]
    fn names_of_two_hundred_characters_of_any_script_fit() {
        assert!(Name::parse(&"界".repeat(200)).is_ok());
        assert_eq!(Name::parse(&"界".repeat(201)), Err(Refusal::TooLong { max: 200 }));
        assert_eq!(Name::parse(" \u{3000} "), Err(Refusal::Required));
        assert_eq!(Name::parse("Lin\r\nWei").unwrap().as_str(), "Lin Wei");
    }

    #[test]
    fn days_are_one_to_seven_hundred_and_thirty() {
        assert_eq!(Days::parse("３６５").unwrap().get(), 365);
        for bad in ["0", "731", "-1", "1.5", "many"] {
            assert_eq!(Days::parse(bad), Err(Refusal::Range { min: 1, max: 730 }), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_parsed_or_refused(text in "\\PC{0,400}") {
            drop((Email::parse(&text), Name::parse(&text), Days::parse(&text), Domain::parse(&text)));
            if let Ok(note) = Note::<100>::parse(&text) { prop_assert!(note.as_str().chars().count() <= 100); }
        }
    }
}
