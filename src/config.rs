//! What the portal is told from outside. This file is the only reader of the environment.

mod settings;
mod values;

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{DirBuilder, OpenOptions};
use std::io::Write;
use std::net::SocketAddr;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use base64::Engine;

use crate::db::inspect::check_url;
use crate::embedded::{self, Place};
use settings::Settings;
pub use settings::{SETTINGS, Setting};
pub use values::{LogFormat, Network, PublicUrl, Secret};

/// Everything the portal is told from outside, checked. `Debug` and [`Config::describe`] show no secret.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where the data are.
    pub database: DatabaseConfig,
    /// The address and port that the portal listens on.
    pub listen: SocketAddr,
    /// What every link begins with; never taken from a request.
    pub public_url: PublicUrl,
    /// Where mail goes.
    pub mail: MailTransport,
    /// The sender of every mail.
    pub mail_from: lettre::message::Mailbox,
    /// At least 32 bytes from which the keys of links, sessions and forms are derived.
    pub secret: Secret,
    /// Where the portal keeps what is not in a configured place.
    pub data_dir: PathBuf,
    /// How many threads answer requests.
    pub workers: usize,
    /// How many database connections all workers have together; at least one each.
    pub db_connections: usize,
    /// How log lines look.
    pub log_format: LogFormat,
    /// Which log lines there are: `info`, `mandate=debug,warn`, …
    pub log: String,
    /// Whether this is a show-case: invented people, mail on a page, nothing sent to anybody.
    pub demo: bool,
    /// The proxies whose word on the visitor's address is taken.
    pub trusted_proxies: Vec<Network>,
    /// What is odd but not wrong; to be logged at the start.
    pub warnings: Vec<String>,
    shown: Vec<settings::Shown>,
}

/// Where the data are.
#[derive(Debug, Clone)]
pub enum DatabaseConfig {
    /// In a database that somebody runs for the portal.
    Given {
        /// The role that owns the schema, for migrations.
        owner: Secret,
        /// A login of the role the portal works as; without one it logs in as the owner and takes that role on.
        application: Option<Secret>,
    },
    /// In the portal's own private cluster.
    Private(Place),
}

/// Where mail goes.
#[derive(Debug, Clone)]
pub enum MailTransport {
    /// To an SMTP server, by a URL as lettre reads it.
    Smtp(Secret),
    /// Into a folder, one file for each mail.
    Folder(PathBuf),
}

/// Everything that is wrong with the configuration, each with the variable or the line of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigErrors(pub Vec<String>);

impl fmt::Display for ConfigErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_slice() {
            [one] => write!(f, "The configuration is wrong: {one}"),
            all => {
                write!(f, "The configuration is wrong in {} places:", all.len())?;
                all.iter().try_for_each(|one| write!(f, "\n  {one}"))
            }
        }
    }
}

impl std::error::Error for ConfigErrors {}

impl Config {
    /// Reads the environment and the file (`file`, or else the one that `MANDATE_CONFIG` names), and makes the secret
    /// of a private portal that has none yet.
    ///
    /// # Errors
    /// Everything that is wrong, at once.
    pub fn load(file: Option<&Path>) -> Result<Self, ConfigErrors> {
        let mut config = Self::read(file)?;
        if config.secret.expose().is_empty() {
            config.secret = kept_secret(&config.data_dir).map_err(|why| ConfigErrors(vec![why]))?;
        }
        Ok(config)
    }

    /// [`Config::load`] that writes nothing: the secret is empty if there is none yet.
    ///
    /// # Errors
    /// Everything that is wrong, at once.
    pub fn read(file: Option<&Path>) -> Result<Self, ConfigErrors> {
        let mut unreadable = Vec::new();
        let environment: BTreeMap<String, String> = std::env::vars_os()
            .filter_map(|(name, value)| match (name.into_string(), value.into_string()) {
                (Ok(name), Ok(value)) => Some((name, value)),
                (Ok(name), Err(_)) if settings::is_known(&name) => {
                    unreadable.push(format!("{name}: this is not valid UTF-8."));
                    None
                }
                _ => None,
            })
            .collect();
        if !unreadable.is_empty() {
            return Err(ConfigErrors(unreadable));
        }
        let named =
            file.map(PathBuf::from).or_else(|| environment.get("MANDATE_CONFIG").filter(|name| !name.is_empty()).map(PathBuf::from));
        let text = match &named {
            None => None,
            Some(path) => Some(
                std::fs::read_to_string(path)
                    .map_err(|error| ConfigErrors(vec![format!("{} cannot be read: {error}.", path.display())]))?,
            ),
        };
        Self::from_sources(&environment, named.as_deref().zip(text.as_deref()))
    }

