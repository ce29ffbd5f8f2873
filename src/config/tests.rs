//! What may be configured, and how a mistake is reported.

use std::os::unix::fs::PermissionsExt;

use super::*;

const GOOD_SECRET: &str = "q8Zr1mTn5Yw2Lk9Vb4Xc7Jd0Hf3Gs6Pa";

fn with(pairs: &[(&str, &str)]) -> Result<Config, ConfigErrors> {
    let mut all = BTreeMap::from([("HOME".to_owned(), "/home/li".to_owned())]);
    all.extend(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    Config::from_sources(&all, None)
}

fn with_file(text: &str, pairs: &[(&str, &str)]) -> Result<Config, ConfigErrors> {
    let mut all = BTreeMap::from([("HOME".to_owned(), "/home/li".to_owned())]);
    all.extend(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    Config::from_sources(&all, Some((Path::new("m.toml"), text)))
}

fn errors(result: Result<Config, ConfigErrors>) -> Vec<String> {
    result.expect_err("it is wrong").0
}

#[test]
fn a_show_case_needs_no_configuration() {
    let config = with(&[("MANDATE_DEMO", "yes")]).unwrap();
    assert_eq!(config.public_url.as_str(), "http://localhost:8080");
    assert!(matches!(config.database, DatabaseConfig::Private(_)));
    assert!(matches!(config.mail, MailTransport::Folder(_)));
    assert!(config.data_dir.ends_with("mandate-demo"));
}

#[test]
fn a_show_case_never_sends_mail() {
    let config = with(&[("MANDATE_DEMO", "yes"), ("MANDATE_SMTP_URL", "smtps://u:p@mail.example.cn")]);
    assert!(matches!(config.unwrap().mail, MailTransport::Folder(_)));
}

#[test]
fn real_use_with_a_database_of_ones_own() {
    let config = with(&[
        ("DATABASE_URL", "postgres://owner:12345@db.example.cn/mandate"),
        ("APP_DATABASE_URL", "postgres://app:12345@db.example.cn/mandate"),
        ("MANDATE_PUBLIC_URL", "https://Portal.Example.cn:443/"),
        ("MANDATE_SMTP_URL", "smtp://u:p@mail.example.cn:587?tls=required"),
        ("MANDATE_MAIL_FROM", "Mandate <portal@example.cn>"),
        ("MANDATE_SECRET", GOOD_SECRET),
        ("MANDATE_WORKERS", "3"),
        ("MANDATE_TRUSTED_PROXIES", "10.0.0.0/8, ::1"),
    ])
    .unwrap();
    assert_eq!(config.public_url.as_str(), "https://portal.example.cn");
    assert_eq!(config.public_url.host(), "portal.example.cn");
    assert_eq!((config.db_connections, config.connections_per_worker()), (12, 4));
    let trusts = |ip: &str| config.trusted_proxies.iter().any(|n| n.contains(ip.parse().unwrap()));
    assert!(trusts("10.200.3.4") && trusts("::1") && trusts("::ffff:10.1.2.3"));
    assert!(!trusts("11.0.0.1") && !trusts("::2"));
}

#[test]
fn everything_that_is_missing_is_said_at_once() {
    let all = errors(with(&[("DATABASE_URL", "postgres://owner@db/mandate"), ("MANDATE_SMTP_URL", "smtps://mail.example.cn")]));
    assert_eq!(
        all,
        [
            "MANDATE_PUBLIC_URL is missing: every link begins with it, for example https://portal.example.cn.",
            "MANDATE_MAIL_FROM is missing: it is the sender of every mail, for example Mandate <portal@example.cn>.",
            "MANDATE_SECRET is missing: give it 32 random bytes or more, for example from `openssl rand -base64 48`.",
        ]
    );
}

#[test]
fn every_wrong_value_is_said_with_its_variable() {
    let all = errors(with(&[
        ("MANDATE_DEMO", "maybe"),
        ("MANDATE_LISTEN", "8080"),
        ("MANDATE_PUBLIC_URL", "http://portal.example.cn"),
        ("MANDATE_WORKERS", "0"),
        ("MANDATE_SECRET", "short"),
        ("MANDATE_LOG_FORMAT", "xml"),
        ("MANDATE_MAIL_FROM", "nobody"),
        ("MANDATE_DATA_DIR", "here"),
        ("MANDATE_TRUSTED_PROXIES", "10.0.0.0/33"),
        ("DATABASE_URL", "mysql://x"),
        ("MANDATE_SMTP_URL", "smtp://u:p@mail.example.cn"),
    ]));
    let variables: Vec<&str> = all.iter().map(|error| error.split(':').next().unwrap()).collect();
    for variable in [
        "MANDATE_DEMO",
        "MANDATE_LISTEN",
        "MANDATE_PUBLIC_URL",
        "MANDATE_WORKERS",
        "MANDATE_SECRET",
        "MANDATE_LOG_FORMAT",
        "MANDATE_MAIL_FROM",
        "MANDATE_DATA_DIR",
        "MANDATE_TRUSTED_PROXIES",
        "DATABASE_URL",
        "MANDATE_SMTP_URL",
    ] {
        assert!(variables.contains(&variable), "{variable} is not in {all:#?}");
    }
    assert_eq!(all.len(), 11, "{all:#?}");
}

#[test]
fn the_file_says_the_same_with_line_numbers() {
    let text = "demo = true\nlisten = \"127.0.0.1:9000\"\n\nworkers = \"many\"\n";
    let all = errors(with_file(text, &[]));
    assert_eq!(all, ["m.toml:4: `many` is not a number from 1 to 256."]);
    let text = "demo = true\nlisten = \"127.0.0.1:9000\"\ntrusted_proxies = [\"10.0.0.0/8\"]\n";
    assert_eq!(with_file(text, &[]).unwrap().listen.port(), 9000);
}

#[test]
fn the_environment_goes_before_the_file() {
    let config = with_file("demo = true\nlisten = \"127.0.0.1:9000\"", &[("MANDATE_LISTEN", "localhost:9001")]);
    assert_eq!(config.unwrap().listen.port(), 9001);
}

#[test]
fn an_unknown_key_is_an_error_with_the_nearest_one() {
    let all = errors(with_file("demo = true\nlisen = \"x\"\ncolour = \"red\"\n", &[]));
    assert_eq!(all, ["m.toml:3:1: `colour` is not a setting.", "m.toml:2:1: `lisen` is not a setting; did you mean listen?",]);
}

#[test]
fn a_file_that_is_not_toml_is_reported_with_line_and_column() {
    let all = errors(with_file("demo = true\nlisten 3\n", &[("MANDATE_DEMO", "yes")]));
    assert!(all[0].starts_with("m.toml:2:8: "), "{all:?}");
}

#[test]
fn an_unknown_variable_is_only_a_warning() {
    let config = with(&[("MANDATE_DEMO", "yes"), ("MANDATE_LISTN", "x")]).unwrap();
    assert_eq!(config.warnings, ["MANDATE_LISTN is not a setting and was ignored; did you mean MANDATE_LISTEN?"]);
}

#[test]
fn a_secret_may_come_from_a_file_but_not_twice() {
    let path = std::env::temp_dir().join(format!("mandate-secret-{}", std::process::id()));
    std::fs::write(&path, format!("{GOOD_SECRET}\n")).unwrap();
    let name = path.to_str().unwrap();
    let config = with(&[("MANDATE_DEMO", "yes"), ("MANDATE_SECRET_FILE", name)]).unwrap();
    assert_eq!(config.secret.expose(), GOOD_SECRET);
    let twice = with(&[("MANDATE_DEMO", "yes"), ("MANDATE_SECRET_FILE", name), ("MANDATE_SECRET", GOOD_SECRET)]);
    assert_eq!(errors(twice), ["MANDATE_SECRET and MANDATE_SECRET_FILE are both set: keep one of them."]);
    std::fs::remove_file(path).unwrap();
}

#[test]
fn no_secret_is_ever_shown() {
    let config = with(&[
        ("DATABASE_URL", "postgres://owner:canary@db/mandate"),
        ("MANDATE_PUBLIC_URL", "https://portal.example.cn"),
        ("MANDATE_SMTP_URL", "smtps://u:canary@mail.example.cn"),
        ("MANDATE_MAIL_FROM", "portal@example.cn"),
        ("MANDATE_SECRET", "canary-q8Zr1mTn5Yw2Lk9Vb4Xc7Jd0Hf3Gs6Pa"),
    ])
    .unwrap();
    let shown = format!("{config:?}{}", config.describe());
    assert!(!shown.contains("canary"), "{shown}");
    assert!(config.describe().contains("smtp_url = \"(secret)\"  # MANDATE_SMTP_URL"));
    let wrong = errors(with(&[("DATABASE_URL", "postgres://owner:canary@db:port/mandate")]));
    assert!(!wrong.concat().contains("canary"), "{wrong:?}");
}

#[test]
fn a_private_portal_keeps_one_secret_for_itself() {
    let dir = std::env::temp_dir().join(format!("mandate-kept-{}", std::process::id()));
    let first = kept_secret(&dir).unwrap();
    assert!(first.expose().len() >= 32);
    assert_eq!(kept_secret(&dir).unwrap(), first);
    let path = dir.join("secret");
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    assert!(kept_secret(&dir).unwrap_err().contains("must be readable by you alone"));
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn the_reference_names_every_setting() {
    let reference = include_str!("../../docs/configuration.md");
    for setting in SETTINGS {
        assert!(reference.contains(&format!("`{}`", setting.variable)), "{}", setting.variable);
        assert!(reference.contains(&format!("`{}`", setting.key)), "{}", setting.key);
    }
}
