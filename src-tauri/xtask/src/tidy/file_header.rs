//! The first line of every file says its one idea.

use super::tree::{Source, Tree};
use super::{Finding, Rule};

pub(super) const RULE: Rule = Rule { name: "file-header", check };

fn check(tree: &Tree) -> Vec<Finding> {
    tree.of_kind(&["rs", "ts", "js", "mjs", "cjs", "svelte", "css", "sh"])
        .filter(|file| !begins_with_its_idea(file))
        .map(|file| Finding::new(&file.path, 1, "the first line is a comment with the file's idea"))
        .collect()
}

fn begins_with_its_idea(file: &Source) -> bool {
    let mut lines = file.text.lines();
    let first = lines.next().unwrap_or_default();
    let (line, openings): (&str, &[&str]) = match file.kind() {
        "rs" => (first, &["//! "]),
        "svelte" => (first, &["<!-- "]),
        "css" => (first, &["/* "]),
        "sh" => (lines.next().unwrap_or_default(), &["# "]),
        _ if first.starts_with("#!") => (lines.next().unwrap_or_default(), &["// "]),
        _ => (first, &["// ", "/** ", "/* "]),
    };
    let rest = openings.iter().find_map(|opening| line.strip_prefix(opening));
    rest.is_some_and(|words| words.split_whitespace().count() >= 2)
}

#[cfg(test)]
mod tests {
    use super::{Tree, check};

    fn found(path: &str, text: &str) -> usize {
        check(&Tree::sample(path, text)).len()
    }

    #[test]
    fn good_headers() {
        assert_eq!(found("a.rs", "//! One idea.\n"), 0);
        assert_eq!(found("a.ts", "// One idea.\n"), 0);
        assert_eq!(found("A.svelte", "<!-- One idea. -->\n"), 0);
        assert_eq!(found("a.sh", "#!/bin/sh\n# One idea.\n"), 0);
        assert_eq!(found("a.toml", "[table]\n"), 0);
    }

    #[test]
    fn bad_headers() {
        assert_eq!(found("a.rs", "use std::fmt;\n"), 1);
        assert_eq!(found("a.rs", "//!\n//! Late.\n"), 1);
        assert_eq!(found("a.ts", "import x from 'y';\n"), 1);
        assert_eq!(found("A.svelte", "<script>\n"), 1);
        assert_eq!(found("a.css", ""), 1);
    }
}
