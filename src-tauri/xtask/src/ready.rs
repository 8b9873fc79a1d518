//! Ready files: how a started program says that it listens, or that its window is up.

use crate::failure::{Failure, Outcome};
use crate::stopwatch::wait_for;
use serde_json::Value;
use std::path::Path;
use std::process::Child;
use std::time::Duration;

/// How long a program may take to come up on a slow machine.
const START: Duration = Duration::from_secs(90);

/// Waits until the program has written its file as JSON; half a file is not there yet.
pub(crate) fn announcement(what: &str, child: &mut Child, file: &Path) -> Outcome<Value> {
    wait(what, child, || {
        let text = std::fs::read_to_string(file).ok()?;
        serde_json::from_str(&text).ok()
    })
}

/// Waits until the program has made its file, whatever is in it.
pub(crate) fn sign_of_life(what: &str, child: &mut Child, file: &Path) -> Outcome {
    wait(what, child, || file.is_file().then_some(()))
}

/// A program that ends before it is ready is a failure.
fn wait<T>(what: &str, child: &mut Child, ready: impl Fn() -> Option<T>) -> Outcome<T> {
    wait_for(what, START, || {
        if let Some(value) = ready() {
            return Ok(Some(value));
        }
        match child.try_wait() {
            Ok(None) => Ok(None),
            Ok(Some(status)) => {
                Err(Failure::Command { line: what.to_owned(), code: status.code() })
            }
            Err(source) => Err(Failure::Start { line: what.to_owned(), source }),
        }
    })
}

#[cfg(all(test, unix))]
mod tests {
    use super::{announcement, sign_of_life};
    use crate::run::Run;
    use std::path::Path;

    #[test]
    fn a_program_that_ends_early_is_a_failure_at_once() {
        let mut child = Run::words("sh -c").args(["exit 7"]).spawn().unwrap();
        let words = sign_of_life("the window", &mut child, Path::new("/nonexistent")).unwrap_err();
        assert!(words.to_string().contains("code 7"), "{words}");
    }

    #[test]
    fn an_announcement_is_read_once_it_is_whole() {
        let file = std::env::temp_dir().join(format!("announcement-{}", std::process::id()));
        let script = format!("printf '{{' > {0}; printf '\"a\":1}}' >> {0}; cat", file.display());
        let mut child = Run::words("sh -c").args([script]).spawn().unwrap();
        let said = announcement("the simulator", &mut child, &file);
        std::fs::remove_file(&file).unwrap();
        assert_eq!(said.unwrap()["a"], 1);
    }
}
