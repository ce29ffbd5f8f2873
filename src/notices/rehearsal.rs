//! A rehearsal: what an end would do, what it leaves, what stands in its way, who would be told, and with which words.

use super::{Letter, Letterhead, Rendered, To, render};
use crate::i18n::Lang;

/// What is shown before something ends, by whomever; the page of every end shows one (`templates/ui/rehearsal.html`).
#[derive(Debug, Default)]
pub struct Rehearsal {
    /// What stops, sentence by sentence.
    pub will: Vec<String>,
    /// What stays as it is.
    pub stays: Vec<String>,
    /// What stands in the way; while there is anything, it cannot be done.
    pub obstacles: Vec<String>,
    /// Who is told.
    pub told: Vec<Told>,
    /// How many organizations more are told than are named.
    pub more: usize,
    /// Where they stand, if they do.
    pub rest: Option<String>,
    /// The letters that are sent.
    pub letters: Vec<Rehearsed>,
}

/// An organization whose people are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its name.
    pub name: String,
    /// How many of its people get a letter.
    pub people: usize,
}

/// A letter as it will be sent.
#[derive(Debug)]
pub struct Rehearsed {
    /// To whom, in words.
    pub to: String,
    /// The letter, rendered by what sends it.
    pub mail: Rendered,
}

impl Rehearsed {
    /// The paragraphs of its text.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.mail.text.trim_end().split("\n\n")
    }
}

impl Rehearsal {
    /// Whether it can be done.
    pub fn can_be_done(&self) -> bool {
        self.obstacles.is_empty()
    }

    /// Names an organization with the people of it who are told.
    pub fn tells(&mut self, name: impl Into<String>, people: &[To]) {
        self.told.push(Told { name: name.into(), people: people.len() });
    }

    /// Adds a letter as it will be sent, in a reader's language.
    pub fn sends(&mut self, to: impl Into<String>, letter: &Letter, lang: Lang, head: &Letterhead<'_>) {
        self.letters.push(Rehearsed { to: to.into(), mail: render(letter, lang, head) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notices::samples;

    #[test]
    fn a_rehearsed_letter_is_the_letter_that_is_sent() {
        let (keys, services) = (samples::keys(), samples::services());
        let head = Letterhead { keys: &keys, public_url: "https://portal.example.cn", services: &services };
        for letter in samples::letters() {
            let mut rehearsal = Rehearsal::default();
            rehearsal.sends("Contoso", &letter, Lang::Ru, &head);
            let sent = render(&letter, Lang::Ru, &head);
            assert_eq!(rehearsal.letters[0].mail, sent);
            assert_eq!(rehearsal.letters[0].paragraphs().collect::<Vec<_>>().join("\n\n"), sent.text.trim_end());
        }
    }

    #[test]
    fn what_stands_in_the_way_keeps_it_from_being_done() {
        let mut rehearsal = Rehearsal::default();
        assert!(rehearsal.can_be_done());
        rehearsal.obstacles.push("An active subscription".to_owned());
        assert!(!rehearsal.can_be_done());
    }
}
