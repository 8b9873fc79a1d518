//! The UI meets Tauri in exactly one file; everything else talks to an interface.

use super::tree::Tree;
use super::{Finding, Rule};

pub(super) const RULE: Rule = Rule { name: "tauri-import", check };

const PACKAGE: &str = "@tauri-apps/";

fn check(tree: &Tree) -> Vec<Finding> {
    let sources = tree.of_kind(&["ts", "svelte", "js", "mjs"]);
    let importing: Vec<_> = sources.filter(|file| file.text.contains(PACKAGE)).collect();
    if importing.len() <= 1 {
        return Vec::new();
    }
    let what = format!("`{PACKAGE}*` is imported in {} files, not one", importing.len());
    importing.iter().map(|file| Finding::new(&file.path, 0, what.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::{Tree, check};

    #[test]
    fn one_file_may() {
        let mut tree = Tree::sample("ui/src/api/tauriHost.ts", "import '@tauri-apps/api';");
        assert_eq!(check(&tree).len(), 0);
        tree.files.extend(Tree::sample("ui/src/a.ts", "import '@tauri-apps/api';").files);
        assert_eq!(check(&tree).len(), 2);
    }
}
