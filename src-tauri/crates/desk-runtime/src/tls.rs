//! Whom both drivers trust: the system's authorities, one more file, and single certificates.

mod verifier;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use desk_core::settings::Fingerprint;
use rustls::crypto::ring;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use thiserror::Error;

pub(crate) use verifier::{Verifier, fingerprint};

/// Whom to trust beside the system's authorities.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TlsConfig {
    /// A PEM file with authorities.
    pub ca_certificate_file: Option<PathBuf>,
    /// Certificates accepted as they are, whoever issued them and whatever name they carry.
    pub pinned_sha256: Vec<Fingerprint>,
}

/// Why no secure connection could ever be made.
#[derive(Debug, Error)]
pub enum TlsError {
    /// The file with authorities cannot be read: check its path and rights.
    #[error("the certificate file {} cannot be read: {source}", path.display())]
    CaFileUnreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The file holds no certificate in PEM form: convert it.
    #[error("the certificate file {} holds no usable certificate in PEM form", path.display())]
    CaFileUnusable {
        /// The file.
        path: PathBuf,
    },
    /// The TLS library refuses its own set-up.
    #[error("TLS cannot be set up: {0}")]
    Library(#[from] rustls::Error),
}

/// The one client configuration that every connection uses.
///
/// # Errors
/// When the file with authorities is no use. A system without authorities is no error: its servers
/// may speak plainly, or have pinned certificates.
pub(crate) fn client_config(config: &TlsConfig) -> Result<Arc<ClientConfig>, TlsError> {
    let verifier = Arc::new(verifier(config)?);
    let provider = verifier.provider();
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth();
    Ok(Arc::new(config))
}

/// What decides about certificates.
pub(crate) fn verifier(config: &TlsConfig) -> Result<Verifier, TlsError> {
    let mut roots = RootCertStore::empty();
    let native = rustls_native_certs::load_native_certs();
    let (_, unusable) = roots.add_parsable_certificates(native.certs);
    if roots.is_empty() || !native.errors.is_empty() {
        tracing::warn!(
            authorities = roots.len(),
            unusable,
            unreadable = native.errors.len(),
            "not all of the system's certificate authorities could be read"
        );
    }
    if let Some(path) = &config.ca_certificate_file {
        for certificate in authorities(path)? {
            let unusable = |_| TlsError::CaFileUnusable { path: path.clone() };
            roots.add(certificate).map_err(unusable)?;
        }
    }
    Verifier::new(roots, &config.pinned_sha256, Arc::new(ring::default_provider()))
}

fn authorities(path: &PathBuf) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let text = std::fs::read(path)
        .map_err(|source| TlsError::CaFileUnreadable { path: path.clone(), source })?;
    let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&text).collect();
    match certificates {
        Ok(certificates) if !certificates.is_empty() => Ok(certificates),
        Ok(_) | Err(_) => Err(TlsError::CaFileUnusable { path: path.clone() }),
    }
}
