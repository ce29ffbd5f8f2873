//! The operating-system account that the private cluster runs as: PostgreSQL refuses to be root.

use std::fs::DirBuilder;
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, lchown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use super::EmbeddedError;
use super::binaries::Binaries;

/// Who owns the cluster's files and processes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Account {
    /// The portal's own account.
    Same,
    /// The portal is root: the cluster gets an account with fewer rights.
    Lesser {
        /// Its name, for messages.
        name: String,
        /// Its user id.
        uid: u32,
        /// Its main group.
        gid: u32,
    },
}

/// Whether the portal is root.
pub fn runs_as_root() -> bool {
    static ANSWER: LazyLock<bool> = LazyLock::new(|| {
        let answer = Command::new("id").arg("-u").output();
        answer.is_ok_and(|answer| answer.stdout.trim_ascii() == b"0")
    });
    *ANSWER
}

impl Account {
    /// The portal's own account, or `postgres` or else `nobody` when the portal is root.
    pub(super) fn choose() -> Result<Self, EmbeddedError> {
        if !runs_as_root() {
            return Ok(Self::Same);
        }
        let known = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
        ["postgres", "nobody"].iter().find_map(|name| Self::named(name, &known)).ok_or(EmbeddedError::NoAccount)
    }

    fn named(name: &str, passwd: &str) -> Option<Self> {
        let line = passwd.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut ids = line.split(':').skip(2);
        let uid = ids.next()?.parse().ok().filter(|uid| *uid != 0)?;
        let gid = ids.next()?.parse().ok()?;
        Some(Self::Lesser { name: name.to_owned(), uid, gid })
    }

    /// A command of PostgreSQL that runs as this account. It sees none of the portal's environment, whose
    /// secrets are not its business, and no signal that a terminal sends to the portal.
    pub(super) fn command(&self, binaries: &Binaries, program: &str) -> Command {
        let mut command = self.plain_command(&binaries.program(program));
        command.env("PATH", format!("{}:/usr/bin:/bin", binaries.dir().display()));
        command
    }

    /// Any command that runs as this account.
    pub(super) fn plain_command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.env_clear().env("LC_ALL", "C").env("PATH", "/usr/bin:/bin");
        command.current_dir("/").stdin(Stdio::null()).process_group(0);
        if let Self::Lesser { uid, gid, .. } = self {
            command.uid(*uid).gid(*gid);
        }
        command
    }

    /// Makes a new directory that is this account's alone. One that is there already is an error: root must not
    /// hand over what somebody else has put in that place.
    pub(super) fn make_private(&self, dir: &Path) -> io::Result<()> {
        DirBuilder::new().mode(0o700).create(dir)?;
        if let Self::Lesser { uid, gid, .. } = self {
            lchown(dir, Some(*uid), Some(*gid))?;
        }
        Ok(())
    }

    /// Makes the portal's data directory if it is not there yet: closed, unless the lesser account must pass through.
    pub(super) fn make_data_dir(&self, dir: &Path) -> io::Result<()> {
        let mode = if *self == Self::Same { 0o700 } else { 0o755 };
        DirBuilder::new().recursive(true).mode(mode).create(dir)
    }

    /// Makes the folder around such a directory, the portal's own, if it is not there yet. The lesser account may
    /// only pass through.
    pub(super) fn make_home(&self, dir: &Path) -> io::Result<()> {
        let mode = if *self == Self::Same { 0o700 } else { 0o711 };
        match DirBuilder::new().mode(mode).create(dir) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
            _ => Ok(()),
        }
    }

    /// Whether this account may pass through every folder above `dir`; root's home, for one, is closed to it.
    pub(super) fn check_way_to(&self, dir: &Path) -> Result<(), EmbeddedError> {
        let Self::Lesser { name, uid, gid } = self else {
            return Ok(());
        };
        for above in dir.ancestors() {
            let Ok(found) = above.metadata() else { continue };
            let needed = match () {
                () if found.uid() == *uid => 0o100,
                () if found.gid() == *gid => 0o010,
                () => 0o001,
            };
            if found.mode() & needed == 0 {
                return Err(EmbeddedError::Closed { account: name.clone(), dir: dir.to_owned(), above: PathBuf::from(above) });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSWD: &str = "root:x:0:0:root:/root:/bin/bash\n\
        postgresx:x:7:7::/:/bin/sh\n\
        postgres:x:101:104:PostgreSQL administrator,,,:/var/lib/postgresql:/bin/bash\n";

    #[test]
    fn an_account_is_read_from_the_list_of_accounts() {
        let found = Account::named("postgres", PASSWD);
        assert_eq!(found, Some(Account::Lesser { name: "postgres".into(), uid: 101, gid: 104 }));
        assert_eq!(Account::named("nobody", PASSWD), None);
    }

    #[test]
    fn root_is_never_the_lesser_account() {
        assert_eq!(Account::named("root", PASSWD), None);
    }
}
