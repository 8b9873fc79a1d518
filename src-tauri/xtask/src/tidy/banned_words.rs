//! Words that say nothing (names), promise (notes to oneself), or speak of how the work was done.

use super::tree::{Source, Tree};
use super::{Finding, Rule};

pub(super) const RULE: Rule = Rule { name: "banned-words", check };

/// Name parts that hide what a thing does, in singular.
const EMPTY_NAMES: [&str; 5] = ["manager", "helper", "util", "common", "processor"];

/// Text, and why it may not stand anywhere. Split so that this file may stand.
const BANNED_TEXT: &[(&str, &str)] = &[
    (concat!("TO", "DO"), "do it or leave it out"),
    (concat!("FIX", "ME"), "do it or leave it out"),
    (concat!("todo", "!("), "write it"),
    (concat!("unimplemented", "!("), "write it"),
    (concat!("{@", "html"), "customer text is text, never markup"),
    (concat!("issue", " #"), "say the reason, not where it was discussed"),
    (concat!("sprint", " "), "say the reason, not when it was planned"),
    (concat!("shared", "/design"), "the project is whole without it"),
    (concat!("shared", "/spec"), "the project is whole without it"),
    (concat!("shared", "/seeds"), "the project is whole without it"),
];

/// Words before a name that is being declared.
const DECLARING: [&str; 12] = [
    "struct",
    "enum",
    "trait",
    "type",
    "mod",
    "union",
    "class",
    "interface",
    "fn",
    "function",
    "const",
    "static",
];

fn check(tree: &Tree) -> Vec<Finding> {
    let names = tree.files.iter().filter_map(file_name);
    names
        .chain(tree.files.iter().flat_map(declarations))
        .chain(tree.files.iter().flat_map(text))
        .collect()
}

fn file_name(file: &Source) -> Option<Finding> {
    let part = empty_part(file.name().split('.').next().unwrap_or_default())?;
    Some(Finding::new(&file.path, 0, format!("`{part}` in a file name: name what it does")))
}

fn declarations(file: &Source) -> Vec<Finding> {
    if !["rs", "ts", "svelte", "js", "mjs"].contains(&file.kind()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (number, line) in file.lines() {
        let code = line.split("//").next().unwrap_or_default();
        let words: Vec<&str> = code
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .filter(|word| !word.is_empty())
            .collect();
        for pair in words.windows(2) {
            if let (true, Some(part)) = (DECLARING.contains(&pair[0]), empty_part(pair[1])) {
                let what = format!("`{part}` in the name `{}`: name what it does", pair[1]);
                found.push(Finding::new(&file.path, number, what));
            }
        }
    }
    found
}

fn text(file: &Source) -> Vec<Finding> {
    let mut found = Vec::new();
    for (number, line) in file.lines() {
        for (banned, why) in BANNED_TEXT {
            let there = if banned.starts_with(char::is_uppercase) {
                line.contains(banned)
            } else {
                line.to_lowercase().contains(banned)
            };
            if there {
                found.push(Finding::new(&file.path, number, format!("`{banned}`: {why}")));
            }
        }
    }
    found
}

/// The empty word among the parts of a snake, kebab or camel case name.
fn empty_part(name: &str) -> Option<&'static str> {
    let mut parts: Vec<String> = vec![String::new()];
    let mut before_was_lower = false;
    for c in name.chars() {
        let starts_part = c.is_uppercase() && before_was_lower;
        if starts_part || !c.is_alphanumeric() {
            parts.push(String::new());
        }
        if let (Some(part), true) = (parts.last_mut(), c.is_alphanumeric()) {
            part.extend(c.to_lowercase());
        }
        before_was_lower = c.is_lowercase() || c.is_ascii_digit();
    }
    EMPTY_NAMES.into_iter().find(|empty| {
        parts.iter().any(|part| part == empty || part.strip_suffix('s') == Some(*empty))
    })
}

#[cfg(test)]
mod tests {
    use super::{Tree, check};

    fn found(path: &str, text: &str) -> usize {
        check(&Tree::sample(path, text)).len()
    }

    #[test]
    fn names_that_say_something() {
        assert_eq!(found("src/outbox.rs", "struct Outbox;\nfn send_next() {}\n"), 0);
        assert_eq!(found("src/commonly_used.rs", "struct Utility;\n"), 0);
        assert_eq!(found("src/managed.rs", "// a manager is a person\nstruct Managed;\n"), 0);
    }

    #[test]
    fn names_that_say_nothing() {
        assert_eq!(found("src/utils.rs", ""), 1);
        assert_eq!(found("src/a.rs", concat!("pub struct Room", "Manager;\n")), 1);
        assert_eq!(found("src/a.rs", concat!("fn date_", "helper() {}\n")), 1);
        assert_eq!(found("src/a.ts", concat!("export class Event", "Processor {}\n")), 1);
    }

    #[test]
    fn notes_and_talk_about_the_work() {
        assert_eq!(found("src/a.rs", concat!("// TO", "DO later\n")), 1);
        assert_eq!(found("README.md", concat!("see Issue", " #12\n")), 1);
        assert_eq!(found("A.svelte", concat!("<p>{@", "html text}</p>\n")), 1);
        assert_eq!(found("README.md", "Nothing left undone.\n"), 0);
    }
}
