//! Expected rows as a text: sections in brackets, one row a line, `#` for remarks.

use std::collections::BTreeMap;

/// Sections by name, each with its rows as [`Row`](super::Row) prints them: blanks between words
/// do not count.
#[must_use]
pub fn sections(text: &str) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut name = String::new();
    for line in text.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(inner) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            inner.clone_into(&mut name);
            found.entry(name.clone()).or_default();
        } else {
            let row = line.split_whitespace().collect::<Vec<_>>().join(" ");
            found.entry(name.clone()).or_default().push(row);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::sections;

    #[test]
    fn sections_hold_rows_without_remarks_and_alignment() {
        let read = sections("# all\n[one]\nA -> S   request   x\n\n# no\n[two]\n");
        assert_eq!(read["one"], ["A -> S request x"]);
        assert!(read["two"].is_empty());
    }
}
