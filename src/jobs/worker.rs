//! What runs the jobs. Any number may run, in any number of processes; nothing that goes wrong ends it but being told to stop.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use chrono::TimeDelta;
use futures_util::FutureExt;
use tokio::sync::watch;

use super::{
    Job,
    store::{self, Claimed, End},
};
use crate::{
    db::{self, Asker, Db, Pool, Timestamp},
    problem::Problem,
};

/// How long a job is ours. A worker that dies leaves it to the others after it.
const LEASE: TimeDelta = TimeDelta::minutes(10);
/// How long one round of a job may take: far less than the lease, far more than it should.
const PATIENCE: Duration = Duration::from_secs(120);
/// How many rounds a job has in one run; what is left then waits for the next.
const ROUNDS: usize = 1000;
/// How long a run may go on beginning rounds, so that the lease outlives it.
const RUN: Duration = Duration::from_secs(300);
/// How often a worker with nothing to do looks whether something is due.
const IDLE: Duration = Duration::from_secs(5);
/// How long it waits while the database is away, at first and at most.
const AWAY: Duration = Duration::from_secs(2);
const AWAY_LONGEST: Duration = Duration::from_secs(60);

struct Worker<'a> {
    db: Db,
    clock: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    jobs: &'a [Job],
    stop: watch::Receiver<bool>,
}

/// Runs the jobs whenever they are due until `stop` turns true (or its sender is gone); the round that has begun is finished.
///
/// Which job is due is decided by the database's clock, so that processes agree; the verbs are given the time of `clock`.
pub async fn run(pool: Pool, clock: Arc<dyn Fn() -> Timestamp + Send + Sync>, jobs: &[Job], stop: watch::Receiver<bool>) {
    let mut worker = Worker { db: Db::new(pool, Asker::System, None), clock, jobs, stop };
    let (mut away, mut registered) = (AWAY, false);
    while !worker.is_stopped() {
        let pause = match worker.turn(&mut registered).await {
            Ok(true) => {
                away = AWAY;
                continue;
            }
            Ok(false) => {
                away = AWAY;
                IDLE
            }
            Err(error) => {
                tracing::warn!(event = "jobs_database", %error, "the schedule cannot be read");
                let now = away;
                away = (now * 2).min(AWAY_LONGEST);
                now
            }
        };
        if worker.stops_within(pause).await {
            return;
        }
    }
}

/// Runs every job once, whether or not it is due, until each has nothing left to do: what each did, or why it failed.
pub async fn run_once(db: &Db, now: Timestamp, jobs: &[Job]) -> Vec<(&'static str, Result<usize, String>)> {
    let mut outcomes = Vec::with_capacity(jobs.len());
    for job in jobs {
        let mut outcome = Ok(0);
        for _ in 0..ROUNDS {
            match (round(db, job, now).await, outcome) {
                (Ok(0), all) => {
                    outcome = all;
                    break;
                }
                (Ok(done), all) => outcome = all.map(|all| all + done),
                (Err(trouble), _) => {
                    outcome = Err(trouble);
                    break;
                }
            }
        }
        outcomes.push((job.name, outcome));
    }
    outcomes
}

/// One round of a job: a panic or a job that hangs is a failure like any other.
async fn round(db: &Db, job: &Job, now: Timestamp) -> Result<usize, String> {
    let verb = AssertUnwindSafe(async { (job.verb)(db, now).await }).catch_unwind();
    match tokio::time::timeout(PATIENCE, verb).await {
        Ok(Ok(outcome)) => outcome.map_err(|problem: Problem| problem.to_string()),
        Ok(Err(_panic)) => Err("it panicked".to_owned()),
        Err(_elapsed) => Err("it took too long".to_owned()),
    }
}

impl Worker<'_> {
    async fn stops_within(&mut self, pause: Duration) -> bool {
        tokio::time::timeout(pause, self.stop.wait_for(|stop| *stop)).await.is_ok()
    }

    fn is_stopped(&self) -> bool {
        *self.stop.borrow() || self.stop.has_changed().is_err()
    }

    /// Runs one job that is due, if there is one.
    async fn turn(&self, registered: &mut bool) -> db::Result<bool> {
        let names: Vec<_> = self.jobs.iter().map(|job| job.name).collect();
        if names.is_empty() {
            return Ok(false);
        }
        let tx = self.db.write().await?;
        if !*registered {
            store::register(&tx, &names).await?;
        }
        let claimed = store::claim(&tx, &names, LEASE).await?;
        tx.commit().await?;
        *registered = true;
        let Some(claimed) = claimed else { return Ok(false) };
        let Some(job) = self.jobs.iter().find(|job| job.name == claimed.name) else { return Ok(false) };
        let (done, outcome) = self.rounds(job).await;
        self.settle(job, &claimed, done, &outcome).await?;
        Ok(true)
    }

    async fn rounds(&self, job: &Job) -> (usize, Result<(), String>) {
        let began = tokio::time::Instant::now();
        let mut all = 0;
        for _ in 0..ROUNDS {
            match round(&self.db, job, (self.clock)()).await {
                Ok(0) => return (all, Ok(())),
                Ok(done) => all += done,
                Err(trouble) => return (all, Err(trouble)),
            }
            if self.is_stopped() || began.elapsed() > RUN {
                break;
            }
        }
        (all, Ok(()))
    }

    async fn settle(&self, job: &Job, claimed: &Claimed, done: usize, outcome: &Result<(), String>) -> db::Result<()> {
        let trouble = outcome.as_ref().err().map(String::as_str);
        let failures = if trouble.is_some() { claimed.failures.saturating_add(1) } else { 0 };
        match trouble {
            Some(why) => tracing::error!(event = "job_failed", job = job.name, done, failures, why, "a job failed"),
            None if done > 0 => tracing::info!(event = "job_done", job = job.name, done, "a job did its work"),
            None => tracing::debug!(event = "job_done", job = job.name, "nothing to do"),
        }
        let tx = self.db.write().await?;
        store::settle(&tx, claimed, &End { done, trouble, pause: job.pause_after(failures) }).await?;
        tx.commit().await
    }
}
