//! What is wrong in the settings files.

use desk_core::settings::Loaded;

use super::report::{Report, Step};

const NAME: &str = "settings";

/// One step per problem; entries that mean nothing to this program are told, too.
pub(super) fn check(report: &mut Report, loaded: &Loaded) {
    report.heading("Settings");
    for problem in &loaded.problems {
        let step = Step::failed(NAME, problem.to_string(), "correct this line; all others count");
        report.step(&step);
    }
    if loaded.problems.is_empty() {
        report.step(&Step::ok(NAME, "every entry is understood"));
    }
    if !loaded.unknown.is_empty() {
        let many = loaded.unknown.len();
        report.step(&Step::skipped(
            NAME,
            format!("{many} entries of AppSettings.xml have no use here"),
        ));
    }
}
