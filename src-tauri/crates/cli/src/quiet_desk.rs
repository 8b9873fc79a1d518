//! A desk that nobody looks at: it signs in, stays, and signs out.

use std::sync::Arc;
use std::time::Duration;

use desk_core::contact::{ContactKey, PopId};
use desk_core::session_state::{SessionPhase, Step};
use desk_core::{Cue, Failure as DeskFailure, FailureKind, LinkFailure, Millis, PopOrder, desk};
use desk_runtime::{DeskHandle, Gone, Host, Recorder, RuntimeConfig};
use url::Url;

use crate::failure::Failure;

/// A sign-in or sign-out takes at most this long; each of its calls has a shorter limit.
const PATIENCE: Duration = Duration::from_secs(90);

/// A desk that nobody looks at.
pub(crate) struct QuietDesk(DeskHandle);

/// Nobody is there to be called, and nothing to open a page with.
struct Nobody;

impl Host for Nobody {
    fn attention(&mut self, _: Cue) {}
    fn open_link(&mut self, _: &Url) {}
    fn open_pop(&mut self, _: PopOrder) -> Option<Result<(), DeskFailure>> {
        None
    }

    fn close_pop(&mut self, _: ContactKey, _: PopId) {}
}

/// One look at the session.
struct Look {
    phase: SessionPhase,
    failure: Option<DeskFailure>,
    at: Millis,
}

impl QuietDesk {
    /// Starts it; it connects to nothing before a sign-in.
    ///
    /// # Errors
    /// [`Failure::Desk`].
    pub(crate) fn start(
        config: &RuntimeConfig,
        recorder: Arc<dyn Recorder>,
    ) -> Result<Self, Failure> {
        let config = RuntimeConfig { recorder: Some(recorder), ..config.clone() };
        Ok(Self(desk_runtime::start(config, Nobody)?))
    }

    /// The time.
    pub(crate) async fn now(&self) -> Millis {
        self.0.call(|_, now| now).await.unwrap_or(Millis(0))
    }

    /// Signs in; `passed` hears of each step that worked and how many milliseconds it took.
    ///
    /// # Errors
    /// The step that failed, and why.
    pub(crate) async fn sign_in(
        &self,
        who: desk::SignIn,
        mut passed: impl FnMut(Step, i64),
    ) -> Result<(), (Step, DeskFailure)> {
        let mut step = Step::ContactControl;
        let asked = self.0.call(|desk, now| desk.sign_in(now, who)).await;
        asked.unwrap_or_else(|gone| Err(ended(gone))).map_err(|failure| (step, failure))?;
        let mut began = self.now().await;
        let mut changes = self.0.changes();
        let signing_in = async {
            loop {
                let look = self.look().await.map_err(|failure| (step, failure))?;
                match look.phase {
                    SessionPhase::SigningIn(next) if next == step => {}
                    SessionPhase::SigningIn(next) => {
                        for (done, took) in between(step, Some(next), look.at.since(began)) {
                            passed(done, took);
                        }
                        (step, began) = (next, look.at);
                    }
                    SessionPhase::SignedIn => {
                        for (done, took) in between(step, None, look.at.since(began)) {
                            passed(done, took);
                        }
                        return Ok(());
                    }
                    SessionPhase::SignedOut | SessionPhase::SigningOut => {
                        let none = DeskFailure::of(FailureKind::SessionEnded);
                        return Err((step, look.failure.unwrap_or(none)));
                    }
                }
                if changes.changed().await.is_err() {
                    return Err((step, ended(Gone::ShutDown)));
                }
            }
        };
        let timed = tokio::time::timeout(PATIENCE, signing_in).await;
        timed.unwrap_or_else(|_| {
            Err((step, DeskFailure::of(FailureKind::Link(LinkFailure::TimedOut))))
        })
    }

    /// Signs out, or gives a running sign-in up; false when the servers gave no answer in time.
    pub(crate) async fn sign_out(&self) -> bool {
        let asked = self
            .0
            .call(|desk, now| desk.sign_out(now).or_else(|_| desk.cancel_sign_in(now)).is_ok());
        // Nobody is signed in: nothing is left to do.
        if !asked.await.unwrap_or(false) {
            return true;
        }
        tokio::time::timeout(PATIENCE, self.signed_out()).await.is_ok()
    }

    /// Resolves when nobody is signed in any more.
    pub(crate) async fn signed_out(&self) {
        let mut changes = self.0.changes();
        while let Ok(look) = self.look().await {
            if look.phase == SessionPhase::SignedOut || changes.changed().await.is_err() {
                return;
            }
        }
    }

    async fn look(&self) -> Result<Look, DeskFailure> {
        let look = self.0.call(|desk, at| {
            let session = desk.session().get();
            Look { phase: session.phase, failure: session.failure.clone(), at }
        });
        look.await.map_err(ended)
    }
}

/// The steps from one to before another: quick ones may have passed between two looks.
fn between(from: Step, to: Option<Step>, took: i64) -> impl Iterator<Item = (Step, i64)> {
    [Step::ContactControl, Step::Discovery, Step::AgentLogin, Step::ChatServer]
        .into_iter()
        .skip_while(move |step| *step != from)
        .take_while(move |step| Some(*step) != to)
        .map(move |step| (step, if step == from { took } else { 0 }))
}

fn ended(_: Gone) -> DeskFailure {
    DeskFailure::of(FailureKind::SessionEnded)
}
