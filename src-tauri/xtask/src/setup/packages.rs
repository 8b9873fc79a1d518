//! System packages: installed on Debian and Ubuntu, named elsewhere.

use super::For;
use crate::failure::{Failure, Outcome};
use crate::run::Run;
use crate::say;
use std::collections::BTreeSet;
use std::io::IsTerminal;

/// Building the window and showing it, on a screen or on an invisible one.
const DEMO: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    // The tray loads it at run time; without it the tray icon cannot appear.
    "libayatana-appindicator3-1",
    "xvfb",
    "xauth",
    "dbus-x11",
    "dbus-daemon",
    "fonts-dejavu-core",
    "xdg-utils",
];

/// What only the checks and tests use.
const TEST: &[&str] = &[
    "webkit2gtk-driver",
    "chromium",
    "libxml2-utils",
    "fonts-noto-core",
    "fonts-noto-color-emoji",
];

/// Installs what is missing, or says exactly what to type and stops.
pub(super) fn install(purpose: For) -> Outcome {
    if !cfg!(target_os = "linux") {
        say::line(other_systems());
        return Ok(());
    }
    if !Run::words("dpkg-query --version").succeeds() {
        return without_apt(purpose);
    }
    let missing = missing(&wanted(purpose), &installed(&wanted(purpose))?);
    if missing.is_empty() {
        say::line("system packages: all there");
        return Ok(());
    }
    say::line(&format!("system packages to install: {}", missing.join(" ")));
    let Some(sudo) = privilege() else {
        return Err(Failure::missing(
            format!("{} system package(s)", missing.len()),
            format!("Type this, then start again:\n\n  {}\n", hand_line(&missing)),
        ));
    };
    apt(sudo, &["update", "-qq"])?;
    let mut install = vec!["install", "-y", "-qq", "--no-install-recommends"];
    install.extend(&missing);
    apt(sudo, &install)
}

fn wanted(purpose: For) -> Vec<&'static str> {
    let tests: &[&str] = if purpose == For::Test { TEST } else { &[] };
    DEMO.iter().chain(tests).copied().collect()
}

fn installed(wanted: &[&str]) -> Outcome<BTreeSet<String>> {
    let format = "-f=${Package} ${db:Status-Status}\\n";
    let printed = Run::words("dpkg-query -W").args([format]).args(wanted).printed()?;
    let names = printed.lines().filter_map(|line| line.strip_suffix(" installed"));
    Ok(names.map(str::to_owned).collect())
}

fn missing<'a>(wanted: &[&'a str], installed: &BTreeSet<String>) -> Vec<&'a str> {
    wanted.iter().copied().filter(|name| !installed.contains(*name)).collect()
}

/// The words before `apt-get`: none for root, `sudo` where it works; `None` when neither does.
fn privilege() -> Option<&'static [&'static str]> {
    let root = Run::words("id -u").printed().is_ok_and(|id| id.trim() == "0");
    let sudo_asks_nothing = || Run::words("sudo -n true").succeeds();
    let sudo_may_ask = || std::io::stdin().is_terminal() && Run::words("sudo --version").succeeds();
    if root {
        Some(&[])
    } else if sudo_asks_nothing() || sudo_may_ask() {
        Some(&["sudo"])
    } else {
        None
    }
}

fn apt(sudo: &[&str], words: &[&str]) -> Outcome {
    let line: Vec<&str> = sudo
        .iter()
        .copied()
        .chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"])
        .chain(["-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"])
        .chain(words.iter().copied())
        .collect();
    let run = Run::words(&line.join(" "));
    if std::io::stdin().is_terminal() { run.keyboard().check() } else { run.check() }
}

fn hand_line(missing: &[&str]) -> String {
    format!(
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends {}",
        missing.join(" ")
    )
}

fn without_apt(purpose: For) -> Outcome {
    if Run::words("pkg-config --exists webkit2gtk-4.1").succeeds() {
        say::line("no dpkg here; webkit2gtk-4.1 is there, so the build can go on");
        return Ok(());
    }
    Err(Failure::missing(
        "webkit2gtk-4.1 with its development files",
        format!(
            "Fedora: sudo dnf install webkit2gtk4.1-devel gcc-c++ make pkgconf xorg-x11-server-Xvfb dbus-x11\n\
             Arch: sudo pacman -S webkit2gtk-4.1 base-devel xorg-server-xvfb\n\
             Others: what these Debian packages hold: {}",
            wanted(purpose).join(" ")
        ),
    ))
}

fn other_systems() -> &'static str {
    if cfg!(windows) {
        "Windows: needs the Visual Studio C++ build tools and the WebView2 runtime (in Windows 11)"
    } else {
        "macOS: needs the Xcode command line tools (xcode-select --install)"
    }
}

#[cfg(test)]
mod tests {
    use super::{For, hand_line, missing, wanted};
    use std::collections::BTreeSet;

    #[test]
    fn only_what_is_not_there_is_installed() {
        let there = BTreeSet::from(["xvfb".to_owned()]);
        assert_eq!(missing(&["xvfb", "xauth"], &there), ["xauth"]);
    }

    #[test]
    fn tests_need_more_than_the_demo() {
        let (demo, test) = (wanted(For::Demo), wanted(For::Test));
        assert!(demo.iter().all(|name| test.contains(name)));
        assert!(test.contains(&"chromium") && !demo.contains(&"chromium"));
    }

    #[test]
    fn the_line_to_type_is_complete() {
        assert!(hand_line(&["xvfb"]).ends_with("--no-install-recommends xvfb"));
    }
}
