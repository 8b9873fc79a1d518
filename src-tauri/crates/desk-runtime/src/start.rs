//! Brings a desk to life.

use desk_core::Desk;
use thiserror::Error;
use tokio::runtime::Handle;
use tokio::sync::{mpsc, watch};

use crate::actor::{Actor, Inbox};
use crate::cct_driver::CctDriver;
use crate::clock::{Clock, DeskTime};
use crate::config::RuntimeConfig;
use crate::ewc_driver::EwcDriver;
use crate::handle::DeskHandle;
use crate::host::Host;
use crate::recorder::Trace;
use crate::tls::{self, TlsError};

/// Commands that may wait; askers wait beyond that.
const WAITING_JOBS: usize = 64;
/// News of one server that may wait; beyond that the connection is read more slowly. A frame may
/// be large, so there are few.
const WAITING_NEWS: usize = 64;

/// Why a desk did not start.
#[derive(Debug, Error)]
pub enum StartError {
    /// The certificates to trust cannot be used.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// There is no tokio runtime here: call it from within one.
    #[error("a desk can only start inside a tokio runtime")]
    NoRuntime,
}

/// Spawns the task that owns a new desk, on the current tokio runtime. Reads the system's
/// certificate authorities, which may take some 100 ms.
///
/// # Errors
/// [`StartError`]; nothing runs then.
pub fn start(config: RuntimeConfig, host: impl Host) -> Result<DeskHandle, StartError> {
    start_with_clock(config, host, Clock::system())
}

/// As [`start`], with another wall clock; for tests of sleep and set clocks.
///
/// # Errors
/// [`StartError`]; nothing runs then.
pub fn start_with_clock(
    config: RuntimeConfig,
    host: impl Host,
    clock: Clock,
) -> Result<DeskHandle, StartError> {
    let runtime = Handle::try_current().map_err(|_| StartError::NoRuntime)?;
    let tls = tls::client_config(&config.tls)?;
    let mut time = DeskTime::start(clock);
    let desk = Desk::new(config.desk, time.read(None).at);
    let (revisions, changes) = watch::channel(desk.revision());
    let (job_sender, jobs) = mpsc::channel(WAITING_JOBS);
    let (shut_down_sender, shut_down) = mpsc::channel(1);
    let (ewc_sender, ewc_news) = mpsc::channel(WAITING_NEWS);
    let (cct_sender, cct_news) = mpsc::channel(WAITING_NEWS);
    let actor = Actor {
        desk,
        time,
        ewc: EwcDriver::new(tls.clone(), ewc_sender),
        cct: CctDriver::new(tls, config.connect_timeout, config.listen, cct_sender),
        host: Box::new(host),
        trace: config.recorder.map(Trace::start),
        revisions,
    };
    let inbox = Inbox { jobs, shut_down, ewc_news, cct_news };
    runtime.spawn(actor.run(inbox));
    Ok(DeskHandle { jobs: job_sender, shut_down: shut_down_sender, changes })
}
