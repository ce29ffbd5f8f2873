//! Pages by key, never by offset: page 1 000 costs what page 1 costs.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;

/// Rows on one page of a list.
pub const PAGE_SIZE: usize = 50;

/// Where a page starts: the sort key and id of the row beside it, and on which side the page lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor<K> {
    /// The sort key of the neighbouring row.
    pub key: K,
    /// The id of the neighbouring row, which makes the order total.
    pub id: Uuid,
    /// Whether the page lies before that row (else after it).
    pub before: bool,
}

impl<K: Serialize + DeserializeOwned> Cursor<K> {
    /// Reads a cursor from a query string; what is not one means the first page.
    pub fn parse(text: &str) -> Option<Self> {
        serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(text).ok()?).ok()
    }

    /// The cursor as text for a query string.
    pub fn to_text(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).unwrap_or_default())
    }
}

/// One page of a list in its order, with the cursors of its neighbours.
#[derive(Debug)]
pub struct Keyset<T> {
    /// The rows, in the list's order.
    pub rows: Vec<T>,
    /// Where the previous page starts, if there is one.
    pub previous: Option<String>,
    /// Where the next page starts, if there is one.
    pub next: Option<String>,
}

impl<T> Keyset<T> {
    /// Makes a page of rows fetched with one more than [`PAGE_SIZE`], in reading direction from `cursor`
    /// (so backwards when it says `before`).
    pub fn new<K: Clone + Serialize + DeserializeOwned>(
        mut rows: Vec<T>,
        cursor: Option<&Cursor<K>>,
        key: impl Fn(&T) -> (K, Uuid),
    ) -> Self {
        let more = rows.len() > PAGE_SIZE;
        rows.truncate(PAGE_SIZE);
        let before = cursor.is_some_and(|cursor| cursor.before);
        if before {
            rows.reverse();
        }
        let at = |row: Option<&T>, before| row.map(&key).map(|(key, id)| Cursor { key, id, before }.to_text());
        let has_previous = if before { more } else { cursor.is_some() };
        let has_next = before || more;
        let previous = has_previous.then(|| at(rows.first(), true)).flatten();
        let next = has_next.then(|| at(rows.last(), false)).flatten();
        Self { rows, previous, next }
    }
}

/// Only the page of a boxed query that starts at a cursor, read in the list's order or, backwards, against it: the newest first is
/// `desc(key, id)`, by name is `asc(key, id)`. One row more than [`PAGE_SIZE`], by which [`Keyset::new`] knows whether more follow.
macro_rules! paged {
    ($query:expr, $cursor:expr, desc($key:expr, $id:expr)) => {
        $crate::db::paged!(@ $query, $cursor, $key, $id, (le lt desc), (ge gt asc))
    };
    ($query:expr, $cursor:expr, asc($key:expr, $id:expr)) => {
        $crate::db::paged!(@ $query, $cursor, $key, $id, (ge gt asc), (le lt desc))
    };
    // The first condition is the index's, so that a far page costs what the first does; the second makes the order total.
    (@ $query:expr, $cursor:expr, $key:expr, $id:expr, ($from:ident $past:ident $way:ident), ($from_back:ident $past_back:ident $way_back:ident)) => {
        match $cursor {
            Some(at) if at.before => $query
                .filter($key.$from_back(&at.key).and($key.$past_back(&at.key).or($id.$past_back(at.id))))
                .order(($key.$way_back(), $id.$way_back())),
            Some(at) => {
                $query.filter($key.$from(&at.key).and($key.$past(&at.key).or($id.$past(at.id)))).order(($key.$way(), $id.$way()))
            }
            None => $query.order(($key.$way(), $id.$way())),
        }
        .limit($crate::db::PAGE_SIZE as i64 + 1)
    };
}
pub(crate) use paged;

#[cfg(test)]
mod tests {
    use super::*;

    fn page(rows: std::ops::Range<u128>, cursor: Option<Cursor<u128>>) -> Keyset<u128> {
        Keyset::new(rows.collect(), cursor.as_ref(), |row| (*row, Uuid::from_u128(*row)))
    }

    #[test]
    fn the_first_of_many_pages_has_only_a_next_one() {
        let page = page(0..PAGE_SIZE as u128 + 1, None);
        assert_eq!(page.rows.len(), PAGE_SIZE);
        assert!(page.previous.is_none());
        let next = Cursor::<u128>::parse(&page.next.unwrap()).unwrap();
        assert_eq!((next.key, next.before), (PAGE_SIZE as u128 - 1, false));
    }

    #[test]
    fn a_page_read_backwards_is_shown_forwards() {
        let cursor = Cursor { key: 9, id: Uuid::from_u128(9), before: true };
        let page = Keyset::new(vec![3_u128, 2, 1], Some(&cursor), |row| (*row, Uuid::from_u128(*row)));
        assert_eq!(page.rows, [1, 2, 3]);
        assert!(page.previous.is_none() && page.next.is_some());
    }

    #[test]
    fn nonsense_is_no_cursor() {
        assert!(Cursor::<String>::parse("nonsense").is_none());
    }
}
