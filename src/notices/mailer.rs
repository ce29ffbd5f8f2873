//! The way out: an SMTP server, or a folder where none is configured. One letter is one mail with one Message-ID for ever.

use std::{path::PathBuf, time::Duration};

use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, MultiPart, header},
    transport::smtp,
};

use super::{
    Rendered, To,
    outbox::{Hindrance, Trouble},
    render::one_line,
};
use crate::{
    db::Timestamp,
    ids::{Id, Letter},
};

/// How long a server may take for one answer.
const ANSWER: Duration = Duration::from_secs(15);

/// How long a whole mail may take, whatever the server does.
pub(super) const PATIENCE: Duration = Duration::from_secs(40);

/// Sends mail. Cheap to clone; shows no password when printed.
#[derive(Clone)]
pub struct Mailer {
    from: Mailbox,
    domain: String,
    way: Way,
}

#[derive(Clone)]
enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

/// Why there is no mailer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailerError {
    /// The URL is none that mail can be sent by. It is not shown, for it may hold a password.
    #[error("the URL of the mail server must be like smtps://user:password@host or smtp://user:password@host:587?tls=required")]
    Url,
    /// A password would travel in the open (ASVS 12.3.1).
    #[error("the mail server's password would be sent unencrypted: use smtps://, or add ?tls=required to the URL")]
    Unencrypted,
}

/// Why a mail did not go out, by what that means for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Failure {
    /// This mail will never go.
    Refused(Trouble),
    /// This mail may go later.
    Postponed(Trouble),
    /// No mail goes at present; it is nothing about this one.
    Closed(Trouble),
}

impl Mailer {
    /// By an SMTP server: `smtp://` or `smtps://`, `?tls=required` for STARTTLS, name and password in the URL. Certificates are verified.
    /// Must be called inside a Tokio runtime, for the connections are kept by it.
    ///
    /// # Errors
    /// [`MailerError`], which never shows the URL.
    pub fn smtp(url: &str, from: Mailbox, public_url: &str) -> Result<Self, MailerError> {
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| MailerError::Url)?;
        if has_open_password(url) {
            return Err(MailerError::Unencrypted);
        }
        // Idle connections are given back soon: servers drop them anyway.
        let pool = smtp::PoolConfig::new().max_size(4).idle_timeout(Duration::from_secs(20));
        let transport = builder.timeout(Some(ANSWER)).pool_config(pool).build();
        Ok(Self { from, domain: domain(public_url), way: Way::Smtp(transport) })
    }

    /// Into a folder, one file for each mail, which is made if it is not there. Half a mail is never seen in it.
    pub fn folder(folder: impl Into<PathBuf>, from: Mailbox, public_url: &str) -> Self {
        Self { from, domain: domain(public_url), way: Way::Folder(folder.into()) }
    }

    /// Sends one letter; its Message-ID is the same at every attempt, so that a mail sent twice is seen to be one.
    pub(super) async fn send(&self, id: Id<Letter>, to: &To, mail: &Rendered, now: Timestamp) -> Result<(), Failure> {
        let message = self.message(id, to, mail, now).map_err(|said| Failure::Refused(Trouble::new(Hindrance::Refused, said)))?;
        match &self.way {
            Way::Folder(folder) => put(folder.clone(), id, message.formatted())
                .await
                .map_err(|error| Failure::Closed(Trouble::new(Hindrance::Folder, error.to_string()))),
            Way::Smtp(transport) => match tokio::time::timeout(PATIENCE, transport.send(message)).await {
                Ok(Ok(_)) => Ok(()),
                Ok(Err(error)) => Err(self.judge(transport, &error).await),
                Err(_) => Err(Failure::Postponed(Trouble::new(Hindrance::Unreachable, "timeout"))),
            },
        }
    }

    /// A connection that broke may be the server's matter or this mail's: the server is asked.
    async fn judge(&self, transport: &AsyncSmtpTransport<Tokio1Executor>, error: &smtp::Error) -> Failure {
        let said = std::error::Error::source(error).map_or_else(|| error.to_string(), ToString::to_string);
        let code = error.status().map(u16::from);
        match classify(code, error.is_client(), error.is_tls(), &said) {
            Some(failure) => failure,
            None => match tokio::time::timeout(ANSWER, transport.test_connection()).await {
                Ok(Ok(true)) => Failure::Postponed(Trouble::new(Hindrance::Unreachable, said)),
                _ => Failure::Closed(Trouble::new(Hindrance::Unreachable, said)),
            },
        }
    }

    fn message(&self, id: Id<Letter>, to: &To, mail: &Rendered, now: Timestamp) -> Result<Message, String> {
        let address: Address = to.email.parse().map_err(|error: lettre::address::AddressError| error.to_string())?;
        let name = to.name.as_deref().map(one_line).filter(|name| !name.is_empty());
        Message::builder()
            .message_id(Some(format!("<{id}@{}>", self.domain)))
            .date(now.into())
            .from(self.from.clone())
            .to(Mailbox::new(name, address))
            .subject(&mail.subject)
            .header(AutoSubmitted)
            .header(ContentLanguage(to.language.tag().to_owned()))
            .multipart(MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()))
            .map_err(|error| error.to_string())
    }
}

