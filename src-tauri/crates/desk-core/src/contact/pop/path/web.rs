//! Addresses: the host is fixed and allowed, a value stays in its part.

use log_safe::Private;
use url::Url;

use super::{Gap, PathFault, Piece, not_allowed};
use crate::contact::pop::PopTarget;
use crate::failure::Failure;

/// What begins an address without a scheme.
const WWW: &str = "www.";

fn begins(text: &str, with: &str) -> bool {
    text.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with))
}

/// True for an http or https address, also one that only begins with `www.`.
pub(super) fn is_address(pieces: &[Piece]) -> bool {
    let Some(Piece::Text(first)) = pieces.first() else { return false };
    let first = first.as_str();
    begins(first, "http:") || begins(first, "https:") || begins(first, WWW)
}

/// The address, once its scheme and host are known to be fixed.
pub(super) fn checked(mut pieces: Vec<Piece>) -> Result<Vec<Piece>, PathFault> {
    if let Some(Piece::Text(first)) = pieces.first_mut() {
        if begins(first.as_str(), WWW) {
            *first = Private::from(format!("http://{}", first.as_str()));
        }
        let (_, after) = first.as_str().split_once("://").ok_or(PathFault::BadAddress)?;
        let closed = after.contains(['/', '\\', '?', '#']);
        if !closed && pieces.len() > 1 {
            return Err(PathFault::OpenHost);
        }
    }
    let url = reference(&pieces).ok_or(PathFault::BadAddress)?;
    if url.username().is_empty() && url.password().is_none() {
        Ok(pieces)
    } else {
        Err(PathFault::BadAddress)
    }
}

/// The address with something harmless in its gaps.
pub(super) fn reference(pieces: &[Piece]) -> Option<Url> {
    let text = joined(pieces, |_| "x".to_owned());
    Url::parse(&text).ok().filter(|url| url.has_host())
}

pub(super) fn fill(
    pieces: &[Piece],
    hosts: &[String],
    value: impl Fn(&Gap) -> String,
) -> Result<PopTarget, Failure> {
    let reference = reference(pieces).ok_or_else(|| not_allowed(""))?;
    let host = reference.host_str().unwrap_or_default();
    let url = Url::parse(&joined(pieces, |gap| encoded(&value(gap))))
        .ok()
        .filter(|url| has_shape_of(url, &reference) && allows_host(hosts, host))
        .ok_or_else(|| not_allowed(host))?;
    Ok(PopTarget::Web(Private::new(url)))
}

/// True when the two differ by the texts of their parts only. Encoding keeps a value inside its
/// part already, except for a path segment of dots, which an address reads as a way up.
fn has_shape_of(url: &Url, reference: &Url) -> bool {
    let segments = |url: &Url| url.path_segments().map(Iterator::count);
    url.scheme() == reference.scheme()
        && url.host_str() == reference.host_str()
        && url.port() == reference.port()
        && url.username().is_empty()
        && url.password().is_none()
        && segments(url) == segments(reference)
        && url.query().is_some() == reference.query().is_some()
        && url.fragment().is_some() == reference.fragment().is_some()
}

fn joined(pieces: &[Piece], value: impl Fn(&Gap) -> String) -> String {
    let text = |piece: &Piece| match piece {
        Piece::Text(text) => text.as_str().to_owned(),
        Piece::Gap(gap) => value(gap),
    };
    pieces.iter().map(text).collect()
}

/// Everything but letters, digits and four signs that mean nothing in an address, encoded.
fn encoded(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

/// True for an allowed host. `*.example.org` allows every host below it.
pub fn allows_host(hosts: &[String], host: &str) -> bool {
    hosts.iter().any(|allowed| match allowed.strip_prefix("*.") {
        Some(domain) => host
            .strip_suffix(domain)
            .and_then(|below| below.strip_suffix('.'))
            .is_some_and(|below| !below.is_empty()),
        None => host.eq_ignore_ascii_case(allowed),
    })
}
