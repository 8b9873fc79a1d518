//! The address under which the contact server reaches this machine.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

use desk_core::LinkFailure;
use tokio::net::UdpSocket;
use url::Url;

use crate::dial::{self, Target};

/// The address to announce for a bound one: itself, or, where it stands for all addresses, the one
/// that the system would use toward the server. No packet is sent for that.
pub(super) async fn announced(
    bound: SocketAddr,
    server: Option<&Url>,
) -> Result<SocketAddr, LinkFailure> {
    if !bound.ip().is_unspecified() {
        return Ok(bound);
    }
    let target = server.and_then(Target::of).ok_or(LinkFailure::BadAddress)?;
    let mut failure = LinkFailure::NameNotFound;
    for address in dial::addresses(&target).await? {
        if bound.is_ipv4() && !address.is_ipv4() {
            continue;
        }
        match local_toward(address).await {
            Ok(local) => return Ok(SocketAddr::new(local.ip(), bound.port())),
            Err(error) => {
                failure = crate::link_failure::of_io(&error).unwrap_or(LinkFailure::BadAddress);
            }
        }
    }
    Err(failure)
}

async fn local_toward(address: SocketAddr) -> std::io::Result<SocketAddr> {
    let any = if address.is_ipv4() {
        SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0))
    } else {
        SocketAddr::from((Ipv6Addr::UNSPECIFIED, 0))
    };
    let socket = UdpSocket::bind(any).await?;
    socket.connect(address).await?;
    socket.local_addr()
}
