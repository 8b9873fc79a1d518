//! The wire crate against its fixtures, the schema and hostile input.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod canonical;
mod encoding;
mod examples;
mod faults;
mod leniency;
mod notifications;
mod privacy;
mod properties;
mod replies;
mod samples;
mod schema;
