//! The runtime over real sockets on loopback: what drops, stalls, lies or refuses, and what the
//! desk makes of it.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod cct_server;
mod certificates;
mod chat_link;
mod chat_server;
mod desk;
mod disk;
mod lifecycle;
mod listener;
mod loopback;
mod probes;
mod soap;
mod trace;
