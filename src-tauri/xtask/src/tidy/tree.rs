//! What the rules look at: the text of every source file, and the crates.

use crate::cargo::packages;
use crate::failure::{Failure, Outcome};
use crate::workspace::Workspace;
use serde_json::Value;
use std::path::Path;

/// The sources and crates of the workspace.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) files: Vec<Source>,
    pub(super) crates: Vec<Member>,
}

/// A text file; the path is relative to the root and written with `/`.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) path: String,
    pub(super) text: String,
}

/// A crate of the workspace and the names of everything it depends on, in any way.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) manifest: String,
    pub(super) depends_on: Vec<String>,
}

/// Folders with nothing of ours in them.
const FOREIGN: [&str; 8] =
    ["target", "node_modules", "dist", "gen", "artifacts", "corpus", ".git", ".svelte-kit"];

/// The kinds of file that hold sources and words of ours.
const KINDS: [&str; 15] = [
    "rs", "ts", "svelte", "js", "mjs", "cjs", "css", "html", "md", "toml", "sh", "yml", "yaml",
    "xml", "svg",
];

impl Tree {
    /// Reads the workspace.
    pub(super) fn read(workspace: &Workspace) -> Outcome<Self> {
        let mut files = Vec::new();
        walk(&workspace.root, "", &mut files)?;
        files.sort_by(|a: &Source, b| a.path.cmp(&b.path));
        Ok(Self { files, crates: crates(workspace)? })
    }

    /// The files whose name ends in one of these.
    pub(super) fn of_kind(&self, kinds: &[&str]) -> impl Iterator<Item = &Source> {
        self.files.iter().filter(move |file| kinds.contains(&file.kind()))
    }

    #[cfg(test)]
    pub(super) fn sample(path: &str, text: &str) -> Self {
        let file = Source { path: path.to_owned(), text: text.to_owned() };
        Self { files: vec![file], crates: Vec::new() }
    }
}

impl Source {
    /// The part of the name after the last dot.
    pub(super) fn kind(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or_default()
    }

    /// The part of the path after the last slash.
    pub(super) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// Lines with their numbers, from 1.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// Whether everything in the file is a test or serves tests.
    pub(super) fn is_test(&self) -> bool {
        let name = self.name();
        self.path.starts_with("tests/")
            || self.path.contains("/tests/")
            || name == "tests.rs"
            || [".test.ts", ".spec.ts", ".ct.ts"].iter().any(|end| name.ends_with(end))
    }

    /// The lines before a trailing `mod tests` of a Rust file; all lines of any other.
    pub(super) fn lines_without_tests(&self) -> usize {
        let lines: Vec<&str> = self.text.lines().collect();
        let tests = lines.windows(2).position(|pair| {
            pair[0].trim_start().starts_with("#[cfg(")
                && pair[0].contains("test")
                && pair[1].starts_with("mod ")
        });
        tests.unwrap_or(lines.len())
    }
}

fn walk(dir: &Path, below: &str, files: &mut Vec<Source>) -> Outcome {
    for entry in std::fs::read_dir(dir).map_err(Failure::file(dir))? {
        let entry = entry.map_err(Failure::file(dir))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() { name.clone() } else { format!("{below}/{name}") };
        let kind = entry.file_type().map_err(Failure::file(entry.path()))?;
        if kind.is_dir() {
            if !FOREIGN.contains(&name.as_str()) {
                walk(&entry.path(), &path, files)?;
            }
        } else if kind.is_file() && KINDS.contains(&name.rsplit('.').next().unwrap_or_default()) {
            let text =
                std::fs::read_to_string(entry.path()).map_err(Failure::file(entry.path()))?;
            files.push(Source { path, text });
        }
    }
    Ok(())
}

fn crates(workspace: &Workspace) -> Outcome<Vec<Member>> {
    let root = workspace.root.to_string_lossy().replace('\\', "/");
    Ok(packages(workspace)?.iter().map(|package| member(package, &root)).collect())
}

fn member(package: &Value, root: &str) -> Member {
    let manifest = text(&package["manifest_path"]).replace('\\', "/");
    Member {
        name: text(&package["name"]).to_owned(),
        manifest: manifest.trim_start_matches(root).trim_start_matches('/').to_owned(),
        depends_on: package["dependencies"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|dependency| text(&dependency["name"]).to_owned())
            .collect(),
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Source, member};
    use serde_json::json;

    #[test]
    fn a_trailing_test_module_does_not_count() {
        let text = "//! a\nfn b() {}\n#[cfg(test)]\nmod tests {\n}\n".to_owned();
        assert_eq!(Source { path: "a.rs".to_owned(), text }.lines_without_tests(), 2);
    }

    #[test]
    fn a_member_is_named_with_its_place_and_dependencies() {
        let package = json!({
            "name": "ui-api", "manifest_path": "/w/src-tauri/crates/ui-api/Cargo.toml",
            "dependencies": [{ "name": "serde" }]
        });
        let member = member(&package, "/w");
        assert_eq!(member.manifest, "src-tauri/crates/ui-api/Cargo.toml");
        assert_eq!(member.depends_on, ["serde"]);
    }
}
