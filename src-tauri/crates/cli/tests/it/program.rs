//! A run of `desk`: lines in, lines out, its end; and a folder of its own.

use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use contact_center_sim::{Options, Simulator};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

/// A contact centre of the test's own.
pub(crate) async fn simulator() -> Simulator {
    start(Options::default()).await
}

/// The same with other options.
pub(crate) async fn start(options: Options) -> Simulator {
    Simulator::start(options).await.expect("the simulator starts")
}

/// A port of this machine on which nobody listens.
pub(crate) async fn closed_port() -> u16 {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    listener.local_addr().expect("it has one").port()
}

/// Nothing that is waited for takes longer than this.
pub(crate) const LIMIT: Duration = Duration::from_secs(30);

/// A running `desk`; it ends with the test.
pub(crate) struct Program {
    child: Child,
    input: Option<ChildStdin>,
    lines: Lines<BufReader<ChildStdout>>,
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct End {
    pub(crate) status: ExitStatus,
    pub(crate) out: Vec<String>,
    pub(crate) err: String,
}

impl Program {
    pub(crate) fn start<S: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = S>) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_desk"))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("desk starts");
        let input = child.stdin.take();
        let lines = BufReader::new(child.stdout.take().expect("piped")).lines();
        Self { child, input, lines }
    }

    /// `desk agent` with these settings.
    pub(crate) fn agent(settings: &Path) -> Self {
        Self::start(["agent", "--settings", settings.to_str().expect("a plain path")])
    }

    /// Writes a line.
    pub(crate) async fn say(&mut self, line: &str) {
        let input = self.input.as_mut().expect("the input is open");
        input.write_all(format!("{line}\n").as_bytes()).await.expect("it reads");
        input.flush().await.expect("it reads");
    }

    /// The next line of the output; none at its end.
    pub(crate) async fn line(&mut self) -> Option<String> {
        let line = tokio::time::timeout(LIMIT, self.lines.next_line()).await;
        line.expect("a line comes in time").expect("lines are text")
    }

    /// The next line as JSON.
    pub(crate) async fn json(&mut self) -> Value {
        let line = match self.line().await {
            Some(line) => line,
            None => {
                let mut err = String::new();
                let stderr = self.child.stderr.as_mut().expect("piped");
                stderr.read_to_string(&mut err).await.expect("text");
                panic!("the output has ended: {err}");
            }
        };
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"))
    }

    /// Asks it to end, as Ctrl+C does.
    #[cfg(unix)]
    pub(crate) async fn interrupt(&self) {
        let id = self.child.id().expect("it runs").to_string();
        let asked = Command::new("kill").args(["-INT", &id]).status().await.expect("kill runs");
        assert!(asked.success());
    }

    /// Ends the input and waits for the end; gives what came since.
    pub(crate) async fn end(mut self) -> End {
        drop(self.input.take());
        let mut stderr = self.child.stderr.take().expect("piped");
        let ended = async {
            let mut err = String::new();
            let mut out = Vec::new();
            let reading = async {
                while let Some(line) = self.lines.next_line().await.expect("text") {
                    out.push(line);
                }
            };
            let (_, read) = tokio::join!(reading, stderr.read_to_string(&mut err));
            read.expect("text");
            let status = self.child.wait().await.expect("it ends");
            End { status, out, err }
        };
        tokio::time::timeout(LIMIT, ended).await.expect("it ends in time")
    }
}

impl End {
    /// The whole output.
    pub(crate) fn text(&self) -> String {
        self.out.join("\n")
    }
}

/// Numbers the folders of one test process.
static FOLDERS: AtomicU32 = AtomicU32::new(0);

/// A folder that is there as long as this value.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let name = format!("desk-test-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).expect("it can be written");
        path
    }

    /// Settings for two servers.
    pub(crate) fn settings(&self, cct_url: &str, ewc_url: &str) -> PathBuf {
        let text = format!(
            "version = 1\n[servers]\ncct_base_urls = [\"{cct_url}\"]\newc_url = \"{ewc_url}\"\n\
             [cct]\npoll_milliseconds = 250\n"
        );
        self.write("frontdesk.toml", &text)
    }

    /// Settings for a simulator.
    pub(crate) fn settings_for(&self, simulator: &Simulator) -> PathBuf {
        self.settings(&simulator.cct_url, &simulator.ewc_url)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
