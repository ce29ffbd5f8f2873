//! What came by mail: the letters of the outbox, rendered as they are sent.

use mandate::{
    i18n::Lang,
    keys::Keys,
    notices::{Letter, Letterhead, render},
    services::{Kind, Service},
};

use crate::{harness::Portal, world::World};

/// A mail as its reader has it.
#[derive(Debug, Clone)]
pub struct Mail {
    /// The subject.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The path of its link.
    pub link: String,
    /// The kind of letter.
    pub kind: String,
}

impl Mail {
    /// The mail says this.
    #[track_caller]
    pub fn says(self, words: &str) -> Self {
        let said = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            said(&format!("{} {}", self.subject, self.text)).contains(&said(words)),
            "{words:?} is not in:\n{}\n\n{}",
            self.subject,
            self.text
        );
        self
    }
}

impl World {
    /// Every mail to an address, the newest first.
    pub async fn mails_to(&self, address: &str) -> Vec<Mail> {
        let client = self.database.connect().await;
        let services = client.query("select code, kind, name_en, name_zh, name_ru from services order by position", &[]).await.unwrap();
        let services: Vec<_> = services
            .iter()
            .map(|row| Service {
                code: row.get(0),
                kind: Kind::parse(row.get(1)).unwrap(),
                name_en: row.get(2),
                name_zh: row.get(3),
                name_ru: row.get(4),
                retired: false,
            })
            .collect();
        let letters = client
            .query(
                "select letter::text, language from outbox where recipient = $1 and state <> 'cancelled' order by created_at desc, id desc",
                &[&address],
            )
            .await
            .unwrap();
        letters.iter().map(|row| mail(&self.portal, &self.portal.keys, &services, row.get(0), row.get(1))).collect()
    }

    /// The newest mail to an address.
    #[track_caller]
    pub fn mail_to(&self, address: &str) -> impl Future<Output = Mail> {
        let address = address.to_owned();
        async move { self.mails_to(&address).await.into_iter().next().unwrap_or_else(|| panic!("no mail to {address}")) }
    }

    /// How many letters of a kind somebody was written.
    pub async fn count_letters_to(&self, email: &str, letter: &str) -> i64 {
        self.database.count(&format!("select count(*) from outbox where recipient = '{email}' and letter->>'letter' = '{letter}'")).await
    }

    /// The kinds of the letters to an address, the newest first.
    pub async fn letters_to(&self, address: &str) -> Vec<String> {
        self.mails_to(address).await.into_iter().map(|mail| mail.kind).collect()
    }
}

fn mail(portal: &Portal, keys: &Keys, services: &[Service], letter: &str, language: &str) -> Mail {
    let kind: serde_json::Value = serde_json::from_str(letter).unwrap();
    let letter: Letter = serde_json::from_str(letter).unwrap();
    let mail = render(&letter, Lang::parse(language).unwrap(), &Letterhead { keys, public_url: &portal.url, services });
    let link = mail.link.map(|link| link.strip_prefix(&portal.url).expect("links lead to the portal").to_owned()).unwrap_or_default();
    Mail { subject: mail.subject, text: mail.text, link, kind: kind["letter"].as_str().unwrap_or_default().to_owned() }
}
