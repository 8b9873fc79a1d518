//! The drawing and its variants: small sizes, a margin for macOS, tray states.

/// An SVG with the marked parts of `icons/frontdesk.svg`.
#[derive(Debug, Clone)]
pub(super) struct Drawing(pub(super) String);

/// What the tray says: the agent's state, by colour and, for who cannot see it, by shape.
#[derive(Debug)]
pub(super) struct State {
    pub(super) name: &'static str,
    colour: &'static str,
    /// What is cut out of the badge.
    cut: &'static str,
}

/// A filled disc, a disc with a pause sign, and a disc with a cross.
pub(super) const STATES: &[State] = &[
    State { name: "ready", colour: "#1f9d55", cut: "" },
    State {
        name: "not-ready",
        colour: "#d9820b",
        cut: r##"<path d="M44.5 42v12M51.5 42v12" stroke="CUT" stroke-width="4"/>"##,
    },
    State {
        name: "offline",
        colour: "#6b7280",
        cut: r##"<path d="M42.5 42.5l11 11M53.5 42.5l-11 11" stroke="CUT" stroke-width="4"/>"##,
    },
];

/// The smallest size at which the dots in the bubble can be told apart.
const DOTS_FROM: u32 = 32;

impl Drawing {
    /// The drawing for this many pixels: without the dots where they would only smear.
    pub(super) fn at_size(&self, pixels: u32) -> Self {
        if pixels < DOTS_FROM { self.without("words") } else { self.clone() }
    }

    /// Apple's grid leaves about a tenth free on every side.
    pub(super) fn with_margin(&self) -> Self {
        Self(self.0.replacen("0 0 64 64", "-7.8 -7.8 79.6 79.6", 1))
    }

    /// The mark with a badge for the agent's state.
    pub(super) fn tray(&self, state: &State) -> Self {
        let badge = format!(
            r##"<circle cx="48" cy="48" r="17" fill="#ffffff"/><circle cx="48" cy="48" r="14" fill="{}"/>{}"##,
            state.colour,
            state.cut.replace("CUT", "#ffffff")
        );
        self.without("words").with(&badge)
    }

    /// Black on nothing, for a macOS menu bar, which colours it itself.
    pub(super) fn template(&self, state: &State) -> Self {
        let badge = r##"<circle cx="48" cy="48" r="14" fill="#000000" mask="url(#badge)"/>"##;
        let masks = format!(
            r##"<mask id="room"><rect width="64" height="64" fill="white"/><circle cx="48" cy="48" r="17" fill="black"/></mask>
  <mask id="badge"><rect width="64" height="64" fill="white"/>{}</mask>"##,
            state.cut.replace("CUT", "black")
        );
        let black = self.without("words").without("tile").0.replace("#ffffff", "#000000");
        let body = black
            .replacen("<path id=\"bubble\"", "<path id=\"bubble\" mask=\"url(#room)\"", 1)
            .replacen("<rect id=\"desk\"", "<rect id=\"desk\" mask=\"url(#room)\"", 1);
        Self(body).with(&format!("{masks}{badge}"))
    }

    /// Leaves out the part with this id; every part is one line.
    fn without(&self, id: &str) -> Self {
        let mark = format!("id=\"{id}\"");
        let lines = self.0.lines().filter(|line| !line.contains(&mark));
        Self(lines.collect::<Vec<_>>().join("\n"))
    }

    /// Draws something on top.
    fn with(&self, more: &str) -> Self {
        Self(self.0.replacen("</svg>", &format!("  {more}\n</svg>"), 1))
    }
}

#[cfg(test)]
mod tests {
    use super::{Drawing, STATES};

    fn source() -> Drawing {
        Drawing(include_str!("../../../../icons/frontdesk.svg").to_owned())
    }

    #[test]
    fn the_source_has_every_part_the_variants_touch() {
        for part in ["tile", "bubble", "desk", "words"] {
            assert_eq!(source().0.matches(&format!("id=\"{part}\"")).count(), 1, "{part}");
        }
        assert!(source().0.contains("0 0 64 64"));
    }

    #[test]
    fn small_sizes_have_no_dots() {
        assert!(!source().at_size(16).0.contains("circle"));
        assert!(source().at_size(32).0.contains("circle"));
    }

    #[test]
    fn a_template_has_no_colour() {
        for state in STATES {
            let template = source().template(state).0;
            assert!(!template.contains("#2f5bd7") && !template.contains(state.colour));
            assert!(source().tray(state).0.contains(state.colour));
        }
    }
}
