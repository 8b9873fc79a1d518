//! A program with its arguments, never through a shell.

use std::process::{Child, Command, Stdio};

/// Starts it and lets it run; `None` when there is nothing to start or the system refuses.
pub(super) fn start(line: &[String]) -> Option<()> {
    let mut child = spawn(line)?;
    // Somebody has to hear of its end, or the system keeps its remains.
    std::thread::spawn(move || child.wait());
    Some(())
}

fn spawn(line: &[String]) -> Option<Child> {
    let (program, arguments) = line.split_first()?;
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        // The error's own words may name the whole line.
        .inspect_err(|error| {
            tracing::warn!(kind = ?error.kind(), "the program of a screen pop does not start");
        })
        .ok()
}

#[cfg(all(test, unix))]
mod tests {
    use super::{spawn, start};

    #[test]
    fn a_line_without_a_program_or_with_an_unknown_one_does_not_start() {
        assert_eq!(start(&[]), None);
        assert_eq!(start(&["/no/such/program".to_owned()]), None);
    }

    #[test]
    fn no_shell_reads_an_argument() {
        let name = format!("frontdesk-pop-{}; touch x", std::process::id());
        let folder = std::env::temp_dir().join(name);
        let line = ["/bin/mkdir".to_owned(), folder.to_string_lossy().into_owned()];
        let mut child = spawn(&line).unwrap();
        assert!(child.wait().unwrap().success());
        std::fs::remove_dir(folder).unwrap();
    }
}