    /// The configuration that an environment and the text of a file amount to. The environment goes before the file,
    /// the file before the defaults.
    ///
    /// # Errors
    /// Everything that is wrong, at once.
    pub fn from_sources(environment: &BTreeMap<String, String>, file: Option<(&Path, &str)>) -> Result<Self, ConfigErrors> {
        let mut given = Settings::collect(environment, file);
        let demo = given.parse("demo", values::yes_or_no, || false);
        let owner = given.secret("database_url", check_url);
        let application = given.secret("app_database_url", check_url);
        if application.is_some() && owner.is_none() {
            given.wrong("app_database_url", "it needs DATABASE_URL, the login that owns the schema, beside it");
        }
        let is_private = owner.is_none();

        let listen: SocketAddr = given.parse("listen", values::address, || ([127, 0, 0, 1], 8080).into());
        let public_url = given.optional("public_url", values::public_url).unwrap_or_else(|| {
            if !demo {
                given.missing("public_url", "every link begins with it, for example https://portal.example.cn");
            }
            PublicUrl::local(listen.port())
        });

        let smtp = given.secret("smtp_url", values::smtp_url);
        let smtp = smtp.filter(|_| !demo);
        let mail_from = given.optional("mail_from", values::mailbox).unwrap_or_else(|| {
            if smtp.is_some() {
                given.missing("mail_from", "it is the sender of every mail, for example Mandate <portal@example.cn>");
            }
            values::mailbox("Mandate <mandate@localhost.localdomain>").expect("a valid address")
        });

        let secret = given.secret("secret", values::key_material);
        let folder = given.optional("mail_folder", values::path);
        let data_dir = given.optional("data_dir", values::path).or_else(|| usual_place(environment, demo));
        let is_needed = is_private || secret.is_none() || (smtp.is_none() && folder.is_none());
        if data_dir.is_none() && is_needed {
            given.missing("data_dir", "there is no HOME to put it in");
        }
        let data_dir = data_dir.unwrap_or_else(|| PathBuf::from("/var/lib/mandate"));
        if secret.is_none() && !is_private && !demo {
            given.missing("secret", "give it 32 random bytes or more, for example from `openssl rand -base64 48`");
        }

        let workers = given.parse("workers", values::count::<256>, cores);
        let db_connections = given.parse("db_connections", values::count::<10_000>, || (workers * 4).min(80.max(workers)));
        if db_connections < workers {
            given.wrong("db_connections", &format!("{db_connections} is fewer than one for each of {workers} workers"));
        }
        if is_private && db_connections > 90 {
            given.wrong("db_connections", "the private cluster takes 90 at most");
        }
        let place = Place { binaries: given.optional("pg_bin", values::path), sockets: socket_place(environment), ..Place::new(&data_dir) };
        let config = Self {
            database: match owner {
                Some(owner) => DatabaseConfig::Given { owner, application },
                None => DatabaseConfig::Private(place),
            },
            listen,
            public_url,
            mail: smtp.map_or_else(|| MailTransport::Folder(folder.unwrap_or_else(|| data_dir.join("mail"))), MailTransport::Smtp),
            mail_from,
            secret: secret.unwrap_or_default(),
            data_dir,
            workers,
            db_connections,
            log_format: given.parse("log_format", values::log_format, || LogFormat::Pretty),
            log: given.parse("log", values::log_filter, || "info".to_owned()),
            demo,
            trusted_proxies: given.parse("trusted_proxies", values::networks, Vec::new),
            warnings: Vec::new(),
            shown: Vec::new(),
        };
        config.finish(given)
    }

    fn finish(mut self, given: Settings) -> Result<Self, ConfigErrors> {
        let (errors, warnings, shown) = given.into_parts(&self.defaults());
        if !errors.is_empty() {
            return Err(ConfigErrors(errors));
        }
        self.warnings = warnings;
        self.shown = shown;
        Ok(self)
    }

