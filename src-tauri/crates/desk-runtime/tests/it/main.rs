//! The runtime over real sockets on loopback: what drops, stalls, lies or refuses, and what the
//! desk makes of it.

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
