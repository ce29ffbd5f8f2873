//! Where log lines go and how they look: standard output, UTC, for people or for machines.

use tracing_subscriber::EnvFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::config::{Config, LogFormat};

/// Begins to log as configured; a second call changes nothing. Times are RFC 3339 in UTC.
///
/// What is logged is decided where it happens: no mail address, token, password or query string (ASVS 16.2.5).
pub fn start(config: &Config) {
    let filter = EnvFilter::try_new(&config.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = tracing_subscriber::registry().with(filter);
    let _ = match config.log_format {
        LogFormat::Pretty => lines.with(tracing_subscriber::fmt::layer().with_target(false)).try_init(),
        LogFormat::Json => {
            let json = tracing_subscriber::fmt::layer().json();
            lines.with(json.flatten_event(true).with_current_span(true).with_span_list(false)).try_init()
        }
    };
    for warning in &config.warnings {
        tracing::warn!("{warning}");
    }
}
