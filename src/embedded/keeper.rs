//! The thread that watches the postmaster and starts it again when it ends without being asked to.

use std::fs::File;
use std::process::ChildStdin;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::left_over;
use super::postmaster::{Postmaster, Running};
use super::{EmbeddedError, sockets};

/// How long one attempt to start may take: after a crash PostgreSQL first replays its log.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// The portal's hold on a cluster: as long as it lives the postmaster runs, and when it is dropped it stops.
#[derive(Debug)]
pub(super) struct Keeper {
    shared: Arc<Shared>,
    postmaster: Arc<Postmaster>,
}

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// The portal wants the postmaster to stop.
    stopping: bool,
    /// The postmaster has stopped for good.
    ended: bool,
    /// What holds the running postmaster; dropping it stops it.
    leash: Option<ChildStdin>,
}

impl Keeper {
    /// Starts the postmaster and a thread that watches it. `lock` is held until the postmaster has stopped.
    pub(super) fn start(postmaster: Postmaster, lock: File) -> Result<Self, EmbeddedError> {
        let mut running = postmaster.launch(PATIENCE).inspect_err(|_| sockets::remove(&postmaster.sockets))?;
        let postmaster = Arc::new(postmaster);
        let shared = Arc::new(Shared::default());
        shared.lock().leash = running.leash.take_end();
        let keeper = Self { shared: shared.clone(), postmaster: postmaster.clone() };
        std::thread::Builder::new()
            .name("postgres".to_owned())
            .spawn(move || {
                watch(&postmaster, running, &shared);
                sockets::remove(&postmaster.sockets);
                drop(lock);
                shared.lock().ended = true;
                shared.changed.notify_all();
            })
            .map_err(EmbeddedError::doing("starting a thread"))?;
        Ok(keeper)
    }

    /// Where the cluster's socket is.
    pub(super) fn sockets(&self) -> &std::path::Path {
        &self.postmaster.sockets
    }

    /// Stops the postmaster and waits until its data are safely on the disk; presses harder as time goes by.
    pub(super) fn stop(&self) {
        self.let_go();
        let Postmaster { data, account, binaries, .. } = &*self.postmaster;
        if !self.ends_within(Duration::from_secs(3)) {
            left_over::stop(data, account, binaries, "fast", Duration::from_secs(20));
        }
        if !self.ends_within(Duration::from_secs(1)) {
            left_over::stop(data, account, binaries, "immediate", Duration::from_secs(5));
            self.ends_within(Duration::from_secs(5));
        }
    }

    fn let_go(&self) {
        let mut state = self.shared.lock();
        state.stopping = true;
        state.leash = None;
        self.shared.changed.notify_all();
    }

    fn ends_within(&self, patience: Duration) -> bool {
        self.shared.wait(patience, |state| state.ended)
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.let_go();
    }
}

impl Shared {
    // Nothing in here panics half-way, so what a poisoned lock guards is still whole.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until `reached` holds, at most for `patience`; says whether it does.
    fn wait(&self, patience: Duration, reached: impl Fn(&State) -> bool) -> bool {
        let (state, _) =
            self.changed.wait_timeout_while(self.lock(), patience, |state| !reached(state)).unwrap_or_else(PoisonError::into_inner);
        reached(&state)
    }
}

fn watch(postmaster: &Postmaster, mut running: Running, shared: &Shared) {
    loop {
        let started = Instant::now();
        let ended = running.child.wait();
        running.leash.drop_without_stopping();
        if shared.lock().stopping {
            return;
        }
        let status = ended.map(|status| status.to_string()).unwrap_or_default();
        tracing::error!(%status, "the private PostgreSQL cluster ended; starting it again");
        // One that keeps ending right away must not keep the machine busy.
        if started.elapsed() < Duration::from_secs(5) && shared.wait(Duration::from_secs(1), |state| state.stopping) {
            return;
        }
        match start_again(postmaster, shared) {
            Some(again) => running = again,
            None => return,
        }
    }
}

/// Tries until it succeeds, or until the portal stops.
fn start_again(postmaster: &Postmaster, shared: &Shared) -> Option<Running> {
    loop {
        match postmaster.launch(PATIENCE) {
            Ok(mut running) => {
                let mut state = shared.lock();
                let leash = running.leash.take_end();
                if !state.stopping {
                    state.leash = leash;
                }
                tracing::info!("the private PostgreSQL cluster runs again");
                return Some(running);
            }
            Err(error) => tracing::error!(%error, "the private PostgreSQL cluster does not start"),
        }
        if shared.wait(Duration::from_secs(5), |state| state.stopping) {
            return None;
        }
    }
}
