//! Whatever stands in a settings file: no panic, true positions, the same answer twice.

use desk_core::settings::{Format, Settings, Source, import_named_in};
use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

const SEEDS: [&str; 4] = [
    include_str!("../../../../../../appsettings/frontdesk.default.toml"),
    include_str!("../../../../../../appsettings/frontdesk.example.toml"),
    include_str!("../../../../../../appsettings/AppSettings.example.xml"),
    include_str!("../../fixtures/settings/otherwise.toml"),
];

/// A good file with a few pieces cut out, doubled, or replaced.
fn damaged() -> impl Strategy<Value = String> {
    let cut = (any::<prop::sample::Index>(), 0..40usize, "[\\PC\n]{0,6}");
    (prop::sample::select(&SEEDS[..]), prop::collection::vec(cut, 1..6)).prop_map(|(seed, cuts)| {
        let mut text: Vec<char> = seed.chars().collect();
        for (place, length, piece) in cuts {
            let start = place.index(text.len() + 1);
            let end = (start + length).min(text.len());
            text.splice(start..end, piece.chars());
        }
        text.into_iter().collect()
    })
}

/// Lines of the pieces that files are made of, in any order.
fn assembled() -> impl Strategy<Value = String> {
    let pieces = [
        "[servers]",
        "[servers",
        "[[ready.reason_codes]]",
        "[ready]",
        "ready.",
        "[shortcuts]",
        "=",
        "ewc_url",
        "code",
        "label",
        "version",
        "\"",
        "\"\"\"",
        "'",
        "\"a\"",
        "1",
        "-1",
        "true",
        "{",
        "}",
        "[",
        "]",
        ",",
        ".",
        "#",
        "\n",
        "\r\n",
        "\n\n",
        " ",
        "é",
        "\u{feff}",
        "<",
        ">",
        "</",
        "/>",
        "<a>",
        "</a>",
        "<add ",
        "key=\"HAEnabled\" ",
        "value=\"x\"",
        "<WebSocketURL>",
        "</WebSocketURL>",
        "ws://",
        "&amp;",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..40)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn never_a_panic(text in prop_oneof![any::<String>(), damaged(), assembled()]) {
        for format in [Format::Toml, Format::AppSettingsXml] {
            let source = Source { file_name: "f".to_owned(), format, text: text.clone() };
            let _ = import_named_in(&source);
            let loaded = Settings::from_sources(std::slice::from_ref(&source));
            let lines = u32::try_from(text.split('\n').count()).unwrap();
            for problem in &loaded.problems {
                prop_assert!((1..=lines).contains(&problem.line), "{problem}");
                prop_assert!(problem.column >= 1 && !problem.accepted.is_empty());
                prop_assert!(!problem.to_string().contains('\n'));
            }
            prop_assert_eq!(Settings::from_sources(&[source]), loaded);
        }
    }

    #[test]
    fn any_bytes_are_text_or_a_problem(bytes in any::<Vec<u8>>()) {
        if let Err(problem) = Source::from_bytes("f", Format::Toml, &bytes) {
            prop_assert!(problem.line >= 1 && problem.column >= 1);
        }
    }
}

#[test]
fn deep_nesting_is_no_danger() {
    let deep = 100_000;
    for (format, text) in [
        (Format::AppSettingsXml, "<a>".repeat(deep) + &"</a>".repeat(deep)),
        (Format::Toml, format!("a = {}", "[".repeat(deep))),
        (Format::Toml, format!("[a{}]", ".a".repeat(deep))),
        (Format::Toml, format!("a{} = 1", ".a".repeat(deep))),
        (Format::Toml, "x\n".repeat(2_000)),
    ] {
        let file_name = "f".to_owned();
        let loaded = Settings::from_sources(&[Source { file_name, format, text }]);
        assert_eq!(loaded.settings, Settings::default());
    }
}
