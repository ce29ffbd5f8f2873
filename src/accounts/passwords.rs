//! Hashing with Argon2id, off the workers that answer requests, so many at a time and no more (FT-24, G5).

use std::sync::Arc;

use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

use super::Password;
use crate::problem::Problem;

/// Common passwords and patterns of fifteen characters and more are made of these.
pub(super) const COMMON: &[&str] = &[
    "password",
    "passw0rd",
    "qwertyuiop",
    "qwerty123",
    "1234567890",
    "123456789",
    "0987654321",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "iloveyou",
    "welcome",
    "letmein",
    "administrator",
    "changeme",
    "football",
    "princess",
    "sunshine",
    "dragon",
    "monkey",
    "woaini1314",
    "5201314",
    "a123456789",
    "abcdefghijkl",
    "asdfghjkl",
    "zxcvbnm",
    "йцукенгшщзхъ",
    "йцукен",
    "пароль",
    "密码",
    "mima123456",
    "mandate",
    "microsoft",
    "office365",
];

/// The hash of no password: checked when there is no account, so that its absence takes the same time (ASVS 6.3.8).
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5J3Mgc2FsdA$mnVyM0M2hS3mUBHo4KqyJ2bXFJBk2BO6fk3PvHpmkGY";

/// Argon2id behind a limit. Cheap to clone.
#[derive(Clone)]
pub struct Hashing {
    turns: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
}

impl Hashing {
    /// As many at a time as half the processors, at least one; a short queue behind them.
    pub fn new() -> Self {
        let turns = std::thread::available_parallelism().map_or(1, |n| (n.get() / 2).max(1));
        Self { turns: Arc::new(Semaphore::new(turns)), waiting: Arc::new(Semaphore::new(turns * 32)) }
    }

    /// The hash to keep of a new password: Argon2id, 19 MiB, 2 passes, 1 lane.
    ///
    /// # Errors
    /// [`Problem::Unavailable`] when too many wait already.
    pub async fn hash(&self, password: &Password) -> Result<String, Problem> {
        let password = password.clone();
        self.turn(move || {
            argon2().hash_password(password.bytes()).map(|hash| hash.to_string()).map_err(|error| Problem::Internal(error.to_string()))
        })
        .await?
    }

    /// Whether the password is the one of the hash; without a hash it is not, and that takes as long.
    ///
    /// # Errors
    /// [`Problem::Unavailable`] when too many wait already.
    pub async fn matches(&self, password: &Password, hash: Option<String>) -> Result<bool, Problem> {
        let password = password.clone();
        self.turn(move || {
            let same = argon2().verify_password(password.bytes(), hash.as_deref().unwrap_or(NOBODY)).is_ok();
            same && hash.is_some()
        })
        .await
    }

    async fn turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
        let busy = |_| Problem::Unavailable("too many sign-ins at once".to_owned());
        let place = self.waiting.clone().try_acquire_owned().map_err(|error| busy(error.to_string()))?;
        let turn = self.turns.clone().acquire_owned().await.map_err(|error| busy(error.to_string()))?;
        let done = tokio::task::spawn_blocking(move || {
            let result = work();
            drop((turn, place));
            result
        });
        done.await.map_err(|error| Problem::Internal(error.to_string()))
    }
}

impl Default for Hashing {
    fn default() -> Self {
        Self::new()
    }
}

fn argon2() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).expect("the parameters are within Argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_matches_its_hash_and_no_other() {
        let hashing = Hashing::new();
        let password = Password::typed("correct horse battery staple");
        let hash = hashing.hash(&password).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(hashing.matches(&password, Some(hash.clone())).await.unwrap());
        assert!(!hashing.matches(&Password::typed("another"), Some(hash)).await.unwrap());
        assert!(!hashing.matches(&password, None).await.unwrap());
    }
}
