//! One SOAP call over HTTP: post, read the answer whole, say what went wrong.

use std::sync::Arc;
use std::time::Duration;

use desk_core::LinkFailure;
use desk_core::cct::HttpReply;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use reqwest::{Client, Response, redirect};
use rustls::ClientConfig;
use url::{Host, Url};

use crate::clock::duration;
use crate::dial::NameNotFound;
use crate::link_failure;

/// The longest answer that is read.
const MAX_REPLY_BYTES: usize = 16 * 1024 * 1024;
/// How long a connection without calls is kept. Shorter than servers keep theirs: a call must not
/// meet a connection that the server is just closing.
const IDLE: Duration = Duration::from_secs(4);

/// The connections to one server.
#[derive(Clone)]
pub(crate) struct Pool {
    client: Client,
}

impl Pool {
    /// New connections, a new name look-up.
    pub(crate) fn new(
        server: &Url,
        tls: &Arc<ClientConfig>,
        connect_timeout: Duration,
    ) -> Result<Self, LinkFailure> {
        let mut builder = Client::builder()
            .tls_backend_preconfigured(ClientConfig::clone(tls))
            .dns_resolver(FreshNames)
            .redirect(redirect::Policy::none())
            .referer(false)
            .connect_timeout(connect_timeout)
            .pool_idle_timeout(IDLE)
            .tcp_nodelay(true);
        if is_loopback(server) {
            // What runs on this machine is never behind the company's proxy.
            builder = builder.no_proxy();
        }
        let client = builder.build().map_err(|error| of(&error, LinkFailure::BadAddress))?;
        Ok(Self { client })
    }

    /// Posts an envelope.
    pub(crate) async fn post(
        &self,
        url: &str,
        soap_action: &str,
        body: String,
        timeout_ms: i64,
    ) -> Result<HttpReply, LinkFailure> {
        let action = HeaderValue::from_str(soap_action).map_err(|_| LinkFailure::BadAddress)?;
        let request = self
            .client
            .post(url)
            .header(CONTENT_TYPE, HeaderValue::from_static("text/xml; charset=utf-8"))
            .header(HeaderName::from_static("soapaction"), action)
            .timeout(duration(timeout_ms))
            .body(body);
        let response = request.send().await.map_err(|error| of(&error, LinkFailure::Lost))?;
        read(response).await
    }

    /// Gets a document.
    pub(crate) async fn get(&self, url: &str, timeout: Duration) -> Result<HttpReply, LinkFailure> {
        let response = self.client.get(url).timeout(timeout).send().await;
        read(response.map_err(|error| of(&error, LinkFailure::Lost))?).await
    }
}

async fn read(mut response: Response) -> Result<HttpReply, LinkFailure> {
    let status = response.status().as_u16();
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| of(&error, LinkFailure::Lost))? {
        if bytes.len() + chunk.len() > MAX_REPLY_BYTES {
            return Err(LinkFailure::NotTheServer);
        }
        bytes.extend_from_slice(&chunk);
    }
    let body = String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    Ok(HttpReply { status, body })
}

fn of(error: &reqwest::Error, otherwise: LinkFailure) -> LinkFailure {
    if error.is_timeout() {
        return LinkFailure::TimedOut;
    }
    if error.is_builder() {
        return LinkFailure::BadAddress;
    }
    link_failure::of_chain(error).unwrap_or(otherwise)
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name.eq_ignore_ascii_case("localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Looks names up each time a connection is made, and says so when there is no address.
struct FreshNames;

impl Resolve for FreshNames {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            // Port 0 stands for the URL's.
            let found = tokio::net::lookup_host((name.as_str(), 0)).await;
            let found: Vec<_> = found.map_err(|_| NameNotFound)?.collect();
            let addresses: Addrs = Box::new(found.into_iter());
            Ok(addresses)
        })
    }
}
