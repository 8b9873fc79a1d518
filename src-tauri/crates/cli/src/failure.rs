//! Why a subcommand cannot do its work.

use std::path::PathBuf;

use contact_center_sim::serve::StartError;
use desk_runtime::{ConfigError, ProfileError, SettingsStoreError, TlsError};
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
    /// There is no such profile.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// The settings cannot be read.
    #[error(transparent)]
    SettingsFile(#[from] SettingsStoreError),
    /// The settings do not make a desk.
    #[error(transparent)]
    Settings(#[from] ConfigError),
    /// Nobody is named who is to sign in.
    #[error("nobody is named who is to sign in; give --user, or set sign_in.user")]
    NoUser,
    /// There is no password.
    #[error("there is no password: {why}; give it on standard input with --password-stdin")]
    NoPassword {
        /// Why.
        why: String,
    },
    /// Trust for secure connections cannot be set up.
    #[error(transparent)]
    Tls(#[from] TlsError),
    /// A trace is none.
    #[error("{}, line {line}: not a line of a trace ({why}); give a file of desk record", path.display())]
    Trace {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        why: String,
    },
    /// The desk does not start.
    #[error(transparent)]
    Desk(#[from] desk_runtime::StartError),
}
