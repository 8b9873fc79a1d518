//! Who works in the demo, and the settings files they start with.

use crate::failure::{Failure, Outcome};
use serde_json::Value;

/// A person at a desktop: the profile and, unless the simulator says otherwise, the user's name.
#[derive(Debug)]
pub(super) struct Profile {
    pub(super) name: &'static str,
    role: &'static str,
}

/// Two agents and a supervisor.
pub(super) const PROFILES: [Profile; 3] = [
    Profile { name: "ann", role: "agent" },
    Profile { name: "tom", role: "agent" },
    Profile { name: "sam", role: "supervisor" },
];

/// What the simulator announces in its ready file.
#[derive(Debug)]
pub(super) struct Centre {
    pub(super) ewc_url: String,
    pub(super) cct_url: String,
    pub(super) page_url: String,
    /// Optional: `[{ "user", "domain", "password" }]`, to be shown to the person at the keyboard.
    accounts: Vec<Value>,
}

impl Centre {
    /// Reads the ready file of `desk sim`.
    pub(super) fn read(announced: &Value) -> Outcome<Self> {
        let text = |name: &str| {
            announced[name].as_str().map(str::to_owned).ok_or_else(|| Failure::Malformed {
                what: "the ready file of `desk sim`".to_owned(),
                why: format!("`{name}` is not there as text"),
            })
        };
        Ok(Self {
            ewc_url: text("ewc_url")?,
            cct_url: text("cct_url")?,
            page_url: text("page_url")?,
            accounts: announced["agents"].as_array().cloned().unwrap_or_default(),
        })
    }

    /// The settings of a profile; never a password.
    pub(super) fn settings(&self, profile: &Profile) -> String {
        let mut lines = vec![
            format!("# Settings of {} for the demo, written anew each time.", profile.name),
            "version = 1".to_owned(),
            "\n[servers]".to_owned(),
            format!("cct_base_urls = [{}]", quoted(&self.cct_url)),
            format!("ewc_url = {}", quoted(&self.ewc_url)),
            "\n[sign_in]".to_owned(),
            format!("user = {}", quoted(self.about(profile, "user").unwrap_or(profile.name))),
        ];
        for entry in ["domain", "agent_id"] {
            lines.extend(
                self.about(profile, entry).map(|value| format!("{entry} = {}", quoted(value))),
            );
        }
        for (code, label) in [("1", "Break"), ("2", "Lunch"), ("3", "Meeting")] {
            lines.push(format!(
                "\n[[ready.reason_codes]]\ncode = {}\nlabel = {}",
                quoted(code),
                quoted(label)
            ));
        }
        lines.join("\n") + "\n"
    }

    /// How to sign in as this profile.
    pub(super) fn sign_in_words(&self, profile: &Profile) -> String {
        let user = self.about(profile, "user").unwrap_or(profile.name);
        let password = self.about(profile, "password");
        let password =
            password.map(|password| format!(", password {password}")).unwrap_or_default();
        format!("{:<4} {:<11} sign in as {user}{password}", profile.name, profile.role)
    }

    fn about(&self, profile: &Profile, entry: &str) -> Option<&str> {
        let is_theirs = |account: &&Value| account["user"].as_str() == Some(profile.name);
        self.accounts.iter().find(is_theirs)?[entry].as_str()
    }
}

/// Text as TOML writes it; JSON's escapes are TOML's too.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::{Centre, PROFILES};
    use serde_json::json;

    fn centre() -> Centre {
        Centre::read(&json!({
            "ewc_url": "ws://127.0.0.1:1/AgentControllerWeb/chat",
            "cct_url": "http://127.0.0.1:2/SOAOICCT/services/",
            "page_url": "http://127.0.0.1:1/",
            "agents": [{ "user": "ann", "domain": "demo", "password": "secret word" }]
        }))
        .unwrap()
    }

    #[test]
    fn settings_hold_the_servers_and_no_password() {
        let settings = centre().settings(&PROFILES[0]);
        assert!(settings.contains("ewc_url = \"ws://127.0.0.1:1/AgentControllerWeb/chat\"\n"));
        assert!(settings.contains("user = \"ann\"\ndomain = \"demo\"\n"), "{settings}");
        assert!(!settings.contains("secret word"));
    }

    #[test]
    fn the_person_is_told_how_to_sign_in() {
        assert!(centre().sign_in_words(&PROFILES[0]).ends_with("as ann, password secret word"));
        assert!(centre().sign_in_words(&PROFILES[2]).ends_with("sign in as sam"));
    }

    #[test]
    fn an_incomplete_ready_file_is_named() {
        let words = Centre::read(&json!({ "ewc_url": "" })).unwrap_err().to_string();
        assert!(words.contains("cct_url"), "{words}");
    }
}
