//! Letters about a person's account and about the organization itself.

use super::{Draft, Part, Stamp, Words, lines};
use crate::{
    db::Timestamp,
    ids::{AccountLink, Id},
    links::{Kind, Link},
};

pub(super) fn set_up(words: &Words<'_>, link: Id<AccountLink>, organization: &str, expires_at: Timestamp) -> Draft {
    let organization = [("organization", organization.into())];
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-account"),
        subject: words.with("notices-set-up-subject", &organization),
        title: words.t("notices-set-up-title"),
        parts: vec![
            words.text_with("notices-set-up-text", &organization),
            words.link("notices-set-up-link", &Link::new(Kind::SetUp, link.uuid(), 1)),
            once_until(words, expires_at),
            words.text_with("notices-set-up-unexpected", &organization),
        ],
        why: words.with("notices-why-set-up", &organization),
    }
}

pub(super) fn offered(words: &Words<'_>, organization: &str) -> Draft {
    let organization = [("organization", organization.into())];
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-account"),
        subject: words.with("notices-offered-subject", &organization),
        title: words.with("notices-offered-title", &organization),
        parts: vec![
            words.text_with("notices-offered-text", &organization),
            words.way("notices-offered-link", "/organizations/choose"),
            words.text_with("notices-offered-unexpected", &organization),
        ],
        why: words.with("notices-why-set-up", &organization),
    }
}

pub(super) fn reset(words: &Words<'_>, link: Id<AccountLink>, expires_at: Timestamp) -> Draft {
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-account"),
        subject: words.t("notices-reset-subject"),
        title: words.t("notices-reset-title"),
        parts: vec![
            words.text("notices-reset-text"),
            words.link("notices-reset-link", &Link::new(Kind::Reset, link.uuid(), 1)),
            once_until(words, expires_at),
            words.text("notices-reset-unexpected"),
        ],
        why: words.t("notices-why-account"),
    }
}

pub(super) fn password_changed(words: &Words<'_>) -> Draft {
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-account"),
        subject: words.t("notices-password-changed-subject"),
        title: words.t("notices-password-changed-title"),
        parts: vec![
            words.text("notices-password-changed-text"),
            Part::Strong(words.t("notices-password-changed-unexpected")),
            words.way("notices-password-changed-link", "/forgotten-password"),
        ],
        why: words.t("notices-why-account"),
    }
}

pub(super) fn confirm(words: &Words<'_>, link: Id<AccountLink>, expires_at: Timestamp) -> Draft {
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-account"),
        subject: words.t("notices-confirm-subject"),
        title: words.t("notices-confirm-title"),
        parts: vec![
            words.text("notices-confirm-text"),
            words.link("notices-confirm-link", &Link::new(Kind::Confirm, link.uuid(), 1)),
            once_until(words, expires_at),
            words.text("notices-confirm-unexpected"),
        ],
        why: words.t("notices-why-confirm"),
    }
}

pub(super) fn organization(words: &Words<'_>, organization: &str, active: bool, reason: Option<&str>) -> Draft {
    let name = [("organization", organization.into())];
    let (subject, title, text, effect) = if active {
        ("notices-reinstated-subject", "notices-reinstated-title", "notices-reinstated-text", "notices-reinstated-effect")
    } else {
        ("notices-suspended-subject", "notices-suspended-title", "notices-suspended-text", "notices-suspended-effect")
    };
    let mut parts = vec![words.text_with(text, &name)];
    if let Some(reason) = reason {
        parts.push(Part::Quote { by: words.t("notices-organization-reason"), lines: lines(reason) });
    }
    parts.extend([words.text(effect), words.way("notices-organization-link", "/today")]);
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-organization"),
        subject: words.with(subject, &name),
        title: words.with(title, &name),
        parts,
        why: words.with("notices-why-admin", &name),
    }
}

pub(super) fn profile(words: &Words<'_>, organization: &str, fields: &[String], reason: &str) -> Draft {
    let name = [("organization", organization.into())];
    let field = |field: &String| words.t(&format!("audit-field-{field}"));
    Draft {
        stamp: Stamp::Portal,
        kind: words.t("notices-kind-organization"),
        subject: words.with("notices-profile-subject", &name),
        title: words.with("notices-profile-title", &name),
        parts: vec![
            words.text_with("notices-profile-text", &name),
            Part::List { heading: words.t("notices-profile-fields"), items: fields.iter().map(field).collect() },
            Part::Quote { by: words.t("notices-organization-reason"), lines: lines(reason) },
            words.way("notices-profile-link", "/organization"),
        ],
        why: words.with("notices-why-admin", &name),
    }
}

fn once_until(words: &Words<'_>, expires_at: Timestamp) -> Part {
    Part::Small(words.with("notices-link-once", &[("date", words.at(expires_at).into())]))
}
