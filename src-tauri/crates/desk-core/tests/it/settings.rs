//! Settings: text in, values and problems out.

mod any_text;
mod app_settings;
mod pops;
mod shipped;
mod toml_file;
mod whole;

use desk_core::settings::{Format, Loaded, Settings, Source};

fn source(file_name: &str, text: &str) -> Source {
    Source {
        file_name: file_name.to_owned(),
        format: Format::of_file_name(file_name).unwrap(),
        text: text.to_owned(),
    }
}

fn load(file_name: &str, text: &str) -> Loaded {
    Settings::from_sources(&[source(file_name, text)])
}

/// Loads a TOML file that must be without fault.
fn clean(text: &str) -> Settings {
    let loaded = load("frontdesk.toml", text);
    assert_eq!(loaded.problems, [], "{text}");
    loaded.settings
}

/// The problems as an administrator reads them, one per line.
fn said(loaded: &Loaded) -> String {
    let lines: Vec<String> = loaded.problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}

/// Where the problems are and which entries they name.
fn places(loaded: &Loaded) -> Vec<(u32, u32, &str)> {
    let problems = loaded.problems.iter();
    problems.map(|p| (p.line, p.column, p.entry.as_str())).collect()
}
