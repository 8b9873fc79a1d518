//! The same desk without a window.

fn main() {}
