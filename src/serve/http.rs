//! Requests → replies, on this machine only unless asked for more.

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, ToSocketAddrs};
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use crate::i18n::{self, Language, Message};
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

    /// A page that tells what failed.
    pub fn failed_page(html: String) -> Reply {
        Reply { media_type: media_type("index.html"), ..Reply::failed(html) }
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
    hosts: Hosts,
    /// What to write in the browser.
    shown: String,
}

/// Takes a port; 0 takes a free one. Of 127.0.0.1, unless another address or name of this computer is asked for: then
/// other computers may come too.
///
/// # Errors
/// When the port is taken or may not be used, or the name is not one of this computer.
pub fn listen(name: Option<&str>, port: u16) -> io::Result<Listening> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let addresses = match name {
        None => vec![SocketAddr::from((Ipv4Addr::LOCALHOST, port))],
        Some(name) => (name.trim_matches(['[', ']']), port).to_socket_addrs()?.collect(),
    };
    let listener = runtime.block_on(TcpListener::bind(&*addresses))?;
    let bound = listener.local_addr()?;
    let is_literal = |name: &str| name.trim_matches(['[', ']']).parse::<IpAddr>().is_ok();
    let named = name.filter(|name| !is_literal(name)).map(str::to_ascii_lowercase);
    let host = match (&named, bound.ip()) {
        (Some(name), _) => name.clone(),
        (None, ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.to_string(),
        (None, IpAddr::V6(ip)) => format!("[{ip}]"),
        (None, ip) => ip.to_string(),
    };
    let shown = format!("http://{host}:{}/", bound.port());
    Ok(Listening { listener, runtime, hosts: Hosts { bound, named }, shown })
}

impl Listening {
    /// The port that was taken.
    pub fn port(&self) -> u16 {
        self.hosts.bound.port()
    }

    /// Where the preview is: `http://127.0.0.1:8180/`.
    pub fn address(&self) -> &str {
        &self.shown
    }

    /// Whether other computers are answered.
    pub fn is_open(&self) -> bool {
        !self.hosts.bound.ip().is_loopback()
    }

    /// Answers until the user interrupts.
    ///
    /// # Errors
    /// When the server cannot go on.
    pub fn run(self, handler: Arc<dyn Handler>, language: Language) -> io::Result<()> {
        let state = Served { handler, hosts: self.hosts.into(), language };
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

/// The names under which a preview answers. A web page elsewhere may let a name of its own lead to this computer, to read
/// drafts as if they were its own (DNS rebinding); the browser then says that name.
struct Hosts {
    bound: SocketAddr,
    /// The name that was asked for, in lower case; none for an address.
    named: Option<String>,
}

impl Hosts {
    /// Whether the request names this computer: as itself, as was asked for, or by the address that is listened to. A name
    /// cannot pretend to be an address, so where all addresses are listened to each of them will do.
    fn are_named_in(&self, headers: &HeaderMap) -> bool {
        let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).filter(|host| !host.contains('@'));
        let Some(authority) = host.and_then(|host| host.parse::<Authority>().ok()) else { return false };
        let name = authority.host().to_ascii_lowercase();
        let address: Option<IpAddr> = name.trim_matches(['[', ']']).parse().ok();
        let is_own = match address {
            Some(address) => address.is_loopback() || self.bound.ip().is_unspecified() || address == self.bound.ip(),
            None => name == "localhost" || self.named.as_ref() == Some(&name),
        };
        is_own && authority.port_u16().unwrap_or(80) == self.bound.port()
    }

    /// The names, for people.
    fn list(&self) -> String {
        let asked = match (&self.named, self.bound.ip()) {
            (Some(name), _) => Some(name.clone()),
            (None, ip) if ip.is_loopback() => None,
            (None, ip) => Some(ip.to_string()),
        };
        ["127.0.0.1", "localhost"].into_iter().map(str::to_owned).chain(asked).collect::<Vec<_>>().join(", ")
    }
}

#[derive(Clone)]
struct Served {
    handler: Arc<dyn Handler>,
    hosts: Arc<Hosts>,
    language: Language,
}

impl Served {
    fn refusal(&self) -> Response {
        let message = Message::new("serve-okand-vard").with("namn", self.hosts.list());
        (StatusCode::MISDIRECTED_REQUEST, i18n::text(self.language, &message) + "\n").into_response()
    }
}

async fn answer(State(served): State<Served>, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    if !served.hosts.are_named_in(&headers) {
        return served.refusal();
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

/// The version of the content now, and each later one. Another site's page could not read it, but need not know either.
async fn events(State(served): State<Served>, headers: HeaderMap) -> Response {
    if !served.hosts.are_named_in(&headers) {
        return served.refusal();
    }
    let Some(changes) = served.handler.changes() else { return StatusCode::NOT_FOUND.into_response() };
    let stream = WatchStream::new(changes)
        .map(|generation| Ok::<_, Infallible>(Event::default().event("change").data(generation.to_string())));
    Sse::new(stream).keep_alive(KeepAlive::default()).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(bound: &str, named: Option<&str>, host: &str) -> bool {
        let hosts = Hosts { bound: bound.parse().unwrap(), named: named.map(str::to_owned) };
        let headers = HeaderMap::from_iter([(header::HOST, host.parse().unwrap())]);
        hosts.are_named_in(&headers)
    }

    #[test]
    fn only_this_computers_own_names_are_answered() {
        for host in ["127.0.0.1:8180", "localhost:8180", "LOCALHOST:8180", "[::1]:8180"] {
            assert!(answered("127.0.0.1:8180", None, host), "{host}");
        }
        let foreign = ["elak.example:8180", "127.0.0.1", "127.0.0.1:81", "192.168.1.20:8180", "x@localhost:8180", ""];
        for host in foreign {
            assert!(!answered("127.0.0.1:8180", None, host), "{host}");
        }
        assert!(answered("127.0.0.1:80", None, "localhost"), "browsers leave port 80 out");
    }

    #[test]
    fn what_was_asked_for_is_answered_too_and_no_other_name() {
        assert!(answered("192.168.1.20:8180", None, "192.168.1.20:8180"));
        assert!(!answered("192.168.1.20:8180", None, "192.168.1.21:8180"));
        assert!(answered("0.0.0.0:8180", None, "192.168.1.21:8180"));
        assert!(!answered("0.0.0.0:8180", None, "elak.example:8180"));
        assert!(answered("192.168.1.20:8180", Some("min-dator.local"), "Min-Dator.local:8180"));
        assert!(!answered("192.168.1.20:8180", Some("min-dator.local"), "din-dator.local:8180"));
    }
}
