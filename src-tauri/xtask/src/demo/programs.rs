//! The programs a demo has started, and their end: none outlives it.

use crate::failure::{Failure, Outcome};
use crate::run::Run;
use crate::stopwatch::wait_for;
use std::process::Child;
use std::time::Duration;

/// Everything that runs.
#[derive(Debug, Default)]
pub(super) struct Programs {
    simulator: Option<Child>,
    windows: Vec<Child>,
}

impl Programs {
    /// Starts the simulator.
    pub(super) fn simulator(&mut self, run: Run) -> Outcome<&mut Child> {
        Ok(self.simulator.insert(run.ending_with_us().spawn()?))
    }

    /// Starts a window.
    pub(super) fn window(&mut self, run: Run) -> Outcome<&mut Child> {
        self.windows.push(run.ending_with_us().spawn()?);
        let last = self.windows.len() - 1;
        Ok(&mut self.windows[last])
    }

    /// Until the last window is closed, or the simulator ends, which it should not.
    pub(super) fn wait_until_closed(&mut self) -> Outcome {
        wait_for("the demo", Duration::MAX, || {
            if self.simulator.as_mut().is_some_and(has_ended) {
                return Err(Failure::Command { line: "desk sim".to_owned(), code: None });
            }
            Ok(self.windows.iter_mut().all(has_ended).then_some(()))
        })
    }

    /// Windows first, so that they do not show a lost connection at the end.
    pub(super) fn stop(&mut self) {
        self.windows.iter_mut().for_each(stop);
        self.simulator.iter_mut().for_each(stop);
    }
}

fn has_ended(child: &mut Child) -> bool {
    !matches!(child.try_wait(), Ok(None))
}

/// Asks to end, and insists after five seconds.
fn stop(child: &mut Child) {
    if has_ended(child) {
        return;
    }
    let asked = cfg!(unix) && Run::new("kill").args([child.id().to_string()]).succeeds();
    let limit = Duration::from_secs(if asked { 5 } else { 0 });
    if wait_for("the end of a program", limit, || Ok(has_ended(child).then_some(()))).is_err() {
        // Gone already is as good.
        let _ = child.kill();
        let _ = child.wait();
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::{Programs, has_ended};
    use crate::run::Run;

    #[test]
    fn stopping_ends_every_program() {
        let mut programs = Programs::default();
        programs.simulator(Run::words("tail -f /dev/null")).unwrap();
        assert!(!has_ended(programs.window(Run::words("tail -f /dev/null")).unwrap()));
        programs.stop();
        assert!(programs.windows.iter_mut().chain(&mut programs.simulator).all(has_ended));
    }

    #[test]
    fn the_demo_is_over_when_the_windows_are_closed() {
        let mut programs = Programs::default();
        programs.window(Run::new("true")).unwrap();
        assert!(programs.wait_until_closed().is_ok());
    }

    #[test]
    fn a_simulator_that_ends_is_a_failure() {
        let mut programs = Programs::default();
        programs.simulator(Run::new("true")).unwrap();
        programs.window(Run::words("tail -f /dev/null")).unwrap();
        assert!(programs.wait_until_closed().is_err());
        programs.stop();
    }
}
