//! What a panic may say: where it was. Its words could hold what somebody wrote.

/// From now on a panic prints its place and nothing else.
pub(crate) fn place_only() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        eprintln!("desk: a task failed at {place}; please report the place");
    }));
}
