//! A mail server that is not ours, and its mails as their readers get them.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use base64::{Engine, prelude::BASE64_STANDARD};

/// A running SMTP server (`tests/browser/smtp-server.mjs`), which stops with this value.
///
/// An address that begins with `unknown` is refused for good, one that begins with `busy` is refused the first time.
pub struct Server {
    child: Child,
    folder: PathBuf,
    /// Its port on this machine.
    pub port: u16,
}

impl Server {
    /// A server that takes everything from everybody.
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    /// A server at a port that was known before it ran.
    pub fn start_at(port: u16) -> Self {
        Self::start_with(&["--port", &port.to_string()])
    }

    /// A server that wants a login, and encryption before it. Its authority is in `ca.pem` of the folder.
    pub fn start_strict(user: &str, password: &str, certificates: &Path) -> Self {
        Self::start_with(&["--user", user, "--password", password, "--tls", certificates.to_str().unwrap()])
    }

    fn start_with(more: &[&str]) -> Self {
        let folder = own_folder("smtp");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/smtp-server.mjs");
        let mut child = Command::new("node")
            .arg(script)
            .arg("--mail")
            .arg(&folder)
            .args(more)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("node runs the mail server (bin/setup fetches what it needs)");
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let first = lines.next().expect("the mail server says where it listens").unwrap();
        let port = first.strip_prefix("listening ").and_then(|port| port.parse().ok()).unwrap_or_else(|| panic!("{first}"));
        // What else it says is read to the end, so that it never waits for us.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, folder, port }
    }

    /// Its URL.
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// The mails that have arrived, in their order.
    pub fn mails(&self) -> Vec<Mail> {
        mails_in(&self.folder)
    }

    /// Waits until so many mails have arrived.
    pub async fn receives(&self, count: usize) -> Vec<Mail> {
        for _ in 0..600 {
            let mails = self.mails();
            if mails.len() >= count {
                return mails;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{} of {count} mails have arrived", self.mails().len());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A folder of this process alone.
pub fn own_folder(name: &str) -> PathBuf {
    static NUMBER: AtomicU32 = AtomicU32::new(1);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    // The name is one that leftovers of killed runs are swept by.
    let folder = std::env::temp_dir().join(format!("mandate-tests-{}-{name}-{number}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The mails of a folder, by the names of their files.
pub fn mails_in(folder: &Path) -> Vec<Mail> {
    let mut paths: Vec<_> = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "eml"));
    paths.sort();
    paths.iter().map(|path| Mail::read(&fs::read_to_string(path).unwrap())).collect()
}

/// A mail as its reader gets it.
#[derive(Debug, Clone)]
pub struct Mail {
    headers: Vec<(String, String)>,
    /// The plain text.
    pub text: String,
    /// The HTML.
    pub html: String,
}

impl Mail {
    /// Reads a mail of two parts, text and HTML.
    pub fn read(raw: &str) -> Self {
        let (headers, body) = part(raw);
        let kind = value(&headers, "Content-Type");
        assert!(kind.starts_with("multipart/alternative"), "{kind}");
        let boundary = kind.split("boundary=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a boundary");
        let parts: Vec<_> = body.split(&format!("--{boundary}")).skip(1).take(2).map(|raw| part(raw.trim_start_matches("\r\n"))).collect();
        assert!(value(&parts[0].0, "Content-Type").starts_with("text/plain"), "text comes first");
        assert!(value(&parts[1].0, "Content-Type").starts_with("text/html"), "HTML comes second");
        let [text, html] = [0, 1].map(|n| decoded(&value(&parts[n].0, "Content-Transfer-Encoding"), &parts[n].1));
        Self { headers, text, html }
    }

    /// A header, unfolded; empty if there is none.
    pub fn header(&self, name: &str) -> String {
        value(&self.headers, name)
    }

    /// The subject in words.
    pub fn subject(&self) -> String {
        words(&self.header("Subject"))
    }

    /// The link on a line of its own.
    pub fn link(&self) -> String {
        let found = self.text.lines().find(|line| line.starts_with("http://") || line.starts_with("https://"));
        found.unwrap_or_else(|| panic!("no link in\n{}", self.text)).to_owned()
    }
}

/// Headers, unfolded, and the body of a mail or of a part of one.
fn part(raw: &str) -> (Vec<(String, String)>, String) {
    let (head, body) = raw.split_once("\r\n\r\n").expect("headers and body");
    let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let headers = unfolded.split("\r\n").filter_map(|line| line.split_once(": ")).map(|(name, value)| (name.to_owned(), value.to_owned()));
    (headers.collect(), body.to_owned())
}

fn value(headers: &[(String, String)], name: &str) -> String {
    let found: Vec<_> = headers.iter().filter(|(known, _)| known.eq_ignore_ascii_case(name)).collect();
    assert!(found.len() <= 1, "{name} stands more than once: {found:?}");
    found.first().map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
}

fn decoded(encoding: &str, body: &str) -> String {
    let body = body.strip_suffix("\r\n").unwrap_or(body);
    let text = match encoding {
        "base64" => base64_text(body),
        "quoted-printable" => String::from_utf8(unquoted(body.as_bytes(), false)).unwrap(),
        _ => body.to_owned(),
    };
    text.replace("\r\n", "\n")
}

fn base64_text(text: &str) -> String {
    let text: String = text.split_whitespace().collect();
    String::from_utf8(BASE64_STANDARD.decode(text).unwrap()).unwrap()
}

fn unquoted(text: &[u8], in_header: bool) -> Vec<u8> {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        rest = match rest {
            [] => return found,
            [b'=', b'\r', b'\n', rest @ ..] => rest,
            [b'=', a, b, rest @ ..] => {
                let hex = [*a, *b];
                found.push(u8::from_str_radix(std::str::from_utf8(&hex).unwrap(), 16).unwrap());
                rest
            }
            [b'_', rest @ ..] if in_header => {
                found.push(b' ');
                rest
            }
            [byte, rest @ ..] => {
                found.push(*byte);
                rest
            }
        };
    }
}

/// A header's encoded words, decoded (RFC 2047); blanks between two of them do not count.
pub fn words(header: &str) -> String {
    let mut found = String::new();
    let mut after_encoded = false;
    for word in header.split(' ') {
        let encoded = word.strip_prefix("=?utf-8?").and_then(|word| word.strip_suffix("?="));
        if !(found.is_empty() || after_encoded && encoded.is_some()) {
            found.push(' ');
        }
        match encoded.and_then(|word| word.split_once('?')) {
            Some(("b" | "B", text)) => found.push_str(&base64_text(text)),
            Some((_, text)) => found.push_str(&String::from_utf8(unquoted(text.as_bytes(), true)).unwrap()),
            None => found.push_str(word),
        }
        after_encoded = encoded.is_some();
    }
    found
}
