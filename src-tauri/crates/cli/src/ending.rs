//! When somebody wants this program to end: Ctrl+C, or the system's request to terminate.

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};
#[cfg(windows)]
use tokio::signal::windows::{CtrlC, ctrl_c};

/// Listens from the moment it is made, so that no request is missed.
pub(crate) struct Ending {
    #[cfg(unix)]
    signals: [Option<Signal>; 2],
    #[cfg(windows)]
    ctrl_c: Option<CtrlC>,
}

#[cfg(unix)]
impl Ending {
    /// Begins to listen. What cannot be heard ends the program by the system's own way.
    pub(crate) fn listen() -> Self {
        let kinds = [SignalKind::interrupt(), SignalKind::terminate()];
        Self { signals: kinds.map(|kind| signal(kind).ok()) }
    }

    /// Resolves when the end is asked for.
    pub(crate) async fn asked(&mut self) {
        let [interrupt, terminate] = &mut self.signals;
        tokio::select! {
            () = heard(interrupt) => {}
            () = heard(terminate) => {}
        }
    }
}

#[cfg(unix)]
async fn heard(signal: &mut Option<Signal>) {
    match signal {
        Some(signal) => {
            signal.recv().await;
        }
        None => std::future::pending().await,
    }
}

#[cfg(windows)]
impl Ending {
    /// Begins to listen. What cannot be heard ends the program by the system's own way.
    pub(crate) fn listen() -> Self {
        Self { ctrl_c: ctrl_c().ok() }
    }

    /// Resolves when the end is asked for.
    pub(crate) async fn asked(&mut self) {
        match &mut self.ctrl_c {
            Some(ctrl_c) => {
                ctrl_c.recv().await;
            }
            None => std::future::pending().await,
        }
    }
}
