//! Journeys: the real desk against the simulator over loopback, and what they are told with.
//!
//! A [`Place`] is a contact centre of one test's own; a [`Person`] sits at a desk in it. Nothing
//! here waits for a time: it waits for what a person would see.

pub mod certificates;
pub mod dev_host;
mod person;
mod place;
mod recorded_host;
pub mod screen;
mod settings;

pub use person::Person;
pub use place::{Chart, LIMIT, Place, email_of};
pub use recorded_host::{Attention, RecordedHost};
pub use screen::Screen;
pub use settings::{DeskSettings, options_view};
