//! The worker that carries letters from the outbox to the mailer. Any number may run, in any number of processes.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use tokio::sync::watch;

use super::{
    Letterhead, Mailer, To,
    mailer::{Failure, PATIENCE},
    outbox::{Hindrance, Outcome, Trouble},
    render,
    store::{self, Claimed, Due},
};
use crate::{
    db::{self, Asker, Db, Pool},
    keys::Keys,
    services::{self, Service},
    values::masked,
};

/// Letters claimed at once; few, so that a worker that dies holds up few.
const BATCH: i64 = 10;
/// How long claimed letters are ours. A worker that dies leaves them to the others after it.
const LEASE: TimeDelta = TimeDelta::minutes(2);
/// How long a letter waits whose invitation rests.
const REST: TimeDelta = TimeDelta::minutes(5);
/// How often an idle worker looks, right after work and later on.
const EAGER: Duration = Duration::from_millis(250);
const IDLE: Duration = Duration::from_secs(2);
/// How long no mail is tried while the server is away, at first and at most.
const AWAY: Duration = Duration::from_secs(2);
const AWAY_LONGEST: Duration = Duration::from_secs(60);

/// What a round came to.
enum Round {
    /// There was nothing to do.
    Idle,
    /// Letters were worked off; there may be more.
    Busy,
    /// The mail server takes nothing at present.
    Away,
    /// The worker was told to stop.
    Stopped,
}

struct Worker {
    db: Db,
    mailer: Mailer,
    keys: Keys,
    public_url: String,
    stop: watch::Receiver<bool>,
}

/// Sends letters until `stop` turns true (or its sender is gone): the mail that is going out is finished, the rest of
/// the batch given back. Nothing that goes wrong ends it: not the mail server, not the database.
///
/// Links are made with `keys` for `public_url`, as the pages make them. Letters are tried in the order in which they
/// fell due; one that the server defers comes back after 1, 2, 4 … minutes, two hours at most, and is given up after
/// twelve attempts; an address that is refused for good is given up at once. While the server itself is away no
/// letter loses an attempt or its place.
pub async fn run(pool: Pool, mailer: Mailer, keys: Keys, public_url: String, stop: watch::Receiver<bool>) {
    let mut worker = Worker { db: Db::new(pool, Asker::System, None), mailer, keys, public_url, stop };
    let (mut idle, mut away) = (EAGER, AWAY);
    loop {
        let pause = match worker.round().await {
            Ok(Round::Stopped) => return,
            Ok(Round::Busy) => {
                (idle, away) = (EAGER, AWAY);
                continue;
            }
            Ok(Round::Idle) => longer(&mut idle, IDLE),
            Ok(Round::Away) => longer(&mut away, AWAY_LONGEST),
            Err(error) => {
                tracing::warn!(event = "mail_database", %error, "the outbox cannot be read");
                longer(&mut away, AWAY_LONGEST)
            }
        };
        if worker.stops_within(pause).await {
            return;
        }
    }
}

/// The pause, which is twice as long the next time.
fn longer(pause: &mut Duration, longest: Duration) -> Duration {
    let now = *pause;
    *pause = (now * 2).min(longest);
    now
}

impl Worker {
    async fn stops_within(&mut self, pause: Duration) -> bool {
        match tokio::time::timeout(pause, self.stop.wait_for(|stop| *stop)).await {
            Ok(_told_or_alone) => true,
            Err(_elapsed) => false,
        }
    }

    fn is_stopped(&self) -> bool {
        *self.stop.borrow() || self.stop.has_changed().is_err()
    }

    async fn round(&self) -> db::Result<Round> {
        if self.is_stopped() {
            return Ok(Round::Stopped);
        }
        let (claimed, services) = self.claim().await?;
        // Our own clock tells how much of the lease is left; it began before the database's answer came.
        let began = Instant::now();
        let mut batch = claimed.into_iter();
        let mut round = Round::Idle;
        while let Some(letter) = batch.next() {
            let lease = LEASE.to_std().unwrap_or_default();
            if self.is_stopped() || began.elapsed() + PATIENCE * 2 > lease {
                round = if self.is_stopped() { Round::Stopped } else { Round::Busy };
                self.give_back(letter, &mut batch).await;
                break;
            }
            let outcome = self.attempt(&letter, &services).await?;
            let away = matches!(&outcome, Outcome::PutBack(Some(trouble), _) if trouble.hindrance != Hindrance::Resting);
            self.settle(&letter, &outcome).await;
            round = Round::Busy;
            if away {
                self.give_back_all(&mut batch).await;
                round = Round::Away;
            }
        }
        Ok(round)
    }

