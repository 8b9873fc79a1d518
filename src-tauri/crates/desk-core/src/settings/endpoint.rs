//! Host names and URLs of the two servers: a host becomes a URL with the usual port and path.

use std::net::Ipv6Addr;

use url::{Host, Url};

use super::section::Refusal;

/// What the CCT entries accept.
pub(super) const CCT_ACCEPTED: &str = "a host name or address (cct.example.com, 192.0.2.10, \
     cct.example.com:9084), or a URL that begins with http:// or https://, for example \
     http://cct.example.com:9084/SOAOICCT/services/";

/// What the agent WebSocket entries accept.
pub(super) const AGENT_ACCEPTED: &str = "a URL that begins with ws:// or wss://, for example \
     wss://mm.example.com:8445/AgentControllerWeb/chat";

/// What the multimedia server entries accept.
pub(super) const HOST_ACCEPTED: &str =
    "a host name or address, for example mm.example.com or 192.0.2.20";

/// A CCT base URL: a host gets `http`, port 9084 and `/SOAOICCT/services/`; a URL is taken as it
/// is, with `/` at its end.
pub(super) fn cct_base_url(text: &str) -> Result<Url, Refusal> {
    if !text.contains("://") {
        return of_host(text, "http", 9084, "SOAOICCT/services/");
    }
    let mut url = parsed(text, &["http", "https"])?;
    if url.query().is_some() {
        return Err(Refusal::Bad);
    }
    if !url.path().ends_with('/') {
        let path = format!("{}/", url.path());
        url.set_path(&path);
    }
    Ok(url)
}

/// The agent WebSocket's URL. The customers' address is refused: it looks alike and would answer.
pub(super) fn agent_url(text: &str) -> Result<Url, Refusal> {
    let url = parsed(text, &["ws", "wss"])?;
    if url.path().contains("CustomerControllerWeb") {
        return Err(Refusal::Bad);
    }
    Ok(url)
}

/// The agent WebSocket on a multimedia server of which only the host is known.
///
/// Decision: secure, on the default secure port. Nothing in the reference desktop's settings says
/// which it is when `WebSocketURL` is absent, and the unsecured one would carry passwords in clear.
pub(super) fn agent_url_of_host(text: &str) -> Result<Url, Refusal> {
    of_host(text, "wss", 8445, "AgentControllerWeb/chat")
}

fn of_host(text: &str, scheme: &str, port: u16, path: &str) -> Result<Url, Refusal> {
    if text.contains(|c: char| c.is_whitespace() || matches!(c, '/' | '\\' | '@' | '?' | '#')) {
        return Err(Refusal::Bad);
    }
    let host = if text.parse::<Ipv6Addr>().is_ok() { format!("[{text}]") } else { text.to_owned() };
    let after_bracket = host.rfind(']').map_or(0, |at| at + 1);
    let with_port =
        if host[after_bracket..].contains(':') { host } else { format!("{host}:{port}") };
    parsed(&format!("{scheme}://{with_port}/{path}"), &[scheme])
}

fn parsed(text: &str, schemes: &[&str]) -> Result<Url, Refusal> {
    let url = Url::parse(text).map_err(|_| Refusal::Bad)?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Refusal::Secret);
    }
    let odd = !schemes.contains(&url.scheme()) || url.fragment().is_some() || !url.has_host();
    // URL rules read "10.1" or "5001" as an address with the missing parts zero: a typing slip.
    let shortened =
        matches!(url.host(), Some(Host::Ipv4(address)) if !text.contains(&address.to_string()));
    // URL rules let "{server}" pass for a host: a placeholder that nobody filled in.
    let placeholder = matches!(url.host(), Some(Host::Domain(name))
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)));
    if odd || shortened || placeholder {
        return Err(Refusal::Bad);
    }
    Ok(url)
}
