//! Settings as they lie on the disk: the file that is named, and the one that it names.

use std::path::Path;

use desk_core::settings::{Format, Loaded, Settings, Source, import_named_in};
use desk_runtime::RuntimeConfig;

use crate::failure::Failure;
use crate::say::complain;

/// Reads the settings; each problem becomes a line on standard error, and the rest counts.
///
/// # Errors
/// [`Failure::Read`]: the named file itself cannot be read; [`Failure::SettingsName`]: its name
/// does not say what it is.
pub(crate) fn load(path: &Path) -> Result<Loaded, Failure> {
    let loaded = read(path)?;
    for problem in &loaded.problems {
        complain(&problem.to_string());
    }
    Ok(loaded)
}

/// What the settings say to the runtime.
///
/// # Errors
/// [`Failure::Settings`] naming the entries that are missing.
pub(crate) fn config(path: &Path, settings: &Settings) -> Result<RuntimeConfig, Failure> {
    RuntimeConfig::from_settings(settings)
        .map_err(|why| Failure::Settings { path: path.to_owned(), why })
}

fn read(path: &Path) -> Result<Loaded, Failure> {
    let mut problems = Vec::new();
    let mut sources = Vec::new();
    let first = source(path)?;
    if let Some(named) = import_named_in(first.as_ref().unwrap_or(&empty(path))) {
        let beside = path.parent().unwrap_or_else(|| Path::new("")).join(&named);
        // A file that cannot be read is reported with the line that names it.
        if let Ok(imported) = source(&beside) {
            sources.push(imported);
        }
    }
    sources.push(first);
    let mut readable = Vec::new();
    for source in sources {
        match source {
            Ok(source) => readable.push(source),
            Err(problem) => problems.push(*problem),
        }
    }
    let mut loaded = Settings::from_sources(&readable);
    problems.append(&mut loaded.problems);
    Ok(Loaded { problems, ..loaded })
}

type Decoded = Result<Source, Box<desk_core::settings::Problem>>;

fn source(path: &Path) -> Result<Decoded, Failure> {
    let name = path.display().to_string();
    let format = Format::of_file_name(&name)
        .ok_or_else(|| Failure::SettingsName { path: path.to_owned() })?;
    let bytes =
        std::fs::read(path).map_err(|source| Failure::Read { path: path.to_owned(), source })?;
    Ok(Source::from_bytes(&name, format, &bytes))
}

fn empty(path: &Path) -> Source {
    Source { file_name: path.display().to_string(), format: Format::Toml, text: String::new() }
}
