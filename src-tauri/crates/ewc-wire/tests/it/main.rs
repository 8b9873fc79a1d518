//! What the documents say, and what must hold for any input.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod agent_lenient;
mod any_input;
mod chapter_11;
mod customer_notifications;
mod customer_requests;
mod customer_rest;
mod fixture_index;
mod fixtures;
mod frames;
mod mutations;
mod redaction;
