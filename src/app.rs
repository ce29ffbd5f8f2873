//! The application's state and the stack of its middleware.

use std::{
    future::Future,
    io,
    net::{IpAddr, TcpListener},
    sync::Arc,
    time::Duration,
};

use actix_session::{SessionMiddleware, config::CookieContentSecurity};
use actix_web::{
    HttpServer,
    cookie::{Key, SameSite},
    dev::{Server, ServiceFactory, ServiceRequest, ServiceResponse},
    middleware::{NormalizePath, TrailingSlash, from_fn},
    web::{self, Data},
};
use tracing_actix_web::TracingLogger;

use crate::{
    access::{enter, session},
    accounts::Hashing,
    config::Network,
    db::{Pool, Timestamp},
    keys::Keys,
    routes,
    web::{guard, spans, tell},
};

/// What the whole portal shares. The clock is here so that tests can move it; deadlines of consent are decided by the database's clock (D8).
#[derive(Clone)]
pub struct App {
    /// The portal's public address, without a slash at the end; every link begins with it.
    pub public_url: String,
    /// Keys derived from the portal's secret.
    pub keys: Keys,
    /// Whether this is the demo: a banner, a mailbox page.
    pub demo: bool,
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// The clock.
    pub clock: Arc<dyn Fn() -> Timestamp + Send + Sync>,
}

impl App {
    /// The time by the portal's clock.
    pub fn now(&self) -> Timestamp {
        (self.clock)()
    }

    /// Whether the portal is reached by https.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// Whether a Host header names this portal. On the machine itself its names are one: localhost is 127.0.0.1.
    pub fn is_own_host(&self, host: &str) -> bool {
        self.public_url.split_once("://").is_some_and(|(_, own)| same_host(own, host))
    }

    /// Whether an Origin header names this portal.
    pub fn is_own_origin(&self, origin: &str) -> bool {
        match (self.public_url.split_once("://"), origin.split_once("://")) {
            (Some((scheme, own)), Some((other, host))) => scheme == other && same_host(own, host),
            _ => false,
        }
    }

    /// The name of a cookie, with the prefix that binds it to this host where https allows (ASVS 3.3.1).
    pub fn cookie_name(&self, name: &str) -> String {
        if self.is_https() { format!("__Host-{name}") } else { name.to_owned() }
    }

    /// The key that signs and seals cookies.
    pub fn cookie_key(&self) -> Key {
        Key::from(self.keys.cookies())
    }

    /// The client's address: the peer's, or what a trusted proxy says of it (the last hop it added).
    pub fn client_address(&self, peer: IpAddr, forwarded_for: Option<&str>) -> String {
        let said = forwarded_for
            .filter(|_| self.trusted_proxies.iter().any(|network| network.contains(peer)))
            .and_then(|list| list.rsplit(',').next());
        said.and_then(|address| address.trim().parse::<IpAddr>().ok()).unwrap_or(peer).to_string()
    }
}

fn same_host(own: &str, other: &str) -> bool {
    let is_local = |host: &str| ["localhost", "127.0.0.1", "[::1]"].contains(&host);
    match (own.rsplit_once(':'), other.rsplit_once(':')) {
        (Some((own, port)), Some((other, same))) if port == same && is_local(own) && is_local(other) => true,
        _ => own.eq_ignore_ascii_case(other),
    }
}

/// The application of one worker. The middleware that is named last comes first.
pub fn application(
    app: Data<App>,
    hashing: Data<Hashing>,
    pool: Pool,
) -> actix_web::App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl actix_web::body::MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    let sessions = SessionMiddleware::builder(session::Store::new(pool.clone()), app.cookie_key())
        .cookie_name(app.cookie_name("session"))
        .cookie_content_security(CookieContentSecurity::Signed)
        .cookie_secure(app.is_https())
        .cookie_http_only(true)
        .cookie_same_site(SameSite::Lax)
        .build();
    actix_web::App::new().app_data(app).app_data(hashing).app_data(pool).configure(routes::health).service(
        web::scope("")
            .configure(routes::pages)
            .wrap(from_fn(enter::enter))
            .wrap(sessions)
            .wrap(from_fn(guard::guard))
            .wrap(from_fn(tell::tell))
            .wrap(NormalizePath::new(TrailingSlash::MergeOnly))
            .wrap(TracingLogger::<spans::Spans>::new()),
    )
}

/// How much a server takes on.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Threads that answer requests.
    pub workers: usize,
    /// Connections to the database, all workers together; each worker has at least one.
    pub connections: usize,
}

/// How long an idle connection is kept, how long a client may take to say what it wants, and how long requests that
/// are being answered have to end when the portal stops.
const KEEP_ALIVE: Duration = Duration::from_secs(75);
const CLIENT_PATIENCE: Duration = Duration::from_secs(10);
const LAST_ANSWERS: u64 = 20;

/// The server that answers on `listener` until `stop` is done; then it finishes what it has begun.
/// It needs no database to start: without one, pages are told as 503 until there is one.
///
/// # Errors
/// When the listener cannot be used.
pub fn server(
    app: App,
    database_url: &str,
    listener: TcpListener,
    size: Size,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<Server> {
    let (app, hashing) = (Data::new(app), Data::new(Hashing::new()));
    let database_url = database_url.to_owned();
    let connections = (size.connections / size.workers.max(1)).max(1);
    // The factory runs once in each worker, and so each has connections of its own.
    let factory = move || {
        let pool = Pool::new(&database_url, connections).expect("a pool of at least one connection");
        application(app.clone(), hashing.clone(), pool)
    };
    let server = HttpServer::new(factory)
        .workers(size.workers.max(1))
        .tcp_nodelay(true)
        .keep_alive(KEEP_ALIVE)
        .client_request_timeout(CLIENT_PATIENCE)
        .client_disconnect_timeout(CLIENT_PATIENCE)
        .shutdown_timeout(LAST_ANSWERS)
        .shutdown_signal(stop)
        .listen(listener)?;
    Ok(server.run())
}
