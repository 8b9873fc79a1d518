//! The end of the program: refused while chats are open, else signed out first.
//!
//! Closing the window means quitting. It does not hide the window instead: where a desktop has no
//! tray, a signed-in agent would be offered chats that nobody sees.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use desk_core::session_state::SessionPhase;
use desk_runtime::DeskHandle;
use tauri::{AppHandle, Manager as _};
use tauri_plugin_dialog::{DialogExt as _, MessageDialogKind};

use crate::{text, window};

/// Signing out may take this long; then the connections just end, which the servers notice.
const SIGNING_OUT: Duration = Duration::from_secs(8);
/// The same when the system is waiting for the program's end.
const IN_A_HURRY: Duration = Duration::from_secs(2);

/// True while a quit is under way: more clicks change nothing.
#[derive(Default)]
pub(crate) struct Leaving(AtomicBool);

/// What stands between the agent and the end of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Chats that would be lost.
    ContactsOpen(usize),
    /// A session that wants a sign-out.
    SignedIn,
    /// A sign-in that has not got far.
    SigningIn,
    /// Nothing.
    Free,
}

/// Quits when the agent wants to: refuses, in words, while chats are open.
pub(crate) fn asked(app: &AppHandle) {
    if app.state::<Leaving>().0.swap(true, Ordering::SeqCst) {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let desk = app.state::<DeskHandle>().inner().clone();
        match standing(&desk).await {
            Standing::ContactsOpen(count) => {
                app.state::<Leaving>().0.store(false, Ordering::SeqCst);
                window::show(&app);
                refuse(&app, count);
            }
            standing => leave(&app, &desk, standing, SIGNING_OUT).await,
        }
    });
}

/// Quits when the system wants it, whatever is open.
pub(crate) async fn forced(app: &AppHandle) {
    app.state::<Leaving>().0.store(true, Ordering::SeqCst);
    let desk = app.state::<DeskHandle>().inner().clone();
    let standing = standing(&desk).await;
    leave(app, &desk, standing, IN_A_HURRY).await;
}

async fn standing(desk: &DeskHandle) -> Standing {
    let look = desk.call(|desk, _| match (desk.session().get().phase, desk.contacts().count()) {
        (SessionPhase::SignedIn | SessionPhase::SigningOut, 0) => Standing::SignedIn,
        (SessionPhase::SignedIn | SessionPhase::SigningOut, open) => Standing::ContactsOpen(open),
        (SessionPhase::SigningIn(_), _) => Standing::SigningIn,
        (SessionPhase::SignedOut, _) => Standing::Free,
    });
    look.await.unwrap_or(Standing::Free)
}

async fn leave(app: &AppHandle, desk: &DeskHandle, standing: Standing, limit: Duration) {
    window::hide(app);
    if standing == Standing::SignedIn && tokio::time::timeout(limit, sign_out(desk)).await.is_err()
    {
        tracing::warn!("signing out took too long; the connections are just closed");
    }
    let end = desk.clone().shut_down();
    let _ = tokio::time::timeout(IN_A_HURRY, end).await;
    app.exit(0);
}

/// Until nobody is signed in, or the server refuses.
async fn sign_out(desk: &DeskHandle) {
    let mut changes = desk.changes();
    // Refused only when a sign-out runs already.
    let _ = desk.call(|desk, now| desk.sign_out(now).is_ok()).await;
    loop {
        let phase = desk.call(|desk, _| desk.session().get().phase).await;
        if phase != Ok(SessionPhase::SigningOut) || changes.changed().await.is_err() {
            return;
        }
    }
}

fn refuse(app: &AppHandle, count: usize) {
    let mut dialog = app
        .dialog()
        .message(text::contacts_open(count))
        .title(text::STILL_OPEN)
        .kind(MessageDialogKind::Info);
    if let Some(window) = app.get_webview_window(window::LABEL) {
        dialog = dialog.parent(&window);
    }
    dialog.show(|_| ());
}
