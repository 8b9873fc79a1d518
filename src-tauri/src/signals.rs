//! The system's wish that the program ends: a log-off, a shut-down, Ctrl+C.

use tauri::AppHandle;

use crate::quit;

/// Waits for the wish and follows it.
pub(crate) async fn follow(app: AppHandle) {
    if let Err(error) = asked().await {
        tracing::warn!(%error, "the end of the session will not be noticed");
        return;
    }
    tracing::info!("the system ends the program");
    quit::forced(&app).await;
}

#[cfg(unix)]
async fn asked() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut end = signal(SignalKind::terminate())?;
    let mut hang_up = signal(SignalKind::hangup())?;
    tokio::select! {
        _ = end.recv() => Ok(()),
        _ = hang_up.recv() => Ok(()),
        interrupted = tokio::signal::ctrl_c() => interrupted,
    }
}

#[cfg(not(unix))]
async fn asked() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}
