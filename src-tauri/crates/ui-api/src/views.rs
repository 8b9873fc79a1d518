//! The views: what a screen draws, as plain data.
//!
//! Times are milliseconds since 1970 (UTC) and fit a JavaScript number; ids and revisions are
//! strings. Texts that people wrote are plain text, never markup.

pub mod board;
pub mod contact;
pub mod history;
pub mod joint;
pub mod notice;
pub mod options;
pub mod pop;
pub mod possible;
pub mod session;
pub mod timeline;
pub mod wrap_up;
