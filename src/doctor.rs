//! Looks at everything the portal stands on, and says for each thing whether it is well and what to do if not.

use std::fmt;
use std::time::{Duration, SystemTime};

use lettre::{AsyncSmtpTransport, Tokio1Executor};

use crate::{
    config::{Config, DatabaseConfig, MailTransport},
    db::{self, Asker, Db, Pool, Timestamp, inspect, migrate},
    jobs,
    start::Database,
};

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// All is well.
    Pass,
    /// It works, but not as it should.
    Warn,
    /// The portal would not work, or would not be safe.
    Fail,
}

/// One thing that was looked at.
#[derive(Debug, Clone)]
pub struct Finding {
    /// What was found.
    pub verdict: Verdict,
    /// What was looked at.
    pub what: &'static str,
    /// How it is, and what to do.
    pub how: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = match self.verdict {
            Verdict::Pass => "PASS",
            Verdict::Warn => "WARN",
            Verdict::Fail => "FAIL",
        };
        write!(f, "{verdict}  {}: {}", self.what, self.how)
    }
}

/// Everything that was looked at.
#[derive(Debug, Default)]
pub struct Report(Vec<Finding>);

impl Report {
    /// What was looked at, in order.
    pub fn findings(&self) -> &[Finding] {
        &self.0
    }

    /// Whether anything failed.
    pub fn has_failed(&self) -> bool {
        self.0.iter().any(|finding| finding.verdict == Verdict::Fail)
    }

    fn add(&mut self, verdict: Verdict, what: &'static str, how: impl Into<String>) {
        self.0.push(Finding { verdict, what, how: how.into() });
    }

    /// Adds a finding that passes, or else gets the given verdict.
    fn check(&mut self, well: bool, otherwise: Verdict, what: &'static str, good: &str, bad: impl Into<String>) {
        if well {
            self.add(Verdict::Pass, what, good);
        } else {
            self.add(otherwise, what, bad);
        }
    }
}

/// Examines a portal with this configuration; nothing is changed, and no mail is sent.
pub async fn examine(config: &Config) -> Report {
    let mut report = Report::default();
    report.add(Verdict::Pass, "configuration", "every setting can be read");
    for warning in &config.warnings {
        report.add(Verdict::Warn, "configuration", warning);
    }
    if config.demo {
        report.add(Verdict::Warn, "demo", "this is a show-case: anybody may sign in as anybody. Unset MANDATE_DEMO for real use.");
    }
    report.check(
        config.public_url.is_https() || config.demo,
        Verdict::Warn,
        "public address",
        config.public_url.as_str(),
        format!("{} is only good for this machine: set MANDATE_PUBLIC_URL to an address with https.", config.public_url),
    );
    examine_mail(config, &mut report).await;
    match Database::open_beside(&config.database).await {
        Ok(database) => {
            examine_database(config, &database, &mut report).await;
            database.close().await;
        }
        Err(error) => report.add(Verdict::Fail, "database", error.to_string()),
    }
    report
}

async fn examine_mail(config: &Config, report: &mut Report) {
    match &config.mail {
        MailTransport::Folder(folder) => {
            let verdict = if config.demo { Verdict::Pass } else { Verdict::Warn };
            report.add(verdict, "mail", format!("it lands in {} and reaches nobody: set MANDATE_SMTP_URL to send it.", folder.display()));
        }
        MailTransport::Smtp(url) => {
            let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.expose());
            let answer = match server {
                Ok(builder) => builder.timeout(Some(Duration::from_secs(10))).build::<Tokio1Executor>().test_connection().await,
                Err(error) => Err(error),
            };
            match answer {
                Ok(true) => report.add(Verdict::Pass, "mail", "the SMTP server answers and takes the login"),
                Ok(false) => report.add(Verdict::Fail, "mail", "the SMTP server hangs up: check MANDATE_SMTP_URL."),
                Err(error) => {
                    report.add(Verdict::Fail, "mail", format!("the SMTP server cannot be used: check MANDATE_SMTP_URL ({error})."))
                }
            }
        }
    }
}

