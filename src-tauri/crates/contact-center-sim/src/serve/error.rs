//! Why a simulator does not start.

use std::net::SocketAddr;

/// Why a simulator does not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {source}; choose another port, or 0 for a free one")]
    Listen {
        /// The address asked for.
        address: SocketAddr,
        /// What the system says.
        source: std::io::Error,
    },
    /// Control must not be reachable from other machines.
    #[error("control may only listen on a loopback address, not on {0}; use 127.0.0.1")]
    ControlNotLoopback(SocketAddr),
    /// Certificate or key cannot be used.
    #[error("the TLS certificate or key cannot be used: {0}; give both as PEM text")]
    Tls(String),
    /// The CCT side does not start.
    #[error("the CCT server does not start: {0}")]
    Cct(String),
}
