//! Everything that the settings say to a screen arrives there, under the settings' own names.

use desk_core::settings::{Action, Format, Settings, Source};
use serde_json::json;

use super::options_view;

fn options(text: &str) -> serde_json::Value {
    let source = Source {
        file_name: "frontdesk.toml".to_owned(),
        format: Format::Toml,
        text: text.to_owned(),
    };
    let loaded = Settings::from_sources(&[source]);
    assert_eq!(loaded.problems, []);
    let view = options_view(&loaded.settings, vec!["a slip".to_owned()], "night", true);
    serde_json::to_value(view).unwrap()
}

#[test]
fn actions_have_the_names_and_keys_of_the_settings() {
    let shortcuts = options("")["shortcuts"].clone();
    let shipped = Settings::default().shortcuts;
    assert_eq!(shortcuts.as_object().unwrap().len(), Action::ALL.len());
    for action in Action::ALL {
        assert_eq!(shortcuts[action.name()], shipped[action].to_string(), "{action:?}");
    }
    let changed = options("[shortcuts]\naccept_offer = \"F8\"\nsign_out = \"\"\n");
    assert_eq!(changed["shortcuts"]["accept_offer"], "F8");
    assert_eq!(changed["shortcuts"].get("sign_out"), None);
}

#[test]
fn sections_arrive() {
    let view = options(
        "[servers]\ncct_base_urls = [\"cct\"]\n\
         ewc_url = \"wss://chat.example/AgentControllerWeb/chat\"\n\
         [sign_in]\nuser = \"ann\"\ndomain = \"DEMO\"\nremember = true\n\
         use_agent_id_as_ccmm_password = false\n\
         [ready]\nreason_codes = [{ code = \"7\", label = \"Lunch\" }]\n\
         default_reason_code = \"7\"\n\
         [chat]\nmax_message_characters = 99\nclosed_reason_required = true\n\
         [attention]\nsound = false\nnotify = false\n\
         [window]\ntheme = \"contrast\"\ndensity = \"compact\"\nfont_scale_percent = 150\n",
    );
    assert_eq!(
        view["sign_in"],
        json!({
            "contact_control": "cct:9084", "chat_server": "chat.example:443",
            "user": "ann", "domain": "DEMO", "use_agent_id_as_ccmm_password": false,
            "remember": true, "password_remembered": true,
        })
    );
    assert_eq!(view["reason_codes"], json!([{ "code": "7", "label": "Lunch" }]));
    assert_eq!(view["default_reason_code"], "7");
    assert_eq!(
        (&view["profile"], &view["settings_problems"]),
        (&json!("night"), &json!(["a slip"]))
    );
    assert_eq!(
        (&view["max_message_chars"], &view["closed_reason_required"]),
        (&json!(99), &json!(true))
    );
    assert_eq!((&view["density"], &view["font_scale_percent"]), (&json!("compact"), &json!(150)));
    assert_eq!(
        view["preferences"],
        json!({ "theme": "contrast", "sound": false, "notifications": false })
    );
}

#[test]
fn activity_codes_arrive_in_their_order() {
    let view = options(
        "[[activity_codes]]\ncode = \"40\"\nlabel = \"Booking\"\n\
         [[activity_codes]]\ncode = \"3\"\nlabel = \"Complaint\"\n",
    );
    assert_eq!(
        view["activity_codes"],
        json!([{"code": "40", "label": "Booking"}, {"code": "3", "label": "Complaint"}])
    );
}
