//! Tests of the desk from outside, one binary.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod cct_faults;
mod cct_notifications;
mod cct_offers;
mod cct_orders;
mod cct_other_contacts;
mod cct_sign_in;
mod cct_world;
mod settings;
