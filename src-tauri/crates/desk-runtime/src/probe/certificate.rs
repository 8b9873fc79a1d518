//! What a server's certificate says about itself.

use desk_core::Millis;
use desk_core::settings::Fingerprint;
use rustls::pki_types::CertificateDer;
use x509_parser::extensions::GeneralName;
use x509_parser::prelude::{FromDer, X509Certificate};

use crate::tls::fingerprint;

/// What a server's certificate says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerCertificate {
    /// Whom it is for, as a distinguished name.
    pub subject: String,
    /// Who issued it, as a distinguished name.
    pub issuer: String,
    /// The DNS names and addresses it is for.
    pub names: Vec<String>,
    /// Valid from.
    pub not_before: Millis,
    /// Valid until.
    pub not_after: Millis,
    /// What an administrator may pin.
    pub fingerprint: Fingerprint,
}

/// Reads a certificate; none when it is not one.
pub(super) fn read(der: &CertificateDer<'_>) -> Option<ServerCertificate> {
    let (_, certificate) = X509Certificate::from_der(der).ok()?;
    let names = certificate.subject_alternative_name().ok().flatten();
    let names = names.map(|names| &names.value.general_names[..]).unwrap_or_default();
    let validity = certificate.validity();
    Some(ServerCertificate {
        subject: certificate.subject().to_string(),
        issuer: certificate.issuer().to_string(),
        names: names.iter().filter_map(name).collect(),
        not_before: Millis(validity.not_before.timestamp().saturating_mul(1_000)),
        not_after: Millis(validity.not_after.timestamp().saturating_mul(1_000)),
        fingerprint: fingerprint(der),
    })
}

fn name(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::DNSName(name) => Some((*name).to_owned()),
        GeneralName::IPAddress(bytes) => match **bytes {
            [a, b, c, d] => Some(std::net::Ipv4Addr::new(a, b, c, d).to_string()),
            _ => {
                let bytes: [u8; 16] = (*bytes).try_into().ok()?;
                Some(std::net::Ipv6Addr::from(bytes).to_string())
            }
        },
        _ => None,
    }
}