async fn examine_database(config: &Config, database: &Database, report: &mut Report) {
    match migrate::status(database.owner_url.expose()).await {
        Ok(migrations) => {
            let waiting = migrations.iter().filter(|(_, done)| !done).count();
            let advice = format!("{waiting} of {} migrations have not run: run `mandate migrate up`.", migrations.len());
            report.check(waiting == 0, Verdict::Warn, "schema", "up to date", advice);
            if waiting == migrations.len() {
                // No role and no table to ask about yet.
                return;
            }
        }
        Err(error) => {
            return report.add(Verdict::Fail, "database", format!("the owner's login does not work: check DATABASE_URL ({error})."));
        }
    }
    let pool = Pool::new(database.application_url.expose(), 1);
    let facts = async { inspect::inspect(&mut *pool?.get().await?).await }.await;
    match facts {
        Ok(facts) => {
            judge(config, &facts, report);
            examine_jobs(database, report).await;
        }
        Err(error) => report.add(Verdict::Fail, "database", format!("the portal's login does not work ({error}).")),
    }
}

/// A job that is overdue for so long has nobody to run it.
const OVERDUE: chrono::TimeDelta = chrono::TimeDelta::minutes(30);

/// Whether the scheduled jobs run, and do not fail.
async fn examine_jobs(database: &Database, report: &mut Report) {
    let known = async {
        let view = Db::new(Pool::new(database.application_url.expose(), 1)?, Asker::System, None).view().await?;
        Ok::<_, db::Error>((jobs::list(view.pg()).await?, view.now()))
    };
    match known.await {
        Ok((known, now)) => {
            let troubles: Vec<_> = known.iter().filter_map(|job| trouble_of(job, now)).collect();
            let well = if known.is_empty() { "they begin when the portal runs" } else { "all of them run" };
            report.check(troubles.is_empty(), Verdict::Warn, "jobs", well, troubles.join("; "));
        }
        Err(error) => report.add(Verdict::Fail, "jobs", format!("the schedule cannot be read ({error}).")),
    }
}

fn trouble_of(job: &jobs::Ran, now: Timestamp) -> Option<String> {
    if let Some(why) = &job.trouble {
        return Some(format!("{} failed {} times in a row ({why})", job.name, job.failures));
    }
    let overdue = job.due_at + OVERDUE < now;
    overdue.then(|| format!("{} has been due since {}: run `mandate serve` or `mandate work`", job.name, job.due_at.to_rfc3339()))
}

fn judge(config: &Config, facts: &inspect::Facts, report: &mut Report) {
    use Verdict::{Fail, Warn};
    let version = format!("PostgreSQL {}.{}", facts.version / 10_000, facts.version % 10_000);
    report.check(facts.version >= 150_000, Fail, "database", &version, format!("{version} is too old: the portal needs 15 or newer."));
    report.check(
        facts.durable,
        Fail,
        "durability",
        "what is committed outlives a power cut",
        "set fsync and synchronous_commit to on: what people agreed to could be lost.",
    );
    let off = if facts.compiles_for_others { "off for the portal; the server's own setting is on and does not matter" } else { "off" };
    let on = "the server compiles the portal's queries, which takes longer than they do: something between the two keeps its settings from the server.";
    report.check(!facts.compiles, Warn, "jit", off, on);
    // The workers of mails and jobs, a migration and somebody with psql want some as well.
    let needed = config.db_connections + 7;
    report.check(
        usize::try_from(facts.connections).is_ok_and(|there| there >= needed),
        Fail,
        "connections",
        &format!("the server takes {}", facts.connections),
        format!(
            "the server takes {}, the portal may want {needed}: raise max_connections or lower MANDATE_DB_CONNECTIONS.",
            facts.connections
        ),
    );
    let here = SystemTime::UNIX_EPOCH.elapsed().map_or(0.0, |since| since.as_secs_f64());
    let apart = (here - facts.clock).abs();
    report.check(
        apart < 1.0,
        Warn,
        "clocks",
        "the database and this machine agree",
        format!("they are {apart:.0} s apart: the database's decides, set this one."),
    );
    report.check(
        !facts.too_mighty,
        Fail,
        "application role",
        "it owns nothing and row-level security binds it",
        "it is a superuser or beyond row-level security: take that from it.",
    );
    let is_given = matches!(config.database, DatabaseConfig::Given { .. });
    report.check(
        !facts.mighty_login || !is_given,
        Warn,
        "application login",
        "it can become nothing mightier",
        "the portal logs in as a superuser and steps down: give it a login of its own in APP_DATABASE_URL.",
    );
    report.check(
        facts.open_tables.is_empty(),
        Fail,
        "row-level security",
        "forced on every table",
        format!("not forced on {}: the schema was changed by hand.", facts.open_tables),
    );
    report.check(
        !facts.may_rewrite_history,
        Fail,
        "audit trail",
        "the portal may add to it and change nothing in it",
        "the portal's role may change it: revoke update, delete and truncate on audit_events from mandate_app.",
    );
}
