//! Links: pointers that the portal alone can make. The database holds no secret; rotating raises the generation.
//!
//! `token = base64url(kind ‖ generation ‖ id ‖ via ‖ HMAC-SHA256(kind ‖ generation ‖ id ‖ via)[..16])`, where `via`,
//! the forward that passed the link on, may be missing.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use subtle::ConstantTimeEq;
use uuid::Uuid;

use crate::keys::Keys;

/// What a link is for; a token of one kind is worth nothing as another (the kind is signed).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A customer's way to an invitation: `/i/…`.
    Invitation,
    /// A reseller's way to a partnership: `/p/…`.
    Partnership,
    /// A new person's way to their account: `/set-up/…`.
    SetUp,
    /// A way to a new password: `/reset/…`.
    Reset,
    /// Proof that an address is read: `/confirm/…`.
    Confirm,
    /// A program's way to somebody's calendar of ends: `/calendar/…`.
    Calendar,
    /// The way out of the reminders of a sending: `/reminders/…`.
    Reminders,
}

impl Kind {
    const ALL: [Self; 7] = [Self::Invitation, Self::Partnership, Self::SetUp, Self::Reset, Self::Confirm, Self::Calendar, Self::Reminders];

    fn byte(self) -> u8 {
        match self {
            Self::Invitation => b'i',
            Self::Partnership => b'p',
            Self::SetUp => b's',
            Self::Reset => b'r',
            Self::Confirm => b'c',
            Self::Calendar => b'k',
            Self::Reminders => b'q',
        }
    }

    /// The path before the token.
    pub fn path(self) -> &'static str {
        match self {
            Self::Invitation => "/i/",
            Self::Partnership => "/p/",
            Self::SetUp => "/set-up/",
            Self::Reset => "/reset/",
            Self::Confirm => "/confirm/",
            Self::Calendar => "/calendar/",
            Self::Reminders => "/reminders/",
        }
    }
}

/// A link whose signature has been checked, or one that is about to be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// What it is for.
    pub kind: Kind,
    /// Which turn of the rotation it belongs to; an older one than the row's is dead.
    pub generation: u16,
    /// What it points at.
    pub id: Uuid,
    /// The forward that passed it on.
    pub via: Option<Uuid>,
}

impl Link {
    /// A link to `id`.
    pub fn new(kind: Kind, id: impl Into<Uuid>, generation: i32) -> Self {
        Self { kind, generation: u16::try_from(generation).unwrap_or(u16::MAX), id: id.into(), via: None }
    }

    /// The same link as passed on by a forward.
    pub fn via(self, forward: Uuid) -> Self {
        Self { via: Some(forward), ..self }
    }

    /// The token. Never log it.
    pub fn token(&self, keys: &Keys) -> String {
        let mut bytes = self.signed_part();
        bytes.extend(keys.sign_link(&[&bytes]));
        BASE64_URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The whole URL, on the portal's configured public address and no other (AB-14).
    pub fn url(&self, keys: &Keys, public_url: &str) -> String {
        format!("{}{}{}", public_url.trim_end_matches('/'), self.kind.path(), self.token(keys))
    }

    /// Reads a token; whatever this portal did not sign is no link, and takes the same time.
    pub fn read(token: &str, keys: &Keys) -> Option<Self> {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(token).ok()?;
        let via = match bytes.len() {
            35 => None,
            51 => Some(Uuid::from_slice(&bytes[19..35]).ok()?),
            _ => return None,
        };
        let (signed, signature) = bytes.split_at(bytes.len() - 16);
        let kind = Kind::ALL.into_iter().find(|kind| kind.byte() == signed[0])?;
        let genuine: bool = keys.sign_link(&[signed]).ct_eq(signature).into();
        genuine.then_some(Self {
            kind,
            generation: u16::from_be_bytes([signed[1], signed[2]]),
            id: Uuid::from_slice(&signed[3..19]).ok()?,
            via,
        })
    }

    fn signed_part(&self) -> Vec<u8> {
        let mut bytes = vec![self.kind.byte()];
        bytes.extend(self.generation.to_be_bytes());
        bytes.extend(self.id.as_bytes());
        bytes.extend(self.via.iter().flat_map(|via| via.as_bytes()));
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        Keys::derive(b"thirty-two bytes of a test's secret")
    }

    #[test]
    fn a_link_is_read_back_with_and_without_a_forward() {
        let link = Link::new(Kind::Invitation, Uuid::now_v7(), 3);
        assert_eq!(Link::read(&link.token(&keys()), &keys()), Some(link));
        let passed_on = link.via(Uuid::now_v7());
        assert_eq!(Link::read(&passed_on.token(&keys()), &keys()), Some(passed_on));
    }

    #[test]
    fn a_changed_token_or_another_key_is_no_link() {
        let token = Link::new(Kind::Invitation, Uuid::now_v7(), 1).token(&keys());
        assert_eq!(Link::read(&token, &Keys::derive(b"another secret of thirty-two bytes")), None);
        let mut bytes = BASE64_URL_SAFE_NO_PAD.decode(&token).unwrap();
        for at in 0..bytes.len() {
            bytes[at] ^= 1;
            assert_eq!(Link::read(&BASE64_URL_SAFE_NO_PAD.encode(&bytes), &keys()), None, "byte {at}");
            bytes[at] ^= 1;
        }
        assert_eq!(Link::read("", &keys()), None);
    }

    #[test]
    fn a_confirmation_is_no_invitation() {
        let id = Uuid::now_v7();
        let confirm = Link::new(Kind::Confirm, id, 1).token(&keys());
        assert_eq!(Link::read(&confirm, &keys()).unwrap().kind, Kind::Confirm);
        assert_ne!(confirm, Link::new(Kind::Invitation, id, 1).token(&keys()));
    }
}
