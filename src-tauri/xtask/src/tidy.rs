//! The project's own rules about its sources, each one small file with good and bad samples.

mod banned_words;
mod clock;
mod file_header;
mod file_length;
mod hidden_characters;
mod layers;
mod lints_inherited;
mod module_files;
mod tauri_import;
mod test_discipline;
mod tree;

use crate::failure::{Failure, Outcome};
use crate::say;
use crate::workspace::Workspace;
use tree::Tree;

/// A rule: its name, and what it finds in the tree.
struct Rule {
    name: &'static str,
    check: fn(&Tree) -> Vec<Finding>,
}

/// A place that breaks a rule.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    path: String,
    /// Counted from 1; 0 is the file as a whole.
    line: usize,
    what: String,
}

impl Finding {
    fn new(path: &str, line: usize, what: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, what: what.into() }
    }
}

const RULES: &[Rule] = &[
    layers::RULE,
    lints_inherited::RULE,
    module_files::RULE,
    file_header::RULE,
    file_length::RULE,
    banned_words::RULE,
    tauri_import::RULE,
    clock::RULE,
    test_discipline::RULE,
    hidden_characters::RULE,
];

/// Checks every rule and lists what breaks it.
pub(crate) fn tidy(workspace: &Workspace) -> Outcome {
    let tree = Tree::read(workspace)?;
    let mut count = 0;
    for rule in RULES {
        for Finding { path, line, what } in (rule.check)(&tree) {
            println!("{path}:{line}: {}: {what}", rule.name);
            count += 1;
        }
    }
    say::line(&format!("{} rules over {} files", RULES.len(), tree.files.len()));
    if count == 0 { Ok(()) } else { Err(Failure::Found { what: "tidy".to_owned(), count }) }
}
