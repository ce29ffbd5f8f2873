//! Imports: the list with the upload, and one of them from its check to its end, at one address.

use actix_web::web::{Path, Query};
use askama::Template;
use futures_util::try_join;
use serde::Deserialize;

use crate::{
    access::{
        May, Right,
        proofs::{Operate, Review},
    },
    db::{Cursor, Db, Keyset, View},
    ids::{Id, SubscriptionImport},
    problem::Problem,
    services::{self, Service},
    subscriptions::{
        actions,
        findings::{Change, Fault, Verdict},
        import::{Import, Stage},
        sheet::{COLUMNS, Encoding, MAX_BYTES, MAX_CELL, MAX_ROWS, Unreadable},
        store::{self, Line},
    },
    values::{Name, Refusal},
    web::{
        Answer,
        form::{FieldErrors, Form, Wrong},
        page::Page,
        query::address,
        see_other,
        upload::Upload,
    },
};

#[derive(Template)]
#[template(path = "subscriptions/imports.html")]
struct List<'a> {
    page: &'a Page,
    imports: &'a Keyset<Import>,
    may_operate: bool,
    errors: FieldErrors,
}

impl List<'_> {
    fn at(&self, cursor: Option<&String>) -> Option<String> {
        cursor.map(|cursor| format!("/subscriptions?page={cursor}"))
    }

    fn columns(&self) -> String {
        COLUMNS.join(",")
    }

    fn most_rows(&self) -> i64 {
        MAX_ROWS.into()
    }

    fn most_megabytes(&self) -> i64 {
        i64::try_from(MAX_BYTES / 1024 / 1024).unwrap_or(i64::MAX)
    }

    fn longest_cell(&self) -> i64 {
        i64::try_from(MAX_CELL).unwrap_or(i64::MAX)
    }
}

/// Where the list is read from.
#[derive(Deserialize)]
pub struct At {
    page: Option<String>,
}

/// `GET /subscriptions`: the uploads so far, and the next one with its limits (UX-16).
///
/// # Errors
/// 403 for everybody but the operator.
pub async fn list(page: Page, _: May<Review>, db: Db, at: Query<At>) -> Answer {
    let view = db.view().await?;
    show_list(&page, &view, at.page.as_deref(), None).await
}

async fn show_list(page: &Page, view: &View, cursor: Option<&str>, wrong: Option<Wrong>) -> Answer {
    let cursor = cursor.and_then(Cursor::parse);
    let imports = store::list_imports(view.pg(), cursor.as_ref()).await?;
    let may_operate = page.may(Right::Operate);
    match wrong {
        None => page.show(List { page, imports: &imports, may_operate, errors: FieldErrors::default() }),
        Some(wrong) => page.invalid(List { page, imports: &imports, may_operate, errors: wrong.told(page) }),
    }
}

/// `POST /subscriptions/imports`: a file comes in; what it says is checked, and nothing is imported.
///
/// # Errors
/// 413 and 409 as [`actions::upload`]; a file that cannot be read comes back as 422, with the reason beside the field.
pub async fn upload(page: Page, may: May<Operate>, db: Db, upload: Upload<MAX_BYTES>) -> Answer {
    let name: String = upload.name.chars().take(200).collect();
    let Ok(name) = Name::parse(&name) else {
        let wrong = Wrong::of("file", Refusal::Said("subscriptions-file-required"));
        return show_list(&page, &db.view().await?, None, Some(wrong)).await;
    };
    match actions::upload(&db, &may, &name, upload.pieces()).await? {
        Ok(id) => Ok(see_other(format!("/subscriptions/imports/{id}"))),
        Err(unreadable) => {
            let wrong = Wrong::of("file", words_of(unreadable));
            show_list(&page, &db.view().await?, None, Some(wrong)).await
        }
    }
}

fn words_of(unreadable: Unreadable) -> Refusal {
    match unreadable {
        Unreadable::Empty => Refusal::Said("subscriptions-file-empty"),
        Unreadable::NotText => Refusal::Said("subscriptions-file-not-text"),
        Unreadable::Header => Refusal::Said("subscriptions-file-header"),
        Unreadable::TooManyRows => Refusal::Said("subscriptions-file-too-many-rows"),
        Unreadable::QuoteOpen(line) => Refusal::InLine { key: "subscriptions-file-quote-open", line },
    }
}

#[derive(Template)]
#[template(path = "subscriptions/import.html")]
struct Shown<'a> {
    page: &'a Page,
    import: &'a Import,
    lines: &'a Keyset<Line>,
    catalogue: &'a [Service],
    shown: Option<Verdict>,
    may_operate: bool,
}

