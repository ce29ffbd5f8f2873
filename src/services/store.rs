//! Rows of `services`.

use diesel::prelude::{ExpressionMethods, QueryDsl};
use diesel_async::RunQueryDsl;

use super::{Kind, Service};
use crate::db::{Pg, Result, schema::services};

/// The catalogue in its order, without retired services.
///
/// # Errors
/// As every query.
pub async fn list(mut pg: &Pg) -> Result<Vec<Service>> {
    let rows: Vec<(String, Kind, String, String, String)> = services::table
        .filter(services::retired_at.is_null())
        .order(services::position)
        .select((services::code, services::kind, services::name_en, services::name_zh, services::name_ru))
        .load(&mut pg)
        .await?;
    Ok(rows.into_iter().map(|(code, kind, name_en, name_zh, name_ru)| Service { code, kind, name_en, name_zh, name_ru }).collect())
}
