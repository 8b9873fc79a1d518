//! Starting other programs: visible, captured, or watched line by line.

use crate::failure::{Failure, Outcome};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// What `timeout` answers when it had to end the program.
const TIMED_OUT: i32 = 124;

/// A command about to be started. It never reads from the keyboard unless told to.
#[derive(Debug)]
pub(crate) struct Run(Command);

impl Run {
    /// A command by program name or path.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        command.stdin(Stdio::null());
        Self(command)
    }

    /// Words separated by single spaces: the program and its arguments.
    pub(crate) fn words(line: &str) -> Self {
        let mut words = line.split(' ');
        Self::new(words.next().unwrap_or_default()).args(words)
    }

    /// Adds arguments.
    pub(crate) fn args(mut self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.0.args(args);
        self
    }

    /// Runs in this folder.
    pub(crate) fn dir(mut self, dir: impl AsRef<Path>) -> Self {
        self.0.current_dir(dir);
        self
    }

    /// Sets a variable.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.0.env(name, value);
        self
    }

    /// Takes a variable away.
    pub(crate) fn without_env(mut self, name: impl AsRef<OsStr>) -> Self {
        self.0.env_remove(name);
        self
    }

    /// Lets the program talk to the person at the keyboard.
    pub(crate) fn keyboard(mut self) -> Self {
        self.0.stdin(Stdio::inherit());
        self
    }

    /// The command as a person would type it.
    pub(crate) fn line(&self) -> String {
        let program = Path::new(self.0.get_program());
        let words = program.file_name().into_iter().chain(self.0.get_args());
        words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
    }

    /// Runs to the end, output visible; anything but success is a failure.
    pub(crate) fn check(mut self) -> Outcome {
        let status = self.0.status().map_err(|source| self.start_failure(source))?;
        self.verdict(status)
    }

    /// Runs to the end unseen; true when it succeeded. A program that is not there did not.
    pub(crate) fn succeeds(mut self) -> bool {
        self.0.stdout(Stdio::null()).stderr(Stdio::null());
        self.0.status().is_ok_and(|status| status.success())
    }

    /// Runs to the end and gives what it printed, whether or not it succeeded.
    pub(crate) fn printed(mut self) -> Outcome<String> {
        self.0.stderr(Stdio::null());
        let output = self.0.output().map_err(|source| self.start_failure(source))?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs to the end and gives what it printed; anything but success is a failure.
    pub(crate) fn answer(mut self) -> Outcome<String> {
        self.0.stderr(Stdio::inherit());
        let output = self.0.output().map_err(|source| self.start_failure(source))?;
        self.verdict(output.status)?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs to the end, output visible and handed to `see` line by line.
    pub(crate) fn watched(mut self, mut see: impl FnMut(&str)) -> Outcome {
        self.0.stdout(Stdio::piped());
        let mut child = self.0.spawn().map_err(|source| self.start_failure(source))?;
        if let Some(stdout) = child.stdout.take() {
            let mut reader = BufReader::new(stdout);
            let mut bytes = Vec::new();
            while reader.read_until(b'\n', &mut bytes).unwrap_or(0) > 0 {
                let line = String::from_utf8_lossy(&bytes);
                print!("{line}");
                see(line.trim_end());
                bytes.clear();
            }
        }
        let status = child.wait().map_err(|source| self.start_failure(source))?;
        self.verdict(status)
    }

    /// The same behind another program's words, such as `timeout 5`.
    pub(crate) fn behind(self, words: &[&str]) -> Self {
        let mut wrapped = Self::new(words.first().unwrap_or(&"env"))
            .args(words.iter().skip(1))
            .args(std::iter::once(self.0.get_program()).chain(self.0.get_args()));
        if let Some(dir) = self.0.get_current_dir() {
            wrapped = wrapped.dir(dir);
        }
        for (name, value) in self.0.get_envs() {
            match value {
                Some(value) => wrapped.0.env(name, value),
                None => wrapped.0.env_remove(name),
            };
        }
        wrapped
    }

    /// On Linux, asks the kernel to end the program should this one be killed. (Ctrl+C reaches
    /// both anyway, on every system.)
    pub(crate) fn ending_with_us(self) -> Self {
        if cfg!(target_os = "linux") && Self::words("setpriv --version").succeeds() {
            return self.behind(&["setpriv", "--pdeathsig", "TERM", "--"]);
        }
        self
    }

    /// On Linux, ends the program and all it started after so many seconds.
    pub(crate) fn within(self, seconds: u64) -> Self {
        if !cfg!(target_os = "linux") {
            return self;
        }
        // `timeout` leads a group of its own, out of reach of Ctrl+C: hence the tie to us.
        self.behind(&["timeout", "--kill-after=20", &seconds.to_string()]).ending_with_us()
    }

    /// Starts and leaves running.
    pub(crate) fn spawn(mut self) -> Outcome<Child> {
        self.0.spawn().map_err(|source| self.start_failure(source))
    }

    fn start_failure(&self, source: std::io::Error) -> Failure {
        Failure::Start { line: self.line(), source }
    }

    fn verdict(&self, status: std::process::ExitStatus) -> Outcome {
        if status.success() {
            return Ok(());
        }
        let line = self.line();
        if status.code() == Some(TIMED_OUT) && line.contains("timeout --kill-after") {
            return Err(Failure::TooSlow { what: format!("`{line}`") });
        }
        Err(Failure::Command { line, code: status.code() })
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::Run;
    use crate::failure::Failure;

    #[test]
    fn a_refusal_carries_the_command_and_its_code() {
        let refused = Run::words("sh -c").args(["exit 3"]).check();
        assert!(
            matches!(refused, Err(Failure::Command { line, code: Some(3) }) if line == "sh -c exit 3")
        );
    }

    #[test]
    fn watched_output_arrives_line_by_line() {
        let mut lines = Vec::new();
        Run::words("printf one\\ntwo\\n").watched(|line| lines.push(line.to_owned())).unwrap();
        assert_eq!(lines, ["one", "two"]);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_program_that_does_not_end_is_ended() {
        let endless = Run::words("tail -f /dev/null").within(1).check();
        assert!(matches!(endless, Err(Failure::TooSlow { what }) if what.contains("tail")));
    }

    #[test]
    fn an_absent_program_does_not_succeed() {
        assert!(!Run::new("no-such-program-anywhere").succeeds());
    }
}
