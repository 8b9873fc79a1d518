//! The contact centre seen from outside, and its rules in virtual time.

mod agent_client;
mod chapter_10_client;
mod control;
mod rules_contacts;
mod rules_past;
mod rules_queue;
mod rules_quirks;
mod rules_races;
mod rules_random;
mod rules_rooms;
mod scenarios;
mod schemas;
mod sequences;
mod soap;
mod sockets;
mod stage;
mod thin_slice;
mod wall;
