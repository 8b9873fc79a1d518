//! What the libraries say about a broken connection, as the desk says it.

use std::error::Error;
use std::io;

use desk_core::LinkFailure;
use rustls::CertificateError;

use crate::dial::NameNotFound;

/// The reason found in an error or in what caused it; none when nothing in there is known.
pub(crate) fn of_chain(error: &(dyn Error + 'static)) -> Option<LinkFailure> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(found) = of_one(error) {
            return Some(found);
        }
        next = error.source();
    }
    None
}

fn of_one(error: &(dyn Error + 'static)) -> Option<LinkFailure> {
    if error.is::<NameNotFound>() {
        return Some(LinkFailure::NameNotFound);
    }
    if let Some(error) = error.downcast_ref::<rustls::Error>() {
        return Some(of_tls(error));
    }
    if error.downcast_ref::<hyper::Error>().is_some_and(hyper::Error::is_parse) {
        // Something answers, but not in HTTP.
        return Some(LinkFailure::NotTheServer);
    }
    error.downcast_ref::<io::Error>().and_then(of_io)
}

/// The reason of a failed read, write or connect; none when the system's word for it says nothing.
pub(crate) fn of_io(error: &io::Error) -> Option<LinkFailure> {
    // An I/O error hides the error it wraps from `source`.
    let inner = error.get_ref().and_then(|inner| of_chain(inner as &(dyn Error + 'static)));
    inner.or(match error.kind() {
        io::ErrorKind::ConnectionRefused => Some(LinkFailure::Refused),
        io::ErrorKind::TimedOut
        | io::ErrorKind::HostUnreachable
        | io::ErrorKind::NetworkUnreachable => Some(LinkFailure::TimedOut),
        io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe
        | io::ErrorKind::NotConnected
        | io::ErrorKind::UnexpectedEof => Some(LinkFailure::Lost),
        _ => None,
    })
}

/// What the TLS library says, as the desk says it.
pub(crate) fn of_tls(error: &rustls::Error) -> LinkFailure {
    let rustls::Error::InvalidCertificate(why) = error else {
        return LinkFailure::Tls(error.to_string());
    };
    match why {
        CertificateError::Expired
        | CertificateError::ExpiredContext { .. }
        | CertificateError::NotValidYet
        | CertificateError::NotValidYetContext { .. } => LinkFailure::CertificateExpired,
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            LinkFailure::CertificateWrongName
        }
        // A signature that does not fit the authority's key comes from another authority of the
        // same name.
        CertificateError::UnknownIssuer
        | CertificateError::Revoked
        | CertificateError::BadSignature => LinkFailure::CertificateUntrusted,
        _ => LinkFailure::Tls(error.to_string()),
    }
}
