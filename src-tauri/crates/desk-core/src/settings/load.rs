//! From several sources to one set of settings.

use super::app_settings::{self, UnknownEntry};
use super::document::Document;
use super::problem::{ProblemKind, Report};
use super::repair::repair;
use super::section::Place;
use super::{Format, Problem, Settings, Source};

/// What came out of reading settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The settings: shipped defaults with everything that could be read on top.
    pub settings: Settings,
    /// What could not be taken over, in the order of the files and their lines.
    pub problems: Vec<Problem>,
    /// Entries of `AppSettings.xml` that this program has no use for, kept as they are.
    pub unknown: Vec<UnknownEntry>,
    /// The `AppSettings.xml` files that were read, as named by the caller.
    pub imported_from: Vec<String>,
}

/// The `AppSettings.xml` that a TOML source wants imported (`app_settings = "…"`), as written
/// there; a relative name means: beside the TOML file. Whoever owns the disk reads it and passes
/// it on as a source of that name; where it is not passed on, [`Loaded::problems`] says so.
#[must_use]
pub fn import_named_in(source: &Source) -> Option<String> {
    if source.format != Format::Toml {
        return None;
    }
    let text = source.plain_text();
    let repaired = repair(text);
    let mut document = Document::open(&source.file_name, text, &repaired).ok()?;
    read_top(&mut document).map(|(named, _)| named)
}

/// Reads what stands above the first table: the file to import, with its place.
pub(super) fn read_top(document: &mut Document<'_>) -> Option<(String, Place)> {
    let mut import = None;
    document.top(|section| {
        let accepted = "the name of the reference desktop's settings file: \"AppSettings.xml\"";
        let mut named = None;
        section.optional("app_settings", accepted, &mut named, |text| Ok(text.to_owned()));
        import = named.map(|named| (named, section.place("app_settings")));
    });
    import
}

/// See [`Settings::from_sources`].
pub(super) fn load(sources: &[Source]) -> Loaded {
    let mut loaded = Loaded {
        settings: Settings::default(),
        problems: Vec::new(),
        unknown: Vec::new(),
        imported_from: Vec::new(),
    };
    let of = |format| sources.iter().filter(move |s| s.format == format);
    for source in of(Format::AppSettingsXml) {
        let mut report = Report::new(&source.file_name, source.plain_text());
        if let Some(unknown) = app_settings::read(&mut loaded.settings, &mut report) {
            loaded.unknown.extend(unknown);
            loaded.imported_from.push(source.file_name.clone());
        }
        loaded.problems.extend(in_order(report.problems));
    }
    for source in of(Format::Toml) {
        let text = source.plain_text();
        let repaired = repair(text);
        let problems = match Document::open(&source.file_name, text, &repaired) {
            Ok(mut document) => {
                if let Some((named, place)) = read_top(&mut document)
                    && !of(Format::AppSettingsXml).any(|s| same_file(&s.file_name, &named))
                {
                    document.note(&place, ProblemKind::ImportMissing, &named);
                }
                loaded.settings.read(&mut document);
                document.close()
            }
            Err(problems) => problems,
        };
        loaded.problems.extend(in_order(problems));
    }
    loaded
}

/// Names are compared without their folders: the caller may have put the folder in front.
fn same_file(given: &str, named: &str) -> bool {
    let last = |path: &str| -> String {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        name.to_lowercase()
    };
    last(given) == last(named)
}

fn in_order(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort_by_key(|problem| (problem.line, problem.column));
    problems
}
