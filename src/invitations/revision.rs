//! Revisions: what an invitation offers from one change of its terms to the next, and what differs between two (D6, UX-45).

use super::{Invitation, Kind, Standing};
use crate::{
    db::Timestamp,
    i18n::Lang,
    ids::{Id, Organization, User},
    services::Scope,
    values::{Days, Note},
};

/// The terms of an invitation as they were, or are, under a number. Label and recipient are no terms: they are not accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its number, from 1.
    pub number: i32,
    /// The services and purposes asked for.
    pub asks: Vec<Scope>,
    /// How long delegations are asked for, in days.
    pub days: i32,
    /// The partner suggested as holder; the inviter, when there is none.
    pub suggested_holder: Option<Id<Organization>>,
    /// The language of the text.
    pub language: Lang,
    /// The two paragraphs (D3).
    pub paragraphs: [Option<String>; 2],
    /// When the invitation expires.
    pub expires_at: Option<Timestamp>,
    /// Who made it.
    pub made_by: Id<User>,
    /// When.
    pub made_at: Timestamp,
}

/// New terms for an invitation, right by construction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTerms {
    /// The services and purposes asked for; may be none.
    pub asks: Vec<Scope>,
    /// How long delegations last.
    pub days: Days,
    /// The reseller suggested as holder; the inviter itself when there is none.
    pub suggested_holder: Option<Id<Organization>>,
    /// The recipient's language.
    pub language: Lang,
    /// The two paragraphs; either may be missing.
    pub paragraphs: [Option<Note<2000>>; 2],
    /// When it expires.
    pub expires_at: Option<Timestamp>,
}

/// What differs between two revisions; what is empty is the same in both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Asked for now and not before.
    pub added: Vec<Scope>,
    /// Asked for before and not now.
    pub removed: Vec<Scope>,
    /// Days before and now.
    pub days: Option<(i32, i32)>,
    /// The suggested holder before and now.
    pub holder: Option<(Option<Id<Organization>>, Option<Id<Organization>>)>,
    /// The language before and now.
    pub language: Option<(Lang, Lang)>,
    /// Each paragraph that changed, before and now.
    pub paragraphs: [Option<(Option<String>, Option<String>)>; 2],
    /// The end before and now.
    pub expires_at: Option<(Option<Timestamp>, Option<Timestamp>)>,
}

impl Difference {
    /// What became different from one revision to another.
    pub fn between(before: &Revision, after: &Revision) -> Self {
        let only = |these: &[Scope], those: &[Scope]| {
            let mut only: Vec<Scope> = these.iter().filter(|scope| !those.contains(scope)).cloned().collect();
            only.sort();
            only
        };
        let [first, second] = [0, 1].map(|at| changed(before.paragraphs[at].clone(), after.paragraphs[at].clone()));
        Self {
            added: only(&after.asks, &before.asks),
            removed: only(&before.asks, &after.asks),
            days: changed(before.days, after.days),
            holder: changed(before.suggested_holder, after.suggested_holder),
            language: changed(before.language, after.language),
            paragraphs: [first, second],
            expires_at: changed(before.expires_at, after.expires_at),
        }
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether something differs in what is asked for beyond the relationship. Who may not ask for delegated
    /// administration may not change it either, except to ask for nothing any more.
    pub fn touches_administration(&self) -> bool {
        !self.added.is_empty() || !self.removed.is_empty() || self.days.is_some() || self.holder.is_some()
    }

    /// The words of what differs beside the services: `days`, `holder`, `language`, `text`, `end`.
    pub fn others(&self) -> Vec<&'static str> {
        [
            (self.days.is_some(), "days"),
            (self.holder.is_some(), "holder"),
            (self.language.is_some(), "language"),
            (self.paragraphs.iter().any(Option::is_some), "text"),
            (self.expires_at.is_some(), "end"),
        ]
        .into_iter()
        .filter_map(|(differs, word)| differs.then_some(word))
        .collect()
    }
}

fn changed<T: PartialEq>(before: T, after: T) -> Option<(T, T)> {
    (before != after).then_some((before, after))
}

