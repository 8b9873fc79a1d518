//! What to do about a connection that fails, in words for an administrator.

use desk_core::LinkFailure;

/// What to do; `setting` is the entry that holds the address.
pub(crate) fn advice(why: &LinkFailure, setting: &str) -> String {
    match why {
        LinkFailure::NameNotFound => {
            format!("check the host name in {setting}, and the name server of this network (VPN)")
        }
        LinkFailure::Refused => format!(
            "the machine is there, but nothing listens on that port: check the port in {setting}, \
             and that the server's component is started"
        ),
        LinkFailure::TimedOut => format!(
            "a firewall between here and there may swallow it, or the machine is down: open the \
             port of {setting} from this network, check the address"
        ),
        LinkFailure::Lost => format!(
            "something ends the connection: a proxy, a firewall, or a server that wants the other \
             of http/https, ws/wss in {setting}"
        ),
        LinkFailure::CertificateExpired => {
            "renew the server's certificate; check the clock of this machine".to_owned()
        }
        LinkFailure::CertificateWrongName => {
            format!(
                "write the host in {setting} as the certificate has it, or renew it for this name"
            )
        }
        LinkFailure::CertificateUntrusted => {
            "set servers.ca_certificate_file to the PEM file of the authority that issued it, or \
             servers.pinned_sha256 to the certificate's fingerprint"
                .to_owned()
        }
        LinkFailure::Tls(_) => format!(
            "this port may not speak TLS, or only versions before 1.2: check the scheme and the \
             port in {setting}"
        ),
        LinkFailure::HttpStatus(status) => format!(
            "{} check host, port and path in {setting}",
            match status {
                401 | 407 => "a proxy or the server wants a log-in of its own;",
                404 => "a web server answers, but not at this path;",
                500..=599 => "the server is there but not ready, or a proxy cannot reach it;",
                _ => "another web server or a proxy answers;",
            }
        ),
        LinkFailure::NotTheServer => {
            format!("something else listens there: check host, port and path in {setting}")
        }
        LinkFailure::BadAddress => format!("write {setting} as a whole URL"),
    }
}
