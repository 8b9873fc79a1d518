//! Claims on one profile and on two.

use std::path::PathBuf;
use std::sync::mpsc;
use std::time::Duration;

use super::{Claim, claim, listen};

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("frontdesk-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn the_second_start_shows_the_first() {
    let ann = folder("second");
    let Claim::First(first) = claim(&ann).unwrap() else { panic!("nobody else runs") };
    let (shown, asked) = mpsc::channel();
    listen(&ann, &first, move || shown.send(()).unwrap());
    assert!(matches!(claim(&ann).unwrap(), Claim::Running { told: true }));
    asked.recv_timeout(Duration::from_secs(10)).unwrap();
    drop(first);
    assert!(matches!(claim(&ann).unwrap(), Claim::First(_)));
    std::fs::remove_dir_all(ann).unwrap();
}

#[test]
fn two_profiles_run_side_by_side() {
    let (one, other) = (folder("one"), folder("other"));
    let claims = (claim(&one).unwrap(), claim(&other).unwrap());
    assert!(matches!(claims, (Claim::First(_), Claim::First(_))));
    std::fs::remove_dir_all(one).unwrap();
    std::fs::remove_dir_all(other).unwrap();
}
