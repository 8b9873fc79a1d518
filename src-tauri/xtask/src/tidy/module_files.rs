//! A module is `foo.rs` beside `foo/`: a tab named `mod.rs` tells a reader nothing.

use super::tree::Tree;
use super::{Finding, Rule};

pub(super) const RULE: Rule = Rule { name: "module-files", check };

fn check(tree: &Tree) -> Vec<Finding> {
    let files = tree.files.iter().filter(|file| file.name() == "mod.rs");
    files.map(|file| Finding::new(&file.path, 0, "move it to `<folder>.rs` beside it")).collect()
}

#[cfg(test)]
mod tests {
    use super::{Tree, check};

    #[test]
    fn only_mod_rs_is_found() {
        assert_eq!(check(&Tree::sample("src/a/mod.rs", "")).len(), 1);
        assert_eq!(check(&Tree::sample("src/a.rs", "")).len(), 0);
    }
}
