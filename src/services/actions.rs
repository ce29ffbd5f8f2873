//! What the operator does with the catalogue.

use serde_json::json;

use super::{AdminUrl, Code, Kind, MOST, Move, Names, store};
use crate::{
    access::{May, proofs::Operate},
    audit::{self, Change, Event},
    db::Db,
    problem::Problem,
};

/// Adds a service at the end of the catalogue; `false` when there is one of this code, retired or not.
///
/// # Errors
/// [`Problem::Conflict`] when the catalogue is full.
pub async fn add(db: &Db, _: &May<Operate>, code: &Code, kind: Kind, names: &Names, url: Option<&AdminUrl>) -> Result<bool, Problem> {
    let tx = db.write().await?;
    let entries = store::lock(&tx).await?;
    if entries.len() >= MOST {
        return Err(Problem::Conflict("services-conflict-full"));
    }
    let position = entries.iter().map(|entry| entry.position).max().unwrap_or_default() + 1;
    if !store::insert(&tx, code, kind, names, url, position).await? {
        return Ok(false);
    }
    audit::record(&tx, Event::new(audit::Kind::ServiceAdded).with(json!({ "service": code.as_str() }))).await?;
    tx.commit().await?;
    Ok(true)
}

/// Changes a service's names, kind and admin centre; `false` when nothing is different. Its code is for ever.
///
/// # Errors
/// [`Problem::NotFound`].
pub async fn change(db: &Db, _: &May<Operate>, code: &str, kind: Kind, names: &Names, url: Option<&AdminUrl>) -> Result<bool, Problem> {
    let tx = db.write().await?;
    let entries = store::lock(&tx).await?;
    let entry = entries.iter().find(|entry| entry.service.code == code).ok_or(Problem::NotFound)?;
    let service = &entry.service;
    let changes: Vec<_> = [
        Change::of("name-en", Some(&service.name_en), Some(names.en.as_str())),
        Change::of("name-zh", Some(&service.name_zh), Some(names.zh.as_str())),
        Change::of("name-ru", Some(&service.name_ru), Some(names.ru.as_str())),
        Change::of("billing", Some(service.kind.key()), Some(kind.key())),
        Change::of("admin-url", entry.admin_url.as_deref(), url.map(AdminUrl::as_str)),
    ]
    .into_iter()
    .flatten()
    .collect();
    if changes.is_empty() {
        return Ok(false);
    }
    store::update(&tx, code, kind, names, url).await?;
    audit::record(&tx, Event::new(audit::Kind::ServiceChanged).with(json!({ "service": code, "changes": changes }))).await?;
    tx.commit().await?;
    Ok(true)
}

/// Moves a service one place; at the end of the order it stays.
///
/// # Errors
/// [`Problem::NotFound`].
pub async fn shift(db: &Db, _: &May<Operate>, code: &str, way: Move) -> Result<(), Problem> {
    let tx = db.write().await?;
    let entries = store::lock(&tx).await?;
    let order: Vec<String> = entries.iter().map(|entry| entry.service.code.clone()).collect();
    let before = order.iter().position(|one| one == code).ok_or(Problem::NotFound)?;
    let Some(order) = way.of(&order, code) else { return Ok(()) };
    for (position, code) in (1..).zip(&order) {
        if entries.iter().any(|entry| entry.service.code == *code && entry.position != position) {
            store::set_position(&tx, code, position).await?;
        }
    }
    let after = order.iter().position(|one| one == code).unwrap_or(before);
    let change = Change::of("position", Some(&(before + 1).to_string()), Some(&(after + 1).to_string()));
    let facts = json!({ "service": code, "changes": [change] });
    audit::record(&tx, Event::new(audit::Kind::ServiceChanged).with(facts)).await?;
    tx.commit().await?;
    Ok(())
}

/// Retires a service: no new invitation asks for it. Open invitations and delegations that have it go on (D6).
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Conflict`] when it is retired already, or the last one.
pub async fn retire(db: &Db, _: &May<Operate>, code: &str) -> Result<(), Problem> {
    let tx = db.write().await?;
    let entries = store::lock(&tx).await?;
    let entry = entries.iter().find(|entry| entry.service.code == code).ok_or(Problem::NotFound)?;
    if entry.retired_at.is_some() {
        return Err(Problem::Conflict("services-conflict-retired"));
    }
    if entries.iter().filter(|entry| entry.retired_at.is_none()).count() == 1 {
        return Err(Problem::Conflict("services-conflict-last"));
    }
    store::set_retired(&tx, code, Some(tx.now())).await?;
    audit::record(&tx, Event::new(audit::Kind::ServiceRetired).with(json!({ "service": code }))).await?;
    Ok(tx.commit().await?)
}

/// Brings a retired service back.
///
/// # Errors
/// [`Problem::NotFound`]; [`Problem::Conflict`] when it is not retired.
pub async fn bring_back(db: &Db, _: &May<Operate>, code: &str) -> Result<(), Problem> {
    let tx = db.write().await?;
    let entries = store::lock(&tx).await?;
    let entry = entries.iter().find(|entry| entry.service.code == code).ok_or(Problem::NotFound)?;
    if entry.retired_at.is_none() {
        return Err(Problem::Conflict("services-conflict-not-retired"));
    }
    store::set_retired(&tx, code, None).await?;
    audit::record(&tx, Event::new(audit::Kind::ServiceReturned).with(json!({ "service": code }))).await?;
    Ok(tx.commit().await?)
}