impl std::fmt::Debug for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.way {
            Way::Smtp(_) => f.write_str("Mailer(smtp)"),
            Way::Folder(folder) => write!(f, "Mailer({})", folder.display()),
        }
    }
}

/// What a failure means, as far as the answer tells; `None` when only the connection is known to have failed.
fn classify(code: Option<u16>, client: bool, tls: bool, said: &str) -> Option<Failure> {
    let trouble = |hindrance| Trouble::new(hindrance, code.map_or_else(|| said.to_owned(), |code| format!("{code} {said}")));
    match code {
        // Who may send at all, and as whom: nothing about this mail (RFC 4954, RFC 3463 X.1.7 and X.1.8).
        Some(432 | 454 | 502 | 503 | 530 | 534 | 535 | 538) => Some(Failure::Closed(trouble(Hindrance::Login))),
        Some(_) if ["5.1.7", "5.1.8"].iter().any(|status| said.trim_start().starts_with(status)) => {
            Some(Failure::Closed(trouble(Hindrance::Login)))
        }
        Some(421) => Some(Failure::Closed(trouble(Hindrance::Unreachable))),
        Some(400..=499) => Some(Failure::Postponed(trouble(Hindrance::Postponed))),
        Some(_) => Some(Failure::Refused(trouble(Hindrance::Refused))),
        None if tls => Some(Failure::Closed(trouble(Hindrance::Login))),
        // The client itself gives up on an address that this server cannot be told, or on the server.
        None if client && said.contains("non-ascii") => Some(Failure::Refused(trouble(Hindrance::Refused))),
        None if client => Some(Failure::Closed(trouble(Hindrance::Login))),
        None => None,
    }
}

/// Writes a mail beside its place, then moves it there; the same letter has the same place.
async fn put(folder: PathBuf, id: Id<Letter>, mail: Vec<u8>) -> std::io::Result<()> {
    tokio::fs::create_dir_all(&folder).await?;
    let part = folder.join(format!(".{id}.part"));
    tokio::fs::write(&part, mail).await?;
    tokio::fs::rename(part, folder.join(format!("{id}.eml"))).await
}

/// The name of the portal's host, for Message-IDs.
fn domain(public_url: &str) -> String {
    let host = public_url.split_once("://").map_or(public_url, |(_, rest)| rest);
    let host = host.split(['/', '?']).next().unwrap_or_default();
    let host = host.rsplit_once(':').filter(|(_, port)| port.chars().all(|c| c.is_ascii_digit())).map_or(host, |(name, _)| name);
    if host.is_empty() { "localhost".to_owned() } else { host.to_owned() }
}

fn has_open_password(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("smtp://") else { return false };
    let Some((_, host)) = rest.rsplit_once('@') else { return false };
    let own_machine = ["localhost", "127.", "[::1]"].iter().any(|start| host.starts_with(start));
    !own_machine && !host.contains("tls=required")
}

/// RFC 3834: nobody's holiday notice need answer.
#[derive(Debug, Clone)]
struct AutoSubmitted;

