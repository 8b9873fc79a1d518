//! Every branch of conference and supervision by three people at desks: what crosses the sockets
//! equals the tables that the simulator's own tests use, arrow by arrow.
//!
//! What a server refuses is not asked for by a desk; there the tests look at the reason it shows.

#[path = "branches/conference.rs"]
mod conference;
#[path = "branches/refusals.rs"]
mod refusals;
#[path = "branches/supervision.rs"]
mod supervision;
