//! Measurements: criterion's estimates of every benchmark, and the window's own figures.

mod estimates;

use crate::cargo::{EVERYTHING, build_programs, cargo, packages};
use crate::failure::{Failure, Outcome};
use crate::test::under_display;
use crate::workspace::Workspace;
use crate::{say, setup, ui};
use serde_json::Value;

/// The test target that measures the built window and prints lines of a table.
const WINDOW: &str = "tests/tests/window_latency.rs";

/// Runs every benchmark and prints one table.
pub(crate) fn bench(workspace: &Workspace) -> Outcome {
    setup::setup(workspace, setup::For::Test)?;
    say::heading("benchmarks (release build)");
    estimates::forget(workspace)?;
    for (package, name) in benches(workspace)? {
        // One by one: "all benches" would also build every library's tests in release.
        cargo(workspace, &format!("bench --package {package} --bench {name}")).check()?;
    }
    let window = window_figures(workspace)?;
    say::heading("measured");
    estimates::print(workspace)?;
    window.iter().for_each(|line| println!("{line}"));
    Ok(())
}

/// Package and name of every benchmark.
fn benches(workspace: &Workspace) -> Outcome<Vec<(String, String)>> {
    let mut found = Vec::new();
    for package in packages(workspace)? {
        let targets = package["targets"].as_array().into_iter().flatten();
        for bench in targets.filter(|target| target["kind"][0] == "bench") {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            found.push((text(&package["name"]), text(&bench["name"])));
        }
    }
    if found.is_empty() {
        return Err(Failure::missing("a benchmark", "no crate has a target in benches/"));
    }
    Ok(found)
}

/// The lines beginning with `|` that the measuring journey prints.
fn window_figures(workspace: &Workspace) -> Outcome<Vec<String>> {
    if !cfg!(target_os = "linux") || !workspace.path(WINDOW).is_file() {
        say::line(&format!("no window figures: they come from {WINDOW}, on Linux"));
        return Ok(Vec::new());
    }
    say::heading("the built window (debug build)");
    ui::build(workspace)?;
    build_programs(workspace, &["frontdesk", "desk"]).check()?;
    let test = format!("test {EVERYTHING} --test window_latency -- --nocapture");
    let mut figures = Vec::new();
    under_display(cargo(workspace, &test))
        .env("FRONTDESK_BIN", workspace.program("frontdesk"))
        .env("DESK_BIN", workspace.program("desk"))
        .within(900)
        .watched(|line| {
            if line.starts_with('|') {
                figures.push(line.to_owned());
            }
        })?;
    Ok(figures)
}
