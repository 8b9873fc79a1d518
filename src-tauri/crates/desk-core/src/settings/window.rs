//! Looks of the window.

use super::section::Section;

/// Colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theme {
    /// As the system, and following it while running.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// High contrast.
    Contrast,
}

/// Space around rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Density {
    /// Room around each row.
    Comfortable,
    /// More rows on the screen.
    Compact,
}

/// Looks of the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// Colours.
    pub theme: Theme,
    /// Space around rows.
    pub density: Density,
    /// Size of text in percent of the shipped size, 80 to 200.
    pub font_scale_percent: u32,
}

impl Default for Window {
    fn default() -> Self {
        Self { theme: Theme::System, density: Density::Comfortable, font_scale_percent: 100 }
    }
}

impl Window {
    pub(super) fn read(&mut self, section: &mut Section<'_, '_>) {
        section.choice(
            "theme",
            &[
                ("system", Theme::System),
                ("light", Theme::Light),
                ("dark", Theme::Dark),
                ("contrast", Theme::Contrast),
            ],
            &mut self.theme,
        );
        section.choice(
            "density",
            &[("comfortable", Density::Comfortable), ("compact", Density::Compact)],
            &mut self.density,
        );
        section.whole("font_scale_percent", 80..=200, &mut self.font_scale_percent);
    }
}
