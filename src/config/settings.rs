//! Collects what the environment and the file say about each setting, and remembers who said it.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use toml::Spanned;

use super::Secret;

/// One thing that can be set: `key` in the file, `variable` in the environment.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Its name in the file.
    pub key: &'static str,
    /// Its name in the environment.
    pub variable: &'static str,
    /// Whether it may also come from a file of its own (`…_FILE`, `…_file`), and is never shown.
    pub secret: bool,
}

const fn open(key: &'static str, variable: &'static str) -> Setting {
    Setting { key, variable, secret: false }
}

const fn secret(key: &'static str, variable: &'static str) -> Setting {
    Setting { key, variable, secret: true }
}

/// Every setting there is.
pub const SETTINGS: &[Setting] = &[
    secret("database_url", "DATABASE_URL"),
    secret("app_database_url", "APP_DATABASE_URL"),
    open("listen", "MANDATE_LISTEN"),
    open("public_url", "MANDATE_PUBLIC_URL"),
    secret("smtp_url", "MANDATE_SMTP_URL"),
    open("mail_from", "MANDATE_MAIL_FROM"),
    open("mail_folder", "MANDATE_MAIL_FOLDER"),
    secret("secret", "MANDATE_SECRET"),
    open("data_dir", "MANDATE_DATA_DIR"),
    open("pg_bin", "MANDATE_PG_BIN"),
    open("workers", "MANDATE_WORKERS"),
    open("db_connections", "MANDATE_DB_CONNECTIONS"),
    open("log_format", "MANDATE_LOG_FORMAT"),
    open("log", "MANDATE_LOG"),
    open("demo", "MANDATE_DEMO"),
    open("trusted_proxies", "MANDATE_TRUSTED_PROXIES"),
];

/// What somebody gave for one setting.
#[derive(Debug, Clone)]
struct Given {
    text: Secret,
    /// `MANDATE_LISTEN`, or `mandate.toml:3`.
    by: String,
}

/// A line of `config print`.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    key: &'static str,
    value: Option<String>,
    by: String,
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.value {
            Some(value) => write!(f, "{} = {value:?}  # {}", self.key, self.by),
            None => write!(f, "# {} is not set", self.key),
        }
    }
}

/// Everything that was given, and what was found wrong with it so far.
#[derive(Debug, Default)]
pub(super) struct Settings {
    given: BTreeMap<&'static str, Given>,
    errors: Vec<String>,
    warnings: Vec<String>,
}

/// Whether a variable of the environment is one of ours.
pub(super) fn is_known(variable: &str) -> bool {
    // The tests' own; the portal never reads them.
    variable == "MANDATE_CONFIG" || variable.starts_with("MANDATE_TEST_") || {
        let plain = variable.strip_suffix("_FILE");
        SETTINGS.iter().any(|s| s.variable == variable || (s.secret && Some(s.variable) == plain))
    }
}

impl Settings {
    /// Reads both sources: the file first, then the environment over it.
    pub(super) fn collect(environment: &BTreeMap<String, String>, file: Option<(&Path, &str)>) -> Self {
        let mut all = Self::default();
        if let Some((path, text)) = file {
            all.read_file(path, text);
        }
        all.read_environment(environment);
        all
    }

    fn read_file(&mut self, path: &Path, text: &str) {
        let path = path.display();
        let place = |at: usize| {
            let before = &text[..at.min(text.len())];
            let line = before.matches('\n').count() + 1;
            let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
            (line, column)
        };
        type Table = BTreeMap<Spanned<String>, Spanned<toml::Value>>;
        let table: Table = match toml::from_str(text) {
            Ok(table) => table,
            Err(error) => {
                let (line, column) = place(error.span().map_or(0, |span| span.start));
                let message = error.message();
                return self.errors.push(format!("{path}:{line}:{column}: {message}."));
            }
        };
        for (name, value) in &table {
            let (line, column) = place(name.span().start);
            let by = format!("{path}:{line}");
            let plain = name.get_ref().strip_suffix("_file");
            let direct = SETTINGS.iter().find(|s| s.key == name.get_ref().as_str());
            let by_file = SETTINGS.iter().find(|s| s.secret && Some(s.key) == plain);
            match (direct, by_file, as_text(value.get_ref())) {
                (Some(setting), _, Some(text)) => self.put(setting, text, by),
                (None, Some(setting), Some(path)) => self.put_contents(setting, Path::new(&path), by),
                (None, None, _) => {
                    let known = SETTINGS.iter().map(|setting| setting.key);
                    let hint = nearest(name.get_ref(), known);
                    self.errors.push(format!("{by}:{column}: `{}` is not a setting{hint}", name.get_ref()));
                }
                (_, _, None) => self
                    .errors
                    .push(format!("{by}:{column}: `{}` must be a text, a number, true or false, or a list of texts.", name.get_ref())),
            }
        }
    }

