//! Certificates for a simulator that speaks TLS: good ones, and one that has expired.

use contact_center_sim::serve::TlsFiles;
use rcgen::{CertificateParams, KeyPair, date_time_ymd};

/// A self-signed certificate for 127.0.0.1, valid until 2096.
///
/// # Panics
/// When this machine cannot make a key.
pub fn good() -> TlsFiles {
    signed(|_| ())
}

/// The same, expired since 2021.
///
/// # Panics
/// When this machine cannot make a key.
pub fn expired() -> TlsFiles {
    signed(|params| {
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(2021, 1, 1);
    })
}

fn signed(change: impl FnOnce(&mut CertificateParams)) -> TlsFiles {
    let names = vec!["127.0.0.1".to_owned()];
    let mut params = CertificateParams::new(names).expect("invariant: an address is a name");
    change(&mut params);
    let key = KeyPair::generate().expect("a key can be made");
    let certificate = params.self_signed(&key).expect("it can sign itself");
    TlsFiles { certificate: certificate.pem(), key: key.serialize_pem() }
}
