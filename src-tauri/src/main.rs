//! The Frontdesk window.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod app;
mod args;
mod attention;
mod command;
mod desk;
mod host;
mod instance;
mod log;
mod place;
mod pops;
mod preferences;
mod quit;
mod ready_file;
mod settings;
mod signals;
mod text;
mod tray;
mod window;

fn main() -> std::process::ExitCode {
    app::run()
}
