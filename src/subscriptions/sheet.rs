//! A file of comma-separated values, read as it comes in: bounded memory whatever is in it, limits first (AB-47).

use encoding_rs::GB18030;

use super::findings::{Fault, Flaw};
use crate::db::text_enum;

/// The columns, in their order; the file's first line names them.
pub const COLUMNS: [&str; 11] =
    ["external_id", "tenant", "customer", "service", "channel", "seller", "partner_of_record", "seats", "term_start", "term_end", "state"];
/// A last column that the portal itself adds to rows it gives back; ignored when they return.
pub const PROBLEM: &str = "problem";
/// The largest file, in bytes.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;
/// Rows in a file at most.
pub const MAX_ROWS: i32 = 250_000;
/// Characters in a cell at most.
pub const MAX_CELL: usize = 300;

/// Bytes of a row that are kept; what is beyond is read and forgotten.
const ROW: usize = 16 * 1024;
/// Cells of a row that are kept.
const CELLS: usize = 32;
/// Bytes after which a quote that nobody closed is no long cell any more.
const RUNAWAY: usize = 1024 * 1024;

text_enum! {
    /// How the file's letters are written; found out from the file.
    Encoding {
        /// UTF-8, with or without a mark at its beginning.
        Utf8 = "utf-8",
        /// GB18030, and so GBK and GB2312.
        Gb18030 = "gb18030",
    }
}

/// Why a file cannot be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// There is no row in it.
    Empty,
    /// It is UTF-16, or no text.
    NotText,
    /// Its first line does not name the columns.
    Header,
    /// It has more than [`MAX_ROWS`] rows.
    TooManyRows,
    /// A quote that begins in or after this line is never closed.
    QuoteOpen(usize),
}

/// A row as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 1.
    pub number: i32,
    /// The line it begins in, from 1.
    pub line: i32,
    /// Its cells, each cut to what is allowed.
    pub cells: Vec<String>,
    /// What is wrong with its shape.
    pub faults: Vec<Fault>,
}

/// A file being read.
pub struct Sheet {
    core: csv_core::Reader,
    /// The beginning, until the first line is complete.
    head: Option<Vec<u8>>,
    kept: Vec<u8>,
    kept_len: usize,
    ends: [usize; CELLS],
    ends_len: usize,
    /// The row as far as it was kept, when there is more of it.
    cut: Option<Vec<String>>,
    bytes_of_row: usize,
    quotes: usize,
    line: usize,
    begins: usize,
    width: usize,
    encoding: Option<Encoding>,
    rows: i32,
}

impl Default for Sheet {
    fn default() -> Self {
        Self {
            core: csv_core::Reader::new(),
            head: Some(Vec::new()),
            kept: vec![0; ROW],
            kept_len: 0,
            ends: [0; CELLS],
            ends_len: 0,
            cut: None,
            bytes_of_row: 0,
            quotes: 0,
            line: 1,
            begins: 1,
            width: 0,
            encoding: None,
            rows: 0,
        }
    }
}

impl Sheet {
    /// Reads a piece of the file; complete rows are added to `rows`.
    ///
    /// # Errors
    /// When the file cannot be read; nothing of it counts then.
    pub fn push(&mut self, piece: &[u8], rows: &mut Vec<Row>) -> Result<(), Unreadable> {
        let Some(head) = &mut self.head else { return self.read(piece, rows) };
        // A file of one endless line is none of ours.
        head.extend_from_slice(&piece[..piece.len().min(ROW)]);
        let whole_line = head.iter().any(|byte| *byte == b'\n' || *byte == b'\r');
        if !whole_line && head.len() < ROW {
            return Ok(());
        }
        let head = self.head.take().unwrap_or_default();
        self.begin(&head, rows)?;
        self.read(piece.get(ROW..).unwrap_or_default(), rows)
    }

