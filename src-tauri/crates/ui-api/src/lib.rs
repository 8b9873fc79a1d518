//! What a screen may ask of the desk and what it may see.
//!
//! One list of commands ([`commands`]), one stream of updates ([`update`]), one set of views
//! ([`views`]). Every host (the window, the command line, the development host of the browser
//! tests) speaks exactly this; the TypeScript in `ui/src/api/generated` is made from it.

pub mod api_error;
pub mod bindings;
pub mod commands;
mod desk_api;
mod feed;
mod from_core;
mod from_settings;
pub mod json_line;
pub mod update;
pub mod views;

pub use api_error::{ApiError, ErrorCode};
pub use commands::{Command, Handlers, dispatch};
pub use desk_api::{DeskApi, PreferenceStore, keychain_account};
pub use from_settings::{options_view, preferences};
pub use update::{Change, Snapshot, Updates};
