//! What became different in an invitation, as people read it: a line for each change, in the reader's language.

use futures_util::future::try_join_all;

use super::{Difference, Invitation, Revision, Similar, store};
use crate::{
    db::{Keyset, Pg, Result},
    ids::{Id, Organization},
    services::{self, Scope, Service, name_of},
    web::page::Page,
};

/// One change. Shown with `templates/invitations/changes.html`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its icon in the sprite: more, less, or otherwise.
    pub icon: &'static str,
    /// What changed.
    pub text: String,
    /// How it was, where that is not in the sentence.
    pub before: Option<String>,
    /// How it is now.
    pub after: Option<String>,
}

/// A revision, and what it changed in the one before it; nothing for the first.
#[derive(Debug, Clone)]
pub struct Told {
    /// The revision.
    pub revision: Revision,
    /// What it changed.
    pub changes: Vec<Change>,
}

impl Similar {
    /// The services that are asked for already, or held, by their names. Shown with `templates/invitations/similar.html`.
    pub fn same(&self, page: &Page, catalogue: &[Service]) -> String {
        let names: Vec<&str> = self.services.iter().map(|code| name_of(catalogue, code, page.language())).collect();
        page.t1("invitations-similar-services", "services", names.join(", "))
    }
}

/// Names, services and words: what a difference is told with.
pub(super) struct Teller<'a> {
    page: &'a Page,
    catalogue: Vec<Service>,
    names: Vec<(Id<Organization>, String)>,
    inviter: Id<Organization>,
}

impl<'a> Teller<'a> {
    /// A teller who knows the holders of these revisions.
    pub(super) async fn new(pg: &Pg, page: &'a Page, invitation: &Invitation, revisions: &[&Revision]) -> Result<Self> {
        let inviter = Id::<Organization>::from(invitation.inviter);
        let mut holders: Vec<_> = revisions.iter().filter_map(|revision| revision.suggested_holder).chain([inviter]).collect();
        holders.sort_unstable();
        holders.dedup();
        let found = try_join_all(holders.iter().map(|holder| store::find_sender(pg, *holder)));
        let (catalogue, found) = futures_util::try_join!(services::list(pg), found)?;
        let names = holders.into_iter().zip(found).filter_map(|(holder, found)| Some((holder, found?.name))).collect();
        Ok(Self { page, catalogue, names, inviter })
    }

    /// The lines of a difference; none when there is none.
    pub(super) fn tell(&self, difference: &Difference) -> Vec<Change> {
        let page = self.page;
        let ask = |scope: &Scope| {
            let service = name_of(&self.catalogue, &scope.service, page.language());
            page.t2("invitations-ask", "service", service, "purpose", page.word("purpose", scope.purpose))
        };
        let sentence = |icon, text| Change { icon, text, before: None, after: None };
        let other = |key: &str, before: String, after: String| Change {
            icon: "pencil",
            text: page.t(key).to_owned(),
            before: Some(before),
            after: Some(after),
        };
        let mut lines: Vec<Change> =
            difference.added.iter().map(|scope| sentence("plus", page.t1("revisions-added", "ask", ask(scope)))).collect();
        lines.extend(difference.removed.iter().map(|scope| sentence("minus", page.t1("revisions-removed", "ask", ask(scope)))));
        lines.extend(difference.days.map(|(before, after)| {
            let days = |count: i32| page.t1("invitations-days-count", "count", count);
            other("invitations-days", days(before), days(after))
        }));
        lines.extend(difference.holder.map(|(before, after)| other("invitations-holder", self.name(before), self.name(after))));
        lines.extend(
            difference.language.map(|(before, after)| other("invitations-language", before.name().to_owned(), after.name().to_owned())),
        );
        let [first, second] = &difference.paragraphs;
        for (key, paragraph) in [("invitations-first", first), ("invitations-second", second)] {
            let text = |text: &Option<String>| text.clone().unwrap_or_else(|| page.t("revisions-left-out").to_owned());
            lines.extend(paragraph.as_ref().map(|(before, after)| other(key, text(before), text(after))));
        }
        lines.extend(difference.expires_at.map(|(before, after)| {
            let end = |end: Option<crate::db::Timestamp>| end.map_or_else(|| page.t("invitations-no-end").to_owned(), |end| page.at(&end));
            other("invitations-until", end(before), end(after))
        }));
        lines
    }

    fn name(&self, holder: Option<Id<Organization>>) -> String {
        let holder = holder.unwrap_or(self.inviter);
        self.names.iter().find(|(id, _)| *id == holder).map(|(_, name)| name.clone()).unwrap_or_default()
    }
}

/// What is different now from what somebody saw under an older number; nothing when nothing is, or when whoever is asking
/// may not see the older one.
///
/// # Errors
/// As every query.
pub async fn changes_since(pg: &Pg, page: &Page, invitation: &Invitation, seen: i32) -> Result<Vec<Change>> {
    if seen >= invitation.revision {
        return Ok(Vec::new());
    }
    let Some(before) = store::find_revision(pg, invitation.id, seen).await? else { return Ok(Vec::new()) };
    let after = invitation.current();
    let teller = Teller::new(pg, page, invitation, &[&before, &after]).await?;
    Ok(teller.tell(&Difference::between(&before, &after)))
}

/// A page of the revisions, each with what it changed; the one in force stands first on the first page. None for an invitation that never
/// changed.
///
/// # Errors
/// As every query.
pub async fn history(pg: &Pg, page: &Page, invitation: &Invitation, older: &Keyset<Revision>) -> Result<Vec<Told>> {
    let Some(oldest) = older.rows.last() else { return Ok(Vec::new()) };
    // What the oldest on the page changed is known by the one before it, which stands on the next.
    let before = match older.next {
        Some(_) => store::find_revision(pg, invitation.id, oldest.number - 1).await?,
        None => None,
    };
    let current = older.previous.is_none().then(|| invitation.current());
    let all: Vec<&Revision> = current.iter().chain(&older.rows).chain(&before).collect();
    let teller = Teller::new(pg, page, invitation, &all).await?;
    let told = |pair: &[&Revision]| Told { revision: pair[0].clone(), changes: teller.tell(&Difference::between(pair[1], pair[0])) };
    let first = before.is_none().then(|| Told { revision: oldest.clone(), changes: Vec::new() });
    Ok(all.windows(2).map(told).chain(first).collect())
}