impl header::Header for AutoSubmitted {
    fn name() -> header::HeaderName {
        header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }
    fn display(&self) -> header::HeaderValue {
        header::HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// The language of the mail, for those who have it read aloud.
#[derive(Debug, Clone)]
struct ContentLanguage(String);

impl header::Header for ContentLanguage {
    fn name() -> header::HeaderName {
        header::HeaderName::new_from_ascii_str("Content-Language")
    }
    fn parse(tag: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(tag.to_owned()))
    }
    fn display(&self) -> header::HeaderValue {
        header::HeaderValue::new(Self::name(), self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn mailer() -> Mailer {
        Mailer::folder("/nowhere", "Mandate <portal@example.cn>".parse().unwrap(), "https://portal.example.cn:8443/")
    }

    fn raw(to_name: &str, subject: &str) -> String {
        let to = To { email: "it@fabrikam.cn".to_owned(), name: Some(to_name.to_owned()), language: Lang::ZhCn };
        let mail = Rendered { subject: subject.to_owned(), text: "文本".to_owned(), html: "<p>文本</p>".to_owned(), link: None };
        let at = "2026-11-22T10:00:00Z".parse().unwrap();
        let id: Id<Letter> = uuid::Uuid::from_u128(7).into();
        String::from_utf8(mailer().message(id, &to, &mail, at).unwrap().formatted()).unwrap()
    }

    #[test]
    fn a_mail_says_what_it_is_and_never_carries_a_header_of_others() {
        let raw = raw("赵\r\nBcc: evil@evil.example\u{2028}敏", "邀请");
        let (head, _) = raw.split_once("\r\n\r\n").unwrap();
        for line in [
            "Message-ID: <00000000-0000-0000-0000-000000000007@portal.example.cn>",
            "Date: Sun, 22 Nov 2026 10:00:00 +0000",
            "From: Mandate <portal@example.cn>",
            "Auto-Submitted: auto-generated",
            "Content-Language: zh-CN",
            "MIME-Version: 1.0",
        ] {
            assert!(head.lines().any(|found| found == line), "{line} is not in\n{head}");
        }
        assert!(head.contains("Content-Type: multipart/alternative"), "{head}");
        assert!(!head.lines().any(|line| line.to_lowercase().starts_with("bcc") || line.to_lowercase().starts_with("reply-to")), "{head}");
        assert!(head.is_ascii() && head.contains("<it@fabrikam.cn>"), "{head}");
    }

    #[test]
    fn refusals_are_told_apart_by_what_they_mean() {
        let judged = |code, said| match classify(code, false, false, said).unwrap() {
            Failure::Refused(_) => "refused",
            Failure::Postponed(_) => "postponed",
            Failure::Closed(_) => "closed",
        };
        assert_eq!(judged(Some(550), "5.1.1 No such user"), "refused");
        assert_eq!(judged(Some(552), "Mailbox full"), "refused");
        assert_eq!(judged(Some(451), "Greylisted"), "postponed");
        assert_eq!(judged(Some(452), "4.2.2 Over quota"), "postponed");
        assert_eq!(judged(Some(535), "Wrong password"), "closed");
        assert_eq!(judged(Some(553), "5.1.8 Sender unknown"), "closed");
        assert_eq!(judged(Some(421), "Shutting down"), "closed");
        assert_eq!(classify(None, false, false, "connection refused"), None);
        assert!(matches!(classify(None, false, true, "invalid certificate"), Some(Failure::Closed(_))));
        assert!(matches!(classify(None, true, false, "STARTTLS is not supported on this server"), Some(Failure::Closed(_))));
    }

    #[tokio::test]
    async fn a_password_never_travels_in_the_open_nor_shows() {
        let with = |url| Mailer::smtp(url, "Mandate <portal@example.cn>".parse().unwrap(), "https://portal.example.cn");
        assert_eq!(with("smtp://u:canary@mail.example.cn").unwrap_err(), MailerError::Unencrypted);
        assert_eq!(with("http://u:canary@mail.example.cn").unwrap_err(), MailerError::Url);
        for right in ["smtps://u:canary@mail.example.cn", "smtp://u:canary@mail.example.cn:587?tls=required", "smtp://127.0.0.1:2525"] {
            assert_eq!(format!("{:?}", with(right).unwrap()), "Mailer(smtp)");
        }
    }

    #[test]
    fn the_domain_is_the_portals_host() {
        for (url, host) in
            [("https://portal.example.cn", "portal.example.cn"), ("http://localhost:8080/", "localhost"), ("http://[::1]:8080", "[::1]")]
        {
            assert_eq!(domain(url), host);
        }
    }
}