    async fn claim(&self) -> db::Result<(Vec<Claimed>, Vec<Service>)> {
        let tx = self.db.write().await?;
        let claimed = store::claim(&tx, BATCH, LEASE).await?;
        let services = if claimed.is_empty() { Vec::new() } else { services::list(tx.pg()).await? };
        tx.commit().await?;
        Ok((claimed, services))
    }

    async fn attempt(&self, claimed: &Claimed, services: &[Service]) -> db::Result<Outcome> {
        let letter = match &claimed.letter {
            Ok(letter) => letter,
            Err(error) => return Ok(Outcome::Dead(Trouble::new(Hindrance::Unreadable, error.to_string()))),
        };
        let (due, revised, now) = {
            let view = self.db.view().await?;
            (store::look(&view, letter).await?, store::revised(&view, letter).await?, view.now())
        };
        match due {
            Due::No(why) => return Ok(Outcome::Cancelled(why)),
            Due::Later(why) => return Ok(Outcome::PutBack(Some(why.into()), REST)),
            Due::Yes => {}
        }
        // What was sent stands in the outbox as it was sent.
        if let Some((letter, language)) = &revised {
            let tx = self.db.write().await?;
            store::rewrite(&tx, claimed, letter, *language).await?;
            tx.commit().await?;
        }
        let (letter, language) = revised.as_ref().map_or((letter, claimed.to.language), |(letter, language)| (letter, *language));
        // No transaction is open while the mail goes out.
        let head = Letterhead { keys: &self.keys, public_url: &self.public_url, services };
        let mail = render(letter, language, &head);
        let to = To { language, ..claimed.to.clone() };
        Ok(match self.mailer.send(claimed.id, &to, &mail, now).await {
            Ok(()) => Outcome::Sent,
            Err(Failure::Refused(trouble)) => Outcome::Dead(trouble),
            Err(Failure::Postponed(trouble)) => Outcome::Again(trouble),
            Err(Failure::Closed(trouble)) => Outcome::PutBack(Some(trouble), TimeDelta::zero()),
        })
    }

    async fn give_back(&self, first: Claimed, rest: &mut impl Iterator<Item = Claimed>) {
        self.settle(&first, &Outcome::PutBack(None, TimeDelta::zero())).await;
        self.give_back_all(rest).await;
    }

    async fn give_back_all(&self, rest: &mut impl Iterator<Item = Claimed>) {
        for letter in rest {
            self.settle(&letter, &Outcome::PutBack(None, TimeDelta::zero())).await;
        }
    }

    /// Writes the outcome down. What was sent is worth some patience: until it is written, it may be sent once more.
    async fn settle(&self, claimed: &Claimed, outcome: &Outcome) {
        let attempts = if *outcome == Outcome::Sent { 5 } else { 1 };
        for attempt in 1..=attempts {
            match self.write(claimed, outcome).await {
                Ok(()) => return log(claimed, outcome),
                Err(error) => tracing::warn!(event = "mail_database", letter = %claimed.id, %error, attempt, "the outcome is not written"),
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }

    async fn write(&self, claimed: &Claimed, outcome: &Outcome) -> db::Result<()> {
        let tx = self.db.write().await?;
        store::settle(&tx, claimed, outcome).await?;
        tx.commit().await
    }
}

/// One line for each attempt; addresses are masked, and the other side's words, which may repeat them, left out.
fn log(claimed: &Claimed, outcome: &Outcome) {
    let (letter, to, attempt) = (claimed.id, masked(&claimed.to.email), claimed.attempts);
    match outcome {
        Outcome::Sent => tracing::info!(event = "mail_sent", %letter, %to, attempt, "sent"),
        Outcome::Again(trouble) => {
            tracing::warn!(event = "mail_deferred", %letter, %to, attempt, why = %trouble.hindrance, "tried again later")
        }
        Outcome::PutBack(Some(trouble), _) => tracing::warn!(event = "mail_waits", %letter, %to, why = %trouble.hindrance, "waits"),
        Outcome::PutBack(None, _) => {}
        Outcome::Dead(trouble) => tracing::error!(event = "mail_dead", %letter, %to, attempt, why = %trouble.hindrance, "given up"),
        Outcome::Cancelled(why) => tracing::info!(event = "mail_cancelled", %letter, %to, %why, "not needed any more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_can_run_on_any_runtime() {
        fn moves<T: Send>(_: impl FnOnce(Pool, Mailer, Keys, watch::Receiver<bool>) -> T) {}
        moves(|pool, mailer, keys, stop| run(pool, mailer, keys, String::new(), stop));
    }
}
