//! The table of fixtures lists exactly the files there are.

use std::collections::BTreeSet;
use std::fs;

use crate::fixtures::{all, folder};

#[test]
fn the_table_lists_the_files() {
    let table = fs::read_to_string(folder().join("README.md")).unwrap();
    for side in ["agent", "customer", "customer-rest"] {
        let heading = format!("\n## {side}/:");
        let section = table.split(&heading).nth(1).expect("a heading per folder");
        let section = section.split("\n## ").next().unwrap();
        let listed: BTreeSet<String> = section
            .lines()
            .filter_map(|line| line.strip_prefix("| `")?.split(".json`").next())
            .map(str::to_owned)
            .collect();
        let files: BTreeSet<String> = all(side).into_iter().map(|(name, _)| name).collect();
        assert_eq!(listed, files, "{side}");
    }
}
