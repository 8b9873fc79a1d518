//! What a screen pop may open: hosts and programs.

use url::Url;

use crate::settings::ready::filled;
use crate::settings::section::{Refusal, Section};

/// A program that a screen pop may start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllowedProgram {
    /// What program lines call it; `.exe` may be left out, case does not count.
    pub name: String,
    /// What is started: the whole path.
    pub path: String,
}

impl AllowedProgram {
    pub(super) fn read(entry: &mut Section<'_, '_>) -> Option<Self> {
        let (mut name, mut file) = (None, None);
        entry.required("name", "a name, not empty", &mut name, filled);
        let whole = "the whole path of a program, no batch file";
        entry.required("path", whole, &mut file, path);
        Some(Self { name: name?, path: file? })
    }
}

/// A whole path: one that the system would have to search for could be somebody else's program,
/// and a batch file is read by a shell.
fn path(text: &str) -> Result<String, Refusal> {
    let mut start = text.chars();
    let drive = matches!(
        (start.next(), start.next(), start.next()),
        (Some('a'..='z' | 'A'..='Z'), Some(':'), Some('\\' | '/'))
    );
    let lower = text.to_ascii_lowercase();
    let whole = drive || text.starts_with('/') || text.starts_with("\\\\");
    // Windows reads a name without the dots and blanks at its end.
    let name = lower.trim_end_matches(['.', ' ']);
    let batch = [".bat", ".cmd"].iter().any(|end| name.ends_with(end));
    if whole && !batch { Ok(text.to_owned()) } else { Err(Refusal::Bad) }
}

/// A host as addresses spell it.
pub(super) fn host(text: &str) -> Result<String, Refusal> {
    let (below, name) = text.strip_prefix("*.").map_or(("", text), |name| ("*.", name));
    let plain = !name.is_empty() && !name.contains(['/', '?', '#', '@', '\\', '*', ' ']);
    let url = Url::parse(&format!("http://{name}/")).ok().filter(|_| plain);
    let host = url.filter(|url| url.port().is_none() && !name.ends_with(":80"));
    match host.as_ref().and_then(Url::host_str) {
        Some(host) => Ok(format!("{below}{host}")),
        None => Err(Refusal::Bad),
    }
}
