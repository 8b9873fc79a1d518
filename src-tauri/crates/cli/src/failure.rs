//! Why a subcommand cannot do its work.

use std::path::PathBuf;

use contact_center_sim::serve::StartError;
use desk_runtime::ConfigError;
use thiserror::Error;

/// Why a subcommand cannot do its work; shown as one line.
#[derive(Debug, Error)]
pub(crate) enum Failure {
    /// A file cannot be read.
    #[error("{}: cannot be read ({source}); check the path and who may read it", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file cannot be written.
    #[error("{}: cannot be written ({source}); check the folder and who may write there", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A switch of the simulator is no good.
    #[error("{option} {switch}: {why}; --list-quirks explains every switch")]
    Switch {
        /// Which option.
        option: &'static str,
        /// As it was written.
        switch: String,
        /// What is wrong.
        why: String,
    },
    /// A scenario is no good.
    #[error("--scenario {scenario}: {why}; --list-quirks shows the names")]
    Scenario {
        /// As it was written.
        scenario: String,
        /// What is wrong.
        why: String,
    },
    /// The simulator does not start.
    #[error(transparent)]
    Simulator(#[from] StartError),
    /// The name of a settings file does not say how it is written.
    #[error("{}: not a settings file by its name; it ends in .toml, .xml or .config", path.display())]
    SettingsName {
        /// The file.
        path: PathBuf,
    },
    /// The settings do not make a desk.
    #[error("{}: {why}", path.display())]
    Settings {
        /// The file.
        path: PathBuf,
        /// What is missing.
        why: ConfigError,
    },
    /// The desk does not start.
    #[error(transparent)]
    Desk(#[from] desk_runtime::StartError),
}
