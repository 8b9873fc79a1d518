//! What the desk's time does when the wall clock is set, stands still or jumps.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, UNIX_EPOCH};

use desk_core::Millis;

use super::{Clock, DeskTime};

/// A wall clock that the test sets, in milliseconds.
fn settable(at: u64) -> (Arc<AtomicU64>, DeskTime) {
    let wall = Arc::new(AtomicU64::new(at));
    let read = Arc::clone(&wall);
    let clock = Clock::of(move || UNIX_EPOCH + Duration::from_millis(read.load(Ordering::SeqCst)));
    (wall, DeskTime::start(clock))
}

#[tokio::test(start_paused = true)]
async fn a_jump_ahead_is_sleep_and_time_follows() {
    let (wall, mut time) = settable(1_000_000);
    wall.store(1_029_000, Ordering::SeqCst);
    assert!(!time.read(None).slept);
    wall.store(1_060_000, Ordering::SeqCst);
    let reading = time.read(None);
    assert!(reading.slept);
    assert_eq!(reading.at, Millis(1_060_000));
    assert!(!time.read(None).slept, "told once");
}

#[tokio::test(start_paused = true)]
async fn a_clock_set_back_does_not_turn_time_back_or_stop_it() {
    let (wall, mut time) = settable(1_000_000);
    wall.store(10, Ordering::SeqCst);
    assert_eq!(time.read(None).at, Millis(1_000_000));
    tokio::time::advance(Duration::from_secs(5)).await;
    let reading = time.read(None);
    assert_eq!(reading.at, Millis(1_005_000));
    assert!(!reading.slept);
}

#[tokio::test(start_paused = true)]
async fn a_wake_up_far_behind_its_plan_is_sleep() {
    let (wall, mut time) = settable(1_000_000);
    tokio::time::advance(Duration::from_secs(60)).await;
    wall.store(1_060_000, Ordering::SeqCst);
    assert!(time.read(Some(Millis(1_020_000))).slept);
}

#[tokio::test(start_paused = true)]
async fn many_looks_lose_no_time() {
    let (_wall, mut time) = settable(1_000_000);
    for _ in 0..10_000 {
        tokio::time::advance(Duration::from_micros(300)).await;
        let _ = time.read(None);
    }
    assert_eq!(time.read(None).at, Millis(1_003_000));
}
