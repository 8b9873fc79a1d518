//! The end of a session: signed out where that is possible, and said where it is not.

use std::process::ExitCode;
use std::time::Duration;

use tokio::sync::watch;
use ui_api::commands::Nothing;
use ui_api::views::session::SessionPhase;
use ui_api::{ErrorCode, Handlers};

use crate::say::complain;

/// The servers' answers to a sign-out are waited for this long.
const PATIENCE: Duration = Duration::from_secs(20);

/// Signs out: success when nobody is signed in afterwards. `phases` is what the updates showed.
pub(crate) async fn sign_out(
    desk: &impl Handlers,
    mut phases: watch::Receiver<Option<SessionPhase>>,
) -> ExitCode {
    let mut asked = desk.sign_out(Nothing {}).await;
    if matches!(&asked, Err(error) if error.code == ErrorCode::NotSignedIn) {
        asked = desk.cancel_sign_in(Nothing {}).await;
    }
    if let Err(error) = asked
        && error.code != ErrorCode::NotSignedIn
    {
        let why = match error.code {
            ErrorCode::ContactsOpen => "contacts are open; close them first",
            _ => "the desk refused it",
        };
        complain(&format!("desk: not signed out: {why}"));
        return ExitCode::FAILURE;
    }
    let over = phases.wait_for(|phase| *phase == Some(SessionPhase::SignedOut));
    match tokio::time::timeout(PATIENCE, over).await {
        Ok(Ok(_)) => ExitCode::SUCCESS,
        _ => {
            complain("desk: not signed out: the server gave no answer in time");
            ExitCode::FAILURE
        }
    }
}
