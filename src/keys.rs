//! Keys derived from the portal's one secret, a separate one for each purpose.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The portal's keys. Shows nothing when printed.
#[derive(Clone)]
pub struct Keys {
    links: [u8; 32],
    forms: [u8; 32],
    cookies: [u8; 64],
}

impl Keys {
    /// Derives every key from the secret (at least 32 bytes of it are expected).
    pub fn derive(secret: &[u8]) -> Self {
        let mut cookies = [0; 64];
        cookies[..32].copy_from_slice(&mac(secret, &[b"cookies 1"]));
        cookies[32..].copy_from_slice(&mac(secret, &[b"cookies 2"]));
        Self { links: mac(secret, &[b"links"]), forms: mac(secret, &[b"forms"]), cookies }
    }

    /// The key that signs cookies.
    pub(crate) fn cookies(&self) -> &[u8] {
        &self.cookies
    }

    /// The first 16 bytes of a link's signature.
    pub(crate) fn sign_link(&self, parts: &[&[u8]]) -> [u8; 16] {
        let full = mac(&self.links, parts);
        let mut short = [0; 16];
        short.copy_from_slice(&full[..16]);
        short
    }

    /// The token that binds a form to a session (ASVS 3.5.1).
    pub(crate) fn sign_form(&self, session: &[u8]) -> [u8; 32] {
        mac(&self.forms, &[session])
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys")
    }
}

fn mac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("HMAC takes keys of any length");
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}
