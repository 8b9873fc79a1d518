//! Escaping, seen from the reader's side.

use super::XmlWriter;
use crate::namespace::Ns;

fn written(text: &str) -> String {
    let mut writer = XmlWriter::starting_with("");
    writer.text(Ns::Types, "x", text);
    writer.finish()
}

#[test]
fn markup_is_escaped() {
    assert_eq!(
        written("<a b=\"c\" d='e'>&amp;]]>"),
        "<t:x>&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;amp;]]&gt;</t:x>"
    );
}

#[test]
fn line_ends_survive() {
    assert_eq!(written("a\r\nb\tc"), "<t:x>a&#13;\nb\tc</t:x>");
}

#[test]
fn forbidden_characters_are_replaced() {
    assert_eq!(
        written("a\0b\u{1}c\u{1f}d\u{fffe}e\u{ffff}f\u{7f}\u{85}\u{1f600}"),
        "<t:x>a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}f\u{7f}\u{85}\u{1f600}</t:x>"
    );
}
