//! The demo: a contact centre, two agents and a supervisor on this machine.

mod profiles;
mod programs;

use crate::cargo::build_programs;
use crate::failure::{Failure, Outcome};
use crate::run::Run;
use crate::test::under_display;
use crate::workspace::Workspace;
use crate::{ready, say, setup, ui};
use profiles::{Centre, PROFILES, Profile};
use programs::Programs;
use std::path::Path;

/// Internal option: set-up and build are done and there is a display to draw on.
pub(crate) const ON_DISPLAY: &str = "--on-display";

/// What the command line asked for.
#[derive(Debug)]
pub(crate) struct Wish {
    /// How many desktops, 1 to 3.
    pub(crate) windows: usize,
    /// Stop with success once every window is ready.
    pub(crate) check: bool,
    /// Started again on an invisible display.
    pub(crate) on_display: bool,
}

/// Sets up, builds, and shows everything until the windows are closed.
pub(crate) fn demo(workspace: &Workspace, wish: &Wish) -> Outcome {
    if wish.on_display {
        return show(workspace, wish, true);
    }
    setup::setup(workspace, setup::For::Demo)?;
    say::heading("ui");
    ui::build(workspace)?;
    say::heading("desk and frontdesk");
    build_programs(workspace, &["desk", "frontdesk"]).check()?;
    let screen = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if cfg!(target_os = "linux") && (wish.check || !screen) {
        return on_invisible_display(workspace, wish);
    }
    show(workspace, wish, false)
}

/// Starts this program again where windows can be drawn that nobody sees.
fn on_invisible_display(workspace: &Workspace, wish: &Wish) -> Outcome {
    say::line("no screen is used: the windows are drawn on an invisible display (Xvfb)");
    let this = std::env::current_exe()
        .map_err(|source| Failure::Start { line: "xtask".to_owned(), source })?;
    let windows = wish.windows.to_string();
    let mut again = Run::new(this).args(["demo", ON_DISPLAY, "--windows", &windows]);
    if wish.check {
        again = again.args(["--check"]);
    }
    // Without a graphics processor the buffer sharing of the web view only costs time.
    let again = again.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    under_display(again).dir(&workspace.root).ending_with_us().check()
}

/// Starts the simulator, then the windows, and waits for their end.
fn show(workspace: &Workspace, wish: &Wish, invisible: bool) -> Outcome {
    let folder = workspace.target.join("demo");
    fresh(&folder)?;
    let mut programs = Programs::default();
    let result = start(workspace, wish, &folder, &mut programs).and_then(|centre| {
        if wish.check {
            say::line(&format!("{} window(s) ready, the simulator answers", wish.windows));
            return Ok(());
        }
        open_customer_page(&centre.page_url, invisible);
        say::line("close the windows, or press Ctrl+C here, to end the demo");
        programs.wait_until_closed()
    });
    programs.stop();
    result
}

/// An empty folder: a ready file of an earlier demo would be believed.
fn fresh(folder: &Path) -> Outcome {
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(Failure::file(folder))?;
    }
    std::fs::create_dir_all(folder).map_err(Failure::file(folder))
}

fn start(
    workspace: &Workspace,
    wish: &Wish,
    folder: &Path,
    programs: &mut Programs,
) -> Outcome<Centre> {
    say::heading("the contact centre");
    let centre_file = folder.join("centre.json");
    let simulator = Run::new(workspace.program("desk"))
        .args(["sim", "--demo", "--ready-file"])
        .args([&centre_file]);
    let simulator = programs.simulator(simulator)?;
    let announced = ready::announcement("the simulator (desk sim)", simulator, &centre_file)?;
    let centre = Centre::read(&announced)?;
    say::line(&format!("agents     {}", centre.ewc_url));
    say::line(&format!("CCT        {}", centre.cct_url));
    say::line(&format!("customers  {}", centre.page_url));
    say::heading("the desktops");
    for profile in PROFILES.iter().take(wish.windows) {
        start_window(workspace, folder, &centre, profile, programs)?;
    }
    Ok(centre)
}

fn start_window(
    workspace: &Workspace,
    folder: &Path,
    centre: &Centre,
    profile: &Profile,
    programs: &mut Programs,
) -> Outcome {
    let settings = folder.join(format!("{}.toml", profile.name));
    let text = centre.settings(profile);
    std::fs::write(&settings, text).map_err(Failure::file(&settings))?;
    let ready_file = folder.join(format!("{}.ready", profile.name));
    let window = Run::new(workspace.program("frontdesk"))
        .args(["--profile", profile.name, "--settings"])
        .args([&settings])
        .env("FRONTDESK_READY_FILE", &ready_file)
        // A demo leaves nothing in the person's own folders.
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env("XDG_DATA_HOME", folder.join("data"))
        .env("XDG_CACHE_HOME", folder.join("cache"));
    let window = programs.window(window)?;
    ready::sign_of_life(&format!("the window of {}", profile.name), window, &ready_file)?;
    say::line(&centre.sign_in_words(profile));
    Ok(())
}

fn open_customer_page(url: &str, invisible: bool) {
    let opener = if cfg!(windows) {
        "explorer"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let opened = !invisible && Run::new(opener).args([url]).succeeds();
    let words = if opened { "opened" } else { "open it in a browser" };
    say::line(&format!("the customer's page, {words}: {url}"));
}
