//! What each setting may be, and what is said about one that may not.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::str::FromStr;

use lettre::{AsyncSmtpTransport, Tokio1Executor};

/// A text that is never shown: neither `Debug` nor `Display` gives it away.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The text itself, for the one place that needs it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Pretty,
    /// For machines: one JSON object a line.
    Json,
}

impl fmt::Display for LogFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pretty => "pretty",
            Self::Json => "json",
        })
    }
}

/// What every link begins with: scheme, host and port, nothing behind them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl(String);

impl PublicUrl {
    /// The address of a portal that is only seen from its own machine.
    pub(super) fn local(port: u16) -> Self {
        Self(format!("http://localhost:{port}"))
    }

    /// The whole of it, without a slash at the end. It is also the origin that a browser names.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether browsers come by TLS.
    pub fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }

    /// Host and port as they stand in a request's `Host`.
    pub fn authority(&self) -> &str {
        self.0.split_once("://").map_or("", |(_, authority)| authority)
    }

    /// The host without its port.
    pub fn host(&self) -> &str {
        host_of(self.authority())
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An address, or all addresses that begin alike: `10.0.0.0/8`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    prefix: u8,
}

impl Network {
    /// Whether the address belongs to the network.
    pub fn contains(&self, address: IpAddr) -> bool {
        let (one, width) = bits(self.address);
        let (other, other_width) = bits(address.to_canonical());
        let ignored = u32::from(width - self.prefix);
        width == other_width && one.checked_shr(ignored) == other.checked_shr(ignored)
    }
}

impl FromStr for Network {
    type Err = String;

    /// Reads `10.0.0.0/8`, or one address.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is not an address or a network such as 10.0.0.0/8");
        let (address, prefix) = text.split_once('/').map_or((text, None), |(address, prefix)| (address, Some(prefix)));
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let (_, width) = bits(address);
        let prefix = match prefix {
            None => width,
            Some(prefix) => prefix.parse().ok().filter(|prefix| *prefix <= width).ok_or_else(wrong)?,
        };
        Ok(Self { address, prefix })
    }
}

fn bits(address: IpAddr) -> (u128, u8) {
    match address {
        IpAddr::V4(address) => (address.to_bits().into(), 32),
        IpAddr::V6(address) => (address.to_bits(), 128),
    }
}

fn host_of(authority: &str) -> &str {
    match authority.rfind(':') {
        Some(colon) if !authority[colon..].contains(']') => &authority[..colon],
        _ => authority,
    }
}

fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    host == "localhost" || host.ends_with(".localhost") || address.is_ok_and(|address| address.is_loopback())
}

pub(super) fn yes_or_no(text: &str) -> Result<bool, String> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "true" | "on" | "1" => Ok(true),
        "no" | "false" | "off" | "0" => Ok(false),
        _ => Err(format!("`{text}` is neither yes nor no")),
    }
}

pub(super) fn address(text: &str) -> Result<SocketAddr, String> {
    let local = text.strip_prefix("localhost:").map(|port| format!("127.0.0.1:{port}"));
    local.as_deref().unwrap_or(text).parse().map_err(|_| format!("`{text}` is not an address with a port, such as 127.0.0.1:8080"))
}

pub(super) fn public_url(text: &str) -> Result<PublicUrl, String> {
    let wrong = || format!("`{text}` is not a web address such as https://portal.example.cn, without a path");
    let lower = text.strip_suffix('/').unwrap_or(text).to_ascii_lowercase();
    let (scheme, authority) = lower.split_once("://").ok_or_else(wrong)?;
    let host = host_of(authority);
    let port = &authority[host.len()..];
    let bare = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    let is_host = match bare {
        Some(v6) => v6.parse::<std::net::Ipv6Addr>().is_ok(),
        None => {
            let letters = |c: char| c.is_ascii_alphanumeric() || c == '-';
            host.split('.').all(|label| !label.is_empty() && label.chars().all(letters))
        }
    };
    let is_port = port.is_empty() || port[1..].parse::<u16>().is_ok_and(|port| port != 0);
    if !is_host || !is_port || !matches!(scheme, "http" | "https") {
        return Err(wrong());
    }
    if scheme == "http" && !is_loopback(host) {
        return Err(format!("`{text}` must begin with https:// (http:// is for this machine alone)"));
    }
    // A browser leaves the usual port out of the origin that it names.
    let usual = if scheme == "https" { ":443" } else { ":80" };
    Ok(PublicUrl(lower.strip_suffix(usual).unwrap_or(&lower).to_owned()))
}

pub(super) fn smtp_url(text: &str) -> Result<(), String> {
    let shape = "it is not of the form smtps://user:password@host or smtp://user:password@host:587?tls=required";
    AsyncSmtpTransport::<Tokio1Executor>::from_url(text).map_err(|_| shape.to_owned())?;
    let (scheme, rest) = text.split_once("://").ok_or(shape)?;
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let authority = rest.split('/').next().unwrap_or_default();
    let (credentials, authority) = authority.rsplit_once('@').unwrap_or(("", authority));
    let is_sure = scheme == "smtps" || query.split('&').any(|part| part == "tls=required");
    if !is_sure && !credentials.is_empty() && !is_loopback(host_of(authority)) {
        return Err("it would send a password unencrypted: use smtps://, or add ?tls=required".to_owned());
    }
    Ok(())
}

pub(super) fn mailbox(text: &str) -> Result<lettre::message::Mailbox, String> {
    text.parse().map_err(|_| format!("`{text}` is not a sender such as Mandate <portal@example.cn>"))
}

pub(super) fn key_material(text: &str) -> Result<(), String> {
    let mut kinds: Vec<u8> = text.bytes().collect();
    kinds.sort_unstable();
    kinds.dedup();
    if text.len() < 32 {
        return Err(format!("it has {} bytes and needs at least 32", text.len()));
    }
    if kinds.len() < 10 {
        return Err("it is not random: use for example `openssl rand -base64 48`".to_owned());
    }
    Ok(())
}

pub(super) fn path(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    if path.is_absolute() { Ok(path) } else { Err(format!("`{text}` is not a full path (one that begins with /)")) }
}

pub(super) fn count<const MOST: usize>(text: &str) -> Result<usize, String> {
    let number = text.parse().ok().filter(|number| (1..=MOST).contains(number));
    number.ok_or_else(|| format!("`{text}` is not a number from 1 to {MOST}"))
}

pub(super) fn log_format(text: &str) -> Result<LogFormat, String> {
    match text {
        "pretty" => Ok(LogFormat::Pretty),
        "json" => Ok(LogFormat::Json),
        _ => Err(format!("`{text}` is neither pretty nor json")),
    }
}

pub(super) fn log_filter(text: &str) -> Result<String, String> {
    match tracing_subscriber::EnvFilter::try_new(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(_) => Err(format!("`{text}` is not a filter such as info or mandate=debug,warn")),
    }
}

pub(super) fn networks(text: &str) -> Result<Vec<Network>, String> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::parse).collect()
}
