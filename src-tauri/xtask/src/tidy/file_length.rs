//! A file holds one idea, so it is short.

use super::tree::{Source, Tree};
use super::{Finding, Rule};

pub(super) const RULE: Rule = Rule { name: "file-length", check };

/// The longest file, tests not counted.
const LONGEST: usize = 500;
/// The longest root of a crate: it declares and re-exports.
const LONGEST_ROOT: usize = 80;

fn check(tree: &Tree) -> Vec<Finding> {
    tree.of_kind(&["rs", "ts", "svelte", "css", "js", "mjs"])
        .filter(|file| !file.is_test() && !file.path.contains("/generated/"))
        .filter_map(|file| {
            let (lines, limit) = (file.lines_without_tests(), limit(file));
            let what = format!("{lines} lines, at most {limit}: split it by idea");
            (lines > limit).then(|| Finding::new(&file.path, 0, what))
        })
        .collect()
}

fn limit(file: &Source) -> usize {
    let root = ["src/lib.rs", "src/main.rs"].iter().any(|root| file.path.ends_with(root));
    if root { LONGEST_ROOT } else { LONGEST }
}

#[cfg(test)]
mod tests {
    use super::{Tree, check};

    fn found(path: &str, lines: usize) -> usize {
        check(&Tree::sample(path, &"x\n".repeat(lines))).len()
    }

    #[test]
    fn short_enough() {
        assert_eq!(found("a/src/b.rs", 500), 0);
        assert_eq!(found("a/src/lib.rs", 80), 0);
        assert_eq!(found("a/tests/it/b.rs", 900), 0);
        assert_eq!(found("ui/src/a.test.ts", 900), 0);
    }

    #[test]
    fn too_long() {
        assert_eq!(found("a/src/b.rs", 501), 1);
        assert_eq!(found("a/src/main.rs", 81), 1);
        assert_eq!(found("ui/src/A.svelte", 501), 1);
    }
}
