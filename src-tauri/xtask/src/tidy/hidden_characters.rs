//! Characters that make a source read differently from what it does (bidirectional controls,
//! zero-width characters) are written as escapes.

use super::tree::Tree;
use super::{Finding, Rule};

pub(super) const RULE: Rule = Rule { name: "hidden-characters", check };

fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in &tree.files {
        for (number, line) in file.lines() {
            let hidden = line.chars().find(|c| is_hidden(*c));
            found.extend(hidden.map(|c| {
                let what = format!("hidden character U+{:04X}: write it as an escape", c as u32);
                Finding::new(&file.path, number, what)
            }));
        }
    }
    found
}

fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c,
            '\u{061c}' | '\u{180e}' | '\u{feff}' | '\u{00ad}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::{Tree, check};

    #[test]
    fn plain_text_in_any_language_is_fine() {
        assert_eq!(check(&Tree::sample("a.md", "naïve — שלום — 你好 👋\n")).len(), 0);
    }

    #[test]
    fn a_reversed_line_is_found() {
        assert_eq!(check(&Tree::sample("a.rs", "let a = \"\u{202e}evil\";\n")).len(), 1);
        assert_eq!(check(&Tree::sample("a.rs", "\u{feff}//! x\n")).len(), 1);
    }
}
