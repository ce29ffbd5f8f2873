//! What the radar finds. Each list is one query, counted and paged by its own time and key; the indexes `radar_…` answer them.

use diesel::{
    prelude::QueryableByName,
    sql_types::{BigInt, Bool, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid},
};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::{
    db::{Cursor, Keyset, PAGE_SIZE, Pg, Result, Timestamp},
    reports::{Blip, Signal, radar::MANY},
    services::{Purpose, Scope},
};

/// The rows of a list: `id`, `key`, `at`, `who`, `partner`, `other`, `service`, `purpose`, `count`. `$1` is its days, `$2` what is many.
fn rows(signal: Signal) -> &'static str {
    match signal {
        Signal::Contested => {
            "select i.id, md5(o.customer_id::text || i.id::text || s.service)::uuid as key, o.opened_at as at, c.name as who, p.name as partner,
                    string_agg(distinct h.name, ', ') as other, s.service, null::text as purpose, null::bigint as count
             from openings o
             join invitations i on i.id = o.invitation_id and i.state = 'open' and (i.expires_at is null or i.expires_at > now())
             join invitation_services s on s.invitation_id = i.id
             join delegations d on d.customer_id = o.customer_id and d.service = s.service and d.holder_id <> i.inviter_id
                  and d.state <> 'ended' and d.ends_at > now() and d.holder_kind <> 'indirect-reseller'
             join organizations c on c.id = o.customer_id join organizations p on p.id = i.inviter_id join organizations h on h.id = d.holder_id
             where not exists (select from acceptances a where a.invitation_id = i.id and a.customer_id = o.customer_id)
               and not exists (select from declines n where n.invitation_id = i.id and n.customer_id = o.customer_id)
             group by i.id, o.customer_id, o.opened_at, c.name, p.name, s.service"
        }
        Signal::Replaced => {
            "select d.id, d.id as key, d.ended_at as at, c.name as who, h.name as partner, o.name as other, d.service, d.purpose, null::bigint as count
             from delegations d join organizations c on c.id = d.customer_id join organizations h on h.id = d.holder_id
             join organizations o on o.id = d.owner_id
             where d.end_reason = 'replaced' and d.ended_at > now() - make_interval(days => $1)"
        }
        Signal::Silent => {
            "select d.id, d.id as key, d.granted_at as at, c.name as who, h.name as partner, o.name as other, d.service, d.purpose, null::bigint as count
             from delegations d join organizations c on c.id = d.customer_id join organizations h on h.id = d.holder_id
             join organizations o on o.id = d.owner_id
             where d.state = 'awaiting-partner' and d.ends_at > now() and d.granted_at < now() - make_interval(days => $1)"
        }
        Signal::Suspended => {
            "select g.id, g.id as key, g.suspended_at as at, g.name as who, g.partner_id as partner, null::text as other, null::text as service,
                    null::text as purpose, n.count
             from organizations g cross join lateral (
               select count(*) from invitations i where i.inviter_id = g.id and i.state = 'open' and (i.expires_at is null or i.expires_at > now())) n
             where g.state = 'suspended' and n.count > 0"
        }
        Signal::Orphans => {
            "select d.id, d.id as key, d.granted_at as at, c.name as who, h.name as partner, o.name as other, d.service, d.purpose, null::bigint as count
             from delegations d join organizations c on c.id = d.customer_id join organizations h on h.id = d.holder_id
             join organizations o on o.id = d.owner_id
             where d.state <> 'ended' and d.ends_at > now() and d.holder_kind = 'indirect-reseller'
               and exists (select from partnerships p where p.provider_id = d.owner_id and p.reseller_id = d.holder_id and p.state = 'ended')
               and not exists (select from partnerships p where p.provider_id = d.owner_id and p.reseller_id = d.holder_id and p.state = 'active')"
        }
        Signal::Ending => {
            "select d.id, d.id as key, d.ends_at as at, c.name as who, h.name as partner, o.name as other, d.service, d.purpose, null::bigint as count
             from delegations d join organizations c on c.id = d.customer_id join organizations h on h.id = d.holder_id
             join organizations o on o.id = d.owner_id
             where d.state = 'active' and d.ends_at > now() and d.ends_at <= now() + make_interval(days => $1)"
        }
        Signal::Many => {
            "select i.id, i.id as key, g.at, i.label as who, p.name as partner, null::text as other, null::text as service, null::text as purpose, g.count
             from (select a.invitation_id, count(*), max(d.granted_at) as at
                   from delegations d join acceptances a on a.id = d.acceptance_id
                   where d.granted_at > now() - make_interval(days => $1) group by a.invitation_id having count(*) >= $2) g
             join invitations i on i.id = g.invitation_id join organizations p on p.id = i.inviter_id"
        }
        Signal::Newcomers => {
            "select i.id, i.id as key, i.created_at as at, i.label as who, p.name as partner, null::text as other, null::text as service,
                    null::text as purpose, null::bigint as count
             from organizations p join invitations i on i.inviter_id = p.id
             where p.kind in ('direct-partner', 'indirect-provider') and p.created_at > now() - make_interval(days => $1)
               and i.state = 'open' and (i.expires_at is null or i.expires_at > now())"
        }
    }
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    key: Uuid,
    #[diesel(sql_type = Timestamptz)]
    at: Timestamp,
    #[diesel(sql_type = Text)]
    who: String,
    #[diesel(sql_type = Nullable<Text>)]
    partner: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    other: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    service: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    purpose: Option<String>,
    #[diesel(sql_type = Nullable<BigInt>)]
    count: Option<i64>,
}