impl Invitation {
    /// The revision in force.
    pub fn current(&self) -> Revision {
        let (made_by, made_at) = self.revised.unwrap_or((self.created_by, self.created_at));
        Revision {
            number: self.revision,
            asks: self.asks.clone(),
            days: self.days,
            suggested_holder: self.suggested_holder,
            language: self.language,
            paragraphs: self.paragraphs.clone(),
            expires_at: self.expires_at,
            made_by,
            made_at,
        }
    }

    /// The invitation with the terms of a revision in the place of its own.
    pub fn as_of(self, revision: Revision) -> Self {
        Self {
            revision: revision.number,
            revised: (revision.number > 1).then_some((revision.made_by, revision.made_at)),
            asks: revision.asks,
            days: revision.days,
            suggested_holder: revision.suggested_holder,
            language: revision.language,
            paragraphs: revision.paragraphs,
            expires_at: revision.expires_at,
            ..self
        }
    }

    /// The next revision: the same invitation, the same link, other terms. `None` when it can be answered no more, so
    /// that it has no next one.
    pub fn revised(&self, terms: &NewTerms, by: Id<User>, now: Timestamp) -> Option<Self> {
        let can_change = matches!(self.standing(now), Standing::Open | Standing::Paused);
        let has_an_end = self.kind == Kind::Standing || terms.expires_at.is_some();
        (can_change && has_an_end).then(|| {
            let mut asks = terms.asks.clone();
            asks.sort();
            self.clone().as_of(Revision {
                number: self.revision + 1,
                asks,
                days: terms.days.get(),
                suggested_holder: terms.suggested_holder,
                language: terms.language,
                paragraphs: terms.paragraphs.clone().map(|paragraph| paragraph.map(|text| text.as_str().to_owned())),
                expires_at: terms.expires_at,
                made_by: by,
                made_at: now,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::services::Purpose;

    fn scope(service: &str, purpose: Purpose) -> Scope {
        Scope { service: service.to_owned(), purpose }
    }

    fn first() -> Revision {
        Revision {
            number: 1,
            asks: vec![scope("azure", Purpose::Support), scope("intune", Purpose::Support)],
            days: 365,
            suggested_holder: None,
            language: Lang::En,
            paragraphs: [Some("Hello".to_owned()), None],
            expires_at: None,
            made_by: Id::new(),
            made_at: chrono::Utc::now(),
        }
    }

    #[test]
    fn a_revision_that_changes_nothing_differs_in_nothing() {
        let before = first();
        let mut after = Revision { number: 2, made_by: Id::new(), ..before.clone() };
        after.asks.reverse();
        assert!(Difference::between(&before, &after).is_empty(), "the order of services is no difference");
    }

    #[test]
    fn everything_that_changes_is_named() {
        let before = first();
        let contoso = Id::new();
        let after = Revision {
            asks: vec![scope("azure", Purpose::Provisioning), scope("azure", Purpose::Support)],
            days: 30,
            suggested_holder: Some(contoso),
            language: Lang::Ru,
            paragraphs: [None, Some("Bye".to_owned())],
            expires_at: Some(before.made_at),
            ..before.clone()
        };
        let difference = Difference::between(&before, &after);
        assert_eq!(difference.added, [scope("azure", Purpose::Provisioning)]);
        assert_eq!(difference.removed, [scope("intune", Purpose::Support)]);
        assert_eq!((difference.days, difference.holder), (Some((365, 30)), Some((None, Some(contoso)))));
        assert_eq!(difference.paragraphs[0], Some((Some("Hello".to_owned()), None)));
        assert_eq!(difference.others(), ["days", "holder", "language", "text", "end"]);
        assert!(difference.touches_administration());
    }

    #[test]
    fn text_and_end_do_not_touch_administration() {
        let before = first();
        let after = Revision { paragraphs: [None, None], expires_at: Some(before.made_at), language: Lang::ZhCn, ..before.clone() };
        let difference = Difference::between(&before, &after);
        assert!(!difference.is_empty() && !difference.touches_administration());
    }
}
