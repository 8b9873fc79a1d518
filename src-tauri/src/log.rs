//! The log file: small, in turns, and only of our own crates.
//!
//! Others are left out because they know nothing of private data: a library that traces frames or
//! addresses would write down what customers say.

mod rolling;

use std::io::Write;
use std::path::Path;
use std::sync::Mutex;

use desk_core::settings::LogLevel;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::place;
use rolling::RollingFile;

/// Whose events are written.
const OURS: [&str; 6] =
    ["frontdesk", "ui_api", "desk_runtime", "desk_core", "ewc_wire", "cct_wire"];

/// Begins to write the log. A log that cannot be written is said once and does not keep the
/// window from opening.
pub(crate) fn start(folder: &Path, level: LogLevel) {
    let file = match RollingFile::open(place::log_folder(folder)) {
        Ok(file) => file,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "frontdesk: no log is written: {error}");
            return;
        }
    };
    let filter = OURS.iter().map(|name| (*name, filter(level))).collect::<Targets>();
    let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(Mutex::new(file));
    tracing_subscriber::registry().with(lines.with_filter(filter)).init();
    note_panics();
}

const fn filter(level: LogLevel) -> LevelFilter {
    match level {
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
        LogLevel::Trace => LevelFilter::TRACE,
    }
}

/// A panic's place is noted, here and on the terminal; its words could hold a value and are not.
fn note_panics() {
    std::panic::set_hook(Box::new(|panic| {
        if let Some(place) = panic.location() {
            tracing::error!(file = place.file(), line = place.line(), "a task panicked");
            eprintln!("frontdesk: a task failed at {place}; please report the place");
        }
    }));
}
