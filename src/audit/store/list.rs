//! The whole trail, filtered by anything, newest first: whatever the filter, an index has the entries in that order, and a page
//! reads little more than it shows.

use std::fmt::Write;

use diesel::{
    PgTextExpressionMethods,
    prelude::{BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, QueryableByName},
    sql_types::{Array, BigInt, Binary, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::Row;
use crate::{
    audit::Kind,
    db::{
        Cursor, Keyset, PAGE_SIZE, Pg, Result, Timestamp, like,
        schema::{acceptances, organizations, users},
    },
};

/// Which events of the whole trail.
#[derive(Debug, Clone, Default)]
pub(in crate::audit) struct Filter {
    /// Of one of these kinds.
    pub kinds: Option<Vec<Kind>>,
    /// Those that any of these did or that concern any of them.
    pub organizations: Option<Vec<Uuid>>,
    /// Those that any of these people did.
    pub people: Option<Vec<Uuid>>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before.
    pub before: Option<Timestamp>,
    /// The id of anything an event is about, of who did it, or of the request that caused it.
    pub subject: Option<Uuid>,
}

/// An event with everything that stands in the trail.
#[derive(Debug, Clone, QueryableByName)]
pub(in crate::audit) struct Record {
    #[diesel(embed)]
    pub event: Row,
    #[diesel(sql_type = SqlUuid)]
    pub chain: Uuid,
    #[diesel(sql_type = BigInt)]
    pub seq: i64,
    #[diesel(sql_type = Binary)]
    pub hash: Vec<u8>,
    #[diesel(sql_type = Nullable<SqlUuid>, column_name = user_id)]
    pub user: Option<Uuid>,
    #[diesel(sql_type = Nullable<SqlUuid>, column_name = partnership_id)]
    pub partnership: Option<Uuid>,
    #[diesel(sql_type = Nullable<SqlUuid>, column_name = invitation_id)]
    pub invitation: Option<Uuid>,
    #[diesel(sql_type = Nullable<SqlUuid>, column_name = relationship_id)]
    pub relationship: Option<Uuid>,
    #[diesel(sql_type = Nullable<SqlUuid>, column_name = delegation_id)]
    pub delegation: Option<Uuid>,
    #[diesel(sql_type = Nullable<SqlUuid>, column_name = request_id)]
    pub request: Option<Uuid>,
}

/// The place of an event in the order of the trail.
pub(in crate::audit) type Place = (Timestamp, i64);

/// A page of the whole trail as far as whoever is asking may see it, newest first.
pub(in crate::audit) async fn list(pg: &Pg, filter: &Filter, cursor: Option<&Cursor<Place>>) -> Result<Keyset<Record>> {
    let rows = read(pg, filter, cursor.map(|cursor| cursor.key), cursor.is_some_and(|cursor| cursor.before), PAGE_SIZE + 1).await?;
    Ok(Keyset::new(rows, cursor, |record| ((record.event.at, record.event.id), Uuid::nil())))
}

/// So many entries older than a place, newest first.
pub(in crate::audit) async fn list_many(pg: &Pg, filter: &Filter, after: Option<Place>, most: usize) -> Result<Vec<Record>> {
    read(pg, filter, after, false, most).await
}

/// Rows in reading direction from a place: towards the older, or `back` towards the newer.
async fn read(mut pg: &Pg, filter: &Filter, place: Option<Place>, back: bool, most: usize) -> Result<Vec<Record>> {
    let (sql, values) = Question::new(filter, place, back).ask(most);
    let mut query = diesel::sql_query(sql).into_boxed::<diesel::pg::Pg>();
    for value in values {
        query = match value {
            Value::Ids(ids) => query.bind::<Array<SqlUuid>, _>(ids),
            Value::Words(words) => query.bind::<Array<Text>, _>(words),
            Value::At(at) => query.bind::<Timestamptz, _>(at),
            Value::Number(number) => query.bind::<BigInt, _>(number),
        };
    }
    Ok(query.load(&mut pg).await?)
}

enum Value {
    Ids(Vec<Uuid>),
    Words(Vec<String>),
    At(Timestamp),
    Number(i64),
}

/// The query of a filter, as text and values. One of the filters leads: for each of its keys an index gives the newest entries,
/// and the newest of those are taken; the other filters only say which of them count.
struct Question<'a> {
    filter: &'a Filter,
    place: Option<Place>,
    back: bool,
    values: Vec<Value>,
}

impl<'a> Question<'a> {
    fn new(filter: &'a Filter, place: Option<Place>, back: bool) -> Self {
        Self { filter, place, back, values: Vec::new() }
    }

    /// The placeholder of a value.
    fn value(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("${}", self.values.len())
    }

    fn ask(mut self, most: usize) -> (String, Vec<Value>) {
        let most = self.value(Value::Number(i64::try_from(most).unwrap_or(i64::MAX)));
        let filter = self.filter;
        let found = if let Some(id) = filter.subject {
            self.about(id, &most)
        } else if let Some(people) = &filter.people {
            self.led(Value::Ids(people.clone()), "e.user_id = k.key", &most)
        } else if let Some(organizations) = &filter.organizations {
            self.concerning(organizations.clone(), &most)
        } else if let Some(kinds) = &filter.kinds {
            self.led(Value::Words(words(kinds)), "e.kind = k.key", &most)
        } else {
            let conditions = self.conditions("e.at", "e.id") + &self.others();
            format!("select e.id, e.at from audit_events e where true{conditions} {}", self.cut("e.at", "e.id", &most))
        };
        let order = self.sorted("e.at", "e.id");
        let sql = format!(
            "select e.id, e.at, e.kind, e.org_id, e.details, u.name as user_name, o.name as org_name, e.chain, e.seq, e.hash, e.user_id,
                    e.partnership_id, e.invitation_id, e.relationship_id, e.delegation_id, e.request_id
             from ({found}) f join audit_events e on e.id = f.id
             left join users u on u.id = e.user_id left join organizations o on o.id = e.org_id {order}"
        );
        (sql, self.values)
    }

    fn sorted(&self, at: &str, id: &str) -> String {
        let way = if self.back { "asc" } else { "desc" };
        format!("order by {at} {way}, {id} {way}")
    }

    fn cut(&self, at: &str, id: &str, most: &str) -> String {
        format!("{} limit {most}", self.sorted(at, id))
    }

    /// What an index in the trail's order answers: the time, and on which side of a place.
    fn conditions(&mut self, at: &str, id: &str) -> String {
        let mut sql = String::new();
        if let Some(from) = self.filter.from {
            let from = self.value(Value::At(from));
            let _ = write!(sql, " and {at} >= {from}");
        }
        if let Some(before) = self.filter.before {
            let before = self.value(Value::At(before));
            let _ = write!(sql, " and {at} < {before}");
        }
        if let Some((time, number)) = self.place {
            let side = if self.back { ">" } else { "<" };
            let (time, number) = (self.value(Value::At(time)), self.value(Value::Number(number)));
            let _ = write!(sql, " and ({at}, {id}) {side} ({time}, {number})");
        }
        sql
    }

    /// The filters that do not lead.
    fn others(&mut self) -> String {
        let filter = self.filter;
        let mut sql = String::new();
        let subject = filter.subject.is_some();
        if let Some(people) = filter.people.as_ref().filter(|_| subject) {
            let ids = self.value(Value::Ids(people.clone()));
            let _ = write!(sql, " and e.user_id = any ({ids})");
        }
        if let Some(organizations) = filter.organizations.as_ref().filter(|_| subject || filter.people.is_some()) {
            let ids = self.value(Value::Ids(organizations.clone()));
            let _ = write!(sql, " and exists (select from audit_concerned c where c.event_id = e.id and c.org_id = any ({ids}))");
        }
        let led = subject || filter.people.is_some() || filter.organizations.is_some();
        if let Some(kinds) = filter.kinds.as_ref().filter(|_| led) {
            let kinds = self.value(Value::Words(words(kinds)));
            let _ = write!(sql, " and e.kind = any ({kinds})");
        }
        sql
    }

    /// The newest entries for each of several keys.
    fn led(&mut self, keys: Value, condition: &str, most: &str) -> String {
        let keys = self.value(keys);
        let conditions = self.conditions("e.at", "e.id") + &self.others();
        let (inner, outer) = (self.cut("e.at", "e.id", most), self.cut("found.at", "found.id", most));
        format!(
            "select found.id, found.at from unnest({keys}) as k (key) cross join lateral (
               select e.id, e.at from audit_events e where {condition}{conditions} {inner}) found {outer}"
        )
    }

    /// The newest entries that concern any of the organizations; one that concerns two counts once.
    fn concerning(&mut self, organizations: Vec<Uuid>, most: &str) -> String {
        let keys = self.value(Value::Ids(organizations));
        let conditions = self.conditions("c.at", "c.event_id") + &self.others();
        let (inner, outer) = (self.cut("c.at", "c.event_id", most), self.cut("at", "id", most));
        format!(
            "select distinct found.id, found.at from unnest({keys}) as k (key) cross join lateral (
               select c.event_id as id, c.at from audit_concerned c join audit_events e on e.id = c.event_id
               where c.org_id = k.key{conditions} {inner}) found {outer}"
        )
    }

    /// The newest entries about a thing, whatever it is.
    fn about(&mut self, id: Uuid, most: &str) -> String {
        let id = self.value(Value::Ids(vec![id]));
        let conditions = self.conditions("e.at", "e.id") + &self.others();
        let (inner, outer) = (self.cut("e.at", "e.id", most), self.cut("at", "id", most));
        let columns = ["invitation_id", "relationship_id", "partnership_id", "delegation_id", "user_id", "request_id"];
        let mut parts: Vec<_> = columns
            .map(|column| format!("(select e.id, e.at from audit_events e where e.{column} = ({id})[1]{conditions} {inner})"))
            .into();
        parts.push(format!(
            "(select e.id, e.at from audit_concerned c join audit_events e on e.id = c.event_id where c.org_id = ({id})[1]{conditions} {})",
            self.cut("c.at", "c.event_id", most)
        ));
        format!("select id, at from ({}) found {outer}", parts.join(" union "))
    }
}