impl Shown<'_> {
    fn path(&self) -> String {
        format!("/subscriptions/imports/{}", self.import.id)
    }

    fn verb(&self, verb: &str) -> String {
        format!("{}/{verb}", self.path())
    }

    fn at(&self, cursor: Option<&String>) -> Option<String> {
        let show = self.shown.map(Verdict::key).unwrap_or_default();
        cursor.map(|cursor| address(&self.path(), &[("show", show), ("page", cursor)]))
    }

    fn verdicts(&self) -> Vec<(Verdict, i64)> {
        Verdict::ALL.iter().map(|verdict| (*verdict, i64::from(self.import.tally.of(*verdict)))).collect()
    }

    fn filters(&self) -> Vec<(&'static str, &'static str)> {
        Verdict::ALL.iter().map(|verdict| (verdict.key(), self.page.word("subscriptions-verdict", verdict))).collect()
    }

    fn chosen(&self) -> &'static str {
        self.shown.map(Verdict::key).unwrap_or_default()
    }

    fn encoding(&self) -> &'static str {
        match self.import.encoding {
            Encoding::Utf8 => "UTF-8",
            Encoding::Gb18030 => "GB18030",
        }
    }

    /// How far the work is: done, of how many.
    fn progress(&self) -> Option<(i64, i64)> {
        self.import.progress().map(|(done, of)| (done.into(), of.into()))
    }

    fn is_ready(&self) -> bool {
        self.import.stage == Stage::Ready
    }

    fn is_failed(&self) -> bool {
        self.import.stage == Stage::Failed
    }

    fn is_done(&self) -> bool {
        self.import.stage == Stage::Done
    }

    fn tone(&self, line: &Line) -> &'static str {
        match line.verdict {
            Some(Verdict::New | Verdict::Changed) if line.imported => "ok",
            Some(Verdict::New | Verdict::Changed) => "info",
            Some(Verdict::Wrong) => "stop",
            Some(Verdict::Unchanged) | None => "quiet",
        }
    }

    fn verdict(&self, line: &Line) -> &'static str {
        match line.verdict {
            Some(Verdict::New) if line.imported => self.page.t("subscriptions-imported-new"),
            Some(Verdict::Changed) if line.imported => self.page.t("subscriptions-imported-changed"),
            Some(verdict) => self.page.word("subscriptions-verdict", verdict),
            None => self.page.t("subscriptions-verdict-none"),
        }
    }

    /// What was found about a row, sentence by sentence.
    fn told(&self, line: &Line) -> Vec<String> {
        let findings = line.findings();
        let faults = findings.faults.iter().map(|fault| words_of_fault(self.page, fault));
        let changes = findings.changes.iter().map(|change| words_of_change(self.page, self.catalogue, change));
        let since = findings.since.iter().map(|since| self.page.t1("subscriptions-since", "date", self.page.at(since)));
        faults.chain(changes).chain(since).collect()
    }

    fn service<'s>(&'s self, line: &'s Line) -> &'s str {
        services::name_of(self.catalogue, line.cell("service"), self.page.language())
    }
}

/// What is wrong, in the words of whoever wrote the file: column, what stands there, what to enter instead.
pub(super) fn words_of_fault(page: &Page, fault: &Fault) -> String {
    let key = format!("subscriptions-flaw-{}", fault.flaw);
    page.t3(&key, "column", &fault.column, "value", &fault.value, "number", fault.number)
}

fn words_of_change(page: &Page, catalogue: &[Service], change: &Change) -> String {
    let told = |value: &str| match (change.column.as_str(), value) {
        (_, "") => page.t("subscriptions-nothing").to_owned(),
        ("service", code) => services::name_of(catalogue, code, page.language()).to_owned(),
        ("channel", word) => page.word("channel", word).to_owned(),
        ("state", word) => page.word("subscription-state", word).to_owned(),
        (_, other) => other.to_owned(),
    };
    page.t3("subscriptions-change", "column", &change.column, "from", told(&change.from), "to", told(&change.to))
}

/// Which rows a page shows.
#[derive(Deserialize)]
pub struct ImportAt {
    page: Option<String>,
    #[serde(default)]
    show: String,
}

/// `GET /subscriptions/imports/{import}`: how far it is, what was found about every row, what came of it (UX-13, UX-14).
///
/// # Errors
/// 404 when there is none.
pub async fn import(page: Page, _: May<Review>, db: Db, id: Path<Id<SubscriptionImport>>, at: Query<ImportAt>) -> Answer {
    let view = db.view().await?;
    let (cursor, shown) = (at.page.as_deref().and_then(Cursor::parse), Verdict::parse(&at.show));
    let (import, lines, catalogue) = try_join!(
        store::find_import(view.pg(), *id),
        store::list_lines(view.pg(), *id, shown, cursor.as_ref()),
        services::list(view.pg())
    )?;
    let import = import.ok_or(Problem::NotFound)?;
    let may_operate = page.may(Right::Operate);
    page.show(Shown { page: &page, import: &import, lines: &lines, catalogue: &catalogue, shown, may_operate })
}

/// A form without fields of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmForm {}

/// `POST /subscriptions/imports/{import}/confirmation`: what is new or changed may be imported.
///
/// # Errors
/// 404 and 409 as [`actions::confirm`].
pub async fn confirm(may: May<Operate>, db: Db, id: Path<Id<SubscriptionImport>>, _: Form<ConfirmForm>) -> Answer {
    actions::confirm(&db, &may, *id).await?;
    Ok(see_other(format!("/subscriptions/imports/{id}")))
}

/// `POST /subscriptions/imports/{import}/withdrawal`: nothing of it is imported.
///
/// # Errors
/// 404 and 409 as [`actions::withdraw`].
pub async fn withdraw(may: May<Operate>, db: Db, id: Path<Id<SubscriptionImport>>, _: Form<ConfirmForm>) -> Answer {
    actions::withdraw(&db, &may, *id).await?;
    Ok(see_other(format!("/subscriptions/imports/{id}")))
}
