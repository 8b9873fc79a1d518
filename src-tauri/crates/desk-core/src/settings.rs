//! Settings: what an administrator or an agent may set, read from text and never from a disk.
//!
//! Two formats are read: the reference desktop's `AppSettings.xml` as it is (guide, chapter 6) and
//! our own TOML (`frontdesk.toml`), which says the rest and wins where both speak. Every entry
//! that is not understood becomes a [`Problem`] that names file, line, entry and what is accepted;
//! the entries around it still count.

mod activity;
mod app_settings;
mod attention;
mod cct;
mod chat;
mod document;
mod email;
mod endpoint;
mod fingerprint;
mod key_chord;
mod load;
mod logging;
mod migrations;
mod nearest;
mod pops;
mod position;
mod problem;
mod ready;
mod repair;
mod section;
mod servers;
mod shortcuts;
mod sign_in;
mod source;
mod values;
mod window;

pub use app_settings::UnknownEntry;
pub use attention::Attention;
pub use cct::{Cct, CctEvents};
pub use chat::Chat;
pub use document::keys;
pub use email::Email;
pub use fingerprint::Fingerprint;
pub use key_chord::KeyChord;
pub use load::{Loaded, import_named_in};
pub use logging::{LogLevel, Logging};
pub use migrations::CURRENT_VERSION;
pub use pops::{AllowedProgram, PopApplication, PopFilter, PopLaunch, Pops};
pub use problem::{Problem, ProblemKind};
pub use ready::{Ready, ReasonCode};
pub use servers::Servers;
pub use shortcuts::Action;
pub use sign_in::SignIn;
pub use source::{Format, Source};
pub use values::Settings;
pub use window::{Density, Theme, Window};
