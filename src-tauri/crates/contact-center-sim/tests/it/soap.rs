//! The CCT server over real HTTP, asked with XML written by hand from the contract.

// The functions that tests share are tests, too.
#![allow(clippy::unwrap_used)]

mod bench;
mod consult_legs;
mod faults;
mod other_contacts;
mod quirks_of_answers;
mod quirks_of_events;
mod quirks_of_the_server;
mod strictness;
mod worked_example;