    /// The file is over.
    ///
    /// # Errors
    /// As [`Sheet::push`].
    pub fn finish(mut self, rows: &mut Vec<Row>) -> Result<Encoding, Unreadable> {
        if let Some(head) = self.head.take() {
            self.begin(&head, rows)?;
        }
        loop {
            let (result, _, bytes, ends) = self.core.read_record(&[], &mut self.kept[self.kept_len..], &mut self.ends[self.ends_len..]);
            self.kept_len += bytes;
            self.ends_len += ends;
            match result {
                csv_core::ReadRecordResult::Record if self.quotes % 2 == 1 => return Err(Unreadable::QuoteOpen(self.begins)),
                csv_core::ReadRecordResult::Record => self.row(rows)?,
                csv_core::ReadRecordResult::End | csv_core::ReadRecordResult::InputEmpty => break,
                csv_core::ReadRecordResult::OutputFull | csv_core::ReadRecordResult::OutputEndsFull => self.overflow(),
            }
        }
        if self.rows == 0 { Err(Unreadable::Empty) } else { Ok(self.encoding.unwrap_or(Encoding::Utf8)) }
    }

    /// The mark at the beginning, and by what the columns are parted: a spreadsheet of another country writes semicolons.
    fn begin(&mut self, head: &[u8], rows: &mut Vec<Row>) -> Result<(), Unreadable> {
        if head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]) {
            return Err(Unreadable::NotText);
        }
        let text = head.strip_prefix(&[0xef, 0xbb, 0xbf]);
        if text.is_some() {
            self.encoding = Some(Encoding::Utf8);
        }
        let text = text.unwrap_or(head);
        let first = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
        if first.contains(&b';') && !first.contains(&b',') {
            self.core = csv_core::ReaderBuilder::new().delimiter(b';').build();
        }
        self.read(text, rows)
    }

    fn read(&mut self, mut piece: &[u8], rows: &mut Vec<Row>) -> Result<(), Unreadable> {
        if piece.contains(&0) {
            return Err(Unreadable::NotText);
        }
        while !piece.is_empty() {
            if self.bytes_of_row == 0 {
                // Line ends before a row, those of empty lines too, are no part of it.
                let blank = piece.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
                self.count(&piece[..blank]);
                piece = &piece[blank..];
                self.begins = self.line;
                if piece.is_empty() {
                    break;
                }
            }
            let (result, used, bytes, ends) =
                self.core.read_record(piece, &mut self.kept[self.kept_len..], &mut self.ends[self.ends_len..]);
            self.count(&piece[..used]);
            self.bytes_of_row += used;
            self.quotes += piece[..used].iter().filter(|byte| **byte == b'"').count();
            self.kept_len += bytes;
            self.ends_len += ends;
            piece = &piece[used..];
            match result {
                csv_core::ReadRecordResult::Record => self.row(rows)?,
                csv_core::ReadRecordResult::OutputFull | csv_core::ReadRecordResult::OutputEndsFull if self.width == 0 => {
                    return Err(Unreadable::Header);
                }
                csv_core::ReadRecordResult::OutputFull | csv_core::ReadRecordResult::OutputEndsFull => self.overflow(),
                csv_core::ReadRecordResult::InputEmpty | csv_core::ReadRecordResult::End => {}
            }
            if self.bytes_of_row > RUNAWAY && self.quotes % 2 == 1 {
                return Err(Unreadable::QuoteOpen(self.begins));
            }
        }
        Ok(())
    }

    fn count(&mut self, bytes: &[u8]) {
        self.line += bytes.iter().filter(|byte| **byte == b'\n').count();
    }

    /// There is more of a row than is kept: the beginning stays, the rest is read into nowhere.
    fn overflow(&mut self) {
        if self.cut.is_none() {
            let (cells, _) = self.cells();
            self.cut = Some(cells);
        }
        (self.kept_len, self.ends_len) = (0, 0);
    }

    fn row(&mut self, rows: &mut Vec<Row>) -> Result<(), Unreadable> {
        let (cells, faults) = match self.cut.take() {
            Some(cells) => (cells, vec![Fault::of(Flaw::TooLong)]),
            None => self.cells(),
        };
        let line = i32::try_from(self.begins).unwrap_or(i32::MAX);
        (self.kept_len, self.ends_len, self.bytes_of_row, self.quotes) = (0, 0, 0, 0);
        if self.width == 0 {
            self.width = header(&cells).ok_or(Unreadable::Header)?;
            return Ok(());
        }
        // What a spreadsheet leaves below the last row.
        if faults.is_empty() && cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(());
        }
        if self.rows == MAX_ROWS {
            return Err(Unreadable::TooManyRows);
        }
        self.rows += 1;
        rows.push(Row { number: self.rows, line, faults: self.shape(&cells, faults), cells });
        Ok(())
    }

    fn shape(&self, cells: &[String], mut faults: Vec<Fault>) -> Vec<Fault> {
        if faults.is_empty() && cells.len() != self.width {
            let found = i64::try_from(cells.len()).unwrap_or(i64::MAX);
            faults.push(Fault { number: found, ..Fault::of(Flaw::Columns) });
        }
        faults
    }

    /// The cells of the row that is kept, decoded.
    fn cells(&mut self) -> (Vec<String>, Vec<Fault>) {
        let ends = &self.ends[..self.ends_len];
        let whole = &self.kept[..ends.last().copied().unwrap_or(0).min(self.kept_len)];
        if self.encoding.is_none() && !whole.is_ascii() {
            // The first row with other letters tells. What is not UTF-8 is what Chinese spreadsheets write.
            self.encoding = Some(if std::str::from_utf8(whole).is_ok() { Encoding::Utf8 } else { Encoding::Gb18030 });
        }
        let (mut cells, mut faults, mut start) = (Vec::with_capacity(ends.len()), Vec::new(), 0);
        for (at, end) in ends.iter().enumerate() {
            let bytes = &whole[start.min(whole.len())..(*end).min(whole.len())];
            start = *end;
            let column = COLUMNS.get(at).copied().unwrap_or(PROBLEM);
            let (text, garbled) = match self.encoding {
                Some(Encoding::Gb18030) => GB18030.decode_without_bom_handling(bytes),
                _ => (String::from_utf8_lossy(bytes), std::str::from_utf8(bytes).is_err()),
            };
            if garbled {
                faults.push(Fault::in_column(Flaw::Letters, column));
            }
            // A cell of the portal's own column is its own words.
            if at < COLUMNS.len() && text.chars().count() > MAX_CELL {
                faults.push(Fault { number: i64::try_from(MAX_CELL).unwrap_or(0), ..Fault::in_column(Flaw::Cell, column) });
            } else if at < COLUMNS.len() && text.trim().contains(['\n', '\r']) {
                faults.push(Fault::in_column(Flaw::LineBreak, column));
            }
            cells.push(text.chars().take(MAX_CELL).collect());
        }
        (cells, faults)
    }
}

