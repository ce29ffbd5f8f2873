//! Files to take along: a sample, and the rows that were wrong, page by page so that memory stays bounded.

use actix_web::{
    HttpResponse,
    http::header,
    web::{Bytes, Path},
};
use futures_util::stream;

use super::imports::words_of_fault;
use crate::{
    access::{May, proofs::Review},
    db::Db,
    ids::{Id, SubscriptionImport},
    problem::Problem,
    subscriptions::{
        findings::Verdict,
        sheet::{COLUMNS, PROBLEM},
        store,
    },
    web::{Answer, page::Page},
};

/// Rows that are read at once.
const AT_ONCE: i64 = 500;

/// Rows of a sample, as right as invented ones can be.
const SAMPLE: [[&str; 11]; 3] = [
    [
        "SUB-0001",
        "fabrikam.example",
        "Fabrikam",
        "exchange-online",
        "csp",
        "1000001",
        "1000001",
        "25",
        "2026-01-01",
        "2026-12-31",
        "active",
    ],
    ["SUB-0002", "fabrikam.example", "Fabrikam", "azure", "direct", "", "", "", "2026-03-15", "", "active"],
    ["SUB-0003", "litware.example", "Litware", "intune", "advisor", "1000001", "", "10", "2025-07-01", "2026-06-30", "suspended"],
];

fn attachment(name: &str) -> actix_web::HttpResponseBuilder {
    let mut response = HttpResponse::Ok();
    response.content_type("text/csv; charset=utf-8");
    response.insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")));
    response
}

/// A cell that no spreadsheet takes for a formula (ASVS 1.2.10).
fn guarded(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\0']) { format!("'{cell}") } else { cell.to_owned() }
}

fn write<'a>(rows: impl IntoIterator<Item = Vec<String>> + 'a) -> Result<Vec<u8>, Problem> {
    let mut writer = csv::WriterBuilder::new().flexible(true).terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer.write_record(&row).map_err(|error| Problem::Internal(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| Problem::Internal(error.to_string()))
}

/// `GET /subscriptions/sample.csv`: what a file looks like.
///
/// # Errors
/// 403 for everybody but the operator.
pub async fn sample(_: May<Review>) -> Answer {
    let rows = std::iter::once(COLUMNS).chain(SAMPLE).map(|row| row.map(str::to_owned).to_vec());
    Ok(attachment("subscriptions-sample.csv").body(write(rows)?))
}

/// `GET /subscriptions/imports/{import}/failed.csv`: the rows that were wrong, with the reason in a last column, to be mended
/// and uploaded again.
///
/// # Errors
/// 404 when there is none.
pub async fn failed(page: Page, _: May<Review>, db: Db, id: Path<Id<SubscriptionImport>>) -> Answer {
    let id = *id;
    {
        let view = db.view().await?;
        store::find_import(view.pg(), id).await?.ok_or(Problem::NotFound)?;
    }
    // The mark tells spreadsheets that it is UTF-8.
    let mut head = "\u{feff}".as_bytes().to_vec();
    head.extend(write([COLUMNS.into_iter().chain([PROBLEM]).map(str::to_owned).collect()])?);
    let pages = stream::unfold(Some(-1), move |after| {
        let (db, page, head) = (db.clone(), page.clone(), std::mem::take(&mut head));
        async move {
            let after = after?;
            // The first piece is the head alone.
            if after < 0 {
                return Some((Ok(Bytes::from(head)), Some(0)));
            }
            match piece(&db, &page, id, after).await {
                Ok(None) => None,
                Ok(Some((bytes, last))) => Some((Ok(bytes), Some(last))),
                Err(problem) => Some((Err(problem), None)),
            }
        }
    });
    Ok(attachment(&format!("subscriptions-{id}-failed.csv")).streaming(pages))
}

async fn piece(db: &Db, page: &Page, id: Id<SubscriptionImport>, after: i32) -> Result<Option<(Bytes, i32)>, Problem> {
    let view = db.view().await?;
    let lines = store::list_lines_after(view.pg(), id, after, &[Verdict::Wrong], AT_ONCE).await?;
    let Some(last) = lines.last().map(|line| line.number) else { return Ok(None) };
    let rows = lines.iter().map(|line| {
        let reasons: Vec<_> = line.findings().faults.iter().map(|fault| words_of_fault(page, fault)).collect();
        let problem = page.t2("subscriptions-failed-line", "line", i64::from(line.line), "reasons", reasons.join(" "));
        let mut cells: Vec<String> = line.cells.iter().take(COLUMNS.len()).map(|cell| guarded(cell)).collect();
        cells.resize(COLUMNS.len(), String::new());
        cells.push(guarded(&problem));
        cells
    });
    Ok(Some((Bytes::from(write(rows)?), last)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+7", "-1", "@SUM(A1)", "\t=1", "\r=1", "\0"] {
            assert!(guarded(cell).starts_with('\''), "{cell:?}");
        }
        assert_eq!(guarded("Fabrikam - north"), "Fabrikam - north");
    }

    #[test]
    fn the_sample_is_a_file_that_can_be_read() {
        let rows = std::iter::once(COLUMNS).chain(SAMPLE).map(|row| row.map(str::to_owned).to_vec());
        let (mut sheet, mut read) = (crate::subscriptions::sheet::Sheet::default(), Vec::new());
        sheet.push(&write(rows).unwrap(), &mut read).unwrap();
        sheet.finish(&mut read).unwrap();
        assert_eq!(read.len(), SAMPLE.len());
        assert!(read.iter().all(|row| row.faults.is_empty()));
    }
}
