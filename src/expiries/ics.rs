//! A calendar in the form that calendar programs read (RFC 5545): lines end with CR LF, none is longer than 75 octets, texts
//! are escaped, and what has the same UID is the same event however often it is fetched.

use std::fmt::Write;

use crate::db::Timestamp;

/// An event: something that happens at a moment.
#[derive(Debug, Clone)]
pub struct Event {
    /// The same for the same thing, for ever.
    pub uid: String,
    /// When.
    pub at: Timestamp,
    /// How often it was moved.
    pub moved: i32,
    /// What, in a few words.
    pub summary: String,
    /// More about it.
    pub description: String,
    /// Where to read on.
    pub url: String,
}

/// The calendar of these events, as it is at this moment.
pub fn calendar(name: &str, events: &[Event], now: Timestamp) -> String {
    let mut out = String::new();
    let mut line = |text: String| fold(&mut out, &text);
    line("BEGIN:VCALENDAR".to_owned());
    line("VERSION:2.0".to_owned());
    line("PRODID:-//Mandate//Expiries//EN".to_owned());
    line("CALSCALE:GREGORIAN".to_owned());
    line("METHOD:PUBLISH".to_owned());
    line(format!("X-WR-CALNAME:{}", text(name)));
    line("REFRESH-INTERVAL;VALUE=DURATION:PT6H".to_owned());
    line("X-PUBLISHED-TTL:PT6H".to_owned());
    for event in events {
        line("BEGIN:VEVENT".to_owned());
        line(format!("UID:{}", text(&event.uid)));
        line(format!("DTSTAMP:{}", moment(now)));
        line(format!("DTSTART:{}", moment(event.at)));
        line(format!("SEQUENCE:{}", event.moved));
        line(format!("SUMMARY:{}", text(&event.summary)));
        line(format!("DESCRIPTION:{}", text(&event.description)));
        line(format!("URL:{}", event.url));
        line("TRANSP:TRANSPARENT".to_owned());
        line("END:VEVENT".to_owned());
    }
    line("END:VCALENDAR".to_owned());
    out
}

fn moment(at: Timestamp) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// A text as it may stand in a property: backslash, semicolon, comma and line break have a meaning of their own.
fn text(plain: &str) -> String {
    let mut out = String::with_capacity(plain.len());
    for c in plain.chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// The most octets of a line, its end not counted.
const LONGEST: usize = 75;

/// Writes a line; one that is too long goes on in the next, which begins with a blank. No character is cut in two.
fn fold(out: &mut String, line: &str) {
    let mut room = LONGEST;
    for c in line.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = LONGEST - 1;
        }
        room -= c.len_utf8();
        // Writing to a string cannot fail.
        let _ = out.write_char(c);
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    fn event(summary: &str) -> Event {
        Event {
            uid: "delegation-1@portal.example.cn".to_owned(),
            at: chrono::Utc.with_ymd_and_hms(2026, 12, 22, 10, 0, 0).unwrap(),
            moved: 2,
            summary: summary.to_owned(),
            description: "Line one\nline two".to_owned(),
            url: "https://portal.example.cn/delegations/1".to_owned(),
        }
    }

    fn now() -> Timestamp {
        chrono::Utc.with_ymd_and_hms(2026, 11, 25, 1, 2, 3).unwrap()
    }

    /// What a program reads: the lines with their folds taken out.
    fn unfolded(calendar: &str) -> Vec<String> {
        calendar.replace("\r\n ", "").split("\r\n").map(ToOwned::to_owned).collect()
    }

    #[test]
    fn an_event_is_written_as_the_standard_wants_it() {
        let calendar = calendar("Ends; of Fabrikam", &[event("Contoso: Exchange Online, support")], now());
        let lines = unfolded(&calendar);
        assert_eq!(lines.first().unwrap(), "BEGIN:VCALENDAR");
        for line in [
            "VERSION:2.0",
            "X-WR-CALNAME:Ends\\; of Fabrikam",
            "UID:delegation-1@portal.example.cn",
            "DTSTAMP:20261125T010203Z",
            "DTSTART:20261222T100000Z",
            "SEQUENCE:2",
            "SUMMARY:Contoso: Exchange Online\\, support",
            "DESCRIPTION:Line one\\nline two",
            "URL:https://portal.example.cn/delegations/1",
        ] {
            assert!(lines.iter().any(|known| known == line), "{line} is not in\n{calendar}");
        }
        assert!(calendar.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(calendar.matches('\n').count(), calendar.matches("\r\n").count(), "every line ends with CR LF");
    }

    #[test]
    fn no_line_is_longer_than_seventy_five_octets_and_nothing_is_lost() {
        for summary in ["界".repeat(100), "ё".repeat(200), "a".repeat(300), format!("{}😀", "a".repeat(65)), "a".repeat(67)] {
            let calendar = calendar("x", &[event(&summary)], now());
            assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "{calendar}");
            assert!(unfolded(&calendar).contains(&format!("SUMMARY:{summary}")), "{calendar}");
        }
    }

    #[test]
    fn a_name_cannot_write_a_line_of_its_own() {
        let calendar = calendar("x", &[event("evil\r\nBEGIN:VEVENT\r\nUID:other")], now());
        assert_eq!(calendar.matches("\r\nBEGIN:VEVENT").count(), 1);
    }
}
