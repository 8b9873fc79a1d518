//! From a URL to an open byte stream: a fresh name look-up, TCP, and TLS where the URL says so.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use desk_core::LinkFailure;
use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use thiserror::Error;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_tungstenite::MaybeTlsStream;
use url::{Host, Url};

use crate::link_failure;

/// How long one of several addresses may swallow the attempt before the next is tried.
const ONE_OF_SEVERAL: Duration = Duration::from_millis(1_500);

/// A stream to a server, secure or plain.
pub(crate) type Stream = MaybeTlsStream<TcpStream>;

/// The name of a server has no address.
#[derive(Debug, Error)]
#[error("the name has no address")]
pub(crate) struct NameNotFound;

/// Host and port of a URL.
#[derive(Debug, Clone)]
pub(crate) struct Target {
    /// A name or an address without brackets.
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) secure: bool,
}

impl Target {
    pub(crate) fn of(url: &Url) -> Option<Self> {
        let host = match url.host()? {
            Host::Domain(name) => name.to_owned(),
            Host::Ipv4(address) => address.to_string(),
            Host::Ipv6(address) => address.to_string(),
        };
        let port = url.port_or_known_default()?;
        Some(Self { host, port, secure: matches!(url.scheme(), "https" | "wss") })
    }
}

/// Opens a stream to the server of a URL. Has no limit of its own.
pub(crate) async fn open(url: &Url, tls: &Arc<ClientConfig>) -> Result<Stream, LinkFailure> {
    let target = Target::of(url).ok_or(LinkFailure::BadAddress)?;
    let tcp = connect(&addresses(&target).await?).await?;
    if !target.secure {
        return Ok(MaybeTlsStream::Plain(tcp));
    }
    let name = server_name(&target)?;
    let handshake = TlsConnector::from(Arc::clone(tls)).connect(name, tcp).await;
    let secure =
        handshake.map_err(|error| link_failure::of_io(&error).unwrap_or(LinkFailure::Lost))?;
    Ok(MaybeTlsStream::Rustls(secure))
}

/// Looks the name up anew: after a switch-over it may lead elsewhere (cct.md 7.2, ewc.md 8).
pub(crate) async fn addresses(target: &Target) -> Result<Vec<SocketAddr>, LinkFailure> {
    let found = tokio::net::lookup_host((target.host.as_str(), target.port)).await;
    let found: Vec<SocketAddr> = found.map_err(|_| LinkFailure::NameNotFound)?.collect();
    if found.is_empty() { Err(LinkFailure::NameNotFound) } else { Ok(found) }
}

/// Connects to the first of the addresses that answers.
pub(crate) async fn connect(addresses: &[SocketAddr]) -> Result<TcpStream, LinkFailure> {
    let mut failure = LinkFailure::NameNotFound;
    for (tried, address) in addresses.iter().enumerate() {
        let attempt = TcpStream::connect(address);
        let connected = if tried + 1 == addresses.len() {
            attempt.await
        } else {
            let limited = tokio::time::timeout(ONE_OF_SEVERAL, attempt).await;
            limited.unwrap_or_else(|_| Err(std::io::ErrorKind::TimedOut.into()))
        };
        match connected {
            Ok(tcp) => {
                // Each frame is one small packet that an agent waits for.
                let _ = tcp.set_nodelay(true);
                return Ok(tcp);
            }
            Err(error) => failure = link_failure::of_io(&error).unwrap_or(LinkFailure::Lost),
        }
    }
    Err(failure)
}

/// The name a certificate must carry.
pub(crate) fn server_name(target: &Target) -> Result<ServerName<'static>, LinkFailure> {
    ServerName::try_from(target.host.clone()).map_err(|_| LinkFailure::BadAddress)
}
