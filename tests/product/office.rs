//! A contact centre, and the built window at a desk in it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use journeys::{LIMIT, Place};

use crate::page::Page;
use crate::web_driver::WebDriver;

/// The built window's program, which the chores name.
pub(crate) fn program() -> String {
    std::env::var("FRONTDESK_BIN").expect("FRONTDESK_BIN names the built window")
}

/// A contact centre of one test's own with the window of its agent Ann.
pub(crate) struct Office {
    /// The contact centre.
    pub(crate) place: Place,
    /// What the window shows.
    pub(crate) page: Page,
    /// The folder of everything that the window reads and keeps.
    pub(crate) home: PathBuf,
    _driver: WebDriver,
}

impl Office {
    /// Opens both; nobody is signed in. `name` is that of the test.
    pub(crate) async fn open(name: &str) -> Self {
        Self::open_with(name, "").await
    }

    /// The same with further sections in the settings.
    pub(crate) async fn open_with(name: &str, more: &str) -> Self {
        let place = Place::open().await;
        let home = std::env::temp_dir().join(format!("frontdesk-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&home).expect("there is room for files");
        let settings = settings_file(&home);
        let settings_text = format!("{}{more}", place.settings().text());
        std::fs::write(&settings, settings_text).expect("settings can be written");
        let driver = WebDriver::start(&home, &ready_file(&home)).await;
        let settings_path = settings.to_str().expect("the path is plain");
        let args = ["--profile", "ann", "--settings", settings_path];
        let client = driver.session(&program(), &args).await;
        let page = Page::of(client).await;
        Self { place, page, home, _driver: driver }
    }

    /// Signs Ann in, as she would.
    pub(crate) async fn sign_in(&self) {
        let page = &self.page;
        page.write("sign-in-user", "ann").await;
        page.write("sign-in-domain", "demo").await;
        page.write("sign-in-password", "demo").await;
        page.press("sign-in-submit").await;
        page.sees("[data-testid=state-pill]").await;
    }

    /// Makes Ann Ready.
    pub(crate) async fn go_ready(&self) {
        self.page.press("ready-menu").await;
        self.page.press("set-ready").await;
        self.page.sees("[data-testid=state-pill][data-state=ready]").await;
    }

    /// Accepts the one offer and waits until she can write.
    pub(crate) async fn accept(&self) {
        self.page.press("offer-accept").await;
        self.page.sees("[data-testid=conversation][data-phase=active]").await;
    }

    /// The window's process.
    pub(crate) fn pid(&self) -> u32 {
        pid(&self.home).expect("the ready file names the process")
    }

    /// Asks the window's process to end, as a log-off does, and waits until it has.
    pub(crate) async fn log_off(&self) {
        let pid = self.pid();
        assert!(kill("-TERM", pid), "the window runs");
        let mut look = tokio::time::interval(Duration::from_millis(20));
        let gone = async {
            while runs(pid) {
                look.tick().await;
            }
        };
        tokio::time::timeout(LIMIT, gone).await.expect("the window ends");
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        // A test that failed has not closed its window.
        if let Some(pid) = pid(&self.home).filter(|pid| runs(*pid)) {
            kill("-KILL", pid);
        }
        let _ = std::fs::remove_dir_all(&self.home);
    }
}

/// The settings that the window is started with.
pub(crate) fn settings_file(home: &Path) -> PathBuf {
    home.join("frontdesk.toml")
}

fn ready_file(home: &Path) -> PathBuf {
    home.join("ready.json")
}

fn pid(home: &Path) -> Option<u32> {
    let text = std::fs::read_to_string(ready_file(home)).ok()?;
    let ready: serde_json::Value = serde_json::from_str(&text).ok()?;
    ready["pid"].as_u64().and_then(|pid| u32::try_from(pid).ok())
}

fn kill(signal: &str, pid: u32) -> bool {
    let done = Command::new("kill").args([signal, &pid.to_string()]).status();
    done.is_ok_and(|status| status.success())
}

/// Whether a process runs; one that has ended and that nobody has asked about does not.
fn runs(pid: u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    // "pid (name) state …"; the name may hold anything but its last bracket.
    stat.rsplit(')')
        .next()
        .is_some_and(|rest| !matches!(rest.trim().chars().next(), None | Some('Z')))
}
