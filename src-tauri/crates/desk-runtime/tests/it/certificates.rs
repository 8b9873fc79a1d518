//! Certificates for servers on loopback: good ones, and each kind of bad one.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::sync::Arc;

use desk_core::settings::Fingerprint;
use rcgen::{
    BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, SanType, date_time_ymd,
};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::PrivateKeyDer;
use sha2::{Digest, Sha256};

/// An authority of the test's own.
pub(crate) struct Authority {
    pem: String,
    issuer: Issuer<'static, KeyPair>,
}

/// What a server shows.
pub(crate) struct Shown {
    pub(crate) config: Arc<ServerConfig>,
    pub(crate) fingerprint: Fingerprint,
}

impl Authority {
    pub(crate) fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.distinguished_name.push(DnType::CommonName, "Test Authority");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        let pem = params.self_signed(&key).unwrap().pem();
        Self { pem, issuer: Issuer::new(params, key) }
    }

    /// Writes the authority's certificate into a file.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        let path = crate::disk::scratch(name).join("authority.pem");
        std::fs::write(&path, &self.pem).unwrap();
        path
    }

    pub(crate) fn good(&self) -> Shown {
        self.shown(|_| ())
    }

    pub(crate) fn expired(&self) -> Shown {
        self.shown(|params| {
            params.not_before = date_time_ymd(2020, 1, 1);
            params.not_after = date_time_ymd(2021, 1, 1);
        })
    }

    pub(crate) fn not_yet_valid(&self) -> Shown {
        self.shown(|params| params.not_before = date_time_ymd(2090, 1, 1))
    }

    pub(crate) fn of_another_name(&self) -> Shown {
        self.shown(|params| {
            params.subject_alt_names =
                vec![SanType::DnsName("elsewhere.example.test".try_into().unwrap())];
        })
    }

    fn shown(&self, change: impl FnOnce(&mut CertificateParams)) -> Shown {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.distinguished_name.push(DnType::CommonName, "Test Server");
        params.subject_alt_names = vec![SanType::IpAddress(IpAddr::V4(Ipv4Addr::LOCALHOST))];
        change(&mut params);
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        let der = certificate.der().clone();
        let fingerprint = Fingerprint(Sha256::digest(der.as_ref()).into());
        let key = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![der], key)
            .unwrap();
        Shown { config: Arc::new(config), fingerprint }
    }
}
