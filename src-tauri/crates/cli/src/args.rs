//! The command line, and what it starts.

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use tracing::level_filters::LevelFilter;

use crate::agent;
use crate::doctor;
use crate::failure::Failure;
use crate::record;
use crate::say::complain;
use crate::sim;

/// Frontdesk without a window: the simulator, the desk itself as JSON lines, and what helps when a
/// server does not answer.
#[derive(Debug, Parser)]
#[command(name = "desk", version, max_term_width = 100)]
struct CommandLine {
    /// Write what happens to standard error; never what customers wrote
    #[arg(long, global = true, value_name = "LEVEL")]
    log: Option<Level>,
    #[command(subcommand)]
    command: Command,
}

/// Each is explained where its options are.
#[derive(Debug, Subcommand)]
enum Command {
    Sim(sim::Sim),
    Agent(agent::Agent),
    Doctor(doctor::Doctor),
    Record(record::Record),
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Level {
    Error,
    Warn,
    Info,
    Debug,
    Trace,
}

/// Reads the command line and runs it: 0 = done, 1 = it failed, 2 = the command line is wrong.
pub(crate) fn run() -> ExitCode {
    let line = CommandLine::parse();
    if let Some(level) = line.log {
        log_to_stderr(level);
    }
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            complain(&format!("desk: the system gives no threads ({error}); close other programs"));
            return ExitCode::FAILURE;
        }
    };
    let ended = runtime.block_on(line.command.run());
    // A thread that waits for a line of standard input cannot be stopped: it is left behind.
    runtime.shutdown_background();
    match ended {
        Ok(code) => code,
        Err(failure) => {
            complain(&format!("desk: {failure}"));
            ExitCode::FAILURE
        }
    }
}

impl Command {
    async fn run(self) -> Result<ExitCode, Failure> {
        match self {
            Self::Sim(options) => sim::run(options).await.map(|()| ExitCode::SUCCESS),
            Self::Agent(options) => agent::run(&options).await,
            Self::Doctor(options) => doctor::run(&options).await,
            Self::Record(options) => record::run(&options).await,
        }
    }
}

fn log_to_stderr(level: Level) {
    let level = match level {
        Level::Error => LevelFilter::ERROR,
        Level::Warn => LevelFilter::WARN,
        Level::Info => LevelFilter::INFO,
        Level::Debug => LevelFilter::DEBUG,
        Level::Trace => LevelFilter::TRACE,
    };
    // Only our own crates: what libraries log may hold what they carry.
    let filter = tracing_subscriber::EnvFilter::default().add_directive(LevelFilter::ERROR.into());
    let ours = [
        "cli",
        "ui_api",
        "desk_runtime",
        "desk_core",
        "ewc_wire",
        "cct_wire",
        "contact_center_sim",
    ];
    let filter = ours.iter().fold(filter, |filter, name| match format!("{name}={level}").parse() {
        Ok(directive) => filter.add_directive(directive),
        Err(_) => filter,
    });
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
