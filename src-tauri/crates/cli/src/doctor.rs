//! `desk doctor`: what works between here and the servers, what does not, and what to do.

mod facts;
mod network;
mod report;
mod settings;
mod sign_in;
mod trace;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use desk_runtime::Probe;

use crate::account::Account;
use crate::failure::Failure;
use crate::place::Place;
use crate::quiet_desk::QuietDesk;
use crate::say::say;
use crate::whole_file;
use report::Report;
use trace::KeptTrace;

/// Say what works between here and the servers, what does not, and what to do about it
///
/// It looks the names up, connects, checks certificates, opens the agent WebSocket and asks CCT
/// for its version. With --user or --password-stdin it also signs in as the desk does, which logs
/// the agent in (Not Ready) and out again: choose an agent who is not at work. It ends with 0 when
/// nothing failed, else 1.
#[derive(Debug, Args)]
pub(crate) struct Doctor {
    #[command(flatten)]
    place: Place,
    /// Write the report here, too; without what the servers say in words of their own
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Look also into a trace that desk record has kept; repeatable
    #[arg(long = "trace", value_name = "FILE")]
    traces: Vec<PathBuf>,
    /// How long each network step may take
    #[arg(long, value_name = "SECONDS", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=300))]
    limit: u64,
    #[command(flatten)]
    account: Account,
}

/// Runs it.
///
/// # Errors
/// The settings name no servers, the account or a trace cannot be read, or the report cannot be
/// written.
pub(crate) async fn run(doctor: &Doctor) -> Result<ExitCode, Failure> {
    let desk = doctor.place.read()?;
    let kept = Arc::new(KeptTrace::default());
    for path in &doctor.traces {
        kept.read(path)?;
    }
    let quiet = QuietDesk::start(&desk.config, Arc::<KeptTrace>::clone(&kept))?;
    let probe = Probe::new(&desk.config.tls, Duration::from_secs(doctor.limit))?;
    let mut report = Report::new(say);
    report.line(&format!("desk doctor {}", env!("CARGO_PKG_VERSION")));
    settings::check(&mut report, &desk.loaded);
    let now = quiet.now().await;
    let servers = &desk.loaded.settings.servers;
    let mut reachable = false;
    for url in servers.cct_order() {
        // One of a pair is enough to sign in.
        reachable |= network::contact_control(&mut report, &probe, url, now).await;
    }
    if let Some(url) = &servers.ewc_url {
        reachable &= network::chat_server(&mut report, &probe, url, now).await;
    }
    sign_in::check(&mut report, &quiet, doctor, &desk.loaded.settings, reachable).await?;
    facts::tell(&mut report, &kept.lines());
    report.heading(if report.has_failed() { "Something failed." } else { "Nothing failed." });
    if let Some(path) = &doctor.report {
        whole_file::write(path, report.text())?;
    }
    Ok(if report.has_failed() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
