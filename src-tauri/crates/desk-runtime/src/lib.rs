//! The drivers, the clock and the actor around the desk.
