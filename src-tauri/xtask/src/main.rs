//! Set-up, demo, test, bench, bindings, tidy: every chore of the project behind `cargo xtask`.

mod args;
mod bench;
mod bindings;
mod bundle;
mod cargo;
mod demo;
mod failure;
mod fuzz;
mod icons;
mod ready;
mod run;
mod say;
mod setup;
mod stopwatch;
mod test;
mod tidy;
mod ui;
mod workspace;

fn main() -> std::process::ExitCode {
    match args::dispatch(std::env::args().skip(1).collect()) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(failure) => {
            say::failure(&failure);
            std::process::ExitCode::FAILURE
        }
    }
}
