//! Values that must never reach a log: both wire crates and everything above them use these.

mod private;
mod secret;

pub use private::Private;
pub use secret::Secret;
