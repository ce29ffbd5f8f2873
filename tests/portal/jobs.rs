//! The schedule: what the portal does by itself is done once, whoever runs it, and nothing that fails stops the rest.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use chrono::TimeDelta;
use mandate::{
    db::{Asker, Db, Pool, Timestamp, migrate},
    jobs::{self, Job, SCHEDULE},
    problem::Problem,
};
use tokio::sync::watch;

use crate::{harness::Database, past, world::World};

/// The database as the portal itself has it.
pub fn system(database: &Database) -> Db {
    Db::new(Pool::new(database.url(), 2).unwrap(), Asker::System, None)
}

/// A worker on a thread of its own, as the portal has it. It stops with this value.
struct Worker {
    stop: watch::Sender<bool>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Worker {
    fn on(url: &str, jobs: &'static [Job]) -> Self {
        let (stop, stopped) = watch::channel(false);
        let url = url.to_owned();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(jobs::run(Pool::new(&url, 2).unwrap(), Arc::new(chrono::Utc::now), jobs, stopped));
        });
        Self { stop, thread: Some(thread) }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.stop.send_replace(true);
        self.thread.take().unwrap().join().expect("a worker ends in peace");
    }
}

/// Waits until it is so, but not for ever.
async fn until(what: &str, mut so: impl AsyncFnMut() -> bool) {
    for _ in 0..300 {
        if so().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("it never came about that {what}");
}

#[actix_web::test]
async fn a_job_that_is_due_is_run_by_one_worker_until_nothing_is_left() {
    static LEFT: AtomicUsize = AtomicUsize::new(7);
    static ROUNDS: AtomicUsize = AtomicUsize::new(0);
    async fn count_down(_: &Db, _: Timestamp) -> Result<usize, Problem> {
        ROUNDS.fetch_add(1, Ordering::SeqCst);
        tokio::time::sleep(Duration::from_millis(50)).await;
        Ok(usize::from(LEFT.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok()))
    }
    const JOBS: &[Job] = &[Job { name: "count-down", pause: TimeDelta::hours(1), verb: |db, now| Box::pin(count_down(db, now)) }];

    let database = Database::migrated().await;
    let workers = [Worker::on(database.url(), JOBS), Worker::on(database.url(), JOBS)];
    until("the job has ended", async || database.count("select count(*) from jobs where ended_at is not null").await == 1).await;
    drop(workers);
    assert_eq!((LEFT.load(Ordering::SeqCst), ROUNDS.load(Ordering::SeqCst)), (0, 8), "seven rounds of work, and one that finds none");
    let waits =
        "select count(*) from jobs where done = 7 and failures = 0 and leased_until is null and due_at > now() + interval '59 minutes'";
    assert_eq!(database.count(waits).await, 1);
}

#[actix_web::test]
async fn a_job_that_fails_or_panics_keeps_nothing_else_from_running_and_comes_back_soon() {
    static RAN: AtomicUsize = AtomicUsize::new(0);
    async fn fail(_: &Db, _: Timestamp) -> Result<usize, Problem> {
        Err(Problem::Internal("a wheel came off".to_owned()))
    }
    async fn panic(_: &Db, _: Timestamp) -> Result<usize, Problem> {
        panic!("on purpose")
    }
    async fn work(_: &Db, _: Timestamp) -> Result<usize, Problem> {
        RAN.fetch_add(1, Ordering::SeqCst);
        Ok(0)
    }
    const JOBS: &[Job] = &[
        Job { name: "a-fails", pause: TimeDelta::hours(1), verb: |db, now| Box::pin(fail(db, now)) },
        Job { name: "b-panics", pause: TimeDelta::hours(1), verb: |db, now| Box::pin(panic(db, now)) },
        Job { name: "c-works", pause: TimeDelta::hours(1), verb: |db, now| Box::pin(work(db, now)) },
    ];
    let database = Database::migrated().await;
    let worker = Worker::on(database.url(), JOBS);
    until("all three were tried", async || database.count("select count(*) from jobs where ended_at is not null").await == 3).await;
    drop(worker);
    assert_eq!(RAN.load(Ordering::SeqCst), 1);
    let sooner = "select count(*) from jobs where failures = 1 and due_at < now() + interval '2 minutes' and trouble is not null";
    assert_eq!(database.count(sooner).await, 2);
    assert_eq!(database.count("select count(*) from jobs where trouble like '%a wheel came off%'").await, 1);
}

#[actix_web::test]
async fn a_job_whose_worker_died_is_taken_over_when_its_lease_is_over() {
    static RAN: AtomicUsize = AtomicUsize::new(0);
    async fn work(_: &Db, _: Timestamp) -> Result<usize, Problem> {
        RAN.fetch_add(1, Ordering::SeqCst);
        Ok(0)
    }
    const JOBS: &[Job] = &[
        Job { name: "left-behind", pause: TimeDelta::hours(1), verb: |db, now| Box::pin(work(db, now)) },
        Job { name: "still-held", pause: TimeDelta::hours(1), verb: |db, now| Box::pin(work(db, now)) },
    ];
    let database = Database::migrated().await;
    let held = "insert into jobs (name, leased_until, started_at) values
                ('left-behind', now() - interval '1 second', now() - interval '1 hour'), ('still-held', now() + interval '5 minutes', now())";
    database.connect().await.batch_execute(held).await.unwrap();
    let worker = Worker::on(database.url(), JOBS);
    until("the job has ended", async || database.count("select count(*) from jobs where ended_at is not null").await == 1).await;
    drop(worker);
    assert_eq!(RAN.load(Ordering::SeqCst), 1, "what another worker still holds is left to it");
}

#[actix_web::test]
async fn a_worker_outlives_a_database_that_cannot_be_used() {
    async fn work(_: &Db, _: Timestamp) -> Result<usize, Problem> {
        Ok(0)
    }
    const JOBS: &[Job] = &[Job { name: "patient", pause: TimeDelta::hours(1), verb: |db, now| Box::pin(work(db, now)) }];
    let database = Database::empty().await;
    let worker = Worker::on(database.url(), JOBS);
    tokio::time::sleep(Duration::from_millis(500)).await;
    migrate::up(database.url()).await.unwrap();
    until("the job has ended", async || database.count("select count(*) from jobs where ended_at is not null").await == 1).await;
    drop(worker);
}

#[actix_web::test]
async fn every_job_of_the_schedule_runs_on_a_world_with_a_past() {
    let world = World::with_a_past().await;
    for (name, outcome) in jobs::run_once(&system(&world.database), chrono::Utc::now(), SCHEDULE).await {
        assert!(outcome.is_ok(), "{name}: {outcome:?}");
    }
}

#[actix_web::test]
async fn d22_a_delegation_whose_time_is_over_is_written_down_as_expired_once() {
    let world = World::with_a_past().await;
    let over = format!(
        "update delegations set starts_at = now() - interval '9 days', ends_at = now() - interval '1 minute' where id in ('{}', '{}')",
        past::CONTOSOS_DELEGATION,
        past::AWAITING_DELEGATION
    );
    world.suddenly(&over).await;
    let (one, other) = (system(&world.database), system(&world.database));
    let now = chrono::Utc::now();
    let (first, second) = tokio::join!(mandate::delegations::jobs::expire(&one, now), mandate::delegations::jobs::expire(&other, now));
    assert_eq!(first.unwrap() + second.unwrap(), 2, "two workers, each delegation once");
    assert_eq!(mandate::delegations::jobs::expire(&one, now).await.unwrap(), 0);
    let ended =
        "select count(*) from delegations where state = 'ended' and end_reason = 'expired' and ended_at = ends_at and ended_by is null";
    assert_eq!(world.database.count(ended).await, 2);
    assert_eq!(world.database.count("select count(*) from audit_events where kind = 'delegation-expired' and org_id is null").await, 2);
    assert_eq!(world.database.count("select count(*) from delegations where state = 'active'").await, 1, "nothing else ended");
}

/// D22: one whose end cannot be written down for a fault of ours holds up no other, and the run says that something went wrong.
#[actix_web::test]
async fn d22_a_delegation_whose_end_cannot_be_written_is_passed_over_and_told() {
    let world = World::with_a_past().await;
    world.suddenly("update delegations set starts_at = now() - interval '9 days', ends_at = now() - interval '1 hour'").await;
    // The first of them, as the job reads them.
    let first = "(select id from delegations order by ends_at, id limit 1)";
    world.suddenly(&format!("update delegations set ends_at = ends_at - interval '1 hour' where id = {first}")).await;
    world.fails_at("delegations", "update", "new.state = 'ended' and new.ends_at < now() - interval '90 minutes'").await;
    let (db, now) = (system(&world.database), chrono::Utc::now());
    let trouble = mandate::delegations::jobs::expire(&db, now).await.unwrap_err().to_string();
    assert!(trouble.contains("1 passed over, 2 done") && trouble.contains("on purpose"), "{trouble}");
    assert_eq!(world.database.count("select count(*) from delegations where state = 'ended'").await, 2);
    world.fails_no_more("delegations").await;
    assert_eq!(mandate::delegations::jobs::expire(&db, now).await.unwrap(), 1, "its turn comes when it can be done");
}

/// D22: a round does a bounded part, so that none takes too long, and one that fails keeps nothing behind it from its turn.
#[actix_web::test]
async fn d22_a_round_writes_a_bounded_part_of_the_ends() {
    let world = World::with_a_past().await;
    crate::extensions::many_more(&world, 120, "now() - interval '1 day'").await;
    let (db, now) = (system(&world.database), chrono::Utc::now());
    let expire = async || mandate::delegations::jobs::expire(&db, now).await;
    assert_eq!(expire().await.unwrap(), 50);
    let first = "(select min(ends_at) from delegations where state <> 'ended')";
    world.suddenly(&format!("update delegations set ends_at = ends_at - interval '9 days' where ends_at = {first}")).await;
    world.fails_at("delegations", "update", "new.state = 'ended' and new.ends_at < now() - interval '8 days'").await;
    let trouble = expire().await.unwrap_err().to_string();
    assert!(trouble.contains("1 passed over, 69 done"), "{trouble}");
}
