//! Set-up, demo, test, bench, bindings, tidy.

fn main() {}
