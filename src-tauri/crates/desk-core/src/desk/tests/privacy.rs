//! What people wrote never shows in a debug text of anything the desk holds or wants done.

use ewc_wire::Audience::Normal;

use super::stage::Stage;

#[test]
fn debug_shows_no_words_of_people() {
    const MARK: &str = "xyzzy-4111";
    let (mut stage, key) = Stage::chatting();
    stage.customer_says(7, MARK);
    stage.desk.set_draft(stage.now, key, Normal, MARK.into()).unwrap();
    stage.desk.send(stage.now, key, Normal, &MARK.into()).unwrap();
    let mut debug = format!("{:?}", stage.desk);
    while let Some(effect) = stage.desk.poll_effect() {
        debug.push_str(&format!("{effect:?}"));
    }
    assert!(!debug.contains(MARK));
    assert!(!debug.contains("maria@example.org"));
}
