//! The version of a TOML settings file, and the steps that bring an older one up to date.

use toml::de::{DeTable, DeValue};

use super::problem::{ProblemKind, Report};

/// The version this program writes and reads without a step; a file without `version` is of
/// version 1.
pub const CURRENT_VERSION: u32 = 1;

/// Turns a document of one version into the next: renames and moves entries in place, so that what
/// is left keeps its line and column.
type Step = fn(&mut DeTable<'_>);

/// Step `n` turns version `n + 1` into `n + 2`. Add one here with every new version; a step is
/// never changed afterwards, files of every version stay readable.
const STEPS: &[Step] = &[];

const _: () = assert!(STEPS.len() + 1 == CURRENT_VERSION as usize, "one step per version");

/// Brings a document up to date and takes `version` out of it. False where the file is for a newer
/// program, which is noted; its entries may mean something else there, so none is used.
pub(super) fn migrate(root: &mut DeTable<'_>, report: &mut Report<'_>) -> bool {
    migrate_with(root, report, STEPS)
}

fn migrate_with(root: &mut DeTable<'_>, report: &mut Report<'_>, steps: &[Step]) -> bool {
    let current = steps.len() + 1;
    let found = root.remove("version").map(|value| {
        let number = match value.get_ref() {
            DeValue::Integer(number) => usize::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        (number, value.span().start)
    });
    let version = match found {
        None => 1,
        Some((Some(version), _)) if (1..=current).contains(&version) => version,
        Some((Some(version), at)) if version > current => {
            report.add(
                at,
                "version",
                ProblemKind::NewerVersion,
                Some(version.to_string()),
                &format!(
                    "versions 1 to {current}; install the newer Frontdesk or use an older file"
                ),
            );
            return false;
        }
        Some((_, at)) => {
            report.add(
                at,
                "version",
                ProblemKind::BadValue,
                None,
                &format!("a whole number from 1 to {current}"),
            );
            current
        }
    };
    for step in steps.iter().skip(version - 1) {
        step(root);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{Report, Step, migrate_with};
    use toml::de::DeTable;

    const RENAME: Step = |root| {
        if let Some((key, value)) = root.remove_entry("old") {
            let span = key.span();
            root.insert(toml::Spanned::new(span, "new".into()), value);
        }
    };

    fn migrated(text: &str) -> (bool, Vec<String>, Vec<u32>) {
        let mut root = DeTable::parse(text).unwrap().into_inner();
        let mut report = Report::new("f.toml", text);
        let used = migrate_with(&mut root, &mut report, &[RENAME]);
        let keys = root.keys().map(|key| key.get_ref().to_string()).collect();
        (used, keys, report.problems.iter().map(|p| p.line).collect())
    }

    #[test]
    fn an_older_file_is_brought_up_to_date() {
        assert_eq!(migrated("old = 1"), (true, vec!["new".into()], vec![]));
        assert_eq!(migrated("version = 1\nold = 1").1, ["new"]);
        assert_eq!(migrated("version = 2\nold = 1").1, ["old"]);
    }

    #[test]
    fn a_newer_file_is_not_used() {
        assert_eq!(migrated("a = 1\nversion = 3"), (false, vec!["a".into()], vec![2]));
    }

    #[test]
    fn an_odd_version_counts_as_the_current_one() {
        for odd in ["0", "-1", "\"1\"", "1.0", "99999999999999999999999"] {
            let (used, keys, lines) = migrated(&format!("version = {odd}\nold = 1"));
            assert_eq!((used, keys, lines), (true, vec!["old".into()], vec![1]), "{odd}");
        }
    }
}
