//! A TLS handshake that goes through whatever the certificate, and keeps what was thought of it.

use std::sync::{Arc, Mutex, PoisonError};

use desk_core::LinkFailure;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, Error, ProtocolVersion, SignatureScheme};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::certificate::{self, ServerCertificate};
use crate::dial::{self, Target};
use crate::link_failure;
use crate::tls::{TlsError, Verifier};

/// What a handshake showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handshake {
    /// The version that was agreed on: `TLS 1.2`, `TLS 1.3`.
    pub version: &'static str,
    /// The server's own certificate; none when it is unreadable.
    pub certificate: Option<ServerCertificate>,
    /// How many certificates the server sent along to prove it. Zero is a frequent mistake.
    pub intermediates: usize,
    /// What the desk thinks of it.
    pub verdict: Result<(), LinkFailure>,
}

/// Shakes hands.
pub(super) async fn shake(
    verifier: &Arc<Verifier>,
    target: &Target,
    stream: TcpStream,
) -> Result<Handshake, LinkFailure> {
    let witness = Arc::new(Witness { verifier: Arc::clone(verifier), seen: Mutex::default() });
    let config = config(&witness).map_err(|error| LinkFailure::Tls(error.to_string()))?;
    let name = dial::server_name(target)?;
    let handshake = TlsConnector::from(Arc::new(config)).connect(name, stream).await;
    let stream =
        handshake.map_err(|error| link_failure::of_io(&error).unwrap_or(LinkFailure::Lost))?;
    let version = match stream.get_ref().1.protocol_version() {
        Some(ProtocolVersion::TLSv1_2) => "TLS 1.2",
        Some(ProtocolVersion::TLSv1_3) => "TLS 1.3",
        _ => "TLS",
    };
    let seen = witness.seen.lock().unwrap_or_else(PoisonError::into_inner).take();
    let seen = seen.ok_or(LinkFailure::Lost)?;
    Ok(Handshake {
        version,
        certificate: seen.certificate,
        intermediates: seen.intermediates,
        verdict: seen.verdict,
    })
}

fn config(witness: &Arc<Witness>) -> Result<ClientConfig, TlsError> {
    Ok(ClientConfig::builder_with_provider(witness.verifier.provider())
        .with_safe_default_protocol_versions()?
        .dangerous()
        .with_custom_certificate_verifier(Arc::clone(witness) as Arc<dyn ServerCertVerifier>)
        .with_no_client_auth())
}

/// Lets every certificate pass and keeps the real verifier's verdict. Nothing is ever sent over
/// such a connection.
#[derive(Debug)]
struct Witness {
    verifier: Arc<Verifier>,
    seen: Mutex<Option<Seen>>,
}

#[derive(Debug)]
struct Seen {
    certificate: Option<ServerCertificate>,
    intermediates: usize,
    verdict: Result<(), LinkFailure>,
}

impl ServerCertVerifier for Witness {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let verdict = self.verifier.verify_server_cert(
            end_entity,
            intermediates,
            server_name,
            ocsp_response,
            now,
        );
        let seen = Seen {
            certificate: certificate::read(end_entity),
            intermediates: intermediates.len(),
            verdict: verdict.map(|_| ()).map_err(|error| link_failure::of_tls(&error)),
        };
        *self.seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(seen);
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.verifier.verify_tls12_signature(message, certificate, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.verifier.verify_tls13_signature(message, certificate, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.verifier.supported_verify_schemes()
    }
}