    fn read_environment(&mut self, environment: &BTreeMap<String, String>) {
        for setting in SETTINGS {
            let from_file = format!("{}_FILE", setting.variable);
            let given = |name: &str| environment.get(name).filter(|value| !value.is_empty());
            match (given(setting.variable), given(&from_file).filter(|_| setting.secret)) {
                (Some(_), Some(_)) => self.errors.push(format!("{} and {from_file} are both set: keep one of them.", setting.variable)),
                (Some(value), None) => self.put(setting, value.clone(), setting.variable.to_owned()),
                (None, Some(path)) => self.put_contents(setting, Path::new(path), from_file),
                (None, None) => {}
            }
        }
        for name in environment.keys().filter(|name| name.starts_with("MANDATE_")) {
            if !is_known(name) {
                let known = SETTINGS.iter().map(|setting| setting.variable);
                let hint = nearest(name, known);
                self.warnings.push(format!("{name} is not a setting and was ignored{hint}"));
            }
        }
    }

    fn put(&mut self, setting: &Setting, text: String, by: String) {
        self.given.insert(setting.key, Given { text: text.into(), by });
    }

    fn put_contents(&mut self, setting: &Setting, path: &Path, by: String) {
        match std::fs::read_to_string(path) {
            Ok(text) => self.put(setting, text.trim_end_matches(['\r', '\n']).to_owned(), by),
            Err(error) => {
                self.errors.push(format!("{by}: {} cannot be read: {error}.", path.display()));
            }
        }
    }

    /// The value of a setting, if it was given and is right.
    pub(super) fn optional<T>(&mut self, key: &'static str, parse: impl Fn(&str) -> Result<T, String>) -> Option<T> {
        let given = self.given.get(key)?;
        match parse(given.text.expose()) {
            Ok(value) => Some(value),
            Err(why) => {
                self.wrong(key, &why);
                None
            }
        }
    }

    /// The value of a setting, or its default.
    pub(super) fn parse<T>(&mut self, key: &'static str, parse: impl Fn(&str) -> Result<T, String>, default: impl FnOnce() -> T) -> T {
        self.optional(key, parse).unwrap_or_else(default)
    }

    /// A secret, if it was given and is right.
    pub(super) fn secret(&mut self, key: &'static str, check: impl Fn(&str) -> Result<(), String>) -> Option<Secret> {
        self.optional(key, |text| check(text).map(|()| Secret::from(text.to_owned())))
    }

    /// Notes what is wrong with a setting, under the name of who gave it.
    pub(super) fn wrong(&mut self, key: &'static str, why: &str) {
        let by = self.given.get(key).map_or_else(|| variable(key).to_owned(), |given| given.by.clone());
        self.errors.push(format!("{by}: {why}."));
    }

    /// Notes that a setting was not given; one that was given and is wrong has been noted already.
    pub(super) fn missing(&mut self, key: &'static str, why: &str) {
        if !self.given.contains_key(key) {
            self.errors.push(format!("{} is missing: {why}.", variable(key)));
        }
    }

    /// The errors, the warnings, and every setting for `config print`.
    pub(super) fn into_parts(self, defaults: &BTreeMap<&'static str, String>) -> (Vec<String>, Vec<String>, Vec<Shown>) {
        let shown = SETTINGS.iter().map(|setting| match self.given.get(setting.key) {
            Some(given) => {
                let value = if setting.secret { "(secret)" } else { given.text.expose() };
                Shown { key: setting.key, value: Some(value.to_owned()), by: given.by.clone() }
            }
            None => {
                let value = defaults.get(setting.key).filter(|value| !value.is_empty()).cloned();
                Shown { key: setting.key, value, by: "default".to_owned() }
            }
        });
        let shown = shown.collect();
        (self.errors, self.warnings, shown)
    }
}

fn variable(key: &str) -> &'static str {
    SETTINGS.iter().find(|setting| setting.key == key).map_or("?", |setting| setting.variable)
}

fn as_text(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Boolean(yes) => Some(yes.to_string()),
        toml::Value::Array(values) => {
            let texts: Option<Vec<&str>> = values.iter().map(toml::Value::as_str).collect();
            Some(texts?.join(","))
        }
        _ => None,
    }
}

/// The end of a sentence about an unknown name: the known one it was most likely meant to be, if any is near.
fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    known
        .map(|candidate| (distance(name, candidate), candidate))
        .min()
        .filter(|(distance, _)| *distance <= 3)
        .map_or_else(|| ".".to_owned(), |(_, near)| format!("; did you mean {near}?"))
}

/// How many letters must be put in, taken out or changed to make one name of the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.bytes().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in other.bytes().enumerate() {
            let changed = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}
