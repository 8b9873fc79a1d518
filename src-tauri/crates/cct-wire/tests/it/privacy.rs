//! Nothing that a log may print shows a customer, a password or a token.

use cct_wire::{Call, SsoToken, notify};
use log_safe::Secret;

use crate::examples::{example, files};
use crate::samples::every_call;

const MARK: &str = "hush-4111";

/// Elements whose text is private or secret wherever they stand.
const PRIVATE: [&str; 21] = [
    "userName",
    "value",
    "token",
    "addressName",
    "message",
    "Description",
    "faultstring",
    "SessionId",
    "SubscriptionRef",
    "Address",
    "calledAlias",
    "networkDialledAddress",
    "uui",
    "stringData",
    "tnName",
    "name",
    "agentTerminalName",
    "adminUserId",
    "password",
    "username",
    "info",
];

#[test]
fn calls_and_requests() {
    let token = SsoToken(Secret::from(MARK));
    let url = format!("http://x.test/{MARK}");
    for call in every_call("5001", &url) {
        let shown = format!("{call:?} {:?} {token:?}", call.request(&token));
        assert!(!shown.contains(MARK), "{shown}");
    }
    let credentials = cct_wire::Credentials {
        user_name: MARK.into(),
        password: MARK.into(),
        domain: MARK.into(),
    };
    let agent =
        cct_wire::Agent { user_name: Some(MARK.into()), ..cct_wire::Agent::by_login_id("5001") };
    let log_in = Call::LogIn { credentials };
    let agent_login = Call::AgentLogin {
        agent,
        password: MARK.into(),
        initial_state: cct_wire::InitialState::Ready,
    };
    let shown = format!("{log_in:?} {agent_login:?}");
    assert!(!shown.contains(MARK), "{shown}");
}

#[test]
fn replies_errors_and_notifications() {
    let calls = every_call("5001", "http://x.test/");
    let mut marked_files = 0;
    for file in files() {
        let text = example(&file[..2]);
        let mut marked = text.clone();
        for name in PRIVATE {
            marked = mark(&marked, name);
        }
        marked_files += usize::from(marked != text);
        for status in [200, 500] {
            for call in &calls {
                let shown = match call.decode_reply(status, &marked) {
                    Ok(reply) => format!("{reply:?}"),
                    Err(error) => format!("{error:?} {error}"),
                };
                assert!(!shown.contains(MARK), "{file}: {shown}");
            }
        }
        let shown = match notify::decode(&marked) {
            Ok(messages) => format!("{messages:?}"),
            Err(error) => format!("{error:?} {error}"),
        };
        assert!(!shown.contains(MARK), "{file}: {shown}");
    }
    assert!(marked_files > 20, "only {marked_files} files were changed");
}

/// Replaces the text of every childless element of this local name.
fn mark(xml: &str, name: &str) -> String {
    let mut out = String::new();
    for piece in xml.split_inclusive('<') {
        match piece.split_once('>') {
            Some((tag, _)) if tag.ends_with(&format!(":{name}")) || tag == name => {
                let is_leaf = piece.ends_with('<') && !tag.starts_with('/');
                if is_leaf && !piece.trim_end_matches('<').ends_with(char::is_whitespace) {
                    out.push_str(&format!("{tag}>{MARK}<"));
                    continue;
                }
                out.push_str(piece);
            }
            _ => out.push_str(piece),
        }
    }
    out
}
