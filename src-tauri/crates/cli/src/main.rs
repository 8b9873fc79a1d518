//! The same desk without a window.

mod agent;
mod args;
mod ending;
mod failure;
mod say;
mod session;
mod settings_file;
mod sim;
mod whole_file;

fn main() -> std::process::ExitCode {
    args::run()
}