fn words(kinds: &[Kind]) -> Vec<String> {
    kinds.iter().map(|kind| kind.key().to_owned()).collect()
}

/// So many that somebody may mean are looked for at once; whoever finds one more asks to be told better.
pub(in crate::audit) const AT_ONCE: usize = 50;

/// The organizations that somebody may mean: by a part of the name, the partner ID or the domain. At most one more than [`AT_ONCE`].
pub(in crate::audit) async fn find_organizations(mut pg: &Pg, text: &str) -> Result<Vec<Uuid>> {
    Ok(organizations::table
        .filter(
            organizations::name
                .ilike(like::containing(text))
                .or(organizations::partner_id.eq(text))
                .or(organizations::domain.eq(text.to_lowercase())),
        )
        .order((organizations::name, organizations::id))
        .limit(AT_ONCE as i64 + 1)
        .select(organizations::id)
        .load(&mut pg)
        .await?)
}

/// The people that somebody may mean: by a part of the name, or by the address. At most one more than [`AT_ONCE`].
pub(in crate::audit) async fn find_people(mut pg: &Pg, text: &str) -> Result<Vec<Uuid>> {
    Ok(users::table
        .filter(users::name.ilike(like::containing(text)).or(users::email.eq(text.to_lowercase())))
        .order((users::name, users::id))
        .limit(AT_ONCE as i64 + 1)
        .select(users::id)
        .load(&mut pg)
        .await?)
}

/// What a free reference is about: a receipt's relationship, a partner by its ID.
pub(in crate::audit) async fn find_reference(mut pg: &Pg, text: &str) -> Result<Option<Uuid>> {
    let mut pg2 = pg;
    let receipt = acceptances::table.filter(acceptances::reference.eq(text.to_uppercase())).select(acceptances::relationship_id);
    let partner = organizations::table.filter(organizations::partner_id.eq(text)).select(organizations::id);
    let (receipt, partner) = futures_util::join!(receipt.first::<Uuid>(&mut pg), partner.first::<Uuid>(&mut pg2));
    Ok(receipt.optional()?.or(partner.optional()?))
}
