//! The Frontdesk window.

fn main() {}
