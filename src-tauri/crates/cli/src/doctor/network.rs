//! The way to a server: name, connection, TLS, and whether the right thing answers there.

use cct_wire::{CallError, EpochMillis, Service};
use desk_core::{LinkFailure, Millis};
use desk_runtime::{Handshake, Probe, ServerCertificate, Timed};
use url::{Host, Url};

use super::report::{Report, Step};
use crate::link_words;

/// The setting that holds CCT's address.
const CCT: &str = "servers.cct_base_urls";
/// The setting that holds the chat server's address.
const EWC: &str = "servers.ewc_url";

/// A certificate that ends within this time is worth a word.
const SOON_MS: i64 = 30 * 24 * 3600 * 1000;

/// Tries a CCT server; true when it answers as one.
pub(super) async fn contact_control(
    report: &mut Report,
    probe: &Probe,
    url: &Url,
    now: Millis,
) -> bool {
    report.heading(&format!("Contact control (CCT), {url}"));
    let names = ["service description", "version"];
    if !transport(report, probe, url, CCT, now).await {
        skip(report, &names);
        return false;
    }
    let wsdl = probe.wsdl(url, Service::UserService).await;
    let step = match &wsdl.outcome {
        Ok(answer) if answer.is_wsdl => Step::ok(names[0], "UserService?wsdl answers"),
        Ok(answer) => Step::failed(
            names[0],
            format!("UserService?wsdl answers with HTTP {} and no WSDL", answer.status),
            link_words::advice(&LinkFailure::HttpStatus(answer.status), CCT),
        ),
        Err(why) => link_step(names[0], why, CCT),
    };
    report.step(&step.within(wsdl.took));
    let version = probe.version(url).await;
    let answers = matches!(&version.outcome, Ok(Ok(_) | Err(CallError::Fault(_))));
    let step = match &version.outcome {
        Ok(Ok(version)) => Step::ok(names[1], format!("GetVersion answers {version:?}")),
        // A server that can refuse can also serve: the sign-in tells more.
        Ok(Err(CallError::Fault(_))) => Step::ok(names[1], "GetVersion is refused in SOAP"),
        Ok(Err(error)) => {
            let advice = link_words::advice(&LinkFailure::NotTheServer, CCT);
            Step::failed(names[1], error.to_string(), advice)
        }
        Err(why) => link_step(names[1], why, CCT),
    };
    report.step(&step.within(version.took));
    answers
}

/// Tries the chat server; true when the agent WebSocket opens.
pub(super) async fn chat_server(
    report: &mut Report,
    probe: &Probe,
    url: &Url,
    now: Millis,
) -> bool {
    report.heading(&format!("Chat server (EWC), {url}"));
    let name = "WebSocket";
    if !transport(report, probe, url, EWC, now).await {
        skip(report, &[name]);
        return false;
    }
    let opened = probe.websocket(url).await;
    let opens = opened.outcome.is_ok();
    let step = match opened.outcome {
        Ok(()) => Step::ok(name, "it opens"),
        Err(why) => link_step(name, &why, EWC),
    };
    report.step(&step.within(opened.took));
    opens
}

/// Name, connection, TLS; true when all that is needed works.
async fn transport(
    report: &mut Report,
    probe: &Probe,
    url: &Url,
    setting: &str,
    now: Millis,
) -> bool {
    let names = ["name resolution", "connection", "TLS"];
    let port = url.port_or_known_default().unwrap_or_default();
    let Timed { took, outcome } = probe.addresses(url).await;
    let addresses = match outcome {
        Ok(addresses) => addresses,
        Err(why) => {
            report.step(&link_step(names[0], &why, setting).within(took));
            skip(report, &names[1..]);
            return false;
        }
    };
    report.step(&if matches!(url.host(), Some(Host::Domain(_))) {
        let found: Vec<_> = addresses.iter().map(|address| address.ip().to_string()).collect();
        Step::ok(names[0], found.join(", ")).within(took)
    } else {
        Step::skipped(names[0], "the setting holds an address")
    });
    let Timed { took, outcome } = probe.connect(&addresses).await;
    let step = match &outcome {
        Ok(address) => Step::ok(names[1], format!("{address} answers")),
        Err(why) => {
            let words = format!("port {port}: {why}");
            Step::failed(names[1], words, link_words::advice(why, setting))
        }
    };
    report.step(&step.within(took));
    if outcome.is_err() {
        skip(report, &names[2..]);
        return false;
    }
    if !matches!(url.scheme(), "https" | "wss") {
        let advice = "passwords and conversations travel in clear; use a network you trust";
        report.step(&Step::skipped(names[2], "the address is not a secure one").advise(advice));
        return true;
    }
    let Timed { took, outcome } = probe.handshake(url).await;
    let (step, fine) = match outcome {
        Ok(handshake) => {
            let fine = handshake.verdict.is_ok();
            (tls_step(names[2], &handshake, setting, now), fine)
        }
        Err(why) => (link_step(names[2], &why, setting), false),
    };
    report.step(&step.within(took));
    fine
}

fn tls_step(name: &'static str, handshake: &Handshake, setting: &str, now: Millis) -> Step {
    let words = handshake.certificate.as_ref().map(certificate_words).unwrap_or_default();
    let seen = format!("{}{words}", handshake.version);
    match &handshake.verdict {
        Err(why) => {
            let mut advice = link_words::advice(why, setting);
            if *why == LinkFailure::CertificateUntrusted && handshake.intermediates == 0 {
                advice
                    .push_str("; the server sends no intermediate certificates, which may be why");
            }
            Step::failed(name, format!("{why}; {seen}"), advice)
        }
        Ok(()) => {
            let step = Step::ok(name, seen);
            match &handshake.certificate {
                Some(certificate) if certificate.not_after.since(now) < SOON_MS => {
                    step.advise("the certificate ends within 30 days: renew it")
                }
                _ => step,
            }
        }
    }
}

fn certificate_words(certificate: &ServerCertificate) -> String {
    format!(
        ", certificate for {}, issued by {}, valid {} to {}, SHA-256 {}",
        if certificate.names.is_empty() {
            certificate.subject.clone()
        } else {
            certificate.names.join(", ")
        },
        certificate.issuer,
        day(certificate.not_before),
        day(certificate.not_after),
        certificate.fingerprint,
    )
}

/// A moment's day, UTC.
fn day(moment: Millis) -> String {
    EpochMillis(moment.0).to_string().chars().take_while(|c| *c != 'T').collect()
}

fn link_step(name: &'static str, why: &LinkFailure, setting: &str) -> Step {
    Step::failed(name, why.to_string(), link_words::advice(why, setting))
}

fn skip(report: &mut Report, names: &[&'static str]) {
    for name in names {
        report.step(&Step::skipped(name, "what it needs has failed"));
    }
}
