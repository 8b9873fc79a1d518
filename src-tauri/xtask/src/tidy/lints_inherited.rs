//! Every crate takes the lints of the workspace.

use super::tree::Tree;
use super::{Finding, Rule};

pub(super) const RULE: Rule = Rule { name: "lints-inherited", check };

fn check(tree: &Tree) -> Vec<Finding> {
    let manifests = tree.files.iter().filter(|file| file.name() == "Cargo.toml");
    manifests
        // The root defines the lints; a fuzz crate is a workspace of its own.
        .filter(|file| !file.text.contains("[workspace"))
        .filter(|file| !file.text.contains("[lints]\nworkspace = true"))
        .map(|file| Finding::new(&file.path, 0, "add `[lints]` with `workspace = true`"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Tree, check};

    #[test]
    fn a_crate_without_lints_is_found() {
        assert_eq!(check(&Tree::sample("a/Cargo.toml", "[package]\nname = \"a\"\n")).len(), 1);
        assert_eq!(check(&Tree::sample("a/Cargo.toml", "[lints]\nworkspace = true\n")).len(), 0);
    }
}