impl From<Row> for Blip {
    fn from(row: Row) -> Self {
        let Row { id, key, at, who, partner, other, service, purpose, count } = row;
        // Of a contested service every purpose is contested (D13): it stands for provisioning.
        let purpose = purpose.as_deref().and_then(Purpose::parse).unwrap_or(Purpose::Provisioning);
        Self { id, key, at, who, partner, other, scope: service.map(|service| Scope { service, purpose }), count }
    }
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// How much there is of a signal.
pub(in crate::reports) async fn count(mut pg: &Pg, signal: Signal) -> Result<i64> {
    let sql = format!("select count(*) from ({}) found where $1 is not null and $2 is not null", rows(signal));
    let counted: Counted = diesel::sql_query(sql).bind::<Integer, _>(signal.days()).bind::<BigInt, _>(MANY).get_result(&mut pg).await?;
    Ok(counted.count)
}

/// A page of a signal's list.
pub(in crate::reports) async fn list(mut pg: &Pg, signal: Signal, cursor: Option<&Cursor<Timestamp>>) -> Result<Keyset<Blip>> {
    let back = cursor.is_some_and(|cursor| cursor.before);
    let (side, way) = if signal.oldest_first() != back { (">", "asc") } else { ("<", "desc") };
    let sql = format!(
        "select id, key, at, who, partner, other, service, purpose, count from ({}) found
         where $1 is not null and $2 is not null and ($3 or (at, key) {side} ($4, $5)) order by at {way}, key {way} limit $6",
        rows(signal)
    );
    let place = cursor.map_or((Timestamp::UNIX_EPOCH, Uuid::nil()), |cursor| (cursor.key, cursor.id));
    let rows: Vec<Row> = diesel::sql_query(sql)
        .bind::<Integer, _>(signal.days())
        .bind::<BigInt, _>(MANY)
        .bind::<Bool, _>(cursor.is_none())
        .bind::<Timestamptz, _>(place.0)
        .bind::<SqlUuid, _>(place.1)
        .bind::<BigInt, _>(PAGE_SIZE as i64 + 1)
        .load(&mut pg)
        .await?;
    Ok(Keyset::new(rows.into_iter().map(Blip::from).collect(), cursor, |blip| (blip.at, blip.key)))
}
