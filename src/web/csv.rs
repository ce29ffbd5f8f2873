//! Lists as files for spreadsheets: RFC 4180, safe to open (ASVS 1.2.10), read and sent step by step, so that a list of any
//! length passes through little memory.

use std::{fmt::Write, future::Future};

use actix_web::{HttpResponse, http::header, web::Bytes};
use futures_util::{Stream, stream};

use crate::problem::Problem;

/// How many rows are read and sent in one step.
pub const STEP: usize = 500;

/// What tells a spreadsheet that the text is UTF-8.
const MARK: &str = "\u{feff}";

/// One line. A cell that a spreadsheet would take for a formula begins with an apostrophe.
pub fn line<T: AsRef<str>>(cells: impl IntoIterator<Item = T>) -> String {
    let mut line = String::new();
    for (at, cell) in cells.into_iter().enumerate() {
        let cell = cell.as_ref();
        let active = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']);
        let _ = write!(line, "{}\"{}{}\"", if at == 0 { "" } else { "," }, if active { "'" } else { "" }, cell.replace('"', "\"\""));
    }
    line.push_str("\r\n");
    line
}

/// A file of lines: `read` gives the lines after a place, and the next place, until there is none. Each step is read when the
/// step before it has been sent; when one fails, the file breaks off, and the browser says so.
pub fn file<K, R>(name: &str, heads: &str, read: impl FnMut(Option<K>) -> R + 'static) -> HttpResponse
where
    K: 'static,
    R: Future<Output = Result<(String, Option<K>), Problem>> + 'static,
{
    HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8; header=present")
        .insert_header((header::CONTENT_DISPOSITION, disposition(name)))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .streaming(steps(format!("{MARK}{heads}"), read))
}

enum At<K> {
    Begin(String),
    After(Option<K>),
    End,
}

fn steps<K, R>(begin: String, read: impl FnMut(Option<K>) -> R) -> impl Stream<Item = Result<Bytes, Problem>>
where
    R: Future<Output = Result<(String, Option<K>), Problem>>,
{
    stream::try_unfold((At::Begin(begin), read), |(at, mut read)| async move {
        let (text, next) = match at {
            At::Begin(text) => (text, At::After(None)),
            At::After(place) => {
                let (text, next) = read(place).await?;
                (text, next.map_or(At::End, |place| At::After(Some(place))))
            }
            At::End => return Ok(None),
        };
        Ok(Some((Bytes::from(text), (next, read))))
    })
}

/// The header that names a file (RFC 6266): in plain letters for old browsers, and as it is.
fn disposition(name: &str) -> String {
    let safe = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let plain: String = name.chars().map(|c| if safe(c) { c } else { '_' }).collect();
    let mut exact = String::new();
    for byte in name.bytes() {
        let _ = if safe(char::from(byte)) { write!(exact, "{}", char::from(byte)) } else { write!(exact, "%{byte:02X}") };
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}")
}

#[cfg(test)]
mod tests {
    use futures_util::TryStreamExt;

    use super::*;

    #[test]
    fn nothing_in_a_cell_is_a_formula_or_ends_the_cell() {
        assert_eq!(line(["a", "b \"c\", d", "two\nlines"]), "\"a\",\"b \"\"c\"\", d\",\"two\nlines\"\r\n");
        for active in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\0=1", "＝1"] {
            assert_eq!(line([active]), format!("\"'{active}\"\r\n"));
        }
        assert_eq!(line(["a=1"]), "\"a=1\"\r\n");
    }

    #[test]
    fn a_name_of_any_script_and_with_any_trick_is_one_name() {
        assert_eq!(disposition("audit-2026.csv"), "attachment; filename=\"audit-2026.csv\"; filename*=UTF-8''audit-2026.csv");
        let tricky = disposition("审 \"x\r\n;.csv");
        assert!(tricky.is_ascii() && !tricky.contains(['\r', '\n']), "{tricky}");
        assert!(tricky.contains("filename*=UTF-8''%E5%AE%A1%20%22x%0D%0A%3B.csv"), "{tricky}");
    }

    #[actix_web::test]
    async fn a_file_is_read_step_by_step_until_there_is_no_next_place() {
        let read = |place: Option<u8>| async move {
            let at = place.unwrap_or(0);
            Ok((format!("{at} "), (at < 2).then_some(at + 1)))
        };
        let parts: Vec<Bytes> = steps("heads ".to_owned(), read).try_collect().await.unwrap();
        assert_eq!(parts.concat(), b"heads 0 1 2 ");
    }

    #[actix_web::test]
    async fn a_step_that_fails_breaks_the_file_off() {
        let read = |_: Option<u8>| async { Err(Problem::NotFound) };
        let whole: Result<Vec<Bytes>, _> = steps(String::new(), read).try_collect().await;
        assert!(whole.is_err());
    }
}
