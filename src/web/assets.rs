//! Style sheet, script, icons: embedded, under names that carry the hash of what is in them, compressed once.

use std::{collections::HashMap, io::Write, sync::LazyLock};

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use rust_embed::RustEmbed;

use super::Answer;
use crate::problem::Problem;

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

struct Asset {
    media_type: String,
    plain: web::Bytes,
    gzip: web::Bytes,
}

struct Assets {
    urls: HashMap<String, &'static str>,
    by_name: HashMap<String, Asset>,
}

static ASSETS: LazyLock<Assets> = LazyLock::new(|| {
    let mut assets = Assets { urls: HashMap::new(), by_name: HashMap::new() };
    for path in Files::iter() {
        let Some(file) = Files::get(&path) else { continue };
        let hash: String = file.metadata.sha256_hash()[..6].iter().map(|byte| format!("{byte:02x}")).collect();
        let (stem, ending) = path.rsplit_once('.').unwrap_or((&path, ""));
        let name = format!("{stem}.{hash}.{ending}");
        assets.urls.insert(path.to_string(), String::leak(format!("/static/{name}")));
        let media_type = match ending {
            "js" => "text/javascript; charset=utf-8".to_owned(),
            "css" => "text/css; charset=utf-8".to_owned(),
            _ => file.metadata.mimetype().to_owned(),
        };
        assets.by_name.insert(name, Asset { media_type, gzip: gzip(&file.data).into(), plain: file.data.into_owned().into() });
    }
    assets
});

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("writing to memory does not fail")
}

/// The URL of an embedded file; an unknown one (which a test would find) leads nowhere.
pub fn url(name: &str) -> &'static str {
    ASSETS.urls.get(name).copied().unwrap_or("/static/missing")
}

/// `GET /static/{name}`: an embedded file, to be kept for ever because its name changes with it.
///
/// # Errors
/// 404 for a name that is not of this build.
pub async fn file(name: web::Path<String>, request: HttpRequest) -> Answer {
    let asset = ASSETS.by_name.get(name.as_str()).ok_or(Problem::NotFound)?;
    let gzip =
        request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains("gzip"));
    let mut response = HttpResponse::Ok();
    response.content_type(asset.media_type.as_str());
    response.insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"));
    response.insert_header((header::VARY, "accept-encoding"));
    response.insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"));
    response.insert_header(("cross-origin-resource-policy", "same-origin"));
    if gzip {
        response.insert_header((header::CONTENT_ENCODING, "gzip"));
        return Ok(response.body(asset.gzip.clone()));
    }
    Ok(response.body(asset.plain.clone()))
}
