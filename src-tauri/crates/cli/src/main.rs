//! The same desk without a window.

mod args;
mod ending;
mod failure;
mod say;
mod sim;
mod whole_file;

fn main() -> std::process::ExitCode {
    args::run()
}
