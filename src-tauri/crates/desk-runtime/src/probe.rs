//! Tries a server step by step and says what each step found and how long it took; for
//! `desk doctor`. It signs nobody in and prints nothing.

mod certificate;
mod handshake;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use cct_wire::{Call, CallError, Reply, Service, SsoToken};
use desk_core::LinkFailure;
use rustls::ClientConfig;
use url::Url;

use crate::clock::Stopwatch;
use crate::dial::{self, Target};
use crate::soap_http::Pool;
use crate::tls::{self, TlsConfig, TlsError, Verifier};
use crate::websocket;

pub use certificate::ServerCertificate;
pub use handshake::Handshake;

/// What a step found.
#[derive(Debug, Clone)]
pub struct Timed<T> {
    /// How long it took.
    pub took: Duration,
    /// What it found, or why it failed; [`LinkFailure::TimedOut`] when the limit was reached.
    pub outcome: Result<T, LinkFailure>,
}

/// What `?wsdl` answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WsdlAnswer {
    /// The HTTP status.
    pub status: u16,
    /// Whether the body is a service description; if not, something else listens there.
    pub is_wsdl: bool,
}

/// Tries servers under the same trust as the desk.
pub struct Probe {
    tls: Arc<ClientConfig>,
    verifier: Arc<Verifier>,
    limit: Duration,
}

impl Probe {
    /// Each step gets `limit`. Reads the system's certificate authorities.
    ///
    /// # Errors
    /// [`TlsError`]: the desk would not start either.
    pub fn new(config: &TlsConfig, limit: Duration) -> Result<Self, TlsError> {
        let verifier = Arc::new(tls::verifier(config)?);
        Ok(Self { tls: tls::client_config(config)?, verifier, limit })
    }

    /// Looks the name of a URL's host up.
    pub async fn addresses(&self, url: &Url) -> Timed<Vec<SocketAddr>> {
        self.timed(async { dial::addresses(&target(url)?).await }).await
    }

    /// Connects to one of the addresses; says which one answered.
    pub async fn connect(&self, addresses: &[SocketAddr]) -> Timed<SocketAddr> {
        self.timed(async {
            let stream = dial::connect(addresses).await?;
            stream.peer_addr().map_err(|_| LinkFailure::Lost)
        })
        .await
    }

    /// Shakes hands with a `wss` or `https` server, whatever its certificate, and says what the
    /// desk thinks of that certificate.
    pub async fn handshake(&self, url: &Url) -> Timed<Handshake> {
        self.timed(async {
            let target = target(url)?;
            let stream = dial::connect(&dial::addresses(&target).await?).await?;
            handshake::shake(&self.verifier, &target, stream).await
        })
        .await
    }

    /// Opens the agent WebSocket and closes it again; nothing is sent.
    pub async fn websocket(&self, url: &Url) -> Timed<()> {
        self.timed(async {
            let mut socket = websocket::open(url.as_str(), &self.tls).await?;
            // The server has answered; how it takes the farewell is no matter.
            let _ = socket.close(None).await;
            Ok(())
        })
        .await
    }

    /// Asks a contact server for a service's description. The base URL ends in `/`.
    pub async fn wsdl(&self, base_url: &Url, service: Service) -> Timed<WsdlAnswer> {
        self.timed(async {
            let mut url = service_url(base_url, service)?;
            url.set_query(Some("wsdl"));
            let pool = Pool::new(&url, &self.tls, self.limit)?;
            let reply = pool.get(url.as_str(), self.limit).await?;
            let is_wsdl = reply.body.contains("http://schemas.xmlsoap.org/wsdl/");
            Ok(WsdlAnswer { status: reply.status, is_wsdl })
        })
        .await
    }

    /// Asks a contact server for its version, which needs no session (cct.md 3.1). The base URL
    /// ends in `/`.
    pub async fn version(&self, base_url: &Url) -> Timed<Result<String, CallError>> {
        self.timed(async {
            let call = Call::GetVersion;
            let request = call.request(&SsoToken::default());
            let url = service_url(base_url, request.service)?;
            let pool = Pool::new(&url, &self.tls, self.limit)?;
            let limit = i64::try_from(self.limit.as_millis()).unwrap_or(i64::MAX);
            let body = request.body.expose().to_owned();
            let reply = pool.post(url.as_str(), &request.soap_action, body, limit).await?;
            Ok(match call.decode_reply(reply.status, &reply.body) {
                Ok(Reply::Version(version)) => Ok(version),
                Ok(_) => Err(CallError::UnexpectedBody { found: String::new() }),
                Err(error) => Err(error),
            })
        })
        .await
    }

    async fn timed<T>(&self, step: impl Future<Output = Result<T, LinkFailure>>) -> Timed<T> {
        let stopwatch = Stopwatch::start();
        let limited = tokio::time::timeout(self.limit, step).await;
        let outcome = limited.unwrap_or(Err(LinkFailure::TimedOut));
        Timed { took: stopwatch.took(), outcome }
    }
}

fn target(url: &Url) -> Result<Target, LinkFailure> {
    Target::of(url).ok_or(LinkFailure::BadAddress)
}

fn service_url(base_url: &Url, service: Service) -> Result<Url, LinkFailure> {
    base_url.join(service.path_name()).map_err(|_| LinkFailure::BadAddress)
}