    /// What a setting that nobody gave came to.
    fn defaults(&self) -> BTreeMap<&'static str, String> {
        let folder = match &self.mail {
            MailTransport::Folder(folder) => folder.display().to_string(),
            MailTransport::Smtp(_) => String::new(),
        };
        BTreeMap::from([
            ("listen", self.listen.to_string()),
            ("public_url", self.public_url.to_string()),
            ("mail_from", self.mail_from.to_string()),
            ("mail_folder", folder),
            ("data_dir", self.data_dir.display().to_string()),
            ("workers", self.workers.to_string()),
            ("db_connections", self.db_connections.to_string()),
            ("log_format", self.log_format.to_string()),
            ("log", self.log.clone()),
            ("demo", if self.demo { "yes" } else { "no" }.to_owned()),
        ])
    }

    /// Every setting with its value and where it comes from, as a configuration file; secrets are only said to be set.
    pub fn describe(&self) -> String {
        self.shown.iter().map(|line| format!("{line}\n")).collect()
    }

    /// How many database connections each worker has for itself.
    pub fn connections_per_worker(&self) -> usize {
        (self.db_connections / self.workers).max(1)
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Where the data are if nobody says. A show-case never shares a directory with the real thing.
fn usual_place(environment: &BTreeMap<String, String>, demo: bool) -> Option<PathBuf> {
    let name = if demo { "mandate-demo" } else { "mandate" };
    if embedded::runs_as_root() {
        return Some(Path::new("/var/lib").join(name));
    }
    let folder = |name: &str| environment.get(name).map(PathBuf::from).filter(|folder| folder.is_absolute());
    let home = || folder("HOME").map(|home| home.join(".local/share"));
    Some(folder("XDG_DATA_HOME").or_else(home)?.join(name))
}

/// A folder with a path short enough for a socket.
fn socket_place(environment: &BTreeMap<String, String>) -> PathBuf {
    environment
        .get("XDG_RUNTIME_DIR")
        .map(PathBuf::from)
        .filter(|dir| dir.is_absolute() && dir.as_os_str().len() < 50 && dir.is_dir())
        .filter(|_| !embedded::runs_as_root())
        .unwrap_or_else(|| "/tmp".into())
}

/// The secret that the data directory keeps, made the first time it is asked for.
fn kept_secret(data_dir: &Path) -> Result<Secret, String> {
    let path = data_dir.join("secret");
    let cannot = |doing: &str, error: std::io::Error| format!("{} cannot be {doing}: {error}.", path.display());
    // As root the cluster's account must be able to pass through; all that is secret in there has its own lock.
    let mode = if embedded::runs_as_root() { 0o755 } else { 0o700 };
    DirBuilder::new().recursive(true).mode(mode).create(data_dir).map_err(|error| cannot("made", error))?;
    if !path.exists() {
        // Written beside it and put in place whole: two portals that start at once agree on one of them.
        let draft = data_dir.join(format!("secret.{}", std::process::id()));
        let fresh = base64::engine::general_purpose::STANDARD.encode(rand::random::<[u8; 48]>());
        OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&draft)
            .and_then(|mut file| {
                file.write_all(fresh.as_bytes())?;
                file.sync_all()
            })
            .map_err(|error| cannot("written", error))?;
        let placed = std::fs::hard_link(&draft, &path);
        let _ = std::fs::remove_file(&draft);
        if let Err(error) = placed
            && error.kind() != std::io::ErrorKind::AlreadyExists
        {
            return Err(cannot("written", error));
        }
    }
    let open_to_others = path.metadata().map_err(|error| cannot("read", error))?.permissions().mode() & 0o077;
    if open_to_others != 0 {
        return Err(format!("{0} must be readable by you alone: run `chmod 600 {0}`.", path.display()));
    }
    let text = std::fs::read_to_string(&path).map_err(|error| cannot("read", error))?;
    let text = text.trim_end().to_owned();
    values::key_material(&text).map_err(|why| format!("{}: {why}.", path.display()))?;
    Ok(Secret::from(text))
}

#[cfg(test)]
mod tests;
