//! The same desk without a window.

mod account;
mod agent;
mod args;
mod doctor;
mod ending;
mod failure;
mod fault_words;
mod link_words;
mod panic_words;
mod place;
mod quiet_desk;
mod record;
mod say;
mod session;
mod sim;
mod whole_file;

fn main() -> std::process::ExitCode {
    panic_words::place_only();
    args::run()
}
