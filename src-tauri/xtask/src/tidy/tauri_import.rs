//! The UI meets Tauri in exactly one file; everything else talks to an interface.

use super::tree::{Source, Tree};
use super::{Finding, Rule};

pub(super) const RULE: Rule = Rule { name: "tauri-import", check };

const PACKAGE: &str = "@tauri-apps/";

fn check(tree: &Tree) -> Vec<Finding> {
    let ours = |file: &&Source| file.path.starts_with("ui/src/");
    let sources: Vec<_> = tree.of_kind(&["ts", "svelte", "js"]).filter(ours).collect();
    let importing: Vec<_> = sources.iter().filter(|file| imports(file)).collect();
    match (sources.as_slice(), importing.as_slice()) {
        ([], _) | (_, [_]) => Vec::new(),
        (_, []) => vec![Finding::new("ui/src", 0, format!("no file imports `{PACKAGE}*`"))],
        (_, many) => {
            let what = format!("`{PACKAGE}*` is imported in {} files, not one", many.len());
            many.iter().map(|file| Finding::new(&file.path, 0, what.clone())).collect()
        }
    }
}

fn imports(file: &Source) -> bool {
    let importing = |line: &str| ["from ", "import"].iter().any(|word| line.contains(word));
    file.lines().any(|(_, line)| line.contains(PACKAGE) && importing(line))
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

    #[test]
    fn one_file_must() {
        assert_eq!(check(&Tree::sample("ui/src/a.ts", "// no @tauri-apps/ here")).len(), 1);
        assert_eq!(check(&Tree::sample("ui/lint/a.js", "import '@tauri-apps/api';")).len(), 0);
    }
}