/// How many columns a first line names, if they are the right ones.
fn header(cells: &[String]) -> Option<usize> {
    let named = |at: usize| cells.get(at).map(|cell| cell.trim().to_lowercase()).unwrap_or_default();
    let right = COLUMNS.iter().enumerate().all(|(at, column)| named(at) == *column);
    let rest = cells.len().checked_sub(COLUMNS.len())?;
    (right && (rest == 0 || rest == 1 && named(COLUMNS.len()) == PROBLEM)).then_some(cells.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn head() -> String {
        COLUMNS.join(",")
    }

    fn read(file: &[u8], step: usize) -> Result<(Vec<Row>, Encoding), Unreadable> {
        let (mut sheet, mut rows) = (Sheet::default(), Vec::new());
        for piece in file.chunks(step) {
            sheet.push(piece, &mut rows)?;
        }
        let encoding = sheet.finish(&mut rows)?;
        Ok((rows, encoding))
    }

    fn flaws(row: &Row) -> Vec<Flaw> {
        row.faults.iter().map(|fault| fault.flaw).collect()
    }

    #[test]
    fn rows_are_read_however_the_file_is_cut_into_pieces() {
        let file = format!("\u{feff}{}\r\n\r\nS-1,\"a,\"\"b\",界,d,e,f,g,h,i,j,k\r\n,,,,,,,,,,\nS-2,b,c,d,e,f,g,h,i,j,k", head());
        for step in [1, 2, 3, 7, 64, 4096] {
            let (rows, encoding) = read(file.as_bytes(), step).unwrap();
            assert_eq!(encoding, Encoding::Utf8);
            assert_eq!(rows.iter().map(|row| (row.number, row.line)).collect::<Vec<_>>(), [(1, 3), (2, 5)], "by {step}");
            assert_eq!((rows[0].cells[1].as_str(), rows[0].cells[2].as_str()), ("a,\"b", "界"));
            assert!(rows.iter().all(|row| row.faults.is_empty()));
        }
    }

    #[test]
    fn chinese_spreadsheets_and_semicolons_are_understood() {
        let (gb, _, _) = GB18030.encode("世纪互联,");
        let mut file = format!("{}\nS-1,t,", head()).into_bytes();
        file.extend_from_slice(&gb);
        file.extend_from_slice(b"d,e,f,g,h,i,j,k\n");
        // A comma within the name is one cell more, which its own message tells.
        let (rows, encoding) = read(&file, 5).unwrap();
        assert_eq!((rows[0].cells[2].as_str(), encoding), ("世纪互联", Encoding::Gb18030));
        let file = format!("{}\nS-1;t;c;d;e;f;g;h;i;j;k\n", COLUMNS.join(";"));
        assert_eq!(read(file.as_bytes(), 9).unwrap().0[0].cells.len(), COLUMNS.len());
    }

    #[test]
    fn files_that_are_none_say_why() {
        let utf16: Vec<u8> = head().encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&utf16, 100), Err(Unreadable::NotText));
        assert_eq!(read(&[&[0xff, 0xfe][..], &utf16].concat(), 100), Err(Unreadable::NotText));
        assert_eq!(read(b"", 1), Err(Unreadable::Empty));
        assert_eq!(read(head().as_bytes(), 10), Err(Unreadable::Empty));
        assert_eq!(read(b"external_id,tenant\nS-1,x\n", 10), Err(Unreadable::Header));
        assert_eq!(read("a,".repeat(1_000_000).as_bytes(), 8192), Err(Unreadable::Header));
        assert_eq!(read(format!("{0},external_id\n", head()).as_bytes(), 10), Err(Unreadable::Header));
        let open = format!("{}\nS-1,b,c,d,e,f,g,h,i,j,k\nS-2,\"b,c\nS-3,b", head());
        assert_eq!(read(open.as_bytes(), 11), Err(Unreadable::QuoteOpen(3)));
        let endless = format!("{}\nS-1,\"{}", head(), "b\n".repeat(RUNAWAY));
        assert_eq!(read(endless.as_bytes(), 8192), Err(Unreadable::QuoteOpen(2)));
    }

    #[test]
    fn what_is_too_much_in_a_row_is_that_rows_fault_and_memory_stays_bounded() {
        let file = format!(
            "{}\nS-1,{},c,d,e,f,g,h,i,j,k\nS-2{}\nS-3,{},c,d,e,f,g,h,i,j,k\nS-4,b\nS-5,\"b\nb\",c,d,e,f,g,h,i,j,k\nS-6,b,c,d,e,f,g,h,i,j,k\n",
            head(),
            "b".repeat(10_000),
            ",x".repeat(1_000_000),
            "b".repeat(100_000),
        );
        let (rows, _) = read(file.as_bytes(), 8192).unwrap();
        let found: Vec<_> = rows.iter().map(|row| (row.cells[0].as_str(), flaws(row))).collect();
        assert_eq!(found[0], ("S-1", vec![Flaw::Cell]));
        assert_eq!(found[1], ("S-2", vec![Flaw::TooLong]));
        assert_eq!(found[2], ("S-3", vec![Flaw::TooLong]));
        assert_eq!(found[3], ("S-4", vec![Flaw::Columns]));
        assert_eq!(found[4], ("S-5", vec![Flaw::LineBreak]));
        assert_eq!(found[5], ("S-6", vec![]));
        assert_eq!(rows[5].line, 8);
        assert!(rows.iter().flat_map(|row| &row.cells).all(|cell| cell.chars().count() <= MAX_CELL));
    }

    proptest! {
        #[test]
        fn whatever_comes_in_is_read_or_refused(tail in proptest::collection::vec(any::<u8>(), 0..600), step in 1_usize..70) {
            let file = [head().as_bytes(), b"\n", &tail[..]].concat();
            if let Ok((rows, _)) = read(&file, step) {
                prop_assert!(rows.iter().all(|row| row.cells.len() <= CELLS && row.line >= 2));
            }
        }
    }
}
