//! The settings of a desk in a journey, written as a person would write them and read as they are.

use desk_core::settings::{Format, Loaded, Settings, Source};
use ui_api::views::options::OptionsView;

/// The text of a `frontdesk.toml`, section by section.
#[derive(Debug, Clone)]
pub struct DeskSettings {
    /// `[servers] cct_base_urls`.
    pub cct_url: String,
    /// `[servers] ewc_url`.
    pub ewc_url: String,
    /// Further lines of `[servers]`.
    pub servers: String,
    /// Lines of `[cct]`.
    pub cct: String,
    /// Further sections.
    pub more: String,
}

impl DeskSettings {
    /// Settings for two servers that poll as often as they may: a journey is short.
    pub fn new(cct_url: &str, ewc_url: &str) -> Self {
        Self {
            cct_url: cct_url.to_owned(),
            ewc_url: ewc_url.to_owned(),
            servers: String::new(),
            cct: "poll_milliseconds = 250".to_owned(),
            more: String::new(),
        }
    }

    /// The file.
    pub fn text(&self) -> String {
        let Self { cct_url, ewc_url, servers, cct, more } = self;
        format!(
            r#"version = 1
[servers]
cct_base_urls = ["{cct_url}"]
ewc_url = "{ewc_url}"
{servers}
[sign_in]
user = "ann"
domain = "demo"
[cct]
{cct}
[[ready.reason_codes]]
code = "1"
label = "Break"
[[ready.reason_codes]]
code = "2"
label = "Meeting"
{more}
"#
        )
    }

    /// What the product makes of the file.
    pub fn load(&self) -> Loaded {
        let source = Source {
            file_name: "frontdesk.toml".to_owned(),
            format: Format::Toml,
            text: self.text(),
        };
        Settings::from_sources(&[source])
    }
}

/// What a screen is told of the settings.
pub fn options_view(loaded: &Loaded, profile: &str) -> OptionsView {
    let problems = loaded.problems.iter().map(ToString::to_string).collect();
    ui_api::options_view(&loaded.settings, problems, profile, false)
}
