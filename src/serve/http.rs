//! Requests → replies, on this machine only.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use crate::render::hosting::types::media_type;

/// Answers for addresses.
pub trait Handler: Send + Sync + 'static {
    /// `path` begins with `/` and has no query.
    fn answer(&self, path: &str) -> Reply;

    /// Tells when pages have changed; nothing for a site that stands still.
    fn changes(&self) -> Option<watch::Receiver<u64>> {
        None
    }
}

/// What is sent back.
pub struct Reply {
    status: StatusCode,
    media_type: String,
    location: Option<String>,
    body: Vec<u8>,
}

impl Reply {
    /// A file; its type follows from its name.
    pub fn found(name: &str, body: Vec<u8>) -> Reply {
        Reply { status: StatusCode::OK, media_type: media_type(name), location: None, body }
    }

    /// The page that says that there is none.
    pub fn missing(html: String) -> Reply {
        let media_type = media_type("index.html");
        Reply { status: StatusCode::NOT_FOUND, media_type, location: None, body: html.into_bytes() }
    }

    /// A page that could not be made, as plain text.
    pub fn failed(reason: String) -> Reply {
        let media_type = media_type("fault.txt");
        Reply { status: StatusCode::INTERNAL_SERVER_ERROR, media_type, location: None, body: reason.into_bytes() }
    }

    pub fn redirect(to: String) -> Reply {
        let media_type = media_type("redirect.txt");
        Reply { status: StatusCode::FOUND, media_type, location: Some(to), body: Vec::new() }
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let mut response = (self.status, self.body).into_response();
        let headers = response.headers_mut();
        if let Ok(media_type) = self.media_type.parse() {
            headers.insert(header::CONTENT_TYPE, media_type);
        }
        headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static("no-store"));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, header::HeaderValue::from_static("nosniff"));
        if let Some(location) = self.location.and_then(|to| to.parse().ok()) {
            headers.insert(header::LOCATION, location);
        }
        response
    }
}

/// A server that has its port and waits to be run.
pub struct Listening {
    listener: TcpListener,
    runtime: tokio::runtime::Runtime,
    port: u16,
}

/// Takes a port of 127.0.0.1; 0 takes a free one.
///
/// # Errors
/// When the port is taken or may not be used.
pub fn listen(port: u16) -> io::Result<Listening> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let listener = runtime.block_on(TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))))?;
    let port = listener.local_addr()?.port();
    Ok(Listening { listener, runtime, port })
}

impl Listening {
    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Answers until the user interrupts.
    ///
    /// # Errors
    /// When the server cannot go on.
    pub fn run(self, handler: Arc<dyn Handler>) -> io::Result<()> {
        let state = Served { handler, port: self.port };
        let app = Router::new().route("/_serve/events", get(events)).fallback(answer).with_state(state);
        self.runtime.block_on(async {
            tokio::select! {
                result = axum::serve(self.listener, app) => result,
                // Open event streams would never end by themselves, so there is no waiting for them.
                _ = tokio::signal::ctrl_c() => Ok(()),
            }
        })
    }
}

#[derive(Clone)]
struct Served {
    handler: Arc<dyn Handler>,
    port: u16,
}

impl Served {
    /// Whether the request names this machine: a page elsewhere whose name leads here does not.
    fn is_own_host(&self, headers: &HeaderMap) -> bool {
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("");
        ["127.0.0.1", "localhost", "[::1]"]
            .iter()
            .any(|own| host == format!("{own}:{}", self.port) || (self.port == 80 && host == *own))
    }
}

const FOREIGN: (StatusCode, &str) =
    (StatusCode::MISDIRECTED_REQUEST, "Förhandsgranskningen svarar bara på 127.0.0.1 och localhost.\n");

async fn answer(State(served): State<Served>, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    if !served.is_own_host(&headers) {
        return FOREIGN.into_response();
    }
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let path = uri.path().to_owned();
    // A page may take some milliseconds, and other requests must not wait for it.
    match tokio::task::spawn_blocking(move || served.handler.answer(&path)).await {
        Ok(reply) => reply.into_response(),
        Err(error) => Reply::failed(error.to_string()).into_response(),
    }
}

async fn events(State(served): State<Served>, headers: HeaderMap) -> Response {
    if !served.is_own_host(&headers) {
        return FOREIGN.into_response();
    }
    let Some(changes) = served.handler.changes() else { return StatusCode::NOT_FOUND.into_response() };
    let stream = WatchStream::from_changes(changes)
        .map(|generation| Ok::<_, Infallible>(Event::default().event("change").data(generation.to_string())));
    Sse::new(stream).keep_alive(KeepAlive::default()).into_response()
}
