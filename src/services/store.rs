//! Rows of `services`.

use diesel::prelude::{ExpressionMethods, OptionalExtension, QueryDsl};
use diesel_async::RunQueryDsl;

use super::{AdminUrl, Code, Entry, Kind, Names, Service};
use crate::db::{
    Pg, Result, Timestamp, Tx,
    alive::living_delegation,
    schema::{delegations, invitation_services, invitations, services},
};

/// The catalogue in its order, with retired services: what asked for them stays readable. See [`super::offered`].
///
/// # Errors
/// As every query.
pub async fn list(mut pg: &Pg) -> Result<Vec<Service>> {
    let rows: Vec<(String, Kind, String, String, String, Option<Timestamp>)> = services::table
        .order((services::position, services::code))
        .select((services::code, services::kind, services::name_en, services::name_zh, services::name_ru, services::retired_at))
        .load(&mut pg)
        .await?;
    let service = |(code, kind, name_en, name_zh, name_ru, retired_at): (_, _, _, _, _, Option<Timestamp>)| Service {
        code,
        kind,
        name_en,
        name_zh,
        name_ru,
        retired: retired_at.is_some(),
    };
    Ok(rows.into_iter().map(service).collect())
}

type Row = (String, Kind, String, String, String, Option<String>, i32, Option<Timestamp>);

macro_rules! columns {
    () => {
        (
            services::code,
            services::kind,
            services::name_en,
            services::name_zh,
            services::name_ru,
            services::admin_url,
            services::position,
            services::retired_at,
        )
    };
}

fn entry((code, kind, name_en, name_zh, name_ru, admin_url, position, retired_at): Row) -> Entry {
    let service = Service { code, kind, name_en, name_zh, name_ru, retired: retired_at.is_some() };
    Entry { service, admin_url, position, retired_at }
}

/// The catalogue as the operator edits it.
pub(super) async fn list_entries(mut pg: &Pg) -> Result<Vec<Entry>> {
    let rows: Vec<Row> = services::table.order((services::position, services::code)).select(columns!()).load(&mut pg).await?;
    Ok(rows.into_iter().map(entry).collect())
}

pub(super) async fn find(mut pg: &Pg, code: &str) -> Result<Option<Entry>> {
    let row: Option<Row> = services::table.find(code).select(columns!()).first(&mut pg).await.optional()?;
    Ok(row.map(entry))
}

/// The whole catalogue, until the transaction ends: whoever adds or moves an entry moves all.
pub(super) async fn lock(tx: &Tx) -> Result<Vec<Entry>> {
    let rows: Vec<Row> =
        services::table.order((services::position, services::code)).select(columns!()).for_update().load(&mut tx.pg()).await?;
    Ok(rows.into_iter().map(entry).collect())
}

/// Adds a service at the end; `false` when there is one of this code.
pub(super) async fn insert(tx: &Tx, code: &Code, kind: Kind, names: &Names, admin_url: Option<&AdminUrl>, position: i32) -> Result<bool> {
    let added = diesel::insert_into(services::table)
        .values((
            services::code.eq(code.as_str()),
            services::kind.eq(kind),
            services::name_en.eq(names.en.as_str()),
            services::name_zh.eq(names.zh.as_str()),
            services::name_ru.eq(names.ru.as_str()),
            services::admin_url.eq(admin_url.map(AdminUrl::as_str)),
            services::position.eq(position),
        ))
        .on_conflict_do_nothing()
        .execute(&mut tx.pg())
        .await?;
    Ok(added > 0)
}

pub(super) async fn update(tx: &Tx, code: &str, kind: Kind, names: &Names, admin_url: Option<&AdminUrl>) -> Result<()> {
    diesel::update(services::table.find(code))
        .set((
            services::kind.eq(kind),
            services::name_en.eq(names.en.as_str()),
            services::name_zh.eq(names.zh.as_str()),
            services::name_ru.eq(names.ru.as_str()),
            services::admin_url.eq(admin_url.map(AdminUrl::as_str)),
        ))
        .execute(&mut tx.pg())
        .await?;
    Ok(())
}

pub(super) async fn set_retired(tx: &Tx, code: &str, at: Option<Timestamp>) -> Result<()> {
    diesel::update(services::table.find(code)).set(services::retired_at.eq(at)).execute(&mut tx.pg()).await?;
    Ok(())
}

pub(super) async fn set_position(tx: &Tx, code: &str, position: i32) -> Result<()> {
    diesel::update(services::table.find(code)).set(services::position.eq(position)).execute(&mut tx.pg()).await?;
    Ok(())
}

/// Where a service is in use: delegations that have not ended, and invitations that can be answered.
pub(super) async fn count_uses(pg: &Pg, code: &str) -> Result<(i64, i64)> {
    let now = diesel::dsl::now;
    let granted = delegations::table.filter(delegations::service.eq(code)).filter(living_delegation!(now)).count();
    let asking = invitation_services::table.filter(invitation_services::service.eq(code)).select(invitation_services::invitation_id);
    let open = invitations::table.filter(invitations::state.eq_any(["open", "paused"])).filter(invitations::id.eq_any(asking)).count();
    Ok(futures_util::try_join!(async { granted.get_result(&mut &*pg).await }, async { open.get_result(&mut &*pg).await })?)
}
