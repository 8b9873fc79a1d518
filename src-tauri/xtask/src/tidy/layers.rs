//! Who may depend on whom: the walls of the architecture as a table.

use super::tree::{Member, Tree};
use super::{Finding, Rule};

pub(super) const RULE: Rule = Rule { name: "layers", check };

/// A crate, the crates of ours it may use (development dependencies included), and the
/// outside crates it must not know.
struct Layer {
    name: &'static str,
    may_use: &'static [&'static str],
    must_not_know: &'static [&'static str],
}

/// Sockets, async runtimes and windows: nothing that decides may know them.
const OUTSIDE_WORLD: &[&str] = &[
    "tokio",
    "tokio-rustls",
    "tokio-tungstenite",
    "tungstenite",
    "reqwest",
    "hyper",
    "axum",
    "rustls",
    "mio",
    "socket2",
    "futures-util",
    "async-trait",
    "chrono",
    "tauri",
    "keyring",
];
const WINDOWS: &[&str] = &["tauri", "notify-rust"];

/// `log-safe` is below everything and may be used by all.
const LAYERS: &[Layer] = &[
    Layer { name: "log-safe", may_use: &[], must_not_know: OUTSIDE_WORLD },
    Layer { name: "ewc-wire", may_use: &[], must_not_know: OUTSIDE_WORLD },
    Layer { name: "cct-wire", may_use: &[], must_not_know: OUTSIDE_WORLD },
    Layer { name: "rich-media", may_use: &[], must_not_know: OUTSIDE_WORLD },
    Layer {
        name: "desk-core",
        may_use: &["ewc-wire", "cct-wire", "rich-media"],
        must_not_know: OUTSIDE_WORLD,
    },
    Layer {
        name: "desk-runtime",
        may_use: &["ewc-wire", "cct-wire", "rich-media", "desk-core"],
        must_not_know: WINDOWS,
    },
    Layer {
        name: "ui-api",
        may_use: &["ewc-wire", "cct-wire", "rich-media", "desk-core", "desk-runtime"],
        must_not_know: WINDOWS,
    },
    Layer {
        name: "frontdesk",
        may_use: &["ewc-wire", "cct-wire", "rich-media", "desk-core", "desk-runtime", "ui-api"],
        must_not_know: &[],
    },
    // Both ends must not share one misreading: the simulator shares no code with the desk.
    Layer { name: "contact-center-sim", may_use: &[], must_not_know: WINDOWS },
    Layer {
        name: "cli",
        may_use: &[
            "ewc-wire",
            "cct-wire",
            "rich-media",
            "desk-core",
            "desk-runtime",
            "ui-api",
            "contact-center-sim",
        ],
        must_not_know: &["tauri"],
    },
    Layer {
        name: "journeys",
        may_use: &[
            "ewc-wire",
            "cct-wire",
            "rich-media",
            "desk-core",
            "desk-runtime",
            "ui-api",
            "contact-center-sim",
        ],
        must_not_know: &["tauri"],
    },
    Layer { name: "xtask", may_use: &[], must_not_know: OUTSIDE_WORLD },
];

fn check(tree: &Tree) -> Vec<Finding> {
    tree.crates.iter().flat_map(check_member).collect()
}

fn check_member(member: &Member) -> Vec<Finding> {
    let finding = |what: String| Finding::new(&member.manifest, 0, what);
    let Some(layer) = LAYERS.iter().find(|layer| layer.name == member.name) else {
        let table = "the table in xtask/src/tidy/layers.rs";
        return vec![finding(format!("`{}` has no line in {table}", member.name))];
    };
    let ours = |name: &str| LAYERS.iter().any(|layer| layer.name == name);
    let upward = member.depends_on.iter().filter(|name| {
        ours(name) && *name != "log-safe" && !layer.may_use.contains(&name.as_str())
    });
    let outward =
        member.depends_on.iter().filter(|name| layer.must_not_know.contains(&name.as_str()));
    upward
        .map(|name| finding(format!("`{}` must not depend on `{name}`", member.name)))
        .chain(outward.map(|name| finding(format!("`{}` must not know `{name}`", member.name))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Member, check_member};

    fn found(name: &str, depends_on: &[&str]) -> usize {
        check_member(&Member {
            name: name.to_owned(),
            manifest: "Cargo.toml".to_owned(),
            depends_on: depends_on.iter().map(|name| (*name).to_owned()).collect(),
        })
        .len()
    }

    #[test]
    fn downward_is_allowed() {
        assert_eq!(found("desk-core", &["ewc-wire", "log-safe", "serde"]), 0);
        assert_eq!(found("cli", &["contact-center-sim", "ui-api", "tokio"]), 0);
    }

    #[test]
    fn upward_and_sideways_are_not() {
        assert_eq!(found("ewc-wire", &["desk-core"]), 1);
        assert_eq!(found("contact-center-sim", &["ewc-wire", "log-safe"]), 1);
        assert_eq!(found("frontdesk", &["contact-center-sim"]), 1);
    }

    #[test]
    fn the_core_knows_no_socket() {
        assert_eq!(found("desk-core", &["tokio", "reqwest"]), 2);
    }

    #[test]
    fn a_new_crate_needs_a_line() {
        assert_eq!(found("desk-extras", &[]), 1);
    }
}
